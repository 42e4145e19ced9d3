// SPDX-License-Identifier: Apache-2.0
public import SystemPackage
public import TransparencyLog

/// Why a log in tiles is not believed, or why nothing more was written to a folder of tiles.
public enum TilesError: Error, Equatable, Sendable {
  // What the folder or the server says.
  /// There is no checkpoint, so there is no log.
  case noCheckpoint
  /// The checkpoint is not a checkpoint's note, or has extension lines.
  case badCheckpoint(MalformedNote)
  /// The checkpoint is of a log without entries.
  case empty
  /// A tile or bundle that the checkpoint requires is not there.
  case missing(TilePath)
  /// A resource has more bytes than any such resource may have.
  case tooLong(String, max: Int)
  /// The log has more entries than this reader takes in.
  case tooManyEntries(Int, max: Int)
  /// The log's entries have more bytes than this reader takes in.
  case tooManyBytes(max: Int)
  /// Tiles, bundles and checkpoint do not agree.
  case tile(TileFault)
  /// They agree, but the operator put something into them that is no log.
  case damaged(LogFault.Finding, entry: Int, resource: String)
  /// What a log's file would be refused for as well, or trouble with the disk.
  case log(LedgerError)
  /// A server did not answer as it must.
  case web(String, WebTrouble)

  // What a folder that is written to holds already.
  /// Something else than this log, which is not overwritten; the resource that shows it.
  case otherLog(FilePath)
  /// A checkpoint that the log's key did not sign: the folder's, or the source's.
  case notSigned(VerifiedLog.Head)
  /// The log's key signed two histories.
  case forked(kept: VerifiedLog.Head, found: VerifiedLog.Head)
  /// An older state of the log: the log was cut, or this is an old copy.
  case shorter(kept: VerifiedLog.Head, found: VerifiedLog.Head)
  /// The copy that is kept cannot be read itself.
  indirect case inCopy(TilesError)
}

/// What a web server did instead of sending a resource.
public enum WebTrouble: Error, Equatable, Sendable {
  /// It answered with this status.
  case status(Int)
  /// It had not answered whole after so many seconds.
  case timeout(seconds: Int)
  /// It sent the reader away to where the log is not.
  case redirect(String)
  /// There was no connection, or it broke; the system's words.
  case connection(String)
}

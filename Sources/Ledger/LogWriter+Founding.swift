// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
public import SystemPackage

extension LogWriter {
  /// Founds a log: makes its file, with the founding statement as entry 0, and overwrites nothing.
  ///
  /// The file gets its name when the entry is on the disk, and its checkpoint after that. A file of
  /// a founding that broke off, of which nothing was ever signed, is moved out of the way.
  public static func create(
    _ path: FilePath, signedHead headPath: FilePath, founding: SignedStatement, received: Instant,
    operatorKey: borrowing SigningKey
  ) throws(LedgerError) -> LogWriter {
    let statement: Statement
    do { statement = try founding.statement() } catch { throw .badDraft(0, .badStatement(error)) }
    let header = LogHeader.encode(origin: statement.ledger)
    let base = Replay(origin: statement.ledger, indexed: true)
    var commit = try Commit([founding], after: base, at: header.count, received: received)
    guard let logKey = commit.replay.logKey, logKey.publicKey == operatorKey.publicKey else {
      throw .notTheLogKey(expected: commit.replay.logKey?.text ?? statement.ledger)
    }
    let lock = try LockFile(for: path)
    try makeRoom(at: path, headPath)
    try place(header + commit.frames, at: path)
    let file = try LogFile(path)
    let checkpoint = try commit.finish(in: file, after: base, headPath, operatorKey)
    return LogWriter(
      log: VerifiedLog(founding: commit, header, checkpoint), recovery: .nothing,
      headPath: headPath, file: file, lock: lock)
  }

  /// Throws where this key has signed a log already, or a log stands here.
  private static func makeRoom(at path: FilePath, _ headPath: FilePath) throws(LedgerError) {
    let old = try File.contentsIfPresent(of: path)
    if let head = try SignedHead.read(headPath) {
      guard old == nil else { throw .logExists(path) }
      throw .signedHeadWithoutLog(head, headPath)
    }
    guard let old else { return }
    guard let scan = try? LogScan(old), scan.fault == nil, scan.verifiable.isEmpty else {
      throw .logExists(path)
    }
    try File.move(path, toFree: LogFile.freePath(path))
  }

  private static func place(_ bytes: [UInt8], at path: FilePath) throws(LedgerError) {
    let new = File.path(path, with: ".new")
    try File.write(bytes, to: new)
    do {
      try File.move(new, toFree: path)
    } catch .trouble(let trouble) where trouble.errno == .fileExists {
      throw .logExists(path)
    }
    try File.synchronizeFolder(of: path)
  }
}

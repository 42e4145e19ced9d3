// SPDX-License-Identifier: Apache-2.0
import Signing
import SystemPackage
import TransparencyLog

/// What a witness remembers of each log, in a folder of which it is the only writer.
///
///     witness.lock
///     <hex SHA-256 of the origin>/checkpoint         the note that was cosigned last
///     <hex SHA-256 of the origin>/fork-1             evidence: two notes of one size
///     <hex SHA-256 of the origin>/unproven-1         two notes that no proof connected
///
/// The lock is held as long as this value lives, so that nobody can go back behind what was cosigned.
struct WitnessStore: ~Copyable {
  /// So much evidence of each kind is kept of a log; what comes later shows nothing new.
  static let evidenceMax = 16

  /// What two signed notes show.
  enum Evidence: String {
    /// One size, two roots: the log's key signed two histories.
    case fork
    /// The proof that was sent does not connect them; another might.
    case unproven
  }

  private let folder: FilePath
  private let lock: LockFile
  private var trouble: Trouble?

  /// Takes the folder, and makes it where it is missing.
  init(_ folder: FilePath) throws(LedgerError) {
    try File.makeFolder(folder)
    let lock = try LockFile(for: folder.appending("witness"))
    self.folder = folder
    self.lock = lock
  }

  /// The name of a log's folder, which is also where its checkpoint is served.
  static func name(of origin: String) -> String { Hex.encode(Hash.sha256(Array(origin.utf8))) }

  /// The note of a log that was cosigned last, or nil where none was.
  func lastNote(of origin: String) throws(LedgerError) -> CosignedNote? {
    try lastNote(inFolder: Self.name(of: origin), of: origin)
  }

  /// The same, of a log whose origin stands in the note alone.
  func lastNote(inFolder name: String) throws(LedgerError) -> CosignedNote? {
    try lastNote(inFolder: name, of: nil)
  }

  private func lastNote(
    inFolder name: String, of origin: String?
  ) throws(LedgerError) -> CosignedNote? {
    let path = folder.appending(name).appending(Self.checkpoint)
    guard let bytes = try File.contentsIfPresent(of: path) else { return nil }
    // What cannot be read is not nothing: a witness that forgot would cosign a fork.
    guard let note = CosignedNote(bytes), name == Self.name(of: note.checkpoint.origin) else {
      throw .malformedMemory(path)
    }
    return note
  }

  /// Remembers a note as the one that was cosigned last; when this returns, it is on the disk.
  mutating func remember(_ note: CosignedNote) throws(LedgerError) {
    try writing { (folder) throws(LedgerError) in
      let log = folder.appending(Self.name(of: note.checkpoint.origin))
      try File.makeFolder(log)
      try File.replace(log.appending(Self.checkpoint), with: note.bytes)
    }
  }

  /// Keeps two notes that speak against a log, unless the second is kept already, or there are many.
  mutating func keep(
    _ evidence: Evidence, _ last: CosignedNote, _ offered: SignedNote
  ) throws(LedgerError) {
    let file = ForkEvidence(first: last.note, second: offered, beginning: nil)
    try writing { (folder) throws(LedgerError) in
      let log = folder.appending(Self.name(of: last.checkpoint.origin))
      for number in 1...Self.evidenceMax {
        let path = log.appending("\(evidence.rawValue)-\(number)")
        guard let old = try File.contentsIfPresent(of: path) else {
          return try File.replace(path, with: file.bytes)
        }
        if let old = try? ForkEvidence(parsing: old), old.second.text == offered.text { return }
      }
    }
  }

  /// After trouble it is unknown what is on the disk: a store that met it writes no more.
  private mutating func writing(
    _ body: (FilePath) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    if let trouble {
      throw .trouble(Trouble(.writeAfterTrouble, trouble.path, trouble.errno))
    }
    do { try body(folder) } catch {
      if case .trouble(let trouble) = error { self.trouble = trouble }
      throw error
    }
  }

  private static let checkpoint = "checkpoint"
}

/// A note that a witness cosigned, as it remembers it.
struct CosignedNote: Sendable {
  let note: SignedNote
  let checkpoint: Checkpoint

  var bytes: [UInt8] { note.bytes }

  init(_ note: SignedNote) throws(MalformedNote) {
    self.note = note
    self.checkpoint = try Checkpoint(parsing: note.text)
  }

  init?(_ bytes: [UInt8]) {
    guard let note = try? SignedNote(parsing: bytes), let cosigned = try? CosignedNote(note) else {
      return nil
    }
    self = cosigned
  }
}

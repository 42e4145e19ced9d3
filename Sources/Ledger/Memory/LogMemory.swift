// SPDX-License-Identifier: Apache-2.0
public import Governance
import Signing
public import TransparencyLog

/// What somebody remembers of a log that they verified: how far, when, and the state it led to.
///
///     viche-memory/1
///     <SHA-256 of all that follows, in hex>
///     viche 0.1.0
///     2026-07-01T10:00:00Z
///     <the bytes of the checkpoint's note, in decimal>
///     <the signed note of the last checkpoint>
///     <the state, as this version of this program writes it>
///
/// It is worth what the disk is worth that it lies on, and is for its owner alone: no log carries it,
/// and nobody else is asked to believe it.
public struct LogMemory: Sendable {
  /// The format's name and version.
  public static let format = "viche-memory/1"
  /// A longer file is not read.
  static let bytesMax = 1 << 30

  /// The program that verified, with its version: its rules are the ones that were applied.
  public let program: String
  /// When the last part was verified, by the clock of whoever did it.
  public let verified: Instant
  /// The signed note of the last checkpoint, byte for byte.
  public let note: [UInt8]
  /// What the note says.
  public let checkpoint: Checkpoint
  /// The state; nil where another program or version wrote it.
  var replay: Replay?

  /// The ledger's name.
  public var origin: String { checkpoint.origin }
  /// How many entries were verified.
  public var size: Int { checkpoint.size }

  /// What there is to remember of a log.
  public init(of state: VerifiedState, at verified: Instant, by program: String) {
    self.program = program
    self.verified = verified
    self.note = state.head.note
    self.checkpoint = Checkpoint(
      origin: state.origin, size: state.head.size, root: state.head.root)
    self.replay = state.replay.withoutIndex
  }

  /// Why a file is no memory that can be used.
  public enum Fault: Error, Equatable, Sendable {
    /// It is something else, and must not be overwritten.
    case otherFile
    /// A later version of the format.
    case otherFormat(String)
    /// Bytes of it are missing or changed.
    case damaged
  }

  /// Reads a file's bytes; `program` is who reads.
  init(parsing bytes: [UInt8], as program: String) throws(Fault) {
    var lines = MemoryLines(bytes)
    guard let format = lines.next(), format.starts(with: "viche-memory/") else { throw .otherFile }
    guard format == Self.format else { throw .otherFormat(format) }
    guard let digest = lines.next(), Hex.encode(Hash.sha256(Array(lines.rest))) == digest,
      let writer = lines.next(), let time = lines.next(), let verified = Instant(time),
      let length = lines.next().flatMap({ Decimal.decode(Array($0.utf8)[...]) }),
      let note = try? SignedNote(parsing: Array(lines.rest.prefix(length))),
      let checkpoint = try? Checkpoint(parsing: note.text)
    else { throw .damaged }
    self.program = writer
    self.verified = verified
    self.note = Array(lines.rest.prefix(length))
    self.checkpoint = checkpoint
    guard writer == program else {
      self.replay = nil
      return
    }
    guard let replay = StateCoder.decode(Array(lines.rest.dropFirst(length))),
      replay.isOf(checkpoint)
    else { throw .damaged }
    self.replay = replay
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    let state = replay.map(StateCoder.encode) ?? []
    let rest = Array("\(program)\n\(verified.text)\n\(note.count)\n".utf8) + note + state
    return Array("\(Self.format)\n\(Hex.encode(Hash.sha256(rest)))\n".utf8) + rest
  }
}

/// The first lines of a memory, one by one.
private struct MemoryLines {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.rest = bytes[...] }

  /// The next line without its line feed; nil where none ends within a few hundred bytes.
  mutating func next() -> String? {
    guard let end = rest.prefix(256).firstIndex(of: .lineFeed) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}

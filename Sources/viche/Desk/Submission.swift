// SPDX-License-Identifier: Apache-2.0

import Ledger
import Register
import Signing
import TransparencyLog

/// A witness that is to cosign: what it is called, its key, and where it is asked, if anywhere.
struct AskedWitness: Sendable {
  let label: String
  let key: VerifierKey
  let url: String?
}

/// The checkpoint for which cosignatures are collected.
struct Submission: Sendable {
  let log: VerifiedLog
  /// The checkpoint with the cosignatures that it has already.
  let note: SignedNote
  let checkpoint: Checkpoint
  private let earlier: [VerifiedLog.Head]

  init(_ log: VerifiedLog, _ words: Words) throws {
    do {
      self.log = log
      self.note = try SignedNote(parsing: log.head.note)
      self.checkpoint = try Checkpoint(parsing: note.text)
      let state = VerifiedState(log)
      self.earlier = try state.checkpointPlaces().map(state.checkpoint(at:))
    } catch {
      throw Failure(.malformed, words("submit.no_checkpoint"))
    }
  }

  /// When a witness cosigned this checkpoint, if the log says so.
  func time(of key: VerifierKey) -> Int? {
    note.signatures.first { $0.isClaimed(by: key) }.flatMap { self.time($0, of: key) }
  }

  /// The size that a witness cosigned last, as far as the log says; 0 for never.
  func lastSize(of key: VerifierKey) -> Int {
    let last = earlier.last { head in
      let note = try? SignedNote(parsing: head.note)
      return note?.signatures.contains { $0.isClaimed(by: key) } ?? false
    }
    return last?.size ?? 0
  }

  /// The request to a witness that cosigned `old` entries last; only the log's own signature goes with it.
  func request(from old: Int) -> AddCheckpoint? {
    try? AddCheckpoint(
      oldSize: old, proof: log.consistencyProof(from: old),
      note: SignedNote(text: note.text, signatures: [note.signatures[0]]))
  }

  /// The time of a line, if it is a witness's cosignature of exactly this checkpoint.
  func time(_ line: NoteSignature, of key: VerifierKey) -> Int? {
    let checker = SignatureChecker()
    guard line.isClaimed(by: key), let cosignature = try? Cosignature(line),
      let isValid = try? cosignature.isValid(on: note.text, by: key, using: checker), isValid
    else { return nil }
    return cosignature.timestamp
  }
}

/// What a file that somebody brought holds for this checkpoint.
struct BroughtCosignatures: Sendable {
  let path: String
  let lines: [NoteSignature]

  /// Reads a note of this checkpoint, or signature lines alone; what they are worth is not known yet.
  init(_ path: String, _ head: Submission, _ words: Words) throws {
    self.path = path
    let bytes = try Files(words: words).read(path, atMost: Self.lengthMax)
    guard let whole = try? SignedNote(parsing: bytes) else {
      // A file of lines becomes a note when it stands below the text.
      guard let note = try? SignedNote(parsing: head.note.text + [0x0A] + bytes) else {
        throw Failure(.malformed, words("submit.bad_file", ["path": path]))
      }
      self.lines = note.signatures
      return
    }
    guard whole.text == head.note.text else {
      throw try Self.other(whole, than: head, path, words)
    }
    self.lines = whole.signatures
  }

  /// Why a note of another checkpoint is of no use; one that the log's key signed may be evidence.
  private static func other(
    _ note: SignedNote, than head: Submission, _ path: String, _ words: Words
  ) throws -> Failure {
    guard let other = try? Checkpoint(parsing: note.text),
      other.origin.utf8.elementsEqual(head.checkpoint.origin.utf8)
    else { return Failure(.malformed, words("submit.foreign_file", ["path": path])) }
    let size = ["path": path, "size": "\(other.size)", "head": "\(head.checkpoint.size)"]
    let isOlder =
      other.size <= head.checkpoint.size && head.log.root(atSize: other.size) == other.root
    guard isOlder else {
      return Failure(
        .refused, words("submit.other_history", size), hint: words("submit.hint.other_history"))
    }
    return Failure(
      .refused, words("submit.older_file", size), hint: words("submit.hint.older_file"))
  }

  private static let lengthMax = 1_048_576
}

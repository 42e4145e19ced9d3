// SPDX-License-Identifier: Apache-2.0
import Governance
import Signing
import TransparencyLog

/// A frame whose body has been read on its own, without the frames before it.
///
/// Frames go through four stages in batches: what they are made of lies in boxes, so that they move
/// cheaply.
enum ReadFrame: Sendable {
  case entry(LinkedEntry)
  indirect case checkpoint(ReadCheckpoint)

  /// Reads one frame of a log, of which `bytes` are those from `start` on.
  init(_ frame: LogFrame, in bytes: [UInt8], from start: Int) throws(LogFault.Finding) {
    let body = Array(bytes[(frame.bodyOffset - start)..<(frame.end - start)])
    switch frame.kind {
    case .entry: self = .entry(LinkedEntry(read: try ReadEntry(frame, body)))
    case .checkpoint: self = .checkpoint(try ReadCheckpoint(frame, body))
    }
  }

  var frame: LogFrame {
    switch self {
    case .entry(let entry): entry.read.frame
    case .checkpoint(let checkpoint): checkpoint.frame
    }
  }
}

/// A checkpoint's note, parsed; not yet compared with the tree.
struct ReadCheckpoint: Sendable {
  let frame: LogFrame
  let note: SignedNote
  let checkpoint: Checkpoint
  /// The log's key at this place, known when the entries before it are.
  var logKey: VerifierKey?

  init(_ frame: LogFrame, _ body: [UInt8]) throws(LogFault.Finding) {
    self.frame = frame
    do {
      self.note = try SignedNote(parsing: body)
      self.checkpoint = try Checkpoint(parsing: note.text)
    } catch {
      throw .badCheckpoint(error)
    }
    guard checkpoint.extensions.isEmpty else { throw .checkpointExtension }
  }

  /// Whether the log's key signed it, and nothing that claims to be its line is wrong.
  func verify(by key: VerifierKey, using checker: SignatureChecker) throws(LedgerError) {
    let finding: LogFault.Finding
    do {
      _ = try note.verified(by: [key], using: checker)
      return
    } catch {
      switch error {
      case .noKnownKey: finding = .checkpointUnsigned
      case .invalidSignature, .repeatedKey: finding = .checkpointSignature
      case .unchecked(let error): throw .unchecked(error)
      }
    }
    throw .damaged(LogFault(finding, offset: frame.offset, entry: checkpoint.size))
  }
}

/// An entry, its statement and its signatures, parsed; its signers not yet known.
final class ReadEntry: Sendable {
  let frame: LogFrame
  /// The entry as the statutes judge it, once its signatures are verified.
  let act: Act
  /// What was signed, by whom it claims.
  let signed: SignedStatement
  /// The keys that it brings into the log, the log's own among them in the first entry.
  let introduced: [VerifierKey]
  let leafHash: [UInt8]
  /// The key that signs checkpoints from here on, where the secretariat is handed over.
  let nextLogKey: VerifierKey?
  /// What was turned away, in an `act.refused`; its statement is the act's inner one.
  let refused: SignedStatement?

  init(_ frame: LogFrame, _ body: [UInt8]) throws(LogFault.Finding) {
    let entry = try Entry(parsing: body)
    let statement: Statement
    do { statement = try entry.signed.statement() } catch { throw .badStatement(error) }
    self.frame = frame
    self.signed = entry.signed
    self.introduced = try Self.keys(of: statement)
    self.leafHash = MerkleTree.leafHash(body)
    self.nextLogKey = try statement.body(as: SecretariatHandedOver.self)?.logKey.map(Self.key)
    self.refused = try statement.body(as: ActRefused.self).map(Self.refused)
    self.act = Act(
      index: entry.index, received: entry.received, statement: statement,
      signers: entry.signed.signatures.map(\.name), inner: try refused.map(Self.inner))
  }

  private static func keys(of statement: Statement) throws(LogFault.Finding) -> [VerifierKey] {
    var keys: [VerifierKey] = []
    for text in statement.introducedKeys { keys.append(try key(text)) }
    return keys
  }

  private static func key(_ text: String) throws(LogFault.Finding) -> VerifierKey {
    let key: VerifierKey
    do { key = try VerifierKey(parsing: text) } catch { throw .badKey(text, error) }
    guard key.kind == .ed25519 else { throw .otherKindOfKey(text) }
    return key
  }

  private static func refused(_ refused: ActRefused) throws(LogFault.Finding) -> SignedStatement {
    let lines = refused.signatures.map { $0 + "\n" }.joined()
    do {
      return try SignedStatement(parsing: Array("\(refused.statement)\n\n\(lines)".utf8))
    } catch {
      if case .badNote(let why) = error { throw .badRefusedNote(why) }
      throw error
    }
  }

  private static func inner(_ signed: SignedStatement) throws(LogFault.Finding) -> Act.InnerAct {
    let statement: Statement
    do { statement = try signed.statement() } catch { throw .badRefusedStatement(error) }
    return Act.InnerAct(statement: statement, signers: signed.signatures.map(\.name))
  }
}

/// An entry that has its place after those before it.
struct LinkedEntry: Sendable {
  let read: ReadEntry
  /// The keys of the signature lines, found when the entries before it are known.
  var signers: [PublicKey] = []
  /// The keys of the inner signature lines; nil where no entry registers the key.
  var refusedSigners: [PublicKey?] = []

  /// Throws where a signature is not over what was said; the signers are known by now.
  func verify(using checker: SignatureChecker) throws(LedgerError) {
    do {
      let lines = read.signed.signatures
      for place in lines.indices
      where try !checker.isValid(lines[place].signature, for: read.signed.text, by: signers[place])
      {
        throw read.fault(.wrongSignature(key: lines[place].name))
      }
      guard let refused = read.refused else { return }
      for case (let line, let key?) in zip(refused.signatures, refusedSigners)
      where try !checker.isValid(line.signature, for: refused.text, by: key) {
        throw read.fault(.wrongRefusedSignature(key: line.name))
      }
    } catch let error as LedgerError {
      throw error
    } catch let error as SigningError {
      throw .unchecked(error)
    } catch {
      preconditionFailure("no other error is thrown above")
    }
  }
}

extension ReadEntry {
  var index: Int { act.index }
  var received: Instant { act.received }

  /// The log's own key, in the entry that founds the ledger.
  var logKeyFounded: VerifierKey? {
    act.statement.kind == .ledgerFounded ? introduced.first : nil
  }

  func fault(_ finding: LogFault.Finding) -> LedgerError {
    .damaged(LogFault(finding, offset: frame.offset, entry: index))
  }
}

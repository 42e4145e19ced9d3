// SPDX-License-Identifier: Apache-2.0
public import Signing

/// Why evidence does not prove that a log's key signed two histories.
public enum UnprovenFork: Error, Equatable, Sendable {
  /// A checkpoint is not signed by a key that was asked for.
  case unverified(UnverifiedNote)
  /// The checkpoints are of two logs.
  case otherOrigins(String, String)
  /// They are of one log, and the key that is asked for is another's; the origin, the key's name.
  case otherKey(origin: String, key: String)
  /// Both checkpoints state the same tree.
  case sameTree
  /// Nothing shows that the smaller tree is no beginning of the larger one.
  case provesNothing
}

/// A small file that proves to anybody that a log's key signed two histories.
///
///     viche-fork/1
///     checkpoint 201
///     alliance.example.org/ledger
///     6
///     …
///     checkpoint 201
///     alliance.example.org/ledger
///     6
///     …
///
/// Two signed notes as frames of a log. Of two sizes there is a third frame, `consistency`: the root
/// that the larger tree had at the smaller size, and the proof of it, a hash a line.
/// Witnesses.md in the module Ledger says it whole. It has one encoding.
public struct ForkEvidence: Sendable, Equatable {
  /// The longest file that is read, in bytes.
  public static let lengthMax = 262_144

  /// The checkpoint of the smaller tree; of equal sizes the one that was given first.
  public let first: SignedNote
  /// The checkpoint of the larger tree.
  public let second: SignedNote
  /// What the larger tree had at the size of the smaller one; nil where the sizes are equal.
  public let beginning: Beginning?

  /// The beginning of a larger tree.
  public struct Beginning: Sendable, Equatable {
    /// Its root.
    public let root: [UInt8]
    /// The consistency proof from it to the larger tree.
    public let proof: [[UInt8]]

    /// A root, and the proof of it.
    public init(root: [UInt8], proof: [[UInt8]]) {
      self.root = root
      self.proof = proof
    }
  }

  /// Puts evidence together; whether it proves anything is another question.
  public init(first: SignedNote, second: SignedNote, beginning: Beginning?) {
    self.first = first
    self.second = second
    self.beginning = beginning
  }

  /// Parses evidence that fills `bytes` exactly; the caller bounds the length.
  public init(parsing bytes: [UInt8]) throws(MalformedNote) {
    var lines = Lines(bytes)
    guard let header = lines.next(), header.elementsEqual(Self.header.utf8) else {
      throw .badForkEvidence
    }
    var rest = lines.rest
    self.first = try SignedNote(parsing: Self.frame("checkpoint", &rest))
    self.second = try SignedNote(parsing: Self.frame("checkpoint", &rest))
    self.beginning = rest.isEmpty ? nil : try Self.beginning(&rest)
    guard rest.isEmpty else { throw .badForkEvidence }
  }

  /// The file.
  public var bytes: [UInt8] {
    var bytes = Array("\(Self.header)\n".utf8)
    for note in [first, second] { bytes += Self.encode("checkpoint", note.bytes) }
    if let beginning {
      let hashes = ([beginning.root] + beginning.proof).flatMap {
        Base64.encodedBytes($0) + [.lineFeed]
      }
      bytes += Self.encode("consistency", hashes)
    }
    return bytes
  }

  /// What the two checkpoints state, if one of `keys` signed each and they cannot be of one history.
  @discardableResult
  public func check(
    keys: [VerifierKey]
  ) throws(UnprovenFork) -> (first: Checkpoint, second: Checkpoint) {
    guard let first = try? Checkpoint(parsing: self.first.text),
      let second = try? Checkpoint(parsing: self.second.text)
    else { throw .provesNothing }
    guard first.origin.utf8.elementsEqual(second.origin.utf8) else {
      throw .otherOrigins(first.origin, second.origin)
    }
    // A log's key has the origin as its name: of another log it proves nothing, whatever it signed.
    let own = keys.filter { $0.name.utf8.elementsEqual(first.origin.utf8) }
    if own.isEmpty, let other = keys.first {
      throw .otherKey(origin: first.origin, key: other.name)
    }
    for note in [self.first, self.second] {
      do { _ = try note.verified(by: own) } catch { throw .unverified(error) }
    }
    guard let beginning else {
      guard first.size == second.size else { throw .provesNothing }
      guard first.root != second.root else { throw .sameTree }
      return (first, second)
    }
    guard first.size < second.size, beginning.root != first.root,
      MerkleTree.verifyConsistency(
        from: first.size, to: second.size, proof: beginning.proof, oldRoot: beginning.root,
        newRoot: second.root)
    else { throw .provesNothing }
    return (first, second)
  }

  private static let header = "viche-fork/1"

  private static func encode(_ kind: String, _ body: [UInt8]) -> [UInt8] {
    Array("\(kind) \(body.count)\n".utf8) + body
  }

  /// Takes the body of a frame of that kind off the front.
  private static func frame(
    _ kind: String, _ rest: inout ArraySlice<UInt8>
  ) throws(MalformedNote) -> [UInt8] {
    let word = Array("\(kind) ".utf8)
    guard rest.starts(with: word), let end = rest.firstIndex(of: .lineFeed),
      let length = Decimal.decode(rest[(rest.startIndex + word.count)..<end]),
      length > 0, length < rest.endIndex - end
    else { throw .badForkEvidence }
    let body = Array(rest[(end + 1)..<(end + 1 + length)])
    rest = rest[(end + 1 + length)...]
    return body
  }

  private static func beginning(
    _ rest: inout ArraySlice<UInt8>
  ) throws(MalformedNote) -> Beginning {
    var lines = Lines(try frame("consistency", &rest) + [.lineFeed])
    let hashes = try lines.hashes(atMost: AddCheckpoint.hashesMax + 1)
    guard let root = hashes.first, lines.rest.isEmpty else { throw .badForkEvidence }
    return Beginning(root: root, proof: Array(hashes.dropFirst()))
  }
}

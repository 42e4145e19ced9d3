// SPDX-License-Identifier: Apache-2.0
import Signing
import Testing
import TransparencyLog

/// Which checkpoints satisfy the two-level example of c2sp.org/tlog-policy, "Example policy".
struct WitnessPolicyEvaluationTests {
  static let names = ["X1", "X2", "X3", "Y1", "Y2", "Y3"]
  static let origin = "alliance.example.org/ledger"

  let checkpoint = Checkpoint(origin: Self.origin, size: 6, root: MerkleTree.emptyRoot)
  let checker: SignatureChecker
  /// The log's key and its line on the checkpoint.
  let logKey: VerifierKey
  let logLine: NoteSignature
  /// Of each of the names: its key, and its cosignature of the checkpoint.
  private(set) var keys: [VerifierKey] = []
  private(set) var lines: [NoteSignature] = []

  init() throws {
    checker = SignatureChecker()
    let log = try SigningKey.generate()
    logKey = try VerifierKey(name: Self.origin, publicKey: log.publicKey)
    logLine = try NoteSignature(signing: checkpoint.text, as: Self.origin, with: log)
    for (place, name) in Self.names.enumerated() {
      let witness = try SigningKey.generate()
      let key = try VerifierKey(name: name, publicKey: witness.publicKey, kind: .cosignature)
      let time = 1_700_000_000 + place
      let cosignature = try Cosignature(of: checkpoint.text, at: time, with: witness)
      keys.append(key)
      lines.append(cosignature.line(of: key))
    }
  }

  func policy(log: VerifierKey) throws -> WitnessPolicy {
    let witnesses = zip(Self.names, keys).map { "witness \($0) \($1.text)" }
    let text = """
      log \(log.text)
      \(witnesses.joined(separator: "\n"))
      group X-witnesses 2 X1 X2 X3
      group Y-witnesses any Y1 Y2 Y3
      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y

      """
    return try WitnessPolicy(parsing: Array(text.utf8))
  }

  func note(_ cosigners: [Int]) -> SignedNote {
    SignedNote(text: checkpoint.text, signatures: [logLine] + cosigners.map { lines[$0] })
  }

  /// "at least two of the X-witnesses, and at least one of the Y-witnesses".
  @Test(arguments: [
    ([], [0, 0, 0], false), ([0], [1, 0, 0], false), ([0, 1], [2, 0, 1], false),
    ([0, 3], [1, 1, 1], false), ([0, 1, 2], [3, 0, 1], false), ([3, 4, 5], [0, 3, 1], false),
    ([0, 1, 3], [2, 1, 2], true), ([5, 2, 0], [2, 1, 2], true),
    ([0, 1, 2, 3, 4, 5], [3, 3, 2], true),
  ])
  func theQuorumIsOfGroupsOfGroups(cosigners: [Int], counts: [Int], isMet: Bool) throws {
    let told = try policy(log: logKey).evaluate(note(cosigners), using: checker)
    #expect(told.groups.map(\.count) == counts)
    #expect(told.groups.map(\.isMet) == zip(counts, [2, 1, 2]).map { $0 >= $1 })
    #expect(told.isQuorumMet == isMet)
    #expect(told.isSatisfied == isMet)
    #expect(told.log?.key == logKey)
    for place in Self.names.indices {
      let expected: WitnessPolicy.Evaluation.Finding =
        cosigners.contains(place) ? .cosigned(at: 1_700_000_000 + place) : .missing
      #expect(told.witnesses[place] == expected)
    }
  }

  /// A cosignature that stands under another witness's name, or of another tree, counts for nobody.
  @Test func whatIsNotACosignatureOfThisCheckpointIsNotCounted() throws {
    let stolen = NoteSignature(
      name: "X2", keyID: keys[1].keyID, signature: lines[0].signature)
    let short = NoteSignature(name: "X3", keyID: keys[2].keyID, signature: [1, 2, 3])
    let forged = SignedNote(
      text: checkpoint.text, signatures: [logLine, lines[0], stolen, short, lines[3]])
    let told = try policy(log: logKey).evaluate(forged, using: checker)
    #expect(
      told.witnesses[0...3] == [
        .cosigned(at: 1_700_000_000), .invalid, .invalid, .cosigned(at: 1_700_000_003),
      ])
    #expect(told.groups.map(\.count) == [1, 1, 1])
    #expect(!told.isSatisfied)
    let other = Checkpoint(origin: Self.origin, size: 7, root: MerkleTree.emptyRoot)
    let moved = SignedNote(text: other.text, signatures: [logLine] + lines)
    let answer = try policy(log: logKey).evaluate(moved, using: checker)
    #expect(answer.witnesses.allSatisfy { $0 == .invalid })
    #expect(answer.log == nil && !answer.isSatisfied)
  }

  @Test func aWitnessThatSignsTwiceCountsOnceWithItsLatestTime() throws {
    let witness = try SigningKey.generate()
    let key = try VerifierKey(name: "w", publicKey: witness.publicKey, kind: .cosignature)
    let times = try [5, 9, 7].map {
      try Cosignature(of: checkpoint.text, at: $0, with: witness).line(of: key)
    }
    let note = SignedNote(text: checkpoint.text, signatures: times)
    let told = try WitnessPolicy(allOf: [key, keys[0]]).evaluate(note, using: checker)
    #expect(told.witnesses == [.cosigned(at: 9), .missing])
    #expect(told.groups.map(\.count) == [1])
    #expect(!told.isSatisfied)
  }

  @Test func anotherLogUnderTheSameOriginOrAnotherOriginIsNotThePolicysLog() throws {
    let impostor = try SigningKey.generate()
    let sameName = try VerifierKey(name: Self.origin, publicKey: impostor.publicKey)
    let full = note([0, 1, 2, 3, 4, 5])
    let told = try policy(log: sameName).evaluate(full, using: checker)
    #expect(told.isQuorumMet && told.log == nil && !told.isOfItsLog && !told.isSatisfied)
    let elsewhere = try VerifierKey(name: "elsewhere.example", publicKey: logKey.publicKey)
    #expect(try !policy(log: elsewhere).evaluate(full, using: checker).isOfItsLog)
  }

  @Test func withoutLogsEveryLogIsItsLogAndNoneAsksForNobody() throws {
    let bare = SignedNote(text: checkpoint.text, signatures: [logLine])
    let none = try WitnessPolicy(parsing: Array("quorum none\n".utf8))
    #expect(try none.evaluate(bare, using: checker).isSatisfied)
    let all = WitnessPolicy(allOf: keys)
    #expect(try all.evaluate(note(Array(0..<6)), using: checker).isSatisfied)
    #expect(try !all.evaluate(note(Array(0..<5)), using: checker).isSatisfied)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Signing
import Testing
import TransparencyLog

/// What a reader brings besides a log (Tests/Golden/brought.json), and what must be said of it.
@Suite struct GoldenBroughtTests {
  /// A row of brought.json.
  struct Row: Decodable, Sendable, CustomTestStringConvertible {
    let log: String?
    let since: String?
    let policy: String?
    let evidence: String?
    let log_key: String?
    let about: String
    let ok: Bool
    let word: String?
    let find: Findings?

    var testDescription: String { (since ?? policy ?? evidence ?? "") + ": " + about }
  }

  /// What must be found where it is asked for.
  struct Findings: Decodable, Sendable {
    let size: Int?
    let new_entries: Int?
    let newest_size: Int?
    let cosigned: [String: Int]?
  }

  static let rows: [Row] = {
    guard let list = try? Data(contentsOf: GoldenTests.folder.appending(path: "brought.json")),
      let rows = try? JSONDecoder().decode([Row].self, from: list)
    else { return [] }
    return rows
  }()

  @Test func `there are some of each`() {
    #expect(Self.rows.count { $0.since != nil } > 80)
    #expect(Self.rows.count { $0.policy != nil } > 80)
    #expect(Self.rows.count { $0.evidence != nil } > 30)
  }

  @Test(arguments: Self.rows.filter { $0.since != nil })
  func `a log goes on from a kept head, or it is told why not`(_ row: Row) throws {
    let file = try bytes(row.since)
    guard let kept = try? KeptHead(parsing: file) else {
      #expect(row.word == "malformed")
      return
    }
    let log = try log(row)
    let words = words(of: kept, in: log)
    #expect(words.contains(row.word), "\(words)")
    guard let find = row.find else { return }
    #expect(kept.checkpoint.size == find.size)
    #expect(log.size - kept.checkpoint.size == find.new_entries)
  }

  @Test(arguments: Self.rows.filter { $0.policy != nil })
  func `the last checkpoint satisfies a policy, or it is told why not`(_ row: Row) throws {
    let file = try bytes(row.policy)
    guard let policy = try? WitnessPolicy(parsing: file) else {
      #expect(row.word == "malformed")
      return
    }
    let state = VerifiedState(try log(row))
    let heads = try state.checkpointPlaces().map { try state.checkpoint(at: $0) }
    let checker = SignatureChecker()
    let told = try heads.map { head in
      try policy.evaluate(SignedNote(parsing: head.note), using: checker)
    }
    let last = try #require(told.last)
    #expect(word(of: last) == row.word)
    guard let find = row.find else { return }
    #expect(zip(heads, told).filter { $0.1.isSatisfied }.last?.0.size == find.newest_size)
    #expect(times(policy, last) == find.cosigned)
  }

  @Test(arguments: Self.rows.filter { $0.evidence != nil })
  func `evidence proves a fork, or it is told why not`(_ row: Row) throws {
    let file = try bytes(row.evidence)
    let key = try VerifierKey(parsing: try #require(row.log_key))
    guard let evidence = try? ForkEvidence(parsing: file) else {
      #expect(row.word == "malformed")
      return
    }
    #expect(word(of: evidence, key) == row.word)
  }

  /// The words that may be said of a kept head; nil is one where the log goes on from it.
  private func words(of kept: KeptHead, in log: VerifiedLog) -> Set<String?> {
    do throws(ReceiptError) {
      try log.check(kept)
      return [nil]
    } catch {
      return switch error {
      case .malformed: ["malformed"]
      case .foreign: ["foreign"]
      // Which of the two is seen in the note's lines, of which the error says nothing.
      case .notSigned: ["altered", "other_key"]
      case .provesNothing: ["unsound"]
      case .olderThanReceipt: ["shorter"]
      case .droppedEntry, .forked: ["forked"]
      case .unchecked: []
      }
    }
  }

  private func word(of evaluation: WitnessPolicy.Evaluation) -> String? {
    guard evaluation.isOfItsLog else { return "foreign" }
    return evaluation.isQuorumMet ? nil : "not_witnessed"
  }

  private func word(of evidence: ForkEvidence, _ key: VerifierKey) -> String? {
    do throws(UnprovenFork) {
      try evidence.check(keys: [key])
      return nil
    } catch {
      return switch error {
      case .unverified: "not_signed"
      case .otherOrigins, .otherKey: "foreign"
      case .sameTree: "same_tree"
      case .provesNothing: "proves_nothing"
      }
    }
  }

  /// When the witnesses cosigned that did, by the policy's names for them.
  private func times(
    _ policy: WitnessPolicy, _ evaluation: WitnessPolicy.Evaluation
  ) -> [String: Int] {
    var times: [String: Int] = [:]
    for (witness, finding) in zip(policy.witnesses, evaluation.witnesses) {
      if case .cosigned(let time) = finding { times[witness.label] = time }
    }
    return times
  }

  private func log(_ row: Row) throws -> VerifiedLog {
    try VerifiedLog.verify(try bytes(row.log))
  }

  private func bytes(_ file: String?) throws -> [UInt8] {
    let file = try #require(file)
    return [UInt8](try Data(contentsOf: GoldenTests.folder.appending(path: file)))
  }
}

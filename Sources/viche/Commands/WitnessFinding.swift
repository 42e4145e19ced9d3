// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// Which witnesses have cosigned a log's checkpoints, and whether that satisfies a policy.
struct WitnessFinding {
  let policy: WitnessPolicy
  /// What the policy says of the last checkpoint.
  let last: WitnessPolicy.Evaluation
  /// The newest checkpoint that satisfies the policy; nil where none does.
  let newest: (size: Int, evaluation: WitnessPolicy.Evaluation)?

  /// Throws, in words, where the policy is of another log.
  init(_ policy: WitnessPolicy, of log: VerifiedState, _ words: Words) throws {
    guard policy.logs.isEmpty || policy.logs.contains(where: { $0.key == log.logKey }) else {
      let named = policy.logs.map(\.key.text).joined(separator: ", ")
      throw Failure(
        .refused, words("policy.other_log", ["expected": named, "found": log.logKey.text]),
        hint: words("policy.other_log.hint"),
        details: [
          "kind": "foreign", "expected": .string(named), "found": .string(log.logKey.text),
        ])
    }
    self.policy = policy
    do {
      let checker = SignatureChecker()
      last = try Self.evaluate(policy, log.head, checker)
      newest =
        last.isSatisfied ? (log.size, last) : try Self.newest(policy, in: log, checker)
    } catch {
      throw Failure(.trouble, words("fault.unchecked", ["error": "\(error)"]))
    }
  }

  private static func evaluate(
    _ policy: WitnessPolicy, _ head: VerifiedLog.Head, _ checker: SignatureChecker
  ) throws(SigningError) -> WitnessPolicy.Evaluation {
    guard let note = try? SignedNote(parsing: head.note) else {
      preconditionFailure("a verified checkpoint's note parses")
    }
    return try policy.evaluate(note, using: checker)
  }

  private static func newest(
    _ policy: WitnessPolicy, in log: VerifiedState, _ checker: SignatureChecker
  ) throws -> (size: Int, evaluation: WitnessPolicy.Evaluation)? {
    for place in try log.checkpointPlaces().reversed() {
      let head = try log.checkpoint(at: place)
      let evaluation = try evaluate(policy, head, checker)
      if evaluation.isSatisfied { return (head.size, evaluation) }
    }
    return nil
  }

  /// The witnesses that cosigned a checkpoint, with the time.
  func cosigned(
    _ evaluation: WitnessPolicy.Evaluation
  ) -> [(witness: WitnessPolicy.Witness, time: Int)] {
    zip(policy.witnesses, evaluation.witnesses).compactMap { witness, finding in
      if case .cosigned(let time) = finding { (witness, time) } else { nil }
    }
  }

  /// An interval of POSIX seconds that ends with the year 9999.
  static func isCivil(_ time: Int) -> Bool { (0..<253_402_300_800).contains(time) }
}

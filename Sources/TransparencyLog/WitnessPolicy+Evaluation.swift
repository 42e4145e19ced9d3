// SPDX-License-Identifier: Apache-2.0
public import Signing

extension WitnessPolicy {
  /// What a policy says of one checkpoint, with its reasons.
  public struct Evaluation: Sendable, Equatable {
    /// What a witness has said of the checkpoint.
    public enum Finding: Sendable, Equatable {
      /// It cosigned, at this time in POSIX seconds; the latest, if it did so more than once.
      case cosigned(at: Int)
      /// The note has no line of it.
      case missing
      /// The note has a line of its name and key ID that it did not sign.
      case invalid
    }

    /// How many members of a group have witnessed the checkpoint.
    public struct Standing: Sendable, Equatable {
      /// How many did.
      public let count: Int
      /// Whether they are as many as the group's threshold.
      public let isMet: Bool
    }

    /// The policy's log that signed the checkpoint, if one did under its own origin.
    public let log: Log?
    /// Whether the checkpoint is of a log of the policy; also where the policy names none.
    public let isOfItsLog: Bool
    /// In the order of ``WitnessPolicy/witnesses``.
    public let witnesses: [Finding]
    /// In the order of ``WitnessPolicy/groups``.
    public let groups: [Standing]
    /// Whether those have cosigned whom the quorum asks for.
    public let isQuorumMet: Bool

    /// Whether the checkpoint is to be believed.
    public var isSatisfied: Bool { isOfItsLog && isQuorumMet }
  }

  /// Evaluates the signatures of a checkpoint's note.
  ///
  /// A line that is wrong counts as none: it is told of, and does not undo what others signed.
  public func evaluate(
    _ note: SignedNote, using checker: SignatureChecker
  ) throws(SigningError) -> Evaluation {
    var findings: [Evaluation.Finding] = []
    for witness in witnesses {
      findings.append(try Self.finding(of: witness.key, on: note, using: checker))
    }
    var standings: [Evaluation.Standing] = []
    for group in groups {
      let count = group.members.count { Self.isMet($0, findings, standings) }
      standings.append(Evaluation.Standing(count: count, isMet: count >= group.threshold))
    }
    let log = try signer(of: note, using: checker)
    return Evaluation(
      log: log, isOfItsLog: logs.isEmpty || log != nil, witnesses: findings, groups: standings,
      isQuorumMet: quorum.map { Self.isMet($0, findings, standings) } ?? true)
  }

  private static func isMet(
    _ member: Member, _ findings: [Evaluation.Finding], _ standings: [Evaluation.Standing]
  ) -> Bool {
    switch member {
    case .witness(let index):
      if case .cosigned = findings[index] { true } else { false }
    case .group(let index): standings[index].isMet
    }
  }

  private static func finding(
    of key: VerifierKey, on note: SignedNote, using checker: SignatureChecker
  ) throws(SigningError) -> Evaluation.Finding {
    var finding = Evaluation.Finding.missing
    for line in note.signatures where line.isClaimed(by: key) {
      guard let cosignature = try? Cosignature(line),
        try cosignature.isValid(on: note.text, by: key, using: checker)
      else {
        if finding == .missing { finding = .invalid }
        continue
      }
      if case .cosigned(let time) = finding, time >= cosignature.timestamp { continue }
      finding = .cosigned(at: cosignature.timestamp)
    }
    return finding
  }

  /// The log of the policy whose origin the note bears and that signed it.
  private func signer(
    of note: SignedNote, using checker: SignatureChecker
  ) throws(SigningError) -> Log? {
    let origin = note.text.prefix { $0 != .lineFeed }
    for log in logs where origin.elementsEqual(log.key.name.utf8) {
      for line in note.signatures where line.isClaimed(by: log.key) {
        if try checker.isValid(line.signature, for: note.text, by: log.key.publicKey) {
          return log
        }
      }
    }
    return nil
  }
}

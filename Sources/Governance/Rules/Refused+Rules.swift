// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// The statement within must be refused for exactly the reason given, taken at this entry's time.
  func admit(_ it: ActRefused, _ act: Act) throws(Refusal) {
    guard let again = act.turnedAway, again.statement.kind.leavesTrace else {
      throw Refusal(.notRefusable)
    }
    guard let found = refusal(of: again) else {
      throw Refusal(.wrongRefusal, ["found": it.reason, "expected": "–"])
    }
    guard found.code.rawValue == it.reason else {
      throw Refusal(.wrongRefusal, ["found": it.reason, "expected": found.code.rawValue])
    }
    try require([registrar], of: act)
  }

  private func refusal(of act: Act) -> Refusal? {
    do { try admit(act) } catch { return error }
    return nil
  }

  mutating func record(_ it: ActRefused, _ act: Act) {
    guard let inner = act.inner, let code = Refusal.Code(rawValue: it.reason) else {
      preconditionFailure("not admitted")
    }
    refused.append(
      RefusedAct(
        entry: act.index, digest: digest(of: inner.statement), kind: inner.statement.kind,
        reference: inner.statement.body.reference, code: code))
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: CallOpened, _ act: Act) throws(Refusal) {
    guard let procedure = statutes?.procedures[it.procedure],
      let window = receivingWindow(of: it.procedure)
    else { throw Refusal(.unknownProcedure, clause: "procedures", ["procedure": it.procedure]) }
    if calls[it.call] != nil { throw Refusal(.callExists, ["call": it.call]) }
    guard it.opens >= act.received else {
      throw Refusal(.opensInPast, ["found": it.opens.text, "now": act.received.text])
    }
    try checkClosing(it.closes, of: window.window, from: it.opens, clause: "windows.\(window.name)")
    if let other = overlapping(it) {
      throw Refusal(
        .overlappingCall, clause: "procedures.\(it.procedure)",
        ["call": other.id, "until": other.closes.text])
    }
    var needs = [registrar]
    if let rule = procedure.openedBy.rule { needs.append(.resolution(rule: rule, on: nil)) }
    if let role = procedure.openedBy.office {
      needs.append(.some(1, of: holders(of: role), as: role))
    }
    try require(needs, of: act)
  }

  private func overlapping(_ it: CallOpened) -> Call? {
    calls.values.filter {
      $0.procedure == it.procedure && it.opens < $0.graceEnds && $0.opens < it.closes
    }
    .min { Self.inOrder($0.id, $1.id) }
  }

  /// Throws unless a window's closing is what the statutes make it.
  func checkClosing(
    _ closes: Instant, of window: Statutes.Window, from opens: Instant, clause: String
  ) throws(Refusal) {
    let expected = closing(of: window, from: opens)
    // One that is always open has no length of its own: whoever opens it says until when.
    guard closes == expected || window.open == nil && closes > opens else {
      throw Refusal(
        .wrongWindow, clause: clause, ["found": closes.text, "expected": expected?.text ?? "–"])
    }
  }

  /// When a window that opens at a moment closes; `nil` for one that is always open.
  public func closing(of window: Statutes.Window, from opens: Instant) -> Instant? {
    window.open.flatMap { calendar?.closing(of: $0, from: opens, working: window.workingDays) }
  }

  /// The window of a procedure's first stage, in which applications are received.
  public func receivingWindow(of procedure: String) -> (name: String, window: Statutes.Window)? {
    guard let name = statutes?.procedures[procedure]?.stages.first?.window,
      let window = statutes?.windows[name]
    else { return nil }
    return (name, window)
  }

  /// The first moment that a window's grace does not reach.
  func graceEnd(of window: Statutes.Window, closing: Instant) -> Instant {
    guard let grace = window.grace, let calendar else { return closing }
    return calendar.closing(of: grace, from: closing)
  }

  mutating func record(_ it: CallOpened, _ act: Act) {
    guard let window = receivingWindow(of: it.procedure)?.window else {
      preconditionFailure("not admitted")
    }
    calls[it.call] = Call(
      id: it.call, procedure: it.procedure, version: statutes?.version ?? 1, opens: it.opens,
      firstCloses: it.closes,
      closes: it.closes, graceEnds: graceEnd(of: window, closing: it.closes),
      lotSource: it.lotSource,
      formDigest: it.form)
  }

  func admit(_ it: CallExtended, _ act: Act) throws(Refusal) {
    let call = try call(it.call)
    guard let (name, window) = receivingWindow(of: call.procedure), let outage = window.outage,
      let calendar
    else { throw Refusal(.extensionTooLong, clause: "procedures.\(call.procedure)") }
    let clause = "windows.\(name).outage"
    guard act.received < call.graceEnds, call.closedDigest == nil, it.closes > call.closes else {
      throw Refusal(.extensionTooLate, clause: clause, ["until": call.graceEnds.text])
    }
    let latest = calendar.closing(of: outage.extendMax, from: call.firstCloses)
    guard it.closes <= latest else {
      throw Refusal(
        .extensionTooLong, clause: clause, ["found": it.closes.text, "expected": latest.text])
    }
    try require(outage.by.map { .some(1, of: holders(of: $0), as: $0) }, of: act)
  }

  mutating func record(_ it: CallExtended, _ act: Act) {
    guard let procedure = calls[it.call]?.procedure,
      let window = receivingWindow(of: procedure)?.window
    else { preconditionFailure("not admitted") }
    let graceEnds = graceEnd(of: window, closing: it.closes)
    change(&calls, it.call) {
      $0.closes = it.closes
      $0.graceEnds = graceEnds
    }
  }

  func admit(_ it: CallClosed, _ act: Act) throws(Refusal) {
    let call = try call(it.call)
    if call.closedDigest != nil { throw Refusal(.callClosed, ["call": it.call]) }
    guard act.received >= call.graceEnds else {
      throw Refusal(.callStillOpen, clause: windowClause(call), ["until": call.graceEnds.text])
    }
    let counts = doorCounts(of: call)
    for name in Set(counts.keys).union(it.counts.keys).sorted()
    where counts[name] != it.counts[name] {
      throw Refusal(
        .wrongCounts,
        [
          "name": name, "found": it.counts[name].map(String.init) ?? "–",
          "expected": counts[name].map(String.init) ?? "–",
        ])
    }
    try require([registrar], of: act)
  }

  private func windowClause(_ call: Call) -> String? {
    receivingWindow(of: call.procedure).map { "windows.\($0.name)" }
  }

  mutating func record(_ it: CallClosed, _ act: Act) {
    guard let call = calls[it.call] else { preconditionFailure("not admitted") }
    for (id, door) in doors(of: call) { change(&applications, id) { $0.door = door } }
    let digest = digest(of: act.statement)
    change(&calls, it.call) { $0.closedDigest = digest }
  }

  /// The call of that name.
  func call(_ id: String) throws(Refusal) -> Call {
    guard let call = calls[id] else { throw Refusal(.unknownCall, ["call": id]) }
    return call
  }
}

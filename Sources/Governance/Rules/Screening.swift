// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// What screening finds of an application at a moment, by the statutes' tests.
  public func screening(of application: Application, at now: Instant) -> Application.Screening? {
    guard let door = application.door, let procedure = calls[application.call]?.procedure,
      let scope = scope(of: application, at: now)
    else { return nil }
    let tests = tests(of: procedure)
    let truths = tests.map { $0.evaluate(in: scope) }
    var values: [String: String] = [:]
    for (test, truth) in zip(tests, truths) { values[test.predicateName] = truth.word }
    let (disposition, reasons) = finding(application, door, truths) {
      var seen: Set<String> = []
      return tests.flatMap { $0.shortcomings(in: scope) }.map(\.code).filter {
        seen.insert($0).inserted
      }
    }
    return Application.Screening(
      disposition: disposition, tests: values, reasons: reasons, related: door.related, at: now)
  }

  /// The screen stage's test and the fix stage's.
  private func tests(of procedure: String) -> [Expression] {
    let stages = statutes?.procedures[procedure]?.stages ?? []
    return ["screen", "fix"].compactMap { id in stages.first { $0.id == id }?.test }
  }

  private func finding(
    _ application: Application, _ door: Door, _ truths: [Truth], shortcomings: () -> [String]
  ) -> (Disposition, [String]) {
    switch door.turnedAway {
    case .early: return (.early, ["before_open"])
    case .late: return (.late, [door.beyondGrace ? "late_beyond_grace" : "late"])
    case .superseded: return (.superseded, ["superseded"])
    case nil where application.withdrawn: return (.withdrawn, ["withdrawn"])
    case nil, .withdrawn, .ineligible, .eligible, .incomplete: break
    }
    if truths.first == .no { return (.ineligible, shortcomings()) }
    if truths.allSatisfy({ $0 == .yes }) { return (.eligible, door.byGrace ? ["grace"] : []) }
    return (.incomplete, shortcomings())
  }

  /// The window in which an incomplete application may be repaired.
  func repairWindow(of call: String) -> (name: String, window: Statutes.Window)? {
    guard let procedure = calls[call]?.procedure,
      let name = statutes?.procedures[procedure]?.stage("fix")?.window,
      let window = statutes?.windows[name]
    else { return nil }
    return (name, window)
  }

  /// Whether it was incomplete and nothing made it whole in time.
  public func isLapsed(_ application: Application, at now: Instant) -> Bool {
    guard application.screening?.disposition == .incomplete, !application.rescreen,
      !application.withdrawn
    else { return false }
    return application.repairCloses.map { now >= $0 } ?? true
  }
}

extension Truth {
  /// As `application.screened` writes it: `true`, `false` or `unknown`.
  public var word: String {
    switch self {
    case .yes: "true"
    case .no: "false"
    case .unknown: "unknown"
    }
  }
}

extension Expression {
  /// The name of the defined predicate or attribute that this is, for `application.screened`.
  var predicateName: String {
    switch self {
    case .defined(let name, _), .isTrue(.fact(let name)): name
    case .or, .and, .not, .isTrue, .compare, .isIn, .known, .hasAll: "test"
    }
  }
}

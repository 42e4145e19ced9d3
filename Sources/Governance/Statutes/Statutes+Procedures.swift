// SPDX-License-Identifier: Apache-2.0

extension Statutes {
  /// Stages that follow one another, from a call to a decision and beyond.
  public struct Procedure: Sendable, Hashable {
    /// The procedure's name.
    public let name: String
    /// Who opens one, and how often.
    public let openedBy: Opening
    /// Selections that are announced before the opening and stay.
    public let frozenBeforeOpen: [String]
    /// The stages in their order.
    public let stages: [Stage]

    /// The stage of that id.
    public func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }
  }

  /// Who opens a procedure.
  public struct Opening: Sendable, Hashable {
    /// By a decision under this rule.
    public let rule: String?
    /// By the holder of this role.
    public let office: String?
    /// Not before a decision under this rule.
    public let after: String?
    /// How often it comes again.
    public let every: Duration?
  }

  /// One step of a procedure.
  public struct Stage: Sendable, Hashable {
    /// The stage's id within the procedure.
    public let id: String
    /// Who acts.
    public let by: [Actor]
    /// When they act.
    public let window: String?
    /// How long they have, from the end of the stage before.
    public let within: Duration?
    /// How often it comes again.
    public let every: Duration?
    /// What is tested.
    public let test: Expression?
    /// Where a certain "no" leads.
    public let fail: Onward?
    /// Where an unknown leads.
    public let unknown: Onward?
    /// Where it leads when nobody acts in time.
    public let timeout: Onward?
    /// Levels of diligence, from the lightest.
    public let tiers: [String]
    /// When diligence is done again.
    public let renew: Duration?
    /// The selection that is made here.
    public let select: String?
    /// The matter that is decided here.
    public let matter: String?
    /// Whether each is decided by itself, or all in one list.
    public let each: Bool
    /// The body that decides here.
    public let body: String?
    /// The rule it decides by.
    public let rule: String?
    /// The verdicts it may give.
    public let may: [Verdict]
    /// Acts and papers without which the stage is not done.
    public let needs: [String]
    /// Whether an objection needs reasons.
    public let reasoned: Bool
    /// Who may answer an objection.
    public let answeredBy: [Actor]
    /// How many objections take one off the list.
    public let pullAt: Int?
    /// Whether of several by one applicant the last in time stands.
    public let lastInTimeStands: Bool
    /// Who may bring papers in batches, and who signs with them.
    public let paperBatches: PaperBatches?
  }

  /// Someone who acts in a procedure or proposes a matter.
  public enum Actor: Sendable, Hashable {
    case applicant
    case anyParty
    case role(String)
    case roll(String)
    case body(String)
    /// Someone outside, by a word of an enumeration: `council`.
    case outside(String)
  }

  /// Where a stage leads.
  public enum Onward: Sendable, Hashable {
    case stage(String)
    case end(StageEnd)
  }

  /// What becomes of a stage that is over without its act.
  public enum StageEnd: String, Sendable, CaseIterable {
    case next, `repeat`, lapsed, rejected, escalate, recorded
    case nextInReserve = "next_in_reserve"
  }

  /// What an appeal can bring.
  public enum Verdict: String, Sendable, CaseIterable {
    case uphold, remit
  }

  /// Ideas on paper, brought together.
  public struct PaperBatches: Sendable, Hashable {
    /// The role that brings them.
    public let by: String
    /// The role that signs with it.
    public let cosign: String
  }
}

extension Statutes.Procedure {
  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(["opened_by", "frozen_before_open", "stages"]) else { return nil }
    let openedBy = form.required("opened_by").flatMap(Statutes.Opening.init)
    let items = form.required("stages")?.items() ?? []
    let ids = items.map { $0.value["id"]?.string }
    for (index, id) in ids.enumerated() {
      if let id, ids[..<index].contains(id) { items[index].fault(.repeated(id)) }
    }
    let known = ids.compactMap(\.self)
    let stages = items.compactMap { Statutes.Stage($0, stages: known) }
    self.name = name
    self.frozenBeforeOpen = form.optional("frozen_before_open")?.references(.selection) ?? []
    if items.isEmpty, form.has("stages") { form.reading.fault("\(form.path).stages", .missing) }
    guard let openedBy else { return nil }
    self.openedBy = openedBy
    self.stages = stages
  }
}

extension Statutes.Opening {
  init?(_ branch: Branch) {
    guard let form = branch.form(["rule", "office", "after", "every"]) else { return nil }
    form.exactlyOne(of: ["rule", "office"])
    rule = form.optional("rule")?.reference(.rule)
    office = form.optional("office")?.reference(.role)
    after = form.optional("after")?.reference(.rule)
    every = form.optional("every")?.duration()
  }
}

extension Statutes.Stage {
  private static let keys = [
    "id", "by", "window", "within", "every", "test", "fail", "unknown", "timeout", "tiers",
    "renew", "select", "matter", "each", "body", "rule", "may", "needs", "reasoned",
    "answered_by", "pull_at", "same_applicant", "paper_batches",
  ]

  init?(_ branch: Branch, stages: [String]) {
    guard let form = branch.form(Self.keys) else { return nil }
    let id = form.required("id")?.identifier()
    by = form.optional("by")?.actors() ?? []
    window = form.optional("window")?.reference(.window)
    within = form.optional("within")?.duration()
    every = form.optional("every")?.duration()
    test = form.optional("test")?.expression()
    fail = form.optional("fail")?.onward(stages)
    unknown = form.optional("unknown")?.onward(stages)
    timeout = form.optional("timeout")?.onward(stages)
    tiers = form.optional("tiers")?.identifiers() ?? []
    renew = form.optional("renew")?.duration()
    select = form.optional("select")?.reference(.selection)
    matter = form.optional("matter")?.reference(.matter)
    each = form.optional("each")?.boolean() ?? false
    body = form.optional("body")?.reference(.body)
    rule = form.optional("rule")?.reference(.rule)
    may = form.optional("may")?.items().compactMap { $0.choice() } ?? []
    needs = form.optional("needs")?.identifiers() ?? []
    reasoned = form.optional("reasoned")?.boolean() ?? false
    answeredBy = form.optional("answered_by")?.actors() ?? []
    pullAt = form.optional("pull_at")?.integer(1...10_000)
    lastInTimeStands = form.optional("same_applicant")?.word("last_in_time") != nil
    paperBatches = form.optional("paper_batches").flatMap(Statutes.PaperBatches.init)
    if form.has("fail") || form.has("unknown") { _ = form.required("test") }
    guard let id else { return nil }
    self.id = id
  }
}

extension Statutes.PaperBatches {
  init?(_ branch: Branch) {
    guard let form = branch.form(["by", "cosign"]) else { return nil }
    let by = form.required("by")?.reference(.role)
    let cosign = form.required("cosign")?.reference(.role)
    guard let by, let cosign else { return nil }
    self.by = by
    self.cosign = cosign
  }
}

extension Branch {
  /// One actor or a list of them.
  fileprivate func actors() -> [Statutes.Actor] {
    value.array == nil ? [actor()].compactMap(\.self) : items().compactMap { $0.actor() }
  }

  func actor() -> Statutes.Actor? {
    guard let name = text() else { return nil }
    if name == "applicant" { return .applicant }
    if name == "any_party" || name == "party" { return .anyParty }
    if reading.isKnown(name, as: .role) { return .role(name) }
    if reading.isKnown(name, as: .roll) { return .roll(name) }
    if reading.isKnown(name, as: .body) { return .body(name) }
    if reading.isKnown(name, as: .value) { return .outside(name) }
    fault(.unknownName(name, [.role, .roll, .body]))
    return nil
  }

  fileprivate func onward(_ stages: [String]) -> Statutes.Onward? {
    guard let text = text() else { return nil }
    if stages.contains(text) { return .stage(text) }
    if let end = Statutes.StageEnd(rawValue: text) { return .end(end) }
    fault(.unknownName(text, [.stage]))
    return nil
  }
}

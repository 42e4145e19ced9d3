// SPDX-License-Identifier: Apache-2.0

public import Counting

extension Statutes {
  /// Something that can be decided.
  public struct Matter: Sendable, Hashable {
    /// The matter's name.
    public let name: String
    /// How it is decided.
    public let decision: Decision
    /// Who may propose it.
    public let proposedBy: Actor?
    /// How many must second it.
    public let seconds: Int
    /// The window for discussion before the vote.
    public let discuss: String?
    /// Whether the text may change until it is frozen.
    public let amendable: Bool
    /// A later decision without which this one lapses.
    public let ratify: Ratification?
    /// How long the party concerned has to be heard.
    public let hearing: Duration?
    /// How long the effect lasts.
    public let lasts: Duration?
    /// The body that hears an appeal.
    public let appeal: String?
    /// What is done with the minority's reasons.
    public let dissent: Dissent?
    /// Papers without which it cannot be put.
    public let papers: [String]
    /// How long before it is announced.
    public let notice: Duration?
    /// The most money, as a share of a named amount.
    public let limit: Limit?

    /// How a matter is decided.
    public enum Decision: Sendable, Hashable {
      case rule(String)
      case selection(String)
      /// By one side alone, such as an exit.
      case unilateral
    }
  }

  /// A later decision that must confirm.
  public struct Ratification: Sendable, Hashable {
    /// The rule.
    public let rule: String
    /// How soon.
    public let within: Duration
  }

  /// A share of a named amount of money.
  public struct Limit: Sendable, Hashable {
    /// The share.
    public let share: Fraction
    /// The amount: `fund_balance`.
    public let of: String
  }

  /// A right to speak or act outside, for a time and with a duty to report.
  public struct Mandate: Sendable, Hashable {
    /// The mandate's name.
    public let name: String
    /// The matter it comes from.
    public let from: String
    /// How long it lasts.
    public let term: Duration
    /// Whether there is an alternate.
    public let alternate: Bool
    /// How soon after an event the holder reports.
    public let reportWithin: Duration?
    /// Whether the holder speaks on adopted texts only.
    public let speaksOnAdopted: Bool
    /// Who holds it by office: `chair`, or a role.
    public let holder: String?
    /// One holder from each of these rolls.
    public let pairs: [String]
    /// One holder for each group.
    public let per: Grouping?
    /// Minimums among the holders.
    public let floors: [Floor]
    /// How long before an event the holder asks those represented.
    public let consultBefore: Duration?
  }

  /// How the statutes change.
  public struct Amendment: Sendable, Hashable {
    /// The rule that a change needs.
    public let rule: String
    /// A role that must agree too.
    public let byAlso: String?
    /// How long the text stays unchanged before the vote.
    public let textFrozen: Duration
    /// How long after the vote it takes effect.
    public let effectiveAfter: Duration
  }
}

extension Statutes.Matter {
  private static let keys = [
    "rule", "select", "by", "proposed_by", "seconds", "discuss", "amendments", "ratify", "hearing",
    "lasts", "appeal", "dissent", "papers", "notice", "limit",
  ]

  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(Self.keys) else { return nil }
    form.exactlyOne(of: ["rule", "select"])
    let decision = Self.decision(form)
    self.name = name
    self.proposedBy = (form.optional("proposed_by") ?? form.optional("by"))?.actor()
    self.seconds = form.optional("seconds")?.integer(0...10_000) ?? 0
    self.discuss = form.optional("discuss")?.reference(.window)
    self.amendable = form.optional("amendments")?.word("until_frozen") != nil
    self.ratify = form.optional("ratify").flatMap(Statutes.Ratification.init)
    self.hearing = form.optional("hearing")?.duration()
    self.lasts = form.optional("lasts")?.duration()
    self.appeal = form.optional("appeal")?.reference(.body)
    self.dissent = form.optional("dissent")?.choice()
    self.papers = form.optional("papers")?.identifiers() ?? []
    self.notice = form.optional("notice")?.duration()
    self.limit = form.optional("limit").flatMap(ShareOf.init).map {
      Statutes.Limit(share: $0.share, of: $0.of)
    }
    guard let decision else { return nil }
    self.decision = decision
  }

  private static func decision(_ form: Form) -> Decision? {
    if let select = form.optional("select") {
      return select.reference(.selection).map(Decision.selection)
    }
    guard let rule = form.optional("rule") else { return nil }
    return rule.value.string == "none" ? .unilateral : rule.reference(.rule).map(Decision.rule)
  }
}

extension Statutes.Ratification {
  init?(_ branch: Branch) {
    guard let form = branch.form(["rule", "within"]) else { return nil }
    let rule = form.required("rule")?.reference(.rule)
    let within = form.required("within")?.duration()
    guard let rule, let within else { return nil }
    self.rule = rule
    self.within = within
  }
}

extension Statutes.Mandate {
  private static let keys = [
    "from", "term", "alternate", "report_within", "speak_on", "holder", "pairs", "per", "floors",
    "consult_before",
  ]

  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(Self.keys) else { return nil }
    let from = form.required("from")?.reference(.matter)
    let term = form.required("term")?.duration()
    self.name = name
    self.alternate = form.optional("alternate")?.boolean() ?? false
    self.reportWithin = form.optional("report_within")?.duration()
    self.speaksOnAdopted = form.optional("speak_on")?.word("adopted") != nil
    self.holder = form.optional("holder")?.holder()
    self.pairs = form.optional("pairs")?.references(.roll) ?? []
    self.per = form.optional("per")?.grouping()
    self.floors = form.optional("floors")?.floors() ?? []
    self.consultBefore = form.optional("consult_before")?.duration()
    guard let from, let term else { return nil }
    self.from = from
    self.term = term
  }
}

extension Statutes.Amendment {
  init?(_ branch: Branch) {
    guard
      let form = branch.form([
        "matter_rule", "by_also", "text_frozen", "effective_after", "running_procedures",
      ])
    else { return nil }
    let rule = form.required("matter_rule")?.reference(.rule)
    let textFrozen = form.required("text_frozen")?.duration()
    let effectiveAfter = form.required("effective_after")?.duration()
    _ = form.required("running_procedures")?.word("keep_old")
    byAlso = form.optional("by_also")?.reference(.role)
    guard let rule, let textFrozen, let effectiveAfter else { return nil }
    self.rule = rule
    self.textFrozen = textFrozen
    self.effectiveAfter = effectiveAfter
  }
}

extension Branch {
  fileprivate func holder() -> String? {
    value.string == "chair" ? "chair" : reference(.role)
  }
}

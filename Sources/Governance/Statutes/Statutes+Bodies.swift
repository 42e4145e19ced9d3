// SPDX-License-Identifier: Apache-2.0

extension Statutes {
  /// Those who decide together: everyone on a roll, or the holders of seats.
  public struct Body: Sendable, Hashable {
    /// The body's name.
    public let name: String
    /// Who they are.
    public let composition: Composition
    /// Groups that have one vote together.
    public let oneVotePer: Grouping?
    /// Who presides, and how that moves on.
    public let chair: Chair?
    /// Limits on those who sit together.
    public let caps: [Cap]
    /// Minimums among those who sit together.
    public let floors: [Floor]
    /// What happens to a holder who keeps away.
    public let absence: Absence?
    /// Relations to a subject that make a holder step aside.
    public let recuse: [String]
    /// Bodies whose members cannot sit here.
    public let never: [String]

    /// A roll, or seats.
    public enum Composition: Sendable, Hashable {
      case roll(String)
      case seats([String])
    }
  }

  /// Who presides over a body.
  public struct Chair: Sendable, Hashable {
    /// How often the chair moves.
    public let rotates: Duration?
    /// In so many turns, one at least comes from that seat.
    public let atLeastEvery: Turns?
    /// Seats that preside together.
    public let coChairs: [String]
    /// The role that presides by office.
    public let office: String?
    /// Whether the chair votes.
    public let votes: Bool

    /// One turn at least among so many, from one kind of seat.
    public struct Turns: Sendable, Hashable {
      /// Among so many turns.
      public let turns: Int
      /// The seat.
      public let seat: String
    }
  }

  /// After so many meetings missed, the seat is vacant.
  public struct Absence: Sendable, Hashable {
    /// How many in a row.
    public let missed: Int
  }

  /// A kind of seat: who may hold it, who elects, and for how long.
  public struct Seat: Sendable, Hashable {
    /// The seat's name.
    public let name: String
    /// How many there are, for each group if there are groups.
    public let count: Int
    /// The groups that each have so many.
    public let per: Grouping?
    /// Who may hold one.
    public let holder: Expression
    /// Who elects.
    public let electors: Electorate
    /// How long one term lasts.
    public let term: Duration
    /// How many terms in a row.
    public let maxTerms: Int
    /// How long to wait after the last of them.
    public let rest: Duration?
    /// Into how many parts the elections are spread over one term.
    public let stagger: Int
    /// Whether each seat has an alternate.
    public let alternate: Bool
    /// How a vacancy is filled.
    public let vacancy: Vacancy
  }

  /// How a vacancy is filled.
  public enum Vacancy: String, Sendable, CaseIterable {
    case runnerUp = "runner_up"
    case byElection = "by_election"
    case named
  }

  /// Who may vote.
  public enum Electorate: Sendable, Hashable {
    case body(String)
    case roll(String)
    case role(String)
    /// The electors of the seat in question.
    case seat
    /// Those who share the subject's group: `own_community` is `community`.
    case own(String)
  }
}

extension Statutes.Body {
  init?(_ name: String, _ branch: Branch) {
    guard
      let form = branch.form([
        "roll", "seats", "one_vote_per", "chair", "caps", "floors", "absent", "recuse", "never",
      ])
    else { return nil }
    form.exactlyOne(of: ["roll", "seats"])
    let roll = form.optional("roll")?.reference(.roll)
    let seats = form.optional("seats")?.someReferences(.seat)
    self.name = name
    self.oneVotePer = form.optional("one_vote_per")?.grouping()
    self.chair = form.optional("chair").flatMap(Statutes.Chair.init)
    self.caps = form.optional("caps")?.caps() ?? []
    self.floors = form.optional("floors")?.floors() ?? []
    self.absence = form.optional("absent").flatMap(Statutes.Absence.init)
    self.recuse = form.optional("recuse")?.references(.relation) ?? []
    self.never = form.optional("never")?.references(.body) ?? []
    if let roll {
      self.composition = .roll(roll)
    } else if let seats {
      self.composition = .seats(seats)
    } else {
      return nil
    }
  }
}

extension Statutes.Chair {
  init?(_ branch: Branch) {
    guard
      let form = branch.form(["rotates", "at_least_every", "co_chairs", "office", "votes"])
    else { return nil }
    rotates = form.optional("rotates")?.duration()
    atLeastEvery = form.optional("at_least_every").flatMap(Turns.init)
    coChairs = form.optional("co_chairs")?.references(.seat) ?? []
    office = form.optional("office")?.reference(.role)
    votes = form.optional("votes")?.boolean() ?? true
  }
}

extension Statutes.Chair.Turns {
  init?(_ branch: Branch) {
    guard let form = branch.form(["turns", "from"]) else { return nil }
    let turns = form.required("turns")?.integer(1...100)
    let seat = form.required("from")?.reference(.seat)
    guard let turns, let seat else { return nil }
    self.turns = turns
    self.seat = seat
  }
}

extension Statutes.Absence {
  init?(_ branch: Branch) {
    guard let form = branch.form(["missed", "effect"]) else { return nil }
    let missed = form.required("missed")?.integer(1...100)
    _ = form.required("effect")?.word("vacate")
    guard let missed else { return nil }
    self.missed = missed
  }
}

extension Statutes.Seat {
  init?(_ name: String, _ branch: Branch) {
    guard
      let form = branch.form([
        "count", "per", "holder", "electors", "term", "max_terms", "rest", "stagger", "alternate",
        "vacancy",
      ])
    else { return nil }
    let count = form.required("count")?.integer(1...1_000)
    let holder = form.required("holder")?.expression()
    let electors = form.required("electors")?.electorate()
    let term = form.required("term")?.duration()
    let maxTerms = form.required("max_terms")?.integer(1...100)
    let stagger = form.required("stagger")?.integer(1...100)
    let vacancy: Statutes.Vacancy? = form.required("vacancy")?.choice()
    self.name = name
    self.per = form.optional("per")?.grouping()
    self.rest = form.optional("rest")?.duration()
    self.alternate = form.optional("alternate")?.boolean() ?? false
    guard let count, let holder, let electors, let term, let maxTerms, let stagger, let vacancy
    else { return nil }
    self.count = count
    self.holder = holder
    self.electors = electors
    self.term = term
    self.maxTerms = maxTerms
    self.stagger = stagger
    self.vacancy = vacancy
  }
}

extension Branch {
  /// A body, a roll or a role; `seat`; or `own_` and what groups the electors.
  func electorate() -> Statutes.Electorate? {
    guard let name = text() else { return nil }
    if name == "seat" { return .seat }
    if reading.isKnown(name, as: .body) { return .body(name) }
    if reading.isKnown(name, as: .roll) { return .roll(name) }
    if reading.isKnown(name, as: .role) { return .role(name) }
    if name.hasPrefix("own_") {
      let group = String(name.dropFirst(4))
      if group == "caucus" || reading.isKnown(group, as: .attribute) { return .own(group) }
    }
    fault(.unknownName(name, [.body, .roll, .role]))
    return nil
  }
}

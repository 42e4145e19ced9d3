// SPDX-License-Identifier: Apache-2.0

extension Statutes {
  /// A declared tie between two parties: `family`, `sponsor_of`.
  public struct Relation: Sendable, Hashable {
    /// The relation's name.
    public let name: String
    /// Whether it always holds both ways.
    public let symmetric: Bool
  }

  /// A set of parties by predicate, at the moment it is asked for.
  public struct Roll: Sendable, Hashable {
    /// The roll's name.
    public let name: String
    /// The roll it is a part of.
    public let of: String?
    /// Who is in it.
    public let members: Expression
  }

  /// How parties fall into groups, for caps, for one vote each and for seats and tellers per group.
  public enum Grouping: Sendable, Hashable {
    case attribute(String)
    case relation(String)
    case role(String)
    case rolls([String])
    /// Each party is its own group; `applicant` is written for the same.
    case party

    /// The name as written: `oblast`.
    public var name: String {
      switch self {
      case .attribute(let name), .relation(let name), .role(let name): name
      case .rolls(let names): names.joined(separator: "_")
      case .party: "party"
      }
    }
  }

  /// At most so many of one group, or of those who meet a predicate.
  public struct Cap: Sendable, Hashable {
    /// What the reason is called: `oblast`.
    public let name: String
    /// How many, or what share of the whole.
    public let atMost: Amount
    /// How groups are made; a predicate makes one group.
    public let group: Group
    /// The attribute whose sum is limited, when it is not the number of those taken.
    public let measured: String?

    /// How a cap's groups are made.
    public enum Group: Sendable, Hashable {
      case per(Grouping)
      case meeting(Expression)
    }
  }

  /// At least so many of those who meet a predicate.
  public struct Floor: Sendable, Hashable {
    /// What the reason is called: `small`.
    public let name: String
    /// How many, or what share of the whole.
    public let atLeast: Amount
    /// Who counts.
    public let members: Expression
    /// The attribute whose sum is meant, when it is not the number of those taken.
    public let measured: String?
  }

  /// A named signer of acts.
  public struct Role: Sendable, Hashable {
    /// The role's name.
    public let name: String
    /// Who holds it.
    public let heldBy: Holder
    /// How many hold it, for each group if there are groups.
    public let count: Int?
    /// The groups that each have so many.
    public let per: Grouping?
    /// The rule or the role that names the holders; `each_party` when every party names its own.
    public let namedBy: String?
    /// Relations to a candidate that bar a holder.
    public let notFrom: [String]
    /// Relations to the subject of an act that make a holder step aside.
    public let recuse: [String]
    /// Kinds of act that need so many further signatures.
    public let cosign: [String: Int]
    /// Whether the holders vote.
    public let votes: Bool
    /// How often the office moves.
    public let rotates: Duration?
    /// Limits on the holders together.
    public let caps: [Cap]
    /// Rules whose result the holder decides about.
    public let decides: [String]
    /// How long the holder has for it.
    public let within: Duration?
    /// When the holder must give reasons.
    public let reasons: String?

    /// Who holds a role.
    public enum Holder: String, Sendable, CaseIterable {
      case office, panel, external, party
    }
  }
}

extension Statutes.Relation {
  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(["symmetric"]) else { return nil }
    self.name = name
    self.symmetric = form.optional("symmetric")?.boolean() ?? false
  }
}

extension Statutes.Roll {
  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(["of", "where"]) else { return nil }
    let of = form.optional("of")?.reference(.roll)
    guard let members = form.required("where")?.expression() else { return nil }
    self.name = name
    self.of = of
    self.members = members
  }
}

extension Statutes.Role {
  init?(_ name: String, _ branch: Branch) {
    guard
      let form = branch.form([
        "held_by", "count", "per", "named_by", "not_from", "recuse", "cosign", "votes", "rotates",
        "caps", "decides", "within", "reasons",
      ])
    else { return nil }
    let heldBy: Holder? = form.required("held_by")?.choice()
    self.name = name
    self.count = form.optional("count")?.integer(1...1_000)
    self.per = form.optional("per")?.grouping()
    self.namedBy = form.optional("named_by")?.namer()
    self.notFrom = form.optional("not_from")?.references(.relation) ?? []
    self.recuse = form.optional("recuse")?.references(.relation) ?? []
    self.cosign = form.optional("cosign")?.counts() ?? [:]
    self.votes = form.optional("votes")?.boolean() ?? true
    self.rotates = form.optional("rotates")?.duration()
    self.caps = form.optional("caps")?.caps() ?? []
    self.decides = form.optional("decides")?.references(.rule) ?? []
    self.within = form.optional("within")?.duration()
    self.reasons = form.optional("reasons")?.word("required", "required_when_departing")
    guard let heldBy else { return nil }
    self.heldBy = heldBy
  }
}

extension Branch {
  fileprivate func namer() -> String? {
    value.string == "each_party" ? "each_party" : reference(.rule, .role)
  }

  fileprivate func counts() -> [String: Int] {
    var counts: [String: Int] = [:]
    for member in cosignatures() { counts[member.key] = member.branch.integer(1...100) }
    return counts
  }

  /// Members whose keys are kinds of act and hold a full stop, so that a path cannot name them.
  private func cosignatures() -> [(key: String, branch: Branch)] {
    guard let members = value.object else {
      fault(.wrongShape(.object))
      return []
    }
    return members.sorted { $0.key < $1.key }.map { key, value in
      if !Identifier.isValid(key) { fault(.badValue(key, .name)) }
      return (key, Branch(value: value, path: "\(path)[\(key)]", reading: reading))
    }
  }

  func grouping() -> Statutes.Grouping? {
    if value.array != nil { return .rolls(references(.roll)) }
    guard let name = text() else { return nil }
    if name == "party" || name == "applicant" { return .party }
    if reading.isKnown(name, as: .attribute) { return .attribute(name) }
    if reading.isKnown(name, as: .relation) { return .relation(name) }
    if reading.isKnown(name, as: .role) { return .role(name) }
    fault(.unknownName(name, [.attribute, .relation, .role]))
    return nil
  }

  func caps() -> [Statutes.Cap] { items().compactMap(Statutes.Cap.init) }

  func floors() -> [Statutes.Floor] { items().compactMap(Statutes.Floor.init) }
}

extension Statutes.Cap {
  init?(_ branch: Branch) {
    guard let form = branch.form(["at_most", "per", "where", "measured"]) else { return nil }
    form.exactlyOne(of: ["per", "where"])
    let atMost = form.required("at_most")?.amount()
    let measured = form.optional("measured")?.measure()
    let grouping = form.optional("per")?.grouping()
    let members = form.optional("where")?.expression()
    guard let atMost else { return nil }
    self.atMost = atMost
    self.measured = measured
    if let grouping {
      self.name = form.members["per"]?.string ?? grouping.name
      self.group = .per(grouping)
    } else if let members {
      self.name = form.members["where"]?.string ?? ""
      self.group = .meeting(members)
    } else {
      return nil
    }
  }
}

extension Statutes.Floor {
  init?(_ branch: Branch) {
    guard let form = branch.form(["at_least", "where", "measured"]) else { return nil }
    let atLeast = form.required("at_least")?.amount()
    let measured = form.optional("measured")?.measure()
    let members = form.required("where")?.expression()
    guard let atLeast, let members else { return nil }
    self.name = form.members["where"]?.string ?? ""
    self.atLeast = atLeast
    self.members = members
    self.measured = measured
  }
}

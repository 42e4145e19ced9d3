// SPDX-License-Identifier: Apache-2.0

/// What is known of a member at a moment, for those who tell members apart.
///
/// The moment is not before the last act; the statutes that speak are those in force then.
extension Assembly {
  /// Whether a defined predicate holds for a party; unknown where the statutes have none of that name.
  public func value(of predicate: String, forParty party: String, at moment: Instant) -> Truth {
    let view = inForce(at: moment).map { under($0.version) } ?? self
    guard let expression = view.statutes?.definitions[predicate],
      let scope = view.scope(ofParty: party, at: moment)
    else { return .unknown }
    return expression.evaluate(in: scope)
  }

  /// What an attribute says of a party; absent where the statutes have none of that name.
  public func fact(_ attribute: String, ofParty party: String, at moment: Instant) -> Fact {
    guard let attribute = inForce(at: moment)?.attributes[attribute], let known = parties[party]
    else { return .absent }
    return attribute.fact(from: known.facts(at: moment)[attribute.name])
  }

  /// SHA-256 of the canonical JSON of that version of the statutes, in hex.
  public func digest(ofStatutes version: Int) -> String? {
    edition(version).map { hex(sha256($0.tree.canonicalBytes)) }
  }

  /// The classes of members that a party is in, as ``rolls(of:at:)`` under the statutes of the moment.
  public func classes(ofParty party: String, at moment: Instant) -> [String] {
    (inForce(at: moment).map { under($0.version) } ?? self).rolls(of: party, at: moment)
  }
}

extension Statement {
  /// The statutes that govern this statement if it comes at that moment: those of its procedure, else
  /// those in force.
  public func governedBy(_ assembly: Assembly, at moment: Instant) -> Statutes? {
    assembly.edition(assembly.governing(judged, at: moment))
  }
}

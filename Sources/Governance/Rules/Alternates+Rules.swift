// SPDX-License-Identifier: Apache-2.0

/// Who sits for a holder (`Bodies.md`, "Alternates").
extension Assembly {
  func admit(_ it: AlternateNamed, _ act: Act) throws(Refusal) {
    guard let seat = statutes?.seats[it.seat] else {
      throw Refusal(.unknownSeat, clause: "seats", ["seat": it.seat])
    }
    guard seat.alternate else {
      throw Refusal(.noAlternates, clause: "seats.\(it.seat).alternate", ["seat": it.seat])
    }
    guard holders(ofSeat: it.seat, at: act.received).contains(it.party) else {
      throw Refusal(
        .notAHolder, clause: "seats.\(it.seat)", ["seat": it.seat, "party": it.party])
    }
    try checkMember(it.alternate, at: act.received)
    if it.alternate == it.party { throw Refusal(.unknownParty, ["party": it.alternate]) }
    guard isHolder(it.alternate, [:], of: seat, at: act.received) else {
      throw Refusal(
        .notAHolder, clause: "seats.\(it.seat).holder", ["seat": it.seat, "party": it.alternate])
    }
    guard !sits(it.alternate, beside: it, at: act.received) else {
      throw Refusal(.tooManyHolders, clause: "seats.\(it.seat)", ["seat": it.seat])
    }
    let both = [it.party, it.alternate].map { SignerNeed.some(1, of: votingKeys(of: [$0]), as: $0) }
    try require(both, of: act)
  }

  /// Whether a party holds a seat of a body of the class, or is another's alternate there.
  private func sits(_ party: String, beside it: AlternateNamed, at now: Instant) -> Bool {
    let own = seated(in: it.seat, at: now).contains(party)
    let classes = classesBeside(it.seat)
    return own
      || alternates.contains {
        classes.contains($0.seat) && !($0.seat == it.seat && $0.party == it.party)
          && alternate(of: $0.party, in: $0.seat, at: now) == party
      }
  }

  /// All classes of the bodies that a class belongs to, itself at least.
  private func classesBeside(_ seat: String) -> Set<String> {
    let bodies = (statutes?.bodies ?? [:]).values.map(\.seatClasses).filter { $0.contains(seat) }
    return Set(bodies.joined()).union([seat])
  }

  /// The holders of all seats of the bodies that a class belongs to.
  private func seated(in seat: String, at moment: Instant) -> Set<String> {
    let classes = classesBeside(seat)
    return Set(terms.filter { classes.contains($0.seat) && runs($0, at: moment) }.map(\.party))
  }

  mutating func record(_ it: AlternateNamed, _ act: Act) {
    guard let term = runningTerm(of: it.party, in: it.seat, at: act.received) else {
      preconditionFailure("not admitted")
    }
    alternates.append(
      NamedAlternate(
        seat: it.seat, party: it.party, alternate: it.alternate, from: act.received, term: term))
  }

  /// The place, among all terms, of the term by which a party holds a seat of a class.
  private func runningTerm(of party: String, in seat: String, at moment: Instant) -> Int? {
    terms.firstIndex { $0.seat == seat && $0.party == party && runs($0, at: moment) }
  }

  /// Who sits for a holder at a moment, if somebody does.
  ///
  /// The last that was named in the term that runs, while it is a member and holds no seat of a body
  /// of the class itself.
  public func alternate(of party: String, in seat: String, at moment: Instant) -> String? {
    guard let term = runningTerm(of: party, in: seat, at: moment),
      let last = alternates.last(where: { $0.term == term && $0.from <= moment }),
      parties[last.alternate]?.isMember(at: moment) == true,
      !seated(in: seat, at: moment).contains(last.alternate)
    else { return nil }
    return last.alternate
  }

  /// The alternates of a class in force at a moment, by holder.
  public func alternates(ofSeat seat: String, at moment: Instant) -> [String: String] {
    let pairs = holders(ofSeat: seat, at: moment).compactMap { party in
      alternate(of: party, in: seat, at: moment).map { (party, $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

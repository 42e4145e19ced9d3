// SPDX-License-Identifier: Apache-2.0

import Counting

/// Places that the electors of a class give away without an election (`Bodies.md`, "`seat.named`").
public struct Naming: Sendable, Equatable {
  /// When the term ends.
  public let until: Instant
  /// The class's electors: groups, of more than half of which one voting key each signs.
  public let electors: [[String]]
}

extension Assembly {
  /// What naming a party for a place of a class takes at a moment; throws why it may not be named.
  public func naming(
    of party: String, for name: String, at now: Instant
  ) throws(Refusal) -> Naming {
    guard let seat = statutes?.seats[name], seat.per == nil else {
      throw Refusal(.unknownSeat, clause: "seats", ["seat": name])
    }
    guard seat.vacancy == .named, holders(ofSeat: name, at: now).count < seat.count else {
      throw Refusal(.noVacancy, clause: "seats.\(name).vacancy", ["seat": name])
    }
    try checkMember(party, at: now)
    try checkHolder(party, [:], seat, at: now)
    let held = terms.filter { $0.party == party && runs($0, at: now) }.map(\.seat)
    try checkOtherSeats(of: party, held, in: body(ofSeat: name)?.name, seat, at: now)
    try checkCaps(party, seat, at: now)
    guard let until = calendar?.closing(of: seat.term, from: now) else {
      throw Refusal(.noVacancy, clause: "seats.\(name).vacancy", ["seat": name])
    }
    return Naming(until: until, electors: electors(as: seat.electors, at: now).groups)
  }

  /// Throws where a party would be one too many beside those who sit in the body.
  private func checkCaps(
    _ party: String, _ seat: Statutes.Seat, at now: Instant
  ) throws(Refusal) {
    guard let body = body(ofSeat: seat.name) else { return }
    let sitting = terms.filter { body.seatClasses.contains($0.seat) && runs($0, at: now) }
    let limits = Limits(
      assembly: self, candidates: [Seated(party: party, facts: [:])],
      seated: sitting.map(seated), moment: now)
    let whole = seatCount(of: body)
    for cap in body.caps
    where limits.constraints(of: cap, whole: whole).contains(where: { $0.atMost == 0 }) {
      throw Refusal(
        .capBroken, clause: "bodies.\(body.name).caps", ["seat": seat.name, "party": party])
    }
  }

  func admit(_ it: SeatNamed, _ act: Act) throws(Refusal) {
    let naming = try naming(of: it.party, for: it.seat, at: act.received)
    guard it.until == naming.until else {
      throw Refusal(
        .wrongTerms, clause: "seats.\(it.seat).term",
        ["found": it.until.text, "expected": naming.until.text])
    }
    try require(
      [
        registrar, .some(1, of: votingKeys(of: [it.party]), as: it.party),
        .majority(of: naming.electors, as: "seats.\(it.seat).electors"),
      ], of: act)
  }

  mutating func record(_ it: SeatNamed, _ act: Act) {
    terms.append(
      Term(
        seat: it.seat, party: it.party, from: act.received, until: it.until, origin: .named,
        predecessor: nil))
  }
}

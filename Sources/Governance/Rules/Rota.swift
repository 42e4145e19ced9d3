// SPDX-License-Identifier: Apache-2.0

/// Whose turn it is to preside (`Bodies.md`, "The rota").
extension Assembly {
  /// The next turns of a body by its rota, the first of which would begin at a moment.
  ///
  /// Each later one begins where the one before is over, as if nobody else's seat, suspension or will
  /// changed meanwhile. None without a rota.
  public func rota(of name: String, from: Instant, turns count: Int) -> [Turn] {
    guard let body = statutes?.bodies[name], let rotates = body.chair?.rotates, let calendar else {
      return []
    }
    var view = self
    var (past, begins) = (turns(of: name), from)
    for _ in 0..<max(0, count) {
      past.append(view.nextTurn(of: body, from: begins, after: past))
      view.declined[name] = nil
      begins = calendar.closing(of: rotates, from: begins)
    }
    return Array(past.suffix(max(0, count)))
  }

  /// The next turn of a body after some, if it begins at a moment.
  func nextTurn(of body: Statutes.Body, from: Instant, after turns: [Turn]) -> Turn {
    let sitters = sitters(of: body, at: from)
    let rota = Rota(
      turns: turns, declined: Set(declined[body.name] ?? []), chair: body.chair, sitters: sitters)
    let chosen = rota.next()
    let seats = chosen.compactMap { one in one.seat.map { (one.party, $0) } }
    return Turn(
      body: body.name, from: from, chairs: chosen.map(\.party),
      seats: Dictionary(seats, uniquingKeysWith: { first, _ in first }))
  }

  /// Who could preside at a moment: by class in the order of the body's seats, then of the terms.
  private func sitters(of body: Statutes.Body, at from: Instant) -> [Sitter] {
    let all: [Sitter]
    switch body.composition {
    case .roll(let name): all = roll(name, at: from).map { Sitter(party: $0, seat: nil) }
    case .seats(let classes):
      all = classes.flatMap { seat in
        terms.filter { $0.seat == seat && runs($0, at: from) }
          .sorted { $0.from == $1.from ? Self.inOrder($0.party, $1.party) : $0.from < $1.from }
          .map { Sitter(party: $0.party, seat: seat) }
      }
    }
    return all.filter { parties[$0.party]?.isSuspended(at: from) == false }
  }
}

/// Somebody of a body, and the class of the seat by which it is one.
private struct Sitter {
  let party: String
  let seat: String?
}

/// What decides who presides next.
private struct Rota {
  /// The turns so far, in order.
  let turns: [Turn]
  /// Who declined since the last one.
  let declined: Set<String>
  let chair: Statutes.Chair?
  /// Those who could preside, in the order in which equals come.
  let sitters: [Sitter]

  /// One chair, or one for each class of those who preside together.
  func next() -> [Sitter] {
    let classes: [String?] = (chair?.coChairs ?? []).map(\.self)
    var chosen: [Sitter] = []
    for seat in classes.isEmpty ? [nil] : classes {
      if let one = first(of: seat, beside: Set(chosen.map(\.party))) { chosen.append(one) }
    }
    return chosen
  }

  /// Who was chair least lately of those who may be it now.
  private func first(of seat: String?, beside chosen: Set<String>) -> Sitter? {
    let eligible = sitters.filter { seat == nil || $0.seat == seat }
    let due = eligible.filter { $0.seat == owed }
    let all = (due.isEmpty ? eligible : due).filter { !chosen.contains($0.party) }
    let last = Set(turns.last?.chairs ?? [])
    let fresh = all.filter { !last.contains($0.party) }
    let willing = fresh.filter { !declined.contains($0.party) }
    let rest = [willing, fresh, all].first { !$0.isEmpty } ?? []
    // Of equals the first: `min` keeps to the order that they have.
    return rest.min { served($0.party) < served($1.party) }
  }

  /// The class that must preside now, because in so many turns it did not.
  private var owed: String? {
    guard let rule = chair?.atLeastEvery, turns.count >= rule.turns - 1 else { return nil }
    let recent = turns.suffix(rule.turns - 1)
    return recent.contains { $0.seats.values.contains(rule.seat) } ? nil : rule.seat
  }

  /// When a party was chair last; before all times if it never was.
  private func served(_ party: String) -> Int {
    turns.last { $0.chairs.contains(party) }?.from.seconds ?? Int.min
  }
}

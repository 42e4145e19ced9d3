// SPDX-License-Identifier: Apache-2.0

/// Who holds which seat until when, and which places are free (`Elections.md`, "Terms").
extension Assembly {
  /// The first moment at which a term does not run any more; none for one that has no end yet.
  public func end(of term: Term) -> Instant? {
    [term.until, term.ended, parties[term.party]?.left].compactMap(\.self).min()
  }

  /// Whether a term has ended, in its time or early.
  func isOver(_ term: Term, at now: Instant) -> Bool { end(of: term).map { $0 <= now } ?? false }

  /// Whether a term runs.
  public func runs(_ term: Term, at now: Instant) -> Bool {
    term.from <= now && !isOver(term, at: now)
  }

  /// The parties that hold seats of a class, suspended ones too, in the order of their terms.
  public func holders(ofSeat seat: String, at now: Instant) -> [String] {
    terms.filter { $0.seat == seat && runs($0, at: now) }.map(\.party)
  }

  /// The parties that hold seats, by class, those without a holder left out.
  public func seatHolders(at now: Instant) -> [String: [String]] {
    Dictionary(grouping: terms.filter { runs($0, at: now) }, by: \.seat)
      .mapValues { $0.map(\.party) }
  }

  /// The body that a class of seats belongs to.
  func body(ofSeat seat: String) -> Statutes.Body? {
    (statutes?.bodies ?? [:]).sorted { Self.inOrder($0.key, $1.key) }.map(\.value)
      .first { $0.seatClasses.contains(seat) }
  }

  /// The free places of a class at a moment, in the order of their ends, the latest first.
  func places(of seat: Statutes.Seat, at moment: Instant) -> [Place] {
    guard let calendar else { return [] }
    let elected = electedTerms(of: seat)
    if elected.isEmpty {
      return seat.cohorts.map {
        Place(until: calendar.closing(of: $0, from: moment), predecessor: nil)
      }
    }
    let running = elected.count { runs(terms[$0], at: moment) }
    let free = max(0, seat.count - running)
    let left = leftEarly(among: elected, at: moment).prefix(free)
    let whole = Place(until: calendar.closing(of: seat.term, from: moment), predecessor: nil)
    return (Array(repeating: whole, count: free - left.count) + left).sorted { $0.until > $1.until }
  }

  /// The places, among all terms, of those of a class that do not come from the founding.
  func electedTerms(of seat: Statutes.Seat) -> [Int] {
    terms.indices.filter { terms[$0].seat == seat.name && terms[$0].origin != .founding }
  }

  /// When terms on the free places of a class would end, the latest first; none of an unknown class.
  public func placeEnds(ofSeat seat: String, at moment: Instant) -> [Instant] {
    statutes?.seats[seat].map { places(of: $0, at: moment).map(\.until) } ?? []
  }

  /// What is left of terms that ended early and that nobody has taken over, the longest first.
  func leftEarly(among indices: [Int], at moment: Instant) -> [Place] {
    let taken = Set(terms.compactMap(\.predecessor))
    return indices.compactMap { index -> Place? in
      guard let until = terms[index].until, until > moment, !taken.contains(index),
        isOver(terms[index], at: moment)
      else { return nil }
      return Place(until: until, predecessor: index)
    }
    .sorted { $0.until > $1.until }
  }

  /// Whether a party has used up its terms in a class and has not rested since (`max_terms`, `rest`).
  func rests(_ party: String, from seat: Statutes.Seat, at moment: Instant) -> Bool {
    let own = terms.filter { $0.seat == seat.name && $0.party == party && $0.origin != .founding }
      .sorted { $0.from < $1.from }
    guard let last = own.last, follows(moment, last, seat) else { return false }
    var row = [last]
    for term in own.dropLast().reversed() {
      guard follows(row[row.count - 1].from, term, seat) else { break }
      row.append(term)
    }
    return row.count { isLong($0, seat) } >= seat.maxTerms
  }

  /// Whether a term that begins at a moment would follow another without a rest.
  private func follows(_ moment: Instant, _ term: Term, _ seat: Statutes.Seat) -> Bool {
    guard let end = end(of: term) else { return true }
    guard let rest = seat.rest, let calendar else { return moment <= end }
    return moment < calendar.closing(of: rest, from: end)
  }

  /// Whether a term was long enough to count: half of the whole, or more.
  private func isLong(_ term: Term, _ seat: Statutes.Seat) -> Bool {
    guard let calendar, let end = end(of: term) else { return true }
    return calendar.closing(of: seat.term.scaled(by: 1, of: 2), from: term.from) <= end
  }
}

extension Statutes.Seat {
  /// How long the first terms last, so that later ones do not all end at once; the longest first.
  var cohorts: [Duration] {
    (0..<stagger).flatMap { cohort in
      let size = (count - cohort + stagger - 1) / stagger
      let length = term.scaled(by: stagger - cohort, of: stagger)
      return Array(repeating: length, count: max(0, size))
    }
  }
}

extension Duration {
  /// The share `part`/`whole` of it in its own unit, rounded down, never less than one.
  func scaled(by part: Int, of whole: Int) -> Duration {
    let count = max(1, count * part / whole)
    return switch self {
    case .minutes: .minutes(count)
    case .hours: .hours(count)
    case .days: .days(count)
    case .months: .months(count)
    }
  }
}

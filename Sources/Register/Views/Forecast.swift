// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Whose terms end when, who of them may stand again, and how many places are to be filled then.
public struct Forecast: Sendable {
  /// The terms of a class that end at one moment.
  public struct Ending: Sendable {
    /// The class of seats.
    public let seat: String
    /// The first moment at which they do not run any more.
    public let at: Instant
    /// Who holds them, in the order of their terms.
    public let holders: [Holder]
    /// How many places of the class an election can fill then.
    public let places: Int
    /// Until when to call for candidates; `nil` where that is done, or no election fills them.
    public let callBy: Instant?
  }

  /// Somebody whose term ends.
  public struct Holder: Sendable, Equatable {
    /// The party.
    public let party: String
    /// Whether it could be nominated for a term from then on.
    public let standing: Standing
  }

  /// Whether a party could be nominated for a class, as far as the log knows today.
  public enum Standing: Sendable, Equatable {
    case mayStand
    /// It has had its terms, and waits until then; `nil` where the statutes name no time.
    case rests(until: Instant?)
    /// Something else stands in the way.
    case mayNot(Refusal)
  }

  /// A turn of a body's chairs that is to come.
  public struct ChairTurn: Sendable {
    /// The body of the statutes.
    public let body: String
    /// The turn and why it is theirs.
    public let coming: ChairRota.Coming
  }

  /// How long before the end of a term an election ought to be called: 60 days, in seconds.
  static let callAhead = 60 * 86_400

  /// By time, then by class; not those whose places are filled already.
  public let endings: [Ending]
  /// The turns of chairs to come, by time, then by body.
  public let chairs: [ChairTurn]

  /// Looks ahead from a moment over so many months.
  public init(_ assembly: Assembly, from now: Instant, months: Int) {
    let horizon = assembly.calendar?.closing(of: .months(months), from: now) ?? now
    var terms: [String: [Instant: [Term]]] = [:]
    for term in assembly.terms {
      guard let end = assembly.end(of: term), end > now, end <= horizon else { continue }
      terms[term.seat, default: [:]][end, default: []].append(term)
    }
    self.endings = terms.flatMap { seat, ends in
      ends.map { Self.ending(of: $0.value, seat, at: $0.key, assembly, now: now) }
    }
    .filter { $0.places > 0 }
    .sorted { $0.at == $1.at ? $0.seat.precedes($1.seat) : $0.at < $1.at }
    self.chairs = (assembly.inForce(at: now)?.bodiesWithRota ?? []).filter {
      !assembly.turns(of: $0).isEmpty
    }
    .flatMap { body in
      ChairRota(assembly, of: body, from: now, to: horizon).coming
        .map { ChairTurn(body: body, coming: $0) }
    }
    .sorted {
      let (left, right) = ($0.coming.turn.from, $1.coming.turn.from)
      return left == right ? $0.body.precedes($1.body) : left < right
    }
  }

  private static func ending(
    of terms: [Term], _ name: String, at end: Instant, _ assembly: Assembly, now: Instant
  ) -> Ending {
    guard let seat = assembly.statutes?.seats[name] else {
      return Ending(seat: name, at: end, holders: [], places: 0, callBy: nil)
    }
    let places = assembly.placeEnds(ofSeat: name, at: end).count
    let isCalled = assembly.elections.values.contains { $0.certified == nil && $0.fills(name) }
    let trial = TrialElection(assembly, of: seat, places: places, from: end, now: now)
    return Ending(
      seat: name, at: end,
      holders: terms.map { Holder(party: $0.party, standing: trial.standing(of: $0.party)) },
      places: places,
      callBy: isCalled || seat.vacancy == .named ? nil : end + -callAhead)
  }
}

/// An election that nobody called, to ask who could be nominated in it; the rules themselves say so.
private struct TrialElection {
  private let assembly: Assembly
  private let seat: Statutes.Seat
  private let termsFrom: Instant
  private let now: Instant
  /// A name that no nomination has, for the election and whoever is nominated in it.
  private let name: String

  init(
    _ assembly: Assembly, of seat: Statutes.Seat, places: Int, from termsFrom: Instant,
    now: Instant
  ) {
    var assembly = assembly
    let now = max(now, assembly.now)
    let name = Self.freeName(in: assembly)
    let fields: [String: JSON] = [
      "election": .string(name), "matter": "-",
      "places": .object([seat.name: .integer(places)]),
      "nominations_close": .string(termsFrom.text), "terms_from": .string(termsFrom.text),
    ]
    if let call = Self.act(.electionCalled, fields, "e", by: [], assembly, at: now) {
      assembly.apply(call)
    }
    self.assembly = assembly
    self.name = name
    self.seat = seat
    self.termsFrom = termsFrom
    self.now = now
  }

  private static func freeName(in assembly: Assembly) -> String {
    var number = 1
    while assembly.nominations["forecast-\(number)"] != nil { number += 1 }
    return "forecast-\(number)"
  }

  func standing(of party: String) -> Forecast.Standing {
    let keys = assembly.keys.filter { $0.value.party == party && $0.value.revoked == nil }
    guard let key = keys.keys.min(by: { $0.precedes($1) }) else {
      return .mayNot(Refusal(.unknownKey, ["key": party]))
    }
    let fields: [String: JSON] = [
      "nomination": .string(name), "election": .string(name),
      "seat": .string(seat.name), "party": .string(party), "nominee": .string(key),
      "label": "-", "facts": [:],
    ]
    guard let act = Self.act(.nominationMade, fields, "f", by: [key], assembly, at: now) else {
      return .mayNot(Refusal(.unknownKey, ["key": key]))
    }
    do { try assembly.admit(act) } catch { return standing(after: error) }
    return .mayStand
  }

  private func standing(after refusal: Refusal) -> Forecast.Standing {
    switch refusal.code {
    case .resting:
      let until = seat.rest.flatMap { assembly.calendar?.closing(of: $0, from: termsFrom) }
      return .rests(until: until)
    // Who nominates it is another question, and the last one that the rules ask.
    case .notAnElector, .wrongSigners: return .mayStand
    case _: return .mayNot(refusal)
    }
  }

  private static func act(
    _ kind: Statement.Kind, _ fields: [String: JSON], _ digit: String, by signers: [String],
    _ assembly: Assembly, at now: Instant
  ) -> Act? {
    let id = String(repeating: digit, count: 32)
    guard let statement = try? Statement(kind, ledger: assembly.origin, id: id, fields) else {
      return nil
    }
    return Act(index: 0, received: now, statement: statement, signers: signers)
  }
}

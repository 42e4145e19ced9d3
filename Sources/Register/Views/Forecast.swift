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

  /// By time, then by class; not those whose places are filled already.
  public let endings: [Ending]

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
  }

  private static func ending(
    of terms: [Term], _ name: String, at end: Instant, _ assembly: Assembly, now: Instant
  ) -> Ending {
    guard let seat = assembly.statutes?.seats[name] else {
      return Ending(seat: name, at: end, holders: [], places: 0)
    }
    let places = assembly.places(free: seat, at: end)
    let trial = TrialElection(assembly, of: seat, places: places, from: end, now: now)
    return Ending(
      seat: name, at: end,
      holders: terms.map { Holder(party: $0.party, standing: trial.standing(of: $0.party)) },
      places: places)
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
    return Act(index: 0, received: now, statement: statement, digest: [], signers: signers)
  }
}

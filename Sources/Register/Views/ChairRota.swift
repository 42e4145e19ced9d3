// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Whose turn it will be to chair a body, and why, as far as the terms known today reach.
public struct ChairRota: Sendable {
  /// A turn to come.
  public struct Coming: Sendable {
    /// The turn, as if it were recorded.
    public let turn: Turn
    /// Why its chairs are next, in their order.
    public let reasons: [Reason]
  }

  /// Why somebody is next.
  public struct Reason: Sendable, Equatable {
    /// Who.
    public let party: String
    /// The class of its seat; none of a body that is a roll.
    public let seat: String?
    /// When its last turn began; `nil` if it never was chair.
    public let last: Instant?
    /// Whether a turn from its class is due, so that nobody of another class could be next.
    public let isOwed: Bool
  }

  /// The turns to come, in order.
  public let coming: [Coming]
  /// From when nobody is known who could be chair: the terms known today are over then.
  public let unknownFrom: Instant?

  /// Looks ahead from a moment to another; each turn is tried as if the one before were recorded.
  public init(_ assembly: Assembly, of body: String, from now: Instant, to horizon: Instant) {
    var trial = assembly
    var coming: [Coming] = []
    var unknown: Instant?
    while let begins = trial.nextTurnBegins(of: body, at: coming.last?.turn.from ?? now),
      begins <= horizon, coming.last.map({ $0.turn.from < begins }) ?? true
    {
      guard let turn = trial.rota(of: body, from: begins, turns: 1).first, !turn.chairs.isEmpty
      else {
        unknown = begins
        break
      }
      coming.append(
        Coming(turn: turn, reasons: turn.chairs.map { trial.reason(for: $0, in: turn) }))
      guard trial.rotate(to: turn) else { break }
    }
    self.coming = coming
    self.unknownFrom = unknown
  }
}

extension Assembly {
  /// The first moment at which the next turn of a body's chairs may begin; `nil` without a rota.
  ///
  /// Now where nobody presides, where a chair has left the body or the turn is over; else when the
  /// turn is over, or when the term of a chair ends if that is earlier (`Bodies.md`, "Chairs").
  public func nextTurnBegins(of body: String, at now: Instant) -> Instant? {
    guard let own = inForce(at: now)?.bodies[body], own.chair?.rotates != nil else { return nil }
    guard let last = turns(of: body).last, let over = turnEnds(of: body) else { return now }
    let earliest = max(now, last.from)
    let ends = terms.filter { own.classes.contains($0.seat) && last.chairs.contains($0.party) }
      .compactMap(end(of:)).filter { $0 > earliest && $0 < over }
    return ([earliest] + ends.sorted() + [max(earliest, over)]).first {
      $0 >= over || chairs(of: body, at: $0).count < last.chairs.count
    }
  }

  fileprivate func reason(for party: String, in turn: Turn) -> ChairRota.Reason {
    let seat = turn.seats[party]
    return ChairRota.Reason(
      party: party, seat: seat,
      last: turns(of: turn.body).last { $0.chairs.contains(party) }?.from,
      isOwed: seat != nil && seat == owedClass(in: turn.body))
  }

  /// The class of which one must preside now, because in so many turns none did.
  private func owedClass(in body: String) -> String? {
    guard let rule = statutes?.bodies[body]?.chair?.atLeastEvery else { return nil }
    let recent = turns(of: body).suffix(rule.turns - 1)
    guard recent.count == rule.turns - 1 else { return nil }
    return recent.contains { $0.seats.values.contains(rule.seat) } ? nil : rule.seat
  }

  /// Records a turn for trial; whether it could.
  fileprivate mutating func rotate(to turn: Turn) -> Bool {
    let fields: [String: JSON] = [
      "body": .string(turn.body), "chairs": .array(turn.chairs.map(JSON.string)),
      "from": .string(turn.from.text),
    ]
    let id = String(repeating: "c", count: 32)
    guard let statement = try? Statement(.chairRotated, ledger: origin, id: id, fields) else {
      return false
    }
    apply(Act(index: 0, received: now, statement: statement, signers: []))
    return true
  }
}

extension Statutes {
  /// The bodies whose chair moves on, by name.
  var bodiesWithRota: [String] {
    bodies.inOrder.filter { $0.chair?.rotates != nil }.map(\.name)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Governance

/// How often a holder has kept away from the meetings of a body, one after another until now.
public struct Attendance: Sendable, Equatable {
  /// The class of seats.
  public let seat: String
  /// The holder.
  public let party: String
  /// How many meetings were held while its term has run.
  public let held: Int
  /// The last of them, in order, at which neither it nor its alternate was.
  public let missed: [String]
  /// Whether the statutes take its seat for that.
  public let losesSeat: Bool
}

extension Assembly {
  /// How the holders of a body's seats attend, in the order of its seats and their terms.
  public func attendance(of body: String, at now: Instant) -> [Attendance] {
    let lost = absences(from: body, at: now)
    return (inForce(at: now)?.bodies[body]?.classes ?? []).flatMap { seat in
      terms.filter { $0.seat == seat && runs($0, at: now) }.map { term in
        let own = meetings(of: body).filter { runs(term, at: $0.held) }
        let missed = own.reversed().prefix { !wasThere(term, at: $0) }.reversed().map(\.id)
        return Attendance(
          seat: seat, party: term.party, held: own.count, missed: missed,
          losesSeat: lost.contains { $0.seat == seat && $0.party == term.party })
      }
    }
  }

  /// Whether a holder was present, or its alternate.
  private func wasThere(_ term: Term, at meeting: Meeting) -> Bool {
    let alternate = alternate(of: term.party, in: term.seat, at: meeting.held)
    return ([term.party] + [alternate].compactMap(\.self)).contains(where: meeting.present.contains)
  }
}

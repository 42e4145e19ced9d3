// SPDX-License-Identifier: Apache-2.0

/// Meetings, and seats that are lost by keeping away (`Bodies.md`, "Absence").
extension Assembly {
  func admit(_ it: MeetingHeld, _ act: Act) throws(Refusal) {
    if meetings.contains(where: { $0.id == it.meeting }) { throw exists("meeting", it.meeting) }
    guard let body = statutes?.bodies[it.body] else { throw unknown("body", it.body) }
    guard it.held <= act.received else {
      throw Refusal(.receivedInFuture, ["found": it.held.text, "now": act.received.text])
    }
    if let last = meetings(of: it.body).last, it.held < last.held {
      throw Refusal(
        .wrongWindow, clause: "bodies.\(it.body)",
        ["found": it.held.text, "expected": last.held.text])
    }
    try checkPresent(it.present, at: it.held, of: body)
    let present = Set(it.present.flatMap { votingKeys(of: [$0]) })
    try require([registrar, .some(1, of: present, as: "present")], of: act)
  }

  /// Throws unless parties are some of those who may sit, sorted by bytes, each once.
  private func checkPresent(
    _ present: [String], at held: Instant, of body: Statutes.Body
  ) throws(Refusal) {
    let sitting = sitters(of: body, at: held)
    let misplaced = zip(present, present.dropFirst()).first { !Self.inOrder($0, $1) }?.1
    let stranger = present.first { !sitting.contains($0) }
    guard !present.isEmpty, misplaced == nil, stranger == nil else {
      throw Refusal(
        .notAHolder, clause: "bodies.\(body.name)",
        ["seat": body.name, "party": stranger ?? misplaced ?? "–"])
    }
  }

  /// Those of a body, and who sits for them.
  private func sitters(of body: Statutes.Body, at moment: Instant) -> Set<String> {
    let own = members(of: body, at: moment)
    let alternates = body.seatClasses.flatMap { seat in
      holders(ofSeat: seat, at: moment).compactMap { alternate(of: $0, in: seat, at: moment) }
    }
    return Set(own + alternates)
  }

  /// The parties that hold a body's seats, suspended ones too, or that are in its roll.
  func members(of body: Statutes.Body, at moment: Instant) -> [String] {
    switch body.composition {
    case .roll(let name): roll(name, at: moment)
    case .seats(let classes): classes.flatMap { holders(ofSeat: $0, at: moment) }
    }
  }

  mutating func record(_ it: MeetingHeld, _ act: Act) {
    meetings.append(
      Meeting(
        id: it.meeting, body: it.body, held: it.held, present: it.present, sha256: it.sha256,
        entry: act.index))
  }

  /// The meetings of a body so far, in order.
  public func meetings(of body: String) -> [Meeting] { meetings.filter { $0.body == body } }
}

/// A holder who has kept away so often that its seat can be vacated.
public struct Absence: Sendable, Equatable {
  /// The class of seats.
  public let seat: String
  /// The holder.
  public let party: String
  /// The names of the meetings that it missed, as `seat.vacated` gives them.
  public let meetings: [String]
}

extension Assembly {
  /// Who has kept away so often that its seat can be vacated, in the order of the body's seats.
  public func absences(from body: String, at now: Instant) -> [Absence] {
    (statutes?.bodies[body]?.seatClasses ?? []).flatMap { seat in
      holders(ofSeat: seat, at: now).compactMap { party in
        let missed = missedMeetings(party, seat, at: now)
        return missed.isEmpty ? nil : Absence(seat: seat, party: party, meetings: missed)
      }
    }
  }

  /// The last meetings that a holder missed, if they are so many that its seat is lost; else none.
  func missedMeetings(_ party: String, _ seat: String, at now: Instant) -> [String] {
    guard let body = body(ofSeat: seat), let absence = body.absence,
      let term = terms.first(where: {
        $0.seat == seat && $0.party == party && runs($0, at: now)
      })
    else { return [] }
    let last = meetings(of: body.name).filter { runs(term, at: $0.held) }.suffix(absence.missed)
    let came = last.contains { wasThere(party, seat, at: $0) }
    return last.count == absence.missed && !came ? last.map(\.id) : []
  }

  private func wasThere(_ party: String, _ seat: String, at meeting: Meeting) -> Bool {
    let alternate = alternate(of: party, in: seat, at: meeting.held)
    return meeting.present.contains(party)
      || alternate.map(meeting.present.contains) ?? false
  }

  /// Throws unless a seat is lost by exactly these absences.
  func checkAbsence(
    _ it: SeatVacated, _ meetings: [String], at now: Instant
  ) throws(Refusal) {
    let expected = missedMeetings(it.party, it.seat, at: now)
    guard !expected.isEmpty, meetings == expected else {
      throw Refusal(
        .wrongMeetings, clause: body(ofSeat: it.seat).map { "bodies.\($0.name).absent" },
        [
          "seat": it.seat, "party": it.party, "found": meetings.joined(separator: ", "),
          "expected": expected.joined(separator: ", "),
        ])
    }
  }
}

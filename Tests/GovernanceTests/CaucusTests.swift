// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// A forum without a shortlist: each caucus admits its own members by two thirds.
@Suite struct OwnCaucus {
  private static let steering = ["n01", "n02", "n03", "n04", "i01", "i02", "i03", "i04"]

  /// Nine national and six international members, eight of them on the committee of eleven.
  private func world() throws -> World {
    var members: [String: [String: JSON]] = [:]
    for (letter, country, count) in [("N", "UA", 9), ("I", "DK", 6)] {
      for number in 1...count {
        members["\(letter)0\(number)"] = [
          "seat_of_governance": .string(country), "fee_paid_until": "2025-12-31",
          "budget_usd": "900000",
        ]
      }
    }
    let seats = (1...4).flatMap {
      [("national_seat", "N0\($0)"), ("international_seat", "I0\($0)")]
    }
    return try Coalition(
      statutes: try Coalition.statutes("ngo-forum"), members: members, tellers: ["N01", "I01"],
      seats: seats.map { (seat: $0.0, party: $0.1) }
    ).founded()
  }

  private func screened() throws -> World {
    var world = try world()
    try world.record(
      Attempt(
        .callOpened,
        [
          "call": "C1", "procedure": "admission", "opens": "2024-10-22T08:00:00Z",
          "closes": "2024-11-22T08:00:00Z",
        ], by: ["registrar"] + Self.steering, at: "2024-10-21T08:00:00Z"))
    let facts: [String: JSON] = [
      "seat_of_governance": "UA", "registered_in_country": "yes", "full_time_presence": "yes",
      "party_affiliated": "no", "proselytising": "no", "budget_usd": "500000",
      "fee_paid_until": "2025-12-31", "documents": "registration;statute;code_of_conduct",
      "sponsors": "N01;I01",
    ]
    try world.record(
      Attempt(
        .applicationSubmitted,
        [
          "call": "C1", "application": "A-1", "channel": "web", "name": ["en": "Applicant"],
          "facts": .object(facts), "relations": [:], "commitments": [:],
          "received_at": "2024-10-23T08:00:00Z",
        ], by: ["registrar"], at: "2024-10-23T08:00:00Z"))
    try world.record(try world.closing(at: "2024-11-22T08:00:00Z"))
    try world.record(try world.screening("A-1", at: "2024-11-22T09:00:00Z"))
    return world
  }

  /// Fourteen days for objections from 22 November, that day counting.
  @Test func onlyTheApplicantsCaucusVotes() throws {
    var world = try screened()
    let early = try world.put("V1", on: ["A-1"], at: "2024-12-05T21:59:59Z")
    #expect(try world.refusal(of: early)?.code == .objectionsOpen)
    try world.record(try world.put("V1", on: ["A-1"], at: "2024-12-05T22:00:00Z"))
    #expect(try world.vote().electorate == (1...9).map { ["N0\($0)"] })
    let stranger = try world.mark("V1", ["A-1": "yes"], by: "i01")
    #expect(try world.refusal(of: stranger)?.code == .notAnElector)
    // A third of nine take part, and two of three are two thirds.
    for (member, word) in [("n01", "yes"), ("n02", "yes"), ("n03", "no")] as [(String, JSON)] {
      try world.record(try world.mark("V1", ["A-1": word], by: member))
    }
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == .carried)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// The door of a call: who came when, and which of one organisation's applications stands.
@Suite struct TheDoor {
  private func doors(_ attempts: Attempt...) throws -> World {
    var world = try Stage.called.world
    for attempt in attempts { try world.record(attempt) }
    return try world.after(try world.closing(at: "2024-12-05T08:00:00Z"))
  }

  private static let importing = "2024-12-05T07:00:00Z"

  private func submitted(
    _ id: String, receivedAt: String, sealedAt: JSON? = nil, channel: JSON = "web",
    edrpou: String = "99000146"
  ) -> Attempt {
    var changes: [String: JSON] = ["channel": channel]
    if let sealedAt { changes["sealed_at"] = sealedAt }
    return .submitted(
      id, edrpou: edrpou, receivedAt: receivedAt, at: Self.importing, changes: changes)
  }

  @Test(
    arguments: [
      ("2024-11-01T06:59:59Z", "web", nil, Disposition.early, ["before_open"]),
      ("2024-11-01T07:00:00Z", "web", nil, .eligible, []),  // the opening moment is inside
      ("2024-11-30T21:59:59Z", "web", nil, .eligible, []),  // the last second
      ("2024-11-30T22:00:00Z", "web", nil, .late, ["late"]),  // the closing moment is outside
      // Only what was sealed before the closing has grace, and only as an offline bundle.
      ("2024-11-30T22:00:00Z", "offline_bundle", "2024-11-30T21:59:59Z", .eligible, ["grace"]),
      ("2024-12-02T21:59:59Z", "offline_bundle", "2024-11-30T21:59:59Z", .eligible, ["grace"]),
      (
        "2024-12-02T22:00:00Z", "offline_bundle", "2024-11-30T21:59:59Z", .late,
        ["late_beyond_grace"]
      ),
      ("2024-12-01T08:00:00Z", "offline_bundle", "2024-11-30T22:00:00Z", .late, ["late"]),
      ("2024-12-01T08:00:00Z", "offline_bundle", nil, .late, ["late"]),
      ("2024-12-01T08:00:00Z", "web", "2024-11-30T21:59:59Z", .late, ["late"]),
      ("2024-12-01T08:00:00Z", "paper", "2024-11-30T21:59:59Z", .late, ["late"]),
      // Inside anyway, so grace is not needed.
      ("2024-11-30T21:59:59Z", "offline_bundle", "2024-11-30T21:00:00Z", .eligible, []),
    ] as [(String, JSON, JSON?, Disposition, [String])])
  func anApplicationThatComes(
    at time: String, by channel: JSON, sealed: JSON?, is disposition: Disposition,
    for reasons: [String]
  ) throws {
    var world = try doors(
      submitted("A-1", receivedAt: time, sealedAt: sealed, channel: channel))
    try world.record(try world.screening("A-1", at: "2024-12-05T09:00:00Z"))
    let found = try world.application("A-1").screening
    #expect(found?.disposition == disposition)
    #expect(found?.reasons == reasons)
  }

  @Test func theLastInTimeStandsAndFollowsTheLastEarlyOne() throws {
    let world = try doors(
      submitted("E-1", receivedAt: "2024-10-30T08:00:00Z"),
      submitted("E-2", receivedAt: "2024-10-31T08:00:00Z"),
      submitted("A-2", receivedAt: "2024-11-06T08:00:00Z"),
      // Recorded after A-2, but received before it.
      submitted("A-1", receivedAt: "2024-11-05T08:00:00Z"),
      submitted("L-1", receivedAt: "2024-12-01T08:00:00Z"))
    let doors = world.assembly.doors(of: try world.call())
    #expect(doors["A-2"]?.turnedAway == nil)
    #expect(doors["A-2"]?.related == "E-2")
    #expect(doors["A-1"]?.turnedAway == .superseded)
    #expect(doors["A-1"]?.related == "A-2")
    #expect(doors["L-1"]?.turnedAway == .late)
    #expect(doors["L-1"]?.related == "A-2")
    #expect(doors["E-1"]?.related == nil)
  }

  @Test func ofTwoInOneSecondTheLaterEntryStands() throws {
    let world = try doors(
      submitted("A-2", receivedAt: "2024-11-06T08:00:00Z"),
      submitted("A-1", receivedAt: "2024-11-06T08:00:00Z"))
    #expect(world.assembly.doors(of: try world.call())["A-2"]?.related == "A-1")
  }

  /// Codes are compared as they are, valid or not, without white space around them.
  @Test(arguments: [
    (" 99000146", "superseded"), ("99000146\u{A0}", "superseded"), ("9900146", "standing"),
    ("99000293", "standing"),
  ])
  func oneCodeIsOneOrganisation(code: String, first: String) throws {
    let world = try doors(
      submitted("A-1", receivedAt: "2024-11-05T08:00:00Z"),
      submitted("A-2", receivedAt: "2024-11-06T08:00:00Z", edrpou: code))
    #expect(world.assembly.doorCounts(of: try world.call())[first] == (first == "standing" ? 2 : 1))
  }

  @Test(arguments: ["", " "])
  func withoutACodeNobodyIsTheSame(code: String) throws {
    let world = try doors(
      submitted("A-1", receivedAt: "2024-11-05T08:00:00Z", edrpou: code),
      submitted("A-2", receivedAt: "2024-11-06T08:00:00Z", edrpou: code))
    #expect(world.assembly.doorCounts(of: try world.call())["standing"] == 2)
  }

  /// Withdrawing the last version does not bring back the one before it.
  @Test func aWithdrawnVersionStillSupersedes() throws {
    let world = try doors(
      submitted("A-1", receivedAt: "2024-11-05T08:00:00Z"),
      submitted("A-2", receivedAt: "2024-11-06T08:00:00Z"),
      .withdrawn("A-2", at: Self.importing))
    #expect(
      world.assembly.doorCounts(of: try world.call())
        == ["early": 0, "late": 0, "superseded": 1, "withdrawn": 1, "standing": 0])
  }

  /// An applicant may sign a second application with the same key.
  @Test func anApplicantComesAgainWithItsKey() throws {
    var world = try Stage.called.world
    try world.record(.submitted("A-1", edrpou: "99000146", key: "a1"))
    try world.record(
      .submitted("A-2", edrpou: "99000146", key: "a1", at: "2024-11-06T08:00:00Z"))
    #expect(world.assembly.doors(of: try world.call())["A-1"]?.related == "A-2")
  }
}

/// A declared outage moves the closing for everyone.
@Suite struct Extensions {
  @Test(
    arguments: [
      ("2024-12-07T22:00:00Z", "2024-12-01T08:00:00Z", nil),  // seven days, not a second more
      ("2024-12-07T22:00:01Z", "2024-12-01T08:00:00Z", .extensionTooLong),
      ("2024-12-01T22:00:00Z", "2024-12-02T21:59:59Z", nil),  // the last second of the grace
      ("2024-12-01T22:00:00Z", "2024-12-02T22:00:00Z", .extensionTooLate),
      ("2024-11-30T22:00:00Z", "2024-11-20T08:00:00Z", .extensionTooLate),  // no later than it was
      ("2024-11-30T22:00:01Z", "2024-11-20T08:00:00Z", nil),
    ] as [(JSON, String, Refusal.Code?)])
  func theClosingIsMoved(to closes: JSON, recorded: String, refusal: Refusal.Code?) throws {
    let attempt = Attempt.extended(to: closes, at: recorded)
    #expect(try Stage.called.world.refusal(of: attempt)?.code == refusal)
  }

  /// Seven days are counted from the first closing, however often it is moved.
  @Test(
    arguments: [
      ("2024-12-07T22:00:00Z", nil), ("2024-12-07T22:00:01Z", .extensionTooLong),
      ("2024-12-02T22:00:00Z", .extensionTooLate),  // back again
    ] as [(JSON, Refusal.Code?)])
  func aSecondTime(closes: JSON, refusal: Refusal.Code?) throws {
    let world = try Stage.called.world.after(.extended(to: "2024-12-03T22:00:00Z"))
    let second = Attempt.extended(to: closes, at: "2024-12-05T21:59:59Z")
    #expect(try world.refusal(of: second)?.code == refusal)
  }

  @Test func theGraceAndTheClosingDayMoveWithIt() throws {
    // A-6 came with the first closing moment; A-9 is a day short of two years on the first closing day.
    var world = try Stage.received.world.after(
      .extended(to: "2024-12-01T22:00:00Z"),
      .submitted(
        "A-9", edrpou: "99000531", facts: ["registered_on": "2022-12-01"],
        receivedAt: "2024-12-01T21:59:59Z"))
    #expect(try world.call().graceEnds.text == "2024-12-03T22:00:00Z")
    #expect(
      try world.refusal(of: try world.closing(at: "2024-12-03T21:59:59Z"))?.code == .callStillOpen)
    try world.record(try world.closing(at: "2024-12-03T22:00:00Z"))
    for id in ["A-6", "A-9"] {
      try world.record(try world.screening(id, at: "2024-12-04T08:00:00Z"))
      #expect(try world.application(id).screening?.disposition == .eligible)
    }
  }

  @Test func withoutAnExtensionADayShortIsTooYoung() throws {
    var world = try Stage.called.world.after(
      .submitted("A-8", edrpou: "99000146", facts: ["registered_on": "2022-11-30"]),
      .submitted("A-9", edrpou: "99000531", facts: ["registered_on": "2022-12-01"]))
    try world.record(try world.closing())
    for id in ["A-8", "A-9"] { try world.record(try world.screening(id)) }
    #expect(try world.application("A-8").screening?.disposition == .eligible)
    #expect(try world.application("A-9").screening?.reasons == ["not:seasoned"])
  }
}

/// Offices and keys: who leaves makes room.
@Suite struct Offices {
  /// There are two tellers; one that lost its key is none, and another takes its place.
  @Test func aRevokedTellerMakesRoomForAnother() throws {
    let world = try Stage.founded.world.after(.revoked("m09"))
    #expect(try world.refusal(of: .office("teller", key: "t3", party: "M04")) == nil)
    let next = try world.after(.office("teller", key: "t3", party: "M04"))
    #expect(
      try next.refusal(of: .office("teller", key: "t4", party: "M05"))?.code == .tooManyHolders)
  }

  /// M03 counts the votes, so nobody of its family does beside it.
  @Test func twoTellersAreNotOfOneFamily() throws {
    let world = try Stage.founded.world.after(
      .revoked("m09"),
      .relation("family", from: "M03", to: "M04", by: "m03", at: "2024-10-22T09:00:00Z"))
    #expect(
      try world.refusal(of: .office("teller", key: "t3", party: "M04"))?.code
        == .incompatibleOffice)
    #expect(
      try world.refusal(of: .office("teller", key: "t3", party: "M03"))?.code
        == .incompatibleOffice)
    #expect(try world.refusal(of: .office("teller", key: "t3", party: "M05")) == nil)
  }

  /// A role without a count has no limit.
  @Test func thereMayBeASecondRegistrar() throws {
    let world = try Stage.founded.world
    #expect(try world.refusal(of: .office("registrar", key: "k2")) == nil)
  }

  @Test func aHolderRevokesItsOwnKeyAlone() throws {
    #expect(try Stage.founded.world.refusal(of: .revoked("m16", by: ["m16"])) == nil)
  }

  /// Any key of either side, and an admitted applicant's is the one that it enrolled.
  @Test(
    arguments: [("m16", nil), ("a1b", nil), ("a4", .wrongSigners)] as [(String, Refusal.Code?)])
  func anyKeyOfEitherSideDeclaresATie(key: String, refusal: Refusal.Code?) throws {
    let world = try Stage.decided.world.after(.enrolling(key: "a1b"))
    let tie = Attempt.relation(
      "funds", from: "M16", to: "A-1", by: key, at: "2025-01-10T09:00:00Z")
    #expect(try world.refusal(of: tie)?.code == refusal)
  }
}

/// The lot settles what nothing else does, and anyone can repeat it.
@Suite struct TheLot {
  /// Two applications that came in one second, both small, with the same scores; one place.
  private func tied(lotSource: JSON?) throws -> World {
    let statutes = try Samples.damaged(
      "intake_max: 14, intake_small_min: 5", "intake_max: 1, intake_small_min: 1")
    var world = try World.founded(statutes: statutes)
    try world.record(.callOpened(lotSource.map { ["lot_source": $0] } ?? [:]))
    try world.record(.submitted("A-1", edrpou: "99000146"))
    try world.record(.submitted("A-2", edrpou: "99000293", facts: ["oblast": "UA-23"]))
    try world.record(try world.closing())
    for id in ["A-1", "A-2"] { try world.record(try world.screening(id)) }
    for id in ["A-1", "A-2"] { try world.record(.tier(id, at: "2024-12-03T09:00:00Z")) }
    try world.record(try world.assignment())
    for id in ["A-1", "A-2"] {
      for key in try world.application(id).reviewers {
        let reviewer = String(key.split(separator: "/")[1])
        try world.record(
          .review("V-\(id)-\(reviewer)", of: id, by: reviewer, [4, 4, 4, 4, 4]))
      }
    }
    return world
  }

  private func ranking(_ ids: [JSON]) -> JSON {
    .array(
      zip(ids, [true, false]).map { id, selected in
        var place: [String: JSON] = [
          "application": id, "score": "80/1", "selected": .bool(selected),
        ]
        if !selected { place["reason"] = "no_place_left" }
        return .object(place)
      })
  }

  /// The line that seeds the lot, as it was signed.
  private static let closing =
    "{\"call\":\"C1\",\"counts\":{\"early\":0,\"late\":0,\"standing\":2,\"superseded\":0,"
    + "\"withdrawn\":0},\"id\":\"00000000000000000000000000000004\","
    + "\"ledger\":\"alliance.example.org/ledger\",\"type\":\"call.closed\"}"

  /// Computed with coreutils, for each value V and application A.
  ///
  ///     d=$(printf '%s\n' "$closing" | sha256sum | cut -c1-64)
  ///     (printf 'viche/lot/v1\0'; printf $d | xxd -r -p; printf '\0V\0A') | sha256sum
  @Test(
    arguments: [
      ("1", ["A-1", "A-2"]),  // 0cf45edd… and c34c8fff…
      ("2", ["A-2", "A-1"]),  // 00a44f09… and 14bf5ed2…
      ("7", ["A-2", "A-1"]),  // 0a62d445… and 9f2ce7d2…
      ("8", ["A-1", "A-2"]),  // 0ccf219d… and a4c1a984…
    ] as [(JSON, [JSON])])
  func itsOrderIsThatOfTheDigests(value: JSON, order: [JSON]) throws {
    let world = try tied(lotSource: "the draw of 17 December")
    let closed = try #require(world.acts.first { $0.statement.kind == .callClosed })
    #expect(String(decoding: closed.statement.bytes, as: UTF8.self) == Self.closing)
    let list = Attempt.emptyShortlist().with(["lot": value, "ranking": ranking(order)])
    #expect(try world.refusal(of: list) == nil)
    let swapped = list.with(["ranking": ranking(order.reversed())])
    #expect(try world.refusal(of: swapped)?.code == .wrongShortlist)
  }

  @Test func withoutItsValueThereIsNoShortlist() throws {
    let world = try tied(lotSource: "the draw of 17 December")
    let list = Attempt.emptyShortlist().with(["ranking": ranking(["A-1", "A-2"])])
    #expect(try world.refusal(of: list)?.code == .lotNeeded)
  }

  /// A value that was not announced before is no lot.
  @Test func withoutASourceAValueIsNotTaken() throws {
    let world = try tied(lotSource: nil)
    let list = Attempt.emptyShortlist()
      .with(["lot": "7", "ranking": ranking(["A-2", "A-1"])])
    #expect(try world.refusal(of: list)?.code == .lotNeeded)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Every refusal, each by at least one act that meets it.
@Suite struct Refusals {
  static let rows =
    everyStatement + foundation + offices + theCall + applications + screeningRows + reviews
    + shortlist + objections + votes + ballots + tallies + appeals + joining + traces + proposals
    + decisions + deeds + elections + nominations + terms + changes + meetings + chairs + namings
    + alternates + outside + lots

  @Test(arguments: rows)
  func anActIsRefused(row: RefusalRow) throws {
    #expect(try row.found()?.code == row.code)
  }

  @Test func everyCodeHasARow() {
    let covered = Set(Self.rows.map(\.code))
    #expect(Refusal.Code.allCases.filter { !covered.contains($0) } == [])
  }
}

// Every statement.
extension Refusals {
  static let everyStatement: [RefusalRow] = [
    .init(.otherLedger, at: .founded, "the statement is for a ledger of another name") { _ in
      var attempt = Attempt.callOpened()
      attempt.ledger = "alliance.example.org/other"
      return attempt
    },
    .init(.otherLedger, at: .empty, "the log's key bears another name than the ledger") { _ in
      try World.founding { $0["log_key"] = World.vkey("log") }
    },
    .init(.notFounded, at: .empty, "nothing comes before the founding") { _ in .callOpened() },
    .init(.alreadyFounded, at: .founded, "a ledger is founded once") { _ in
      .founding(try World.founding())
    },
    .init(.repeatedID, at: .founded, "the founding has this id") { _ in
      var attempt = Attempt.callOpened()
      attempt.number = 0
      return attempt
    },
    .init(.timeRunsBack, at: .founded, "one second before the founding") { _ in
      .callOpened().at("2024-10-21T07:59:59Z")
    },
    .init(.outsideCalendar, at: .founded, "the first moment of which the calendar is silent") { _ in
      .relation("family", from: "M01", to: "M02", by: "m01", at: "2050-01-01T00:00:00Z")
    },
    .init(.outsideCalendar, at: .empty, "the calendar is for another zone than the statutes") { _ in
      try World.founding {
        $0["calendar"] = $0["calendar"]?.replacing("timezone", with: "Europe/Warsaw")
      }
    },
    .init(.outsideCalendar, at: .empty, "founded after the calendar's end") { _ in
      try World.founding {
        $0["calendar"] = $0["calendar"]?.replacing("until", with: "2024-10-21T08:00:00Z")
      }
    },
    .init(.unknownKey, at: .founded, "no entry registered the signer") { _ in
      .callOpened().signed(by: ["registrar", "nobody"])
    },
    .init(.revokedKey, at: .founded, "the signer's key was revoked") { world in
      world = try world.after(.revoked("m16"))
      return .relation("family", from: "M16", to: "M02", by: "m16", at: "2024-10-22T09:00:00Z")
    },
    .init(.receivedInFuture, at: .called, "the letter-box had it a second after the entry") { _ in
      .submitted(
        "A-9", edrpou: "99000531", receivedAt: "2024-11-05T08:00:01Z", at: "2024-11-05T08:00:00Z")
    },
    .init(.sealedInFuture, at: .called, "sealed five minutes and a second after it came") { _ in
      .submitted("A-9", edrpou: "99000531", changes: ["sealed_at": "2024-11-05T08:05:01Z"])
    },
    .init(.sealedInFuture, at: .opened, "a ballot of six minutes hence") { world in
      try world.ballot(by: "m01", ["A-1": "yes"], sealedAt: "2024-12-30T08:06:00Z")
    },
    .init(.wrongSigners, at: .founded, "nobody of the steering committee signs") { _ in
      .callOpened().signed(by: ["registrar"])
    },
    .init(.wrongSigners, at: .founded, "four of nine seats are less than half") { _ in
      .callOpened().signed(by: ["registrar", "m01", "m03", "m04", "m05"])
    },
    .init(.wrongSigners, at: .founded, "one signs who need not") { _ in
      .callOpened().signed(by: ["registrar", "m02"] + World.steering)
    },
  ]
}

// Foundation.
extension Refusals {
  static let foundation: [RefusalRow] = [
    .init(.statutesFaulty, at: .empty, "statutes without anything in them") { _ in
      try World.founding { $0["statutes"] = [:] }
    },
    .init(.keyUsedBefore, at: .empty, "two founders with one key") { _ in
      try World.founding {
        $0["founders"] = $0["founders"]?.replacing("1", "key", with: World.vkey("m01"))
      }
    },
    .init(.keyUsedBefore, at: .empty, "one public key under two names") { _ in
      try World.founding {
        let vkey = JSON.string("\(World.key("m02"))+00000001+\(World.key("m01"))")
        $0["founders"] = $0["founders"]?.replacing("1", "key", with: vkey)
      }
    },
    .init(.keyUsedBefore, at: .empty, "an office with the log's key") { _ in
      try World.founding {
        $0["offices"] = $0["offices"]?.replacing("0", "key", with: World.vkey("ledger"))
      }
    },
    .init(.keyUsedBefore, at: .empty, "an office with the key of another founder's") { _ in
      try World.founding {
        $0["offices"] = $0["offices"]?.replacing("1", "party", with: "M04")
      }
    },
    .init(.partyExists, at: .empty, "a coalition of nobody") { _ in
      try World.founding { $0["founders"] = [] }
    },
    .init(.partyExists, at: .empty, "two founders of one name") { _ in
      try World.founding {
        $0["founders"] = $0["founders"]?.replacing("1", "party", with: "M01")
      }
    },
    .init(.unknownParty, at: .empty, "an office of a party that is no founder") { _ in
      try World.founding {
        $0["offices"] = $0["offices"]?.replacing("0", "party", with: "M99")
      }
    },
    .init(.unknownParty, at: .empty, "a seat of a party that is no founder") { _ in
      try World.founding { $0["seats"] = [["seat": "open_seat", "party": "M99"]] }
    },
    .init(.unknownRole, at: .empty, "a role that the statutes do not know") { _ in
      try World.founding { $0["offices"] = $0["offices"]?.replacing("0", "role", with: "king") }
    },
    .init(.unknownRole, at: .empty, "nobody keeps the register") { _ in
      try World.founding {
        $0["offices"] = .array(($0["offices"]?.array ?? []).filter { $0["role"] != "registrar" })
      }
    },
    .init(.unknownSeat, at: .empty, "a seat that the statutes do not know") { _ in
      try World.founding { $0["seats"] = [["seat": "throne", "party": "M01"]] }
    },
    .init(.tooManyHolders, at: .empty, "four in three small seats") { _ in
      try World.founding {
        $0["seats"] = .array(
          ["M02", "M04", "M12", "M16"].map { ["seat": "small_seat", "party": $0] })
      }
    },
    .init(.tooManyHolders, at: .empty, "one party in two seats of one body") { _ in
      try World.founding {
        $0["seats"] = [
          ["seat": "small_seat", "party": "M04"], ["seat": "open_seat", "party": "M04"],
        ]
      }
    },
    .init(.incompatibleOffice, at: .empty, "an appeals judge on the steering committee") { _ in
      try World.founding {
        $0["seats"] = [
          ["seat": "appeal_seat", "party": "M10"], ["seat": "open_seat", "party": "M10"],
        ]
      }
    },
    .init(.incompatibleOffice, at: .empty, "two tellers of one family") { _ in
      try World.founding {
        for founder in ["2", "8"] {
          $0["founders"] = $0["founders"]?.replacing(
            founder, "relations", with: ["family": ["F-1"]])
        }
      }
    },
    .init(.unknownFact, at: .empty, "a founder's fact that no attribute names") { _ in
      try World.founding {
        $0["founders"] = $0["founders"]?.replacing("0", "facts", with: ["colour": "blue"])
      }
    },
    .init(.wrongSigners, at: .empty, "a founder did not sign") { _ in
      try World.founding { _ in }.signed(by: World.founders.filter { $0 != "m16" })
    },
  ]
}

extension Attempt {
  static func revoked(
    _ key: String, by signers: [String]? = nil, at: String = "2024-10-22T08:00:00Z"
  ) -> Attempt {
    Attempt(
      .keyRevoked, ["key": .string(World.key(key)), "reason": "lost"],
      by: signers ?? ["registrar", "m01"], at: at)
  }

  /// A new holder of an office, named by five of the steering committee.
  static func office(
    _ role: JSON, key: String, party: JSON? = nil, at: String = "2024-10-23T08:00:00Z"
  ) -> Attempt {
    var fields: [String: JSON] = ["role": role, "key": World.vkey(key)]
    if let party { fields["party"] = party }
    return Attempt(
      .officeAssigned, fields,
      by: Set(["registrar", key] + World.steering).sorted(), at: at)
  }
}

// Offices, keys, ties.
extension Refusals {
  static let offices: [RefusalRow] = [
    .init(.unknownRole, at: .founded, "an office that the statutes do not know") { _ in
      .office("king", key: "k1")
    },
    .init(.tooManyHolders, at: .founded, "there are two tellers") { _ in
      .office("teller", key: "t3", party: "M04")
    },
    .init(.unknownParty, at: .founded, "the holder's party is no member") { _ in
      .office("registrar", key: "k1", party: "M99")
    },
    .init(.keyUsedBefore, at: .founded, "the office would be held with a key of another party") {
      _ in .office("registrar", key: "m02", party: "M03")
    },
    .init(.keyInForce, at: .founded, "the member has a voting key") { _ in
      .enrolling(["party": "M16"], key: "m16b", at: "2024-10-23T08:00:00Z")
    },
    .init(.unknownParty, at: .founded, "a key for somebody who is no member") { _ in
      .enrolling(["party": "M99"], key: "m99", at: "2024-10-23T08:00:00Z")
    },
    .init(.keyUsedBefore, at: .founded, "a revoked key does not come back") { world in
      world = try world.after(.revoked("m16"))
      return .enrolling(["party": "M16"], key: "m16", at: "2024-10-23T08:00:00Z")
    },
    .init(.unknownKey, at: .founded, "a key that nobody has cannot be revoked") { _ in
      .revoked("nobody")
    },
    .init(.unknownKey, at: .founded, "the log's own key is nobody's to revoke") { _ in
      .revoked("ledger")
    },
    .init(.revokedKey, at: .founded, "a key is revoked once") { world in
      world = try world.after(.revoked("m16"))
      return .revoked("m16")
    },
    .init(.wrongSigners, at: .founded, "the registrar alone revokes nobody's key") { _ in
      .revoked("m16", by: ["registrar"])
    },
    .init(.wrongSigners, at: .founded, "another member alone does not either") { _ in
      .revoked("m16", by: ["m01"])
    },
    .init(.unknownRelation, at: .founded, "a kind of tie that the statutes do not know") { _ in
      .relation("likes", from: "M01", to: "M02", by: "m01", at: "2024-10-23T08:00:00Z")
    },
    .init(.unknownParty, at: .founded, "a tie to somebody unknown") { _ in
      .relation("family", from: "M01", to: "M99", by: "m01", at: "2024-10-23T08:00:00Z")
    },
    .init(.wrongSigners, at: .founded, "a third declares a tie between two") { _ in
      .relation("family", from: "M01", to: "M02", by: "m03", at: "2024-10-23T08:00:00Z")
    },
  ]
}

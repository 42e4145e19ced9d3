// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

// The call.
extension Refusals {
  static let theCall: [RefusalRow] = [
    .init(.unknownProcedure, at: .founded, "the statutes know no such procedure") { _ in
      .callOpened(["procedure": "lottery"])
    },
    .init(.callExists, at: .called, "there is a call C1") { _ in .callOpened() },
    .init(.opensInPast, at: .founded, "it would have opened a second ago") { _ in
      .callOpened(["opens": "2024-10-25T07:59:59Z"])
    },
    .init(.wrongWindow, at: .founded, "a second shorter than thirty days") { _ in
      .callOpened(["closes": "2024-11-30T21:59:59Z"])
    },
    .init(.overlappingCall, at: .called, "the other is open that day") { _ in
      .callOpened(["call": "C2", "opens": "2024-11-30T08:00:00Z", "closes": "2024-12-29T22:00:00Z"])
    },
    .init(.overlappingCall, at: .called, "the other's grace lasts a second longer") { _ in
      .callOpened(["call": "C2", "opens": "2024-12-02T21:59:59Z", "closes": "2024-12-31T22:00:00Z"])
    },
    .init(.extensionTooLong, at: .called, "a second more than seven days") { _ in
      .extended(to: "2024-12-07T22:00:01Z")
    },
    .init(.extensionTooLate, at: .called, "the grace is over") { _ in
      .extended(to: "2024-12-04T22:00:00Z", at: "2024-12-02T22:00:00Z")
    },
    .init(.extensionTooLate, at: .called, "it does not move the closing on") { _ in
      .extended(to: "2024-11-30T22:00:00Z")
    },
    .init(.wrongSigners, at: .called, "the witness did not sign") { _ in
      .extended(to: "2024-12-01T22:00:00Z").signed(by: ["registrar"])
    },
    .init(.unknownCall, at: .called, "there is no call C9") { _ in
      .submitted("A-9", edrpou: "99000531", call: "C9")
    },
    .init(.callStillOpen, at: .received, "the last second of grace") { world in
      try world.closing(at: "2024-12-02T21:59:59Z")
    },
    .init(.callStillOpen, at: .received, "screening comes after the closing") { _ in
      Attempt(
        .applicationScreened,
        [
          "application": "A-1", "disposition": "eligible",
          "tests": ["eligible": "true", "complete": "true"], "reasons": [],
        ], by: ["registrar"], at: "2024-12-02T22:00:00Z")
    },
    .init(.callClosed, at: .closed, "a call is closed once") { world in try world.closing() },
    .init(.callClosed, at: .closed, "an application after the closing was recorded") { _ in
      .submitted(
        "A-9", edrpou: "99000531", receivedAt: "2024-11-30T08:00:00Z", at: "2024-12-02T22:00:00Z")
    },
    .init(.wrongCounts, at: .received, "one count is left out") { world in
      let attempt = try world.closing()
      let counts = (attempt.fields["counts"]?.object ?? [:]).filter { $0.key != "early" }
      return attempt.with(["counts": .object(counts)])
    },
  ]
}

extension Attempt {
  static func extended(to closes: JSON, at: String = "2024-12-01T08:00:00Z") -> Attempt {
    Attempt(
      .callExtended, ["call": "C1", "closes": closes, "ground": "Форма не працювала."],
      by: ["registrar", "w1"], at: at)
  }
}

// Applications.
extension Refusals {
  static let applications: [RefusalRow] = [
    .init(.applicationExists, at: .received, "there is an application A-1") { _ in
      .submitted("A-1", edrpou: "99000531", at: "2024-12-01T08:00:00Z")
    },
    .init(.applicationExists, at: .called, "a member has that name") { _ in
      .submitted("M01", edrpou: "99000531")
    },
    .init(.receiptNotAttested, at: .called, "no key, and nobody says when it came") { _ in
      .submitted("A-9", edrpou: "99000531").with(["received_at": Attempt.nothing])
    },
    .init(.receiptNotAttested, at: .received, "the registrar withdraws it and says not when") { _ in
      Attempt(
        .applicationWithdrawn, ["application": "A-1"], by: ["registrar"],
        at: "2024-12-01T08:00:00Z")
    },
    .init(.unknownFact, at: .called, "a fact that no attribute names") { _ in
      .submitted("A-9", edrpou: "99000531", facts: ["colour": "blue"])
    },
    .init(.unknownFact, at: .called, "a fact about the nominee, not the organisation") { _ in
      .submitted("A-9", edrpou: "99000531", facts: ["nominee_woman": "yes"])
    },
    .init(.unknownRelation, at: .called, "a kind of tie that the statutes do not know") { _ in
      .submitted("A-9", edrpou: "99000531", changes: ["relations": ["likes": ["M01"]]])
    },
    .init(.keyUsedBefore, at: .called, "an applicant with a member's key") { _ in
      .submitted("A-9", edrpou: "99000531", key: "m01")
    },
    .init(.keyUsedBefore, at: .called, "an applicant with the registrar's key") { _ in
      .submitted("A-9", edrpou: "99000531", key: "registrar")
    },
    .init(.revokedKey, at: .received, "an applicant with a key that was revoked") { world in
      world = try world.after(.revoked("a1", by: ["a1"], at: "2024-12-01T08:00:00Z"))
      return .submitted("A-9", edrpou: "99000531", key: "a1", at: "2024-12-01T09:00:00Z")
    },
    .init(.wrongSigners, at: .called, "its own key, and the registrar without a letter-box") { _ in
      .submitted("A-9", edrpou: "99000531", key: "a9").signed(by: ["a9", "registrar"])
    },
    .init(.unknownApplication, at: .received, "there is no application A-9") { _ in
      .withdrawn("A-9", at: "2024-12-01T08:00:00Z")
    },
    .init(.alreadyWithdrawn, at: .received, "it was withdrawn") { world in
      world = try world.after(.withdrawn("A-1", at: "2024-12-01T08:00:00Z"))
      return .withdrawn("A-1", at: "2024-12-01T09:00:00Z")
    },
    .init(.alreadyDecided, at: .decided, "the members have carried it") { _ in
      .withdrawn("A-1", at: "2025-01-05T08:00:00Z")
    },
    .init(.alreadyDecided, at: .decided, "the members have refused it") { _ in
      .withdrawn("A-2", at: "2025-01-05T08:00:00Z")
    },
  ]
}

// Screening, repair, diligence.
extension Refusals {
  static let screeningRows: [RefusalRow] = [
    .init(.alreadyScreened, at: .screened, "it was screened and is unchanged") { world in
      try world.screening("A-1", at: "2024-12-03T10:00:00Z")
    },
    .init(.wrongScreening, at: .closed, "a reason is left out") { world in
      try world.screening("A-4").with(["reasons": []])
    },
    .init(.notIncomplete, at: .screened, "an eligible one has nothing to repair") { _ in
      .repaired("A-1", ["paid_staff": "6"], at: "2024-12-04T08:00:00Z")
    },
    .init(.notIncomplete, at: .screened, "an ineligible one is beyond repair") { _ in
      .repaired("A-5", ["legal_form": "go"], at: "2024-12-04T08:00:00Z")
    },
    .init(.notIncomplete, at: .screened, "one that withdrew") { world in
      world = try world.after(.withdrawn("A-4", at: "2024-12-04T08:00:00Z"))
      return .repaired("A-4", ["budget_uah": "1"], at: "2024-12-04T09:00:00Z")
    },
    .init(.repairWindowOver, at: .screened, "the tenth working day is over") { _ in
      .repaired("A-4", ["budget_uah": "1"], at: "2024-12-16T22:00:00Z")
    },
    .init(.unknownFact, at: .screened, "a repair of what no attribute names") { _ in
      .repaired("A-4", ["colour": "blue"], at: "2024-12-04T08:00:00Z")
    },
    .init(.notEligible, at: .screened, "an incomplete one is not checked") { _ in
      .tier("A-4", at: "2024-12-03T10:00:00Z")
    },
    .init(.unknownTier, at: .decided, "a tier that the statutes do not know") { world in
      world = try Stage.closed.world
      world = try world.after(try world.screening("A-1"))
      return .tier("A-1", "enormous", at: "2024-12-03T10:00:00Z")
    },
    .init(.tierFound, at: .screened, "the tier is found once") { _ in
      .tier("A-1", "full", at: "2024-12-03T10:00:00Z")
    },
  ]
}

extension Attempt {
  static func emptyShortlist() -> Attempt {
    Attempt(
      .shortlistPublished, ["call": "C1", "ranking": []], by: ["registrar"],
      at: "2024-12-17T08:00:00Z")
  }
}

extension ReviewAssigned.Assignment {
  static func of(_ application: String, to reviewers: [String]) -> Self {
    Self(application: application, reviewers: reviewers.map(World.key))
  }
}

// Reviews.
extension Refusals {
  static let reviews: [RefusalRow] = [
    .init(.noTier, at: .closed, "diligence has not found a tier") { world in
      world = try world.after(try world.screening("A-1"))
      return try world.assignment("C1", [.of("A-1", to: ["r1", "r2", "r3"])])
    },
    .init(.notEligible, at: .screened, "an ineligible one is not reviewed") { world in
      try world.assignment("C1", [.of("A-5", to: ["r1", "r2", "r3"])])
    },
    .init(.alreadyAssigned, at: .assigned, "it has its reviewers") { world in
      try world.assignment("C1", [.of("A-1", to: ["r4", "r5", "r6"])])
    },
    .init(.alreadyAssigned, at: .screened, "it stands twice in the list") { world in
      try world.assignment(
        "C1", [.of("A-1", to: ["r1", "r2", "r3"]), .of("A-1", to: ["r4", "r5", "r6"])])
    },
    .init(.wrongAssignment, at: .screened, "two reviewers instead of three") { world in
      try world.assignment("C1", [.of("A-1", to: ["r1", "r2"])])
    },
    .init(.notAReviewer, at: .screened, "one who is not on the panel") { world in
      try world.assignment("C1", [.of("A-1", to: ["r1", "r2", "m01"])])
    },
    .init(.recused, at: .screened, "one whose own member is of the applicant's family") { world in
      world = try world.after(
        .relation("family", from: "M02", to: "A-1", by: "m02", at: "2024-12-03T10:00:00Z"))
      return try world.assignment("C1", [.of("A-1", to: ["r1", "r2", "r3"])])
    },
    .init(.unequalLoad, at: .screened, "three do all the work, two reviews each") { world in
      try world.assignment(
        "C1", [.of("A-1", to: ["r1", "r2", "r3"]), .of("A-2", to: ["r1", "r2", "r3"])])
    },
    .init(.reviewExists, at: .reviewed, "there is a review of that name") { _ in
      .review("V-A-1-r1", of: "A-9", by: "r1", [])
    },
    .init(.unknownApplication, at: .reviewed, "there is no such application") { _ in
      .review("V-9", of: "A-9", by: "r1", [])
    },
    .init(.notUnderReview, at: .assigned, "nobody reviews an ineligible one") { _ in
      .review("V-9", of: "A-5", by: "m01", [])
    },
    .init(.notUnderReview, at: .shortlisted, "the shortlist is out") { _ in
      .review("V-9", of: "A-1", by: "m01", [], at: "2024-12-17T08:00:00Z")
    },
    .init(.notAReviewer, at: .assigned, "the signer is not on the panel") { _ in
      .review("V-9", of: "A-1", by: "m01", [])
    },
    .init(.recused, at: .reviewed, "a tie that was declared after the assignment") { world in
      world = try world.after(
        .relation("employs", from: "M02", to: "A-1", by: "m02", at: "2024-12-05T09:00:00Z"))
      return .review("V-9", of: "A-1", by: "r1", [], at: "2024-12-05T10:00:00Z")
    },
    .init(.duplicateReview, at: .reviewed, "the same reviewer again") { _ in
      .review("V-9", of: "A-1", by: "r1", [])
    },
    .init(.scoreOutOfScale, at: .assigned, "six of five") { _ in
      .review("V-9", of: "A-1", by: "r1", [5, 5, 5, 5, 6])
    },
    .init(.scoreOutOfScale, at: .assigned, "less than nothing") { _ in
      .review("V-9", of: "A-1", by: "r1", [5, 5, 5, 5, -1])
    },
    .init(.scoreOutOfScale, at: .assigned, "a criterion is left out") { _ in
      .review("V-9", of: "A-1", by: "r1", [5, 5, 5, 5])
    },
    .init(.afterWindow, at: .assigned, "the new year has begun in Kyiv") { _ in
      .review("V-9", of: "A-1", by: "r4", [5, 5, 5, 5, 5], at: "2024-12-31T22:00:00Z")
    },
    .init(.notAssigned, at: .assigned, "somebody else reviews this one") { _ in
      .review("V-9", of: "A-1", by: "r4", [5, 5, 5, 5, 5])
    },
  ]
}

// The shortlist.
extension Refusals {
  static let shortlist: [RefusalRow] = [
    .init(.callStillOpen, at: .received, "the call is not closed") { world in
      try world.shortlist(at: "2024-12-02T22:00:00Z")
    },
    .init(.reviewsMissing, at: .closed, "nobody is screened yet") { _ in .emptyShortlist() },
    .init(.reviewsMissing, at: .assigned, "reviews lack, and there is time for them") { _ in
      .emptyShortlist()
    },
    .init(.reviewsMissing, at: .assigned, "time is over, and one is less than the least") { world in
      world = try world.after(.review("V-9", of: "A-1", by: "r1", [5, 5, 5, 5, 5]))
      return .emptyShortlist().at("2024-12-31T22:00:00Z")
    },
    .init(.repairWindowOpen, at: .reviewed, "A-4 has one second more") { world in
      try world.shortlist(at: "2024-12-16T21:59:59Z")
    },
    .init(.repairWindowOpen, at: .reviewed, "A-4 was repaired and waits") { world in
      world = try world.after(.repaired("A-4", ["budget_uah": "1"], at: "2024-12-06T08:00:00Z"))
      return try world.shortlist()
    },
    .init(.lotNeeded, at: .reviewed, "a lot that the call announced no source for") { world in
      try world.shortlist(lot: "7")
    },
    .init(.shortlistExists, at: .shortlisted, "it is published once") { world in
      try world.shortlist()
    },
    .init(.wrongShortlist, at: .reviewed, "the last place is left out") { world in
      let attempt = try world.shortlist()
      return attempt.with(["ranking": .array((attempt.fields["ranking"]?.array ?? []).dropLast())])
    },
  ]
}

// Objections.
extension Refusals {
  static let objections: [RefusalRow] = [
    .init(.notOnShortlist, at: .shortlisted, "it was not selected") { _ in
      .objection("O-1", to: "A-7", by: "m01")
    },
    .init(.objectionsOver, at: .shortlisted, "the tenth day is over") { _ in
      .objection("O-1", to: "A-1", by: "m01", at: "2024-12-26T22:00:00Z")
    },
    .init(.objectionExists, at: .shortlisted, "there is an objection of that name") { world in
      world = try world.after(.objection("O-1", to: "A-1", by: "m01"))
      return .objection("O-1", to: "A-2", by: "m02")
    },
    .init(.wrongSigners, at: .shortlisted, "a witness is no member") { _ in
      .objection("O-1", to: "A-1", by: "w1")
    },
    .init(.suspended, at: .shortlisted, "a suspended member has no objection") { world in
      try world.suspend("M16", certifiedAt: "2024-12-26T08:00:00Z")
      return .objection("O-1", to: "A-1", by: "m16", at: "2024-12-26T09:00:00Z")
    },
    .init(.unknownObjection, at: .shortlisted, "there is nothing to answer") { _ in
      .answer("O-1", at: "2024-12-18T08:00:00Z")
    },
    .init(.objectionsOver, at: .shortlisted, "an answer after the vote was opened") { world in
      world = try world.after(.objection("O-1", to: "A-1", by: "m01"))
      world = try world.after(try world.opening(on: ["A-1"]))
      return .answer("O-1", at: "2024-12-27T08:00:01Z")
    },
    .init(.unknownObjection, at: .shortlisted, "there is nothing to take back") { _ in
      Attempt(
        .objectionWithdrawn, ["objection": "O-1"], by: ["m01"], at: "2024-12-18T08:00:00Z")
    },
    .init(.wrongSigners, at: .shortlisted, "another member takes it back") { world in
      world = try world.after(.objection("O-1", to: "A-1", by: "m01"))
      return Attempt(
        .objectionWithdrawn, ["objection": "O-1"], by: ["m02"], at: "2024-12-18T08:00:00Z")
    },
  ]
}

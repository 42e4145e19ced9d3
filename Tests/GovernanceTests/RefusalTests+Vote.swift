// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

// Votes.
extension Refusals {
  static let votes: [RefusalRow] = [
    .init(.unknownMatter, at: .shortlisted, "admissions are not decided as positions are") {
      world in try world.opening(on: ["A-1"]).with(["matter": "position"])
    },
    .init(.voteExists, at: .opened, "there is a vote V1") { world in
      try world.opening(on: ["A-1"])
    },
    .init(.objectionsOpen, at: .shortlisted, "the last second for objections") { world in
      try world.opening(on: ["A-1"], at: "2024-12-26T21:59:59Z")
    },
    .init(.notToBeVoted, at: .reviewed, "there is no shortlist") { world in
      try world.opening(on: ["A-1"])
    },
    .init(.notToBeVoted, at: .shortlisted, "it was not selected") { world in
      try world.opening(on: ["A-7"])
    },
    .init(.notToBeVoted, at: .shortlisted, "a vote on nothing") { world in
      try world.opening(on: [])
    },
    .init(.notToBeVoted, at: .opened, "it is in another vote") { world in
      try world.opening("V2", on: ["A-1"])
    },
    .init(.notToBeVoted, at: .shortlisted, "it was withdrawn") { world in
      world = try world.after(.withdrawn("A-1", at: "2024-12-18T08:00:00Z"))
      return try world.opening(on: ["A-1"])
    },
    .init(.notToBeVoted, at: .decided, "the members have decided") { world in
      try world.opening(
        "V2", on: ["A-2"], opens: "2025-01-10T07:00:00Z", closes: "2025-01-14T22:00:00Z",
        at: "2025-01-05T08:00:00Z")
    },
    .init(.debatedSeparately, at: .shortlisted, "three object to one of two") { world in
      for (index, member) in ["m01", "m02", "m03"].enumerated() {
        try world.record(.objection("O-\(index)", to: "A-1", by: member))
      }
      return try world.opening(on: ["A-1", "A-2"])
    },
    .init(.objectionUnanswered, at: .shortlisted, "three object and one is answered") { world in
      for (index, member) in ["m01", "m02", "m03"].enumerated() {
        try world.record(.objection("O-\(index)", to: "A-1", by: member))
      }
      try world.record(.answer("O-0", at: "2024-12-19T08:00:00Z"))
      return try world.opening(on: ["A-1"])
    },
    // Three days from Friday 27 December: the notice is over with the start of the 30th in Kyiv.
    .init(.noticeTooShort, at: .shortlisted, "a second before the notice is over") { world in
      try world.opening(
        on: ["A-1"], opens: "2024-12-29T21:59:59Z", closes: "2025-01-02T22:00:00Z")
    },
    .init(.wrongWindow, at: .shortlisted, "a second longer than five days") { world in
      try world.opening(on: ["A-1"], closes: "2025-01-03T22:00:01Z")
    },
    .init(.wrongElectorate, at: .shortlisted, "a member is left out") { world in
      let attempt = try world.opening(on: ["A-1"])
      let groups = (attempt.fields["electorate"]?.array ?? []).dropLast()
      return attempt.with(["electorate": .array(Array(groups))])
    },
  ]
}

// Ballots.
extension Refusals {
  static let ballots: [RefusalRow] = [
    .init(.unknownVote, at: .opened, "there is no vote V9") { world in
      try world.ballot(by: "m01", ["A-1": "yes"]).with(["vote": "V9"])
    },
    .init(.otherText, at: .opened, "the ballot is on another text") { world in
      try world.ballot(by: "m01", ["A-1": "yes"]).with([
        "on": .string(String(repeating: "0", count: 64))
      ])
    },
    .init(.notOpenYet, at: .opened, "a second before the opening") { world in
      try world.ballot(by: "m01", ["A-1": "yes"], at: "2024-12-30T06:59:59Z")
    },
    .init(.votingOver, at: .opened, "the closing moment is outside") { world in
      try world.ballot(by: "m01", ["A-1": "yes"], at: "2025-01-03T22:00:00Z")
    },
    .init(.notAnElector, at: .opened, "the registrar has no vote") { world in
      try world.ballot(by: "registrar", ["A-1": "yes"])
    },
    .init(.notAnElector, at: .opened, "a reviewer's key is not the member's voting key") { world in
      try world.ballot(by: "r1", ["A-1": "yes"])
    },
    .init(.notAnElector, at: .opened, "two members sign one ballot") { world in
      try world.ballot(by: "m01", ["A-1": "yes"]).signed(by: ["m01", "m02"])
    },
    .init(.suspended, at: .opened, "suspended after the vote was opened") { world in
      var suspended = try Stage.shortlisted.world
      try suspended.suspend("M16", certifiedAt: "2024-12-31T08:00:00Z") { world in
        try world.record(try world.opening(on: ["A-1"]))
      }
      world = suspended
      return try world.ballot(by: "m16", ["A-1": "yes"], at: "2024-12-31T09:00:00Z")
    },
    .init(.unknownChoice, at: .opened, "an application that is not in the vote") { world in
      try world.ballot(by: "m01", ["A-1": "yes", "A-7": "yes"])
    },
    .init(.revokedKey, at: .opened, "a member whose key was lost") { world in
      world = try world.after(.revoked("m16", at: "2024-12-28T08:00:00Z"))
      return try world.ballot(by: "m16", ["A-1": "yes"])
    },
  ]
}

// Tally and certificate.
extension Refusals {
  static let tallies: [RefusalRow] = [
    .init(.votingOpen, at: .voted, "the last second of the grace") { world in
      try world.tally(at: "2025-01-04T09:59:59Z")
    },
    .init(.tallyExists, at: .tallied, "it is published once") { world in try world.tally() },
    .init(.wrongTally, at: .voted, "one result is left out") { world in
      let attempt = try world.tally()
      return attempt.with(["results": .array((attempt.fields["results"]?.array ?? []).dropLast())])
    },
    .init(.noTally, at: .voted, "the count comes before the certificate") { _ in
      Attempt(
        .outcomeCertified, ["vote": "V1", "outcomes": [:]], by: ["registrar", "m03", "m09"],
        at: "2025-01-04T10:00:00Z")
    },
    .init(.alreadyCertified, at: .decided, "it is certified once") { world in
      try world.certificate()
    },
    .init(.wrongOutcome, at: .tallied, "an outcome of nothing that was voted on") { world in
      let attempt = try world.certificate()
      let outcomes = attempt.fields["outcomes"]?.replacing("A-7", with: "lost")
      return attempt.with(["outcomes": outcomes ?? [:]])
    },
    .init(.wrongSigners, at: .tallied, "one of two tellers does not sign") { world in
      try world.certificate().signed(by: ["registrar", "m03"])
    },
  ]
}

// Appeals.
extension Refusals {
  static let appeals: [RefusalRow] = [
    .init(.nothingToAppeal, at: .shortlisted, "it was selected") { _ in
      .appeal("P-1", of: "A-1", at: "2024-12-18T08:00:00Z")
    },
    .init(.nothingToAppeal, at: .screened, "its repair window is open") { _ in
      .appeal("P-1", of: "A-4", at: "2024-12-16T21:59:59Z")
    },
    // No appeal can change when it came.
    .init(.nothingToAppeal, at: .screened, "it came too late") { _ in
      .appeal("P-1", of: "A-6", at: "2024-12-04T08:00:00Z")
    },
    .init(.nothingToAppeal, at: .decided, "too few voted, which refuses nobody") { _ in
      .appeal("P-1", of: "A-3", at: "2025-01-05T08:00:00Z")
    },
    // Thirty days from 17 December: 15 in December, 15 in January.
    .init(.appealWindowOver, at: .shortlisted, "the thirtieth day is over") { _ in
      .appeal("P-1", of: "A-7", at: "2025-01-15T22:00:00Z")
    },
    .init(.appealExists, at: .shortlisted, "there is an appeal of that name") { world in
      world = try world.after(.appeal("P-1", of: "A-7", at: "2024-12-18T08:00:00Z"))
      return .appeal("P-1", of: "A-5", at: "2024-12-18T08:00:00Z")
    },
    .init(.appealExists, at: .shortlisted, "one waits for its ruling") { world in
      world = try world.after(.appeal("P-1", of: "A-7", at: "2024-12-18T08:00:00Z"))
      return .appeal("P-2", of: "A-7", at: "2024-12-18T09:00:00Z")
    },
    .init(.appealExists, at: .shortlisted, "this very decision was upheld") { world in
      world = try world.after(
        .appeal("P-1", of: "A-7", at: "2024-12-18T08:00:00Z"),
        .ruling("P-1", "uphold", at: "2024-12-19T08:00:00Z"))
      return .appeal("P-2", of: "A-7", at: "2024-12-20T08:00:00Z")
    },
    .init(.unknownAppeal, at: .shortlisted, "nobody appealed") { _ in
      .ruling("P-1", "uphold", at: "2024-12-19T08:00:00Z")
    },
    .init(.unknownAppeal, at: .shortlisted, "it was ruled on") { world in
      world = try world.after(
        .appeal("P-1", of: "A-7", at: "2024-12-18T08:00:00Z"),
        .ruling("P-1", "uphold", at: "2024-12-19T08:00:00Z"))
      return .ruling("P-1", "remit", at: "2024-12-20T08:00:00Z")
    },
    .init(.wrongSigners, at: .shortlisted, "one of three judges is no quorum") { world in
      world = try world.after(.appeal("P-1", of: "A-7", at: "2024-12-18T08:00:00Z"))
      return .ruling("P-1", "remit", by: ["m10"], at: "2024-12-19T08:00:00Z")
    },
    .init(.wrongSigners, at: .shortlisted, "a judge who sponsors the applicant") { world in
      world = try world.after(
        .relation("sponsor_of", from: "M10", to: "A-7", by: "m10", at: "2024-12-18T08:00:00Z"),
        .appeal("P-1", of: "A-7", at: "2024-12-18T08:00:00Z"))
      return .ruling("P-1", "remit", at: "2024-12-19T08:00:00Z")
    },
  ]
}

// Joining.
extension Refusals {
  static let joining: [RefusalRow] = [
    .init(.notAdmitted, at: .decided, "the members refused it") { _ in
      .enrolling(["application": "A-2"], key: "a2")
    },
    .init(.notAdmitted, at: .shortlisted, "the members have not been asked") { _ in .enrolling() },
    .init(.keyInForce, at: .joining, "it has enrolled a key") { _ in
      .enrolling(key: "a1b", at: "2025-01-10T10:00:00Z")
    },
    .init(.wrongSigners, at: .decided, "nobody signs beside the registrar") { _ in
      .enrolling().signed(by: ["registrar", "a1"])
    },
    .init(.wrongSigners, at: .decided, "it names its representative before it has a key") { _ in
      .representative()
    },
    .init(.onboardingOver, at: .decided, "the sixtieth day is over") { _ in
      .enrolling(at: "2025-03-04T22:00:00Z")
    },
    .init(.onboardingOver, at: .joining, "all is there, but too late") { _ in
      .joining(at: "2025-03-04T22:00:00Z")
    },
    .init(.alreadyMember, at: .joined, "it has joined") { _ in .joining(as: "M18") },
    .init(.needsMissing, at: .decided, "nothing is there yet") { _ in .joining() },
    .init(.needsMissing, at: .decided, "the manifesto is not signed") { world in
      world = try world.after(.enrolling(), .representative())
      return .joining()
    },
    .init(.needsMissing, at: .joining, "the key was lost meanwhile") { world in
      world = try world.after(.revoked("a1", at: "2025-01-10T10:00:00Z"))
      return .joining()
    },
    .init(.partyExists, at: .joining, "a member has that name") { _ in .joining(as: "M16") },
    .init(.partyExists, at: .joining, "an application has that name") { _ in .joining(as: "A-2") },
    .init(.wrongRolls, at: .joining, "the roll of members is none of its classes") { _ in
      .joining(rolls: ["members", "small_members"])
    },
    .init(.wrongSigners, at: .joining, "no teller signs") { _ in
      .joining().signed(by: ["registrar", "m01"])
    },
  ]
}

// The trace of those who were turned away.
extension Refusals {
  static let traces: [RefusalRow] = [
    .init(.notRefusable, at: .called, "no trace is kept of a call that was turned away") { world in
      try Attempt.callOpened().turnedAway("call_exists", in: world)
    },
    .init(.notRefusable, at: .called, "nothing is inside") { world in
      var attempt = try Attempt.submitted("A-9", edrpou: "99000531")
        .turnedAway("call_closed", in: world)
      attempt.inner = []
      return attempt
    },
    .init(.wrongRefusal, at: .closed, "it is refused for another reason") { world in
      try Attempt.submitted("A-9", edrpou: "99000531", at: "2024-12-02T22:00:00Z")
        .turnedAway("application_exists", in: world)
    },
    .init(.wrongRefusal, at: .called, "it would be let in") { world in
      try Attempt.submitted("A-9", edrpou: "99000531").turnedAway("call_closed", in: world)
    },
    .init(.wrongSigners, at: .closed, "the registrar must sign the trace") { world in
      try Attempt.submitted("A-9", edrpou: "99000531", at: "2024-12-02T22:00:00Z")
        .turnedAway("call_closed", in: world).signed(by: ["m01"])
    },
  ]
}

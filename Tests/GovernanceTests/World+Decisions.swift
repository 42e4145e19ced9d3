// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

extension Seals {
  /// Tells the identities in the text itself: who has all of them, in order, can read it.
  ///
  /// The cryptography is tested where it is; here only the rules about seals are.
  static let pretended = Seals(
    opener: { identities in
      let prefix = identities.joined(separator: "+") + "|"
      return { sealed in
        sealed.hasPrefix(prefix) ? Array(sealed.utf8.dropFirst(prefix.utf8.count)) : nil
      }
    },
    recipient: { "age1-\($0)" }, isRecipient: { $0.hasPrefix("age1-") })
}

extension JSON {
  static func digest(_ character: Character) -> JSON {
    .string(String(repeating: character, count: 64))
  }
}

// Proposals and what is done with them.
extension Attempt {
  static func proposal(
    _ id: String = "P-1", _ matter: JSON = "position", by key: String = "m02",
    at: String = "2024-10-22T08:00:00Z", _ changes: [String: JSON] = [:]
  ) -> Attempt {
    let fields: [String: JSON] = [
      "proposal": .string(id), "matter": matter, "title": ["uk": "Позиція", "en": "A position"],
      "texts": ["uk": .digest("a"), "en": .digest("b")], "papers": [:],
    ]
    return Attempt(.proposalSubmitted, fields.merging(changes) { $1 }, by: [key], at: at)
  }

  static func second(_ id: JSON = "P-1", by key: String, at: String = "2024-10-22T09:00:00Z")
    -> Attempt
  {
    Attempt(.proposalSeconded, ["proposal": id], by: [key], at: at)
  }

  /// The judges' word on a member's block of P-1 in V1.
  static func blockTest(of party: JSON, _ verdict: JSON, at: String) -> Attempt {
    Attempt(
      .blockTested,
      ["vote": "V1", "item": "P-1", "party": party, "verdict": verdict, "ground": "Так."],
      by: ["m10", "m11"], at: at)
  }

  static func amendment(
    _ id: JSON = "AM-1", to proposal: JSON = "P-1", by key: String = "m07",
    at: String = "2024-10-23T08:00:00Z"
  ) -> Attempt {
    Attempt(
      .amendmentProposed,
      [
        "amendment": id, "proposal": proposal, "title": ["uk": "Поправка"],
        "texts": ["uk": .digest("c")],
      ], by: [key], at: at)
  }

  static func frozen(
    _ id: JSON = "P-1", _ texts: JSON = ["uk": .digest("a"), "en": .digest("b")],
    at: String = "2024-10-28T22:00:00Z"
  ) -> Attempt {
    Attempt(.textFrozen, ["proposal": id, "texts": texts], by: ["registrar"], at: at)
  }

  static func hearing(
    _ id: JSON, attended: Bool = true, by keys: [String], at: String
  ) -> Attempt {
    Attempt(
      .hearingHeld, ["proposal": id, "attended": .bool(attended)], by: ["registrar"] + keys,
      at: at)
  }
}

extension World {
  func proposal(_ id: String = "P-1") throws -> Proposal {
    try #require(assembly.proposals[id])
  }

  /// A vote on items, opened at a moment and at the earliest that the statutes allow.
  func put(
    _ vote: String, on items: [String], at: String, tellers: [String] = [],
    _ changes: [String: JSON] = [:]
  ) throws -> Attempt {
    let now = try #require(Instant(at))
    let plan = try assembly.votingPlan(on: items, at: now)
    let closes = try #require(assembly.closing(of: plan.window, from: plan.earliest))
    var fields: [String: JSON] = [
      "vote": .string(vote), "matter": .string(plan.matter), "rule": .string(plan.course.rule),
      "round": .integer(plan.course.round), "items": .array(items.map(JSON.string)),
      "opens": .string(plan.earliest.text), "closes": .string(closes.text),
      "electorate": .array(plan.electorate.map { .array($0.map(JSON.string)) }),
    ]
    fields["call"] = plan.call.map(JSON.string)
    fields["weights"] = plan.weights.map { .array($0.map(JSON.integer)) }
    if !plan.tellers.isEmpty {
      fields["tellers"] = .array(
        plan.tellers.map { ["key": .string($0), "recipient": .string("age1-\($0)")] })
    }
    let short = plan.tellers.map { String($0.split(separator: "/")[1]) }
    return Attempt(
      .voteOpened, fields.merging(changes) { $1 }, by: ["registrar"] + short, at: at)
  }

  /// A ballot at the opening of the vote, unless another time is told.
  func mark(
    _ vote: String, _ choices: [String: JSON], by member: String, reasons: JSON? = nil,
    at: String? = nil, sealedAt: String? = nil
  ) throws -> Attempt {
    let open = try self.vote(vote)
    var fields: [String: JSON] = [
      "vote": .string(vote), "on": .string(hexadecimal(open.digest)), "choices": .object(choices),
    ]
    fields["reasons"] = reasons
    fields["sealed_at"] = sealedAt.map(JSON.string)
    return Attempt(.ballotCast, fields, by: [member], at: at ?? latest(open.opens))
  }

  /// The same, sealed to the vote's tellers.
  func seal(_ vote: String, _ choices: [String: JSON], by member: String, id: String? = nil)
    throws -> Attempt
  {
    var attempt = try mark(vote, choices, by: member)
    attempt.fields["choices"] = nil
    let number = String(acts.count, radix: 16)
    let own = String(repeating: "0", count: 32 - number.count) + number
    let plain = BallotCast.Content.plain(choices: choices, reasons: [:], id: id ?? own)
    let identities = try self.vote(vote).tellers.map(\.key).joined(separator: "+")
    attempt.fields["sealed"] = .string(identities + "|" + String(decoding: plain, as: UTF8.self))
    return attempt
  }

  private func latest(_ moment: Instant) -> String { max(moment, assembly.now).text }

  /// The tally at the first moment after grace.
  func count(_ vote: String, at: String? = nil) throws -> Attempt {
    let time = try at ?? latest(self.vote(vote).graceEnds)
    return try tally(vote, at: time)
  }

  func certify(_ vote: String, at: String? = nil) throws -> Attempt {
    try certificate(vote, at: at ?? assembly.now.text)
  }

  /// A whole vote on one item: opened now, what each says, counted and certified.
  mutating func decide(
    _ item: String, _ vote: String, at: String? = nil, _ choices: [(String, JSON)],
    reasons: [String: JSON] = [:]
  ) throws -> VoteOutcome {
    try record(try put(vote, on: [item], at: at ?? assembly.now.text))
    for (member, choice) in choices {
      try record(
        try mark(
          vote, [item: choice], by: member, reasons: reasons[member].map { [item: $0] }))
    }
    try record(try count(vote))
    try record(try certify(vote))
    return try #require(try self.vote(vote).results?.first?.outcome)
  }

  /// A member is suspended by the steering committee, with all that leads there; `between` happens
  /// after the tally.
  mutating func suspend(
    _ member: String, certifiedAt: String, between: (inout World) throws -> Void = { _ in }
  ) throws {
    let (now, id) = (assembly.now.text, "SU-\(member)")
    try record(.proposal(id, "suspension", by: "m01", at: now, ["about": .string(member)]))
    try record(.hearing(.string(id), by: [member.lowercased()], at: now))
    try record(.frozen(.string(id), at: now))
    try record(try put("V-\(id)", on: [id], at: now))
    for key in World.steering { try record(try mark("V-\(id)", [id: "yes"], by: key)) }
    try record(try count("V-\(id)"))
    try between(&self)
    try record(try certify("V-\(id)", at: certifiedAt))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

// Proposals.
extension Refusals {
  static let proposals: [RefusalRow] = [
    .init(.unknownMatter, at: .founded, "the statutes know no such matter") { _ in
      .proposal("P-1", "war")
    },
    .init(.unknownMatter, at: .founded, "an election is no proposal") { _ in
      .proposal("P-1", "election")
    },
    .init(.nameTaken, at: .founded, "a member has that name") { _ in .proposal("M03") },
    .init(.mayNotPropose, at: .founded, "the steering committee proposes routine matters") { _ in
      .proposal("P-1", "routine", by: "m02")
    },
    .init(.mayNotPropose, at: .founded, "an outsider proposes nothing") { _ in
      .proposal(by: "w1")
    },
    .init(.unknownParty, at: .founded, "a suspension is about nobody") { _ in
      .proposal("P-1", "suspension", by: "m01")
    },
    .init(.notOnBallot, at: .founded, "options on a yes and no ballot") { _ in
      .proposal("P-1", "agreement", by: "m01", ["options": ["a": ["uk": "А"], "b": ["uk": "Б"]]])
    },
    .init(.notOnBallot, at: .founded, "new statutes under another matter") { _ in
      .proposal("P-1", "agreement", by: "m01", ["statutes": .digest("d")])
    },
    .init(.wrongLanguage, at: .founded, "no text of record") { _ in
      .proposal("P-1", "position", ["texts": ["en": .digest("b")]])
    },
    .init(.wrongLanguage, at: .founded, "a language that the statutes do not know") { _ in
      .proposal("P-1", "position", ["title": ["uk": "Так", "de": "Ja"]])
    },
    .init(.unknownThing, at: .founded, "there is nothing to second") { _ in .second(by: "m03") },
    .init(.mayNotPropose, at: .founded, "the proposer seconds itself") { world in
      world = try world.after(.proposal())
      return .second(by: "m02")
    },
    .init(.mayNotPropose, at: .founded, "a family seconds its own") { world in
      world = try world.after(
        .relation("family", from: "M02", to: "M03", by: "m02", at: "2024-10-22T07:00:00Z"),
        .proposal())
      return .second(by: "m03")
    },
    .init(.secondsMissing, at: .founded, "one second of two") { world in
      world = try world.after(.proposal(), .second(by: "m03"))
      return .frozen()
    },
    .init(.debateOpen, at: .founded, "the last second of the debate") { world in
      world = try world.after(.proposal(), .second(by: "m03"), .second(by: "m04"))
      return .frozen(at: "2024-10-28T21:59:59Z")
    },
    .init(.otherText, at: .founded, "another text is frozen") { world in
      world = try world.after(.proposal(), .second(by: "m03"), .second(by: "m04"))
      return .frozen("P-1", ["uk": .digest("f")])
    },
    .init(.alreadyFrozen, at: .founded, "it is frozen") { world in
      try world.table("P-1", "agreement", by: "m01")
      return Attempt(
        .proposalWithdrawn, ["proposal": "P-1"], by: ["m01"], at: world.assembly.now.text)
    },
    .init(.alreadyWithdrawn, at: .founded, "it is withdrawn") { world in
      let withdrawn = Attempt(
        .proposalWithdrawn, ["proposal": "P-1"], by: ["m02"], at: "2024-10-22T09:00:00Z")
      world = try world.after(.proposal(), withdrawn)
      return withdrawn
    },
    .init(.notAmendable, at: .founded, "agreements take no amendments") { world in
      world = try world.after(.proposal("P-1", "agreement", by: "m01"))
      return .amendment()
    },
    .init(.amendmentPending, at: .founded, "an amendment is pending") { world in
      world = try world.after(
        .proposal(), .second(by: "m03"), .second(by: "m04"), .amendment())
      return .frozen()
    },
    .init(.hearingOpen, at: .founded, "it has seven days to be heard") { world in
      world = try world.after(
        .proposal("P-1", "suspension", by: "m01", ["about": "M16"]))
      return .hearing("P-1", attended: false, by: ["m02"], at: "2024-10-28T21:59:59Z")
    },
    .init(.unknownThing, at: .founded, "nobody is heard about an agreement") { world in
      world = try world.after(.proposal("P-1", "agreement", by: "m01"))
      return .hearing("P-1", by: ["m02"], at: "2024-10-23T08:00:00Z")
    },
    .init(.roundsLeft, at: .founded, "nothing has failed yet") { world in
      world = try world.after(.proposal())
      return Attempt(
        .escalationRequested, ["proposal": "P-1"], by: ["m01", "m02", "m03", "m04", "m05"],
        at: "2024-10-23T08:00:00Z")
    },
  ]
}

// Votes on proposals.
extension Refusals {
  private static func tabled(_ matter: JSON = "agreement", _ changes: [String: JSON] = [:]) throws
    -> World
  {
    var world = try Stage.founded.world
    try world.table("P-1", matter, by: "m01", changes)
    return world
  }

  private static func opened(_ matter: JSON = "agreement") throws -> World {
    let world = try tabled(matter)
    return try world.after(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
  }

  private static func now(_ world: World) -> String { world.assembly.now.text }

  static let decisions: [RefusalRow] = [
    .init(.hearingMissing, at: .founded, "nobody was heard") { world in
      let now = world.assembly.now.text
      world = try world.after(
        .proposal("P-1", "suspension", by: "m01", at: now, ["about": "M16"]),
        .frozen(at: now))
      let plan = try world.after(.proposal("P-2", "routine", by: "m01", at: now))
      let frozen = try plan.after(.frozen("P-2", at: now))
      return try frozen.put("V1", on: ["P-2"], at: now).with([
        "items": ["P-1"], "matter": "suspension",
      ])
    },
    .init(.wrongRound, at: .founded, "it is the first round") { world in
      world = try tabled()
      return try world.put("V1", on: ["P-1"], at: now(world), ["round": 2])
    },
    .init(.wrongRound, at: .founded, "by an easier rule") { world in
      world = try tabled()
      return try world.put("V1", on: ["P-1"], at: now(world), ["rule": "majority"])
    },
    .init(.wrongWeights, at: .founded, "nobody weighs here") { world in
      world = try tabled()
      return try world.put("V1", on: ["P-1"], at: now(world), ["weights": [2]])
    },
    .init(.wrongTellers, at: .founded, "an open vote has no tellers") { world in
      world = try tabled()
      return try world.put("V1", on: ["P-1"], at: now(world), ["tellers": []])
    },
    .init(.wrongTellers, at: .founded, "one of two tellers") { world in
      let time = now(world)
      world = try world.after(
        .proposal("P-1", "expulsion", by: "m01", at: time, ["about": "M16"]),
        .hearing("P-1", by: ["m16"], at: time), .frozen(at: time))
      let attempt = try world.put("V1", on: ["P-1"], at: time)
      let tellers = attempt.fields["tellers"]?.array ?? []
      return attempt.with(["tellers": .array(Array(tellers.prefix(1)))])
    },
    .init(.wrongSecrecy, at: .founded, "a sealed ballot in an open vote") { world in
      world = try opened()
      return try world.seal("V1", ["P-1": "yes"], by: "m01")
    },
    .init(.wrongSecrecy, at: .founded, "an open ballot in a sealed vote") { world in
      world = try SealedVotes.opened()
      return try world.mark("V1", ["P-1": "yes"], by: "m01")
    },
    .init(.notOnBallot, at: .founded, "a block where yes and no are asked") { world in
      world = try opened()
      return try world.mark("V1", ["P-1": "block"], by: "m01")
    },
    .init(.reasonMissing, at: .founded, "a block without a reason") { world in
      world = try opened("plan")
      return try world.mark("V1", ["P-1": "block"], by: "m07")
    },
    .init(.groundMissing, at: .founded, "a block on a ground of its own") { world in
      world = try opened("plan")
      return try world.mark(
        "V1", ["P-1": "block"], by: "m07", reasons: ["P-1": ["text": "Ні.", "ground": "taste"]])
    },
    .init(.notTheNamedVoter, at: .founded, "another of the family was named") { world in
      world = try world.after(
        .relation("family", from: "M01", to: "M02", by: "m01", at: now(world)),
        Attempt(
          .voterNamed, ["voter": "M02", "parties": ["M01", "M02"]], by: ["m01", "m02"],
          at: now(world)))
      try world.table("P-1", "agreement", by: "m04")
      world = try world.after(try world.put("V1", on: ["P-1"], at: now(world)))
      return try world.mark("V1", ["P-1": "yes"], by: "m01")
    },
    .init(.notAnElector, at: .founded, "two who are no family name a voter") { world in
      Attempt(
        .voterNamed, ["voter": "M02", "parties": ["M01", "M02"]], by: ["m01", "m02"],
        at: now(world))
    },
    .init(.noProxies, at: .founded, "the statutes know no proxies") { world in
      world = try opened()
      return Attempt(
        .proxyGiven, ["vote": "V1", "to": "M02"], by: ["m01"], at: try world.vote().opens.text)
    },
    .init(.tooManyProxies, at: .founded, "one at most") { world in
      world = try withProxies()
      let opens = try world.vote().opens.text
      world = try world.after(
        Attempt(.proxyGiven, ["vote": "V1", "to": "M02"], by: ["m01"], at: opens))
      return Attempt(.proxyGiven, ["vote": "V1", "to": "M02"], by: ["m03"], at: opens)
    },
    .init(.proxyChain, at: .founded, "who gave its vote away carries none") { world in
      world = try withProxies()
      let opens = try world.vote().opens.text
      world = try world.after(
        Attempt(.proxyGiven, ["vote": "V1", "to": "M02"], by: ["m01"], at: opens))
      return Attempt(.proxyGiven, ["vote": "V1", "to": "M01"], by: ["m03"], at: opens)
    },
    .init(.noSuchBlock, at: .founded, "nobody blocks") { world in
      world = try opened("plan")
      return .blockTest(of: "M07", "stands", at: now(world))
    },
    .init(.nobodyRules, at: .founded, "blocks are tested where there are blocks") { world in
      world = try opened()
      return .blockTest(of: "M07", "stands", at: now(world))
    },
    .init(.wrongIdentity, at: .founded, "the identity is another's") { world in
      world = try SealedVotes.opened()
      return try SealedVotes.opening("m03", world).with(["identity": .string(World.key("m09"))])
    },
    .init(.sealsClosed, at: .founded, "one of two seals is shut") { world in
      world = try SealedVotes.opened()
      world = try world.after(try SealedVotes.opening("m03", world))
      return Attempt(
        .tallyPublished, ["vote": "V1", "results": [], "excluded": []], by: ["registrar"],
        at: now(world))
    },
    .init(.challengeOpen, at: .founded, "a challenge is open") { world in
      world = try opened()
      world = try world.after(try world.count("V1"))
      world = try world.after(
        Attempt(
          .voteChallenged, ["challenge": "CH-1", "vote": "V1", "ground": "Ні."], by: ["m07"],
          at: now(world)))
      return try world.certify("V1")
    },
    .init(.wrongTally, at: .founded, "a ballot is excluded without a reason") { world in
      world = try opened()
      let ballot = try world.mark("V1", ["P-1": "yes"], by: "m01")
      world = try world.after(ballot)
      let id = try #require(try world.vote().ballots.first?.id)
      return try world.count("V1").with([
        "excluded": [["ballot": .string(id), "reason": "left"]]
      ])
    },
  ]

  private static func withProxies() throws -> World {
    let statutes = try Samples.damaged(
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      "pass: \"yes >= 2/3 of cast\", window: vote_5d, proxies: {at_most: 1}}")
    var world = World()
    try world.record(.founding(try World.founding(statutes: statutes)))
    try world.table("P-1", "agreement", by: "m01")
    return try world.after(try world.put("V1", on: ["P-1"], at: now(world)))
  }
}

// What was decided.
extension Refusals {
  static let deeds: [RefusalRow] = [
    .init(.notAdopted, at: .founded, "a mandate before the certificate") { world in
      try world.table("P-1", "agreement", by: "m01")
      world = try world.after(
        try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
      world = try world.after(try world.count("V1"))
      return Deeds.mandate(at: world.assembly.now)
    },
    .init(.notAdopted, at: .founded, "statutes that nobody decided") { world in
      try world.table("P-1", "statutes", by: "m02", ["statutes": .digest("d")])
      return Attempt(
        .statutesAdopted,
        [
          "proposal": "P-1", "statutes": try NewStatutes.tree(),
          "effective": "2024-12-01T00:00:00Z",
        ],
        by: ["registrar", "m03", "m09"], at: world.assembly.now.text)
    },
    .init(.tooEarly, at: .founded, "in force before the seven days are over") { world in
      let (decided, adoption) = try NewStatutes.adopted()
      world = decided
      return adoption.with(["effective": .string(adoption.at)])
    },
    .init(.wrongVersion, at: .founded, "the version is the old one") { world in
      let tree = try Coalition.statutes("alliance-cso")
      let digest = JSON.string(hexadecimal(sha256(tree.canonicalBytes)))
      try world.table("P-1", "statutes", by: "m02", ["statutes": digest])
      _ = try world.decide("P-1", "V1", World.members.map { ($0, "yes") })
      return Attempt(
        .statutesAdopted,
        ["proposal": "P-1", "statutes": tree, "effective": "2025-06-01T00:00:00Z"],
        by: ["registrar", "m03", "m09"], at: world.assembly.now.text)
    },
    .init(.unknownMandate, at: .founded, "spokespersons come from routine matters") { world in
      world = try Deeds.decided()
      return Deeds.mandate(
        at: world.assembly.now, ["mandate": "MN-2", "kind": "spokesperson"])
    },
    .init(.mandateTooLong, at: .founded, "six months are the term") { world in
      try world.table("P-1", "routine", by: "m01")
      _ = try world.decide("P-1", "V1", World.steering.map { ($0, "yes") })
      let until = (world.assembly.now + 200 * 86_400).text
      return Deeds.mandate(
        at: world.assembly.now, ["kind": "spokesperson", "until": .string(until)])
    },
    .init(.noMandate, at: .founded, "the mandate has ended") { world in
      world = try Deeds.decided()
      world = try world.after(
        Attempt(
          .mandateEnded, ["mandate": "MN-1", "ground": "Досить."], by: ["m05"],
          at: world.assembly.now.text))
      return Deeds.agreement(world)
    },
    .init(.notAnOccasion, at: .founded, "the meeting has not been") { world in
      world = try Deeds.decided()
      return Attempt(
        .mandateReported, ["mandate": "MN-1", "occasion": "som", "sha256": .digest("e")],
        by: ["m05"], at: world.assembly.now.text)
    },
    .init(.ownStatement, at: .founded, "what was adopted cannot be disavowed") { world in
      world = try Deeds.decided()
      return Attempt(
        .statementDisavowed, ["sha256": .digest("a"), "ground": "Ні."], by: ["registrar", "m01"],
        at: world.assembly.now.text)
    },
    .init(.thingExists, at: .founded, "there is a mandate of that name") { world in
      world = try Deeds.decided()
      return Deeds.mandate(at: world.assembly.now)
    },
    .init(.receivedInFuture, at: .founded, "another body has not decided yet") { world in
      world = try Deeds.decided()
      return Attempt(
        .externalRecorded,
        [
          "decision": "X", "body": "HCT", "decided": .string((world.assembly.now + 60).text),
          "title": ["uk": "Так"], "sha256": .digest("e"), "mandate": "MN-1",
        ], by: ["m05", "m07"], at: world.assembly.now.text)
    },
    .init(.papersMissing, at: .empty, "without its own body's decision") { world in
      world = try Coalition.dialogue()
      return .proposal("P-1", "joint_position", by: "p01", at: world.assembly.now.text)
    },
  ]
}

// SPDX-License-Identifier: Apache-2.0
import Governance
import Sealing
import Signing

/// What somebody sets out to record: sensible more often than not, and wrong often enough.
struct Move {
  let kind: Statement.Kind
  var fields: [String: JSON]
  var signers: [String]
}

/// Finds moves for a state; which of them the rules let in, the rules say.
struct Moves {
  let beginning: Beginning
  let assembly: Assembly
  let now: Instant

  var members: [String] { beginning.members }

  /// Keys by party, alternates and successors of lost keys included.
  private func key(of party: String, _ chance: inout Chance) -> String {
    let own = assembly.keys.filter { $0.value.party == party && $0.value.votes }
    let inForce = own.filter { $0.value.revoked == nil }.keys.sorted()
    let names = chance.once(in: 30) ? own.keys.sorted() : inForce
    return short(chance.one(of: names) ?? Keys.name(party.lowercased()))
  }

  private func short(_ name: String) -> String { String(name.dropFirst(Keys.host.count)) }

  private func member(_ chance: inout Chance) -> String {
    key(of: (chance.one(of: members) ?? "m01").uppercased(), &chance)
  }

  private func registrar() -> String { short(assembly.offices["registrar"]?.last ?? "registrar") }

  private func tellers() -> [String] { (assembly.offices["teller"] ?? []).map(short) }

  private func digest(_ number: Int) -> JSON {
    .string(Hex.encode(Hash.sha256(Array("\(number)".utf8))))
  }

  mutating func move(_ chance: inout Chance, number: Int) throws -> Move? {
    if !chance.once(in: 3), let due = try due(&chance, number) { return due }
    return try any(&chance, number)
  }

  /// What a diligent secretariat, its tellers and most members would do next.
  private func due(_ chance: inout Chance, _ number: Int) throws -> Move? {
    if chance.once(in: 4), let follows = follows(&chance, number) { return follows }
    let votes = assembly.votes.values.filter(\.isPending).sorted { $0.id < $1.id }
    for vote in votes where now >= vote.graceEnds {
      if let teller = vote.tellers.first(where: { vote.identities[$0.key] == nil }) {
        return Move(
          kind: .sealOpened,
          fields: [
            "vote": .string(vote.id), "identity": .string(try Seal.identity(of: teller.key)),
          ], signers: [short(teller.key)])
      }
      return vote.tallied == nil ? honestTally(vote) : honestCertificate(vote)
    }
    for vote in votes where vote.opens <= now && now < vote.closes {
      let voted = Set(vote.ballots.map(\.group))
      let left = vote.electorate.indices.filter { !voted.contains($0) }
      guard let group = chance.one(of: left), !chance.once(in: 6) else { continue }
      return try sensibleBallot(vote, of: vote.electorate[group], &chance, number)
    }
    if let late = proposal(
      &chance,
      where: { $0.frozen == nil && $0.withdrawn == nil && assembly.debateCloses($0) ?? now <= now })
    {
      if let about = late.about, late.heard == nil, late.debated != nil {
        return Move(
          kind: .hearingHeld, fields: ["proposal": .string(late.id), "attended": true],
          signers: [registrar(), key(of: about, &chance)])
      }
      if late.debated == nil {
        return Move(
          kind: .proposalSeconded, fields: ["proposal": .string(late.id)],
          signers: [member(&chance)])
      }
      return Move(
        kind: .textFrozen,
        fields: [
          "proposal": .string(late.id), "texts": .object(late.texts.mapValues(JSON.string)),
        ], signers: [registrar()])
    }
    return votes.count < 3 ? try open(&chance, number) : nil
  }

  /// What may follow from a decision.
  private func follows(_ chance: inout Chance, _ number: Int) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.adopted != nil }) else { return nil }
    if proposal.matter == "statutes" { return adopt(&chance) }
    if proposal.about != nil {
      return chance.once(in: 3) ? member(&chance, number) : appeal(&chance, number)
    }
    return deed(&chance, number)
  }

  private func honestTally(_ vote: Vote) -> Move {
    let (results, excluded) = assembly.count(vote)
    return Move(
      kind: .tallyPublished,
      fields: [
        "vote": .string(vote.id), "results": .array(results.map(\.json)),
        "excluded": .array(excluded.map(\.json)),
      ], signers: [registrar()])
  }

  private func honestCertificate(_ vote: Vote) -> Move {
    var outcomes: [String: JSON] = [:]
    for result in vote.results ?? [] { outcomes[result.item] = .string(result.outcome.rawValue) }
    return Move(
      kind: .outcomeCertified,
      fields: ["vote": .string(vote.id), "outcomes": .object(outcomes)],
      signers: [registrar()] + tellers())
  }

  /// Mostly in favour, on every item, sealed where that is asked for.
  private func sensibleBallot(
    _ vote: Vote, of group: [String], _ chance: inout Chance, _ number: Int
  ) throws -> Move? {
    let words = assembly.edition(vote.version)?.rules[vote.rule]?.ballot.words ?? []
    guard let first = words.first, first != .object || chance.once(in: 5) else { return nil }
    let word = chance.once(in: 7) ? chance.one(of: words) ?? first : first
    var choices: [String: JSON] = [:]
    var reasons: [String: JSON] = [:]
    for item in vote.items {
      choices[item] = .string(word.rawValue)
      if word == .block { reasons[item] = ["text": "Ні.", "ground": "purpose"] }
    }
    var fields: [String: JSON] = [
      "vote": .string(vote.id), "on": .string(Hex.encode(vote.digest)),
    ]
    if vote.tellers.isEmpty {
      fields["choices"] = .object(choices)
      if !reasons.isEmpty { fields["reasons"] = .object(reasons) }
    } else {
      fields["sealed"] = .string(
        try Seal.sealed(
          choices, reasons, id: Story.id(number), for: vote.tellers.map(\.recipient)))
    }
    return Move(kind: .ballotCast, fields: fields, signers: [key(of: group[0], &chance)])
  }

  private func any(_ chance: inout Chance, _ number: Int) throws -> Move? {
    switch chance.below(40) {
    case 0...3: return propose(&chance, number)
    case 4...6: return second(&chance)
    case 7, 8: return freeze(&chance)
    case 9...12: return try open(&chance, number)
    case 13...23: return try ballot(&chance, number)
    case 24: return small(&chance, number)
    case 25, 26: return try unseal(&chance)
    case 27...29: return tally(&chance)
    case 30...32: return certify(&chance)
    case 33: return amend(&chance, number)
    case 34: return between(&chance, number)
    case 35: return challenge(&chance, number)
    case 36: return try key(&chance, number)
    case 37: return adopt(&chance)
    case 38: return deed(&chance, number)
    default: return member(&chance, number)
    }
  }

  private func propose(_ chance: inout Chance, _ number: Int) -> Move {
    let matters = [
      "routine", "position", "plan", "agreement", "urgent_statement", "suspension", "expulsion",
      "statutes", "agreement", "position",
    ]
    let matter = chance.one(of: matters) ?? "routine"
    var fields: [String: JSON] = [
      "proposal": .string("P-\(number)"), "matter": .string(matter), "title": ["uk": "Пропозиція"],
      "texts": ["uk": digest(number)], "papers": [:],
    ]
    if ["suspension", "expulsion"].contains(matter) || chance.once(in: 12) {
      fields["about"] = .string((chance.one(of: members) ?? "").uppercased())
    }
    if matter == "statutes" {
      fields["statutes"] = .string(
        Hex.encode(Hash.sha256(beginning.successor.canonicalBytes)))
    }
    return Move(kind: .proposalSubmitted, fields: fields, signers: [member(&chance)])
  }

  private func proposal(
    _ chance: inout Chance, where fits: (Proposal) -> Bool
  ) -> Proposal? {
    let names = assembly.proposals.values.filter(fits).map(\.id).sorted()
    return chance.one(of: names).flatMap { assembly.proposals[$0] }
  }

  private func second(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.debated == nil }) else {
      return freeze(&chance)
    }
    return Move(
      kind: .proposalSeconded, fields: ["proposal": .string(proposal.id)],
      signers: [member(&chance)])
  }

  private func freeze(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.frozen == nil }) else { return nil }
    if let about = proposal.about, chance.once(in: 2) {
      let attended = chance.once(in: 2)
      let other = attended ? key(of: about, &chance) : member(&chance)
      return Move(
        kind: .hearingHeld,
        fields: ["proposal": .string(proposal.id), "attended": .bool(attended)],
        signers: [registrar(), other])
    }
    if chance.once(in: 25) {
      return Move(
        kind: .proposalWithdrawn, fields: ["proposal": .string(proposal.id)],
        signers: [short(proposal.key)])
    }
    return Move(
      kind: .textFrozen,
      fields: [
        "proposal": .string(proposal.id), "texts": .object(proposal.texts.mapValues(JSON.string)),
      ], signers: [registrar()])
  }

  private func open(_ chance: inout Chance, _ number: Int) throws -> Move? {
    let proposals = assembly.proposals.keys.sorted()
    let amendments = assembly.amendments.keys.sorted()
    let votable = (proposals + amendments).filter {
      (try? assembly.votingPlan(on: [$0], at: now)) != nil
    }
    guard var item = chance.one(of: votable).map({ [$0] }) else { return nil }
    if chance.once(in: 4), let other = chance.one(of: votable), other != item[0] {
      item.append(other)
    }
    guard let plan = try? assembly.votingPlan(on: item, at: now) else { return nil }
    let late = chance.once(in: 3) ? chance.below(90_000) : 0
    let opens = plan.earliest + late
    guard let closes = assembly.closing(of: plan.window, from: opens) else { return nil }
    var fields: [String: JSON] = [
      "vote": .string("V-\(number)"), "matter": .string(plan.matter),
      "rule": .string(plan.course.rule), "round": .integer(plan.course.round),
      "items": .array(item.map(JSON.string)), "opens": .string(opens.text),
      "closes": .string(closes.text),
      "electorate": .array(plan.electorate.map { .array($0.map(JSON.string)) }),
    ]
    fields["weights"] = plan.weights.map { .array($0.map(JSON.integer)) }
    var signers = [registrar()]
    if !plan.tellers.isEmpty {
      fields["tellers"] = .array(
        try plan.tellers.map {
          ["key": .string($0), "recipient": .string(try Seal.recipient(of: $0))]
        })
      signers += plan.tellers.map(short)
    }
    if chance.once(in: 20) { fields["round"] = .integer(plan.course.round + 1) }
    if chance.once(in: 20) {
      fields["electorate"] = .array(
        Array(plan.electorate.dropLast().map { .array($0.map(JSON.string)) }))
    }
    return Move(kind: .voteOpened, fields: fields, signers: signers)
  }

  private func vote(_ chance: inout Chance, where fits: (Vote) -> Bool) -> Vote? {
    let names = assembly.votes.values.filter(fits).map(\.id).sorted()
    return chance.one(of: names).flatMap { assembly.votes[$0] }
  }

  private func ballot(_ chance: inout Chance, _ number: Int) throws -> Move? {
    let open = chance.once(in: 15) ? nil : vote(&chance) { $0.opens <= now && now < $0.graceEnds }
    guard let vote = open ?? vote(&chance, where: { _ in true }) else { return nil }
    let ballot = assembly.edition(vote.version)?.rules[vote.rule]?.ballot ?? .yesNo
    var words = ballot.words
    if words.contains(.yes), !chance.once(in: 3) { words = [.yes] }
    if words.contains(.consent), !chance.once(in: 4) { words = [.consent] }
    if chance.once(in: 40) { words = [.yes, .block, .object] }
    var choices: [String: JSON] = [:]
    var reasons: [String: JSON] = [:]
    for item in vote.items where choices.isEmpty || !chance.once(in: 3) {
      let word = chance.one(of: words) ?? .yes
      choices[item] = .string(word.rawValue)
      if word == .block, !chance.once(in: 8) {
        reasons[item] = ["text": "Ні.", "ground": chance.once(in: 9) ? "taste" : "harm"]
      }
    }
    if chance.once(in: 60) { choices["P-999"] = "yes" }
    var fields: [String: JSON] = [
      "vote": .string(vote.id), "on": .string(Hex.encode(vote.digest)),
    ]
    if chance.once(in: 60) { fields["on"] = digest(number) }
    if now >= vote.closes || chance.once(in: 6) {
      let sealed = min(now, vote.closes + (chance.once(in: 4) ? 0 : -1))
      fields["sealed_at"] = .string((chance.once(in: 40) ? now + 301 : sealed).text)
    }
    if vote.tellers.isEmpty != chance.once(in: 40) {
      fields["choices"] = .object(choices)
      if !reasons.isEmpty { fields["reasons"] = .object(reasons) }
    } else {
      let id = chance.once(in: 20) ? Story.id(number + 1) : Story.id(number)
      fields["sealed"] = .string(
        try Seal.sealed(choices, reasons, id: id, for: vote.tellers.map(\.recipient)))
    }
    return Move(kind: .ballotCast, fields: fields, signers: [member(&chance)])
  }

  /// The smaller things that an elector may do with its vote.
  private func small(_ chance: inout Chance, _ number: Int) -> Move? {
    guard let vote = vote(&chance, where: { now < $0.closes }) else { return nil }
    let voter = member(&chance)
    switch chance.below(5) {
    case 0:
      return Move(kind: .ballotRevoked, fields: ["vote": .string(vote.id)], signers: [voter])
    case 1:
      return Move(
        kind: .conflictDeclared,
        fields: ["vote": .string(vote.id), "item": .string(chance.one(of: vote.items) ?? "")],
        signers: [voter])
    case 2:
      return Move(
        kind: .proxyGiven,
        fields: ["vote": .string(vote.id), "to": .string(members[0].uppercased())],
        signers: [voter])
    case 3:
      let group = chance.one(of: vote.electorate) ?? []
      return Move(
        kind: .voterNamed,
        fields: ["voter": .string(group[0]), "parties": .array(group.map(JSON.string))],
        signers: group.map { key(of: $0, &chance) })
    default:
      let hours = 1 + chance.below(60)
      return Move(
        kind: .voteExtended,
        fields: [
          "vote": .string(vote.id), "closes": .string((vote.closes + hours * 3_600).text),
          "ground": "Немає світла.",
        ], signers: [registrar(), "w1"])
    }
  }

  private func unseal(_ chance: inout Chance) throws -> Move? {
    guard let vote = vote(&chance, where: { !$0.isUnsealed && $0.isPending }) else { return nil }
    guard let teller = chance.one(of: vote.tellers) else { return nil }
    return Move(
      kind: .sealOpened,
      fields: ["vote": .string(vote.id), "identity": .string(try Seal.identity(of: teller.key))],
      signers: [short(teller.key)])
  }

  private func tally(_ chance: inout Chance) -> Move? {
    guard let vote = vote(&chance, where: { $0.tallied == nil && $0.annulled == nil }) else {
      return nil
    }
    if let block = block(&chance, vote), chance.once(in: 2) { return block }
    let (results, excluded) = assembly.count(vote)
    var claimed = results.map(\.json)
    if chance.once(in: 15), case .object(var first)? = claimed.first {
      first["outcome"] = first["outcome"] == "carried" ? "lost" : "carried"
      claimed[0] = .object(first)
    }
    return Move(
      kind: .tallyPublished,
      fields: [
        "vote": .string(vote.id), "results": .array(claimed),
        "excluded": .array(excluded.map(\.json)),
      ], signers: [registrar()])
  }

  private func block(_ chance: inout Chance, _ vote: Vote) -> Move? {
    guard let ballot = chance.one(of: vote.ballots), let item = chance.one(of: vote.items) else {
      return nil
    }
    return Move(
      kind: .blockTested,
      fields: [
        "vote": .string(vote.id), "item": .string(item), "party": .string(ballot.party),
        "verdict": chance.once(in: 2) ? "stands" : "set_aside", "ground": "Так.",
      ], signers: judges(&chance))
  }

  private func judges(_ chance: inout Chance) -> [String] {
    (assembly.seats["appeal_seat"] ?? []).map { key(of: $0, &chance) }
      .filter { _ in !chance.once(in: 12) }
  }

  private func certify(_ chance: inout Chance) -> Move? {
    guard let vote = vote(&chance, where: { $0.results != nil && $0.isPending }),
      let results = vote.results
    else { return tally(&chance) }
    var outcomes: [String: JSON] = [:]
    for result in results { outcomes[result.item] = .string(result.outcome.rawValue) }
    let signers = [registrar()] + tellers().filter { _ in !chance.once(in: 30) }
    return Move(
      kind: .outcomeCertified,
      fields: ["vote": .string(vote.id), "outcomes": .object(outcomes)], signers: signers)
  }

  private func amend(_ chance: inout Chance, _ number: Int) -> Move? {
    let pending = assembly.amendments.values.filter { $0.end == nil }.map(\.id).sorted()
    if let id = chance.one(of: pending), chance.once(in: 2),
      let amendment = assembly.amendments[id],
      let proposal = assembly.proposals[amendment.proposal]
    {
      let accepts = chance.once(in: 2)
      return Move(
        kind: accepts ? .amendmentAccepted : .amendmentWithdrawn,
        fields: ["amendment": .string(id)],
        signers: [accepts ? short(proposal.key) : key(of: amendment.author, &chance)])
    }
    guard let proposal = proposal(&chance, where: { $0.frozen == nil }) else { return nil }
    var fields: [String: JSON] = [
      "amendment": .string("A-\(number)"), "proposal": .string(proposal.id),
      "title": ["uk": "Поправка"], "texts": ["uk": digest(number)],
    ]
    if (proposal.matter == "statutes") != chance.once(in: 9) {
      fields["statutes"] = .string(
        Hex.encode(Hash.sha256(beginning.successor.canonicalBytes)))
    }
    return Move(kind: .amendmentProposed, fields: fields, signers: [member(&chance)])
  }

  /// Between rounds: a new text, or the fallback.
  private func between(_ chance: inout Chance, _ number: Int) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.course.last != nil && $0.adopted == nil })
    else { return nil }
    if proposal.course.awaitsEscalation || chance.once(in: 5) {
      let asking = chance.some(2 + chance.below(5), of: members)
      return Move(
        kind: .escalationRequested, fields: ["proposal": .string(proposal.id)],
        signers: asking.map { key(of: $0.uppercased(), &chance) })
    }
    return Move(
      kind: .textRevised,
      fields: ["proposal": .string(proposal.id), "texts": ["uk": digest(number)]],
      signers: [short(proposal.key)])
  }

  private func challenge(_ chance: inout Chance, _ number: Int) -> Move? {
    let open = assembly.challenges.values.filter { $0.verdict == nil }.map(\.id).sorted()
    if let id = chance.one(of: open) {
      return Move(
        kind: .challengeRuled,
        fields: [
          "challenge": .string(id), "verdict": chance.once(in: 3) ? "annulled" : "dismissed",
          "ground": "Так.",
        ], signers: judges(&chance))
    }
    guard let vote = vote(&chance, where: { $0.isPending && now >= $0.graceEnds }) else {
      return appeal(&chance, number)
    }
    return Move(
      kind: .voteChallenged,
      fields: ["challenge": .string("C-\(number)"), "vote": .string(vote.id), "ground": "Ні."],
      signers: [member(&chance)])
  }

  private func appeal(_ chance: inout Chance, _ number: Int) -> Move? {
    let open = assembly.appeals.values.filter { $0.verdict == nil }.map(\.id).sorted()
    if let id = chance.one(of: open) {
      return Move(
        kind: .appealRuled,
        fields: [
          "appeal": .string(id), "verdict": chance.once(in: 2) ? "remit" : "uphold",
          "ground": "Так.",
        ], signers: judges(&chance))
    }
    guard let proposal = proposal(&chance, where: { $0.about != nil && $0.adopted != nil }),
      let about = proposal.about
    else { return nil }
    return Move(
      kind: .appealFiled,
      fields: [
        "appeal": .string("AP-\(number)"), "proposal": .string(proposal.id), "ground": "Ні.",
      ], signers: [key(of: about, &chance)])
  }

  private func key(_ chance: inout Chance, _ number: Int) throws -> Move? {
    let party = (chance.one(of: members) ?? "").uppercased()
    let fresh = "k\(number)"
    switch chance.below(5) {
    case 0:
      var fields: [String: JSON] = [
        "key": .string(Keys.name(key(of: party, &chance))),
        "reason": chance.once(in: 2) ? "lost" : "compromised",
      ]
      if chance.once(in: 2) { fields["from"] = .string((now + -chance.below(200_000)).text) }
      return Move(kind: .keyRevoked, fields: fields, signers: [registrar(), member(&chance)])
    case 1:
      return Move(
        kind: .keyRotated,
        fields: [
          "key": .string(Keys.name(key(of: party, &chance))), "to": .string(try Keys.vkey(fresh)),
        ], signers: [key(of: party, &chance), fresh])
    case 2:
      return Move(
        kind: .keyEnrolled,
        fields: ["key": .string(try Keys.vkey(fresh)), "party": .string(party), "alternate": true],
        signers: [registrar(), fresh, key(of: party, &chance)])
    case 3:
      let steering = ["open_seat", "small_seat"].flatMap { assembly.seats[$0] ?? [] }
      let naming = chance.once(in: 3) ? members.map { $0.uppercased() } : steering
      let old = naming.count == members.count ? [] : [registrar()]
      var fields: [String: JSON] = ["key": .string(try Keys.vkey("r\(number)"))]
      if chance.once(in: 2) { fields["log_key"] = .string(try Keys.vkey("log\(number)")) }
      return Move(
        kind: .secretariatHandedOver, fields: fields,
        signers: ["r\(number)"] + old + naming.map { key(of: $0, &chance) })
    default:
      return Move(
        kind: .keyEnrolled,
        fields: ["key": .string(try Keys.vkey(fresh)), "party": .string(party)],
        signers: [registrar(), fresh, member(&chance)])
    }
  }

  private func adopt(_ chance: inout Chance) -> Move? {
    guard
      let proposal = proposal(&chance, where: { $0.matter == "statutes" && $0.adopted != nil })
    else { return nil }
    let after = [0, 6, 8, 20].map { now + $0 * 86_400 }
    return Move(
      kind: .statutesAdopted,
      fields: [
        "proposal": .string(proposal.id), "statutes": beginning.successor,
        "effective": .string((chance.one(of: after) ?? now).text),
      ], signers: [registrar()] + tellers())
  }

  private func deed(_ chance: inout Chance, _ number: Int) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.frozen != nil }) else { return nil }
    let holder = (chance.one(of: members) ?? "").uppercased()
    switch chance.below(4) {
    case 0:
      return Move(
        kind: .mandateGranted,
        fields: [
          "mandate": .string("MN-\(number)"), "proposal": .string(proposal.id),
          "holder": .string(holder), "scope": "Так.",
          "until": .string((now + chance.below(40) * 86_400).text),
          "occasions": [["occasion": "x", "on": .string((now + 86_400).text)]],
        ], signers: [registrar()] + tellers().prefix(1))
    case 1:
      guard let id = chance.one(of: assembly.mandates.keys.sorted()),
        let mandate = assembly.mandates[id]
      else { return nil }
      return Move(
        kind: .mandateReported,
        fields: ["mandate": .string(id), "occasion": "x", "sha256": digest(number)],
        signers: [key(of: mandate.holder, &chance)])
    case 2:
      return Move(
        kind: .actionAssigned,
        fields: [
          "action": .string("AC-\(number)"), "proposal": .string(proposal.id),
          "owner": .string(holder), "due": .string((now + 86_400).text), "text": "Так.",
        ], signers: [registrar()])
    default:
      return Move(
        kind: .statementIssued,
        fields: [
          "statement": .string("ST-\(number)"), "proposal": .string(proposal.id),
          "texts": .object(proposal.texts.mapValues(JSON.string)), "channel": "сайт",
        ], signers: [registrar()])
    }
  }

  private func member(_ chance: inout Chance, _ number: Int) -> Move? {
    let party = (chance.one(of: members) ?? "").uppercased()
    let other = (chance.one(of: members) ?? "").uppercased()
    switch chance.below(4) {
    case 0 where chance.once(in: 3):
      return Move(
        kind: .memberResigned, fields: ["member": .string(party)],
        signers: [key(of: party, &chance)])
    case 1:
      let steering = ["open_seat", "small_seat"].flatMap { assembly.seats[$0] ?? [] }
      return Move(
        kind: .memberReinstated, fields: ["member": .string(party), "ground": "Так."],
        signers: [registrar()] + steering.map { key(of: $0, &chance) })
    default:
      return Move(
        kind: .relationDeclared,
        fields: [
          "kind": chance.once(in: 2) ? "family" : "funds", "from": .string(party),
          "to": .string(other),
        ], signers: [key(of: party, &chance)])
    }
  }
}

/// Sealing with identities that follow from the tellers' names, so that a history repeats itself.
enum Seal {
  private nonisolated(unsafe) static var identities: [String: String] = [:]

  static func identity(of teller: String) throws -> String {
    if let known = identities[teller] { return known }
    let made = try SealIdentity().text
    identities[teller] = made
    return made
  }

  static func recipient(of teller: String) throws -> String {
    Envelope.recipient(ofIdentity: try identity(of: teller)) ?? ""
  }

  static func sealed(
    _ choices: [String: JSON], _ reasons: [String: JSON], id: String, for recipients: [String]
  ) throws -> String {
    let plain = BallotCast.Content.plain(choices: choices, reasons: reasons, id: id)
    guard !recipients.isEmpty else { return Base64.encode(plain) }
    return Base64.encode(
      try Envelope.seal(plain, for: recipients.map { try SealRecipient(parsing: $0) }))
  }
}

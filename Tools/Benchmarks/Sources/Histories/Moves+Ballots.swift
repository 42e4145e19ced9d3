// SPDX-License-Identifier: Apache-2.0
import Governance
import Signing

/// What electors do with their votes.
extension Moves {
  /// Mostly in favour, on every item, sealed where that is asked for.
  func sensibleBallot(
    _ vote: Vote, of group: [String], _ chance: inout Chance
  ) throws -> Move? {
    if vote.election != nil {
      let marks = lists(on: vote, of: group[0], &chance)
      let said =
        vote.tellers.isEmpty ? marks.open : try marks.sealed(for: vote, id: Story.id(number))
      return ballotCast(vote, said, by: key(of: chance.one(of: group) ?? "", &chance))
    }
    let words = assembly.edition(vote.version)?.rules[vote.rule]?.ballot.words ?? []
    guard let first = words.first, first != .object || chance.once(in: 5) else { return nil }
    let word = chance.once(in: 7) ? chance.one(of: words) ?? first : first
    var marks = Marks()
    for item in vote.items {
      marks.choices[item] = .string(word.rawValue)
      if word == .block { marks.reasons[item] = ["text": "Ні.", "ground": "purpose"] }
    }
    let said =
      vote.tellers.isEmpty ? marks.open : try marks.sealed(for: vote, id: Story.id(number))
    return ballotCast(vote, said, by: key(of: group[0], &chance))
  }

  /// Any ballot, with every fault that one can have.
  func ballot(_ chance: inout Chance) throws -> Move? {
    let open = chance.once(in: 15) ? nil : vote(&chance) { $0.opens <= now && now < $0.graceEnds }
    guard let vote = open ?? vote(&chance, where: { _ in true }) else { return nil }
    let party = chance.one(of: Array(vote.electorate.joined())) ?? party(&chance)
    let marks =
      vote.election == nil ? marks(on: vote, &chance) : lists(on: vote, of: party, &chance)
    var fields: [String: JSON] = [:]
    if chance.once(in: 60) { fields["on"] = digest }
    if now >= vote.closes || chance.once(in: 6) {
      let sealed = min(now, vote.closes + (chance.once(in: 4) ? 0 : -1))
      fields["sealed_at"] = .string((chance.once(in: 40) ? now + 301 : sealed).text)
    }
    if vote.tellers.isEmpty != chance.once(in: 40) {
      fields.merge(marks.open) { $1 }
    } else {
      let id = Story.id(chance.once(in: 20) ? number + 1 : number)
      fields.merge(try marks.sealed(for: vote, id: id)) { $1 }
    }
    let voter =
      vote.election == nil || chance.once(in: 15) ? anyKey(&chance) : key(of: party, &chance)
    return ballotCast(vote, fields, by: voter)
  }

  private func marks(on vote: Vote, _ chance: inout Chance) -> Marks {
    let words = words(on: vote, &chance)
    var marks = Marks()
    for item in vote.items where marks.choices.isEmpty || !chance.once(in: 3) {
      let word = chance.one(of: words) ?? .yes
      marks.choices[item] = .string(word.rawValue)
      if word == .block, !chance.once(in: 8) {
        marks.reasons[item] = ["text": "Ні.", "ground": chance.once(in: 9) ? "taste" : "harm"]
      }
    }
    if chance.once(in: 60) { marks.choices["P-999"] = "yes" }
    return marks
  }

  /// Those of the ballot: in favour, often, so that something is decided, and seldom others.
  private func words(on vote: Vote, _ chance: inout Chance) -> [BallotCast.Word] {
    let ballot = assembly.edition(vote.version)?.rules[vote.rule]?.ballot ?? .yesNo
    var words = ballot.words
    if words.contains(.yes), !chance.once(in: 3) { words = [.yes] }
    if words.contains(.consent), !chance.once(in: 4) { words = [.consent] }
    if chance.once(in: 40) { words = [.yes, .block, .object] }
    return words
  }

  /// A ballot on the vote as it stands, unless `said` has it on another.
  private func ballotCast(_ vote: Vote, _ said: [String: JSON], by key: String) -> Move {
    let on: [String: JSON] = [
      "vote": .string(vote.id), "on": .string(Hex.encode(vote.digest)),
    ]
    return Move(.ballotCast, on.merging(said) { $1 }, by: [key])
  }

  /// The smaller things that may happen to a vote before it closes.
  func vary(_ chance: inout Chance) -> Move? {
    guard let vote = vote(&chance, where: { now < $0.closes }) else { return nil }
    let voter = anyKey(&chance)
    var fields: [String: JSON] = ["vote": .string(vote.id)]
    switch chance.below(5) {
    case 0:
      return Move(.ballotRevoked, fields, by: [voter])
    case 1:
      fields["item"] = .string(chance.one(of: vote.items) ?? "")
      return Move(.conflictDeclared, fields, by: [voter])
    case 2:
      fields["to"] = .string(members[0].uppercased())
      return Move(.proxyGiven, fields, by: [voter])
    case 3: return nameVoter(of: vote, &chance)
    default:
      fields["closes"] = .string((vote.closes + (1 + chance.below(60)) * 3_600).text)
      fields["ground"] = "Немає світла."
      return Move(.voteExtended, fields, by: [registrar, "w1"])
    }
  }

  private func nameVoter(of vote: Vote, _ chance: inout Chance) -> Move? {
    guard let group = chance.one(of: vote.electorate) else { return nil }
    return Move(
      .voterNamed,
      ["voter": .string(group[0]), "parties": .array(group.map(JSON.string))],
      by: group.map { key(of: $0, &chance) })
  }
}

/// An elector's words on the items of a vote, with the reasons that it gives.
struct Marks {
  var choices: [String: JSON] = [:]
  var reasons: [String: JSON] = [:]

  /// A ballot's fields, for all to read.
  var open: [String: JSON] {
    var fields: [String: JSON] = ["choices": .object(choices)]
    if !reasons.isEmpty { fields["reasons"] = .object(reasons) }
    return fields
  }

  /// A ballot's fields, for the tellers to read; `id` is that of the ballot which they belong to.
  func sealed(for vote: Vote, id: String) throws -> [String: JSON] {
    let plain = BallotCast.Content.plain(choices: choices, reasons: reasons, id: id)
    return ["sealed": .string(try Seal.sealed(plain, for: vote.tellers.map(\.recipient)))]
  }
}

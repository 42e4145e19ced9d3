// SPDX-License-Identifier: Apache-2.0
import Governance
import Ledger
import Signing

/// What is compared with the other verifier.
extension Story {
  /// What is compared, as one line of JSON, in the words of the other verifier.
  func view(_ assembly: Assembly, _ now: Instant, _ head: VerifiedLog.Head) -> String {
    let members = assembly.parties.values.filter { $0.isMember(at: now) }
    let votes = assembly.votes.values
    func results(_ vote: Vote) -> JSON {
      .object(
        Dictionary(uniqueKeysWithValues: (vote.results ?? []).map { ($0.item, $0.json) }))
    }
    func outcomes(_ vote: Vote) -> JSON {
      .object(
        Dictionary(
          uniqueKeysWithValues: (vote.results ?? []).map {
            ($0.item, .string($0.outcome.rawValue))
          }))
    }
    func named<Value>(_ values: [Value], _ name: (Value) -> String, _ json: (Value) -> JSON)
      -> JSON
    { .object(Dictionary(uniqueKeysWithValues: values.map { (name($0), json($0)) })) }
    let tree: JSON = [
      "seed": .integer(seed), "entries": .integer(head.size),
      "root": .string(Hex.encode(head.root)),
      "members": .array(members.map(\.id).sorted().map(JSON.string)),
      "suspended": .array(
        members.filter { $0.isSuspended(at: now) }.map(\.id).sorted().map(JSON.string)),
      "statutes_version": .integer(assembly.inForce(at: now)?.version ?? 0),
      "proposals": named(Array(assembly.proposals.values), \.id) {
        .string($0.status(at: now).rawValue)
      },
      "decisions": named(votes.filter { $0.certified != nil }, \.id, outcomes),
      "votes": named(votes.filter { $0.results != nil }, \.id, results),
      "terms": .array(assembly.terms.map { json($0, assembly, now) }),
      "elections": named(Array(assembly.elections.values), \.id) { json($0, assembly) },
      "turned_away": .array(turnedAway),
    ]
    return String(decoding: tree.canonicalBytes, as: UTF8.self)
  }

  private func json(_ term: Term, _ assembly: Assembly, _ now: Instant) -> JSON {
    var told: [String: JSON] = [
      "seat": .string(term.seat), "party": .string(term.party), "from": .string(term.from.text),
    ]
    told["until"] = (term.until?.text).map(JSON.string)
    if let end = assembly.end(of: term), end != term.until, end <= now {
      told["ended"] = .string(end.text)
    }
    return .object(told)
  }

  private func json(_ election: Election, _ assembly: Assembly) -> JSON {
    let view = assembly.under(election.version)
    let vote = election.vote.flatMap { assembly.votes[$0] }
    var candidates = vote?.candidates ?? [:]
    if vote == nil {
      for seat in view.contested(in: election) {
        candidates[seat] = view.candidates(for: seat, in: election)
      }
    }
    func names(_ list: [String]) -> JSON { .array(list.map(JSON.string)) }
    var told: [String: JSON] = [
      "places": .object(election.places.mapValues(JSON.integer)),
      "candidates": .object(candidates.mapValues(names)),
      "nominations_close": .string(election.nominationsClose.text),
      "terms_from": .string(election.termsFrom.text),
      "certified": .bool(election.certified != nil),
    ]
    if let results = vote?.results {
      told["elected"] = .object(
        Dictionary(
          uniqueKeysWithValues: results.map { result in
            let elected = (result.elected?.candidates ?? []).compactMap {
              assembly.nominations[$0]?.party
            }
            return (result.item, names(elected))
          }))
    }
    return .object(told)
  }
}

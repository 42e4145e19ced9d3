// SPDX-License-Identifier: Apache-2.0

import Governance

extension StatutesTeller {
  /// Those who decide together.
  var bodies: Section { section("bodies", [:], statutes.bodies.inOrder.flatMap(body)) }

  private func body(_ body: Statutes.Body) -> [Sentence] {
    let path = "bodies.\(body.name)"
    var sentences: [Sentence] = []
    switch body.composition {
    case .roll(let roll):
      sentences.append(say(path, "body.roll", ["body": body.name, "roll": roll]))
    case .seats(let seats):
      sentences.append(say(path, "body.seats", ["body": body.name, "seats": list(seats)]))
    }
    if let grouping = body.oneVotePer {
      sentences.append(say("\(path).one_vote_per", "one_vote_per", ["group": grouping.name]))
    }
    sentences += caps(body.caps, path) + floors(body.floors, path)
    if let rotates = body.chair?.rotates {
      sentences.append(say("\(path).chair", "chair.rotates", ["span": span(rotates)]))
    }
    if let every = body.chair?.atLeastEvery {
      let values = ["turns": "\(every.turns)", "seat": every.seat]
      sentences.append(say("\(path).chair", "chair.turns", values))
    }
    sentences += presiding(body.chair, "\(path).chair")
    if let absence = body.absence {
      sentences.append(say("\(path).absent", "absence", ["count": "\(absence.missed)"]))
    }
    if !body.recuse.isEmpty {
      sentences.append(say("\(path).recuse", "recuse", ["relations": list(body.recuse)]))
    }
    if !body.never.isEmpty {
      sentences.append(say("\(path).never", "never", ["bodies": list(body.never)]))
    }
    return sentences
  }

  /// Who presides together, or by office.
  private func presiding(_ chair: Statutes.Chair?, _ path: String) -> [Sentence] {
    guard let chair else { return [] }
    var sentences: [Sentence] = []
    if !chair.coChairs.isEmpty {
      sentences.append(say(path, "chair.together", ["seats": list(chair.coChairs)]))
    }
    if let office = chair.office {
      sentences.append(say(path, "chair.office", ["role": words.term("role", office)]))
    }
    if !chair.votes { sentences.append(say(path, "chair.no_vote")) }
    return sentences
  }

  /// Places that are elected.
  var seats: Section { section("seats", [:], statutes.seats.inOrder.flatMap(seat)) }

  private func seat(_ seat: Statutes.Seat) -> [Sentence] {
    let path = "seats.\(seat.name)"
    var sentences = [
      say(
        path, "seat",
        [
          "seat": seat.name, "count": "\(seat.count)", "electors": text(of: seat.electors),
          "span": span(seat.term),
        ])
    ]
    if let grouping = seat.per {
      sentences.append(say("\(path).per", "seat.per", ["group": grouping.name]))
    }
    sentences.append(say("\(path).holder", "seat.holder", ["test": test(seat.holder)]))
    sentences.append(say("\(path).max_terms", "seat.terms", ["count": "\(seat.maxTerms)"]))
    if let rest = seat.rest {
      sentences.append(say("\(path).rest", "seat.rest", ["span": span(rest)]))
    }
    if seat.alternate { sentences.append(say("\(path).alternate", "seat.alternate")) }
    sentences.append(say("\(path).vacancy", "vacancy.\(seat.vacancy.rawValue)"))
    return sentences
  }

  /// Named signers of acts.
  var roles: Section { section("roles", [:], statutes.roles.inOrder.flatMap(role)) }

  private func role(_ role: Statutes.Role) -> [Sentence] {
    let path = "roles.\(role.name)"
    let values = [
      "role": words.term("role", role.name), "holder": words.term("holder", role.heldBy.rawValue),
      "count": "\(role.count ?? 0)",
    ]
    var sentences = [say(path, role.count == nil ? "role" : "role.count", values)]
    if let grouping = role.per {
      sentences.append(say("\(path).per", "seat.per", ["group": grouping.name]))
    }
    if let name = role.namedBy {
      sentences.append(say("\(path).named_by", "named_by", ["name": name]))
    }
    if !role.notFrom.isEmpty {
      sentences.append(say("\(path).not_from", "not_from", ["relations": list(role.notFrom)]))
    }
    if !role.recuse.isEmpty {
      sentences.append(say("\(path).recuse", "recuse", ["relations": list(role.recuse)]))
    }
    for (act, count) in role.cosign.sorted(by: { $0.key < $1.key }) {
      sentences.append(say("\(path).cosign", "cosign", ["act": act, "count": "\(count)"]))
    }
    if !role.votes { sentences.append(say("\(path).votes", "no_vote")) }
    return sentences
  }
}

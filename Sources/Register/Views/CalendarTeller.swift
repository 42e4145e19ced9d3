// SPDX-License-Identifier: Apache-2.0

import Governance

/// Finds what belongs into a calendar.
struct CalendarTeller {
  let words: Words
  let assembly: Assembly

  private func event(
    _ name: String, at moment: Instant, _ key: String, _ values: [String: String]
  ) -> CalendarFile.Event {
    CalendarFile.Event(
      uid: "\(name)@\(assembly.origin)", at: moment, summary: words("calendar.\(key)", values))
  }

  var terms: [CalendarFile.Event] {
    assembly.terms.compactMap { term in
      guard let end = assembly.end(of: term) else { return nil }
      let from = term.from.text.filter { $0 != ":" }
      return event(
        "term-\(term.seat)-\(term.party)-\(from)", at: end, "term_ends",
        ["seat": term.seat, "party": term.party])
    }
  }

  var elections: [CalendarFile.Event] {
    assembly.elections.values.flatMap { election in
      let values = [
        "election": election.id, "places": Election.text(ofPlaces: election.places),
      ]
      return [
        event(
          "nominations-\(election.id)", at: election.nominationsClose, "nominations_close", values),
        event("terms-\(election.id)", at: election.termsFrom, "terms_begin", values),
      ]
    }
  }

  var votes: [CalendarFile.Event] {
    assembly.votes.values.filter { $0.annulled == nil }.flatMap { vote in
      [
        event("opens-\(vote.id)", at: vote.opens, "vote_opens", ["vote": vote.id]),
        event("closes-\(vote.id)", at: vote.closes, "vote_closes", ["vote": vote.id]),
      ]
    }
  }

  var chairs: [CalendarFile.Event] {
    let turns = assembly.turns.map { turn in
      event(
        "chair-\(turn.body)-\(turn.from.text.filter { $0 != ":" })", at: turn.from, "chair",
        ["body": turn.body, "chairs": turn.chairs.joined(separator: ", ")])
    }
    return turns + Set(assembly.turns.map(\.body)).compactMap(overTurn)
  }

  /// When the last turn of a body is over.
  private func overTurn(of body: String) -> CalendarFile.Event? {
    guard let last = assembly.turns(of: body).last, let over = assembly.turnEnds(of: body) else {
      return nil
    }
    return event(
      "chair-over-\(body)", at: over, "chair_over",
      ["body": body, "chairs": last.chairs.joined(separator: ", ")])
  }

  var mandates: [CalendarFile.Event] {
    assembly.mandates.values.flatMap { mandate in
      let values = ["mandate": mandate.id, "holder": mandate.holder]
      let reports = mandate.occasions.filter {
        mandate.reports[$0.occasion] == nil && !mandate.reporters(on: $0.occasion).isEmpty
      }
      return [
        event(
          "mandate-\(mandate.id)", at: mandate.ended ?? mandate.until, "mandate_ends", values)
      ]
        + reports.map { occasion in
          event(
            "report-\(mandate.id)-\(occasion.occasion)",
            at: assembly.reportDue(on: occasion, under: mandate) ?? occasion.on, "report_due",
            values.merging(["occasion": occasion.occasion]) { $1 })
        }
    }
  }

  var lots: [CalendarFile.Event] {
    assembly.lots.values.filter { $0.draw == nil }.map {
      event("lot-\($0.id)", at: $0.draws, "lot", ["lot": $0.id])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance

/// Votes, elections and what is done because of decisions.
extension Changes {
  var votes: [String] {
    changed(\.votes).flatMap { old, new in
      old.map { lines(of: new, was: $0) }
        ?? [
          say(
            "vote",
            [
              "vote": new.id, "count": "\(new.electorate.count)",
              "opens": moment.text(new.opens), "closes": moment.text(new.closes),
            ])
        ]
    } + challenges
  }

  private func lines(of new: Vote, was old: Vote) -> [String] {
    var lines: [String] = []
    func add(_ key: String, _ values: [String: String] = [:]) {
      lines.append(say("vote.\(key)", values.merging(["vote": new.id]) { $1 }))
    }
    if new.closes != old.closes { add("closes", ["closes": moment.text(new.closes)]) }
    for ballot in new.ballots.dropFirst(old.ballots.count) {
      let isAgain = old.ballots.contains { $0.group == ballot.group && $0.marking != nil }
      let key = ballot.marking == nil ? "revoked" : isAgain ? "replaced" : "ballot"
      add(
        key,
        [
          "party": ballot.party, "count": "\(new.turnout)",
          "electors": "\(new.electorate.count)",
        ])
    }
    if new.proxies != old.proxies { add("proxy") }
    if new.conflicts != old.conflicts { add("conflict") }
    if new.tests != old.tests { add("tested") }
    if new.identities.count > old.identities.count {
      add(
        "unsealed",
        ["count": "\(new.identities.count)", "whole": "\(new.tellers.count)"])
    }
    if new.tallied != nil, old.tallied == nil { add("tallied") }
    if new.certified != nil, old.certified == nil { add("certified") }
    if new.annulled != nil, old.annulled == nil { add("annulled") }
    return lines
  }

  private var challenges: [String] {
    changed(\.challenges).map { old, new in
      let values = ["challenge": new.id, "vote": new.vote]
      return say(old == nil ? "challenge" : "challenge.ruled", values)
    }
      + changed(\.appeals).map { old, new in
        say(old == nil ? "appeal" : "appeal.ruled", ["appeal": new.id])
      }
  }

  var elections: [String] {
    changed(\.elections).compactMap { old, new -> String? in
      let values = [
        "election": new.id, "until": moment.text(new.nominationsClose),
      ]
      if old == nil { return say("election", values) }
      return new.certified != nil && old?.certified == nil ? say("election.over", values) : nil
    }
      + changed(\.nominations).compactMap { old, new in
        let values = ["nomination": new.id, "seat": new.seat]
        if new.withdrawn != nil { return say("nomination.out", values) }
        if new.accepted != nil, old?.accepted == nil { return say("nomination.in", values) }
        return old == nil ? say("nomination", values) : nil
      }
  }

  /// Mandates, agreements, tasks, alternates and voters.
  var deeds: [String] {
    let mandates = changed(\.mandates).map { old, new in
      let values = [
        "mandate": new.id, "holder": new.holder, "until": moment.text(new.until),
        "reports": "\(new.reports.count)", "whole": "\(new.occasions.count)",
      ]
      if old == nil { return say("mandate", values) }
      if new.ended != nil, old?.ended == nil { return say("mandate.over", values) }
      if new.reports.count != old?.reports.count { return say("mandate.report", values) }
      return say(new.recused == old?.recused ? "mandate.bound" : "mandate.aside", values)
    }
    let agreements = changed(\.agreements).map { old, new in
      say(old == nil ? "agreement" : "agreement.over", ["agreement": new.id])
    }
    let actions = changed(\.actions).map { old, new in
      let state = new.state.map { words.term("action_state", $0.rawValue) } ?? ""
      let values = [
        "action": new.task.action, "owner": new.task.owner, "due": moment.text(new.task.due),
        "state": state,
      ]
      return say(old == nil ? "action" : "action.state", values)
    }
    let alternates = after.alternates.dropFirst(before.alternates.count).map {
      say("alternate", ["party": $0.party, "alternate": $0.alternate, "seat": $0.seat])
    }
    let voters = after.namedVoters.dropFirst(before.namedVoters.count).map {
      say("voter", ["voter": $0])
    }
    let lots = changed(\.lots).map { old, new in
      let values = ["lot": new.id, "at": moment.text(new.draws)]
      return say(old == nil ? "lot" : "lot.over", values)
    }
    return mandates + agreements + actions + alternates + voters + lots
  }
}

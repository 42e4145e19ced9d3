// SPDX-License-Identifier: Apache-2.0

import Governance

extension StatutesTeller {
  /// How decisions are taken: electors, quorum, majority and what else a rule says.
  var rules: Section { section("rules", [:], statutes.rules.inOrder.flatMap(rule)) }

  private func rule(_ rule: Statutes.Rule) -> [Sentence] {
    let path = "rules.\(rule.name)"
    var sentences = [
      say(
        path, "rule",
        [
          "rule": rule.name, "electors": text(of: rule.electors),
          "ballot": words.term("ballot", rule.ballot.rawValue),
        ])
    ]
    if let quorum = rule.quorum {
      sentences.append(say("\(path).quorum", "quorum", ["condition": words.sentence(for: quorum)]))
    }
    sentences.append(say("\(path).pass", "pass", ["condition": words.sentence(for: rule.pass)]))
    return sentences + limits(of: rule, path) + ballots(of: rule, path) + block(of: rule, path)
      + second(of: rule, path)
  }

  /// What a ballot counts, who may cast another's, and how long the count can be challenged.
  private func ballots(of rule: Statutes.Rule, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    if let attribute = rule.weight {
      sentences.append(say("\(path).weight", "weight", ["attribute": attribute]))
    }
    if let most = rule.proxiesAtMost {
      sentences.append(say("\(path).proxies", "proxies", ["count": "\(most)"]))
    }
    if let time = rule.challenge {
      sentences.append(say("\(path).challenge", "challenge", ["span": span(time)]))
    }
    return sentences
  }

  /// Who sees a ballot before the count; nothing where everybody does.
  func secrecy(_ secrecy: Statutes.Secrecy, _ path: String) -> [Sentence] {
    switch secrecy {
    case .open: []
    case .sealed: [say("\(path).secrecy", "secrecy.sealed")]
    case .external: [say("\(path).secrecy", "secrecy.external")]
    }
  }

  private func limits(of rule: Statutes.Rule, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    if rule.tieFails { sentences.append(say("\(path).tie", "tie_fails")) }
    if !rule.recuse.isEmpty {
      sentences.append(say("\(path).recuse", "recuse", ["relations": list(rule.recuse)]))
    }
    if rule.recusedSeatToAlternate {
      sentences.append(say("\(path).recused_seat", "recuse.alternate"))
    }
    sentences += secrecy(rule.secrecy, path)
    if let blocs = rule.blocs {
      let each = [("blocs.each", blocs.each), ("blocs.quorum", blocs.quorum)]
      for (key, condition) in each {
        guard let condition else { continue }
        let values = ["rolls": list(blocs.by), "condition": words.sentence(for: condition)]
        sentences.append(say("\(path).blocs", key, values))
      }
    }
    if !rule.alsoHear.isEmpty {
      sentences.append(say("\(path).also_hear", "also_hear", ["rolls": list(rule.alsoHear)]))
    }
    if let dissent = rule.dissent {
      sentences.append(say("\(path).dissent", "dissent.\(dissent.rawValue)"))
    }
    return sentences
  }

  private func block(of rule: Statutes.Rule, _ path: String) -> [Sentence] {
    guard let block = rule.block else { return [] }
    let path = "\(path).block"
    var sentences = [say(path, "block")]
    if !block.grounds.isEmpty {
      let grounds = block.grounds.joined(separator: ", ")
      sentences.append(say(path, "block.grounds", ["grounds": grounds]))
    }
    if let body = block.testedBy {
      sentences.append(say(path, "block.tested", ["body": body]))
    }
    return sentences
  }

  /// What follows when it fails or misses its quorum.
  private func second(of rule: Statutes.Rule, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    if rule.rounds > 1 {
      sentences.append(say("\(path).rounds", "rounds", ["count": "\(rule.rounds)"]))
    }
    if let fallback = rule.fallback {
      sentences.append(say("\(path).fallback", "fallback", ["rule": fallback]))
    }
    if let name = rule.fallbackBy?.rule {
      sentences.append(say("\(path).fallback_by", "fallback.rule", ["rule": name]))
    }
    if let count = rule.fallbackBy?.orMembers {
      sentences.append(say("\(path).fallback_by", "fallback.members", ["count": "\(count)"]))
    }
    if let retry = rule.retry {
      let values = ["span": span(retry.onceAfter), "condition": words.sentence(for: retry.quorum)]
      sentences.append(say("\(path).retry", "retry", values))
    }
    return sentences
  }

  /// Which rule decides what.
  var matters: Section { section("matters", [:], statutes.matters.inOrder.flatMap(matter)) }

  private func matter(_ matter: Statutes.Matter) -> [Sentence] {
    let path = "matters.\(matter.name)"
    var sentences = [decision(matter, path)] + election(matter)
    if let actor = matter.proposedBy {
      sentences.append(say("\(path).proposed_by", "proposed_by", ["actor": text(of: actor)]))
    }
    if matter.seconds > 0 {
      sentences.append(say("\(path).seconds", "seconds", ["count": "\(matter.seconds)"]))
    }
    if !matter.papers.isEmpty {
      sentences.append(say("\(path).papers", "papers", ["papers": list(matter.papers)]))
    }
    if let discuss = matter.discuss {
      let length = statutes.windows[discuss]?.open.map(span)
      let key = length == nil ? "discuss.always" : "discuss"
      sentences.append(say("\(path).discuss", key, ["span": length ?? ""]))
    }
    if matter.amendable { sentences.append(say("\(path).amendments", "amendments")) }
    if let notice = matter.notice {
      sentences.append(say("\(path).notice", "notice", ["span": span(notice)]))
    }
    if let hearing = matter.hearing {
      sentences.append(say("\(path).hearing", "hearing", ["span": span(hearing)]))
    }
    if let lasts = matter.lasts {
      sentences.append(say("\(path).lasts", "lasts", ["span": span(lasts)]))
    }
    if let ratify = matter.ratify {
      let values = ["rule": ratify.rule, "span": span(ratify.within)]
      sentences.append(say("\(path).ratify", "ratify", values))
    }
    if let body = matter.appeal {
      sentences.append(say("\(path).appeal", "appeal_to", ["body": body]))
    }
    return sentences
  }

  /// How an election is held; a selection of a procedure is told there.
  private func election(_ matter: Statutes.Matter) -> [Sentence] {
    guard case .selection(let name) = matter.decision, let selection = statutes.selections[name],
      case .ballot = selection.source
    else { return [] }
    return Array(self.selection(selection).dropFirst())
  }

  private func decision(_ matter: Statutes.Matter, _ path: String) -> Sentence {
    switch matter.decision {
    case .rule(let rule): say(path, "matter.rule", ["matter": matter.name, "rule": rule])
    case .selection(let name):
      say(path, "matter.selection", ["matter": matter.name, "selection": name])
    case .unilateral: say(path, "matter.unilateral", ["matter": matter.name])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance

extension StatutesTeller {
  /// A section for each procedure, stage by stage.
  var procedures: [Section] {
    statutes.procedures.inOrder.map { procedure in
      let path = "procedures.\(procedure.name)"
      let stages = procedure.stages.flatMap { stage($0, "\(path).stages[\($0.id)]") }
      return section("procedure", ["name": procedure.name], opening(procedure, path) + stages)
    }
  }

  private func opening(_ procedure: Statutes.Procedure, _ path: String) -> [Sentence] {
    let (opening, path) = (procedure.openedBy, "\(path).opened_by")
    var sentences: [Sentence] = []
    if let rule = opening.rule {
      sentences.append(say(path, "opened_by.rule", ["rule": rule]))
    }
    if let office = opening.office {
      sentences.append(say(path, "opened_by.office", ["role": words.term("role", office)]))
    }
    if let rule = opening.after {
      sentences.append(say(path, "opened_by.after", ["rule": rule]))
    }
    if let every = opening.every { sentences.append(say(path, "every", ["span": span(every)])) }
    if !procedure.frozenBeforeOpen.isEmpty {
      sentences.append(
        say(
          "procedures.\(procedure.name).frozen_before_open", "frozen",
          ["selections": list(procedure.frozenBeforeOpen)]))
    }
    return sentences
  }

  private func stage(_ stage: Statutes.Stage, _ path: String) -> [Sentence] {
    let actors = words.list(stage.by.map(text(of:)))
    let first = say(
      path, actors.isEmpty ? "stage" : "stage.by", ["stage": stage.id, "actors": actors])
    let window = stage.window.flatMap { statutes.windows[$0] }.map(self.window) ?? []
    let parts = timing(stage, path) + testing(stage, path) + deciding(stage, path)
    let selection = stage.select.flatMap { statutes.selections[$0] }.map(self.selection) ?? []
    return [first] + window + parts + selection
  }

  /// How long a window is open, and what may move its ends.
  private func window(_ window: Statutes.Window) -> [Sentence] {
    let path = "windows.\(window.name)"
    var sentences: [Sentence] = []
    if let open = window.open {
      let key = window.workingDays ? "window.working" : "window"
      sentences.append(say(path, key, ["span": span(open)]))
    } else {
      sentences.append(say(path, "window.always"))
    }
    if let notice = window.notice {
      sentences.append(say("\(path).notice", "window.notice", ["span": span(notice)]))
    }
    if let grace = window.grace {
      sentences.append(say("\(path).grace", "window.grace", ["span": span(grace)]))
    }
    if let outage = window.outage {
      let roles = words.list(outage.by.map { words.term("role", $0) })
      let values = ["roles": roles, "span": span(outage.extendMax)]
      sentences.append(say("\(path).outage", "window.outage", values))
    }
    return sentences
  }

  private func timing(_ stage: Statutes.Stage, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    if let within = stage.within {
      sentences.append(say("\(path).within", "within", ["span": span(within)]))
    }
    if let every = stage.every {
      sentences.append(say("\(path).every", "every", ["span": span(every)]))
    }
    if stage.lastInTimeStands { sentences.append(say("\(path).same_applicant", "last_stands")) }
    if let batches = stage.paperBatches {
      let values = ["by": batches.by, "cosign": batches.cosign]
      sentences.append(say("\(path).paper_batches", "paper_batches", values))
    }
    return sentences
  }

  private func testing(_ stage: Statutes.Stage, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    if let expression = stage.test {
      sentences.append(say("\(path).test", "test", ["test": test(expression)]))
    }
    for (key, onward) in [
      ("fail", stage.fail), ("unknown", stage.unknown), ("timeout", stage.timeout),
    ] {
      guard let onward else { continue }
      sentences.append(say("\(path).\(key)", key, ["onward": text(of: onward)]))
    }
    if !stage.tiers.isEmpty {
      sentences.append(say("\(path).tiers", "tiers", ["tiers": list(stage.tiers)]))
    }
    if let renew = stage.renew {
      sentences.append(say("\(path).renew", "renew", ["span": span(renew)]))
    }
    return sentences
  }

  private func text(of onward: Statutes.Onward) -> String {
    switch onward {
    case .stage(let id): words("onward.stage", ["stage": id])
    case .end(let end): words.term("onward", end.rawValue)
    }
  }

  private func deciding(_ stage: Statutes.Stage, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    if let name = stage.matter, let matter = statutes.matters[name] {
      let values = ["matter": name, "rule": decider(matter)]
      sentences.append(say("\(path).matter", stage.each ? "matter.each" : "matter", values))
    }
    if let body = stage.body, let rule = stage.rule {
      let verdicts = stage.may.map { words.term("verdict", $0.rawValue) }
      let values = [
        "body": body, "rule": rule, "verdicts": verdicts.joined(separator: "; "),
      ]
      sentences.append(say("\(path).rule", "ruling", values))
    }
    if stage.reasoned { sentences.append(say("\(path).reasoned", "reasoned")) }
    if !stage.answeredBy.isEmpty {
      let actors = words.list(stage.answeredBy.map(text(of:)))
      sentences.append(say("\(path).answered_by", "answered_by", ["actors": actors]))
    }
    if let count = stage.pullAt {
      sentences.append(say("\(path).pull_at", "pull_at", ["count": "\(count)"]))
    }
    if !stage.needs.isEmpty {
      let needs = words.list(stage.needs.map { words.term("need", $0) })
      sentences.append(say("\(path).needs", "needs", ["needs": needs]))
    }
    return sentences
  }

  private func decider(_ matter: Statutes.Matter) -> String {
    switch matter.decision {
    case .rule(let name), .selection(let name): Plain.safe(name)
    case .unilateral: "–"
    }
  }
}

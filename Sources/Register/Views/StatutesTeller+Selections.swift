// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance

extension StatutesTeller {
  /// A selection: its criteria, places, floors, caps and ties.
  func selection(_ selection: Statutes.Selection) -> [Sentence] {
    let path = "selections.\(selection.name)"
    return [say(path, "selection", ["selection": selection.name])]
      + source(selection.source, selection.secrecy, path) + places(selection, path)
      + limits(selection, path)
  }

  private func source(
    _ source: Statutes.Selection.Source, _ secrecy: Statutes.Secrecy, _ path: String
  ) -> [Sentence] {
    switch source {
    case .rubric(let rubric): return self.rubric(rubric, path)
    case .ballot(let election):
      let values = [
        "ballot": words.term("ballot", election.ballot.rawValue),
        "method": words.term("method", election.method.rawValue),
        "electors": text(of: election.electors),
      ]
      let picks = election.picks.map {
        say("\(path).picks", "election.picks", ["count": "\($0)"])
      }
      return [say(path, "election", values)] + [picks].compactMap(\.self)
        + self.secrecy(secrecy, path)
    case .selection(let succession):
      let method = words.term("method", succession.method.rawValue)
      return [say(path, "succession", ["selection": succession.from, "method": method])]
    }
  }

  private func rubric(_ rubric: Statutes.Rubric, _ path: String) -> [Sentence] {
    let reviews = rubric.reviews
    let values = ["each": "\(reviews.each)", "least": "\(reviews.least)"]
    let per = reviews.per.map { say("\(path).reviews.per", "reviews.per", ["group": $0.name]) }
    let criteria = rubric.criteria.map { criterion in
      let values = [
        "criterion": criterion.id, "weight": "\(criterion.weight)",
        "scale": "\(criterion.scale)", "min": "\(criterion.min ?? 0)",
      ]
      let key = criterion.min == nil ? "criterion" : "criterion.min"
      return say("\(path).rubric[\(criterion.id)]", key, values)
    }
    return [say("\(path).reviews", "reviews", values)] + [per].compactMap(\.self) + criteria
  }

  private func places(_ selection: Statutes.Selection, _ path: String) -> [Sentence] {
    var sentences: [Sentence] = []
    switch selection.take {
    case .places(let count):
      sentences.append(say("\(path).take", "places", ["count": "\(count)"]))
    case .sum(let attribute, let share, let amount):
      let values = ["attribute": attribute, "share": share.text, "amount": amount]
      sentences.append(say("\(path).take", "sum", values))
    case nil: break
    }
    if selection.skipTooBig { sentences.append(say("\(path).skip_too_big", "skip")) }
    if selection.reserve > 0 {
      sentences.append(say("\(path).reserve", "reserve", ["count": "\(selection.reserve)"]))
    }
    if let points = selection.minPoints, case .rubric(let rubric) = selection.source {
      let values = ["points": points.text, "full": "\(rubric.fullMarks)"]
      sentences.append(say("\(path).min_score", "min_score", values))
    }
    return sentences
  }

  private func limits(_ selection: Statutes.Selection, _ path: String) -> [Sentence] {
    var sentences = floors(selection.floors, path) + caps(selection.caps, path)
    if !selection.floors.isEmpty {
      switch selection.unmet {
      case .leaveVacant: sentences.append(say("\(path).unmet", "unmet.leave_vacant"))
      case .release: sentences.append(say("\(path).unmet", "unmet.release"))
      }
    }
    if !selection.ties.isEmpty {
      let ties = selection.ties.map(text(of:)).joined(separator: "; ")
      sentences.append(say("\(path).ties", "ties", ["ties": ties]))
    }
    return sentences
  }

  func floors(_ floors: [Statutes.Floor], _ path: String) -> [Sentence] {
    floors.map { floor in
      let values = ["amount": text(of: floor.atLeast), "test": test(floor.members)]
      return measured(say("\(path).floors", "floor", values), by: floor.measured)
    }
  }

  func caps(_ caps: [Statutes.Cap], _ path: String) -> [Sentence] {
    caps.map { cap in
      let group =
        switch cap.group {
        case .per(let grouping): Plain.safe(grouping.name)
        case .meeting(let expression): test(expression)
        }
      let values = ["amount": text(of: cap.atMost), "group": group]
      return measured(say("\(path).caps", "cap", values), by: cap.measured)
    }
  }

  private func measured(_ sentence: Sentence, by attribute: String?) -> Sentence {
    guard let attribute else { return sentence }
    let addition = words("statutes.measured", ["attribute": attribute])
    return Sentence(text: "\(sentence.text), \(addition)", clause: sentence.clause)
  }

  private func text(of tie: Statutes.Selection.TieBreak) -> String {
    switch tie {
    case .predicate(let expression): words("tie.predicate", ["test": test(expression)])
    case .least(let attribute): words("tie.least", ["attribute": attribute])
    case .most(let attribute): words("tie.most", ["attribute": attribute])
    case .earliest: words("tie.earliest")
    case .lot: words("tie.lot")
    }
  }
}

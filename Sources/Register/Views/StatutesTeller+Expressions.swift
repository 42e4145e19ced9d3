// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance

extension StatutesTeller {
  /// An expression in words; a predicate that has a name goes by it.
  func test(_ expression: Expression) -> String {
    switch expression {
    case .or(let parts): return joined(parts, by: "test.or")
    case .and(let parts): return joined(parts, by: "test.and")
    case .not(let part): return words("test.not", ["test": nested(part)])
    case .defined(let name, _): return Plain.safe(name)
    case .isTrue(let operand): return text(of: operand)
    case .compare(let left, let comparison, let right):
      return words(
        "test.compare",
        ["left": text(of: left), "sign": sign(comparison), "right": text(of: right)])
    case .isIn(let operand, let list):
      let list = list.map(text(of:)).joined(separator: ", ")
      return words("test.in", ["left": text(of: operand), "list": list])
    case .known(let name): return words("test.known", ["name": name])
    case .hasAll(let name, let elements):
      return words("test.has", ["name": name, "list": elements.joined(separator: ", ")])
    }
  }

  private func joined(_ parts: [Expression], by key: String) -> String {
    parts.map(nested).joined(separator: " \(words(key)) ")
  }

  /// In brackets where it is not plain what belongs together.
  private func nested(_ expression: Expression) -> String {
    switch expression {
    case .or, .and: "(\(test(expression)))"
    case .not, .defined, .isTrue, .compare, .isIn, .known, .hasAll: test(expression)
    }
  }

  private func sign(_ comparison: Expression.Comparison) -> String {
    switch comparison {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .atMost: "≤"
    case .more: ">"
    case .atLeast: "≥"
    }
  }

  private func text(of operand: Expression.Operand) -> String {
    switch operand {
    case .integer(let number): words.language.number(number)
    case .date(let day): Moment(words.language).text(day)
    case .literal(let word), .fact(let word), .call(let word): Plain.safe(word)
    case .parameter(_, let number): words.language.number(number)
    case .years(let from, let to):
      words("test.years", ["from": text(of: from), "to": text(of: to)])
    case .days(let from, let to):
      words("test.days", ["from": text(of: from), "to": text(of: to)])
    case .countIn(let set, let roll): words("test.count_in", ["set": set, "roll": roll])
    }
  }

  /// `10 days`.
  func span(_ duration: Duration) -> String {
    let unit =
      switch duration {
      case .minutes: "minutes"
      case .hours: "hours"
      case .days: "days"
      case .months: "months"
      }
    return words("span.\(unit)", ["count": "\(duration.count)"])
  }

  func text(of amount: Amount) -> String {
    switch amount {
    case .count(let count): words.language.number(count)
    case .share(let share): share.text
    }
  }

  func text(of electors: Statutes.Electorate) -> String {
    switch electors {
    case .body(let name), .roll(let name): Plain.safe(name)
    case .role(let name): words.term("role", name)
    case .seat: words("electors.seat")
    case .own(let group): words("electors.own", ["group": group])
    }
  }

  func text(of actor: Statutes.Actor) -> String {
    switch actor {
    case .applicant: words("actor.applicant")
    case .anyParty: words("actor.party")
    case .role(let name): words.term("role", name)
    case .roll(let name), .body(let name), .outside(let name): Plain.safe(name)
    }
  }
}

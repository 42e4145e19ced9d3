// SPDX-License-Identifier: Apache-2.0

import Counting
public import Governance

extension Words {
  /// A fault of the statutes with its place: `§ rules.silence.pass: there is no …`.
  public func sentence(for fault: StatutesFault) -> String {
    self("statutes_fault", ["path": fault.path, "what": what(fault.kind)])
  }

  private func what(_ kind: StatutesFault.Kind) -> String {
    let key = "statutes_fault.\(kind.code)"
    switch kind {
    case .missing: return self(key)
    case .unknownKey(let nearest?): return self("\(key).nearest", ["nearest": nearest])
    case .unknownKey(nil): return self(key)
    case .wrongShape(let shape): return self(key, ["shape": term("shape", shape.rawValue)])
    case .badValue(let value, let expected):
      return self(key, ["value": value, "expected": what(expected)])
    case .unknownName(let name, let kinds):
      let kinds = kinds.map { term("name_kind", $0.rawValue) }.joined(separator: ", ")
      return self(key, ["name": name, "kinds": kinds])
    case .ambiguousName(let name), .typeMismatch(let name), .notOnBallot(let name),
      .repeated(let name), .classElectsNoSeat(let name):
      return self(key, ["name": name])
    case .malformedExpression(let fault): return self(key, ["detail": what(fault)])
    case .malformedCondition(let fault): return self(key, ["detail": what(fault)])
    case .cycle(let names): return self(key, ["names": names.joined(separator: " → ")])
    case .floorsAbovePlaces(let floors, let places):
      return self(key, ["floors": "\(floors)", "places": "\(places)"])
    case .oneOf(let names): return self(key, ["names": names.joined(separator: ", ")])
    case .tooMany(let max), .tooLong(let max): return self(key, ["max": "\(max)"])
    case .floorsNotDisjoint(let first, let second):
      return self(key, ["first": first, "second": second])
    }
  }

  private func what(_ expected: StatutesFault.Expected) -> String {
    switch expected {
    case .word(let words): self("expected.word", ["words": words.joined(separator: ", ")])
    case .integer(let range):
      self("expected.integer", ["from": "\(range.lowerBound)", "to": "\(range.upperBound)"])
    case .fraction: self("expected.fraction")
    case .amount: self("expected.amount")
    case .duration: self("expected.duration")
    case .name: self("expected.name")
    case .boolean: self("expected.boolean")
    case .timezone: self("expected.timezone")
    case .code(let validator): self("expected.code", ["register": validator.rawValue])
    case .tieBreak: self("expected.tie_break")
    }
  }

  private func what(_ fault: MalformedExpression) -> String {
    switch fault {
    case .empty: self("parse.empty")
    case .tooLong: self("parse.too_long")
    case .tooDeep(let at): self("parse.too_deep", ["at": "\(at)"])
    case .unexpectedCharacter(let at): self("parse.character", ["at": "\(at)"])
    case .numberTooLarge(let at): self("parse.number", ["at": "\(at)"])
    case .unexpected(let word, let at):
      self("parse.unexpected", ["word": word, "at": "\(at)"])
    case .endsEarly: self("parse.ends_early")
    case .unknownFunction(let word, let at):
      self("parse.function", ["word": word, "at": "\(at)"])
    case .wrongArguments(let word, let at):
      self("parse.arguments", ["word": word, "at": "\(at)"])
    }
  }

  private func what(_ fault: MalformedCondition) -> String {
    func at(_ expected: String, _ word: String, _ number: Int) -> String {
      self(
        "parse.condition",
        ["at": "\(number)", "word": word, "expected": self("parse.condition.\(expected)")])
    }
    switch fault {
    case .empty: return self("parse.empty")
    case .tooLong: return self("parse.too_long")
    case .unknownCount(let word, let number): return at("count", word, number)
    case .unknownOperator(let word, let number): return at("operator", word, number)
    case .badNumber(let word, let number): return at("share", word, number)
    case .unknownBase(let word, let number): return at("base", word, number)
    case .shareWithoutBase(let word, let number): return at("share_base", word, number)
    case .expectedAnd(let word, let number): return at("and", word, number)
    case .endsEarly: return self("parse.ends_early")
    }
  }
}

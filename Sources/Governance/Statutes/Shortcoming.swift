// SPDX-License-Identifier: Apache-2.0

/// One reason why an expression is not certainly true of someone.
public enum Shortcoming: Sendable, Hashable {
  /// Nothing was said about the attribute.
  case missing(String)
  /// What was said is not a value of the attribute.
  case invalid(String)
  /// The set lacks this element.
  case lacks(String, element: String)
  /// Fewer of the set are in the roll than are needed.
  case tooFew(String, have: Int, need: Int)
  /// The predicate, or the bare attribute, is certainly false.
  case notMet(String)
  /// The predicate, or the bare attribute, is certainly true and must not be.
  case barred(String)
  /// The predicate is unknown though all attributes are: a value of the call or of the roll lacks.
  case unknown(String)

  /// A stable text: `missing:budget_uah`, `documents:manifesto`, `sponsors:1_of_2`, `not:seasoned`.
  public var code: String {
    switch self {
    case .missing(let name): "missing:\(name)"
    case .invalid(let name): "invalid:\(name)"
    case .lacks(let set, let element): "\(set):\(element)"
    case .tooFew(let set, let have, let need): "\(set):\(have)_of_\(need)"
    case .notMet(let name): "not:\(name)"
    case .barred(let name): "is:\(name)"
    case .unknown(let name): "unknown:\(name)"
    }
  }
}

extension Expression {
  /// Why this is not certainly true, in the order of the expression, each reason once.
  public func shortcomings(in scope: some Scope) -> [Shortcoming] {
    var found: [Shortcoming] = []
    for shortcoming in reasons(in: scope, within: nil) where !found.contains(shortcoming) {
      found.append(shortcoming)
    }
    return found
  }

  /// `predicate` is the innermost definition that this is a part of.
  private func reasons(in scope: some Scope, within predicate: String?) -> [Shortcoming] {
    let truth = evaluate(in: scope)
    if truth == .yes { return [] }
    switch self {
    case .and(let parts): return parts.flatMap { $0.reasons(in: scope, within: predicate) }
    case .defined(let name, let meaning): return meaning.reasons(in: scope, within: name)
    case .or(let parts): return alternatives(parts, truth, scope, predicate)
    case .known(let name): return Self.gaps([name], in: scope)
    case .hasAll(let set, let elements) where truth == .no:
      return Self.lacking(scope.fact(set), set, elements)
    case .compare(.countIn(let set, let roll), let comparison, let right) where truth == .no:
      return tooFew(set, roll, comparison, right, scope) ?? plain(truth, scope, predicate)
    case .not(let part) where truth == .no:
      return part.name.map { [.barred($0)] } ?? plain(truth, scope, predicate)
    case .not, .isTrue, .compare, .isIn, .hasAll: return plain(truth, scope, predicate)
    }
  }

  /// What is certainly false has a name; what is unknown lacks facts.
  private func plain(_ truth: Truth, _ scope: some Scope, _ predicate: String?) -> [Shortcoming] {
    let name = self.name ?? predicate ?? attributes.first ?? ""
    if truth == .no { return [.notMet(name)] }
    let gaps = Self.gaps(attributes, in: scope)
    return gaps.isEmpty ? [.unknown(name)] : gaps
  }

  /// Of alternatives, those that can still come true are worth repairing.
  private func alternatives(
    _ parts: [Expression], _ truth: Truth, _ scope: some Scope, _ predicate: String?
  ) -> [Shortcoming] {
    if truth == .no, let predicate { return [.notMet(predicate)] }
    return parts.filter { $0.evaluate(in: scope) == truth }.flatMap {
      $0.reasons(in: scope, within: predicate)
    }
  }

  private func tooFew(
    _ set: String, _ roll: String, _ comparison: Comparison, _ right: Operand, _ scope: some Scope
  ) -> [Shortcoming]? {
    guard comparison == .atLeast || comparison == .more,
      case .integer(let have) = Operand.countIn(set, roll: roll).fact(in: scope),
      case .integer(let bound) = right.fact(in: scope)
    else { return nil }
    return [.tooFew(set, have: have, need: comparison == .more ? bound + 1 : bound)]
  }

  private static func lacking(_ fact: Fact, _ set: String, _ elements: [String]) -> [Shortcoming] {
    guard case .set(let members) = fact else { return [] }
    return elements.filter { !members.contains($0) }.map { .lacks(set, element: $0) }
  }

  private static func gaps(_ names: [String], in scope: some Scope) -> [Shortcoming] {
    names.filter { !derivedNames.contains($0) }.compactMap { name in
      switch scope.fact(name) {
      case .absent: .missing(name)
      case .invalid: .invalid(name)
      case .integer, .date, .name, .set, .boolean: nil
      }
    }
  }
}

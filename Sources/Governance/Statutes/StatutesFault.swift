// SPDX-License-Identifier: Apache-2.0

public import Counting

/// One thing that is wrong in the statutes, and where: `procedures.admission.stages[2].window`.
public struct StatutesFault: Sendable, Hashable {
  /// The place, by names and by indexes from 0.
  public let path: String
  /// What is wrong there.
  public let kind: Kind

  /// A fault at a place.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// What is wrong, with the facts a sentence needs.
  public enum Kind: Sendable, Hashable {
    /// The key must be there.
    case missing
    /// No such key here; the nearest known one, if one is near.
    case unknownKey(nearest: String?)
    case wrongShape(Shape)
    case badValue(String, Expected)
    /// Nothing of that name among things of these kinds.
    case unknownName(String, [NameKind])
    /// One name for two things that an expression could mean.
    case ambiguousName(String)
    case malformedExpression(MalformedExpression)
    case malformedCondition(MalformedCondition)
    /// An operand that does not fit the type of the other, or a name that is not a predicate.
    case typeMismatch(String)
    /// A condition counts what the ballot does not offer.
    case notOnBallot(String)
    /// Definitions that lead back to themselves, in their order.
    case cycle([String])
    case floorsAbovePlaces(floors: Int, places: Int)
    case repeated(String)
    /// Exactly one of these keys must be there.
    case oneOf([String])
    case tooMany(max: Int)
    case tooLong(max: Int)
    /// A warning: someone may count for two floors, so that their sum is only a safe bound.
    case floorsNotDisjoint(String, String)
    /// A warning: a class of members that elects no seat of its own.
    case classElectsNoSeat(String)
  }

  /// What kind of value a place needs.
  public enum Shape: String, Sendable, CaseIterable {
    case text, list, object
  }

  /// What a text should have been.
  public enum Expected: Sendable, Hashable {
    case word([String])
    case integer(ClosedRange<Int>)
    case fraction
    case amount
    case duration
    case name
    case boolean
    case timezone
    case code(Validator)
    case tieBreak
  }

  /// What a name can name.
  public enum NameKind: String, Sendable, CaseIterable {
    case parameter, attribute, predicate, relation, role, roll, body, seat, window, rule, selection
    case procedure, matter, stage, criterion, language, value
  }
}

/// Everything that is wrong with statutes that cannot be taken, at least one fault.
public struct StatutesFaults: Error, Sendable, Hashable {
  /// The faults in the order of the sections, then by path.
  public let faults: [StatutesFault]

  init(_ faults: [StatutesFault]) {
    self.faults = faults.sortedBySection()
  }
}

extension StatutesFault.Kind {
  /// A stable word for the kind: `unknown_name`.
  public var code: String {
    switch self {
    case .missing: "missing"
    case .unknownKey: "unknown_key"
    case .wrongShape: "wrong_shape"
    case .badValue: "bad_value"
    case .unknownName: "unknown_name"
    case .ambiguousName: "ambiguous_name"
    case .malformedExpression: "malformed_expression"
    case .malformedCondition: "malformed_condition"
    case .typeMismatch: "type_mismatch"
    case .notOnBallot: "not_on_ballot"
    case .cycle: "cycle"
    case .floorsAbovePlaces: "floors_above_places"
    case .repeated: "repeated"
    case .oneOf: "one_of"
    case .tooMany: "too_many"
    case .tooLong: "too_long"
    case .floorsNotDisjoint: "floors_not_disjoint"
    case .classElectsNoSeat: "class_elects_no_seat"
    }
  }
}

extension [StatutesFault] {
  /// In the order of the sections, then by path and kind; each fault once.
  func sortedBySection() -> [StatutesFault] {
    Set(self).sorted { a, b in
      let (left, right) = (Statutes.sectionIndex(a.path), Statutes.sectionIndex(b.path))
      if left != right { return left < right }
      if a.path != b.path { return Statutes.pathGoesBefore(a.path, b.path) }
      return "\(a.kind)" < "\(b.kind)"
    }
  }
}

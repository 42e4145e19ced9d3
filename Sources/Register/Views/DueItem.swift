// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Something that somebody has to do, or may do until a moment.
public struct DueItem: Sendable, Equatable {
  /// Until when; for what may be done since a moment, that moment; `nil` for now.
  public let when: Instant?
  /// A role, a body or roll, `applicant A-030`, or a reviewer's key name.
  public let who: String
  /// The key of the message that says what: `due.voting.quorum`.
  public let what: String
  /// The message's values.
  public let values: [String: String]
  /// The place in the statutes that asks for it; empty where none does.
  public let clause: String
  /// What it means to do nothing, where that can be said.
  public let silence: Silence?

  /// Whether everybody sees it, whomever it asks: something promised is late.
  public var isShownToAll: Bool { what.hasSuffix("_overdue") }

  /// What follows if the one who is asked does nothing.
  public struct Silence: Sendable, Equatable {
    /// The key of the message: `silence.no_objection`.
    public let key: String
    /// The message's values.
    public let values: [String: String]

    init(_ key: String, _ values: [String: String] = [:]) {
      self.key = "silence.\(key)"
      self.values = values
    }
  }

  init(
    _ what: String, _ values: [String: String], who: String, when: Instant?, clause: String,
    silence: Silence? = nil
  ) {
    self.when = when
    self.who = who
    self.what = "due.\(what)"
    self.values = values
    self.clause = clause
    self.silence = silence
  }
}

extension DueItem {
  /// The same for somebody whom it does not ask: the sentence names who is late.
  var ofSomebodyElse: DueItem {
    DueItem(
      "\(what.dropFirst("due.".count))_by", values.merging(["by": who]) { $1 }, who: who,
      when: when, clause: clause, silence: silence)
  }
}

extension Words {
  /// What an item asks for, in one sentence.
  public func sentence(for item: DueItem) -> String {
    var values = item.values
    values["reasons"] = values["reasons"].map {
      $0.split(separator: ";").map { reason(String($0)) }.joined(separator: "; ")
    }
    values["missing"] = values["missing"].map {
      $0.split(separator: ";").map { term("need", String($0)) }.joined(separator: ", ")
    }
    values["relation"] = values["relation"].map { term("relation", $0) }
    return self(item.what, values)
  }

  /// What it means to do nothing: `your silence counts as no objection`.
  public func silence(_ item: DueItem) -> String? {
    item.silence.map { self($0.key, $0.values) }
  }

  /// Whom an item is for: `registrar` as people call it, `applicant A-030`.
  public func who(_ item: DueItem) -> String {
    let applicant = "applicant "
    if item.who.hasPrefix(applicant) {
      return self("who.applicant", ["application": String(item.who.dropFirst(applicant.count))])
    }
    return item.who.split(separator: ";").map { term("who", String($0)) }.joined(separator: ", ")
  }

  /// What an item asks for, with the place in the statutes that does: `… (§ windows.vote_5d)`.
  public func request(_ item: DueItem) -> String {
    sentence(for: item) + (item.clause.isEmpty ? "" : " (§ \(Plain.safe(item.clause)))")
  }

  /// Until when an item is due: `3 December 2024, 00:00`, or `now`.
  public func when(_ item: DueItem, _ calendar: CivilCalendar? = nil) -> String {
    item.when.map { Moment(language, calendar).text($0) } ?? self("due.now")
  }
}

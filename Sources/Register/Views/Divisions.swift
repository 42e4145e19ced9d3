// SPDX-License-Identifier: Apache-2.0

public import Governance

/// How each group of members voted on one item.
///
///     by size, small: yes 8, no 1, abstain 0; 9 of 9 took part
struct Divisions {
  let record: VotingRecord
  let words: Words

  /// One line for each group that had an elector; none where a vote is not certified.
  ///
  /// Members who were told as one group already are not told again under another name.
  func lines(of item: String, in vote: String) -> [String] {
    guard
      let decision = record.decisions.first(where: { $0.vote.id == vote && $0.item == item })
    else { return [] }
    var told: Set<Set<String>> = []
    return record.groupings.indices.flatMap { index in
      let fresh = electors(of: decision, by: index).filter { !told.contains(Self.parties($1)) }
      told.formUnion(fresh.values.map(Self.parties))
      return lines(of: decision, fresh, by: record.groupings[index])
    }
  }

  private func electors(
    of decision: VotingRecord.Decision, by index: Int
  ) -> [MemberGroups.Group: [CountedElector]] {
    var electors: [MemberGroups.Group: [CountedElector]] = [:]
    for elector in decision.electors {
      for group in decision.groups(of: elector, by: index) {
        electors[group, default: []].append(elector)
      }
    }
    return electors
  }

  private static func parties(_ electors: [CountedElector]) -> Set<String> {
    Set(electors.flatMap(\.parties))
  }

  private func lines(
    of decision: VotingRecord.Decision, _ electors: [MemberGroups.Group: [CountedElector]],
    by grouping: MemberGroups
  ) -> [String] {
    electors.sorted { MemberGroups.Group.precedes($0.key, $1.key) }.map { group, electors in
      let choices = electors.compactMap(\.choice)
      let values = [
        "by": words.term("influence.by", grouping.name),
        "group": GroupLabel(grouping, words).text(group),
        "counts": words.counts(counts(of: choices, in: decision)),
        "count": "\(choices.count)", "electors": "\(electors.count)",
      ]
      return words(
        decision.vote.election == nil ? "story.division" : "story.division.turnout", values)
    }
  }

  /// How many for each word or option; weights are left out, since here people are counted.
  private func counts(
    of choices: [BallotCast.Choice], in decision: VotingRecord.Decision
  ) -> [String: Int] {
    var counts = decision.result.whole.counts.mapValues { _ in 0 }
    for choice in choices {
      switch choice {
      case .word(let word): counts[word.rawValue, default: 0] += 1
      case .list(let options): for option in options { counts[option, default: 0] += 1 }
      }
    }
    return counts
  }
}

extension MemberGroups {
  /// How a decision is taken apart: by size and by class, so far as the statutes know them.
  public static func ofDecisions(in statutes: Statutes?) -> [MemberGroups] {
    ["size", "class"].compactMap { name in statutes.flatMap { MemberGroups(name, in: $0) } }
  }
}

/// What people call a group.
struct GroupLabel {
  private let grouping: MemberGroups
  private let words: Words

  init(_ grouping: MemberGroups, _ words: Words) {
    self.grouping = grouping
    self.words = words
  }

  func text(_ group: MemberGroups.Group) -> String {
    let isSize = grouping.name == "size"
    switch group {
    case .all: return words("influence.group.all")
    case .named(let name): return Plain.safe(name)
    case .none: return words("influence.group.none")
    case .unknown: return words("influence.group.unknown")
    case .holds: return isSize ? words("influence.group.small") : grouping.measured
    case .fails:
      return words(
        isSize ? "influence.group.standard" : "influence.group.not", ["name": grouping.measured])
    }
  }
}

extension MemberGroups {
  /// The attribute's or predicate's name in the statutes; the word that was asked for, of others.
  var measured: String {
    switch measure {
    case .predicate(let name), .attribute(let name): name
    case .classes, .each, .everybody: name
    }
  }
}

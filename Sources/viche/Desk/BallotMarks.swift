// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

/// What a member says in a vote, as people type it.
struct BallotMarks: ParsableArguments {
  @Option(help: "An item to say yes to; may be repeated, like those that follow.")
  var yes: [String] = []
  @Option(help: "An item to say no to.") var no: [String] = []
  @Option(help: "An item to abstain on.") var abstain: [String] = []
  @Option(help: "An item to consent to.") var consent: [String] = []
  @Option(help: "An item to stand aside from.") var standAside: [String] = []
  @Option(help: "An item to block; give a --reason.") var block: [String] = []
  @Option(help: "An item to object to.") var object: [String] = []
  @Option(help: "Options to approve of: ITEM=a,b; where there is one item, a,b.")
  var approve: [String] = []
  @Option(
    name: .customLong("for"),
    help: "Candidates for a class: CLASS=a,b; ranked ballots name the best first.")
  var lists: [String] = []
  @Option(help: "The word for every item not named.") var rest: String?
  @Option(
    help: "Why; public. For the items that you block, else for all that you name; or ITEM=TEXT.")
  var reason: [String] = []
  @Option(help: "One of the grounds that the rule names for a block.") var ground: String?

  /// Item and word for every option that names an item.
  private var named: [(word: BallotCast.Word, items: [String])] {
    [
      (.yes, yes), (.no, no), (.abstain, abstain), (.consent, consent), (.standAside, standAside),
      (.block, block), (.object, object),
    ]
  }
}

/// A vote as its ballot puts it: on which text, on which items, with which words.
struct BallotPaper {
  /// One question.
  struct Item {
    let id: String
    let title: [String: String]
    /// SHA-256 of the text by language; none for an application.
    let texts: [String: String]
    /// What an approval ballot offers, with titles.
    let options: [String: [String: String]]
  }
  let ledger: String
  let vote: String
  /// SHA-256 of the `vote.opened` line with its LF.
  let digest: [UInt8]
  let items: [Item]
  let ballot: Statutes.Ballot
  /// The most that a list may have; `nil` where there is no limit.
  let picks: Int?
  /// To whom a sealed ballot is sealed, outermost first; none for an open one.
  let recipients: [String]
}

extension BallotMarks {
  /// Item to choice, as the statement carries it; `word` is for the one item of a vote.
  func choices(_ word: String?, on paper: BallotPaper, _ words: Words) throws -> [String: JSON] {
    var sheet = Sheet(paper: paper, words: words)
    if let word {
      guard paper.items.count == 1, let item = paper.items.first else { throw sheet.which }
      try sheet.mark(item.id, .string(sheet.word(word)))
    }
    for (word, items) in named {
      for item in items { try sheet.mark(item, .string(sheet.word(word.rawValue))) }
    }
    for text in approve { try sheet.approve(text) }
    for text in lists { try sheet.list(text) }
    if let rest {
      let word = try sheet.word(rest)
      for item in paper.items where sheet.choices[item.id] == nil {
        sheet.choices[item.id] = .string(word)
      }
    }
    guard !sheet.choices.isEmpty else { throw sheet.empty }
    return sheet.choices
  }

  /// Item to reason, as the statement carries it.
  func reasons(
    for choices: [String: JSON], on paper: BallotPaper, _ words: Words
  ) throws -> [String: JSON] {
    let ground = self.ground.map(JSON.string)
    guard !reason.isEmpty || ground == nil else {
      throw Failure(.usage, words("ballot.ground_alone"), hint: words("hint.reason_missing"))
    }
    var reasons: [String: JSON] = [:]
    for text in reason {
      let (items, text) = meant(by: text, among: choices, on: paper)
      for item in items {
        var fields: [String: JSON] = ["text": .string(Text.clean(text))]
        fields["ground"] = ground
        reasons[item] = .object(fields)
      }
    }
    return reasons
  }

  /// `ITEM=text` is about that item; a bare text about what is blocked, else about every choice made.
  private func meant(
    by text: String, among choices: [String: JSON], on paper: BallotPaper
  ) -> (items: [String], text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, paper.items.contains(where: { $0.id == parts[0] }) {
      return ([parts[0]], parts[1])
    }
    let blocked = choices.filter { $0.value.string == BallotCast.Word.block.rawValue }.keys
    return (blocked.isEmpty ? Array(choices.keys) : Array(blocked), text)
  }
}

/// Choices as they are marked, each checked against the ballot.
private struct Sheet {
  let paper: BallotPaper
  let words: Words
  var choices: [String: JSON] = [:]

  private var known: String { paper.ballot.words.map(\.rawValue).joined(separator: ", ") }

  mutating func mark(_ item: String, _ choice: JSON) throws {
    guard paper.items.contains(where: { $0.id == item }) else {
      let refusal = Refusal(.unknownChoice, ["application": item, "vote": paper.vote])
      throw Failure(.refused, words.sentence(for: refusal), hint: words.hint(for: refusal))
    }
    guard choices[item] == nil || choices[item] == choice else {
      throw Failure(.usage, words("ballot.twice", ["item": item]))
    }
    choices[item] = choice
  }

  /// The ballot's word for what was typed; `stand-aside` is `stand_aside`.
  func word(_ text: String) throws -> String {
    let word = text.lowercased().replacing("-", with: "_")
    guard paper.ballot.words.contains(where: { $0.rawValue == word }) else {
      let key = paper.ballot.words.isEmpty ? "ballot.approve" : "ballot.word"
      throw Failure(
        .usage, words(key, ["found": text, "vote": paper.vote, "known": known]))
    }
    return word
  }

  /// `ITEM=a,b`, or `a,b` where the vote has one item; `ITEM=` approves of none.
  mutating func approve(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2 || paper.items.count == 1 else { throw which }
    let (item, list) = parts.count == 2 ? (parts[0], parts[1]) : (paper.items[0].id, text)
    guard paper.ballot == .approval else {
      throw Failure(
        .usage, words("ballot.word", ["found": "approve", "vote": paper.vote, "known": known]))
    }
    try choose(list.split(separator: ",").map(String.init), for: item)
  }

  /// `CLASS=a,b`, of a vote whose ballots are lists; `CLASS=` is a blank one.
  mutating func list(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2 else {
      throw Failure(
        .usage, words("option.shape", ["option": "--for", "shape": "CLASS=a,b", "text": text]))
    }
    guard paper.ballot == .approval || paper.ballot == .ranked else {
      throw Failure(
        .usage, words("ballot.word", ["found": "for", "vote": paper.vote, "known": known]))
    }
    try choose(parts[1].split(separator: ",").map(String.init), for: parts[0])
  }

  /// Marks a list: approvals in the order of their bytes, a ranking as it is.
  private mutating func choose(_ names: [String], for item: String) throws {
    guard Set(names).count == names.count || paper.ballot == .approval else {
      throw Failure(.usage, words("ballot.twice.ranked", ["item": item]))
    }
    let options =
      paper.ballot == .ranked
      ? names : Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if let picks = paper.picks, options.count > picks {
      throw Failure(.usage, words("ballot.picks", ["item": item, "max": "\(picks)"]))
    }
    try mark(item, .array(options.map(JSON.string)))
    let offered = paper.items.first { $0.id == item }?.options ?? [:]
    if let stranger = options.first(where: { offered[$0] == nil }) {
      throw Failure(
        .usage,
        words(
          "ballot.option",
          ["found": stranger, "item": item, "known": offered.keys.sorted().joined(separator: ", ")]
        ))
    }
  }

  var which: Failure {
    Failure(
      .usage, words("ballot.which", ["vote": paper.vote, "count": "\(paper.items.count)"]),
      hint: words("ballot.which.hint"))
  }

  var empty: Failure {
    let key = paper.ballot.words.isEmpty ? "ballot.empty.approval" : "ballot.empty"
    return Failure(.usage, words(key, ["vote": paper.vote, "known": known]))
  }
}

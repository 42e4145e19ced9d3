// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

@testable import Register

/// Every field of every type of statement has a name that people know, and a value without JSON.
@Suite struct StatementFieldNames {
  private static let labels = MessageTables.messages(in: .en).keys.filter { $0.hasPrefix("field.") }

  @Test(arguments: Language.allCases)
  func saySomethingOfEveryTypeInWords(language: Language) throws {
    let summary = Summary(Words(language))
    for (kind, fields) in Entries.samples {
      let statement = try Small.statement(kind, fields)
      let lines = StatementFields(summary: summary, candidates: []).lines(of: statement)
      #expect(!lines.isEmpty || kind == .actRefused, "\(kind)")
      for line in lines {
        let text = line.name + line.text
        #expect(!text.contains { "{}[]\"".contains($0) }, "\(kind): \(text)")
      }
    }
  }

  /// The fields that stand at the top of a statement, or in a row of one of its lists.
  @Test func nameEveryField() throws {
    for (kind, fields) in Entries.samples {
      for (name, value) in fields {
        let rows = (value.array ?? []).compactMap(\.object)
        for field in [name] + rows.flatMap(\.keys) {
          #expect(Self.labels.contains("field.\(field)"), "\(kind): \(field)")
        }
      }
    }
  }

  @Test func tellTimesAndWordsAsPeopleDo() throws {
    let statement = try Small.statement(
      .ballotCast,
      [
        "vote": "V1", "on": Entries.digest, "choices": ["P-1": "stand_aside"],
        "reasons": ["P-1": ["text": "Не наше.", "ground": "purpose"]],
        "sealed_at": "2025-02-27T08:00:00Z",
      ])
    let lines = StatementFields(summary: Summary(Words(.en)), candidates: []).lines(of: statement)
    #expect(
      lines.map { "\($0.name): \($0.text)" } == [
        "choices: P-1 stand aside",
        "of the vote's text: \(String(repeating: "a", count: 64))",
        "reasons: P-1 reasons purpose, text Не наше.",
        "made at: 27 February 2025, 08:00 UTC",
        "vote: V1",
      ])
  }

  /// What somebody wrote cannot move or hide what stands beside it.
  @Test func areSafeForATerminal() throws {
    let statement = try Small.statement(
      .objectionRaised,
      ["objection": "O1", "application": "A-1", "ground": "x\u{1B}[2J\u{202E}y"])
    let lines = StatementFields(summary: Summary(Words(.en)), candidates: []).lines(of: statement)
    #expect(lines.first { $0.name == "reasons" }?.text == #"x\u{1B}[2J\u{202E}y"#)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Authoring
import Register

/// What is wrong with a file of ballots or of constraints, in words.
extension AuthoringWords {
  func sentence(for error: MalformedBLT) -> String {
    switch error {
    case .emptyFile: words("csv.empty")
    case .fileTooLarge(_, let max): words("csv.too_large", ["max": "\(max)"])
    case .utf16: words("blt.utf16")
    case .notANumber(let kind, let line, let found):
      words("blt.not_a_number.\(kind.rawValue)", ["line": "\(line)", "found": found])
    case .fractionalPapers(let line, let found):
      words("blt.fractional_papers", ["line": "\(line)", "found": found])
    case .unknownCandidate(let line, let found, let candidates):
      words(
        "blt.unknown_candidate",
        ["line": "\(line)", "found": found, "candidates": "\(candidates)"])
    case .withdrawnTwice(let line, let candidate):
      words("blt.withdrawn_twice", ["line": "\(line)", "candidate": "\(candidate)"])
    case .unknownOption(let line, let name):
      words("blt.unknown_option", ["line": "\(line)", "name": name])
    case .malformedOption(let line, let name):
      words("blt.malformed_option", ["line": "\(line)", "name": name])
    case .repeatedID(let line, let id):
      words("blt.repeated_id", ["line": "\(line)", "id": id])
    case .tooFewNames(let expected, let found):
      words("blt.too_few_names", ["expected": "\(expected)", "found": "\(found)"])
    case .tooManyNames(let line, let expected):
      words("blt.too_many_names", ["line": "\(line)", "expected": "\(expected)"])
    case .notUTF8, .unclosedQuote, .strayQuote, .unclosedComment, .noSeats, .noCandidates,
      .unfinishedBallot, .unclosedID, .papersWithID, .noEndOfBallots, .emptyName,
      .tooManyCandidates, .ballotTooLong, .tooManyBallots, .tooManyPapers, .nameTooLong:
      plainSentence(for: error)
    }
  }

  /// Faults of which there is nothing to tell but the line, and perhaps a limit.
  private func plainSentence(for error: MalformedBLT) -> String {
    func at(_ key: String, _ line: Int, max: Int? = nil) -> String {
      words("blt.\(key)", ["line": "\(line)", "max": max.map { "\($0)" } ?? ""])
    }
    return switch error {
    case .notUTF8(let line): at("not_utf8", line)
    case .unclosedQuote(let line): at("unclosed_quote", line)
    case .strayQuote(let line): at("stray_quote", line)
    case .unclosedComment(let line): at("unclosed_comment", line)
    case .noSeats(let line): at("no_seats", line)
    case .noCandidates(let line): at("no_candidates", line)
    case .unfinishedBallot(let line): at("unfinished_ballot", line)
    case .unclosedID(let line): at("unclosed_id", line)
    case .papersWithID(let line): at("papers_with_id", line)
    case .noEndOfBallots(let line): at("no_end_of_ballots", line)
    case .emptyName(let line): at("empty_name", line)
    case .tooManyCandidates(let line, let max): at("too_many_candidates", line, max: max)
    case .ballotTooLong(let line, let max): at("ballot_too_long", line, max: max)
    case .tooManyBallots(let line, let max): at("too_many_ballots", line, max: max)
    case .tooManyPapers(let line, let max): at("too_many_papers", line, max: max)
    case .nameTooLong(let line, let max): at("name_too_long", line, max: max)
    case .emptyFile, .fileTooLarge, .utf16, .notANumber, .fractionalPapers, .unknownCandidate,
      .withdrawnTwice, .unknownOption, .malformedOption, .repeatedID, .tooFewNames, .tooManyNames:
      preconditionFailure("told with all that they carry")
    }
  }

  func sentence(for error: MalformedRankTable) -> String {
    switch error {
    case .table(let error): sentence(for: error)
    case .notARank(let line, let column, let found):
      words(
        "ranks.not_a_rank",
        ["line": "\(line)", "column": column, "found": String(found.prefix(40))])
    }
  }

  func sentence(for error: MalformedConstraints) -> String {
    switch error {
    case .emptyFile: words("csv.empty")
    case .fileTooLarge(_, let max): words("csv.too_large", ["max": "\(max)"])
    case .text(let error): sentence(for: error)
    case .tooFewFields(let line): words("con.too_few_fields", ["line": "\(line)"])
    case .notANumber(let line, let found):
      words("con.not_a_number", ["line": "\(line)", "found": found])
    case .leastAboveMost(let line, let least, let most):
      words(
        "con.least_above_most", ["line": "\(line)", "least": "\(least)", "most": "\(most)"])
    case .unknownCandidate(let line, let found, let candidates):
      words(
        "blt.unknown_candidate",
        ["line": "\(line)", "found": found, "candidates": "\(candidates)"])
    case .repeatedCandidate(let line, let candidate):
      words("con.repeated_candidate", ["line": "\(line)", "candidate": "\(candidate)"])
    case .repeatedGroup(let line, let name):
      words("con.repeated_group", ["line": "\(line)", "name": name])
    case .tooManyGroups(let line, let max):
      words("con.too_many_groups", ["line": "\(line)", "max": "\(max)"])
    }
  }

  func sentence(for error: UnwritableContest) -> String {
    switch error {
    case .name(let name): words("count.unwritable.name", ["name": String(name.prefix(200))])
    case .repeatedName(let name):
      words("count.unwritable.repeated", ["name": String(name.prefix(200))])
    case .tooManyPapers(let papers, let max):
      words("count.unwritable.papers", ["papers": "\(papers)", "max": "\(max)"])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not a BLT file; lines are those of the file, from 1.
public enum MalformedBLT: Error, Hashable, Sendable {
  case emptyFile
  case fileTooLarge(bytes: Int, max: Int)
  case utf16
  case notUTF8(line: Int)
  /// A quotation mark that is not closed on its line.
  case unclosedQuote(line: Int)
  /// A quotation mark inside a word, or something right after a closing one.
  case strayQuote(line: Int)
  case unclosedComment(line: Int)
  /// Something else where a number has to stand.
  case notANumber(Number, line: Int, found: String)
  /// A count of papers with a part behind the point, or a fraction.
  case fractionalPapers(line: Int, found: String)
  case noSeats(line: Int)
  case noCandidates(line: Int)
  case tooManyCandidates(line: Int, max: Int)
  /// A preference, withdrawal or option that names none of the candidates.
  case unknownCandidate(line: Int, found: String, candidates: Int)
  case withdrawnTwice(line: Int, candidate: Int)
  /// An option of another program, in square brackets, that changes what the file means.
  case unknownOption(line: Int, name: String)
  /// An option that does not close, or does not name every candidate once.
  case malformedOption(line: Int, name: String)
  /// A ballot whose line has no 0 at its end though others have.
  case unfinishedBallot(line: Int)
  case ballotTooLong(line: Int, max: Int)
  case tooManyBallots(line: Int, max: Int)
  case tooManyPapers(line: Int, max: Int)
  /// A ballot's id without its closing parenthesis.
  case unclosedID(line: Int)
  case repeatedID(line: Int, id: String)
  /// A ballot with an id that stands for more than one paper.
  case papersWithID(line: Int)
  /// The file ends before the line with a single 0 that ends the ballots.
  case noEndOfBallots(line: Int)
  /// Fewer texts after the ballots than the candidates' names and the title.
  case tooFewNames(expected: Int, found: Int)
  /// More texts after the ballots than names, title, source and comment.
  case tooManyNames(line: Int, expected: Int)
  case emptyName(line: Int)
  case nameTooLong(line: Int, max: Int)

  /// What a number that is missing would have said.
  public enum Number: String, Sendable, CaseIterable {
    case candidates, seats, papers
  }
}

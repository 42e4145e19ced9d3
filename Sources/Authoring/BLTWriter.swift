// SPDX-License-Identifier: Apache-2.0

import Counting

extension BLTFile {
  /// The file, one ballot a line, in UTF-8 with LF; what is read from it is this contest again.
  ///
  /// Throws where a name or the title has what the format cannot hold.
  public func bytes() throws(UnwritableContest) -> [UInt8] {
    for name in contest.candidates + [contest.title] {
      guard Self.holds(name), !name.utf8.contains(UInt8(ascii: "\"")) else { throw .name(name) }
    }
    var text = "\(contest.candidates.count) \(contest.seats)\n"
    if !contest.withdrawn.isEmpty {
      text += contest.withdrawn.sorted().map { "-\($0 + 1)" }.joined(separator: " ") + "\n"
    }
    if let tieOrder {
      text += "[tie " + tieOrder.map { "\($0 + 1)" }.joined(separator: " ") + "]\n"
    }
    for ballot in contest.ballots { text += Self.line(ballot) }
    text += "0\n"
    for name in contest.candidates + [contest.title] { text += "\"\(name)\"\n" }
    return Array(text.utf8)
  }

  /// `2 4 1=3 0`, with its line end.
  private static func line(_ ballot: Contest.Ballot) -> String {
    var line = "\(ballot.papers)"
    for group in ballot.ranking where !group.isEmpty {
      line += " " + group.map { "\($0 + 1)" }.joined(separator: "=")
    }
    return line + " 0\n"
  }

  /// Whether a name can stand in a file: it is not too long, with no control and no line end.
  static func holds(_ name: String) -> Bool {
    name.utf8.count <= nameMax
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

/// What a format cannot hold.
public enum UnwritableContest: Error, Hashable, Sendable {
  /// A name or title with a control character or, in BLT, a quotation mark; or it is too long.
  case name(String)
  /// A name that two columns of a table would have.
  case repeatedName(String)
  /// More papers than a table can have rows.
  case tooManyPapers(Int, max: Int)
}

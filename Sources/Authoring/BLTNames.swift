// SPDX-License-Identifier: Apache-2.0

/// Reads what follows the ballots: the candidates' names, the title, and what may come after it.
struct BLTNames {
  private let candidates: Int
  private typealias Line = [BLTScanner.Token]

  init(_ candidates: Int) { self.candidates = candidates }

  func read(
    from scanner: inout BLTScanner
  ) throws(MalformedBLT) -> (names: [String], title: String) {
    let lines = try lines(&scanner)
    let texts = standForThemselves(lines) ? lines.joined().map { [$0] } : lines
    let needed = candidates + 1
    guard texts.count >= needed else {
      throw .tooFewNames(expected: needed, found: texts.count)
    }
    var names: [String] = []
    for line in texts[..<candidates] {
      let name = try text(line)
      guard !name.isEmpty else { throw .emptyName(line: line[0].line) }
      names.append(name)
    }
    return (names, try title(texts[candidates], rest: texts[needed...].joined()))
  }

  /// The rest of the file by lines, as many as can matter.
  private func lines(_ scanner: inout BLTScanner) throws(MalformedBLT) -> [Line] {
    var lines: [Line] = []
    var tokens = 0
    while let token = try scanner.next() {
      if lines.last?.last?.line == token.line {
        lines[lines.count - 1].append(token)
      } else {
        // A title, a source and a comment; after these nothing is looked at but one line more.
        if lines.count > candidates + 3 { break }
        lines.append([token])
      }
      tokens += 1
      guard tokens <= wordsMax else {
        throw .tooManyNames(line: token.line, expected: candidates)
      }
    }
    return lines
  }

  private var wordsMax: Int { 64 * (candidates + 4) }

  /// Whether each token is a name, not each line.
  ///
  /// So it is in a file without line ends, and where there is a text in quotation marks for each
  /// candidate and the title, wherever the lines end.
  private func standForThemselves(_ lines: [Line]) -> Bool {
    let tokens = lines.joined()
    return lines.count == 1 || (tokens.count == candidates + 1 && tokens.allSatisfy(\.isQuoted))
  }

  /// A line without quotation marks, or the text in them.
  ///
  /// Behind the latter may stand a source and a comment in quotation marks (Wichmann), then notes.
  private func title(
    _ line: Line, rest: some Sequence<BLTScanner.Token>
  ) throws(MalformedBLT) -> String {
    let isQuoted = line[0].isQuoted
    let rest = isQuoted ? line.dropFirst() + rest : line[..<0] + rest
    let known = rest.prefix { $0.isQuoted }
    if let surplus = isQuoted ? known.dropFirst(2).first : rest.first {
      throw .tooManyNames(line: surplus.line, expected: candidates)
    }
    return try text(isQuoted ? [line[0]] : line)
  }

  /// The texts of a line as one, single spaces between them.
  private func text(_ line: Line) throws(MalformedBLT) -> String {
    let bytes = Array(line.map(\.name).filter { !$0.isEmpty }.joined(separator: [0x20]))
    guard bytes.count <= BLTFile.nameMax else {
      throw .nameTooLong(line: line[0].line, max: BLTFile.nameMax)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(line: line[0].line)
    }
    return text
  }
}

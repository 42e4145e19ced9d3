// SPDX-License-Identifier: Apache-2.0

import Counting

/// Reads one BLT file from its top to its end.
struct BLTReader {
  var scanner: BLTScanner
  private var candidates = 0
  private var seats = 0
  private var withdrawn: Set<Int> = []
  private var nicknames: [ArraySlice<UInt8>: Int] = [:]
  private var tieOrder: [Int]?
  private var ballots: [Contest.Ballot] = []
  private var papers = 0
  private var ids: Set<[UInt8]> = []
  /// The first line whose ballot lacks its last 0, and whether some ballot has one.
  private var lineWithoutZero: Int?
  private var someEndInZero = false

  init(_ bytes: [UInt8], at start: Int) { scanner = BLTScanner(bytes, at: start) }

  mutating func read() throws(MalformedBLT) -> BLTFile {
    guard try scanner.peek() != nil else { throw .emptyFile }
    try readHeader()
    while let token = try scanner.peek(), try takeOption(token) {}
    while try takeBallot() {}
    let (names, title) = try BLTNames(candidates).read(from: &scanner)
    let contest = Contest(
      title: title, seats: seats, candidates: names, withdrawn: withdrawn, ballots: ballots)
    return BLTFile(contest, tieOrder: tieOrder)
  }

  private mutating func readHeader() throws(MalformedBLT) {
    let (count, line) = try number(.candidates)
    guard count > 0 else { throw .noCandidates(line: line) }
    guard count <= BLTFile.candidatesMax else {
      throw .tooManyCandidates(line: line, max: BLTFile.candidatesMax)
    }
    let (places, seatsLine) = try number(.seats)
    guard places > 0 else { throw .noSeats(line: seatsLine) }
    (candidates, seats) = (count, places)
  }

  private mutating func number(
    _ kind: MalformedBLT.Number
  ) throws(MalformedBLT) -> (value: Int, line: Int) {
    guard let token = try scanner.next() else {
      throw .notANumber(kind, line: scanner.currentLine, found: "")
    }
    guard let value = token.number else {
      throw .notANumber(kind, line: token.line, found: token.text)
    }
    return (value, token.line)
  }
}

// MARK: - Withdrawn candidates and options

extension BLTReader {
  /// Takes `-2` or `[name …]`; false where the ballots begin.
  private mutating func takeOption(_ token: BLTScanner.Token) throws(MalformedBLT) -> Bool {
    switch token.bytes.first {
    case UInt8(ascii: "-") where !token.isQuoted:
      _ = try scanner.next()
      try withdraw(token.bytes.dropFirst(), token)
    case UInt8(ascii: "[") where !token.isQuoted: try readOption()
    case _: return false
    }
    return true
  }

  private mutating func withdraw(
    _ name: ArraySlice<UInt8>, _ token: BLTScanner.Token
  ) throws(MalformedBLT) {
    let candidate = try candidate(name, token)
    guard withdrawn.insert(candidate).inserted else {
      throw .withdrawnTwice(line: token.line, candidate: candidate + 1)
    }
  }

  private mutating func readOption() throws(MalformedBLT) {
    let words = try bracketed()
    guard let first = words.first else { return }
    let (name, line) = (first.text, first.line)
    switch name {
    case "withdrawn": for word in words.dropFirst() { try withdraw(word.bytes, word) }
    case "nick":
      for (index, word) in words.dropFirst().enumerated() { nicknames[word.bytes] = index }
      guard nicknames.count == candidates, words.count == candidates + 1 else {
        throw .malformedOption(line: line, name: name)
      }
    case "tie":
      var order: [Int] = []
      for word in words.dropFirst() { order.append(try candidate(word.bytes, word)) }
      guard order.count == candidates, Set(order).count == candidates else {
        throw .malformedOption(line: line, name: name)
      }
      tieOrder = order
    case "droop": return  // How that program is to count; here the caller says it.
    case _: throw .unknownOption(line: line, name: name)
    }
  }

  /// The words between square brackets; the brackets may touch the words.
  private mutating func bracketed() throws(MalformedBLT) -> [BLTScanner.Token] {
    var words: [BLTScanner.Token] = []
    let opened = scanner.currentLine
    while let token = try scanner.next() {
      var bytes = token.bytes
      if words.isEmpty, bytes.first == UInt8(ascii: "[") { bytes.removeFirst() }
      let isLast = bytes.last == UInt8(ascii: "]")
      if isLast { bytes.removeLast() }
      if !bytes.isEmpty {
        words.append(
          BLTScanner.Token(bytes: bytes, line: token.line, isQuoted: token.isQuoted))
      }
      if isLast { return words }
      if words.count > BLTFile.candidatesMax + 1 { break }
    }
    throw .malformedOption(line: opened, name: words.first?.text ?? "")
  }
}

// MARK: - Ballots

extension BLTReader {
  /// Takes one ballot; false where a single 0 ends them.
  private mutating func takeBallot() throws(MalformedBLT) -> Bool {
    let hasID = try takeID()
    guard let token = try scanner.next() else {
      throw .noEndOfBallots(line: scanner.currentLine)
    }
    let count = try papers(token)
    if count == 0, !hasID { return false }
    if hasID, count != 1 { throw .papersWithID(line: token.line) }
    guard ballots.count < BLTFile.ballotsMax else {
      throw .tooManyBallots(line: token.line, max: BLTFile.ballotsMax)
    }
    papers += count
    guard papers <= BLTFile.papersMax else {
      throw .tooManyPapers(line: token.line, max: BLTFile.papersMax)
    }
    ballots.append(Contest.Ballot(papers: count, ranking: try ranking(line: token.line)))
    return true
  }

  private func papers(_ token: BLTScanner.Token) throws(MalformedBLT) -> Int {
    if let number = token.number { return number }
    let digits = token.bytes.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if !token.isQuoted, !digits.isEmpty {
      let others = token.bytes.count - digits.count
      if others == 0 { throw .tooManyPapers(line: token.line, max: BLTFile.papersMax) }
      let marks = token.bytes.count { [UInt8(ascii: "."), UInt8(ascii: "/")].contains($0) }
      if others == 1, marks == 1 { throw .fractionalPapers(line: token.line, found: token.text) }
    }
    throw .notANumber(.papers, line: token.line, found: token.text)
  }

  /// Takes a ballot's id, `(A-17)`, which nothing depends on but that it is there once.
  private mutating func takeID() throws(MalformedBLT) -> Bool {
    guard let first = try scanner.peek(), first.bytes.first == UInt8(ascii: "("), !first.isQuoted
    else { return false }
    var id: [UInt8] = []
    while let word = try scanner.next(on: first.line) {
      if !id.isEmpty { id.append(UInt8(ascii: " ")) }
      id += word.bytes
      if id.count > BLTFile.nameMax { break }
      guard id.last == UInt8(ascii: ")") else { continue }
      guard ids.insert(id).inserted else {
        throw .repeatedID(line: first.line, id: String(decoding: id.prefix(80), as: UTF8.self))
      }
      return true
    }
    throw .unclosedID(line: first.line)
  }

  /// The preferences up to the 0, or to the line's end in a file whose ballots have no 0.
  private mutating func ranking(line: Int) throws(MalformedBLT) -> [[Int]] {
    var ranking: [[Int]] = []
    var count = 0
    while let token = try scanner.next(on: line) {
      if !token.isQuoted, token.bytes.elementsEqual([UInt8(ascii: "0")]) {
        someEndInZero = true
        if let lineWithoutZero { throw .unfinishedBallot(line: lineWithoutZero) }
        return ranking
      }
      // A rank that the voter skipped: the next preference moves up.
      if token.bytes.elementsEqual([UInt8(ascii: "-")]) { continue }
      let group = try group(token)
      count += group.count
      guard count <= BLTFile.preferencesMax else {
        throw .ballotTooLong(line: line, max: BLTFile.preferencesMax)
      }
      ranking.append(group)
    }
    if someEndInZero { throw .unfinishedBallot(line: line) }
    lineWithoutZero = lineWithoutZero ?? line
    return ranking
  }

  /// `3`, or `1=3` for candidates ranked equally.
  private func group(_ token: BLTScanner.Token) throws(MalformedBLT) -> [Int] {
    guard token.bytes.contains(UInt8(ascii: "=")) else {
      return [try candidate(token.bytes, token)]
    }
    var group: [Int] = []
    for part in token.bytes.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false) {
      group.append(try candidate(part, token))
    }
    return group
  }

  /// The index of the candidate of that number, or of that nickname.
  private func candidate(
    _ name: ArraySlice<UInt8>, _ token: BLTScanner.Token
  ) throws(MalformedBLT) -> Int {
    if !token.isQuoted {
      if let number = BLTScanner.number(name), (1...candidates).contains(number) {
        return number - 1
      }
      if let index = nicknames[name] { return index }
    }
    throw .unknownCandidate(line: token.line, found: token.text, candidates: candidates)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Takes words and quoted texts off the bytes of a BLT file, comments left out.
///
/// A comment is `#` up to the end of its line (OpenSTV) or `/* … */`, nested (Droop), and begins
/// where a word could; `#` also ends a number that it follows.
struct BLTScanner {
  private let bytes: [UInt8]
  private var at: Int
  private var line = 1
  private var held: Token?

  /// A word, or a text in quotation marks without them.
  struct Token {
    let bytes: ArraySlice<UInt8>
    let line: Int
    let isQuoted: Bool

    /// What a person sees of it in a message.
    var text: String { String(decoding: bytes.prefix(40), as: UTF8.self) }

    /// The number that it is, of at most nine digits.
    var number: Int? { isQuoted ? nil : BLTScanner.number(bytes) }

    /// Its words without quotation marks, single spaces between them.
    ///
    /// Control characters stay, since returning officers' files have them; who shows them escapes.
    var name: [UInt8] {
      bytes.split { BLTScanner.isSpace($0) }
        .map { word in word.filter { $0 != UInt8(ascii: "\"") } }
        .filter { !$0.isEmpty }.joined(separator: [0x20]).map(\.self)
    }
  }

  init(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    at = start
  }

  /// The line where the scanner stands, from 1.
  var currentLine: Int { held?.line ?? line }

  /// The next token, or nil at the end of the file.
  mutating func next() throws(MalformedBLT) -> Token? {
    if let token = held {
      held = nil
      return token
    }
    return try scan()
  }

  /// The next token, which stays to be taken.
  mutating func peek() throws(MalformedBLT) -> Token? {
    if held == nil { held = try scan() }
    return held
  }

  /// The next token if it stands on that line.
  mutating func next(on line: Int) throws(MalformedBLT) -> Token? {
    guard let token = try peek(), token.line == line else { return nil }
    held = nil
    return token
  }

  private mutating func scan() throws(MalformedBLT) -> Token? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x0A:
        line += 1
        at += 1
      case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x0D: at += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/") where startsComment(at): try skipComment()
      case UInt8(ascii: "\""): return try quoted()
      case _: return try word()
      }
    }
    return nil
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
  }

  private func startsComment(_ index: Int) -> Bool {
    bytes[index...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "*")])
  }

  private mutating func skipComment() throws(MalformedBLT) {
    let opened = line
    var depth = 0
    repeat {
      guard at < bytes.count else { throw .unclosedComment(line: opened) }
      if startsComment(at) {
        depth += 1
        at += 2
      } else if bytes[at...].starts(with: [UInt8(ascii: "*"), UInt8(ascii: "/")]) {
        depth -= 1
        at += 2
      } else {
        if bytes[at] == 0x0A { line += 1 }
        at += 1
      }
    } while depth > 0
  }

  private mutating func word() throws(MalformedBLT) -> Token {
    let start = at
    var isNumber = true
    while at < bytes.count, !Self.isSpace(bytes[at]) {
      switch bytes[at] {
      case UInt8(ascii: "\""): throw .strayQuote(line: line)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "#") where isNumber:
        return Token(bytes: bytes[start..<at], line: line, isQuoted: false)
      case _: isNumber = false
      }
      at += 1
    }
    return Token(bytes: bytes[start..<at], line: line, isQuoted: false)
  }

  /// The text up to the closing quotation mark, on the same line; a doubled mark does not close.
  private mutating func quoted() throws(MalformedBLT) -> Token {
    let start = at + 1
    at = start
    while true {
      guard at < bytes.count, bytes[at] != 0x0A else { throw .unclosedQuote(line: line) }
      guard bytes[at] == UInt8(ascii: "\"") else {
        at += 1
        continue
      }
      guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
      at += 2
    }
    let token = Token(bytes: bytes[start..<at], line: line, isQuoted: true)
    at += 1
    let mayFollow = at == bytes.count || Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "#")
    guard mayFollow else { throw .strayQuote(line: line) }
    return token
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  /// A whole number of at most nine digits.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

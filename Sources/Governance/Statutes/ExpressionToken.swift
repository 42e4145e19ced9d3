// SPDX-License-Identifier: Apache-2.0

/// One word or sign of an expression, and the byte where it starts.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    case integer(Int)
    case date(Day)
    /// A name or a keyword: letters, digits, `_`, `.`, `-`.
    case name(String)
    /// `(`, `)`, `[`, `]`, `,` or a comparison.
    case sign(String)
  }

  var kind: Kind
  var at: Int

  var text: String {
    switch kind {
    case .integer(let value): String(value)
    case .date(let day): day.text
    case .name(let text), .sign(let text): text
    }
  }

  static func read(_ text: String) throws(MalformedExpression) -> [ExpressionToken] {
    let bytes = Array(text.utf8)
    guard bytes.count <= UnresolvedExpression.lengthMax else { throw .tooLong }
    var tokens: [ExpressionToken] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: " ") {
        at += 1
        continue
      }
      let word = bytes[at...].prefix(while: isNameByte)
      let kind = word.isEmpty ? try sign(bytes, at: at) : try named(word)
      tokens.append(ExpressionToken(kind: kind, at: at))
      at += word.isEmpty ? tokens[tokens.count - 1].text.utf8.count : word.count
    }
    return tokens
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): true
    case _: false
    }
  }

  private static func named(_ word: ArraySlice<UInt8>) throws(MalformedExpression) -> Kind {
    if let day = Day(bytes: word) { return .date(day) }
    // A code such as 007 keeps its zeros, so it is a name.
    let isCode = word.count > 1 && word.first == UInt8(ascii: "0")
    if !isCode, word.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let value = decimal(word), value <= JSON.largestInteger else {
        throw .numberTooLarge(at: word.startIndex)
      }
      return .integer(value)
    }
    return .name(String(decoding: word, as: UTF8.self))
  }

  private static func sign(_ bytes: [UInt8], at: Int) throws(MalformedExpression) -> Kind {
    let signs = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","]
    for sign in signs where bytes[at...].starts(with: sign.utf8) { return .sign(sign) }
    throw .unexpectedCharacter(at: at)
  }
}

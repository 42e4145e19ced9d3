// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not a value in the one spelling that is accepted; the number is a byte offset.
public enum MalformedJSON: Error, Equatable, Sendable {
  case notUTF8(at: Int)
  case unexpected(at: Int)
  case truncated
  case trailing(at: Int)
  case tooDeep(at: Int)
  case integerOutOfRange(at: Int)
  case fractionOrExponent(at: Int)
  case nullValue(at: Int)
  case repeatedName(String, at: Int)
  case notCanonical
  case notNFC
}

extension JSON {
  /// Reads a value from its one spelling; anything that would be written differently is refused.
  ///
  /// What is read is written again byte for byte, so two readers can never see two things in one
  /// statement. All text must be NFC (log-format, "Entries").
  public init(canonical bytes: [UInt8]) throws(MalformedJSON) {
    var reader = JSONReader(bytes)
    let value = try reader.document()
    guard reader.isCanonical else { throw .notCanonical }
    if reader.needsNormalizationCheck, !Text.isNFC(bytes) { throw .notNFC }
    self = value
  }
}

/// A recursive-descent reader over bytes.
///
/// It reads to the end of what is spelt otherwise than ``JSON/canonicalBytes`` would, so that what is
/// no JSON at all is told first.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0
  /// Whether any byte was seen that can belong to a code point that normalization changes.
  private(set) var needsNormalizationCheck = false
  /// Whether all so far is spelt in the one way.
  private(set) var isCanonical = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(MalformedJSON) -> JSON {
    let value = try value(depth: 0)
    guard at == bytes.count else { throw .trailing(at: at) }
    return value
  }

  private mutating func value(depth: Int) throws(MalformedJSON) -> JSON {
    guard at < bytes.count else { throw .truncated }
    let isContainer = bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[")
    if isContainer, depth >= JSON.depthMax { throw .tooDeep(at: at) }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): throw .nullValue(at: at)
    default: throw .unexpected(at: at)
    }
  }

  private mutating func object(depth: Int) throws(MalformedJSON) -> JSON {
    var members = [String: JSON](minimumCapacity: 6)  // a statement has about so many
    var last: String?
    at += 1
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      let start = at
      guard at < bytes.count else { throw .truncated }
      guard bytes[at] == UInt8(ascii: "\"") else { throw .unexpected(at: at) }
      let name = try text()
      try expect(UInt8(ascii: ":"))
      let member = try value(depth: depth + 1)
      guard members.updateValue(member, forKey: name) == nil else {
        throw .repeatedName(name, at: start)
      }
      if let last, !JSON.inOrder(last, name) { isCanonical = false }
      last = name
      if take(UInt8(ascii: "}")) { return .object(members) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func array(depth: Int) throws(MalformedJSON) -> JSON {
    var elements: [JSON] = []
    at += 1
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return .array(elements) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func integer() throws(MalformedJSON) -> Int {
    let start = at
    let negative = take(UInt8(ascii: "-"))
    var magnitude = 0
    let digits = at
    while at < bytes.count, case let digit = bytes[at], (0x30...0x39).contains(digit) {
      magnitude = magnitude * 10 + Int(digit - 0x30)
      guard magnitude <= JSON.largestInteger else { throw .integerOutOfRange(at: start) }
      at += 1
    }
    guard at > digits else { throw at < bytes.count ? .unexpected(at: at) : .truncated }
    if bytes[digits] == UInt8(ascii: "0"), at > digits + 1 || negative { isCanonical = false }
    if at < bytes.count,
      [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[at])
    {
      throw .fractionOrExponent(at: start)
    }
    return negative ? -magnitude : magnitude
  }

  private mutating func text() throws(MalformedJSON) -> String {
    let start = at
    at += 1
    var end = at
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
      bytes[end] >= 0x20
    {
      // Below U+0300 nothing composes; U+0300 is CC 80 in UTF-8.
      if bytes[end] >= 0xCC { needsNormalizationCheck = true }
      end += 1
    }
    guard end < bytes.count else { throw .truncated }
    if bytes[end] == UInt8(ascii: "\"") {
      guard let plain = plainText(at..<end) else { throw .notUTF8(at: start) }
      at = end + 1
      return plain
    }
    return try escapedText(from: start)
  }

  /// The bytes as a string; the generic `String(validating:as:)` costs several times this.
  private func plainText(_ range: Range<Int>) -> String? {
    guard let valid = try? UTF8Span(validating: bytes.span.extracting(range)) else { return nil }
    return String(copying: valid)
  }

  /// The slow path of ``text()``, for a string that has an escape in it.
  private mutating func escapedText(from start: Int) throws(MalformedJSON) -> String {
    needsNormalizationCheck = true
    var out: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: out, as: UTF8.self) else { throw .notUTF8(at: start) }
        return text
      case UInt8(ascii: "\\"): out.append(contentsOf: try escape())
      case 0..<0x20: throw .unexpected(at: at - 1)
      default: out.append(byte)
      }
    }
    throw .truncated
  }

  /// The bytes of one escape.
  ///
  /// `\u` is needed for control characters only: the rest is not canonical.
  private mutating func escape() throws(MalformedJSON) -> [UInt8] {
    guard at < bytes.count else { throw .truncated }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"): return [try controlCharacter()]
    default: throw .notCanonical
    }
  }

  private mutating func controlCharacter() throws(MalformedJSON) -> UInt8 {
    guard at + 4 <= bytes.count else { throw .truncated }
    let digits = String(decoding: bytes[at..<at + 4], as: UTF8.self)
    at += 4
    guard let code = UInt8(digits, radix: 16), code < 0x20 else { throw .notCanonical }
    // Some have an escape of two characters, and hexadecimal digits are lower-case.
    if JSON.string(String(UnicodeScalar(code))).canonicalBytes != Array("\"\\u\(digits)\"".utf8) {
      isCanonical = false
    }
    return code
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(MalformedJSON) -> JSON {
    for byte in "\(word)".utf8 { try expect(byte) }
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(MalformedJSON) {
    guard at < bytes.count else { throw .truncated }
    guard bytes[at] == byte else { throw .unexpected(at: at) }
    at += 1
  }
}

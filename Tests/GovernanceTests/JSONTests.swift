// SPDX-License-Identifier: Apache-2.0

import Governance
import TestSupport
import Testing

/// The one spelling of a value: RFC 8785 without fractions and `null`, in NFC.
@Suite struct CanonicalJSON {
  private func read(_ text: String) throws(MalformedJSON) -> JSON {
    try JSON(canonical: [UInt8](text.utf8))
  }

  /// RFC 8785 §3.2.3: the names of its example, in the order that it gives.
  @Test func namesAreWrittenInTheOrderOfTheStandard() {
    let order = ["\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"]
    let value = JSON.object(Dictionary(uniqueKeysWithValues: order.map { ($0, 0) }))
    let expected =
      "{\"\\r\":0,\"1\":0,\"\u{80}\":0,\"\u{F6}\":0,\"\u{20AC}\":0,\"\u{1F600}\":0,\"\u{FB33}\":0}"
    #expect(value.canonicalBytes == [UInt8](expected.utf8))
  }

  /// U+1F600 is D83D DE00 in UTF-16, so it goes before U+E000 and U+FFFD, though its number is larger.
  @Test(arguments: ["\u{E000}", "\u{FF21}", "\u{FFFD}"])
  func aSurrogatePairGoesBeforeTheEndOfTheBasicPlane(name: String) throws {
    let text = "{\"\u{1F600}\":1,\"\(name)\":2}"
    #expect(try read(text) == .object(["\u{1F600}": 1, name: 2]))
    let swapped = "{\"\(name)\":2,\"\u{1F600}\":1}"
    #expect(throws: MalformedJSON.notCanonical) { try read(swapped) }
  }

  /// RFC 8785 §3.2.2.2 and the string of its example in §3.2.2.
  @Test(arguments: [
    ("\u{20AC}$\u{F}\nA'B\"\\\\\"/", "\"\u{20AC}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""),
    // The five controls with two characters each, and others in four digits, lower case.
    ("\u{8}\t\n\u{C}\r", "\"\\b\\t\\n\\f\\r\""), ("\0\u{1B}\u{1F}", "\"\\u0000\\u001b\\u001f\""),
    // DEL and the line separators stand for themselves.
    ("\u{7F}\u{2028}\u{2029}", "\"\u{7F}\u{2028}\u{2029}\""), ("", "\"\""),
  ])
  func aTextIsWrittenWithTheseEscapesAndNoOthers(text: String, spelling: String) throws {
    #expect(JSON.string(text).canonicalBytes == [UInt8](spelling.utf8))
    #expect(try read(spelling) == .string(text))
  }

  @Test(arguments: [
    ("0", 0), ("-1", -1), ("10", 10), ("9007199254740991", 9_007_199_254_740_991),
    ("-9007199254740991", -9_007_199_254_740_991),
  ])
  func wholeNumbersAreRead(text: String, value: Int) throws {
    #expect(try read(text) == .integer(value))
  }

  static let refused: [(text: String, why: MalformedJSON)] = [
    ("{\"a\":1,\"a\":2}", .repeatedName("a", at: 7)),
    ("{\"a\":{\"b\":1,\"b\":1}}", .repeatedName("b", at: 12)),
    // One name in NFC and in NFD is one name twice.
    ("{\"e\u{301}\":1,\"\u{E9}\":2}", .repeatedName("\u{E9}", at: 9)),
    ("1.5", .fractionOrExponent(at: 0)), ("[1.0]", .fractionOrExponent(at: 1)),
    ("1e3", .fractionOrExponent(at: 0)), ("1E3", .fractionOrExponent(at: 0)),
    ("null", .nullValue(at: 0)), ("[null]", .nullValue(at: 1)),
    // White space is nowhere.
    ("{\"a\": 1}", .unexpected(at: 5)), ("[1, 2]", .unexpected(at: 3)), (" 1", .unexpected(at: 0)),
    ("1 ", .trailing(at: 1)), ("{}\n", .trailing(at: 2)), ("{}{}", .trailing(at: 2)),
    ("\"e\u{301}\"", .notNFC),
    // U+212B ANGSTROM SIGN is Å in NFC; U+FB33 is two characters there.
    ("\"\u{212B}\"", .notNFC), ("\"\u{FB33}\"", .notNFC), ("\"\\n\u{212B}\"", .notNFC),
    // Numbers have one spelling.
    ("-0", .notCanonical), ("00", .notCanonical), ("01", .notCanonical), ("-01", .notCanonical),
    ("+1", .unexpected(at: 0)), ("-", .truncated), ("-x", .unexpected(at: 1)),
    ("9007199254740992", .integerOutOfRange(at: 0)),
    ("-9007199254740992", .integerOutOfRange(at: 0)),
    ("[99999999999999999999999999]", .integerOutOfRange(at: 1)),
    ("NaN", .unexpected(at: 0)), ("Infinity", .unexpected(at: 0)),
    // Escapes are for what must be escaped; a lone half of a pair is no text at all.
    ("\"\\/\"", .notCanonical), ("\"\\u0041\"", .notCanonical), ("\"\\u000a\"", .notCanonical),
    ("\"\\u001F\"", .notCanonical), ("\"\\U001f\"", .notCanonical), ("\"\\x41\"", .notCanonical),
    ("\"\\ud83d\"", .notCanonical), ("\"\\ude00\\ud83d\"", .notCanonical),
    ("\"\\ud83d\\ude00\"", .notCanonical), ("\"\\u00\"", .truncated),
    ("\"\\u+00f\"", .notCanonical),
    ("\"a\nb\"", .unexpected(at: 2)),
    // Names are in order, and commas between things only.
    ("{\"b\":1,\"a\":2}", .notCanonical), ("[1,]", .unexpected(at: 3)),
    ("{\"a\":1,}", .unexpected(at: 7)), ("{a:1}", .unexpected(at: 1)), ("'a'", .unexpected(at: 0)),
    ("True", .unexpected(at: 0)), ("", .truncated), ("[1", .truncated), ("{\"a\":", .truncated),
    ("\"abc", .truncated), ("\"abc\\", .truncated), ("tru", .truncated),
    ("\u{FEFF}1", .unexpected(at: 0)),
  ]

  @Test(arguments: refused)
  func anotherSpellingIsRefused(text: String, why: MalformedJSON) {
    #expect(throws: why) { try read(text) }
  }

  /// What no `String` can hold: bytes that are not UTF-8.
  @Test(
    arguments: [
      [0x22, 0xFF, 0x22],  // no such byte
      [0x22, 0xC0, 0xAF, 0x22],  // a longer spelling of a slash
      [0x22, 0xED, 0xA0, 0x80, 0x22],  // half a surrogate pair
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],  // beyond U+10FFFF
      [0x22, 0xE2, 0x82, 0x22],  // cut short
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
    #expect(throws: MalformedJSON.notUTF8(at: 0)) { try JSON(canonical: bytes) }
  }

  @Test func thirtyTwoLevelsAreReadAndNoMore() throws {
    func nested(_ depth: Int, _ inside: String = "") -> String {
      String(repeating: "[", count: depth) + inside + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try read(nested(32)) }
    #expect(throws: Never.self) { try read(nested(32, "1")) }
    #expect(throws: MalformedJSON.tooDeep(at: 32)) { try read(nested(33)) }
    #expect(throws: MalformedJSON.tooDeep(at: 32)) { try read(nested(100_000)) }
  }

  @Test(arguments: [1, 2, 3, 20_241_130] as [UInt64])
  func whatIsWrittenIsReadBackAndWrittenTheSame(seed: UInt64) throws {
    var values = RandomValues(seed: seed)
    for _ in 0..<250 {
      let value = values.next(depth: 4)
      let bytes = value.canonicalBytes
      let again = try JSON(canonical: bytes)
      #expect(again == value, "seed \(seed)")
      #expect(again.canonicalBytes == bytes, "seed \(seed)")
    }
  }

  /// One byte changed is another value or no value, never the same one.
  @Test(arguments: [4, 5] as [UInt64])
  func noOtherBytesAreReadAsTheSameValue(seed: UInt64) {
    var values = RandomValues(seed: seed)
    for _ in 0..<250 {
      let value = values.next(depth: 3)
      var bytes = value.canonicalBytes
      let index = values.number(below: bytes.count)
      bytes[index] ^= UInt8(1 << values.number(below: 8))
      let other = try? JSON(canonical: bytes)
      #expect(other != value, "seed \(seed)")
    }
  }

  /// What is accepted is written again byte for byte, whatever was done to it before.
  @Test(arguments: [
    #"{"a":"\u001f\n","b":[0,-1,10],"c":{"é":true},"é1":"\\"}"#,
    #"["\b\f\u0000","",-9007199254740991,false,[],{}]"#,
  ])
  func oneValueHasOneSpelling(text: String) throws {
    #expect(try read(text).canonicalBytes == [UInt8](text.utf8))
    var random = Xorshift(seed: 1)
    var accepted = 0
    for _ in 0..<50_000 {
      var bytes = [UInt8](text.utf8)
      for _ in 0...random.below(3) { random.change(&bytes) }
      guard let value = try? JSON(canonical: bytes) else { continue }
      accepted += 1
      #expect(value.canonicalBytes == bytes)
    }
    #expect(accepted > 1_000)
  }
}

/// Values from a seed (SplitMix64), the same on every machine.
struct RandomValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func word() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func number(below bound: Int) -> Int { Int(word() % UInt64(bound)) }

  mutating func next(depth: Int) -> JSON {
    switch number(below: depth > 0 ? 6 : 4) {
    case 0: return .bool(number(below: 2) == 0)
    case 1: return .integer(number(below: 2_000) - 1_000)
    case 2: return .integer(Int(word() % (1 << 53)) * (number(below: 2) == 0 ? 1 : -1))
    case 3: return .string(text())
    case 4: return .array((0..<number(below: 5)).map { _ in next(depth: depth - 1) })
    default:
      let members = (0..<number(below: 5)).map { _ in (text(), next(depth: depth - 1)) }
      return .object(Dictionary(members, uniquingKeysWith: { $1 }))
    }
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0...0x7F, 0x80...0x17F, 0x300...0x345, 0x400...0x4FF, 0x1F600...0x1F64F, 0xE000...0xE0FF,
    0xFB1D...0xFFFD,
  ]

  private mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<number(below: 8) {
      let range = Self.ranges[number(below: Self.ranges.count)]
      let offset = UInt32(number(below: range.count))
      if let scalar = Unicode.Scalar(range.lowerBound + offset) { scalars.append(scalar) }
    }
    return Text.nfc(String(scalars))
  }
}

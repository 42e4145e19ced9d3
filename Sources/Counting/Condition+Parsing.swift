// SPDX-License-Identifier: Apache-2.0

/// Why a text is not a condition on a tally; `word` counts from 1.
public enum MalformedCondition: Error, Hashable, Sendable {
  case empty
  case tooLong
  case unknownCount(String, word: Int)
  case unknownOperator(String, word: Int)
  case badNumber(String, word: Int)
  case unknownBase(String, word: Int)
  case shareWithoutBase(String, word: Int)
  case expectedAnd(String, word: Int)
  case endsEarly
}

extension Condition {
  /// The longest text that is read, in bytes.
  public static let lengthMax = 400

  /// Reads a condition; the words are separated by single or more spaces.
  public init(_ text: String) throws(MalformedCondition) {
    guard text.utf8.count <= Self.lengthMax else { throw .tooLong }
    var words = Words(text)
    var clauses = [try Self.clause(&words)]
    while let word = words.next() {
      guard word == "and" else { throw .expectedAnd(word, word: words.position) }
      clauses.append(try Self.clause(&words))
    }
    self.clauses = clauses
    self.text = text
  }

  private static func clause(_ words: inout Words) throws(MalformedCondition) -> Clause {
    let name = try words.required()
    guard let count = Count(rawValue: name) else {
      throw .unknownCount(name, word: words.position)
    }
    let sign = try words.required()
    guard let comparison = Operator(rawValue: sign) else {
      throw .unknownOperator(sign, word: words.position)
    }
    let number = try words.required()
    guard let share = Fraction(number) else { throw .badNumber(number, word: words.position) }
    let at = words.position
    let base = try base(&words)
    if base == nil, share.denominator != 1 { throw .shareWithoutBase(number, word: at) }
    return Clause(count: count, comparison: comparison, share: share, base: base)
  }

  private static func base(_ words: inout Words) throws(MalformedCondition) -> Base? {
    guard words.peek == "of" else { return nil }
    _ = words.next()
    let name = try words.required()
    guard let base = Base(rawValue: name) else { throw .unknownBase(name, word: words.position) }
    return base
  }
}

/// The words of a text, one after another.
private struct Words {
  private let words: [String]
  /// The number of the word taken last, from 1.
  private(set) var position = 0

  init(_ text: String) {
    words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  var peek: String? { position < words.count ? words[position] : nil }

  mutating func next() -> String? {
    guard let word = peek else { return nil }
    position += 1
    return word
  }

  mutating func required() throws(MalformedCondition) -> String {
    guard let word = next() else { throw words.isEmpty ? .empty : .endsEarly }
    return word
  }
}

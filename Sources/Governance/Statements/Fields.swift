// SPDX-License-Identifier: Apache-2.0

/// The members of one object, taken out one by one; what is left over at the end is unknown.
struct Fields {
  private var rest: [String: JSON]
  private let path: String

  /// Free text is at most this many bytes; longer texts are documents, named by digest.
  static let textMax = 4_096
  /// Lists have at most this many elements.
  static let listMax = 5_000

  init(_ members: [String: JSON], path: String = "") {
    self.rest = members
    self.path = path
  }

  mutating func take(_ name: String) throws(MalformedStatement) -> JSON {
    guard let value = rest.removeValue(forKey: name) else { throw .missingField(path + name) }
    return value
  }

  func has(_ name: String) -> Bool { rest[name] != nil }

  func end() throws(MalformedStatement) {
    if let name = rest.keys.min() { throw .unknownField(path + name) }
  }

  mutating func text(
    _ name: String, atMost bytes: Int = textMax
  ) throws(MalformedStatement) -> String {
    guard let text = try take(name).string, !text.isEmpty, text.utf8.count <= bytes else {
      throw .badField(path + name, expected: "text of 1 to \(bytes) bytes")
    }
    return text
  }

  /// A name within the ledger: a party, an application, a call, a role, an attribute.
  mutating func name(_ name: String) throws(MalformedStatement) -> String {
    let text = try text(name, atMost: 64)
    guard Identifier.isValid(text) else {
      throw .badField(path + name, expected: Identifier.shape)
    }
    return text
  }

  mutating func hex(_ name: String, digits: Int) throws(MalformedStatement) -> String {
    let text = try take(name).string ?? ""
    guard text.utf8.count == digits,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw .badField(path + name, expected: "\(digits) lower-case hex digits") }
    return text
  }

  mutating func instant(_ name: String) throws(MalformedStatement) -> Instant {
    guard let instant = Instant(try text(name, atMost: 20)) else {
      throw .badField(path + name, expected: "a time such as 2024-11-30T22:00:00Z")
    }
    return instant
  }

  mutating func bool(_ name: String) throws(MalformedStatement) -> Bool {
    guard let value = try take(name).bool else {
      throw .badField(path + name, expected: "true or false")
    }
    return value
  }

  mutating func integer(
    _ name: String, in range: ClosedRange<Int>
  ) throws(MalformedStatement) -> Int {
    guard let value = try take(name).integer, range.contains(value) else {
      throw .badField(
        path + name, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// One of a closed list of words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type
  ) throws(MalformedStatement) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text(name, atMost: 64)) else {
      throw .badField(
        path + name, expected: "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  /// An object whose members are all of one kind, in the order of their names' bytes.
  mutating func map<Value>(
    _ name: String, _ read: (inout Fields, String) throws(MalformedStatement) -> Value
  ) throws(MalformedStatement) -> [String: Value] {
    guard let members = try take(name).object, members.count <= Self.listMax else {
      throw .badField(path + name, expected: "an object")
    }
    var fields = Fields(members, path: "\(path)\(name).")
    var values: [String: Value] = [:]
    for key in members.keys.sorted() {
      guard Identifier.isValid(key) else {
        throw .badField("\(path)\(name).\(key)", expected: Identifier.shape)
      }
      values[key] = try read(&fields, key)
    }
    return values
  }

  /// An object, read by its own fields.
  mutating func object<Value>(
    _ name: String, _ read: (inout Fields) throws(MalformedStatement) -> Value
  ) throws(MalformedStatement) -> Value {
    guard let members = try take(name).object else {
      throw .badField(path + name, expected: "an object")
    }
    var fields = Fields(members, path: "\(path)\(name).")
    let value = try read(&fields)
    try fields.end()
    return value
  }

  /// SHA-256 digests by name; possibly none.
  mutating func digests(_ name: String) throws(MalformedStatement) -> [String: String] {
    try map(name) { (f, key) throws(MalformedStatement) in try f.hex(key, digits: 64) }
  }

  /// Titles by name; none where the field is absent.
  mutating func options() throws(MalformedStatement) -> [String: [String: String]] {
    guard has("options") else { return [:] }
    return try map("options") { (f, key) throws(MalformedStatement) in try f.translations(key) }
  }

  /// Whole numbers within a range.
  mutating func integers(
    _ name: String, in range: ClosedRange<Int>
  ) throws(MalformedStatement) -> [Int] {
    guard let items = try take(name).array, items.count <= Self.listMax,
      items.allSatisfy({ $0.integer.map(range.contains) ?? false })
    else { throw .badField(path + name, expected: "whole numbers") }
    return items.compactMap(\.integer)
  }

  /// Whether the field is there and a list.
  func isList(_ name: String) -> Bool { rest[name]?.array != nil }

  /// A list of objects, each read by its own fields.
  mutating func list<Element>(
    _ name: String, _ read: (inout Fields) throws(MalformedStatement) -> Element
  ) throws(MalformedStatement) -> [Element] {
    guard let items = try take(name).array, items.count <= Self.listMax else {
      throw .badField(path + name, expected: "a list")
    }
    var elements: [Element] = []
    for (index, item) in items.enumerated() {
      guard let members = item.object else {
        throw .badField("\(path)\(name)[\(index)]", expected: "an object")
      }
      var fields = Fields(members, path: "\(path)\(name)[\(index)].")
      elements.append(try read(&fields))
      try fields.end()
    }
    return elements
  }

  /// A list of texts that each satisfy a test, none twice.
  mutating func names(
    _ name: String, where isValid: (String) -> Bool = Identifier.isValid,
    shape: String = Identifier.shape
  ) throws(MalformedStatement) -> [String] {
    guard let items = try take(name).array, items.count <= Self.listMax else {
      throw .badField(path + name, expected: "a list")
    }
    let texts = items.compactMap(\.string)
    guard texts.count == items.count, texts.allSatisfy(isValid), Set(texts).count == texts.count
    else { throw .badField(path + name, expected: "a list of different names: \(shape)") }
    return texts
  }
}

/// Names within a ledger: parties, applications, calls, attributes.
public enum Identifier {
  /// The shape in words, for messages.
  public static let shape = "1 to 64 of A-Z a-z 0-9 . _ -"

  /// Whether the text is 1 to 64 of `A-Z a-z 0-9 . _ -`, and so safe in files and messages.
  public static func isValid(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { isPlain($0) }
  }

  /// Whether the text can be a key name: 1 to 255 of `A-Z a-z 0-9 . _ / -` (log-format, "Keys").
  public static func isKeyName(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "/") }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// `lot.announced`: among whom a lot will be drawn, and which public numbers will draw it (RFC 3797).
public struct LotAnnounced: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.lotAnnounced
  /// The lot's name.
  public let lot: String
  /// What it is about.
  public let title: String
  /// The list that is drawn from, 2 to 1,000 different names of 1 to 64 bytes.
  public let among: [String]
  /// How many are drawn.
  public let places: Int
  /// What will publish the numbers, 1 to 32 in the order of the draw's values.
  public let sources: [String]
  /// From when it may be drawn: all sources have published.
  public let draws: Instant

  /// The name of what it brings or is about.
  public var reference: String? { lot }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.lot = try fields.name("lot")
    self.title = try fields.text("title")
    self.among = try fields.texts("among", 2...1_000, atMost: 64)
    guard Set(among.map { Array($0.utf8) }).count == among.count else {
      throw .badField("among", expected: "different names")
    }
    self.places = try fields.integer("places", in: 0...1_000)
    self.sources = try fields.texts("sources", 1...32, atMost: Fields.textMax)
    self.draws = try fields.instant("draws")
  }
}

/// `lot.drawn`: the numbers that the sources published, and whom they draw; recomputed.
public struct LotDrawn: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.lotDrawn
  /// The lot's name.
  public let lot: String
  /// The numbers of each source, 1 to 100 for each of at most 32.
  public let values: [[Int]]
  /// Who is drawn, in order.
  public let drawn: [String]

  /// The name of what it brings or is about.
  public var reference: String? { lot }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.lot = try fields.name("lot")
    self.values = try fields.numbers("values")
    self.drawn = try fields.texts("drawn", 0...1_000, atMost: 64)
  }
}

extension Fields {
  /// So many texts of so many bytes, in their order.
  fileprivate mutating func texts(
    _ name: String, _ counts: ClosedRange<Int>, atMost bytes: Int
  ) throws(MalformedStatement) -> [String] {
    let items = try take(name).array ?? []
    let texts = items.compactMap(\.string)
    guard counts.contains(items.count), texts.count == items.count,
      texts.allSatisfy({ (1...bytes).contains($0.utf8.count) })
    else {
      throw .badField(
        name,
        expected: "\(counts.lowerBound) to \(counts.upperBound) texts of 1 to \(bytes) bytes")
    }
    return texts
  }

  /// Lists of whole numbers that are not negative.
  fileprivate mutating func numbers(_ name: String) throws(MalformedStatement) -> [[Int]] {
    let items = try take(name).array ?? []
    let lists = items.map { $0.array?.compactMap(\.integer) ?? [] }
    guard (1...32).contains(items.count),
      zip(items, lists).allSatisfy({ $0.array?.count == $1.count && (1...100).contains($1.count) }),
      lists.joined().allSatisfy({ $0 >= 0 })
    else { throw .badField(name, expected: "1 to 32 lists of 1 to 100 whole numbers from 0") }
    return lists
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A list that is only added to, in two parts.
///
/// A commit is tried on a copy of the assembly, and what the trial changes is copied whole: this way
/// the short part, and not the one that has grown with the ledger.
public struct GrowingList<Element: Sendable & Equatable>: Sendable, RandomAccessCollection {
  private var settled: [Element] = []
  private var recent: [Element] = []

  private static var recentMax: Int { 1_024 }

  /// The first position, if there is any element.
  public var startIndex: Int { 0 }
  /// One more than the last position.
  public var endIndex: Int { settled.count + recent.count }

  /// The element added at that place, from 0.
  public subscript(position: Int) -> Element {
    position < settled.count ? settled[position] : recent[position - settled.count]
  }

  mutating func append(_ element: Element) {
    recent.append(element)
    guard recent.count == Self.recentMax else { return }
    settled += recent
    recent = []
  }
}

extension GrowingList: Equatable {
  /// Whether both have the same elements in the same order.
  public static func == (a: GrowingList, b: GrowingList) -> Bool { a.elementsEqual(b) }
}

extension GrowingList: Codable where Element: Codable {
  /// Reads the elements in their order.
  public init(from decoder: any Decoder) throws {
    settled = try decoder.singleValueContainer().decode([Element].self)
  }

  /// Writes the elements in their order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(settled + recent)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A lot that was announced before the numbers were known that draw it (RFC 3797).
public struct Lot: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// What it is about.
  public let title: String
  /// The list that is drawn from, in its order.
  public let among: [String]
  /// How many are drawn.
  public let places: Int
  /// What publishes the numbers, in order.
  public let sources: [String]
  /// From when it may be drawn.
  public let draws: Instant
  /// When it was announced.
  public let announced: Instant
  /// What came of it, once it was drawn.
  public internal(set) var draw: Draw?

  /// The numbers and whom they drew.
  public struct Draw: Sendable, Equatable, Codable {
    /// The numbers of each source.
    public let values: [[Int]]
    /// Who was drawn, in order.
    public let drawn: [String]
    /// When it was recorded.
    public let at: Instant
  }
}

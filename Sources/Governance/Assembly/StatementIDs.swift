// SPDX-License-Identifier: Apache-2.0

/// The ids of all statements so far, in two sets.
///
/// As in ``GrowingList``, so that a trial copies the small one.
struct StatementIDs: Sendable {
  private var settled: Set<StatementID> = []
  private var recent: Set<StatementID> = []

  private static let recentMax = 4_096

  func contains(_ id: StatementID) -> Bool { recent.contains(id) || settled.contains(id) }

  mutating func insert(_ id: StatementID) {
    recent.insert(id)
    guard recent.count == Self.recentMax else { return }
    settled.formUnion(recent)
    recent = []
  }
}

/// A statement's 128-bit id, in sixteen bytes instead of thirty-two digits.
struct StatementID: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  /// Reads 32 hex digits, which the statement's reader has checked.
  init(_ hex: String) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for byte in hex.utf8 {
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(byte < 0x3A ? byte - 0x30 : byte - 0x57)
    }
    (self.high, self.low) = (high, low)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The ids of all statements so far: sixteen bytes for each, which no log can do without.
///
/// In sorted runs, each at least twice as long as the next: an id is looked for in few places, and
/// adding one moves few. A trial copies only the short ones.
struct StatementIDs: Sendable {
  /// Sorted, and longest first.
  private var runs: [[StatementID]] = []
  /// The latest, in no order that matters.
  private var recent: Set<StatementID> = []

  private static let recentMax = 4_096

  func contains(_ id: StatementID) -> Bool {
    recent.contains(id) || runs.contains { Self.contains(id, $0) }
  }

  mutating func insert(_ id: StatementID) {
    recent.insert(id)
    guard recent.count == Self.recentMax else { return }
    var run = recent.sorted()
    recent = []
    while let longer = runs.last, longer.count < 2 * run.count {
      runs.removeLast()
      run = Self.merged(longer, run)
    }
    runs.append(run)
  }

  private static func contains(_ id: StatementID, _ run: [StatementID]) -> Bool {
    var (low, high) = (0, run.count)
    while low < high {
      let middle = (low + high) / 2
      if run[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < run.count && run[low] == id
  }

  private static func merged(_ a: [StatementID], _ b: [StatementID]) -> [StatementID] {
    var merged: [StatementID] = []
    merged.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] < b[j] {
        merged.append(a[i])
        i += 1
      } else {
        merged.append(b[j])
        j += 1
      }
    }
    return merged + a[i...] + b[j...]
  }

  /// All of them, sorted.
  private var all: [StatementID] { runs.reversed().reduce(recent.sorted(), Self.merged) }
}

extension StatementIDs: Equatable {
  /// Whether both have the same ids, however they came to them.
  static func == (a: StatementIDs, b: StatementIDs) -> Bool { a.all == b.all }
}

extension StatementIDs: Codable {
  /// Reads the ids one after the other, in one text: a million take a moment and not a minute.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let digits = Array(try container.decode(String.self).utf8)
    let all = stride(from: 0, through: digits.count - 32, by: 32).map {
      StatementID(digits[$0..<($0 + 32)].span)
    }
    guard all.count * 32 == digits.count, zip(all, all.dropFirst()).allSatisfy(<) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "ids out of order")
    }
    if !all.isEmpty { runs = [all] }
  }

  /// Writes the ids one after the other, sorted, 32 digits each.
  func encode(to encoder: any Encoder) throws {
    var digits: [UInt8] = []
    for id in all { id.write(to: &digits) }
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: digits, as: UTF8.self))
  }
}

/// A statement's 128-bit id, in sixteen bytes instead of thirty-two digits.
struct StatementID: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  /// Reads 32 hex digits, which the statement's reader has checked.
  init(_ hex: String) { self.init(hex.utf8Span.span) }

  fileprivate init(_ hex: Span<UInt8>) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for place in hex.indices {
      let byte = hex[place]
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(byte < 0x3A ? byte &- 0x30 : byte &- 0x57) & 15
    }
    (self.high, self.low) = (high, low)
  }

  fileprivate func write(to digits: inout [UInt8]) {
    for part in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: part >> UInt64(shift)) & 15
        digits.append(digit + (digit < 10 ? 0x30 : 0x57))
      }
    }
  }
}

extension StatementID: Comparable {
  static func < (a: StatementID, b: StatementID) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A length of time as ISO 8601 writes it, of one unit: `P10D`, `P12M`, `PT48H`, `PT30M`.
///
/// Months and days belong to a calendar and hours to a clock, so they are not converted here.
public enum Duration: Sendable, Hashable {
  case minutes(Int)
  case hours(Int)
  case days(Int)
  case months(Int)

  /// The largest number of units that is read.
  public static let countMax = 9_999

  /// Reads one unit: `PnD`, `PnW` as days, `PnM`, `PnY` as months, `PTnH` or `PTnM`.
  public init?(_ text: String) {
    let clock = text.hasPrefix("PT")
    let body = Array(text.utf8.dropFirst(clock ? 2 : 1))
    guard text.hasPrefix("P"), let unit = body.last, let count = decimal(body.dropLast()),
      count <= Self.countMax, body.count == 2 || body.first != UInt8(ascii: "0")
    else { return nil }
    switch (unit, clock) {
    case (UInt8(ascii: "M"), true): self = .minutes(count)
    case (UInt8(ascii: "H"), true): self = .hours(count)
    case (UInt8(ascii: "D"), false): self = .days(count)
    case (UInt8(ascii: "W"), false): self = .days(7 * count)
    case (UInt8(ascii: "M"), false): self = .months(count)
    case (UInt8(ascii: "Y"), false): self = .months(12 * count)
    case (_, _): return nil
    }
  }

  /// The number of units.
  public var count: Int {
    switch self {
    case .minutes(let count), .hours(let count), .days(let count), .months(let count): count
    }
  }

  /// ISO 8601: `P10D`.
  public var text: String {
    switch self {
    case .minutes(let count): "PT\(count)M"
    case .hours(let count): "PT\(count)H"
    case .days(let count): "P\(count)D"
    case .months(let count): "P\(count)M"
    }
  }
}

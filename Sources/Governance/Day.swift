// SPDX-License-Identifier: Apache-2.0

/// A date of the Gregorian calendar, without a time zone: `2024-11-30` (ISO 8601).
public struct Day: Sendable, Hashable, Comparable, Codable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day that many days after 1970-01-01.
  public init(number: Int) { self.number = number }

  /// Reads `2024-11-30`; nothing else.
  ///
  /// Years 1900–9999.
  public init?(_ text: String) { self.init(bytes: Array(text.utf8)[...]) }

  init?(bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"), let year = decimal(bytes[..<(start + 4)]),
      let month = decimal(bytes[(start + 5)..<(start + 7)]),
      let day = decimal(bytes[(start + 8)...])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A date from its parts, if there is such a date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1–12 and day 1–31.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.divided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int { (number + 3) - (number + 3).divided(by: 7) * 7 + 1 }

  /// `2024-11-30`.
  public var text: String {
    let (year, month, day) = parts
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Whole years from this day to another: 2022-12-01 to 2024-11-30 is one (29 February counts in March).
  public func years(to end: Day) -> Int {
    let (a, b) = (parts, end.parts)
    let anniversaryPassed = (b.month, b.day) >= (a.month, a.day)
    return b.year - a.year - (anniversaryPassed ? 0 : 1)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// By time.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  /// The day that many days later.
  public static func + (a: Day, days: Int) -> Day { Day(number: a.number + days) }
}

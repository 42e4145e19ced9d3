// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Writes times and dates in a coalition's civil time, and in UTC where there is no calendar.
public struct Moment: Sendable {
  private let words: Words
  private let calendar: CivilCalendar?

  /// Writes times in a language by a calendar; without one, in UTC and saying so.
  public init(_ language: Language, _ calendar: CivilCalendar? = nil) {
    self.words = Words(language)
    self.calendar = calendar
  }

  /// `1 December 2024, 00:00`; seconds only where there are any.
  public func text(_ instant: Instant) -> String {
    let local = instant + (calendar?.offsetMinutes(at: instant) ?? 0) * 60
    let clock = local.clock.hasSuffix(":00") ? String(local.clock.prefix(5)) : local.clock
    return "\(text(local.day)), \(clock)" + (calendar == nil ? " UTC" : "")
  }

  /// `1 December 2024`.
  public func text(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return "\(number) \(words("month.\(month)")) \(year)"
  }

  /// `Sun`, by the coalition's civil time.
  public func weekday(_ instant: Instant) -> String {
    words("weekday.\((calendar?.day(at: instant) ?? instant.day).weekday)")
  }

  /// How long until a moment, or since: `in 1 day 4 h`, `2 days ago`.
  public func remainder(until instant: Instant, now: Instant) -> String {
    let seconds = instant.seconds - now.seconds
    let span = length(ofSeconds: abs(seconds))
    return words(seconds >= 0 ? "time.in" : "time.ago", ["span": span])
  }

  /// A length in its two greatest units: `1 day 4 h`, `3 h 20 min`; minutes are rounded down.
  public func length(ofSeconds seconds: Int) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60)
    let all = [("time.days", days), ("time.hours", hours), ("time.minutes", minutes)]
    guard let first = all.firstIndex(where: { $0.1 > 0 }) else {
      return words("time.minutes", ["count": "0"])
    }
    return all[first...].prefix(2).filter { $0.1 > 0 }
      .map { words($0.0, ["count": "\($0.1)"]) }.joined(separator: " ")
  }
}

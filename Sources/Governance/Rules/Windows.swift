// SPDX-License-Identifier: Apache-2.0

extension CivilCalendar {
  /// When a window that opens at a moment closes: the first moment outside (`Statements.md`, "Time").
  ///
  /// The opening day is the first of the days; hours and minutes run from the opening itself.
  public func closing(of length: Duration, from opens: Instant, working: Bool = false) -> Instant {
    switch length {
    case .minutes(let count): opens + count * 60
    case .hours(let count): opens + count * 3_600
    case .days(let count): start(of: day(after: count, from: day(at: opens), working: working))
    case .months(let count): start(of: day(at: opens).adding(months: count))
    }
  }

  /// The date of the last second before a closing.
  public func lastDay(before closes: Instant) -> Day { day(at: closes + -1) }
}

extension Day {
  /// The same day of the month so many months later, or the last day of that month.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index.divided(by: 12), index - index.divided(by: 12) * 12 + 1)
    let last = Day.length(ofMonth: newMonth, year: newYear)
    return Day(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A coalition's civil time as data: offsets from UTC, weekend and holidays.
///
/// The log carries it, so two machines with different time zone databases agree for ever.
public struct CivilCalendar: Sendable, Equatable, Codable {
  /// The zone's name, for people.
  public let timezone: String
  /// From when which offset holds, in minutes east of UTC, in order of time.
  public let offsets: [Offset]
  /// ISO 8601 weekdays (1 Monday … 7 Sunday) on which nobody works.
  public let weekend: Set<Int>
  /// Further days on which nobody works.
  public let holidays: Set<Day>
  /// The first moment for which this calendar no longer speaks.
  public let until: Instant

  /// An offset and the moment from which it holds.
  public struct Offset: Sendable, Equatable, Codable {
    /// Where it begins.
    public let from: Instant
    /// Minutes east of UTC.
    public let minutes: Int
  }

  init(_ outer: inout Fields, _ name: String) throws(MalformedStatement) {
    guard let members = try outer.take(name).object else {
      throw .badField(name, expected: "an object")
    }
    var fields = Fields(members, path: "\(name).")
    try self.init(&fields)
    try fields.end()
  }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.timezone = try fields.text("timezone", atMost: 64)
    self.offsets = try fields.list("offsets") { (f) throws(MalformedStatement) in
      Offset(from: try f.instant("from"), minutes: try f.integer("minutes", in: -900...900))
    }
    guard !offsets.isEmpty, zip(offsets, offsets.dropFirst()).allSatisfy({ $0.from < $1.from })
    else { throw .badField("calendar.offsets", expected: "offsets in order of time") }
    let weekend = try fields.take("weekend").array ?? ["?"]
    self.weekend = Set(weekend.compactMap(\.integer))
    guard self.weekend.count == weekend.count, self.weekend.allSatisfy((1...7).contains),
      weekend.count < 7
    else { throw .badField("calendar.weekend", expected: "weekdays, 1 to 7, not all of them") }
    let holidays = try fields.take("holidays").array ?? ["?"]
    self.holidays = Set(holidays.compactMap { $0.string.flatMap { Day($0) } })
    guard self.holidays.count == holidays.count else {
      throw .badField("calendar.holidays", expected: "a list of different dates")
    }
    self.until = try fields.instant("until")
  }
}

extension CivilCalendar {
  /// Minutes east of UTC at a moment; the first offset holds before it as well.
  public func offsetMinutes(at instant: Instant) -> Int {
    (offsets.last { $0.from <= instant } ?? offsets[0]).minutes
  }

  /// The local date at a moment.
  public func day(at instant: Instant) -> Day {
    (instant + offsetMinutes(at: instant) * 60).day
  }

  /// The first moment of a local date.
  public func start(of day: Day) -> Instant {
    let midnight = Instant(seconds: day.number * 86_400)
    // A change of the clock near midnight may skip it or bring it twice: so every offset that may hold
    // there is tried, and every change may itself be the day's first moment.
    let changes = offsets.map(\.from).filter { abs($0.seconds - midnight.seconds) <= 86_400 }
    let moments = ([midnight + -86_400] + changes).map {
      midnight + -offsetMinutes(at: $0) * 60
    }
    return (moments + changes).filter { self.day(at: $0) >= day }.min() ?? moments[0]
  }

  /// Whether people work on that date.
  public func isWorkingDay(_ day: Day) -> Bool {
    !weekend.contains(day.weekday) && !holidays.contains(day)
  }

  /// The first date after `count` days of which `first` is the first, if it counts.
  public func day(after count: Int, from first: Day, working: Bool) -> Day {
    guard working else { return first + count }
    var (day, left) = (first, count)
    while left > 0 {
      if isWorkingDay(day) { left -= 1 }
      day = day + 1
    }
    return day
  }
}

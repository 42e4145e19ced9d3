// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Dates and moments, as RFC 3339 writes them.
@Suite struct DaysAndInstants {
  /// Weekdays from printed calendars: 1 is Monday.
  @Test(arguments: [
    ("1970-01-01", 0, 4),  // a Thursday
    ("1970-01-02", 1, 5), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
    ("2024-02-29", 19_782, 4), ("2024-03-01", 19_783, 5),
    ("2024-11-30", 20_057, 6),  // the sample's closing day
    ("2024-12-03", 20_060, 2), ("2000-01-01", 10_957, 6), ("2038-01-19", 24_855, 2),
  ])
  func aDateIsThatManyDaysAfter1970(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.text == text)
  }

  @Test(arguments: [
    "1900-02-29",  // a hundred and not four hundred
    "2100-02-29", "2023-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10",
    "2024-01-00", "2024-1-01", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "20240101",
    "1899-12-31", "-024-01-01", "2024-01-٠١", "",
  ])
  func thereIsNoSuchDate(text: String) { #expect(Day(text) == nil) }

  @Test func everyDateOfTwoCenturiesIsReadBackAndFollowsTheOneBefore() throws {
    let first = try #require(Day("1900-01-01"))
    #expect(first.weekday == 1)
    for offset in 0..<73_414 {  // to 2100-12-31: 201 years, 49 of them leap
      let day = first + offset
      #expect(Day(day.text) == day)
      #expect(day.weekday == offset % 7 + 1)
    }
    #expect((first + 73_413).text == "2100-12-31")
  }

  @Test(arguments: [
    ("2022-11-30", "2024-11-30", 2),  // the anniversary itself counts
    ("2022-12-01", "2024-11-30", 1), ("2020-02-29", "2021-02-28", 0),
    ("2020-02-29", "2021-03-01", 1), ("2020-02-29", "2024-02-29", 4),
    ("2024-11-30", "2024-11-30", 0), ("2024-12-01", "2024-11-30", -1),
  ])
  func yearsAreWholeYears(from: String, to: String, years: Int) throws {
    #expect(try #require(Day(from)).years(to: try #require(Day(to))) == years)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:01Z", 1),
    ("2001-09-09T01:46:40Z", 1_000_000_000),
    ("2024-11-30T22:00:00Z", 1_733_004_000), ("2038-01-19T03:14:08Z", 2_147_483_648),
  ])
  func aMomentIsThatManySecondsAfter1970(text: String, seconds: Int) throws {
    let instant = try #require(Instant(text))
    #expect(instant.seconds == seconds)
    #expect(instant.text == text)
  }

  @Test(arguments: [
    "2024-11-30T22:00:00z", "2024-11-30t22:00:00Z", "2024-11-30 22:00:00Z", "2024-11-30T22:00Z",
    "2024-11-30T22:00:00.0Z", "2024-11-30T22:00:00+00:00", "2024-11-30T22:00:00",
    "2024-11-30T24:00:00Z", "2024-11-30T23:60:00Z", "2016-12-31T23:59:60Z", "2024-11-31T00:00:00Z",
    "1969-12-31T23:59:59Z", "2024-11-30T22:00:00ZZ", "2024-11-30T-1:00:00Z", "",
  ])
  func theLogHasOneSpellingOfAMoment(text: String) { #expect(Instant(text) == nil) }

  @Test(arguments: [
    ("2024-12-01T00:00:00+02:00", "2024-11-30T22:00:00Z"),
    ("2024-11-30T22:00:00Z", "2024-11-30T22:00:00Z"),
    ("2024-11-30T17:00:00-05:00", "2024-11-30T22:00:00Z"),
    ("2024-12-01T03:30:00+05:30", "2024-11-30T22:00:00Z"),
  ])
  func aFormMayWriteItsOffset(text: String, expected: String) {
    #expect(Instant(text, canonical: false)?.text == expected)
  }

  @Test(arguments: [
    "2024-12-01T00:00:00+0200", "2024-12-01T00:00:00+24:00", "2024-12-01T00:00:00+02:60",
    "2024-12-01T00:00:00*02:00", "1970-01-01T00:00:00+02:00",
  ])
  func anOffsetIsHoursAndMinutes(text: String) { #expect(Instant(text, canonical: false) == nil) }
}

/// Civil time in Kyiv, from the file in `Policies`.
@Suite struct CivilTimeInKyiv {
  let calendar: CivilCalendar

  init() throws { calendar = try #require(try Stage.founded.world.assembly.calendar) }

  /// Clocks go on at 01:00 UTC on the last Sunday of March, and back on the last of October.
  @Test(arguments: [
    ("2024-03-31T00:59:59Z", 120), ("2024-03-31T01:00:00Z", 180), ("2024-10-27T00:59:59Z", 180),
    ("2024-10-27T01:00:00Z", 120), ("2025-03-30T00:59:59Z", 120), ("2025-03-30T01:00:00Z", 180),
    ("2025-10-26T00:59:59Z", 180), ("2025-10-26T01:00:00Z", 120),
    ("2019-07-01T00:00:00Z", 120),  // the first offset holds before it too
  ])
  func clocksAreThatManyMinutesAhead(moment: String, minutes: Int) throws {
    #expect(calendar.offsetMinutes(at: try #require(Instant(moment))) == minutes)
  }

  @Test(arguments: [
    ("2024-12-01", "2024-11-30T22:00:00Z"), ("2024-03-31", "2024-03-30T22:00:00Z"),
    ("2024-04-01", "2024-03-31T21:00:00Z"),  // 31 March had 23 hours
    ("2024-10-27", "2024-10-26T21:00:00Z"),
    ("2024-10-28", "2024-10-27T22:00:00Z"),  // 27 October had 25
    ("2024-07-01", "2024-06-30T21:00:00Z"),
  ])
  func aDayBeginsWithThatMoment(day: String, moment: String) throws {
    let (day, start) = (try #require(Day(day)), try #require(Instant(moment)))
    #expect(calendar.start(of: day) == start)
    #expect(calendar.day(at: start) == day)
    #expect(calendar.day(at: start + -1) == day + -1)
  }

  @Test(arguments: [
    // The sample's call: thirty days from 1 November, 9 o'clock.
    ("P30D", false, "2024-11-01T07:00:00Z", "2024-11-30T22:00:00Z"),
    // Its repair window: from Tuesday 3 December, 3–6, 9–13 and 16.
    ("P10D", true, "2024-12-03T08:00:00Z", "2024-12-16T22:00:00Z"),
    // From the first and from the last second of that Tuesday.
    ("P10D", true, "2024-12-02T22:00:00Z", "2024-12-16T22:00:00Z"),
    ("P10D", true, "2024-12-03T21:59:59Z", "2024-12-16T22:00:00Z"),
    // Nothing counts on a Saturday: the one working day is Monday.
    ("P1D", true, "2024-12-07T08:00:00Z", "2024-12-09T22:00:00Z"),
    // The grace of the call and of a ballot.
    ("PT48H", false, "2024-11-30T22:00:00Z", "2024-12-02T22:00:00Z"),
    ("PT12H", false, "2025-01-03T22:00:00Z", "2025-01-04T10:00:00Z"),
    ("PT30M", false, "2025-01-03T22:00:00Z", "2025-01-03T22:30:00Z"),
    // Over the night of a change hours are hours, and days are days of the calendar.
    ("PT48H", false, "2024-10-26T07:00:00Z", "2024-10-28T07:00:00Z"),
    ("P2D", false, "2024-10-26T07:00:00Z", "2024-10-27T22:00:00Z"),
    ("P2D", false, "2024-03-30T07:00:00Z", "2024-03-31T21:00:00Z"),
    ("P30D", false, "2024-10-15T07:00:00Z", "2024-11-13T22:00:00Z"),
    // A day opened at midnight and one opened a second before it.
    ("P1D", false, "2024-11-30T22:00:00Z", "2024-12-01T22:00:00Z"),
    ("P1D", false, "2024-11-30T21:59:59Z", "2024-11-30T22:00:00Z"),
    // Months end with the day of the same number, or with the last one.
    ("P12M", false, "2024-02-29T10:00:00Z", "2025-02-27T22:00:00Z"),
    ("P12M", false, "2024-11-30T10:00:00Z", "2025-11-29T22:00:00Z"),
    ("P1M", false, "2024-01-31T10:00:00Z", "2024-02-28T22:00:00Z"),
    ("P1M", false, "2023-01-31T10:00:00Z", "2023-02-27T22:00:00Z"),
    ("P1M", false, "2024-03-31T10:00:00Z", "2024-04-29T21:00:00Z"),
    ("P6M", false, "2024-08-31T10:00:00Z", "2025-02-27T22:00:00Z"),
    ("P1M", false, "2024-12-15T10:00:00Z", "2025-01-14T22:00:00Z"),
    ("P2W", false, "2024-11-01T07:00:00Z", "2024-11-14T22:00:00Z"),
  ])
  func aWindowCloses(length: String, working: Bool, opens: String, closes: String) throws {
    let length = try #require(Duration(length))
    let opens = try #require(Instant(opens))
    #expect(calendar.closing(of: length, from: opens, working: working).text == closes)
  }

  @Test func theLastDayOfAWindowIsThatOfItsLastSecond() throws {
    let closes = try #require(Instant("2024-11-30T22:00:00Z"))
    #expect(calendar.lastDay(before: closes).text == "2024-11-30")
    #expect(calendar.lastDay(before: closes + 1).text == "2024-12-01")
  }
}

/// Calendars of other places and years.
@Suite struct OtherCalendars {
  private func calendar(_ zone: String, _ changes: [String: JSON]) throws -> CivilCalendar? {
    let statutes = try Samples.damaged("timezone: Europe/Kyiv", "timezone: \(zone)")
    var fields = try World.founding(statutes: statutes)
    var calendar = (fields["calendar"]?.object ?? [:]).merging(changes) { $1 }
    calendar["timezone"] = .string(zone)
    fields["calendar"] = .object(calendar)
    var world = World()
    try world.record(.founding(fields))
    return world.assembly.calendar
  }

  private func offsets(_ pairs: [(String, Int)]) -> JSON {
    .array(pairs.map { ["from": .string($0.0), "minutes": .integer($0.1)] })
  }

  /// 16–20, 23, 24, 26, 27 and 30 December; the 25th does not count.
  @Test func workingDaysPassOverAHoliday() throws {
    let opens = try #require(Instant("2024-12-16T08:00:00Z"))
    let calendar = try #require(try calendar("Europe/Kyiv", ["holidays": ["2024-12-25"]]))
    #expect(
      calendar.closing(of: .days(10), from: opens, working: true).text == "2024-12-30T22:00:00Z")
    #expect(calendar.closing(of: .days(10), from: opens).text == "2024-12-25T22:00:00Z")
    let plain = try #require(try Stage.founded.world.assembly.calendar)
    #expect(plain.closing(of: .days(10), from: opens, working: true).text == "2024-12-27T22:00:00Z")
  }

  /// In Chile clocks change at midnight: forward at 04:00 UTC, so that 8 September began at 01:00.
  @Test(arguments: [
    ("2024-04-06", "2024-04-06T03:00:00Z"), ("2024-04-07", "2024-04-07T04:00:00Z"),
    ("2024-09-07", "2024-09-07T04:00:00Z"), ("2024-09-08", "2024-09-08T04:00:00Z"),
    ("2024-09-09", "2024-09-09T03:00:00Z"),
  ])
  func aDayBeginsWhereMidnightIsSkipped(day: String, moment: String) throws {
    let zone = offsets([
      ("2023-09-03T04:00:00Z", -180), ("2024-04-07T03:00:00Z", -240),
      ("2024-09-08T04:00:00Z", -180),
    ])
    let calendar = try #require(try calendar("America/Santiago", ["offsets": zone]))
    let start = calendar.start(of: try #require(Day(day)))
    #expect(start.text == moment)
    #expect(calendar.day(at: start).text == day)
    #expect(calendar.day(at: start + -1).text < day)
  }

  /// In Cuba one o'clock becomes midnight again: 3 November began at 04:00 UTC, for the first time.
  @Test(arguments: [
    ("2024-11-03", "2024-11-03T04:00:00Z"), ("2024-11-04", "2024-11-04T05:00:00Z"),
    ("2024-03-10", "2024-03-10T05:00:00Z"), ("2024-03-11", "2024-03-11T04:00:00Z"),
  ])
  func aDayThatBeginsTwiceBeginsTheFirstTime(day: String, moment: String) throws {
    let zone = offsets([
      ("2023-11-05T05:00:00Z", -300), ("2024-03-10T05:00:00Z", -240),
      ("2024-11-03T05:00:00Z", -300),
    ])
    let calendar = try #require(try calendar("America/Havana", ["offsets": zone]))
    #expect(calendar.start(of: try #require(Day(day))).text == moment)
  }

  @Test(
    arguments: [
      ("offsets", []),  // no civil time at all
      (
        "offsets",
        [
          ["from": "2024-10-27T01:00:00Z", "minutes": 120],
          ["from": "2024-03-31T01:00:00Z", "minutes": 180],
        ]
      ),  // not in order of time
      ("offsets", [["from": "2024-01-01T00:00:00Z", "minutes": 901]]),
      ("weekend", [6, "7"]), ("weekend", "67"), ("weekend", [0]), ("weekend", [8]),
      ("weekend", [6, 6]), ("weekend", [1, 2, 3, 4, 5, 6, 7]),
      ("holidays", ["2024-02-30"]), ("holidays", ["2024-12-25", "2024-12-25"]),
      ("until", "2050-01-01"), ("colour", "blue"),
    ] as [(String, JSON)])
  func aCalendarThatMakesNoSenseIsNotRead(field: String, value: JSON) throws {
    #expect(throws: MalformedStatement.self) {
      try calendar("Europe/Kyiv", [field: value])
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

@Suite struct Moments {
  let midnight: Instant
  let calendar: CivilCalendar

  init() throws {
    midnight = try #require(Instant("2024-11-30T22:00:00Z"))
    calendar = try #require(try Small.founded().calendar)
  }

  @Test func areInCivilTime() {
    #expect(Moment(.en, calendar).text(midnight) == "1 December 2024, 00:00")
    #expect(Moment(.uk, calendar).text(midnight) == "1 грудня 2024, 00:00")
    #expect(Moment(.uk, calendar).text(midnight + 61) == "1 грудня 2024, 00:01:01")
    #expect(Moment(.uk, calendar).weekday(midnight) == "нд")
  }

  @Test func areInUTCWithoutACalendar() {
    #expect(Moment(.en).text(midnight) == "30 November 2024, 22:00 UTC")
    #expect(Moment(.en).weekday(midnight) == "Sat")
  }

  @Test(arguments: [
    (100_800, "in 1 day 4 h", "ще 1 день 4 год"), (172_800, "in 2 days", "ще 2 дні"),
    (3_900, "in 1 h 5 min", "ще 1 год 5 хв"), (59, "in 0 min", "ще 0 хв"),
    (-172_801, "2 days ago", "2 дні тому"),
  ])
  func tellWhatRemains(seconds: Int, english: String, ukrainian: String) {
    #expect(Moment(.en).remainder(until: midnight + seconds, now: midnight) == english)
    #expect(Moment(.uk).remainder(until: midnight + seconds, now: midnight) == ukrainian)
  }
}

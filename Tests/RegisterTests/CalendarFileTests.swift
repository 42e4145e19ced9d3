// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

@testable import Register

@Suite struct CalendarFiles {
  private func text(_ events: [CalendarFile.Event]) throws -> String {
    let stamp = try #require(Instant("2025-02-26T10:00:00Z"))
    let bytes = CalendarFile(events, .en, asOf: stamp).bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The shape of RFC 5545 §3.4 and §3.6.1: what must be there, each line ending in CRLF.
  @Test func anEventHasWhatTheStandardAsksFor() throws {
    let at = try #require(Instant("2025-02-28T22:00:00Z"))
    let event = CalendarFile.Event(uid: "terms-E1@example.org", at: at, summary: "Terms begin")
    let lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Viche//viche-log/1//EN", "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT", "UID:terms-E1@example.org", "DTSTAMP:20250226T100000Z",
      "DTSTART:20250228T220000Z", "SUMMARY:Terms begin", "TRANSP:TRANSPARENT", "END:VEVENT",
      "END:VCALENDAR",
    ]
    #expect(try text([event]) == lines.map { $0 + "\r\n" }.joined())
  }

  /// RFC 5545 §3.3.11: backslash, semicolon, comma and line feed; a colon stays as it is.
  @Test func textIsEscaped() {
    #expect(CalendarFile.escaped(#"a\b;c,d:e"# + "\n" + "f") == #"a\\b\;c\,d:e\nf"#)
  }

  /// RFC 5545 §3.1: 75 octets without the line break; what is cut goes on after one space.
  @Test func aLineOf75OctetsIsWholeAndOneMoreIsFolded() {
    let whole = String(repeating: "x", count: 75)
    #expect(CalendarFile.folded(whole) == Array((whole + "\r\n").utf8))
    #expect(CalendarFile.folded(whole + "yz") == Array((whole + "\r\n yz\r\n").utf8))
    // A continuation has 74 octets of its own.
    let long = whole + String(repeating: "y", count: 75)
    let expected = whole + "\r\n " + String(repeating: "y", count: 74) + "\r\n y\r\n"
    #expect(CalendarFile.folded(long) == Array(expected.utf8))
  }

  /// Two octets each: 37 letters and one of the first line's 75 octets stays free.
  @Test func noLetterIsCutInTwo() {
    let line = String(repeating: "ї", count: 40)
    let expected =
      String(repeating: "ї", count: 37) + "\r\n " + String(repeating: "ї", count: 3) + "\r\n"
    #expect(CalendarFile.folded(line) == Array(expected.utf8))
  }

  @Test func eventsStandInTheOrderOfTheirTimes() throws {
    let at = try #require(Instant("2025-02-28T22:00:00Z"))
    let file = CalendarFile(
      [
        .init(uid: "b", at: at, summary: ""), .init(uid: "c", at: at + -1, summary: ""),
        .init(uid: "a", at: at, summary: ""),
      ], .en, asOf: at)
    #expect(file.events.map(\.uid) == ["c", "a", "b"])
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Ends of terms and deadlines as an iCalendar file (RFC 5545), the same bytes for the same log.
public struct CalendarFile: Sendable {
  /// A moment to remember.
  public struct Event: Sendable, Equatable {
    /// What names it for good: the thing's own name in the log, and the ledger's.
    public let uid: String
    /// When it is.
    public let at: Instant
    /// What it is, in one line.
    public let summary: String

    /// A moment to remember.
    public init(uid: String, at: Instant, summary: String) {
      self.uid = uid
      self.at = at
      self.summary = summary
    }
  }

  /// By time, then by name.
  public let events: [Event]
  private let language: Language
  private let stamp: Instant

  /// Some events as of a moment, which every one of them carries (`DTSTAMP`).
  public init(_ events: [Event], _ language: Language, asOf stamp: Instant) {
    self.events = events.sorted { $0.at == $1.at ? $0.uid.precedes($1.uid) : $0.at < $1.at }
    self.language = language
    self.stamp = stamp
  }

  /// Terms, turns of chairs and mandates, with what is due of them; elections, votes and lots.
  public init(_ words: Words, _ assembly: Assembly) {
    let teller = CalendarTeller(words: words, assembly: assembly)
    self.init(
      teller.terms + teller.elections + teller.votes + teller.chairs + teller.mandates
        + teller.lots, words.language, asOf: assembly.now)
  }

  /// The file.
  public var bytes: [UInt8] {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Viche//viche-log/1//\(productLanguage)",
      "CALSCALE:GREGORIAN",
    ]
    return (head + events.flatMap(lines) + ["END:VCALENDAR"]).flatMap(Self.folded)
  }

  private var productLanguage: String {
    switch language {
    case .en: "EN"
    case .uk: "UK"
    }
  }

  private func lines(_ event: Event) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(Self.utc(stamp))",
      "DTSTART:\(Self.utc(event.at))", "SUMMARY:\(Self.escaped(event.summary))",
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// A date with UTC time (RFC 5545 §3.3.5, form 2): `20250101T220000Z`.
  private static func utc(_ instant: Instant) -> String {
    instant.text.filter { $0 != "-" && $0 != ":" }
  }

  /// A text value (RFC 5545 §3.3.11).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case _: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A content line in pieces of at most 75 octets without their CRLF (RFC 5545 §3.1).
  ///
  /// No character is cut in two; the space before a continuation is one of the octets.
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var width = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += String(scalar).utf8
      width += size
    }
    return bytes + [0x0D, 0x0A]
  }
}

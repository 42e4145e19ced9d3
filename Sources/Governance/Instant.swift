// SPDX-License-Identifier: Apache-2.0

/// A moment in whole seconds of UTC, as RFC 3339 writes it with `Z`: `2024-11-30T22:00:00Z`.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let seconds: Int

  /// The moment that many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) { self.seconds = seconds }

  /// Reads RFC 3339 text.
  ///
  /// `canonical` admits only the log's spelling: whole seconds and `Z`.
  ///
  /// Otherwise an offset such as `+02:00` is understood too, as forms export it. Years 1970–9999.
  public init?(_ text: String, canonical: Bool = true) {
    self.init(Array(text.utf8)[...], canonical: canonical)
  }

  /// Reads RFC 3339 text in ASCII.
  public init?(_ bytes: ArraySlice<UInt8>, canonical: Bool = true) {
    let start = bytes.startIndex
    guard bytes.count >= 20, bytes[start + 10] == UInt8(ascii: "T"),
      bytes[start + 13] == UInt8(ascii: ":"), bytes[start + 16] == UInt8(ascii: ":"),
      let day = Day(bytes: bytes.prefix(10)),
      let hour = decimal(bytes[(start + 11)..<(start + 13)]), hour < 24,
      let minute = decimal(bytes[(start + 14)..<(start + 16)]), minute < 60,
      let second = decimal(bytes[(start + 17)..<(start + 19)]), second < 60,
      let offset = Self.offset(bytes[(start + 19)...]), !canonical || bytes.count == 20
    else { return nil }
    let local = day.number * 86_400 + hour * 3_600 + minute * 60 + second
    guard local - offset >= 0 else { return nil }
    self.seconds = local - offset
  }

  /// `Z`, `+hh:mm` or `-hh:mm`, in seconds east of UTC.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let zone = Array(bytes)
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = decimal(zone[1..<3]),
      hours < 24, let minutes = decimal(zone[4..<6]), minutes < 60
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 3_600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3_600 + minutes * 60)
    default: return nil
    }
  }

  /// The log's spelling: `2024-11-30T22:00:00Z`.
  public var text: String { "\(day.text)T\(clock)Z" }

  /// The day in UTC.
  public var day: Day { Day(number: Int(seconds.divided(by: 86_400))) }

  /// The time of day in UTC: `22:00:00`.
  public var clock: String {
    let rest = seconds - day.number * 86_400
    return "\(padded(rest / 3_600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))"
  }

  /// By time.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
  /// The moment that many seconds later.
  public static func + (a: Instant, seconds: Int) -> Instant {
    Instant(seconds: a.seconds + seconds)
  }
}

extension Int {
  /// Division that rounds towards minus infinity.
  func divided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}

/// A number of exactly the digits given, nothing else.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count < 18 else { return nil }
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

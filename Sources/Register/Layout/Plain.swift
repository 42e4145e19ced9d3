// SPDX-License-Identifier: Apache-2.0

/// Text from outside, made safe to show.
public enum Plain {
  /// The text with everything that could move, hide or reorder what a terminal shows made visible.
  ///
  /// Controls and line ends, format characters (the bidirectional ones among them, UAX #9),
  /// unassigned and private-use code points become escapes such as `\u{202E}`.
  public static func safe(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !mustEscape($0) }) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if mustEscape(scalar) {
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    case _: return false
    }
  }
}

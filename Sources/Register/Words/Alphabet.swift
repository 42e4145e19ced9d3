// SPDX-License-Identifier: Apache-2.0

/// The order of names and the likeness of what people type to find them.
///
/// Ґ goes after Г, Є after Е, І and Ї after И; Latin letters go before Cyrillic ones. The three
/// apostrophes (' ’ ʼ) are alike, and case does not matter. For showing and finding, never for identity.
public enum Alphabet {
  private static let letters = Array("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя").map(String.init)
  private static let ranks = Dictionary(
    letters.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{02BC}"]
  /// Ranks of the Ukrainian letters begin here: after every Latin letter, before other scripts.
  private static let cyrillic: UInt32 = 0x400

  /// Whether a name stands before another; of names that are alike, the first by bytes.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (key(a), key(b))
    return left == right ? a.precedes(b) : left.lexicographicallyPrecedes(right)
  }

  /// The text in lower case, with one kind of apostrophe: what two texts that are alike share.
  public static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      folded.append(apostrophes.contains(scalar) ? "'" : scalar)
    }
    return String(folded)
  }

  /// Whether a name has what somebody types in it.
  public static func matches(_ name: String, _ typed: String) -> Bool {
    let (name, typed) = (Array(folded(name).utf8), Array(folded(typed).utf8))
    guard !typed.isEmpty, typed.count <= name.count else { return false }
    return (0...(name.count - typed.count)).contains { name[$0...].starts(with: typed) }
  }

  private static func key(_ text: String) -> [UInt32] {
    folded(text).compactMap { letter in
      if letter == "'" { return nil }
      if let rank = ranks[String(letter)] { return cyrillic + UInt32(rank) }
      let value = letter.unicodeScalars.first?.value ?? 0
      return value < cyrillic ? value : value + UInt32(letters.count)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A language in which messages are written.
public enum Language: String, Sendable, CaseIterable {
  case en, uk

  /// The language that an environment asks for; `nil` where it asks for none.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides, as in POSIX.
  public init?(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    guard let value = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty })
    else { return nil }
    self = value.utf8.starts(with: Language.uk.rawValue.utf8) ? .uk : .en
  }

  /// The language that a flag names, else the environment's, else English.
  public static func chosen(flag: String?, environment: [String: String]) -> Language {
    flag.flatMap(Language.init(rawValue:)) ?? Language(environment: environment) ?? .en
  }

  /// The form of a word that goes with a number: 0 for one, then few and many, or other.
  ///
  /// CLDR's cardinal rules for whole numbers: English one, other; Ukrainian one, few, many.
  func pluralForm(of number: Int) -> Int {
    let (ones, tens) = (number.magnitude % 10, number.magnitude % 100)
    switch self {
    case .en: return number.magnitude == 1 ? 0 : 1
    case .uk:
      if ones == 1, tens != 11 { return 0 }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? 1 : 2
    }
  }

  /// How many forms a word has that stands with a number.
  var pluralFormCount: Int {
    switch self {
    case .en: 2
    case .uk: 3
    }
  }

  /// The number with its digits in groups of three where there are five or more.
  public func number(_ value: Int) -> String {
    guard value.magnitude > 9_999 else { return String(value) }
    let separator: String
    switch self {
    case .en: separator = ","
    case .uk: separator = "\u{A0}"
    }
    var digits = Substring(String(value.magnitude))
    var groups: [Substring] = []
    while !digits.isEmpty {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (value < 0 ? "-" : "") + groups.joined(separator: separator)
  }
}

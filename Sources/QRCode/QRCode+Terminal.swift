// SPDX-License-Identifier: Apache-2.0

extension QRCode {
  /// The code in half-block characters, two rows of modules in a line, each line with a line feed.
  ///
  /// Without colours of its own: what is drawn has the colour of the terminal's text. Light modules
  /// are drawn, for light text on a dark ground; `inverted` draws the dark ones, for dark text on a
  /// light ground. Most readers read both ways round, not all.
  public func terminal(inverted: Bool = false) -> String {
    var text = ""
    for row in stride(from: 0, to: modules.count, by: 2) {
      let upper = modules[row].map { $0 == inverted }
      // The number of rows is odd: below the last one the ground stays as it is.
      let lower =
        row + 1 < modules.count
        ? modules[row + 1].map { $0 == inverted }
        : [Bool](repeating: false, count: upper.count)
      for (isUpperDrawn, isLowerDrawn) in zip(upper, lower) {
        text.append(Self.character(upper: isUpperDrawn, lower: isLowerDrawn))
      }
      text.append("\n")
    }
    return text
  }

  private static func character(upper: Bool, lower: Bool) -> Character {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }
}

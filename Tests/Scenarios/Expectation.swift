// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Compares what a command printed with what its script expects, byte for byte but for wildcards.
enum Expectation {
  /// Whether the lines are those expected, where `...` is any number of lines and `…` any text.
  static func matches(_ expected: [String], _ found: [String]) -> Bool {
    matches(expected[...], found[...])
  }

  private static func matches(_ expected: ArraySlice<String>, _ found: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return found.isEmpty }
    if first == "..." {
      let rest = expected.dropFirst()
      return (0...found.count).contains { matches(rest, found.dropFirst($0)) }
    }
    guard let line = found.first, isLine(line, like: first) else { return false }
    return matches(expected.dropFirst(), found.dropFirst())
  }

  /// Whether a line is the expected one; bytes count, so composed and decomposed letters differ.
  static func isLine(_ line: String, like expected: String) -> Bool {
    let parts = expected.components(separatedBy: "…").map { Array($0.utf8) }
    var rest = Array(line.utf8)[...]
    guard let first = parts.first, let last = parts.last else { return false }
    guard parts.count > 1 else { return Array(rest) == first }
    guard rest.starts(with: first) else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let start = position(of: part, in: rest) else { return false }
      rest = rest[(start + part.count)...]
    }
    return rest.count >= last.count && Array(rest.suffix(last.count)) == last
  }

  private static func position(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard part.count <= bytes.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - part.count)).first {
      bytes[$0...].starts(with: part)
    }
  }

  /// The lines found, with wildcards kept where they still fit and for what is different every time.
  static func renewed(_ expected: [String], by found: [String]) -> [String] {
    let patterns = expected.filter { $0.contains("…") }
    return found.map { line in
      patterns.first { isLine(line, like: $0) } ?? masked(line)
    }
  }

  /// Keys, digests and roots are different every time.
  private static func masked(_ line: String) -> String {
    var line = line
    for pattern in [
      #"(?<=^— \S{1,80} )[A-Za-z0-9+/]{80,}={0,2}$"#,
      #"\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,44}=?"#, #"[A-Za-z0-9+/]{43}="#, #"[0-9a-f]{32,64}"#,
    ] {
      line = line.replacingOccurrences(of: pattern, with: "…", options: .regularExpression)
    }
    return line
  }
}

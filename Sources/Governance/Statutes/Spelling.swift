// SPDX-License-Identifier: Apache-2.0

/// Guesses what a misspelt name was meant to be.
public enum Spelling {
  /// The known name nearest by edit distance, if no more than two edits (one in short names) away.
  public static func nearest(to name: String, among known: [String]) -> String? {
    let limit = name.utf8.count < 5 ? 1 : 2
    let ranked = known.map { (distance(Array(name.utf8), Array($0.utf8)), $0) }
      .filter { $0.0 <= limit }
    return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
  }

  /// Levenshtein's distance, for names of 64 bytes and less; longer ones are far from everything.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.count <= 64, b.count <= 64 else { return .max }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let edited = min(row[j], row[j + 1]) + 1
        (diagonal, row[j + 1]) = (row[j + 1], min(edited, diagonal + (x == y ? 0 : 1)))
      }
    }
    return row[b.count]
  }
}

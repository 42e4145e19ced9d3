// SPDX-License-Identifier: Apache-2.0

/// Where a count's working differs from what was recomputed: the first stage, and what it says there.
struct StageDifference {
  /// From 1, as people count.
  let stage: Int
  let found: String
  let expected: String

  /// Nothing where both say the same.
  init?(_ found: JSON, _ expected: JSON) {
    let (a, b) = (found.array ?? [], expected.array ?? [])
    let place = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }
    if let place {
      self.stage = place.offset + 1
      (self.found, self.expected) = Self.difference(place.element.0, place.element.1)
    } else if a.count != b.count {
      self.stage = min(a.count, b.count) + 1
      (self.found, self.expected) = (
        Self.told(a.dropFirst(b.count)), Self.told(b.dropFirst(a.count))
      )
    } else {
      return nil
    }
  }

  private static func told(_ rest: ArraySlice<JSON>) -> String {
    rest.first?.object?["action"]?.string ?? "–"
  }

  /// The first thing in a stage that differs: a candidate's votes, else a whole field.
  private static func difference(_ found: JSON, _ expected: JSON) -> (String, String) {
    let (a, b) = (found.object ?? [:], expected.object ?? [:])
    for field in Set(a.keys).union(b.keys).sorted(by: fieldsInOrder) where a[field] != b[field] {
      if field == "votes", let (x, y) = difference(a[field]?.object ?? [:], b[field]?.object ?? [:])
      {
        return (x, y)
      }
      return ("\(field) \(text(a[field]))", "\(field) \(text(b[field]))")
    }
    return (text(found), text(expected))
  }

  private static func difference(
    _ a: [String: JSON], _ b: [String: JSON]
  ) -> (String, String)? {
    Set(a.keys).union(b.keys).sorted(by: Assembly.inOrder).first { a[$0] != b[$0] }
      .map { ("\($0) \(text(a[$0]))", "\($0) \(text(b[$0]))") }
  }

  /// Votes say most; everything else follows from them.
  private static func fieldsInOrder(_ a: String, _ b: String) -> Bool {
    (a == "votes" ? 0 : 1, a) < (b == "votes" ? 0 : 1, b)
  }

  /// The value in one line, not longer than anybody would read.
  private static func text(_ value: JSON?) -> String {
    guard let value else { return "–" }
    return value.string ?? String(decoding: value.canonicalBytes.prefix(200), as: UTF8.self)
  }

  /// What a refusal says of it.
  func facts(of item: String) -> [String: String] {
    ["item": item, "stage": "\(stage)", "found": found, "expected": expected]
  }
}

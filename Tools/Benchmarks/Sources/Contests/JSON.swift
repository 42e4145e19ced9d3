// SPDX-License-Identifier: Apache-2.0

/// A JSON value with whole numbers only, as `contests.py` prints them.
enum JSON: Equatable, Decodable {
  case null
  case number(Int)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// A list of numbers.
  static func numbers(_ numbers: some Sequence<Int>) -> JSON { .list(numbers.map(JSON.number)) }

  /// An object whose keys are candidates.
  static func byCandidate(_ candidates: [Int], _ value: (Int) -> JSON) -> JSON {
    .object(Dictionary(uniqueKeysWithValues: candidates.map { (String($0), value($0)) }))
  }

  /// Where two values differ: the path to each place, and what either has there.
  static func differences(_ ours: JSON?, _ theirs: JSON?, at path: String = "") -> [String] {
    switch (ours, theirs) {
    case (.object(let a)?, .object(let b)?):
      return Set(a.keys).union(b.keys).sorted().flatMap {
        differences(a[$0], b[$0], at: "\(path).\($0)")
      }
    case (.list(let a)?, .list(let b)?):
      return (0..<max(a.count, b.count)).flatMap {
        differences(
          $0 < a.count ? a[$0] : nil, $0 < b.count ? b[$0] : nil, at: "\(path)[\($0)]")
      }
    default:
      func text(_ value: JSON?) -> String { value?.description ?? "nothing" }
      return ours == theirs ? [] : ["\(path): Swift \(text(ours)), Python \(text(theirs))"]
    }
  }
}

extension JSON: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .number(let number): String(number)
    case .text(let text): text
    case .list(let list): "[" + list.map(\.description).joined(separator: ", ") + "]"
    case .object(let object):
      "{" + object.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// One way in which the statutes or the format say no: a stage of the small call, and an attempt.
struct RefusalRow: Sendable, CustomTestStringConvertible {
  let code: Refusal.Code
  let stage: Stage
  /// Why it is refused.
  let because: String
  let attempt: @Sendable (inout World) throws -> Attempt

  init(
    _ code: Refusal.Code, at stage: Stage, _ because: String,
    _ attempt: @escaping @Sendable (inout World) throws -> Attempt
  ) {
    (self.code, self.stage, self.because, self.attempt) = (code, stage, because, attempt)
  }

  var testDescription: String { "\(code.rawValue): \(because)" }

  /// What is said to the attempt.
  func found() throws -> Refusal? {
    var world = try stage.world
    let attempt = try attempt(&world)
    return try world.refusal(of: attempt)
  }
}

extension Attempt {
  /// The same with other fields; the empty object takes one out.
  func with(_ changes: [String: JSON]) -> Attempt {
    var attempt = self
    attempt.fields.merge(changes) { $1 }
    attempt.fields = attempt.fields.filter { $0.value != Self.nothing }
    return attempt
  }

  /// Stands for a field that is taken out.
  static let nothing: JSON = ["–": "–"]

  func signed(by signers: [String]) -> Attempt {
    var attempt = self
    attempt.signers = signers
    return attempt
  }

  func at(_ time: String) -> Attempt {
    var attempt = self
    attempt.at = time
    return attempt
  }

  /// An `act.refused` around this attempt.
  func turnedAway(_ reason: JSON, in world: World, at time: String? = nil) throws -> Attempt {
    let line = String(decoding: try world.act(self).statement.bytes, as: UTF8.self)
    var outer = Attempt(
      .actRefused,
      ["statement": .string(line), "signatures": ["— somebody AAAA"], "reason": reason],
      by: ["registrar"], at: time ?? at)
    outer.inner = [self]
    return outer
  }
}

extension JSON {
  /// The same tree with the value at a path replaced: names of members, numbers of elements.
  func replacing(_ path: String..., with value: JSON) -> JSON { replacing(at: path, with: value) }

  func replacing(at path: [String], with value: JSON) -> JSON {
    guard let first = path.first else { return value }
    let rest = Array(path.dropFirst())
    switch self {
    case .object(var members):
      members[first] = (members[first] ?? [:]).replacing(at: rest, with: value)
      return .object(members)
    case .array(var elements):
      if let index = Int(first) {
        elements[index] = elements[index].replacing(at: rest, with: value)
      }
      return .array(elements)
    case .string, .integer, .bool: return value
    }
  }
}

extension World {
  /// The sample's founding with some of its fields changed.
  static func founding(_ change: (inout [String: JSON]) throws -> Void) throws -> Attempt {
    var fields = try founding()
    try change(&fields)
    return .founding(fields)
  }
}

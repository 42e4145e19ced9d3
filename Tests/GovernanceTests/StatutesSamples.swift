// SPDX-License-Identifier: Apache-2.0

import Authoring
import Foundation
import Governance

/// The model statutes and the synthetic call, as they lie in the repository.
enum Samples {
  static let policies = [
    "alliance-cso", "association-dialogue", "cohort-programme", "community-dialogue", "ngo-forum",
    "pooled-fund-board",
  ]

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  static func policyText(_ name: String) throws -> String {
    String(decoding: try bytes("Policies/\(name).yaml"), as: UTF8.self)
  }

  static func statutes(_ name: String) throws -> Statutes {
    try Statutes(try StrictYAML.read(try bytes("Policies/\(name).yaml")))
  }

  /// The alliance's statutes with one place changed.
  static func damaged(
    _ old: String, _ new: String, in policy: String = "alliance-cso"
  ) throws -> JSON {
    let text = try policyText(policy)
    precondition(text.contains(old), "the sample has no \(old)")
    return try StrictYAML.read([UInt8](text.replacing(old, with: new, maxReplacements: 1).utf8))
  }
}

extension Samples {
  static func read(_ yaml: String) throws -> JSON { try StrictYAML.read([UInt8](yaml.utf8)) }
}

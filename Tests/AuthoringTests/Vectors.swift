// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The votes of others in Tests/Vectors, which belongs to no target; see its README.
enum Vectors {
  static let votes = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Vectors/votes")

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: votes.appending(path: path)))
  }

  static func json<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: votes.appending(path: path)))
  }

  /// The paths of a folder's files of a kind, from `votes` on, sorted.
  static func paths(in folder: String, endingIn ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: votes.appending(path: folder).path)
      .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }
}

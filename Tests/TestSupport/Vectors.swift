// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The vectors of others in Tests/Vectors, which belongs to no target; see its README.
public struct Vectors: Sendable {
  /// All of them.
  public static let all = Vectors(folder: folder)
  /// Votes and elections with known results.
  public static let votes = Vectors(folder: folder.appending(path: "votes"))

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Vectors")

  private let folder: URL

  private init(folder: URL) { self.folder = folder }

  /// The bytes of a file, by its path here.
  public func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// A file in UTF-8.
  public func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// What a JSON file holds.
  public func json<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
  }

  /// Every file below a folder whose name ends so, by its path here, sorted.
  public func paths(below path: String, endingIn ending: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: path).path)
    return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(path)/\($0)" }
  }
}

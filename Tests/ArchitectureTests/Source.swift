// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// One of the package's source files.
struct Source: Sendable {
  /// Below `Sources/`: `viche/Desk/System.swift`.
  let path: String
  let lines: [String]

  var target: String { path.components(separatedBy: "/")[0] }

  /// The modules that the file imports.
  var imports: Set<String> {
    let access = "((public|internal|private|fileprivate|package) +)?"
    let pattern = #"^(@\w+(\([^)]*\))? +)*"# + access + "import +"
    return Set(
      lines.compactMap { line in
        guard let match = line.range(of: pattern, options: .regularExpression) else { return nil }
        let words = line[match.upperBound...].split(separator: " ")
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
        let name = words.first { !kinds.contains($0) } ?? ""
        return String(name.split(separator: ".")[0])
      })
  }

  /// Lines of code, not of comment, in which a pattern occurs.
  func lines(matching pattern: String) -> [String] {
    lines.filter { line in
      let code = line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line
      return code.range(of: pattern, options: .regularExpression) != nil
    }
  }

  /// Every Swift file in `Sources`.
  static let all = read("Sources")

  /// Every Swift file in a folder of the package, in the order of its path.
  static func read(_ folder: String) -> [Source] {
    let root = Package.root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(atPath: root.path)
    let paths = files?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return text.map { Source(path: path, lines: $0.components(separatedBy: "\n")) }
    }
  }
}

/// The package as its manifest describes it.
struct Package: Decodable {
  let targets: [Target]

  struct Target: Decodable {
    let name: String
    let type: String
    let dependencies: [Dependency]
  }

  /// `{"byName": ["Signing", null]}` or `{"product": ["Yams", "Yams", null, null]}`.
  struct Dependency: Decodable {
    let byName: [String?]?
    let product: [Value]?
    let target: [Value]?

    var name: String? { byName?.first ?? product?.first?.text ?? target?.first?.text }

    struct Value: Decodable {
      let text: String?
      init(from decoder: any Decoder) throws {
        text = try? decoder.singleValueContainer().decode(String.self)
      }
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What each target depends on, tests left out.
  var dependencies: [String: Set<String>] {
    let sources = targets.filter { $0.type != "test" }
    return Dictionary(
      uniqueKeysWithValues: sources.map { ($0.name, Set($0.dependencies.compactMap(\.name))) })
  }

  /// Asks SwiftPM, with a scratch folder of its own, since `swift test` holds the lock of `.build`.
  static func read() throws -> Package {
    let scratch = try ScratchFolder()
    let output = try scratch.run(
      "swift package --package-path \"$1\" --scratch-path . dump-package", root.path)
    return try JSONDecoder().decode(Package.self, from: Data(output.utf8))
  }
}

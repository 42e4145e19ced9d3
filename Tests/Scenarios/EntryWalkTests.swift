// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Every entry of every stage's log can be explained in words, in both languages.
@Suite("Explaining every entry")
struct EntryWalkTests {
  @Test(arguments: try Script.all(in: Place.stages))
  func stage(_ script: Script) async throws {
    let folder = try await Stages.shared.copy(of: script.name, named: "walk-\(script.name)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let logs = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".viche") }
    #expect(!logs.isEmpty)
    for log in logs {
      for language in ["en", "uk"] {
        let all = """
          count=$(viche log show --log \(log) --json | wc -l)
          viche explain entry $(seq 0 $((count - 1))) --log \(log) --lang \(language)
          """
        let result = try Shell.run(all, in: folder)
        #expect(result.exit == 0, "\(result.lines.prefix(3))")
        #expect(result.lines.count > 10)
        let raw = result.lines.filter { line in
          // No JSON, no message's key, no place for a value, no time as programs write it.
          line.contains { "{}".contains($0) } || line.contains("[\"")
            || line.contains("field.") || line.contains("change.") || line.contains("story.")
            || line.range(of: #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"#, options: .regularExpression)
              != nil
        }
        #expect(raw.isEmpty, "\(log) \(language): \(raw.prefix(5))")
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `Tools/open-call`, as its reader would run it, from an empty folder to a verified log.
@Suite("The open call's story")
struct OpenCallTests {
  /// Eight of the sample's 58, one of every kind, whose reviews are shared out evenly among the panel.
  static let few: Set = ["A-001", "A-002", "A-003", "A-007", "A-010", "A-023", "A-032", "A-035"]

  /// With `OPEN_CALL=all` the whole sample, which takes minutes unless the command is optimised.
  static let takesAll = ProcessInfo.processInfo.environment["OPEN_CALL"] == "all"

  @Test func theTablesAreThoseThatAnotherProgramComputed() async throws {
    let folder = try await Stages.shared.copy(of: nil, named: "open-call")
    try cut("applications.csv", column: 0, to: folder)
    try cut("reviews.csv", column: 1, to: folder)
    let result = try Shell.run(
      #""$ROOT"/Tools/open-call applications.csv reviews.csv out"#, in: folder, seconds: 900)
    #expect(result.exit == 0, "\(result.lines.joined(separator: "\n"))")
    #expect(result.lines.last == "OK")

    let out = folder.appendingPathComponent("out")
    // Not the reasons, which are codes made of the statutes' own names.
    try same(out, "screening.csv", "expected.csv", columns: [0, 1, 2, 3, 5], id: 0)
    try same(out, "reviews.csv", "expected-reviews.csv", columns: [0, 1, 2], id: nil)
    // Ranks are those among all.
    try same(out, "shortlist.csv", "expected-shortlist.csv", columns: [1, 2, 3, 4, 5, 6, 7], id: 1)
    try FileManager.default.removeItem(at: folder)
  }

  /// Keeps the rows of the few, by the column that names the application.
  private func cut(_ name: String, column: Int, to folder: URL) throws {
    let text = try String(
      contentsOf: Place.samples.appendingPathComponent(name), encoding: .utf8)
    let rows = text.components(separatedBy: "\r\n")
    let kept = rows.enumerated().filter { index, row in
      index == 0 || Self.takesAll || Self.few.contains(fields(row)[safely: column] ?? "")
    }
    let cut = kept.map(\.element).joined(separator: "\r\n") + (Self.takesAll ? "" : "\r\n")
    try Data(cut.utf8).write(to: folder.appendingPathComponent(name))
  }

  private func same(
    _ out: URL, _ found: String, _ expected: String, columns: [Int], id: Int?
  ) throws {
    func rows(_ file: URL) throws -> [[String]] {
      try String(contentsOf: file, encoding: .utf8)
        .replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
        .filter { !$0.isEmpty }.map(fields)
    }
    let found = try rows(out.appendingPathComponent(found))
    let known = Set(found.map { $0[id ?? 0] })
    let expected = try rows(Place.samples.appendingPathComponent(expected))
      .filter { known.contains($0[id ?? 0]) }
    #expect(found.count > 1)
    func compared(_ rows: [[String]]) -> [[String]] { rows.map { row in columns.map { row[$0] } } }
    #expect(compared(found) == compared(expected))
  }

  /// None of the columns compared is quoted in the sample.
  private func fields(_ row: String) -> [String] { row.components(separatedBy: ",") }
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A story told by commands, in a file: what is typed, what is seen, and with which exit code.
///
///     # A comment.
///     from: founded
///     $ viche verify alliance.viche
///     alliance.example.org/ledger  CSO Alliance (sample)
///     ...
///     OK
///
///     ! sh: printf 'x' >> alliance.viche
///
///     $ viche key show nobody.vkey
///     viche: there is no file …
///     ? 66
///
///     -- answers.yaml --
///     call: 2024-1
///
/// `from:` names the stage whose folder the script starts with; `known issue:` says why a script may
/// fail for now. A line `...` stands for any lines, `…` for any text inside one. `! sh:` prepares
/// something by hand. Both streams are compared, as a terminal shows them; blank lines at the end
/// of an output are not. Files follow at the end.
struct Script: CustomTestStringConvertible, Sendable {
  let file: URL
  let name: String
  let stage: String?
  let knownIssue: String?
  private(set) var parts: [Part] = []
  let files: [(name: String, text: String)]

  enum Part: Sendable {
    /// Comments, blank lines, the name of the stage.
    case prose(String)
    case command(Command)
  }

  struct Command: Sendable {
    let line: Int
    /// The lines as they stand in the file, `$ ` or `! sh: ` and continuations included.
    let source: [String]
    var expected: [String] = []
    var exit: Int32 = 0
    var isFollowedByBlank = false

    /// What bash runs.
    var text: String {
      source.enumerated().map { index, line in
        index > 0 ? line : String(line.dropFirst(line.hasPrefix("$ ") ? 2 : 6))
      }.joined(separator: "\n")
    }
  }

  var testDescription: String { name }

  init(_ file: URL) throws {
    self.file = file
    self.name = file.deletingPathExtension().lastPathComponent
    var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    self.files = Self.takeFiles(&lines)
    var (stage, knownIssue): (String?, String?)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.hasPrefix("$ ") || line.hasPrefix("! sh:") {
        var source = [line]
        while source.last?.hasSuffix("\\") == true, index < lines.count {
          source.append(lines[index])
          index += 1
        }
        var command = Command(line: index - source.count + 1, source: source)
        while index < lines.count, !Self.endsOutput(lines[index]) {
          command.expected.append(lines[index])
          index += 1
        }
        while command.expected.last?.isEmpty == true {
          command.expected.removeLast()
          command.isFollowedByBlank = true
        }
        if index < lines.count, lines[index].hasPrefix("? ") {
          command.exit = Int32(lines[index].dropFirst(2)) ?? -1
          index += 1
        }
        parts.append(.command(command))
      } else {
        if line.hasPrefix("from: ") { stage = String(line.dropFirst(6)) }
        if line.hasPrefix("known issue: ") { knownIssue = String(line.dropFirst(13)) }
        parts.append(.prose(line))
      }
    }
    self.stage = stage
    self.knownIssue = knownIssue
  }

  private static func endsOutput(_ line: String) -> Bool {
    ["$ ", "! sh:", "# ", "? ", "from: ", "known issue: "].contains { line.hasPrefix($0) }
  }

  private static func takeFiles(_ lines: inout [String]) -> [(name: String, text: String)] {
    func title(_ line: String) -> String? {
      guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 else { return nil }
      return String(line.dropFirst(3).dropLast(3))
    }
    guard let first = lines.firstIndex(where: { title($0) != nil }) else { return [] }
    var files: [(name: String, text: String)] = []
    for line in lines[first...] {
      if let name = title(line) {
        files.append((name, ""))
      } else {
        files[files.count - 1].text += line + "\n"
      }
    }
    lines.removeSubrange(first...)
    // The last file's text ends where the script does.
    let end = files.count - 1
    if files[end].text.hasSuffix("\n\n") { files[end].text.removeLast() }
    return files
  }

  /// The scripts of a folder, by name; only the one that `SCRIPT` names, if it names one.
  static func all(in folder: URL) throws -> [Script] {
    let only = ProcessInfo.processInfo.environment["SCRIPT"]
    return try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .filter { only == nil || $0.deletingPathExtension().lastPathComponent == only }
      .sorted { $0.path < $1.path }
      .map { try Script($0) }
  }
}

/// What differed when a script ran.
struct ScriptFailure: Error, CustomStringConvertible {
  let description: String
}

extension Script {
  /// Runs the script in a folder and throws what differs; with `UPDATE=1` rewrites what it expects.
  func run(in folder: URL) throws {
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
    }
    let updating = ProcessInfo.processInfo.environment["UPDATE"] == "1"
    var differences: [String] = []
    var rewritten = self
    for (index, part) in parts.enumerated() {
      guard case .command(var command) = part else { continue }
      let result = try Shell.run(command.text, in: folder)
      let lines = result.lines
      if result.exit == command.exit, Expectation.matches(command.expected, lines) { continue }
      differences.append(difference(command, result))
      command.expected = Expectation.renewed(command.expected, by: lines)
      command.exit = result.exit
      rewritten.parts[index] = .command(command)
    }
    if updating, !differences.isEmpty { try rewritten.write() }
    guard updating || differences.isEmpty else {
      throw ScriptFailure(description: differences.joined(separator: "\n"))
    }
  }

  private func difference(_ command: Command, _ result: Shell.Result) -> String {
    """
    \(file.path):\(command.line): \(command.source.joined(separator: "\n"))
    expected (exit \(command.exit)):
    \(command.expected.joined(separator: "\n"))
    found (exit \(result.exit)):
    \(result.lines.joined(separator: "\n"))
    """
  }

  private func write() throws {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .prose(let line): lines.append(line)
      case .command(let command):
        lines += command.source + command.expected
        if command.exit != 0 { lines.append("? \(command.exit)") }
        if command.isFollowedByBlank || !command.expected.isEmpty { lines.append("") }
      }
    }
    // One blank line after a command, however often the file is rewritten.
    var text = ""
    for line in lines where !(line.isEmpty && (text.hasSuffix("\n\n") || text.isEmpty)) {
      text += line + "\n"
    }
    for (name, content) in files { text += "-- \(name) --\n" + content }
    while text.hasSuffix("\n\n") { text.removeLast() }
    try Data(text.utf8).write(to: file)
  }
}

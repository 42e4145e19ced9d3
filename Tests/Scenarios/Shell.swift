// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs commands as a person at a terminal of their own would, in a clean environment.
enum Shell {
  struct Result: Sendable {
    let exit: Int32
    let output: Data

    /// The lines of both streams, without blank ones at the end.
    var lines: [String] {
      // By bytes: CR LF is one character, and would not be split at its LF.
      var lines = output.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
  }

  /// Runs a line by bash, with the `viche` that was built beside these tests.
  ///
  /// In a session of its own, so that nothing can ask the developer's terminal for a passphrase.
  static func run(_ line: String, in folder: URL, seconds: Int = 300) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    process.arguments = ["--wait", "timeout", "\(seconds)", "bash", "-c", line]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    // A file, not a pipe: nobody waits for a process that a script left in the background.
    let path = NSTemporaryDirectory() + "viche-output-" + UUID().uuidString
    try Data().write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    process.standardOutput = file
    process.standardError = file
    try process.run()
    process.waitUntilExit()
    try file.close()
    let output = try Data(contentsOf: URL(fileURLWithPath: path))
    return Result(exit: process.terminationStatus, output: output)
  }

  private static let environment: [String: String] = {
    let own = ProcessInfo.processInfo.environment
    var clean = ["LANG": "C.UTF-8", "VICHE": Place.viche.path, "ROOT": Place.root.path]
    clean["PATH"] = Place.products.path + ":" + (own["PATH"] ?? "/usr/bin:/bin")
    for name in ["HOME", "TMPDIR"] { clean[name] = own[name] }
    return clean
  }()
}

/// Where the repository, the built command and the scripts are.
enum Place {
  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let root = scenarios.deletingLastPathComponent().deletingLastPathComponent()
  static let scripts = scenarios.appendingPathComponent("Scripts")
  static let stages = scripts.appendingPathComponent("stages")
  static let samples = root.appendingPathComponent("Tests/Samples/open-call")

  /// The folder of the test bundle, in which `swift build` puts the command too.
  static let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
  static let viche = products.appendingPathComponent("viche")
}

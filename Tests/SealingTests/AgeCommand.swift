// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The `age` program, run in a folder of its own that goes with it.
final class AgeCommand {
  struct Failure: Error { let message: String }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "viche-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Runs a line of the shell, and returns what it prints, without the line feed at its end.
  @discardableResult
  func run(_ line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "set -e; " + line]
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(message: said) }
    return text.trimmingCharacters(in: .newlines)
  }

  /// A new identity of `age-keygen`'s in a file of this name, and its text.
  func keygen(_ name: String) throws -> String {
    try run("age-keygen -o \(name) 2> /dev/null; grep AGE-SECRET \(name)")
  }
}

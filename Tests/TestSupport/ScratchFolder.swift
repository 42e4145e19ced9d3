// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder of its own for files and programs of the machine, which goes when its owner does.
public final class ScratchFolder {
  /// A program that ended with another status than 0, and what it said on its standard error.
  public struct Failure: Error { let message: String }

  /// Where the folder is.
  public let path: String

  /// An empty folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "viche-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, or replaces it.
  public func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: place(of: name))
  }

  /// Writes a file in UTF-8, or replaces it.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// The bytes of a file.
  public func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: place(of: name)))
  }

  /// Runs a line of the shell in the folder; `arguments` are its `$1`, `$2`, ….
  ///
  /// Returns what it prints, without line feeds at its end; throws ``Failure``.
  @discardableResult
  public func run(_ line: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "set -e; " + line, "sh"] + arguments
    process.currentDirectoryURL = URL(filePath: path)
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

  private func place(of name: String) -> URL { URL(filePath: path).appending(path: name) }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

/// zbarimg, which reads pictures of QR codes and knows nothing of how we make them.
enum Reader {
  struct Failure: Error { let status: Int32 }

  /// The bytes of the one code in a picture.
  static func read(_ picture: [UInt8], type: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "viche-\(UUID().uuidString).\(type)")
    try Data(picture).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["zbarimg", "--raw", "-q", "-Sbinary", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return bytes
  }
}

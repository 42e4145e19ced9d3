// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Signing
import Testing

/// The log that was made by another hand from the format's page alone.
@Suite struct LogExampleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Vectors/log-example")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  @Test func `its frames, notes, tree and checkpoints are read as they were meant`() throws {
    let key = String(decoding: try Self.bytes("log.vkey"), as: UTF8.self)
    let logKey = try VerifierKey(parsing: key.trimmingCharacters(in: .newlines))
    let outline = try LogOutline(Self.bytes("example.viche"), logKey: logKey)
    #expect(outline.origin == "alliance.example.org/ledger")
    #expect(outline.entries.map(\.index) == [0, 1, 2, 3, 4, 5])
    #expect(outline.entries.map(\.signed.signatures.count) == [3, 1, 1, 1, 1, 1])
    #expect(outline.checkpoints.count == 2)
  }

  @Test func `its statements are stand-ins, and no log of ours`() throws {
    let bytes = try Self.bytes("example.viche")
    #expect(throws: LedgerError.self) { try VerifiedLog.verify(bytes) }
  }
}

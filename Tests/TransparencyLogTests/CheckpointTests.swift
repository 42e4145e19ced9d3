// SPDX-License-Identifier: Apache-2.0
import Signing
import Testing
import TransparencyLog

struct CheckpointTests {
  static let root = "OC/RrW61i/2LynSraqOzTgq+xSc/wdNSq/GCXQR0l94="

  @Test(
    arguments: [
      ("example.org/log\n6\n\(root)\n", nil),
      ("go.sum database tree\n0\n\(root)\n", nil),  // an origin need be no URL
      ("a\n9223372036854775807\n\(root)\n", nil),  // 2^63 - 1
      ("a\n6\n\(root)\nmore\nand more\n", nil),
      ("", MalformedNote.truncatedCheckpoint),
      ("a\n6\n", .truncatedCheckpoint),
      ("a\n6\n\(root)", .truncatedCheckpoint),
      ("\n6\n\(root)\n", .badOrigin),
      ("a\n\n\(root)\n", .badSize),
      ("a\n06\n\(root)\n", .badSize),
      ("a\n+6\n\(root)\n", .badSize),
      ("a\n-6\n\(root)\n", .badSize),
      ("a\n 6\n\(root)\n", .badSize),
      ("a\n٦\n\(root)\n", .badSize),  // a digit, but not of ASCII
      ("a\n9223372036854775808\n\(root)\n", .badSize),
      ("a\n99999999999999999999\n\(root)\n", .badSize),
      ("a\n6\n\n", .badRoot),
      ("a\n6\nAAAA\n", .badRoot),
      ("a\n6\nOC/RrW61i/2LynSraqOzTgq+xSc/wdNSq/GCXQR0l95=\n", .badRoot),  // not canonical
      ("a\n6\n\(root)\n\n", .emptyExtensionLine),
      ("a\n6\n\(root)\n\nmore\n", .emptyExtensionLine),
    ] as [(String, MalformedNote?)])
  func aCheckpointHasOneSpelling(text: String, error: MalformedNote?) {
    let bytes = Array(text.utf8)
    if let error {
      #expect(throws: error) { try Checkpoint(parsing: bytes) }
    } else {
      #expect((try? Checkpoint(parsing: bytes))?.text == bytes)
    }
  }

  @Test func itsPartsAreTheLinesOfTheText() throws {
    let checkpoint = try Checkpoint(parsing: Array("example.org/log\n6\n\(Self.root)\nx\n".utf8))
    #expect(checkpoint.origin == "example.org/log" && checkpoint.size == 6)
    #expect(Base64.encode(checkpoint.root) == Self.root)
    #expect(checkpoint.extensions == [[0x78]])
    #expect(
      checkpoint
        == Checkpoint(
          origin: "example.org/log", size: 6, root: checkpoint.root, extensions: [[0x78]]))
  }
}

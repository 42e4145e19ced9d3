// SPDX-License-Identifier: Apache-2.0
import Signing
import TestSupport
import Testing
import TransparencyLog

/// What a parser accepts, it writes again byte for byte; what it refuses, it refuses calmly.
struct OneEncodingTests {
  /// A parser and its writer in one: nil where the bytes are refused.
  typealias Reading = @Sendable ([UInt8]) -> [UInt8]?

  static let hash = "KOBJtz793PTl7kMAfcgBAJR9UjDpXf6xvUMygQ9eOiY="

  static let readings: [(text: String, read: Reading)] = [
    (
      "text\n\nmore\n\n— example.com/foo AAAAAQI=\n— Альянс AAAAAQID\n",
      { try? SignedNote(parsing: $0).bytes }
    ),
    ("example.org/log\n1290\n\(hash)\nmore\n", { try? Checkpoint(parsing: $0).text }),
    (
      "c2sp.org/tlog-proof@v1\nextra AAEC\nindex 10\n\(hash)\n\(hash)\n\nnote\n",
      { try? TlogProof(parsing: $0).bytes }
    ),
    ("tile/10/x001/x234/067.p/10", { utf8(try? TilePath(parsing: $0.text).text) }),
    ("tile/entries/x001/000", { utf8(try? TilePath(parsing: $0.text).text) }),
    (
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      { utf8(try? VerifierKey(parsing: $0.text).text) }
    ),
  ]

  private static func utf8(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }

  @Test(arguments: readings.indices)
  func whatIsAcceptedIsWrittenAgainUnchanged(row: Int) {
    let (text, read) = Self.readings[row]
    let seed = UInt64(row + 1)
    var random = Xorshift(seed: seed)
    #expect(read(Array(text.utf8)) == Array(text.utf8))
    for round in 0..<20_000 {
      var bytes = Array(text.utf8)
      for _ in 0...random.below(3) { random.change(&bytes) }
      guard let again = read(bytes) else { continue }
      // A String repairs what is not UTF-8, so there the text is what was read.
      #expect(again == bytes || again == Array(bytes.text.utf8), "seed \(seed), round \(round)")
    }
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

struct TlogProofTests {
  static let hash = "KOBJtz793PTl7kMAfcgBAJR9UjDpXf6xvUMygQ9eOiY="
  static let head = "c2sp.org/tlog-proof@v1\n"

  @Test(
    arguments: [
      ("\(head)index 0\n\nnote\n", nil),
      ("\(head)index 1\n\(hash)\n\nnote\n", nil),
      ("\(head)extra AAEC\nindex 1\n\(hash)\n\(hash)\n\nnote\n\n— x y\n", nil),
      ("", MalformedNote.notAProof),
      ("index 0\n\nnote\n", .notAProof),  // the older "spicy" file
      ("c2sp.org/tlog-proof@v2\nindex 0\n\nnote\n", .notAProof),
      (head, .badIndex),
      ("\(head)index 0", .badIndex),
      ("\(head)index 01\n\nnote\n", .badIndex),  // the reference reader takes it
      ("\(head)index -1\n\nnote\n", .badIndex),
      ("\(head)index 9223372036854775808\n\nnote\n", .badIndex),
      ("\(head)\(hash)\n\nnote\n", .badIndex),
      ("\(head)extra AAEC\n\nnote\n", .badIndex),
      ("\(head)extra AAEC\nextra AAEC\nindex 0\n\nnote\n", .badIndex),
      ("\(head)extra AAE\nindex 0\n\nnote\n", .badExtra),
      ("\(head)index 0\nnote\n", .badProofHash(1)),
      ("\(head)index 0\n\(hash)\nAAAA\n\nnote\n", .badProofHash(2)),
      ("\(head)index 0\n\(hash)\n", .noCheckpoint),  // no blank line; the reference reader takes it
      ("\(head)index 0\n\n", .noCheckpoint),
      ("\(head)index 0\n\(String(repeating: hash + "\n", count: 64))\nnote\n", .tooManyProofHashes),
    ] as [(String, MalformedNote?)])
  func aProofHasOneSpelling(text: String, error: MalformedNote?) {
    let bytes = Array(text.utf8)
    if let error {
      #expect(throws: error) { try TlogProof(parsing: bytes) }
    } else {
      #expect((try? TlogProof(parsing: bytes))?.bytes == bytes)
    }
  }

  @Test func itsPartsAreThoseOfTheText() throws {
    let text = "\(Self.head)extra AAEC\nindex 7\n\(Self.hash)\n\nnote\n"
    let proof = try TlogProof(parsing: Array(text.utf8))
    #expect(proof.extra == [0, 1, 2] && proof.index == 7 && proof.proof.count == 1)
    #expect(proof.checkpoint == Array("note\n".utf8))
    #expect(
      proof
        == TlogProof(
          extra: proof.extra, index: 7, proof: proof.proof, checkpoint: proof.checkpoint))
  }
}

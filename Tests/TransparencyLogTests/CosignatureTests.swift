// SPDX-License-Identifier: Apache-2.0
import Signing
import Testing
import TransparencyLog

struct CosignatureTests {
  let checkpoint = Checkpoint(
    origin: "example.com/behind-the-sofa", size: 20_852_163, root: MerkleTree.emptyRoot)

  @Test func theMessageIsTwoLinesAndTheWholeCheckpoint() {
    let message = Cosignature.message(checkpoint.text, at: 1_679_315_147)
    let expected = """
      cosignature/v1
      time 1679315147
      example.com/behind-the-sofa
      20852163
      47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

      """
    #expect(String(decoding: message, as: UTF8.self) == expected)
  }

  @Test func aCheckpointIsVerifiedByItsLogAndByItsWitness() throws {
    let log = try SigningKey.generate()
    let witness = try SigningKey.generate()
    let logKey = try VerifierKey(name: checkpoint.origin, publicKey: log.publicKey)
    let witnessKey = try VerifierKey(
      name: "witness", publicKey: witness.publicKey, kind: .cosignature)
    let cosignature = try Cosignature(of: checkpoint.text, at: 1_679_315_147, with: witness)
    let note = SignedNote(
      text: checkpoint.text,
      signatures: [
        try NoteSignature(signing: checkpoint.text, as: logKey.name, with: log),
        cosignature.line(of: witnessKey),
      ])
    let parsed = try SignedNote(parsing: note.bytes)
    #expect(parsed == note)
    #expect(try parsed.verified(by: [witnessKey, logKey]) == [logKey, witnessKey])
    #expect(try Cosignature(parsed.signatures[1]).timestamp == 1_679_315_147)
  }

  @Test func anotherTimeAnotherTreeOrAnotherKindOfKeyIsNotCosigned() throws {
    let witness = try SigningKey.generate()
    let key = try VerifierKey(name: "witness", publicKey: witness.publicKey, kind: .cosignature)
    let plain = try VerifierKey(name: "witness", publicKey: witness.publicKey)
    let checker = SignatureChecker()
    let cosignature = try Cosignature(of: checkpoint.text, at: 5, with: witness)
    var bytes = cosignature.line(of: key).signature
    bytes[7] ^= 1
    let later = try Cosignature(NoteSignature(name: "w", keyID: key.keyID, signature: bytes))
    #expect(try cosignature.isValid(on: checkpoint.text, by: key, using: checker))
    #expect(try !cosignature.isValid(on: checkpoint.text, by: plain, using: checker))
    #expect(try !cosignature.isValid(on: checkpoint.text + [0x0A], by: key, using: checker))
    #expect(later.timestamp == 4)
    #expect(try !later.isValid(on: checkpoint.text, by: key, using: checker))
  }

  @Test(arguments: [64, 71, 73, 2428])
  func aCosignatureHas72Bytes(count: Int) {
    let line = NoteSignature(
      name: "w", keyID: 1, signature: [UInt8](repeating: 0, count: count))
    #expect(throws: MalformedNote.cosignatureLength(count)) { try Cosignature(line) }
  }

  @Test func aTimeBeyond63BitsIsRefused() throws {
    let tail = [UInt8](repeating: 0xFF, count: 71)
    let line = { NoteSignature(name: "w", keyID: 1, signature: [$0] + tail) }
    #expect(throws: MalformedNote.cosignatureTime) { try Cosignature(line(0x80)) }
    #expect(try Cosignature(line(0x7F)).timestamp == .max)
  }
}

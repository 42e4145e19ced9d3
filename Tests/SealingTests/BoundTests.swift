// SPDX-License-Identifier: Apache-2.0
import Sealing
import Signing
import Testing

/// What the format leaves open and we bound, and the order of an envelope's layers.
@Suite("Files and envelopes")
struct BoundTests {
  let plain = Array("так".utf8)

  /// Sealed by age 1.1.1; its header is the example in the documentation.
  @Test func aFileOfAgesIsOpened() throws {
    let header = """
      age-encryption.org/v1
      -> X25519 Dj1jyCxVfLWGfwPDfQ4gYFjBqtlXGGBG6LsrxR7DSmY
      lYAFb4desZ5J3cM6EIUzEvzI83FXJqiohJq5MfNu/3g
      --- fy/jC+2f00eIbj50JzggDQ3qHUFQQ8l1oR9a3grZ2HU

      """
    let payload =
      "4bd736e05711b48408a41b80279ccbb070dc42606e33962cd19323c02e83141f03632204df1d1190"
      + "7978c9bdb940"
    let file = try Array(header.utf8) + #require(Hex.decode(payload))
    let identity = try SealIdentity(parsing: KeyTextTests.identity)
    #expect(try AgeFile.open(file, with: identity) == Array("sealed by age\n".utf8))
  }

  @Test func aFileIsForOneToTwentyRecipients() throws {
    let identity = try SealIdentity()
    let twenty = [SealRecipient](repeating: identity.recipient, count: 20)
    #expect(try AgeFile.open(AgeFile.seal(plain, to: twenty), with: identity) == plain)
    #expect(throws: SealingError.noRecipients) { try AgeFile.seal(plain, to: []) }
    #expect(throws: SealingError.tooManyRecipients(count: 21)) {
      try AgeFile.seal(plain, to: twenty + [identity.recipient])
    }
  }

  /// A stanza of a type that nobody knows counts as one.
  @Test func moreThanTwentyStanzasAreRefused() throws {
    let identity = try SealIdentity()
    let file = "age-encryption.org/v1\n" + String(repeating: "-> other\n\n", count: 21) + "---"
    #expect(throws: SealingError.tooManyStanzas) {
      _ = try AgeFile.open(Array(file.utf8), with: identity)
    }
  }

  @Test func whatWouldBeLongerThanAMebibyteIsNotSealedNorOpened() throws {
    let identity = try SealIdentity()
    let overhead = try AgeFile.seal([], to: [identity.recipient]).count
    // 16 chunks have 15 tags more than the one of an empty file.
    let longest = 1_048_576 - overhead - 15 * 16
    let file = try AgeFile.seal([UInt8](repeating: 1, count: longest), to: [identity.recipient])
    #expect(file.count == AgeFile.lengthMax)
    #expect(try AgeFile.open(file, with: identity).count == longest)
    #expect(throws: SealingError.tooLong(bytes: 1_048_577)) {
      try AgeFile.seal([UInt8](repeating: 1, count: longest + 1), to: [identity.recipient])
    }
    #expect(throws: SealingError.tooLong(bytes: 1_048_577)) {
      _ = try AgeFile.open(file + [0], with: identity)
    }
  }

  @Test func anEnvelopeTakesAllItsIdentitiesInTheirOrder() throws {
    let texts = [try SealIdentity().text, try SealIdentity().text, try SealIdentity().text]
    let recipients = try texts.map { try SealIdentity(parsing: $0).recipient }
    let envelope = try Envelope.seal(plain, for: recipients)
    #expect(try Envelope.open(envelope, with: texts) == plain)
    #expect(throws: SealingError.otherIdentity) {
      try Envelope.open(envelope, with: texts.reversed())
    }
    #expect(throws: SealingError.otherIdentity) {
      try Envelope.open(envelope, with: [texts[0], texts[2]])
    }
    #expect(throws: SealingError.otherFormat) {
      try Envelope.open(envelope, with: texts + [texts[0]])
    }
    #expect(throws: SealingError.noIdentities) { try Envelope.open(envelope, with: []) }
    #expect(throws: SealingError.noRecipients) { try Envelope.seal(plain, for: []) }
  }

  @Test func nothingIsSealedTwiceAlike() throws {
    let recipient = try SealIdentity().recipient
    #expect(try AgeFile.seal(plain, to: [recipient]) != AgeFile.seal(plain, to: [recipient]))
  }
}

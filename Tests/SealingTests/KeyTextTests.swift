// SPDX-License-Identifier: Apache-2.0
import Sealing
import Testing

/// Identities and recipients as text.
@Suite("Keys to open with")
struct KeyTextTests {
  /// The example of the age program's own documentation: a private key of 32 bytes 0x42.
  static let identity =
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
  static let recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

  @Test func theKnownIdentityHasTheKnownRecipient() throws {
    let identity = try SealIdentity(parsing: Self.identity)
    #expect(identity.text == Self.identity)
    #expect(identity.recipient.text == Self.recipient)
    #expect(try SealRecipient(parsing: Self.recipient) == identity.recipient)
    #expect(Envelope.recipient(ofIdentity: Self.identity) == Self.recipient)
  }

  @Test func freshIdentitiesDifferAndAreReadAgain() throws {
    let one = try SealIdentity()
    let other = try SealIdentity()
    #expect(one.recipient != other.recipient)
    #expect(try SealIdentity(parsing: one.text).recipient == one.recipient)
    #expect(try SealRecipient(parsing: one.recipient.text) == one.recipient)
  }

  @Test(arguments: [
    identity.lowercased(),  // right in itself, but not this format's case
    "AGE-SECRET-KEY-1gFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",  // mixed case
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEA",  // checksum
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAE",  // too short
    "AGE-SECRET-KEY-PQ-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",  // prefix
    recipient, "", "AGE-SECRET-KEY-1", " " + identity, identity + "\n", "é" + identity.dropFirst(),
  ])
  func otherTextsAreNoIdentities(text: String) {
    #expect(throws: SealingError.malformedIdentity) { _ = try SealIdentity(parsing: text) }
    #expect(Envelope.recipient(ofIdentity: text) == nil)
  }

  @Test(arguments: [
    recipient.uppercased(),  // right in itself, but not this format's case
    "age1Zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",  // mixed case
    "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwq",  // checksum
    "agf1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",  // prefix
    "age1bvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",  // b is no digit
    identity, "", "age1", recipient + " ",
  ])
  func otherTextsAreNoRecipients(text: String) {
    #expect(throws: SealingError.malformedRecipient) { try SealRecipient(parsing: text) }
  }

  @Test func everyChangeOfOneCharacterIsNoticed() {
    let digits = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    for place in 4..<Self.recipient.utf8.count {
      for digit in digits where digit != Array(Self.recipient.utf8)[place] {
        var text = Array(Self.recipient.utf8)
        text[place] = digit
        let changed = String(decoding: text, as: UTF8.self)
        #expect(throws: SealingError.malformedRecipient) { try SealRecipient(parsing: changed) }
      }
    }
  }

  /// Everybody knows what such a point shares with any key.
  @Test(arguments: LowOrder.recipients)
  func aRecipientOfLowOrderIsRefused(text: String) {
    #expect(throws: SealingError.weakRecipient) { try SealRecipient(parsing: text) }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Sealing
import Testing

/// What was changed on the way is not opened.
@Suite("Damaged files")
struct DamageTests {
  let plain = Array("a ballot: «так»\n".utf8)

  @Test func everyFlippedBitIsNoticed() throws {
    let identity = try SealIdentity()
    let file = try AgeFile.seal(plain, to: [identity.recipient])
    for bit in 0..<(file.count * 8) {
      var changed = file
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: SealingError.self, "bit \(bit)") {
        _ = try AgeFile.open(changed, with: identity)
      }
    }
    #expect(try AgeFile.open(file, with: identity) == plain)
  }

  @Test func everyFlippedByteOfAnEnvelopeIsNoticed() throws {
    let identities = [try SealIdentity().text, try SealIdentity().text]
    let recipients = try identities.map { try SealIdentity(parsing: $0).recipient }
    let opener = try EnvelopeOpener(identities: identities)
    let envelope = try Envelope.seal(plain, for: recipients)
    for place in envelope.indices {
      var changed = envelope
      changed[place] ^= 0x10
      #expect(throws: SealingError.self, "byte \(place)") { _ = try opener.open(changed) }
    }
  }

  @Test func everyShorterAndEveryLongerFileIsRefused() throws {
    let identity = try SealIdentity()
    for plain in [plain, []] {
      let file = try AgeFile.seal(plain, to: [identity.recipient])
      for count in 0..<file.count {
        #expect(throws: SealingError.self, "\(count) bytes") {
          _ = try AgeFile.open(Array(file.prefix(count)), with: identity)
        }
      }
      for more in [1, 15, 16, 17, 64] {
        #expect(throws: SealingError.self, "\(more) more") {
          _ = try AgeFile.open(file + [UInt8](repeating: 0, count: more), with: identity)
        }
      }
    }
  }

  /// Chunks of 65,552 bytes follow a nonce of 16: leaving one out leaves a file of the right form.
  @Test func chunksThatAreLeftOutOrSwappedAreNoticed() throws {
    let identity = try SealIdentity()
    let plain = [UInt8](repeating: 7, count: 3 * 65_536)
    let file = try AgeFile.seal(plain, to: [identity.recipient])
    let (sealed, start) = (65_552, file.count - 3 * 65_552)
    let chunks = (0..<3).map { Array(file[(start + $0 * sealed)..<(start + ($0 + 1) * sealed)]) }
    let orders: [([Int], SealingError)] = [
      ([0, 1], .damagedPayload(chunk: 1)), ([1, 2], .damagedPayload(chunk: 0)),
      ([0, 2], .damagedPayload(chunk: 1)), ([1, 0, 2], .damagedPayload(chunk: 0)),
      ([0, 1, 2, 2], .damagedPayload(chunk: 2)), ([], .damagedPayload(chunk: 0)),
    ]
    for (order, error) in orders {
      let changed = Array(file.prefix(start)) + order.flatMap { chunks[$0] }
      #expect(throws: error) { _ = try AgeFile.open(changed, with: identity) }
    }
  }

  @Test func anotherIdentityDoesNotOpen() throws {
    let one = try SealIdentity()
    let other = try SealIdentity()
    let file = try AgeFile.seal(plain, to: [one.recipient])
    #expect(throws: SealingError.otherIdentity) { _ = try AgeFile.open(file, with: other) }
  }
}

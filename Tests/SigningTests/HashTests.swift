// SPDX-License-Identifier: Apache-2.0
import Signing
import Testing

struct HashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesAsFIPS180Shows(text: String, hash: String) {
    #expect(Hex.encode(Hash.sha256(Array(text.utf8))) == hash)
  }

  @Test func randomBytesAreAsManyAsAskedForAndNeverTwiceTheSame() throws {
    #expect(try SecureRandom.bytes(0).isEmpty)
    #expect(try SecureRandom.bytes(16).count == 16)
    #expect(try SecureRandom.bytes(32) != SecureRandom.bytes(32))
  }

  @Test func wipedBytesAreGone() {
    var secret: [UInt8] = [1, 2, 3]
    Secret.wipe(&secret)
    #expect(secret.isEmpty)
  }
}

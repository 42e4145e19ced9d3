// SPDX-License-Identifier: Apache-2.0
import Signing
import Testing

struct EncodingTests {
  /// RFC 4648 section 10.
  static let base64: [(text: String, spelt: String)] = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]

  @Test(arguments: base64)
  func base64IsThatOfRFC4648(text: String, spelt: String) {
    #expect(Base64.encode(Array(text.utf8)) == spelt)
    #expect(Base64.decode(spelt) == Array(text.utf8))
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zg===",  // padding is needed, and no more of it
    "Zh==", "Zm9=",  // bits that belong to no byte are zero
    "Zg==\n", "Zm\n9v", " Zm9v",  // nothing stands between
    "=", "====", "Z===", "Zm=v", "Zg==Zg==",  // padding stands at the end, once
    "Zm-_", "Zm9\u{E9}",  // the standard alphabet, in ASCII
  ])
  func otherSpellingsOfBase64AreRefused(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test func everyByteSurvivesBase64AndHex() {
    for count in 0...256 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
      #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    }
  }

  @Test(arguments: ["0", "0G", "AB", "0x", " 00", "é"])
  func otherSpellingsOfHexAreRefused(text: String) {
    #expect(Hex.decode(text) == nil)
  }
}

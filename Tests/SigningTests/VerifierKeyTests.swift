// SPDX-License-Identifier: Apache-2.0
import Signing
import TestSupport
import Testing

struct VerifierKeyTests {
  struct Notes: Decodable {
    struct Case: Decodable { let vkeys: [String] }
    let cases: [Case], bad_vkeys: [String]
  }

  static let example = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

  @Test func theKeysOfOthersAreReadAndWrittenUnchanged() throws {
    let texts = Set(try Vectors.all.json("note/notes.json", as: Notes.self).cases.flatMap(\.vkeys))
    #expect(texts.count == 4)
    for text in texts { #expect(try VerifierKey(parsing: text).text == text) }
  }

  @Test func theBadKeysOfOthersAreRefused() throws {
    let texts = try Vectors.all.json("note/notes.json", as: Notes.self).bad_vkeys
    #expect(texts.count == 23)
    for text in texts { #expect(throws: SigningError.self) { try VerifierKey(parsing: text) } }
  }

  @Test(arguments: [
    ("", SigningError.malformedVerifierKey),
    (
      "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformedVerifierKey
    ),
    ("example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformedVerifierKey),
    (example + "\n", .malformedVerifierKey),
    (example + "+", .malformedVerifierKey),
    (
      "example.com/fob+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      .wrongKeyID(stated: 0x530d_903a, computed: 0xc9a1_feac)
    ),
    ("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .invalidKeyName("")),
    ("a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .invalidKeyName("a b")),
    ("foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .unknownKeyType(2)),
    ("foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=", .publicKeyLength(bytes: 31)),
    ("foo+530d903a+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", .weakPublicKey),
  ])
  func aKeyThatDiffersFromItsSpellingIsRefused(text: String, error: SigningError) {
    #expect(throws: error) { try VerifierKey(parsing: text) }
  }

  @Test func oneKeyUnderTwoKindsHasTwoIDs() throws {
    let log = try VerifierKey(parsing: Self.example)
    let witness = try VerifierKey(
      name: log.name, publicKey: log.publicKey, kind: .cosignature)
    #expect(log.kind == .ed25519 && log.keyID == 0x530d_903a)
    #expect(witness.keyID != log.keyID)
    #expect(try VerifierKey(parsing: witness.text) == witness)
  }

  @Test(arguments: [
    ("alliance.example.org/ledger", true), ("A-z_0.9/", true),
    (String(repeating: "a", count: 255), true),
    ("", false), (String(repeating: "a", count: 256), false), ("a+b", false), ("a b", false),
    ("Альянс", false), ("e\u{301}", false), ("a\n", false), ("a\u{0}", false),
  ])
  func aNameIsOfTheLettersThatAnyFileTakes(name: String, isValid: Bool) {
    #expect(VerifierKey.isValidName(name) == isValid)
  }
}

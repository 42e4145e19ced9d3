// SPDX-License-Identifier: Apache-2.0
import Foundation
import Signing
import TestSupport
import Testing
import TransparencyLog

struct SignedNoteTests {
  struct Notes: Decodable {
    struct Case: Decodable {
      let desc: String, vkeys: [String], note: Data
      let ok: Bool?, error: String?, verified: [String]?
    }
    let cases: [Case]
  }

  /// Where we are stricter than the vector's author, and why.
  static let stricter = [
    "repeated lines of known and unknown keys: x/mod keeps the first of a known key; "
      + "aics-tlog rejects (stricter)":
      "a second line of a known key would be read by nobody, so anything could stand there"
  ]

  @Test func theNotesOfOthersAreAnsweredAsTheyShould() throws {
    let cases = try Vectors.all.json("note/notes.json", as: Notes.self).cases
    #expect(cases.count == 15)
    for test in cases {
      let keys = try test.vkeys.map { try VerifierKey(parsing: $0) }
      let answer = answer(to: Array(test.note), by: keys)
      if Self.stricter[test.desc] != nil {
        #expect(answer == "repeated", "\(test.desc)")
      } else if let error = test.error {
        #expect(answer == error, "\(test.desc)")
      } else {
        // The specification's example states no outcome; its one key verifies it.
        let signers = test.verified ?? ["example.com/foo+530d903a"]
        #expect(answer == signers.joined(separator: " "), "\(test.desc)")
      }
    }
  }

  private func answer(to bytes: [UInt8], by keys: [VerifierKey]) -> String {
    do {
      let note = try SignedNote(parsing: bytes)
      #expect(note.bytes == bytes)
      let signers = try note.verified(by: keys)
      return signers.map { $0.text.prefix($0.name.utf8.count + 9) }.joined(separator: " ")
    } catch is MalformedNote {
      return "malformed"
    } catch UnverifiedNote.noKnownKey {
      return "unverified"
    } catch UnverifiedNote.repeatedKey {
      return "repeated"
    } catch {
      return "invalid signature"
    }
  }

  static let line = "— example.com/foo AAAAAQI="

  /// Each row is a note, or the reason why it is none.
  @Test(
    arguments: [
      ("text\n\n\(line)\n", nil),
      ("\n\n\(line)\n", nil),  // a text of one empty line
      ("a\n\nb\n\n\(line)\n", nil),  // the last blank line separates
      ("«так»\n\n— Альянс AAAAAQI=\n", nil),  // the name of an unknown key need not be ASCII
      ("", MalformedNote.noSignature),
      ("\n", .noSignature),
      ("\n\(line)\n", .noSignature),  // no text
      ("text\n\(line)\n", .noSignature),  // no blank line
      ("text\n\n", .noSignature),
      ("text\n\n\(line)", .noSignature),  // no line feed at the end
      ("te\txt\n\n\(line)\n", .controlCharacter(at: 2)),
      ("text\r\n\r\n\(line)\r\n", .controlCharacter(at: 4)),
      ("text\n\n\(line)\nmore\n", .badSignatureLine(2)),
      ("text\n\n- example.com/foo AAAAAQI=\n", .badSignatureLine(1)),  // no em dash
      ("text\n\n—  AAAAAQI=\n", .badSignatureLine(1)),  // no name
      ("text\n\n— a+b AAAAAQI=\n", .badSignatureLine(1)),
      ("text\n\n— a\u{A0}b AAAAAQI=\n", .badSignatureLine(1)),  // white space beyond ASCII
      ("text\n\n— a\u{85}b AAAAAQI=\n", .badSignatureLine(1)),
      ("text\n\n— foo  AAAAAQI=\n", .badSignatureLine(1)),
      ("text\n\n— foo AAAAAQI= \n", .badSignatureLine(1)),
      ("text\n\n— foo AAAAAQI\n", .badSignatureLine(1)),  // not padded
      ("text\n\n— foo AAAAAQJ=\n", .badSignatureLine(1)),  // not canonical
      ("text\n\n— foo AAAAAQ==\n", .badSignatureLine(1)),  // no signature after the key ID
      ("text\n\n— foo\n", .badSignatureLine(1)),
    ] as [(String, MalformedNote?)])
  func aNoteHasOneSpelling(text: String, error: MalformedNote?) {
    let bytes = Array(text.utf8)
    if let error {
      #expect(throws: error) { try SignedNote(parsing: bytes) }
    } else {
      #expect((try? SignedNote(parsing: bytes))?.bytes == bytes)
    }
  }

  @Test func aHundredSignatureLinesAreReadAndNoMore() throws {
    let lines = { (count: Int) in
      Array(("text\n\n" + String(repeating: Self.line + "\n", count: count)).utf8)
    }
    #expect(try SignedNote(parsing: lines(100)).signatures.count == 100)
    #expect(throws: MalformedNote.tooManySignatures(101)) { try SignedNote(parsing: lines(101)) }
  }

  @Test func invalidUTF8IsRefusedWhereverItStands() {
    let bytes = Array("text\n\n\(Self.line)\n".utf8)
    for place in bytes.indices {
      var changed = bytes
      changed[place] = 0xFF
      #expect(throws: MalformedNote.notUTF8) { try SignedNote(parsing: changed) }
    }
  }

  @Test func everyFlippedBitOfANoteIsRefused() throws {
    let signer = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
    let key = try VerifierKey(name: "example.com/foo", publicKey: signer.publicKey)
    let text = Array("{\"choice\":\"yes\"}\n".utf8)
    let line = try NoteSignature(signing: text, as: key.name, with: signer)
    let bytes = SignedNote(text: text, signatures: [line]).bytes
    #expect(try SignedNote(parsing: bytes).verified(by: [key]) == [key])
    for bit in 0..<(bytes.count * 8) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: (any Error).self, "bit \(bit)") {
        try SignedNote(parsing: changed).verified(by: [key])
      }
    }
  }

  @Test func aLineWithOnlyTheNameOrOnlyTheIDOfAKeyIsIgnored() throws {
    let signer = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
    let key = try VerifierKey(name: "foo", publicKey: signer.publicKey)
    let text = Array("text\n".utf8)
    let good = try NoteSignature(signing: text, as: "foo", with: signer)
    let otherID = NoteSignature(name: "foo", keyID: key.keyID ^ 1, signature: [1])
    let otherName = NoteSignature(name: "bar", keyID: key.keyID, signature: [1])
    let wrong = NoteSignature(name: "foo", keyID: key.keyID, signature: [1])
    let note = { SignedNote(text: text, signatures: $0) }
    #expect(try note([otherID, good, otherName]).verified(by: [key]) == [key])
    #expect(throws: UnverifiedNote.noKnownKey) {
      try note([otherID, otherName]).verified(by: [key])
    }
    #expect(throws: UnverifiedNote.noKnownKey) { try note([good]).verified(by: []) }
    #expect(throws: UnverifiedNote.invalidSignature(key)) { try note([wrong]).verified(by: [key]) }
    #expect(throws: UnverifiedNote.repeatedKey(key)) {
      try note([good, wrong]).verified(by: [key])
    }
    #expect(throws: UnverifiedNote.repeatedKey(key)) {
      try note([good, good]).verified(by: [key])
    }
  }

  @Test func linesWhoseNamesLookAlikeAreNotEqual() {
    let composed = NoteSignature(name: "\u{E9}", keyID: 1, signature: [1])
    let decomposed = NoteSignature(name: "e\u{301}", keyID: 1, signature: [1])
    #expect(composed.name == decomposed.name)
    #expect(composed != decomposed)
  }
}

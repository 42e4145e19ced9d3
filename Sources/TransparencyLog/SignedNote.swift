// SPDX-License-Identifier: Apache-2.0

/// A text and the signatures over exactly its bytes (c2sp.org/signed-note).
///
///     This is an example message.
///
///     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mF…
///
/// A note has one encoding: what ``init(parsing:)`` accepts, ``bytes`` gives back unchanged.
/// Nothing in a note may be believed until ``verified(by:)`` has said whose it is.
public struct SignedNote: Sendable, Equatable {
  /// The most signature lines that are looked at, as in golang.org/x/mod.
  public static let signaturesMax = 100

  /// UTF-8 lines, each ending in a line feed, the last one included: what is signed.
  public let text: [UInt8]
  /// The signature lines, in the order of the note; at least one.
  public let signatures: [NoteSignature]

  /// Makes a note of a text, which ends in a line feed, and of its signatures.
  public init(text: [UInt8], signatures: [NoteSignature]) {
    precondition(text.last == .lineFeed, "a note's text ends in a line feed")
    precondition((1...Self.signaturesMax).contains(signatures.count), "a note is signed")
    self.text = text
    self.signatures = signatures
  }

  /// Parses a note that fills `bytes` exactly.
  ///
  /// Checks the form, not the signatures. The last blank line separates; the caller bounds the length.
  public init(parsing bytes: [UInt8]) throws(MalformedNote) {
    if let place = Self.firstControlCharacter(in: bytes) { throw .controlCharacter(at: place) }
    guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .notUTF8 }
    guard bytes.last == .lineFeed, let (blank, lines) = Self.lastBlankLine(of: bytes) else {
      throw .noSignature
    }
    guard lines <= Self.signaturesMax else { throw .tooManySignatures(lines) }
    var signatures: [NoteSignature] = []
    var rest = bytes[(blank + 1)...]
    while let end = rest.firstIndex(of: .lineFeed) {
      guard let signature = NoteSignature(line: rest[..<end]) else {
        throw .badSignatureLine(signatures.count + 1)
      }
      signatures.append(signature)
      rest = rest[(end + 1)...]
    }
    self.text = Array(bytes[..<blank])
    self.signatures = signatures
  }

  /// The note as it is stored and sent.
  public var bytes: [UInt8] {
    signatures.reduce(into: text + [.lineFeed]) { $0 += $1.line }
  }

  /// Where the first control character but a line feed stands.
  private static func firstControlCharacter(in bytes: [UInt8]) -> Int? {
    // Nearly always there is none. A loop without an end or a branch looks at many bytes in one step.
    var found: UInt8 = 0
    for byte in bytes { found |= (byte < 0x20 ? 1 : 0) & (byte == .lineFeed ? 0 : 1) }
    return found == 0 ? nil : bytes.firstIndex { $0 < 0x20 && $0 != .lineFeed }
  }

  /// Where the line feed of the last blank line stands, and how many lines follow it.
  private static func lastBlankLine(of bytes: [UInt8]) -> (place: Int, lines: Int)? {
    var lines = 1
    var place = bytes.count - 2
    while place > 0 {
      if bytes[place] == .lineFeed {
        if bytes[place - 1] == .lineFeed { return (place, lines) }
        lines += 1
      }
      place -= 1
    }
    return nil
  }
}

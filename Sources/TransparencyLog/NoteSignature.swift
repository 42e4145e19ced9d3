// SPDX-License-Identifier: Apache-2.0
public import Signing

/// One signature line of a signed note.
///
///     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXm…
public struct NoteSignature: Sendable {
  /// The key name: no white space, no `+`; of an unknown key it need not be ASCII.
  public let name: String
  /// The first four bytes, big-endian, which with the name say whose key it is.
  public let keyID: UInt32
  /// What follows the key ID: 64 bytes of an Ed25519 key, 72 of a witness, anything of others.
  public let signature: [UInt8]

  /// Makes a line of its parts.
  public init(name: String, keyID: UInt32, signature: [UInt8]) {
    precondition(
      VerifierKey.isNoteName(Array(name.utf8)[...]), "a key name has no white space and no +")
    precondition(!signature.isEmpty, "a signature is not empty")
    self.name = name
    self.keyID = keyID
    self.signature = signature
  }

  /// Signs a note's text, which ends in a line feed, with a key under its name.
  public init(
    signing text: [UInt8], as name: String, with key: borrowing SigningKey
  ) throws(SigningError) {
    let verifier = try VerifierKey(name: name, publicKey: key.publicKey)
    self.name = name
    self.keyID = verifier.keyID
    self.signature = try key.signature(for: text)
  }

  /// Reads a line without its line feed, or nil where it is not in its one spelling.
  init?(line: ArraySlice<UInt8>) {
    guard line.starts(with: Self.dash) else { return nil }
    let fields = line.dropFirst(Self.dash.count)
    guard let space = fields.firstIndex(of: .space), VerifierKey.isNoteName(fields[..<space]),
      var content = Base64.decode(fields[(space + 1)...]), content.count > 4
    else { return nil }
    self.name = String(decoding: fields[..<space], as: UTF8.self)
    self.keyID = content[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    content.removeFirst(4)
    self.signature = content
  }

  /// The line as it stands in a note, its line feed included.
  public var line: [UInt8] {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) }
    return Self.dash + name.utf8 + [.space] + Base64.encodedBytes(id + signature) + [.lineFeed]
  }

  /// Whether this line claims to be of `key`: the same name and the same ID.
  public func isClaimed(by key: VerifierKey) -> Bool {
    keyID == key.keyID && name.utf8.elementsEqual(key.name.utf8)
  }

  /// An em dash and a space.
  private static let dash: [UInt8] = [0xE2, 0x80, 0x94, 0x20]
}

// Names are compared by bytes: a String equals every other that is canonically equivalent to it.
extension NoteSignature: Hashable {
  /// Whether both lines are the same bytes.
  public static func == (one: NoteSignature, other: NoteSignature) -> Bool {
    one.keyID == other.keyID && one.signature == other.signature
      && one.name.utf8.elementsEqual(other.name.utf8)
  }

  /// Feeds what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(keyID)
    hasher.combine(signature)
  }
}

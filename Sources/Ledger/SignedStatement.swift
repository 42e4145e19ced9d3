// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
public import TransparencyLog

/// A statement's line with its signatures: what a `*.statement` file holds.
///
/// A signed note (c2sp.org/signed-note) whose text is one line. Signature lines are sorted by the
/// bytes of the key names, each name once, each an Ed25519 signature over the line with its LF.
public struct SignedStatement: Sendable, Equatable {
  /// What is signed: the statement's line with its LF.
  public let text: [UInt8]
  /// The signature lines, sorted by key name; at least one.
  public let signatures: [NoteSignature]

  /// Reads a file of exactly one signed statement; checks its form, not its signatures.
  public init(parsing bytes: [UInt8]) throws(LogFault.Finding) {
    guard bytes.count <= LogFrame.bodyMax else { throw .bodyTooLong(bytes: bytes.count) }
    let note: SignedNote
    do { note = try SignedNote(parsing: bytes) } catch { throw .badNote(error) }
    guard note.text.firstIndex(of: .lineFeed) == note.text.count - 1 else { throw .severalLines }
    try Self.check(note.signatures)
    self.text = note.text
    self.signatures = note.signatures
  }

  /// Signs a statement's line, without its LF, with the first of its keys.
  public init(
    signing line: [UInt8], as name: String, with key: borrowing SigningKey
  ) throws(SigningError) {
    precondition(!line.contains(.lineFeed), "a statement is one line")
    self.text = line + [.lineFeed]
    self.signatures = [try NoteSignature(signing: text, as: name, with: key)]
  }

  private init(text: [UInt8], signatures: [NoteSignature]) {
    self.text = text
    self.signatures = signatures
  }

  /// The same statement with one more signature; a line of the same key name is replaced.
  public func adding(
    signatureAs name: String, with key: borrowing SigningKey
  ) throws(SigningError) -> SignedStatement {
    let added = try NoteSignature(signing: text, as: name, with: key)
    return SignedStatement(text: text, signatures: merged(with: [added]))
  }

  /// The same statement with the signatures of another copy of it, or nil if that is another text.
  ///
  /// Authors sign copies of one file where they are, and somebody puts the signatures together.
  public func adding(signaturesOf copy: SignedStatement) -> SignedStatement? {
    guard copy.text == text else { return nil }
    return SignedStatement(text: text, signatures: merged(with: copy.signatures))
  }

  /// The file: the line, a blank line and the signature lines, each with its LF.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// The statement as it was signed, without its LF.
  public var line: [UInt8] { Array(text.dropLast()) }

  /// SHA-256 of ``text``: how other statements name this one.
  public var digest: [UInt8] { Hash.sha256(text) }

  /// What the line says.
  public func statement() throws(MalformedStatement) -> Statement { try Statement(parsing: line) }

  func write(to bytes: inout [UInt8]) {
    bytes += text
    bytes.append(.lineFeed)
    for signature in signatures { bytes += signature.line }
  }

  private func merged(with added: [NoteSignature]) -> [NoteSignature] {
    let names = added.map(\.name)
    let kept = signatures.filter { line in !names.contains(line.name) }
    return (kept + added).sorted { Self.isSorted($0.name, $1.name) }
  }

  /// Throws unless the lines are those of an entry: Ed25519, plain names, sorted, each once.
  private static func check(_ signatures: [NoteSignature]) throws(LogFault.Finding) {
    var last: String?
    for signature in signatures {
      // A `String` equals every other that is canonically equivalent to it; ASCII only itself.
      guard VerifierKey.isValidName(signature.name) else { throw .badKeyName }
      guard signature.signature.count == 64 else { throw .signatureLength(key: signature.name) }
      if let last, !isSorted(last, signature.name) {
        throw .signaturesNotSorted(key: signature.name)
      }
      last = signature.name
    }
  }

  private static func isSorted(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}

// SPDX-License-Identifier: Apache-2.0
public import Signing

extension SignedNote {
  /// The keys among `keys` that signed this note, in the order of its lines; never none.
  ///
  /// A line whose name and ID are not both of one of `keys` is ignored. A line that claims to be of
  /// one and is not makes the whole note bad, whatever other lines say. So does a second line of
  /// one: others keep the first and never look at the second (golang.org/x/mod), which would let
  /// anything at all stand there; one who signs writes one line.
  ///
  /// A witness's key (``VerifierKey/Kind/cosignature``) is verified over the text as a checkpoint.
  public func verified(by keys: [VerifierKey]) throws(UnverifiedNote) -> [VerifierKey] {
    try verified(by: keys, using: SignatureChecker())
  }

  /// The keys among `keys` that signed this note, verified with keys that are already set up.
  public func verified(
    by keys: [VerifierKey], using checker: SignatureChecker
  ) throws(UnverifiedNote) -> [VerifierKey] {
    var signers: [VerifierKey] = []
    for line in signatures {
      guard let key = keys.first(where: line.isClaimed(by:)) else { continue }
      guard !signers.contains(key) else { throw .repeatedKey(key) }
      guard try isValid(line, of: key, using: checker) else { throw .invalidSignature(key) }
      signers.append(key)
    }
    guard !signers.isEmpty else { throw .noKnownKey }
    return signers
  }

  private func isValid(
    _ line: NoteSignature, of key: VerifierKey, using checker: SignatureChecker
  ) throws(UnverifiedNote) -> Bool {
    do {
      switch key.kind {
      case .ed25519:
        return try checker.isValid(line.signature, for: text, by: key.publicKey)
      case .cosignature:
        guard let cosignature = try? Cosignature(line) else { return false }
        return try cosignature.isValid(on: text, by: key, using: checker)
      }
    } catch {
      throw .unchecked(error)
    }
  }
}

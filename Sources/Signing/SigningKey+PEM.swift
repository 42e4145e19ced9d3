// SPDX-License-Identifier: Apache-2.0

extension SigningKey {
  /// The longest key file that is read, in bytes.
  public static let pemLengthMax = 65_536

  /// Reads a key from PKCS#8 PEM, as `openssl genpkey -algorithm ed25519` writes it.
  ///
  /// Text before and after the one PEM block is ignored (RFC 7468 section 2), as `openssl` does; a
  /// second block is refused. A passphrase that the key does not need is ignored. Nothing is ever
  /// asked on the terminal: without a passphrase, an encrypted key is `passphraseNeeded`.
  public init(pem: [UInt8], passphrase: [UInt8]?) throws(SigningError) {
    guard pem.count <= Self.pemLengthMax else { throw .keyFileTooLong(bytes: pem.count) }
    let block = try PEMBlock.only(in: pem)
    guard !block.hasHeader else { throw .notAPrivateKey(label: block.label) }
    switch block.label {
    case "PRIVATE KEY":
      try self.init(PKCS8(plain: block).key())
    case "ENCRYPTED PRIVATE KEY":
      guard let passphrase else { throw .passphraseNeeded }
      try self.init(PKCS8(encrypted: block, passphrase: passphrase).key())
    default:
      throw .notAPrivateKey(label: block.label)
    }
  }

  /// This key as PKCS#8 PEM; with a passphrase encrypted (PBES2: PBKDF2 with SHA-256, AES-256-CBC).
  ///
  /// It takes some tenths of a second to encrypt, and to decrypt, so that guessing is slow.
  public func pem(passphrase: [UInt8]?) throws(SigningError) -> [UInt8] {
    try PKCS8(handle).pem(passphrase: passphrase)
  }
}

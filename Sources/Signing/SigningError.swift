// SPDX-License-Identifier: Apache-2.0

/// What stood in the way of making, reading or using a key.
///
/// A wrong signature is not here: it is `false`. These say why nothing could be checked or made.
public enum SigningError: Error, Equatable, Sendable {
  /// There is no PEM block in the bytes.
  case notPEM
  /// The PEM block is of another kind, such as `PUBLIC KEY` or `RSA PRIVATE KEY`.
  case notAPrivateKey(label: String)
  /// The file holds more than one PEM block, so which is the key is a guess.
  case severalPEMBlocks
  /// The PEM block is a private key by its label, but does not decode as PKCS#8.
  case malformedPrivateKey
  /// The key file is longer than any key file is.
  case keyFileTooLong(bytes: Int)
  /// The key is of another algorithm than Ed25519; libcrypto's name of it.
  case otherAlgorithm(String)
  /// The key is encrypted and no passphrase was given.
  case passphraseNeeded
  /// The passphrase does not decrypt the key.
  case wrongPassphrase
  /// An empty passphrase protects nothing.
  case emptyPassphrase
  /// The passphrase is longer than libcrypto's tools can type.
  case passphraseTooLong(bytes: Int)
  /// The two passphrases that were typed differ.
  case passphrasesDiffer
  /// There is no terminal on which to ask for a passphrase.
  case noTerminal
  /// The question for a passphrase was broken off.
  case promptInterrupted
  /// A public key has another length than 32 bytes.
  case publicKeyLength(bytes: Int)
  /// A public key for which anyone can sign: of low order, or not canonical.
  case weakPublicKey
  /// A key name is not 1 to 255 of the characters `A-Z a-z 0-9 . _ / -`.
  case invalidKeyName(String)
  /// A verifier key is not `name+hash+base64` in its one spelling.
  case malformedVerifierKey
  /// A verifier key states another key ID than its name and public key give.
  case wrongKeyID(stated: UInt32, computed: UInt32)
  /// A verifier key is of a signature type that this product does not verify.
  case unknownKeyType(UInt8)
  /// A call of libcrypto failed; the function, and all that its error queue held.
  case libcrypto(function: String, queue: [LibcryptoError])
}

// SPDX-License-Identifier: Apache-2.0
public import Signing

/// Why a note that is well made is not believed.
public enum UnverifiedNote: Error, Equatable, Sendable {
  /// No signature line is of a key that was asked for.
  case noKnownKey
  /// A line has a known key's name and ID, and its signature is wrong.
  case invalidSignature(VerifierKey)
  /// A known key signs more than once.
  case repeatedKey(VerifierKey)
  /// libcrypto could not say.
  case unchecked(SigningError)
}

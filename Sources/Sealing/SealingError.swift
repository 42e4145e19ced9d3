// SPDX-License-Identifier: Apache-2.0
public import Signing

/// What stood in the way of sealing, opening, or reading a key for it.
public enum SealingError: Error, Equatable, Sendable {
  /// A text is not an identity: `AGE-SECRET-KEY-1` and 58 characters, in upper case.
  case malformedIdentity
  /// A text is not a recipient: `age1` and 58 characters, in lower case.
  case malformedRecipient
  /// A recipient for whom everybody could open: a point of low order (RFC 7748 section 6.1).
  case weakRecipient
  /// Nothing is sealed for nobody.
  case noRecipients
  /// More recipients than a file may have (``AgeFile/recipientsMax``).
  case tooManyRecipients(count: Int)
  /// An envelope is opened with at least one identity.
  case noIdentities
  /// The file is, or would be, longer than files may be (``AgeFile/lengthMax``).
  case tooLong(bytes: Int)
  /// The file does not start with the line `age-encryption.org/v1`.
  case otherFormat
  /// The header is not as the format has it; where the line in question starts.
  case malformedHeader(offset: Int)
  /// The header names more recipients than a file may have.
  case tooManyStanzas
  /// No stanza of the header is for this identity.
  case otherIdentity
  /// The header was changed after it was sealed.
  case wrongHeaderMAC
  /// A chunk of the payload is changed, missing or out of place; the first chunk has number 0.
  case damagedPayload(chunk: Int)
  /// A call of libcrypto failed; the function, and all that its error queue held.
  case libcrypto(function: String, queue: [LibcryptoError])

  /// The failure of one call, with what the error queue says of it.
  static func libcrypto(_ function: String) -> SealingError {
    .libcrypto(function: function, queue: LibcryptoError.drain())
  }

  /// A failure of something in Signing that only libcrypto can make fail.
  static func of(_ error: SigningError) -> SealingError {
    guard case .libcrypto(let function, let queue) = error else {
      preconditionFailure("\(error) where only libcrypto can fail")
    }
    return .libcrypto(function: function, queue: queue)
  }
}

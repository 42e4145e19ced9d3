// SPDX-License-Identifier: Apache-2.0
public import Governance
import Sealing
import Signing

extension Cryptography {
  /// What the rules need, by way of libcrypto.
  public static let libcrypto = Cryptography(
    sha256: { Hash.sha256($0) }, md5: { Hash.md5($0) }, seals: .libcrypto)
}

extension Seals {
  /// Sealed ballots opened by way of libcrypto (age v1).
  public static let libcrypto = Seals(
    opener: { identities in
      guard let opener = try? SharedOpener(identities) else { return nil }
      return { sealed in Base64.decode(sealed).flatMap { try? opener.opener.open($0) } }
    },
    recipient: { Envelope.recipient(ofIdentity: $0) },
    isRecipient: { (try? SealRecipient(parsing: $0)) != nil })
}

/// An opener that a closure can hold: closures hold no values that cannot be copied.
private final class SharedOpener: Sendable {
  let opener: EnvelopeOpener

  init(_ identities: [String]) throws { self.opener = try EnvelopeOpener(identities: identities) }
}

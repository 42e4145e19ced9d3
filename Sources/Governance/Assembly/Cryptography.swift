// SPDX-License-Identifier: Apache-2.0

/// What the rules need of cryptography, lent by the caller: this module has none of its own.
///
/// No part of the state. A state that is read back is given it by its decoder's `userInfo`.
public struct Cryptography: Sendable {
  /// SHA-256.
  let sha256: @Sendable ([UInt8]) -> [UInt8]
  /// MD5 (RFC 1321): RFC 3797 draws lots with it, and nothing else here uses it.
  let md5: @Sendable ([UInt8]) -> [UInt8]
  /// Opening of sealed ballots.
  let seals: Seals

  /// Three things of the caller's.
  public init(
    sha256: @escaping @Sendable ([UInt8]) -> [UInt8],
    md5: @escaping @Sendable ([UInt8]) -> [UInt8], seals: Seals
  ) {
    self.sha256 = sha256
    self.md5 = md5
    self.seals = seals
  }
}

extension CodingUserInfoKey {
  /// Where a decoder of an ``Assembly`` finds the ``Cryptography`` that is lent to it.
  public static var cryptography: CodingUserInfoKey {
    guard let key = CodingUserInfoKey(rawValue: "viche.cryptography") else {
      preconditionFailure("every text is a key")
    }
    return key
  }
}

extension Cryptography: Codable {
  /// Nothing is written.
  public func encode(to encoder: any Encoder) throws {
    _ = encoder.container(keyedBy: NoKey.self)
  }

  /// Takes what the decoder was given.
  public init(from decoder: any Decoder) throws {
    guard let lent = decoder.userInfo[.cryptography] as? Cryptography else {
      throw DecodingError.valueNotFound(
        Cryptography.self,
        .init(codingPath: decoder.codingPath, debugDescription: "no cryptography is lent"))
    }
    self = lent
  }

  private enum NoKey: CodingKey {}
}

extension Cryptography: Equatable {
  /// Any is as good as any other: states are compared by what the log says.
  public static func == (a: Cryptography, b: Cryptography) -> Bool { true }
}

/// What sealed ballots need of cryptography (age v1, `Decisions.md`, "Sealed ballots").
public struct Seals: Sendable {
  /// What opens base64 by identities in the tellers' order; `nil` for what does not open.
  let opener: @Sendable (_ identities: [String]) -> Opener?
  /// The recipient that belongs to an identity; `nil` where it is none.
  let recipient: @Sendable (_ identity: String) -> String?
  /// Whether a text is a recipient.
  let isRecipient: @Sendable (_ text: String) -> Bool

  /// Opens one ballot.
  public typealias Opener = @Sendable (_ sealed: String) -> [UInt8]?

  /// Three functions of the caller's.
  public init(
    opener: @escaping @Sendable (_ identities: [String]) -> Opener?,
    recipient: @escaping @Sendable (_ identity: String) -> String?,
    isRecipient: @escaping @Sendable (_ text: String) -> Bool
  ) {
    self.opener = opener
    self.recipient = recipient
    self.isRecipient = isRecipient
  }
}

// SPDX-License-Identifier: Apache-2.0
import Sealing
import Signing

/// One identity for each teller, for all histories.
///
/// These secrets, and the envelopes made for them, differ from run to run: who does what when
/// follows from the seed, what a sealed ballot looks like does not.
enum Seal {
  private nonisolated(unsafe) static var identities: [String: String] = [:]

  static func identity(of teller: String) throws -> String {
    if let known = identities[teller] { return known }
    let made = try SealIdentity().text
    identities[teller] = made
    return made
  }

  static func recipient(of teller: String) throws -> String {
    Envelope.recipient(ofIdentity: try identity(of: teller)) ?? ""
  }

  /// An envelope for these recipients; where there are none, the bytes as they are.
  static func sealed(_ plain: [UInt8], for recipients: [String]) throws -> String {
    guard !recipients.isEmpty else { return Base64.encode(plain) }
    return Base64.encode(
      try Envelope.seal(plain, for: recipients.map { try SealRecipient(parsing: $0) }))
  }
}

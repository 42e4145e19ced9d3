// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Sealing

/// To whom the ballots of a vote are sealed, as people name them: `m03=age1…`.
extension Desk {
  /// The `tellers` of an opening in the order of those expected; `nil` for open ballots.
  func tellers(_ expected: [String], given recipients: [String], rule: String) throws -> JSON? {
    guard expected.isEmpty == recipients.isEmpty else {
      guard expected.isEmpty else { throw missing(expected) }
      throw Failure(.usage, words("vote.not_sealed", ["rule": rule]))
    }
    guard !expected.isEmpty else { return nil }
    let given = try tagged(
      recipients, option: "--teller-recipient", shape: "m03=age1…"
    ) { try recipient($1) }
    let named = try Dictionary(
      given.map { (try teller($0.key, expected), $0.value) },
      uniquingKeysWith: { first, _ in first })
    let without = expected.filter { named[$0] == nil }
    guard without.isEmpty else { throw missing(without) }
    return .array(
      expected.map { ["key": .string($0), "recipient": .string(named[$0] ?? "")] })
  }

  private func missing(_ tellers: [String]) -> Failure {
    Failure(
      .usage, words("vote.no_recipient", ["tellers": tellers.joined(separator: ", ")]),
      hint: words("vote.no_recipient.hint"))
  }

  private func recipient(_ text: String) throws -> String {
    do { return try SealRecipient(parsing: text).text } catch {
      throw Failure(.malformed, words("seal.bad_recipient", ["text": text]))
    }
  }

  /// The teller of that name, or of that last part of a name: `m03` for `…/m03`.
  private func teller(_ name: String, _ tellers: [String]) throws -> String {
    guard let teller = tellers.first(where: { $0.isKeyName(name) }) else {
      throw Failure(
        .usage,
        words("vote.no_teller", ["name": name, "tellers": tellers.joined(separator: ", ")]))
    }
    return teller
  }
}

extension String {
  /// Whether a key has that name, or that last part of one.
  func isKeyName(_ name: String) -> Bool { self == name || hasSuffix("/\(name)") }
}

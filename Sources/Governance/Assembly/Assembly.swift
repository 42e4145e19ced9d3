// SPDX-License-Identifier: Apache-2.0

/// The coalition as its log tells it: the left fold of every act so far.
public struct Assembly: Sendable {
  /// The ledger's origin, which every statement must name.
  public let origin: String
  /// SHA-256, lent by the caller: this module has no cryptography of its own.
  let sha256: @Sendable ([UInt8]) -> [UInt8]

  /// An assembly before its founding.
  public init(origin: String, sha256: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.origin = origin
    self.sha256 = sha256
  }

  /// Throws unless `act` may follow. The only gate: asked before writing, and again on every replay.
  public func admit(_ act: Act) throws(Refusal) {
    guard Text.areSameBytes(act.statement.ledger, origin) else { throw Refusal(.otherLedger) }
  }

  /// Records an act that ``admit(_:)`` has let in. Total: nothing is judged, so nothing is thrown.
  public mutating func apply(_ act: Act) {}
}

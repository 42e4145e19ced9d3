// SPDX-License-Identifier: Apache-2.0

/// A statement put in order: what the log's entry says, once its signatures have been verified.
public struct Act: Sendable, Equatable {
  /// 0, 1, 2 … without gaps.
  public let index: Int
  /// When the operator received it, by the operator's clock.
  public let received: Instant
  /// The statement.
  public let statement: Statement
  /// Names of the keys whose signatures were verified, sorted by bytes.
  public let signers: [String]
  /// Whether the inner signatures of an ``ActRefused`` were verified as well; empty for other types.
  public let inner: InnerAct?

  /// What was turned away, inside an `act.refused`.
  public struct InnerAct: Sendable, Equatable {
    /// The statement.
    public let statement: Statement
    /// Names of the keys that signed it.
    public let signers: [String]

    /// A statement with the signers that were verified, or that no entry registers.
    public init(statement: Statement, signers: [String]) {
      self.statement = statement
      self.signers = signers
    }
  }

  /// A statement put in order; the caller has verified every signature.
  public init(
    index: Int, received: Instant, statement: Statement, signers: [String],
    inner: InnerAct? = nil
  ) {
    self.index = index
    self.received = received
    self.statement = statement
    self.signers = signers
    self.inner = inner
  }

  /// What was turned away, as the act that it would have been here; nil for other types.
  public var turnedAway: Act? {
    inner.map {
      Act(index: index, received: received, statement: $0.statement, signers: $0.signers)
    }
  }
}

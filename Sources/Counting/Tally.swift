// SPDX-License-Identifier: Apache-2.0

/// What the ballots of one question add up to; kinds that the ballot lacks stay zero.
public struct Tally: Sendable, Hashable {
  /// Votes in favour.
  public var yes = 0
  /// Votes against.
  public var no = 0
  /// Ballots that take part and take no side.
  public var abstain = 0
  /// Consents.
  public var consent = 0
  /// Those who will not stop it and do not carry it.
  public var standAside = 0
  /// Blocks that stand.
  public var block = 0
  /// Objections that break a silence.
  public var object = 0
  /// Every valid ballot, whatever is on it.
  public var takePart = 0

  /// No ballots at all.
  public init() {}

  /// Ballots that took a side: yes and no, or consent, stand-aside and block.
  public var cast: Int { yes + no + consent + standAside + block }
}

/// What the shares of a condition are taken of.
public struct Bases: Sendable, Hashable {
  /// Yes and no, or consent, stand-aside and block.
  public var cast: Int
  /// Every valid ballot.
  public var takingPart: Int
  /// Those entitled, less the recused.
  public var electors: Int
  /// All seats of the body, filled or not.
  public var seats: Int

  /// Four counts that the caller has made.
  public init(cast: Int, takingPart: Int, electors: Int, seats: Int) {
    self.cast = cast
    self.takingPart = takingPart
    self.electors = electors
    self.seats = seats
  }

  /// The bases that follow from a tally, and the two that follow from the roll.
  public init(_ tally: Tally, electors: Int, seats: Int) {
    self.init(
      cast: tally.cast, takingPart: tally.takePart, electors: electors, seats: seats)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A vote: its questions, its electorate as of its opening, and the ballots so far.
public struct Vote: Sendable, Equatable {
  /// Its name.
  public let id: String
  /// The call's name.
  public let call: String
  /// The matter of the statutes.
  public let matter: String
  /// The rule of the statutes that decides.
  public let rule: String
  /// SHA-256 of the `vote.opened` line with its LF: what a ballot must name.
  public let digest: [UInt8]
  /// The applications, in order.
  public let applications: [String]
  /// The first moment inside.
  public let opens: Instant
  /// The first moment outside.
  public let closes: Instant
  /// The first moment that grace does not reach.
  public let graceEnds: Instant
  /// Groups that have one vote each, by position.
  public let electorate: [[String]]
  /// Application to the groups' last choices, by position in ``electorate``.
  public var choices: [String: [Int: BallotCast.Choice]] = [:]
  /// The counts that were published.
  public var results: [TallyPublished.Result]?
  /// When the outcome was certified.
  public var certified: Instant?

  /// The position of each party's group.
  private let positions: [String: Int]

  /// The group of a party, by its position.
  func group(of party: String) -> Int? { positions[party] }

  /// A vote that the registrar opened, before any ballot.
  init(_ it: VoteOpened, rule: String, digest: [UInt8], graceEnds: Instant) {
    self.id = it.vote
    self.call = it.call
    self.matter = it.matter
    self.rule = rule
    self.digest = digest
    self.applications = it.applications
    self.opens = it.opens
    self.closes = it.closes
    self.graceEnds = graceEnds
    self.electorate = it.electorate
    let places = it.electorate.enumerated().flatMap { group in
      group.element.map { ($0, group.offset) }
    }
    self.positions = Dictionary(places, uniquingKeysWith: { first, _ in first })
  }
}

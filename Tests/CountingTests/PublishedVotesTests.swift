// SPDX-License-Identifier: Apache-2.0

import Counting
import TestSupport
import Testing

/// Results that other bodies published, recomputed by conditions (`Tests/Vectors/votes`).
@Suite struct PublishedVotes {
  struct Ballots: Decodable, Sendable {
    let ballots: [Ballot]

    struct Ballot: Decodable, Sendable, CustomTestStringConvertible {
      let id: String
      let issuers, consumers: Caucus
      let quorum: Int
      let official: String
      var testDescription: String { id }
    }

    struct Caucus: Decodable, Sendable {
      let yes, no, abstain: Int
    }
  }

  private func meets(_ condition: String, _ caucuses: Ballots.Caucus...) throws -> Bool {
    var tally = Tally()
    for caucus in caucuses {
      tally.yes += caucus.yes
      tally.no += caucus.no
      tally.abstain += caucus.abstain
    }
    tally.takePart = tally.yes + tally.no + tally.abstain
    return try Condition(condition).isMet(
      by: tally, bases: Bases(tally, electors: tally.takePart, seats: tally.takePart))
  }

  /// Two thirds of the issuers and more than half of the consumers that vote, one yes in each at
  /// least; abstentions count for the quorum only (CA/Browser Forum Bylaws 2.3).
  @Test(arguments: try Vectors.votes.json("cabforum-ballots.json", as: Ballots.self).ballots)
  func twoCaucusesMustAgree(ballot: Ballots.Ballot) throws {
    let passes =
      try meets("take_part >= \(ballot.quorum)", ballot.issuers, ballot.consumers)
      && meets("yes >= 2/3 of cast and yes >= 1", ballot.issuers)
      && meets("yes > 1/2 of cast and yes >= 1", ballot.consumers)
    #expect(passes == (ballot.official == "passes"))
  }

  struct Matrices: Decodable, Sendable {
    let votes: [Vote]

    struct Vote: Decodable, Sendable, CustomTestStringConvertible {
      let id: String
      let `default`: Int?
      let majority: [String: String]?
      let V: [[Int]]?
      let optionVsDefault: [String: [Int]]?
      let officialDroppedByMajority: Dropped?
      let options: [String]?
      let quorum: String?
      let officialWinner: String?
      let computed: Computed?

      struct Computed: Decodable {
        let winners: [String]
      }
      var testDescription: String { id }

      /// The least number of votes that is not below the quorum; zero without one.
      var quorumVotes: Int {
        quorum.flatMap(Double.init).map { Int($0.rounded(.up)) } ?? 0
      }

      /// Options with the votes for them against the default, and the reverse.
      var pairs: [(option: String, yes: Int, no: Int)] {
        if let optionVsDefault { return optionVsDefault.map { ($0.key, $0.value[0], $0.value[1]) } }
        guard let V, let last = self.default else { return [] }
        return V.indices.filter { $0 != last }.map { ("\($0)", V[$0][last], V[last][$0]) }
      }
    }

    /// By number, or by name where no matrix was published.
    enum Dropped: Decodable, Sendable {
      case numbers([Int])
      case names([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let numbers = try? container.decode([Int].self) {
          self = .numbers(numbers)
        } else {
          self = .names(try container.decode([String].self))
        }
      }

      var options: [String] {
        switch self {
        case .numbers(let numbers): numbers.map(String.init)
        case .names(let names): names
        }
      }
    }
  }

  static let matrices = Result {
    try Vectors.votes.json("debian-beat-matrices.json", as: Matrices.self).votes
  }

  /// An option is dropped unless N times as many prefer it to the default as the reverse, and more
  /// (Debian's constitution, A.6.3).
  @Test(arguments: try matrices.get().filter { !$0.pairs.isEmpty })
  func optionsAreDroppedByMajority(vote: Matrices.Vote) throws {
    let dropped = try vote.pairs.filter { pair in
      let ratio = Int(vote.majority?[pair.option] ?? "1") ?? 1
      let ballots = Ballots.Caucus(yes: pair.yes, no: pair.no, abstain: 0)
      return try !meets("yes >= \(ratio)/\(ratio + 1) of cast and yes > 1/2 of cast", ballots)
    }
    #expect(dropped.map(\.option).sorted() == vote.officialDroppedByMajority?.options ?? [])
  }

  /// Three times the half of the square root of 911 developers is 45.27: 46 votes reach it, 45 do
  /// not (A.6.2; the vote for the leader of 2004, where all three options did).
  @Test(arguments: [(46, true), (45, false), (144, true), (394, true), (442, true)])
  func aQuorumIsReachedByVotesForAnOption(yes: Int, reached: Bool) throws {
    let ballots = Ballots.Caucus(yes: yes, no: 0, abstain: 0)
    #expect(try meets("yes >= 46", ballots) == reached)
  }
}

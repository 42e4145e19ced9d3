// SPDX-License-Identifier: Apache-2.0
import Counting

/// A line of `contests.py`: a contest, how to count it, and what the Python count came to.
struct DrawnContest: Decodable {
  let seed: Int
  let `case`: Int
  let candidates: Int
  let seats: Int
  let withdrawn: [Int]
  let ballots: [Pile]
  let constraints: [Bounds]
  let sitting: [Int]
  let unmet: RankedFill.Unmet.RawValue?
  let order: [Int]
  let method: Method.Name.RawValue
  let told: Parameters
  let count: JSON

  /// `[papers, [[candidates of a group], …]]`.
  struct Pile: Decodable {
    let ballot: Contest.Ballot

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let papers = try list.decode(Int.self)
      ballot = Contest.Ballot(papers: papers, ranking: try list.decode([[Int]].self))
    }
  }

  /// A constraint; its name is its number.
  struct Bounds: Decodable {
    let members: [Int]
    let floor: Int
    let cap: Int?
  }

  /// What a method is told; ratios and scores are texts p/q.
  struct Parameters: Decodable {
    let earlier_stages: Bool?
    let unranked: String?
    let fewest_against: Bool?
    let `default`: Int?
    let quorum: Int?
    let ratios: [String: String]?
    let scale: [Int]?
    let mean: Bool?
    let given: [String]?
  }
}

extension DrawnContest {
  /// Names a parameter that no method has: a mistake of the line, not of a count.
  struct Unreadable: Error {
    let what: String
  }

  /// The candidates who have not stood down.
  var standing: [Int] { (0..<candidates).filter { !withdrawn.contains($0) } }

  /// What the Swift module makes of it, as the Python program prints its own count.
  func counted() throws -> JSON {
    let contest = Contest(
      seats: seats, candidates: (0..<candidates).map(String.init), withdrawn: Set(withdrawn),
      ballots: ballots.map(\.ballot))
    let list = constraints.enumerated().map { number, bounds in
      Constraint(
        name: String(number), members: Set(bounds.members), atLeast: bounds.floor,
        atMost: bounds.cap)
    }
    let constraints = Constraints(
      list, unmet: try unmet.map { try known(RankedFill.Unmet(rawValue: $0), $0) },
      sitting: Set(sitting))
    let ties = Ties(earlierStages: told.earlier_stages ?? true, lot: order)
    let method = try chosenMethod()
    do throws(Uncountable) {
      return try contest.count(method, constraints: constraints, ties: ties)
        .told(contest, standing: standing)
    } catch {
      return error.told
    }
  }

  private func known<Value>(_ value: Value?, _ text: String) throws -> Value {
    guard let value else { throw Unreadable(what: text) }
    return value
  }

  private func chosenMethod() throws -> Method {
    switch try known(Method.Name(rawValue: method), method) {
    case .plurality: return .plurality
    case .mostApproved: return .mostApproved
    case .stv: return .stv
    case .meek: return .meek
    case .lot: return .lot
    case .schulze: return .schulze(try schulze())
    case .borda:
      let word = told.unranked ?? "last"
      return .borda(try known(Borda(rawValue: word), word))
    case .points:
      if let given = told.given {
        return .points(.given(try given.map { try known(Fraction($0), $0) }))
      }
      let scale = told.scale ?? []
      return .points(told.mean == true ? .mean(scale: scale) : .sum(scale: scale))
    }
  }

  private func schulze() throws -> Schulze {
    let word = told.unranked ?? "last"
    let ratios = try (told.ratios ?? [:]).map { option, ratio in
      (try known(Int(option), option), try known(Fraction(ratio), ratio))
    }
    return Schulze(
      unranked: try known(Schulze.Unranked(rawValue: word), word),
      strength: told.fewest_against == true ? .winningFewestAgainst : .winning,
      standard: told.default.map {
        Schulze.Standard(
          option: $0, quorum: told.quorum ?? 0, ratios: Dictionary(uniqueKeysWithValues: ratios))
      })
  }
}

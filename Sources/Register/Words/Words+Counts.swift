// SPDX-License-Identifier: Apache-2.0

public import Governance

extension Words {
  /// `yes 12, no 3, abstain 1`, in the order of the ballot; of options the most approved first.
  public func counts(_ counts: [String: Int]) -> String {
    let words = BallotCast.Word.allCases.map(\.rawValue).filter { counts[$0] != nil }
    let options = counts.filter { !words.contains($0.key) }.pairsInOrder
      .enumerated().sorted {
        $0.element.value == $1.element.value
          ? $0.offset < $1.offset : $0.element.value > $1.element.value
      }.map(\.element.key)
    return (words + options).map { name in
      self(
        "working.count",
        ["word": term("ballot_word", name), "count": "\(counts[name] ?? 0)"])
    }
    .joined(separator: ", ")
  }

  /// `carried`, and with the option that won or those elected, in order: `carried (north)`.
  public func outcome(of result: TallyPublished.Result) -> String {
    let outcome = term("outcome", result.outcome.rawValue)
    let chosen = result.elected?.candidates ?? result.winner.map { [$0] } ?? []
    if chosen.isEmpty { return outcome }
    return "\(outcome) (\(chosen.map(Plain.safe).joined(separator: ", ")))"
  }

  /// A ballot that does not count, and why.
  public func line(for excluded: TallyPublished.Exclusion, in vote: Vote) -> String {
    let party = vote.ballots.first { $0.id == excluded.ballot }?.party
    return self(
      "working.excluded",
      [
        "ballot": String(excluded.ballot.prefix(8)), "party": party ?? "–",
        "reason": term("excluded", excluded.reason),
      ])
  }
}

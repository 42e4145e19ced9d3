// SPDX-License-Identifier: Apache-2.0

public import Governance

/// The entries that concern a member: what it signed, what names it, and what changed its standing.
///
/// Its ballots are left out; they are told in numbers.
public struct MemberHistory: Sendable {
  /// The indices of the entries.
  public private(set) var entries: [Int] = []
  /// The same entries, each in a line with its number and time.
  public private(set) var lines: [String] = []
  /// The entry that admitted it; nil for a founder.
  public private(set) var admission: Int?

  /// Watches a whole history from its beginning; keys and names are told as in the `assembly` now.
  public init(
    of party: Party, _ acts: some Sequence<Act>, from beginning: Assembly, _ words: Words,
    at assembly: Assembly
  ) {
    let summary = Summary(words, of: assembly)
    let names = Set([party.id] + (party.application.map { [$0] } ?? []))
    var state = beginning
    for act in acts {
      let old = state.parties[party.id]
      let oldTerms = state.terms.filter { $0.party == party.id }
      state.apply(act)
      if old == nil, state.parties[party.id] != nil, act.statement.body is MemberAdmitted {
        admission = act.index
      }
      let hasMoved =
        state.parties[party.id] != old || state.terms.filter { $0.party == party.id } != oldTerms
      guard hasMoved || concerns(names, act, state) else { continue }
      entries.append(act.index)
      lines.append(
        summary.line(
          index: act.index, received: act.received, statement: act.statement, signers: act.signers))
    }
  }

  private func concerns(_ names: Set<String>, _ act: Act, _ state: Assembly) -> Bool {
    switch act.statement.kind {
    // Everybody stands in these.
    case .ledgerFounded, .voteOpened, .tallyPublished, .outcomeCertified, .callClosed,
      .shortlistPublished, .reviewAssigned, .ballotCast, .ballotRevoked:
      return false
    case _:
      let signs = act.signers.contains { key in
        let known = state.keys[key]
        return known?.party.map(names.contains) ?? known?.application.map(names.contains) ?? false
      }
      return signs || Self.mentions(names, (try? JSON(canonical: act.statement.bytes)) ?? [:])
    }
  }

  /// Whether a name stands somewhere in a statement, as a whole text or as a member of a table.
  private static func mentions(_ names: Set<String>, _ json: JSON) -> Bool {
    switch json {
    case .string(let text): names.contains(text)
    case .integer, .bool: false
    case .array(let elements): elements.contains { mentions(names, $0) }
    case .object(let members):
      members.contains { names.contains($0.key) || mentions(names, $0.value) }
    }
  }
}

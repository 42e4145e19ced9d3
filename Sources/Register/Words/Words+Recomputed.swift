// SPDX-License-Identifier: Apache-2.0

import Governance

/// What the rules recompute and print in one line for programs, as people read it.
extension Words {
  /// Facts of a refusal that say how a claim differs from what was recomputed.
  func recomputed(_ refusal: Refusal) -> [String: String] {
    let (found, expected) = (refusal.facts["found"] ?? "", refusal.facts["expected"] ?? "")
    switch refusal.code {
    case .wrongElectorate: return ["difference": difference(found, expected)]
    // Who is elected, and what a stage says, stand there as they are.
    case .wrongTally where refusal.facts["class"] == nil && refusal.facts["stage"] == nil:
      return ["found": counted(found), "expected": counted(expected)]
    default: return [:]
    }
  }

  /// `too many: M99; missing: M03`, of groups with spaces between them.
  private func difference(_ found: String, _ expected: String) -> String {
    let (found, expected) = (found.split(separator: " "), expected.split(separator: " "))
    let (inFound, inExpected) = (Set(found), Set(expected))
    let parts = [
      ("electorate.extra", found.filter { !inExpected.contains($0) }),
      ("electorate.missing", expected.filter { !inFound.contains($0) }),
    ]
    let told = parts.filter { !$0.1.isEmpty }.map { key, groups in
      self(key, ["groups": groups.joined(separator: ", ")])
    }
    return told.isEmpty ? self("electorate.order") : told.joined(separator: "; ")
  }

  /// Counts of an item with its outcome, or ballots that do not count; else the text as it is.
  private func counted(_ text: String) -> String {
    let parts = text.split(separator: ": ", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return excluded(text) }
    let counts = parts[0].split(separator: "; ").map { part(String($0)) }
    let outcome = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
    guard let word = outcome.first, !counts.contains(nil) else { return text }
    let winner = outcome.count == 2 ? " (\(outcome[1]))" : ""
    return counts.compactMap(\.self).joined(separator: "; ") + ": "
      + term("outcome", word) + winner
  }

  /// `A-3 no 0 yes 8, 8 of 16`: what is counted, the words and numbers, how many took part.
  private func part(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard words.count >= 4, words.count.isMultiple(of: 2), words[words.count - 2] == "of" else {
      return nil
    }
    let pairs = stride(from: 1, to: words.count - 3, by: 2).map { (words[$0], Int(words[$0 + 1])) }
    let counts = Dictionary(pairs, uniquingKeysWith: { first, _ in first }).compactMapValues(\.self)
    guard counts.count == pairs.count else { return nil }
    return [words[0], self.counts(counts)].joined(separator: " ") + ", "
      + self(
        "working.part", ["ballots": words[words.count - 3], "electors": words[words.count - 1]])
  }

  /// `00ab12cd recused, …`: ballots by the beginnings of their names, with the reasons.
  private func excluded(_ text: String) -> String {
    text.split(separator: ", ").map { part in
      let words = part.split(separator: " ").map(String.init)
      return words.count == 2 ? "\(words[0])… (\(term("excluded", words[1])))" : String(part)
    }
    .joined(separator: ", ")
  }

  /// Those who hold the office whose signature is missing, and did not sign.
  func holders(missing refusal: Refusal, _ assembly: Assembly) -> [String] {
    let signed = Set((refusal.facts["signers"] ?? "").split(separator: ", ").map(String.init))
    let holders = (assembly.offices[refusal.facts["missing"] ?? ""] ?? []).filter { name in
      guard let key = assembly.keys[name], key.revoked == nil else { return false }
      let party = key.party.flatMap { assembly.parties[$0] }
      return !signed.contains(name) && party?.isMember(at: assembly.now) != false
    }
    return holders.map(Summary(self, of: assembly).name(ofKey:))
  }

  /// `the tellers (M03, M09)`; only the office where nobody is to be named.
  func named(_ office: String, _ holders: [String]) -> String {
    holders.isEmpty ? office : "\(office) (\(holders.joined(separator: ", ")))"
  }
}

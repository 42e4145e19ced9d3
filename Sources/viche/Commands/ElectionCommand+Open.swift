// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension ElectionCommand {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put the candidates of an election to the vote.",
      discussion: """
        Classes, candidates, window and electorate are computed. Where ballots are
        sealed, every teller makes a key for this vote (viche seal keygen) and signs the
        opening too.

        Example:
          viche election open E1 --key keys/registrar.pem
          viche election open E1 --teller-recipient m03=age1… --teller-recipient m09=age1… \\
            --key keys/registrar.pem --out e1.statement
        """)
    @Argument(help: "The election.") var election: String
    @Option(help: "The vote's own name (default: that of the election).") var vote: String?
    @Option(help: "When voting opens (default: as soon as notice and nominations allow).")
    var opens: String?
    @Option(
      name: .customLong("teller-recipient"),
      help: "A teller's key name, or the end of it, and age recipient: m03=age1…; repeatable.")
    var recipients: [String] = []
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let election = try desk.found.election(election)
      let plan = try ElectionPlan(election, desk)
      let opens = try self.opens.map(desk.instant) ?? plan.earliest
      var fields = try plan.fields(vote: vote ?? election.id, opens: opens)
      fields["tellers"] = try desk.tellers(
        plan.tellers, given: recipients, rule: plan.rule.name)
      try desk.perform(.voteOpened, fields)
    }
  }
}

/// What a vote on an election would be if it were opened now.
private struct ElectionPlan {
  let desk: Desk
  let election: Election
  /// The assembly under the statutes that govern the election.
  let assembly: Assembly
  let rule: Statutes.Rule
  let window: Statutes.Window
  let now: Instant

  init(_ election: Election, _ desk: Desk) throws {
    let assembly = desk.assembly.under(election.version)
    guard let statutes = assembly.statutes,
      case .selection(let name)? = statutes.matters[election.matter]?.decision,
      let rule = statutes.elections[name], let window = statutes.windows[rule.window]
    else {
      throw desk.refused(Refusal(.unknownMatter, clause: "matters", ["matter": election.matter]))
    }
    self.desk = desk
    self.election = election
    self.assembly = assembly
    self.rule = rule
    self.window = window
    self.now = try desk.now()
  }

  /// The earliest opening that the notice and the nominations allow.
  var earliest: Instant {
    let notice = window.notice.flatMap { assembly.calendar?.closing(of: $0, from: now) }
    return [now, notice, election.nominationsClose].compactMap(\.self).max() ?? now
  }

  /// To whom ballots are sealed, sorted; nobody where they are open.
  var tellers: [String] {
    guard rule.secrecy == .sealed else { return [] }
    return (assembly.offices["teller"] ?? []).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The fields of the opening, but for the tellers.
  func fields(vote: String, opens: Instant) throws -> [String: JSON] {
    guard let closes = assembly.closing(of: window, from: opens) else {
      throw desk.refused(
        Refusal(.wrongWindow, clause: "windows.\(window.name)", ["found": "–", "expected": "–"]))
    }
    let classes = assembly.contested(in: election)
    let candidates = classes.map { ($0, assembly.candidates(for: $0, in: election)) }
    var fields: [String: JSON] = [
      "vote": .string(vote), "matter": .string(election.matter), "rule": .string(rule.name),
      "round": 1, "items": .array(classes.map(JSON.string)), "election": .string(election.id),
      "candidates": .object(
        Dictionary(
          candidates.map { ($0, .array($1.map(JSON.string))) },
          uniquingKeysWith: { first, _ in first })),
      "opens": .string(opens.text), "closes": .string(closes.text), "electorate": [],
    ]
    fields["electorate"] = .array(
      try electorate(fields).map { .array($0.map(JSON.string)) })
    return fields
  }

  /// Who may vote: an opening without an electorate is refused, and the refusal names the right one.
  private func electorate(_ fields: [String: JSON]) throws -> [[String]] {
    let act = Act(
      index: 0, received: now,
      statement: try desk.statement(.voteOpened, fields), signers: [])
    do { try desk.assembly.admit(act) } catch {
      // What the rules ask after the electorate is not asked of a trial.
      if error.code == .wrongTellers || error.code == .wrongSigners { return [] }
      guard error.code == .wrongElectorate else { throw desk.refused(error) }
      return (error.facts["expected"] ?? "").split(separator: " ").map {
        $0.split(separator: "+").map(String.init)
      }
    }
    return []
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Members: list, show, reinstate, resign.",
    subcommands: [List.self, Show.self, Reinstate.self, Resign.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Members with status, since when, classes, representative and keys.",
      discussion: """
        Example:
          viche member list
          viche member list --all --json
        """)
    @Flag(help: "Those that have left too.") var all = false
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 7)
      for party in view.assembly.parties.inOrder
      where all || party.isMember(at: view.now) {
        let member = MemberView(party, view)
        listing.add(member.cells, member.json)
      }
      listing.say(options.talk)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One member: facts, ties, keys, seats, alternates, chairs, offices.",
      discussion: """
        Example:
          viche member show M07
        """)
    @Argument(help: "The member.") var member: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let member = try MemberView(named: member, try options.view())
      Terminal.say(
        options.talk.json ? JSON.object(member.fullJSON).canonicalText : member.text)
    }
  }

  struct Reinstate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a member's suspension before its time.",
      discussion: """
        Signed by the registrar and enough of the body that suspends.

        Example:
          viche member reinstate M09 --ground "The report came." --key keys/registrar.pem \\
            --key keys/m01.pem --key keys/m03.pem --key keys/m04.pem
        """)
    @Argument(help: "The member.") var member: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .memberReinstated, ["member": .string(member), "ground": .string(Text.clean(ground))])
    }
  }

  struct Resign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Leave the coalition: at once, or when the statutes' notice is over.",
      discussion: """
        Signed by the member's own key.

        Example:
          viche member resign M09 --key keys/m09.pem
        """)
    @Argument(help: "The member.") var member: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(.memberResigned, ["member": .string(member)])
    }
  }
}

struct RepresentativeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "representative", abstract: "Who speaks and votes for a member.",
    subcommands: [Appoint.self])

  struct Appoint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name a member's representative; the label is public and the member's own choice.",
      discussion: """
        Signed by the member's own key. For an applicant: viche onboard representative.

        Example:
          viche representative appoint M05 "representative 2" --key keys/m05.pem
        """)
    @Argument(help: "The member.") var member: String
    @Argument(help: "The label.") var label: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .representativeAppointed,
        ["party": .string(member), "representative": .string(Text.clean(label))])
    }
  }
}

/// A member as people and programs read it.
struct MemberView {
  let party: Party
  let view: LogView

  init(_ party: Party, _ view: LogView) {
    self.party = party
    self.view = view
  }

  init(named name: String, _ view: LogView) throws {
    self.init(try view.found.party(name), view)
  }

  private var assembly: Assembly { view.assembly }
  private var words: Words { view.words }
  private var rolls: [String] { assembly.rolls(of: party.id, at: view.now) }

  private var keys: [(name: String, key: RegisteredKey)] {
    assembly.keys.filter { $0.value.party == party.id }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// `suspended until 3 December 2024, 00:00`.
  private var status: String {
    if party.status(at: view.now) == "suspended", let until = party.suspension?.until {
      return words("deed.member.suspended", ["until": view.text(until)])
    }
    if let left = party.left, left > view.now {
      return words("deed.member.leaves", ["when": view.text(left)])
    }
    if let left = party.left { return words("deed.member.left", ["when": view.text(left)]) }
    return words("deed.member.member")
  }

  var cells: [String] {
    let votes = keys.filter { $0.key.revoked == nil && $0.key.votes }
    return [
      party.id, words.translation(of: party.name), status, view.text(party.since),
      rolls.joined(separator: ", "), party.representative ?? "–",
      votes.isEmpty ? words("deed.member.no_key") : votes.map(\.name).joined(separator: ", "),
    ]
  }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "party": .string(party.id), "name": .object(party.name.mapValues(JSON.string)),
      "status": .string(party.status(at: view.now)), "since": .string(party.since.text),
      "rolls": .array(rolls.map(JSON.string)),
      "keys": .array(
        keys.map {
          [
            "name": .string($0.name), "votes": .bool($0.key.votes),
            "alternate": .bool($0.key.isAlternate), "revoked": .bool($0.key.revoked != nil),
          ]
        }),
    ]
    fields["representative"] = party.representative.map(JSON.string)
    fields["left"] = party.left.map { .string($0.text) }
    fields["merged_into"] = party.mergedInto.map(JSON.string)
    if party.status(at: view.now) == "suspended" {
      fields["suspended_until"] = (party.suspension?.until.text).map(JSON.string)
    }
    return fields
  }

  private var seats: [String] {
    assembly.seatHolders(at: view.now).filter { $0.value.contains(party.id) }.keys.sorted()
  }

  /// `M05 (small_seat)`: those for whom it sits, and in which class; or those who sit for it.
  private func alternates(_ isMeant: (_ holder: String, _ alternate: String) -> String?) -> [String]
  {
    assembly.seatHolders(at: view.now).pairsInOrder.flatMap { seat, _ in
      assembly.alternates(ofSeat: seat, at: view.now).pairsInOrder.compactMap { holder, alternate in
        isMeant(holder, alternate).map {
          words("party.alternate_of", ["party": $0, "seat": seat])
        }
      }
    }
  }

  private var ownAlternates: [String] { alternates { $0 == party.id ? $1 : nil } }
  private var alternateFor: [String] { alternates { $1 == party.id ? $0 : nil } }

  /// The bodies of which it is chair now.
  private var chairs: [String] {
    (assembly.statutes?.bodies ?? [:]).pairsInOrder.map(\.key).filter {
      assembly.chairs(of: $0, at: view.now).contains(party.id)
    }
  }

  private var offices: [String] {
    let own = Set(keys.map(\.name))
    return assembly.offices.filter { !own.isDisjoint(with: $0.value) }.keys.sorted()
  }

  var fullJSON: [String: JSON] {
    json.merging([
      "facts": .object(party.facts.mapValues(JSON.string)),
      "relations": .object(party.relations.mapValues { .array($0.map(JSON.string)) }),
      "seats": .array(seats.map(JSON.string)), "offices": .array(offices.map(JSON.string)),
      "chairs": .array(chairs.map(JSON.string)),
      "alternates": .array(ownAlternates.map(JSON.string)),
      "alternate_for": .array(alternateFor.map(JSON.string)),
    ]) { $1 }
  }

  var text: String { text(adding: []) }

  /// The same with further rows, those without a name below the one before.
  func text(adding more: [(String, String)]) -> String {
    let name = Plain.safe(words.translation(of: party.name))
    var table = TextTable(columnCount: 2)
    for row in rows + more where !row.1.isEmpty {
      table.add([row.0.isEmpty ? "" : "  " + row.0, Plain.safe(row.1)])
    }
    return "\(party.id)  \(name)  \(status)\n" + table.text
  }

  private var rows: [(String, String)] {
    let keys = keys.map { key in
      key.name + (key.key.isAlternate ? " " + words("deed.member.alternate") : "")
        + (key.key.revoked == nil ? "" : " " + words("key.revoked"))
    }
    var rows = [
      (words("party.since"), view.text(party.since)),
      (words("party.merged_into"), party.mergedInto ?? ""),
      (words("party.rolls"), rolls.joined(separator: ", ")),
    ]
    rows += party.facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    rows += party.relations.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.joined(separator: ", "))
    }
    rows += [
      (words("deed.member.representative"), party.representative ?? ""),
      (words("party.keys"), keys.joined(separator: ", ")),
      (words("party.seats"), seats.joined(separator: ", ")),
      (words("party.chairs"), chairs.joined(separator: ", ")),
      (words("party.alternates"), ownAlternates.joined(separator: ", ")),
      (words("party.alternate_for"), alternateFor.joined(separator: ", ")),
      (words("deed.member.offices"), offices.joined(separator: ", ")),
    ]
    return rows
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension VoteCommand {
  struct NameVoter: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "name-voter",
      abstract: "Say which of the parties that share one vote casts it.",
      discussion: """
        Signed by each of them; a later one replaces it.

        Example:
          viche vote name-voter M05 --with M11 --key keys/m05.pem --key keys/m11.pem
        """)
    @Argument(help: "The party that casts the vote.") var party: String
    @Option(help: "Another party of the same group; may be repeated.") var with: [String]
    @OptionGroup var options: ActOptions

    func run() throws {
      let parties = Set([party] + with).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      try Desk(options).perform(
        .voterNamed,
        ["voter": .string(party), "parties": .array(parties.map(JSON.string))])
    }
  }

  struct Proxy: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let another party's ballot count for yours too, unless you vote yourself.",
      discussion: """
        Example:
          viche vote proxy V2 --to M08 --key keys/m05.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @Option(help: "The party that carries your vote.") var to: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      try desk.perform(.proxyGiven, ["vote": .string(vote.id), "to": .string(to)])
    }
  }

  struct Conflict: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Step aside from one item of a vote.",
      discussion: """
        Example:
          viche vote conflict V1 A-014 --key keys/m05.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @Argument(help: "The item; it may be left out where the vote has one.") var item: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      guard let item = item ?? (vote.items.count == 1 ? vote.items[0] : nil) else {
        throw Failure(
          .usage, desk.words("ballot.which", ["vote": vote.id, "count": "\(vote.items.count)"]))
      }
      try desk.perform(.conflictDeclared, ["vote": .string(vote.id), "item": .string(item)])
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take back what your group has cast so far, as if it had not voted.",
      discussion: """
        To change a choice, just cast again: the later ballot replaces the earlier
        one.

        Example:
          viche vote revoke V1 --key keys/m05.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      try desk.perform(
        .ballotRevoked,
        ["vote": .string(vote.id), "sealed_at": .string(try desk.now().text)])
    }
  }
}

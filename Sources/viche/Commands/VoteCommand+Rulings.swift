// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension VoteCommand {
  struct TestBlock: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test-block",
      abstract: "Rule on whether a block stands; an untested one does.",
      discussion: """
        Signed by enough of the body that the rule names. A block that is set aside
        counts as standing aside.

        Example:
          viche vote test-block V2 P-7 M05 --set-aside --ground "…" \\
            --key keys/m10.pem --key keys/m11.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @Argument(help: "The item that is blocked.") var item: String
    @Argument(help: "The party that blocks.") var party: String
    @Flag(help: "What becomes of the block.") var verdict: Verdict
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    enum Verdict: String, EnumerableFlag {
      case stands, setAside

      var word: BlockTested.Verdict { self == .stands ? .stands : .setAside }
    }

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      try desk.perform(
        .blockTested,
        [
          "vote": .string(vote.id), "item": .string(item), "party": .string(party),
          "verdict": .string(verdict.word.rawValue), "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Challenge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say that a vote went wrong; nothing is certified before it is ruled on.",
      discussion: """
        Example:
          viche vote challenge C-1 V2 --ground "…" --key keys/m05.pem
        """)
    @Argument(help: "The challenge's own name, such as C-1.") var challenge: String
    @Argument(help: "The vote.") var vote: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      try desk.perform(
        .voteChallenged,
        [
          "challenge": .string(challenge), "vote": .string(vote.id),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Rule: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rule on a challenge: let the vote stand, or annul it.",
      discussion: """
        Signed by enough of the body that hears challenges, without whoever
        challenged.

        Example:
          viche vote rule C-1 --dismiss --ground "…" \\
            --key keys/m10.pem --key keys/m11.pem
        """)
    @Argument(help: "The challenge.") var challenge: String
    @Flag(help: "What becomes of the vote.") var verdict: Verdict
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    enum Verdict: String, EnumerableFlag {
      case dismiss, annul

      var word: ChallengeRuled.Verdict { self == .dismiss ? .dismissed : .annulled }
    }

    func run() throws {
      let desk = try Desk(options)
      let challenge = try desk.found.challenge(challenge)
      try desk.perform(
        .challengeRuled,
        [
          "challenge": .string(challenge.id), "verdict": .string(verdict.word.rawValue),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }
}

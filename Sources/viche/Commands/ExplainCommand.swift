// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain an entry, a decision or a member.",
    subcommands: [EntryOf.self, Decision.self, Member.self])

  struct EntryOf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "entry",
      abstract: "What an entry says, who signed it as what, by which clause, what it changed.",
      discussion: """
        Example:
          viche explain entry 42
          viche explain entry 40 41 42 --lang uk
        """)
    @Argument(help: "The entry's number, or several.") var entries: [Int]
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      if let missing = entries.first(where: { !log.entries.indices.contains($0) }) {
        throw Failure(
          .refused,
          words("log.no_entry", ["entry": "\(missing)", "count": "\(log.entries.count)"]))
      }
      let stories = log.stories(of: Set(entries), words)
      guard options.talk.json else {
        return Terminal.say(stories.map { $0.story.text(leaf: $0.leaf) }.joined(separator: "\n"))
      }
      let objects = stories.map { $0.story.json(leaf: $0.leaf) }
      Terminal.say((objects.count == 1 ? objects[0] : .array(objects)).canonicalText)
    }
  }

  struct Decision: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How something was decided: rule, counts, outcome, and what holds now.",
      discussion: """
        Example:
          viche explain decision P-1
          viche explain decision A-014
          viche explain decision E1
        """)
    @Argument(
      help: "A proposal, amendment, application, election, vote, challenge or appeal.")
    var name: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let decision = try ExplainedDecision(named: name, view)
      Terminal.say(
        options.talk.json
          ? decision.json.canonicalText : decision.lines.joined(separator: "\n"))
    }
  }

  struct Member: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A member's or applicant's part: joining, seats, chairs, proposals, votes.",
      discussion: """
        The member by its name in the log, or by a part of its own name.

        Example:
          viche explain member M07
          viche explain member "здоров'я"
        """)
    @Argument(help: "The member or applicant.") var member: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      switch try ExplainedMember.named(member, view) {
      case .party(let party):
        let story = ExplainedMember(party, view)
        Terminal.say(options.talk.json ? JSON.object(story.json).canonicalText : story.text)
      case .application(let application):
        let decision = try ExplainedDecision(named: application.id, view)
        let shown = ApplicationView(application, view.assembly, view.words)
        Terminal.say(
          options.talk.json
            ? shown.json.canonicalText
            : shown.text(why: true) + "\n" + decision.lines.dropFirst().joined(separator: "\n"))
      }
    }
  }
}

extension VerifiedLog {
  /// The stories of some entries in their order, each told with the coalition as it was before.
  fileprivate func stories(
    of wanted: Set<Int>, _ words: Words
  ) -> [(story: EntryStory, leaf: String)] {
    var (assembly, stories) = (beginning, [(story: EntryStory, leaf: String)]())
    for act in acts.prefix((wanted.max() ?? -1) + 1) {
      if wanted.contains(act.index) {
        let story = EntryStory(act, before: assembly, words)
        stories.append((story, Hex.encode(leafHash(act.index))))
      }
      assembly.apply(act)
    }
    return stories
  }
}

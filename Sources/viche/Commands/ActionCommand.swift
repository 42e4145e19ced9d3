// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct ActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Actions: who does what by when, because of a decision.",
    subcommands: [Assign.self, Update.self, List.self])

  struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a member something to do.",
      discussion: """
        Signed by the registrar.

        Example:
          viche action assign AC-1 P-1 M05 "Translate the position" --due 2025-04-01T18:00:00+03:00 \\
            --key keys/registrar.pem
        """)
    @Argument(help: "The action's own name, such as AC-1.") var action: String
    @Argument(help: "The adopted proposal.") var proposal: String
    @Argument(help: "The member that does it.") var owner: String
    @Argument(help: "What it is; what it says is public.") var text: String
    @Option(help: "Until when.") var due: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .actionAssigned,
        [
          "action": .string(action), "proposal": .string(proposal), "owner": .string(owner),
          "due": .string(try desk.instant(due).text), "text": .string(Text.clean(text)),
        ])
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say how an action stands: accepted, done or dropped.",
      discussion: """
        Signed by a person of the member that does it; dropped is signed by the
        registrar.

        Example:
          viche action update AC-1 done --note "Sent to all members" --key keys/m05.pem
        """)
    @Argument(help: "The action.") var action: String
    @Argument(help: "accepted, done or dropped.") var state: String
    @Option(help: "A word about it; what it says is public.") var note: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .actionUpdated,
        [
          "action": .string(action), "state": .string(state), "note": .string(Text.clean(note)),
        ])
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Actions that are open, by when they are due.",
      discussion: """
        Example:
          viche action list
          viche action list --for M05 --all
        """)
    @Option(name: .customLong("for"), help: "Only this member's.") var owner: String?
    @Flag(help: "Those that are done or dropped too.") var all = false
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 5)
      let actions = view.assembly.actions.inOrder
        .filter { owner == nil || $0.task.owner == owner }
        .filter { all || $0.isOpen }
      for action in actions.sorted(by: { $0.task.due < $1.task.due }) {
        listing.add(cells(action, view), json(action, view))
      }
      listing.say(options.talk)
    }

    private func standing(_ action: Action, _ view: LogView) -> String {
      if action.isOverdue(at: view.now) { return "overdue" }
      return action.state?.rawValue ?? "assigned"
    }

    private func cells(_ action: Action, _ view: LogView) -> [String] {
      [
        view.text(action.task.due), action.task.owner, action.task.action,
        view.words("deed.action.\(standing(action, view))"),
        action.task.text + (action.note.map { " – \($0)" } ?? ""),
      ]
    }

    private func json(_ action: Action, _ view: LogView) -> [String: JSON] {
      var fields: [String: JSON] = [
        "action": .string(action.task.action), "proposal": .string(action.proposal),
        "owner": .string(action.task.owner), "due": .string(action.task.due.text),
        "text": .string(action.task.text), "state": .string(action.state?.rawValue ?? "assigned"),
        "overdue": .bool(action.isOverdue(at: view.now)),
      ]
      fields["note"] = action.note.map(JSON.string)
      return fields
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Take in a folder of statements; or list what is asked of one member.",
    discussion: """
      Good and bad may be mixed. Each is judged by the log and those before it;
      the good ones are committed, and a ballot, application, review, objection,
      proposal or appeal that the rules refuse leaves a trace with its reason if
      the registrar's key is given. --receipts gets a receipt (*.tlog-proof) for
      each one taken in and a note (*.refused) for each one refused. Run again, it
      changes nothing. Other files are named and left alone.

      Exit code: 0 if everything was taken in or known, else 1.

      Without a folder: what is asked of a member, until when, and what its
      silence means.

      Example:
        viche inbox incoming/ --key keys/registrar.pem --receipts receipts/
        viche inbox --as M05
        viche inbox --key keys/m05.pem
      """)

  @Argument(help: "A folder of statement files.") var folder: String?
  @Option(help: "A folder for receipts (*.tlog-proof) and notes (*.refused).") var receipts: String?
  @Option(name: .customLong("as"), help: "The member whose inbox it is (default: that of --key).")
  var party: String?
  @OptionGroup var options: ActOptions

  func run() throws {
    guard let folder else { return try list() }
    try InboxRun(options, receipts: receipts).run(folder)
  }

  /// What is asked of a member; the log is read, and no private key.
  private func list() throws {
    let view = try Reading(options.reading).view(now: options.now)
    let words = view.words
    let party = try member(view).id
    let items = memberItems(for: party, view.assembly, now: view.now)
    if options.talk.json {
      return Terminal.say(JSON.array(items.map { $0.json(words) }).canonicalText)
    }
    Terminal.say(words("inbox.title", ["party": party, "now": view.text(view.now)]))
    if items.isEmpty { return Terminal.say("  " + words("today.nothing")) }
    var table = TextTable(columnCount: 2)
    for item in items {
      table.add(["  " + words.when(item, view.assembly.calendar), words.request(item)])
      if let silence = words.silence(item) { table.add(["", silence]) }
    }
    Terminal.say(table.text)
  }

  /// The member that is named, or whose key is.
  private func member(_ view: LogView) throws -> Party {
    var name = party
    if name == nil, let path = options.keys.first {
      let keyring = Keyring(files: Files(words: view.words), passphraseFile: nil)
      let key = try keyring.verifierKey(atPath: Keyring.vkeyPath(path))
      name = view.assembly.keys[key.name]?.party
    }
    guard let name else { throw Failure(.usage, view.words("inbox.no_folder")) }
    return try view.found.party(name)
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct StatutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statutes", abstract: "Statutes as data: check, explain, compare, try, adopt.",
    subcommands: [
      Check.self, Explain.self, Diff.self, Try.self, Adopt.self, History.self,
    ])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read statutes and name every fault.",
      discussion: """
        Example:
          viche statutes check Policies/alliance-cso.yaml
        """)
    @Argument(help: "The statutes in YAML.") var file: String
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let words = talk.words
      let statutes = try Sources(files: Files(words: words)).statutes(file)
      if talk.json {
        return Terminal.say(
          JSON.object([
            "ok": true, "policy": .string(statutes.policy), "version": .integer(statutes.version),
          ]).canonicalText)
      }
      Terminal.say(
        words(
          "statutes.sound",
          [
            "policy": statutes.policy, "version": "\(statutes.version)",
            "rules": "\(statutes.rules.count)", "procedures": "\(statutes.procedures.count)",
          ]))
      for warning in statutes.warnings {
        Terminal.remark(words("statutes.warning") + " " + words.sentence(for: warning))
      }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Statutes in sentences, each with its clause.",
      discussion: """
        Example:
          viche statutes explain Policies/alliance-cso.yaml --lang uk
          viche statutes explain --log alliance.viche
        """)
    @Argument(help: "The statutes in YAML (default: those in force in the log).") var file: String?
    @OptionGroup var options: LogOptions

    func run() throws {
      let words = options.talk.words
      let statutes: Statutes?
      if let file {
        statutes = try Sources(files: Files(words: words)).statutes(file)
      } else {
        statutes = try Reading(options).log().assembly.statutes
      }
      guard let statutes else { return }
      let text = StatutesExplained.text(statutes, words.language)
      guard options.talk.json else { return Terminal.say(text) }
      let fields: [String: JSON] = [
        "policy": .string(statutes.policy), "version": .integer(statutes.version),
        "text": .string(text),
      ]
      Terminal.say(JSON.object(fields).canonicalText)
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What changes between two versions, like an amendment sheet.",
      discussion: """
        Example:
          viche statutes diff Policies/alliance-cso.yaml new.yaml
        """)
    @Argument(help: "The old statutes.") var old: String
    @Argument(help: "The new statutes.") var new: String
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let sources = Sources(files: Files(words: talk.words))
      let (old, new) = (try sources.statutes(old), try sources.statutes(new))
      Terminal.say(
        talk.json
          ? JSON.array(Statutes.diff(old, new).map(json)).canonicalText
          : StatutesDiff.text(from: old, to: new, talk.language))
    }

    private func json(_ change: StatutesChange) -> JSON {
      var fields: [String: JSON] = ["path": .string(change.path)]
      fields["old"] = change.old.map(JSON.string)
      fields["new"] = change.new.map(JSON.string)
      return .object(fields)
    }
  }
}

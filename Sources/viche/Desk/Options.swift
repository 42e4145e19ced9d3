// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Register

/// Options of every command.
struct TalkOptions: ParsableArguments {
  @Option(help: "Language of the output: en or uk (default: from the environment).")
  var lang: String?

  @Flag(help: "Print one JSON object for programs.")
  var json = false

  var words: Words { Words(language) }

  var language: Language {
    var environment: [String: String] = [:]
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      environment[name] = System.environment(name)
    }
    return Language.chosen(flag: lang, environment: environment)
  }

  mutating func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError("--lang takes en or uk, not '\(Plain.safe(lang))'.")
    }
  }
}

/// Options of commands that read a log.
struct LogOptions: ParsableArguments {
  @Option(help: "The log file (default: $VICHE_LOG, else ledger.viche).")
  var log: String?

  @OptionGroup var talk: TalkOptions

  var path: String { log ?? System.environment("VICHE_LOG") ?? "ledger.viche" }

  /// The same for a command that takes the log as its argument too.
  func at(_ file: String?) -> LogOptions {
    var options = self
    options.log = file ?? log
    return options
  }
}

/// Options of commands that make a statement.
struct ActOptions: ParsableArguments {
  @OptionGroup var reading: LogOptions

  @Option(
    name: .customLong("key"),
    help: "A private key that signs; its name stands in FILE.vkey. May be repeated.")
  var keys: [String] = []

  @Option(help: "The log's own private key (default: keys/log.pem beside the log).")
  var logKey: String?

  @Option(help: "A file whose first line is the passphrase of the keys (default: a prompt).")
  var passphraseFile: String?

  @Option(help: "Write the signed statement to this file or folder and commit nothing.")
  var out: String?

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(help: "The time, for a rehearsal ledger only: 2024-12-03T08:00:00Z.")
  var now: String?

  @Flag(help: "Accept the log's head where the file that remembers it is lost.")
  var adoptHead = false

  var talk: TalkOptions { reading.talk }
}

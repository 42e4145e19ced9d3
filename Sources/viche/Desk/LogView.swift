// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

/// Options of commands that tell how things stand at a moment.
struct AsOfOptions: ParsableArguments {
  @Option(help: "The time, for a rehearsal ledger only.") var now: String?
  @OptionGroup var reading: LogOptions

  var talk: TalkOptions { reading.talk }

  /// The log, the moment, and the words for both.
  func view() throws -> LogView { try Reading(reading).view(now: now) }
}

/// A log as it is read at a moment.
struct LogView {
  let log: VerifiedLog
  let words: Words
  let now: Instant

  var assembly: Assembly { log.assembly }

  /// Looks up what people name.
  var found: Found { Found(assembly, words) }

  /// A moment as people of this coalition read it.
  func text(_ instant: Instant) -> String {
    Moment(words.language, assembly.calendar).text(instant)
  }

}

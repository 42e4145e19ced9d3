// SPDX-License-Identifier: Apache-2.0

import Governance
import Register

/// Times that people type.
struct ToldTime {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// A time with or without seconds and offset.
  func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(text, canonical: false) else {
      throw Failure(.usage, words("time.malformed", ["text": Plain.safe(text)]))
    }
    return instant
  }

  /// The time that a command was told, if it was: only a rehearsal can be.
  func now(_ told: String?, isRehearsal: Bool) throws -> Instant? {
    guard let told else { return nil }
    guard isRehearsal else {
      throw Failure(.refused, words("now.not_rehearsal"), hint: words("now.not_rehearsal.hint"))
    }
    return try instant(told)
  }
}

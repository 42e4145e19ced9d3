// SPDX-License-Identifier: Apache-2.0

import Ledger
import Register

/// Why a kept receipt does not agree with a log, in words.
struct ReceiptWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  func sentence(for error: ReceiptError) -> String {
    switch error {
    case .malformed: words("receipt.malformed", ["path": "–"])
    case .foreign(let log, let receipt):
      words("receipt.foreign", ["expected": Plain.safe(receipt), "found": Plain.safe(log)])
    case .notSigned: words("receipt.not_signed")
    case .provesNothing: words("receipt.proves_nothing")
    case .olderThanReceipt(let size, let receipt):
      words("receipt.older", ["size": "\(size)", "receipt": "\(receipt)"])
    case .droppedEntry(let entry): words("receipt.dropped", ["entry": "\(entry)"])
    case .forked(let size): words("receipt.forked", ["size": "\(size)"])
    case .unchecked(let error): "\(error)"
    }
  }
}

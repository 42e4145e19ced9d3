// SPDX-License-Identifier: Apache-2.0
import Ledger
import TestSupport
import Testing

/// What an entry's reader accepts, it writes again byte for byte.
@Suite struct EntryEncodingTests {
  /// The form alone is read: these are no signatures.
  static let entry = """
    10 2024-10-02T10:00:00Z
    {"id":"x"}

    — alliance.example.org/m01 AAAAAQICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC\
    AgICAgICAgICAgICAgICAgICAgICAgI=
    — alliance.example.org/m02 AAAAAQICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC\
    AgICAgICAgICAgICAgICAgICAgICAgI=

    """

  @Test func whatIsAcceptedIsWrittenAgainUnchanged() throws {
    let right = Array(Self.entry.utf8)
    #expect(try Entry(parsing: right).bytes == right)
    var random = Xorshift(seed: 1)
    var accepted = 0
    for _ in 0..<50_000 {
      var bytes = right
      for _ in 0...random.below(3) { random.change(&bytes) }
      guard let entry = try? Entry(parsing: bytes) else { continue }
      accepted += 1
      #expect(entry.bytes == bytes)
    }
    #expect(accepted > 1_000)
  }
}

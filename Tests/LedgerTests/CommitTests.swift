// SPDX-License-Identifier: Apache-2.0
import Governance
import Ledger
import Testing

@Suite struct CommitTests {
  @Test func `a founded log and its commits verify when they are read again`() throws {
    let small = try SmallLog(commits: 3)
    let log = try small.read()
    #expect(log.counts.entries == 4)
    #expect(log.counts.signatures == 6)
    #expect(log.counts.checkpoints == 4)
    #expect(log.counts.bytes == (try small.bytes.count))
    #expect(log.isRehearsal)
    #expect(log.tail == nil)
    let kinds: [Statement.Kind] = [
      .ledgerFounded, .relationDeclared, .relationDeclared, .relationDeclared,
    ]
    #expect(log.entries.map(\.kind) == kinds)
    for index in log.entries.indices { try log.check(log.prove(index)) }
  }
}

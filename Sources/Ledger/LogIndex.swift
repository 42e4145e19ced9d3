// SPDX-License-Identifier: Apache-2.0
import Governance
import Signing

/// Where each entry is and what its leaf hashes to: what it takes to find entries by their index.
///
/// It grows with the log. Who only verifies keeps none.
struct LogIndex: Sendable, Codable {
  /// The entries in order; in a commit on trial, its own only.
  private(set) var rows: [EntryRow] = []
  /// Their leaf hashes, 32 bytes each.
  private(set) var leaves: [UInt8] = []

  mutating func append(_ entry: ReadEntry) {
    leaves += entry.leafHash
    rows.append(
      EntryRow(
        bodyOffset: entry.frame.bodyOffset, length: Int32(entry.frame.length),
        kind: entry.act.statement.kind, received: entry.received))
  }

  mutating func append(_ more: LogIndex) {
    rows += more.rows
    leaves += more.leaves
  }

  func leafHash(_ index: Int) -> [UInt8] {
    Array(leaves[(index * Hash.length)..<((index + 1) * Hash.length)])
  }
}

/// Where an entry is, and what little is kept of it in memory.
struct EntryRow: Sendable, Codable {
  let bodyOffset: Int
  let length: Int32
  let kind: Statement.Kind
  let received: Instant
}

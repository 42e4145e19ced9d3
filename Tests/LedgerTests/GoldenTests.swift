// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Ledger
import Signing
import SystemPackage
import Testing

/// The golden logs of Tests/Golden, which say for themselves what must be said of them.
@Suite struct GoldenTests {
  /// A row of golden.json.
  struct Row: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let ok: Bool
    let log_key: String?
    let find: Findings?
    let entry: Int?
    let place: Int?
    let reason: String?

    var testDescription: String { file }
  }

  /// What must be found in a log that holds.
  struct Findings: Decodable, Sendable {
    let entries: Int?
    let checkpoints: Int?
    let uncommitted: Int?
    let members: [String]?
    let outcomes: [String: [String: String]]?
    let counts: [String: [String: [String: Int]]]?
    let holders: [String: [String]]?
    let proposals: [String: String]?
    let statutes_version: Int?
    let suspended: [String]?
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static func rows(in folders: String...) -> [Row] {
    guard let manifest = try? Data(contentsOf: folder.appending(path: "golden.json")),
      let rows = try? JSONDecoder().decode([Row].self, from: manifest)
    else { return [] }
    return rows.filter { row in folders.contains { row.file.hasPrefix($0 + "/") } }
  }

  static func verify(_ row: Row) throws -> Result<VerifiedLog, LedgerError> {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: row.file)))
    let key = try row.log_key.map { text throws in try VerifierKey(parsing: text) }
    do throws(LedgerError) {
      return .success(try VerifiedLog.verify(bytes, expecting: key))
    } catch {
      return .failure(error)
    }
  }

  @Test func `there are some`() {
    #expect(Self.rows(in: "good").count > 10)
    #expect(Self.rows(in: "bad").count > 100)
  }

  @Test(arguments: Self.rows(in: "good"))
  func `a good one holds, and in it is what it says`(_ row: Row) throws {
    let log = try Self.verify(row).get()
    let find = try #require(row.find)
    let assembly = log.assembly
    let now = try #require(log.received)
    let members = assembly.parties.values.filter { $0.isMember(at: now) }
    check(find.entries, log.counts.entries)
    check(find.checkpoints, log.counts.checkpoints)
    check(find.uncommitted, log.bytes.count - log.committedEnd)
    check(find.members, members.map(\.id).sorted())
    check(find.suspended, members.filter { $0.isSuspended(at: now) }.map(\.id).sorted())
    check(find.proposals, assembly.proposals.mapValues { $0.status(at: now).rawValue })
    check(find.statutes_version, assembly.inForce(at: now)?.version ?? 0)
    check(find.outcomes, outcomes(assembly))
    for (vote, items) in find.counts ?? [:] {
      let results = assembly.votes[vote]?.results ?? []
      for (item, counts) in items {
        #expect(results.first { $0.item == item }?.whole.counts == counts, "\(vote) \(item)")
      }
    }
    for (seat, holders) in find.holders ?? [:] {
      #expect(self.holders(of: seat, assembly, now) == holders, "\(seat)")
    }
  }

  @Test(arguments: Self.rows(in: "bad"))
  func `a bad one does not, for its reason and at its entry`(_ row: Row) throws {
    guard case .failure(let error) = try Self.verify(row) else {
      Issue.record("it holds")
      return
    }
    #expect(error.reason == row.reason, "\(error)")
    switch error {
    case .refused(_, let entry): check(row.entry, entry)
    case .damaged(let fault):
      #expect(fault.finding.isOfEntry ? fault.entry == row.entry : row.entry == nil, "\(fault)")
      check(row.place, fault.offset)
    case .cut(let bytes): check(row.place, bytes)
    default: #expect(row.entry == nil)
    }
  }

  @Test(arguments: Self.rows(in: "tiles"))
  func `a folder of tiles is taken or refused as a file is`(_ row: Row) throws {
    let folder = TileFolder(FilePath(Self.folder.appending(path: row.file).path))
    do throws(TilesError) {
      let log = try Log.read(tiles: folder)
      #expect(row.ok)
      check(row.find?.entries, log.counts.entries)
      check(row.find?.members, log.assembly.parties.keys.sorted())
    } catch {
      #expect(error.reason == row.reason, "\(error)")
      switch error {
      case .damaged(_, let entry, _), .log(.refused(_, let entry)): check(row.entry, entry)
      default: #expect(row.entry == nil)
      }
    }
  }

  private func check<Value: Equatable>(_ expected: Value?, _ found: Value) {
    if let expected { #expect(found == expected) }
  }

  private func outcomes(_ assembly: Assembly) -> [String: [String: String]] {
    assembly.votes.filter { $0.value.certified != nil }.mapValues { vote in
      Dictionary(
        uniqueKeysWithValues: (vote.results ?? []).map { ($0.item, $0.outcome.rawValue) })
    }
  }

  /// Those whose terms run at that time, sorted.
  private func holders(of seat: String, _ assembly: Assembly, _ now: Instant) -> [String] {
    assembly.terms.filter { $0.seat == seat && assembly.runs($0, at: now) }.map(\.party).sorted()
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Ledger
import Signing
import SystemPackage

/// One history from one seed: told act by act to a writer, then read again from its file.
///
/// On the way, states are written down and read back, and must go on as if they had not been.
struct Story {
  let seed: Int
  let folder: FilePath
  private var chance: Chance
  private let beginning: Beginning
  /// How often each kind of statement was recorded, and each code refused one.
  private(set) var kinds: [String: Int] = [:]
  private(set) var refusals: [String: Int] = [:]
  /// Acts that were refused and leave no trace, each with its place in the log, for the other verifier.
  private(set) var turnedAway: [JSON] = []
  private var acknowledged: [String] = []
  private var number = 0

  init(seed: Int, policy: String, folder: FilePath) throws {
    self.seed = seed
    self.folder = folder
    self.chance = Chance(seed: seed)
    self.beginning = try Beginning(policy, &chance)
  }

  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }

  var path: FilePath { folder.appending("history-\(seed).viche") }

  /// Tells the whole history; the line says how it ended, for the other verifier.
  mutating func tell(steps: Int) throws -> String {
    let head = folder.appending("history-\(seed).head")
    var now = Instant("2024-10-21T08:00:00Z") ?? Instant(seconds: 0)
    let founding = try statement(.ledgerFounded, beginning.fields)
    let signers =
      beginning.members + ["registrar", "w1"]
    var writer = try LogWriter.create(
      path, signedHead: head, founding: try Keys.signed(founding, by: signers), received: now,
      operatorKey: try Keys.key("log"))
    var logKey = "log"
    for _ in 0..<(beginning.isElectoral ? steps * 2 : steps) {
      now = later(than: now, writer.log.assembly)
      number += 1
      let moves = Moves(
        beginning: beginning, assembly: writer.log.assembly, now: now, number: number)
      guard var move = try moves.move(&chance) else { continue }
      move.signers = unique(move.signers)
      if chance.once(in: 60) { move.signers = unique(move.signers + [beginning.members[0]]) }
      guard !move.signers.isEmpty else { continue }
      try attempt(move, at: now, &writer, &logKey)
    }
    return try check(writer.log.assembly, now: writer.log.received ?? now, head: writer.log.head)
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func statement(_ kind: Statement.Kind, _ fields: [String: JSON]) throws -> Statement {
    try Statement(kind, ledger: Keys.origin, id: Self.id(number), fields)
  }

  private mutating func attempt(
    _ move: Move, at now: Instant, _ writer: inout LogWriter, _ logKey: inout String
  ) throws {
    let made: Statement
    do { made = try statement(move.kind, move.fields) } catch { return }
    let signed = try Keys.signed(made, by: move.signers)
    let told = number.isMultiple(of: 8) ? try readBack(signed, writer.log, at: now) : nil
    var next = logKey
    if let key = (made.body as? SecretariatHandedOver)?.logKey, !key.isEmpty {
      next = "log\(number)"
    }
    do {
      _ = try writer.commit([signed], received: now, operatorKey: try Keys.key(next))
      logKey = next
      if let told, told != writer.log.assembly {
        throw Disagreement(seed: seed, what: "a state that was read back went on otherwise")
      }
      acknowledged.append(made.id)
      kinds[move.kind.rawValue, default: 0] += 1
    } catch LedgerError.refused(let refusal, _) {
      refusals[refusal.code.rawValue, default: 0] += 1
      try trace(signed, refusal, move, at: now, &writer, logKey)
    } catch LedgerError.badDraft {
      refusals["bad_draft", default: 0] += 1
    }
  }

  /// What a state that was written down and read back makes of the next statement.
  ///
  /// Throws where it says something else than the state itself; nil where both refuse.
  private func readBack(
    _ signed: SignedStatement, _ log: VerifiedLog, at now: Instant
  ) throws -> Assembly? {
    var state = try Remembering.readBack(log.assembly)
    let act = try Remembering.act(signed, after: log, at: now)
    let refusal = Remembering.refusal(act, by: state)
    guard state == log.assembly, refusal == Remembering.refusal(act, by: log.assembly) else {
      throw Disagreement(seed: seed, what: "a state that was read back says otherwise")
    }
    guard refusal == nil else { return nil }
    state.apply(act)
    return state
  }

  /// Some of those turned away leave their trace, whose reason every verifier recomputes.
  ///
  /// The others stand in no log: they are told to the other verifier beside it.
  private mutating func trace(
    _ signed: SignedStatement, _ refusal: Refusal, _ move: Move, at now: Instant,
    _ writer: inout LogWriter, _ logKey: String
  ) throws {
    guard refusal.code != .unknownKey, refusal.code != .repeatedID else { return }
    let lines = signed.signatures.map {
      JSON.string(String(decoding: $0.line.dropLast(), as: UTF8.self))
    }
    let told: [String: JSON] = [
      "statement": .string(String(decoding: signed.line, as: UTF8.self)),
      "signatures": .array(lines), "reason": .string(refusal.code.rawValue),
    ]
    guard move.kind.leavesTrace else {
      let place: [String: JSON] = [
        "entries": .integer(writer.log.head.size), "received": .string(now.text),
      ]
      return turnedAway.append(.object(told.merging(place) { $1 }))
    }
    number += 1
    let refused = try statement(.actRefused, told)
    let registrar = String(
      (writer.log.assembly.offices["registrar"]?.last ?? "").dropFirst(Keys.host.count))
    _ = try writer.commit(
      [try Keys.signed(refused, by: [registrar])], received: now,
      operatorKey: try Keys.key(logKey))
    acknowledged.append(refused.id)
  }

  /// Time goes on a little, or to an edge of something that is open.
  private mutating func later(than now: Instant, _ assembly: Assembly) -> Instant {
    if chance.once(in: 3) { return now + chance.below(40) }
    let moves = Moves(beginning: beginning, assembly: assembly, now: now, number: number)
    if moves.awaitsPeople, !chance.once(in: 15) { return now + chance.below(40) }
    if beginning.isElectoral, isIdle(assembly, at: now), chance.once(in: 2) {
      return now + (20 + chance.below(140)) * 86_400
    }
    var edges: [Instant] = []
    for vote in assembly.votes.values where vote.isPending {
      edges += [vote.opens, vote.closes, vote.graceEnds]
    }
    for proposal in assembly.proposals.values {
      if let closes = assembly.debateCloses(proposal) { edges.append(closes) }
      if let before = proposal.ratification?.before { edges.append(before) }
    }
    edges += assembly.parties.values.compactMap { $0.suspension?.until }
    edges += assembly.elections.values.flatMap { [$0.nominationsClose, $0.termsFrom] }
    edges += assembly.terms.compactMap { assembly.end(of: $0) }
    edges += assembly.editions.values.map(\.effective)
    let next = edges.filter { $0 > now }.sorted().first
    guard let next, !chance.once(in: 4) else {
      return now + chance.below(chance.once(in: 6) ? 400_000 : 20_000)
    }
    return chance.once(in: 3) ? max(now, next + -1) : chance.once(in: 2) ? next : now
  }

  /// Whether neither a vote nor an election waits for anybody.
  private func isIdle(_ assembly: Assembly, at now: Instant) -> Bool {
    !assembly.votes.values.contains(where: \.isPending)
      && !assembly.elections.values.contains { $0.certified == nil && now < $0.nominationsClose }
  }

  /// Reads the file again: same state, same head, and everything that was acknowledged.
  private func check(_ live: Assembly, now: Instant, head: VerifiedLog.Head) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path.string)))
    let log = try VerifiedLog.verify(bytes, threads: 1)
    let (told, read) = (view(live, now, head), view(log.assembly, now, log.head))
    guard told == read else {
      throw Disagreement(seed: seed, what: "live \(told)\nread \(read)")
    }
    if let difference = try Remembering.difference(in: bytes, to: log, folder) {
      throw Disagreement(seed: seed, what: difference)
    }
    let ids = Set(log.entries.indices.map { log.entries.statement($0).id })
    if let missing = acknowledged.first(where: { !ids.contains($0) }) {
      throw Disagreement(seed: seed, what: "acknowledged and missing: \(missing)")
    }
    return told
  }
}

/// Two that should say the same, and do not.
struct Disagreement: Error, CustomStringConvertible {
  let seed: Int
  let what: String
  var description: String { "seed \(seed): \(what)" }
}

// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import Governance
import Register

/// Files of ballots, constraints and orders that people name, with their faults in words.
struct BallotFiles {
  let files: Files
  private var words: Words { files.words }

  /// A contest, and what its file says besides.
  struct Ballots {
    var contest: Contest
    /// The order in which the file wants ties to be broken.
    let tieOrder: [Int]?
    /// Whether it was a table, in which an empty cell is no opinion.
    let isTable: Bool
  }

  /// The ballots of a BLT file or of a table of ranks; `seats` goes before what the file says.
  func ballots(_ path: String, seats: Int?) throws -> Ballots {
    let bytes = try files.read(path)
    do {
      if path.hasSuffix(".blt") || BLTFile.isBegun(by: bytes) {
        var file = try BLTFile(bytes)
        if let seats { file.contest.seats = seats }
        return Ballots(contest: file.contest, tieOrder: file.tieOrder, isTable: false)
      }
      // Told before the seats that are missing: it may be no such file at all.
      let contest = try RankTable.read(bytes, seats: seats ?? 1)
      guard seats != nil else { throw Failure(.usage, words("count.seats.missing")) }
      return Ballots(contest: contest, tieOrder: nil, isTable: true)
    } catch let error as MalformedBLT {
      throw malformed(path, AuthoringWords(words).sentence(for: error))
    } catch let error as MalformedRankTable {
      throw malformed(
        path, AuthoringWords(words).sentence(for: error),
        hint: path.hasSuffix(".csv") ? nil : words("count.file.hint"))
    }
  }

  /// The groups of a constraint file.
  func constraints(_ path: String, for contest: Contest) throws -> [Constraint] {
    let bytes = try files.read(path, atMost: ConstraintFile.sizeMax)
    do {
      return try ConstraintFile(bytes, candidates: contest.candidates.count).constraints
    } catch {
      throw malformed(path, AuthoringWords(words).sentence(for: error))
    }
  }

  /// The order of a file with a candidate's name on each line, the most preferred first.
  ///
  /// Several candidates of one name stand in it as often, and keep the order of the ballots.
  func order(_ path: String, for contest: Contest) throws -> [Int] {
    let bytes = try files.read(path, atMost: ConstraintFile.sizeMax)
    var order: [Int] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let name = Self.trimmed(String(decoding: line, as: UTF8.self))
      if name.isEmpty { continue }
      let found = candidates(name, in: contest)
      if found.isEmpty { throw malformed(path, unknown(name, in: contest)) }
      guard let next = found.first(where: { !order.contains($0) }) else {
        throw malformed(path, words("count.lot.repeated", ["name": name]))
      }
      order.append(next)
    }
    let missing = contest.candidates.indices.first {
      !contest.withdrawn.contains($0) && !order.contains($0)
    }
    if let missing {
      throw malformed(
        path, words("count.lot.incomplete", ["name": contest.candidates[missing]]))
    }
    return order
  }

  private static func trimmed(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }.joined(separator: " ")
  }

  /// The one candidate of that name, or of that number in the file.
  func candidate(_ name: String, in contest: Contest) throws -> Int {
    let found = candidates(name, in: contest)
    if found.isEmpty { throw Failure(.usage, unknown(name, in: contest)) }
    guard found.count == 1 else {
      throw Failure(.usage, words("count.candidate_ambiguous", ["name": name]))
    }
    return found[0]
  }

  /// Candidates by the bytes of their name, else by their number.
  private func candidates(_ name: String, in contest: Contest) -> [Int] {
    let found = contest.candidates.indices.filter {
      contest.candidates[$0].utf8.elementsEqual(name.utf8)
    }
    if found.isEmpty, let number = Int(name), contest.candidates.indices.contains(number - 1) {
      return [number - 1]
    }
    return found
  }

  private func unknown(_ name: String, in contest: Contest) -> String {
    let nearest = Spelling.nearest(to: name, among: contest.candidates)
    return words("count.candidate_unknown", ["name": name])
      + (nearest.map { " " + words("csv.nearest", ["name": $0]) } ?? "")
  }

  private func malformed(_ path: String, _ sentence: String, hint: String? = nil) -> Failure {
    Failure(.malformed, "\(Plain.safe(path)): \(sentence)", hint: hint)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Counting

/// Ranked ballots as a table: a column for each candidate, a row for each paper.
///
///     Ann,Bob,Eve
///     1,2,2
///     2,,1
///     No opinion,No opinion,No opinion
///
/// A cell is the candidate's rank, 1 the best; equal ranks are ties, and a rank that nobody has is
/// passed over. Empty cells and `No opinion` (CIVS, Elekto) leave the candidate unranked.
public enum RankTable {
  /// Reads a table by the rules of ``CSVTable``; the places to fill are not in it.
  public static func read(_ bytes: [UInt8], seats: Int) throws(MalformedRankTable) -> Contest {
    let table: CSVTable
    do { table = try CSVTable(bytes) } catch { throw .table(error) }
    var ballots: [Contest.Ballot] = []
    ballots.reserveCapacity(table.rows.count)
    for row in table.rows {
      ballots.append(Contest.Ballot(ranking: try ranking(row, table.header)))
    }
    return Contest(seats: seats, candidates: table.header, ballots: ballots)
  }

  /// The candidates by rank; those of one rank stay in the order of the columns.
  private static func ranking(
    _ row: CSVTable.Row, _ header: [String]
  ) throws(MalformedRankTable) -> [[Int]] {
    var ranked: [(rank: Int, candidate: Int)] = []
    for (candidate, cell) in row.fields.enumerated() {
      let text = cell.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
      if text.isEmpty || isNoOpinion(text) { continue }
      guard text.count == 1, let rank = BLTScanner.number(text[0][...]), rank > 0 else {
        throw .notARank(line: row.line, column: header[candidate], found: cell)
      }
      ranked.append((rank, candidate))
    }
    ranked.sort { ($0.rank, $0.candidate) < ($1.rank, $1.candidate) }
    var groups: [[Int]] = []
    var last: Int?
    for (rank, candidate) in ranked {
      if rank == last {
        groups[groups.count - 1].append(candidate)
      } else {
        groups.append([candidate])
      }
      last = rank
    }
    return groups
  }

  /// `No opinion` in letters of either case.
  private static func isNoOpinion(_ words: [[UInt8]]) -> Bool {
    words.map { $0.map { $0 | 0x20 } } == [Array("no".utf8), Array("opinion".utf8)]
  }

  /// Writes a contest: a row for each paper, ranks from 1 without gaps.
  ///
  /// Those who stood down have no column, and a ballot ends where it names a candidate again: a
  /// count reads it the same. Title and seats are not in the table.
  public static func write(_ contest: Contest) throws(UnwritableContest) -> [UInt8] {
    let papers = contest.ballots.reduce(0) { $0 + $1.papers }
    guard papers <= CSVTable.rowsMax else {
      throw .tooManyPapers(papers, max: CSVTable.rowsMax)
    }
    let columns = contest.candidates.indices.filter { !contest.withdrawn.contains($0) }
    var seen: Set<String> = []
    for column in columns {
      let name = contest.candidates[column]
      guard BLTFile.holds(name), !name.isEmpty else { throw .name(name) }
      guard seen.insert(name).inserted else { throw .repeatedName(name) }
    }
    var csv = CSVWriter(forSpreadsheet: true)
    csv.write(columns.map { contest.candidates[$0] })
    for ballot in contest.ballots {
      let ranks = ranks(ballot, contest)
      for _ in 0..<ballot.papers { csv.write(columns.map { ranks[$0].map(String.init) ?? "" }) }
    }
    return csv.bytes
  }

  private static func ranks(_ ballot: Contest.Ballot, _ contest: Contest) -> [Int?] {
    var ranks = [Int?](repeating: nil, count: contest.candidates.count)
    var rank = 1
    for group in ballot.ranking {
      if group.contains(where: { ranks[$0] != nil }) || Set(group).count < group.count { break }
      let standing = group.filter { !contest.withdrawn.contains($0) }
      for candidate in group { ranks[candidate] = rank }
      if !standing.isEmpty { rank += 1 }
    }
    return ranks
  }
}

/// Why bytes are not a table of ranks.
public enum MalformedRankTable: Error, Hashable, Sendable {
  case table(MalformedCSV)
  /// A cell that is neither a whole number from 1 nor empty nor `No opinion`.
  case notARank(line: Int, column: String, found: String)
}

// SPDX-License-Identifier: Apache-2.0

import Counting
import Foundation
import TestSupport

/// The least that reads the contests of `Tests/Vectors/votes`.
extension Vectors {
  /// The files of a kind in a folder, without the ending.
  func names(_ folder: String, _ ending: String) throws -> [String] {
    try paths(below: folder, endingIn: ending).map { String($0.dropLast(ending.count)) }
  }

  /// A contest of a BLT file, of which the test vectors use the plain part only.
  func blt(_ name: String) throws -> Contest {
    let lines = try text("\(name).blt").split(whereSeparator: \.isNewline).map(String.init)
    let head = numbers(lines[0])
    var contest = Contest(seats: head[1], candidates: [])
    var line = 1
    while let row = Optional(numbers(lines[line])), row.first != 0 {
      if row.count == 1 || row[0] < 0 {
        contest.withdrawn.formUnion(row.map { -$0 - 1 })
      } else {
        contest.ballots.append(
          .init(papers: row[0], ranking: row[1...].filter { $0 != 0 }.map { [$0 - 1] }))
      }
      line += 1
    }
    contest.candidates = lines[(line + 1)...(line + head[0])].map {
      $0.trimmingCharacters(in: .init(charactersIn: "\" "))
    }
    return contest
  }

  private func numbers(_ line: String) -> [Int] {
    line.split(separator: " ").compactMap { Int($0) }
  }

  /// A contest of a CSV file of ranks, in which what is not a number is no opinion.
  func ranks(_ name: String, seats: Int) throws -> Contest {
    let rows = try text("\(name).csv").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var contest = Contest(seats: seats, candidates: rows[0])
    for row in rows.dropFirst() {
      let ranks = row.map { Int($0.trimmingCharacters(in: .whitespaces)) }
      contest.ballots.append(
        .init(
          ranking: Set(ranks.compactMap { $0 }).sorted().map { rank in
            ranks.indices.filter { ranks[$0] == rank }
          }))
    }
    return contest
  }

  /// Constraints of a CON file: category, group, least, most, candidates from 1.
  func constraints(_ name: String) throws -> [Constraint] {
    try text("\(name).con").split(whereSeparator: \.isNewline).map { line in
      let words = line.split(separator: " ").map(String.init)
      let numbers = words[2...].compactMap { Int($0) }
      return Constraint(
        name: words[1], members: Set(numbers[2...].map { $0 - 1 }), atLeast: numbers[0],
        atMost: numbers[1])
    }
  }
}

extension Contest {
  /// The order of the paper, first candidate first.
  var paperOrder: Ties { Ties(lot: Array(candidates.indices)) }
}

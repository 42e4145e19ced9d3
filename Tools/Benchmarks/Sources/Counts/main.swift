// SPDX-License-Identifier: Apache-2.0
import Counting
import Foundation

// Counts one contest by one method and prints the fastest of three counts, in
// seconds of the processor: other programs on the machine then matter little.
//
//     Counts stv|meek|schulze|widest-path < BALLOTS
//
// BALLOTS: a line `candidates seats`, then for each ballot its candidates from 0, best first.
// `widest-path` is what no Schulze count can do without: the bare loop over all triples.
// `Tools/Benchmarks/count-peers` runs it beside other programs.
func numbers(_ line: String) -> [Int] { line.split(separator: " ").compactMap { Int($0) } }

let head = numbers(readLine() ?? "")
guard head.count == 2, let word = CommandLine.arguments.dropFirst().first else { exit(64) }
var contest = Contest(seats: head[1], candidates: (0..<head[0]).map(String.init))
while let line = readLine() {
  contest.ballots.append(.init(ranking: numbers(line).map { [$0] }))
}
let ties = Ties(lot: Array(contest.candidates.indices))

/// The fastest of three runs, in seconds of the processor.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let runs = try (0..<3).map { _ in
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
  return runs.min() ?? 0
}

/// The strongest paths of a matrix of defeats, by the loop of Floyd and Warshall.
func widestPaths(_ defeats: [Int], _ count: Int) -> [Int] {
  var paths = defeats
  for via in 0..<count {
    for a in 0..<count {
      let first = paths[a * count + via]
      for b in 0..<count {
        paths[a * count + b] = max(paths[a * count + b], min(first, paths[via * count + b]))
      }
    }
  }
  return paths
}

if word == "widest-path" {
  guard let pairs = try contest.count(.schulze(Schulze()), ties: ties).comparison?.pairwise else {
    exit(1)
  }
  let defeats = pairs.preferring.indices.map { index in
    let (a, b) = index.quotientAndRemainder(dividingBy: pairs.count)
    return pairs[a, b] > pairs[b, a] ? pairs[a, b] : 0
  }
  var sum = 0
  print(seconds { sum &+= widestPaths(defeats, pairs.count).reduce(0, &+) }, sum)
} else {
  guard let method = Method.Name(rawValue: word).flatMap(Method.init) else { exit(64) }
  var elected: [Int] = []
  let best = try seconds { elected = try contest.count(method, ties: ties).elected }
  print(best, elected.map(String.init).joined(separator: " "))
}

// SPDX-License-Identifier: Apache-2.0
import Foundation

// Counts contests a second time and compares.
//
//     contests.py --cases N --seed S | Contests
//
// Each line is a contest with the count of the Python program; the Swift module must come to the same,
// to the last decimal of the last stage. `Tools/contests` runs both.
let shownMost = 5
var (contests, differing, refused) = (0, 0, 0)
let decoder = JSONDecoder()
while let line = readLine() {
  let drawn = try decoder.decode(DrawnContest.self, from: Data(line.utf8))
  let ours = try drawn.counted()
  contests += 1
  if case .object(let count) = ours, count["uncountable"] != nil { refused += 1 }
  let differences = JSON.differences(ours, drawn.count)
  if differences.isEmpty { continue }
  differing += 1
  if differing > shownMost { continue }
  print("case \(drawn.case) of seed \(drawn.seed), \(drawn.method):")
  for difference in differences.prefix(shownMost) { print("  \(difference)") }
}
guard contests > 0 else {
  print("no contest to count")
  exit(1)
}
print("\(contests) contests, \(refused) of them refused: \(differing) counted differently")
exit(differing == 0 ? 0 : 1)

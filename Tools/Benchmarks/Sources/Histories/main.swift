// SPDX-License-Identifier: Apache-2.0
import Foundation
import SystemPackage

// Makes histories by chance and writes their logs, with one line each of how they ended.
//
//     Histories FOLDER POLICY.yaml FIRST_SEED COUNT [STEPS]
//
// `Tools/histories` runs it and asks verify.py about every log.
let arguments = CommandLine.arguments
guard arguments.count >= 5, let first = Int(arguments[3]), let count = Int(arguments[4]) else {
  print("Histories FOLDER POLICY.yaml FIRST_SEED COUNT [STEPS]")
  exit(64)
}
let steps = arguments.count > 5 ? Int(arguments[5]) ?? 90 : 90
let policy = String(
  decoding: try Data(contentsOf: URL(filePath: arguments[2])), as: UTF8.self)
let folder = FilePath(arguments[1])
var kinds: [String: Int] = [:]
var refusals: [String: Int] = [:]
var lines: [String] = []
for seed in first..<(first + count) {
  do {
    var story = try Story(seed: seed, policy: policy, folder: folder)
    lines.append(try story.tell(steps: steps))
    kinds.merge(story.kinds, uniquingKeysWith: +)
    refusals.merge(story.refusals, uniquingKeysWith: +)
  } catch {
    print("seed \(seed): \(error)")
    exit(1)
  }
}
try Data((lines.joined(separator: "\n") + "\n").utf8).write(
  to: URL(filePath: folder.appending("expected-\(first).jsonl").string))
print(
  "\(count) histories from seed \(first): \(kinds.count) kinds of statements recorded, "
    + "\(refusals.count) kinds of refusals")
for (title, counts) in [("recorded", kinds), ("refused", refusals)] {
  let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
  print("\(title): " + words.joined(separator: ", "))
}

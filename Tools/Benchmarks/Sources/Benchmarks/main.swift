// SPDX-License-Identifier: Apache-2.0
import Foundation

// Without arguments: makes a log, measures, prints, and fails below the limits. `long` does so with a
// million entries, and with what is remembered of them. The other verbs are
// the parts, which it runs in processes of their own, so that a peak of memory is that part's.

let ratioLeast = 0.85
let arguments = CommandLine.arguments.dropFirst()

/// Runs one part in a process of its own.
func part(_ arguments: String...) throws -> Measurement { try run(arguments) }

/// Verification and libcrypto alone in turns, in a process of their own.
func turns(_ log: String) throws -> Turns { try run(["turns", log]) }

private func run<Measured: Decodable>(_ arguments: [String]) throws -> Measured {
  let process = Process()
  process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return try JSONDecoder().decode(Measured.self, from: bytes)
}

func rounded(_ value: Double, _ places: Int = 2) -> String {
  String(format: "%.\(places)f", value)
}

/// Verification of one log beside libcrypto alone on the same signatures; whether it is fast enough.
func compare(_ log: String, _ what: String) throws -> Bool {
  let size = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0
  print("\(what), \(size) bytes")

  let turns = try turns(log)
  let (bare, whole) = (turns.bare, turns.verify)
  guard bare.count == whole.count else {
    print("the two did not verify the same signatures")
    return false
  }
  let signatures = Double(whole.count)
  let beyond = (whole.cpu - bare.cpu) / signatures * 1e6
  print("libcrypto alone: \(rounded(signatures / bare.wall, 0)) signatures a second")
  print("verification: \(rounded(signatures / whole.wall, 0)) entries a second")
  print(
    "verification reaches \(rounded(turns.ratio)) of libcrypto's rate "
      + "(\(rounded(turns.cpuRatio)) by CPU time)")
  print("beyond libcrypto: \(rounded(beyond, 1)) µs of CPU an entry")

  let peak = try part("verify", log).peak
  let peakMost = size + 80_000_000
  print("peak memory: \(peak) bytes, of \(peakMost) allowed (the log and 80 MB)")
  return turns.ratio >= ratioLeast && peak <= peakMost
}

func compare(entries: Int) throws -> Bool {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let log = folder.appending(path: "log.viche").path
  try Generate.log(entries: entries, at: log)
  let many = try compare(log, "\(entries) entries")
  let vote = folder.appending(path: "vote.viche").path
  try Generate.vote(ballots: entries, at: vote)
  let ballots = try compare(vote, "\(entries) ballots on one question, tallied")

  let small = folder.appending(path: "small.viche").path
  try Generate.log(entries: 100, at: small)
  let append = try part("append", folder.appending(path: "bytes").path, "300")
  let few = try part("commit", small, "300")
  let long = try part("commit", log, "100")
  func rate(_ it: Measurement) -> Double { Double(it.count) / it.wall }
  print("append and sync, twice each: \(rounded(rate(append), 0)) a second")
  print("commits to 100 entries: \(rounded(rate(few), 0)) a second")
  print("commits to \(entries) entries: \(rounded(rate(long), 0)) a second")

  for size in [100, entries] {
    let open = folder.appending(path: "open-\(size).viche").path
    try Generate.openVote(ballots: size, at: open)
    let taken = try part("take-in", open, "500")
    let each = taken.wall / Double(taken.count) * 1e6
    print("500 ballots taken in after \(size) entries: \(rounded(each, 0)) µs each")
  }
  return many && ballots
}

switch (arguments.first, Array(arguments.dropFirst())) {
case ("turns", let rest): try Turns(rest[0]).print()
case ("verify", let rest): try Parts.verify(rest[0]).print()
case ("remember", let rest): try Parts.remember(rest[0], in: rest[1]).print()
case ("long", let rest):
  let holds = try LongLog.compare(upTo: rest.first.flatMap { Int($0) } ?? 1_000_000)
  print(holds ? "within the limits" : "outside the limits")
  exit(holds ? 0 : 1)
case ("commit", let rest): try Parts.commit(rest[0], count: Int(rest[1]) ?? 1).print()
case ("take-in", let rest): try Parts.takeIn(rest[0], count: Int(rest[1]) ?? 1).print()
case ("append", let rest): try Parts.append(rest[0], count: Int(rest[1]) ?? 1).print()
case ("one", let rest): try Faults.commit(rest[0], number: Int(rest[1]) ?? 1)
case ("leaves", let rest): try Faults.printLeaves(rest[0])
case ("vote", let rest): try Generate.vote(ballots: Int(rest[0]) ?? 1_000, at: rest[1])
case ("open-vote", let rest): try Generate.openVote(ballots: Int(rest[0]) ?? 1_000, at: rest[1])
case ("generate", let rest): try Generate.log(entries: Int(rest[0]) ?? 1_000, at: rest[1])
default:
  let holds = try compare(entries: arguments.first.flatMap { Int($0) } ?? 100_000)
  print(holds ? "within the limits" : "outside the limits")
  exit(holds ? 0 : 1)
}

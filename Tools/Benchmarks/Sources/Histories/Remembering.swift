// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Ledger
import Signing
import SystemPackage

/// States that are written down and read back: they must judge what comes next as if they never were.
enum Remembering {
  /// The same state, by way of a file's bytes.
  static func readBack(_ assembly: Assembly) throws -> Assembly {
    let decoder = JSONDecoder()
    decoder.userInfo[.cryptography] = Cryptography.libcrypto
    return try decoder.decode(Assembly.self, from: JSONEncoder().encode(assembly))
  }

  /// A statement as it would be put in order after a log.
  static func act(_ signed: SignedStatement, after log: VerifiedLog, at now: Instant) throws -> Act
  {
    Act(
      index: log.head.size, received: now, statement: try signed.statement(),
      signers: signed.signatures.map(\.name))
  }

  /// What a state says of an act: nothing, or why it refuses it.
  static func refusal(_ act: Act, by assembly: Assembly) -> Refusal? {
    do { try assembly.admit(act) } catch { return error }
    return nil
  }

  /// What differs when a log is remembered at one of its checkpoints and verified on from there.
  static func difference(in bytes: [UInt8], to log: VerifiedLog, _ folder: FilePath) throws
    -> String?
  {
    let path = folder.appending("remembered.viche")
    let memoryPath = folder.appending("remembered.memory")
    defer {
      for file in [path, memoryPath] { try? FileManager.default.removeItem(atPath: file.string) }
    }
    let ends = checkpointEnds(of: bytes)
    // The first, the last and three between: a history has a hundred.
    for number in Set([0, ends.count / 4, ends.count / 2, ends.count * 3 / 4, ends.count - 1]) {
      try Data(bytes[..<ends[number]]).write(to: URL(filePath: path.string))
      let before = try Log.verify(path, threads: 1)
      try LogMemory(of: before, at: before.received ?? Instant(seconds: 0), by: "histories")
        .write(to: memoryPath)
      guard let memory = try LogMemory.read(memoryPath, as: "histories")?.get() else {
        return "no memory of checkpoint \(number)"
      }
      try Data(bytes).write(to: URL(filePath: path.string))
      let found = try Log.verify(path, remembering: memory, threads: 1)
      guard found.standing == .continued, found.state.assembly == log.assembly,
        found.state.head == log.head, found.state.counts == log.counts
      else { return "remembered at checkpoint \(number) of \(ends.count)" }
    }
    return nil
  }

  /// Where the checkpoints of a log of our own making end.
  private static func checkpointEnds(of bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    guard var place = bytes.firstIndex(of: 0x0A).map({ $0 + 1 }) else { return [] }
    while place < bytes.count, let end = bytes[place...].firstIndex(of: 0x0A) {
      let fields = String(decoding: bytes[place..<end], as: UTF8.self).split(separator: " ")
      guard fields.count == 2, let length = Int(fields[1]) else { return ends }
      place = end + 1 + length
      if fields[0] == "checkpoint" { ends.append(place) }
    }
    return ends
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Ledger
import Signing
import SystemPackage
import TransparencyLog

/// A log of a million entries that leave little state, and what verifying it takes.
///
/// Ties between the same members, declared again and again: of each entry the state keeps the
/// statement's id, which must never come twice, and nothing else.
enum LongLog {
  static let new = 1_000

  /// Writes a log a part at a time; the answer is where the checkpoint after each thousand ends.
  static func write(entries: Int, at path: String) throws -> [Int: Int] {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    var (tree, offset, ends) = (CompactTree(), 0, [Int: Int]())
    func append(_ bytes: [UInt8]) throws { offset += try file.writeAll(bytes) }
    try append(LogHeader.encode(origin: Coalition.origin))
    let part = 10_000
    for start in stride(from: 0, to: entries, by: part) {
      let numbers = max(1, start)..<min(start + part, entries)
      var statements = try inParallel(numbers) { number, member, key in
        try Coalition.statement(number, member: member, key: key)
      }
      if start == 0 { statements.insert(try Coalition.founding(), at: 0) }
      for statement in statements {
        let index = tree.size
        let body = Entry(index: index, received: Coalition.time(index), statement).bytes
        tree.append(leafHash: MerkleTree.leafHash(body))
        try append(LogFrame.encode(.entry, body))
        guard tree.size % 1_000 == 0 || tree.size == entries else { continue }
        try append(LogFrame.encode(.checkpoint, try Generate.checkpoint(of: tree)))
        ends[tree.size] = offset
      }
    }
    try file.close()
    return ends
  }

  /// Measures after so many entries, a tenth and a hundredth of them; whether all is within the limits.
  static func compare(upTo largest: Int) throws -> Bool {
    let sizes = [largest / 100, largest / 10, largest]
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appending(path: "long.viche").path
    let ends = try write(entries: largest + new, at: log)
    var (peaks, resumed): ([Int], [Double]) = ([], [])
    var isFast = false
    for size in sizes {
      guard let end = ends[size], let later = ends[size + new] else { continue }
      let old = folder.appending(path: "old.viche").path
      let memory = folder.appending(path: "\(size).memory").path
      try copy(0..<end, of: log, to: old)
      let turns = try turns(old)
      let whole = try part("verify", old)
      let first = try part("remember", old, memory)
      try copy(end..<later, of: log, to: old)
      let again = try part("remember", old, memory)
      print("\(size) entries, \(end) bytes:")
      print(
        "  verify reaches \(rounded(turns.ratio)) of libcrypto's rate on all cores "
          + "(\(rounded(turns.cpuRatio)) by CPU time), peak memory \(whole.peak) bytes")
      print("  with --remember \(rounded(first.wall)) s, without \(rounded(whole.wall)) s")
      print(
        "  \(new) entries more, remembered: \(rounded(again.wall)) s, "
          + "of which \(rounded(again.loading)) s to read what is remembered")
      peaks.append(whole.peak)
      resumed.append(again.wall - again.loading)
      isFast = turns.ratio >= 0.9 && turns.bare.count == turns.verify.count
    }
    guard let few = peaks.dropLast().last, let many = peaks.last else { return false }
    let ids = 16 * largest
    print("peak memory at ten times the entries: \(rounded(Double(many) / Double(few))) times")
    print("  of the difference, \(ids - ids / 10) bytes are the statements' ids")
    print(
      "verifying what is new after \(sizes): "
        + resumed.map { rounded($0) }.joined(separator: ", ") + " s")
    // A tree's edge and the buffers aside, nothing else may grow.
    return isFast && many - few <= 3 * ids
  }

  /// Appends some bytes of one file to another; from the first on, the other is made anew.
  private static func copy(_ places: Range<Int>, of path: String, to copy: String) throws {
    if places.lowerBound == 0 { try? FileManager.default.removeItem(atPath: copy) }
    let source = try FileHandle(forReadingFrom: URL(filePath: path))
    try source.seek(toOffset: UInt64(places.lowerBound))
    let target = try FileDescriptor.open(
      FilePath(copy), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
    var left = places.count
    while left > 0, let data = try source.read(upToCount: min(left, 1 << 24)), !data.isEmpty {
      try target.writeAll(data)
      left -= data.count
    }
    try target.close()
  }
}

// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Governance
import Synchronization
import SystemPackage
import Testing

@testable import Ledger

/// Every change of a byte that a checkpoint covers is found, and its place is named.
@Suite struct DamageTests {
  @Test func `every single flipped bit of a log is found and named in the entry where it is`()
    throws
  {
    let bytes = try SmallLog(commits: 2).bytes
    let frames = try LogScan(bytes).frames
    let missed = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: bytes.count) { place in
      for bit in Self.bits(of: place) {
        var flipped = bytes
        flipped[place] ^= 1 << bit
        if let complaint = Self.complaint(about: flipped, flippedAt: place, frames) {
          missed.withLock { $0.append("byte \(place) bit \(bit): \(complaint)") }
        }
      }
    }
    let all = missed.withLock { $0 }
    #expect(all.isEmpty, "\(all.count) missed: \(all.prefix(5))")
  }

  /// All eight bits, or one of them where the unoptimized code would take minutes.
  private static func bits(of place: Int) -> Range<Int> {
    #if DEBUG
      (place % 8)..<(place % 8 + 1)
    #else
      0..<8
    #endif
  }

  /// What is not as it should be when this log is verified; nil if the damage is found in its place.
  private static func complaint(
    about bytes: [UInt8], flippedAt place: Int, _ frames: [LogFrame]
  ) -> String? {
    do {
      let log = try VerifiedLog.verify(bytes, threads: 1)
      return "accepted with \(log.counts.entries) entries, tail \(log.tail?.count ?? 0)"
    } catch .damaged(let fault) {
      // The first line has no frame: a changed origin is found where it is first compared.
      guard let frame = frames.first(where: { $0.end > place }), place >= frames[0].offset else {
        return nil
      }
      if case .checkpointRoot = fault.finding, place < frame.bodyOffset + "0 ".count + 20 {
        // The time has no signature but the next checkpoint's.
        return fault.offset == frame.end ? nil : "\(fault), not at \(frame.end)"
      }
      return fault.offset == frame.offset ? nil : "\(fault), not at \(frame.offset)"
    } catch {
      return place < frames[0].offset ? nil : "\(error)"
    }
  }

  @Test func `a flipped bit in the uncommitted tail is reported as uncommitted`() throws {
    let small = try SmallLog(commits: 1)
    let committed = try small.bytes
    let tail = LogFrame.encode(
      .entry, Entry(index: 2, received: SmallLog.time(2), try SmallLog.statement(2)).bytes)
    for place in tail.indices {
      for bit in Self.bits(of: place) {
        var flipped = tail
        flipped[place] ^= 1 << bit
        let log = try VerifiedLog.verify(committed + flipped, threads: 1)
        #expect(log.counts.entries == 2)
        #expect(log.tail?.count == tail.count)
      }
    }
  }

  @Test func `every cut of a log is found, reported as a tail, or is an older log`() throws {
    let small = try SmallLog(commits: 2)
    let bytes = try small.bytes
    let frames = try LogScan(bytes).frames
    let ends = frames.filter { $0.kind == .checkpoint }.map(\.end)
    for count in 0..<bytes.count {
      let cut = Array(bytes[..<count])
      let covered = ends.filter { $0 <= count }
      guard let last = covered.last else {
        switch failure(of: cut) {
        case .cut(let found): #expect(found == count)
        case .damaged(let fault): #expect(fault.finding == .empty && count == 0)
        default: Issue.record("cut to \(count) bytes")
        }
        continue
      }
      let log = try VerifiedLog.verify(cut, threads: 1)
      #expect(log.counts.entries == covered.count)
      #expect(log.tail?.count ?? 0 == count - last)
    }
  }

  @Test func `zeros over any sector of a middle frame are damage`() throws {
    let bytes = try SmallLog(commits: 3).bytes
    let last = try #require(try LogScan(bytes).frames.last(where: { $0.kind == .entry }))
    for start in stride(from: 0, to: last.offset, by: 512) {
      var zeroed = bytes
      for place in start..<min(start + 512, last.offset) { zeroed[place] = 0 }
      guard case .damaged = failure(of: zeroed) else {
        Issue.record("zeros from \(start)")
        continue
      }
    }
  }

  @Test func `two entries that change places are damage at the first of them`() throws {
    let bytes = try SmallLog(commits: 2).bytes
    let frames = try LogScan(bytes).frames
    let entries = frames.filter { $0.kind == .entry }
    var swapped = bytes
    // The later one first: the earlier place does not move then.
    swapped.replaceSubrange(
      entries[2].offset..<entries[2].end,
      with: bytes[entries[1].offset..<entries[1].end])
    swapped.replaceSubrange(
      entries[1].offset..<entries[1].end,
      with: bytes[entries[2].offset..<entries[2].end])
    let fault = LogFault(.indexGap(expected: 1, found: 2), offset: entries[1].offset, entry: 1)
    #expect(failure(of: swapped) == .damaged(fault))
  }

  @Test func `another version and another file are named as such`() throws {
    let bytes = try SmallLog(commits: 0).bytes
    let next = Array("viche-log/2".utf8) + bytes[11...]
    #expect(
      failure(of: next) == .damaged(LogFault(.otherVersion("viche-log/2"), offset: 0, entry: 0)))
    #expect(failure(of: []) == .damaged(LogFault(.empty, offset: 0, entry: 0)))
    let text = Array("Dear members,\n".utf8)
    #expect(failure(of: text) == .damaged(LogFault(.notALog, offset: 0, entry: 0)))
  }

  @Test func `whichever thread finds it, the first fault in the file is named`() throws {
    let small = try SmallLog(commits: 40)
    var bytes = try small.bytes
    let entries = try LogScan(bytes).frames.filter { $0.kind == .entry }
    // The signatures of entries 9 and 30, and a letter of statement 20, which breaks its JSON.
    for number in [9, 30] { bytes[entries[number].end - 8] ^= 1 }
    bytes[entries[20].bodyOffset + 25] ^= 0x20
    for threads in [1, 2, 8] {
      guard case .damaged(let fault) = failure(of: bytes, threads: threads) else {
        Issue.record("accepted")
        continue
      }
      #expect(fault.entry == 9 && fault.offset == entries[9].offset)
      #expect(fault.finding == .wrongSignature(key: SmallLog.keyName(1)))
    }
  }

  private func failure(of bytes: [UInt8], threads: Int = 1) -> LedgerError? {
    do {
      _ = try VerifiedLog.verify(bytes, threads: threads)
      return nil
    } catch {
      return error
    }
  }
}

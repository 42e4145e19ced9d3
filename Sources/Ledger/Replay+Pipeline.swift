// SPDX-License-Identifier: Apache-2.0
import Signing
import Synchronization
import TransparencyLog

extension Replay {
  /// How many entries of how many have been judged.
  typealias Watcher = (_ entries: Int) -> Void

  /// Frames on their way: all good as far as anybody has looked, and then perhaps a failure.
  private struct Batch: Sendable {
    var frames: [ReadFrame] = []
    var failure: LedgerError?
    /// A failure to read the next frame, whose number is not known before linking.
    var unread: (finding: LogFault.Finding, frame: LogFrame)?

    /// The entry of that index.
    func entry(_ index: Int) -> ReadEntry? {
      for case .entry(let entry) in frames where entry.read.index == index { return entry.read }
      return nil
    }

    /// Forgets the frames from `count` on: `failure` came first.
    mutating func cut(to count: Int, _ failure: LedgerError) {
      frames.removeSubrange(count...)
      self.failure = failure
      unread = nil
    }
  }

  /// Reads, links, verifies and judges the frames at some places, which a scan has seen.
  ///
  /// Throws the first failure in the order of the file; last of all the scan's `fault`. While the
  /// signatures of one batch are verified on all cores, the batch before it is judged and the batch
  /// after it is read: so many frames are in memory, however long the log is.
  mutating func replay(
    _ source: LogSource, at places: Range<Int>, fault: LogFault? = nil, crew: Crew,
    watcher: Watcher = { _ in }
  ) throws(LedgerError) {
    var reader = LogReader(source)
    var next = places.lowerBound
    var verified = Batch()
    var linked = Batch()
    repeat {
      var run = FrameRun(window: [], start: next)
      if linked.failure == nil, next < places.upperBound {
        run = try reader.frames(from: next, to: places.upperBound, atMost: Self.batchSize)
      }
      let (read, judged) = step(judging: verified, verifying: &linked, reading: run, crew)
      if let judged {
        throw try cause(of: judged, in: verified, source, to: places.upperBound)
      }
      if let failure = verified.failure { throw failure }
      watcher(tree.size)
      next = run.frames.last?.end ?? next
      verified = linked
      linked = read
      link(&linked)
    } while !verified.frames.isEmpty || verified.failure != nil || !linked.frames.isEmpty
      || linked.failure != nil || next < places.upperBound
    if let fault { throw .damaged(fault) }
  }

  /// Whose fault a refused entry is: the operator's who signed it, or that of who changed it later.
  ///
  /// Index and time have no signature but the checkpoint's. Where the next checkpoint is of another
  /// tree, the operator let in something else than what stands in the file.
  private func cause(
    of failure: LedgerError, in batch: Batch, _ source: LogSource, to end: Int
  ) throws(LedgerError) -> LedgerError {
    guard case .refused(_, let number) = failure, let refused = batch.entry(number) else {
      return failure
    }
    var cause = failure
    var tree = tree
    var reader = LogReader(source)
    try reader.forEachFrame(from: refused.frame.offset, to: end) { frame, body in
      guard frame.kind == .checkpoint else {
        tree.append(leafHash: MerkleTree.leafHash(body))
        return true
      }
      if let read = try? ReadCheckpoint(frame, body), read.checkpoint.root != tree.root {
        let finding = LogFault.Finding.checkpointRoot(
          expected: tree.root, found: read.checkpoint.root)
        cause = .damaged(LogFault(finding, offset: frame.offset, entry: tree.size))
      }
      return false
    }
    return cause
  }

  /// One step of the pipeline: three batches, each at its own stage, at the same time.
  private mutating func step(
    judging verified: Batch, verifying linked: inout Batch, reading run: FrameRun, _ crew: Crew
  ) -> (read: Batch, judged: LedgerError?) {
    let toVerify = linked.frames
    let verifyTasks = Self.taskCount(toVerify.count)
    let readTasks = Self.taskCount(run.frames.count)
    let verifiedBefore = verifiedBefore
    let wrong = Mutex<[Int: LedgerError]>([:])
    let read = Mutex<[Int: Batch]>([:])
    let judging = Mutex(take())
    let judged = Mutex<LedgerError?>(nil)
    crew.perform(1 + verifyTasks + readTasks) { task, checker in
      if task == 0 {
        let failure = judging.withLock { $0.judge(verified) }
        judged.withLock { $0 = failure }
      } else if task <= verifyTasks {
        let part = Self.part(task - 1, of: toVerify[...])
        if let (place, error) = Self.firstWrong(in: part, from: verifiedBefore, checker) {
          wrong.withLock { $0[place] = error }
        }
      } else {
        let number = task - 1 - verifyTasks
        let batch = Self.read(Self.part(number, of: run.frames[...]), of: run)
        read.withLock { $0[number] = batch }
      }
    }
    self = judging.withLock { $0.take() }
    if let first = wrong.withLock({ $0.min { $0.key < $1.key } }) {
      linked.cut(to: first.key, first.value)
    }
    return (Self.joined(read.withLock { $0 }, count: readTasks), judged.withLock { $0 })
  }

  /// Moves everything out, so that whoever gets it has the only copy and changes it in place.
  private mutating func take() -> Replay {
    let taken = self
    self = Replay(origin: origin, indexed: false)
    return taken
  }

  private mutating func judge(_ batch: Batch) -> LedgerError? {
    for frame in batch.frames {
      do { try judge(frame) } catch { return error }
    }
    return nil
  }

  private mutating func link(_ batch: inout Batch) {
    for place in batch.frames.indices {
      do {
        try link(&batch.frames[place])
      } catch {
        batch.cut(to: place, error)
        return
      }
    }
    guard let (finding, frame) = batch.unread else { return }
    batch.failure = .damaged(LogFault(finding, offset: frame.offset, entry: linkedCount))
  }

  private static func firstWrong(
    in frames: ArraySlice<ReadFrame>, from verifiedBefore: Int, _ checker: SignatureChecker
  ) -> (Int, LedgerError)? {
    for place in frames.indices {
      do {
        switch frames[place] {
        case .entry(let entry):
          if entry.read.index >= verifiedBefore { try entry.verify(using: checker) }
        case .checkpoint(let checkpoint) where checkpoint.checkpoint.size < verifiedBefore: break
        case .checkpoint(let checkpoint):
          // The first entry is linked before any checkpoint, and brings the key.
          if let key = checkpoint.logKey { try checkpoint.verify(by: key, using: checker) }
        }
      } catch {
        return (place, error)
      }
    }
    return nil
  }

  private static func read(_ frames: ArraySlice<LogFrame>, of run: FrameRun) -> Batch {
    var batch = Batch()
    batch.frames.reserveCapacity(frames.count)
    for frame in frames {
      do {
        batch.frames.append(try ReadFrame(frame, in: run.window, from: run.start))
      } catch {
        batch.unread = (error, frame)
        break
      }
    }
    return batch
  }

  /// The parts in order, up to the first failure.
  private static func joined(_ parts: [Int: Batch], count: Int) -> Batch {
    var whole = Batch()
    for number in 0..<count {
      guard let part = parts[number] else { break }
      whole.frames += part.frames
      whole.unread = part.unread
      guard part.unread == nil else { break }
    }
    return whole
  }

  // A batch is a tenth of a second of work, so that waking the threads for it costs next to nothing; a
  // part is small enough that no thread waits long.
  private static let batchSize = 1024
  private static let partSize = 8

  private static func taskCount(_ frames: Int) -> Int { (frames + partSize - 1) / partSize }

  private static func part<Element>(
    _ number: Int, of all: ArraySlice<Element>
  ) -> ArraySlice<Element> {
    let start = all.startIndex + number * partSize
    return all[start..<min(start + partSize, all.endIndex)]
  }
}

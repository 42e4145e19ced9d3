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

    var isEmpty: Bool { frames.isEmpty && failure == nil && unread == nil }

    /// Forgets the frames from `count` on: `failure` came first.
    mutating func cut(to count: Int, _ failure: LedgerError) {
      frames.removeSubrange(count...)
      self.failure = failure
      unread = nil
    }
  }

  /// What is done in the order of the file, by one thread while the others read and verify.
  private struct Line: Sendable {
    var replay: Replay
    var reader: LogReader
    /// Where the frames are that nobody has found yet.
    var places: Range<Int>
    /// The next frames.
    var found: FrameRun
    /// A failure to find those after them.
    var unfound: LedgerError?
    var read = Batch()
    var verified = Batch()
    /// What ended the work, and at which frame where a frame was judged.
    var end: (failure: LedgerError, frame: LogFrame?)?

    init(_ replay: Replay, _ source: LogSource, at places: Range<Int>) {
      self.replay = replay
      self.reader = LogReader(source)
      self.places = places
      self.found = FrameRun(window: [], start: places.lowerBound)
    }

    var isEmpty: Bool {
      places.isEmpty && found.frames.isEmpty && unfound == nil && read.isEmpty && verified.isEmpty
    }

    /// Judges one batch, links another and finds the frames of a third.
    mutating func advance() {
      end = replay.judge(verified)
      guard end == nil else { return }
      verified = Batch()
      replay.link(&read)
      do {
        found = try reader.frames(
          from: places.lowerBound, to: places.upperBound, atMost: Replay.batchSize)
        unfound = nil
      } catch {
        found = FrameRun(window: [], start: places.lowerBound)
        unfound = error
      }
      places = (found.frames.last?.end ?? places.upperBound)..<places.upperBound
    }
  }

  /// Reads, links, verifies and judges the frames at some places, which a scan has seen.
  ///
  /// Throws the first failure in the order of the file; last of all the scan's `fault`. Five batches
  /// are on their way, each at its own stage: while the signatures of one are verified on all cores,
  /// another is judged, one is linked, one is read, and the frames of the next are found. So many
  /// frames are in memory, however long the log is.
  mutating func replay(
    _ source: LogSource, at places: Range<Int>, fault: LogFault? = nil, crew: Crew,
    watcher: Watcher = { _ in }
  ) throws(LedgerError) {
    let line = Mutex(Line(take(), source, at: places))
    var linked = Batch()
    while true {
      let (run, unfound) = line.withLock { ($0.found, $0.unfound) }
      var read = Self.step(line, verifying: &linked, reading: run, crew)
      if read.unread == nil { read.failure = unfound }
      let (end, size, isEmpty) = line.withLock { [read] line in
        (line.verified, linked, line.read) = (linked, line.read, read)
        return (line.end, line.replay.tree.size, line.isEmpty)
      }
      if let (failure, frame) = end {
        self = line.withLock { $0.replay.take() }
        throw try cause(of: failure, at: frame, source, to: places.upperBound)
      }
      watcher(size)
      if isEmpty, linked.isEmpty { break }
    }
    self = line.withLock { $0.replay.take() }
    if let fault { throw .damaged(fault) }
  }

  /// Whose fault a refused entry is: the operator's who signed it, or that of who changed it later.
  ///
  /// Index and time have no signature but the checkpoint's. Where the next checkpoint is of another
  /// tree, the operator let in something else than what stands in the file.
  private func cause(
    of failure: LedgerError, at frame: LogFrame?, _ source: LogSource, to end: Int
  ) throws(LedgerError) -> LedgerError {
    guard case .refused = failure, let refused = frame else { return failure }
    var cause = failure
    var tree = tree
    var reader = LogReader(source)
    try reader.forEachFrame(from: refused.offset, to: end) { frame, body in
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

  /// One step of the pipeline, on all cores; the answer is what has been read.
  private static func step(
    _ line: borrowing Mutex<Line>, verifying linked: inout Batch, reading run: FrameRun,
    _ crew: Crew
  ) -> Batch {
    let toVerify = linked.frames
    let verifyTasks = taskCount(toVerify.count)
    let readTasks = taskCount(run.frames.count)
    let verifiedBefore = line.withLock { $0.replay.verifiedBefore }
    let wrong = Mutex<[Int: LedgerError]>([:])
    let read = Mutex<[Int: Batch]>([:])
    crew.perform(1 + verifyTasks + readTasks) { task, checker in
      if task == 0 {
        line.withLock { $0.advance() }
      } else if task <= verifyTasks {
        let part = part(task - 1, of: toVerify[...])
        if let (place, error) = firstWrong(in: part, from: verifiedBefore, checker) {
          wrong.withLock { $0[place] = error }
        }
      } else {
        let number = task - 1 - verifyTasks
        let batch = Self.read(part(number, of: run.frames[...]), of: run)
        read.withLock { $0[number] = batch }
      }
    }
    if let first = wrong.withLock({ $0.min { $0.key < $1.key } }) {
      linked.cut(to: first.key, first.value)
    }
    return joined(read.withLock { $0 }, count: readTasks)
  }

  /// Moves everything out, so that whoever gets it has the only copy and changes it in place.
  private mutating func take() -> Replay {
    let taken = self
    self = Replay(origin: origin, indexed: false)
    return taken
  }

  /// The first failure of a verified batch, with its frame where the frame was judged.
  private mutating func judge(_ batch: Batch) -> (failure: LedgerError, frame: LogFrame?)? {
    for frame in batch.frames {
      do { try judge(frame) } catch { return (error, frame.frame) }
    }
    return batch.failure.map { ($0, nil) }
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

// SPDX-License-Identifier: Apache-2.0
import Governance
import Signing
import SystemPackage
import TransparencyLog

/// The entries of one commit, judged and framed, on their way to the disk.
struct Commit {
  /// The replay with these entries judged; its new rows and leaves only.
  private(set) var replay: Replay
  /// The entries' frames.
  let frames: [UInt8]
  /// Where the frames begin in the file.
  let offset: Int
  /// The entries' indexes.
  let entries: Range<Int>

  /// A checkpoint as it stands in the file.
  struct SignedFrame {
    let frame: LogFrame
    /// The whole frame.
    let bytes: [UInt8]
  }

  /// Puts statements in order after `base` and judges them, all or none.
  init(
    _ drafts: [SignedStatement], after base: Replay, at offset: Int, received: Instant
  ) throws(LedgerError) {
    guard !drafts.isEmpty else { throw .noDraft }
    if let last = base.received, received < last {
      throw .refused(
        Refusal(.timeRunsBack, ["previous": last.text, "found": received.text]),
        entry: base.tree.size)
    }
    var bytes: [UInt8] = []
    for (number, draft) in drafts.enumerated() {
      let body = Entry(index: base.tree.size + number, received: received, draft).bytes
      guard body.count <= LogFrame.bodyMax else {
        throw .badDraft(number, .bodyTooLong(bytes: body.count))
      }
      bytes += LogFrame.encode(.entry, body)
    }
    do {
      try self.init(frames: bytes, after: base, at: offset)
    } catch .damaged(let fault) {
      throw .badDraft(fault.entry - base.tree.size, fault.finding)
    }
  }

  /// Judges entries that stand in frames already.
  init(frames bytes: [UInt8], after base: Replay, at offset: Int) throws(LedgerError) {
    self.frames = bytes
    self.offset = offset
    self.replay = base.fork()
    let end = Self.places(in: bytes, at: offset).last?.end ?? offset
    try replay.replay(
      LogSource(bytes, from: offset), at: offset..<end, crew: Crew(threads: 1))
    self.entries = base.tree.size..<replay.tree.size
  }

  /// Reads the frames back from the disk, records the head, signs it, and appends the checkpoint.
  ///
  /// When this returns, the commit is durable. The frames are in the file and synced before it.
  mutating func finish(
    in file: borrowing LogFile, after base: Replay, _ headPath: FilePath,
    _ key: borrowing SigningKey
  ) throws(LedgerError) -> SignedFrame {
    let root = try readBack(file, base.tree)
    try SignedHead(origin: base.origin, size: entries.upperBound, root: root).write(
      to: headPath)
    let checkpoint = Checkpoint(origin: base.origin, size: entries.upperBound, root: root)
    let note: SignedNote
    do {
      let line = try NoteSignature(signing: checkpoint.text, as: base.origin, with: key)
      note = SignedNote(text: checkpoint.text, signatures: [line])
    } catch {
      throw .unchecked(error)
    }
    let bytes = LogFrame.encode(.checkpoint, note.bytes)
    try file.append(bytes)
    guard try file.contents(from: offset) == frames + bytes else {
      throw .trouble(Trouble(.readBack, file.path, .ioError))
    }
    let place = offset + frames.count
    let header = bytes.count - note.bytes.count
    let frame = LogFrame(
      kind: .checkpoint, offset: place, bodyOffset: place + header, length: note.bytes.count)
    replay.add(checkpoint: frame)
    return SignedFrame(frame: frame, bytes: bytes)
  }

  /// The root of the tree as the disk has it, which must be the one that was judged.
  ///
  /// Logs have died by signing what was in memory while something else was on the disk.
  private func readBack(_ file: borrowing LogFile, _ base: CompactTree) throws(LedgerError)
    -> [UInt8]
  {
    let bytes = try file.contents(from: offset)
    var tree = base
    for frame in Self.places(in: bytes, at: offset) {
      let body = (frame.bodyOffset - offset)..<(frame.end - offset)
      tree.append(leafHash: MerkleTree.leafHash(Array(bytes[body])))
    }
    guard bytes.count == frames.count, tree == replay.tree else {
      throw .trouble(Trouble(.readBack, file.path, .ioError))
    }
    return tree.root
  }

  private static func places(in bytes: [UInt8], at offset: Int) -> [LogFrame] {
    var frames: [LogFrame] = []
    var place = 0
    while place < bytes.count, case .frame(let frame) = FrameReading(bytes, at: place) {
      place = frame.end
      frames.append(frame.moved(by: offset))
    }
    return frames
  }
}

// SPDX-License-Identifier: Apache-2.0
import Signing
import TransparencyLog

/// The frames of a log, and where its committed part ends; nothing in them is read yet.
///
/// What stands after the last checkpoint is what a crash left, unless the file shows that a whole
/// checkpoint came after it: then something that was committed is damaged.
struct LogScan {
  let origin: String
  /// The frames that a checkpoint covers and, where there is a fault, those before it as well.
  private(set) var frames: [LogFrame] = []
  /// The fault that ends them.
  private(set) var fault: LogFault?
  /// Whole frames after the last checkpoint.
  private(set) var tail: [LogFrame] = []
  /// Where the last checkpoint ends; before the first one, where the first line does.
  private(set) var committedEnd: Int

  /// Finds the frames of a whole file.
  init(_ bytes: [UInt8]) throws(LedgerError) {
    let header = try LogHeader.read(bytes)
    self.origin = header.origin
    self.committedEnd = header.end
    scan(bytes, from: header.end)
    guard fault == nil else { return }
    let committed = frames.firstIndex { $0.offset >= committedEnd } ?? frames.count
    self.tail = Array(frames[committed...])
    self.frames.removeSubrange(committed...)
  }

  private mutating func scan(_ bytes: [UInt8], from start: Int) {
    frames.reserveCapacity((bytes.count - start) / 512)
    var place = start
    while place < bytes.count {
      switch FrameReading(bytes, at: place) {
      case .frame(let frame):
        frames.append(frame)
        place = frame.end
        if frame.kind == .checkpoint { committedEnd = place }
      case .cut(let kind, let length):
        let isWhole =
          kind == .checkpoint
          ? Self.endsWithNote(bytes, from: place) : hasCheckpoint(bytes, after: place)
        if isWhole { stop(.lengthBeyondEnd(bytes: length), at: place) }
        return
      case .fault(let finding, let kind):
        let wasWhole = kind == .checkpoint && finding == .bodyWithoutLineFeed
        if wasWhole || hasCheckpoint(bytes, after: place) { stop(finding, at: place) }
        return
      }
    }
  }

  private mutating func stop(_ finding: LogFault.Finding, at offset: Int) {
    let entry = frames.count { $0.kind == .entry }
    fault = LogFault(finding, offset: offset, entry: entry)
  }

  /// Whether a signature line of the log's key stands after `place`, whole.
  ///
  /// It is the last thing that a commit writes, so where it stands a commit was whole.
  private func hasCheckpoint(_ bytes: [UInt8], after place: Int) -> Bool {
    let start = Array("— \(origin) ".utf8)
    var line = place
    while let end = bytes[line...].firstIndex(of: .lineFeed) {
      let text = bytes[line..<end]
      if text.starts(with: start), Base64.decode(text.dropFirst(start.count))?.count == 68 {
        return true
      }
      line = end + 1
    }
    return false
  }

  /// Whether the body that the file ends in is a whole note, whatever length its header says.
  private static func endsWithNote(_ bytes: [UInt8], from place: Int) -> Bool {
    guard let header = bytes[place...].firstIndex(of: .lineFeed) else { return false }
    return (try? SignedNote(parsing: Array(bytes[(header + 1)...]))) != nil
  }
}

extension LogScan {
  /// The head's size, if the first so many entries have its root; else 0.
  func entryCount(under head: SignedHead, in bytes: [UInt8]) -> Int {
    guard head.origin.utf8.elementsEqual(origin.utf8) else { return 0 }
    var tree = CompactTree()
    for frame in frames where frame.kind == .entry && tree.size < head.size {
      tree.append(leafHash: MerkleTree.leafHash(Array(bytes[frame.body])))
    }
    return tree.size == head.size && tree.root == head.root ? head.size : 0
  }
}

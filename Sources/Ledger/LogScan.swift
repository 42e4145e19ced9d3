// SPDX-License-Identifier: Apache-2.0
import Signing
import TransparencyLog

/// Where a log's committed part ends, and how many frames it has; nothing in them is read yet.
///
/// What stands after the last checkpoint is what a crash left, unless the file shows that a whole
/// checkpoint came after it: then something that was committed is damaged.
struct LogScan {
  let source: LogSource
  let origin: String
  /// Where the first frame begins; of a log that was verified before up to some place, that place.
  let start: Int
  /// How many entries stand before ``start``.
  let entriesBefore: Int
  /// The fault that ends the frames.
  private(set) var fault: LogFault?
  /// Where the last checkpoint ends; before the first one, where the first line does.
  private(set) var committedEnd: Int
  /// Where the last whole frame ends.
  private(set) var framesEnd: Int
  private var lastCheckpoint: LogFrame?
  /// The entries that a checkpoint covers, from ``start`` on.
  private(set) var committedEntries = 0
  /// The entries of all whole frames from ``start`` on.
  private(set) var entries = 0

  /// Goes through a whole file.
  init(_ bytes: [UInt8]) throws(LedgerError) { try self.init(LogSource(bytes)) }

  /// Goes through a whole log.
  init(_ source: LogSource) throws(LedgerError) {
    let header = try LogHeader.read(source)
    try self.init(source, origin: header.origin, from: header.end, entriesBefore: 0)
  }

  /// Goes through a log from where the checkpoint of its first entries ends.
  init(
    _ source: LogSource, origin: String, from start: Int, entriesBefore: Int
  ) throws(LedgerError) {
    self.source = source
    self.origin = origin
    self.start = start
    self.entriesBefore = entriesBefore
    self.committedEnd = start
    self.framesEnd = start
    try scan()
  }

  /// The frames to be verified: those that a checkpoint covers or, where there is a fault, all before it.
  var verifiable: Range<Int> { start..<(fault == nil ? committedEnd : framesEnd) }
  /// How many entries these are, with those before ``start``.
  var verifiableEntries: Int { entriesBefore + (fault == nil ? committedEntries : entries) }
  /// How many whole entries stand after the last checkpoint.
  var uncommittedEntries: Int { entries - committedEntries }

  private mutating func scan() throws(LedgerError) {
    var reader = LogReader(source)
    while framesEnd < reader.sourceEnd {
      switch try reader.frame(at: framesEnd) {
      case .frame(let frame):
        framesEnd = frame.end
        if frame.kind == .entry { entries += 1 } else { committed(by: frame) }
      case .cut(let kind, let length):
        let isWhole =
          kind == .checkpoint
          ? try endsWithNewNote(&reader) : try hasCheckpoint(&reader)
        if isWhole { stop(.lengthBeyondEnd(bytes: length)) }
        return
      case .fault(let finding, let kind):
        let wasWhole = kind == .checkpoint && finding == .bodyWithoutLineFeed
        let isWhole = wasWhole ? true : try hasCheckpoint(&reader)
        if isWhole { stop(finding) }
        return
      }
    }
  }

  private mutating func committed(by checkpoint: LogFrame) {
    lastCheckpoint = checkpoint
    committedEnd = framesEnd
    committedEntries = entries
  }

  private mutating func stop(_ finding: LogFault.Finding) {
    fault = LogFault(finding, offset: framesEnd, entry: entriesBefore + entries)
  }

  /// Whether a signature line of the log's key stands after the whole frames, whole itself.
  ///
  /// It is the last thing that a commit writes, so where it stands a commit was whole.
  private func hasCheckpoint(_ reader: inout LogReader) throws(LedgerError) -> Bool {
    let start = Array("— \(origin) ".utf8)
    let length = start.count + Base64.encode([UInt8](repeating: 0, count: 68)).utf8.count
    var line = framesEnd
    while let end = try reader.lineFeed(from: line) {
      if end - line == length {
        let text = try source.bytes(at: line..<end)
        if text.starts(with: start), Base64.decode(text.dropFirst(start.count))?.count == 68 {
          return true
        }
      }
      line = end + 1
    }
    return false
  }

  /// Whether the body that the file ends in is a whole note, whatever length its header says.
  ///
  /// Not one that states again what the checkpoint before it states: it would only add cosignatures, a
  /// line each, and where it ends after one of them it is torn, and nothing committed is lost. The file
  /// ends within the longest body, so all of it is at hand.
  private func endsWithNewNote(_ reader: inout LogReader) throws(LedgerError) -> Bool {
    try reader.move(to: framesEnd, need: FrameReading.sizeMax)
    let rest = reader.window[(framesEnd - reader.start)...]
    guard let header = rest.firstIndex(of: .lineFeed),
      let note = try? SignedNote(parsing: Array(rest[(header + 1)...]))
    else { return false }
    guard let lastCheckpoint, lastCheckpoint.end == framesEnd else { return true }
    let before = try source.bytes(at: lastCheckpoint.body)
    return note.text != (try? SignedNote(parsing: before))?.text
  }
}

extension LogScan {
  /// The frames to be verified, all at once.
  var frames: [LogFrame] {
    get throws(LedgerError) { try frames(in: verifiable) }
  }

  func frames(in places: Range<Int>) throws(LedgerError) -> [LogFrame] {
    var frames: [LogFrame] = []
    var reader = LogReader(source)
    try reader.forEachFrame(from: places.lowerBound, to: places.upperBound) { frame, _ in
      frames.append(frame)
      return true
    }
    return frames
  }

  /// The head's size, if the first so many entries have its root; else 0.
  func entryCount(under head: SignedHead) throws(LedgerError) -> Int {
    guard head.origin.utf8.elementsEqual(origin.utf8) else { return 0 }
    var tree = CompactTree()
    var reader = LogReader(source)
    try reader.forEachFrame(from: verifiable.lowerBound, to: verifiable.upperBound) {
      frame, body in
      if frame.kind == .entry { tree.append(leafHash: MerkleTree.leafHash(body)) }
      return tree.size < head.size
    }
    return tree.size == head.size && tree.root == head.root ? head.size : 0
  }
}

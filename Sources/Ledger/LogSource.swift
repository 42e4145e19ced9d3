// SPDX-License-Identifier: Apache-2.0
import SystemPackage

/// Where the bytes of a log are: in memory, or in a file that is read where it is asked for.
struct LogSource: Sendable {
  /// The places that can be read, in bytes from the start of the file.
  ///
  /// What a writer appends to a file after it was opened is not seen.
  let range: Range<Int>
  /// How many bytes a reader asks for at once: some 2,000 entries, and many times the longest frame.
  let windowSize: Int
  private let storage: Storage

  private static let windowSize = 1 << 20

  private enum Storage: Sendable {
    case memory([UInt8])
    case file(OpenFile)
  }

  /// A file that is closed when nobody reads it any more.
  private final class OpenFile: Sendable {
    let path: FilePath
    let descriptor: FileDescriptor

    init(_ path: FilePath) throws(LedgerError) {
      self.path = path
      self.descriptor = try File.open(path)
    }

    deinit { try? descriptor.close() }
  }

  /// The bytes of a log from `start` on.
  init(_ bytes: [UInt8], from start: Int = 0, windowSize: Int = windowSize) {
    self.windowSize = windowSize
    self.range = start..<(start + bytes.count)
    self.storage = .memory(bytes)
  }

  /// A file, as long as it is now.
  init(_ path: FilePath) throws(LedgerError) {
    let file = try OpenFile(path)
    self.windowSize = Self.windowSize
    self.range = 0..<(try File.attempt(.read, path) { try file.descriptor.length() })
    self.storage = .file(file)
  }

  /// The bytes at some places of ``range``.
  func bytes(at places: Range<Int>) throws(LedgerError) -> [UInt8] {
    switch storage {
    case .memory(let bytes):
      return Array(
        bytes[(places.lowerBound - range.lowerBound)..<(places.upperBound - range.lowerBound)])
    case .file(let file):
      let bytes = try File.attempt(.read, file.path) { try file.descriptor.bytes(at: places) }
      guard bytes.count == places.count else { throw changed }
      return bytes
    }
  }

  /// Somebody changed the file in its middle while it was read.
  var changed: LedgerError {
    guard case .file(let file) = storage else {
      preconditionFailure("bytes in memory stay as they are")
    }
    return .trouble(Trouble(.reread, file.path, .ioError))
  }
}

/// Goes through a log in windows, so that a log of any length takes little memory.
struct LogReader: Sendable {
  let source: LogSource
  /// The bytes at hand.
  private(set) var window: [UInt8] = []
  /// Where they begin, in bytes from the start of the file.
  private(set) var start = 0

  init(_ source: LogSource) { self.source = source }

  /// Where the bytes at hand end.
  var end: Int { start + window.count }
  /// Where the log ends.
  var sourceEnd: Int { source.range.upperBound }

  /// Sees to it that so many bytes from `place` on are at hand, or all that there are.
  mutating func move(to place: Int, need count: Int) throws(LedgerError) {
    let needed = min(place + count, sourceEnd)
    guard place < start || needed > end else { return }
    window = try source.bytes(at: place..<min(place + max(count, source.windowSize), sourceEnd))
    start = place
  }

  /// What stands at a place where a frame should begin, before the end of the log.
  mutating func frame(at place: Int) throws(LedgerError) -> FrameReading {
    try move(to: place, need: FrameReading.sizeMax)
    return FrameReading(window, at: place - start).moved(by: start)
  }

  /// The first line feed at or after `place`.
  mutating func lineFeed(from place: Int) throws(LedgerError) -> Int? {
    var place = place
    while place < sourceEnd {
      try move(to: place, need: 1)
      if let found = window[(place - start)...].firstIndex(of: .lineFeed) { return start + found }
      place = end
    }
    return nil
  }
}

/// Frames that follow one another, with the bytes that they stand in.
struct FrameRun: Sendable {
  var frames: [LogFrame] = []
  /// Bytes of the log from `start` on; the frames are somewhere in them.
  let window: [UInt8]
  let start: Int
}

extension LogReader {
  /// The next frames from `place` on: as many as are at hand, at most `count`, none beyond `end`.
  ///
  /// A scan has seen these frames before.
  mutating func frames(
    from place: Int, to end: Int, atMost count: Int
  ) throws(LedgerError) -> FrameRun {
    try move(to: place, need: FrameReading.sizeMax)
    var run = FrameRun(window: window, start: start)
    var place = place
    while place < end, run.frames.count < count,
      run.frames.isEmpty || self.end == sourceEnd || place + FrameReading.sizeMax <= self.end
    {
      guard case .frame(let frame) = try self.frame(at: place), frame.end <= end else {
        throw source.changed
      }
      run.frames.append(frame)
      place = frame.end
    }
    return run
  }

  /// Does something with every frame from `place` to `end`, until it answers false.
  mutating func forEachFrame(
    from place: Int, to end: Int, _ body: (LogFrame, [UInt8]) throws(LedgerError) -> Bool
  ) throws(LedgerError) {
    var place = place
    while place < end {
      guard case .frame(let frame) = try self.frame(at: place), frame.end <= end else {
        throw source.changed
      }
      let bytes = Array(window[(frame.bodyOffset - start)..<(frame.end - start)])
      guard try body(frame, bytes) else { return }
      place = frame.end
    }
  }
}

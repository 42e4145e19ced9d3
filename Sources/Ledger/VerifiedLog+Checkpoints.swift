// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

extension VerifiedLog {
  /// The checkpoints of the file, first to last; in tiles there is only the last.
  public var checkpoints: LogCheckpoints {
    // What held once is scanned once more: few ask, and it costs little beside the signatures.
    let frames = (try? LogScan(bytes))?.frames ?? []
    return LogCheckpoints(bytes: bytes, frames: frames.filter { $0.kind == .checkpoint })
  }
}

/// The checkpoints of a verified log; each is read from the file's bytes when asked for.
public struct LogCheckpoints: Sendable, RandomAccessCollection {
  let bytes: [UInt8]
  let frames: [LogFrame]

  /// The first checkpoint, which covers the founding.
  public var startIndex: Int { 0 }
  /// How many checkpoints there are.
  public var endIndex: Int { frames.count }

  /// A checkpoint's size and root, and its signed note.
  public subscript(position: Int) -> VerifiedLog.Head {
    guard let read = try? ReadCheckpoint(frames[position], Array(bytes[frames[position].body]))
    else { preconditionFailure("a verified checkpoint parses") }
    return VerifiedLog.Head(
      size: read.checkpoint.size, root: read.checkpoint.root,
      note: Array(bytes[frames[position].body]))
  }
}

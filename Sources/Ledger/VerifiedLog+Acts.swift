// SPDX-License-Identifier: Apache-2.0
public import Governance

/// How the state came about: the same acts that were judged, for those who tell the story again.
extension VerifiedLog {
  /// The coalition before its first entry, with the cryptography that its rules need.
  public var beginning: Assembly { Replay(origin: origin, indexed: false).assembly }

  /// An entry as the statutes judged it, read again from its bytes; its signatures were verified then.
  public func act(_ index: Int) -> Act {
    let body = entries[index].body
    let frame = LogFrame(
      kind: .entry, offset: body.lowerBound, bodyOffset: body.lowerBound, length: body.count)
    guard let entry = try? ReadEntry(frame, entries.body(index)) else {
      preconditionFailure("a verified entry parses")
    }
    return entry.act
  }

  /// Every entry as an act, in order; each is read when it is asked for.
  public var acts: some Sequence<Act> { entries.indices.lazy.map { self.act($0) } }
}

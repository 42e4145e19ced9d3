// SPDX-License-Identifier: Apache-2.0

/// What a crash left after the last checkpoint: nobody was told that it is in the log.
public struct UncommittedTail: Sendable, Equatable {
  /// Where it begins, in bytes from the start of the file.
  public let offset: Int
  /// How many bytes it has.
  public let count: Int
  /// The whole statements in it, their signatures not yet verified.
  public let statements: [SignedStatement]
  /// Whether the file ends inside a frame, or in bytes that are no frame.
  public let isTorn: Bool

  init?(_ scan: LogScan) throws(LedgerError) {
    let end = scan.source.range.upperBound
    guard scan.committedEnd < end else { return nil }
    self.offset = scan.committedEnd
    self.count = end - scan.committedEnd
    self.isTorn = scan.framesEnd < end
    var statements: [SignedStatement] = []
    var reader = LogReader(scan.source)
    try reader.forEachFrame(from: scan.committedEnd, to: scan.framesEnd) { _, body in
      if let entry = try? Entry(parsing: body) { statements.append(entry.signed) }
      return true
    }
    self.statements = statements
  }
}

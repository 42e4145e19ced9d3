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

  init?(_ scan: LogScan, _ bytes: [UInt8], from size: Int) {
    guard scan.committedEnd < bytes.count else { return nil }
    self.offset = scan.committedEnd
    self.count = bytes.count - scan.committedEnd
    self.isTorn = (scan.tail.last?.end ?? scan.committedEnd) < bytes.count
    var statements: [SignedStatement] = []
    for frame in scan.tail {
      guard let entry = try? Entry(parsing: Array(bytes[frame.body])) else { continue }
      statements.append(entry.signed)
    }
    self.statements = statements
  }
}

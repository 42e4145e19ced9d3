// SPDX-License-Identifier: Apache-2.0
import Signing

/// The first line of a log: `viche-log/1 <origin>` and a line feed.
public enum LogHeader {
  /// The format and version that this code reads and writes.
  public static let version = "viche-log/1"

  /// The line for a log of this origin.
  public static func encode(origin: String) -> [UInt8] { Array("\(version) \(origin)\n".utf8) }

  /// The origin that the first line names, and where the first frame begins.
  static func read(_ source: LogSource) throws(LedgerError) -> (origin: String, end: Int) {
    try read(try source.bytes(at: 0..<min(source.range.upperBound, lengthMax)))
  }

  private static func read(_ bytes: [UInt8]) throws(LedgerError) -> (origin: String, end: Int) {
    guard !bytes.isEmpty else { throw fault(.empty) }
    guard let end = bytes.prefix(lengthMax).firstIndex(of: .lineFeed) else {
      let start = Array("\(version) ".utf8)
      guard bytes.count < lengthMax, bytes.starts(with: start) || start.starts(with: bytes) else {
        throw fault(.notALog)
      }
      throw .cut(bytes: bytes.count)
    }
    let fields = bytes[..<end].split(separator: .space, omittingEmptySubsequences: false)
    guard fields[0].starts(with: "viche-log/".utf8) else { throw fault(.notALog) }
    guard fields[0].elementsEqual(version.utf8) else {
      throw fault(.otherVersion(String(decoding: fields[0], as: UTF8.self)))
    }
    guard fields.count == 2 else { throw fault(.badOrigin) }
    let origin = String(decoding: fields[1], as: UTF8.self)
    // The origin is the name of the log's key, and so has a key name's letters.
    guard VerifierKey.isValidName(origin) else { throw fault(.badOrigin) }
    return (origin, end + 1)
  }

  /// The version, a space, the longest origin, a line feed.
  private static let lengthMax = 300

  private static func fault(_ finding: LogFault.Finding) -> LedgerError {
    .damaged(LogFault(finding, offset: 0, entry: 0))
  }
}

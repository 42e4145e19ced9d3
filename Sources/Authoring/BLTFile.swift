// SPDX-License-Identifier: Apache-2.0

public import Counting

/// A contest in the format of Hill, Wichmann and Woodall (Algorithm 123, Computer Journal 30, 1987).
///
///     4 2                # four candidates for two seats
///     -2                 # Bob has withdrawn
///     3 1 3 4 0          # three papers: Amy, then Chuck, then Diane
///     2 4 1=3 0          # two papers: Diane, then Amy and Chuck equally
///     1 0                # a blank paper
///     0                  # the end of the ballots
///     "Amy"
///     "Bob"
///     "Chuck"
///     "Diane"
///     "Gardening Club Election"
///
/// Read are also: comments `/* … */`, skipped ranks `-` (passed over), ballot ids in parentheses,
/// files without line ends, files whose ballots all lack their last 0, names without quotation
/// marks, names in several pairs of them (`"Debbi MCCALL" "SNP"`) and doubled ones; a source, a
/// comment and notes after the title, which are left out; Droop's `[nick …]`, `[tie …]` and
/// `[withdrawn …]`.
public struct BLTFile: Sendable, Hashable {
  /// What is to be counted, in the file's order.
  public var contest: Contest
  /// The order in which ties are to be broken, the first preferred, where the file has one.
  public var tieOrder: [Int]?

  /// No more bytes than this are looked at: 64 MiB.
  public static let sizeMax = 67_108_864
  /// The most candidates.
  public static let candidatesMax = 1_000
  /// The most ballots, each for one paper or a pile of equal ones.
  public static let ballotsMax = 1_000_000
  /// The most papers in all.
  public static let papersMax = 100_000_000
  /// The most preferences on one ballot.
  public static let preferencesMax = 1_000
  /// The longest name or title, in bytes.
  public static let nameMax = 1_000

  /// A file of a contest.
  public init(_ contest: Contest, tieOrder: [Int]? = nil) {
    self.contest = contest
    self.tieOrder = tieOrder
  }

  /// Reads a whole file: UTF-8, a byte order mark skipped, any line ends.
  public init(_ bytes: [UInt8]) throws(MalformedBLT) {
    guard bytes.count <= Self.sizeMax else {
      throw .fileTooLarge(bytes: bytes.count, max: Self.sizeMax)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    var reader = BLTReader(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    self = try reader.read()
  }

  /// Whether bytes begin with two numbers, as a file of this format does and a table does not.
  ///
  /// Councils publish such files under all kinds of names, `.csv` and `.txt` among them.
  public static func isBegun(by bytes: [UInt8]) -> Bool {
    var scanner = BLTScanner(bytes, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    guard let first = try? scanner.next(), let second = try? scanner.next() else { return false }
    return first.number != nil && second.number != nil
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Counting

/// How many of which candidates may be elected, in the format of OpenTally (CON).
///
///     # category  group       least most  candidates
///     "party"     "Green"     0     1     1 3
///     "size"      "reserved"  2     9     2 6 7
///
/// One group a line: its category, its name, the least and the most that may be elected of it, and
/// its candidates by their numbers in the BLT file. Groups may overlap.
public struct ConstraintFile: Sendable, Hashable {
  /// The groups in the file's order, each by its category and its name: `party Green`.
  public let constraints: [Constraint]

  /// No more bytes than this are looked at: 1 MiB.
  public static let sizeMax = 1_048_576
  /// The most groups.
  public static let groupsMax = 1_000

  /// Reads a whole file for a contest of so many candidates.
  public init(_ bytes: [UInt8], candidates: Int) throws(MalformedConstraints) {
    guard bytes.count <= Self.sizeMax else {
      throw .fileTooLarge(bytes: bytes.count, max: Self.sizeMax)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scanner = BLTScanner(bytes, at: start)
    var constraints: [Constraint] = []
    while let line = try Self.nextLine(&scanner) {
      guard constraints.count < Self.groupsMax else {
        throw .tooManyGroups(line: line[0].line, max: Self.groupsMax)
      }
      let constraint = try Self.constraint(line, candidates)
      guard !constraints.contains(where: { $0.name == constraint.name }) else {
        throw .repeatedGroup(line: line[0].line, name: constraint.name)
      }
      constraints.append(constraint)
    }
    if constraints.isEmpty { throw .emptyFile }
    self.constraints = constraints
  }

  private static func nextLine(
    _ scanner: inout BLTScanner
  ) throws(MalformedConstraints) -> [BLTScanner.Token]? {
    do {
      guard let first = try scanner.next() else { return nil }
      var tokens = [first]
      while let token = try scanner.next(on: first.line) { tokens.append(token) }
      return tokens
    } catch {
      throw .text(error)
    }
  }

  private static func constraint(
    _ line: [BLTScanner.Token], _ candidates: Int
  ) throws(MalformedConstraints) -> Constraint {
    guard line.count >= 4 else { throw .tooFewFields(line: line[0].line) }
    let (least, most) = (try number(line[2]), try number(line[3]))
    guard least <= most else {
      throw .leastAboveMost(line: line[0].line, least: least, most: most)
    }
    var members: Set<Int> = []
    for token in line[4...] {
      guard let number = token.number, (1...candidates).contains(number) else {
        throw .unknownCandidate(line: token.line, found: token.text, candidates: candidates)
      }
      guard members.insert(number - 1).inserted else {
        throw .repeatedCandidate(line: token.line, candidate: number)
      }
    }
    return Constraint(
      name: try name(line[0]) + " " + name(line[1]), members: members, atLeast: least,
      atMost: most)
  }

  private static func number(_ token: BLTScanner.Token) throws(MalformedConstraints) -> Int {
    guard let number = token.number else {
      throw .notANumber(line: token.line, found: token.text)
    }
    return number
  }

  private static func name(_ token: BLTScanner.Token) throws(MalformedConstraints) -> String {
    guard token.bytes.count <= BLTFile.nameMax else {
      throw .text(.nameTooLong(line: token.line, max: BLTFile.nameMax))
    }
    guard let name = String(validating: token.name, as: UTF8.self) else {
      throw .text(.notUTF8(line: token.line))
    }
    if name.isEmpty { throw .text(.emptyName(line: token.line)) }
    return name
  }
}

/// Why bytes are not a constraint file; lines are those of the file, from 1.
public enum MalformedConstraints: Error, Hashable, Sendable {
  case emptyFile
  case fileTooLarge(bytes: Int, max: Int)
  /// A fault of quotation marks, comments or letters, as in a BLT file.
  case text(MalformedBLT)
  /// A line without category, group, least and most.
  case tooFewFields(line: Int)
  /// Something else where the least or the most has to stand.
  case notANumber(line: Int, found: String)
  case leastAboveMost(line: Int, least: Int, most: Int)
  case unknownCandidate(line: Int, found: String, candidates: Int)
  /// A candidate who stands twice in one group.
  case repeatedCandidate(line: Int, candidate: Int)
  /// A group that an earlier line has named.
  case repeatedGroup(line: Int, name: String)
  case tooManyGroups(line: Int, max: Int)
}

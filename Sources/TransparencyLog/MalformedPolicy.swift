// SPDX-License-Identifier: Apache-2.0
public import Signing

/// Why bytes are no witness policy: the line, counted from 1, and what is wrong with it.
public struct MalformedPolicy: Error, Equatable, Sendable {
  /// What is wrong with a line, or with the file as a whole.
  public enum Fault: Error, Equatable, Sendable {
    /// The file is longer than ``WitnessPolicy/bytesMax``; what it has.
    case tooLong(Int)
    /// A byte that is neither a tab, a line feed, printable ASCII nor above 0x7F.
    case forbiddenByte(UInt8)
    /// The last line does not end in a line feed, so that it may be half of one.
    case unfinishedLine
    /// A line begins with another word than `log`, `witness`, `group` or `quorum`.
    case unknownKeyword([UInt8])
    /// A line of this keyword has too few or too many items.
    case wrongItems(Keyword)
    /// A key is no verifier key that we can check.
    case badKey(SigningError)
    /// A log's key is that of a witness, or a witness's that of a log.
    case wrongKindOfKey(Keyword)
    /// A key stands already on a line before, be it under another name; that line.
    case repeatedKey(line: Int)
    /// `none` is no name that a line may define or a group may have as its member.
    case reservedName
    /// A name is defined already; where.
    case repeatedName([UInt8], line: Int)
    /// A name is not defined on a line before this one.
    case undefinedName([UInt8])
    /// A name is already a member of a group; on which line.
    case repeatedMember([UInt8], line: Int)
    /// A group's threshold is not `any`, `all` or a decimal number from 1 to its members.
    case badThreshold([UInt8], members: Int)
    /// More lines of this keyword than ``WitnessPolicy/linesMax``.
    case tooManyLines(Keyword)
    /// A second quorum; where the first stands.
    case repeatedQuorum(line: Int)
    /// The file has no quorum line.
    case noQuorum
  }

  /// The words that a line begins with.
  public enum Keyword: String, Sendable {
    /// `log <vkey> [<url>]`
    case log
    /// `witness <name> <vkey> [<url>]`
    case witness
    /// `group <name> all|any|<k> <name>...`
    case group
    /// `quorum <name>|none`
    case quorum
  }

  /// Counted from 1; for the file as a whole, the line after which something is missing.
  public let line: Int
  /// What is wrong.
  public let fault: Fault

  /// Names a line's fault.
  public init(line: Int, _ fault: Fault) {
    self.line = line
    self.fault = fault
  }
}

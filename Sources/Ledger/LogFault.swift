// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
public import TransparencyLog

/// What is wrong with a log's bytes, and where: the first thing in the order of the file.
public struct LogFault: Error, Equatable, Sendable {
  /// What was found.
  public let finding: Finding
  /// Where the frame begins that it was found in, in bytes from the start of the file.
  public let offset: Int
  /// The number of the entry, counted from 0; in a checkpoint the number of entries before it.
  public let entry: Int

  /// A fault in the frame that begins at `offset`.
  public init(_ finding: Finding, offset: Int, entry: Int) {
    self.finding = finding
    self.offset = offset
    self.entry = entry
  }

  /// The kinds of fault; where two numbers can be told, what was expected and what was found.
  public enum Finding: Error, Equatable, Sendable {
    // The first line.
    case empty
    case notALog
    case otherVersion(String)
    case badOrigin
    // Frames.
    case badFrameHeader
    case unknownKind(String)
    case emptyBody
    case bodyTooLong(bytes: Int)
    case bodyWithoutLineFeed
    /// A frame claims more bytes than there are, yet a whole checkpoint follows.
    case lengthBeyondEnd(bytes: Int)
    // An entry's form.
    case badIndex
    case badReceived
    case indexGap(expected: Int, found: Int)
    case receivedRunsBack(previous: Instant, found: Instant)
    case badNote(MalformedNote)
    case severalLines
    case badKeyName
    case signatureLength(key: String)
    case signaturesNotSorted(key: String)
    // What it says.
    case badStatement(MalformedStatement)
    case badRefusedStatement(MalformedStatement)
    case badRefusedNote(MalformedNote)
    case notFounded
    // Keys and signatures.
    case badKey(String, SigningError)
    case otherKindOfKey(String)
    case keyOfSameNameAndID(String)
    case logKeyName(expected: String, found: String)
    case unknownSigner(key: String)
    case wrongSignature(key: String)
    case wrongRefusedSignature(key: String)
    // Checkpoints.
    case badCheckpoint(MalformedNote)
    case checkpointExtension
    case checkpointOrigin(expected: String, found: String)
    case checkpointSize(expected: Int, found: Int)
    case checkpointRoot(expected: [UInt8], found: [UInt8])
    case checkpointUnsigned
    case checkpointSignature
  }
}

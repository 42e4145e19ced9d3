// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not a note, a checkpoint, a cosignature, a proof, evidence or a tile's path.
public enum MalformedNote: Error, Equatable, Sendable {
  /// A byte below U+0020 that is no line feed; its offset.
  case controlCharacter(at: Int)
  /// The note is not valid UTF-8.
  case notUTF8
  /// There is no blank line with whole signature lines after it.
  case noSignature
  /// There are more signature lines than are looked at.
  case tooManySignatures(Int)
  /// A line after the blank line is no signature line in its one spelling; counted from 1.
  case badSignatureLine(Int)
  /// A checkpoint does not have its three lines, each whole.
  case truncatedCheckpoint
  /// A checkpoint's origin is empty.
  case badOrigin
  /// A checkpoint's size is not a decimal number below 2^63 in its one spelling.
  case badSize
  /// A checkpoint's root is not 32 bytes in canonical base 64.
  case badRoot
  /// A checkpoint has an empty extension line.
  case emptyExtensionLine
  /// A cosignature is not 8 bytes of time and 64 of signature; what it has.
  case cosignatureLength(Int)
  /// A cosignature's time is beyond 2^63 - 1 seconds.
  case cosignatureTime
  /// The first line is not `c2sp.org/tlog-proof@v1`.
  case notAProof
  /// A proof's `extra` line is not canonical base 64.
  case badExtra
  /// A proof's `index` line is missing or not a decimal number in its one spelling.
  case badIndex
  /// A line of a proof is not a hash in canonical base 64; counted from 1 after `index`.
  case badProofHash(Int)
  /// A proof has more hashes than a tree has levels.
  case tooManyProofHashes
  /// A proof has no blank line with a checkpoint after it.
  case noCheckpoint
  /// A request to a witness does not begin with `old` and a size in its one spelling.
  case badOldSize
  /// Evidence of a fork is not its first line, two checkpoints and, of two sizes, a consistency proof.
  case badForkEvidence
  /// A tile's path is not in its one spelling, or beyond the largest log.
  case badTilePath
}

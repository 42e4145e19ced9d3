// SPDX-License-Identifier: Apache-2.0
import Signing
public import SystemPackage
public import TransparencyLog

extension Log {
  /// Adds witnesses' cosignatures to a log's last checkpoint, as a further checkpoint of its size.
  ///
  /// `head` is that checkpoint as it was verified; the lines have been verified as well. The log's
  /// own signature stays as it is, so no key is needed. Returns the new note once it is on the disk, or
  /// nil where every line is there already.
  public static func add(
    _ lines: [NoteSignature], to head: VerifiedLog.Head, at path: FilePath
  ) throws(LedgerError) -> [UInt8]? {
    let file = try LogFile(path)
    let lock = try LockFile(for: path)
    defer { withExtendedLifetime(lock) {} }
    let bytes = try file.contents()
    let last = try lastNote(in: bytes)
    guard let verified = try? SignedNote(parsing: head.note), last.text == verified.text else {
      throw .grownMeanwhile
    }
    let cosigned = last.adding(lines)
    guard cosigned != last else { return nil }
    let frame = LogFrame.encode(.checkpoint, cosigned.bytes)
    guard cosigned.bytes.count <= LogFrame.bodyMax else {
      throw .damaged(
        LogFault(.bodyTooLong(bytes: frame.count), offset: bytes.count, entry: head.size))
    }
    try file.append(frame)
    guard try file.contents(from: bytes.count) == frame else {
      throw .trouble(Trouble(.readBack, path, .ioError))
    }
    return cosigned.bytes
  }

  /// The checkpoint that a file ends in; what stands after it belongs to nobody but the log's key.
  private static func lastNote(in bytes: [UInt8]) throws(LedgerError) -> SignedNote {
    let scan = try LogScan(bytes)
    if let fault = scan.fault { throw .damaged(fault) }
    guard scan.committedEnd == bytes.count else {
      throw .uncommittedTail(bytes: bytes.count - scan.committedEnd)
    }
    guard let frame = try scan.frames.last,
      let note = try? SignedNote(parsing: Array(bytes[frame.body]))
    else { throw .cut(bytes: bytes.count) }
    return note
  }
}

extension SignedNote {
  /// This note with further lines: the first line, which is the log's, then the others by the bytes of
  /// their names, one a key; a new line of a key takes the place of the old one.
  public func adding(_ lines: [NoteSignature]) -> SignedNote {
    var others = Array(signatures.dropFirst())
    for line in lines where line != signatures[0] {
      others.removeAll { $0.keyID == line.keyID && $0.name.utf8.elementsEqual(line.name.utf8) }
      others.append(line)
    }
    others.sort { one, other in
      let (first, second) = (Array(one.name.utf8), Array(other.name.utf8))
      return first == second
        ? one.keyID < other.keyID : first.lexicographicallyPrecedes(second)
    }
    let all = [signatures[0]] + others
    return SignedNote(text: text, signatures: Array(all.prefix(Self.signaturesMax)))
  }
}

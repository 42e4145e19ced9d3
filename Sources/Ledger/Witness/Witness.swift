// SPDX-License-Identifier: Apache-2.0
public import Signing
public import SystemPackage
public import TransparencyLog

/// A witness's key: a private key, and the verifier key (type 0x04) that others know it by.
public final class WitnessKey: Sendable {
  /// What verifies its cosignatures.
  public let verifier: VerifierKey
  let signing: SigningKey

  /// Takes a key over; nil where the verifier key is not a witness's, or of another key.
  public init?(_ verifier: VerifierKey, _ signing: consuming SigningKey) {
    guard verifier.kind == .cosignature, verifier.publicKey == signing.publicKey else { return nil }
    self.verifier = verifier
    self.signing = signing
  }
}

/// Why a witness did not cosign.
public enum WitnessError: Error, Equatable, Sendable {
  /// By a rule of c2sp.org/tlog-witness.
  case refused(WitnessRefusal)
  /// The folder in which it remembers could not be read or written; it must be opened again.
  case store(LedgerError)
}

/// A witness: cosigns what adds to all that it cosigned before, and remembers that first.
///
/// Not copyable: whoever holds it has the store's lock.
public struct Witness: ~Copyable {
  /// The key that it cosigns with.
  public let key: WitnessKey
  private let checker = SignatureChecker()
  private var store: WitnessStore

  /// Opens the folder in which it remembers; it is made where it is missing.
  public init(_ key: WitnessKey, store folder: FilePath) throws(LedgerError) {
    let store = try WitnessStore(folder)
    self.key = key
    self.store = store
  }

  /// The checkpoint of a log that it cosigned last, as a signed note; nil where there is none.
  public func lastNote(of origin: String) throws(LedgerError) -> SignedNote? {
    try store.lastNote(of: origin)?.note
  }

  /// The same for the hex SHA-256 of an origin, by which it is served.
  func lastNote(ofHash hash: String) throws(LedgerError) -> SignedNote? {
    try store.lastNote(inFolder: hash)?.note
  }

  /// Cosigns a checkpoint that one of the log's keys signed, or throws.
  ///
  /// `now` is the time in POSIX seconds; a cosignature is never of an earlier time than the last one
  /// of the same log. When this returns, what it returns is on the disk as the last note.
  public mutating func add(
    _ request: AddCheckpoint, logKeys: [VerifierKey], now: Int
  ) throws(WitnessError) -> CosignedCheckpoint {
    let last: CosignedNote?
    do { last = try store.lastNote(of: request.checkpoint.origin) } catch { throw .store(error) }
    do {
      try WitnessRules.check(request, keys: logKeys, after: last?.checkpoint, using: checker)
    } catch {
      if let last { try keepEvidence(error, request, logKeys, last) }
      throw .refused(error)
    }
    return try cosign(request, logKeys, now: max(now, time(of: last)))
  }

  private mutating func cosign(
    _ request: AddCheckpoint, _ logKeys: [VerifierKey], now: Int
  ) throws(WitnessError) -> CosignedCheckpoint {
    let line: NoteSignature
    do {
      line = try Cosignature(of: request.note.text, at: now, with: key.signing)
        .line(of: key.verifier)
    } catch {
      throw .refused(.unchecked(error))
    }
    // Only the lines of known keys: what others wrote beside them was not looked at.
    let known = request.note.signatures.filter { line in logKeys.contains(where: line.isClaimed) }
    let note = SignedNote(text: request.note.text, signatures: known + [line])
    do { try store.remember(try CosignedNote(note)) } catch let error as LedgerError {
      throw .store(error)
    } catch {
      preconditionFailure("the note of a request parses")
    }
    return CosignedCheckpoint(note: note, line: line, time: now)
  }

  private mutating func keepEvidence(
    _ refusal: WitnessRefusal, _ request: AddCheckpoint, _ keys: [VerifierKey],
    _ last: CosignedNote
  ) throws(WitnessError) {
    let evidence: WitnessStore.Evidence
    if WitnessRules.showsFork(request, keys: keys, after: last.checkpoint, using: checker) {
      evidence = .fork
    } else if refusal == .inconsistent {
      evidence = .unproven
    } else {
      return
    }
    do { try store.keep(evidence, last, request.note) } catch { throw .store(error) }
  }

  /// When it cosigned last; 1 where it never did, since a cosignature's time is not zero.
  private func time(of last: CosignedNote?) -> Int {
    guard let line = last?.note.signatures.first(where: { $0.isClaimed(by: key.verifier) }),
      let cosignature = try? Cosignature(line)
    else { return 1 }
    return cosignature.timestamp
  }
}

/// A checkpoint that a witness has just cosigned.
public struct CosignedCheckpoint: Sendable, Equatable {
  /// The checkpoint with the log's signatures and the witness's.
  public let note: SignedNote
  /// The witness's line.
  public let line: NoteSignature
  /// Its time in POSIX seconds.
  public let time: Int
}

// SPDX-License-Identifier: Apache-2.0
public import Signing
import Synchronization
import TransparencyLog

/// A witness as a web service: what it answers to a request, without the network.
///
///     POST /add-checkpoint                               c2sp.org/tlog-witness
///     GET  /<hex SHA-256 of the origin>/checkpoint       what it cosigned last
///
/// Requests are answered one after the other: each meets what the one before has left on the disk.
public final class WitnessService: Sendable {
  /// An answer over HTTP.
  public struct Answer: Sendable, Equatable {
    /// The status.
    public let status: Int
    /// The type of the body.
    public let contentType: String
    /// The body.
    public let body: [UInt8]
    /// Which log and which size, for the operator's eyes; it comes from outside and is to be escaped.
    public let subject: String
    /// Set where the witness cannot go on: its memory could not be read or written.
    public let trouble: LedgerError?

    init(
      _ status: Int, _ body: [UInt8], as contentType: String = plain, subject: String = "",
      trouble: LedgerError? = nil
    ) {
      self.status = status
      self.contentType = contentType
      self.body = body
      self.subject = subject
      self.trouble = trouble
    }

    static let plain = "text/plain; charset=utf-8"
    static let size = "text/x.tlog.size"
  }

  private let witness: Mutex<Witness>
  /// The keys of each log that is watched, by its origin's bytes.
  private let logs: [[UInt8]: [VerifierKey]]

  /// Serves a witness to the logs of these keys, each of which has its log's origin as its name.
  public init(_ witness: consuming sending Witness, logs keys: [VerifierKey]) {
    self.witness = Mutex(witness)
    self.logs = Dictionary(grouping: keys) { Array($0.name.utf8) }
  }

  /// A log that is watched, and the size of it that was cosigned last.
  public struct Remembered: Sendable, Equatable {
    /// The log's origin.
    public let origin: String
    /// How many entries; nil where none was cosigned, or where what is remembered cannot be read.
    public let size: Int?
  }

  /// What is remembered of the logs that are watched, by the bytes of their origins.
  public var memory: [Remembered] {
    logs.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { origin in
      let origin = String(decoding: origin, as: UTF8.self)
      let note = witness.withLock { try? $0.lastNote(of: origin) }
      return Remembered(
        origin: origin, size: note.flatMap { try? Checkpoint(parsing: $0.text).size })
    }
  }

  /// Answers a request; `path` begins with `/`, `now` is the time in POSIX seconds.
  public func answer(
    _ method: String, _ path: String, _ body: [UInt8], now: Int
  ) -> Answer {
    if path == "/add-checkpoint" {
      return method == "POST" ? add(body, now: now) : Answer(405, [])
    }
    guard let hash = Self.hash(inPath: path) else { return Answer(404, []) }
    return method == "GET" ? checkpoint(hash) : Answer(405, [])
  }

  private func add(_ body: [UInt8], now: Int) -> Answer {
    let request: AddCheckpoint
    do { request = try AddCheckpoint(parsing: body) } catch {
      return Answer(400, Self.line("malformed: \(error)"))
    }
    let subject = "\(request.checkpoint.origin) \(request.oldSize)..\(request.checkpoint.size)"
    let keys = logs[Array(request.checkpoint.origin.utf8)] ?? []
    let outcome = witness.withLock { witness -> Result<CosignedCheckpoint, WitnessError> in
      do throws(WitnessError) {
        return .success(try witness.add(request, logKeys: keys, now: now))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let cosigned): return Answer(200, cosigned.line.line, subject: subject)
    case .failure(.refused(.otherOldSize(let size))):
      return Answer(409, Self.line("\(size)"), as: Answer.size, subject: subject)
    case .failure(.refused(let refusal)):
      return Answer(refusal.status, Self.line("\(refusal)"), subject: subject)
    case .failure(.store(let error)):
      return Answer(500, Self.line("storeTrouble"), subject: subject, trouble: error)
    }
  }

  private func checkpoint(_ hash: String) -> Answer {
    let outcome = witness.withLock { witness -> Result<SignedNote?, LedgerError> in
      do throws(LedgerError) {
        return .success(try witness.lastNote(ofHash: hash))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let note?): return Answer(200, note.bytes)
    case .success(nil): return Answer(404, [])
    case .failure(let error): return Answer(500, Self.line("storeTrouble"), trouble: error)
    }
  }

  /// The 64 hexadecimal digits of `/<hex>/checkpoint`; anything else names no file.
  private static func hash(inPath path: String) -> String? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, parts[2].elementsEqual("checkpoint".utf8),
      parts[1].count == 2 * Hash.length, Hex.decode(Array(parts[1])) != nil
    else { return nil }
    return String(decoding: Array(parts[1]), as: UTF8.self)
  }

  private static func line(_ text: String) -> [UInt8] { Array("\(text)\n".utf8) }
}

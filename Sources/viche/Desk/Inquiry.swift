// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Governance
import Ledger
import Signing
import Synchronization
import TransparencyLog

/// What came of a witness.
enum WitnessOutcome: Sendable {
  /// The log has its cosignature of this time already.
  case already(at: Int)
  /// It cosigned, at this time in POSIX seconds.
  case cosigned(NoteSignature, at: Int)
  /// Nobody asked it, and nobody brought anything of it.
  case notAsked
  case failed(WitnessFailure)

  /// The line to be added to the log.
  var newLine: NoteSignature? {
    if case .cosigned(let line, _) = self { line } else { nil }
  }

  /// Whether the checkpoint bears its cosignature now.
  var hasCosigned: Bool {
    switch self {
    case .already, .cosigned: true
    case .notAsked, .failed: false
    }
  }
}

/// Why a witness's cosignature is missing.
enum WitnessFailure: Equatable, Sendable {
  case badURL, plainHTTP
  case web(WebTrouble)
  /// More bytes than any answer has.
  case tooLong
  /// It does not watch this log (404, or 403 of older ones).
  case unknownLog
  /// It says that the request is not in its form.
  case badRequest
  /// Its answer is not what the protocol says.
  case garbage
  /// Its answer has no cosignature by its key over this checkpoint.
  case notItsCosignature
  /// It says that it cosigned at a time that has not come yet; in POSIX seconds.
  case fromTheFuture(Int)
  /// It has seen this size already and does not go on from there: it may have seen another history.
  case splitView(Int)
  /// It says that it cosigned only so much, less than the log has its cosignature of: it lost its memory.
  case forgot(Int)
  /// It has cosigned a longer log than this one.
  case longer(Int)
  /// It says that this checkpoint does not add to what it has seen.
  case inconsistent

  /// Whether it speaks against the log, rather than for another try.
  var isAlarm: Bool {
    switch self {
    case .splitView, .longer, .inconsistent: true
    case .badURL, .plainHTTP, .web, .tooLong, .unknownLog, .badRequest, .garbage,
      .notItsCosignature, .fromTheFuture, .forgot:
      false
    }
  }
}

/// Asks witnesses for their cosignatures, each by its own rules and all at once.
struct Inquiry: Sendable {
  let head: Submission
  let seconds: Int
  let allowHTTP: Bool

  init(_ head: Submission, seconds: Int, allowHTTP: Bool) {
    self.head = head
    self.seconds = seconds
    self.allowHTTP = allowHTTP
  }

  /// What came of each witness, in their order.
  func outcomes(of witnesses: [AskedWitness], brought: [NoteSignature]) -> [WitnessOutcome] {
    let outcomes = Mutex<[Int: WitnessOutcome]>([:])
    let group = DispatchGroup()
    for (place, witness) in witnesses.enumerated() {
      if let outcome = known(witness, brought) {
        outcomes.withLock { $0[place] = outcome }
        continue
      }
      guard let url = witness.url else { continue }
      DispatchQueue.global().async(group: group) {
        let outcome = ask(witness, at: url)
        outcomes.withLock { $0[place] = outcome }
      }
    }
    group.wait()
    return outcomes.withLock { found in witnesses.indices.map { found[$0] ?? .notAsked } }
  }

  /// What is known of a witness without asking it.
  private func known(_ witness: AskedWitness, _ brought: [NoteSignature]) -> WitnessOutcome? {
    if let time = head.time(of: witness.key) { return .already(at: time) }
    guard let line = brought.first(where: { $0.isClaimed(by: witness.key) }) else { return nil }
    return outcome(of: line, witness)
  }

  private func outcome(of line: NoteSignature, _ witness: AskedWitness) -> WitnessOutcome {
    guard let time = head.time(line, of: witness.key), time > 0 else {
      return .failed(.notItsCosignature)
    }
    guard time <= System.now.seconds + Self.clockSkewMax else {
      return .failed(.fromTheFuture(time))
    }
    return .cosigned(line, at: time)
  }

  private func ask(_ witness: AskedWitness, at url: String) -> WitnessOutcome {
    let client: WebClient
    do {
      client = try WebClient(url, seconds: seconds, allowHTTP: allowHTTP)
    } catch {
      return .failed(error == .notLoopback ? .plainHTTP : .badURL)
    }
    let old = head.lastSize(of: witness.key)
    return ask(witness, client, from: old, isSecond: false)
  }

  /// Sends one request; a conflict is followed once, to the size that it names.
  private func ask(
    _ witness: AskedWitness, _ client: WebClient, from old: Int, isSecond: Bool
  ) -> WitnessOutcome {
    guard let request = head.request(from: old) else { return .failed(.badRequest) }
    let answer = client.post(
      request.bytes, to: "add-checkpoint", hopingFor: [200, 409], atMost: Self.answerMax)
    switch answer {
    case .answer(200, _, let body): return cosigned(body, witness)
    case .answer(_, let type, let body):
      guard let size = size(body, type) else { return .failed(.garbage) }
      if size == old { return .failed(.splitView(size)) }
      if size > head.checkpoint.size { return .failed(.longer(size)) }
      if size < old { return .failed(.forgot(size)) }
      return isSecond
        ? .failed(.garbage) : ask(witness, client, from: size, isSecond: true)
    case .status(403), .status(404): return .failed(.unknownLog)
    case .status(400): return .failed(.badRequest)
    case .status(422): return .failed(.inconsistent)
    case .status(let status): return .failed(.web(.status(status)))
    case .tooLong: return .failed(.tooLong)
    case .trouble(let trouble): return .failed(.web(trouble))
    }
  }

  /// The witness's line among those of an answer; others are ignored.
  private func cosigned(_ body: [UInt8], _ witness: AskedWitness) -> WitnessOutcome {
    guard let note = try? SignedNote(parsing: head.note.text + [0x0A] + body) else {
      return .failed(.garbage)
    }
    guard let line = note.signatures.first(where: { $0.isClaimed(by: witness.key) }) else {
      return .failed(.notItsCosignature)
    }
    return outcome(of: line, witness)
  }

  /// The size that a conflict names, a number and a line feed.
  private func size(_ body: [UInt8], _ type: String) -> Int? {
    guard type.hasPrefix("text/x.tlog.size"), body.last == 0x0A, body.count <= 20 else {
      return nil
    }
    let digits = String(decoding: body.dropLast(), as: UTF8.self)
    guard let size = Int(digits), "\(size)".utf8.elementsEqual(digits.utf8), size >= 0 else {
      return nil
    }
    return size
  }

  /// Some lines of signatures, and no more.
  private static let answerMax = 16_384
  /// Two clocks may differ by so many seconds.
  private static let clockSkewMax = 300
}

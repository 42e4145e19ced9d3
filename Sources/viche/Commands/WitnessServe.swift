// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dispatch
import Governance
import Ledger
import Register
import Serving
import Signing
import Synchronization
import SystemPackage
import TransparencyLog

struct WitnessServe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer the logs that ask for a cosignature, over HTTP.",
    discussion: """
      A tlog-witness (c2sp.org/tlog-witness): POST /add-checkpoint cosigns, GET
      /HASH/checkpoint shows what was cosigned last (HASH is the hex SHA-256 of the
      log's origin). It answers only when the new state is on the disk. Requests that
      speak against a log are kept in the store. One line for each request on standard
      error. SIGTERM or SIGINT ends it.

      It speaks plain HTTP: for others, put a web server with TLS before it.

      Example:
        viche witness serve --key witness.pem --log log.vkey --store memory --listen 127.0.0.1:8080
      """)

  @Option(help: "The witness's private key; its verifier key stands in FILE.vkey.") var key: String
  @Option(help: "A log's verifier key, or its file; may be repeated.") var log: [String] = []
  @Option(help: "A tlog-policy file whose logs are watched.") var policy: String?
  @Option(help: "The folder in which it remembers; made where it is missing.") var store: String
  @Option(help: "Address and port; port 0 lets the system choose one.")
  var listen = "127.0.0.1:8080"
  @Option(help: "A file whose first line is the key's passphrase (default: a prompt).")
  var passphraseFile: String?
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let words = talk.words
    let address = try Address(listen, words)
    let keys = try logKeys(words)
    let keyring = Keyring(files: Files(words: words), passphraseFile: passphraseFile)
    let key = try keyring.openWitness(key)
    let service: WitnessService
    do {
      service = WitnessService(try Witness(key, store: FilePath(store)), logs: keys)
    } catch {
      throw LedgerFailures(words).failure(error)
    }
    try serve(service, key, at: address, words)
  }

  /// Serves until it is asked to end, or cannot go on.
  private func serve(
    _ service: WitnessService, _ key: WitnessKey, at address: Address, _ words: Words
  ) throws {
    let end = Ending()
    let sources = System.onTermination { end.end(with: nil) }
    let server: WebServer
    do {
      server = try WebServer(
        host: address.host, port: address.port,
        refused: { Self.report($0, "-", "-", $1, "") },
        answer: { request in
          let answer = service.answer(
            request.method, request.path, request.body, now: System.now.seconds)
          Self.report(request.peer, request.method, request.path, answer.status, answer.subject)
          if let trouble = answer.trouble { end.end(with: trouble) }
          return WebServer.Response(
            status: answer.status, contentType: answer.contentType, body: answer.body)
        })
    } catch {
      throw Failure(
        .trouble, words("witness.no_address", ["address": Plain.safe(listen), "why": "\(error)"]))
    }
    Terminal.say(key.verifier.text)
    for log in service.memory { tell(log, words) }
    Terminal.say(
      words("witness.listening", ["address": "http://\(address.text(port: server.port))"]))
    let trouble = end.wait()
    server.stop()
    withExtendedLifetime(sources) {}
    if let trouble { throw LedgerFailures(words).failure(trouble) }
  }

  /// What is remembered of a log: nothing, where the wrong folder was named.
  private func tell(_ log: WitnessService.Remembered, _ words: Words) {
    let key = log.size == nil ? "witness.remembers_nothing" : "witness.remembers"
    Terminal.say(words(key, ["origin": log.origin, "size": "\(log.size ?? 0)"]))
  }

  /// The keys of the logs that are watched.
  private func logKeys(_ words: Words) throws -> [VerifierKey] {
    var keys = try log.map { try Keyring.logKey($0, words) }
    if let policy { keys += try PolicyFile(words).read(policy).logs.map(\.key) }
    guard keys.allSatisfy({ $0.kind == .ed25519 }) else {
      throw Failure(.usage, words("witness.not_a_log_key"))
    }
    guard !keys.isEmpty else { throw Failure(.usage, words("witness.no_log")) }
    return keys
  }

  /// One line for each request; nothing of it is ours, so all of it is escaped, and cut.
  private static func report(
    _ peer: String, _ method: String, _ path: String, _ status: Int, _ subject: String
  ) {
    let told = [method, path, subject].map { Plain.safe(String($0.prefix(200))) }
    Terminal.remark(
      "\(System.now.text) \(Plain.safe(peer)) \(told[0]) \(told[1]) \(status) \(told[2])")
  }
}

/// The end of a server's work, which the system or the server itself brings about.
private final class Ending: Sendable {
  private let trouble = Mutex<LedgerError?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  func end(with trouble: LedgerError?) {
    self.trouble.withLock { $0 = $0 ?? trouble }
    ended.signal()
  }

  func wait() -> LedgerError? {
    ended.wait()
    return trouble.withLock(\.self)
  }
}

/// Where a server listens: `127.0.0.1:8080`, `[::1]:8080`.
private struct Address {
  let host: String
  let port: Int

  init(_ text: String, _ words: Words) throws {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port), colon > text.startIndex
    else { throw Failure(.usage, words("witness.bad_address", ["address": Plain.safe(text)])) }
    let host = text[..<colon]
    self.host =
      host.hasPrefix("[") && host.hasSuffix("]")
      ? String(host.dropFirst().dropLast()) : String(host)
    self.port = port
  }

  func text(port: Int) -> String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

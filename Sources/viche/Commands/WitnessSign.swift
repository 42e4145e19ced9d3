// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import SystemPackage
import TransparencyLog

struct WitnessSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Cosign a log's last checkpoint, without a network.",
    discussion: """
      Verifies the whole log (a file, a folder of tiles, a URL), and that it only adds
      to what this witness cosigned before, which stands in the store; then writes the
      cosigned checkpoint, a small text file that goes back to the secretariat: viche
      witness submit FILE.

      The first time, say with --log-key whose log it must be; without it the key is
      only shown.

      Example:
        viche witness sign alliance.viche --key witness.pem --store memory --out cosigned
      """)

  @Argument(help: "The log's file, folder of tiles or URL (default: as for --log).")
  var file: String?
  @Option(help: "The witness's private key; its verifier key stands in FILE.vkey.") var key: String
  @Option(help: "The folder in which it remembers; made where it is missing.") var store: String
  @Option(help: "The verifier key that the log must have, or its file.") var logKey: String?
  @Option(help: "The file to write (default: standard output).") var out: String?
  @Option(help: "A file whose first line is the key's passphrase (default: a prompt).")
  var passphraseFile: String?
  @OptionGroup var web: WebOptions
  @OptionGroup var options: LogOptions

  func run() throws {
    let options = options.at(file)
    let words = options.talk.words
    let expected = try logKey.map { try Keyring.logKey($0, words) }
    let log = try Reading(options, web).verifiedLog(expecting: expected)
    let keyring = Keyring(files: Files(words: words), passphraseFile: passphraseFile)
    let key = try keyring.openWitness(key)
    let (cosigned, last) = try cosign(log, key, at: options.path, words)
    if let out { try Files(words: words).write(cosigned.note.bytes, to: out) }
    tell(cosigned, log, key, last, isKeyKnown: expected != nil, words)
  }

  /// Cosigns the log's head after what was cosigned last, which is returned as well.
  private func cosign(
    _ log: VerifiedLog, _ key: WitnessKey, at path: String, _ words: Words
  ) throws -> (CosignedCheckpoint, last: Checkpoint?) {
    do {
      var witness = try Witness(key, store: FilePath(store))
      let last = try witness.lastNote(of: log.origin).map { try Checkpoint(parsing: $0.text) }
      let size = last?.size ?? 0
      guard size <= log.head.size else {
        throw Failure(
          .refused,
          words("witness.shorter", ["last": "\(size)", "size": "\(log.head.size)"]),
          hint: words("witness.hint.shorter"), details: ["kind": "shorter"])
      }
      let request = try AddCheckpoint(
        oldSize: size, proof: log.consistencyProof(from: size),
        note: SignedNote(parsing: log.head.note))
      return (try witness.add(request, logKeys: log.logKeys, now: System.now.seconds), last)
    } catch let error as WitnessError {
      throw failure(error, log, at: path, words)
    } catch let error as LedgerError {
      throw LedgerFailures(words).failure(error)
    }
  }

  private func failure(
    _ error: WitnessError, _ log: VerifiedLog, at path: String, _ words: Words
  ) -> Failure {
    switch error {
    case .store(let error): return LedgerFailures(words).failure(error)
    case .refused(.otherRoot), .refused(.inconsistent):
      return Failure(
        .refused, words("witness.forked", ["size": "\(log.head.size)"]),
        hint: words(
          "witness.hint.forked", ["memory": memory(of: log), "log": path]),
        details: ["kind": "forked"])
    case .refused(let refusal):
      return Failure(.refused, words("witness.refused", ["why": "\(refusal)"]))
    }
  }

  /// The file in which the store has the checkpoint that was cosigned last.
  private func memory(of log: VerifiedLog) -> String {
    FilePath(store).appending(Hex.encode(Hash.sha256(Array(log.origin.utf8))))
      .appending("checkpoint").string
  }

  private func tell(
    _ cosigned: CosignedCheckpoint, _ log: VerifiedLog, _ key: WitnessKey, _ last: Checkpoint?,
    isKeyKnown: Bool, _ words: Words
  ) {
    let added = log.head.size - (last?.size ?? 0)
    guard !options.talk.json else {
      return Terminal.say(
        JSON.object([
          "ok": true, "origin": .string(log.origin), "size": .integer(log.head.size),
          "added": .integer(added), "time": .integer(cosigned.time),
          "note": .string(String(decoding: cosigned.note.bytes, as: UTF8.self)),
        ]).canonicalText)
    }
    let say = out == nil ? Terminal.remark : Terminal.say
    let counts = log.counts
    say(
      words(
        "witness.verified",
        [
          "origin": log.origin, "entries": "\(counts.entries)",
          "signatures": "\(counts.signatures)",
        ]))
    if last == nil {
      say(words("witness.first"))
      if !isKeyKnown { say(words("tiles.first_key", ["key": log.logKeys[0].text])) }
    } else {
      say(words("witness.adds", ["added": "\(added)", "size": "\(log.head.size - added)"]))
    }
    let moment = Moment(words.language, log.assembly.calendar)
      .text(Instant(seconds: cosigned.time))
    say(words("witness.cosigned", ["name": key.verifier.name, "time": moment]))
    if let out {
      say(words("witness.written", ["path": out]))
    } else {
      Terminal.print(cosigned.note.bytes)
    }
  }
}

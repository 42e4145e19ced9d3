// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Signing
import SystemPackage
import TestSupport
import Testing
import TransparencyLog

/// A witness in a folder of its own, which goes when the test does.
final class Bench {
  static let name = "witness.example.org/w1"
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  var folder: FilePath { FilePath(scratch.path).appending("store") }

  struct NoKey: Error {}

  static func key(_ seed: UInt8 = 7) throws -> WitnessKey {
    let signing = try SigningKey(seed: [UInt8](repeating: seed, count: 32))
    let verifier = try VerifierKey(
      name: name, publicKey: signing.publicKey, kind: .cosignature)
    guard let key = WitnessKey(verifier, signing) else { throw NoKey() }
    return key
  }

  func witness(_ seed: UInt8 = 7) throws -> sending Witness {
    try Witness(Self.key(seed), store: folder)
  }

  func service(_ logs: [VerifierKey]) throws -> WitnessService {
    WitnessService(try witness(), logs: logs)
  }

  /// The files below the store, without the lock, sorted.
  func files() throws -> [String] {
    let line = "cd store && find . -type f ! -name '*.lock' | LC_ALL=C sort"
    return try scratch.run(line).split(separator: "\n").map(String.init)
  }
}

struct WitnessVectorTests {
  struct Requests: Decodable {
    struct Step: Decodable {
      let request: Data, litewitness_assert: String, spec_status: Int, also_allowed: Int?
    }
    let log_origin: String, log_vkey: String, steps: [Step]
  }

  @Test func `the requests of others get the status that the specification demands`() throws {
    let vectors = try Vectors.all.json("witness/add-checkpoint.json", as: Requests.self)
    #expect(vectors.steps.count == 9)
    let bench = try Bench()
    let service = try bench.service([try VerifierKey(parsing: vectors.log_vkey)])
    var cosigned = 0
    for (number, step) in vectors.steps.enumerated() {
      let answer = service.answer(
        "POST", "/add-checkpoint", Array(step.request), now: 1_700_000_000)
      let allowed = [step.spec_status, step.also_allowed].compactMap { $0 }
      #expect(allowed.contains(answer.status), "step \(number)")
      switch answer.status {
      case 200:
        try expectCosignature(answer.body, over: Array(step.request))
        cosigned += 1
      case 409:
        // `body == "3\n"`
        let body = step.litewitness_assert.dropFirst(9).dropLast(3) + "\n"
        #expect(answer.body == Array(body.utf8) && answer.contentType == "text/x.tlog.size")
      default: break
      }
    }
    #expect(cosigned == 3)
  }

  /// The answer is one line, over exactly the checkpoint of the request.
  private func expectCosignature(_ body: [UInt8], over request: [UInt8]) throws {
    let request = try AddCheckpoint(parsing: request)
    let note = try SignedNote(parsing: request.note.text + [0x0A] + body)
    #expect(note.signatures.count == 1)
    #expect(try note.verified(by: [Bench.key().verifier]) == [Bench.key().verifier])
    #expect(try Cosignature(note.signatures[0]).timestamp == 1_700_000_000)
  }
}

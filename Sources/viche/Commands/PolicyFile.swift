// SPDX-License-Identifier: Apache-2.0

import Register
import Signing
import TransparencyLog

/// Reads witness policies that people name, and puts what is wrong with them into words.
struct PolicyFile {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// The policy in a file (c2sp.org/tlog-policy).
  func read(_ path: String) throws -> WitnessPolicy {
    let bytes = try Files(words: words).read(path, atMost: WitnessPolicy.bytesMax)
    do {
      return try WitnessPolicy(parsing: bytes)
    } catch {
      throw Failure(
        .malformed,
        words(
          "policy.malformed",
          ["path": path, "line": "\(error.line)", "fault": sentence(for: error.fault)]),
        hint: hint(for: error.fault))
    }
  }

  /// A policy that asks for all of these witnesses: verifier keys, or their files.
  func all(_ witnesses: [String]) throws -> WitnessPolicy {
    var keys: [VerifierKey] = []
    for witness in witnesses {
      let key = try Keyring.logKey(witness, words)
      guard key.kind == .cosignature else {
        throw Failure(.malformed, words("policy.not_a_witness", ["key": key.text]))
      }
      guard !keys.contains(where: { $0.publicKey == key.publicKey }) else {
        throw Failure(.usage, words("policy.witness_twice", ["key": key.text]))
      }
      keys.append(key)
    }
    return WitnessPolicy(allOf: keys)
  }

  private func sentence(for fault: MalformedPolicy.Fault) -> String {
    switch fault {
    case .tooLong(let bytes): words("policy.too_long", ["bytes": "\(bytes)"])
    case .forbiddenByte(let byte): words("policy.forbidden_byte", ["byte": hex(byte)])
    case .unfinishedLine: words("policy.unfinished_line")
    case .unknownKeyword(let word): words("policy.unknown_keyword", ["word": text(word)])
    case .wrongItems(let keyword): words("policy.wrong_items.\(keyword.rawValue)")
    case .badKey(let error):
      words(
        "policy.bad_key",
        ["why": Keyring(files: Files(words: words), passphraseFile: nil).describe(error)])
    case .wrongKindOfKey(let keyword): words("policy.wrong_kind.\(keyword.rawValue)")
    case .repeatedKey(let line): words("policy.repeated_key", ["before": "\(line)"])
    case .reservedName: words("policy.reserved_name")
    case .repeatedName(let name, let line):
      words("policy.repeated_name", ["name": text(name), "before": "\(line)"])
    case .undefinedName(let name): words("policy.undefined_name", ["name": text(name)])
    case .repeatedMember(let name, let line):
      words("policy.repeated_member", ["name": text(name), "before": "\(line)"])
    case .badThreshold(let found, let members):
      words("policy.bad_threshold", ["found": text(found), "members": "\(members)"])
    case .tooManyLines(let keyword):
      words(
        "policy.too_many", ["keyword": keyword.rawValue, "max": "\(WitnessPolicy.linesMax)"])
    case .repeatedQuorum(let line): words("policy.repeated_quorum", ["before": "\(line)"])
    case .noQuorum: words("policy.no_quorum")
    }
  }

  private func hint(for fault: MalformedPolicy.Fault) -> String? {
    fault == .forbiddenByte(0x0D) ? words("policy.hint.carriage_return") : nil
  }

  /// At most 64 characters: a line may be as long as the file.
  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(64), as: UTF8.self) + (bytes.count > 64 ? "…" : "")
  }

  private func hex(_ byte: UInt8) -> String { "0x" + Hex.encode([byte]).uppercased() }
}

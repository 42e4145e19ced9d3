// SPDX-License-Identifier: Apache-2.0

import Ledger
import Register
import Signing

/// A private key with its name.
final class NamedKey {
  let vkey: VerifierKey
  let key: SigningKey

  init(vkey: VerifierKey, key: consuming SigningKey) {
    self.vkey = vkey
    self.key = key
  }
}

/// Opens key files; the passphrase comes from a file or a prompt, never from an argument.
struct Keyring {
  let files: Files
  let passphraseFile: String?
  private var words: Words { files.words }

  init(files: Files, passphraseFile: String?) {
    self.files = files
    self.passphraseFile = passphraseFile
  }

  /// A private key and the verifier key that stands beside it in `<file without .pem>.vkey`.
  func open(_ path: String) throws -> NamedKey {
    let key = try privateKey(path)
    let vkey = try verifierKey(atPath: Self.vkeyPath(path))
    guard vkey.publicKey == key.publicKey else {
      throw Failure(.malformed, words("key.mismatch", ["path": path, "vkey": Self.vkeyPath(path)]))
    }
    return NamedKey(vkey: vkey, key: key)
  }

  /// A witness's private key, with the verifier key beside it.
  func openWitness(_ path: String) throws -> WitnessKey {
    let vkey = try verifierKey(atPath: Self.vkeyPath(path))
    guard vkey.kind == .cosignature else {
      throw Failure(
        .usage, words("witness.not_its_key", ["path": Plain.safe(path), "name": vkey.name]),
        hint: words("witness.hint.not_its_key"))
    }
    guard let key = WitnessKey(vkey, try privateKey(path)) else {
      throw Failure(.malformed, words("key.mismatch", ["path": path, "vkey": Self.vkeyPath(path)]))
    }
    return key
  }

  /// Where the public half of a key file is kept.
  static func vkeyPath(_ path: String) -> String {
    (path.hasSuffix(".pem") ? String(path.dropLast(4)) : path) + ".vkey"
  }

  /// The key of a log that people expect: a verifier key, or the path of its file.
  static func logKey(_ text: String, _ words: Words) throws -> VerifierKey {
    if let key = try? VerifierKey(parsing: text) { return key }
    return try Keyring(files: Files(words: words), passphraseFile: nil).verifierKey(atPath: text)
  }

  /// Reads a verifier key's file, or the verifier key itself.
  func verifierKey(atPath path: String) throws -> VerifierKey {
    let bytes = try files.read(path, atMost: 4_096)
    let text = String(decoding: bytes, as: UTF8.self).trimmedOfLineEnds
    return try verifierKey(text, from: path)
  }

  func verifierKey(_ text: String, from path: String) throws -> VerifierKey {
    do { return try VerifierKey(parsing: text) } catch {
      throw Failure(
        .malformed, words("key.bad_vkey", ["path": Plain.safe(path), "why": describe(error)]))
    }
  }

  private func privateKey(_ path: String) throws -> SigningKey {
    let pem = try files.read(path, atMost: SigningKey.pemLengthMax)
    do {
      return try SigningKey(pem: pem, passphrase: nil)
    } catch .passphraseNeeded {
      return try encryptedKey(pem, path)
    } catch {
      throw unusable(error, path)
    }
  }

  private func encryptedKey(_ pem: [UInt8], _ path: String) throws -> SigningKey {
    do {
      var passphrase = try passphrase(for: path)
      defer { Secret.wipe(&passphrase) }
      return try SigningKey(pem: pem, passphrase: passphrase)
    } catch let error as SigningError {
      throw unusable(error, path)
    }
  }

  private func unusable(_ error: SigningError, _ path: String) -> Failure {
    Failure(
      error == .noTerminal ? .usage : .malformed,
      words("key.unusable", ["path": Plain.safe(path), "why": describe(error)]),
      hint: error == .noTerminal ? words("key.no_terminal.hint") : nil)
  }

  /// The passphrase from the file's first line, or from the terminal.
  func passphrase(for path: String, confirm: Bool = false) throws -> [UInt8] {
    if let passphraseFile {
      let bytes = try files.read(passphraseFile, atMost: 4_096)
      return Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D })
    }
    return try PassphrasePrompt.read(
      words("key.prompt", ["path": Plain.safe(path)]), confirm: confirm)
  }

  /// A signing error in words.
  func describe(_ error: SigningError) -> String {
    switch error {
    case .notPEM: words("key.not_pem")
    case .notAPrivateKey(let label): words("key.not_private", ["label": Plain.safe(label)])
    case .severalPEMBlocks: words("key.several")
    case .malformedPrivateKey: words("key.malformed")
    case .keyFileTooLong(let bytes): words("key.too_long", ["bytes": "\(bytes)"])
    case .otherAlgorithm(let name): words("key.other_algorithm", ["name": Plain.safe(name)])
    case .passphraseNeeded: words("key.passphrase_needed")
    case .wrongPassphrase: words("key.wrong_passphrase")
    case .emptyPassphrase: words("key.empty_passphrase")
    case .passphraseTooLong: words("key.passphrase_long")
    case .passphrasesDiffer: words("key.passphrases_differ")
    case .noTerminal: words("key.no_terminal")
    case .promptInterrupted: words("key.interrupted")
    case .publicKeyLength, .malformedVerifierKey: words("key.malformed_vkey")
    case .weakPublicKey: words("key.weak")
    case .invalidKeyName(let name): words("key.bad_name", ["name": Plain.safe(name)])
    case .wrongKeyID: words("key.wrong_id")
    case .unknownKeyType: words("key.unknown_type")
    case .libcrypto(let function, _): words("key.libcrypto", ["function": function])
    }
  }
}

extension String {
  /// Without the line ends at its end, as a file of one line has them.
  var trimmedOfLineEnds: String {
    var text = self[...]
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text = text.dropLast()
    }
    return String(text)
  }
}

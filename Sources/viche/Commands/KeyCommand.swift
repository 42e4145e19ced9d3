// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make, show, enrol and revoke keys.",
    subcommands: [New.self, Show.self, Enrol.self, Revoke.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make an Ed25519 key, encrypted with a passphrase.",
      discussion: """
        Writes NAME's private key to FILE.pem, as openssl reads it, and the verifier key that is
        handed around to FILE.vkey. The passphrase comes from a prompt or a file.

        Example:
          viche key new alliance.example.org/m01 --out keys/m01.pem
        """)

    @Argument(help: "The key's name: 1 to 255 of A-Z a-z 0-9 . _ / -; a pseudonym per mandate.")
    var name: String
    @Option(help: "The file of the private key; the verifier key goes beside it.") var out: String
    @Option(help: "A file whose first line is the passphrase.") var passphraseFile: String?
    @Flag(help: "Do not encrypt the key.") var noPassphrase = false
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let (words, files) = (talk.words, Files(words: talk.words))
      let keyring = Keyring(files: files, passphraseFile: passphraseFile)
      do {
        let key = try SigningKey.generate()
        let vkey = try VerifierKey(name: name, publicKey: key.publicKey)
        let passphrase = noPassphrase ? nil : try keyring.passphrase(for: out, confirm: true)
        try files.write(try key.pem(passphrase: passphrase), to: out, isPrivate: true)
        try files.write(Array((vkey.text + "\n").utf8), to: Keyring.vkeyPath(out))
        Terminal.say(
          talk.json ? JSON.object(["vkey": .string(vkey.text)]).canonicalText : vkey.text)
      } catch let error as SigningError {
        let hint = error == .noTerminal ? words("key.no_terminal.hint") : nil
        throw Failure(.usage, keyring.describe(error), hint: hint)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a key's name, id and fingerprint.",
      discussion: """
        FILE is a private key, a verifier key's file, or the verifier key itself.

        Example:
          viche key show keys/m01.vkey
        """)

    @Argument(help: "A key file or a verifier key.") var file: String
    @Option(help: "A file whose first line is the passphrase.") var passphraseFile: String?
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let (words, files) = (talk.words, Files(words: talk.words))
      let keyring = Keyring(files: files, passphraseFile: passphraseFile)
      let vkey = try verifierKey(keyring)
      let openssl = Hex.encode(vkey.publicKey.rawBytes)
      if talk.json {
        let fields: [String: JSON] = [
          "name": .string(vkey.name), "vkey": .string(vkey.text), "public_key": .string(openssl),
        ]
        return Terminal.say(JSON.object(fields).canonicalText)
      }
      Terminal.say(vkey.text)
      Terminal.say(words("key.shown", ["name": vkey.name, "hex": openssl]))
    }

    private func verifierKey(_ keyring: Keyring) throws -> VerifierKey {
      if file.contains("+"), let vkey = try? VerifierKey(parsing: file) { return vkey }
      if file.hasSuffix(".pem") { return try keyring.open(file).vkey }
      return try keyring.verifierKey(atPath: file)
    }
  }

  struct Enrol: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enrol a new key for a member whose key was revoked.",
      discussion: """
        Signed by the new key, the registrar and one more person.

        Example:
          viche key enrol M05 --new keys/m05b.vkey --key keys/m05b.pem --key keys/registrar.pem \\
            --key keys/m02.pem
        """)

    @Argument(help: "The member.") var member: String
    @Option(name: .customLong("new"), help: "The new key's .vkey file.") var vkeyFile: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vkey = try desk.keyring.verifierKey(atPath: vkeyFile)
      try desk.perform(.keyEnrolled, ["key": .string(vkey.text), "party": .string(member)])
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revoke a key from here on.",
      discussion: """
        Signed by the key itself; or, where it is lost, by the registrar and one more person.

        Example:
          viche key revoke alliance.example.org/m05 --reason lost --key keys/registrar.pem \\
            --key keys/m02.pem
        """)

    @Argument(help: "The key's name.") var name: String
    @Option(help: "One of lost, left, compromised.") var reason: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .keyRevoked, ["key": .string(name), "reason": .string(reason)])
    }
  }
}

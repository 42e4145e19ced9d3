// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make, show, enrol, rotate and revoke keys.",
    subcommands: [New.self, Show.self, Enrol.self, Rotate.self, Revoke.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make an Ed25519 key, encrypted with a passphrase.",
      discussion: """
        Writes NAME's private key to FILE.pem, as openssl reads it, and the verifier key
        that is handed around to FILE.vkey. The passphrase comes from a prompt or a
        file.

        A witness's key (--witness) cosigns checkpoints and nothing else; it is no
        member's key.

        Example:
          viche key new alliance.example.org/m01 --out keys/m01.pem
          viche key new press.example.org/witness --witness --out witness.pem
        """)

    @Argument(help: "The key's name: 1 to 255 of A-Z a-z 0-9 . _ / -; a pseudonym per mandate.")
    var name: String
    @Option(help: "The file of the private key; the verifier key goes beside it.") var out: String
    @Option(help: "A file whose first line is the passphrase.") var passphraseFile: String?
    @Flag(help: "Do not encrypt the key.") var noPassphrase = false
    @Flag(help: "A witness's key.") var witness = false
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let (words, files) = (talk.words, Files(words: talk.words))
      let keyring = Keyring(files: files, passphraseFile: passphraseFile)
      do {
        let key = try SigningKey.generate()
        let vkey = try VerifierKey(
          name: name, publicKey: key.publicKey, kind: witness ? .cosignature : .ed25519)
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
      abstract: "Enrol a new key for a member whose key was revoked, or an alternate's.",
      discussion: """
        Signed by the new key, the registrar and one more person. An alternate's key
        (--alternate) votes for the member as well; the member's own key signs for it
        instead of one more person.

        Example:
          viche key enrol M05 --new keys/m05b.vkey --key keys/m05b.pem --key keys/registrar.pem \\
            --key keys/m02.pem
          viche key enrol M05 --alternate --new keys/m05-alt.vkey --key keys/m05-alt.pem \\
            --key keys/m05.pem --key keys/registrar.pem
        """)

    @Argument(help: "The member.") var member: String
    @Option(name: .customLong("new"), help: "The new key's .vkey file.") var vkeyFile: String
    @Flag(help: "A further key that votes for the member.") var alternate = false
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vkey = try desk.keyring.verifierKey(atPath: vkeyFile)
      var fields: [String: JSON] = ["key": .string(vkey.text), "party": .string(member)]
      if alternate { fields["alternate"] = true }
      try desk.perform(.keyEnrolled, fields)
    }
  }

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a new key in the place of an old one, with everything that it is.",
      discussion: """
        Both keys sign: the old one's votes, offices and enrolment go over to the new
        one. Where the old one is lost, revoke it and enrol another.

        Example:
          viche key rotate keys/m05.pem keys/m05-2026.pem
        """)

    @Argument(help: "The private key so far.") var old: String
    @Argument(help: "The new private key.") var new: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let (old, new) = (try desk.keyring.open(old), try desk.keyring.open(new))
      let statement = try desk.statement(
        .keyRotated, ["key": .string(old.vkey.name), "to": .string(new.vkey.text)])
      try desk.finish([try desk.sign(statement, with: [old, new] + desk.authorKeys())])
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revoke a key from here on.",
      discussion: """
        Signed by the key itself; or, where it is lost, by the registrar and one more
        person. What it cast since --from and is not counted yet does not count.

        Example:
          viche key revoke alliance.example.org/m05 --reason lost --from 2025-03-01T18:00:00+02:00 \\
            --key keys/registrar.pem --key keys/m02.pem
        """)

    @Argument(help: "The key's name.") var name: String
    @Option(help: "One of lost, left, compromised.") var reason: String
    @Option(help: "Since when it is not to be trusted (default: now).") var from: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = ["key": .string(name), "reason": .string(reason)]
      fields["from"] = try from.map { .string(try desk.instant($0).text) }
      try desk.perform(.keyRevoked, fields)
    }
  }
}

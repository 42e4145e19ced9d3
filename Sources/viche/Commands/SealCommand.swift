// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Sealing

struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "A teller's part in a sealed vote: make a key for it, and open the seals.",
    discussion: """
      Ballots of a sealed vote are encrypted to all tellers together, so that
      nobody knows the running result while others still vote. When the seals are
      open, everybody can open every ballot, and count, and see who voted how:
      sealing hides the result until the end, not the voters.
      """,
    subcommands: [Keygen.self, Open.self])

  struct Keygen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make an age identity for one vote; prints the recipient that belongs to it.",
      discussion: """
        A new one for every vote: to open the seals is to publish it. Keep a copy
        elsewhere: without it no ballot of the vote can be counted. The file is as
        age-keygen writes it.

        Example:
          viche seal keygen --out v3-m03.age
        """)
    @Option(help: "The file to write; only its owner can read it.") var out: String
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let identity = try Self.identity(talk.words)
      let recipient = identity.recipient.text
      let text = """
        # created: \(System.now.text)
        # public key: \(recipient)
        \(identity.text)

        """
      try Files(words: talk.words).write(Array(text.utf8), to: out, isPrivate: true)
      if talk.json {
        return Terminal.say(
          JSON.object(["file": .string(out), "recipient": .string(recipient)]).canonicalText)
      }
      Terminal.say(recipient)
      Terminal.remark(talk.words("seal.made", ["path": out]))
    }

    private static func identity(_ words: Words) throws -> SealIdentity {
      do { return try SealIdentity() } catch {
        throw Failure(.trouble, words("seal.failed", ["why": "\(error)"]))
      }
    }
  }

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give up your identity when the vote is over, so that everybody can count.",
      discussion: """
        The identity is published in the log, and with those of all tellers opens
        every ballot.

        Example:
          viche seal open V3 --identity v3-m03.age --key keys/m03.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @Option(help: "The age identity file that you made for this vote.") var identity: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      let text = try identityText(desk)
      guard Envelope.recipient(ofIdentity: text) != nil else { throw malformed(desk) }
      try desk.perform(.sealOpened, ["vote": .string(vote.id), "identity": .string(text)])
    }

    /// The one line of the file that is no comment.
    private func identityText(_ desk: Desk) throws -> String {
      let bytes = try desk.files.read(identity, atMost: 65_536)
      let lines = bytes.split(separator: 0x0A).map {
        String(decoding: $0, as: UTF8.self).trimmedOfLineEnds
      }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
      guard lines.count == 1 else { throw malformed(desk) }
      return lines[0]
    }

    private func malformed(_ desk: Desk) -> Failure {
      Failure(
        .malformed, desk.words("seal.bad_identity", ["path": identity]),
        hint: desk.words("seal.bad_identity.hint"))
    }
  }
}

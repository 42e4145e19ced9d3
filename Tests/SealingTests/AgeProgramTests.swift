// SPDX-License-Identifier: Apache-2.0
import Sealing
import TestSupport
import Testing

/// The program of the format's authors opens what we seal, and we open what it seals.
@Suite("The age program")
struct AgeProgramTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  /// A new identity of `age-keygen`'s in a file of this name, and its text.
  func keygen(_ name: String) throws -> String {
    try folder.run("age-keygen -o \(name) 2> /dev/null; grep AGE-SECRET \(name)")
  }

  /// Lengths around the chunk of 64 KiB, where the last chunk is short, full or alone.
  static let lengths = [0, 1, 700, 65_535, 65_536, 65_537, 131_072, 200_000]

  static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 8) }
  }

  @Test(arguments: lengths)
  func opensWhatWeSeal(count: Int) throws {
    _ = try keygen("key")
    let recipient = try SealRecipient(parsing: folder.run("age-keygen -y key"))
    try folder.write(AgeFile.seal(Self.bytes(count), to: [recipient]), to: "sealed")
    try folder.run("age -d -i key sealed > plain")
    #expect(try folder.read("plain") == Self.bytes(count))
  }

  @Test(arguments: lengths)
  func isOpenedByUs(count: Int) throws {
    let identity = try SealIdentity(parsing: keygen("key"))
    try folder.write(Self.bytes(count), to: "plain")
    try folder.run("age -r \(identity.recipient.text) -o sealed plain")
    #expect(try AgeFile.open(folder.read("sealed"), with: identity) == Self.bytes(count))
  }

  @Test func eachOfSeveralRecipientsOpensAlone() throws {
    let texts = try ["1", "2", "3"].map { try keygen($0) }
    let recipients = try texts.map { try SealIdentity(parsing: $0).recipient }
    try folder.write("так", to: "plain")
    try folder.run(
      "age \(recipients.map { "-r " + $0.text }.joined(separator: " ")) -o theirs plain")
    try folder.write(AgeFile.seal(Array("так".utf8), to: recipients), to: "ours")
    for (name, text) in zip(["1", "2", "3"], texts) {
      let identity = try SealIdentity(parsing: text)
      #expect(try AgeFile.open(folder.read("theirs"), with: identity) == Array("так".utf8))
      #expect(try folder.run("age -d -i \(name) ours") == "так")
    }
  }

  @Test func opensAnEnvelopeOneKeyAfterTheOther() throws {
    let texts = try ["1", "2"].map { try keygen($0) }
    let recipients = try texts.map { try SealIdentity(parsing: $0).recipient }
    let envelope = try Envelope.seal(Array("ballot".utf8), for: recipients)
    try folder.write(envelope, to: "envelope")
    #expect(try folder.run("age -d -i 1 envelope | age -d -i 2") == "ballot")
    #expect(throws: ScratchFolder.Failure.self) { try folder.run("age -d -i 2 envelope") }
    try folder.write("ballot", to: "plain")
    try folder.run("age -r \(recipients[1].text) plain | age -r \(recipients[0].text) > theirs")
    #expect(try Envelope.open(folder.read("theirs"), with: texts) == Array("ballot".utf8))
  }

  @Test func derivesTheSameRecipientFromAnIdentity() throws {
    for _ in 0..<10 {
      let text = try keygen("key")
      let identity = try SealIdentity(parsing: text)
      let recipient = try folder.run("age-keygen -y key; rm key")
      #expect(identity.text == text)
      #expect(identity.recipient.text == recipient)
      #expect(Envelope.recipient(ofIdentity: text) == recipient)
    }
  }

  @Test func readsOurFreshIdentities() throws {
    let identity = try SealIdentity()
    try folder.write(identity.text + "\n", to: "key")
    #expect(try folder.run("age-keygen -y key") == identity.recipient.text)
  }

  @Test func armourIsAnotherFormat() throws {
    let identity = try SealIdentity()
    try folder.write("x", to: "plain")
    try folder.run("age -a -r \(identity.recipient.text) -o sealed plain")
    let sealed = try folder.read("sealed")
    #expect(throws: SealingError.otherFormat) { _ = try AgeFile.open(sealed, with: identity) }
  }
}

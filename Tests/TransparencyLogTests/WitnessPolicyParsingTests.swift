// SPDX-License-Identifier: Apache-2.0
import Signing
import Testing
import TransparencyLog

/// c2sp.org/tlog-policy, "Policy file syntax and structure", rule by rule.
struct WitnessPolicyParsingTests {
  typealias Fault = MalformedPolicy.Fault

  // Of the seeds 0x01…, 0x02… and 0x03…, made with `openssl pkey` and the key ID's formula.
  static let log =
    "alliance.example.org/ledger+cb2542d4+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
  static let press = "w1.example.org+1770c6f6+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU"
  static let donor = "w2.example.net+b7bf38bf+BO1JKMYo0cLG6ukDOJBZlWEpWSc6XGP5NjbBRhSshzfR"

  static func parse(_ text: String) throws -> WitnessPolicy {
    try WitnessPolicy(parsing: Array(text.utf8))
  }

  @Test func thePolicyOfTheDocumentationIsRead() throws {
    let policy = try Self.parse(
      """
      log \(Self.log)

      witness press \(Self.press)
      witness donor \(Self.donor)
      group outside 1 press donor
      quorum outside

      """)
    #expect(policy.logs.map(\.key.text) == [Self.log])
    #expect(policy.witnesses.map(\.label) == ["press", "donor"])
    #expect(policy.witnesses.map(\.key.text) == [Self.press, Self.donor])
    #expect(policy.groups.map(\.threshold) == [1])
    #expect(policy.groups.map(\.members) == [[.witness(0), .witness(1)]])
    #expect(policy.quorum == .group(0))
  }

  @Test func whiteSpaceCommentsUrlsAndOtherOctetsAreRead() throws {
    let policy = try WitnessPolicy(
      parsing: Array("\t # of 2026 \u{E9}\n \t \n  log\t\(Self.log) \t https://a.example/ \n".utf8)
        + Array("witness ".utf8) + [0xE9] + Array(" \(Self.press) http://w.example/x\n".utf8)
        + Array("quorum ".utf8) + [0xE9, 0x0A])
    #expect(policy.logs[0].url == "https://a.example/")
    #expect(policy.witnesses[0].url == "http://w.example/x")
    #expect(policy.witnesses[0].name == [0xE9])
    #expect(policy.quorum == .witness(0))
  }

  @Test func onlyTheQuorumIsMandatory() throws {
    let policy = try Self.parse("quorum none\n")
    #expect(policy.logs.isEmpty && policy.witnesses.isEmpty && policy.quorum == nil)
  }

  /// The specification's own example: "K" is not the Kelvin sign, which Unicode calls the same.
  @Test func namesAreOctets() throws {
    let policy = try Self.parse(
      "witness K \(Self.press)\nwitness \u{212A} \(Self.donor)\nquorum \u{212A}\n")
    #expect(policy.quorum == .witness(1))
  }

  /// A quorum is no group: its witness may be a member of one, and lines may follow it.
  @Test func theQuorumMayNameAGroupedWitnessAndStandFirst() throws {
    let policy = try Self.parse(
      "witness a \(Self.press)\ngroup g any a\nquorum a\nlog \(Self.log)\n")
    #expect(policy.quorum == .witness(0))
    #expect(policy.logs.count == 1)
  }

  @Test func thirtyTwoOfEverythingAreReadAndFarMoreAreNot() throws {
    var lines: [String] = []
    for number in 0..<32 {
      let key = try SigningKey.generate().publicKey
      let witness = try VerifierKey(name: "w\(number)", publicKey: key, kind: .cosignature)
      lines.append("log \(try VerifierKey(name: "l\(number)", publicKey: key).text)")
      lines.append("witness w\(number) \(witness.text)")
      lines.append("group g\(number) all w\(number)" + (number == 0 ? "" : " g\(number - 1)"))
    }
    let policy = try Self.parse(lines.joined(separator: "\n") + "\nquorum g31\n")
    #expect(policy.logs.count == 32 && policy.witnesses.count == 32 && policy.groups.count == 32)
    let long = [UInt8](repeating: 0x0A, count: WitnessPolicy.bytesMax + 1)
    #expect(throws: MalformedPolicy(line: 1, .tooLong(1_048_577))) {
      try WitnessPolicy(parsing: long)
    }
    var chain = "witness w \(Self.press)\ngroup g0 1 w\n"
    for number in 1...1024 { chain += "group g\(number) 1 g\(number - 1)\n" }
    #expect(throws: MalformedPolicy(line: 1026, .tooManyLines(.group))) { try Self.parse(chain) }
  }

  static func name(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Each file has one fault; the line and the fault follow from the specification.
  static let faults: [(String, Int, Fault)] = [
    ("", 0, .noQuorum),
    ("log \(log)\n", 1, .noQuorum),
    ("quorum none", 1, .unfinishedLine),
    ("quorum none\nquorum none\n", 2, .repeatedQuorum(line: 1)),
    ("quorum none\r\n", 1, .forbiddenByte(0x0D)),
    ("# \u{1B}[2J\nquorum none\n", 1, .forbiddenByte(0x1B)),
    ("# \u{7F}\nquorum none\n", 1, .forbiddenByte(0x7F)),
    ("quorum\n", 1, .wrongItems(.quorum)),
    ("quorum none # all\n", 1, .wrongItems(.quorum)),
    ("Quorum none\n", 1, .unknownKeyword(name("Quorum"))),
    ("\u{A0}quorum none\n", 1, .unknownKeyword(name("\u{A0}quorum"))),
    ("quorum a\nwitness a \(press)\n", 1, .undefinedName(name("a"))),
    ("log\n", 1, .wrongItems(.log)),
    ("log \(log) https://a b\n", 1, .wrongItems(.log)),
    ("log \(press)\n", 1, .wrongKindOfKey(.log)),
    ("log \(log)\nlog \(log)\n", 2, .repeatedKey(line: 1)),
    ("log x\n", 1, .badKey(.malformedVerifierKey)),
    ("witness a\n", 1, .wrongItems(.witness)),
    ("witness a \(press) u v\n", 1, .wrongItems(.witness)),
    ("witness a \(log)\n", 1, .wrongKindOfKey(.witness)),
    ("witness none \(press)\n", 1, .reservedName),
    ("witness a \(press)\nwitness b \(press)\n", 2, .repeatedKey(line: 1)),
    ("witness a \(press)\nwitness a \(donor)\n", 2, .repeatedName(name("a"), line: 1)),
    ("witness a \(press)\ngroup a 1 a\n", 2, .repeatedName(name("a"), line: 1)),
    ("witness a \(press)\ngroup g 1\n", 2, .wrongItems(.group)),
    ("witness a \(press)\ngroup g 0 a\n", 2, .badThreshold(name("0"), members: 1)),
    ("witness a \(press)\ngroup g 2 a\n", 2, .badThreshold(name("2"), members: 1)),
    ("witness a \(press)\ngroup g 01 a\n", 2, .badThreshold(name("01"), members: 1)),
    ("witness a \(press)\ngroup g Any a\n", 2, .badThreshold(name("Any"), members: 1)),
    ("witness a \(press)\ngroup g 1 a a\n", 2, .repeatedMember(name("a"), line: 2)),
    ("witness a \(press)\ngroup g 1 a\ngroup h 1 a\n", 3, .repeatedMember(name("a"), line: 2)),
    ("witness a \(press)\ngroup g 1 a g\n", 2, .undefinedName(name("g"))),
    ("witness a \(press)\ngroup g 1 a none\n", 2, .reservedName),
    ("witness a \(press)\ngroup none 1 a\n", 2, .reservedName),
  ]

  @Test(arguments: faults)
  func aFaultIsToldWithItsLine(text: String, line: Int, fault: Fault) {
    #expect(throws: MalformedPolicy(line: line, fault)) { try Self.parse(text) }
  }

  /// A log's key under another name is the same key: it "wraps the same underlying public key".
  @Test func aKeyUnderAnotherNameIsRepeated() throws {
    let key = try SigningKey.generate().publicKey
    let one = try VerifierKey(name: "one", publicKey: key, kind: .cosignature).text
    let two = try VerifierKey(name: "two", publicKey: key, kind: .cosignature).text
    #expect(throws: MalformedPolicy(line: 2, .repeatedKey(line: 1))) {
      try Self.parse("witness a \(one)\nwitness b \(two)\nquorum none\n")
    }
  }
}

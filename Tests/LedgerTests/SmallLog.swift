// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Ledger
import Signing
import SystemPackage
import TestSupport

/// A small log with real keys in a folder of its own, which goes when the test does.
final class SmallLog {
  static let origin = "alliance.example.org/ledger"

  private let scratch: ScratchFolder

  var folder: FilePath { FilePath(scratch.path) }
  var path: FilePath { folder.appending("ledger.viche") }
  var headPath: FilePath { folder.appending("operator.pem.head") }

  /// A folder with a log of a founding and then so many commits of one statement each.
  init(commits: Int) throws {
    scratch = try ScratchFolder()
    var writer = try found()
    for number in 1..<(commits + 1) { try Self.commit([number], to: &writer) }
  }

  /// An empty folder.
  init() throws {
    scratch = try ScratchFolder()
  }

  /// Runs a line of the shell in the folder.
  func run(_ line: String) throws { try scratch.run(line) }

  func found() throws -> LogWriter {
    try LogWriter.create(
      path, signedHead: headPath, founding: Self.founding(), received: Self.time(0),
      operatorKey: Self.operatorKey())
  }

  func open(adoptHead: Bool = false) throws -> LogWriter {
    try LogWriter.open(
      path, signedHead: headPath, operatorKey: Self.operatorKey(), adoptHead: adoptHead)
  }

  func read() throws -> VerifiedLog { try Log.read(path) }

  var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(filePath: path.string))) }
  }

  func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path.string))
  }

  @discardableResult
  static func commit(_ numbers: [Int], to writer: inout LogWriter) throws -> Receipt {
    try writer.commit(
      numbers.map { try statement($0) }, received: time(numbers[0]), operatorKey: operatorKey())
  }

  // What is said, and by whom: the same bytes each time.

  static func operatorKey() throws -> SigningKey { try key(100) }
  static func key(_ number: UInt8) throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: number, count: 32))
  }
  static func keyName(_ member: Int) -> String { "alliance.example.org/m0\(member)" }
  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
  static func time(_ number: Int) -> Instant { Instant(seconds: 1_730_000_000 + number) }

  static func vkey(_ name: String, _ number: UInt8) throws -> String {
    try VerifierKey(name: name, publicKey: key(number).publicKey).text
  }

  /// Statutes of almost nothing: a registrar, an assembly, one rule and one kind of tie.
  static let statutes: JSON = [
    "policy": "small", "version": "1", "title": ["en": "Small"],
    "language": ["authoritative": "en"], "timezone": "UTC",
    "parameters": [:], "attributes": [:], "define": [:], "relations": ["partner": [:]],
    "roles": ["registrar": ["held_by": "office", "named_by": "majority"]],
    "rolls": ["members": ["where": "status == member"]],
    "bodies": ["assembly": ["roll": "members"]],
    "seats": [:],
    "windows": ["vote_7d": ["open": "P7D", "days": "calendar"]],
    "rules": [
      "majority": [
        "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
        "pass": "yes > 1/2 of cast", "window": "vote_7d",
      ]
    ],
    "selections": [:], "procedures": [:], "matters": [:], "mandates": [:], "disclosure": [:],
    "amend": [
      "matter_rule": "majority", "text_frozen": "P7D", "effective_after": "P7D",
      "running_procedures": "keep_old",
    ],
  ]

  /// A founding by three members, the first of whom keeps the office of registrar.
  static func founding() throws -> SignedStatement {
    let founders: [JSON] = try (1...3).map { member in
      [
        "party": .string("p\(member)"), "name": ["en": .string("Party \(member)")], "facts": [:],
        "relations": [:], "key": .string(try vkey(keyName(member), UInt8(member))),
      ]
    }
    let statement = try Statement(
      .ledgerFounded, ledger: origin, id: id(0),
      [
        "name": ["en": "Alliance", "uk": "Альянс"], "rehearsal": true, "statutes": Self.statutes,
        "calendar": [
          "timezone": "UTC", "offsets": [["from": "1970-01-01T00:00:00Z", "minutes": 0]],
          "weekend": [6, 7], "holidays": [], "until": "2050-01-01T00:00:00Z",
        ],
        "log_key": .string(try vkey(origin, 100)), "founders": .array(founders),
        "offices": [
          ["role": "registrar", "key": .string(try vkey(keyName(1), 1)), "party": "p1"]
        ],
        "seats": [],
      ])
    return try signed(statement, by: 1...3)
  }

  /// A tie that the first member declares.
  static func statement(_ number: Int) throws -> SignedStatement {
    try signed(
      Statement(
        .relationDeclared, ledger: origin, id: id(number),
        ["kind": "partner", "from": "p1", "to": .string("p\(2 + number % 2)")]),
      by: 1...1)
  }

  static func signed(
    _ statement: Statement, by members: ClosedRange<Int>
  ) throws -> SignedStatement {
    let first = members.lowerBound
    var signed = try SignedStatement(
      signing: statement.bytes, as: keyName(first), with: key(UInt8(first)))
    for member in members.dropFirst() {
      signed = try signed.adding(signatureAs: keyName(member), with: key(UInt8(member)))
    }
    return signed
  }
}

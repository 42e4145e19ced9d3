// SPDX-License-Identifier: Apache-2.0
import Signing

extension WitnessPolicy {
  /// Parses a policy that fills `bytes` exactly.
  public init(parsing bytes: [UInt8]) throws(MalformedPolicy) {
    guard bytes.count <= Self.bytesMax else {
      throw MalformedPolicy(line: 1, .tooLong(bytes.count))
    }
    var lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    // What follows the last line feed is no line; a name that lost its end may be another's.
    guard lines.removeLast().isEmpty else {
      throw MalformedPolicy(line: lines.count + 1, .unfinishedLine)
    }
    var reader = PolicyReader()
    for (index, line) in lines.enumerated() {
      do { try reader.read(line, number: index + 1) } catch {
        throw MalformedPolicy(line: index + 1, error)
      }
    }
    guard let quorum = reader.quorum else { throw MalformedPolicy(line: lines.count, .noQuorum) }
    self.init(
      logs: reader.logs, witnesses: reader.witnesses, groups: reader.groups, quorum: quorum.member)
  }
}

/// What the lines read so far have defined.
private struct PolicyReader {
  typealias Fault = MalformedPolicy.Fault
  typealias Keyword = MalformedPolicy.Keyword

  var logs: [WitnessPolicy.Log] = []
  var witnesses: [WitnessPolicy.Witness] = []
  var groups: [WitnessPolicy.Group] = []
  var quorum: (member: WitnessPolicy.Member?, line: Int)?

  /// The number of the line that is read.
  private var line = 0
  private var defined: [[UInt8]: (member: WitnessPolicy.Member, line: Int)] = [:]
  private var grouped: [[UInt8]: Int] = [:]
  // Two lists: a log's key among the witnesses is nobody's key twice in the sense of the format.
  private var logKeys: [PublicKey: Int] = [:]
  private var witnessKeys: [PublicKey: Int] = [:]

  private static let none = Array("none".utf8)

  mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) throws(Fault) {
    line = number
    if let byte = bytes.first(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
      throw .forbiddenByte(byte)
    }
    let items = bytes.split { $0 == .space || $0 == 0x09 }.map { Array($0) }
    guard let first = items.first, first.first != UInt8(ascii: "#") else { return }
    guard let keyword = Keyword(rawValue: String(decoding: first, as: UTF8.self)) else {
      throw .unknownKeyword(first)
    }
    let rest = Array(items.dropFirst())
    switch keyword {
    case .log: try log(rest)
    case .witness: try witness(rest)
    case .group: try group(rest)
    case .quorum: try quorum(rest)
    }
  }

  private mutating func log(_ items: [[UInt8]]) throws(Fault) {
    guard (1...2).contains(items.count) else { throw .wrongItems(.log) }
    guard logs.count < WitnessPolicy.linesMax else { throw .tooManyLines(.log) }
    let key = try key(items[0], .ed25519, for: .log)
    if let before = logKeys.updateValue(line, forKey: key.publicKey) {
      throw .repeatedKey(line: before)
    }
    logs.append(WitnessPolicy.Log(key: key, url: url(items.dropFirst())))
  }

  private mutating func witness(_ items: [[UInt8]]) throws(Fault) {
    guard (2...3).contains(items.count) else { throw .wrongItems(.witness) }
    guard witnesses.count < WitnessPolicy.linesMax else { throw .tooManyLines(.witness) }
    try define(items[0], .witness(witnesses.count))
    let key = try key(items[1], .cosignature, for: .witness)
    if let before = witnessKeys.updateValue(line, forKey: key.publicKey) {
      throw .repeatedKey(line: before)
    }
    witnesses.append(
      WitnessPolicy.Witness(name: items[0], key: key, url: url(items.dropFirst(2))))
  }

  private mutating func group(_ items: [[UInt8]]) throws(Fault) {
    guard items.count >= 3 else { throw .wrongItems(.group) }
    guard groups.count < WitnessPolicy.linesMax else { throw .tooManyLines(.group) }
    let names = items.dropFirst(2)
    // The members first: a group that names itself names what is not defined.
    var members: [WitnessPolicy.Member] = []
    for name in names { members.append(try member(name)) }
    try define(items[0], .group(groups.count))
    guard let threshold = Self.threshold(items[1], of: members.count) else {
      throw .badThreshold(items[1], members: members.count)
    }
    groups.append(
      WitnessPolicy.Group(name: items[0], threshold: threshold, members: members))
  }

  private mutating func quorum(_ items: [[UInt8]]) throws(Fault) {
    guard items.count == 1 else { throw .wrongItems(.quorum) }
    if let quorum { throw .repeatedQuorum(line: quorum.line) }
    quorum = (items[0] == Self.none ? nil : try lookUp(items[0]), line)
  }

  /// Looks up a name that no group has as its member yet.
  private mutating func member(_ name: [UInt8]) throws(Fault) -> WitnessPolicy.Member {
    guard name != Self.none else { throw .reservedName }
    let member = try lookUp(name)
    if let before = grouped.updateValue(line, forKey: name) {
      throw .repeatedMember(name, line: before)
    }
    return member
  }

  private func lookUp(_ name: [UInt8]) throws(Fault) -> WitnessPolicy.Member {
    guard let known = defined[name] else { throw .undefinedName(name) }
    return known.member
  }

  private mutating func define(_ name: [UInt8], _ member: WitnessPolicy.Member) throws(Fault) {
    guard name != Self.none else { throw .reservedName }
    if let before = defined.updateValue((member, line), forKey: name) {
      throw .repeatedName(name, line: before.line)
    }
  }

  private func key(
    _ item: [UInt8], _ kind: VerifierKey.Kind, for keyword: Keyword
  ) throws(Fault) -> VerifierKey {
    let key: VerifierKey
    do { key = try VerifierKey(parsing: String(decoding: item, as: UTF8.self)) } catch {
      throw .badKey(error)
    }
    guard key.kind == kind else { throw .wrongKindOfKey(keyword) }
    return key
  }

  private func url(_ items: ArraySlice<[UInt8]>) -> String? {
    items.first.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func threshold(_ item: [UInt8], of count: Int) -> Int? {
    if item == Array("any".utf8) { return 1 }
    if item == Array("all".utf8) { return count }
    guard let number = Decimal.decode(item[...]), (1...count).contains(number) else { return nil }
    return number
  }
}

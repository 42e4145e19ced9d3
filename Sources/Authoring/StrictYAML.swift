// SPDX-License-Identifier: Apache-2.0

public import Governance
import Yams

/// Reads the YAML that people write statutes in: text, lists and objects, nothing else.
///
/// Every scalar is the text that was written: `no`, `1.0` and `2024-01-01` stay text, and only the
/// schema gives them a type. Anchors, aliases, tags, merge keys, several documents, doubled keys,
/// keys that are not text and empty values are refused with their line and column.
public enum StrictYAML {
  /// No more bytes than this are looked at: 1 MiB.
  public static let sizeMax = 1_048_576

  /// Reads one document: UTF-8 in Normalization Form C, LF or CR LF, no byte order mark.
  public static func read(_ bytes: [UInt8]) throws(MalformedYAML) -> JSON {
    let text = try text(bytes)
    try refuseOddLineBreaks(text)
    try refuseManyAliases(bytes)
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw malformed(error)
    }
    guard let root else { throw .empty }
    // Nodes hold their anchors weakly; the parser holds the anchors.
    defer { withExtendedLifetime(parser) {} }
    return try TreeReader(text).tree(root, depth: 0)
  }

  private static func text(_ bytes: [UInt8]) throws(MalformedYAML) -> String {
    guard bytes.count <= sizeMax else { throw .tooLarge(bytes: bytes.count, max: sizeMax) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw .byteOrderMark }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).firstIndex {
        String(validating: $0, as: UTF8.self) == nil
      }
      throw .notUTF8(line: (line ?? 0) + 1)
    }
    guard Text.isNFC(bytes) else { throw notNFC(bytes) }
    return text
  }

  /// The first place where the text and its normal form part.
  private static func notNFC(_ bytes: [UInt8]) -> MalformedYAML {
    let normal = Array(Text.nfc(String(decoding: bytes, as: UTF8.self)).utf8)
    let same = zip(bytes, normal).prefix { $0 == $1 }.count
    let before = bytes[..<same]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 }
    return .notNFC(line: before.count { $0 == 0x0A } + 1, column: column + 1)
  }

  /// Only LF and CR LF end a line, so that every reader counts the same lines.
  ///
  /// libyaml also takes a lone CR, NEL, LS and PS for line ends.
  private static func refuseOddLineBreaks(_ text: String) throws(MalformedYAML) {
    var (line, column, afterCR) = (1, 0, false)
    for scalar in text.unicodeScalars {
      let isOdd = scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
      if isOdd || (afterCR && scalar != "\n") {
        throw .oddLineBreak(line: line, column: column + (isOdd ? 1 : 0))
      }
      afterCR = scalar == "\r"
      (line, column) = scalar == "\n" ? (line + 1, 0) : (line, column + 1)
    }
    if afterCR { throw .oddLineBreak(line: line, column: column) }
  }

  /// Refuses, before anything is composed, what could make composing slow.
  ///
  /// Yams hashes a mapping's keys, and a key that is an alias of aliases of aliases doubles with
  /// each step. It takes many aliases: `*` before a word. A few may be text and are judged later.
  private static func refuseManyAliases(_ bytes: [UInt8]) throws(MalformedYAML) {
    var found: [Int] = []
    for (index, byte) in bytes.enumerated().dropLast() where byte == UInt8(ascii: "*") {
      let startsWord = index == 0 || !isWordByte(bytes[index - 1])
      if startsWord, isWordByte(bytes[index + 1]) { found.append(index) }
    }
    guard found.count > aliasesLookedAtMax else { return }
    let lines = bytes[..<found[0]].split(separator: 0x0A, omittingEmptySubsequences: false)
    let column = (lines.last ?? []).count { $0 & 0xC0 != 0x80 }
    throw .alias(line: lines.count, column: column + 1)
  }

  /// With no more than these, a key can grow a few dozen times at most.
  private static let aliasesLookedAtMax = 8

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    case _: false
    }
  }

  private static func malformed(_ error: any Error) -> MalformedYAML {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _):
      return .syntax(problem, line: mark.line, column: mark.column)
    case YamlError.composer(_, let problem, let mark, _):
      if problem.hasPrefix("but found another document") {
        return .severalDocuments(line: mark.line, column: mark.column)
      }
      if problem.hasPrefix("found undefined alias") {
        return .alias(line: mark.line, column: mark.column)
      }
      return .syntax(problem, line: mark.line, column: mark.column)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      return .duplicateKey(
        keys.first ?? "", line: context.mark.line, column: context.mark.column)
    case YamlError.reader(let problem, _, _, _):
      return .syntax(problem, line: 1, column: 1)
    case _:
      return .syntax("\(error)", line: 1, column: 1)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

/// A title in the languages of the statutes.
struct TitleOptions: ParsableArguments {
  @Option(help: "The title in Ukrainian.") var titleUk: String?
  @Option(help: "The title in English.") var titleEn: String?
  @Option(
    name: .customLong("title"), help: "The title in another language: crh=TEXT; may be repeated.")
  var others: [String] = []

  /// The title by language, as statements carry it.
  func titles(_ desk: Desk) throws -> JSON {
    let given = [("uk", titleUk), ("en", titleEn)].compactMap { language, text in
      text.map { "\(language)=\($0)" }
    }
    let titles = try desk.tagged(given + others, option: "--title", shape: "uk=TEXT") { $1 }
    guard !titles.isEmpty else { throw Failure(.usage, desk.words("proposal.no_title")) }
    return .object(titles.mapValues { .string(Text.clean($0)) })
  }
}

/// A document in the languages of the statutes, of which statements carry the digests.
struct DocumentOptions: ParsableArguments {
  @Option(
    name: .customLong("text"),
    help: "A text by its language: uk=FILE; FILE alone is the text of record. May be repeated.")
  var texts: [String] = []

  /// SHA-256 by language.
  func digests(_ desk: Desk) throws -> JSON {
    let record = desk.assembly.statutes?.authoritativeLanguage ?? "uk"
    let named = texts.map { Self.hasLanguage($0) ? $0 : "\(record)=\($0)" }
    let digests = try desk.digests(named, option: "--text", shape: "uk=FILE")
    guard digests.object?.isEmpty == false else {
      throw Failure(.usage, desk.words("proposal.no_text"))
    }
    return digests
  }

  /// Whether it begins with a language as BCP 47 writes it, two or three small letters, and `=`.
  private static func hasLanguage(_ text: String) -> Bool {
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let tag = text.utf8[..<end]
    return (2...3).contains(tag.count)
      && tag.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}

extension Desk {
  /// SHA-256 of files by the names they are given: `budget=FILE`.
  func digests(_ named: [String], option: String, shape: String) throws -> JSON {
    .object(
      try tagged(named, option: option, shape: shape) { _, path in .string(try digest(of: path)) })
  }

  /// SHA-256 of a file, lower-case hex.
  func digest(of path: String) throws -> String { Hex.encode(Hash.sha256(try files.read(path))) }

  /// What people give as `name=value`, each name once.
  func tagged<Value>(
    _ texts: [String], option: String, shape: String,
    _ value: (_ name: String, _ text: String) throws -> Value
  ) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Failure(
          .usage, words("option.shape", ["option": option, "shape": shape, "text": text]))
      }
      guard values[parts[0]] == nil else {
        throw Failure(.usage, words("option.twice", ["option": option, "name": parts[0]]))
      }
      values[parts[0]] = try value(parts[0], parts[1])
    }
    return values
  }
}

extension Desk {
  /// The digest of new statutes, which a change of the statutes names and nothing else does.
  func statutes(_ path: String?, matter: String) throws -> JSON? {
    let isChange = matter == Assembly.statutesMatter
    guard isChange == (path != nil) else {
      let key = isChange ? "statutes.needed" : "statutes.not_asked"
      throw Failure(.usage, words(key, ["matter": matter]), hint: words("\(key).hint"))
    }
    return try path.map { .string(try digest(ofStatutes: $0)) }
  }

  /// SHA-256 of statutes as the log will carry them, once they have no fault.
  private func digest(ofStatutes path: String) throws -> String {
    let new = try Sources(files: files).statutes(path)
    if let inForce = assembly.statutes, new.version != inForce.version + 1 {
      Terminal.remark(
        words(
          "proposal.version", ["found": "\(new.version)", "expected": "\(inForce.version + 1)"]))
    }
    return Hex.encode(Hash.sha256(new.tree.canonicalBytes))
  }
}

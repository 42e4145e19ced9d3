// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What the targets may know of each other, and what their sources may not contain.
@Suite("The house")
struct ArchitectureTests {
  /// Every arrow that there may be; a target that is not here needs a line, and a reason, first.
  static let arrows: [String: Set<String>] = [
    "COpenSSL": [],
    "CQREncode": [],
    "CPNG": [],
    "Signing": ["COpenSSL"],
    "Sealing": ["COpenSSL", "Signing"],
    "QRCode": ["CQREncode", "CPNG"],
    "TransparencyLog": ["Signing"],
    "Counting": [],
    "Governance": ["Counting"],
    "Authoring": ["Counting", "Governance", "Yams"],
    "Ledger": ["Governance", "TransparencyLog", "Signing", "Sealing", "SystemPackage"],
    "Register": ["Counting", "Governance", "Ledger"],
    "Serving": ["NIOCore", "NIOHTTP1", "NIOPosix"],
    "viche": [
      "Signing", "TransparencyLog", "Counting", "Governance", "Authoring", "Ledger", "Register",
      "Sealing", "Serving", "QRCode",
      "ArgumentParser", "SystemPackage",
    ],
    // Of the tests alone, though the manifest calls it no test.
    "TestSupport": [],
  ]

  /// What comes with the system and may be imported where it is listed: nothing of it is Foundation.
  static let systemModules: [String: Set<String>] = [
    "Governance": ["Swift"],
    "Ledger": ["Dispatch", "Glibc", "Synchronization"],
    "Serving": ["Synchronization"],
    "QRCode": ["Glibc"],
    "Signing": ["Glibc"],
    "viche": ["Dispatch", "Glibc", "Synchronization"],
  ]

  /// The one file that speaks to a network, by the system's own client.
  static let networkFile = "viche/Commands/WebClient.swift"

  /// The one file that writes a state down, by Foundation's coder.
  static let coderFile = "Ledger/Memory/StateCoder.swift"

  @Test func targetsDependOnlyOnWhatTheyMay() throws {
    let found = try Package.read().dependencies
    #expect(Set(found.keys) == Set(Self.arrows.keys))
    for (target, dependencies) in found {
      let more = dependencies.subtracting(Self.arrows[target] ?? [])
      #expect(more.isEmpty, "\(target) may not depend on \(more.sorted())")
    }
  }

  /// Another target's module can be imported without being declared, where it happens to be built.
  @Test func sourcesImportOnlyWhatTheirTargetMay() {
    for source in Source.all where ![Self.networkFile, Self.coderFile].contains(source.path) {
      let allowed = (Self.arrows[source.target] ?? [])
        .union(Self.systemModules[source.target] ?? [])
      let more = source.imports.subtracting(allowed)
      #expect(more.isEmpty, "\(source.path) may not import \(more.sorted())")
    }
  }

  @Test func foundationStaysOutside() {
    for source in Source.all where ![Self.networkFile, Self.coderFile].contains(source.path) {
      let foundation = source.imports.filter { $0.hasPrefix("Foundation") }
      #expect(foundation.isEmpty, "\(source.path) imports \(foundation)")
    }
  }

  /// C is called from a few files only, and they are named here.
  @Test func unsafeCodeStandsWhereItIsExpected() {
    let expected: Set = [
      "Ledger/SystemCalls.swift", "QRCode/QRCode+PNG.swift", "QRCode/Symbol.swift",
      "Sealing/ChaCha20Poly1305.swift", "Sealing/KeyDerivation.swift", "Sealing/X25519Key.swift",
      "viche/Desk/Files.swift", "viche/Desk/System.swift",
    ]
    for source in Source.all where source.target != "Signing" && !expected.contains(source.path) {
      let lines = source.lines(matching: #"\b@?unsafe\b|@safe\b|nonisolated\(unsafe\)"#)
      #expect(lines.isEmpty, "\(source.path): \(lines)")
    }
  }

  /// The same entries give the same state everywhere and always.
  @Test(arguments: ["Governance", "Counting"])
  func rulesKnowNoClockAndNoChance(_ target: String) {
    let pattern =
      #"\b(random|shuffle|shuffled|randomElement|SystemRandomNumberGenerator)\b"#
      + #"|\b(Date|UUID|ProcessInfo|ContinuousClock|SuspendingClock)\b|\b(Double|Float)\b"#
    for source in Source.all where source.target == target {
      let lines = source.lines(matching: pattern)
      #expect(lines.isEmpty, "\(source.path): \(lines)")
    }
  }

  @Test func everyFileNamesItsLicence() {
    let tests = Source.read("Tests")
    let headless = (Source.all + tests)
      .filter { $0.lines.first != "// SPDX-License-Identifier: Apache-2.0" }.map(\.path)
    #expect(headless.isEmpty)
  }

  @Test func everyFileCanBeReadInOneSitting() {
    for source in Source.all {
      #expect(source.lines.count <= 500, "\(source.path): \(source.lines.count) lines")
    }
  }

  /// ArgumentParser breaks lines of more than 80 characters, and leaves the breaks that are there.
  @Test func helpIsWrittenForATerminal() {
    let opening = "discussion: \"\"\"\n"
    let texts = Source.all.filter { $0.target == "viche" }.flatMap { source in
      source.lines.joined(separator: "\n").components(separatedBy: opening).dropFirst()
    }
    #expect(texts.count > 100)
    for text in texts {
      let lines = text.components(separatedBy: "\n").prefix {
        !$0.trimmingCharacters(in: .whitespaces).hasPrefix("\"\"\"")
      }
      let indent = lines.first?.prefix { $0 == " " }.count ?? 0
      let prose = lines.map { $0.dropFirst(indent) }.filter { $0.first != " " }
      let long = prose.filter { $0.count > 80 }
      #expect(long.isEmpty)
    }
  }
}

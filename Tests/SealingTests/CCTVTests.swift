// SPDX-License-Identifier: Apache-2.0
import Foundation
import Sealing
import Signing
import Testing

/// The format's own vectors (C2SP/CCTV, age/testdata), where they lie in Tests/Vectors/cctv/age.
///
/// Left out are those for passphrases, ASCII armour and the keys of other recipient types.
@Suite("C2SP's vectors", .enabled(if: CCTVFile.areThere))
struct CCTVTests {
  @Test(arguments: CCTVFile.all)
  func areAnsweredAsTheyShould(file: CCTVFile) throws {
    let results = try file.identities.map { text throws -> Result<[UInt8], any Error> in
      let identity = try SealIdentity(parsing: text)
      // Some files are of 16 MiB, so that the counter of chunks passes 255.
      return Result { try AgeFile.open(file.bytes, with: identity, lengthMax: 1 << 25) }
    }
    let answers = results.map(Self.answer)
    let answer = answers.first { $0 != "no match" } ?? "no match"
    #expect(answer == file.expected, "\(results)")
    for case .success(let plain) in results {
      #expect(Hex.encode(Hash.sha256(plain)) == file.payloadHash)
    }
  }

  static func answer(_ result: Result<[UInt8], any Error>) -> String {
    switch result {
    case .success: "success"
    case .failure(SealingError.otherIdentity): "no match"
    case .failure(SealingError.wrongHeaderMAC): "HMAC failure"
    case .failure(SealingError.damagedPayload): "payload failure"
    case .failure(SealingError.malformedHeader), .failure(SealingError.otherFormat):
      "header failure"
    case .failure: "other failure"
    }
  }
}

/// One vector: lines of `key: value`, an empty line, and a file, compressed or not.
struct CCTVFile: CustomTestStringConvertible {
  let testDescription: String
  let expected: String
  let payloadHash: String?
  let identities: [String]
  let bytes: [UInt8]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Vectors/cctv/age")

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static let all: [CCTVFile] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted().compactMap { try? CCTVFile($0) }
  }()

  /// Nil for a vector of what we do not read.
  private init?(_ name: String) throws {
    let content = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    let end = content.indices.dropLast().first { content[$0] == 10 && content[$0 + 1] == 10 }
    guard let end else { return nil }
    let lines = String(decoding: content[..<end], as: UTF8.self).split(separator: "\n")
    func values(_ key: String) -> [String] {
      lines.filter { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
    }
    self.identities = values("identity").filter { $0.hasPrefix("AGE-SECRET-KEY-1") }
    guard let expected = values("expect").first, values("armored").isEmpty, !identities.isEmpty
    else { return nil }
    self.testDescription = name
    self.expected = expected
    self.payloadHash = values("payload").first
    let rest = Array(content[(end + 2)...])
    self.bytes = values("compressed").isEmpty ? rest : try Self.inflate(rest)
  }

  private static func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
    let shell = try AgeCommand()
    try shell.write(bytes, to: "in")
    let program =
      "import sys, zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))"
    try shell.run("python3 -c '\(program)' < in > out")
    return try shell.read("out")
  }
}

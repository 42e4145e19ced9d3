// SPDX-License-Identifier: Apache-2.0

import Counting
import Foundation
import TestSupport
import Testing

@Suite struct PublicDraws {
  /// RFC 1321, appendix A.5.
  @Test(arguments: [
    ("", "D41D8CD98F00B204E9800998ECF8427E"),
    ("abc", "900150983CD24FB0D6963F7D28E17F72"),
    ("message digest", "F96B697D7CB7938D525A2F31AAF161D0"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57EDF4A22BE3C955AC49DA2E2107B67A"
    ),
  ])
  func useTheDigestOfTheRFC(message: String, expected: String) {
    #expect(hex(md5(Array(message.utf8))) == expected)
  }

  private func sources(_ name: String) throws -> [[Int]] {
    try Vectors.votes.text("sortition/\(name).seeds").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").compactMap { Int($0) } }
  }

  /// The lines of a published result: digest, divisor, number.
  private func published(_ name: String) throws -> [[String]] {
    try Vectors.votes.text("sortition/\(name).results").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 4, words[3] == "->" else { return nil }
      return [words[1], words[2], words[4]]
    }
  }

  /// The example of RFC 3797 (section 6) and the draw of the committee of 2022 from 267 names.
  @Test(arguments: [
    ("rfc3797-ref", 25, 16, "9319./2.5.8.10.12./9.18.26.34.41.45./"),
    (
      "rfc3797-2022", 267, 10,
      "7.8.11.18.28.40.48./15.16.21.31.36.65./8.12.13.17.21.26.35.42./1.5.10.13.14.16.21.25.27./"
    ),
  ])
  func agreeBitForBit(name: String, pool: Int, count: Int, key: String) throws {
    let names = try Vectors.votes.text("sortition/\(name).names").split(separator: "\n")
    #expect(names.count == pool)
    let draw = try #require(PublicDraw(pool: pool, sources: try sources(name)))
    #expect(String(decoding: draw.key, as: UTF8.self) == key)
    let drawn = draw.draw(count, md5: md5).map {
      [hex($0.digest), "\($0.remaining)", "\($0.selected)"]
    }
    let expected = try published(name)
    #expect(expected.count == count)
    #expect(drawn == expected)
  }

  @Test func endWithTheList() throws {
    let draw = try #require(PublicDraw(pool: 5, sources: [[1], [3, 2]]))
    #expect(draw.draw(9, md5: md5).map(\.selected).sorted() == [1, 2, 3, 4, 5])
    #expect(draw.draw(-1, md5: md5).isEmpty)
  }

  @Test(arguments: [0, -1, 65_536])
  func haveAListOfSomeLength(pool: Int) {
    #expect(PublicDraw(pool: pool, sources: [[1]]) == nil)
    #expect(PublicDraw(pool: 3, sources: [[1, -1]]) == nil)
  }

  /// md5sum of "s", a zero byte and the id begins with 1f58 for a, 0fd8 for b, db29 for c.
  @Test func giveAnOrderOfCandidatesToo() {
    let ids = ["a", "b", "c", "a"].map { Array($0.utf8) }
    #expect(Ties(seed: Array("s".utf8), ids: ids, digest: md5).lot == [1, 0, 3, 2])
  }
}

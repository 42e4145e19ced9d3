// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Bodies.md, `lot.announced` and `lot.drawn`.
@Suite struct Lots {
  /// RFC 3797, section 6: ten of 25, by two lotteries and a number of sales.
  @Test func theDrawIsThatOfTheStandard() throws {
    var world = try World.founded().after(.lot())
    let drawn = [17, 7, 2, 16, 25, 23, 8, 24, 19, 13].map { JSON.string("Особа \($0)") }
    let lot = try #require(world.assembly.lots["L-1"])
    #expect(
      world.assembly.drawn(from: lot, by: [[9_319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]])
        == drawn.compactMap(\.string))
    try world.record(.draw(drawn))
    #expect(world.assembly.lots["L-1"]?.draw?.drawn == drawn.compactMap(\.string))
  }
}

extension Attempt {
  /// 25 people for ten places.
  static func lot(_ changes: [String: JSON] = [:]) -> Attempt {
    Attempt(
      .lotAnnounced,
      [
        "lot": "L-1", "title": "Хто їде на форум",
        "among": .array((1...25).map { .string("Особа \($0)") }), "places": 10,
        "sources": ["Продаж сувенірів", "Лотерея А", "Лотерея Б"], "draws": "2024-11-01T08:00:00Z",
      ], by: ["registrar", "m03"], at: "2024-10-22T08:00:00Z"
    ).with(changes)
  }

  /// The numbers of RFC 3797, section 6, and who is drawn.
  static func draw(_ drawn: [JSON], at: String = "2024-11-01T08:00:00Z") -> Attempt {
    Attempt(
      .lotDrawn,
      [
        "lot": "L-1", "values": [[9_319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]],
        "drawn": .array(drawn),
      ], by: ["registrar", "m03"], at: at)
  }
}

// SPDX-License-Identifier: Apache-2.0

import Counting

/// Lots that anybody can draw again from public numbers (`Bodies.md`; RFC 3797).
extension Assembly {
  func admit(_ it: LotAnnounced, _ act: Act) throws(Refusal) {
    if lots[it.lot] != nil { throw exists("lot", it.lot) }
    let most = it.among.count - 1
    guard (1...most).contains(it.places) else {
      throw Refusal(
        .wrongPlaces, ["seat": it.lot, "found": "\(it.places)", "expected": "1..\(most)"])
    }
    guard it.draws > act.received else {
      throw Refusal(.wrongWindow, ["found": it.draws.text, "expected": act.received.text])
    }
    try require([registrar, teller], of: act)
  }

  mutating func record(_ it: LotAnnounced, _ act: Act) {
    lots[it.lot] = Lot(
      id: it.lot, title: it.title, among: it.among, places: it.places, sources: it.sources,
      draws: it.draws, announced: act.received)
  }

  func admit(_ it: LotDrawn, _ act: Act) throws(Refusal) {
    guard let lot = lots[it.lot] else { throw unknown("lot", it.lot) }
    if lot.draw != nil { throw exists("draw", it.lot) }
    guard act.received >= lot.draws else {
      throw Refusal(.tooEarly, ["found": act.received.text, "expected": lot.draws.text])
    }
    guard it.values.count == lot.sources.count else {
      throw wrongDraw("\(it.values.count)", "\(lot.sources.count)")
    }
    let drawn = drawn(from: lot, by: it.values)
    // By bytes: names that look the same can be two.
    guard it.drawn.map({ Array($0.utf8) }) == drawn.map({ Array($0.utf8) }) else {
      throw wrongDraw(it.drawn.joined(separator: ", "), drawn.joined(separator: ", "))
    }
    try require([registrar, teller], of: act)
  }

  private func wrongDraw(_ found: String, _ expected: String) -> Refusal {
    Refusal(.wrongDraw, ["found": found, "expected": expected])
  }

  /// Whom the numbers of a lot's sources draw, in order (RFC 3797); one list for each source.
  ///
  /// Nobody where a number is negative.
  public func drawn(from lot: Lot, by values: [[Int]]) -> [String] {
    guard let draw = PublicDraw(pool: lot.among.count, sources: values) else { return [] }
    return draw.draw(lot.places, md5: md5).map { lot.among[$0.selected - 1] }
  }

  mutating func record(_ it: LotDrawn, _ act: Act) {
    change(&lots, it.lot) {
      $0.draw = Lot.Draw(values: it.values, drawn: it.drawn, at: act.received)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Counting
public import Governance

/// A lot's draw step by step, so that it can be followed by hand (RFC 3797, section 4).
public struct LotWorking: Sendable {
  /// One name drawn.
  public struct Step: Sendable, Equatable {
    /// MD5 of the draw's number, the key and the number again, lower-case hex.
    public let digest: String
    /// How many were left: what the digest is divided by.
    public let remaining: Int
    /// The remainder: the place among those left, from 0.
    public let remainder: Int
    /// The number in the announced list, from 1.
    public let selected: Int
    /// The name.
    public let name: String
  }

  /// The key of the draw, in ASCII: `9.18.26./3./`.
  public let key: String
  /// The draws, in order.
  public let steps: [Step]

  /// Draws a lot again by numbers; `md5` gives the 16 bytes of RFC 1321.
  ///
  /// `nil` where a number is negative.
  public init?(_ lot: Lot, by values: [[Int]], md5: ([UInt8]) -> [UInt8]) {
    guard let draw = PublicDraw(pool: lot.among.count, sources: values) else { return nil }
    self.key = String(decoding: draw.key, as: UTF8.self)
    var left = Array(1...lot.among.count)
    self.steps = draw.draw(lot.places, md5: md5).map { drawing in
      let place = left.firstIndex(of: drawing.selected) ?? 0
      left.remove(at: place)
      return Step(
        digest: Hex.text(drawing.digest), remaining: drawing.remaining, remainder: place,
        selected: drawing.selected, name: lot.among[drawing.selected - 1])
    }
  }
}

private enum Hex {
  /// Lower-case, two digits a byte.
  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { (($0 < 16 ? "0" : "") + String($0, radix: 16)) }.joined()
  }
}

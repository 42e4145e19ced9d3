// SPDX-License-Identifier: Apache-2.0

/// SplitMix64: the same history from the same seed, everywhere.
struct Chance {
  private var state: UInt64

  /// The seed is mixed: unmixed, the next seed's numbers would be this one's without the first.
  init(seed: Int) {
    self.state = UInt64(truncatingIfNeeded: seed)
    self.state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `count`.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  /// One of a list; nothing of an empty one.
  mutating func one<Element>(of list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }

  /// So many different ones of a list.
  mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var rest = list
    var taken: [Element] = []
    while taken.count < count, !rest.isEmpty { taken.append(rest.remove(at: below(rest.count))) }
    return taken
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A generator whose every run is the same (Marsaglia 2003), and what it does to bytes.
public struct Xorshift {
  private var state: UInt64

  /// A generator from a seed other than 0.
  public init(seed: UInt64) { state = seed }

  /// A number from 0 on, below the bound.
  public mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  /// Replaces, inserts or removes one byte, or repeats a run of them.
  public mutating func change(_ bytes: inout [UInt8]) {
    let telling =
      Array("\n\n 0019x.p/+=Aé— \"\\{}[],:-uTZ".utf8) + [0, 9, 13, 0x7F, 0x80, 0xFF]
    let place = below(bytes.count + 1)
    let byte = telling[below(telling.count)]
    switch below(4) {
    case 0 where place < bytes.count: bytes[place] = byte
    case 1 where place < bytes.count: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: bytes[below(place + 1)..<place], at: place)
    default: bytes.insert(byte, at: place)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Ties {
  /// A ladder whose order is the lot of a seed that was fixed beforehand.
  ///
  /// The candidates go by `digest(seed ‖ 0 ‖ id)`, bytes compared from the first, the smallest first;
  /// equal digests (equal ids) by index. `digest` is SHA-256, as statutes have it (their 3.7).
  public init(
    earlierStages: Bool = true, seed: [UInt8], ids: [[UInt8]], digest: ([UInt8]) -> [UInt8]
  ) {
    let keys = ids.map { digest(seed + [0] + $0) }
    let lot = ids.indices.sorted { a, b in
      if keys[a] == keys[b] { return a < b }
      return keys[a].lexicographicallyPrecedes(keys[b])
    }
    self.init(earlierStages: earlierStages, lot: lot)
  }
}

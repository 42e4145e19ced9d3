// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a tile or a bundle, by itself or beside the ones that it must agree with.
public enum TileFault: Error, Equatable, Sendable {
  /// A hash tile does not have 32 bytes for each hash; how many it has.
  case tileLength(TilePath, bytes: Int)
  /// A bundle is not exactly its entries, each after its length; where it goes wrong, by entry.
  case bundleForm(TilePath, entry: Int)
  /// A full tile is not the one that the tile above it has the hash of.
  case tileHash(TilePath, above: TilePath)
  /// An entry of a bundle is not the one that the tile has the hash of.
  case entryHash(TilePath, entry: Int, tile: TilePath)
  /// The tiles agree with each other, and add up to another root than the checkpoint states.
  case root(expected: [UInt8], found: [UInt8])
}

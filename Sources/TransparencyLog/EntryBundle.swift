// SPDX-License-Identifier: Apache-2.0

/// Up to 256 entries as a static server keeps them, each after its length in two bytes, high byte first.
///
/// Source: c2sp.org/tlog-tiles, entry bundles. An entry has at most 65,535 bytes.
public enum EntryBundle {
  /// The longest entry.
  public static let entryMax = 65_535
  /// The longest bundle: 256 entries and their lengths.
  public static let bytesMax = TilePath.fullWidth * (2 + entryMax)

  /// The bundle of these entries.
  public static func encode(_ entries: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
    for entry in entries {
      precondition(entry.count <= entryMax, "an entry's length has two bytes")
      bytes += [UInt8(entry.count >> 8), UInt8(entry.count & 0xFF)]
      bytes += entry
    }
    return bytes
  }

  /// The entries of the bundle at `path`, which `bytes` must be exactly.
  ///
  /// Readers that overlook bytes after the last entry exist; this one does not.
  public static func entries(in bytes: [UInt8], at path: TilePath) throws(TileFault) -> [[UInt8]] {
    var entries: [[UInt8]] = []
    var place = 0
    while entries.count < path.width {
      let start = place + 2
      guard start <= bytes.count else { throw .bundleForm(path, entry: path.first + entries.count) }
      let end = start + (Int(bytes[place]) << 8 | Int(bytes[place + 1]))
      guard end <= bytes.count else { throw .bundleForm(path, entry: path.first + entries.count) }
      entries.append(Array(bytes[start..<end]))
      place = end
    }
    guard place == bytes.count else { throw .bundleForm(path, entry: path.first + path.width) }
    return entries
  }
}

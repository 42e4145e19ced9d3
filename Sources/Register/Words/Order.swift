// SPDX-License-Identifier: Apache-2.0

extension Dictionary where Key == String {
  /// The values in the order of their names, which is that of their bytes.
  ///
  /// Everything that is shown goes by it, so that two machines say the same.
  public var inOrder: [Value] { pairsInOrder.map(\.value) }

  /// The same with the names.
  public var pairsInOrder: [(key: String, value: Value)] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

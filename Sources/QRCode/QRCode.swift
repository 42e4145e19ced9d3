// SPDX-License-Identifier: Apache-2.0

/// A QR code (ISO/IEC 18004) of bytes, as a picture of dark and light squares.
public struct QRCode: Sendable, Equatable {
  /// The rows from top to bottom, true where dark; a light margin of four modules is part of it.
  public let modules: [[Bool]]

  /// What a code of the largest version holds at the lowest error correction, in bytes.
  public static let bytesMax = 2_953

  /// The margin that a reader needs around the symbol, in modules (section 5.3.8).
  static let margin = 4

  /// Encodes 1 to ``bytesMax`` bytes in the byte mode.
  ///
  /// Up to 1,000 bytes a reader may misread 15 % of the code, above that 7 %: large codes are
  /// shown on screens, which are clean, and need to stay small.
  public init(_ bytes: [UInt8]) throws(QRCodeError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.bytesMax else { throw .tooLong(bytes: bytes.count) }
    let level: Symbol.Correction = bytes.count > 1_000 ? .low : .medium
    let symbol = try Symbol.modules(of: bytes, correction: level)
    self.modules = Self.framed(symbol)
  }

  private static func framed(_ symbol: [[Bool]]) -> [[Bool]] {
    let side = [Bool](repeating: false, count: margin)
    let edge = [Bool](repeating: false, count: symbol.count + 2 * margin)
    let above = [[Bool]](repeating: edge, count: margin)
    return above + symbol.map { side + $0 + side } + above
  }
}

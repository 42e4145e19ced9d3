// SPDX-License-Identifier: Apache-2.0
import CQREncode
import Glibc

/// The symbol as libqrencode draws it, without a margin.
enum Symbol {
  /// How much of the code may be misread.
  enum Correction {
    /// 7 %.
    case low
    /// 15 %.
    case medium
  }

  /// The rows from top to bottom, true where dark, of the smallest version that holds the bytes.
  static func modules(
    of bytes: [UInt8], correction: Correction
  ) throws(QRCodeError) -> [[Bool]] {
    let level = correction == .low ? QR_ECLEVEL_L : QR_ECLEVEL_M
    let code = unsafe bytes.withUnsafeBufferPointer {
      unsafe QRcode_encodeData(Int32($0.count), $0.baseAddress, 0, level)
    }
    guard let code = unsafe code else { throw .libqrencode(errno: errno) }
    defer { unsafe QRcode_free(code) }
    let width = Int(unsafe code.pointee.width)
    let squares = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    // Bit 0 is the colour; the others say what the module is for.
    return (0..<width).map { row in
      (0..<width).map { column in unsafe squares[row * width + column] & 1 == 1 }
    }
  }
}

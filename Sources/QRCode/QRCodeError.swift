// SPDX-License-Identifier: Apache-2.0

/// Why there is no picture.
public enum QRCodeError: Error, Equatable, Sendable {
  /// There is nothing to show.
  case empty
  /// No QR code holds so many bytes (``QRCode/bytesMax``).
  case tooLong(bytes: Int)
  /// A module is at least one pixel wide, and not so wide that the picture is a poster.
  case invalidScale(Int)
  /// libqrencode failed; its `errno`.
  case libqrencode(errno: Int32)
  /// libpng failed; what it says.
  case libpng(String)
}

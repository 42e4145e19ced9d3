// SPDX-License-Identifier: Apache-2.0
import CPNG

extension QRCode {
  /// The code as a PNG file in black and white, each module `scale` pixels wide and high.
  public func png(scale: Int = 6) throws(QRCodeError) -> [UInt8] {
    guard (1...32).contains(scale) else { throw .invalidScale(scale) }
    var pixels: [UInt8] = []
    pixels.reserveCapacity(modules.count * modules.count * scale * scale)
    for row in modules {
      let line = row.flatMap { [UInt8](repeating: $0 ? 0 : 255, count: scale) }
      for _ in 0..<scale { pixels += line }
    }
    return try Self.png(pixels: pixels, width: modules.count * scale)
  }

  /// A square picture in shades of grey, one byte a pixel, row after row.
  private static func png(pixels: [UInt8], width: Int) throws(QRCodeError) -> [UInt8] {
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(width)
    unsafe image.height = png_uint_32(width)
    unsafe image.format = viche_png_grey
    // Asked first with no memory, libpng says how much it takes.
    var count = 0
    guard unsafe write(&image, to: nil, count: &count, pixels) else {
      throw unsafe .libpng(message(of: image))
    }
    var file = [UInt8](repeating: 0, count: count)
    let done = unsafe file.withUnsafeMutableBytes {
      unsafe write(&image, to: $0.baseAddress, count: &count, pixels)
    }
    guard done, count == file.count else { throw unsafe .libpng(message(of: image)) }
    return file
  }

  /// Whether libpng wrote the file; it frees what it made either way.
  private static func write(
    _ image: inout png_image, to memory: UnsafeMutableRawPointer?, count: inout Int,
    _ pixels: [UInt8]
  ) -> Bool {
    unsafe pixels.withUnsafeBytes {
      unsafe png_image_write_to_memory(&image, memory, &count, 0, $0.baseAddress, 0, nil) != 0
    }
  }

  private static func message(of image: png_image) -> String {
    var message = unsafe image.message
    return unsafe withUnsafeBytes(of: &message) { characters in
      unsafe String(decoding: characters.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

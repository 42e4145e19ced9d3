// SPDX-License-Identifier: Apache-2.0
import TestSupport

/// zbarimg, which reads pictures of QR codes and knows nothing of how we make them.
enum Reader {
  /// The bytes of the one code in a picture.
  static func read(_ picture: [UInt8], type: String) throws -> [UInt8] {
    let folder = try ScratchFolder()
    try folder.write(picture, to: "code.\(type)")
    try folder.run("zbarimg --raw -q -Sbinary code.\(type) > text")
    return try folder.read("text")
  }
}

// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// One block of a PEM file, decoded but not yet understood; its content is wiped when it goes.
struct PEMBlock: ~Copyable {
  /// What stands after `BEGIN`, such as `PRIVATE KEY`.
  let label: String
  /// Whether lines such as `Proc-Type: 4,ENCRYPTED` come first: a format before PKCS#8.
  let hasHeader: Bool
  /// The content, in the one place that has it.
  private let held: Held
  var content: [UInt8] { held.bytes }

  /// Bytes that are wiped where they lie; a struct's `deinit` could only wipe a copy.
  private final class Held {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    deinit { Secret.wipe(&bytes) }
  }

  /// Finds the one block in `pem`.
  static func only(in pem: [UInt8]) throws(SigningError) -> PEMBlock {
    guard let source = unsafe BIO_new(BIO_s_mem()) else { throw .libcrypto("BIO_new") }
    defer { unsafe BIO_free(source) }
    let written = unsafe pem.withUnsafeBytes {
      unsafe BIO_write(source, $0.baseAddress, Int32($0.count))
    }
    // BIO_write answers -1 or 0 for an empty text, which is no key file either.
    guard written == pem.count, let block = unsafe PEMBlock(next: source) else {
      LibcryptoError.clear()
      throw .notPEM
    }
    guard unsafe PEMBlock(next: source) == nil else { throw .severalPEMBlocks }
    LibcryptoError.clear()
    return block
  }

  private init?(next source: OpaquePointer) {
    var label: UnsafeMutablePointer<CChar>?
    var header: UnsafeMutablePointer<CChar>?
    var content: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard unsafe PEM_read_bio(source, &label, &header, &content, &count) == 1,
      let label = unsafe label, let header = unsafe header, let content = unsafe content
    else { return nil }
    unsafe self.label = String(cString: label)
    unsafe self.hasHeader = header.pointee != 0
    unsafe self.held = Held(Array(UnsafeBufferPointer(start: content, count: count)))
    unsafe viche_free(label)
    unsafe viche_free(header)
    unsafe viche_clear_free(content, count)
  }
}

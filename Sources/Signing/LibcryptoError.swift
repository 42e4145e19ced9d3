// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// One entry of libcrypto's error queue.
public struct LibcryptoError: Error, Equatable, Sendable {
  /// The number of the part of libcrypto that complains (`ERR_LIB_…`).
  public let library: Int
  /// The number of its reason, which means something only together with the library.
  public let reason: Int
  /// What libcrypto says in words, with its own function's name where it gives one.
  public let text: String

  /// Takes everything that this thread's error queue holds, oldest first, and empties it.
  package static func drain() -> [LibcryptoError] {
    var entries: [LibcryptoError] = []
    var function: UnsafePointer<CChar>?
    while case let code = unsafe ERR_get_error_all(nil, nil, &function, nil, nil), code != 0 {
      unsafe entries.append(LibcryptoError(code: code, function: function))
    }
    return entries
  }

  /// Empties this thread's error queue; the next error must not blame an earlier call.
  package static func clear() {
    ERR_clear_error()
  }

  private init(code: UInt, function: UnsafePointer<CChar>?) {
    self.library = Int(ERR_GET_LIB(code))
    self.reason = Int(ERR_GET_REASON(code))
    let words = unsafe ERR_reason_error_string(code).map { unsafe String(cString: $0) }
    let place = unsafe function.map { unsafe String(cString: $0) } ?? ""
    self.text = place.isEmpty ? words ?? "unknown" : "\(place): \(words ?? "unknown")"
  }
}

extension SigningError {
  /// The failure of one call, with what the error queue says of it.
  static func libcrypto(_ function: String) -> SigningError {
    .libcrypto(function: function, queue: LibcryptoError.drain())
  }
}

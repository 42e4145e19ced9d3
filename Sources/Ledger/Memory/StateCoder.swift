// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Governance

/// The form in which a state is remembered: JSON, as Foundation's coder writes it.
///
/// It is nobody's format but this program's: what is read back is what the same version wrote.
enum StateCoder {
  static func encode(_ replay: Replay) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(replay) else {
      preconditionFailure("a state has no value that JSON has not")
    }
    return Array(data)
  }

  /// The state, or nil for what is none.
  static func decode(_ bytes: [UInt8]) -> Replay? {
    let decoder = JSONDecoder()
    decoder.userInfo[.cryptography] = Cryptography.libcrypto
    return try? decoder.decode(Replay.self, from: Data(bytes))
  }
}

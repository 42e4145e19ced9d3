// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Asks for a passphrase on the terminal, whatever standard input and output are.
public enum PassphrasePrompt {
  /// The longest passphrase, in bytes.
  public static let lengthMax = 1023

  /// Reads a passphrase from `/dev/tty` without showing it; asks twice where `confirm` is set.
  ///
  /// The caller wipes what it gets (``Secret/wipe(_:)``). It may be empty.
  public static func read(_ prompt: String, confirm: Bool) throws(SigningError) -> [UInt8] {
    guard viche_has_terminal() == 1 else { throw .noTerminal }
    let passphrase = try ask(prompt)
    guard confirm else { return passphrase }
    var again = try ask("Once more: ")
    defer { Secret.wipe(&again) }
    guard again == passphrase else { throw .passphrasesDiffer }
    return passphrase
  }

  private static func ask(_ prompt: String) throws(SigningError) -> [UInt8] {
    var typed = [CChar](repeating: 0, count: lengthMax + 1)
    defer {
      unsafe typed.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
    let answer = unsafe typed.withUnsafeMutableBufferPointer {
      unsafe EVP_read_pw_string($0.baseAddress, Int32($0.count), prompt, 0)
    }
    // -2 is ctrl-C, -1 an end of file or a passphrase beyond the bound.
    guard answer == 0 else {
      LibcryptoError.clear()
      throw .promptInterrupted
    }
    return typed.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  }
}

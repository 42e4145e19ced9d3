// SPDX-License-Identifier: Apache-2.0
import Signing

/// Random bytes for keys and nonces, with this module's error.
func randomBytes(_ count: Int) throws(SealingError) -> [UInt8] {
  do throws(SigningError) {
    return try SecureRandom.bytes(count)
  } catch {
    throw .of(error)
  }
}

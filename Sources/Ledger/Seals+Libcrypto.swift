// SPDX-License-Identifier: Apache-2.0
public import Governance

extension Seals {
  /// Sealed ballots opened by way of libcrypto (age v1).
  public static let libcrypto = Seals(open: { _, _ in nil }, recipient: { _ in nil })
}

// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance
import Testing

@Suite struct ModelStatutes {
  @Test(arguments: Samples.policies)
  func areWithoutFault(policy: String) throws {
    let statutes = try Samples.statutes(policy)
    #expect(statutes.policy == policy)
    #expect(statutes.version == 1)
  }
}

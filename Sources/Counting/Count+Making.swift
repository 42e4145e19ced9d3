// SPDX-License-Identifier: Apache-2.0

extension Count {
  /// The count that a race ended with.
  init(
    _ method: Method, _ race: Race, _ stages: [Stage], papers: Papers, decimals: Int?,
    quota: Fraction? = nil, comparison: Comparison? = nil
  ) {
    self.init(
      method: method, seats: race.seats, papers: papers, decimals: decimals, quota: quota,
      stages: stages, elected: race.elected, sitting: race.sitting, lowered: race.lowered,
      vacant: race.vacant, comparison: comparison)
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Words {
  /// A reason's code in words: `missing:edrpou`, `sponsors:1_of_2`, `cap_oblast`, `below_60`.
  ///
  /// The codes of screening (`application.screened`) and of the ranking (`shortlist.published`).
  public func reason(_ code: String) -> String {
    if has("why.\(code)") { return self("why.\(code)") }
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 { return shortcoming(parts[0], parts[1]) }
    for kind in ["kept_for", "below", "cap"] where code.hasPrefix("\(kind)_") {
      return self("why.\(kind)", ["name": String(code.dropFirst(kind.utf8.count + 1))])
    }
    return Plain.safe(code)
  }

  /// `missing`, `invalid`, `not`, `is` and `unknown` go before a name; a set before what it lacks.
  private func shortcoming(_ kind: String, _ name: String) -> String {
    if ["missing", "invalid", "not", "is", "unknown"].contains(kind) {
      return self("why.\(kind)", ["name": name])
    }
    let counts = name.split(separator: "_").map(String.init)
    if counts.count == 3, counts[1] == "of", let have = Int(counts[0]), let need = Int(counts[2]) {
      return self("why.too_few", ["set": kind, "have": "\(have)", "need": "\(need)"])
    }
    return self("why.lacks", ["set": kind, "name": name])
  }
}

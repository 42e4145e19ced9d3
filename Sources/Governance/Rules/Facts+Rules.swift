// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// Facts are attributes of the statutes about the organisation itself, relations are known kinds.
  func checkFacts(
    _ facts: [String: String], _ relations: [String: [String]], _ statutes: Statutes
  ) throws(Refusal) {
    for name in facts.keys.sorted() {
      guard let attribute = statutes.attributes[name], attribute.subject == nil else {
        throw Refusal(.unknownFact, clause: "attributes", ["fact": name])
      }
    }
    for kind in relations.keys.sorted() where statutes.relations[kind] == nil {
      throw Refusal(.unknownRelation, clause: "relations", ["relation": kind])
    }
  }
}

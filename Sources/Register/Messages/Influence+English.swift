// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Influence {
  /// How much say each group of members has, in English.
  static let english: [String: String] = [
    "influence.head": "Influence by {by}, from {from} until {until}",
    "influence.head.body":
      "Influence by {by}, from {from} until {until}; seats and chairs of {body}",
    "influence.founding": "the founding",
    "influence.by.size": "size",
    "influence.by.region": "region",
    "influence.by.class": "class",
    "influence.by.member": "member",
    "influence.members": "members",
    "influence.seats": "seats",
    "influence.days": "chair days",
    "influence.proposals": "proposals",
    "influence.carried": "carried",
    "influence.ballots": "ballots cast",
    "influence.majority": "in the majority",
    "influence.group.small": "small",
    "influence.group.standard": "standard",
    "influence.group.not": "not {name}",
    "influence.group.none": "in no class",
    "influence.group.unknown": "not known",
    "influence.group.all": "all members",
    "influence.counted": "{count|decision|decisions} by ballot",
    "influence.counted.elections": """
    {count|decision|decisions} by ballot; the ballots of {elections|election|elections} are not \
    counted here
    """,
    "influence.groups": "groups by § {clause}; each act counts for the group of its time",
    "influence.several": "a member in several classes counts in each",
    "influence.reading": "in the majority: for what was decided; who abstains takes no side",
    "influence.unknown": "the statutes tell no members apart by {name}",
    "influence.unknown.hint": "what they know: {names}",
    "influence.period": "the period ends at {until}, before it begins",
  ]
}

// SPDX-License-Identifier: Apache-2.0
// Alternates in a vote: they stand in for a recused group.
//
// A voter of a vote is a group, by number, or the alternate of one, by name.

export const standIns = {
  /** {alternate: the number of its group} of a vote that is opened now, and for all of it. */
  alternatesIn(rule, electorate) {
    const body = rule.recused_seat === "alternate" ? this.body(rule.electors) : {};
    const found = new Map();
    for (const term of this.termsOf(body.seats ?? [], this.now)) {
      const [alternate, number] = [this.alternateOf(term, this.now), this.groupOf(electorate, term.party)];
      if (number >= 0 && alternate !== null && this.isActive(alternate)) found.set(alternate, number);
    }
    return found;
  },

  groupOf(electorate, party) {
    return electorate.findIndex((group) => group.includes(party));
  },

  /** Whether it is an elector of the item in the place of its group. */
  standsIn(vote, alternate, item) {
    return this.isRecused(vote, vote.alternates.get(alternate), item) && !this.hadLeft(alternate, vote.closes)
      && !this.hasConflict(vote, alternate, item.id) && !this.recused(vote.rule, [alternate], this.subject(item));
  },

  /** The number of the party's group, or the party where it is an alternate. */
  voter(vote, party) {
    return vote.alternates.has(party) ? party : this.elector(vote, party);
  },

  /** {group: who votes for it, itself or an alternate} of the item's electors among these groups, in their order. */
  electorsOf(vote, item, groups) {
    const found = new Map(groups.filter((n) => !this.isRecused(vote, n, item)).map((n) => [n, n]));
    for (const [alternate, group] of vote.alternates) {
      if (groups.includes(group) && this.standsIn(vote, alternate, item)) found.set(group, alternate);
    }
    return new Map([...found].sort(([a], [b]) => a - b));
  },
};

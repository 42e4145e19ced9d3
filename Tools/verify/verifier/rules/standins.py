# SPDX-License-Identifier: Apache-2.0
"""Alternates in a vote: they stand in for a recused group."""


class StandIns:
    """Who stands in for whom in a vote.

    A voter of a vote is a group, by number, or the alternate of one, by name.
    """

    def alternates_in(self, rule, electorate):
        """{alternate: the number of its group} of a vote that is opened now, and for all of it."""
        body = self.body(rule["electors"]) if rule.get("recused_seat") == "alternate" else {}
        number, found = {party: n for n, group in enumerate(electorate) for party in group}, {}
        for term in self.terms_of(body.get("seats", ()), self.now):
            alternate = self.alternate_of(term, self.now)
            if term.party in number and alternate and self.is_active(alternate):
                found[alternate] = number[term.party]
        return found

    def stands_in(self, vote, alternate, item):
        """Whether it is an elector of the item in the place of its group."""
        return (self.is_recused(vote, vote.alternates[alternate], item) and not self.has_gone(vote, alternate)
                and (alternate, item.id) not in vote.conflicts
                and not self.recused(vote.rule, [alternate], self.subject(item)))

    def voter(self, vote, party):
        """The number of the party's group, or the party where it is an alternate."""
        return party if party in vote.alternates else self.elector(vote, party)

    def electors_of(self, vote, item, groups):
        """{group: who votes for it, itself or an alternate} of the item's electors among these groups."""
        free = {n: n for n in groups if not self.is_recused(vote, n, item)}
        standing = {group: alternate for alternate, group in vote.alternates.items()
                    if group in groups and self.stands_in(vote, alternate, item)}
        return dict(sorted({**free, **standing}.items()))

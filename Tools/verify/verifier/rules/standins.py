# SPDX-License-Identifier: Apache-2.0
"""Alternates in a vote: they stand in for a recused group."""

from ..records import Record


class StandIns:
    """Who stands in for whom in a vote.

    A voter of a vote is a group, by number, or the alternate of one, by name.
    """

    def alternates_in(self, rule, electorate):
        """{alternate: whose it is, and by which naming} of a vote that is opened now."""
        body = self.body(rule["electors"]) if rule.get("recused_seat") == "alternate" else {}
        number = {group[0]: n for n, group in enumerate(electorate) if len(group) == 1}
        listed, found = {party for group in electorate for party in group}, {}
        for term in self.terms_of(body.get("seats", ()), self.now):
            alternate = self.alternate_of(term, self.now)
            if term.party in number and alternate and self.is_active(alternate) and alternate not in listed:
                found[alternate] = Record(group=number[term.party], term=term, naming=term.alternates[-1])
        return found

    def in_force_for(self, vote, alternate):
        """Whether it is still the alternate, now or at the end of the voting."""
        time, each = min(self.now, vote.closes), vote.alternates[alternate]
        return (self.runs(each.term, time) and self.alternate_of(each.term, time) == alternate
                and [n for n in each.term.alternates if n.since <= time][-1] is each.naming)

    def stands_in(self, vote, alternate, item):
        """Whether it is an elector of the item in the place of its group."""
        return (self.is_recused(vote, vote.alternates[alternate].group, item)
                and self.in_force_for(vote, alternate) and (alternate, item.id) not in vote.conflicts
                and not self.recused(vote.rule, [alternate], self.subject(item)))

    def voter(self, vote, party):
        """The number of the party's group, or the party where it is an alternate."""
        if party in vote.alternates and self.in_force_for(vote, party):
            return party
        return self.elector(vote, party)

    def electors_of(self, vote, item, groups):
        """{group: who votes for it, itself or an alternate} of the item's electors among these groups."""
        free = {n: n for n in groups if not self.is_recused(vote, n, item)}
        standing = {each.group: alternate for alternate, each in vote.alternates.items()
                    if each.group in groups and self.stands_in(vote, alternate, item)}
        return dict(sorted({**free, **standing}.items()))

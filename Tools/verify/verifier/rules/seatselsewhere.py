# SPDX-License-Identifier: Apache-2.0
"""Seats in other bodies: mandates that an election gives."""

from ..counting.constraints import Constraint
from ..errors import need


class SeatsElsewhere:
    """The rules of electing to mandates, and of granting what was won."""

    def need_elsewhere(self, name, matter, places):
        mandate = self.statutes.mandates.get(name, {})
        need(mandate.get("from") == matter and "per" not in mandate, "unknown_seat", name)
        need(1 <= places <= 9, "wrong_places", "%s: %d, expected: 1..9" % (name, places))

    def constraints_elsewhere(self, mandate, candidates, places):
        """The floors of a mandate, and half of its places for each of its `pairs`."""
        found = self.floors(mandate, candidates, {}, places, 0, places)
        for roll in mandate.get("pairs", []):
            members = [n for n, each in enumerate(candidates) if self.on_roll(roll, self.party_subject(*each))]
            found += [Constraint(roll, members, places // 2)] * (places // 2 > 0)
        return found

    def mandate_won(self, s):
        """`mandate.granted` to who was elected."""
        vote, holder, kind = self.standing_vote(s), s["holder"], s.get("kind")
        rows = [row for row in vote.results or () if vote.election and row["item"] == kind]
        won = [self.nominations[c].party for row in rows for c in row["elected"]]
        given = [each.holder for each in self.mandates.values() if each.vote is vote and each.kind == kind]
        need(vote.certified is not None and kind in self.statutes.mandates and holder in won and holder not in given,
             "not_elected")
        return self.mandate_granted(s, vote=vote)

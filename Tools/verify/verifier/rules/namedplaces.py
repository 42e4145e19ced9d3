# SPDX-License-Identifier: Apache-2.0
"""Seats that are given by name."""

from ..differences import need_same
from ..errors import need
from ..times import encode_time
from .signers import Signers


class NamedPlaces:
    """The rule of naming the holder of a seat."""

    def rule_seat_named(self, s):
        seat, party = s["seat"], s["party"]
        terms = self.find(self.statutes.seats, seat, "unknown_seat")
        need("per" not in terms and self.bodies_of(seat), "unknown_seat", "a seat of each group, or of no body")
        free = int(terms["count"]) - len(self.terms_of([seat], self.now))
        need(terms.get("vacancy") == "named" and free > 0, "no_vacancy")
        self.need_member(party)
        self.need_seat_for(party, seat, {}, self.now)
        need(not self.is_capped(party, seat), "cap_broken")
        until = self.calendar.end(self.now, terms["term"])
        need_same(s["until"], encode_time(until), "wrong_terms", "until")
        term = self.new_term(seat, party, self.now, until)
        return [self.by_namers(s)], lambda: self.terms.append(term)

    def is_capped(self, party, seat):
        """Whether a cap of the class's body leaves no place for the party."""
        body = self.statutes.bodies[self.bodies_of(seat)[0]]
        caps = self.caps(body, [(party, {})], self.staying(body, self.now))
        return any(cap.cap == 0 for cap in caps)

    def by_namers(self, s):
        """The registrar, the party, and more than half of the class's electors; the party's own counts for both."""
        groups = self.electorate({"electors": self.statutes.seats[s["seat"]]["electors"]})
        named = self.by_groups(groups, lambda signing: 2 * len(signing) > len(groups))
        return Signers(*self.by(s, "registrar"), self.voting_keys(s["party"]), resolution=named)

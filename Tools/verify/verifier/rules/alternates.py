# SPDX-License-Identifier: Apache-2.0
"""Alternates of those who hold a seat."""

from ..errors import need
from ..records import Record
from .signers import Signers


class Alternates:
    """Who may stand in for a holder, and the rule of naming them."""

    def rule_alternate_named(self, s):
        seat, party, alternate = s["seat"], s["party"], s["alternate"]
        terms = self.find(self.statutes.seats, seat, "unknown_seat")
        need(terms.get("alternate") == "true", "no_alternates")
        term = self.running_term(seat, party)
        need(term, "not_a_holder")
        need(self.is_member(alternate) and alternate != party, "unknown_party")
        need(self.may_hold(alternate, seat, {}), "not_a_holder", "the alternate may not hold the seat")
        for name in self.bodies_of(seat):
            running = self.terms_of(self.statutes.bodies[name]["seats"], self.now)
            need(not any(alternate == other.party or (
                other.party != party and alternate == self.alternate_of(other, self.now)) for other in running),
                 "too_many_holders", name)
        return [Signers(self.voting_keys(party), self.voting_keys(alternate))], \
            lambda: term.alternates.append(Record(since=self.now, number=self.number, party=alternate))

    def running_term(self, seat, party):
        """The term by which the party holds a seat of the class now, or None."""
        return next((term for term in self.terms_of([seat], self.now) if term.party == party), None)

    def alternate_of(self, term, time):
        """The alternate in force at a moment of a term, or None: the last one named, while it has no seat itself."""
        named = [each.party for each in term.alternates if each.since <= time]
        seats = {seat for name in self.bodies_of(term.seat) for seat in self.statutes.bodies[name]["seats"]}
        fits = named and self.was_member(named[-1], time) and named[-1] not in self.seat_holders(seats, time)
        return named[-1] if fits else None

# SPDX-License-Identifier: Apache-2.0
"""Who chairs a body, by a rota."""

from ..differences import need_same
from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Chairs:
    """The rules of chairs."""

    def rota(self, s):
        """(the body, the terms of its rota)."""
        body = self.statutes.bodies.get(s["body"], {})
        need("rotates" in body.get("chair", {}), "no_rota", s["body"])
        return body, body["chair"]

    def rule_chair_rotated(self, s):
        body, rota = self.rota(s)
        turns, start = self.turns.get(s["body"], []), decode_time(s["from"])
        need(start >= max([self.now, *(turn.start for turn in turns)]), "wrong_window")
        need(not turns or self.is_over(turns[-1], body, rota, start), "too_early")
        expected = self.next_chairs(s["body"], body, rota, start)
        need(expected, "wrong_chair", "nobody may take the chair")
        need_same(s["chairs"], expected, "wrong_chair")
        classes = {term.seat for term in self.terms_of(body.get("seats", ()), start) if term.party in expected}
        turn = Record(chairs=expected, start=start, classes=classes)

        def effect():
            self.turns.setdefault(s["body"], []).append(turn)
            self.declined[s["body"]] = set()

        return [Signers(*self.by(s, "registrar"), *map(self.voting_keys, expected))], effect

    def rule_chair_declined(self, s):
        body, _ = self.rota(s)
        party = self.signing_party()
        need(party in self.of_body(body, self.now), "not_a_holder")
        return [self.by_party(party)], lambda: self.declined.setdefault(s["body"], set()).add(party)

    def is_over(self, turn, body, rota, time):
        """Whether a turn is over at a moment, by its length or because a chair holds no seat any more."""
        return time >= self.calendar.end(turn.start, rota["rotates"]) or not (
            set(turn.chairs) <= self.of_body(body, time))

    # The rota.

    def next_chairs(self, name, body, rota, start):
        """The chairs of the turn that begins at a moment."""
        chosen = []
        for seat in rota.get("co_chairs", [None]):
            eligible = self.eligible_chairs(name, body, rota, seat, start)
            left = self.not_left_out(name, {party for party in eligible if party not in chosen})
            chosen += sorted(left, key=lambda party: (self.last_turn(name, party), *eligible[party], party))[:1]
        return chosen

    def eligible_chairs(self, name, body, rota, seat, start):
        """{party: what it comes by among those who chaired as lately} of who may chair, of one class or any."""
        if "seats" in body:
            terms = [term for term in self.terms_of(body["seats"], start) if seat in (None, term.seat)
                     and not self.is_suspended(term.party, start)]
            terms = self.of_class_due(name, rota, terms)
            found = sorted(((body["seats"].index(term.seat), term.start, term.party) for term in terms), reverse=True)
            return {party: (index, since) for index, since, party in found}
        return {party: () for party in self.of_body(body, start) if not self.is_suspended(party, start)}

    def of_class_due(self, name, rota, terms):
        """Those of the class that must chair every so many turns, where it is due and anybody is of it."""
        if "at_least_every" not in rota:
            return terms
        often, before = rota["at_least_every"], int(rota["at_least_every"]["turns"]) - 1
        turns = self.turns.get(name, [])
        last = turns[len(turns) - before:] if before else []
        due = [term for term in terms if term.seat == often["from"]]
        is_due = len(turns) >= before and not any(often["from"] in turn.classes for turn in last)
        return due if is_due and due else terms

    def not_left_out(self, name, parties):
        """Without the last chairs and those who declined, as far as anybody is left."""
        last = set(self.turns[name][-1].chairs) if self.turns.get(name) else set()
        declined = self.declined.get(name, set())
        return parties - last - declined or parties - last or parties

    def last_turn(self, name, party):
        """When the party's last turn began; before all others where it had none."""
        return max((turn.start for turn in self.turns.get(name, []) if party in turn.chairs), default=-1)

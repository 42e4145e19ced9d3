# SPDX-License-Identifier: Apache-2.0
"""Seats in other bodies: mandates that an election gives."""

from ..counting.constraints import Constraint
from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


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
        vote, holder, alternate, kind = self.standing_vote(s), s["holder"], s.get("alternate"), s.get("kind")
        rows = [row for row in vote.results or () if row["item"] == kind and vote.election]
        won = [self.nominations[c].party for row in rows for c in row["elected"]]
        given = [each.holder for each in self.mandates.values() if each.vote is vote and each.kind == kind]
        need(vote.certified is not None and vote.election and vote.election.body is None
             and holder in won and holder not in given, "not_elected")
        self.need_member(holder)
        if alternate is not None:
            need(self.is_member(alternate) and alternate != holder, "unknown_party", "the alternate")
            need(self.statutes.mandates[kind].get("alternate") == "true", "no_alternates")
        mandate = self.new_mandate(s, self.statutes.mandates[kind], vote=vote)
        slots = self.by(s, "registrar", "teller") + ([self.voting_keys(alternate)] if alternate else [])
        return [Signers(*slots)], lambda: self.mandates.update({s["mandate"]: mandate})

    def new_mandate(self, s, terms, proposal=None, vote=None):
        """A mandate, whose `terms` of the statutes may be empty."""
        until = decode_time(s["until"])
        need("term" not in terms or until <= self.calendar.end(self.now, terms["term"]), "mandate_too_long")
        need(until > self.now, "too_early")
        occasions = {each["occasion"]: decode_time(each["on"]) for each in s["occasions"]}
        need(len(occasions) == len(s["occasions"]), "thing_exists", "an occasion twice")
        return Record(law=self.statutes, proposal=proposal, vote=vote, kind=s.get("kind"), holder=s["holder"],
                      alternate=s.get("alternate"), until=until, ended=False, occasions=occasions, recused=set(),
                      instructions=set())

# SPDX-License-Identifier: Apache-2.0
"""The terms that begin with a certificate, seats that fall vacant, and who follows."""

from ..differences import need_same
from ..errors import need
from ..times import encode_time
from .signers import Signers
from .terms import NEVER


class Vacancies:
    """The rules of terms, of leaving a seat, and of filling it."""

    def beginning_terms(self, vote):
        """[(term, the term whose rest it takes or None)] that a certificate begins now; none of mandates."""
        start, begun = max(vote.election.terms_from, self.now), []
        for row in vote.results if vote.election.body else ():
            for candidate, (until, early) in zip(row["elected"], self.seat_places(row["item"], start)):
                nomination = self.nominations[candidate]
                term = self.new_term(row["item"], nomination.party, start, until, vote=vote, facts=nomination.facts)
                begun.append((term, early))
        return begun

    def need_terms(self, vote, s):
        """The terms that the certificate must name; none where there was no election."""
        begun = self.beginning_terms(vote) if vote.election else []
        told = [{"seat": term.seat, "party": term.party, "from": encode_time(term.start),
                 "until": encode_time(term.until)} for term, _ in begun]
        need_same(s.get("terms"), told if vote.election else None, "wrong_terms")
        return begun

    def begin_terms(self, vote, begun):
        """The elected terms begin; the founding terms of the election's classes end."""
        start = max(vote.election.terms_from, self.now)
        for term in self.terms:
            if not term.elected and term.until == NEVER and vote.election.body and term.seat in vote.election.places:
                term.until = start  # by the first that is certified
        for term, early in begun:
            self.begin_term(term, early)
        vote.election.certified = self.now

    def begin_term(self, term, early):
        """Of who has left already it is over at once, and no ruling gives it back."""
        term.ended = term.ended if self.is_member(term.party) else self.now
        self.terms.append(term)
        if early:
            early.successor = term

    def rule_seat_vacated(self, s):
        term = self.running_term(s["seat"], s["party"])
        need(term, "not_a_holder")
        ways = self.seat_lost(s, term) if "meetings" in s else [self.by_party(s["party"])]
        return ways, lambda: setattr(term, "ended", self.now)

    def rule_seat_filled(self, s):
        vote, seat = self.votes.get(s["vote"]), s["seat"]
        need(vote and vote.election, "no_vacancy", "no vote on seats: " + s["vote"])
        early = self.need_vacancy(self.under(vote), seat)
        count, keeping = self.countback(vote, seat)
        new = [c for c in (vote.candidates[seat][n] for n in count.elected) if c not in keeping] if count else []
        need(new, "nobody_left")
        nomination = self.nominations[new[0]]
        need_same(s["party"], nomination.party, "wrong_party")
        need_same(s["until"], encode_time(early.until), "wrong_terms", "until")
        stages = self.stage_rows(count, vote.candidates[seat])
        need_same(s["stages"], stages, "wrong_tally", "stages")
        term = self.new_term(seat, nomination.party, self.now, early.until, vote=vote, facts=nomination.facts)
        return [Signers(*self.by(s, "registrar", "teller"))], lambda: self.begin_term(term, early)

    def need_vacancy(self, vote, seat):
        """The term that ended early and whose place is filled first."""
        last = max((v for v in self.votes.values() if v.certified is not None and v.election and seat in v.candidates),
                   key=lambda v: v.certified_by, default=None)
        need(vote is last and self.statutes.seats.get(seat, {}).get("vacancy") == "runner_up", "no_vacancy")
        early = next((term for _, term in self.seat_places(seat, self.now)
                      if term and not self.is_for_election(term)), None)
        need(early, "no_vacancy")
        return early

    def is_for_election(self, term):
        """Whether a pending election was called for the place, too: filled now, there would be too few for it."""
        return any(term.until > election.terms_from
                   and len(self.seat_places(term.seat, election.terms_from)) <= election.places[term.seat]
                   for election in self.pending_elections(term.seat))

    def countback(self, vote, seat):
        """(the count of the class again with those who still sit, the candidates who keep their seats)."""
        own = [term for term in self.terms if term.vote is vote and term.seat == seat]
        had, here = {term.party for term in own}, {term.party for term in own if self.now < self.end_of(term)}
        others = {term.party: term.facts for term in self.terms if term not in own and self.now < self.end_of(term)
                  and term.seat in self.statutes.bodies[vote.election.body]["seats"] and term.party not in here}
        party_of = {c: self.nominations[c].party for c in vote.candidates[seat]}
        keeping = [c for c, party in party_of.items() if party in here]
        withdrawn = [c for c, party in party_of.items() if c not in keeping and (
            party in had or party in others or self.is_withdrawn(vote, c) or not self.is_member(party)
            or not self.may_hold(party, seat, self.nominations[c].facts))]
        seats = max(vote.election.places[seat], len(keeping) + 1)
        return self.count_seat(vote, seat, vote.papers[seat], withdrawn, others, 0, seats, keeping), keeping

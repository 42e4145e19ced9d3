# SPDX-License-Identifier: Apache-2.0
"""Elections: their call, nominations, and who is a candidate."""

from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Elections:
    """The rules of calling an election and of nominations."""

    def bodies_of(self, seat):
        """The bodies that a class of seats belongs to, in the order of their names."""
        return [name for name, body in sorted(self.statutes.bodies.items()) if seat in body.get("seats", ())]

    def election(self, s):
        return self.under(self.known(self.elections, s, "election"))

    def rule_election_called(self, s):
        self.need_new(self.elections, s, "election")
        name = self.statutes.matters.get(s["matter"], {}).get("select")
        selection = self.statutes.selections.get(name, {})
        need(selection.get("ballot") in ("approval", "ranked"), "unknown_matter", "no matter that ballots elect in")
        terms_from, seats = decode_time(s["terms_from"]), sorted(s["places"])
        of_mandates = bool(seats) and seats[0] not in self.statutes.seats
        for seat in seats:
            if of_mandates:
                self.need_elsewhere(seat, s["matter"], s["places"][seat])
            else:
                self.need_electable(seat, seats[0])
                self.need_places(seat, s["places"][seat], terms_from)
            need(not self.pending_elections(seat), "election_pending", seat)
        need(seats, "wrong_places", "no class")
        closes = decode_time(s["nominations_close"])
        need(self.now < closes <= terms_from, "wrong_window")
        body = None if of_mandates else self.bodies_of(seats[0])[0]
        need(body is None or all(term.start <= terms_from for term in self.waiting_terms(body)), "wrong_window",
             "terms that would begin before others that wait to begin")
        election = Record(
            id=s["election"], law=self.statutes, matter=s["matter"], selection=name, places=s["places"],
            body=body, nominations_close=closes, terms_from=terms_from, certified=None)
        return self.by_registrar(s), lambda: self.elections.update({s["election"]: election})

    def need_electable(self, seat, first):
        bodies = self.bodies_of(seat)
        need(seat in self.statutes.seats and bodies and "per" not in self.statutes.seats[seat]
             and bodies[0] == self.bodies_of(first)[0], "unknown_seat", seat)

    def need_places(self, seat, found, time):
        expected = len(self.seat_places(seat, time))
        need(found == expected != 0, "wrong_places", "%s: %d, computed: %d" % (seat, found, expected))

    def pending_elections(self, seat):
        """The elections of a class that wait for their vote or its certificate.

        One whose nominations have closed and that has nobody to vote on waits for nothing.
        """
        return [e for e in self.elections.values() if seat in e.places and e.certified is None and (
            self.now < e.nominations_close or self.vote_of(e) or self.candidates_of(e))]

    # Nominations.

    def rule_nomination_made(self, s):
        self.need_new(self.nominations, s, "nomination")
        election, seat, party = self.election(s), s["seat"], s["party"]
        need(self.now < election.nominations_close, "nominations_over")
        need(seat in election.places, "unknown_seat")
        self.need_member(party)
        need(s["nominee"] in self.keys_of(party), "unknown_key", "the nominee has no key in force of the party")
        self.need_nominee_facts(s["facts"])
        if election.body:
            self.need_seat_for(party, seat, s["facts"], election.terms_from, election.places)
        need(not any((other.election, other.seat, other.party, other.withdrawn) == (election, seat, party, False)
                     for other in self.nominations.values()), "thing_exists", "the party is nominated")
        elector = self.signing_party()
        need(any(elector in group for group in self.item_electors(election, seat)), "not_an_elector")
        nomination = Record(id=s["nomination"], law=election.law, election=election, seat=seat, party=party,
                            nominee=s["nominee"], facts=s["facts"], accepted=False, withdrawn=False)
        return [self.by_party(elector)], lambda: self.nominations.update({s["nomination"]: nomination})

    def need_nominee_facts(self, facts):
        attributes = self.statutes.attributes
        for name in facts:
            need(attributes.get(name, {}).get("subject") == "nominee", "unknown_fact", name)

    def need_seat_for(self, party, seat, facts, time, ending=()):
        """Whether the party may hold the seat from a moment on, when the founding terms of some classes end."""
        need(self.may_hold(party, seat, facts), "not_a_holder")
        own, bodies = self.bodies_of(seat), self.statutes.bodies
        for name, body in sorted(bodies.items()):
            apart = any(name in bodies[each].get("never", ()) or each in body.get("never", ()) for each in own)
            if name in own or apart:
                need(party not in self.staying(body, time, ending),
                     "too_many_holders" if name in own else "incompatible_office", name)
        need(not self.is_resting(party, seat, time), "resting")

    def may_hold(self, party, seat, facts):
        return self.statutes.holds(self.statutes.seats[seat]["holder"], self.party_subject(party, facts)) is True

    def staying(self, body, time, ending=()):
        """{party: the facts of its nominee} of who holds a seat of the body at a moment,

        but for the founding terms of some classes, which end then.
        """
        terms = self.terms_of(body.get("seats", ()), time)
        return {term.party: term.facts for term in terms if term.elected or term.seat not in ending}

    def item_electors(self, election, name):
        """The groups that vote on a class, or on a mandate, now."""
        if election.body is None:
            return [[party] for party in sorted(self.members()) if not self.is_suspended(party)]
        return self.electorate({"electors": self.statutes.seats[name]["electors"]})

    def nomination(self, s):
        """The nomination, which is not withdrawn."""
        nomination = self.under(self.known(self.nominations, s, "nomination"))
        need(not nomination.withdrawn, "unknown_thing", "the nomination was withdrawn")
        return nomination

    def rule_nomination_accepted(self, s):
        nomination = self.nomination(s)
        need(not nomination.accepted, "thing_exists", "the nomination was accepted")
        need(self.now < nomination.election.nominations_close, "nominations_over")
        voting, nominee = self.voting_keys(nomination.party), {nomination.nominee}
        need_of = [Signers(nominee)] if nominee <= voting else [Signers(nominee, voting)]
        return need_of, lambda: setattr(nomination, "accepted", True)

    def rule_nomination_withdrawn(self, s):
        nomination = self.nomination(s)
        vote = self.vote_of(nomination.election)
        need(vote is None or self.now < vote.closes, "voting_over")
        return [Signers({nomination.nominee}), self.by_party(nomination.party)], \
            lambda: setattr(nomination, "withdrawn", True)

    def candidates_of(self, election):
        """{class: those who accepted, sorted}, of the classes that have any."""
        standing = [n for n in self.nominations.values() if n.election is election and n.accepted and not n.withdrawn]
        return {seat: sorted(n.id for n in standing if n.seat == seat) for seat in sorted({n.seat for n in standing})}

    def vote_of(self, election):
        """The election's vote, opened and not annulled, or None."""
        return next((v for v in self.votes.values() if v.election is election and not v.annulled), None)

# SPDX-License-Identifier: Apache-2.0
"""Meetings of bodies, and seats that are lost by staying away."""

from ..differences import need_same
from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Meetings:
    """The rules of meetings."""

    def rule_meeting_held(self, s):
        self.need_new(self.meetings, s, "meeting")
        body, held, present = self.known(self.statutes.bodies, s, "body"), decode_time(s["held"]), s["present"]
        need(held <= self.now, "received_in_future")
        need(all(other.held <= held for other in self.meetings_of(s["body"])), "wrong_window", "before the last meeting")
        need(present and present == sorted(set(present)) and set(present) <= self.may_attend(body, held), "not_a_holder")
        meeting = Record(name=s["meeting"], body=s["body"], held=held, present=present)
        keys = {key for party in present for key in self.voting_keys(party)}
        return [Signers(*self.by(s, "registrar"), keys)], lambda: self.meetings.update({s["meeting"]: meeting})

    def meetings_of(self, body):
        """The meetings of a body, in their order."""
        return [meeting for meeting in self.meetings.values() if meeting.body == body]

    def may_attend(self, body, time):
        """Who was of a body at a moment, and their alternates."""
        terms = self.terms_of(body.get("seats", ()), time)
        alternates = {self.alternate_of(term, time) for term in terms} - {None}
        return self.of_body(body, time) | alternates

    def of_body(self, body, time):
        """The parties that hold a seat of a body at a moment, or are in its roll."""
        if "seats" in body:
            return self.seat_holders(body["seats"], time)
        now, self.now = self.now, time
        try:
            return set(self.roll(body["roll"]))
        finally:
            self.now = now

    # Absence.

    def missed(self, term):
        """The names of the meetings by which the seat is lost; none where it is not."""
        name = self.bodies_of(term.seat)[0]
        absent = self.statutes.bodies[name].get("absent", {})
        if "missed" not in absent:
            return []
        number = int(absent["missed"])
        last = [m for m in self.meetings_of(name) if term.start <= m.held][-number:]
        was_there = any({term.party, self.alternate_of(term, m.held)} & set(m.present) for m in last)
        return [] if was_there or len(last) < number else [m.name for m in last]

    def seat_lost(self, s, term):
        """`seat.vacated` by absence."""
        expected = self.missed(term)
        need(expected, "wrong_meetings", "not so many meetings were missed")
        need_same(s["meetings"], expected, "wrong_meetings")
        return [Signers(*self.by(s, "registrar", "teller"))]

# SPDX-License-Identifier: Apache-2.0
"""Seats and their terms: who holds one when, which places there are, and who rests."""

from fractions import Fraction

from ..records import Record

NEVER = float("inf")  # the end of what has none


class Terms:
    """The terms of seats, at any moment."""

    @staticmethod
    def new_term(seat, party, start, until=NEVER, elected=True, vote=None, facts=None):
        """All but those of the founding are elected; `vote` is by which, `facts` are the nominee's.

        `successor` takes the rest of a term that ended early, `alternates` were named while it ran.
        """
        return Record(seat=seat, party=party, start=start, until=until, ended=NEVER, elected=elected, vote=vote,
                      facts=facts or {}, successor=None, alternates=[])

    def end_of(self, term):
        """When it is, or was, over: by its time, by `seat.vacated`, or because its party left."""
        left = self.parties[term.party].left
        return min(term.until, term.ended, NEVER if left is None else left)

    def runs(self, term, time):
        return term.start <= time < self.end_of(term)

    def terms_of(self, seats, time):
        """The terms of these classes that run at a moment."""
        return [term for term in self.terms if term.seat in seats and self.runs(term, time)]

    def waiting_terms(self, body):
        """The terms of a body that have not begun."""
        seats = self.statutes.bodies[body]["seats"]
        return [term for term in self.terms if term.seat in seats and self.now < term.start < self.end_of(term)]

    def seat_holders(self, seats, time):
        return {term.party for term in self.terms_of(seats, time)}

    def elected_terms(self, seat):
        return [term for term in self.terms if term.seat == seat and term.elected]

    def end_terms(self, party):
        """The terms of who is expelled, begun or not, end."""
        for term in self.terms:
            if term.party == party and self.end_of(term) > self.now:
                term.ended = self.now

    # Places.

    def part_of(self, duration, part):
        """A part of a duration, in its unit (of weeks days, of years months), rounded down."""
        number, unit = int(duration.strip("PTDHMWY")), duration[-1]
        several, unit = {"W": (7, "D"), "Y": (12, "M")}.get(unit, (1, unit))
        return "P%s%d%s" % ("T" if "T" in duration else "", int(number * several * part), unit)

    def seat_places(self, seat, time):
        """[(until, the term that ended early or None)] of the places of a class, the latest end first."""
        terms = self.statutes.seats[seat]
        elected = self.elected_terms(seat)
        number = int(terms["count"]) - sum(self.runs(term, time) for term in elected)
        if elected:
            early = [term for term in elected if term.successor is None and self.end_of(term) <= time < term.until]
            places = [(term.until, term) for term in early]
            places += [(self.calendar.end(time, terms["term"]), None)] * (number - len(early))
        else:
            places = [(end, None) for end in self.cohort_ends(terms, time, number)]
        places.sort(key=lambda place: -place[0])
        return places[:max(number, 0)]

    def cohort_ends(self, terms, time, number):
        """The ends of the places of a class that has had no election: its cohorts follow each other."""
        cohorts, ends = int(terms.get("stagger", 1)), []
        for cohort in range(cohorts):
            size = number // cohorts + (cohort < number % cohorts)
            length = self.part_of(terms["term"], Fraction(cohorts - cohort, cohorts))
            if length.strip("PTDHM") == "0":
                length = length.replace("0", "1")
            ends += [self.calendar.end(time, length)] * size
        return ends

    # Rest.

    def is_near(self, end, time, terms):
        """Whether a moment follows an end before the rest is over; without `rest`, without a gap."""
        return time < self.calendar.end(end, terms["rest"]) if "rest" in terms else time <= end

    def is_resting(self, party, seat, time):
        """Whether the party's last terms in a row were so many that it cannot begin one at this moment."""
        terms = self.statutes.seats[seat]
        past = sorted((term for term in self.elected_terms(seat) if term.party == party), key=lambda term: term.start)
        if "max_terms" not in terms or not past:
            return False
        row = past[-1:]
        for term in reversed(past[:-1]):
            if not self.is_near(self.end_of(term), row[0].start, terms):
                break
            row.insert(0, term)
        half = self.part_of(terms["term"], Fraction(1, 2))
        long = [term for term in row if self.end_of(term) >= self.calendar.end(term.start, half)]
        return len(long) >= int(terms["max_terms"]) and self.is_near(self.end_of(row[-1]), time, terms)

# SPDX-License-Identifier: Apache-2.0
"""The count of each class of an election, under the caps and floors of its body."""

from ..counting.constraints import Constraint
from ..counting.contest import Contest
from ..counting.election import Election
from ..counting.errors import Uncountable
from ..counting.figures import PLACES, figure
from ..counting.lots import seeded

# What the statutes call a method: the name of the count, and what it is told.
AS_BORDA = {"borda": ("borda", {"unranked": "last"}), "points": ("borda", {"unranked": "modified"})}
ACTIONS = {"first": "first_preferences", "exclusionOfDoomed": "exclusion_of_doomed", "void": "ranking"}


class SeatCounts:
    """The counting of elections."""

    def seat_results(self, vote, own, groups):
        """(the rows of the tally, {class: papers}); `own` is {class: {group: choice}}."""
        rows, papers, election = [], {}, vote.election
        body = self.statutes.bodies.get(election.body)
        staying = self.staying(body, election.terms_from, election.places) if body else {}
        for n, item in enumerate(vote.items):
            seat = item.id
            electors = [group for group in groups if group in vote.voters[seat]]
            papers[seat] = [own[seat][group] for group in electors if group in own[seat]]
            before = self.elected_in(rows)
            sitting = {**staying, **before} if body else {}  # beside a mandate nobody sits
            withdrawn = {c for c in vote.candidates[seat] if self.is_withdrawn(vote, c)
                         or self.nominations[c].party in {**sitting, **before}}
            later = sum(election.places[other.id] for other in vote.items[n + 1:])
            count = self.count_seat(vote, seat, papers[seat], withdrawn, sitting, later,
                                    election.places[seat])
            elected = [vote.candidates[seat][c] for c in count.elected] if count else []
            rows.append({"item": seat, "electors": len(electors), "ballots": len(papers[seat]),
                         "counts": self.named(vote, seat, papers[seat]), "blocs": {},
                         "outcome": "carried" if elected else "lost" if electors else "void",
                         "elected": elected, "stages": self.stage_rows(count, vote.candidates[seat])})
        return rows, papers

    def elected_in(self, rows):
        """{party: the facts of its nominee} of those elected."""
        elected = [self.nominations[c] for row in rows for c in row["elected"]]
        return {nomination.party: nomination.facts for nomination in elected}

    def is_withdrawn(self, vote, candidate):
        """Whether somebody withdrew, or whose party was no member when voting closed."""
        nomination = self.nominations[candidate]
        left = self.parties[nomination.party].left
        return nomination.withdrawn or (left is not None and left <= vote.closes)

    @staticmethod
    def named(vote, seat, papers):
        """{candidate: the papers that name them, or name them first}."""
        ranked = vote.rule["ballot"] == "ranked"
        return {c: sum(c in (paper[:1] if ranked else paper) for paper in papers) for c in vote.candidates[seat]}

    def count_seat(self, vote, seat, papers, withdrawn, sitting, later, seats, keeping=()):
        """The count of a class, or None; `sitting` is {party: facts} of who sits besides its candidates.

        `later` is the number of places still to be counted, `keeping` those who keep their seats.
        """
        names, ranked = vote.candidates[seat], vote.rule["ballot"] == "ranked"
        number = {c: n for n, c in enumerate(names)}
        ballots = [(1, [(number[c],) for c in paper] if ranked else [tuple(number[c] for c in paper)])
                   for paper in papers]
        method = vote.rule["method"]
        name, told = AS_BORDA.get(method, (method, {}))
        constraints = self.constraints_at(vote, seat, sitting, seats, later)
        try:
            return Election(Contest(names, seats, ballots, [number[c] for c in withdrawn]), name,
                            seeded(bytes.fromhex(vote.digest), names), constraints, [number[c] for c in keeping],
                            vote.rule.get("unmet", "leave_vacant"), **told)
        except Uncountable:
            return None

    # Caps and floors.

    def constraints_at(self, vote, item, sitting, seats, later):
        """The constraints of a class or a mandate; facts are judged as of when the vote opens."""
        candidates = [(self.nominations[c].party, self.nominations[c].facts) for c in vote.candidates[item]]
        now, self.now = self.now, vote.opens
        try:
            if vote.election.body is None:
                return self.constraints_elsewhere(self.statutes.mandates[item], candidates, seats)
            body = self.statutes.bodies[vote.election.body]
            floors = self.floors(body, candidates, sitting, seats, later, self.seats_of(body))
            return self.caps(body, candidates, sitting) + floors
        finally:
            self.now = now

    def seats_of(self, body):
        """How many seats a body has, filled or not."""
        return sum(int(self.statutes.seats[seat]["count"]) for seat in body["seats"])

    def caps(self, body, candidates, sitting):
        """The caps of a body, of each group that a candidate, (party, facts), is in."""
        found = []
        for cap in body.get("caps", []):
            top, bottom = self.share(cap["at_most"], self.seats_of(body))
            for label, group in self.cap_groups(cap, candidates, sorted(sitting.items())):
                members = [n for n, candidate in enumerate(candidates) if candidate[0] in group]
                most = max(0, top // bottom - sum(party in group for party in sitting))
                found += [Constraint(label, members, 0, most)] * bool(members)
        return found

    def floors(self, terms, candidates, sitting, seats, later, all_seats):
        """The floors of a body or a mandate; `later` places could still meet them."""
        found = []
        for floor in terms.get("floors", []):
            top, bottom = self.share(floor["at_least"], all_seats)
            members, fits = [n for n, each in enumerate(candidates) if self.fits(floor["where"], each)], [
                each for each in sitting.items() if self.fits(floor["where"], each)]
            least = -(-top // bottom) - len(fits) - later
            found += [Constraint(floor["where"], members, min(least, seats))] * (least > 0)
        return found

    def share(self, text, all_seats):
        """(numerator, denominator) of a number of seats, or of a share of all seats of the body."""
        text = self.statutes.parameters[text[6:]] if text.startswith("param.") else text
        top, _, bottom = text.partition("/")
        return (int(top) * all_seats, int(bottom)) if bottom else (int(top), 1)

    def fits(self, test, candidate):
        return self.statutes.holds(test, self.party_subject(*candidate)) is True

    def cap_groups(self, cap, candidates, sitting):
        """[(name, parties)] of the groups that a cap makes, in the order of their names."""
        if "where" in cap:
            return [(cap["where"], {each[0] for each in [*candidates, *sitting] if self.fits(cap["where"], each)})]
        per, groups = cap["per"], {}
        if per in self.statutes.relations:
            joined = self.groups({each[0] for each in [*candidates, *sitting]}, per)
            return [("%s %s" % (per, group[0]), set(group)) for group in joined]
        for party, facts in [*candidates, *sitting]:
            value = self.statutes.fact(per, self.party_subject(party, facts))
            if value is not None:
                groups.setdefault(str(value), set()).add(party)
        return [("%s %s" % (per, value), groups[value]) for value in sorted(groups)]

    # The working out.

    def stage_rows(self, count, names):
        return [self.stage_of(count, stage, names) for stage in count.stages] if count else []

    @staticmethod
    def stage_of(count, stage, names):
        """A stage as the tally tells it; lists and optional numbers that are empty are left out."""
        def reason(rule):
            """The floor or the cap that guards or dooms somebody; those who sit have no name."""
            if rule["rule"] == "sitting":
                return "sitting"
            word = {"floor": "at_least", "cap": "at_most"}[rule["rule"]]
            return "%s %d %s" % (word, rule["number"], count.constraints[rule["constraint"]].name)

        places, event = PLACES.get(count.method), stage["event"]
        row = {"action": ACTIONS.get(event, event),
               "votes": {names[c]: figure(n, places) for c, n in stage.get("votes", {}).items()},
               "decisions": [[names[c], word, *map(reason, decision.get("rules", ()))] for decision in stage["decisions"]
                             for word, c in decision.items() if word in ("elected", "guarded", "doomed")]}
        if stage["candidates"]:
            row["candidates"] = [names[c] for c in stage["candidates"]]
        for name, field in (("non_transferable", "nonTransferable"), ("lost", "lost")):
            if stage.get(field):
                row[name] = figure(stage[field], places)
        ties = [{"purpose": tie["for"], "tied": [names[c] for c in tie["tied"]], "chosen": names[tie["chosen"]],
                 "by": "lot" if tie["decidedBy"] == "order" else "stage %d" % tie["decidedBy"]}
                for tie in stage["ties"]]
        return dict(row, ties=ties) if ties else row

# SPDX-License-Identifier: Apache-2.0
"""Single transferable vote by the Scottish rules.

Rules 45 to 52 of the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1. Votes are
whole numbers of 1/100,000.
"""

SCOTTISH_UNIT = 10**5


class Paper:
    """So many equal papers, each of this value now."""

    def __init__(self, count, preferences):
        self.count, self.preferences, self.value = count, preferences, SCOTTISH_UNIT

    def next(self, left):
        return next((c for c in self.preferences if c in left), None)


class ScottishCount:
    """One count of preferences: [(papers, candidates in order)]; `stages` when it was made."""

    places = 5

    def __init__(self, race, preferences, earlier_stages=True):
        self.race, self.earlier_stages, self.stages, self.waiting = race, earlier_stages, [], []
        self.votes, self.nontransferable, self.lost = dict.fromkeys(race.left, 0), 0, 0
        self.held = {c: [] for c in [*race.left, None]}
        papers = [Paper(count, ranking) for count, ranking in preferences]
        self.quota = (sum(paper.count for paper in papers) // (race.contested + 1) + 1) * SCOTTISH_UNIT
        self.give(papers)
        self.end_stage("first", [])
        while race.vacancies > 0:
            self.next_stage()

    def next_stage(self):
        doomed = [c for c in self.race.left if c in self.race.doomed]
        if doomed:
            self.exclude("exclusionOfDoomed", doomed)
        elif self.waiting:
            self.transfer_surplus()
        else:
            unguarded = [c for c in self.race.left if c not in self.race.guarded]
            self.exclude("exclusion", [self.extreme(unguarded, min, "exclusion")])

    def extreme(self, candidates, extreme, what):
        """Rules 49 and 51: the one with the most or the fewest votes; of equal ones by earlier stages."""
        best = extreme(self.votes[c] for c in candidates)
        earlier = [stage["votes"] for stage in self.stages] if self.earlier_stages else []
        return self.race.settle([c for c in candidates if self.votes[c] == best], what, earlier)

    # Where papers go.

    def give(self, papers):
        """Each to the next of those left on it; gives the value of all."""
        left, total = set(self.race.left), 0
        for paper in papers:
            to, value = paper.next(left), paper.count * paper.value
            self.held[to].append(paper)
            total += value
            if to is None:
                self.nontransferable += value
            else:
                self.votes[to] += value
        return total

    def transfer_surplus(self):
        """Rule 48: over all papers that the elected received, at the value at which each came."""
        candidate = self.extreme(self.waiting, max, "surplus")
        self.waiting.remove(candidate)
        votes, papers = self.votes[candidate], self.held.pop(candidate)
        surplus = votes - self.quota
        for paper in papers:
            paper.value = surplus * paper.value // votes
        self.lost += surplus - self.give(papers)
        self.votes[candidate] = self.quota
        self.end_stage("surplus", [candidate])

    def exclude(self, event, candidates):
        """Rule 50: papers keep their value."""
        self.race.exclude(candidates)
        for candidate in candidates:
            self.votes[candidate] = 0
            self.give(self.held.pop(candidate))
        self.end_stage(event, candidates)

    def end_stage(self, event, candidates):
        """Rules 47 and 52: who is elected now, the highest first."""
        race = self.race
        while race.vacancies > 0:
            reached = [c for c in race.open if self.votes[c] >= self.quota]
            ready = reached or (race.open if len(race.open) <= race.vacancies else [])
            if not ready:
                break
            most = max(self.votes[c] for c in ready)
            chosen = race.settle([c for c in ready if self.votes[c] == most], "election")
            race.elect(chosen, "quota" if reached else "remaining")
            if most > self.quota:
                self.waiting.append(chosen)
        self.stages.append(race.stage(event, candidates, votes=dict(self.votes),
                                      nonTransferable=self.nontransferable, lost=self.lost))

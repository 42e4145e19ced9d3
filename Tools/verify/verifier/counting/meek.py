# SPDX-License-Identifier: Apache-2.0
"""Single transferable vote by Meek's method: the reference rule of the PR Foundation.

https://prfound.org/resources/reference/reference-meek-rule/ — votes, keep factors and the quota are
whole numbers of 1/1,000,000,000, rounded as the rule says.
"""

MEEK_UNIT = 10**9
OMEGA = MEEK_UNIT // 10**6


def up(numerator, denominator):
    """Divided, and rounded up."""
    return -(-numerator // denominator)


class MeekCount:
    """One count of preferences: [(papers, candidates in order)]; `stages` when it was made."""

    places = 9

    def __init__(self, race, preferences):
        self.race, self.preferences, self.stages = race, preferences, []
        self.keep = dict.fromkeys(race.left, MEEK_UNIT)
        self.votes, self.quota, self.nontransferable = dict.fromkeys(race.left, 0), 0, 0
        self.round()
        while race.vacancies > 0:
            self.round()

    def round(self):
        """Steps 1 to 9 of the page: until somebody is elected, or the surplus is as small as it gets."""
        race = self.race
        sitting, excluded = list(race.elected), []
        iterations, surplus = self.iterate(sitting)
        self.elect_rest()
        if race.vacancies > 0 and len(race.elected) == len(sitting):
            excluded = self.lowest(surplus)
            race.exclude(excluded)
            self.keep.update(dict.fromkeys(excluded, 0))
            self.elect_rest()
        self.stages.append(race.stage(
            "round", excluded, iterations=iterations, quota=self.quota, nonTransferable=self.nontransferable,
            votes=dict(self.votes), keep=dict(self.keep)))

    def iterate(self, sitting):
        """B.2: (how many iterations, the surplus of those elected in earlier rounds)."""
        iterations, before = 0, None
        while True:
            iterations += 1
            self.distribute()
            surplus = max(0, sum(self.votes[c] - self.quota for c in sitting))
            if self.elect_with_quota() or self.race.doomed & set(self.race.left) or surplus < OMEGA or (
                    before is not None and surplus >= before):
                return iterations, surplus
            before = surplus
            for c in sitting:
                self.keep[c] = min(MEEK_UNIT, up(up(self.keep[c] * self.quota, MEEK_UNIT) * MEEK_UNIT, self.votes[c]))

    def distribute(self):
        """B.2.a and b: each keeps a share of what reaches them, and the quota is of what all keep."""
        self.votes, self.nontransferable = dict.fromkeys(self.votes, 0), 0
        for papers, preferences in self.preferences:
            weight = MEEK_UNIT
            for c in preferences:
                kept = up(weight * self.keep[c], MEEK_UNIT)
                self.votes[c] += papers * kept
                weight -= kept
                if not weight:
                    break
            self.nontransferable += papers * weight
        self.quota = sum(self.votes.values()) // (self.race.contested + 1) + 1

    def elect_with_quota(self):
        """B.2.c: whether anybody was elected, the highest first."""
        before = len(self.race.elected)
        while self.race.vacancies > 0:
            reached = [c for c in self.race.open if self.votes[c] >= self.quota]
            if not reached:
                break
            self.elect_highest(reached, "quota")
        return len(self.race.elected) > before

    def elect_rest(self):
        """C: those left, where there are no more of them than vacancies."""
        while 0 < len(self.race.open) <= self.race.vacancies:
            self.elect_highest(self.race.open, "remaining")

    def elect_highest(self, candidates, why):
        most = max(self.votes[c] for c in candidates)
        self.race.elect(self.race.settle([c for c in candidates if self.votes[c] == most], "election"), why)

    def lowest(self, surplus):
        """B.3: whom to exclude: all of the doomed, or one of those whom the surplus might not save."""
        doomed = [c for c in self.race.left if c in self.race.doomed]
        if doomed:
            return doomed
        unguarded = [c for c in self.race.left if c not in self.race.guarded]
        fewest = min(self.votes[c] for c in unguarded)
        return [self.race.settle([c for c in unguarded if self.votes[c] <= fewest + surplus], "exclusion")]

# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

The counts of elections, on contests by chance: against every committee, every path, every lowering.
"""

import itertools
import random
import unittest

from count_vectors import elect
from debian import DebianCount
from verifier.counting import schulze
from verifier.counting.constraints import Constraint
from verifier.counting.contest import Contest
from verifier.counting.errors import Uncountable
from verifier.counting.race import Race

METHODS = {"plurality": {}, "most_approved": {}, "stv": {}, "meek": {}, "schulze": {}, "borda": {},
           "points": {"scale": [3, 2, 1]}, "lot": {}}


def constraint(rng, n, seats):
    floor = rng.choice([0, 0, 1, rng.randint(0, seats)])
    cap = rng.choice([None, rng.randint(floor, seats)])
    return Constraint("", rng.sample(range(n), rng.randint(1, n)), floor, cap)


def conforms(committee, constraints, lowered=()):
    """Whether every bound holds; `lowered` are the floors' sums off, in order."""
    for each, less in itertools.zip_longest(constraints, lowered, fillvalue=0):
        count = len(each.members & set(committee))
        if count < each.floor - less or (each.cap is not None and count > each.cap):
            return False
    return True


def contest_by(rng):
    n = rng.randint(3, 7)
    seats = rng.randint(1, n)
    ballots = [(rng.randint(1, 9), tuple((c,) for c in rng.sample(range(n), rng.randint(1, n)))) for _ in range(12)]
    constraints = [constraint(rng, n, seats) for _ in range(rng.randint(1, 3))]
    return Contest([str(c) for c in range(n)], seats, ballots), constraints, rng.sample(range(n), n)


class Committees(unittest.TestCase):
    def test_every_method_elects_what_conforms(self):
        rng, feasible = random.Random(1998), 0
        for case in range(150):
            contest, constraints, order = contest_by(rng)
            committees = [set(w) for w in itertools.combinations(contest.standing, contest.seats)
                          if conforms(w, constraints)]
            if not committees:
                with self.assertRaises(Uncountable):
                    Race(contest, order, constraints)
                continue
            feasible += 1
            for method, told in METHODS.items():
                election = elect(contest, method, order, constraints=constraints, **told)
                self.assertTrue(election.is_void or set(election.elected) in committees, (case, method))
                slack = elect(contest, method, order, constraints=[Constraint("", contest.standing, 0, 7)], **told)
                self.assertEqual(slack.stages, elect(contest, method, order, **told).stages, (case, method))
        self.assertGreater(feasible, 50)

    def test_marks_are_what_every_committee_says(self):
        rng, marked = random.Random(2001), 0
        for case in range(300):
            contest, constraints, order = contest_by(rng)
            try:
                race = Race(contest, order, constraints)
            except Uncountable:
                continue
            while 0 < race.vacancies < len(race.left):
                committees = [{*race.elected, *w} for w in itertools.combinations(race.left, race.vacancies)
                              if conforms([*race.elected, *w], constraints)]
                everywhere = set.intersection(*committees) - set(race.elected)
                self.assertEqual(race.guarded & set(race.left), everywhere, case)
                self.assertEqual(race.doomed & set(race.left), set(race.left) - set.union(*committees), case)
                marked += len(everywhere)
                race.elect(rng.choice(race.open), "order")
        self.assertGreater(marked, 100)

    def test_floors_are_lowered_by_the_least(self):
        """Every lowering is tried: the least sum, then the most places, then the first in order."""
        rng, lowered = random.Random(2022), 0
        for case in range(300):
            contest, constraints, order = contest_by(rng)
            for unmet in ("leave_vacant", "release"):
                found = []
                for by in itertools.product(*(range(each.floor + 1) for each in constraints)):
                    most = contest.seats - (sum(by) if unmet == "leave_vacant" else 0)
                    found += [(sum(by), -size, by) for size in range(most + 1) if any(
                        conforms(w, constraints, by) for w in itertools.combinations(contest.standing, size))]
                best = min(found, default=None)
                if best is None:
                    with self.assertRaises(Uncountable):
                        Race(contest, order, constraints, unmet=unmet)
                    continue
                race = Race(contest, order, constraints, unmet=unmet)
                off = [sum(each["by"] for each in race.lowered if each["constraint"] == n)
                       for n in range(len(constraints))]
                self.assertEqual((sum(off), -race.size, tuple(off)), best, (case, unmet))
                self.assertEqual(sum(each["seats"] for each in race.empty), contest.seats - race.size)
                lowered += sum(off) > 0
        self.assertGreater(lowered, 20)


class Paths(unittest.TestCase):
    def test_the_strongest_path_against_every_path(self):
        rng = random.Random(2003)
        for case in range(200):
            n = rng.randint(2, 5)
            wins = {a: {b: rng.randint(0, 6) for b in range(n)} for a in range(n)}
            for fewest in (False, True):
                paths = schulze.strongest_paths(wins, fewest)
                for a, b in itertools.permutations(range(n), 2):
                    between = [c for c in range(n) if c not in (a, b)]
                    ways = [(a, *via, b) for k in range(n - 1) for via in itertools.permutations(between, k)]
                    strengths = [min(self.strength(wins, x, y, fewest) for x, y in zip(way, way[1:])) for way in ways]
                    self.assertEqual(paths[a][b], max(strengths), (case, a, b))

    def strength(self, wins, a, b, fewest):
        if wins[a][b] <= wins[b][a]:
            return (0, 0)
        return wins[a][b], -wins[b][a] if fewest else 0

    def test_the_first_tier_is_what_dropping_the_weakest_defeats_leaves(self):
        rng, several = random.Random(2006), 0
        for case in range(2000):
            n = rng.randint(2, 6)
            wins = {a: {b: rng.randint(0, 9) for b in range(n)} for a in range(n)}
            first = schulze.tiers_of_paths(schulze.strongest_paths(wins, fewest_against=True))[0]
            self.assertEqual(first, sorted(DebianCount(wins).winners), (case, wins))
            several += len(first) > 1
        self.assertGreater(several, 50)


if __name__ == "__main__":
    unittest.main()

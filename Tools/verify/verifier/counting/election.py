# SPDX-License-Identifier: Apache-2.0
"""A count by any of the methods: what is checked, how ballots are read, and what comes out."""

from fractions import Fraction

from . import schulze, scores
from .contest import SIZE_MAX
from .errors import must
from .meek import MeekCount
from .race import Race
from .scottish import ScottishCount

# What each method may be told, and what it does where it is not told.
METHODS = {
    "plurality": {},
    "most_approved": {},
    "stv": {"earlier_stages": True},
    "meek": {},
    "schulze": {"unranked": "last", "default": None, "quorum": 0, "ratios": {}, "fewest_against": False},
    "borda": {"unranked": "last"},
    "points": {"scale": None, "mean": False, "given": None},
    "lot": {},
}
UNRANKED = {"schulze": ("last", "no_comparison"), "borda": ("last", "zero", "modified")}


class Election:
    """One election: `race`, `stages`, `papers` and `valid` when it was counted; else Uncountable.

    `order` is the predetermined order of the candidates; `unmet` says what happens to floors that cannot be
    met: leave_vacant, release, or None to refuse. `told` are the method's parameters, as in METHODS.
    """

    def __init__(self, contest, method, order, constraints=(), sitting=(), unmet=None, **told):
        self.contest, self.order, self.constraints = contest, list(order), constraints
        self.sitting, self.unmet = frozenset(sitting), unmet
        self.method, self.told = method, {**METHODS[method], **told}
        self.quota, self.tiers, self.pairwise, self.paths = None, None, None, None
        contest.check()
        self.check_order()
        self.check_constraints()
        self.check_method()
        self.papers = sum(papers for papers, _ in contest.ballots)
        self.ballots = self.read_ballots()
        self.valid = sum(papers for papers, _ in self.ballots)
        if self.is_void:
            # Where a default option must be beaten, no paper beats it: everybody is barred.
            self.run(contest.standing if self.told.get("default") is not None else ())
            self.stages = [{"event": "void", "candidates": [], "votes": dict.fromkeys(contest.standing, 0),
                            "ties": [], "decisions": []}]
            self.empty = [{"seats": contest.seats, "why": "noBallots"}]
        else:
            self.stages = self.count()
            self.empty = self.race.empty

    @property
    def is_void(self):
        return not self.valid and self.method != "lot" and self.told.get("given") is None

    @property
    def elected(self):
        return self.race.elected

    # What is checked before any ballot is read.

    def check_order(self):
        standing = [c for c in self.order if c not in self.contest.withdrawn]
        must(sorted(standing) == self.contest.standing and len(set(self.order)) == len(self.order), "badLot")

    def check_constraints(self):
        seats, candidates = self.contest.seats, range(len(self.contest.names))
        for each in self.constraints:
            must(0 <= each.floor <= seats and (each.cap is None or each.floor <= each.cap)
                 and all(c in candidates for c in each.members), "badConstraint", each.name)
        must(len(self.sitting) <= seats and self.sitting <= set(self.contest.standing), "badSitting")

    def check_method(self):
        told, standing = self.told, self.contest.standing
        must(told.get("unranked", "last") in UNRANKED.get(self.method, ("last",)), "badMethod", "unranked")
        if self.method == "points" and told["given"] is not None:
            must(len(told["given"]) == len(self.contest.names), "badMethod", "given scores")
        elif self.method == "points":
            scale = told["scale"] or []
            must(1 <= len(scale) <= 1000 and all(abs(n) <= 10**6 for n in scale), "badMethod", "scale")
        if self.method == "schulze" and told["default"] is not None:
            must(told["default"] in standing and 0 <= told["quorum"] <= 10**9, "badMethod", "default option")
            must(all(c in standing and ratio >= 1 and max(ratio.numerator, ratio.denominator) <= SIZE_MAX
                     for c, ratio in told["ratios"].items()), "badMethod", "ratios")

    # The count.

    def read_ballots(self):
        if self.method in ("plurality", "most_approved"):
            return self.contest.sets(self.contest.seats if self.method == "plurality" else None)
        if self.method == "lot" or self.told.get("given") is not None:
            return []
        return self.contest.preferences() if self.method in ("stv", "meek") else self.contest.rankings()

    def run(self, barred=()):
        self.race = Race(self.contest, self.order, self.constraints, self.sitting, self.unmet, barred)
        return self.race

    def count(self):
        """The stages."""
        if self.method == "stv":
            counted = ScottishCount(self.run(), self.ballots, self.told["earlier_stages"])
            self.quota = counted.quota
            return counted.stages
        if self.method == "meek":
            return MeekCount(self.run(), self.ballots).stages
        if self.method == "schulze":
            return self.count_schulze()
        if self.method == "lot":
            return self.rank(self.run(), [[c] for c in self.order], {})
        found = self.scores()
        return self.rank(self.run(), scores.tiers_of_scores(found), {"votes": found})

    def scores(self):
        standing, told = self.contest.standing, self.told
        if self.method == "borda":
            return scores.borda(self.ballots, standing, told["unranked"])
        if self.method != "points":
            return scores.named(self.ballots, standing)
        if told["given"] is not None:
            return {c: Fraction(told["given"][c]) for c in standing}
        return scores.points(self.ballots, standing, told["scale"], told["mean"])

    def count_schulze(self):
        told, default = self.told, self.told["default"]
        wins = self.pairwise = schulze.matrix(self.ballots, self.contest.standing, told["unranked"])
        out = [] if default is None else schulze.dropped(wins, default, told["quorum"], told["ratios"])
        kept = {a: {b: n for b, n in row.items() if b not in out} for a, row in wins.items() if a not in out}
        self.paths = schulze.strongest_paths(kept, told["fewest_against"])
        self.tiers = schulze.tiers_of_paths(self.paths)
        return self.rank(self.run([*out, *({default} - {None})]), self.tiers, {})

    @staticmethod
    def rank(race, tiers, figures):
        """The one stage of methods that make an order: down the tiers, past whoever is doomed."""
        while race.vacancies > 0:
            tied = next(filter(None, ([c for c in tier if c in race.open] for tier in tiers)))
            race.elect(race.settle(tied, "election"), "order")
        return [race.stage("ranking", [], **figures)]

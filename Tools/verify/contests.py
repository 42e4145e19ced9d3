#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Contests by chance with their counts, for another program to count and compare.

    python3 contests.py --cases 1000 --seed 1 > contests.jsonl

Prints one JSON object a line. Everything is numbered from 0:

    seed, case      by which it is drawn
    candidates, seats, withdrawn, ballots   [[papers, [[candidates of a group], …]], …]
    constraints     [{"members", "floor", "cap" or null}]
    sitting, unmet  who sits; leave_vacant, release or null
    order           the predetermined order
    method, told    its name and parameters, as count.py has them; ratios and scores are texts p/q
    count           what `count.py --json` prints, or {"uncountable": the reason's name}

Every case is drawn from the seed and its number alone, so that one can be had again by its number.
"""

import argparse
import json
import random
import sys
from fractions import Fraction

from count import as_json
from verifier.counting.constraints import Constraint
from verifier.counting.contest import Contest
from verifier.counting.election import METHODS, Election
from verifier.counting.errors import Uncountable


def ballot(rng, n, method):
    """[papers, groups]; now and then somebody is named again, or a group is empty, or shared."""
    ranked = rng.sample(range(n), rng.randint(0, n)) if rng.random() < 0.9 else rng.choices(range(n), k=3)
    groups, alone = [], method in ("stv", "meek") and rng.random() < 0.99
    for candidate in ranked:
        if groups and not alone and rng.random() < 0.2:
            groups[-1].append(candidate)
        else:
            groups += [[]] * (rng.random() < 0.05) + [[candidate]]
    return [rng.randint(1, 12), groups]


def constraint(rng, n, seats):
    floor = rng.choice([0, 0, 1, rng.randint(0, seats)])
    cap = rng.choice([None, rng.randint(floor, seats)])
    return {"members": sorted(rng.sample(range(n), rng.randint(1, n))), "floor": floor, "cap": cap}


def parameters(rng, method, standing):
    """What the method may be told."""
    if method == "stv":
        return {"earlier_stages": rng.random() < 0.7}
    if method == "borda":
        return {"unranked": rng.choice(["last", "zero", "modified"])}
    if method == "points":
        return {"scale": [rng.randint(-2, 9) for _ in range(rng.randint(1, 6))], "mean": rng.random() < 0.5}
    if method != "schulze":
        return {}
    told = {"unranked": rng.choice(["last", "no_comparison"]), "fewest_against": rng.random() < 0.5}
    if standing and rng.random() < 0.4:
        told.update(default=rng.choice(standing), quorum=rng.randint(0, 20), ratios={
            c: Fraction(rng.randint(2, 6), 2) for c in rng.sample(standing, rng.randint(0, len(standing)))})
    return told


def case(seed, number):
    """(the case without its count, the method's parameters)."""
    rng = random.Random("%d/%d" % (seed, number))
    n, method = rng.randint(1, 9), sorted(METHODS)[number % len(METHODS)]
    seats = rng.randint(1, min(n + 1, 6))
    withdrawn = sorted(rng.sample(range(n), rng.choice([0, 0, 0, rng.randint(0, n)])))
    standing = [c for c in range(n) if c not in withdrawn]
    constraints = [constraint(rng, n, seats) for _ in range(rng.choice([0, 0, 1, 2, 3]))]
    sitting = rng.sample(standing, min(len(standing), seats, rng.choice([0, 0, 0, 1, 2])))
    told = parameters(rng, method, standing)
    return {"candidates": n, "seats": seats, "withdrawn": withdrawn,
            "ballots": [ballot(rng, n, method) for _ in range(rng.choice([0, 3, 8, 20, 20, 20]))],
            "constraints": constraints, "sitting": sorted(sitting),
            "unmet": rng.choice([None, "leave_vacant", "release"]), "order": rng.sample(range(n), n),
            "method": method, "told": told}


def count(drawn):
    """What count.py would print of a case, or why it cannot be counted."""
    ballots = [(papers, tuple(map(tuple, groups))) for papers, groups in drawn["ballots"]]
    contest = Contest([str(c) for c in range(drawn["candidates"])], drawn["seats"], ballots, drawn["withdrawn"])
    constraints = [Constraint(str(number), each["members"], each["floor"], each["cap"])
                   for number, each in enumerate(drawn["constraints"])]
    try:
        return as_json(Election(contest, drawn["method"], drawn["order"], constraints, drawn["sitting"],
                                drawn["unmet"], **drawn["told"]))
    except Uncountable as error:
        return {"uncountable": error.code}


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--seed", type=int, default=1, help="another number, other cases")
    try:
        options = parser.parse_args(words)
    except SystemExit as stop:
        return 64 if stop.code else 0
    for number in range(options.first, options.first + options.cases):
        drawn = case(options.seed, number)
        print(json.dumps({"seed": options.seed, "case": number, **drawn, "count": count(drawn)}, default=str))
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Count an election with a program that shares no code with Viche.

    python3 count.py WARD.blt --method stv
    python3 count.py WARD.blt --method meek --seats 5 --seed 'what was drawn' --con GROUPS.con --json

Reads a contest from a BLT file (candidates, seats, ballots, names) and prints who is elected, and how,
by the rules of the page Elections. Candidates are numbered from 1 in the files, and from 0 here and in
everything that is printed as JSON, as on the page. Ties that no rule settles are settled by an order of
the candidates: --order, or that of a seed (their names are hashed), or else that of the ballot.

--json prints one object:

    method, names, seats, papers, valid
    elected     [candidates in the order of their election]
    empty       [{"seats", "why": keptFor, constraints, noCandidates or noBallots, "constraints"}]
    lowered     [{"constraint", "by"}]: floors that could not be met
    quota       of stv; text with 5 decimals
    stages      [{"event", "candidates", "votes", "decisions", "ties", …}]
        event       stv: first, surplus, exclusion, exclusionOfDoomed; meek: round; others: ranking; or void
        candidates  whose papers were transferred, or who were excluded
        votes       {candidate: text with 5 (stv) or 9 decimals (meek), or the score as p or p/q}
        stv         nonTransferable, lost; text with 5 decimals
        meek        nonTransferable, quota, keep {candidate: factor}; text with 9 decimals; iterations
        decisions   [{"elected": candidate, "by": quota, remaining or order}, {"guarded" or "doomed": candidate,
                    "rules": [{"rule": floor, cap or sitting, "constraint", "number", "elected", "left"}]}]
        ties        [{"for": election, surplus or exclusion, "tied", "chosen", "decidedBy": a stage or order}]
    tiers, pairwise, paths  of schulze

Exit codes: 0 counted, 1 not to be counted (the reason's name is printed), 64 usage, 65 malformed, 66 no such file.
"""

import argparse
import json
import os
import sys
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))  # `python3 -I` leaves it out
from verifier.counting import files  # noqa: E402
from verifier.counting.election import METHODS, UNRANKED, Election  # noqa: E402
from verifier.counting.errors import Uncountable  # noqa: E402
from verifier.counting.figures import PLACES, decimal, figure  # noqa: E402
from verifier.counting.lots import seeded  # noqa: E402
from verifier.errors import Malformed  # noqa: E402
from verifier.plain import clean  # noqa: E402

FILE_MAX = 1 << 26


def as_json(election):
    places = PLACES.get(election.method)
    told = {"method": election.method, "names": election.contest.names, "seats": election.contest.seats,
            "papers": election.papers, "valid": election.valid, "elected": election.elected,
            "empty": election.empty, "lowered": election.race.lowered,
            "stages": [stage_as_json(stage, places) for stage in election.stages]}
    if election.quota is not None:
        told["quota"] = decimal(election.quota, places)
    if election.tiers is not None:
        told["tiers"] = election.tiers
        told["pairwise"] = {a: {b: n for b, n in row.items() if b != a} for a, row in election.pairwise.items()}
        told["paths"] = {a: {b: path[0] for b, path in row.items()} for a, row in election.paths.items()}
    return told


def marks_and_elections(stage):
    """The decisions without exclusions, which the stage's candidates tell."""
    return [decision for decision in stage["decisions"] if "excluded" not in decision]


def stage_as_json(stage, places):
    told = dict(stage, decisions=marks_and_elections(stage))
    for name in ("votes", "keep"):
        if name in stage:
            told[name] = {c: figure(n, places) for c, n in stage[name].items()}
    for name in ("nonTransferable", "lost", "quota"):
        if name in stage:
            told[name] = figure(stage[name], places)
    return told


def as_text(election):
    """Who is elected; each stage, decision and tie in a line."""
    def named(candidates):
        return ", ".join("%d %s" % (c, clean(election.contest.names[c])) for c in candidates) or "-"

    lines = []
    for number, stage in enumerate(election.stages):
        lines.append("%d %s: %s" % (number, stage["event"], named(stage["candidates"])))
        lines += ["    tie for %s of %s: %s, by %s" % (
            tie["for"], named(tie["tied"]), named([tie["chosen"]]), tie["decidedBy"]) for tie in stage["ties"]]
        for decision in marks_and_elections(stage):
            what, candidate = next(iter(decision.items()))
            lines.append("    %s: %s" % (what, named([candidate])))
    lines += ["%d empty: %s" % (empty["seats"], empty["why"]) for empty in election.empty]
    return "\n".join(lines + ["elected: " + named(election.elected)])


def numbers(text):
    """[1, 0] of `1,0`."""
    return [int(word) for word in text.split(",") if word]


def fraction(text):
    top, _, bottom = text.partition("/")
    if bottom and not int(bottom):
        raise ValueError("divided by zero")
    return Fraction(int(top), int(bottom or 1))


def fractions(text):
    return list(map(fraction, text.split(",")))


def ratios(text):
    """{candidate: ratio} of `2=3,4=3/2`."""
    return {int(c): fraction(ratio) for c, ratio in (word.split("=") for word in text.split(","))}


def arguments_of(words):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", help="the contest, a BLT file")
    parser.add_argument("--method", required=True, choices=sorted(METHODS))
    parser.add_argument("--seats", type=int, help="other seats than the file's")
    parser.add_argument("--con", metavar="FILE", help="constraints, a CON file")
    parser.add_argument("--unmet", choices=["leave_vacant", "release"], help="for floors that cannot be met")
    parser.add_argument("--sitting", type=numbers, default=[], metavar="A,B", help="countback: who sits")
    parser.add_argument("--order", type=numbers, metavar="A,B,C", help="the order that settles ties")
    parser.add_argument("--seed", help="a seed for that order")
    parser.add_argument("--no-earlier-stages", dest="earlier_stages", action="store_false", help="stv")
    parser.add_argument("--unranked", choices=sorted({word for each in UNRANKED.values() for word in each}),
                        default="last", help="schulze, borda")
    parser.add_argument("--default", type=int, metavar="A", help="schulze: the default option")
    parser.add_argument("--quorum", type=int, default=0, help="schulze: over the default option")
    parser.add_argument("--ratios", type=ratios, default={}, metavar="A=3/2", help="schulze: over the default option")
    parser.add_argument("--fewest-against", action="store_true", help="schulze: how strong a defeat is")
    parser.add_argument("--scale", type=numbers, metavar="5,4,…", help="points: of each group on a ballot")
    parser.add_argument("--mean", action="store_true", help="points: by papers that rank the candidate")
    parser.add_argument("--given", type=fractions, metavar="1,2/3,…", help="points: scores from elsewhere")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of text")
    return parser.parse_args(words)


def count(options):
    contest = files.read_blt(read(options.file))
    contest.seats = contest.seats if options.seats is None else options.seats
    constraints = files.read_con(read(options.con)) if options.con else []
    order = options.order or list(range(len(contest.names)))
    order = order if options.seed is None else seeded(options.seed.encode(), contest.names)
    told = {name: getattr(options, name) for name in METHODS[options.method]}
    return Election(contest, options.method, order, constraints, options.sitting, options.unmet, **told)


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read(FILE_MAX + 1)
    if len(text) > FILE_MAX:
        raise Malformed("more than 64 MiB")
    return text


def main(words=None):
    try:
        options = arguments_of(words)
    except SystemExit as stop:
        return 64 if stop.code else 0
    try:
        election = count(options)
    except OSError as error:
        print("count: %s" % clean(error), file=sys.stderr)
        return 66
    except (Malformed, UnicodeError) as error:
        print("count: %s" % clean(error), file=sys.stderr)
        return 65
    except Uncountable as error:
        print("count: %s" % clean(error), file=sys.stderr)
        return 1
    text = json.dumps(as_json(election)) if options.json else as_text(election)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""What the tests of the counts read: Tests/Vectors/votes, and ballots in a line."""

import glob
import json
import os

import make_log
from verifier.counting import files
from verifier.counting.contest import Contest
from verifier.counting.election import Election

VOTES = os.path.join(make_log.ROOT, "Tests", "Vectors", "votes")


def text(*path):
    with open(os.path.join(VOTES, *path), encoding="utf-8-sig", newline="") as file:
        return file.read()


def load(*path):
    return json.loads(text(*path))


def wards(*folders):
    """(contest, expected, path without its ending) of every ward in these folders."""
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(VOTES, folder, "*.blt"))):
            yield files.read_blt(text(path)), load(path[:-4] + ".expected.json"), path[:-4]


def order_of(contest, path=""):
    """The order that the expected counts had: of the ballot.

    Their lot excluded the first of the tied, ours the last: where a lot excluded somebody, in the two
    fixtures called weak, the order is the other way round.
    """
    order = list(range(len(contest.names)))
    return order[::-1] if os.path.basename(path).startswith("weak-") else order


def decimals(number, places=5):
    return "%d.%0*d" % (number // 10**places, places, number % 10**places)


def by_hand(seats, candidates, *lines, withdrawn=()):
    """A contest from lines such as `3 1 2`: three voters prefer 1, then 2; numbered from 1 as in a BLT file."""
    ballots = [files.read_ballot((line + " 0").split(), candidates) for line in lines]
    return Contest([str(n) for n in range(1, candidates + 1)], seats, ballots, withdrawn)


def elect(contest, method, order=None, **told):
    return Election(contest, method, list(range(len(contest.names))) if order is None else order, **told)

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write a large log that holds: so many proposals, each seconded, voted on by sixteen members and certified.

    python3 large.py OUT.viche [PROPOSALS]      23 entries for each proposal; 435 make 10,006 entries
"""

import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tools/verify"), str(ROOT / "Tests/Verify")]
from make_log import MEMBERS, Alliance, result  # noqa: E402


def large(proposals):
    log = Alliance().found()
    log.at("2025-03-03T08:00:00Z")
    names = ["P-%d" % n for n in range(1, proposals + 1)]
    for name in names:
        log.propose(name, "position", "M04")
        log.say("proposal.seconded", log.keys("M05"), proposal=name)
        log.say("proposal.seconded", log.keys("M06"), proposal=name)
    log.at("2025-03-10T10:00:00Z")
    votes = []
    for name in names:
        log.freeze(name)
        log.open("W" + name, [name], "position", "consensus", "2025-03-10T11:00:00Z", "2025-03-14T22:00:00Z")
        votes.append((name, log.vote))
    log.at("2025-03-11T11:00:00Z")
    for name, log.vote in votes:
        log.cast("W" + name, name, consent=MEMBERS[:14], stand_aside=MEMBERS[14:])
    log.at("2025-03-15T10:00:00Z")
    for name in names:
        log.count("W" + name, result(name, "carried", consent=14, stand_aside=2, block=0))
        log.certify("W" + name, **{name.replace("-", "_"): "carried"})
    return log


if __name__ == "__main__":
    made = large(int(sys.argv[2]) if len(sys.argv) > 2 else 435)
    every = range(20, len(made.entries), 20)  # entries between two checkpoints
    with open(sys.argv[1], "wb") as file:
        file.write(made.bytes({*every, len(made.entries)}))

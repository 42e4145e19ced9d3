# SPDX-License-Identifier: Apache-2.0
"""Forgeries of an election (stage ranked), for forge.py.

The ballots of that stage are the same with E1-N3 and E1-N4 exchanged: a lot parts them, and the
count with the lot the other way is the count with the two names exchanged.
"""

import copy
import hashlib

PAIR = ("E1-N3", "E1-N4")


def fallen(log):
    """The tally's index, its entry, and the row of the class in which a lot fell."""
    index, tally = log.find("tally.published", vote="E1")
    return index, tally, tally.statement["results"][0]


def excluded_by_lot(opened_line):
    """Who of the pair the lot excludes: the last by SHA-256(seed, a zero byte, the name)."""
    seed = hashlib.sha256(opened_line + b"\n").digest()
    return max(PAIR, key=lambda name: hashlib.sha256(seed + b"\0" + name.encode()).digest())


def exchange(value):
    """A part of a tally with the pair's names exchanged, keys and lists alike."""
    other = {PAIR[0]: PAIR[1], PAIR[1]: PAIR[0]}
    if isinstance(value, dict):
        return {other.get(key, key): exchange(item) for key, item in value.items()}
    if isinstance(value, list):
        return [exchange(item) for item in value]
    return other.get(value, value)


def tie(log):
    """The lot falls the other way, with every later stage, the elected and the terms to fit."""
    index, tally, row = fallen(log)
    row.update(exchange(row))
    for each in row["stages"]:
        for parted in each.get("ties", []):
            parted["tied"].sort()
    log.sign(tally)
    _, certificate = log.find("outcome.certified", vote="E1")
    terms = certificate.statement["terms"]
    terms[1]["party"] = row["elected"][1].removeprefix("E1-")
    log.sign(certificate)
    return index


def stage(log):
    """A fifth of a vote moves from one candidate to another in one stage; the elected stay."""
    index, tally, row = fallen(log)
    votes = row["stages"][1]["votes"]
    votes["E1-N2"], votes["E1-N1"] = "2.40000", "3.80000"
    log.sign(tally)
    return index


def seed(log):
    """The opening gets an id that makes the lot fall the other way; all that follows is made to fit."""
    index, opened = log.find("vote.opened", vote="E1")
    was = excluded_by_lot(opened.line)
    number = 0
    while excluded_by_lot(opened.line) == was:
        number += 1
        opened.statement["id"] = "%032x" % number
        log.sign(opened)
    tie(log)
    return index


def term(log):
    """The certificate gives one of the elected a year more."""
    index, certificate = log.find("outcome.certified", vote="E1")
    certificate.statement["terms"][1]["until"] = "2026-08-31T21:00:00Z"
    log.sign(certificate)
    return index


def rest(log):
    """Whoever held the one seat of a class for a term is nominated for the next one."""
    append(log, "election.called", {"election": "E1"}, election="E2", places={"small_nngo_seat": 1},
           nominations_close="2026-01-31T22:00:00Z", terms_from="2026-02-28T22:00:00Z")
    return append(log, "nomination.made", {"nomination": "E1-N7"}, election="E2", nomination="E2-N7")


def append(log, kind, like, **fields):
    """One more entry, a copy of an earlier one with other fields, in January 2026."""
    entry = copy.deepcopy(log.find(kind, **like)[1])
    entry.received = "2026-01-15T08:00:00Z"
    entry.statement.update(fields, id="%032x" % len(log.entries))
    log.sign(entry)
    log.commits.append([entry])
    return len(log.entries) - 1


def everybody(log):
    """All nine elect the seat of the three small ones, and elect somebody else."""
    index, tally, _ = fallen(log)
    row = tally.statement["results"][1]
    row.update(electors=9, ballots=9, counts={"E1-N7": 2, "E1-N8": 7}, elected=["E1-N8"])
    row["stages"][0].update(
        decisions=[["E1-N8", "elected"]], votes={"E1-N7": "2.00000", "E1-N8": "7.00000"})
    log.sign(tally)
    _, certificate = log.find("outcome.certified", vote="E1")
    certificate.statement["terms"][2]["party"] = "N8"
    log.sign(certificate)
    return index


FORGERIES = [stage, tie, seed, term, rest, everybody]

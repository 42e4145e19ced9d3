#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ask verify.py about every log in a folder, and compare with what its teller says of it.

    python3 histories.py FOLDER

`Tools/histories` makes the logs. For each, FOLDER/expected-*.jsonl has a line of JSON: members,
suspended members, proposals, decisions, every count of every vote, the head. The seed is printed
of a history about which the two disagree.

Exit codes: 0 they agree on all, 1 they do not, 64 usage.
"""

import glob
import json
import multiprocessing
import os
import sys

from verifier.log import check
from verifier.report import as_json


def differences(line):
    """What verify.py says otherwise of one history; an empty list where it agrees."""
    folder, told = line
    told = json.loads(told)
    seed = told.pop("seed")
    with open(os.path.join(folder, "history-%d.viche" % seed), "rb") as file:
        state, broken = check(file.read())
    if broken:
        return seed, ["entry %s: %s (%s)" % (broken.entry, broken.message, broken.reason)]
    found = as_json(state, None)
    for vote in told["votes"].values():
        for row in vote.values():
            row.pop("item")
    return seed, ["%s: expected %s, found %s" % (name, value, found[name])
                  for name, value in told.items() if found[name] != value]


def expected(folder):
    """[(folder, line of JSON)], one for each history that was told."""
    lines = []
    for path in sorted(glob.glob(os.path.join(folder, "expected-*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            lines += [(folder, line) for line in file]
    return lines


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        return 64
    lines = expected(sys.argv[1])
    wrong = 0
    with multiprocessing.Pool() as pool:
        for seed, found in pool.imap_unordered(differences, lines, chunksize=20):
            wrong += bool(found)
            for difference in found:
                print("seed %d: %s" % (seed, difference))
    print("%d histories, %d told otherwise by verify.py" % (len(lines), wrong))
    return 1 if wrong or not lines else 0


if __name__ == "__main__":
    sys.exit(main())

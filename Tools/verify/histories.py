#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Ask verify.py about every log in a folder, and compare with what its teller says of it.

    python3 histories.py FOLDER

`Tools/histories` makes the logs. For each, FOLDER/expected-*.jsonl has a line of JSON: members,
suspended members, proposals, decisions, terms, elections, every count of every vote, the head; and
the acts that were refused without a trace, which are judged at their places in the log for their
reasons. The seed is printed of a history about which the two disagree.

Exit codes: 0 they agree on all, 1 they do not, 64 usage.
"""

import base64
import glob
import json
import multiprocessing
import os
import sys

from verifier import encoding
from verifier.errors import Broken, Malformed, Refused
from verifier.forms import check_statement
from verifier.log import Reading
from verifier.notes import decode_author_lines
from verifier.report import as_json
from verifier.state import State
from verifier.times import decode_time

SHOWN = 300  # characters of an act


class Hearing(State):
    """A state that on its way is asked about acts which are not in the log."""

    def __init__(self, origin, acts):
        super().__init__(origin)
        self.acts, self.otherwise = acts, {}  # the first of each kind of which it says otherwise

    def admit(self, entry):
        self.hear(entry.number)
        super().admit(entry)

    def hear(self, entries):
        """Judges the acts that came when the log had so many entries."""
        for act in self.acts:
            if act["entries"] == entries:
                found = self.reason_against(act)
                if found != act["reason"]:
                    self.otherwise.setdefault("%s expected, %s found" % (act["reason"], found), (
                        "after %d entries: " % entries, act["statement"][:SHOWN]))

    def told_otherwise(self):
        return ["%s%s: %s" % (place, kind, act) for kind, (place, act) in self.otherwise.items()]

    def reason_against(self, act):
        line, before = act["statement"].encode(), dict(self.__dict__)
        try:
            self.judge(check_statement(encoding.decode_json(line)), line + b"\n",
                       decode_author_lines([each.encode() for each in act["signatures"]]),
                       decode_time(act["received"]), act["entries"])
        except Refused as refusal:
            return refusal.code
        except Malformed as error:
            return "malformed: %s" % error
        finally:
            self.__dict__.update(before)
        return None


def differences(line):
    """What verify.py says otherwise of one history; an empty list where it agrees."""
    folder, told = line
    told = json.loads(told)
    seed = told.pop("seed")
    with open(os.path.join(folder, "history-%d.viche" % seed), "rb") as file:
        reading = Reading(file.read(), None)
    state = reading.state = Hearing(reading.state.origin, told.pop("turned_away"))
    try:
        reading.state_at_end()
        state.hear(state.size)
    except Broken as broken:
        return seed, ["entry %s: %s (%s)" % (broken.entry, broken.message, broken.reason)] + state.told_otherwise()
    found = as_json(state, None)
    found["root"] = base64.b64decode(found["root"]).hex()
    for vote in told["votes"].values():
        for row in vote.values():
            row.pop("item")
    return seed, state.told_otherwise() + ["%s: expected %s, found %s" % (name, value, found[name])
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

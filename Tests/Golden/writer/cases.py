# SPDX-License-Identifier: Apache-2.0
"""The list of cases: files and what a verifier must say of each.

Nothing here asks a verifier. What is expected is written where the case is made, by whoever
thought it out.
"""

import copy
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(ROOT, "Tests", "Verify"))


class Cases:
    """Files by name, and the rows of golden.json in the order in which they were made."""

    def __init__(self):
        self.files, self.rows = {}, []

    def add(self, folder, name, data, about, **row):
        file = "%s/%s" % (folder, name)
        if file in self.files:
            raise ValueError("two cases of one name: " + file)
        self.files[file] = data
        self.rows.append(dict({"file": file, "about": about}, **row))

    def good(self, name, data, about, log_key=None, **find):
        """A log that holds, and what must be found in it."""
        more = {"log_key": log_key} if log_key else {}
        self.add("good", name + ".viche", data, about, ok=True, find=find, **more)

    def bad(self, name, data, about, reason, entry=None, place=None, log_key=None):
        """A log that does not hold: the first bad entry, or the byte where the bad frame begins."""
        where = {"entry": entry} if place is None else {"entry": entry, "place": place}
        more = {"log_key": log_key} if log_key else {}
        self.add("bad", name + ".viche", data, about, ok=False, reason=reason, **where, **more)

    def refused(self, log, code, about, name=None):
        """The last statement of the log is the first bad entry; it is taken back."""
        number = sum(row.get("reason") == code for row in self.rows)
        name = name or "%s-%d" % (code, number + 1)
        self.bad(name, log.bytes(log.sizes()), about, code, len(log.entries) - 1)
        take_back(log)

    def holds(self, name, log, about, **find):
        self.good(name, log.bytes(log.sizes()), about, entries=len(log.entries), **find)

    def manifest(self):
        rows = [json.dumps(row, ensure_ascii=False, sort_keys=False) for row in self.rows]
        return ("[\n  " + ",\n  ".join(rows) + "\n]\n").encode()


class Passing:
    """For a story that is told a second time: the good end counts, what is refused on the way does not."""

    def __init__(self, cases):
        self.holds = cases.holds

    @staticmethod
    def refused(log, code, about, name=None):
        take_back(log)


def take_back(log):
    log.entries.pop()
    log.commits.pop()


def branch(log):
    """A copy that goes another way."""
    other = copy.copy(log)
    other.entries = [[at, copy.deepcopy(statement), list(signers)] for at, statement, signers in log.entries]
    other.commits = list(log.commits)
    for name in ("member", "later_keys", "tellers"):
        if hasattr(log, name):
            setattr(other, name, copy.copy(getattr(log, name)))
    return other

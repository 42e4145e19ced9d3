# SPDX-License-Identifier: Apache-2.0
"""The list of what a reader brings besides a log, and the logs that it is compared with."""

import json

from .cases import branch
from .club import FEW, club
from .layout import frame
from .tiny import Tiny
from make_log import Key, digest_of
from published import Witness

TIME = 1735689600  # 2025-01-01T00:00:00Z, by `date -u -d @1735689600`


class Brought:
    """Files by name, and the rows of brought.json in the order in which they were made."""

    def __init__(self):
        self.files, self.rows = {}, []

    def put(self, path, data):
        """A file below brought/; gives its name."""
        file = "brought/" + path
        if self.files.get(file, data) != data:
            raise ValueError("two files of one name: " + file)
        self.files[file] = data
        return file

    def ask(self, about, word=None, find=None, **names):
        """A row: what is brought, and what must be said: that it holds, or a word."""
        row = dict(names, about=about, ok=word is None)
        row.update({} if word is None else {"word": word}, **({"find": find} if find else {}))
        self.rows.append(row)

    def manifest(self):
        rows = [json.dumps(row, ensure_ascii=False, sort_keys=False) for row in self.rows]
        return ("[\n  " + ",\n  ".join(rows) + "\n]\n").encode()


def seven():
    """The tiny coalition: a founding and six proposals, an hour between them."""
    log = Tiny().found()
    for number in range(1, 7):
        log.at("2025-01-07T%02d:00:00Z" % (8 + number)).say(
            "proposal.submitted", [log.member["A"]], proposal="P-%d" % number, matter="plan",
            title={"en": "Plan %d" % number}, texts={"en": digest_of("P-%d" % number)}, papers={})
    return log


def forked(entry, log=None):
    """The same until this entry, of which the log signed another too: a quarter of an hour later."""
    other = branch(log or seven())
    other.entries[entry][0] = other.entries[entry][0].replace(":00:00Z", ":15:00Z")
    return other


def handed_over():
    """Three entries, of which the second hands the log over to another key."""
    log = club(policy=FEW)
    log.at("2025-01-07T08:00:00Z")
    registrar, log_key = Key("club/r2"), Key(log.origin, b"\5" * 32)
    log.say("secretariat.handed_over", [registrar, log.registrar, *log.keys("AB")], key=registrar.vkey, log_key=log_key.vkey)
    log.later_keys = [(1, log_key)]
    log.at("2025-01-08T08:00:00Z").say("relation.declared", log.keys("A"), kind="funds", **{"from": "A", "to": "B"})
    return log


def with_checkpoints(log, notes):
    """The file with these notes as its checkpoints, each after as many entries as it says."""
    out = [("viche-log/1 %s\n" % log.origin).encode()]
    for size, body in enumerate(log.bodies(), 1):
        out.append(frame(b"entry", body))
        out += [frame(b"checkpoint", note) for note in notes if int(note.split(b"\n")[1]) == size]
    return b"".join(out)


def witness(name):
    """One of the witnesses w1, w2, w3, y1, y2 of the policies, or another."""
    return Witness(name + ".example.org")

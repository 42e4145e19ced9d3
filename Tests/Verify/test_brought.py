# SPDX-License-Identifier: Apache-2.0
"""What a reader brings besides a log (Tests/Golden/brought.json), and what verify.py says of it."""

import contextlib
import functools
import io
import json
import os
import re
import unittest
from unittest import mock

import make_log
import verify
from test_golden import GOLDEN
from verifier import ed25519
from verifier.evidence import PROBLEMS
from verifier.times import decode_time


def rows():
    with open(os.path.join(GOLDEN, "brought.json"), encoding="utf-8") as file:
        return json.load(file)


def answer(row):
    """(the word, or None where all is well; the report) of the command."""
    def place(name):
        return os.path.join(GOLDEN, row[name])

    if "evidence" in row:
        options = ["--fork-evidence", place("evidence"), "--log-key", row["log_key"]]
    else:
        brought = "since" if "since" in row else "policy"
        options = [place("log"), "--" + brought, place(brought)]
    out = io.TextIOWrapper(io.BytesIO(), write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = verify.main([*options, "--json"])
    report = json.loads(out.buffer.getvalue() or "{}")
    return {0: None, verify.EXIT_MALFORMED: "malformed"}.get(code, report.get("kind")), report


def found(report, names):
    """What is found, in the words of brought.json."""
    told = dict(report.get("since", {}), **report.get("policy", {}))
    if "newest" in told:
        told["newest_size"] = told["newest"]["size"]
    told["cosigned"] = {witness["name"]: seconds(witness["time"]) for witness in report.get("witnesses", [])
                        if witness["finding"] == "cosigned"}
    return {name: told.get(name) for name in names}


def seconds(time):
    """Of a time as the report has it: beyond the calendar it is the number."""
    return int(time) if time.isdigit() else decode_time(time)


class Brought(unittest.TestCase):
    maxDiff = None

    def test_all_that_is_brought(self):
        with mock.patch.object(ed25519, "is_signed", functools.lru_cache(None)(ed25519.is_signed)):
            for row in rows():
                with self.subTest(row):
                    word, report = answer(row)
                    self.assertEqual((word is None, word), (row["ok"], row.get("word")), report.get("message"))
                    find = row.get("find", {})
                    self.assertEqual(found(report, find), find)

    def test_every_word_of_the_pages_has_a_case(self):
        words = {name: set() for name in ("since", "policy", "evidence")}
        for row in rows():
            words[next(name for name in words if name in row)].add(row.get("word"))
        for name, page, start, end in (
                ("since", "Format", "## Kept heads", "\n## "),
                ("policy", "Format", "## Witness policies", "\n## "),
                ("evidence", "Witnesses", "## Evidence of a fork", "\n## ")):
            with open(os.path.join(make_log.ROOT, "Sources/Ledger/Ledger.docc", page + ".md"), encoding="utf-8") as file:
                text = file.read().split(start)[1].split(end)[0]
            self.assertEqual(set(re.findall(r"^\| `(\w+)` \|", text, re.M)) | {None}, words[name], name)
        self.assertEqual(set(PROBLEMS) | {"malformed", None}, words["evidence"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

The golden logs of Tests/Golden: that they are as they were made, and what verify.py says of each.
"""

import functools
import json
import os
import re
import sys
import unittest
from unittest import mock

import make_log
from verifier import command, ed25519
from verifier.report import as_json

GOLDEN = os.path.join(make_log.ROOT, "Tests", "Golden")
sys.path.insert(0, GOLDEN)
import make  # noqa: E402


def rows():
    """All but those of a linter: verify.py applies the statutes and does not lint them."""
    with open(os.path.join(GOLDEN, "golden.json"), encoding="utf-8") as file:
        return [row for row in json.load(file) if not row.get("lint")]


def answer(row, verify=command):
    """(state, None) or (None, Broken) of a file, or of a folder of tiles."""
    place = os.path.join(GOLDEN, row["file"])
    key = verify.decode_vkey(row["log_key"]) if "log_key" in row else None
    if not os.path.isdir(place):
        with open(place, "rb") as file:
            return verify.check(file.read(), key)
    try:
        return verify.check(verify.Published(verify.tile_source(place, 60, False)).read().file, key)
    except verify.Broken as broken:
        return None, broken


def found(state, names):
    """What is found of a log that holds, in the words of golden.json."""
    report = as_json(state, None)
    running = [term for term in state.terms if state.runs(term, state.now)]
    ways = {
        "uncommitted": lambda _: report["uncommitted_bytes"],
        "outcomes": lambda _: report["decisions"],
        "counts": lambda told: {vote: {item: report["votes"][vote][item]["counts"] for item in items}
                                for vote, items in told.items()},
        "holders": lambda told: {seat: sorted(t.party for t in running if t.seat == seat) for seat in told}}
    return {name: ways.get(name, lambda _: report.get(name))(told) for name, told in names.items()}


class Golden(unittest.TestCase):
    maxDiff = None

    def test_the_folder_is_as_it_was_made(self):
        self.assertEqual(make.differing(make.made()), [])

    def test_every_log(self):
        with mock.patch.object(ed25519, "is_signed", functools.lru_cache(None)(ed25519.is_signed)):
            for row in rows():
                with self.subTest(file=row["file"]):
                    state, broken = answer(row)
                    self.assertEqual(broken is None, row["ok"], broken and broken.message)
                    if row["ok"]:
                        self.assertEqual(found(state, row["find"]), row["find"])
                    else:
                        self.compare(broken, row)

    def compare(self, broken, row):
        self.assertEqual(broken.reason, row["reason"], broken.message)
        if row["entry"] is not None:
            self.assertEqual(broken.entry, row["entry"])
        if "place" in row:
            self.assertEqual(broken.offset, row["place"])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Witnesses that are named one by one (`--witness`): a policy whose quorum is all of them."""

import functools
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest

from published import Witness
from test_policy import TIME, X, Y, note
from test_verify import VERIFY, story


def frame(signed):
    return b"checkpoint %d\n%s" % (len(signed), signed)


def write(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(data)
    return path


class Named(unittest.TestCase):
    def ask(self, named, cosigned=(), more=()):
        """Asks for the named (keys, or the bytes of their files); `cosigned` are (size, witness), as the log has them."""
        log, options = story().bytes([20, 59]), list(more)
        for size in (20, 59):
            keys = [key for covered, key in cosigned if covered == size]
            signed = functools.reduce(lambda text, key: key.cosign(text, TIME), keys, note(size))
            log = log.replace(frame(note(size)), frame(signed))
        with tempfile.TemporaryDirectory() as folder:
            place = write(folder, "log.viche", log)
            for number, each in enumerate(named):
                options += ["--witness", write(folder, "%d.vkey" % number, each) if isinstance(each, bytes) else each]
            text, report = [subprocess.run([sys.executable, VERIFY, place, *options, *form], stdout=subprocess.PIPE,
                                           stderr=subprocess.PIPE) for form in ((), ("--json",))]
        self.assertEqual(text.returncode, report.returncode)
        return text.returncode, (text.stdout + text.stderr).decode(), report.stdout and json.loads(report.stdout.decode())

    def test_all_cosigned(self):
        code, text, report = self.ask([X[0].vkey, X[1].vkey.encode() + b"\n"], [(59, X[1]), (59, X[0]), (59, Y[0])])
        self.assertEqual((code, report["ok"]), (0, True))
        self.assertEqual(report["policy"], {"satisfied": True, "newest": {"size": 59, "witnesses": report["witnesses"]},
                                            "entries_since": 0, "groups": [
            {"name": "all", "cosigned": 2, "members": 2, "needed": 2, "met": True}]})
        self.assertEqual(report["witnesses"], [
            {"name": key.name, "key": key.vkey, "finding": "cosigned", "time": "2025-01-01T00:00:00Z"} for key in X[:2]])
        # A witness says nothing of whose log it is.
        self.assertEqual(report["not_checked"], ["log_key", "earlier_copy", "commitments"])
        self.assertIn("witnesses: 2 of 2 cosigned the last checkpoint", text)
        self.assertIn("x2.example.org cosigned at 2025-01-01T00:00:00Z", text)

    def test_one_is_missing(self):
        code, text, report = self.ask([X[0].vkey, X[1].vkey], [(20, X[0]), (20, X[1]), (59, X[1])])
        self.assertEqual((code, report["ok"], report["kind"]), (1, False, "not_witnessed"))
        self.assertEqual([each["finding"] for each in report["witnesses"]], ["missing", "cosigned"])
        self.assertEqual((report["policy"]["newest"]["size"], report["policy"]["entries_since"]), (20, 39))
        self.assertIn("covers 20 entries, 39 came since", text.splitlines()[-1])

    def test_names_that_are_alike(self):
        for key in (Witness(X[0].name, b"a second key"), Witness("all"), Witness("none")):
            self.assertEqual(self.ask([X[0].vkey, key.vkey], [(59, X[0])])[0], 1)
            code, _, report = self.ask([X[0].vkey, key.vkey], [(59, X[0]), (59, key)])
            self.assertEqual((code, [each["name"] for each in report["witnesses"]]), (0, [X[0].name, key.name]))

    def test_a_witness_counts_once(self):
        again = Witness("another.example.org", hashlib.sha256(X[0].name.encode()).digest())
        self.assertEqual(again.public, X[0].public)  # one key, two names
        for second in (X[0].vkey, X[0].vkey.encode(), again.vkey):
            code, text, _ = self.ask([X[0].vkey, second], [(59, X[0])])
            self.assertEqual(code, 64)
            self.assertIn("named twice", text)

    def test_what_is_no_witness(self):
        for wrong in (story().key.vkey, story().key.vkey.encode(), "nonsense", b"", X[0].vkey.encode() + b"\n" * 4096):
            self.assertEqual(self.ask([X[0].vkey, wrong])[0], 65)

    def test_with_other_options(self):
        code, text, _ = self.ask([X[0].vkey], more=["--policy", os.devnull])
        self.assertEqual(code, 64)
        self.assertIn("--policy and --witness do not go together", text)
        done = subprocess.run([sys.executable, VERIFY, "--fork-evidence", os.devnull, "--log-key", story().key.vkey,
                               "--witness", X[0].vkey], stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 64)
        code, _, report = self.ask([X[0].vkey], [(59, X[0])], more=["--log-key", story().key.vkey])
        self.assertEqual((code, report["not_checked"]), (0, ["earlier_copy", "commitments"]))


if __name__ == "__main__":
    unittest.main()

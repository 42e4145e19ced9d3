# SPDX-License-Identifier: Apache-2.0
"""Witness policies (c2sp.org/tlog-policy) and cosignatures (c2sp.org/tlog-cosignature)."""

import copy
import functools
import json
import os
import subprocess
import sys
import tempfile
import unittest

import published
from make_log import Key
from published import Witness
from test_verify import VERIFY, story
from verifier.checkpoints import Checkpoint
from verifier.errors import Malformed
from verifier.policy import Policy

X = [Witness("x%d.example.org" % n) for n in (1, 2, 3)]
Y = [Witness("y%d.example.org" % n) for n in (1, 2, 3)]
TIME = 1735689600  # 2025-01-01T00:00:00Z, by `date -u -d @1735689600`


def lines(*parts):
    return "".join(part + "\n" for part in parts).encode()


def witnesses(letter, keys):
    return ["witness %s%d %s" % (letter, n, key.vkey) for n, key in enumerate(keys, 1)]


# The example of the specification, with keys: two of three X, and any of three Y.
EXAMPLE = lines("log " + story().key.vkey, "", *witnesses("X", X), "group X-witnesses 2 X1 X2 X3", "", *witnesses("Y", Y),
                "group Y-witnesses any Y1 Y2 Y3", "", "group X-and-Y all X-witnesses Y-witnesses", "quorum X-and-Y")


@functools.lru_cache(None)
def note(size=59):
    return story().checkpoint(list(story().bodies())[:size])


class Form(unittest.TestCase):
    def test_the_example_of_the_specification(self):
        policy = Policy(EXAMPLE)
        self.assertEqual(len(policy.logs), 1)
        self.assertEqual(list(policy.witnesses), [b"X1", b"X2", b"X3", b"Y1", b"Y2", b"Y3"])
        self.assertEqual([needed for needed, _ in policy.groups.values()], [2, 1, 2])

    def test_what_is_allowed(self):
        w = X[0].vkey
        for text in (lines("quorum none"), lines("# é", "  #x", "", " \t ", "quorum none"), lines("\twitness  a\t%s " % w, "quorum a"),
                     lines("witness a %s https://a.org/w" % w, "quorum a"), lines("log %s https://a.org" % story().key.vkey, "quorum none"),
                     b"witness \xe2\x84\xaa " + w.encode() + b"\nquorum \xe2\x84\xaa\n", b"witness \xff " + w.encode() + b"\nquorum \xff\n",
                     lines("witness log %s" % w, "group witness 1 log", "group group all witness", "quorum group"),
                     lines("witness a %s" % w, "quorum none"),
                     # The log's key may cosign too: the two lists are not one.
                     lines("log " + story().key.vkey, "witness a " + Witness(story().origin).vkey, "quorum a")):
            Policy(text)

    def test_32_of_each(self):
        keys = [Witness("w%d" % n) for n in range(32)]
        text = ["log " + Key("l%d" % n).vkey for n in range(32)] + ["witness w%d %s" % pair for pair in enumerate(k.vkey for k in keys)]
        text += ["group g%d any w%d" % (n, n) for n in range(31)] + ["group all 2 " + " ".join("g%d" % n for n in range(31))]
        self.assertEqual(len(Policy(lines(*text, "quorum all")).groups), 32)

    def test_what_is_not(self):
        a, b = "witness a " + X[0].vkey, "witness b " + X[1].vkey
        again = Witness("another.example.org", published.hashlib.sha256(X[0].name.encode()).digest())
        self.assertEqual(again.public, X[0].public)  # one key, two names
        for text, line in (
                ((), 1), ((a,), None), (("quorum none", "quorum none"), 2), (("quorum a", a), 1), (("quorum X",), 1),
                ((a, "quorum none x"), 2), (("quorum",), 1), (("witness a",), 1), ((a + " url more",), 1),
                ((a, a.replace(" a ", " b ")), 2), ((a, "witness c " + again.vkey), 2), ((a, "witness a " + X[1].vkey), 2),
                ((a.replace(" a ", " none "),), 1), ((a, "group none any a"), 2), ((a, "group g any none"), 2),
                ((a, "group g any b", b), 2), ((a, "group g any g"), 2), ((a, "group a any a"), 2), ((a, "group g any"), 2),
                ((a, "group g any a a"), 2), ((a, "group g any a", "group h any a"), 3), ((a, "group g 0 a"), 2),
                ((a, "group g 2 a"), 2), ((a, "group g 01 a"), 2), ((a, "group g ALL a"), 2), ((a, "group g +1 a"), 2),
                (("log " + X[0].vkey,), 1), (("witness a " + story().key.vkey,), 1), (("log x",), 1), (("Log x",), 1),
                (("log " + story().key.vkey,) * 2, 2), (("quorum none\r",), 1), (("quorum\x0bnone",), 1), (("# \x7f",), 1),
                (("quorum\u00a0none",), 1)):
            with self.assertRaises(Malformed, msg=text) as caught:
                Policy(lines(*text))
            if line:
                self.assertTrue(str(caught.exception).startswith("line %d:" % line) or not text, caught.exception)
        with self.assertRaises(Malformed):
            Policy(b"quorum none")  # half a line, perhaps


class Quorum(unittest.TestCase):
    def met(self, text, *cosigners, last=None):
        signed = note()
        for key in cosigners:
            signed = key.cosign(signed, TIME)
        policy = Policy(text)
        return policy.is_met(policy.quorum, policy.times(Checkpoint(last or signed)))

    def test_the_example_of_the_specification(self):
        for cosigners, met in (((), False), (X[:2], False), (X[:1] + Y[:1], False), (X[:2] + Y[2:], True), (X + Y, True),
                               (Y, False), (X[1:] + Y[:1], True)):
            self.assertEqual(self.met(EXAMPLE, *cosigners), met, [key.name for key in cosigners])

    def test_none(self):
        self.assertTrue(self.met(lines("quorum none")))

    def test_a_quorum_counts_keys_not_lines(self):
        both = lines(*witnesses("w", X[:2]), "group g 2 w1 w2", "quorum g")
        self.assertFalse(self.met(both, X[0], X[0]))
        # The second name of a key that is in the policy is no witness of it.
        again = Witness("another.example.org", published.hashlib.sha256(X[0].name.encode()).digest())
        self.assertFalse(self.met(both, X[0], again))
        self.assertTrue(self.met(both, X[0], X[1]))

    def test_lines_that_are_not_the_witness_s(self):
        one = lines(*witnesses("w", X[:1]), "quorum w1")
        right = X[0].cosign(note(), TIME)
        self.assertTrue(self.met(one, last=right))
        blob = right.rstrip().split(b" ")[-1]
        raw = bytearray(published.base64.b64decode(blob))
        for at in (0, 11, 12, 75):  # the key's ID, the time, the signature's first and last byte
            changed = bytearray(raw)
            changed[at] ^= 1
            self.assertFalse(self.met(one, last=right.replace(blob, published.b64(bytes(changed)).encode())), at)
        self.assertFalse(self.met(one, last=right.replace(blob, published.b64(bytes(raw[:-1])).encode())))
        self.assertFalse(self.met(one, last=right.replace(b"x1.example.org", b"x2.example.org")))
        older = X[0].cosign(note(58), TIME).splitlines()[-1]
        self.assertFalse(self.met(one, last=note() + older + b"\n"))  # it cosigned, but something else
        self.assertFalse(self.met(one, last=Key(X[0].name).line(b"x").encode() and X[0].cosign(note(), 2**63)))
        self.assertTrue(self.met(one, last=X[0].cosign(note(), 2**63 - 1)))


class Command(unittest.TestCase):
    def ask(self, policy, *cosigned, commits=(20, 59)):
        """Asks about a story with checkpoints of these sizes; `cosigned` are (size, witness, time)."""
        log = copy.copy(story())
        log.checkpoint = lambda leaves: functools.reduce(
            lambda text, each: each[1].cosign(text, each[2]), [c for c in cosigned if c[0] == len(leaves)], note(len(leaves)))
        with tempfile.TemporaryDirectory() as folder:
            place, file = os.path.join(folder, "log.viche"), os.path.join(folder, "policy")
            for path, data in ((place, log.bytes(commits)), (file, policy)):
                with open(path, "wb") as out:
                    out.write(data)
            texts = [subprocess.run([sys.executable, VERIFY, place, "--policy", file, *more], stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE) for more in ((), ("--json",))]
        self.assertEqual(texts[0].returncode, texts[1].returncode)
        return texts[0].returncode, texts[0].stdout.decode(), texts[1].stdout and json.loads(texts[1].stdout.decode())

    def test_met(self):
        code, text, report = self.ask(EXAMPLE, (59, X[0], TIME), (59, X[2], TIME + 60), (59, Y[0], TIME), (59, Y[0], TIME + 5))
        self.assertEqual((code, report["ok"]), (0, True))
        self.assertEqual(report["policy"], {
            "satisfied": True, "newest": {"size": 59, "witnesses": report["witnesses"]}, "entries_since": 0, "groups": [
                {"name": "X-witnesses", "cosigned": 2, "members": 3, "needed": 2, "met": True},
                {"name": "Y-witnesses", "cosigned": 1, "members": 3, "needed": 1, "met": True},
                {"name": "X-and-Y", "cosigned": 2, "members": 2, "needed": 2, "met": True}]})
        self.assertEqual([(each["name"], each["finding"], each.get("time")) for each in report["witnesses"]], [
            ("X1", "cosigned", "2025-01-01T00:00:00Z"), ("X2", "missing", None), ("X3", "cosigned", "2025-01-01T00:01:00Z"),
            ("Y1", "cosigned", "2025-01-01T00:00:05Z"), ("Y2", "missing", None), ("Y3", "missing", None)])
        self.assertEqual(report["checked"]["cosignatures"], 3)
        self.assertEqual(report["not_checked"], ["earlier_copy", "commitments"])  # the policy names the log
        for part in ("3 of 6 cosigned", "X1           cosigned at 2025-01-01T00:00:00Z", "group X-and-Y 2 of 2, 2 needed: met"):
            self.assertIn(part, text)
        self.assertTrue(text.endswith("OK\n"))

    def test_met_before_and_not_since(self):
        one = lines(*witnesses("w", X[:1]), "quorum w1")
        code, text, report = self.ask(one, (20, X[0], TIME))
        self.assertEqual((code, report["ok"], report["kind"]), (1, False, "not_witnessed"))
        newest = {"name": "w1", "key": X[0].vkey, "finding": "cosigned", "time": "2025-01-01T00:00:00Z"}
        self.assertEqual(report["policy"], {
            "satisfied": False, "newest": {"size": 20, "witnesses": [newest]}, "entries_since": 39, "groups": []})
        self.assertIn("covers 20 entries, 39 came since", text.splitlines()[-1])

    def test_never_met(self):
        one = lines(*witnesses("w", X[:1]), "quorum w1")
        code, text, report = self.ask(one, (20, X[1], TIME), (59, X[1], TIME))
        self.assertEqual((code, report["kind"]), (1, "not_witnessed"))
        self.assertNotIn("newest", report["policy"])
        self.assertTrue(text.splitlines()[-1].startswith("NOT WITNESSED"))

    def test_a_cosignature_that_was_added_later(self):
        one = lines(*witnesses("w", X[:1]), "quorum w1")
        log = story().bytes([59])
        again = X[0].cosign(note(), TIME)
        with tempfile.TemporaryDirectory() as folder:
            place, file = os.path.join(folder, "log.viche"), os.path.join(folder, "policy")
            with open(place, "wb") as out:
                out.write(log + b"checkpoint %d\n%s" % (len(again), again))
            with open(file, "wb") as out:
                out.write(one)
            done = subprocess.run([sys.executable, VERIFY, place, "--policy", file], stdout=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_policy_of_another_log(self):
        code, text, report = self.ask(lines("log " + Key(story().origin, b"other").vkey, "quorum none"))
        self.assertEqual((code, report["kind"], report["found"]), (1, "foreign", story().key.vkey))

    def test_times_beyond_the_calendar(self):
        one = lines(*witnesses("w", X[:1]), "quorum w1")
        _, _, report = self.ask(one, (59, X[0], 2**62))
        self.assertEqual(report["witnesses"][0]["time"], str(2**62))

    def test_names_that_a_terminal_would_obey(self):
        name = "\u202e\u009bred"
        code, text, report = self.ask(("witness %s %s\nquorum %s\n" % (name, X[0].vkey, name)).encode(), (59, X[0], TIME))
        self.assertEqual(code, 0)
        self.assertNotIn("\u202e", text)
        self.assertNotIn("\u009b", text)

    def test_not_a_policy(self):
        self.assertEqual(self.ask(b"nonsense\n")[0], 65)


if __name__ == "__main__":
    unittest.main()

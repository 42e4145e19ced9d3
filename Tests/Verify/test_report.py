# SPDX-License-Identifier: Apache-2.0
"""What verify.py says: the kinds of fault, the first bad place with what was expected and found, progress."""

import io
import json
import os
import pty
import subprocess
import sys
import tempfile
import unittest

import make_log
import published
from make_log import Key
from test_kept import forked, head
from test_verify import VERIFY, fresh, story, tiny_log
from verifier.differences import NOTHING, first_difference, need_same
from verifier.errors import Refused
from verifier.evidence import ForkEvidence
from verifier.progress import Progress


def said(data, *options):
    """(exit code, lines of text, report) about a log's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        place = os.path.join(folder, "log.viche")
        with open(place, "wb") as file:
            file.write(data)
        done = [subprocess.run([sys.executable, VERIFY, place, *options, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                for more in ((), ("--json",))]
    assert not done[0].stderr, done[0].stderr
    return done[0].returncode, done[0].stdout.decode().splitlines(), json.loads(done[1].stdout.decode())


class Faults(unittest.TestCase):
    def first(self, data, kind, words, *options):
        code, lines, report = said(data, *options)
        self.assertEqual((code, report["ok"], report["kind"]), (1, False, kind))
        self.assertTrue(lines[0].startswith("DOES NOT HOLD"), lines)
        self.assertIn(words, lines[0])
        self.assertTrue(lines[-1].startswith("what to do: "))
        return lines, report

    def test_tampered_cut_foreign_and_refused_are_told_apart(self):
        data = story().bytes()
        tampered = data.replace(b'"B-2":"no"', b'"B-2":"on"', 1)
        log = fresh()
        log.entries[-1][1]["rolls"] = []
        first = {
            self.first(tampered, "tampered", ": tampered with: ")[0][0][:24],
            self.first(data[:500], "cut", "cut short: ")[0][0],
            self.first(data, "foreign", "foreign: ", "--log-key", Key(story().origin, b"other").vkey)[0][0],
            self.first(b"PK\x03\x04", "foreign", "foreign: not a viche-log/1 file")[0][0],
            self.first(log.bytes(), "refused", "against the statutes: ")[0][0]}
        self.assertEqual(len(first), 5)

    def test_the_root_that_was_expected_and_the_one_that_was_found(self):
        log = fresh()
        leaves = list(log.bodies())
        right = published.b64(make_log.root_of(leaves))
        log.entries[40][0] = log.entries[40][0][:-2] + "1Z"
        frames, last = log.frames(list(log.bodies())), log.checkpoint(list(log.bodies()))
        changed = frames.replace(last, head(59))
        lines, report = self.first(changed, "tampered", "the entries are not those")
        found = published.b64(make_log.root_of(list(log.bodies())))
        self.assertEqual((report["reason"], report["expected"], report["found"]), ("root", "root " + right, "root " + found))
        self.assertEqual(lines[1:3], ["  expected  root " + right, "  found     root " + found])

    def test_a_count_that_differs_is_told_by_its_place(self):
        log = fresh()
        tally = next(e for e in log.entries if e[1]["type"] == "tally.published")
        self.assertEqual(tally[1]["results"][1]["counts"]["no"], 7)
        tally[1]["results"][1]["counts"]["no"] = 6
        lines, report = self.first(log.bytes(), "refused", "results, B-2, counts, no: expected 7, found 6")
        self.assertEqual((report["reason"], report["expected"], report["found"], report["entry"]),
                         ("wrong_tally", "7", "6", log.entries.index(tally)))
        self.assertLess(len(lines[0]), 200)
        tally[1]["results"][1]["counts"]["no"] = 7
        tally[1]["excluded"] = [{"ballot": "0" * 32, "reason": "left"}]
        _, report = self.first(log.bytes(), "refused", "excluded, " + "0" * 32)
        self.assertEqual(report["expected"], "nothing")

    def test_the_first_difference(self):
        row = {"item": "A", "counts": {"yes": 1, "no": 2}}
        for expected, found, difference in (
                (1, 1, None), ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}]}, None), (1, 2, ((), 1, 2)),
                ({"a": 1}, {"a": 1, "b": 2}, (("b",), NOTHING, 2)), ({"a": 1}, {}, (("a",), 1, NOTHING)),
                ([row], [dict(row, counts={"yes": 1, "no": 3})], (("A", "counts", "no"), 2, 3)),
                ([1, 2], [1], (("row 2",), 2, NOTHING)), ([[1]], [(1,)], None), (None, [], ((), None, [])), ({}, [], ((), {}, []))):
            self.assertEqual(first_difference(expected, found), difference)
        with self.assertRaises(Refused) as caught:
            need_same("x" * 1000, ["y"], "wrong_tally", "here")
        self.assertEqual(caught.exception.expected, '["y"]')
        self.assertEqual(len(caught.exception.found), 401)

    def test_a_key_that_was_expected(self):
        other = Key(story().origin, b"other").vkey
        _, report = self.first(story().bytes(), "foreign", "the log's key is not the one expected", "--log-key", other)
        self.assertEqual((report["expected"], report["found"]), (other, story().key.vkey))

    def test_a_key_in_a_file(self):
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(story().key.vkey + "\n")
            file.flush()
            self.assertEqual(said(story().bytes(), "--log-key", file.name)[0], 0)


class Numbers(unittest.TestCase):
    def test_what_was_checked(self):
        code, lines, report = said(story().bytes([1, 20, 59]) + b"entry 9")
        types = [statement["type"] for _, statement, _ in story().entries]
        self.assertEqual(code, 0)
        self.assertEqual(report["checked"], {"state_changes": 59, "statutes_versions": 1, "members": 17, "counts": 1,
                                             "ballots": types.count("ballot.cast"), "cosignatures": 0})
        self.assertEqual(report["uncommitted_bytes"], 7)
        for line in ("checked: the bytes of 59 entries, 96 signatures by their authors, 3 checkpoints by the log's key",
                     "  7 bytes after the last checkpoint, which are not committed", "not checked:",
                     "  whose log it is (--log-key)", "  personal data, of which the log has only commitments"):
            self.assertIn(line, lines)

    def test_a_key_is_asked_for_or_not(self):
        _, _, report = said(tiny_log().bytes(), "--log-key", tiny_log().key.vkey)
        self.assertEqual(report["not_checked"], ["earlier_copy", "witnesses"])


class Evidence(unittest.TestCase):
    def ask(self, data, *keys):
        with tempfile.TemporaryDirectory() as folder:
            place = os.path.join(folder, "fork")
            with open(place, "wb") as file:
                file.write(data)
            options = [word for key in keys or [story().key.vkey] for word in ("--log-key", key)]
            done = [subprocess.run([sys.executable, VERIFY, "--fork-evidence", place, *options, *more],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE) for more in ((), ("--json",))]
        text, report = done[0].stdout.decode(), done[1].stdout and json.loads(done[1].stdout.decode())
        if report:
            self.assertEqual(text.startswith("PROVES A FORK"), report["ok"])
            self.assertEqual(done[1].returncode, 0 if report["ok"] else 1)
        return done[0].returncode, text

    def test_two_roots_of_one_size(self):
        other = list(forked(57).bodies())
        code, text = self.ask(published.fork_evidence(head(59), forked(57).checkpoint(other)))
        self.assertEqual(code, 0)
        for root in (head(59).split(b"\n")[2], forked(57).checkpoint(other).split(b"\n")[2]):
            self.assertIn(root.decode(), text)

    def test_two_sizes(self):
        log = forked(57)
        leaves = list(log.bodies())
        beginning = make_log.root_of(leaves[:58]), published.consistency_proof(58, leaves)
        self.assertEqual(self.ask(published.fork_evidence(head(58), log.checkpoint(leaves), beginning))[0], 0)
        # of the size 32 too, where the proof has no hash of its own
        for size in (57, 32):
            honest = make_log.root_of(leaves[:size]), published.consistency_proof(size, leaves)
            self.assertEqual(self.ask(published.fork_evidence(head(size), log.checkpoint(leaves), honest))[0], 1)
        wrong = beginning[0], beginning[1][:-1]
        self.assertEqual(self.ask(published.fork_evidence(head(58), log.checkpoint(leaves), wrong))[0], 1)
        swapped = published.fork_evidence(log.checkpoint(leaves), head(58), beginning)
        self.assertEqual(self.ask(swapped)[0], 1)

    def test_what_proves_nothing(self):
        forger = fresh()
        forger.key = Key(story().origin, b"another seed")
        other = tiny_log()
        forged = forger.checkpoint(list(forked(57).bodies()))
        for first, second in ((head(59), head(59)), (head(20), head(59)), (head(59), forged), (forged, forged),
                              (head(3), other.checkpoint(list(other.bodies())))):
            code, text = self.ask(published.fork_evidence(first, second))
            self.assertEqual(code, 1, text)
        right = published.fork_evidence(head(59), forked(57).checkpoint(list(forked(57).bodies())))
        self.assertEqual(self.ask(right, Key("other.example.org").vkey)[0], 1)

    def test_a_log_that_was_handed_over(self):
        log, later = forked(57), Key(story().origin, b"another seed")
        log.key = later
        evidence = published.fork_evidence(head(59), log.checkpoint(list(log.bodies())))
        for keys, code in (([later.vkey], 1), ([story().key.vkey], 1), ([story().key.vkey, later.vkey], 0)):
            self.assertEqual(self.ask(evidence, *keys)[0], code)

    def test_the_example_of_the_page(self):
        """The key is that of the example's log."""
        text = (
            "viche-fork/1\ncheckpoint 201\nalliance.example.org/ledger\n2\nEGlN5ZSiJNYFaSsFqMOjmOGCFUSMKQHa4ujcL9yUwEg=\n\n"
            "— alliance.example.org/ledger n6EKGSq+gVFuMOZTNBhxWmBsAPTW5axOSfD5aynsnQrYYfijoy3tFOLfP5H+eW5B1vKECXhukkU7SSAtX/WevPRgEAo=\n"
            "checkpoint 201\nalliance.example.org/ledger\n3\n/2lYBH5L8kRMvNp0dDzppsgXnCyCcXiuGBst+q+zjxc=\n\n"
            "— alliance.example.org/ledger n6EKGQBvNtLKdesWkFdsZdVqWjtdW1J2hiPnGZWDNhFBcuRtLl75aCdAktoEzUA9XokYHvAuMxS0LP1H9ommBIZOjwA=\n"
            "consistency 90\nM74JdDZd60goo2IPktwH0/TtjNzwnirn4voK1mVlOJk=\nb3qbqWdgZ3Rg5pqLUTZ78HP+t0WAcajWZ4qK9Ouh+/Y=\n")
        key = "alliance.example.org/ledger+9fa10a19+AVteggEsgCCXN8VDv+LzLuidOJANOs4+Y8jiWN1UAr0j"
        self.assertEqual(self.ask(text.encode(), key)[0], 0)
        self.assertEqual(self.ask(text.replace("M74JdD", "M74JdE").encode(), key)[0], 1)

    def test_files_that_are_no_evidence(self):
        right = published.fork_evidence(head(59), head(59))
        for data in (b"", right[:-1], right + b"x", right.replace(b"viche-fork/1", b"viche-fork/2"), head(59),
                     right.replace(b"checkpoint ", b"checkpoint 0", 1), published.fork_evidence(head(1), b"x\n")):
            self.assertEqual(self.ask(data)[0], 65, data)
        ForkEvidence(right)
        done = subprocess.run([sys.executable, VERIFY, "--fork-evidence", VERIFY], stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 64)


class OnATerminal(unittest.TestCase):
    def test_progress_is_for_terminals(self):
        class Terminal(io.StringIO):
            def isatty(self):
                return True

        for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
            progress = Progress(stream)
            progress.next = 0
            progress.tell("verifying")(30, 59)
            self.assertEqual(stream.getvalue(), "\rverifying  50 %" if shown else "")
            progress.end()
            self.assertEqual(stream.getvalue().endswith("\r"), shown)

    def test_nothing_of_a_short_run(self):
        master, slave = pty.openpty()
        with tempfile.NamedTemporaryFile() as file:
            file.write(tiny_log().bytes())
            file.flush()
            done = subprocess.run([sys.executable, VERIFY, file.name], stdout=subprocess.PIPE, stderr=slave)
        os.close(slave)
        self.assertEqual(done.returncode, 0)
        os.set_blocking(master, False)
        try:
            self.assertEqual(os.read(master, 100), b"")
        except OSError:
            pass  # nothing was written
        os.close(master)


if __name__ == "__main__":
    unittest.main()

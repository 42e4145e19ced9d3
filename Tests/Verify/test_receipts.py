# SPDX-License-Identifier: Apache-2.0
"""Receipts against logs that hold (`--receipt`), and what was kept against what is left of those that do not.

The story has 59 entries; what each copy must be told of follows from which of them it still has.
"""

import copy
import json
import os
import subprocess
import sys
import tempfile
import unittest

import published
from make_log import Key
from test_kept import bodies, forked, head
from test_verify import VERIFY, fresh, story, tiny_log


def ask(log, *options, receipts=(), since=None):
    """(exit code, output, the kept files' paths) of a log: the bytes of a file, or tiles by their paths."""
    with tempfile.TemporaryDirectory() as folder:
        place, paths = os.path.join(folder, "log"), []
        if isinstance(log, dict):
            published.write(place, log)
        else:
            write(place, log)
        for number, kept in enumerate([*receipts, *[since] * (since is not None)]):
            paths.append(os.path.join(folder, "kept-%d\x1b[31m" % number))
            write(paths[-1], kept)
            options += ("--since" if number == len(receipts) else "--receipt", paths[-1])
        done = subprocess.run([sys.executable, VERIFY, place, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode() + done.stderr.decode(), paths


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def receipt(index, size=59, extra=True):
    return published.receipt(index, bodies()[:size], head(size), extra)


def cut_to(size):
    log = copy.copy(story())
    log.entries = log.entries[:size]
    return log


class Receipts(unittest.TestCase):
    def differs(self, log, right, wrong, reason):
        """The report on two receipts, of which the second is not borne out."""
        code, text, paths = ask(log.bytes(), "--json", receipts=right + [wrong])
        report = json.loads(text)
        self.assertEqual((code, report["ok"], report["kind"], report["reason"]), (1, False, "receipt", reason))
        self.assertEqual(report["receipt"], paths[-1])
        self.assertNotIn("kept", report)
        return report

    def test_that_agree(self):
        for receipts, said in (([receipt(3), receipt(0, 20, extra=False), receipt(58)], "receipts: 3 agree with this log"),
                               ([receipt(30, 41)], "receipts: 1 agrees with this log")):
            code, text, _ = ask(story().bytes(), "--json", receipts=receipts)
            report = json.loads(text)
            self.assertEqual((code, report["ok"], report["receipts"]), (0, True, len(receipts)))
            self.assertIn("earlier_copy", report["not_checked"])
            self.assertIn(said, ask(story().bytes(), receipts=receipts)[1])

    def test_with_a_head_and_without_any(self):
        report = json.loads(ask(story().bytes(), "--json", receipts=[receipt(3)], since=head(20))[1])
        self.assertEqual((report["receipts"], report["since"]["size"]), (1, 20))
        code, text, _ = ask(story().bytes(), "--json")
        self.assertEqual((code, json.loads(text)["receipts"]), (0, 0))
        self.assertNotIn("receipts:", ask(story().bytes())[1])

    def test_a_log_that_was_cut(self):
        report = self.differs(cut_to(20), [receipt(3, 20)], receipt(3), "shorter")
        self.assertEqual((report["expected"], report["found"]), ("59", "20"))
        self.assertEqual((report["kept_head"], report["log_head"]), (head(59).decode(), head(20).decode()))

    def test_a_fork(self):
        log = forked(57)
        whole = log.checkpoint(list(log.bodies()))
        for extra in (True, False):
            report = self.differs(log, [receipt(3, 57)], receipt(57, extra=extra), "forked")
            self.assertEqual((report["kept_head"], report["log_head"]), (head(59).decode(), whole.decode()))
        text = ask(log.bytes(), receipts=[receipt(57)])[1]
        self.assertTrue(text.startswith("DOES NOT HOLD: forked: "), text)
        for line in (head(59) + whole).decode().splitlines():
            self.assertIn(line, text)
        self.assertNotIn("\x1b", text)

    def test_another_log(self):
        other = tiny_log()
        leaves = list(other.bodies())
        self.differs(story(), [], published.receipt(1, leaves, other.checkpoint(leaves)), "foreign")
        forger = copy.copy(story())
        forger.key = Key(story().origin, b"another seed")
        self.differs(story(), [], published.receipt(3, bodies(), forger.checkpoint(bodies())), "other_key")

    def test_a_receipt_that_was_altered(self):
        self.differs(story(), [receipt(3)], receipt(3).replace(b"\n59\n", b"\n58\n"), "altered")

    def test_a_receipt_that_proves_nothing(self):
        body, other = (published.b64(each).encode() for each in bodies()[3:5])
        for wrong in (receipt(3).replace(body, other), receipt(3).replace(b"index 3\n", b"index 2\n"),
                      receipt(3).replace(b"index 3\n", b"index 59\n")):
            self.differs(story(), [], wrong, "unsound")
            self.differs(cut_to(20), [], wrong, "unsound")  # nor does it show that anything is missing
        # Its tree is the log's: that the proof does not lead to it is the proof's fault.
        self.differs(story(), [], receipt(3, extra=False).replace(b"index 3\n", b"index 2\n"), "unsound")

    def test_what_is_no_receipt(self):
        for wrong, said in ((head(59), "this is no receipt"), (b"nonsense", "this is no receipt"),
                            (receipt(3).replace(b"index", b"inde"), "not a receipt"), (receipt(3)[:-1], "a checkpoint has"),
                            (receipt(3) + b"\n" * (1 << 20), "longer than 1048576 bytes")):
            code, text, _ = ask(story().bytes(), receipts=[receipt(3), wrong])
            self.assertEqual(code, 65)
            self.assertIn(said, text)
        self.assertEqual(ask(story().bytes(), "--receipt", "no/such")[0], 66)


def tampered(entry, commits=(20, 59)):
    """The story's file, with one bit of an entry's statement changed."""
    data, body = story().bytes(commits), bodies()[entry]
    at = data.index(body) + body.index(b'"id":"') + len(b'"id":"')
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def damaged(entry):
    """The story's file, with the frame header of an entry damaged."""
    data = story().bytes([20, 59])
    at = data.index(b"entry %d\n" % len(bodies()[entry]) + bodies()[entry])
    return data[:at] + b"X" + data[at + 1:]


class WhatIsLeft(unittest.TestCase):
    def finds(self, log, kind, expected, *options):
        """Asks with the files of `expected`, (file, finding, words of the message)."""
        files = [file for file, _, _ in expected]
        code, text, paths = ask(log, "--json", *options, receipts=files[:-1], since=files[-1])
        report = json.loads(text)
        self.assertEqual((code, report["ok"], report["kind"]), (1, False, kind))
        self.assertEqual([(each["file"], each["finding"]) for each in report["kept"]],
                         [(path, finding) for path, (_, finding, _) in zip(paths, expected)])
        text = ask(log, *options, receipts=files[:-1], since=files[-1])[1]
        lines = [line for line in text.splitlines() if line.startswith("  ") and "kept-" in line]
        for line, each, (_, _, words) in zip(lines, report["kept"], expected):
            self.assertIn(words, line)
            self.assertEqual(line[2:].partition("kept-")[2], each["message"].partition("kept-")[2])
        self.assertEqual(len(lines), len(expected))
        self.assertNotIn("\x1b", text)

    def test_an_entry_that_was_changed(self):
        self.finds(tampered(30), "tampered", [
            (receipt(3, 20), "agrees", "agrees with the first 20 entries of this log"),
            (receipt(29, 30), "agrees", "agrees with the first 30 entries of this log"),
            (receipt(30, 31), "differs", "of other entries than these: the fault is the log's"),
            (receipt(3), "differs", "of other entries than these: the fault is the log's"),
            (head(59), "differs", "of other entries than these: the fault is the log's")])

    def test_what_the_operator_let_in(self):
        log = fresh()
        log.entries[-1][1]["rolls"] = []
        leaves = list(log.bodies())
        self.finds(log.bytes(), "refused", [
            (published.receipt(58, leaves, log.checkpoint(leaves)), "agrees", "with the first 59 entries"),
            (head(1), "agrees", "with the first 1 entry of")])
        self.finds(log.bytes(), "refused", [(head(59), "differs", "the fault is the log's")])

    def test_a_frame_that_was_damaged(self):
        for entry in (20, 30):  # right after a checkpoint, and later
            self.finds(damaged(entry), "tampered", [
                (receipt(3, entry), "agrees", "with the first %d entries" % entry),
                (head(entry + 1), "beyond", "further than this log can be read (%d entries)" % entry)])

    def test_what_was_never_committed(self):
        # Entries after the last checkpoint were promised to nobody: another may stand there.
        self.finds(tampered(3, commits=[20]), "tampered", [
            (receipt(3, 20), "differs", "the fault is the log's"), (head(59), "beyond", "(20 entries)")])

    def test_what_proves_nothing(self):
        other, forger = tiny_log(), copy.copy(story())
        forger.key = Key(story().origin, b"another seed")
        self.finds(tampered(30), "tampered", [
            (receipt(3, 20).replace(b"index 3\n", b"index 2\n"), "nothing", "does not hold together"),
            (receipt(3, 20, extra=False).replace(b"index 3\n", b"index 2\n"), "nothing", "does not hold together"),
            (receipt(3).replace(b"\n59\n", b"\n58\n"), "nothing", "it was altered"),
            (published.receipt(3, bodies(), forger.checkpoint(bodies())), "nothing", "no key that signed this log"),
            (other.checkpoint(list(other.bodies())), "nothing", "of another log")])

    def test_where_nothing_can_be_read(self):
        self.finds(story().bytes()[:300], "cut", [(head(20), "unreadable", "nothing of this log can be read")])
        self.finds(b"", "cut", [(head(20), "unreadable", "nothing of this log can be read")])

    def test_the_key_that_was_expected(self):
        # The key in the first entry was damaged: whoever was given it can still tell.
        key = story().key.vkey.encode()
        log = story().bytes().replace(key, b"-" + key[1:], 1)
        self.finds(log, "tampered", [(head(20), "unreadable", "nothing of this log can be read")])
        self.finds(log, "tampered", [(head(20), "differs", "the fault is the log's")], "--log-key", story().key.vkey)

    def test_faults_that_are_not_the_logs(self):
        for log, options in ((b"nonsense", ()), (story().bytes(), ("--log-key", Key(story().origin, b"other").vkey))):
            report = json.loads(ask(log, "--json", *options, since=head(20))[1])
            self.assertEqual(report["kind"], "foreign")
            self.assertNotIn("kept", report)

    def test_tiles(self):
        found = published.resources(bodies(), head(59))
        bundle = found["tile/entries/000.p/59"]
        at = bundle.index(bodies()[30]) + 20
        found["tile/entries/000.p/59"] = bundle[:at] + bytes([bundle[at] ^ 1]) + bundle[at + 1:]
        self.finds(found, "tampered", [
            (receipt(3, 30), "agrees", "with the first 30 entries"), (head(59), "beyond", "(30 entries)")])
        log = fresh()
        log.entries[-1][1]["rolls"] = []
        leaves = list(log.bodies())
        self.finds(published.resources(leaves, log.checkpoint(leaves)), "refused", [(head(20), "agrees", "20 entries")])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""What somebody kept: a checkpoint or a receipt, against logs that go on from it, were cut, forked, or are foreign."""

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
from test_verify import VERIFY, fresh, load, story, tiny_log, vectors
from verifier.encoding import decode_base64
from verifier.errors import Malformed
from verifier.kept import Kept
from verifier.tree import proves_consistency, proves_inclusion


@functools.lru_cache(None)
def bodies():
    return list(story().bodies())


def head(size):
    return story().checkpoint(bodies()[:size])


def forked(entry):
    """The story, but the log's operator says of an entry that it came an hour later, and signs that too."""
    log = fresh()
    time = log.entries[entry][0]
    log.entries[entry][0] = time[:11] + "%02d" % (int(time[11:13]) + 1) + time[13:]
    return log


class Proofs(unittest.TestCase):
    """The vectors of transparency-dev/merkle. A root that is no hash, or an old size 0, may be refused earlier."""

    def cases(self, kind):
        for folder, _, files in os.walk(vectors("merkle", kind)):
            for name in files:
                case = load("merkle", kind, os.path.relpath(os.path.join(folder, name), vectors("merkle", kind)))
                yield case, [decode_base64(each) for each in case["proof"] or []]

    def test_inclusion(self):
        count = 0
        for case, proof in self.cases("inclusion"):
            found = proves_inclusion(case["leafIdx"], case["treeSize"], decode_base64(case["leafHash"] or ""), proof,
                                     decode_base64(case["root"] or ""))
            self.assertEqual(found, not case["wantErr"], case)
            count += 1
        self.assertEqual(count, 98)

    def test_consistency(self):
        count = 0
        for case, proof in self.cases("consistency"):
            roots = decode_base64(case["root1"] or ""), decode_base64(case["root2"] or "")
            found = proves_consistency(case["size1"], case["size2"], proof, *roots)
            if case["wantErr"] or (case["size1"] and len(roots[0]) == len(roots[1]) == 32):
                self.assertEqual(found, not case["wantErr"], case)
            count += 1
        self.assertEqual(count, 98)


class Forms(unittest.TestCase):
    def test_receipts_and_checkpoints_of_others(self):
        for size in (1, 2, 3, 8, 255, 256, 300):
            with open(vectors("logs", "n%d.tlog-proof" % size), "rb") as file:
                receipt = Kept(file.read())
            with open(vectors("logs", "n%d.leaf" % size), "rb") as file:
                leaf = published.hashlib.sha256(b"\x00" + file.read()).digest()
            self.assertEqual((receipt.index, receipt.checkpoint.size), (size - 1, size))
            self.assertTrue(receipt.proves(leaf))
            self.assertFalse(receipt.proves(b"\x00" * 32))
            with open(vectors("logs", "n%d.old-checkpoint" % size), "rb") as file:
                old = Kept(file.read())
            self.assertIsNone(old.index)
            self.assertLessEqual(old.checkpoint.size, size)

    def test_what_is_neither(self):
        right = published.receipt(1, bodies()[:3], head(3))
        for data in (b"", b"c2sp.org/tlog-proof@v1\n", right.replace(b"index 1", b"index 01"), right.replace(b"index 1\n", b""),
                     right.replace(b"@v1", b"@v2"), right.replace(b"extra ", b"extra !"), right + b"x", right[:-1],
                     head(3).replace(b"\n3\n", b"\n03\n"), head(3).replace(b"\n\n", b"\n\nextension\n\n"),
                     right.replace(b"\n\n", b"\nAAAA\n\n", 1),
                     right.replace(b"\n\n", b"\n" + 62 * (b"A" * 43 + b"=\n") + b"\n", 1)):
            with self.assertRaises(Malformed, msg=data):
                Kept(data)


class Since(unittest.TestCase):
    def ask(self, log, kept, *options, commits=None):
        with tempfile.TemporaryDirectory() as folder:
            place, file = os.path.join(folder, "log.viche"), os.path.join(folder, "kept")
            for path, data in ((place, log.bytes(commits)), (file, kept)):
                with open(path, "wb") as out:
                    out.write(data)
            done = subprocess.run([sys.executable, VERIFY, place, "--since", file, *options],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode() or done.stderr.decode()

    def alarm(self, log, kept, kind, commits=None):
        code, text = self.ask(log, kept, "--json", commits=commits)
        report = json.loads(text)
        self.assertEqual((code, report["ok"], report["kind"]), (1, False, kind))
        return report

    def test_an_ancestor(self):
        types = [statement["type"] for _, statement, _ in story().entries]
        for size in (1, 2, 20, 58, 59):
            code, text = self.ask(story(), head(size), "--json")
            report = json.loads(text)
            self.assertEqual((code, report["ok"]), (0, True))
            self.assertEqual(report["since"], {
                "size": size, "root": head(size).split(b"\n")[2].decode(), "new_entries": 59 - size,
                "new": {each: types[size:].count(each) for each in types[size:]}})
            self.assertNotIn("since", report["not_checked"])
        code, text = self.ask(story(), head(20))
        self.assertIn("the head of 20 entries that was kept", text)
        self.assertIn("39 entries since: 2 act.refused, 15 ballot.cast, ", text)

    def test_a_receipt(self):
        for index, size in ((0, 1), (0, 59), (30, 41), (58, 59)):
            for extra in (True, False):
                code, text = self.ask(story(), published.receipt(index, bodies()[:size], head(size), extra), "--json")
                self.assertEqual((code, json.loads(text)["since"]["entry"]), (0, index))

    def test_a_log_that_was_cut(self):
        log = copy.copy(story())
        log.entries = log.entries[:20]
        report = self.alarm(log, head(59), "shorter")
        self.assertIn("39 entries", report["message"])
        self.assertEqual((report["kept_head"], report["log_head"]), (head(59).decode(), head(20).decode()))
        self.assertEqual((report["expected"], report["found"]), ("59", "20"))
        code, text = self.ask(log, head(59))
        self.assertEqual(code, 1)
        for line in (head(59) + head(20)).decode().splitlines():
            self.assertIn(line, text)

    def test_a_fork(self):
        first = 57
        log = forked(first)
        self.assertEqual(self.ask(log, head(first))[0], 0)  # both histories begin so
        for size in (first + 1, 59):
            report = self.alarm(log, head(size), "forked")
            whole = log.checkpoint(list(log.bodies()))
            self.assertEqual((report["kept_head"], report["log_head"]), (head(size).decode(), whole.decode()))
            roots = [note.split(b"\n")[2].decode() for note in (head(size), log.checkpoint(list(log.bodies())[:size]))]
            self.assertEqual([report["expected"], report["found"]], roots)
        self.alarm(log, published.receipt(first, bodies(), head(59)), "forked")
        self.assertIn("forked: the log's key signed two histories", self.ask(log, head(59))[1])

    def test_another_log(self):
        other = tiny_log()
        self.alarm(story(), other.checkpoint(list(other.bodies())), "foreign")
        forger = copy.copy(story())
        forger.key = Key(story().origin, b"another seed")
        self.alarm(story(), forger.checkpoint(bodies()[:20]), "other_key")
        unsigned = head(20).replace(b"\n20\n", b"\n21\n")
        self.alarm(story(), unsigned, "altered")

    def test_a_receipt_that_proves_nothing(self):
        right = published.receipt(3, bodies()[:20], head(20))
        other = published.receipt(3, bodies()[:20], head(20), extra=False)
        body = published.b64(bodies()[3]).encode()
        for kept in (right.replace(body, published.b64(bodies()[4]).encode()), right.replace(b"index 3\n", b"index 2\n"),
                     other.replace(b"index 3\n", b"index 2\n"), other.replace(b"index 3\n", b"index 99\n")):
            self.alarm(story(), kept, "unsound")

    def handed_over(self, moment):
        """A log of two entries, of which the second brings a new key for its checkpoints; and a head over each."""
        from make_log import Alliance
        log = Alliance().found()
        heads = [log.checkpoint(list(log.bodies()))]
        log.at(moment)
        new, log_key = Key("alliance.example.org/registrar-2"), Key(log.origin, b"\x05" * 32)
        log.say("secretariat.handed_over", [new, log.registrar] + log.steering(5), key=new.vkey, log_key=log_key.vkey)
        heads.append(log.checkpoint(list(log.bodies())))
        log.later_keys = [(1, log_key)]
        return log, heads

    def test_a_key_that_was_handed_over(self):
        log, heads = self.handed_over("2025-01-08T08:00:00Z")
        self.assertEqual(self.ask(log, heads[0], commits={1, 2})[0], 0)
        # The entries are those that the first key signed, wherever its checkpoint has gone.
        self.assertEqual(self.ask(log, heads[0])[0], 0)

    def test_a_key_that_is_only_named(self):
        log, _ = self.handed_over("2025-01-08T08:00:00Z")
        _, others = self.handed_over("2025-01-09T08:00:00Z")
        # Two roots, and the key of the second signed nothing of the first log: it may be anybody's.
        self.alarm(log, others[1], "other_key")

    def test_files_that_cannot_be_read(self):
        self.assertEqual(self.ask(story(), b"nonsense")[0], 65)
        done = subprocess.run([sys.executable, VERIFY, vectors("log-example", "example.viche"), "--since", "no/such"],
                              stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 66)


class Remember(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.memory = os.path.join(self.folder.name, "head.txt")

    def tearDown(self):
        self.folder.cleanup()

    def ask(self, log, *options):
        place = os.path.join(self.folder.name, "log.viche")
        with open(place, "wb") as file:
            file.write(log.bytes())
        done = subprocess.run([sys.executable, VERIFY, place, "--remember", self.memory, *options],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode() or done.stderr.decode()

    def remembered(self):
        with open(self.memory, "rb") as file:
            return file.read()

    def test_what_holds_is_remembered_and_compared_the_next_time(self):
        early = copy.copy(story())
        early.entries = early.entries[:20]
        code, text = self.ask(early, "--json")
        self.assertEqual((code, json.loads(text)["remembered"]), (0, {"file": self.memory}))
        self.assertIn("earlier_copy", json.loads(text)["not_checked"])
        self.assertEqual(self.remembered(), head(20))
        self.assertEqual(os.stat(self.memory).st_mode & 0o777, 0o600)
        code, text = self.ask(story(), "--json")
        told = json.loads(text)["remembered"]
        self.assertEqual((code, told["size"], told["new_entries"], told["new"]["ballot.cast"]), (0, 20, 39, 15))
        self.assertNotIn("earlier_copy", json.loads(text)["not_checked"])
        self.assertEqual(self.remembered(), head(59))
        text = self.ask(story())[1]
        self.assertIn("the head of 59 entries that was kept", text)
        self.assertIn("remembered: the head of 59 entries (%s)\n" % self.memory, text)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["head.txt", "log.viche"])

    def test_an_alarm_takes_nothing_from_it(self):
        self.ask(story())
        cut = copy.copy(story())
        cut.entries = cut.entries[:20]
        for log, kind in ((cut, "shorter"), (forked(57), "forked"), (tiny_log(), "foreign")):
            code, text = self.ask(log, "--json")
            self.assertEqual((code, json.loads(text)["kind"]), (1, kind))
            self.assertEqual(self.remembered(), head(59))
        text = self.ask(forked(57))[1]
        for line in head(59).decode().splitlines():
            self.assertIn(line, text)

    def test_nothing_is_remembered_of_what_is_not_all_there(self):
        code, text = self.ask(story(), "--witness", published.Witness("witness.example.org").vkey)
        self.assertEqual((code, os.path.exists(self.memory)), (1, False))
        self.assertNotIn("remembered", text)

    def test_what_is_something_else_is_left_alone(self):
        for data in (b"", b"my notes\n", b"viche-memory/1\n", published.receipt(3, bodies()[:20], head(20))):
            with open(self.memory, "wb") as file:
                file.write(data)
            code, text = self.ask(story())
            self.assertEqual((code, self.remembered()), (65, data))
            self.assertIn("nothing is written over it", text)

    def test_a_link_stays_one(self):
        target = os.path.join(self.folder.name, "target")
        os.symlink(target, self.memory)
        self.assertEqual(self.ask(story())[0], 0)
        self.assertTrue(os.path.islink(self.memory))
        self.assertEqual(self.remembered(), head(59))

    def test_where_nothing_can_be_written(self):
        self.memory = os.path.join(self.folder.name, "no", "such")
        code, text = self.ask(story())
        self.assertEqual(code, 74)
        self.assertIn("could not be written: No such file or directory", text)


if __name__ == "__main__":
    unittest.main()

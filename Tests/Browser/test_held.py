# SPDX-License-Identifier: Apache-2.0
"""What a visitor holds besides the ledger, and a ledger that a server publishes: in the page, in Chromium."""

import base64
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from page import DONE, ROOT, PageTestCase, served
import make_log
from verifier.tree import Tree  # noqa: E402 (page puts it on the path)

VICHE = next(filter(None, map(shutil.which, (
    os.environ.get("VICHE") or "", *(str(ROOT / ".build" / kind / "viche") for kind in ("debug", "release"))))), None)
TIMES = (1740000000, 1740000060)


class Witness:
    """A cosigner: a key of type 4 (c2sp.org/tlog-cosignature)."""

    def __init__(self, name):
        self.name, self.key = name, make_log.Key(name)
        typed = b"\x04" + self.key.public
        self.id = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
        self.vkey = "%s+%s+%s" % (name, self.id.hex(), base64.b64encode(typed).decode())

    def line(self, text, time=TIMES[0]):
        signature = self.key.sign(b"cosignature/v1\ntime %d\n" % time + text)
        blob = self.id + time.to_bytes(8, "big") + signature
        return ("— %s %s\n" % (self.name, base64.b64encode(blob).decode())).encode()


def cosigned(log, size, *witnesses):
    """The log with a checkpoint at `size`, cosigned, and its last one."""
    bodies = list(log.bodies())
    note = log.checkpoint(bodies[:size])
    text = note[:note.index(b"\n\n") + 1]
    note += b"".join(witness.line(text) for witness in witnesses)
    frames = b"checkpoint %d\n%s" % (len(note), note)
    whole = log.frames(bodies, {size, len(bodies)})
    alone = log.checkpoint(bodies[:size])
    return whole.replace(b"checkpoint %d\n%s" % (len(alone), alone), frames)


def receipt(bodies, index, checkpoint):
    """A tlog-proof of one leaf, by RFC 6962's definition of a path."""
    def root(leaves):
        tree = Tree()
        for leaf in leaves:
            tree.add(leaf)
        return tree.root()

    def path(at, leaves):
        if len(leaves) == 1:
            return []
        split = 1 << (len(leaves) - 1).bit_length() - 1
        if at < split:
            return path(at, leaves[:split]) + [root(leaves[split:])]
        return path(at - split, leaves[split:]) + [root(leaves[:split])]

    lines = ["c2sp.org/tlog-proof@v1", "extra " + base64.b64encode(bodies[index]).decode(), "index %d" % index]
    lines += [base64.b64encode(each).decode() for each in path(index, bodies)]
    return ("\n".join(lines) + "\n\n").encode() + checkpoint


class WhatIsHeld(PageTestCase):
    def test_a_receipt_and_a_checkpoint_of_the_past(self):
        log = make_log.small_story()
        bodies = list(log.bodies())
        head = log.checkpoint(bodies[:20])
        self.show(log.bytes(), ("mine.tlog-proof", receipt(bodies[:31], 17, log.checkpoint(bodies[:31]))),
                  ("<b>head.txt", head))
        self.assertTrue(self.is_good, self.text())
        checks = self.text("#checks")
        self.assertIn("Entry 17: diligence.found", checks)
        self.assertIn("<b>head.txt (20 entries): is among the past of this ledger", checks)

    def test_another_history_is_contradicted(self):
        log = make_log.small_story()
        bodies = list(log.bodies())
        other = [*bodies[:19], bodies[19].replace(b"00Z\n", b"01Z\n", 1), *bodies[20:]]
        self.assertNotEqual(other, bodies)
        for name, data, says in (
                ("head", log.checkpoint(other[:25]), "there are two histories"),
                ("receipt", receipt(other[:25], 19, log.checkpoint(other[:25])), "is not in this ledger any more"),
                ("later", receipt(other[:25], 3, log.checkpoint(other[:25])), "there are two histories")):
            with self.subTest(name):
                self.setUp()
                self.show(log.bytes(), (name, data))
                self.assertFalse(self.is_good)
                self.assertIn("not the ledger that you hold a proof of", self.text(".verdict"))
                self.assertIn(says, self.text("#checks"))

    def test_what_does_not_fit_says_why(self):
        log = make_log.small_story()
        bodies = list(log.bodies())
        other = make_log.small_story()
        other.key = make_log.Key(other.origin, b"other")
        lying = receipt(bodies[:31], 17, log.checkpoint(bodies[:31])).replace(b"index 17", b"index 16")
        cut = log.frames(bodies[:30])
        for name, data, kept, says in (
                ("another key", log.bytes(), other.checkpoint(bodies[:20]), "did not sign it"),
                ("another index", log.bytes(), lying, "proves nothing"),
                ("an old copy", cut, log.checkpoint(bodies), "an old or a cut copy"),
                ("another ledger", log.bytes(), log.checkpoint(bodies).replace(b"alliance", b"alliancf"), "another ledger")):
            with self.subTest(name):
                self.setUp()
                self.show(data, ("kept", kept))
                self.assertFalse(self.is_good)
                self.assertIn(says, self.text("#checks"))

    def test_a_damaged_receipt_is_named(self):
        self.show(make_log.small_story().bytes(), ("torn.tlog-proof", b"c2sp.org/tlog-proof@v1\nindex 3\n"))
        self.assertIn("torn.tlog-proof", self.text("#status"))
        self.browser.value("document.querySelector('#kept button').click()")
        self.assertIsNone(self.browser.value("document.getElementById('kept')"))

    def test_witnesses_by_a_policy_and_by_keys(self):
        log = make_log.small_story()
        one, two, three = map(Witness, ("w.example/1", "w.example/2", "w.example/3"))
        data, whole = cosigned(log, 40, one, two), cosigned(log, len(log.entries), one, two)
        named = "log %s\nwitness a %s\nwitness b %s\nwitness c %s\n" % (log.key.vkey, one.vkey, two.vkey, three.vkey)
        two_of_three, pair = named + "group g 2 a b c\nquorum g\n", "%s\n%s\n" % (one.vkey, two.vkey)
        for ledger, policy, good, says in (
                (whole, two_of_three, True, "The last checkpoint has the quorum"),
                (data, two_of_three, False, "is of 40 entries. Entries after that, not yet witnessed so: 19"),
                (whole, named + "group g all a b c\nquorum g\n", False, "does not have the quorum of your policy"),
                (data, named + "quorum none\n", True, "w.example/3 c cosigned no checkpoint"),
                (whole, pair, True, "w.example/1 w1 cosigned the ledger when it had 59 entries"),
                (data, pair, False, "w.example/1 w1 cosigned the ledger when it had 40 entries"),
                (whole, three.vkey + "\n", False, "does not have the quorum")):
            with self.subTest(policy):
                self.setUp()
                self.show(ledger, ("policy.txt", policy.encode()))
                self.assertEqual(self.is_good, good)
                self.assertIn(says, self.text("#checks"))
        self.setUp()
        self.show(cosigned(log, len(log.entries), one))
        self.assertTrue(self.is_good)
        self.assertIn("Could not check cosignatures", self.text("#checks"))
        self.assertIn("w.example/1", self.text("#checks"))

    def test_a_policy_that_is_none_is_refused(self):
        self.show(make_log.small_story().bytes(), ("policy.txt", b"group g 2 a b\nquorum g\n"))
        self.assertIn("no policy: line 1: ", self.text("#status"))


class Served(PageTestCase):
    def click(self):
        self.browser.wait("document.getElementById('served')")
        self.browser.value("document.getElementById('served').click()")
        self.browser.wait(DONE)

    def publish(self, folder, data):
        """As `viche publish tiles` does; without that command by hand, for a log of fewer than 256 entries."""
        path = pathlib.Path(folder) / "log.viche"
        path.write_bytes(data)
        subprocess.run([VICHE, "publish", "tiles", str(pathlib.Path(folder) / "site"), "--log", str(path)], check=True,
                       stdout=subprocess.DEVNULL)
        shutil.copy(self.page, pathlib.Path(folder) / "site/index.html")
        return pathlib.Path(folder) / "site"

    @unittest.skipUnless(VICHE, "viche is not built")
    def test_the_tiles_that_the_command_publishes(self):
        log = make_log.position()
        bodies = list(log.bodies())
        with tempfile.TemporaryDirectory() as folder:
            site = self.publish(folder, log.bytes({40, len(bodies)}))
            with served(site) as address:
                self.browser.open(address)
                self.click()
                self.assertTrue(self.is_good, self.text("#status"))
                self.assertEqual(self.text(".facts dd"), str(len(bodies)))
                self.assertIn("Could not check earlier checkpoints", self.text("#checks"))
                # Where the partial bundle has gone, the full one is read: here one with more entries than are committed.
                bundle = next((site / "tile/entries/000.p").iterdir())
                good = bundle.read_bytes() + b"\x00\x01x"
                (site / "tile/entries/000").write_bytes(good)
                bundle.unlink()
                self.click()
                self.assertTrue(self.is_good, self.text("#status"))
                (site / "tile/entries/000").write_bytes(b"\xff\xff" + b"x" * 60000)
                self.click()
                self.assertIn("tile/entries/000 ends too early", self.term("What was found"))
                (site / "tile/entries/000").write_bytes(good)
                whole = site / "checkpoint"
                whole.write_bytes(whole.read_bytes().replace(b"\n%d\n" % len(bodies), b"\n999999\n"))
                self.click()
                self.assertIn("tile/entries/", self.term("What was found"))

    def test_beside_no_tiles_nothing_is_offered(self):
        with tempfile.TemporaryDirectory() as folder, served(folder) as address:
            shutil.copy(self.page, os.path.join(folder, "index.html"))
            self.browser.open(address)
            self.browser.wait("document.getElementById('file')")
            self.assertIsNone(self.browser.value("document.getElementById('served')"))


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""The one file that Tools/verify/build makes says what verify.py and its modules say."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import elections
import make_log
import published
import test_golden
from test_kept import bodies, forked, head
from test_policy import EXAMPLE, X, Y
from test_verify import VERIFY, fresh, story

TOOLS = os.path.join(make_log.ROOT, "Tools", "verify")


class OneFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.path = os.path.join(cls.folder, "verify.py")
        subprocess.run([sys.executable, os.path.join(TOOLS, "build"), cls.path], check=True)
        with open(cls.path, encoding="utf-8") as file:
            cls.text = file.read()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def place(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def both_say(self, *options):
        """The exit code and the output, of which both have the same."""
        # -I: nothing beside the file is found, neither modules nor settings.
        done = [subprocess.run([sys.executable, "-I", program, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                for program in (VERIFY, self.path)]
        self.assertEqual(done[0].returncode, done[1].returncode)
        self.assertEqual(done[0].stdout, done[1].stdout)
        self.assertEqual(done[0].stderr, done[1].stderr)
        return done[0].returncode

    def test_it_is_made_alike_each_time(self):
        again = os.path.join(self.folder, "again.py")
        subprocess.run([sys.executable, os.path.join(TOOLS, "build"), again], check=True)
        with open(again, encoding="utf-8") as file:
            self.assertEqual(file.read(), self.text)

    def test_it_is_one_file_to_read(self):
        tree, ours = ast.parse(self.text), {"verifier", "verify"}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                self.assertEqual(node.level, 0)
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [each.name for each in node.names] if isinstance(node, ast.Import) else [node.module]
                self.assertFalse(ours & {name.split(".")[0] for name in names})
        defined = [n.name for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))]
        self.assertEqual(len(defined), len(set(defined)))
        self.assertTrue(self.text.startswith('#!/usr/bin/env python3\n# SPDX-License-Identifier: Apache-2.0\n"""Check a Viche log'))
        self.assertTrue(os.access(self.path, os.X_OK))

    def test_logs_that_hold_and_that_do_not(self):
        place = self.place("log.viche", story().bytes())
        for options in ((), ("--json",), ("--log-key", story().key.vkey), ("--log-key", "x"), ("--nonsense",)):
            self.both_say(place, *options)
        self.both_say("no/such/file")
        data = story().bytes([20, 59])
        for number, damaged in enumerate((data[:900], data[:-40], data.replace(b"yes", b"yez", 1), data.replace(b"\n", b"\r\n", 1), b"")):
            self.assertEqual(self.both_say(self.place("damaged-%d" % number, damaged), "--json"), number != 1)
        log = fresh()
        log.entries[-1][1]["rolls"] = []
        self.assertEqual(self.both_say(self.place("refused.viche", log.bytes())), 1)
        for made in (elections.first_election, make_log.position, make_log.silence):
            self.assertEqual(self.both_say(self.place("made.viche", made().bytes()), "--json"), 0)

    def test_all_that_can_be_asked(self):
        place = self.place("asked.viche", story().bytes([20, 59]))
        kept, receipt = self.place("kept", head(20)), self.place("kept.tlog-proof", published.receipt(3, bodies(), head(59)))
        newest = self.place("newest", head(59))
        fork = self.place("fork.viche", forked(57).bytes())
        policy, damaged = self.place("policy", EXAMPLE), self.place("flipped", story().bytes([20, 59]).replace(b"yes", b"yez", 1))
        for options, code in (((place, "--since", kept), 0), ((place, "--remember", newest), 0),
                              ((fork, "--remember", newest, "--json"), 1), ((place, "--since", receipt, "--json"), 0), ((fork, "--since", receipt), 1),
                              ((place, "--policy", policy), 1), ((place, "--policy", kept), 65),
                              ((place, "--receipt", receipt, "--receipt", receipt), 0), ((fork, "--receipt", receipt, "--json"), 1),
                              ((place, "--receipt", kept), 65), ((damaged, "--receipt", receipt, "--since", kept), 1),
                              ((place, "--witness", X[0].vkey), 1), ((place, "--witness", story().key.vkey), 65),
                              ((place, "--witness", X[0].vkey, "--policy", policy), 64)):
            self.assertEqual(self.both_say(*options), code)
        signed = head(59)
        for key in X[:2] + Y[:1]:
            signed = key.cosign(signed, 1735689600)
        cosigned = self.place("cosigned.viche", story().bytes([59]) + b"checkpoint %d\n%s" % (len(signed), signed))
        self.assertEqual(self.both_say(cosigned, "--policy", policy, "--json"), 0)
        tiles = os.path.join(self.folder, "tiles")
        published.write(tiles, published.resources(bodies(), head(59)))
        self.assertEqual(self.both_say(tiles), 0)
        evidence = self.place("fork", published.fork_evidence(head(59), forked(57).checkpoint(list(forked(57).bodies()))))
        self.assertEqual(self.both_say("--fork-evidence", evidence, "--log-key", story().key.vkey), 0)

    def test_golden_logs(self):
        spec = importlib.util.spec_from_file_location("one_file", self.path)
        one = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(one)
        for row in test_golden.rows():
            state, broken = test_golden.answer(row, one)
            self.assertEqual((broken is None, broken and broken.reason), (row["ok"], row.get("reason")), row["file"])
            one.as_text(state, broken)

    def test_two_names_are_not_made_one(self):
        tools = os.path.join(self.folder, "tools")
        shutil.copytree(TOOLS, tools)
        with open(os.path.join(tools, "verifier", "tree.py"), "a", encoding="utf-8") as file:
            file.write("\n\ndef clean(text):\n    return text\n")
        done = subprocess.run([sys.executable, os.path.join(tools, "build"), self.path + ".2"], stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, os.path.exists(self.path + ".2")), (1, False))
        self.assertIn(b"clean", done.stderr)


if __name__ == "__main__":
    unittest.main()

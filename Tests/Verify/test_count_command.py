# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

count.py: the files that it reads and what it prints.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

import make_log
from count_vectors import VOTES, load
from verifier.counting import files, lots
from verifier.errors import Malformed

COUNT = os.path.join(make_log.ROOT, "Tools", "verify", "count.py")
CONTESTS = os.path.join(make_log.ROOT, "Tools", "verify", "contests.py")


class Files(unittest.TestCase):
    def test_what_is_malformed(self):
        good = '2 1\n1 1 2 0\n0\n"A"\n"B"\n"T"\n'
        self.assertEqual(files.read_blt(good).names, ["A", "B"])
        for bad in ("", "2\n", "2 0\n0\nA\nB\n", "2 1\n1 3 0\n0\nA\nB\n", "2 1\n1 1 2\n0\nA\nB\n", "2 1\n0\nA\n",
                    "1001 1\n0\n", "2 1\n-1 1 0\n0\nA\nB\n", "2 1\n10000000000 1 0\n0\nA\nB\n",
                    "2 1\n1 ² 0\n0\nA\nB\n"):
            with self.assertRaises(Malformed, msg=bad):
                files.read_blt(bad)
        for bad in ('"a" 1 2 3', "a b 1 2 3", '"a" "b" 1', '"a" "b" 0 1 0'):
            with self.assertRaises(Malformed, msg=bad):
                files.read_con(bad)
        for bad in ("", "A,B\n1\n", 'A\n"1', "A\n-1\n"):
            with self.assertRaises(Malformed, msg=bad):
                files.read_ranks(bad, 1)

    def test_an_order_from_a_seed(self):
        # printf 'seed\0A' | sha256sum gives 4093c9dc…, B 7314fd72…, C 63ac2447…: the smallest first.
        self.assertEqual(lots.seeded(b"seed", ["A", "B", "C"]), [0, 2, 1])


class Command(unittest.TestCase):
    def run_count(self, *words):
        done = subprocess.run([sys.executable, COUNT, *words], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        return done.returncode, done.stdout.decode()

    def test_json_and_exit_codes(self):
        ward = os.path.join(VOTES, "scotland", "scot-elex", "falkirk_2022_ward6")
        code, out = self.run_count(ward + ".blt", "--method", "stv", "--json")
        report, expected = json.loads(out), load(ward + ".expected.json")
        self.assertEqual((code, report["quota"]), (0, expected["quota"]))
        self.assertEqual([c + 1 for c in report["elected"]], expected["electedInOrder"])
        self.assertEqual([{str(int(c) + 1): n for c, n in stage["votes"].items()} for stage in report["stages"]],
                         [row["votes"] for row in expected["stages"]])
        self.assertEqual(report["stages"][-1]["lost"], expected["stages"][-1]["lostToTruncation"])
        weak = os.path.join(VOTES, "scotland", "glasgow-2007", "weak-surplus.blt")
        self.assertIn("tie for exclusion of 4 E, 5 F: 4 E, by order", self.run_count(
            weak, "--method", "stv", "--order", "5,4,3,2,1,0")[1])
        self.assertEqual(self.run_count(weak)[0], 64)
        self.assertEqual(self.run_count(weak, "--method", "points", "--given", "1/0")[0], 64)
        self.assertEqual(self.run_count(weak, "--method", "stv", "--order", "1")[0], 1)
        self.assertEqual(self.run_count(weak + "x", "--method", "borda")[0], 66)
        self.assertEqual(self.run_count(ward + ".expected.json", "--method", "borda")[0], 65)

    def test_every_method_prints_json(self):
        with tempfile.NamedTemporaryFile("w", suffix=".blt", encoding="utf-8") as file:
            file.write('3 1\n2 1 2 0\n1 3 2 0\n0\n"Ada"\n"Berta"\n"Cleo"\n')
            file.flush()
            for method, scores in (("plurality", {"0": "2", "1": "0", "2": "1"}),
                                   ("borda", {"0": "4", "1": "3", "2": "2"}), ("schulze", None)):
                # plurality with one seat: no ballot that names two is valid
                report = json.loads(self.run_count(file.name, "--method", method, "--json")[1])
                self.assertEqual(report["elected"], [] if method == "plurality" else [0])
                if method == "borda":
                    self.assertEqual(report["stages"][0]["votes"], scores)
            report = json.loads(self.run_count(file.name, "--method", "points", "--scale", "3,1", "--json")[1])
            self.assertEqual(report["stages"][0]["votes"], {"0": "6", "1": "3", "2": "3"})


class Contests(unittest.TestCase):
    """What contests.py prints adds up, in every case."""

    def lines(self, *words):
        done = subprocess.run([sys.executable, CONTESTS, *words], stdout=subprocess.PIPE, check=True)
        return done.stdout.decode().splitlines()

    def test_a_case_is_had_again_by_its_number(self):
        self.assertEqual(self.lines("--cases", "3", "--first", "40"), self.lines("--cases", "43")[40:])

    def test_seats_and_votes_add_up(self):
        counted = 0
        for case in map(json.loads, self.lines("--cases", "800", "--seed", "7")):
            count = case["count"]
            if "uncountable" in count:
                continue
            counted += 1
            empty = sum(each["seats"] for each in count["empty"])
            self.assertEqual(len(set(count["elected"])) + empty, case["seats"], case["case"])
            if case["method"] in ("stv", "meek") and count["valid"]:
                for stage in count["stages"]:
                    parts = [*stage["votes"].values(), stage["nonTransferable"], stage.get("lost", "0")]
                    self.assertEqual(sum(map(Fraction, parts)), count["valid"], case["case"])
        self.assertGreater(counted, 600)


if __name__ == "__main__":
    unittest.main()

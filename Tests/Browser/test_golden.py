# SPDX-License-Identifier: Apache-2.0
"""The golden logs (Tests/Golden), asked of the browser's verifier: under node, and in a headless Chromium."""

import pathlib
import shutil
import unittest

from page import PageTestCase
import golden

CASES = golden.cases()


@unittest.skipUnless(CASES, "no golden logs")
class Golden(PageTestCase):
    def test_in_chromium(self):
        for case in CASES:
            with self.subTest(case["file"]):
                data = (pathlib.Path(golden.FOLDER) / case["file"]).read_bytes()
                self.assertEqual(golden.wrong(case, self.report(data, case.get("log_key", "")), data), "")


@unittest.skipUnless(CASES and shutil.which("node"), "no golden logs, or no node")
class GoldenInNode(unittest.TestCase):
    def test_in_node(self):
        for case, report in zip(CASES, golden.ask_node(golden.FOLDER, CASES)):
            with self.subTest(case["file"]):
                data = (pathlib.Path(golden.FOLDER) / case["file"]).read_bytes()
                self.assertEqual(golden.wrong(case, report, data), "")


if __name__ == "__main__":
    unittest.main()

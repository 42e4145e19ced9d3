# SPDX-License-Identifier: Apache-2.0
"""The golden logs (Tests/Golden), asked of the browser's verifier: under node, and in a headless Chromium."""

import pathlib
import shutil
import tempfile
import unittest

from page import DONE, PageTestCase, served
import brought
import golden

CASES, TILES = golden.cases(), golden.cases(tiles=True)


@unittest.skipUnless(CASES, "no golden logs")
class Golden(PageTestCase):
    def test_in_chromium(self):
        for case in CASES:
            with self.subTest(case["file"]):
                data = (pathlib.Path(golden.FOLDER) / case["file"]).read_bytes()
                self.assertEqual(golden.wrong(case, self.report(data, case.get("log_key", "")), data), "")


@unittest.skipUnless(TILES, "no golden tiles")
class GoldenTiles(PageTestCase):
    def test_in_chromium(self):
        for case in TILES:
            with self.subTest(case["file"]), tempfile.TemporaryDirectory() as folder:
                shutil.copytree(pathlib.Path(golden.FOLDER) / case["file"], folder, dirs_exist_ok=True)
                shutil.copy(self.page, pathlib.Path(folder) / "index.html")
                with served(folder) as address:
                    self.browser.open(address)
                    if case.get("reason") == "no_checkpoint":  # then nothing is offered
                        continue
                    self.browser.wait("document.getElementById('served')")
                    self.browser.value("document.getElementById('served').click()")
                    self.browser.wait(DONE)
                    self.assertEqual(self.is_good, case["ok"], self.text("#status"))
                    if not case["ok"]:
                        self.assertIn(case["reason"], self.term("Reason"))
                    if case.get("entry") is not None:
                        self.assertEqual(self.term("Entry"), str(case["entry"]))


@unittest.skipUnless(CASES and shutil.which("node"), "no golden logs, or no node")
class GoldenInNode(unittest.TestCase):
    def test_in_node(self):
        for case, report in zip(CASES, golden.ask_node(golden.FOLDER, CASES)):
            with self.subTest(case["file"]):
                data = (pathlib.Path(golden.FOLDER) / case["file"]).read_bytes()
                self.assertEqual(golden.wrong(case, report, data), "")

    def test_what_is_brought_in_node(self):
        listed = brought.rows()
        for row, report in zip(listed, brought.answers(listed)):
            with self.subTest(row):
                self.assertEqual(brought.wrong(row, report), "")


if __name__ == "__main__":
    unittest.main()

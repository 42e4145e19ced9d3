# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Browser

The page in a headless Chromium: what it says of good and of bad logs, of hostile ones, on a narrow and on
a wide screen. With SCREENSHOTS=FOLDER it leaves pictures there; with LARGE=LOG it prints how long that log
takes, and the browser's bare signature check. Without node or a Chromium its part is skipped.
"""

import os
import pathlib
import shutil
import subprocess
import unittest

from page import DONE, HERE, ROOT, PageTestCase, verify
import elections
import make_log
from compare import told

HOSTILE = "<img src=x onerror=alert(1)>\u202egnp.exe\u0007"
LONG = "Щ" * 256  # the most that a name may have, and nowhere to break it


def bad_logs():
    """(what was done, its bytes): one changed byte, a wrong count, a vote too late, a file cut short."""
    good = make_log.small_story().bytes()
    at = good.index(b'"application.screened"')
    yield "an entry changed", good[:at + 1] + b"A" + good[at + 2:]
    yield "cut", good[:len(good) // 2]
    yield "no ledger", b"PK\x03\x04 something else\n"
    log = make_log.position()
    tally = next(s for _, s, _ in log.entries if s["type"] == "tally.published")
    tally["results"][0]["counts"]["consent"] += 1
    yield "a wrong count", log.bytes()
    log = elections.first_election()
    certificate = next(s for _, s, _ in log.entries if s["type"] == "outcome.certified")
    certificate["terms"].reverse()
    yield "seats in another order", log.bytes()


def hostile_log():
    log = make_log.Alliance()
    log.found()
    founded = log.entries[0][1]
    founded["name"]["en"] = HOSTILE
    for founder in founded["founders"]:
        founder["name"]["en"] = HOSTILE
    founded["founders"][2]["name"]["en"] = LONG
    log.at("2025-03-03T08:00:00Z").propose("__proto__", "position", "M04", title={"uk": HOSTILE, "en": HOSTILE})
    return log.bytes()


class InNode(unittest.TestCase):
    def test_the_vectors_of_others(self):
        if not shutil.which("node"):
            self.skipTest("no node")
        done = subprocess.run(["node", "--test", str(HERE / "vectors.test.mjs")], stdout=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode())


class InBrowser(PageTestCase):
    def test_good_logs_hold_and_say_the_same_as_verify_py(self):
        for make in (make_log.small_story, make_log.position, elections.first_election, elections.later_election):
            with self.subTest(make.__name__):
                data = make().bytes()
                found, expected = self.report(data), verify(data)
                self.assertEqual(told(found, expected), told(expected, found))
                self.setUp()
                self.show(data)
                self.assertTrue(self.is_good)
                self.assertEqual(self.browser.errors, [])

    def test_bad_logs_are_refused_at_the_same_entry_for_the_same_reason(self):
        for what, data in bad_logs():
            with self.subTest(what):
                expected = verify(data)
                self.assertFalse(expected["ok"])
                found = self.report(data)
                self.assertEqual(told(found, expected), told(expected, found))
                self.setUp()
                self.show(data)
                self.assertEqual(self.term("Reason", code=True), expected["reason"])
                entry = expected.get("entry")
                self.assertEqual(self.term("Entry"), None if entry is None else str(entry))
        self.picture("refused", whole=False)

    def test_the_same_without_a_worker_and_without_the_browsers_ed25519(self):
        data = make_log.small_story().bytes()
        script = self.browser.ask("Page.addScriptToEvaluateOnNewDocument", source="""
            delete globalThis.Worker; SubtleCrypto.prototype.verify = () => Promise.reject(new Error("none"));""")
        self.setUp()
        self.show(data)
        self.assertTrue(self.is_good)
        self.assertIn("calculated", self.browser.value("document.querySelector('#found').innerText"))
        self.browser.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])

    def test_a_wrong_key_of_the_ledger_is_found_out(self):
        log = make_log.small_story()
        other = make_log.Key(log.origin + "x")
        for key, good in ((log.key.vkey, True), (other.vkey, False)):
            self.setUp()
            self.browser.value("document.getElementById('key').value = %r" % key)
            self.show(log.bytes())
            self.assertEqual(self.is_good, good)
        self.assertEqual(self.term("Reason", code=True), "log_key")

    def test_what_a_log_says_is_text_and_its_controls_are_seen(self):
        self.show(hostile_log())
        self.assertTrue(self.is_good)
        self.assertEqual(self.browser.value("document.querySelectorAll('img').length"), 0)
        text = self.browser.value("document.querySelector('#found').textContent")
        self.assertNotIn("\u202e", text)
        self.assertIn("<img src=x onerror=alert(1)>U+202Egnp.exeU+0007", text)
        self.assertTrue(self.browser.value("[...document.querySelectorAll('#found h2')].some((h) => h.querySelector('bdi'))"))
        self.assertIn(LONG, text)
        self.browser.size(360, 740)
        self.assertLessEqual(self.browser.value("document.documentElement.scrollWidth"), 360)
        self.assertEqual(self.browser.errors, [])

    def test_a_wrong_count_is_told_with_its_place_in_both_languages(self):
        data = dict(bad_logs())["a wrong count"]
        self.show(data)
        self.assertEqual(self.term("Where"), "results › 1 › counts › consent")
        found, expected = int(self.term("Found")), int(self.term("Expected"))
        self.assertEqual(found, expected + 1)
        self.browser.value("document.querySelector('#languages [lang=uk]').click()")
        self.assertEqual(int(self.term("Має бути")), expected)
        self.assertIn("Підсумок не такий, який дають бюлетені.", self.text())

    def test_sentences_of_refusals_are_those_of_the_command(self):
        log = make_log.position()
        vote = next(s for _, s, _ in log.entries if s["type"] == "ballot.cast")
        vote["vote"] = "W-77"
        self.show(log.bytes())
        self.assertEqual(self.term("Reason", code=True), "unknown_vote")
        self.assertIn("There is no vote W-77, or it was annulled.", self.text())
        self.browser.value("document.querySelector('#languages [lang=uk]').click()")
        self.assertIn("Голосування W-77 немає або його скасовано.", self.text())

    def test_nothing_else_may_run_or_load(self):
        self.browser.value("document.body.append(Object.assign(document.createElement('script'), {textContent: 'globalThis.ran = 1'}))")
        self.browser.value("document.body.append(Object.assign(document.createElement('img'), {src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw='}))")
        self.assertIsNone(self.browser.value("globalThis.ran"))
        self.assertTrue(any("Content Security Policy" in error for error in self.browser.errors), self.browser.errors)

    def test_two_builds_are_the_same_bytes(self):
        again = os.path.join(self.folder.name, "again.html")
        subprocess.run([str(ROOT / "Tools/browser/build"), again], check=True)
        self.assertEqual(pathlib.Path(again).read_bytes(), pathlib.Path(self.page).read_bytes())

    def test_every_width_has_room(self):
        for name, make in (("decisions", make_log.position), ("election", elections.first_election)):
            self.show(make().bytes())
            for _ in range(2):  # parts in parts
                self.browser.value("document.querySelectorAll('#found details').forEach((each) => each.open = true)")
                self.browser.wait("[...document.querySelectorAll('#found details')].every((d) => !d.open || d.lastChild.hasChildNodes())")
            for width, dark, language in ((360, False, "uk"), (1280, True, "en")):
                self.browser.size(width, 900, dark=dark)
                self.browser.value("document.querySelector('#languages [lang=%s]').click()" % language)
                self.assertLessEqual(self.browser.value("document.documentElement.scrollWidth"), width)
                self.assertEqual(self.browser.value("document.documentElement.lang"), language)
                self.picture("%s-%d" % (name, width))

    def test_everything_that_is_used_has_a_name_and_a_size(self):
        self.show(elections.first_election().bytes())
        self.browser.size(360, 740)
        unnamed = """[...document.querySelectorAll('button, input, summary, a, progress, [role=region]')].filter((each) =>
            !(each.ariaLabel || each.textContent.trim() || (each.labels && each.labels.length))).length"""
        self.assertEqual(self.browser.value(unnamed), 0)
        small = "[...document.querySelectorAll('button, summary, nav a')].filter((each) => each.offsetHeight && each.offsetHeight < 40).length"
        self.assertEqual(self.browser.value(small), 0)
        self.assertEqual(self.browser.value("document.getElementById('status').getAttribute('aria-live')"), "polite")

    @unittest.skipUnless(os.environ.get("LARGE"), "no LARGE log")
    def test_a_large_log_in_reasonable_time(self):
        took = """Number(document.getElementById('status').innerText.match(/[0-9.]+/)[0])"""
        bare = """(async () => {
            const {privateKey, publicKey} = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
            const text = new Uint8Array(400), signature = await crypto.subtle.sign('Ed25519', privateKey, text);
            const start = performance.now();
            for (let left = %d; left > 0; left -= 128) await Promise.all(Array.from({length: 128}, () =>
                crypto.subtle.verify('Ed25519', publicKey, signature, text)));
            return (performance.now() - start) / 1000; })()"""
        for _ in range(3):
            self.setUp()
            self.browser.choose(os.environ["LARGE"])
            self.browser.wait(DONE, 600)
            self.assertTrue(self.is_good)
            entries, signatures = [int(self.browser.value("document.querySelectorAll('.facts dd')[%d].textContent" % n)
                                       .replace(",", "")) for n in (0, 1)]
            whole, alone = self.browser.value(took), self.browser.value(bare % signatures)
            print("\n%d entries, %d signatures: %.1f s; the browser's bare check of so many: %.1f s; ratio %.2f" % (
                entries, signatures, whole, alone, whole / alone))


if __name__ == "__main__":
    unittest.main()

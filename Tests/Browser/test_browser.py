# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Browser

The page in a headless Chromium: what it says of good and of bad logs, of hostile ones, on a narrow and on
a wide screen. With SCREENSHOTS=FOLDER it leaves pictures there; with LARGE=LOG it prints how long that log
takes, and the browser's bare signature check. Without node or a Chromium its part is skipped.
"""

import base64
import functools
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "Tools/verify"), str(ROOT / "Tests/Verify")]
import chromium  # noqa: E402
import elections  # noqa: E402
import make_log  # noqa: E402
from compare import told  # noqa: E402
from verifier.log import check  # noqa: E402
from verifier.report import as_json  # noqa: E402

HOSTILE = "<img src=x onerror=alert(1)>\u202egnp.exe\u0007"
DONE = "document.querySelector('.verdict, #status .bad')"
# What stands under a term of the verdict.
TERM = "[...document.querySelectorAll('.verdict dt')].find((dt) => dt.textContent === %r)?.nextSibling.textContent"


def verify(data):
    return json.loads(json.dumps(as_json(*check(data))))


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
    log.at("2025-03-03T08:00:00Z").propose("__proto__", "position", "M04", title={"uk": HOSTILE, "en": HOSTILE})
    return log.bytes()


def publish(folder, log, bodies):
    """Static tiles as c2sp.org/tlog-tiles has them, of a log of fewer than 256 entries."""
    (folder / "checkpoint").write_bytes(log.checkpoint(bodies))
    (folder / "tile/entries/000.p").mkdir(parents=True)
    bundle = b"".join(len(body).to_bytes(2, "big") + body for body in bodies)
    (folder / "tile/entries/000.p" / str(len(bodies))).write_bytes(bundle)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class InNode(unittest.TestCase):
    def test_the_vectors_of_others(self):
        if not shutil.which("node"):
            self.skipTest("no node")
        done = subprocess.run(["node", "--test", str(HERE)], stdout=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 0, done.stdout.decode())


@unittest.skipUnless(chromium.find(), "no Chromium")
class InBrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.page = os.path.join(cls.folder.name, "verifier.html")
        subprocess.run([str(ROOT / "Tools/browser/build"), cls.page], check=True)
        cls.browser = chromium.Browser().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.folder.cleanup()

    def setUp(self):
        self.browser.errors.clear()
        self.browser.size(1280, 900)
        self.browser.open("file://" + self.page)

    def show(self, data):
        """Chooses a log in the page, and waits for the verdict."""
        path = os.path.join(self.folder.name, "log.viche")
        pathlib.Path(path).write_bytes(data)
        self.browser.choose(path)
        self.browser.wait(DONE)

    def report(self, data):
        """The whole report, by the way that pages without a worker take."""
        self.browser.value("globalThis.asked = '%s'" % base64.b64encode(data).decode())
        return json.loads(self.browser.value("""new Promise((resolve) => vicheVerify(
            {data: Uint8Array.from(atob(asked), (c) => c.charCodeAt(0)).buffer, expected: "", kept: []},
            (message) => "done" in message || resolve(JSON.stringify(message.report ?? message)), async () => {}))"""))

    def picture(self, name, **size):
        folder = os.environ.get("SCREENSHOTS")
        if folder:
            self.browser.screenshot(os.path.join(folder, name + ".png"), **size)

    def test_good_logs_hold_and_say_the_same_as_verify_py(self):
        for make in (make_log.small_story, make_log.position, elections.first_election, elections.later_election):
            with self.subTest(make.__name__):
                data = make().bytes()
                found, expected = self.report(data), verify(data)
                self.assertEqual(told(found, expected), told(expected, found))
                self.setUp()
                self.show(data)
                self.assertTrue(self.browser.value("document.querySelector('.verdict.good') !== null"))
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
                self.assertEqual(self.browser.value(TERM % "Reason"), expected["error"]["reason"])
                entry = expected["error"]["entry"]
                self.assertEqual(self.browser.value(TERM % "Entry"), None if entry is None else str(entry))
        self.picture("refused", whole=False)

    def test_the_same_without_a_worker_and_without_the_browsers_ed25519(self):
        data = make_log.small_story().bytes()
        script = self.browser.ask("Page.addScriptToEvaluateOnNewDocument", source="""
            delete globalThis.Worker; SubtleCrypto.prototype.verify = () => Promise.reject(new Error("none"));""")
        self.setUp()
        self.show(data)
        self.assertTrue(self.browser.value("document.querySelector('.verdict.good') !== null"))
        self.assertIn("calculated", self.browser.value("document.querySelector('#found').innerText"))
        self.browser.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])

    def test_a_wrong_key_of_the_ledger_is_found_out(self):
        log = make_log.small_story()
        other = make_log.Key(log.origin + "x")
        for key, good in ((log.key.vkey, True), (other.vkey, False)):
            self.setUp()
            self.browser.value("document.getElementById('key').value = %r" % key)
            self.show(log.bytes())
            self.assertEqual(self.browser.value("document.querySelector('.verdict.good') !== null"), good)
        self.assertEqual(self.browser.value(TERM % "Reason"), "log_key")

    def test_what_a_log_says_is_text_and_its_controls_are_seen(self):
        self.show(hostile_log())
        self.assertTrue(self.browser.value("document.querySelector('.verdict.good') !== null"))
        self.assertEqual(self.browser.value("document.querySelectorAll('img').length"), 0)
        text = self.browser.value("document.querySelector('#found').textContent")
        self.assertNotIn("\u202e", text)
        self.assertIn("<img src=x onerror=alert(1)>U+202Egnp.exeU+0007", text)
        self.assertTrue(self.browser.value("[...document.querySelectorAll('#found h2')].some((h) => h.querySelector('bdi'))"))
        self.assertEqual(self.browser.errors, [])

    def test_nothing_else_may_run_or_load(self):
        self.browser.value("document.body.append(Object.assign(document.createElement('script'), {textContent: 'globalThis.ran = 1'}))")
        self.browser.value("document.body.append(Object.assign(document.createElement('img'), {src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw='}))")
        self.assertIsNone(self.browser.value("globalThis.ran"))
        self.assertTrue(any("Content Security Policy" in error for error in self.browser.errors), self.browser.errors)

    def test_two_builds_are_the_same_bytes(self):
        again = os.path.join(self.folder.name, "again.html")
        subprocess.run([str(ROOT / "Tools/browser/build"), again], check=True)
        self.assertEqual(pathlib.Path(again).read_bytes(), pathlib.Path(self.page).read_bytes())

    def test_a_ledger_that_a_server_publishes_as_tiles(self):
        log = make_log.small_story()
        bodies = list(log.bodies())
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(self.page, os.path.join(folder, "index.html"))
            publish(pathlib.Path(folder), log, bodies)
            handler = functools.partial(Quiet, directory=folder)
            with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
                threading.Thread(target=server.serve_forever, daemon=True).start()
                self.browser.open("http://127.0.0.1:%d/" % server.server_address[1])
                self.browser.wait("document.getElementById('served')")
                self.browser.value("document.getElementById('served').click()")
                self.browser.wait(DONE)
                self.assertTrue(self.browser.value("document.querySelector('.verdict.good') !== null"))
                self.assertEqual(self.browser.value("document.querySelector('.facts dd').textContent"), str(len(bodies)))
                bundle = next((pathlib.Path(folder) / "tile/entries/000.p").iterdir())
                bundle.write_bytes(bundle.read_bytes()[:-1])
                self.browser.value("document.getElementById('served').click()")
                self.browser.wait("document.querySelector('#status .bad')")
                server.shutdown()

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
        self.browser.choose(os.environ["LARGE"])
        self.browser.wait(DONE, 600)
        entries = int(self.browser.value("document.querySelector('.facts dd').textContent").replace(",", ""))
        took = self.browser.value("document.getElementById('status').innerText")
        bare = self.browser.value("""(async () => {
            const {privateKey, publicKey} = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
            const text = new Uint8Array(400), signature = await crypto.subtle.sign('Ed25519', privateKey, text);
            const start = performance.now();
            for (let n = 0; n < 16; n++) await Promise.all(Array.from({length: 128}, () =>
                crypto.subtle.verify('Ed25519', publicKey, signature, text)));
            return (performance.now() - start) / 2048; })()""")
        print("\n%d entries: %s; the browser's bare signature check: %.0f µs" % (entries, took, bare * 1000))
        self.assertTrue(self.browser.value("document.querySelector('.verdict.good') !== null"))


if __name__ == "__main__":
    unittest.main()

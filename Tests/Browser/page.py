# SPDX-License-Identifier: Apache-2.0
"""The page in a headless Chromium, for tests: it is built once for each class of them, and opened anew for each test."""

import base64
import contextlib
import functools
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "Tools/verify"), str(ROOT / "Tests/Verify")]
import chromium  # noqa: E402
from verifier.log import check  # noqa: E402
from verifier.report import as_json  # noqa: E402

DONE = "document.querySelector('.verdict, #status .bad')"
# What stands under a term of the verdict, and in it as code.
TERM = "[...document.querySelectorAll('.verdict dt')].find((dt) => dt.textContent === %r)?.nextSibling"


def verify(data):
    """What verify.py says of a log."""
    return json.loads(json.dumps(as_json(*check(data))))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    """The address at which a folder is served, as by `python3 -m http.server`."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield "http://127.0.0.1:%d/" % server.server_address[1]
        server.shutdown()


@unittest.skipUnless(chromium.find(), "no Chromium")
class PageTestCase(unittest.TestCase):
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

    def choose(self, *files):
        """Chooses files, each (name, bytes), as a visitor does who picks several at once."""
        paths = []
        for name, data in files:
            paths.append(os.path.join(self.folder.name, name))
            pathlib.Path(paths[-1]).write_bytes(data)
        self.browser.choose(*paths)

    def show(self, data, *files):
        """Chooses a log in the page, and what was kept of it, and waits for the verdict."""
        self.choose(*files, ("log.viche", data))
        self.browser.wait(DONE)

    def report(self, data, expected=""):
        """The whole report, by the way that pages without a worker take."""
        self.browser.value("globalThis.asked = '%s'" % base64.b64encode(data).decode())
        return json.loads(self.browser.value("""new Promise((resolve) => vicheVerify(
            {data: Uint8Array.from(atob(asked), (c) => c.charCodeAt(0)).buffer, expected: %s, kept: []},
            (message) => "done" in message || resolve(JSON.stringify(message.report ?? message)),
            async () => {}))""" % json.dumps(expected)))

    @property
    def is_good(self):
        return self.browser.value("document.querySelector('.verdict.good') !== null")

    def text(self, selector="#found"):
        return self.browser.value("document.querySelector(%r).innerText" % selector)

    def term(self, name, code=False):
        """What stands under a term of the verdict, or None; of it only the part that is code."""
        found = TERM % name
        return self.browser.value(found + ("?.querySelector('.code')" if code else "") + "?.textContent ?? null")

    def picture(self, name, **size):
        folder = os.environ.get("SCREENSHOTS")
        if folder:
            self.browser.screenshot(os.path.join(folder, name + ".png"), **size)

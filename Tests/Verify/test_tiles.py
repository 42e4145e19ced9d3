# SPDX-License-Identifier: Apache-2.0
"""A log in tiles, in a folder and on a web server, honest and not."""

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import published
from make_log import Key, root_of
from test_verify import VERIFY, fresh, load, story, vectors
from verifier.errors import Broken, Malformed, Unreadable
from verifier.source import FolderSource
from verifier.tiles import Published, resource_of
from verifier.web import WebSource, split_url


class Held:
    """Resources in memory, and which of them were asked for."""

    def __init__(self, found):
        self.found, self.asked = found, []

    def get(self, resource, most):
        self.asked.append(resource)
        return self.found.get(resource)


def leaves_of(count):
    return [b"entry %d\n" % n for n in range(count)]


def checkpoint_of(leaves, origin="a.org/l"):
    text = "%s\n%d\n%s\n" % (origin, len(leaves), published.b64(root_of(leaves)))
    return (text + "\n" + Key(origin).line(text.encode())).encode()


def in_tiles(count):
    leaves = leaves_of(count)
    return leaves, published.resources(leaves, checkpoint_of(leaves))


class Layout(unittest.TestCase):
    def test_paths_of_the_specification(self):
        for case in load("tiles", "paths.json")["encode"]:
            self.assertEqual(resource_of(case["level"], case["index"], case["partial"] or 256), case["path"])

    def test_every_size_is_read(self):
        for size in (1, 2, 3, 255, 256, 257, 511, 512, 513):
            leaves, found = in_tiles(size)
            read = Published(Held(found)).read()
            self.assertEqual(read.entries, leaves)
            self.assertEqual(sorted(read.source.asked), sorted(found), "each resource once, and no other")

    def test_three_rows(self):
        """70,000 entries: 273 full tiles and one of 112, one full in row 1 and one of 17, one of 1 in row 2."""
        leaves, found = in_tiles(70000)
        inventory = load("tiles", "paths.json")["tile_inventory"][0]
        self.assertEqual(inventory["size"], 70000)
        self.assertEqual(sum(path.startswith("tile/0/") and ".p/" not in path for path in found), 273)
        for path in ("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"):
            self.assertIn(path, found)
        self.assertEqual(Published(Held(found)).read().entries, leaves)

    def test_logs_of_others(self):
        for size in (1, 2, 3, 8, 255, 256, 300):
            read = Published(FolderSource(vectors("logs", "n%d" % size))).read()
            self.assertEqual(len(read.entries), size)
            with open(vectors("logs", "n%d.leaf" % size), "rb") as file:
                self.assertEqual(read.entries[-1], file.read())

    def test_the_full_one_stands_for_a_partial_one_that_has_gone(self):
        leaves, found = in_tiles(300)
        longer, grown = in_tiles(600)
        for path in ("tile/0/001.p/44", "tile/entries/001.p/44"):
            del found[path]
            found[path[:-5]] = grown[path[:-5]]
        self.assertEqual(Published(Held(found)).read().entries, leaves)
        found["tile/entries/001"] += b"x"
        with self.assertRaises(Broken):
            Published(Held(found)).read()


class Lies(unittest.TestCase):
    def refuses(self, found, reason, resource, entry=None):
        with self.assertRaises(Broken) as caught:
            Published(Held(found)).read()
        self.assertEqual((caught.exception.reason, caught.exception.resource, caught.exception.entry),
                         (reason, resource, entry))
        return caught.exception

    def test_each_resource_changed_is_told(self):
        """Of two that disagree, the lower one is named: what is above it was led to the root, or nothing was."""
        _, right = in_tiles(700)  # rows: two full tiles and 188, two hashes
        for path, named, entry in (
                ("tile/0/000", "tile/0/000", None), ("tile/0/001", "tile/0/001", None),
                ("tile/0/002.p/188", "tile/entries/002.p/188", 512), ("tile/1/000.p/2", "tile/0/000", None),
                ("tile/entries/000", "tile/entries/000", 0), ("tile/entries/001", "tile/entries/001", 256),
                ("tile/entries/002.p/188", "tile/entries/002.p/188", 512)):
            data = bytearray(right[path])
            data[3] ^= 1
            broken = self.refuses(dict(right, **{path: bytes(data)}), "tile", named, entry)
            self.assertEqual(broken.kind, "tampered")
            self.assertNotEqual(broken.expected, broken.found)

    def test_tiles_that_agree_and_are_of_another_tree(self):
        for size in (3, 256, 300, 700):
            leaves, right = in_tiles(size)
            other = published.resources([b"other\n"] + leaves[1:], right["checkpoint"])
            broken = self.refuses(other, "root", "checkpoint")
            self.assertEqual(broken.expected, "root " + published.b64(root_of(leaves)))

    def test_a_changed_entry_is_named(self):
        leaves, right = in_tiles(300)
        other = leaves[:299] + [b"entry 29X\n"]
        changed = published.resources(other, b"")["tile/entries/001.p/44"]
        broken = self.refuses(dict(right, **{"tile/entries/001.p/44": changed}), "tile", "tile/entries/001.p/44", 299)
        self.assertIn("tile/0/001.p/44", broken.message)

    def test_a_bundle_is_exactly_its_entries(self):
        _, right = in_tiles(3)
        bundle = right["tile/entries/000.p/3"]
        for changed in (bundle + b"junk", bundle[:-1], bundle + b"\x00\x00"):
            self.refuses(dict(right, **{"tile/entries/000.p/3": changed}), "tile", "tile/entries/000.p/3", 2)

    def test_a_tile_is_exactly_its_hashes(self):
        _, right = in_tiles(3)
        tile = right["tile/0/000.p/3"]
        for changed in (tile + b"x", tile[:-1], tile[:64], b""):
            self.refuses(dict(right, **{"tile/0/000.p/3": changed}), "tile", "tile/0/000.p/3")

    def test_what_is_missing_is_named(self):
        _, right = in_tiles(300)
        for path, entry in (("tile/0/000", None), ("tile/0/001.p/44", None), ("tile/1/000.p/1", None),
                            ("tile/entries/001.p/44", 256)):
            found = dict(right)
            del found[path]
            self.assertEqual(self.refuses(found, "tile", path, entry).kind, "missing")
        self.refuses({}, "no_checkpoint", "checkpoint")

    def test_checkpoints_that_nobody_reads(self):
        _, right = in_tiles(3)
        root = right["checkpoint"].split(b"\n")[2]
        for size, reason in (("0", "size"), ("16777217", "tile"), ("9" * 15, "tile"),
                             ("03", "checkpoint"), ("-3", "checkpoint")):
            note = "a.org/l\n%s\n%s\n\n— a.org/l AAAAAAAAAAAA\n" % (size, root.decode())
            self.refuses(dict(right, checkpoint=note.encode()), reason, "checkpoint")


class Folder(unittest.TestCase):
    """A whole ledger in tiles is judged as its file is."""

    def run_on(self, found, *options):
        with tempfile.TemporaryDirectory() as folder:
            published.write(folder, found)
            done = subprocess.run([sys.executable, VERIFY, "--json", folder, *options],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, json.loads(done.stdout.decode()) if done.stdout else done.stderr.decode()

    def tiles(self, log):
        bodies = list(log.bodies())
        return published.resources(bodies, log.checkpoint(bodies))

    def test_it_holds(self):
        code, report = self.run_on(self.tiles(story()), "--log-key", story().key.vkey)
        self.assertEqual((code, report["ok"], report["entries"], report["checkpoints"]), (0, True, 59, 1))
        self.assertEqual(report["root"], published.b64(root_of(list(story().bodies()))))
        self.assertEqual(report["not_checked"], ["earlier_copy", "witnesses", "older_checkpoints", "commitments"])

    def test_what_the_statutes_refuse_is_told_with_its_bundle(self):
        log = fresh()
        log.entries[-1][1]["rolls"] = ["nobody"]
        code, report = self.run_on(self.tiles(log))
        self.assertEqual((code, report["kind"], report["reason"], report["entry"], report["resource"]),
                         (1, "refused", "wrong_rolls", 58, "tile/entries/000.p/59"))
        self.assertNotIn("offset", report)

    def test_another_key_signed_the_checkpoint(self):
        log = fresh()
        found = self.tiles(log)
        log.key = Key(log.origin, b"another")
        found["checkpoint"] = log.checkpoint(list(log.bodies()))
        code, report = self.run_on(found)
        self.assertEqual((code, report["kind"], report["resource"]), (1, "tampered", "checkpoint"))

    def test_no_log_there(self):
        code, report = self.run_on({"readme": b""})
        self.assertEqual((code, report["reason"]), (1, "no_checkpoint"))

    def test_a_pipe_does_not_keep_us_waiting(self):
        with tempfile.TemporaryDirectory() as folder:
            os.mkfifo(os.path.join(folder, "checkpoint"))
            done = subprocess.run([sys.executable, VERIFY, folder], stderr=subprocess.PIPE, timeout=30)
        self.assertEqual(done.returncode, 74)


class Server:
    """A web server on this machine that answers as `answer(handler)` says."""

    def __init__(self, answer):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                try:
                    answer(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a client that hangs up is no news
        self.url = "http://127.0.0.1:%d" % self.server.server_port

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self.url

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def serve(found, prefix="/ledger/"):
    """Answers with these resources."""
    def answer(handler):
        data = found.get(handler.path[len(prefix):]) if handler.path.startswith(prefix) else None
        handler.send_response(404 if data is None else 200)
        handler.send_header("Content-Length", str(len(data or b"")))
        handler.end_headers()
        handler.wfile.write(data or b"")
    return answer


def head(handler, status, **headers):
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


class Web(unittest.TestCase):
    def reads(self, answer, seconds=5):
        with Server(answer) as url:
            source = WebSource(url + "/ledger/", seconds)
            try:
                return source.get("checkpoint", 1000)
            finally:
                source.close()

    def troubles(self, answer, words, seconds=5):
        began = time.monotonic()
        with self.assertRaises(Unreadable) as caught:
            self.reads(answer, seconds)
        self.assertIn(words, str(caught.exception))
        self.assertLess(time.monotonic() - began, seconds + 3)

    def test_a_log_is_read_whole(self):
        leaves, found = in_tiles(600)
        hangs_up = lambda h: (serve(found)(h), setattr(h, "close_connection", True))
        tells = lambda h: setattr(h, "protocol_version", "HTTP/1.0") or serve(found)(h)
        for answer in (serve(found), hangs_up, tells):
            with Server(answer) as url:
                source = WebSource(url + "/ledger", 5)
                self.assertEqual(Published(source).read().entries, leaves)
                source.close()

    def test_the_command_reads_a_url(self):
        bodies = list(story().bodies())
        with Server(serve(published.resources(bodies, story().checkpoint(bodies)))) as url:
            done = subprocess.run([sys.executable, VERIFY, url + "/ledger"], stdout=subprocess.PIPE)
            self.assertEqual((done.returncode, done.stdout.decode().splitlines()[-1]), (0, "OK"))
            done = subprocess.run([sys.executable, VERIFY, url + "/elsewhere"], stdout=subprocess.PIPE)
            self.assertEqual(done.returncode, 1)
        done = subprocess.run([sys.executable, VERIFY, url + "/ledger"], stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 74)

    def test_absent_is_not_trouble(self):
        self.assertIsNone(self.reads(lambda h: head(h, 404, Content_Length="0")))

    def test_answers_that_are_no_log(self):
        self.troubles(lambda h: head(h, 500, Content_Length="0"), "500")
        self.troubles(lambda h: head(h, 200, Content_Length="5", Content_Encoding="gzip"), "gzip")
        self.troubles(lambda h: h.wfile.write(b"garbage\x00\xff\r\n\r\n"), "did not send")
        self.troubles(lambda h: (head(h, 200, Content_Length="900"), h.wfile.write(b"x" * 10), h.connection.shutdown(2)),
                      "did not send")

    def test_a_server_that_never_ends(self):
        def drip(handler):
            head(handler, 200, Content_Length="900")
            while True:
                handler.wfile.write(b"x")
                time.sleep(0.1)

        def drip_headers(handler):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                handler.wfile.write(b"X: y\r\n")
                time.sleep(0.2)

        def go_on(handler):
            while True:
                handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                time.sleep(0.001)

        for answer in (drip, drip_headers, go_on, lambda h: time.sleep(8)):
            self.troubles(answer, "within 1 seconds", seconds=1)

    def test_gigabytes(self):
        def flood(handler):
            head(handler, 200, Connection="close")
            while True:
                handler.wfile.write(b"x" * 65536)

        with self.assertRaises(Broken) as caught:
            self.reads(flood)
        self.assertEqual(caught.exception.reason, "tile")

    def test_redirects_stay_in_the_log_s_folder(self):
        def to(place):
            return lambda h: head(h, 302, Location=place, Content_Length="0")

        for place in ("/elsewhere/checkpoint", "http://localhost:1/ledger/checkpoint", "/ledger/../secret",
                      "/ledger/%2e%2e/secret", "https://127.0.0.1/ledger/checkpoint", "file:///etc/passwd"):
            self.troubles(to(place), "not in the log's folder")
        self.troubles(to("/ledger/again"), "too many redirects")

        def once(handler):
            if handler.path == "/ledger/checkpoint":
                return head(handler, 307, Location="new/checkpoint", Content_Length="0")
            head(handler, 200, Content_Length="4")
            handler.wfile.write(b"here")
        self.assertEqual(self.reads(once), b"here")

    def test_addresses(self):
        for text in ("https://", "http://[", "https://user:word@a.org/l", "https://a.org/l?x", "https://a.org/l#x",
                     "http://a.org/l", "https://a.org:port/l"):
            with self.assertRaises(Malformed):
                split_url(text, allow_http=False)
        for text, allowed in (("https://a.org/l/", False), ("http://localhost/l", False), ("http://[::1]:8080/l", False),
                              ("http://a.org/l", True)):
            self.assertEqual(split_url(text, allowed).path, "/l")


if __name__ == "__main__":
    unittest.main()

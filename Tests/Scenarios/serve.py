# SPDX-License-Identifier: Apache-2.0
"""Serves a folder on this machine as any static server does, and besides as none should.

    python3 serve.py FOLDER PORTFILE

Writes its port to PORTFILE and goes on in the background for two minutes. Below the root:

    /log/…       the folder, by http.server alone
    /moved/…     sends the reader to /moved/new/…, which is the folder
    /away/…      sends the reader to /log/…
    /round/…     sends the reader to itself
    /silent/…    never answers
    /endless/…   sends without end
    /broken/…    answers 503
    /empty/…     answers 404 without a body
    /garbage/…   answers anything with what is no answer, and
    /forged/…    with a line that looks like a signature of a witness
"""

import os
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

SECONDS = 120
FORGED = f"\u2014 press.example.org/witness {'A' * 102}==\n"


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self):
        manner, _, rest = self.path.lstrip("/").partition("/")
        if manner == "log" or self.path.startswith("/moved/new/"):
            self.path = "/" + rest.removeprefix("new/")
            super().do_GET()
        elif manner in ("moved", "away", "round"):
            self.send_response(302)
            places = {"moved": f"/moved/new/{rest}", "away": f"/log/{rest}", "round": self.path}
            self.send_header("Location", places[manner])
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif manner == "silent":
            time.sleep(SECONDS)
        elif manner == "endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"0" * 65536)
        elif manner in ("garbage", "forged"):
            body = b"\x1b[31m\xff\n" if manner == "garbage" else FORGED.encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif manner == "empty":
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_error(503)

    def do_POST(self):
        """A witness that is none: reads what it is sent, and goes on as with any reader."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A reader that has gone away is what is wanted of it."""


folder, port_file = sys.argv[1:]
if os.fork():
    while not os.path.exists(port_file):
        time.sleep(0.01)
    os._exit(0)
# Whoever started this waits for all that it left open.
null = os.open(os.devnull, os.O_RDWR)
for stream in (0, 1, 2):
    os.dup2(null, stream)
os.closerange(3, 1024)
server = Server(("127.0.0.1", 0), partial(Handler, directory=folder))
with open(port_file + ".new", "w") as file:
    print(server.server_port, file=file)
os.rename(port_file + ".new", port_file)
threading.Timer(SECONDS, os._exit, (0,)).start()
server.serve_forever()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check a Viche log with a program that shares no code with Viche.

    python3 verify.py LEDGER.viche
    python3 verify.py --json --log-key 'example.org/ledger+1f2e3d4c+AX...' LEDGER.viche

Reads one log file and answers one question: does everything in it hold? The bytes (frames, JSON in
its one spelling), the signatures, the tree and its checkpoints, and then the governance: who might
sign what, and everything that the log claims and anybody can compute (dispositions, shortlist,
electorate, tally, outcome) is computed again from the statements and compared. Sealed ballots are
opened once their tellers have published what opens them. The statutes are applied, not linted.

Written from the specification of the log file (version 1) and of the statements alone; the folder
`verifier` beside this file holds it, one module for each subject. Needs Python 3.9 and nothing
else; with the package `cryptography` the signatures are checked by OpenSSL instead of by the
arithmetic of `verifier/ed25519.py`, which is faster and must say the same.

Exit codes: 0 holds, 1 does not hold, 64 usage, 66 no such file.
"""

import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))  # `python3 -I` leaves it out
from verifier.errors import Broken, Malformed  # noqa: E402
from verifier.log import check  # noqa: E402
from verifier.notes import decode_vkey  # noqa: E402
from verifier.report import as_json, as_text, clean  # noqa: E402

FILE_MAX = 1 << 30


def read(path):
    """The bytes of the file, or None where there are more than a log may have."""
    with open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size > FILE_MAX:
            return None
        data = file.read(FILE_MAX + 1)  # a pipe has no size
    return data if len(data) <= FILE_MAX else None


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("log", help="the log file")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of text")
    parser.add_argument("--log-key", metavar="VKEY", help="the log's verifier key, as you were given it")
    try:
        options = parser.parse_args(arguments)
        expected = decode_vkey(options.log_key) if options.log_key is not None else None
    except SystemExit as stop:
        return 64 if stop.code else 0
    except Malformed as error:
        print("verify: --log-key: %s" % clean(error), file=sys.stderr)
        return 64
    try:
        data = read(options.log)
    except OSError as error:
        print("verify: %s" % clean(error), file=sys.stderr)
        return 66
    if data is None:
        state, broken = None, Broken("foreign", "too_large", "more than 1 GiB")
    else:
        state, broken = check(data, expected)
    text = json.dumps(as_json(state, broken)) if options.json else as_text(state, broken)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

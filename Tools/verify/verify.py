#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check a Viche log with a program that shares no code with Viche.

    python3 verify.py LEDGER.viche
    python3 verify.py https://alliance.example.org/ledger --log-key log.vkey
    python3 verify.py LEDGER.viche --since my-head.txt --policy witnesses.txt
    python3 verify.py LEDGER.viche --remember my-head.txt
    python3 verify.py LEDGER.viche --receipt my-ballot.tlog-proof --witness press.vkey
    python3 verify.py --fork-evidence FILE --log-key log.vkey

Reads one log (a file, or a folder or URL of tiles) and answers one question: does everything in it
hold? The bytes (frames, JSON in its one spelling), the signatures, the tree and its checkpoints, and
then the governance: who might sign what, and everything that the log claims and anybody can compute
(dispositions, shortlist, electorate, tally, outcome) is computed again from the statements and
compared. Sealed ballots are opened once their tellers have published what opens them. The statutes
are applied, not linted.

A log that holds may still be another than others were shown, or have lost its end. What you bring
tells: --log-key, the key as you were given it; --since, a checkpoint or receipt that you kept, and
what is new since; --remember, the same with a file into which the last checkpoint is written when all
holds, for the next time (all is verified each time); --receipt, receipts whose entries must all be
there still; --policy, the witnesses whose cosignatures the last checkpoint must bear, or --witness,
each of whom must have cosigned it. What you did not ask is listed under “not checked”. Of a log that
does not hold, what you kept is compared with the entries that are left: it says whether the fault is
the log's.

Written from the specification of the log file (version 1) and of the statements alone. Needs Python
3.9 and nothing else; with the package `cryptography` the signatures are checked by OpenSSL instead of
by arithmetic in Python, which is faster and must say the same.

Exit codes: 0 holds, and all that was asked for is there; 1 does not, or is not; 64 usage; 65 a key,
kept head, receipt, policy or evidence that cannot be read; 66 no such file; 74 the disk or the server failed.
"""

import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))  # `python3 -I` leaves it out
from verifier.command import EXIT_BROKEN, EXIT_MALFORMED, EXIT_NO_INPUT, EXIT_TROUBLE, EXIT_USAGE  # noqa: E402
from verifier.command import Questions, judge, judge_evidence  # noqa: E402
from verifier.errors import Malformed, Misused, Unreadable  # noqa: E402
from verifier.plain import clean  # noqa: E402


def parser():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0], epilog="see the head of this file")
    options.add_argument("log", nargs="?", help="the log's file, folder of tiles or URL")
    options.add_argument("--json", action="store_true", help="one JSON object instead of text")
    options.add_argument("--log-key", metavar="VKEY", action="append", default=[],
                         help="the log's verifier key, as you were given it, or its file")
    options.add_argument("--since", metavar="FILE", help="a checkpoint or receipt (*.tlog-proof) that you kept")
    options.add_argument("--remember", metavar="FILE",
                         help="compare with the head in this file, if there is one; keep the new one in it if all holds")
    options.add_argument("--receipt", metavar="FILE", action="append", default=[],
                         help="a receipt (*.tlog-proof) whose entry must be there still; may be repeated")
    options.add_argument("--policy", metavar="FILE", help="who must have cosigned (c2sp.org/tlog-policy)")
    options.add_argument("--witness", metavar="VKEY", action="append", default=[],
                         help="a witness's verifier key, or its file; all that are named must have cosigned")
    options.add_argument("--fork-evidence", metavar="FILE", help="check evidence of two histories instead of a log")
    options.add_argument("--timeout", type=int, default=60, metavar="SECONDS", help="for one request to a server (60)")
    options.add_argument("--allow-http", action="store_true", help="read http:// from other machines too")
    return options


def check_use(options):
    """Refuses options that do not go together."""
    evidence = options.fork_evidence is not None
    if evidence == (options.log is not None) or evidence and not options.log_key:
        raise Misused("a log, or --fork-evidence with --log-key")
    if evidence and (options.since or options.remember or options.policy or options.receipt or options.witness):
        raise Misused("--fork-evidence is asked for alone, without a log")
    if options.policy and options.witness:
        raise Misused("--policy and --witness do not go together: name all in the policy")
    if len(options.log_key) > 1 and not evidence:
        raise Misused("a log has one --log-key")
    if not 1 <= options.timeout <= 3600:
        raise Misused("--timeout is 1 to 3600 seconds")


def main(arguments=None):
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return EXIT_USAGE if stop.code else 0
    try:
        check_use(options)
        questions = Questions(options)
        verdict = judge_evidence(questions) if options.fork_evidence is not None else judge(questions)
    except Misused as error:
        return fail(error, EXIT_USAGE)
    except Malformed as error:
        return fail(error, EXIT_MALFORMED)
    except Unreadable as error:
        return fail(error, EXIT_TROUBLE)
    except OSError as error:
        return fail(error, EXIT_NO_INPUT)
    text = json.dumps(verdict.json()) if options.json else verdict.text()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return 0 if verdict.good else EXIT_BROKEN


def fail(error, code):
    print("verify: %s" % clean(error), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())

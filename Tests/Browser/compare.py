#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the browser's verifier, under node, with verify.py.

    python3 compare.py LOG …                 these logs, as they are
    python3 compare.py --damage 50 LOG …     and so many damaged copies of each, as Tools/verify/agree.py makes them
    python3 compare.py --tests               and all that the tests of verify.py make

They must say the same: of a log that holds every field that both reports have, of one that does not the
entry, the byte, the kind and the reason.

Exit codes: 0 they agree on all, 1 they do not.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERIFY = pathlib.Path(os.environ.get("VERIFY_PY") or ROOT / "Tools/verify")
sys.path.insert(0, str(VERIFY))
from agree import case  # noqa: E402
from verifier import log  # noqa: E402
from verifier.report import as_json  # noqa: E402

BATCH = 40  # logs that one run of node is asked about


def ask_python(path):
    with open(path, "rb") as file:
        return report(log.check(file.read()))


def report(found):
    return json.loads(json.dumps(as_json(*found)))


def ask_node(paths):
    done = subprocess.run(["node", str(ROOT / "Tools/browser/verify.mjs"), *map(str, paths)],
                          stdout=subprocess.PIPE, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


FAULT = ("entry", "offset", "kind", "reason")


def told(report, other):
    """What must be the same in this report and the other one."""
    if not report["ok"]:
        return {name: report.get(name) for name in FAULT}
    return {k: v for k, v in report.items() if k in other}


def compare(paths, known):
    """How many of these logs the two tell otherwise; prints which. `known` has what verify.py said of some."""
    wrong = holds = 0
    for start in range(0, len(paths), BATCH):
        part = paths[start:start + BATCH]
        answers = ask_node(part)
        assert len(answers) == len(part), "node stopped at %s" % part[len(answers)]
        for path, theirs in zip(part, answers):
            ours = known.get(path) or ask_python(path)
            holds += ours["ok"]
            if told(ours, theirs) != told(theirs, ours):
                wrong += 1
                print("%s\n  verify.py: %s\n  browser:   %s" % (path, brief(ours, theirs), brief(theirs, ours)))
    print("%d logs, %d of them hold, %d told otherwise" % (len(paths), holds, wrong))
    return wrong


def brief(report, other):
    if not (report["ok"] and other["ok"]):
        return {**told(report, other), "message": report["message"]} if not report["ok"] else "holds"
    return {k: v for k, v in report.items() if v != other.get(k)}


def damaged_copies(path, count, folder):
    data = pathlib.Path(path).read_bytes()
    for number in range(count):
        copy = pathlib.Path(folder) / ("%s-%d" % (pathlib.Path(path).name, number))
        copy.write_bytes(case(data, number, 1)[0])
        yield copy


def made_by_tests(folder):
    """{path: report} of the logs that the tests of verify.py ask about, as they run; of each without a key."""
    made, check = {}, log.check

    def noted(data, *more, **named):
        found = check(data, *more, **named)
        if not any(more[:1]) and not named.get("expected_key"):
            made[bytes(data)] = report(found)
        return found

    log.check = noted
    tests = unittest.defaultTestLoader.discover(str(ROOT / "Tests/Verify"))
    result = unittest.TextTestRunner(stream=open(os.devnull, "w", encoding="utf-8")).run(tests)
    log.check = check
    if not result.wasSuccessful():
        print("%d of the tests of verify.py fail" % len(result.failures + result.errors))
    paths = {}
    for number, data in enumerate(sorted(made)):
        path = pathlib.Path(folder) / ("test-%d" % number)
        path.write_bytes(data)
        paths[path] = made[data]
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("logs", nargs="*")
    parser.add_argument("--tests", action="store_true", help="and the logs of Tests/Verify")
    parser.add_argument("--damage", type=int, default=0, metavar="N", help="so many damaged copies of each")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [copy for path in options.logs for copy in damaged_copies(path, options.damage, folder)]
        made = made_by_tests(folder) if options.tests else {}
        return 1 if compare([*options.logs, *copies, *made], made) else 0


if __name__ == "__main__":
    sys.exit(main())

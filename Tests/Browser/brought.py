#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a reader brings besides a log (Tests/Golden/brought.json), asked of the browser's verifier under node.

    python3 brought.py

It reads no evidence of forks: those rows are left out. Exit codes: 0 it says what is expected of all, 1 it does not.
"""

import json
import subprocess
import sys

from golden import FOLDER, ROOT

VERIFY = str(ROOT / "Tools/browser/verify.mjs")
MALFORMED = 65  # the exit code
# The page tells in one word whose signature is wrong and whose is missing, and in two how a fork was found.
WORDS = {"holds": {None}, "foreign": {"foreign"}, "not_signed": {"altered", "other_key"}, "proves_nothing": {"unsound"},
         "older": {"shorter"}, "dropped": {"forked"}, "forked": {"forked"}}


def rows():
    path = FOLDER / "brought.json"
    listed = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [row for row in listed if "evidence" not in row]


def node(*arguments):
    """(exit code, the reports)."""
    done = subprocess.run(["node", VERIFY, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def answers(listed):
    """A report for each row, or None of what is malformed: a run of node for each log or policy that is not."""
    told, runs = {}, {}
    for number, row in enumerate(listed):
        if row.get("word") == "malformed":
            code, reports = node("--kept" if "since" in row else "--policy", FOLDER / row.get("since", row.get("policy")),
                                 FOLDER / row["log"])
            told[number] = None if code == MALFORMED else reports[0]
        else:
            runs.setdefault(("log", row["log"]) if "since" in row else ("policy", row["policy"]), []).append(number)
    for (name, file), numbers in runs.items():
        part = [listed[number] for number in numbers]
        if name == "log":
            _, [report] = node(*(word for row in part for word in ("--kept", FOLDER / row["since"])), FOLDER / file)
            told.update((number, dict(report, kept=word)) for number, word in zip(numbers, report["kept"]))
        else:
            told.update(zip(numbers, node("--policy", FOLDER / file, *(FOLDER / row["log"] for row in part))[1]))
    return [told[number] for number in range(len(listed))]


def words(row, report):
    """The words of brought.json that a report may stand for."""
    if report is None:
        return {"malformed"}
    if not report["ok"]:
        return {report["kind"]}
    return WORDS[report["kept"]] if "since" in row else {None if report["witnessed"]["satisfied"] else "not_witnessed"}


def wrong(row, report):
    """In words, what a report says otherwise; empty where it agrees."""
    said = words(row, report)
    if row.get("word") not in said:
        return "%s: expected %s, found %s" % (row, row.get("word"), said)
    size = row.get("find", {}).get("newest_size")
    newest = report and "policy" in row and report["ok"] and (
        report["witnessed"]["newest"] or {"size": report["size"] if report["witnessed"]["satisfied"] else None})
    return "%s: expected newest_size %s, found %s" % (row, size, newest) if newest and newest["size"] != size else ""


def main():
    listed = rows()
    differences = list(filter(None, map(wrong, listed, answers(listed))))
    print("\n".join([*differences, "%d rows, %d told otherwise" % (len(listed), len(differences))]))
    return 1 if differences or not listed else 0


if __name__ == "__main__":
    sys.exit(main())

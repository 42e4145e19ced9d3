#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The golden logs (Tests/Golden/README.md): what a verifier's report must say of each.

    python3 golden.py [FOLDER]      ask the browser's verifier, under node, about all of them

Exit codes: 0 it says what is expected of all, 1 it does not.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "Tests/Golden"
LAST_TIME = re.compile(rb"^[0-9]+ ([0-9T:-]{19}Z)\n\{", re.M)  # of the entries


def cases(folder=FOLDER, tiles=False):
    """What golden.json lists: the files, or the folders of tiles; none where there are no golden logs."""
    path = pathlib.Path(folder) / "golden.json"
    listed = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [case for case in listed if case["file"].startswith("tiles/") == tiles]


def wrong(case, report, data):
    """In words, what a report as that of `verify.py --json` says otherwise of a log; empty where it agrees."""
    if report["ok"] and case.get("lint"):
        return ""  # statutes that only a linter refuses: this verifier applies them, and says no more
    if report["ok"] != case["ok"]:
        return "expected %s, found %s" % (case, report.get("message", "holds"))
    if not case["ok"]:
        told = {**report, "entry": report.get("entry"), "place": report.get("offset")}
        wanted = {k: case[k] for k in ("reason", "entry", "place") if case.get(k) is not None}
        return ", ".join("%s: expected %s, found %s (%s)" % (k, v, told[k], report["message"])
                         for k, v in wanted.items() if told[k] != v)
    return ", ".join("%s: expected %s, found %s" % (k, v, found(report, k, data))
                     for k, v in case.get("find", {}).items() if not agrees(found(report, k, data), v))


def agrees(found, wanted):
    """Of an object only what is named there is compared; who is not there is nobody."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(agrees(found.get(k, type(v)()), v) for k, v in wanted.items())
    return found == wanted


def found(report, name, data):
    """What a report says of a member of `find`."""
    if name == "outcomes":
        return {vote: {item: row["outcome"] for item, row in rows.items()} for vote, rows in report["votes"].items()}
    if name == "counts":
        return {vote: {item: row["counts"] for item, row in rows.items()} for vote, rows in report["votes"].items()}
    if name == "holders":
        now = LAST_TIME.findall(data)[-1].decode()
        run = [t for t in report["terms"] if t["from"] <= now < t.get("until", "9") and "ended" not in t]
        return {seat: sorted(t["party"] for t in run if t["seat"] == seat) for seat in {t["seat"] for t in report["terms"]}}
    if name == "lots":
        return {lot: row["drawn"] for lot, row in report["lots"].items()}
    return report[{"uncommitted": "uncommitted_bytes"}.get(name, name)]


def ask_node(folder, listed):
    """The reports on these cases, in their order."""
    with tempfile.NamedTemporaryFile("w", suffix=".policy") as policy:
        reports = {}
        for key in {case.get("log_key") for case in listed}:
            policy.seek(0)
            policy.truncate()
            policy.write(key or "")
            policy.flush()
            part = [case["file"] for case in listed if case.get("log_key") == key]
            done = subprocess.run(
                ["node", str(ROOT / "Tools/browser/verify.mjs"), *(["--policy", policy.name] if key else []),
                 *(str(pathlib.Path(folder) / name) for name in part)], stdout=subprocess.PIPE, check=False)
            reports.update(zip(part, map(json.loads, done.stdout.splitlines())))
    return [reports[case["file"]] for case in listed]


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else FOLDER
    listed = cases(folder)
    bad = 0
    for case, report in zip(listed, ask_node(folder, listed)):
        difference = wrong(case, report, (pathlib.Path(folder) / case["file"]).read_bytes())
        if difference:
            bad += 1
            print("%s: %s" % (case["file"], difference))
    print("%d golden logs, %d told otherwise" % (len(listed), bad))
    return 1 if bad or not listed else 0


if __name__ == "__main__":
    sys.exit(main())

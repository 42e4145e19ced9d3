#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the two verifiers on damaged copies of a log.

    python3 agree.py LEDGER.viche --viche PATH [--cases N] [--seed S]

Damages the log at random (a bit flipped, the file cut, two entries swapped, one left out, one
doubled, a byte inserted), cuts it at every byte of its last frame, and asks both verify.py and
`viche verify` about every copy. They must agree whether it holds and, where both name an entry,
on which; where it holds, on its size too.

A log that is cut after a checkpoint holds, and is shorter: what follows the last checkpoint was
never committed. That somebody holds back the end is seen only by those who kept a later
checkpoint or a receipt.

Exit codes: 0 they agree on what holds, 1 they do not, 64 usage, 66 no such file.
"""

import argparse
import collections
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import tempfile

from verifier.log import check
from verifier.report import as_text

FRAME = re.compile(rb"(entry|checkpoint) ([0-9]+)\n")


def frames(data):
    """[(kind, start, end)] of a whole log."""
    found, at = [], data.index(b"\n") + 1
    while at < len(data):
        frame = FRAME.match(data, at)
        end = frame.end() + int(frame.group(2))
        found.append((frame.group(1), at, end))
        at = end
    return found


def flip(data, entries, rng):
    bit = rng.randrange(len(data) * 8)
    damaged = bytearray(data)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged), "bit %d of byte %d flipped" % (bit % 8, bit // 8)


def cut(data, entries, rng):
    length = rng.randrange(len(data))
    return data[:length], "cut at byte %d" % length


def swap(data, entries, rng):
    (n, (a, b)), (m, (c, d)) = sorted(rng.sample(list(enumerate(entries)), 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:], "entries %d and %d swapped" % (n, m)


def drop(data, entries, rng):
    n = rng.randrange(len(entries))
    a, b = entries[n]
    return data[:a] + data[b:], "entry %d left out" % n


def double(data, entries, rng):
    n = rng.randrange(len(entries))
    a, b = entries[n]
    return data[:b] + data[a:], "entry %d doubled" % n


def insert(data, entries, rng):
    at, byte = rng.randrange(len(data) + 1), rng.randrange(256)
    return data[:at] + bytes([byte]) + data[at:], "byte %d inserted at %d" % (byte, at)


WAYS = (flip, cut, swap, drop, double, insert)


def case(data, number, seed):
    """(damaged copy, what was done): a random one, or, for a negative number, a cut in the last frame."""
    if number < 0:
        return data[:number], "cut at byte %d, in the last frame" % (len(data) + number)
    entries = [(start, end) for kind, start, end in frames(data) if kind == b"entry"]
    return WAYS[number % len(WAYS)](data, entries, random.Random("%d/%d" % (seed, number)))


def ask_python(data):
    """(holds, entry, size, why)"""
    state, broken = check(data)
    return (True, None, state.size, "") if state else (False, broken.entry, None, as_text(None, broken))


def ask_viche(viche, path):
    done = subprocess.run([viche, "verify", path, "--json", "--lang", "en"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    try:
        report = json.loads(done.stdout.decode())
    except ValueError:
        report = {"ok": None, "message": done.stderr.decode("utf-8", "replace")}
    if report["ok"] is not (done.returncode == 0):
        return None, None, None, "exit code %d with %s" % (done.returncode, report)
    entry = re.search(r"\bentry (\d+)", report.get("message", ""))
    return report["ok"], entry and int(entry.group(1)), report.get("size"), report.get("message", "")


def compare(task):
    """(number, way, verdict, lines about it)"""
    log, viche, number, seed = task
    with open(log, "rb") as file:
        damaged, what = case(file.read(), number, seed)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "damaged.viche")
        with open(path, "wb") as file:
            file.write(damaged)
        ours, theirs = ask_python(damaged), ask_viche(viche, path)
    if ours[0] is not theirs[0] or ours[2] != theirs[2]:
        verdict = "disagree"
    elif None not in (ours[1], theirs[1]) and ours[1] != theirs[1]:
        verdict = "other entry"
    else:
        verdict = "both hold" if ours[0] else "both refuse"
    way = "last frame" if number < 0 else WAYS[number % len(WAYS)].__name__
    return number, way, verdict, "case %d (seed %d): %s\n  verify.py: %s\n  viche:     %s" % (
        number, seed, what, *("holds, %s entries" % size if holds else why for holds, _, size, why in (ours, theirs)))


def compare_all(tasks, seed):
    """Prints what differs, and how often each way of damage led to which verdict; gives the exit code."""
    counts = collections.Counter()
    with multiprocessing.Pool(2) as pool:
        for _, way, verdict, lines in pool.imap(compare, tasks, chunksize=4):
            counts[way, verdict] += 1
            if verdict in ("disagree", "other entry"):
                print("%s: %s" % (verdict, lines), flush=True)
    verdicts = collections.Counter()
    for (way, verdict), count in sorted(counts.items()):
        verdicts[verdict] += count
        print("%-10s %-11s %5d" % (way, verdict, count))
    print("%d cases, seed %d: %d agree, %d name another entry, %d disagree" % (
        len(tasks), seed, verdicts["both hold"] + verdicts["both refuse"], verdicts["other entry"],
        verdicts["disagree"]))
    return 1 if verdicts["disagree"] else 0


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("log", help="a log that holds")
    parser.add_argument("--viche", required=True, metavar="PATH", help="the reference command")
    parser.add_argument("--cases", type=int, default=300, help="how many random cases (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other cases")
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return 64 if stop.code else 0
    try:
        with open(options.log, "rb") as file:
            data = file.read()
        ours, theirs = ask_python(data), ask_viche(options.viche, options.log)
    except OSError as error:
        print("agree: %s" % error, file=sys.stderr)
        return 66
    if not (ours[0] and theirs[0]):
        print("agree: the log itself must hold\n  verify.py: %s\n  viche:     %s" % (ours[3], theirs[3]),
              file=sys.stderr)
        return 1
    last = frames(data)[-1]
    numbers = list(range(options.cases)) + list(range(last[1] - len(data), 0))
    return compare_all([(options.log, options.viche, number, options.seed) for number in numbers], options.seed)


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""The field's files of a contest: BLT, constraints (CON), and tables of ranks (CSV).

In these files candidates are numbered from 1; in what is read, from 0.
"""

import csv
import io
import re

from ..errors import Malformed
from .constraints import Constraint
from .contest import PAPERS_MAX, SIZE_MAX, Contest

WHOLE = re.compile(r"[0-9]{1,10}\Z")
CON = re.compile(r'\s*"([^"]*)"\s+"([^"]*)"((?:\s+[0-9]{1,10})+)\s*\Z')


def whole(text, least, most):
    """The whole number of a field, within its bounds."""
    if not WHOLE.match(text) or not least <= int(text) <= most:
        raise Malformed("not a whole number from %d to %d: %s" % (least, most, text[:40]))
    return int(text)


def read_blt(text):
    """A contest from the text of a BLT file.

        4 2            four candidates, two seats
        -3             the third was withdrawn
        7 1 2 0        seven voters prefer 1, then 2
        3 4 - 1=2 0    three prefer 4; then a group without anybody, and 1 and 2 alike
        0
        "Ada"          the names, and a title
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    head = lines[0].split() if lines else []
    if len(head) != 2:
        raise Malformed("the first line of a BLT file has two numbers")
    n, seats = whole(head[0], 1, SIZE_MAX), whole(head[1], 1, SIZE_MAX)
    at, withdrawn, ballots = 1, [], []
    while at < len(lines) and lines[at].startswith("-"):
        withdrawn += [whole(word[1:], 1, n) - 1 for word in lines[at].split()]
        at += 1
    while at < len(lines) and lines[at] != "0":
        ballots.append(read_ballot(lines[at].split(), n))
        at += 1
    names = lines[at + 1:at + 1 + n]
    if len(names) < n:
        raise Malformed("a BLT file without a name for each candidate")
    return Contest([unquoted(name) for name in names], seats, ballots, withdrawn)


def read_ballot(words, n):
    """(papers, groups) of a line such as `3 4 - 1=2 0`."""
    if len(words) < 2 or words[-1] != "0":
        raise Malformed("a ballot that does not end in 0")
    return whole(words[0], 1, PAPERS_MAX), tuple(
        tuple(whole(each, 1, n) - 1 for each in word.split("=")) if word != "-" else () for word in words[1:-1])


def unquoted(name):
    return name[1:-1] if len(name) > 1 and name[0] == name[-1] == '"' else name


def read_con(text):
    """Constraints from lines such as `"size" "small" 2 99 4 6`: category, group, least, most, candidates."""
    constraints = []
    for line in filter(str.strip, text.split("\n")):
        match = CON.match(line)
        numbers = [int(word) for word in match.group(3).split()] if match else []
        if len(numbers) < 2 or 0 in numbers[2:]:
            raise Malformed("not a constraint: " + line[:80])
        constraints.append(Constraint(": ".join(match.group(1, 2)), [c - 1 for c in numbers[2:]], *numbers[:2]))
    return constraints


def read_ranks(text, seats, unranked="No opinion"):
    """A contest from a table: the candidates' names, then a ballot a line, each cell a rank or `unranked`."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text), strict=True) if row]
    except csv.Error as error:
        raise Malformed("not a table: %s" % error)
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise Malformed("a table without candidates, or whose lines differ in length")
    ballots = []
    for row in rows[1:]:
        ranks = {}
        for candidate, cell in enumerate(row):
            if cell != unranked:
                ranks.setdefault(whole(cell, 0, PAPERS_MAX), []).append(candidate)
        ballots.append((1, tuple(tuple(ranks[rank]) for rank in sorted(ranks))))
    return Contest(rows[0], seats, ballots)

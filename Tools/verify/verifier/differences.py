# SPDX-License-Identifier: Apache-2.0
"""Where what a log claims differs from what is computed: the first place, not all of both."""

from .encoding import encode_json
from .errors import Malformed, Refused

NOTHING = object()  # stands for a field or a row that is not there
SHOWN = 400  # characters of a value that are told


def first_difference(expected, found, path=()):
    """(path, expected, found) of the first place where two values differ, or None."""
    if isinstance(expected, dict) and isinstance(found, dict):
        pairs = [(name, expected.get(name, NOTHING), found.get(name, NOTHING)) for name in sorted({*expected, *found})]
    elif isinstance(expected, (list, tuple)) and isinstance(found, (list, tuple)):
        length = max(len(expected), len(found))
        pairs = [(name_of(n, e, f), e, f) for n, e, f in zip(range(length), padded(expected, length), padded(found, length))]
    else:
        return None if expected == found else (path, expected, found)
    return next(filter(None, (first_difference(e, f, path + (name,)) for name, e, f in pairs)), None)


def padded(values, length):
    return list(values) + [NOTHING] * (length - len(values))


def name_of(number, *rows):
    """What a row calls itself; else its number, counted from 1."""
    for row in rows:
        if isinstance(row, dict):
            for field in ("item", "ballot", "application", "seat", "party"):
                if isinstance(row.get(field), str):
                    return row[field]
    return "row %d" % (number + 1)


def told(value):
    """A value as a log spells it."""
    if value is NOTHING or value is None:
        return "nothing"
    try:
        text = encode_json(list(value) if isinstance(value, tuple) else value)
    except Malformed:
        text = str(value)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def need_same(found, expected, code, *path):
    """Refuses a claim that is not what is computed; says at which place it first differs."""
    difference = first_difference(expected, found, path)
    if difference:
        place, expected, found = difference
        expected, found = told(expected), told(found)
        where = ", ".join(place)
        raise Refused(code, "%sexpected %s, found %s" % (where and where + ": ", expected, found), expected, found)

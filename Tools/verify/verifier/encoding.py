# SPDX-License-Identifier: Apache-2.0
"""Digests, base64 and JSON, each in its one spelling."""

import base64
import binascii
import hashlib
import json
import re
import unicodedata

from .errors import Malformed

DEPTH_MAX = 32
INTEGER_MAX = 2**53 - 1


def sha256(data):
    return hashlib.sha256(data).digest()


def encode_base64(data):
    return base64.b64encode(data).decode()


def decode_base64(text):
    """Standard alphabet, padded, and no second spelling of the same bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("not base64")
    if base64.b64encode(data) != (text.encode() if isinstance(text, str) else text):
        raise Malformed("not canonical base64")
    return data


def depth(line):
    """How deep arrays and objects are nested in a line of JSON, which may be none."""
    now = deepest = 0
    for bracket in re.sub(rb'"(?:[^"\\]|\\.)*"', b"", line):
        now += 1 if bracket in b"[{" else -1 if bracket in b"]}" else 0
        deepest = max(deepest, now)
    return deepest


def decode_json(line):
    """The value of one line of canonical JSON; whatever encodes to other bytes is malformed."""

    def integer(text):
        if len(text) > 17 or abs(int(text)) > INTEGER_MAX:
            raise Malformed("an integer beyond 2^53 - 1")
        return int(text)

    def refuse(text):
        raise Malformed("a number that is not an integer")

    def members(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise Malformed("a repeated name")
        return dict(pairs)

    if depth(line) > DEPTH_MAX:
        raise Malformed("nested too deep")
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=members, parse_float=refuse,
                           parse_int=integer, parse_constant=refuse)
        again = encode_json(value).encode("utf-8")
    except (UnicodeError, ValueError, RecursionError) as error:
        raise Malformed("not JSON: %s" % error)
    if again != line:
        raise Malformed("JSON, but not in its one spelling")
    return value


ESCAPES = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
ESCAPES.update({c: "\\u%04x" % c for c in range(32) if c not in ESCAPES})


def encode_json(value):
    """RFC 8785, restricted to objects, arrays, strings, integers and booleans."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        if unicodedata.normalize("NFC", value) != value:
            raise Malformed("text that is not NFC")
        return '"' + value.translate(ESCAPES) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(encode_json, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(encode_json(n) + ":" + encode_json(value[n]) for n in names) + "}"
    raise Malformed("null is not used")

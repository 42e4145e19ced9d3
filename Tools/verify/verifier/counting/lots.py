# SPDX-License-Identifier: Apache-2.0
"""Lots that anybody can draw again: RFC 3797, and an order from a seed."""

import hashlib

from .errors import must


def key_string(sources):
    """RFC 3797, section 4.1: the numbers of each source in order, each with a full stop, then a slash."""
    return "".join("".join("%d." % n for n in sorted(source)) + "/" for source in sources)


def draw(sources, pool, count):
    """RFC 3797: `count` numbers out of 1 … `pool` in the order drawn, as [(MD5, how many were left, number)]."""
    must(0 <= count <= pool <= 65535, "badSize", "more draws than names, or more names than two bytes can count")
    key, left, drawn = key_string(sources).encode(), list(range(1, pool + 1)), []
    for n in range(count):
        around = n.to_bytes(2, "big")
        digest = hashlib.md5(around + key + around).digest()
        drawn.append((digest.hex().upper(), len(left), left.pop(int.from_bytes(digest, "big") % len(left))))
    return drawn


def seeded(seed, names):
    """The candidates in the order of SHA-256 over the seed's bytes, a zero byte and the name."""
    digests = [hashlib.sha256(seed + b"\0" + name.encode()).digest() for name in names]
    return sorted(range(len(names)), key=lambda c: (digests[c], c))

# SPDX-License-Identifier: Apache-2.0
"""Prints the SHA-256 of every tile and bundle of a log of N entries `entry <n>`, by path.

From c2sp.org/tlog-tiles and RFC 6962 section 2.1 alone: each hash of a tile is the tree hash over
its leaves, by the recursive definition.
"""

import sys
from functools import cache
from hashlib import sha256

size = int(sys.argv[1])
entries = [b"entry %d\n" % number for number in range(size)]


@cache
def tree_hash(start, end):
    if end - start == 1:
        return sha256(b"\x00" + entries[start]).digest()
    split = 1 << (end - start - 1).bit_length() - 1
    return sha256(b"\x01" + tree_hash(start, start + split) + tree_hash(start + split, end)).digest()


def name(kind, index, width):
    groups = f"{index:03}" if index < 1000 else f"x{index // 1000:03}/{index % 1000:03}"
    partial = "" if width == 256 else f".p/{width}"
    return f"tile/{kind}/{groups}{partial}".replace("/", "=")


def tiles():
    for level in range(8):
        step = 256**level
        for first in range(0, size // step, 256):
            places = range(first, min(first + 256, size // step))
            hashes = [tree_hash(place * step, (place + 1) * step) for place in places]
            yield name(level, first // 256, len(hashes)), b"".join(hashes)
    for first in range(0, size, 256):
        part = entries[first : first + 256]
        yield name("entries", first // 256, len(part)), b"".join(len(e).to_bytes(2, "big") + e for e in part)


print("\n".join(sorted(f"{path} {sha256(content).hexdigest()}" for path, content in tiles())))

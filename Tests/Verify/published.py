# SPDX-License-Identifier: Apache-2.0
"""Logs as others hold them: in tiles, kept heads, receipts, cosignatures; each made by its definition.

Trees and proofs by the recursions of RFC 6962, section 2.1; tiles by c2sp.org/tlog-tiles: hash i of
tile N in row L is that of the leaves from (256 N + i) 256^L on. Nothing is asked of verify.py.
"""

import base64
import hashlib
import os

from make_log import Key, root_of


def b64(data):
    return base64.b64encode(data).decode()


def halves(count):
    """How many leaves are in the left part of a tree of so many, which are more than one."""
    return 1 << (count - 1).bit_length() - 1


def inclusion_proof(index, leaves):
    """PATH(m, D[n]) of RFC 6962."""
    if len(leaves) == 1:
        return []
    k = halves(len(leaves))
    if index < k:
        return inclusion_proof(index, leaves[:k]) + [root_of(leaves[k:])]
    return inclusion_proof(index - k, leaves[k:]) + [root_of(leaves[:k])]


def consistency_proof(old, leaves, whole=True):
    """PROOF(m, D[n]) of RFC 6962."""
    if old == len(leaves):
        return [] if whole else [root_of(leaves)]
    k = halves(len(leaves))
    if old <= k:
        return consistency_proof(old, leaves[:k], whole) + [root_of(leaves[k:])]
    return consistency_proof(old - k, leaves[k:], False) + [root_of(leaves[:k])]


def receipt(index, leaves, checkpoint, extra=True):
    lines = ["c2sp.org/tlog-proof@v1"] + ["extra " + b64(leaves[index])] * extra + ["index %d" % index]
    return ("\n".join(lines + list(map(b64, inclusion_proof(index, leaves)))) + "\n\n").encode() + checkpoint


def tile_path(row, number):
    groups = ["%03d" % (number % 1000)]
    while number >= 1000:
        number //= 1000
        groups.insert(0, "x%03d" % (number % 1000))
    return "tile/%s/%s" % (row, "/".join(groups))


def resources(leaves, checkpoint):
    """{path: bytes} of a log in tiles."""
    found, row, size = {"checkpoint": checkpoint}, 0, len(leaves)
    hashes = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    for start in range(0, size, 256):
        bundle = leaves[start:start + 256]
        found[tile_path("entries", start // 256) + partial(len(bundle))] = b"".join(
            len(leaf).to_bytes(2, "big") + leaf for leaf in bundle)
    while hashes:
        for start in range(0, len(hashes), 256):
            tile = hashes[start:start + 256]
            found[tile_path(row, start // 256) + partial(len(tile))] = b"".join(tile)
        hashes = [perfect_root(hashes[at:at + 256]) for at in range(0, len(hashes) - 255, 256)]
        row += 1
    return found


def partial(width):
    return "" if width == 256 else ".p/%d" % width


def perfect_root(hashes):
    while len(hashes) > 1:
        hashes = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in zip(hashes[::2], hashes[1::2])]
    return hashes[0]


def write(folder, found):
    for path, data in found.items():
        place = os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(data)


class Witness(Key):
    """A key that cosigns (c2sp.org/tlog-cosignature, type 0x04)."""

    def __init__(self, name, seed=None):
        super().__init__(name, seed)
        self.id = hashlib.sha256(name.encode() + b"\n\x04" + self.public).digest()[:4]
        self.vkey = "%s+%s+%s" % (name, self.id.hex(), b64(b"\x04" + self.public))

    def cosign(self, checkpoint, time):
        """The checkpoint's note with one more line."""
        text = checkpoint.split(b"\n\n")[0] + b"\n"
        signature = self.sign(b"cosignature/v1\ntime %d\n" % time + text)
        return checkpoint + ("— %s %s\n" % (self.name, b64(self.id + time.to_bytes(8, "big") + signature))).encode()


def fork_evidence(first, second, beginning=None):
    """Two checkpoints as frames and, of two sizes, (root, proof) of the larger tree's beginning."""
    out = [b"viche-fork/1\n"] + [b"checkpoint %d\n%s" % (len(note), note) for note in (first, second)]
    if beginning:
        body = "".join(b64(each) + "\n" for each in (beginning[0], *beginning[1])).encode()
        out.append(b"consistency %d\n%s" % (len(body), body))
    return b"".join(out)

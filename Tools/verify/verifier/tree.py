# SPDX-License-Identifier: Apache-2.0
"""The Merkle tree of the log (RFC 6962)."""

from .encoding import sha256


class Tree:
    """The Merkle tree of the leaves added so far, kept as its perfect subtrees."""

    def __init__(self):
        self.size, self.subtrees = 0, []

    def add(self, leaf):
        node, size = sha256(b"\x00" + leaf), self.size
        while size & 1:
            node, size = sha256(b"\x01" + self.subtrees.pop() + node), size >> 1
        self.subtrees.append(node)
        self.size += 1

    def root(self):
        if not self.subtrees:
            return sha256(b"")
        node = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            node = sha256(b"\x01" + left + node)
        return node

# SPDX-License-Identifier: Apache-2.0
"""The Merkle tree of the log (RFC 6962), and proofs in it (RFC 9162, sections 2.1.3.2 and 2.1.4.2)."""

from .encoding import sha256


def leaf_hash(leaf):
    return sha256(b"\x00" + leaf)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


class Tree:
    """The Merkle tree of the leaves added so far, kept as its perfect subtrees."""

    def __init__(self):
        self.size, self.subtrees = 0, []

    def add(self, leaf):
        self.add_hash(leaf_hash(leaf))

    def add_hash(self, node):
        size = self.size
        while size & 1:
            node, size = node_hash(self.subtrees.pop(), node), size >> 1
        self.subtrees.append(node)
        self.size += 1

    def root(self):
        if not self.subtrees:
            return sha256(b"")
        node = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            node = node_hash(left, node)
        return node


def root_of(hashes):
    """The root over these hashes, each of a leaf or of a perfect subtree of one size."""
    tree = Tree()
    for each in hashes:
        tree.add_hash(each)
    return tree.root()


def proves_inclusion(index, size, leaf, proof, root):
    """Whether the proof leads from the leaf's hash, at this index, to the root."""
    if not 0 <= index < size or any(len(each) != 32 for each in (leaf, root, *proof)):
        return False
    number, last, node = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if number & 1 or number == last:
            node = node_hash(each, node)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            node = node_hash(node, each)
        number, last = number >> 1, last >> 1
    return last == 0 and node == root


def proves_consistency(old_size, size, proof, old_root, root):
    """Whether the proof shows that the tree of the old root is a beginning of the other; not for size 0."""
    if not 0 < old_size <= size or any(len(each) != 32 for each in (old_root, root, *proof)):
        return False
    if old_size == size:
        return not proof and old_root == root
    if old_size & (old_size - 1) == 0:
        proof = [old_root, *proof]
    if not proof:
        return False
    number, last = old_size - 1, size - 1
    while number & 1:
        number, last = number >> 1, last >> 1
    old_node = node = proof[0]
    for each in proof[1:]:
        if last == 0:
            return False
        if number & 1 or number == last:
            old_node, node = node_hash(each, old_node), node_hash(each, node)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            node = node_hash(node, each)
        number, last = number >> 1, last >> 1
    return last == 0 and old_node == old_root and node == root

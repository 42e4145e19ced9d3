# SPDX-License-Identifier: Apache-2.0
"""A head that somebody kept: a signed checkpoint, or a receipt (c2sp.org/tlog-proof@v1) with one in it."""

import re
from collections import Counter

from .checkpoints import Checkpoint
from .encoding import decode_base64, encode_base64
from .entries import NUMBER
from .errors import Broken, Malformed
from .notes import encode_vkey
from .tree import leaf_hash, proves_inclusion, root_of

KEPT_MAX = 1 << 20
RECEIPT = b"c2sp.org/tlog-proof@v1\n"
PROOF_MAX = 63  # hashes
PROOF = re.compile(rb"c2sp\.org/tlog-proof@v1\n(?:extra ([^\n]*)\n)?index ([^\n]*)\n((?:[^\n]+\n)*)\n", re.DOTALL)


class Kept:
    """What was kept, taken apart; `path` is its file."""

    def __init__(self, data, path=None):
        self.path, self.index, self.proof, self.extra = path, None, [], None
        if data.startswith(RECEIPT):
            match = PROOF.match(data)
            if not match or not NUMBER.match(match.group(2)):
                raise Malformed("not a receipt")
            self.extra = match.group(1) and decode_base64(match.group(1))
            self.index = int(match.group(2))
            self.proof = [decode_base64(line) for line in match.group(3).splitlines()]
            if len(self.proof) > PROOF_MAX or any(len(each) != 32 for each in self.proof):
                raise Malformed("not a receipt: its hashes")
            data = data[match.end():]
        self.checkpoint = Checkpoint(data, may_extend=True)

    def proves(self, leaf):
        """Whether the receipt leads from this leaf's hash to its checkpoint."""
        return proves_inclusion(self.index, self.checkpoint.size, leaf, self.proof, self.checkpoint.root)

    def is_sound(self):
        """Whether the receipt can be right, as far as it tells without a log."""
        return self.index is None or self.index < self.checkpoint.size and (
            self.extra is None or self.proves(leaf_hash(self.extra)))


def kept_receipt(data, path=None):
    """A receipt, which alone proves that an entry is there."""
    if not data.startswith(RECEIPT):
        raise Malformed("this is no receipt (c2sp.org/tlog-proof@v1)")
    return Kept(data, path)


def check_kept(log, kept):
    """Broken where a log, or what is left of one, does not go on from what was kept."""
    checkpoint = kept.checkpoint
    check_signer(log, checkpoint)
    if not kept.is_sound():
        raise unsound()
    heads = (checkpoint, *log.heads[-1:])
    if checkpoint.size > log.size:
        raise Broken("shorter", "since", "%d entries that the log's key signed are not here: an old copy, or one that "
                     "was cut" % (checkpoint.size - log.size), expected=str(checkpoint.size), found=str(log.size),
                     heads=heads)
    found = root_of(log.leaf_hashes[:checkpoint.size])
    if found != checkpoint.root and not any(checkpoint.is_signed_by(key) for key in log.signing_keys):
        raise other_key(log, checkpoint)
    if found != checkpoint.root:
        raise Broken("forked", "since", "the log's key signed two histories: entries that were there when it was kept "
                     "have been changed, taken out or put in; the root of the first %d entries differs" % checkpoint.size,
                     expected=encode_base64(checkpoint.root), found=encode_base64(found), heads=heads)
    # The tree is the one that was signed: where its own entry does not fit the proof, the proof is wrong.
    if kept.index is not None and not kept.proves(log.leaf_hashes[kept.index]):
        raise unsound()


def check_signer(log, checkpoint):
    """Broken unless a key of this log signed what was kept, and no line of such a key is wrong."""
    if checkpoint.origin != log.origin.encode():
        raise Broken("foreign", "since", "what was kept is of another log",
                     expected=checkpoint.origin.decode("utf-8", "replace"), found=log.origin)
    claimed = [key for key in log.log_keys if checkpoint.blobs_of(key)]
    if not claimed or not all(map(checkpoint.is_signed_by, claimed)):
        if any(checkpoint.blobs_of(key) for key in log.signing_keys):
            raise Broken("altered", "since", "the log's key did not sign what was kept as it is now: it was altered")
        raise other_key(log, checkpoint)


def other_key(log, checkpoint):
    """A key that is only named here may be anybody's: what it signed elsewhere says nothing against this log."""
    return Broken("other_key", "since", "no key that signed this log signed what was kept, which is of a log of the "
                  "same name", expected="%s+%s" % (checkpoint.lines[0][0], checkpoint.lines[0][1][:4].hex()),
                  found=", ".join(map(encode_vkey, log.log_keys)))


def unsound():
    return Broken("unsound", "since", "the receipt does not hold together, so that it proves nothing")


def check_receipt(state, kept):
    """Broken, which names the file, where the log does not hold the entry and all that was before it."""
    try:
        check_kept(state, kept)
    except Broken as broken:
        broken.receipt, broken.message = kept.path, "%s: %s" % (kept.path, broken.message)
        raise


def new_since(state, kept):
    """What is new since what was kept, as the report says it; Broken where the log does not go on from it."""
    check_kept(state, kept)
    size = kept.checkpoint.size
    told = {"size": size, "root": encode_base64(kept.checkpoint.root), "new_entries": state.size - size,
            "new": dict(Counter(state.types[size:]))}
    if kept.index is not None:
        told["entry"] = kept.index
    return told

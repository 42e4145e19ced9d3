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
PROOF_MAX = 63  # hashes
PROOF = re.compile(rb"c2sp\.org/tlog-proof@v1\n(?:extra ([^\n]*)\n)?index ([^\n]*)\n((?:[^\n]+\n)*)\n", re.DOTALL)


class Kept:
    """What was kept, taken apart."""

    def __init__(self, data):
        self.index, self.proof, self.extra = None, [], None
        if data.startswith(b"c2sp.org/tlog-proof@v1\n"):
            match = PROOF.match(data)
            if not match or not NUMBER.match(match.group(2)):
                raise Malformed("not a receipt")
            self.extra = match.group(1) and decode_base64(match.group(1))
            self.index = int(match.group(2))
            self.proof = [decode_base64(line) for line in match.group(3).splitlines()]
            if len(self.proof) > PROOF_MAX or any(len(each) != 32 for each in self.proof):
                raise Malformed("not a receipt: its hashes")
            data = data[match.end():]
        self.checkpoint = Checkpoint(data)

    def proves(self, leaf):
        """Whether the receipt leads from this leaf's hash to its checkpoint."""
        return proves_inclusion(self.index, self.checkpoint.size, leaf, self.proof, self.checkpoint.root)


def other_key(state, checkpoint):
    """A key that is only named here may be anybody's: what it signed elsewhere says nothing against this log."""
    return Broken("other_key", "since", "no key that signed this log signed what was kept, which is of a log of the "
                  "same name", expected="%s+%s" % (checkpoint.lines[0][0], checkpoint.lines[0][1][:4].hex()),
                  found=", ".join(map(encode_vkey, state.log_keys)))


def check_kept(state, kept):
    """What is new since what was kept, as the report says it; Broken where the log does not go on from it."""
    checkpoint, head = kept.checkpoint, state.heads[-1]
    if checkpoint.origin != state.origin.encode():
        raise Broken("foreign", "since", "what was kept is of another log",
                     expected=checkpoint.origin.decode("utf-8", "replace"), found=state.origin)
    if not any(checkpoint.is_signed_by(key) for key in state.log_keys):
        if any(checkpoint.blobs_of(key) for key in state.signing_keys):
            raise Broken("altered", "since", "the log's key did not sign what was kept as it is now: it was altered")
        raise other_key(state, checkpoint)
    if kept.index is not None and (kept.index >= checkpoint.size or (
            kept.extra is not None and not kept.proves(leaf_hash(kept.extra)))):
        raise Broken("unsound", "since", "the receipt does not hold together, so that it proves nothing")
    if checkpoint.size > state.size:
        raise Broken("shorter", "since", "%d entries that the log's key signed are not here: an old copy, or one that "
                     "was cut" % (checkpoint.size - state.size), expected=str(checkpoint.size), found=str(state.size),
                     heads=(checkpoint, head))
    found = root_of(state.leaf_hashes[:checkpoint.size])
    if found != checkpoint.root and not any(checkpoint.is_signed_by(key) for key in state.signing_keys):
        raise other_key(state, checkpoint)
    if found != checkpoint.root:
        raise Broken("forked", "since", "the log's key signed two histories: entries that were there when it was kept "
                     "have been changed, taken out or put in; the root of the first %d entries differs" % checkpoint.size,
                     expected=encode_base64(checkpoint.root), found=encode_base64(found), heads=(checkpoint, head))
    told = {"size": checkpoint.size, "root": encode_base64(checkpoint.root), "new_entries": state.size - checkpoint.size,
            "new": dict(Counter(state.types[checkpoint.size:]))}
    if kept.index is not None:
        if not kept.proves(state.leaf_hashes[kept.index]):
            raise Broken("unsound", "since", "the receipt does not hold together, so that it proves nothing")
        told["entry"] = kept.index
    return told

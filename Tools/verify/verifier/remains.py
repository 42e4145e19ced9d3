# SPDX-License-Identifier: Apache-2.0
"""What is left of a log that does not hold, and what kept heads and receipts say of it.

Nothing of it is believed. It is for one question: is the fault the log's, or that of what somebody
holds against it?
"""

import re

from .checkpoints import seeming_log_keys
from .errors import Broken
from .kept import check_kept
from .log import frame_at, read_header
from .plain import clean, counted
from .tree import leaf_hash

OF_THE_LOG = ("tampered", "cut", "refused")  # what is wrong is in the log, not in how it was asked for
FINDINGS = {"forked": "differs", "shorter": "beyond"}  # the others prove nothing
SENTENCES = {
    "agrees": "%(path)s agrees with the first %(size)s of this log, as they were signed: the fault is the log's",
    "differs": "%(path)s is sound, signed by the log's key, and of other entries than these: the fault is the log's",
    "beyond": "%(path)s reaches further than this log can be read (%(left)s): try it on another copy",
    "nothing": "%(path)s proves nothing of this log either way: %(why)s",
    "unreadable": "%(path)s cannot be compared: nothing of this log can be read"}


class Remains:
    """The entries up to the first damage of a frame, and the log's keys: the one expected, or those that they name."""

    def __init__(self, data, expected_key):
        self.origin, start = read_header(data)
        self.leaf_hashes, end = committed_leaves(data, start, self.origin)
        self.size, self.heads = len(self.leaf_hashes), []
        self.log_keys = [expected_key] if expected_key else seeming_log_keys(data[:end], self.origin)
        self.signing_keys = self.log_keys  # which of them signed is not asked of what does not hold


def committed_leaves(data, at, origin):
    """(the leaf hashes of the entries that were committed, where they end), whatever the checkpoints say."""
    leaves, committed = [], (0, at)
    frame = frame_at(data, at)
    while frame:
        kind, body, at = frame
        if kind == b"entry":
            leaves.append(leaf_hash(body))
        else:
            committed = (len(leaves), at)
        frame = frame_at(data, at)
    # Where a signature of the log comes after the damage, what stands before that was committed.
    if re.compile(b"\n\xe2\x80\x94 %s [A-Za-z0-9+/]{91}=\n" % re.escape(origin.encode())).search(data, at):
        return leaves, at
    return leaves[:committed[0]], committed[1]


def remains_of(data, expected_key):
    """What is left, or None where not even the first line or a key of the log can be read."""
    try:
        remains = Remains(data, expected_key) if data is not None else None
    except Broken:
        return None
    return remains if remains and remains.log_keys else None


def say_of_remains(remains, kept_files):
    """[what each kept file says of the log], as the report says it."""
    return [say_of(remains, kept) for kept in kept_files]


def say_of(remains, kept):
    why, left = "", 0
    try:
        if remains:
            left = remains.size
            check_kept(remains, kept)
        said = "agrees" if remains else "unreadable"
    except Broken as broken:
        said, why = FINDINGS.get(broken.kind, "nothing"), broken.message
    message = SENTENCES[said] % {"path": kept.path, "size": counted(kept.checkpoint.size, "entry"),
                                 "left": counted(left, "entry"), "why": why}
    return {"file": kept.path, "finding": said, "message": clean(message)}

# SPDX-License-Identifier: Apache-2.0
"""The log file: its frames, the entries in them, and what each checkpoint covers."""

import re

from .checkpoints import holds_checkpoint, new_log_keys, read_checkpoint, read_log_key, seeming_log_keys
from .encoding import encode_base64
from .entries import BODY_MAX, Entry
from .errors import Broken, Malformed, Refused
from .notes import encode_vkey
from .state import State
from .tree import Tree, leaf_hash

HEADER = re.compile(rb"viche-log/1 ([A-Za-z0-9._/-]{1,255})\n")
FRAME = re.compile(rb"(entry|checkpoint) ([1-9][0-9]{0,9})\n")


def check(data, expected_key=None, tell=None):
    """(state, None) of a log that holds, (None, Broken) of one that does not.

    `tell` is told how many of the bytes have been judged, and of how many.
    """
    try:
        return Reading(data, expected_key, tell).state_at_end(), None
    except Broken as broken:
        return None, broken


class Reading:
    """A log that is read from its first byte to its last checkpoint."""

    def __init__(self, data, expected_key, tell=None):
        self.data, self.expected_key, self.tell = data, expected_key, tell or (lambda done, total: None)
        self.origin, self.committed = read_header(data)  # the log's name; where the last checkpoint ends
        self.state, self.tree = State(self.origin), Tree()
        self.pending = []  # (offset, body) of the entries that no checkpoint covers yet
        self.log_keys, self.signing = [], []  # the log's own keys, of which the last signs now; those that signed
        self.leaf_hashes, self.heads = [], []  # of the committed entries; the checkpoints

    @property
    def log_key(self):
        """The key that signs now; None before the first entry is known."""
        return self.log_keys[-1] if self.log_keys else None

    def state_at_end(self):
        """What the committed entries say, or Broken."""
        at = self.read_frames()
        if at < len(self.data):
            self.refuse_damage(at)
        if not self.state.checkpoints:
            torn = looks_torn(self.data[at:])
            raise Broken("cut" if torn else "tampered", "no_checkpoint", "no checkpoint covers anything",
                         len(self.pending), len(self.data) if torn else at)
        if self.expected_key and self.expected_key not in self.signing:
            raise Broken("foreign", "log_key", "the key expected signed none of the log's checkpoints here; if it was "
                         "handed over, expect the key that signs now", expected=encode_vkey(self.expected_key),
                         found=", ".join(map(encode_vkey, self.signing)))
        state = self.state
        state.size, state.root, state.heads = self.tree.size, encode_base64(self.tree.root()), self.heads
        state.leaf_hashes, state.log_keys, state.signing_keys = self.leaf_hashes, self.log_keys, self.signing
        state.log_key, state.uncommitted_bytes = encode_vkey(self.log_key), len(self.data) - self.committed
        return state

    def read_frames(self):
        """Takes every whole frame; gives where the first that is not whole begins, or the file's end."""
        at = self.committed
        while at < len(self.data):
            frame = frame_at(self.data, at)
            if frame is None:
                return at
            kind, body, end = frame
            if kind == b"entry":
                self.pending.append((at, body))
            else:
                self.commit(at, body)
                self.pending, self.committed = [], end
            at = end
        return at

    def refuse_damage(self, at):
        """Refuses a frame that is not whole, if the log signed a checkpoint after it: it was committed.

        So was a checkpoint of which all is there, and its last byte is no LF.
        """
        frame = FRAME.match(self.data, at)
        whole = frame and frame.group(1) == b"checkpoint" and frame.end() + int(frame.group(2)) <= len(self.data)
        rest = self.data[self.committed:]
        keys = {self.log_key} - {None} | set(seeming_log_keys(rest if self.log_key else self.data, self.origin))
        if whole or any(holds_checkpoint(rest, self.origin, key, self.tree.size) for key in keys):
            raise Broken("tampered", "frame", "damaged before the last checkpoint",
                         self.tree.size + len(self.pending), at)

    def commit(self, offset, body):
        """Checks one checkpoint, then, in order, the entries that it covers."""
        if not self.log_keys:
            self.log_keys.append(read_log_key(self.pending, self.origin, self.expected_key and (
                self.expected_key, *seeming_log_keys(self.data, self.origin)), offset))
        entries = self.pending_entries()
        self.log_keys += new_log_keys(entries, self.origin)
        self.heads.append(self.checkpoint_over(entries, offset, body))
        for entry in entries:
            admit(self.state, entry)
            self.tell(entry.offset, len(self.data))
        self.state.checkpoints += 1
        if self.log_key not in self.signing:
            self.signing.append(self.log_key)

    def pending_entries(self):
        """The entries that no checkpoint covers yet, taken apart and added to the tree."""
        entries = []
        for number, (start, leaf) in enumerate(self.pending, self.tree.size):
            try:
                entries.append(Entry(number, start, leaf))
            except Malformed as error:
                raise Broken("tampered", "malformed", str(error), number, start)
            self.leaf_hashes.append(leaf_hash(leaf))
            self.tree.add_hash(self.leaf_hashes[-1])
        return entries

    def checkpoint_over(self, entries, offset, body):
        """The checkpoint, if it is signed, and of the tree as it is with these entries."""
        try:
            checkpoint = read_checkpoint(body, self.origin, self.log_key)
        except Malformed as error:
            raise Broken("tampered", "checkpoint", str(error), None, offset)
        if checkpoint.size != self.tree.size:
            raise Broken("tampered", "size", "a checkpoint of %d entries after %d" % (
                checkpoint.size, self.tree.size), None, offset, str(checkpoint.size), str(self.tree.size))
        if checkpoint.root != self.tree.root():
            culprit, reason = self.state.first_changed(entries)
            raise Broken("tampered", reason, "the entries are not those that the checkpoint covers",
                         culprit and culprit.number, culprit.offset if culprit else offset,
                         "root " + encode_base64(checkpoint.root), "root " + encode_base64(self.tree.root()))
        return checkpoint


def read_header(data):
    """(the log's name, where its first frame begins), or Broken."""
    header = HEADER.match(data)
    if header:
        return header.group(1).decode(), header.end()
    if b"viche-log/1 ".startswith(data[:12]) and (len(data) <= 12 or HEADER.match(data + b"\n")):
        raise Broken("cut", "no_checkpoint", "the file ends within its first line", offset=len(data))
    raise Broken("foreign", "header", "not a viche-log/1 file", offset=0)


def frame_at(data, at):
    """(kind, body, end) of the frame that begins there, or None where there is no whole one."""
    frame = FRAME.match(data, at)
    end = frame.end() + int(frame.group(2)) if frame else 0
    if not frame or end > len(data):
        return None
    kind, body = frame.group(1), data[frame.end():end]
    return (kind, body, end) if body.endswith(b"\n") and len(body) <= BODY_MAX else None


def looks_torn(rest):
    """Whether these bytes, or none, may be the beginning of a frame whose end was never written."""
    frame = FRAME.match(rest)
    if frame:
        return frame.end() + int(frame.group(2)) > len(rest)
    return b"\n" not in rest and bool(
        re.match(rb"(?:entry|checkpoint) [0-9]{0,10}\Z", rest)
        or b"entry ".startswith(rest) or b"checkpoint ".startswith(rest))


def admit(state, entry):
    """Asks the rules about an entry; Broken is what they refuse."""
    try:
        state.admit(entry)
    except Malformed as error:
        raise Broken("refused", "malformed", str(error), entry.number, entry.offset)
    except Refused as refusal:
        kind = "tampered" if refusal.code == "bad_signature" else "refused"
        raise Broken(kind, refusal.code, refusal.message, entry.number, entry.offset,
                     refusal.expected, refusal.found)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        # Statutes and calendars are trees of any form: what a rule stumbles over does not hold.
        raise Broken("refused", "statutes_faulty", "the rules cannot be applied: %s %s" % (
            type(error).__name__, error), entry.number, entry.offset)

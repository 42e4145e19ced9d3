# SPDX-License-Identifier: Apache-2.0
"""The log file: its frames, the entries in them, and what each checkpoint covers."""

import base64
import re

from .checkpoints import holds_checkpoint, next_log_key, read_checkpoint, read_log_key, seeming_log_keys
from .entries import Entry
from .errors import Broken, Malformed, Refused
from .state import State
from .tree import Tree

ENTRY_MAX = 65535
HEADER = re.compile(rb"viche-log/1 ([A-Za-z0-9._/-]{1,255})\n")
FRAME = re.compile(rb"(entry|checkpoint) ([1-9][0-9]{0,9})\n")


def verify(data, expected_key=None):
    """The state of the log, checked from its first byte to its last checkpoint, or Broken."""
    header = HEADER.match(data)
    if not header:
        if b"viche-log/1 ".startswith(data[:12]) and (len(data) <= 12 or HEADER.match(data + b"\n")):
            raise Broken("cut", "header", "the file ends within its first line", offset=len(data))
        raise Broken("foreign", "header", "not a viche-log/1 file", offset=0)
    origin = header.group(1).decode()
    state, tree, pending, log_key, signing = State(origin), Tree(), [], None, set()
    at = committed = header.end()
    damage = None
    while at < len(data):
        frame = FRAME.match(data, at)
        end = frame.end() + int(frame.group(2)) if frame else 0
        if not frame or end > len(data) or (frame.group(1) == b"entry" and (
                data[end - 1:end] != b"\n" or int(frame.group(2)) > ENTRY_MAX)):
            damage = (at, "not a whole frame")
            break
        body = data[frame.end():end]
        if frame.group(1) == b"entry":
            pending.append((at, body))
        else:
            log_key = log_key or read_log_key(pending, origin, expected_key and (
                expected_key, *seeming_log_keys(data, origin)))
            log_key = commit(state, tree, pending, at, body, log_key)
            pending, committed = [], end
            signing.add(log_key)
        at = end
    first = len(state.entry_digests)
    if damage:
        keys = {log_key} - {None} | set(seeming_log_keys(data if log_key is None else data[committed:], origin))
        if any(holds_checkpoint(data[committed:], origin, key) for key in keys):
            raise Broken("tampered", "frame", "damaged before the last checkpoint",
                         first + len(pending), damage[0])
    if not state.checkpoints:
        torn = not damage or looks_torn(data[damage[0]:])
        raise Broken("cut" if torn else "tampered", "no_checkpoint", "no checkpoint covers anything",
                     len(pending), len(data) if torn else damage[0])
    if expected_key and expected_key not in signing:
        raise Broken("foreign", "log_key", "the key expected signed none of the log's checkpoints")
    state.size, state.root = tree.size, base64.b64encode(tree.root()).decode()
    state.log_key = "%s+%s+%s" % (origin, log_key[1].hex(), base64.b64encode(b"\x01" + log_key[2]).decode())
    state.uncommitted_bytes = len(data) - committed
    return state


def looks_torn(rest):
    """Whether these bytes may be the beginning of a frame whose end was never written."""
    frame = FRAME.match(rest)
    if frame:
        return frame.end() + int(frame.group(2)) > len(rest)
    return b"\n" not in rest and bool(
        re.match(rb"(?:entry|checkpoint) [0-9]{0,10}\Z", rest)
        or b"entry ".startswith(rest) or b"checkpoint ".startswith(rest))


def commit(state, tree, pending, offset, body, log_key):
    """Checks one checkpoint, then, in order, the entries that it covers; gives the key that signed it."""
    entries, first = [], tree.size
    for place, (start, leaf) in enumerate(pending):
        try:
            entries.append(Entry(first + place, start, leaf))
        except Malformed as error:
            raise Broken("tampered", "malformed", str(error), first + place, start)
        tree.add(leaf)
    log_key = next_log_key(entries, state.origin, log_key)
    try:
        size, root = read_checkpoint(body, state.origin, log_key)
    except Malformed as error:
        raise Broken("tampered", "checkpoint", str(error), None, offset)
    if size != tree.size:
        raise Broken("tampered", "size", "a checkpoint of %d entries after %d" % (size, tree.size),
                     None, offset)
    if root != tree.root():
        culprit = state.first_changed(entries)
        raise Broken("tampered", "root", "the entries are not those that the checkpoint covers",
                     culprit and culprit.number, culprit.offset if culprit else offset)
    for entry in entries:
        try:
            state.admit(entry)
        except Malformed as error:
            raise Broken("refused", "malformed", str(error), entry.number, entry.offset)
        except Refused as refusal:
            kind = "tampered" if refusal.code == "bad_signature" else "refused"
            raise Broken(kind, refusal.code, refusal.message, entry.number, entry.offset)
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
            # Statutes and calendars are trees of any form: what a rule stumbles over does not hold.
            raise Broken("refused", "statutes", "the rules cannot be applied: %s %s" % (
                type(error).__name__, error), entry.number, entry.offset)
    state.checkpoints += 1
    return log_key


def check(data, expected_key=None):
    """(state, None) of a log that holds, (None, Broken) of one that does not."""
    try:
        return verify(data, expected_key), None
    except Broken as broken:
        return None, broken

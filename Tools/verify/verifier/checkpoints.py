# SPDX-License-Identifier: Apache-2.0
"""Checkpoints, and the key with which the log signs them."""

import re

from . import ed25519
from .encoding import decode_base64
from .entries import Entry
from .errors import Broken, Malformed
from .forms import check_type
from .notes import SIGNATURES_MAX, decode_signature_line, decode_vkey, encode_vkey

TREE_MAX = 2**63 - 1
NOTE = re.compile(rb"[^\n]*\n[^\n]*\n[^\n]*\n\n(?:\xe2\x80\x94 [^\n]*\n)+")


class Checkpoint:
    """A checkpoint's note, taken apart; who signed it is another question.

    The log writes no extension lines. But what its key signed with some elsewhere still tells of a fork."""

    def __init__(self, note, may_extend=False):
        text, blank, signed = note.rpartition(b"\n\n")
        lines = text.split(b"\n")
        if not blank or not signed.endswith(b"\n") or len(lines) != 3 and not (may_extend and len(lines) > 3 and all(lines)):
            raise Malformed("a checkpoint has an origin, a size, a root and signatures, no more")
        if not lines[0]:
            raise Malformed("a checkpoint without an origin")
        if not re.match(rb"(?:0|[1-9][0-9]{0,18})\Z", lines[1]) or int(lines[1]) > TREE_MAX:
            raise Malformed("the size of a checkpoint")
        self.note, self.text = note, text + b"\n"
        self.origin, self.size, self.root = lines[0], int(lines[1]), decode_base64(lines[2])
        if len(self.root) != 32:
            raise Malformed("the root of a checkpoint")
        signatures = signed[:-1].split(b"\n")
        if len(signatures) > SIGNATURES_MAX:
            raise Malformed("more than %d signature lines" % SIGNATURES_MAX)
        self.lines = [decode_signature_line(line) for line in signatures]

    def blobs_of(self, key):
        """What the lines of the name and ID of a key bear after the ID."""
        name, id_, _ = key
        return [blob[4:] for key_name, blob in self.lines if key_name == name and blob[:4] == id_]

    def is_signed_by(self, log_key):
        """Whether the log's key signed it, once."""
        own = self.blobs_of(log_key)
        return len(own) == 1 and ed25519.is_signed(log_key[2], self.text, own[0])


def read_checkpoint(note, origin, log_key):
    """The checkpoint, which the log's key signed."""
    checkpoint = Checkpoint(note)
    if checkpoint.origin != origin.encode():
        raise Malformed("a checkpoint of another log")
    if len(checkpoint.blobs_of(log_key)) != 1:
        raise Malformed("a checkpoint bears the log's signature once")
    if not checkpoint.is_signed_by(log_key):
        raise Malformed("the log's signature of a checkpoint does not hold")
    return checkpoint


def holds_checkpoint(tail, origin, log_key, size):
    """Whether the log signed a checkpoint of more than `size` entries in these bytes: they were committed.

    One of `size` only adds cosignatures; where its frame is torn, nothing committed is lost."""
    start = tail.find(origin.encode() + b"\n")
    while start >= 0:
        body = NOTE.match(tail, start)
        if body:
            try:
                if read_checkpoint(body.group(), origin, log_key).size > size:
                    return True
            except Malformed:
                pass
        start = tail.find(origin.encode() + b"\n", start + 1)
    return False


def read_log_key(pending, origin, expected, offset):
    """The log's own key stands in entry 0; `expected` is the one that was given, and those to come."""
    if not pending:
        raise Broken("tampered", "size", "a checkpoint before the first entry", offset=offset)
    try:
        statement = Entry(0, pending[0][0], pending[0][1]).statement
        if statement.get("type") != "ledger.founded":
            raise Broken("tampered", "not_founded", "the first entry is no founding", 0, pending[0][0])
        key = decode_vkey(check_type(statement.get("log_key"), "text"))
    except Malformed as error:
        raise Broken("tampered", "malformed", str(error), 0, pending[0][0])
    if key[0] != origin:
        raise Broken("tampered", "other_ledger", "the log's key does not bear the log's name", 0, pending[0][0])
    if expected and expected[0] not in (key, *expected[1:]):
        raise Broken("foreign", "log_key", "the log's key is not the one expected", 0, pending[0][0],
                     encode_vkey(expected[0]), encode_vkey(key))
    return key


def seeming_log_keys(data, origin):
    """What seem to be keys of the log, in a file that may be damaged."""
    keys = []
    for match in re.finditer(rb'"log_key":"([^"]{1,400})"', data):
        try:
            keys.append(decode_vkey(match.group(1).decode()))
        except (Malformed, UnicodeError):
            pass
    return [key for key in keys if key[0] == origin]


def new_log_keys(entries, origin):
    """The keys that these entries hand the log over to; the last of them signs the checkpoint over the entries."""
    keys = []
    for statement in (entry.statement for entry in entries):
        if statement.get("type") == "secretariat.handed_over" and "log_key" in statement:
            try:
                key = decode_vkey(check_type(statement["log_key"], "text"))
            except Malformed:
                continue  # the rules refuse it
            if key[0] == origin:
                keys.append(key)
    return keys

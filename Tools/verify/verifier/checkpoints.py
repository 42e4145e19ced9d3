# SPDX-License-Identifier: Apache-2.0
"""Checkpoints, and the key with which the log signs them."""

import re

from . import ed25519
from .encoding import decode_base64
from .entries import Entry, NUMBER
from .errors import Broken, Malformed
from .forms import check_type
from .notes import decode_signature_line, decode_vkey


def read_checkpoint(body, origin, log_key):
    """(size, root) of a checkpoint that the log's key signed."""
    text, blank, signed = body.rpartition(b"\n\n")
    lines = text.split(b"\n")
    if not blank or not signed.endswith(b"\n") or len(lines) != 3:
        raise Malformed("a checkpoint has an origin, a size, a root and signatures, no more")
    if lines[0] != origin.encode():
        raise Malformed("a checkpoint of another log")
    if not NUMBER.match(lines[1]):
        raise Malformed("the size of a checkpoint")
    root = decode_base64(lines[2])
    if len(root) != 32:
        raise Malformed("the root of a checkpoint")
    name, id_, public = log_key
    lines = [decode_signature_line(line) for line in signed[:-1].split(b"\n")]
    own = [blob for key_name, blob in lines if key_name == name and blob[:4] == id_]
    if len(own) != 1:
        raise Malformed("a checkpoint bears the log's signature once")
    if not ed25519.is_signed(public, text + b"\n", own[0][4:]):
        raise Malformed("the log's signature of a checkpoint does not hold")
    return int(text.split(b"\n")[1]), root


def holds_checkpoint(tail, origin, log_key):
    """Whether the log signed a checkpoint somewhere in these bytes: then they were committed."""
    start = tail.find(origin.encode() + b"\n")
    while start >= 0:
        body = re.match(rb"[^\n]*\n[^\n]*\n[^\n]*\n\n(?:\xe2\x80\x94 [^\n]*\n)+", tail[start:])
        if body:
            try:
                read_checkpoint(body.group(), origin, log_key)
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
            raise Broken("refused", "not_founded", "the first entry is no founding", 0, pending[0][0])
        key = decode_vkey(check_type(statement.get("log_key"), "text"))
    except Malformed as error:
        raise Broken("tampered", "malformed", str(error), 0, pending[0][0])
    if key[0] != origin:
        raise Broken("tampered", "other_ledger", "the log's key does not bear the log's name", 0, pending[0][0])
    if expected and expected[0] not in (key, *expected[1:]):
        raise Broken("foreign", "log_key", "the log's key is not the one expected", 0, pending[0][0])
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


def next_log_key(entries, origin, log_key):
    """The key that signs the checkpoint over these entries: a new one where they hand the log over."""
    for statement in (entry.statement for entry in entries):
        if statement.get("type") == "secretariat.handed_over" and "log_key" in statement:
            try:
                key = decode_vkey(check_type(statement["log_key"], "text"))
            except Malformed:
                continue  # the rules refuse it
            log_key = key if key[0] == origin else log_key
    return log_key

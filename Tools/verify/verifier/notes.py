# SPDX-License-Identifier: Apache-2.0
"""Verifier keys and signature lines of signed notes (c2sp.org/signed-note)."""

import re

from . import ed25519
from .encoding import decode_base64, encode_base64, sha256
from .errors import Malformed

SIGNATURES_MAX = 100
KEY_NAME = re.compile(r"[A-Za-z0-9._/-]{1,255}\Z")


AUTHOR, WITNESS = 0x01, 0x04  # the type of a key: of authors and of logs; of witnesses


def key_id(name, public, type_=AUTHOR):
    return sha256(name.encode() + b"\n" + bytes([type_]) + public)[:4]


def encode_vkey(key, type_=AUTHOR):
    """The C2SP verifier key of (name, key ID, public key)."""
    name, id_, public = key
    return "%s+%s+%s" % (name, id_.hex(), encode_base64(bytes([type_]) + public))


def is_name(text):
    """Whether a text may be a key's name in a signed note; those of authors and logs are narrower."""
    return bool(text) and "+" not in text and not any(c.isspace() or c < " " for c in text)


def decode_vkey(text, type_=AUTHOR):
    """(name, key ID, public key) of a C2SP verifier key of this type."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not (is_name(parts[0]) if type_ == WITNESS else KEY_NAME.match(parts[0])):
        raise Malformed("not a verifier key")
    data = decode_base64(parts[2])
    if len(data) != 33 or data[0] != type_:
        raise Malformed("not an Ed25519 verifier key of type 0x%02x" % type_)
    if key_id(parts[0], data[1:], type_).hex() != parts[1]:
        raise Malformed("a verifier key whose ID is not its own")
    if ed25519.is_weak(data[1:]):
        raise Malformed("a weak public key")
    return parts[0], bytes.fromhex(parts[1]), data[1:]


def decode_signature_line(line):
    """(key name, blob) of `— name base64`, without its newline."""
    parts = line.split(b" ")
    if len(parts) != 3 or parts[0] != "—".encode():
        raise Malformed("not a signature line")
    try:
        name = parts[1].decode("utf-8")
    except UnicodeError:
        raise Malformed("a key name that is not UTF-8")
    blob = decode_base64(parts[2])
    if not is_name(name) or len(blob) < 5:
        raise Malformed("not a signature line")
    return name, blob


def decode_author_lines(lines):
    """[(key name, key ID, signature)], sorted by name and each name once."""
    if len(lines) > SIGNATURES_MAX:
        raise Malformed("more than %d signature lines" % SIGNATURES_MAX)
    signatures = []
    for line in lines:
        name, blob = decode_signature_line(line)
        if not KEY_NAME.match(name) or len(blob) != 68:
            raise Malformed("not an Ed25519 signature line")
        signatures.append((name, blob[:4], blob[4:]))
    names = [name.encode() for name, _, _ in signatures]
    if not names or any(a >= b for a, b in zip(names, names[1:])):
        raise Malformed("signature lines absent, repeated or out of order")
    return signatures

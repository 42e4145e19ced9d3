#!/usr/bin/env python3
"""Check a Viche log with a program that shares no code with Viche.

    python3 verify.py LEDGER.viche
    python3 verify.py --json --log-key 'example.org/ledger+1f2e3d4c+AX...' LEDGER.viche

Reads one log file and answers one question: does everything in it hold? The bytes (frames, JSON in
its one spelling), the signatures, the tree and its checkpoints, and then the governance: who might
sign what, and everything that the log claims and anybody can compute (dispositions, shortlist,
electorate, tally, outcome) is computed again from the statements and compared. Sealed ballots are
opened once their tellers have published what opens them. The statutes are applied, not linted.

Written from the specification of the log file (version 1) and of the statements alone. Needs
Python 3.9 and nothing else; with the package `cryptography` the signatures are checked by OpenSSL
instead of by the arithmetic below, which is faster and must say the same.

Exit codes: 0 holds, 1 does not hold, 64 usage, 66 no such file.
"""

import argparse
import base64
import binascii
import calendar
import datetime
import hashlib
import hmac
import json
import os
import re
import sys
import unicodedata
from fractions import Fraction

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

FILE_MAX = 1 << 30
ENTRY_MAX = 65535
DEPTH_MAX = 32
INTEGER_MAX = 2**53 - 1


class Broken(Exception):
    """The log does not hold: where, of which kind, why."""

    def __init__(self, kind, reason, message, entry=None, offset=None):
        super().__init__(message)
        self.kind, self.reason, self.message = kind, reason, message
        self.entry, self.offset = entry, offset


class Malformed(Exception):
    """Bytes or fields that are not of the form that they should have."""


class Refused(Exception):
    """The rules say no. `code` is the name of the refusal."""

    def __init__(self, code, message=""):
        super().__init__(message or code)
        self.code, self.message = code, message or code.replace("_", " ")


def need(holds, code, message=""):
    if not holds:
        raise Refused(code, message)


# ---------------------------------------------------------------- bytes, base64, JSON


def sha256(data):
    return hashlib.sha256(data).digest()


def decode_base64(text):
    """Standard alphabet, padded, and no second spelling of the same bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("not base64")
    if base64.b64encode(data) != (text.encode() if isinstance(text, str) else text):
        raise Malformed("not canonical base64")
    return data


def decode_json(line):
    """The value of one line of canonical JSON; whatever encodes to other bytes is malformed."""

    def integer(text):
        if len(text) > 17 or abs(int(text)) > INTEGER_MAX:
            raise Malformed("an integer beyond 2^53 - 1")
        return int(text)

    def refuse(text):
        raise Malformed("a number that is not an integer")

    def members(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise Malformed("a repeated name")
        return dict(pairs)

    depth = deepest = 0
    for bracket in re.sub(rb'"(?:[^"\\]|\\.)*"', b"", line):
        depth += 1 if bracket in b"[{" else -1 if bracket in b"]}" else 0
        deepest = max(deepest, depth)
    if deepest > DEPTH_MAX:
        raise Malformed("nested too deep")
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=members, parse_float=refuse,
                           parse_int=integer, parse_constant=refuse)
        again = encode_json(value).encode("utf-8")
    except (UnicodeError, ValueError, RecursionError) as error:
        raise Malformed("not JSON: %s" % error)
    if again != line:
        raise Malformed("JSON, but not in its one spelling")
    return value


ESCAPES = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
ESCAPES.update({c: "\\u%04x" % c for c in range(32) if c not in ESCAPES})


def encode_json(value):
    """RFC 8785, restricted to objects, arrays, strings, integers and booleans."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        if unicodedata.normalize("NFC", value) != value:
            raise Malformed("text that is not NFC")
        return '"' + value.translate(ESCAPES) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(encode_json, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(encode_json(n) + ":" + encode_json(value[n]) for n in names) + "}"
    raise Malformed("null is not used")


# ---------------------------------------------------------------- Ed25519 (RFC 8032)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)

# y, sign bit cleared, of every point of small order: for such a key anyone can sign.
SMALL_ORDER = {bytes.fromhex(y) for y in (
    "00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")}


def is_weak(public):
    y = public[:31] + bytes([public[31] & 0x7F])
    return y in SMALL_ORDER or int.from_bytes(y, "little") >= P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def double(p):
    a, b, c = p[0] * p[0] % P, p[1] * p[1] % P, 2 * p[2] * p[2] % P
    h = a + b
    e, g = h - (p[0] + p[1]) ** 2, a - b
    f = c + g
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def decode_point(data):
    """The point, or None where the curve has none with that y."""
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if (v * x * x - u) % P:
        x = x * SQRT_M1 % P
    if (v * x * x - u) % P:
        return None
    if x & 1 != sign:
        x = -x % P
    return (x, y % P, 1, x * y % P)


def encode_point(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def multiples(p):
    table = [IDENTITY]
    for _ in range(15):
        table.append(add(table[-1], p))
    return table


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
BASE_TABLE = multiples(BASE)


def pure_ed25519(public, message, signature):
    """Without cofactor, R compared as bytes: what OpenSSL does."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    a = decode_point(public)
    if a is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(r + public + message).digest(), "little") % L
    minus_a = multiples((P - a[0], a[1], 1, P - a[3]))
    sum_ = IDENTITY
    for shift in range(252, -1, -4):
        sum_ = double(double(double(double(sum_))))
        sum_ = add(sum_, BASE_TABLE[s >> shift & 15])
        sum_ = add(sum_, minus_a[k >> shift & 15])
    return encode_point(sum_) == r


def is_signed(public, message, signature):
    """Whether the Ed25519 signature holds under a key that is not weak."""
    if len(public) != 32 or len(signature) != 64 or is_weak(public):
        return False
    if Ed25519PublicKey is None:
        return pure_ed25519(public, message, signature)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


# ---------------------------------------------------------------- notes (C2SP signed-note)

KEY_NAME = re.compile(r"[A-Za-z0-9._/-]{1,255}\Z")


def key_id(name, public):
    return sha256(name.encode() + b"\n\x01" + public)[:4]


def decode_vkey(text):
    """(name, key ID, public key) of a C2SP verifier key of type 0x01."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not KEY_NAME.match(parts[0]):
        raise Malformed("not a verifier key")
    data = decode_base64(parts[2])
    if len(data) != 33 or data[0] != 1:
        raise Malformed("not an Ed25519 verifier key")
    if key_id(parts[0], data[1:]).hex() != parts[1]:
        raise Malformed("a verifier key whose ID is not its own")
    if is_weak(data[1:]):
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
    if not name or "+" in name or any(c.isspace() or c < " " for c in name) or len(blob) < 5:
        raise Malformed("not a signature line")
    return name, blob


def decode_author_lines(lines):
    """[(key name, key ID, signature)], sorted by name and each name once."""
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


# ---------------------------------------------------------------- sealed ballots (age v1, X25519)

AGE_LINE = 64  # digits of a full line in a stanza
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def decode_bech32(text, prefix):
    """The 32 bytes of an age recipient or identity."""
    lower = prefix.lower()
    if not text.startswith(prefix + "1") or text not in (text.lower(), text.upper()):
        raise Malformed("not a key of age: another prefix")
    digits = [BECH32.find(c) for c in text[len(prefix) + 1:].lower()]
    check = 1
    for value in [ord(c) >> 5 for c in lower] + [0] + [ord(c) & 31 for c in lower] + digits:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    number = 0
    for digit in digits[:-6]:
        number = number << 5 | digit
    if -1 in digits or len(digits) != 58 or check != 1 or number & 15:
        raise Malformed("not a key of age: its check digits are wrong")
    return (number >> 4).to_bytes(32, "big")


def x25519(secret, point=b"\x09" + bytes(31)):
    """RFC 7748: the secret number times the point."""
    scalar = int.from_bytes(secret, "little") & (1 << 254) - 8 | 1 << 254
    x = int.from_bytes(point, "little") & (1 << 255) - 1
    x2, z2, x3, z3, swapped = 1, 0, x, 1, 0
    for shift in range(254, -1, -1):
        bit = scalar >> shift & 1
        if bit != swapped:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swapped = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, x * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, (aa - bb) * (aa + 121665 * (aa - bb)) % P
    if swapped:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def hkdf(key, salt, info):
    """32 bytes by RFC 5869 with SHA-256."""
    extracted = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def chacha20(key, counter, nonce):
    """One block of RFC 8439."""
    start = [int.from_bytes(part[i:i + 4], "little") for part in (
        b"expand 32-byte k", key, counter.to_bytes(4, "little"), nonce) for i in range(0, len(part), 4)]
    s = list(start)

    def turn(a, b, c, d):
        for x, y, z, left in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = s[x] + s[y] & 0xFFFFFFFF
            mixed = s[z] ^ s[x]
            s[z] = (mixed << left | mixed >> 32 - left) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            turn(column, column + 4, column + 8, column + 12)
        for column in range(4):
            turn(column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12)
    return b"".join((a + b & 0xFFFFFFFF).to_bytes(4, "little") for a, b in zip(s, start))


def poly1305(key, message):
    r, total = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i:i + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(key[16:32], "little") & (1 << 128) - 1).to_bytes(16, "little")


def open_box(key, nonce, box):
    """The plain text of ChaCha20-Poly1305 (RFC 8439) without associated data, or Malformed."""
    sealed, tag = box[:-16], box[-16:]
    padded = sealed + bytes(-len(sealed) % 16) + bytes(8) + len(sealed).to_bytes(8, "little")
    if len(box) < 16 or not hmac.compare_digest(poly1305(chacha20(key, 0, nonce), padded), tag):
        raise Malformed("age: what was encrypted is not whole")
    stream = b"".join(chacha20(key, 1 + n, nonce) for n in range((len(sealed) + 63) // 64))
    return bytes(a ^ b for a, b in zip(sealed, stream))


def decode_unpadded(text):
    if b"=" in text:
        raise Malformed("age: base64 with padding")
    return decode_base64(text + b"=" * (-len(text) % 4))


def read_age_header(data):
    """(stanzas as (arguments, body), the bytes under the MAC, the MAC, what follows) of an age file."""
    lines, stanzas, at = data.split(b"\n"), [], 1
    if lines[0] != b"age-encryption.org/v1":
        raise Malformed("age: not a file of version 1")
    while at < len(lines) - 1 and lines[at].startswith(b"-> "):
        arguments, body, at = lines[at][3:].split(b" "), b"", at + 1
        while True:
            line, at = lines[at] if at < len(lines) - 1 else b"?", at + 1
            if len(line) > AGE_LINE or not all(re.match(rb"[!-~]+\Z", argument) for argument in arguments):
                raise Malformed("age: a stanza that is not of its form")
            body += decode_unpadded(line)
            if len(line) < AGE_LINE:
                break
        stanzas.append((arguments, body))
    if not stanzas or at >= len(lines) - 1 or not lines[at].startswith(b"--- "):
        raise Malformed("age: not a header")
    head = b"\n".join(lines[:at]) + b"\n---"
    return stanzas, head, decode_unpadded(lines[at][4:]), data[len(head) + len(lines[at]) - 2:]


def open_age(data, identity):
    """What an age file for this identity (32 secret bytes) holds, or Malformed."""
    stanzas, head, mac, rest = read_age_header(data)
    public, file_key = x25519(identity), None
    for arguments, body in stanzas:
        if arguments[0] != b"X25519":
            continue
        share = decode_unpadded(arguments[1]) if len(arguments) == 2 else b""
        if len(share) != 32 or len(body) != 32:
            raise Malformed("age: an X25519 stanza that is not of its form")
        secret = x25519(identity, share)
        if not any(secret):
            raise Malformed("age: a share of small order")
        try:
            file_key = file_key or open_box(
                hkdf(secret, share + public, b"age-encryption.org/v1/X25519"), bytes(12), body)
        except Malformed:
            pass  # for somebody else
    if file_key is None:
        raise Malformed("age: for another recipient")
    if not hmac.compare_digest(hmac.new(hkdf(file_key, b"", b"header"), head, hashlib.sha256).digest(), mac):
        raise Malformed("age: a header that was changed")
    key, chunks, plain = hkdf(file_key, rest[:16], b"payload"), rest[16:], b""
    count = max(1, -(-len(chunks) // 65552))
    for n in range(count):
        last = n == count - 1
        piece = open_box(key, n.to_bytes(11, "big") + bytes([last]), chunks[n * 65552:(n + 1) * 65552])
        if last and n and not piece:
            raise Malformed("age: an empty last chunk")
        plain += piece
    return plain


# ---------------------------------------------------------------- tree (RFC 6962)


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


# ---------------------------------------------------------------- frames, entries, checkpoints

HEADER = re.compile(rb"viche-log/1 ([A-Za-z0-9._/-]{1,255})\n")
FRAME = re.compile(rb"(entry|checkpoint) ([1-9][0-9]{0,9})\n")
NUMBER = re.compile(rb"(?:0|[1-9][0-9]{0,15})\Z")


class Entry:
    """One entry's body, taken apart."""

    def __init__(self, number, offset, body):
        self.number, self.offset, self.body = number, offset, body
        lines = body.split(b"\n")
        if len(lines) < 5 or lines[2] or lines[-1]:
            raise Malformed("not an entry: four lines at least, the third empty")
        index, _, received = lines[0].partition(b" ")
        if not NUMBER.match(index) or int(index) != number:
            raise Malformed("the index is not %d" % number)
        self.received = decode_time(received.decode("latin-1"))
        self.text = lines[1] + b"\n"
        self.statement = decode_json(lines[1])
        if not isinstance(self.statement, dict):
            raise Malformed("a statement is an object")
        self.signatures = decode_author_lines(lines[3:-1])
        self.digest = sha256(self.text).hex()


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
    if not is_signed(public, text + b"\n", own[0][4:]):
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


def read_log_key(pending, origin, expected):
    """The log's own key stands in entry 0; `expected` is the one that was given, and those to come."""
    if not pending:
        raise Broken("tampered", "malformed", "a checkpoint before the first entry", 0)
    try:
        statement = Entry(0, pending[0][0], pending[0][1]).statement
        key = decode_vkey(check_type(statement.get("log_key"), "text"))
        if key[0] != origin:
            raise Malformed("the log's key does not bear the log's name")
    except Malformed as error:
        raise Broken("tampered", "malformed", str(error), 0, pending[0][0])
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


# ---------------------------------------------------------------- time and calendar

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z", re.ASCII)
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
DURATION = re.compile(r"P(?:(\d{1,5})D|T(\d{1,6})H|(\d{1,4})M)\Z", re.ASCII)
DAY = datetime.timedelta(days=1)


def decode_time(text):
    """Seconds since 1970 of `2024-11-30T22:00:00Z`."""
    try:
        if TIME.match(text):
            return calendar.timegm(datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").timetuple())
    except ValueError:
        pass
    raise Malformed("not a time: " + text)


def decode_date(text):
    try:
        return datetime.date(*map(int, DATE.match(text).groups()))
    except (AttributeError, ValueError):
        raise Malformed("not a date: " + text)


class Calendar:
    """The founders' calendar: offsets from UTC, weekends, holidays, and how far it reaches."""

    def __init__(self, tree):
        self.offsets = [(decode_time(o["from"]), o["minutes"] * 60) for o in tree["offsets"]]
        times = [start for start, _ in self.offsets]
        if not times or times != sorted(set(times)):
            raise Refused("outside_calendar", "offsets that are not in order of time")
        self.weekend = set(tree["weekend"])
        self.holidays = {decode_date(day) for day in tree["holidays"]}
        self.until = decode_time(tree["until"])

    def covers(self, time):
        return time < self.until

    def offset(self, time):
        return [seconds for start, seconds in self.offsets if start <= time or start == self.offsets[0][0]][-1]

    def day(self, time):
        """The local date."""
        return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=time + self.offset(time))).date()

    def day_start(self, day):
        """The first moment whose local date is this day."""
        local = calendar.timegm(day.timetuple())
        found = [local - seconds for _, seconds in self.offsets if self.offset(local - seconds) == seconds]
        found += [start for start, _ in self.offsets[1:] if self.day(start) == day > self.day(start - 1)]
        return min(found)

    @staticmethod
    def parts(duration):
        match = DURATION.match(duration)
        need(match, "unsupported", "a duration that this program does not know: " + duration)
        return match.groups()

    def notice_end(self, start, duration):
        """The start of the local day that lies so many days after that of `start`."""
        n_days = self.parts(duration)[0]
        return self.day_start(self.day(start) + int(n_days) * DAY) if n_days else self.end(start, duration)

    def end(self, start, duration, days="calendar"):
        """Where a window that opens at `start` closes; the closing moment is outside."""
        n_days, hours, months = self.parts(duration)
        if hours:
            return start + int(hours) * 3600
        day = self.day(start)
        if months:
            month = day.year * 12 + day.month - 1 + int(months)
            year, month = month // 12, month % 12 + 1
            last = calendar.monthrange(year, month)[1]
            return self.day_start(datetime.date(year, month, min(day.day, last)))
        left = int(n_days)
        while left:
            if days != "working" or (day.isoweekday() not in self.weekend and day not in self.holidays):
                left -= 1
            day += DAY
        return self.day_start(day)


# ---------------------------------------------------------------- facts and the statutes' expressions


NAME = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
# ISO 3166-2:UA
OBLASTS = {"UA-" + code for code in (
    "05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77").split()}


def is_edrpou(text):
    """Eight digits, the last of them the check digit of the Ukrainian register of organisations."""
    if not re.match(r"[0-9]{8}\Z", text):
        return False
    digits = list(map(int, text))
    weights = [7, 1, 2, 3, 4, 5, 6] if 30000000 < int(text) < 60000000 else [1, 2, 3, 4, 5, 6, 7]
    check = sum(w * d for w, d in zip(weights, digits)) % 11
    if check == 10:
        check = sum((w + 2) * d for w, d in zip(weights, digits)) % 11 % 10
    return check == digits[7]


def typed(attribute, text):
    """The value of a fact as its attribute types it; None where it is missing or invalid."""
    text, kind = unicodedata.normalize("NFC", text).strip(), attribute["type"]
    if kind in ("set", "parties"):
        elements = frozenset(filter(None, (element.strip() for element in text.split(";"))))
        named = kind == "set" or all(map(NAME.match, elements))
        return elements if named and elements <= set(attribute.get("values", elements)) else None
    if kind == "integer":
        text = re.sub(r"\s", "", text)
        return int(text) if re.match(r"[0-9]{1,18}\Z", text) else None
    if kind == "date":
        text = re.sub(r"\A([0-9]{2})\.([0-9]{2})\.([0-9]{4})\Z", r"\3-\2-\1", text)
        try:
            return decode_date(text)
        except Malformed:
            return None
    if kind == "boolean":
        return {"yes": True, "true": True, "no": False, "false": False}.get(text)
    valid = (is_edrpou(text) if kind == "edrpou" else text in OBLASTS if kind == "oblast"
             else text in attribute["values"] if kind == "enum" else text)
    return text if valid else None


TOKEN = re.compile(r"\s*(?:(\d{4}-\d\d-\d\d)|(\d+)|([A-Za-z][A-Za-z0-9_.-]*)|(==|!=|<=|>=|<|>|[()\[\],]))")
FUNCTIONS = {"known": 1, "years": 2, "days": 2, "has": 2, "has_all": 2, "count_in": 2}
COMPARE = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
           "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
           "in": lambda a, b: a in b}


class Parser:
    """Parses an expression into tuples: ("and", a, b), ("not", a), (">=", a, b), ("name", x) …"""

    def __init__(self, text):
        self.tokens, self.text, at = [], text, 0
        while text[at:].strip():
            match = TOKEN.match(text, at) or self.fail()
            self.tokens.append(match.group().strip())
            at = match.end()

    def parse(self):
        tree = self.either()
        return self.fail() if self.tokens else tree

    def fail(self):
        raise Refused("statutes_faulty", "an expression that does not parse: " + self.text)

    def take(self, *expected):
        if self.tokens and (not expected or self.tokens[0] in expected):
            return self.tokens.pop(0)
        return None if expected else self.fail()

    def either(self):
        return self.chain("or", lambda: self.chain("and", self.negated))

    def chain(self, word, part):
        tree = part()
        while self.take(word):
            tree = (word, tree, part())
        return tree

    def negated(self):
        if self.take("not"):
            return ("not", self.negated())
        if self.take("("):
            tree = self.either()
            return tree if self.take(")") else self.fail()
        left = self.operand()
        operator = self.take(*COMPARE)
        return (operator, left, self.operand()) if operator else left

    def items(self, item, close):
        found = [item()]
        while self.take(","):
            found.append(item())
        return found if self.take(close) else self.fail()

    def operand(self):
        token = self.take()
        if token == "[":
            return ("value", self.items(self.take, "]"))
        if DATE.match(token):
            return ("value", decode_date(token))
        if token.isdigit():
            return ("value", int(token))
        if not token[0].isalpha() or token in ("and", "or", "not", "in"):
            self.fail()
        if self.take("("):
            arguments = self.items(self.operand, ")")
            return ("call", token, arguments) if FUNCTIONS.get(token) == len(arguments) else self.fail()
        return ("name", token)


class Subject:
    """What an expression is about: facts, and what follows from the log for their owner."""

    def __init__(self, facts, **derived):
        self.facts, self.derived = facts, derived


class Statutes:
    """The adopted rules: a tree in which every scalar is text."""

    SECTIONS = ("policy version title language timezone parameters attributes define relations roles rolls "
                "bodies seats windows rules selections procedures matters mandates disclosure amend").split()

    def __init__(self, tree, roll):
        for section in self.SECTIONS:
            need(section in tree, "statutes_faulty", "a section is missing: " + section)
        self.__dict__.update((section, tree[section]) for section in self.SECTIONS)
        need(re.match(r"[1-9][0-9]{0,8}\Z", self.version), "statutes_faulty", "a version that is no number")
        self.roll = roll
        self.trees = {name: Parser(text).parse() for name, text in self.define.items()}
        self.code_attribute = next((n for n, a in self.attributes.items() if a["type"] == "edrpou"), None)

    def number(self, text):
        """An integer, or the parameter that holds it."""
        return int(self.parameters[text[6:]] if text.startswith("param.") else text)

    def tree(self, test):
        if test not in self.trees:
            self.trees[test] = Parser(test).parse()
        return self.trees[test]

    def holds(self, test, subject):
        """True, False or None for unknown: of a predicate's name or of an expression."""
        return self.value(self.tree(test), subject)

    def fact(self, name, subject):
        return typed(self.attributes[name], subject.facts.get(name, ""))

    def value(self, tree, subject):
        kind = tree[0]
        if kind in ("and", "or"):
            sides = [self.value(side, subject) for side in tree[1:]]
            decisive = kind == "or"
            return decisive if decisive in sides else None if None in sides else not decisive
        if kind == "not":
            side = self.value(tree[1], subject)
            return None if side is None else not side
        if kind == "value":
            return tree[1]
        if kind == "name":
            return self.name(tree[1], subject)
        if kind == "call":
            return self.call(tree[1], tree[2], subject)
        left, right = self.value(tree[1], subject), self.value(tree[2], subject)
        return None if left is None or right is None else COMPARE[kind](left, right)

    def name(self, name, subject):
        if name in self.attributes:
            return self.fact(name, subject)
        if name in self.define:
            return self.value(self.trees[name], subject)
        if name.startswith("param."):
            text = self.parameters[name[6:]]
            return int(text) if text.isdigit() else text
        if name in ("status", "member_days", "today", "times_selected", "call.closes_on"):
            return subject.derived.get(name.rpartition(".")[2])
        return name  # a word, as in `status == member`

    def call(self, function, arguments, subject):
        first = self.value(arguments[0], subject)
        if function == "known":
            return first is not None
        if function in ("has", "count_in"):
            word = arguments[1][1]
            return None if first is None else word in first if function == "has" else len(first & set(self.roll(word)))
        second = self.value(arguments[1], subject)
        if first is None or second is None:
            return None
        if function == "years":
            return second.year - first.year - ((second.month, second.day) < (first.month, first.day))
        return (second - first).days if function == "days" else set(second) <= first

    # What is not certainly true, as codes.

    def shortcomings(self, tests, subject):
        """The codes of these tests, in the order of their text, each once."""
        return list(dict.fromkeys(code for test in tests for code in self.codes(self.tree(test), subject, test)))

    def codes(self, tree, subject, predicate):
        """The codes of a part of the text of `predicate`."""
        value, kind = self.value(tree, subject), tree[0]
        if value is True:
            return []
        if kind == "name" and tree[1] in self.define:
            return self.codes(self.trees[tree[1]], subject, tree[1])
        if kind == "and" or (kind == "or" and value is None):
            return [code for side in tree[1:] for code in self.codes(side, subject, predicate)
                    if kind == "and" or self.value(side, subject) is None]
        if kind == "call" and tree[1] == "known":
            return self.lacking(tree, subject)
        name = tree[1] if kind == "name" else predicate
        if value is None:
            return self.lacking(tree, subject) or ["unknown:" + name]
        if kind == "call" and tree[1] in ("has", "has_all"):
            what = tree[2][0][1]
            wanted = [tree[2][1][1]] if tree[1] == "has" else self.value(tree[2][1], subject)
            return ["%s:%s" % (what, e) for e in wanted if e not in self.fact(what, subject)]
        if kind in (">", ">=") and tree[1][:2] == ("call", "count_in"):
            wanted = self.value(tree[2], subject) + (kind == ">")
            return ["%s:%d_of_%d" % (tree[1][2][0][1], self.value(tree[1], subject), wanted)]
        if kind == "not" and tree[1][0] == "name":
            return ["is:" + tree[1][1]]
        return ["not:" + name]

    def lacking(self, tree, subject):
        """`missing:` or `invalid:` for each attribute in an expression that has no value."""
        return [("invalid:" if subject.facts.get(name, "").strip() else "missing:") + name
                for name in dict.fromkeys(self.names(tree))
                if name in self.attributes and self.fact(name, subject) is None]

    def names(self, tree):
        """The names in an expression, predicates expanded, in the order of the text."""
        if tree[0] == "name":
            return self.names(self.trees[tree[1]]) if tree[1] in self.define else [tree[1]]
        parts = tree[2] if tree[0] == "call" else () if tree[0] == "value" else tree[1:]
        return [name for part in parts for name in self.names(part)]


CLAUSE = re.compile(r"(yes|no|abstain|consent|stand_aside|block|object|take_part) (<|<=|>|>=) (\d+)(?:/([1-9]\d*))?"
                    r"(?: of (cast|taking_part|electors|seats))?\Z", re.ASCII)


def condition(text, counts):
    """Whether a tally condition such as `yes >= 2/3 of cast` holds; a share of nobody is never met."""
    for clause in text.split(" and ") if text else ():
        match = CLAUSE.match(clause.strip())
        need(match, "unsupported", "a tally condition that this program does not know: " + clause)
        tally, operator, top, bottom, base = match.groups()
        of = counts[base] if base else 1
        if of == 0 or not COMPARE[operator](counts[tally] * int(bottom or 1), int(top) * of):
            return False
    return True


# ---------------------------------------------------------------- the form of each statement

PATTERNS = {"name": NAME, "keyname": KEY_NAME,
            "digest": re.compile(r"[0-9a-f]{64}\Z"), "id": re.compile(r"[0-9a-f]{32}\Z"), "date": DATE,
            "fraction": re.compile(r"(0|[1-9][0-9]*)/[1-9][0-9]*\Z")}
# The most bytes that a text may have; the least is one.
LENGTHS = {"text": 4096, "fact": 1024, "label": 512, "long": 40000, "receipt": 20000, "sealed": 8192}
# type: its fields, `?` for one that may be absent. `[x]` is a list, `{x}` an object of x by name, `x|y` one of these.
FORMS = {form.split()[0]: form.split()[1:] for form in """
founder party:name name:{label} facts:{fact} relations:{[name]} key:vkey
office role:name key:vkey party?:name
seat seat:name party:name
offset from:time minutes:int
calendar timezone:text offsets:[offset] weekend:[int] holidays:[date] until:time
assignment application:name reviewers:[keyname]
rank application:name score:fraction selected:bool reason?:text
teller key:keyname recipient:text
reason text:label ground?:name
bloc electors:int ballots:int counts:{int}
result item:name electors:int ballots:int counts:{int} blocs:{bloc} outcome:OUTCOME winner?:name
exclusion ballot:id reason:text
occasion occasion:name on:time
obligation action:name owner:name due:time text:text
ledger.founded name:{label} rehearsal:bool statutes:object calendar:calendar log_key:vkey founders:[founder] offices:[office] seats:[seat]
office.assigned role:name key:vkey party?:name
key.enrolled key:vkey application?:name party?:name alternate?:true
key.rotated key:keyname to:vkey
key.revoked key:keyname reason:lost|left|compromised from?:time
secretariat.handed_over key:vkey party?:name log_key?:vkey
relation.declared kind:name from:name to:name
call.opened call:name procedure:name opens:time closes:time form?:digest lot_source?:text
call.extended call:name closes:time ground:text
application.submitted call:name application:name channel:web|paper|statement|offline_bundle name:{label} facts:{fact} relations:{[name]} commitments:{digest} received_at?:time sealed_at?:time key?:vkey
application.withdrawn application:name received_at?:time
call.closed call:name counts:{int}
application.screened application:name disposition:text tests:{true|false|unknown} reasons:[text] related?:name
application.repaired application:name facts:{fact} relations:{[name]} received_at?:time
diligence.found application:name tier:text report?:digest
review.assigned call:name assignments:[assignment]
review.submitted review:name application:name scores:{int} commitments:{digest} received_at?:time
shortlist.published call:name ranking:[rank] lot?:text
objection.raised objection:name application:name ground:text
objection.answered objection:name answer:text received_at?:time
objection.withdrawn objection:name
proposal.submitted proposal:name matter:name title:{label} texts:{digest} papers:{digest} about?:name statutes?:digest options?:{{label}} valid_until?:time
proposal.seconded proposal:name
proposal.withdrawn proposal:name
amendment.proposed amendment:name proposal:name title:{label} texts:{digest} statutes?:digest
amendment.accepted amendment:name
amendment.withdrawn amendment:name
text.frozen proposal:name texts:{digest}
text.revised proposal:name texts:{digest}
hearing.held proposal:name attended:bool sha256?:digest
vote.opened vote:name matter:name rule:name round:int items:[name] call?:name opens:time closes:time electorate:[[name]] weights?:[int] tellers?:[teller]
vote.extended vote:name closes:time ground:text
ballot.cast vote:name on:digest choices?:{choice} sealed?:sealed reasons?:{reason} sealed_at?:time
ballot.revoked vote:name sealed_at?:time
voter.named voter:name parties:[name]
proxy.given vote:name to:name
conflict.declared vote:name item:name
block.tested vote:name item:name party:name verdict:stands|set_aside ground:text
seal.opened vote:name identity:text
tally.published vote:name results:[result] excluded:[exclusion]
vote.challenged challenge:name vote:name ground:text
challenge.ruled challenge:name verdict:dismissed|annulled ground:text
outcome.certified vote:name outcomes:{OUTCOME}
escalation.requested proposal:name
member.reinstated member:name ground:text
member.resigned member:name
appeal.filed appeal:name application?:name proposal?:name ground:text received_at?:time
appeal.ruled appeal:name verdict:uphold|remit ground:text
representative.appointed application?:name party?:name representative:text
document.signed application:name document:name sha256:digest
member.admitted application:name member:name rolls:[name]
statutes.adopted proposal:name statutes:object effective:time
mandate.granted mandate:name proposal:name holder:name kind?:name scope:text until:time occasions:[occasion]
mandate.reported mandate:name occasion:name sha256:digest
mandate.ended mandate:name ground:text
statement.issued statement:name texts:{digest} proposal:name channel:text mandate?:name
statement.disavowed sha256:digest ground:text
agreement.signed agreement:name proposal:name sha256:digest with:[text] parties:[name] mandate?:name until?:time obligations:[obligation]
agreement.ended agreement:name ground:text
action.assigned action:name proposal:name owner:name due:time text:text
action.updated action:name state:accepted|done|dropped note:text
external.recorded decision:name body:text decided:time title:{label} sha256:digest mandate:name
document.registered sha256:digest kind:text language:name title:{label}
complaint.filed complaint:name receipt:receipt ground:text
complaint.answered complaint:name answer:text
act.refused statement:long signatures:[text] reason:text
""".replace("OUTCOME", "carried|lost|inquorate|blocked|void").strip().splitlines()}
# Of these two fields exactly one is there.
EITHER = {"key.enrolled": ("application", "party"), "representative.appointed": ("application", "party"),
          "ballot.cast": ("choices", "sealed"), "appeal.filed": ("application", "proposal")}
# Of these two fields not both are there.
NOT_BOTH = {"key.enrolled": ("application", "alternate"), "ballot.cast": ("sealed", "reasons"),
            "appeal.filed": ("proposal", "received_at")}


def check_type(value, form):
    """The value, of this form, or Malformed."""
    if form.startswith("["):
        return [check_type(item, form[1:-1]) for item in check_type(value, "list")]
    if form.startswith("{"):
        return {check_type(n, "name"): check_type(v, form[1:-1]) for n, v in check_type(value, "object").items()}
    if form in FORMS:
        return check_fields(value, FORMS[form])
    if form == "choice":
        return check_type(value, "[name]" if isinstance(value, list) else "name")
    kind = {"int": int, "bool": bool, "true": bool, "list": list, "object": dict}.get(form, str)
    if type(value) is not kind or (form in PATTERNS and not PATTERNS[form].match(value)) or (
            "|" in form and value not in form.split("|")) or (form == "true" and not value):
        raise Malformed("a field that is not of the form %s: %s" % (form, value))
    if form in LENGTHS and not 1 <= len(value.encode()) <= LENGTHS[form]:
        raise Malformed("a text that is empty or too long")
    if form == "time":
        decode_time(value)
    if form == "vkey":
        decode_vkey(value)
    if form == "sealed":
        decode_base64(value)
    return value


def check_fields(value, fields):
    forms = dict(field.split(":", 1) for field in fields)
    known = {name.rstrip("?") for name in forms}
    for name in check_type(value, "object"):
        if name not in known:
            raise Malformed("a field that its type does not have: " + name)
    for name, form in forms.items():
        if name.rstrip("?") in value:
            check_type(value[name.rstrip("?")], form)
        elif not name.endswith("?"):
            raise Malformed("a field is missing: " + name)
    return value


def check_statement(statement):
    """The statement, with the fields of its type, or Malformed."""
    type_ = check_type(statement, "object").get("type")
    if not isinstance(type_, str) or "." not in type_ or type_ not in FORMS:
        raise Malformed("a statement of a type that this program does not know: %s" % type_)
    check_fields(statement, FORMS[type_] + ["ledger:text", "id:id", "type:text"])
    if len(set(EITHER.get(type_, ("type",))) & set(statement)) != 1 or (
            len(set(NOT_BOTH.get(type_, ())) & set(statement)) == 2):
        raise Malformed("fields that do not go together")
    if statement.get("choices") == {}:
        raise Malformed("a ballot without a choice")
    return statement


# ---------------------------------------------------------------- state and rules


class Record:
    """A thing that statements speak of (a key, a party, an application …): its fields."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


class Course:
    """How far the decision on an item has come: the rule and the round of the next vote on it."""

    def __init__(self, rule):
        self.rule, self.round, self.retry = rule, 1, False
        self.last = self.time = self.entry = None  # the last outcome, when and where it was certified
        self.final = self.waits = False  # `waits`: until somebody asks for the fallback

    def advance(self, kind, outcome, time, entry, rules):
        """What follows from a certificate for this kind of item."""
        self.last, self.time, self.entry, rule = outcome, time, entry, rules[self.rule]
        if outcome == "void":
            return
        if kind == "application":  # again only when inquorate: without limit, but after a retry no more
            self.final = outcome != "inquorate" or self.retry
            self.round, self.retry = self.round + 1, "retry" in rule
        elif kind == "amendment" or outcome == "carried":
            self.final = True
        elif self.round < int(rule.get("rounds", 1)):
            self.round += 1
        elif outcome == "inquorate" and self.round == 1 and "retry" in rule:
            self.round, self.retry = 2, True
        elif "fallback" not in rule:
            self.final = True
        elif "fallback_by" in rule:
            self.waits = True
        else:
            self.fall_back(rule)

    def fall_back(self, rule):
        self.rule, self.round, self.retry, self.waits = rule["fallback"], 1, False, False


class Signers:
    """One way in which a statement may be signed, by exactly these keys.

    Each slot needs a key of its own; all of `every` sign, who may fill a slot besides; and where
    there is a written resolution, the keys of its electors, so many that they carry it.
    """

    def __init__(self, *slots, every=(), resolution=None):
        self.slots, self.every, self.resolution = slots, set(every), resolution

    def fit(self, names):
        return (self.every <= set(names) and self.place(set(names), self.slots)
                and (self.resolution is None or self.resolution.carries(names)))

    def place(self, names, slots):
        if not slots:
            return names <= self.every | set(self.resolution.keys if self.resolution else ())
        return any(self.place(names - {name}, slots[1:]) for name in names & set(slots[0]))


class State:
    """What the entries so far say, and the rules by which the next one is judged.

    Each `rule_…` judges one type of statement: it refuses, or gives the ways in which the statement
    may be signed and a function that records it. Nothing is recorded before everything is judged.
    """

    def __init__(self, origin):
        self.origin, self.name, self.calendar, self.rehearsal = origin, {}, None, False
        self.versions, self.statutes = [], None  # (effective, statutes); those that govern the statement at hand
        self.checkpoints = self.signature_count = 0
        self.entry_digests, self.ids, self.last_time = [], set(), None
        self.keys, self.publics, self.revoked = {}, {}, {}
        self.parties, self.seats, self.ties, self.alias = {}, [], set(), {}
        self.calls, self.applications, self.objections = {}, {}, {}
        self.proposals, self.amendments, self.votes, self.challenges = {}, {}, {}, {}
        self.appeals, self.reviews, self.voters = {}, set(), []
        self.mandates, self.agreements, self.actions, self.complaints = {}, {}, {}, {}
        self.statements, self.issued, self.decisions, self.documents = set(), set(), set(), set()

    # The checks of every statement, in their order.

    def admit(self, entry):
        check_statement(entry.statement)
        effect = self.judge(entry.statement, entry.text, entry.signatures, entry.received, entry.number)
        effect()
        self.ids.add(entry.statement["id"])
        self.last_time = entry.received
        self.entry_digests.append(entry.digest)
        self.signature_count += len(entry.signatures)

    def judge(self, s, text, signatures, received, number):
        """What recording this statement does, if it may be recorded."""
        founding, known = s["type"] == "ledger.founded", self.keys_before(s)
        for name, id_, signature in signatures:
            need((name, id_) not in known or is_signed(known[name, id_], text, signature),
                 "bad_signature", "a signature that does not hold: " + name)
        need(s["ledger"] == self.origin, "other_ledger")
        need(founding or self.versions, "not_founded")
        need(not founding or (not self.versions and number == 0), "already_founded")
        need(s["id"] not in self.ids, "repeated_id")
        need(self.last_time is None or received >= self.last_time, "time_runs_back")
        need((Calendar(s["calendar"]) if founding else self.calendar).covers(received), "outside_calendar")
        for name, id_, _ in signatures:
            need((name, id_) in known, "unknown_key", "signed with a key that no entry registered: " + name)
        for name, _, _ in signatures:
            need(name not in self.revoked, "revoked_key", "signed with a revoked key: " + name)
        self.now, self.number, self.line, self.signers = received, number, text, [n for n, _, _ in signatures]
        self.statutes = self.in_force()
        self.effective = decode_time(s["received_at"]) if "received_at" in s else received
        need(self.effective <= received, "received_in_future")
        need(s["type"].startswith("ballot.") or self.is_sealed_before_now(s), "sealed_in_future")
        ways, effect = getattr(self, "rule_" + s["type"].replace(".", "_"))(s)
        need(any(way.fit(self.signers) for way in ways), "wrong_signers", "not signed by exactly those whom it needs")
        return effect

    def is_sealed_before_now(self, s):
        return "sealed_at" not in s or decode_time(s["sealed_at"]) <= self.effective + 300

    def in_force(self):
        """The statutes in force now; who is about a call or a proposal takes those that it keeps instead."""
        return next((law for time, law in reversed(self.versions) if time <= self.now), None)

    def keys_before(self, s):
        """{(name, key ID): public key} of all that may sign a statement, those that it brings among them."""
        vkeys = [text for text in (s.get("key", ""), s.get("to", "")) if "+" in text]
        vkeys += [each["key"] for each in s.get("founders", []) + s.get("offices", [])]
        keys = {(name, id_): public for name, id_, public in map(decode_vkey, vkeys)}
        keys.update(((name, key.id), key.public) for name, key in self.keys.items())
        return keys

    def first_changed(self, entries):
        """The first of these entries that is not as its authors signed it, if that can be seen."""
        keys = {}
        for entry in entries:
            try:
                keys.update(self.keys_before(check_statement(entry.statement)))
            except Malformed:
                return entry
            for name, id_, signature in entry.signatures:
                if (name, id_) not in keys or not is_signed(keys[name, id_], entry.text, signature):
                    return entry
        return None

    @staticmethod
    def find(table, name, code):
        need(name in table, code, "%s: %s" % (code.replace("_", " "), name))
        return table[name]

    def known(self, table, s, field):
        """The thing that a field names."""
        need(s[field] in table, "unknown_thing", "unknown %s: %s" % (field, s[field]))
        return table[s[field]]

    @staticmethod
    def need_new(table, s, field):
        need(s[field] not in table, "thing_exists", "the %s is there already: %s" % (field, s[field]))

    def under(self, thing):
        """The thing; the statutes that it keeps govern the statement."""
        self.statutes = thing.law
        return thing

    def need_language(self, *texts):
        """The language of record is there, and none that the statutes do not have."""
        record, also = self.statutes.language["authoritative"], self.statutes.language.get("also", [])
        for each in texts:
            need(record in each and set(each) <= {record, *also}, "wrong_language", "languages: %s" % ", ".join(each))

    # Keys, offices, bodies.

    def register(self, vkey, **fields):
        name, id_, public = decode_vkey(vkey)
        record = self.keys.setdefault(name, Record(id=id_, public=public, offices={}))
        self.publics[public] = name
        record.offices.update(fields)
        return name

    def need_new_key(self, vkey, *same):
        """The key's name; never a key or a name that was used before, unless by one of `same`."""
        name, _, public = decode_vkey(vkey)
        need(name in same and self.keys[name].public == public
             or name not in self.keys and public not in self.publics, "key_used_before")
        return name

    def offices(self, key):
        """{role: party or None} of a key, without the offices of who is a member no more."""
        return {role: p for role, p in self.keys[key].offices.items() if p is None or self.is_member(p)}

    def holders(self, role):
        return {n for n in self.keys if role in self.offices(n)} - self.revoked.keys()

    def voting_keys(self, party):
        """The keys in force that cast a member's vote: its own and its alternates'."""
        return self.cast_keys(party) if self.is_member(party) else set()

    def cast_keys(self, party):
        return {self.parties[party].key, *self.parties[party].alternates} - self.revoked.keys()

    def keys_of(self, id_):
        """Every key in force of a member, its offices' among them, or of an applicant."""
        owner, id_ = self.owner(id_), self.alias.get(id_, id_)
        held = {n for n, k in self.keys.items() if id_ in self.parties and id_ in k.offices.values()}
        own = {owner.key, getattr(owner, "enrolled", None), *getattr(owner, "alternates", ())}
        return (held | own) - {None} - self.revoked.keys()

    def any_key(self):
        """Every key in force of a member or an office."""
        voting = {key for party in self.members() for key in self.voting_keys(party)}
        return {n for n in self.keys if self.offices(n) or n in voting} - self.revoked.keys()

    def by(self, s, *roles):
        """The slots that these roles fill when they sign: their own, and those who must sign with them."""
        slots = []
        for role in roles:
            cosign = self.statutes.roles[role].get("cosign", {}).get(s["type"], 0)
            slots += [self.holders(role)] + [self.any_key()] * int(cosign)
        return slots

    def by_registrar(self, s):
        return [Signers(*self.by(s, "registrar"))]

    def by_applicant(self, application, s):
        """The applicant's key (and the registrar for a letter-box), or the registrar for a letter-box."""
        key = {application.enrolled or application.key} - {None}
        if "received_at" not in s:
            need(key & set(self.signers), "receipt_not_attested")
            return [Signers(key)]
        return [Signers(key, *self.by(s, "registrar")), Signers(*self.by(s, "registrar"))]

    def resolution(self, rule_name, subject=None, left_out=None):
        """A written resolution: whose keys count, and whether so many of them carry the rule.

        With `left_out` it is the ruling of a body without these parties.
        """
        rule = self.find(self.statutes.rules, rule_name, "unsupported")
        if left_out is None:
            groups = [g for g in self.electorate(rule) if not self.recused(rule, g, subject)]
        else:
            groups = self.without(rule["electors"], left_out)
        words = self.words(rule) or ["yes"]
        weights = dict(enumerate(self.weight(rule, group) for group in groups))
        among = [set(weights), *self.blocs(rule, groups).values()]

        def carries(signing):
            rows = [self.row(each, dict.fromkeys(signing, words[0]), words, weights) for each in among]
            return self.outcome(rule, rows[0], rows[1:]) == "carried"

        return self.by_groups(groups, carries)

    def by_groups(self, groups, carries):
        """What `Signers` asks of a resolution; `carries` is given the numbers of the groups that signed."""
        keys = {key: n for n, group in enumerate(groups) for party in group for key in self.voting_keys(party)}
        return Record(keys=keys, carries=lambda names: carries({keys[name] for name in names if name in keys}))

    def ruling(self, body, left_out):
        """The ruling of a body without some parties and those tied to them."""
        for stage in self.appeal_stages():
            if stage.get("body") == body and self.statutes.rules.get(stage.get("rule"), {}).get("electors") == body:
                return self.resolution(stage["rule"], left_out=left_out)
        groups = self.without(body, left_out)
        return self.by_groups(groups, lambda signing: 2 * len(signing) > len(groups))

    def appeal_stages(self):
        """The stages of appeal, procedures in the order of their names."""
        return [stage for _, procedure in sorted(self.statutes.procedures.items())
                for stage in procedure["stages"] if "may" in stage]

    def without(self, body, left_out):
        """The groups of a body without these parties and those tied to them by what recuses there."""
        kinds = self.body(body).get("recuse", [])
        return [group for group in self.electorate({"electors": body}) if not any(
            party in left_out or any(self.tied(kinds, party, other) for other in left_out) for party in group)]

    def body(self, name):
        """A body; a roll and an `own_…` electorate are bodies, too."""
        bodies = self.statutes.bodies
        need(name in bodies or name in self.statutes.rolls or name.startswith("own_"), "unsupported", name)
        return bodies.get(name) or ({"roll": name} if name in self.statutes.rolls else {"own": name})

    def electorate(self, rule, item=None):
        """The parties entitled to vote now, in the groups that have one vote each."""
        body = self.body(rule["electors"])
        if "seats" in body:
            parties = self.acting(body["seats"])
        else:
            rolls = [body["roll"]] if "roll" in body else self.own_rolls(item)
            parties = {party for roll in rolls for party in self.roll(roll)}
        return self.groups({p for p in parties if not self.is_suspended(p)}, body.get("one_vote_per"))

    def acting(self, seats):
        return {p for seat, p in self.seats if seat in seats and self.is_active(p)}

    def groups(self, parties, kind):
        """Those of the parties that a kind of tie joins stand together; all sorted."""
        groups = []
        for party in parties:
            joined = [g for g in groups if kind and any(self.tied([kind], party, other) for other in g)]
            groups = [g for g in groups if g not in joined] + [sorted(sum(joined, [party]))]
        return sorted(groups)

    def own_rolls(self, item):
        """The rolls that an item is in, of those that part the members: `of` another, and blocs of some rule."""
        about = item and self.subject(item)
        owner = about and self.owner(about)
        parting = {roll for rule in self.statutes.rules.values() for roll in rule.get("blocs", {}).get("by", [])}
        return [] if owner is None else [roll for roll in sorted(parting) if "of" in self.statutes.rolls[roll]
                                         and self.on_roll(roll, self.as_member(owner))]

    def as_member(self, owner):
        """What the statutes' expressions would see of an applicant that is a member."""
        today = self.calendar.day(self.now)
        since = getattr(owner, "since", self.now)
        return Subject(owner.facts, status="member", today=today, member_days=(today - self.calendar.day(since)).days)

    def recused(self, rule, group, subject):
        kinds = rule.get("recuse", []) + self.body(rule["electors"]).get("recuse", [])
        return subject is not None and (subject in group or any(self.tied(kinds, party, subject) for party in group))

    # Counting.

    WORDS = {"yes_no": ["yes", "no", "abstain"], "consent": ["consent", "stand_aside", "block"], "silence": ["object"]}

    def words(self, rule, item=None):
        """What may stand on a ballot under this rule."""
        return self.WORDS.get(rule["ballot"]) or sorted(getattr(item, "options", None) or ())

    def weight(self, rule, group):
        if "weight" not in rule:
            return 1
        values = [self.statutes.fact(rule["weight"], Subject(self.parties[party].facts)) for party in group]
        return max(min(max(value or 1, 1), 10000) for value in values)

    def blocs(self, rule, groups):
        """{roll: the groups, by number, that are in it} for each roll that has a say of its own."""
        rolls = {roll: set(self.roll(roll)) for roll in rule.get("blocs", {}).get("by", [])}
        return {roll: {n for n, group in enumerate(groups) if parties & set(group)} for roll, parties in rolls.items()}

    @staticmethod
    def row(groups, choices, words, weights):
        """What these groups, by number, chose; a choice is a word, or a list of options."""
        taking = [n for n in groups if n in choices]
        counts = {word: sum(weights[n] for n in taking if word == choices[n] or (
            isinstance(choices[n], list) and word in choices[n])) for word in words}
        electors, ballots = sum(weights[n] for n in groups), sum(weights[n] for n in taking)
        return {"electors": electors, "ballots": ballots, "counts": counts}

    def bases(self, rule, row):
        """Everything that a tally condition may speak of."""
        counts = dict.fromkeys("yes no abstain consent stand_aside block object".split(), 0)
        counts.update({word: row["counts"][word] for word in self.WORDS.get(rule["ballot"], ())})
        seats = self.body(rule["electors"]).get("seats")
        return dict(counts, electors=row["electors"], taking_part=row["ballots"], take_part=row["ballots"],
                    cast=sum(counts[word] for word in ("yes", "no", "consent", "stand_aside", "block")),
                    seats=sum(int(self.statutes.seats[seat]["count"]) for seat in seats) if seats else row["electors"])

    def outcome(self, rule, row, blocs, retry=False):
        """Of a rule's quorum and majority, and of what it asks of each bloc."""
        each, total, parts = rule.get("blocs", {}), self.bases(rule, row), [self.bases(rule, bloc) for bloc in blocs]
        quorum = (rule["retry"] if retry else rule).get("quorum", rule.get("quorum"))
        if not condition(quorum, total) or not all(condition(each.get("quorum"), part) for part in parts):
            return "inquorate"
        chosen = rule["ballot"] != "approval" or self.winner(row) is not None
        if chosen and condition(rule.get("pass"), total) and all(condition(each.get("each"), part) for part in parts):
            return "carried"
        return "blocked" if rule["ballot"] == "consent" and row["counts"]["block"] else "lost"

    @staticmethod
    def winner(row):
        """The option with more approvals than every other, or None."""
        top = [option for option, n in row["counts"].items() if n == max(row["counts"].values())]
        return top[0] if len(top) == 1 else None

    # Parties, rolls, relations.

    def is_member(self, party):
        return party in self.parties and (self.parties[party].left is None or self.now < self.parties[party].left)

    def members(self):
        return [party for party in self.parties if self.is_member(party)]

    def need_member(self, party):
        need(self.is_member(party), "unknown_party", "no member: " + party)
        return self.parties[party]

    def is_suspended(self, party):
        return any(self.now < proposal.suspended_until and self.is_standing(proposal)
                   for proposal in self.parties[party].suspensions)

    def is_active(self, party):
        return self.is_member(party) and not self.is_suspended(party)

    @staticmethod
    def new_party(facts, relations, since, key):
        return Record(facts=facts, relations=relations, since=since, left=None, suspensions=[], key=key,
                      alternates=set())

    def party_subject(self, party):
        """What the statutes' expressions see of a member."""
        record, today = self.parties[party], self.calendar.day(self.now)
        return Subject(record.facts, status="suspended" if self.is_suspended(party) else "member", today=today,
                       member_days=(today - self.calendar.day(record.since)).days)

    def applicant_subject(self, application):
        """What the statutes' expressions see of an applicant."""
        return Subject(application.facts, status="applicant", today=self.calendar.day(self.now),
                       closes_on=self.calendar.day(application.call.closes - 1))

    def on_roll(self, name, subject):
        roll = self.find(self.statutes.rolls, name, "unsupported")
        return ("of" not in roll or self.on_roll(roll["of"], subject)) \
            and self.statutes.holds(roll["where"], subject) is True

    def roll(self, name):
        return [party for party in self.members() if self.on_roll(name, self.party_subject(party))]

    def owner(self, id_):
        """The member or application that an id means; an admitted application is its member."""
        id_ = self.alias.get(id_, id_)
        return self.parties.get(id_) or self.applications.get(id_)

    def tied(self, kinds, a, b):
        """Whether a and b stand in one of these relations, in either direction."""
        a, b = self.alias.get(a, a), self.alias.get(b, b)
        return a != b and any(self.stands(kind, a, b) or self.stands(kind, b, a) for kind in kinds)

    def stands(self, kind, a, b):
        """Whether a stands in the relation to b: as b stated it, or as it was declared."""
        if any(kind == k and (a, b) == (self.alias.get(x, x), self.alias.get(y, y)) for k, x, y in self.ties):
            return True
        stated = set(self.owner(b).relations.get(kind, []))
        if self.statutes.relations[kind].get("symmetric") == "true":
            return bool(stated & set(self.owner(a).relations.get(kind, [])))
        for name, attribute in self.statutes.attributes.items():
            if attribute["type"] == "parties" and name[:-1] + "_of" == kind:
                stated.update(self.statutes.fact(name, Subject(self.owner(b).facts)) or ())
        return a in {self.alias.get(party, party) for party in stated}

    @staticmethod
    def check_facts(s, statutes):
        for name in s["facts"]:
            need("subject" not in statutes.attributes.get(name, {"subject": ""}), "unknown_fact", name)
        for kind in s["relations"]:
            need(kind in statutes.relations, "unknown_relation", kind)

    # Foundation, offices, keys.

    def rule_ledger_founded(self, s):
        log_name, _, log_public = decode_vkey(s["log_key"])
        need(log_name == self.origin, "other_ledger", "the log's key does not bear the log's name")
        statutes = Statutes(s["statutes"], self.roll)
        need(s["calendar"]["timezone"] == statutes.timezone, "outside_calendar", "for another time zone")
        founders = {f["party"]: f for f in s["founders"]}
        need(founders and len(founders) == len(s["founders"]), "party_exists", "founders that are not different")
        vkeys = [f["key"] for f in s["founders"]] + [o["key"] for o in s["offices"] if (
            founders.get(o.get("party"), {}).get("key") != o["key"])] + [s["log_key"]]
        for part in (0, 2):
            values = [decode_vkey(vkey)[part] for vkey in vkeys]
            need(len(set(values)) == len(values), "key_used_before", "one key or name twice")
        for founder in s["founders"]:
            self.check_facts(founder, statutes)
        for office in s["offices"]:
            need(office.get("party", s["founders"][0]["party"]) in founders, "unknown_party")
            need(office["role"] in statutes.roles, "unknown_role")
        need(any(office["role"] == "registrar" for office in s["offices"]), "unknown_role", "no registrar")
        for role, terms in statutes.roles.items():
            held = sum(office["role"] == role for office in s["offices"])
            need("count" not in terms or "per" in terms or held <= int(terms["count"]), "too_many_holders", role)
        self.check_seats(s["seats"], founders, statutes)

        # Relations can be looked up only when the founders are there; a refusal ends the log anyway.
        self.name, self.statutes, self.calendar = s["name"], statutes, Calendar(s["calendar"])
        self.versions = [(self.now, statutes)]
        self.keys[log_name] = Record(id=None, public=log_public, offices={})
        self.publics[log_public] = log_name
        for party, f in founders.items():
            self.parties[party] = self.new_party(f["facts"], f["relations"], self.now, self.register(f["key"]))
        for office in s["offices"]:
            self.check_office(office["role"], office.get("party"), decode_vkey(office["key"])[0])
            self.register(office["key"], **{office["role"]: office.get("party")})
        self.seats = [(each["seat"], each["party"]) for each in s["seats"]]
        every = [decode_vkey(vkey)[0] for vkey in vkeys[:-1]]
        return [Signers(every=every)], lambda: setattr(self, "rehearsal", s["rehearsal"])

    @staticmethod
    def check_seats(seats, founders, statutes):
        for seat in seats:
            need(seat["party"] in founders, "unknown_party")
            need(seat["seat"] in statutes.seats, "unknown_seat")
        for name, terms in statutes.seats.items():
            need(sum(seat["seat"] == name for seat in seats) <= int(terms["count"]), "too_many_holders", name)
        on = {name: [seat["party"] for seat in seats if seat["seat"] in body.get("seats", ())]
              for name, body in statutes.bodies.items()}
        for name, parties in on.items():
            need(len(set(parties)) == len(parties), "too_many_holders", "twice on the body " + name)
            for other in statutes.bodies[name].get("never", []):
                need(not set(parties) & set(on[other]), "incompatible_office", "on two bodies")

    def check_office(self, role_name, party, key, replaced=frozenset()):
        """Whether the key may hold the role besides those who hold it."""
        role, others = self.statutes.roles[role_name], self.holders(role_name) - replaced
        parties = [self.keys[name].offices[role_name] for name in others]
        need(key not in others, "too_many_holders", "the key holds the role already")
        for place in self.places(role, party):
            need(sum(place in self.places(role, other) for other in parties) < int(role["count"]), "too_many_holders")
        for other in parties:
            need("not_from" not in role or None in (party, other) or not (
                party == other or self.tied(role["not_from"], party, other)), "incompatible_office")

    def places(self, role, party):
        """What a holder of this party counts for where a role has a `count`: the role, or each that it is `per`."""
        per = role.get("per")
        if "count" not in role or per is None:
            return ["role"] * ("count" in role)
        if party is None or per == "party":
            return [party] * (party is not None)
        if isinstance(per, list):
            return [roll for roll in per if party in self.roll(roll)]
        value = self.statutes.fact(per, Subject(self.parties[party].facts))
        return [value] * (value is not None)

    def check_new_office(self, s, role_name, replaced=frozenset()):
        """(the key's name, the slots and the resolution of who names to the role) of a key that takes an office."""
        party = s.get("party")
        need(party is None or self.is_member(party), "unknown_party")
        name = self.need_new_key(s["key"], *(self.keys_of(party) if party else ()))
        role = self.find(self.statutes.roles, role_name, "unknown_role")
        self.check_office(role_name, party, name, replaced)
        named_by = role.get("named_by")
        if named_by == "each_party":
            return name, [self.voting_keys(party) if party else set()], None
        return name, [], self.resolution(named_by, party) if named_by else None

    def rule_office_assigned(self, s):
        name, slots, resolution = self.check_new_office(s, s["role"])
        return [Signers(*self.by(s, "registrar"), {name}, *slots, resolution=resolution)], \
            lambda: self.register(s["key"], **{s["role"]: s.get("party")})

    def rule_secretariat_handed_over(self, s):
        name, slots, resolution = self.check_new_office(s, "registrar", self.holders("registrar"))
        log_name, _, log_public = decode_vkey(s.get("log_key", s["key"]))
        need("log_key" not in s or log_name == self.origin, "other_ledger", "the log's key does not bear its name")
        need("log_key" not in s or log_public not in {*self.publics, decode_vkey(s["key"])[2]}, "key_used_before")

        def effect():
            for key in self.keys.values():
                key.offices.pop("registrar", None)
            self.register(s["key"], registrar=s.get("party"))
            self.publics.update({log_public: log_name} if "log_key" in s else {})

        return [Signers(*self.by(s, "registrar"), {name}, *slots, resolution=resolution),
                Signers({name}, resolution=self.resolution(self.statutes.amend["matter_rule"], s.get("party")))], effect

    def rule_key_enrolled(self, s):
        if "party" in s:
            owner, alternate = self.need_member(s["party"]), "alternate" in s
            need(alternate or owner.key in self.revoked, "key_in_force")
            name = self.need_new_key(s["key"])
        else:
            owner, alternate = self.onboarding(s), False
            need(owner.enrolled is None or owner.enrolled in self.revoked, "key_in_force")
            name = self.need_new_key(s["key"], *{owner.key} - self.enrolled_keys())

        def effect():
            self.register(s["key"])
            if alternate:
                owner.alternates.add(name)
            elif "party" in s:
                owner.key = name
            else:
                owner.enrolled, owner.done = name, owner.done | {s["type"]}

        if alternate:
            return [Signers(self.holders("registrar"), {name}, {owner.key})], effect
        return [Signers(*self.by(s, "registrar"), {name})], effect

    def enrolled_keys(self):
        """The keys that are, or were, somebody's voting key."""
        return {a.enrolled for a in self.applications.values()}.union(
            *({p.key, *p.alternates} for p in self.parties.values()))

    def need_key_in_force(self, name):
        need(name in self.keys and name != self.origin, "unknown_key")
        need(name not in self.revoked, "revoked_key")

    def rule_key_rotated(self, s):
        old = s["key"]
        self.need_key_in_force(old)
        new = self.need_new_key(s["to"])

        def effect():
            self.register(s["to"], **self.keys[old].offices)
            self.revoked[old] = Record(since=None, reason="rotated")
            things = [*self.parties.values(), *self.applications.values(), *self.proposals.values()]
            for thing in things + [teller for vote in self.votes.values() for teller in vote.tellers]:
                for field in ("key", "enrolled"):
                    if getattr(thing, field, None) == old:
                        setattr(thing, field, new)
                for field in ("alternates", "reviewers", "reviews"):
                    self.replace(getattr(thing, field, None) or (), old, new)

        return [Signers({old}, {new})], effect

    @staticmethod
    def replace(names, old, new):
        """Puts one name in another's place in a set, a list or a dictionary."""
        if old not in names:
            return
        if isinstance(names, list):
            names[names.index(old)] = new
        elif isinstance(names, dict):
            names[new] = names.pop(old)
        else:
            names.symmetric_difference_update({old, new})

    def rule_key_revoked(self, s):
        self.need_key_in_force(s["key"])
        since = decode_time(s["from"]) if "from" in s else None
        need(since is None or since <= self.now, "received_in_future")
        return [Signers({s["key"]}), Signers(*self.by(s, "registrar"), self.any_key())], \
            lambda: self.revoked.update({s["key"]: Record(since=since, reason=s["reason"])})

    def rule_relation_declared(self, s):
        kind = self.find(self.statutes.relations, s["kind"], "unknown_relation")
        need(self.owner(s["from"]) and self.owner(s["to"]), "unknown_party")
        ties = [(s["kind"], s["from"], s["to"])]
        ties += [(s["kind"], s["to"], s["from"])] if kind.get("symmetric") == "true" else []
        return [Signers(self.keys_of(s["from"]) | self.keys_of(s["to"]))], lambda: self.ties.update(ties)

    # Calls and applications.

    def stages(self, call):
        return self.statutes.procedures[call.procedure]["stages"]

    def stage(self, call, field):
        """The stage of a call's procedure that has this field; an empty one where there is none."""
        return next((stage for stage in self.stages(call) if field in stage), {})

    def fix_stage(self, call):
        screen = self.stage(call, "test")
        return next((stage for stage in self.stages(call) if stage["id"] == screen.get("unknown")), screen)

    def window_end(self, start, name, duration=None):
        window = self.statutes.windows[name]
        return self.calendar.end(start, duration or window["open"], window.get("days", "calendar"))

    def grace_end(self, closes, name):
        grace = self.statutes.windows[name].get("grace")
        return self.calendar.end(closes, grace) if grace else closes

    def rule_call_opened(self, s):
        procedure = self.find(self.statutes.procedures, s["procedure"], "unknown_procedure")
        window, opens, closes = procedure["stages"][0].get("window"), decode_time(s["opens"]), decode_time(s["closes"])
        call = Record(id=s["call"], law=self.statutes, procedure=s["procedure"], window=window, opens=opens,
                      closes=closes, first_closes=closes, has_lot="lot_source" in s, digest=None, shortlisted=None,
                      objections_until=None)
        need(window, "unknown_procedure", "no window for receiving")
        need(s["call"] not in self.calls, "call_exists")
        need(opens >= self.now, "opens_in_past")
        always = self.statutes.windows[window]["open"] == "always"
        need(closes > opens if always else closes == self.window_end(opens, window), "wrong_window")
        need(not any(c.procedure == s["procedure"] and c.opens < closes and opens < self.grace_end(c.closes, window)
                     for c in self.calls.values()), "overlapping_call")
        rule = procedure.get("opened_by", {}).get("rule")
        return [Signers(*self.by(s, "registrar"), resolution=self.resolution(rule) if rule else None)], \
            lambda: self.calls.update({s["call"]: call})

    def call(self, s):
        return self.under(self.find(self.calls, s["call"], "unknown_call"))

    def rule_call_extended(self, s):
        call = self.call(s)
        return self.extension(call, s, bool(call.digest))

    def extension(self, thing, s, over=False):
        """A call or a vote closes later, because of an outage."""
        closes, outage = decode_time(s["closes"]), self.statutes.windows[thing.window].get("outage")
        need(outage and closes <= self.window_end(thing.first_closes, thing.window, outage["extend_max"]),
             "extension_too_long")
        need(self.now < self.grace_end(thing.closes, thing.window) and closes > thing.closes and not over,
             "extension_too_late")
        return [Signers(*map(self.holders, outage["by"]))], lambda: setattr(thing, "closes", closes)

    def rule_application_submitted(self, s):
        call, name = self.call(s), None
        need(not call.digest, "call_closed")
        need(s["application"] not in self.applications and s["application"] not in self.parties, "application_exists")
        self.need_new_name(s["application"])
        if "key" in s:
            earlier = {a.key for a in self.applications.values()} - self.enrolled_keys() - {None}
            name = self.need_new_key(s["key"], *earlier)
        self.check_facts(s, self.statutes)
        need(name or "received_at" in s, "receipt_not_attested")
        application = Record(
            id=s["application"], kind="application", law=call.law, call=call, number=self.number,
            effective=self.effective, key=name, channel=s["channel"],
            sealed=decode_time(s["sealed_at"]) if "sealed_at" in s else None,
            facts=s["facts"], relations=s["relations"], withdrawn=False, door=None, disposition=None,
            screened=None, may_screen=True, may_repair=False, repair_opened=None, repair_until=None, tier=None,
            reviewers=None, review_until=None, reviews={}, selected=False, may_vote=False, vote=None,
            objections_until=None, outcome=None, certified=None, enrolled=None, done=frozenset(), member=None, appealed=set(),
            course=Course(self.statutes.matters.get(self.stage(call, "matter").get("matter"), {}).get("rule")))

        def effect():
            if name:
                self.register(s["key"])
            self.applications[s["application"]] = application

        desk = self.by(s, "registrar") if "received_at" in s else []
        return [Signers(*desk, *([{name}] if name else []))], effect

    def application(self, s):
        return self.under(self.find(self.applications, s["application"], "unknown_application"))

    def applications_of(self, call):
        return [a for a in self.applications.values() if a.call is call]

    def rule_application_withdrawn(self, s):
        application = self.application(s)
        need(not application.withdrawn, "already_withdrawn")
        need(application.outcome not in ("carried", "lost"), "already_decided")
        return self.by_applicant(application, s), lambda: setattr(application, "withdrawn", True)

    def place(self, application):
        """early, late, late_beyond_grace, grace or in_time."""
        call = application.call
        if application.effective < call.opens:
            return "early"
        if application.effective < call.closes:
            return "in_time"
        if application.channel == "offline_bundle" and application.sealed is not None \
                and application.sealed < call.closes:
            inside = application.effective < self.grace_end(call.closes, call.window)
            return "grace" if inside else "late_beyond_grace"
        return "late"

    def doors(self, call):
        """What becomes of each application at the door: {id: (place, disposition or None, related)}."""
        places, last, code_attribute = {}, {}, self.statutes.code_attribute

        def code(application):
            return unicodedata.normalize("NFC", application.facts.get(code_attribute, "")).strip() or application

        for application in sorted(self.applications_of(call), key=lambda a: (a.effective, a.number)):
            place = places[application] = self.place(application)
            side = "early" if place == "early" else "inside" if place in ("in_time", "grace") else "late"
            last[side, code(application)] = application
        doors = {}
        for application, place in places.items():
            stands, early = last.get(("inside", code(application))), last.get(("early", code(application)))
            if place == "early":
                disposition, related = "early", None
            elif place.startswith("late"):
                disposition, related = "late", stands
            else:
                disposition = None if stands is application else "superseded"
                related = early if stands is application else stands
            doors[application.id] = place, disposition, related and related.id
        return doors

    def rule_call_closed(self, s):
        call = self.call(s)
        need(not call.digest, "call_closed")
        need(self.now >= self.grace_end(call.closes, call.window), "call_still_open")
        doors, counts = self.doors(call), dict.fromkeys(("early", "late", "superseded", "withdrawn", "standing"), 0)
        for id_, (_, disposition, _) in doors.items():
            counts[disposition or ("withdrawn" if self.applications[id_].withdrawn else "standing")] += 1
        need(s["counts"] == counts, "wrong_counts", "computed: %s" % counts)

        def effect():
            call.digest = sha256(self.line)
            for id_, door in doors.items():
                self.applications[id_].door = door

        return self.by_registrar(s), effect

    def screening(self, application):
        """(disposition, tests, reasons, related), computed."""
        screen, fix = self.stage(application.call, "test"), self.fix_stage(application.call)
        subject, (place, disposition, related) = self.applicant_subject(application), application.door
        values = {test: self.statutes.holds(test, subject) for test in (screen["test"], fix["test"])}
        tests = {test: {True: "true", False: "false", None: "unknown"}[value] for test, value in values.items()}
        if disposition == "early":
            reasons = ["before_open"]
        elif disposition == "late":
            reasons = [place]
        elif disposition or application.withdrawn:
            disposition = disposition or "withdrawn"
            reasons = [disposition]
        elif set(values.values()) == {True}:
            disposition, reasons = "eligible", ["grace"] if place == "grace" else []
        else:
            disposition = "ineligible" if values[screen["test"]] is False else "incomplete"
            reasons = self.statutes.shortcomings(values, subject)
        return disposition, tests, reasons, related

    def rule_application_screened(self, s):
        application = self.application(s)
        need(application.call.digest, "call_still_open")
        need(application.may_screen, "already_screened")
        computed = self.screening(application)
        need((s["disposition"], s["tests"], s["reasons"], s.get("related")) == computed, "wrong_screening",
             "computed: %s, %s, %s, %s" % computed)

        def effect():
            application.disposition, application.screened = s["disposition"], (self.number, self.now)
            application.may_screen, application.may_repair = False, s["disposition"] == "incomplete"
            if application.may_repair and application.repair_until is None:
                self.open_repair(application)
            if not self.stage(application.call, "select"):
                application.selected = application.may_vote = s["disposition"] == "eligible"
                stage = self.stage(application.call, "pull_at")
                application.objections_until = self.window_end(self.now, stage["window"]) if stage else self.now

        return self.by_registrar(s), effect

    def objections_until(self, application):
        """When objections to an application are over; None before they begin."""
        return (application.call if self.stage(application.call, "select") else application).objections_until

    def open_repair(self, application):
        window = self.fix_stage(application.call)["window"]
        application.may_repair, application.repair_opened = True, self.number
        application.repair_until = self.window_end(self.now, window)

    def rule_application_repaired(self, s):
        application = self.application(s)
        need(application.may_repair and not application.withdrawn, "not_incomplete")
        need(self.effective < application.repair_until, "repair_window_over")
        self.check_facts(s, self.statutes)

        def effect():
            application.facts = dict(application.facts, **s["facts"])
            application.relations = dict(application.relations, **s["relations"])
            application.may_screen = True

        return self.by_applicant(application, s), effect

    def is_eligible(self, application):
        return application.disposition == "eligible" and not application.may_screen and not application.withdrawn

    def rule_diligence_found(self, s):
        application = self.application(s)
        need(self.is_eligible(application), "not_eligible")
        need(s["tier"] in self.stage(application.call, "tiers").get("tiers", []), "unknown_tier")
        need(application.tier is None, "tier_found")
        return self.by_registrar(s), lambda: setattr(application, "tier", s["tier"])

    # Reviews, shortlist, objections.

    def is_conflicted(self, reviewer, application):
        """Whether the reviewer's party stands in a relation that recuses to the applicant."""
        role = self.stage(application.call, "select")["by"]
        party = self.keys[reviewer].offices[role]
        return party is not None and self.tied(self.statutes.roles[role].get("recuse", []), party, application.id)

    def selection(self, call):
        return self.statutes.selections[self.stage(call, "select")["select"]]

    def rule_review_assigned(self, s):
        call = self.call(s)
        panel = sorted(self.holders(self.stage(call, "select")["by"]))
        each, loads, clean = int(self.selection(call)["reviews"]["each"]), dict.fromkeys(panel, 0), {}
        for name in [n for a in self.applications_of(call) for n in a.reviewers or [] if n in loads]:
            loads[name] += 1
        standard = dict(loads)
        for assignment in s["assignments"]:
            application, names = self.application(assignment), assignment["reviewers"]
            need(application.call is call and self.is_eligible(application), "not_eligible")
            need(application.tier is not None or not self.stage(call, "tiers"), "no_tier")
            need(application.reviewers is None and application not in clean, "already_assigned")
            clean[application] = [n for n in panel if not self.is_conflicted(n, application)]
            need(set(names) <= set(panel), "not_a_reviewer")
            need(set(names) <= set(clean[application]), "recused")
            need(len(set(names)) == len(names) == min(each, len(clean[application])), "wrong_assignment")
            for name in names:
                loads[name] += 1
        for application in sorted(clean, key=lambda a: (a.effective, a.number)):
            for name in sorted(clean[application], key=lambda n: (standard[n], n))[:each]:
                standard[name] += 1
        spreads = [max(of.values(), default=0) - min(of.values(), default=0) for of in (loads, standard)]
        need(spreads[0] <= max(1, spreads[1]), "unequal_load")

        def effect():
            until = self.window_end(self.now, self.stage(call, "select")["window"])
            for assignment in s["assignments"]:
                application = self.applications[assignment["application"]]
                application.reviewers, application.review_until = assignment["reviewers"], until

        return self.by_registrar(s), effect

    def rule_review_submitted(self, s):
        need(s["review"] not in self.reviews, "review_exists")
        application = self.application(s)
        need(self.is_eligible(application) and application.reviewers and not application.call.shortlisted,
             "not_under_review")
        role = self.stage(application.call, "select")["by"]
        desk = self.by(s, "registrar") if "received_at" in s else []
        authors = [name for name in self.signers if not desk or name not in desk[0]]
        need(len(authors) == 1, "wrong_signers", "one reviewer signs a review")
        reviewer = authors[0]
        need(reviewer in self.holders(role), "not_a_reviewer")
        need(not self.is_conflicted(reviewer, application), "recused")
        need(reviewer not in application.reviews, "duplicate_review")
        scales = {c["id"]: int(c["scale"]) for c in self.selection(application.call)["rubric"]}
        need(set(s["scores"]) == set(scales) and all(0 <= v <= scales[c] for c, v in s["scores"].items()),
             "score_out_of_scale")
        need(self.effective < application.review_until, "after_window")
        need(reviewer in application.reviewers, "not_assigned")

        def effect():
            application.reviews[reviewer] = s["scores"]
            self.reviews.add(s["review"])

        return [Signers({reviewer}, *desk)], effect

    def ranking(self, call, lot):
        """The ranked fill of the statutes: [{application, score, selected, reason}]."""
        selection, rows = self.selection(call), []
        for application in self.applications_of(call):
            if not self.is_eligible(application) or not application.reviews:
                continue
            means = {c["id"]: Fraction(sum(r[c["id"]] for r in application.reviews.values()),
                                       len(application.reviews)) for c in selection["rubric"]}
            row = Record(application=application, subject=self.applicant_subject(application), taken=False,
                         score=sum(means[c["id"]] * int(c["weight"]) / int(c["scale"]) for c in selection["rubric"]),
                         reason="criterion_minimum" if any(
                             means[c["id"]] < int(c.get("min", 0)) for c in selection["rubric"]) else None)
            row.place = [-row.score] + [
                self.tie_key(tie, row, lot) for tie in selection.get("ties", []) if tie != "lot" or lot is not None]
            rows.append(row)
        rows.sort(key=lambda row: row.place)
        need(lot is not None or all(a.place != b.place for a, b in zip(rows, rows[1:])), "lot_needed",
             "two are equal without the lot")
        self.fill(selection, rows)
        return [dict({"application": row.application.id, "selected": row.taken,
                      "score": "%d/%d" % (row.score.numerator, row.score.denominator)},
                     **{"reason": row.reason} if row.reason else {}) for row in rows]

    def tie_key(self, tie, row, lot):
        """What a tie-breaker compares: the smaller goes first."""
        if tie == "earliest":
            return row.application.effective
        if tie == "lot":
            return sha256(b"\0".join((b"viche/lot/v1", row.application.call.digest, lot.encode(),
                                      row.application.id.encode())))
        word, _, name = tie.partition(" ")
        if word in ("least", "most"):
            value = self.statutes.fact(name, row.subject)
            return value is None, (value or 0) * (1 if word == "least" else -1)
        return self.statutes.holds(tie, row.subject) is not True

    def fill(self, selection, rows):
        """Walks down the ranking; a second time without floors where the statutes release them."""
        number, least = self.statutes.number, selection.get("min_score", "0")
        places, weights = number(selection["take"]), sum(int(c["weight"]) for c in selection["rubric"])
        caps = [(cap["per"], number(cap["at_most"])) for cap in selection.get("caps", [])]
        helped = {floor["where"]: [row for row in rows if self.statutes.holds(floor["where"], row.subject) is True]
                  for floor in selection.get("floors", [])}
        for row in rows:
            if row.reason is None and row.score < Fraction(least) * weights:
                top, _, bottom = least.partition("/")
                row.reason = "below_" + (top if bottom == "100" else least)
        walk = [row for row in rows if row.reason is None]
        for floors in [selection.get("floors", [])] + [[]] * (selection.get("unmet") == "release"):
            for row in [row for row in walk if not row.taken]:
                taken = [other for other in walk if other.taken]
                unmet = {f["where"]: number(f["at_least"]) - sum(r in helped[f["where"]] for r in taken + [row])
                         for f in floors}
                short = sum(max(0, n) for n in unmet.values()) > places - len(taken) - 1
                row.reason = "no_place_left" if len(taken) >= places else next(
                    ("cap_" + per for per, most in caps if self.count_same(per, row, taken) >= most), None) or next(
                    ("kept_for_" + where for where, n in unmet.items()
                     if short and n > 0 and row not in helped[where]), None)
                row.taken = row.reason is None

    def count_same(self, per, row, taken):
        if per in self.statutes.relations:
            return sum(self.tied([per], row.application.id, other.application.id) for other in taken)
        value = self.statutes.fact(per, row.subject)
        return sum(value is not None and self.statutes.fact(per, other.subject) == value for other in taken)

    def rule_shortlist_published(self, s):
        call = self.call(s)
        need(call.digest, "call_still_open")
        least = int(self.selection(call)["reviews"]["least"])
        pool = [a for a in self.applications_of(call) if not a.withdrawn]
        for a in pool:
            waits = a.may_screen and a.screened is not None
            need(not waits and not (a.may_repair and self.now < a.repair_until), "repair_window_open", a.id)
        for a in pool:
            need(a.screened is not None or a.door[1], "reviews_missing", "not screened yet: " + a.id)
            need(a.disposition != "eligible" or a.reviewers and (len(a.reviews) == len(a.reviewers) or (
                len(a.reviews) >= least and self.now >= a.review_until)), "reviews_missing", a.id)
        need("lot" not in s or call.has_lot, "lot_needed", "a lot of which no source was announced")
        ranking = self.ranking(call, s.get("lot"))
        need(not call.shortlisted, "shortlist_exists")
        need(s["ranking"] == ranking, "wrong_shortlist", "computed: %s" % ranking)

        def effect():
            stage = self.stage(call, "pull_at")
            call.shortlisted = self.number, self.now
            call.objections_until = self.window_end(self.now, stage["window"]) if stage else self.now
            for row in ranking:
                application = self.applications[row["application"]]
                application.selected = application.may_vote = row["selected"]

        return self.by_registrar(s), effect

    def signing_party(self):
        """The one party whose voting key signed, also one that left, or None."""
        parties = [p for p in self.parties if self.cast_keys(p) & set(self.signers)]
        return parties[0] if len(parties) == 1 else None

    def by_party(self, party):
        """One voting key of the party; nobody's where there is none."""
        return Signers(self.voting_keys(party) if party else ())

    def rule_objection_raised(self, s):
        application, party = self.application(s), self.signing_party()
        need(application.selected, "not_on_shortlist")
        need(self.now < self.objections_until(application), "objections_over")
        need(s["objection"] not in self.objections, "objection_exists")
        need(party is None or self.is_active(party), "suspended")
        record = Record(application=application, party=party, answered=False, withdrawn=False)
        return [self.by_party(party)], \
            lambda: self.objections.update({s["objection"]: record})

    def rule_objection_answered(self, s):
        objection = self.find(self.objections, s["objection"], "unknown_objection")
        self.under(objection.application)
        need(objection.application.vote is None, "objections_over")
        return self.by_applicant(objection.application, s), lambda: setattr(objection, "answered", True)

    def rule_objection_withdrawn(self, s):
        objection = self.find(self.objections, s["objection"], "unknown_objection")
        return [self.by_party(objection.party)], lambda: setattr(objection, "withdrawn", True)

    # Proposals.

    def matter(self, name):
        """The terms of a matter that a rule decides; the statutes themselves are always one."""
        matter = self.statutes.matters.get(name, {})
        matter = {"rule": self.statutes.amend["matter_rule"]} if name == "statutes" else matter
        need(matter.get("rule") in self.statutes.rules, "unknown_matter")
        return matter

    def need_new_name(self, name):
        taken = (self.applications, self.parties, self.proposals, self.amendments)
        need(not any(name in table for table in taken), "name_taken", "the name is taken: " + name)

    def proposal(self, s):
        return self.under(self.known(self.proposals, s, "proposal"))

    @staticmethod
    def of_proposal(item):
        return item.proposal if item.kind == "amendment" else item

    def subject(self, item):
        """The applicant, or the party that a proposal is about."""
        return item.id if item.kind == "application" else self.of_proposal(item).about

    def is_standing(self, proposal):
        """Whether it was carried, has not lapsed, and was not undone."""
        in_time = proposal.ratify_by is None or proposal.ratified or (
            self.now < proposal.ratify_by and not proposal.ratification.final)
        return proposal.adopted is not None and in_time

    def is_adopted(self, proposal):
        return self.is_standing(proposal) and (proposal.valid_until is None or self.now < proposal.valid_until)

    def adopted(self, s):
        proposal = self.proposal(s)
        need(self.is_adopted(proposal), "not_adopted")
        return proposal

    def status(self, proposal):
        """In one word, how far it has come."""
        if proposal.withdrawn:
            return "withdrawn"
        if proposal.adopted is not None:
            return "lapsed" if not self.is_standing(proposal) else "adopted" if self.is_adopted(proposal) else "expired"
        if proposal.course.final:
            return proposal.course.last
        return "debated" if proposal.frozen is None else "frozen"

    def may_propose(self, party, proposal):
        by, role = self.matter(proposal.matter).get("proposed_by"), proposal.role
        if not self.is_active(party):
            return False
        if role:
            return any(self.offices(key)[role] == party for key in self.holders(role))
        if by is None:
            return self.could_vote(party, proposal)
        body = self.body(by)
        return party in (self.acting(body["seats"]) if "seats" in body else self.roll(body["roll"]))

    def could_vote(self, party, proposal):
        return any(party in group for group in self.electorate(self.rule_of(proposal), proposal))

    def rule_of(self, proposal):
        """The rule that decides the proposal's matter."""
        return self.statutes.rules[self.matter(proposal.matter)["rule"]]

    def rule_proposal_submitted(self, s):
        matter = self.matter(s["matter"])
        self.need_new_name(s["proposal"])
        by = matter.get("proposed_by")
        role = by if by in self.statutes.roles and by not in {**self.statutes.bodies, **self.statutes.rolls} else None
        proposal = Record(
            id=s["proposal"], kind="proposal", law=self.statutes, matter=s["matter"], role=role, key=None, party=None,
            texts=s["texts"], about=s.get("about"), statutes=s.get("statutes"), options=s.get("options"),
            valid_until=decode_time(s["valid_until"]) if "valid_until" in s else None, submitted=self.now, seconders=[],
            opened=None, frozen=None, revised=None, withdrawn=False, heard=False, course=Course(matter["rule"]),
            adopted=None, ratify_by=None, ratified=False, ratification=None, suspended_until=None, expelled=False,
            appealed=False, enacted=False)
        if role:
            proposal.key = next((key for key in self.signers if key in self.holders(role)), None)
            proposal.party = proposal.key and self.offices(proposal.key)[role]
            need(proposal.key and (proposal.party is None or not self.is_suspended(proposal.party)), "may_not_propose")
        else:
            proposal.party = self.signing_party()
            need(proposal.party and self.may_propose(proposal.party, proposal), "may_not_propose")
        need(set(matter.get("papers", [])) <= set(s["papers"]), "papers_missing")
        concerns = s["matter"] in ("suspension", "expulsion")
        need(self.is_member(s["about"]) if "about" in s else not concerns, "unknown_party")
        need(("statutes" in s) == (s["matter"] == "statutes"), "not_on_ballot", "new statutes, only for their matter")
        approval = self.statutes.rules[matter["rule"]]["ballot"] == "approval"
        need(("options" in s) == approval and (not approval or 2 <= len(s["options"]) <= 64), "not_on_ballot",
             "2 to 64 options, and only for approval")
        self.need_language(s["title"], s["texts"], *s.get("options", {}).values())

        def effect():
            proposal.opened = None if int(matter.get("seconds", 0)) else self.now
            self.proposals[s["proposal"]] = proposal

        return [self.by_proposer(proposal)], effect

    def by_proposer(self, proposal):
        return Signers({proposal.key}) if proposal.role else self.by_party(proposal.party)

    def need_debate(self, proposal):
        need(not proposal.withdrawn, "already_withdrawn")
        need(proposal.frozen is None, "already_frozen")

    def need_opened(self, proposal):
        need(proposal.opened is not None, "seconds_missing", "the debate is not open yet")

    def rule_proposal_seconded(self, s):
        proposal, party = self.proposal(s), self.signing_party()
        self.need_debate(proposal)
        groups, before = self.electorate(self.rule_of(proposal), proposal), [proposal.party, *proposal.seconders]
        own = next((group for group in groups if party in group), [party])
        need(party and self.may_propose(party, proposal) and not set(own) & set(before), "may_not_propose")

        def effect():
            proposal.seconders.append(party)
            if proposal.opened is None and len(proposal.seconders) >= int(self.matter(proposal.matter)["seconds"]):
                proposal.opened = self.now

        return [self.by_party(party)], effect

    def is_between_rounds(self, proposal):
        return proposal.course.last is not None and not proposal.course.final and not self.is_in_vote(proposal)

    def is_in_vote(self, item):
        """Whether a vote on it is open or awaits its certificate."""
        return any(item in vote.items and vote.certified is None and not vote.annulled for vote in self.votes.values())

    def rule_proposal_withdrawn(self, s):
        proposal = self.proposal(s)
        need(not proposal.withdrawn, "already_withdrawn")
        need(proposal.frozen is None or self.is_between_rounds(proposal), "already_frozen")
        return [self.by_proposer(proposal)], lambda: setattr(proposal, "withdrawn", True)

    def rule_amendment_proposed(self, s):
        proposal, party = self.proposal(s), self.signing_party()
        self.need_new_name(s["amendment"])
        need(proposal.matter == "statutes" or "amendments" in self.matter(proposal.matter), "not_amendable")
        self.need_debate(proposal)
        self.need_opened(proposal)
        need(party and self.could_vote(party, proposal), "may_not_propose")
        need(("statutes" in s) == (proposal.matter == "statutes"), "not_on_ballot", "new statutes, only for their matter")
        self.need_language(s["title"], s["texts"])
        amendment = Record(id=s["amendment"], kind="amendment", law=proposal.law, proposal=proposal, party=party,
                           texts=s["texts"], statutes=s.get("statutes"), pending=True, course=Course(self.matter(proposal.matter)["rule"]))
        return [self.by_party(party)], lambda: self.amendments.update({s["amendment"]: amendment})

    def pending_amendment(self, s):
        amendment = self.under(self.known(self.amendments, s, "amendment"))
        need(amendment.pending, "unknown_thing", "the amendment is not pending")
        need(not self.is_in_vote(amendment), "not_amendable", "the members are voting on it")
        return amendment

    def rule_amendment_accepted(self, s):
        amendment = self.pending_amendment(s)

        def effect():
            amendment.pending = False
            amendment.proposal.texts, amendment.proposal.statutes = amendment.texts, amendment.statutes

        return [self.by_proposer(amendment.proposal)], effect

    def rule_amendment_withdrawn(self, s):
        amendment = self.pending_amendment(s)
        return [self.by_party(amendment.party)], lambda: setattr(amendment, "pending", False)

    def rule_text_frozen(self, s):
        proposal = self.proposal(s)
        self.need_debate(proposal)
        self.need_opened(proposal)
        discuss = self.matter(proposal.matter).get("discuss")
        need(discuss is None or self.now >= self.window_end(proposal.opened, discuss), "debate_open")
        need(not any(a.proposal is proposal and a.pending for a in self.amendments.values()), "amendment_pending")
        need(s["texts"] == proposal.texts, "other_text")
        return self.by_registrar(s), lambda: setattr(proposal, "frozen", self.now)

    def rule_text_revised(self, s):
        proposal = self.proposal(s)
        need(not proposal.withdrawn, "already_withdrawn")
        course = proposal.course
        need(self.is_between_rounds(proposal) and course.round > 1 and not course.retry and not course.waits,
             "already_frozen", "not between two rounds of one rule")
        need(s["texts"] != proposal.texts, "other_text")
        self.need_language(s["texts"])

        def effect():
            proposal.texts, proposal.revised, proposal.revised_at = s["texts"], self.number, self.now

        return [self.by_proposer(proposal)], effect

    def rule_hearing_held(self, s):
        proposal = self.proposal(s)
        hearing = self.matter(proposal.matter).get("hearing")
        need(hearing, "unknown_thing", "the matter has no hearing")
        need(not proposal.heard, "thing_exists", "the hearing was held")
        need(s["attended"] or self.now >= self.calendar.end(proposal.submitted, hearing), "hearing_open")
        other = self.any_key() if not s["attended"] else self.keys_of(proposal.about) if proposal.about else ()
        return [Signers(*self.by(s, "registrar"), other)], lambda: setattr(proposal, "heard", True)

    # Votes.

    def vote(self, s):
        return self.under(self.find(self.votes, s["vote"], "unknown_vote"))

    def standing_vote(self, s):
        vote = self.vote(s)
        need(not vote.annulled, "unknown_vote", "a ruling annulled the vote")
        return vote

    def grace_over(self, vote):
        return self.now >= self.grace_end(vote.closes, vote.window)

    def item(self, name):
        return self.applications.get(name) or self.proposals.get(name) or self.amendments.get(name)

    @staticmethod
    def course(item):
        """That of its ratification, once a proposal is adopted."""
        return item.ratification if item.kind == "proposal" and item.adopted is not None else item.course

    def rule_vote_opened(self, s):
        need(s["vote"] not in self.votes, "vote_exists")
        items = [self.item(name) for name in s["items"]]
        need("call" not in s or s["call"] in self.calls, "unknown_call")
        need(items and None not in items and len(set(s["items"])) == len(items), "not_to_be_voted", "unknown, or twice")
        for item in items:
            self.need_votable(self.under(item), s)
        for item in items:
            self.need_matter(self.under(item), s)
        courses = [self.course(item) for item in items]
        need(all(item.law is self.statutes and (course.rule, course.round, course.retry) == (
            s["rule"], s["round"], courses[0].retry) for item, course in zip(items, courses)), "wrong_round")
        rule, retry = self.statutes.rules[s["rule"]], courses[0].retry
        opens, closes = decode_time(s["opens"]), decode_time(s["closes"])
        need(opens >= max(self.earliest(rule, item) for item in items), "notice_too_short")
        need(closes == self.window_end(opens, rule["window"]), "wrong_window")
        electorate = self.electorate(rule, items[0])
        need(all(self.electorate(rule, item) == s["electorate"] for item in items), "wrong_electorate",
             "computed: %s" % electorate)
        weights = [self.weight(rule, group) for group in electorate]
        need(s.get("weights") == (weights if "weight" in rule else None), "wrong_weights", "computed: %s" % weights)
        self.check_tellers(rule, s.get("tellers"))
        vote = Record(
            digest=sha256(self.line).hex(), law=self.statutes, matter=s["matter"], rule=rule, retry=retry,
            window=rule["window"], items=items, courses=courses, opens=opens, closes=closes, first_closes=closes,
            electorate=electorate, weights=weights, blocs=self.blocs(rule, electorate),
            tellers=[Record(key=t["key"], recipient=decode_bech32(t["recipient"], "age"), identity=None)
                     for t in s.get("tellers", [])],
            before=[(getattr(item, "vote", None), getattr(item, "outcome", None)) for item in items],
            ballots=[], proxies={}, conflicts=set(), results=None, tallied=None, certified=None, annulled=False)

        def effect():
            self.votes[s["vote"]] = vote
            for item in items:
                if item.kind == "application":
                    item.vote, item.outcome, item.may_vote = s["vote"], None, False

        return [Signers(*self.by(s, "registrar"), every={t["key"] for t in s.get("tellers", [])})], effect

    def need_votable(self, item, s):
        """Whether the item may be put to the vote now."""
        course, stage = self.course(item), {}
        if item.kind == "application":
            call, stage = item.call, self.stage(item.call, "pull_at")
            need(s.get("call", call.id) == call.id, "not_to_be_voted", "of another call: " + item.id)
            until = self.objections_until(item)
            need(until is not None and self.now >= until, "objections_open")
            need(item.may_vote and not item.withdrawn, "not_to_be_voted", item.id)
        elif item.kind == "amendment":
            proposal = item.proposal
            need(item.pending and proposal.frozen is None and not proposal.withdrawn, "not_to_be_voted", item.id)
        elif item.adopted is None:
            need(item.frozen is not None and not item.withdrawn, "not_to_be_voted", item.id)
            need(item.heard or "hearing" not in self.matter(item.matter), "hearing_missing")
            need(course.last != "blocked" or course.round == 1 or (item.revised or 0) > course.entry, "not_to_be_voted",
                 "the text that was blocked was not revised: " + item.id)
        else:
            need(item.ratify_by is not None and not item.ratified and self.is_adopted(item), "not_to_be_voted", item.id)
        need(not course.final and not course.waits and not self.is_in_vote(item), "not_to_be_voted", item.id)
        against = [o for o in self.objections.values() if o.application is item and not o.withdrawn]
        if stage and len({o.party for o in against}) >= int(stage["pull_at"]):
            need(len(s["items"]) == 1, "debated_separately", item.id)
            need(all(objection.answered for objection in against), "objection_unanswered", item.id)

    def need_matter(self, item, s):
        applies = item.kind == "application"
        named = self.stage(item.call, "matter").get("matter") if applies else self.of_proposal(item).matter
        need(s["matter"] == named and ("call" in s) == applies, "unknown_matter")
        self.matter(named)

    def earliest(self, rule, item):
        """The first moment at which a vote on the item may open."""
        notice = self.statutes.windows[rule["window"]].get("notice", "PT0H")
        ends, course = [self.now, self.calendar.notice_end(self.now, notice)], self.course(item)
        if item.kind == "proposal":
            ends.append(self.calendar.notice_end(item.frozen, self.matter(item.matter).get("notice", "PT0H")))
            if item.matter == "statutes":
                since = item.frozen if item.revised is None else item.revised_at
                ends.append(self.calendar.notice_end(since, self.statutes.amend.get("text_frozen", "PT0H")))
        if course.retry:
            ends.append(self.calendar.notice_end(course.time, rule["retry"].get("once_after", "PT0H")))
        return max(ends)

    def check_tellers(self, rule, tellers):
        if rule.get("secrecy") != "sealed":
            need(tellers is None, "wrong_tellers", "the ballots are not sealed")
            return
        need(tellers and [t["key"] for t in tellers] == sorted(self.holders("teller")), "wrong_tellers")
        try:
            for teller in tellers:
                decode_bech32(teller["recipient"], "age")
        except Malformed as error:
            raise Refused("wrong_tellers", str(error))

    def rule_vote_extended(self, s):
        return self.extension(self.standing_vote(s), s)

    # Ballots.

    def need_in_time(self, vote, s):
        need(self.is_sealed_before_now(s), "sealed_in_future")
        need(self.now >= vote.opens, "not_open_yet")
        sealed = "sealed_at" in s and decode_time(s["sealed_at"]) < vote.closes
        need(self.now < vote.closes or (sealed and not self.grace_over(vote)), "voting_over")

    @staticmethod
    def elector(vote, party):
        """The number of the party's group in a vote."""
        number = next((n for n, group in enumerate(vote.electorate) if party in group), None)
        need(number is not None, "not_an_elector")
        return number

    def is_recused(self, vote, group, item):
        return (group, item.id) in vote.conflicts or self.recused(vote.rule, vote.electorate[group], self.subject(item))

    def is_named(self, party, group):
        """Whether the party casts for its group: always, unless the group named another voter."""
        named = [voter for voter in self.voters if voter in group and self.is_member(voter)]
        return not named or named[-1] == party

    def check_choices(self, vote, choices, reasons, recused):
        """The refusals of what stands on a ballot, open or opened."""
        items, block = {item.id: item for item in vote.items}, vote.rule.get("block")
        for name, choice in sorted(choices.items()):
            need(name in items, "unknown_choice", name)
            words = self.words(vote.rule, items[name])
            if vote.rule["ballot"] == "approval":
                options = choice if isinstance(choice, list) else [None]
                need(set(options) <= set(words) and options == sorted(set(options)), "not_on_ballot", name)
            else:
                need(choice in words, "not_on_ballot", name)
            need(name not in recused, "recused", name)
            if choice == "block" and block is not None:
                need(name in reasons, "reason_missing", name)
                need("grounds" not in block or reasons[name].get("ground") in block["grounds"], "ground_missing", name)

    def rule_ballot_cast(self, s):
        vote = self.standing_vote(s)
        need(s["on"] == vote.digest, "other_text")
        self.need_in_time(vote, s)
        party = self.signing_party()
        group = self.elector(vote, party)
        need(self.is_named(party, vote.electorate[group]), "not_the_named_voter")
        need(self.is_active(party), "suspended")
        need(("sealed" in s) == bool(vote.tellers), "wrong_secrecy")
        recused = {item.id for item in vote.items if self.is_recused(vote, group, item)}
        self.check_choices(vote, s.get("choices", {}), s.get("reasons", {}), recused)
        ballot = Record(id=s["id"], group=group, party=party, key=self.signers[0], received=self.now,
                        time=decode_time(s["sealed_at"]) if "sealed_at" in s else self.now, choices=s.get("choices"),
                        sealed=s.get("sealed"), recused=recused, revoked=False, set_aside=set())
        return [self.by_party(party)], lambda: vote.ballots.append(ballot)

    def rule_ballot_revoked(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        self.need_in_time(vote, s)
        group = self.elector(vote, party)
        need(self.is_active(party), "suspended")

        def effect():
            for ballot in vote.ballots:
                ballot.revoked = ballot.revoked or ballot.group == group

        return [self.by_party(party)], effect

    def rule_voter_named(self, s):
        parties = set(s["parties"])
        for party in s["parties"]:
            self.need_member(party)
        need(s["voter"] in parties and len(parties) == len(s["parties"]), "not_an_elector")
        kinds = {body["one_vote_per"] for body in self.statutes.bodies.values() if "one_vote_per" in body}
        groups = [set(group) for kind in kinds for group in self.groups(self.members(), kind)]
        need(any(parties <= group for group in groups), "not_an_elector", "not one group")
        return [Signers(*map(self.voting_keys, s["parties"]))], lambda: self.voters.append(s["voter"])

    def rule_proxy_given(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        need("proxies" in vote.rule, "no_proxies")
        self.need_in_time(vote, s)
        giver, to = self.elector(vote, party), self.elector(vote, s["to"])
        need(giver != to, "not_an_elector", "one group")
        need(self.is_active(party), "suspended")
        others = {a: b for a, b in vote.proxies.items() if a != giver}
        need(list(others.values()).count(to) < int(vote.rule["proxies"]["at_most"]), "too_many_proxies")
        need(to not in others and giver not in others.values(), "proxy_chain")
        return [self.by_party(party)], lambda: vote.proxies.update({giver: to})

    def rule_conflict_declared(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        need(s["item"] in [item.id for item in vote.items], "unknown_choice")
        need(self.now < vote.closes, "voting_over")
        group = self.elector(vote, party)
        return [self.by_party(party)], lambda: vote.conflicts.add((group, s["item"]))

    def rule_block_tested(self, s):
        vote = self.standing_vote(s)
        need(not vote.tellers, "wrong_secrecy")
        need(vote.results is None, "tally_exists")
        body = vote.rule.get("block", {}).get("tested_by")
        need(body, "nobody_rules")
        item = next((item for item in vote.items if item.id == s["item"]), None)
        group = next((n for n, group in enumerate(vote.electorate) if s["party"] in group), None)
        ballots = [b for b in vote.ballots if b.group == group and not b.revoked and s["item"] in b.choices]
        need(item and ballots and ballots[-1].choices[s["item"]] == "block" and s["item"] not in ballots[-1].set_aside,
             "no_such_block")
        proposer = getattr(self.of_proposal(item), "party", None)
        left_out = set(vote.electorate[group]) | self.group_in(vote, proposer)
        return [Signers(resolution=self.ruling(body, left_out))], \
            lambda: ballots[-1].set_aside.update({s["item"]} if s["verdict"] == "set_aside" else ())

    @staticmethod
    def group_in(vote, party):
        """The parties that are one group with this one, in a vote."""
        return {party, *next((group for group in vote.electorate if party in group), ())} - {None}

    # Tally, challenge, certificate.

    def rule_seal_opened(self, s):
        vote = self.standing_vote(s)
        need(vote.tellers, "wrong_secrecy")
        need(self.grace_over(vote), "voting_open")
        teller = next((t for t in vote.tellers if t.key in self.signers), None)
        need(teller, "wrong_signers", "not one of the vote's tellers")
        try:
            identity = decode_bech32(s["identity"], "AGE-SECRET-KEY-")
        except Malformed as error:
            raise Refused("wrong_identity", str(error))
        need(x25519(identity) == teller.recipient, "wrong_identity")
        need(teller.identity is None, "thing_exists", "the seal is open")
        return [Signers({teller.key})], lambda: setattr(teller, "identity", identity)

    def open_sealed(self, ballot, tellers):
        """(choices, reasons) of a sealed ballot: layer by layer, then what stands inside."""
        data = decode_base64(ballot.sealed)
        for teller in tellers:
            data = open_age(data, teller.identity)
        inside = check_fields(decode_json(data.rstrip(b" ")), ["choices:{choice}", "id:id", "reasons?:{reason}"])
        if len(data) % 96 or inside["id"] != ballot.id or not inside["choices"]:
            raise Malformed("not what a sealed ballot holds")
        return inside["choices"], inside.get("reasons", {})

    def exclusion(self, vote, ballot):
        """Why a ballot does not count, or None; what it chooses, if it was sealed, is known from here on."""
        revoked, party = self.revoked.get(ballot.key), self.parties[ballot.party]
        if revoked and revoked.since is not None:
            time = ballot.received if revoked.reason == "compromised" else ballot.time
            if revoked.since <= time:
                return "revoked_key"
        if party.left is not None and party.left < vote.closes:
            return "left"
        if ballot.sealed is not None:
            try:
                ballot.choices, reasons = self.open_sealed(ballot, vote.tellers)
                self.check_choices(vote, ballot.choices, reasons, ballot.recused)
            except Malformed:
                return "not_opened"
            except Refused as refusal:
                return refusal.code
        return None

    def tally(self, vote):
        """(results, excluded), computed from the ballots."""
        excluded, own, results = [], {item.id: {} for item in vote.items}, []
        for ballot in vote.ballots:
            reason = None if ballot.revoked else self.exclusion(vote, ballot)
            if reason:
                excluded.append({"ballot": ballot.id, "reason": reason})
            elif not ballot.revoked:
                for name, choice in ballot.choices.items():
                    own[name][ballot.group] = "stand_aside" if name in ballot.set_aside else choice
        groups = [n for n, group in enumerate(vote.electorate) if not all(
            self.parties[p].left is not None and self.parties[p].left < vote.closes for p in group)]
        for item in vote.items:
            electors, mine = [n for n in groups if not self.is_recused(vote, n, item)], own[item.id]
            choices = {giver: mine[to] for giver, to in vote.proxies.items() if to in mine and to in electors}
            choices.update(mine)
            words = self.words(vote.rule, item)
            row = self.row(electors, choices, words, vote.weights)
            blocs = {name: self.row([n for n in electors if n in bloc], choices, words, vote.weights)
                     for name, bloc in vote.blocs.items()}
            void = not electors or (len(electors) == 1 and len(groups) > 1)
            outcome = "void" if void else self.outcome(vote.rule, row, blocs.values(), vote.retry)
            results.append(dict(row, item=item.id, blocs=blocs, outcome=outcome))
            if outcome == "carried" and vote.rule["ballot"] == "approval":
                results[-1]["winner"] = self.winner(row)
        return results, excluded

    def rule_tally_published(self, s):
        vote = self.standing_vote(s)
        need(self.grace_over(vote), "voting_open")
        need(vote.results is None, "tally_exists")
        need(all(teller.identity for teller in vote.tellers), "seals_closed")
        results, excluded = self.tally(vote)
        need(s["results"] == results and s["excluded"] == excluded, "wrong_tally",
             "computed: %s, excluded: %s" % (results, excluded))

        def effect():
            vote.results, vote.tallied = results, self.now

        return self.by_registrar(s), effect

    def challenge_body(self, vote):
        """The body that hears challenges, or None."""
        return self.matter(vote.matter).get("appeal") or vote.rule.get("block", {}).get("tested_by") or next(
            (stage["body"] for stage in self.appeal_stages() if "body" in stage), None)

    def rule_vote_challenged(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        self.need_new(self.challenges, s, "challenge")
        need(self.grace_over(vote), "voting_open")
        need(vote.certified is None, "already_certified")
        body, left_out = self.challenge_body(vote), self.group_in(vote, party)
        need(body and self.without(body, left_out), "nobody_rules")
        challenge = Record(law=vote.law, vote=vote, body=body, left_out=left_out, open=True)
        return [self.by_party(party)], lambda: self.challenges.update({s["challenge"]: challenge})

    def rule_challenge_ruled(self, s):
        challenge = self.under(self.known(self.challenges, s, "challenge"))
        need(challenge.open, "thing_exists", "the challenge was ruled on")

        def effect():
            challenge.open = False
            if s["verdict"] == "annulled":
                challenge.vote.annulled = True
                for item, (vote, outcome) in zip(challenge.vote.items, challenge.vote.before):
                    if item.kind == "application":
                        item.vote, item.outcome, item.may_vote = vote, outcome, True

        return [Signers(resolution=self.ruling(challenge.body, challenge.left_out))], effect

    def rule_outcome_certified(self, s):
        vote = self.standing_vote(s)
        need(vote.results is not None, "no_tally")
        need(vote.certified is None, "already_certified")
        need(not any(c.open and c.vote is vote for c in self.challenges.values()), "challenge_open")
        need("challenge" not in vote.rule or self.now >= self.calendar.end(vote.tallied, vote.rule["challenge"]),
             "challenge_open")
        need(s["outcomes"] == {row["item"]: row["outcome"] for row in vote.results}, "wrong_outcome")

        def effect():
            vote.certified = self.now
            for item, course in zip(vote.items, vote.courses):
                self.certify(item, course, s["outcomes"][item.id])

        return [Signers(*self.by(s, "registrar"), every=self.holders("teller"))], effect

    def certify(self, item, course, outcome):
        """What follows from a certificate."""
        course.advance(item.kind, outcome, self.now, self.number, item.law.rules)
        carried = outcome == "carried"
        if item.kind == "application":
            item.outcome, item.certified, item.may_vote = outcome, (self.number, self.now), not course.final
        elif item.kind == "amendment":
            item.pending = not course.final
            if carried:
                item.proposal.texts, item.proposal.statutes = item.texts, item.statutes
        elif course is item.ratification:
            item.ratified = item.ratified or (carried and self.now < item.ratify_by)
        elif carried and course is item.course:
            self.adopt(item)

    def adopt(self, proposal):
        proposal.adopted, matter = self.now, self.matter(proposal.matter)
        if "ratify" in matter and matter["ratify"]["rule"] != proposal.course.rule:
            proposal.ratify_by = self.calendar.end(self.now, matter["ratify"]["within"])
            proposal.ratification = Course(matter["ratify"]["rule"])
        if proposal.matter == "suspension":
            lasts = matter.get("lasts")
            proposal.suspended_until = self.calendar.end(self.now, lasts) if lasts else float("inf")
            self.parties[proposal.about].suspensions.append(proposal)
        if proposal.matter == "expulsion" and self.is_member(proposal.about):
            proposal.expelled, self.parties[proposal.about].left = True, self.now
            self.seats = [(seat, party) for seat, party in self.seats if party != proposal.about]
            for key in self.keys.values():
                key.offices = {role: party for role, party in key.offices.items() if party != proposal.about}

    def rule_escalation_requested(self, s):
        proposal = self.proposal(s)
        course = self.course(proposal)
        need(course and course.waits and not proposal.withdrawn, "rounds_left")
        rule = self.statutes.rules[course.rule]
        by, groups, ways = rule["fallback_by"], self.electorate(rule, proposal), []
        if "rule" in by:
            ways.append(Signers(resolution=self.resolution(by["rule"], proposal.about)))
        if "or_members" in by:
            count = int(by["or_members"])
            ways.append(Signers(resolution=self.by_groups(
                groups, lambda signing: len(signing) == len(self.signers) >= count)))
        return ways, lambda: course.fall_back(rule)

    # Appeals and joining.

    def adverse(self, application):
        """(what, entry, time) of the last decision against the application, or None."""
        a, call = application, application.call
        if a.outcome == "lost":
            return ("lost", *a.certified)
        if a.disposition == "eligible" and call.shortlisted and a.reviewers and not a.selected and a.vote is None:
            return ("not_selected", *call.shortlisted)
        if a.disposition == "ineligible":
            return ("ineligible", *a.screened)
        if a.disposition == "incomplete" and not a.may_screen and self.effective >= a.repair_until:
            return "lapsed", a.repair_opened, a.repair_until
        return None

    def rule_appeal_filed(self, s):
        if "proposal" in s:
            return self.proposal_appealed(s)
        application = self.application(s)
        stage, decision = self.stage(application.call, "may"), self.adverse(application)
        need(stage and decision and not application.withdrawn, "nothing_to_appeal")
        need(self.effective < self.calendar.end(decision[2], stage["within"]), "appeal_window_over")
        need(s["appeal"] not in self.appeals and decision not in application.appealed and not any(
            a.application is application and a.pending for a in self.appeals.values()), "appeal_exists")

        def effect():
            application.appealed.add(decision)
            self.appeals[s["appeal"]] = Record(application=application, proposal=None, what=decision[0], pending=True)

        return self.by_applicant(application, s), effect

    def rule_appeal_ruled(self, s):
        appeal = self.find(self.appeals, s["appeal"], "unknown_appeal")
        need(appeal.pending, "unknown_appeal")
        if appeal.proposal:
            return self.proposal_appeal_ruled(appeal.proposal, appeal, s["verdict"])
        application = self.under(appeal.application)
        stage = self.stage(application.call, "may")

        def effect():
            appeal.pending = False
            if s["verdict"] == "remit" and appeal.what in ("ineligible", "lapsed"):
                application.may_screen = True
                self.open_repair(application)
            elif s["verdict"] == "remit":
                application.may_vote, application.course = True, Course(application.course.rule)

        return [Signers(resolution=self.resolution(stage["rule"], application.id))], effect

    def onboarding(self, s):
        """The application, if it is admitted and there is still time to complete it."""
        application = self.application(s)
        need(application.outcome == "carried", "not_admitted")
        until = self.calendar.end(application.certified[1], self.stage(application.call, "needs")["within"])
        need(self.now < until, "onboarding_over")
        need(application.member is None, "already_member")
        return application

    def rule_representative_appointed(self, s):
        if "party" in s:
            return [Signers({self.need_member(s["party"]).key})], lambda: None
        application, what = self.onboarding(s), s.get("document", s["type"])
        return [Signers({application.enrolled} - {None})], \
            lambda: setattr(application, "done", application.done | {what})

    rule_document_signed = rule_representative_appointed

    def rule_member_admitted(self, s):
        need(s["member"] not in self.parties and s["member"] not in self.applications, "party_exists")
        self.need_new_name(s["member"])
        application = self.onboarding(s)
        needs = self.stage(application.call, "needs")["needs"]
        need(set(needs) <= application.done and application.enrolled not in {None, *self.revoked}, "needs_missing")
        subject = Subject(application.facts, status="member", member_days=0, today=self.calendar.day(self.now))
        classes = [name for name, roll in self.statutes.rolls.items() if "of" in roll]
        rolls = sorted(name for name in classes if self.on_roll(name, subject))
        need(s["rolls"] == rolls, "wrong_rolls", "computed: %s" % rolls)

        def effect():
            application.member = self.alias[application.id] = s["member"]
            self.parties[s["member"]] = self.new_party(
                application.facts, application.relations, self.now, application.enrolled)

        return [Signers(*self.by(s, "registrar", "teller"))], effect

    # Members, and appeals about proposals.

    def rule_member_reinstated(self, s):
        party = self.need_member(s["member"])
        suspensions = [p for p in party.suspensions if self.now < p.suspended_until and self.is_standing(p)]
        need(suspensions, "unknown_thing", "not suspended")
        need(not any(a.proposal in suspensions and a.pending for a in self.appeals.values()), "appeal_exists")
        rule = self.matter(self.under(suspensions[-1]).matter)["rule"]
        return [Signers(*self.by(s, "registrar"), resolution=self.resolution(rule, s["member"]))], \
            party.suspensions.clear

    def rule_member_resigned(self, s):
        party = self.need_member(s["member"])
        notice = next((matter.get("notice", "PT0H") for _, matter in sorted(self.statutes.matters.items())
                       if matter.get("rule") == "none" and matter.get("by") == "party"), "PT0H")
        left = max(self.now, self.calendar.notice_end(self.now, notice))
        return [self.by_party(s["member"])], \
            lambda: setattr(party, "left", left if party.left is None else min(left, party.left))

    def proposal_appealed(self, s):
        proposal = self.proposal(s)
        may = "appeal" in self.matter(proposal.matter) and proposal.about
        need(may and self.is_adopted(proposal), "nothing_to_appeal")
        need(s["appeal"] not in self.appeals and not proposal.appealed, "appeal_exists")
        need(self.now < proposal.adopted + 30 * 86400, "appeal_window_over")

        def effect():
            proposal.appealed = True
            self.appeals[s["appeal"]] = Record(application=None, proposal=proposal, pending=True)

        return [Signers(self.keys_of(proposal.about))], effect

    def proposal_appeal_ruled(self, proposal, appeal, verdict):
        matter, proposer = self.matter(self.under(proposal).matter), {proposal.party} - {None}
        for group in self.electorate(self.rule_of(proposal), proposal):
            proposer.update(group if proposer & set(group) else ())

        def effect():
            appeal.pending = False
            if verdict == "remit":
                proposal.adopted = proposal.ratify_by = proposal.ratification = None
                proposal.ratified, proposal.course = False, Course(matter["rule"])
                if proposal.expelled:
                    self.parties[proposal.about].left, proposal.expelled = None, False

        return [Signers(resolution=self.ruling(matter["appeal"], {proposal.about} | proposer))], effect

    # What was decided.

    def rule_statutes_adopted(self, s):
        proposal = self.adopted(s)
        self.statutes = self.in_force()
        need(proposal.matter == "statutes", "not_adopted")
        need(sha256(encode_json(s["statutes"]).encode()).hex() == proposal.statutes, "other_text")
        law, (since, last), amend = Statutes(s["statutes"], self.roll), self.versions[-1], self.statutes.amend
        need((law.policy, law.timezone, int(law.version)) == (last.policy, last.timezone, int(last.version) + 1),
             "wrong_version")
        need(not proposal.enacted, "thing_exists")
        earliest = self.calendar.notice_end(proposal.adopted, amend.get("effective_after", "PT0H"))
        effective = decode_time(s["effective"])
        need(effective >= max(earliest, self.now, since), "too_early")

        def effect():
            proposal.enacted = True
            self.versions.append((effective, law))

        slots = self.by(s, "registrar") + ([self.holders(amend["by_also"])] if "by_also" in amend else [])
        return [Signers(*slots, every=self.holders("teller"))], effect

    def mandate(self, s):
        """The mandate, which is in force."""
        mandate = self.known(self.mandates, s, "mandate")
        need(not mandate.ended and self.now < mandate.until, "no_mandate")
        return mandate

    def rule_mandate_granted(self, s):
        self.need_new(self.mandates, s, "mandate")
        proposal, until = self.adopted(s), decode_time(s["until"])
        self.need_member(s["holder"])
        kind = self.statutes.mandates.get(s.get("kind"), {})
        need("kind" not in s or kind.get("from") == proposal.matter, "unknown_mandate")
        need("term" not in kind or until <= self.calendar.end(self.now, kind["term"]), "mandate_too_long")
        need(until > self.now, "too_early")
        occasions = {each["occasion"]: decode_time(each["on"]) for each in s["occasions"]}
        need(len(occasions) == len(s["occasions"]), "thing_exists", "an occasion twice")
        mandate = Record(law=proposal.law, proposal=proposal, holder=s["holder"], until=until, ended=False,
                         occasions=occasions)
        return [Signers(*self.by(s, "registrar", "teller"))], lambda: self.mandates.update({s["mandate"]: mandate})

    def rule_mandate_reported(self, s):
        mandate = self.known(self.mandates, s, "mandate")
        need(s["occasion"] in mandate.occasions and self.now >= mandate.occasions[s["occasion"]], "not_an_occasion")
        return [Signers(self.keys_of(mandate.holder))], lambda: mandate.occasions.pop(s["occasion"])

    def rule_mandate_ended(self, s):
        mandate = self.under(self.mandate(s))
        return [Signers(self.keys_of(mandate.holder)), Signers(*self.by(s, "registrar", "teller"))], \
            lambda: setattr(mandate, "ended", True)

    def rule_statement_issued(self, s):
        need(s["statement"] not in self.statements, "thing_exists")
        proposal = self.adopted(s)
        holder = self.mandate(s).holder if "mandate" in s else None
        need(holder or s["texts"] == proposal.texts, "other_text")
        self.need_language(s["texts"])

        def effect():
            self.statements.add(s["statement"])
            self.issued.update(s["texts"].values())

        return [Signers(self.keys_of(holder))] if holder else self.by_registrar(s), effect

    def rule_statement_disavowed(self, s):
        texts = {text for p in self.proposals.values() if self.is_adopted(p) for text in p.texts.values()}
        need(s["sha256"] not in texts | self.issued, "own_statement")
        return self.by_two(s), lambda: None

    def by_two(self, s):
        """The registrar, and one more holder of a key of a member or an office."""
        return [Signers(*self.by(s, "registrar"), self.any_key())]

    def rule_agreement_signed(self, s):
        self.need_new(self.agreements, s, "agreement")
        proposal, parties = self.adopted(s), s["parties"]
        need(s["sha256"] in proposal.texts.values(), "other_text")
        need(parties or "mandate" in s, "no_mandate")
        mandate = self.mandate(s) if "mandate" in s else None
        need(mandate is None or mandate.proposal is proposal, "no_mandate")
        for party in parties:
            self.need_member(party)
        wanted = self.statutes.roles["registrar"].get("cosign", {}).get(s["type"], 0)
        need(len(set(parties)) == len(parties) >= int(wanted), "wrong_signers", "too few parties, or one twice")
        actions = {each["action"]: self.new_action(each) for each in s["obligations"]}
        need(len(actions) == len(s["obligations"]), "thing_exists", "an action twice")

        def effect():
            until = decode_time(s["until"]) if "until" in s else float("inf")
            self.agreements[s["agreement"]] = Record(law=proposal.law, until=until, ended=False)
            self.actions.update(actions)

        holder = [self.keys_of(mandate.holder)] if mandate else []
        return [Signers(self.holders("registrar"), *map(self.voting_keys, parties), *holder)], effect

    def rule_agreement_ended(self, s):
        agreement = self.under(self.known(self.agreements, s, "agreement"))
        need(not agreement.ended and self.now < agreement.until, "unknown_thing", "not in force")
        return self.by_two(s), lambda: setattr(agreement, "ended", True)

    def new_action(self, s):
        self.need_new(self.actions, s, "action")
        self.need_member(s["owner"])
        return Record(law=self.statutes, owner=s["owner"], state="assigned")

    def rule_action_assigned(self, s):
        self.adopted(s)
        action = self.new_action(s)
        return self.by_registrar(s), lambda: self.actions.update({s["action"]: action})

    def rule_action_updated(self, s):
        action = self.under(self.known(self.actions, s, "action"))
        need(action.state not in ("done", "dropped"), "unknown_thing", "the action is over")
        ways = self.by_registrar(s) if s["state"] == "dropped" else [Signers(self.keys_of(action.owner))]
        return ways, lambda: setattr(action, "state", s["state"])

    def rule_external_recorded(self, s):
        need(s["decision"] not in self.decisions, "thing_exists")
        mandate = self.mandate(s)
        need(decode_time(s["decided"]) <= self.now, "received_in_future")
        self.need_language(s["title"])
        others = {key for party in self.members() if party != mandate.holder for key in self.voting_keys(party)}
        return [Signers(self.keys_of(mandate.holder), others)], lambda: self.decisions.add(s["decision"])

    def rule_document_registered(self, s):
        self.need_new(self.documents, s, "sha256")
        self.need_language(s["title"])
        return self.by_registrar(s), lambda: self.documents.add(s["sha256"])

    def rule_complaint_filed(self, s):
        self.need_new(self.complaints, s, "complaint")
        return [Signers(self.any_key())], lambda: self.complaints.update({s["complaint"]: False})

    def rule_complaint_answered(self, s):
        need(not self.known(self.complaints, s, "complaint"), "thing_exists", "the complaint was answered")
        return self.by_registrar(s), lambda: self.complaints.update({s["complaint"]: True})

    # What was turned away.

    REFUSABLE = set("""application.submitted application.repaired application.withdrawn review.submitted
        objection.raised objection.answered proposal.submitted proposal.seconded amendment.proposed ballot.cast
        ballot.revoked proxy.given conflict.declared vote.challenged appeal.filed""".split())

    def rule_act_refused(self, s):
        line = s["statement"].encode()
        inner = check_statement(decode_json(line))
        signatures = decode_author_lines([line.encode() for line in s["signatures"]])
        need(inner["type"] in self.REFUSABLE, "not_refusable")
        outer, reason = dict(self.__dict__), None
        try:
            self.judge(inner, line + b"\n", signatures, self.now, self.number)
        except Refused as refusal:
            reason = refusal.code
        finally:
            self.__dict__.update(outer)
        need(reason != "bad_signature", "bad_signature", "the refused statement's signature does not hold")
        need(reason == s["reason"], "wrong_refusal", "the reason that stands: %s" % reason)
        return self.by_registrar(s), lambda: setattr(self, "signature_count", self.signature_count + len(signatures))


# ---------------------------------------------------------------- report


def clean(text):
    """The text without anything that a terminal obeys."""
    return "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else
                   "\\u{%x}" % ord(c) for c in str(text))


def as_json(state, broken):
    if broken:
        return {"ok": False, "error": {"entry": broken.entry, "offset": broken.offset, "kind": broken.kind,
                                       "reason": broken.reason, "message": clean(broken.message)}}
    members = state.members()
    return {
        "ok": True, "origin": state.origin, "log_key": state.log_key, "rehearsal": state.rehearsal,
        "entries": state.size, "signatures": state.signature_count, "checkpoints": state.checkpoints,
        "size": state.size, "root": base64.b64decode(state.root).hex(), "uncommitted_bytes": state.uncommitted_bytes,
        "members": sorted(members), "suspended": sorted(filter(state.is_suspended, members)),
        "statutes_version": int(state.in_force().version),
        "proposals": {name: state.status(proposal) for name, proposal in state.proposals.items()},
        "decisions": {name: {row["item"]: row["outcome"] for row in vote.results}
                      for name, vote in state.votes.items() if vote.certified is not None},
        "votes": {name: {row["item"]: {k: row[k] for k in row if k != "item"} for row in vote.results}
                  for name, vote in state.votes.items() if vote.results is not None}}


def as_text(state, broken):
    if broken:
        where = "".join([", entry %d" % broken.entry if broken.entry is not None else "",
                         ", byte %d" % broken.offset if broken.offset is not None else ""])
        return "DOES NOT HOLD%s: %s (%s, %s)" % (where, clean(broken.message), broken.kind, broken.reason)
    lines = ["REHEARSAL: nothing in this ledger is binding; it says so in its first entry"] if state.rehearsal else []
    title = state.name.get("en") or next(iter(state.name.values()), "")
    counts = (("entry", state.size), ("signature", state.signature_count), ("checkpoint", state.checkpoints),
              ("member", len(state.members())), ("application", len(state.applications)),
              ("proposal", len(state.proposals)), ("vote", len(state.votes)))
    lines += [clean("%s  %s" % (state.origin, title)).rstrip(), ", ".join(
        "%d %s" % (n, word if n == 1 else (word + "s").replace("ys", "ies")) for word, n in counts)]
    for name, vote in state.votes.items():
        rows = vote.results or []
        carried, more = sum(row["outcome"] == "carried" for row in rows), ", not certified yet"
        more = ", annulled" if vote.annulled else more if vote.certified is None else ""
        lines.append("vote %s: %s%s" % (clean(name), "%d of %d carried" % (
            carried, len(rows)) if rows else "not counted yet", more if rows or vote.annulled else ""))
        for row in rows:
            member = getattr(state.item(row["item"]), "member", None)
            counts = ", ".join("%s %d" % (clean(word), row["counts"][word]) for word in state.words(
                vote.rule, state.item(row["item"])))
            lines.append("  %-12s %-9s  %s, of %d electors%s" % (
                clean(row["item"]), row["outcome"], counts, row["electors"],
                "" if member is None else "; member " + clean(member)))
    lines += ["proposal %s: %s" % (clean(name), state.status(p)) for name, p in state.proposals.items()]
    if state.uncommitted_bytes:
        lines.append("%d bytes after the last checkpoint are not committed and were not looked at"
                     % state.uncommitted_bytes)
    lines.append("head: %d entries, root %s" % (state.size, state.root))
    return "\n".join(lines + ["OK"])


# ---------------------------------------------------------------- main


def check(data, expected_key=None):
    """(state, None) of a log that holds, (None, Broken) of one that does not."""
    try:
        return verify(data, expected_key), None
    except Broken as broken:
        return None, broken


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("log", help="the log file")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of text")
    parser.add_argument("--log-key", metavar="VKEY", help="the log's verifier key, as you were given it")
    try:
        options = parser.parse_args(arguments)
        expected = decode_vkey(options.log_key) if options.log_key is not None else None
    except SystemExit as stop:
        return 64 if stop.code else 0
    except Malformed as error:
        print("verify: --log-key: %s" % clean(error), file=sys.stderr)
        return 64
    try:
        with open(options.log, "rb") as file:
            data = file.read(FILE_MAX + 1) if os.fstat(file.fileno()).st_size <= FILE_MAX else b" " * (FILE_MAX + 1)
    except OSError as error:
        print("verify: %s" % clean(error), file=sys.stderr)
        return 66
    if len(data) > FILE_MAX:
        state, broken = None, Broken("foreign", "too_large", "more than 1 GiB")
    else:
        state, broken = check(data, expected)
    text = json.dumps(as_json(state, broken)) if options.json else as_text(state, broken)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

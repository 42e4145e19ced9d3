#!/usr/bin/env python3
"""Check a Viche log with a program that shares no code with Viche.

    python3 verify.py LEDGER.viche
    python3 verify.py --json --log-key 'example.org/ledger+1f2e3d4c+AX...' LEDGER.viche

Reads one log file and answers one question: does everything in it hold? The bytes (frames, JSON in
its one spelling), the signatures, the tree and its checkpoints, and then the governance: who might
sign what, and everything that the log claims and anybody can compute (dispositions, shortlist,
electorate, tally, outcome) is computed again from the statements and compared.

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
    state, tree, pending, log_key = State(origin), Tree(), [], None
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
            log_key = log_key or read_log_key(pending, origin, expected_key)
            commit(state, tree, pending, at, body, log_key)
            pending, committed = [], end
        at = end
    first = len(state.entry_digests)
    if damage:
        key = log_key or find_log_key(data, origin)
        if key and holds_checkpoint(data[committed:], origin, key):
            raise Broken("tampered", "frame", "damaged before the last checkpoint",
                         first + len(pending), damage[0])
    if not state.checkpoints:
        torn = not damage or looks_torn(data[damage[0]:])
        raise Broken("cut" if torn else "tampered", "no_checkpoint", "no checkpoint covers anything",
                     len(pending), len(data) if torn else damage[0])
    state.size, state.root = tree.size, tree.root()
    state.uncommitted_bytes, state.uncommitted_entries = len(data) - committed, len(pending)
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
    """The log's own key stands in entry 0."""
    if not pending:
        raise Broken("tampered", "malformed", "a checkpoint before the first entry", 0)
    try:
        statement = Entry(0, pending[0][0], pending[0][1]).statement
        key = decode_vkey(check_type(statement.get("log_key"), "text"))
        if key[0] != origin:
            raise Malformed("the log's key does not bear the log's name")
    except Malformed as error:
        raise Broken("tampered", "malformed", str(error), 0, pending[0][0])
    if expected is not None and key != expected:
        raise Broken("foreign", "log_key", "the log's key is not the one expected", 0, pending[0][0])
    return key


def find_log_key(data, origin):
    """What seems to be the log's key, in a file whose first frame may be damaged."""
    match = re.search(rb'"log_key":"([^"]{1,400})"', data)
    try:
        key = decode_vkey(match.group(1).decode()) if match else None
    except (Malformed, UnicodeError):
        return None
    return key if key and key[0] == origin else None


def commit(state, tree, pending, offset, body, log_key):
    """Checks one checkpoint, and then, in order, the entries that it covers."""
    entries, first = [], tree.size
    for place, (start, leaf) in enumerate(pending):
        try:
            entries.append(Entry(first + place, start, leaf))
        except Malformed as error:
            raise Broken("tampered", "malformed", str(error), first + place, start)
        tree.add(leaf)
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
            raise Refused("calendar", "offsets that are not in order of time")
        self.weekend = set(tree["weekend"])
        self.holidays = {decode_date(day) for day in tree["holidays"]}
        until = tree["until"]
        self.until = decode_time(until) if TIME.match(until) else self.day_start(decode_date(until) + DAY)

    def covers(self, time):
        return self.offsets[0][0] <= time < self.until

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

    def end(self, start, duration, days="calendar"):
        """Where a window that opens at `start` closes; the closing moment is outside."""
        match = DURATION.match(duration)
        if not match:
            raise Refused("unsupported", "a duration that this program does not know: " + duration)
        n_days, hours, months = match.groups()
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
    """The value of a fact as its attribute types it; None where it is unknown."""
    text = unicodedata.normalize("NFC", text).strip()
    kind = attribute["type"]
    if kind in ("set", "parties"):
        return frozenset(filter(None, re.split(r"[;,\s]+", text)))
    if kind == "integer":
        text = re.sub(r"\s", "", text)
        return int(text) if re.match(r"-?[0-9]{1,18}\Z", text) else None
    if kind == "date":
        text = re.sub(r"\A(\d\d)\.(\d\d)\.(\d{4})\Z", r"\3-\2-\1", text)
        try:
            return decode_date(text)
        except Malformed:
            return None
    if kind == "boolean":
        return {"yes": True, "true": True, "no": False, "false": False}.get(text)
    if kind == "edrpou":
        return text if is_edrpou(text) else None
    if kind == "oblast":
        return text if re.match(r"UA-[0-9]{2}\Z", text) else None
    if kind == "enum":
        return text if text in attribute["values"] else None
    return text or None


TOKEN = re.compile(r"\s*(?:(\d{4}-\d\d-\d\d)|(\d+)|([A-Za-z][A-Za-z0-9_.-]*)|(==|!=|<=|>=|<|>|[()\[\],]))")
FUNCTIONS = {"known": 1, "years": 2, "days": 2, "has": 2, "has_all": 2, "count_in": 2}
COMPARE = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
           "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}


class Parser:
    """Parses an expression into tuples: ("and", a, b), ("not", a), (">=", a, b), ("name", x) …"""

    def __init__(self, text):
        self.tokens, at = [], 0
        while text[at:].strip():
            match = TOKEN.match(text, at)
            if not match:
                raise Refused("statutes", "an expression that does not parse: " + text)
            self.tokens.append(match.group().strip())
            at = match.end()
        self.text = text

    def parse(self):
        tree = self.either()
        if self.tokens:
            self.fail()
        return tree

    def fail(self):
        raise Refused("statutes", "an expression that does not parse: " + self.text)

    def take(self, *expected):
        if self.tokens and (not expected or self.tokens[0] in expected):
            return self.tokens.pop(0)
        return None if expected else self.fail()

    def either(self):
        tree = self.both()
        while self.take("or"):
            tree = ("or", tree, self.both())
        return tree

    def both(self):
        tree = self.negated()
        while self.take("and"):
            tree = ("and", tree, self.negated())
        return tree

    def negated(self):
        if self.take("not"):
            return ("not", self.negated())
        if self.take("("):
            tree = self.either()
            return tree if self.take(")") else self.fail()
        left = self.operand()
        operator = self.take("in", *COMPARE)
        return (operator, left, self.operand()) if operator else left

    def operand(self):
        token = self.take()
        if token == "[":
            items = [self.take()]
            while self.take(","):
                items.append(self.take())
            return ("list", items) if self.take("]") else self.fail()
        if DATE.match(token):
            return ("value", decode_date(token))
        if token.isdigit():
            return ("value", int(token))
        if not token[0].isalpha() or token in ("and", "or", "not", "in"):
            self.fail()
        if self.take("("):
            arguments = [self.operand()]
            while self.take(","):
                arguments.append(self.operand())
            if not self.take(")") or FUNCTIONS.get(token) != len(arguments):
                self.fail()
            return ("call", token, arguments)
        return ("name", token)


class Subject:
    """What an expression is about: facts, and what follows from the log for their owner."""

    def __init__(self, facts, derived):
        self.facts, self.derived = facts, derived


class Statutes:
    """The adopted rules: a tree in which every scalar is text."""

    SECTIONS = ("policy version title language timezone parameters attributes define relations roles rolls "
                "bodies seats windows rules selections procedures matters mandates disclosure amend").split()

    def __init__(self, tree, roll):
        for section in self.SECTIONS:
            if section not in tree:
                raise Refused("statutes", "a section is missing: " + section)
        self.__dict__.update((section, tree[section]) for section in self.SECTIONS)
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
        return typed(self.attributes[name], subject.facts[name]) if name in subject.facts else None

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
        if kind == "list":
            return tree[1]
        if kind == "name":
            return self.name(tree[1], subject)
        if kind == "call":
            return self.call(tree[1], tree[2], subject)
        left, right = self.value(tree[1], subject), self.value(tree[2], subject)
        if left is None or right is None:
            return None
        try:
            return left in right if kind == "in" else COMPARE[kind](left, right)
        except TypeError:
            raise Refused("statutes", "an expression that compares unlike things")

    def name(self, name, subject):
        if name in self.attributes:
            return self.fact(name, subject)
        if name in self.define:
            return self.value(self.trees[name], subject)
        if name.startswith("param."):
            text = self.parameters.get(name[6:])
            return int(text) if text and text.isdigit() else text
        if name in ("status", "member_days", "today", "times_selected") or name.startswith("call."):
            return subject.derived.get(name)
        return name  # a word, as in `status == member`

    def call(self, function, arguments, subject):
        first = self.value(arguments[0], subject)
        if function == "known":
            return first is not None
        if function == "count_in":
            return None if first is None else len(first & set(self.roll(arguments[1][1])))
        second = arguments[1][1] if function == "has" else self.value(arguments[1], subject)
        if first is None or second is None:
            return None
        if function == "years":
            return second.year - first.year - ((second.month, second.day) < (first.month, first.day))
        if function == "days":
            return (second - first).days
        return second in first if function == "has" else set(second) <= first

    def shortcomings(self, screen, fix, subject):
        """The codes of what is not true in the two tests, in the order of their text, each once.

        Where the first is certainly false, what is merely unknown in it is not asked for.
        """
        certain = self.holds(screen, subject) is False
        return list(dict.fromkeys(self.missing(self.tree(screen), subject, True, certain)
                                  + self.missing(self.tree(fix), subject, True, False)))

    def missing(self, tree, subject, wanted, certain):
        """The codes of the parts of an expression that are not as wanted (if `certain`: certainly not)."""
        if tree[0] == "not":
            return self.missing(tree[1], subject, not wanted, certain)
        if tree[0] == "name" and tree[1] in self.define:
            return self.missing(self.trees[tree[1]], subject, wanted, certain)
        value = self.value(tree, subject)
        if value is wanted or (value is None and certain):
            return []
        if tree[0] in ("and", "or"):
            return [code for side in tree[1:] for code in self.missing(side, subject, wanted, certain)]
        names = [name for name in names_in(tree) if name in self.attributes]
        unknown = [name for name in names if self.fact(name, subject) is None]
        if unknown:
            return [self.unknown_code(name, subject) for name in unknown]
        operand = tree[1] if tree[0] in COMPARE else tree
        function = operand[1] if operand[0] == "call" else None
        name = names[0] if names else ""
        if function in ("has", "has_all"):
            wants = self.value(operand[2][1], subject) if function == "has_all" else [operand[2][1][1]]
            one = name[:-1] if name.endswith("s") else name
            return ["%s:%s" % (one, item) for item in wants
                    if (item in self.fact(name, subject)) is not wanted]
        if tree[0] in COMPARE and function == "years":
            return ["age_under_%sy" % self.value(tree[2], subject)]
        if tree[0] in COMPARE and function == "count_in":
            counted = self.value(operand, subject), self.value(tree[2], subject)
            return ["%s:%s_of_%s" % ((name,) + counted)]
        return names

    def unknown_code(self, name, subject):
        stated = subject.facts.get(name, "").strip()
        return ("invalid:" if stated and name == self.code_attribute else "missing:") + name


def names_in(tree):
    if tree[0] == "name":
        return [tree[1]]
    if tree[0] == "call":
        return [name for argument in tree[2] for name in names_in(argument)]
    return [] if tree[0] in ("value", "list") else [n for side in tree[1:] for n in names_in(side)]


CLAUSE = re.compile(r"(yes|no|abstain|take_part) (<|<=|>|>=) (\d+)(?:/([1-9]\d*))?"
                    r"(?: of (cast|taking_part|electors|seats))?\Z", re.ASCII)


def condition(text, counts):
    """Whether a tally condition such as `yes >= 2/3 of cast` holds; of nobody, nothing holds."""
    for clause in text.split(" and "):
        match = CLAUSE.match(clause.strip())
        if not match:
            raise Refused("unsupported", "a tally condition that this program does not know: " + clause)
        tally, operator, top, bottom, base = match.groups()
        of = counts[base] if base else 1
        if of == 0 or not COMPARE[operator](counts[tally] * int(bottom or 1), int(top) * of):
            return False
    return True


# ---------------------------------------------------------------- the form of each statement

NAME = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
DIGEST = re.compile(r"[0-9a-f]{64}\Z")
PATTERNS = {"name": NAME, "keyname": KEY_NAME, "digest": DIGEST, "id": re.compile(r"[0-9a-f]{32}\Z"),
            "date": DATE, "fraction": re.compile(r"(0|[1-9][0-9]*)/[1-9][0-9]*\Z")}
# type: its fields, `?` for one that may be absent. `[x]` is a list, `{x}` an object of x by name.
FORMS = {form.split()[0]: form.split()[1:] for form in """
founder party:name name:names facts:{text} relations:{[name]} key:vkey
office role:name key:vkey party?:name
seat seat:name party:name
offset from:time minutes:int
calendar timezone:text offsets:[offset] weekend:[int] holidays:[date] until:text
assignment application:name reviewers:[keyname]
rank application:name score:fraction selected:bool reason?:text
result application:name yes:int no:int abstain:int electors:int outcome:text
ledger.founded name:names rehearsal:bool statutes:object calendar:calendar log_key:vkey founders:[founder] offices:[office] seats:[seat]
office.assigned role:name key:vkey party?:name
key.enrolled key:vkey application?:name party?:name
key.revoked key:keyname reason:text
relation.declared kind:name from:name to:name
member.suspended member:name ground:text until:time
call.opened call:name procedure:name opens:time closes:time form?:digest lot_source?:text
call.extended call:name closes:time ground:text
application.submitted call:name application:name channel:text name:names facts:{text} relations:{[name]} commitments:{digest} received_at?:time sealed_at?:time key?:vkey
application.withdrawn application:name received_at?:time
call.closed call:name counts:{int}
application.screened application:name disposition:text tests:{text} reasons:[text] related?:name
application.repaired application:name facts:{text} relations:{[name]} received_at?:time
diligence.found application:name tier:text report?:digest
review.assigned call:name assignments:[assignment]
review.submitted review:name application:name scores:{int} commitments:{digest} received_at?:time
shortlist.published call:name ranking:[rank] lot?:text
objection.raised objection:name application:name ground:text
objection.answered objection:name answer:text received_at?:time
objection.withdrawn objection:name
vote.opened vote:name call:name matter:name applications:[name] opens:time closes:time electorate:[[name]]
ballot.cast vote:name on:digest choices:{text} sealed_at?:time
tally.published vote:name results:[result]
outcome.certified vote:name outcomes:{text}
appeal.filed appeal:name application:name ground:text received_at?:time
appeal.ruled appeal:name verdict:text ground:text
representative.appointed application:name representative:text
document.signed application:name document:name sha256:digest
member.admitted application:name member:name rolls:[name]
act.refused statement:statement signatures:[text] reason:text
""".strip().splitlines()}


def check_type(value, form):
    """The value, of this form, or Malformed."""
    if form.startswith("["):
        return [check_type(item, form[1:-1]) for item in check_type(value, "list")]
    if form.startswith("{"):
        return {check_type(n, "name"): check_type(v, form[1:-1]) for n, v in check_type(value, "object").items()}
    kind = {"int": int, "bool": bool, "list": list, "object": dict, "names": dict}.get(form, str)
    if form in FORMS:
        return check_fields(value, FORMS[form])
    if form == "statement":
        return decode_json(value.encode()) if isinstance(value, str) else check_type(value, "object")
    if type(value) is not kind:
        raise Malformed("a field that is not of the form " + form)
    if form in PATTERNS and not PATTERNS[form].match(value):
        raise Malformed("a field that is not of the form %s: %s" % (form, value))
    if form == "names" and not (value and all(type(v) is str and v for v in value.values())):
        raise Malformed("a name in each language")
    if form == "time":
        decode_time(value)
    if form == "vkey":
        decode_vkey(value)
    return value


def check_fields(value, fields, common=()):
    if type(value) is not dict:
        raise Malformed("not an object")
    forms = dict(field.split(":", 1) for field in list(fields) + list(common))
    known = {name.rstrip("?") for name in forms}
    for name in value:
        if name not in known:
            raise Malformed("a field that its type does not have: " + name)
    for name, form in forms.items():
        if name.rstrip("?") in value:
            check_type(value[name.rstrip("?")], form)
        elif not name.endswith("?"):
            raise Malformed("a field is missing: " + name)
    return value


def check_statement(statement):
    if not isinstance(statement.get("type"), str) or "." not in statement["type"] \
            or statement["type"] not in FORMS:
        raise Refused("unknown_type", "a statement of a type that this program does not know: %s"
                      % statement.get("type"))
    check_fields(statement, FORMS[statement["type"]], ("ledger:text", "id:id", "type:text"))


# ---------------------------------------------------------------- state and rules


def need(holds, code, message=""):
    if not holds:
        raise Refused(code, message)


class Record:
    """A thing that statements speak of (a key, a party, an application …): its fields."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


class Signers:
    """One way in which a statement may be signed: a key for each slot, and a body's keys besides."""

    def __init__(self, *slots, body=None, body_rule=None):
        self.slots, self.body, self.body_rule = slots, body or {}, body_rule

    def fit(self, names):
        return self.place(list(names), list(self.slots))

    def place(self, names, slots):
        if not slots:
            return all(n in self.body for n in names) and (not self.body_rule or self.body_rule(names))
        return any(self.place([n for n in names if n != name], slots[1:])
                   for name in names if name in slots[0])


class State:
    """What the entries so far say, and the rules by which the next one is judged.

    Each `rule_…` judges one type of statement: it refuses, or gives the ways in which the statement
    may be signed and a function that records it. Nothing is recorded before everything is judged.
    """

    def __init__(self, origin):
        self.origin, self.statutes, self.calendar, self.rehearsal = origin, None, None, False
        self.checkpoints = self.signature_count = 0
        self.entry_digests, self.ids, self.last_time = [], set(), None
        self.keys, self.publics, self.parties, self.seats = {}, {}, {}, []
        self.ties, self.alias, self.revoked_at = set(), {}, {}
        self.calls, self.applications, self.objections = {}, {}, {}
        self.votes, self.appeals, self.reviews = {}, {}, set()

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
        founding = s["type"] == "ledger.founded"
        need(s["ledger"] == self.origin, "other_ledger")
        need(founding or self.statutes, "not_founded")
        need(not founding or (not self.statutes and number == 0), "already_founded")
        need(s["id"] not in self.ids, "repeated_id")
        need(self.last_time is None or received >= self.last_time, "time_runs_back")
        reach = Calendar(s["calendar"]) if founding else self.calendar
        need(reach.covers(received), "outside_calendar")
        keys = {name: (id_, public) for name, id_, public in self.brought_keys(s)}
        for name, id_, signature in signatures:
            known = keys.get(name) or (self.keys[name].id, self.keys[name].public) if (
                name in keys or name in self.keys) else None
            need(known and known[0] == id_, "unknown_key", "signed with a key that no entry registered: " + name)
            need(is_signed(known[1], text, signature), "bad_signature", "a signature that does not hold: " + name)
        for name, _, _ in signatures:
            need(name not in self.revoked_at, "revoked_key", "signed with a revoked key: " + name)
        self.now, self.number, self.line, self.signers = received, number, text, [n for n, _, _ in signatures]
        self.effective = received
        if "received_at" in s:
            self.effective = decode_time(s["received_at"])
            need(self.effective <= received, "received_later", "received_at is later than the entry")
        if "sealed_at" in s:
            need(decode_time(s["sealed_at"]) <= self.effective + 300, "sealed_later", "sealed after it was received")
        ways, effect = getattr(self, "rule_" + s["type"].replace(".", "_"))(s)
        need(any(way.fit(self.signers) for way in ways), "wrong_signers",
             "not signed by exactly those whom it needs")
        return effect

    @staticmethod
    def brought_keys(s):
        """The keys that a statement itself brings and that may therefore sign it."""
        vkeys = [s["key"]] if "key" in s and "+" in s["key"] else []
        vkeys += [each["key"] for each in s.get("founders", []) + s.get("offices", [])]
        return [decode_vkey(vkey) for vkey in vkeys]

    def first_changed(self, entries):
        """The first of these entries that is not as its authors signed it, if that can be seen."""
        keys = {(name, key.id): key.public for name, key in self.keys.items()}
        for entry in entries:
            try:
                check_statement(entry.statement)
                keys.update(((name, id_), public) for name, id_, public in self.brought_keys(entry.statement))
            except (Malformed, Refused):
                return entry
            for name, id_, signature in entry.signatures:
                if (name, id_) not in keys or not is_signed(keys[name, id_], entry.text, signature):
                    return entry
        return None

    # Keys, offices, bodies.

    def register(self, vkey, **fields):
        name, id_, public = decode_vkey(vkey)
        record = self.keys.setdefault(name, Record(id=id_, public=public, offices={}, party=None))
        record.__dict__.update(fields)
        self.publics[public] = name
        return name

    def need_new_key(self, vkey, same=None):
        """Never a key or a name that was used before, unless it is `same`."""
        name, _, public = decode_vkey(vkey)
        if same is not None and name == same and self.keys[name].public == public:
            return name
        need(name not in self.keys and public not in self.publics, "key_used", "a key or a name that was used before")
        return name

    def holders(self, role):
        return {n for n, k in self.keys.items() if role in k.offices and n not in self.revoked_at}

    def voting_key(self, party):
        key = self.parties[party].key
        return {key} if key not in self.revoked_at else set()

    def registrar(self, type_):
        """The slots that a registrar's signature fills: their own, and those who must sign with them."""
        more = int(self.statutes.roles["registrar"].get("cosign", {}).get(type_, 0))
        return [self.holders("registrar")] + [self.any_key()] * more

    def any_key(self):
        """Every live key of a member or an office."""
        voting = {p.key for p in self.parties.values()}
        return {n for n, k in self.keys.items() if n not in self.revoked_at and (k.offices or n in voting)}

    def body(self, rule_name, subject=None):
        """The keys of a rule's body, and whether so many of them are a decision."""
        need(rule_name in self.statutes.rules, "unsupported", "not a rule: %s" % rule_name)
        rule = self.statutes.rules[rule_name]
        body = self.statutes.bodies[rule["electors"]]
        kinds = rule.get("recuse", []) + body.get("recuse", [])
        parties = [p for p in self.body_parties(body) if not (subject and self.tied(kinds, p, subject))]
        keys = {name: party for party in parties for name in self.voting_key(party)}
        seats = sum(int(self.statutes.seats[s]["count"]) for s in body["seats"]) if "seats" in body else len(parties)

        def decides(names):
            yes = sum(parties.count(keys[name]) for name in names)
            counts = {"yes": yes, "no": 0, "abstain": 0, "take_part": yes, "cast": yes, "taking_part": yes,
                      "electors": len(parties), "seats": seats}
            return condition(rule.get("quorum", "take_part > 0"), counts) and condition(rule["pass"], counts)

        return dict(body=keys, body_rule=decides)

    def body_parties(self, body):
        if "seats" in body:
            return [party for seat, party in self.seats if seat in body["seats"]]
        return self.roll(body["roll"])

    # Parties, rolls, relations.

    def subject(self, party=None, application=None):
        """What the statutes' expressions see of a member, or of an applicant."""
        derived = {"status": "applicant", "today": self.calendar.day(self.now)}
        if party:
            record = self.parties[party]
            derived["status"] = "member"
            derived["member_days"] = (derived["today"] - self.calendar.day(record.since)).days
        else:
            record = self.applications[application]
            derived["call.closes_on"] = self.calendar.day(self.calls[record.call].closes - 1)
        return Subject(record.facts, derived)

    def roll(self, name):
        need(name in self.statutes.rolls, "unsupported", "not a roll: " + name)
        roll = self.statutes.rolls[name]
        among = self.roll(roll["of"]) if "of" in roll else sorted(self.parties)
        return [p for p in among if self.statutes.holds(roll["where"], self.subject(party=p)) is True]

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
        declared = {(k, self.alias.get(x, x), self.alias.get(y, y)) for k, x, y in self.ties}
        if (kind, a, b) in declared:
            return True
        stated = set(self.owner(b).relations.get(kind, []))
        if self.statutes.relations[kind].get("symmetric") == "true":
            return bool(stated & set(self.owner(a).relations.get(kind, [])))
        for name, attribute in self.statutes.attributes.items():
            if attribute["type"] == "parties" and name[:-1] + "_of" == kind and name in self.owner(b).facts:
                stated |= self.statutes.fact(name, Subject(self.owner(b).facts, {}))
        return a in {self.alias.get(party, party) for party in stated}

    def check_facts(self, facts, relations):
        for name in facts:
            need(name in self.statutes.attributes and "subject" not in self.statutes.attributes[name],
                 "unknown_fact", "a fact that the statutes do not know: " + name)
        for kind in relations:
            need(kind in self.statutes.relations, "unknown_relation", "a relation that the statutes do not know: " + kind)

    # Founding, offices, keys.

    def rule_ledger_founded(self, s):
        statutes = Statutes(s["statutes"], self.roll)
        parties = [f["party"] for f in s["founders"]]
        vkeys = {f["party"]: f["key"] for f in s["founders"]}
        log_name, _, log_public = decode_vkey(s["log_key"])
        need(parties and len(set(parties)) == len(parties), "party_used", "founders that are not different")
        need(len(set(vkeys.values())) == len(vkeys), "key_used")
        need(log_name == self.origin, "log_key", "the log's key does not bear the log's name")
        offices = [o["key"] for o in s["offices"] if not (o.get("party") and vkeys.get(o["party"]) == o["key"])]
        decoded = [decode_vkey(vkey) for vkey in list(vkeys.values()) + offices]
        for part in (0, 2):
            values = [key[part] for key in decoded]
            need(len(set(values)) == len(values), "key_used", "one key or name twice")
            need((log_name, "", log_public)[part] not in values, "key_used", "the log's key is nobody else's")
        for office in s["offices"]:
            need(office["role"] in statutes.roles, "unknown_role", office["role"])
            need("party" not in office or office["party"] in parties, "unknown_party")
        for role in {o["role"] for o in s["offices"]}:
            held = sum(o["role"] == role for o in s["offices"])
            need(held <= int(statutes.roles[role].get("count", 1)), "too_many_holders", role)
        for seat in s["seats"]:
            need(seat["seat"] in statutes.seats and seat["party"] in parties, "unknown_seat")
        for name in {each["seat"] for each in s["seats"]}:
            held = sum(each["seat"] == name for each in s["seats"])
            need(held <= int(statutes.seats[name]["count"]), "too_many_holders", name)

        self.statutes = statutes
        try:
            for founder in s["founders"]:
                self.check_facts(founder["facts"], founder["relations"])
        finally:
            self.statutes = None

        def effect():
            self.statutes, self.calendar, self.rehearsal = statutes, Calendar(s["calendar"]), s["rehearsal"]
            self.keys[log_name] = Record(id=None, public=log_public, offices={}, party=None)
            self.publics[log_public] = log_name
            for f in s["founders"]:
                key = self.register(f["key"], party=f["party"])
                self.parties[f["party"]] = Record(facts=f["facts"], relations=f["relations"], key=key,
                                                  since=self.now, suspended=None)
            for o in s["offices"]:
                self.keys[self.register(o["key"])].offices[o["role"]] = o.get("party")
            self.seats = [(each["seat"], each["party"]) for each in s["seats"]]

        return [Signers(*[{key[0]} for key in decoded])], effect

    def rule_office_assigned(self, s):
        role = self.statutes.roles.get(s["role"])
        need(role is not None, "unknown_role")
        need(len(self.holders(s["role"])) < int(role.get("count", 1)), "too_many_holders")
        party = s.get("party")
        need(party is None or party in self.parties, "unknown_party")
        own = self.parties[party].key if party else None
        name = self.need_new_key(s["key"], same=own)
        others = [self.keys[n].offices[s["role"]] for n in self.holders(s["role"])]
        need(not party or not any(o and self.tied(role.get("not_from", []), party, o) for o in others), "not_from")
        body = self.body(role["named_by"], party) if "named_by" in role else {}

        def effect():
            self.keys[self.register(s["key"])].offices[s["role"]] = party

        return [Signers(*self.registrar(s["type"]), {name}, **body)], effect

    def rule_key_enrolled(self, s):
        need(("application" in s) != ("party" in s), "unknown_application", "an application or a party")
        if "application" in s:
            application = self.application(s)
            need(application.outcome == "carried" and application.member is None, "not_admitted")
            need(application.enrolled is None or application.enrolled in self.revoked_at, "has_key")
            name = self.need_new_key(s["key"], same=application.key if application.enrolled is None else None)
        else:
            need(s["party"] in self.parties, "unknown_party")
            need(not self.voting_key(s["party"]), "has_key")
            name = self.need_new_key(s["key"])

        def effect():
            self.register(s["key"], party=s.get("party"))
            if "application" in s:
                application.enrolled = name
                application.done["key.enrolled"] = self.now
            else:
                self.parties[s["party"]].key = name

        return [Signers(*self.registrar(s["type"]), {name})], effect

    def rule_key_revoked(self, s):
        need(s["key"] in self.keys and s["key"] != self.origin, "unknown_key")
        need(s["key"] not in self.revoked_at, "revoked_key")
        need(s["reason"] in ("lost", "left", "compromised"), "unknown_reason")
        return [Signers({s["key"]}), Signers(self.holders("registrar"), self.any_key())], \
            lambda: self.revoked_at.update({s["key"]: self.number})

    def rule_relation_declared(self, s):
        need(s["kind"] in self.statutes.relations, "unknown_relation")
        ends = [self.owner(s["from"]), self.owner(s["to"])]
        need(all(ends) and ends[0] is not ends[1], "unknown_party")
        keys = {end.key for end in ends} | {end.enrolled for end in ends if hasattr(end, "enrolled")}
        return [Signers(keys - {None})], lambda: self.ties.update(
            [(s["kind"], s["from"], s["to"])]
            + [(s["kind"], s["to"], s["from"])] * (self.statutes.relations[s["kind"]].get("symmetric") == "true"))

    def rule_member_suspended(self, s):
        need(s["member"] in self.parties, "unknown_member")
        matter = self.statutes.matters["suspension"]
        need(self.now < decode_time(s["until"]) <= self.calendar.end(self.now, matter["lasts"]), "too_long")
        return [Signers(*self.registrar(s["type"]), **self.body(matter["rule"], s["member"]))], \
            lambda: setattr(self.parties[s["member"]], "suspended", decode_time(s["until"]))

    # Calls and applications.

    def stage(self, call, field):
        """The stage of a call's procedure that has this field, or None."""
        stages = self.statutes.procedures[call.procedure]["stages"]
        return next((stage for stage in stages if field in stage), None)

    def fix_stage(self, call):
        screen = self.stage(call, "test")
        stages = self.statutes.procedures[call.procedure]["stages"]
        return next((stage for stage in stages if stage["id"] == screen.get("unknown")), screen)

    def window_end(self, start, name, duration=None):
        window = self.statutes.windows[name]
        return self.calendar.end(start, duration or window["open"], window.get("days", "calendar"))

    def grace_end(self, closes, name):
        grace = self.statutes.windows[name].get("grace")
        return self.calendar.end(closes, grace) if grace else closes

    def call_window(self, call):
        return self.statutes.procedures[call.procedure]["stages"][0]["window"]

    def rule_call_opened(self, s):
        need(s["call"] not in self.calls, "id_used")
        need(s["procedure"] in self.statutes.procedures, "unknown_procedure")
        opens, closes = decode_time(s["opens"]), decode_time(s["closes"])
        call = Record(procedure=s["procedure"], opens=opens, closes=closes, first_closes=closes, closed=None,
                      shortlist=None, objections_until=None)
        need(opens >= self.now, "opens_too_early")
        need(closes == self.window_end(opens, self.call_window(call)), "wrong_closing")
        need(not any(c.procedure == s["procedure"] and c.opens < closes and opens < c.closes
                     for c in self.calls.values()), "overlapping_call")
        rule = self.statutes.procedures[s["procedure"]].get("opened_by", {}).get("rule")
        return [Signers(*self.registrar(s["type"]), **self.body(rule) if rule else {})], \
            lambda: self.calls.update({s["call"]: call})

    def rule_call_extended(self, s):
        call = self.calls.get(s["call"])
        need(call, "unknown_call")
        need(call.closed is None, "call_closed")
        window = self.call_window(call)
        outage = self.statutes.windows[window].get("outage")
        need(outage, "no_extension")
        closes = decode_time(s["closes"])
        need(self.now < self.grace_end(call.closes, window), "too_late")
        need(closes > self.now and closes > call.closes, "not_later")
        need(closes <= self.calendar.end(call.first_closes, outage["extend_max"]), "too_long")
        slots = [slot for role in outage["by"] for slot in (
            self.registrar(s["type"]) if role == "registrar" else [self.holders(role)])]
        return [Signers(*slots)], lambda: setattr(call, "closes", closes)

    def rule_application_submitted(self, s):
        call = self.calls.get(s["call"])
        need(call, "unknown_call")
        need(call.closed is None, "call_closed")
        need(s["application"] not in self.applications and s["application"] not in self.parties, "id_used")
        need(s["channel"] in ("web", "paper", "statement", "offline_bundle"), "unknown_channel")
        self.check_facts(s["facts"], s["relations"])
        name = None
        if "key" in s:
            name = decode_vkey(s["key"])[0]
            applicants = {a.key for a in self.applications.values() if a.enrolled is None}
            name = self.need_new_key(s["key"], same=name if name in applicants else None)
        else:
            need("received_at" in s, "not_received", "without a key, a letter-box says when it came")
        application = Record(
            id=s["application"], call=s["call"], number=self.number, effective=self.effective, key=name,
            sealed=decode_time(s["sealed_at"]) if "sealed_at" in s else None, channel=s["channel"],
            facts=s["facts"], relations=s["relations"], withdrawn=False, disposition=None, screened_at=None,
            may_screen=True, repair_until=None, tier=None, reviewers=[], review_until=None, reviews={},
            selected=None, shortlisted_at=None, vote=None, outcome=None, certified_at=None, enrolled=None,
            done={}, member=None, remitted=False, appealed=set())

        def effect():
            if name:
                self.register(s["key"])
            self.applications[s["application"]] = application

        first = [self.holders("registrar")] if "received_at" in s else []
        return [Signers(*first, *([{name}] if name else []))], effect

    def application(self, s):
        need(s["application"] in self.applications, "unknown_application")
        return self.applications[s["application"]]

    def applicant_ways(self, application, s):
        """The applicant's key (and the registrar for a letter-box), or the registrar for a letter-box."""
        key = {application.enrolled or application.key} - {None}
        if "received_at" not in s:
            return [Signers(key)]
        return [Signers(key, self.holders("registrar")), Signers(self.holders("registrar"))]

    def rule_application_withdrawn(self, s):
        application = self.application(s)
        need(not application.withdrawn, "already_withdrawn")
        need(application.outcome not in ("carried", "lost"), "already_decided")
        return self.applicant_ways(application, s), lambda: setattr(application, "withdrawn", True)

    def place(self, application):
        """early, late, late_beyond_grace, grace or in_time."""
        call = self.calls[application.call]
        if application.effective < call.opens:
            return "early"
        if application.effective < call.closes:
            return "in_time"
        if application.channel == "offline_bundle" and application.sealed is not None \
                and application.sealed < call.closes:
            inside = application.effective < self.grace_end(call.closes, self.call_window(call))
            return "grace" if inside else "late_beyond_grace"
        return "late"

    def same_code(self, application, places):
        """The applications of the call with the same registry code, in order of receipt."""
        code = application.facts.get(self.statutes.code_attribute, "").strip()
        return sorted((a for a in self.applications.values() if code and a.call == application.call
                       and a.facts.get(self.statutes.code_attribute, "").strip() == code
                       and self.place(a) in places), key=lambda a: (a.effective, a.number))

    def screening(self, application):
        """(disposition, tests, reasons, related), computed."""
        statutes, call = self.statutes, self.calls[application.call]
        screen, fix = self.stage(call, "test")["test"], self.fix_stage(call)["test"]
        subject, place = self.subject(application=application.id), self.place(application)
        values = {test: statutes.holds(test, subject) for test in (screen, fix)}
        tests = {test: {True: "true", False: "false", None: "unknown"}[v] for test, v in values.items()}
        standing = self.same_code(application, ("in_time", "grace"))
        stands = standing[-1] if standing else application
        if place == "early":
            return "early", tests, ["before_open"], None
        if place in ("late", "late_beyond_grace"):
            return "late", tests, [place], None if stands is application else stands.id
        if stands is not application:
            return "superseded", tests, ["superseded"], stands.id
        early = self.same_code(application, ("early",))
        related = early[-1].id if early else None
        if application.withdrawn:
            return "withdrawn", tests, ["withdrawn"], related
        if values[screen] is True and values[fix] is True:
            return "eligible", tests, ["grace"] if place == "grace" else [], related
        disposition = "ineligible" if values[screen] is False else "incomplete"
        return disposition, tests, statutes.shortcomings(screen, fix, subject), related

    def rule_call_closed(self, s):
        call = self.calls.get(s["call"])
        need(call, "unknown_call")
        need(call.closed is None, "call_closed")
        need(self.now >= self.grace_end(call.closes, self.call_window(call)), "too_early")
        counts = dict.fromkeys(("early", "late", "superseded", "withdrawn", "standing"), 0)
        for application in self.applications.values():
            if application.call == s["call"]:
                disposition = self.screening(application)[0]
                counts[disposition if disposition in counts else "standing"] += 1
        need(s["counts"] == counts, "wrong_counts", "computed: %s" % counts)
        return [Signers(*self.registrar(s["type"]))], \
            lambda: setattr(call, "closed", sha256(self.line))

    def rule_application_screened(self, s):
        application = self.application(s)
        need(self.calls[application.call].closed, "call_not_closed")
        need(application.may_screen, "already_screened")
        claimed = s["disposition"], s["tests"], s["reasons"], s.get("related")
        computed = self.screening(application)
        need(claimed == computed, "wrong_screening", "computed: %s, %s, %s, %s" % computed)

        def effect():
            application.disposition, application.screened_at = s["disposition"], self.now
            application.may_screen, application.repair_until = False, None
            if s["disposition"] == "incomplete":
                self.open_repair(application)

        return [Signers(*self.registrar(s["type"]))], effect

    def open_repair(self, application):
        fix = self.fix_stage(self.calls[application.call])
        application.repair_until = self.window_end(self.now, fix["window"])

    def rule_application_repaired(self, s):
        application = self.application(s)
        need(application.repair_until is not None and not application.withdrawn, "not_incomplete")
        need(self.effective < self.grace_end(
            application.repair_until, self.fix_stage(self.calls[application.call])["window"]), "after_window")
        self.check_facts(s["facts"], s["relations"])

        def effect():
            application.facts = dict(application.facts, **s["facts"])
            application.relations = dict(application.relations, **s["relations"])
            application.may_screen = True

        return self.applicant_ways(application, s), effect

    def rule_diligence_found(self, s):
        application = self.application(s)
        stage = self.stage(self.calls[application.call], "tiers")
        need(application.disposition == "eligible" and not application.withdrawn, "not_eligible")
        need(stage and s["tier"] in stage["tiers"], "unknown_tier")
        need(application.tier is None, "already_found")
        return [Signers(*self.registrar(s["type"]))], lambda: setattr(application, "tier", s["tier"])

    # Reviews, shortlist, objections.

    def conflicted(self, reviewer, application):
        """Whether the reviewer's party stands in a relation that recuses to the applicant."""
        role = self.review_role(application)
        party = self.keys[reviewer].offices.get(role)
        return bool(party) and self.tied(self.statutes.roles[role].get("recuse", []), party, application.id)

    def review_role(self, application):
        return self.stage(self.calls[application.call], "select")["by"]

    def selection(self, call):
        return self.statutes.selections[self.stage(call, "select")["select"]]

    def rule_review_assigned(self, s):
        call = self.calls.get(s["call"])
        need(call, "unknown_call")
        each = int(self.selection(call)["reviews"]["each"])
        panel = sorted(self.holders(self.stage(call, "select")["by"]), key=str.encode)
        before = dict.fromkeys(panel, 0)
        for application in self.applications.values():
            for reviewer in application.reviewers if application.call == s["call"] else []:
                before[reviewer] = before.get(reviewer, 0) + 1
        loads, clean = dict(before), {}
        for assignment in s["assignments"]:
            application, names = self.application(assignment), assignment["reviewers"]
            need(application.call == s["call"] and application.id not in clean, "not_eligible")
            need(application.disposition == "eligible" and not application.withdrawn, "not_eligible")
            need(application.tier is not None or not self.stage(call, "tiers"), "no_tier")
            need(not application.reviewers, "already_assigned")
            clean[application.id] = [n for n in panel if not self.conflicted(n, application)]
            need(len(set(names)) == len(names), "wrong_assignment", "a reviewer twice")
            need(set(names) <= set(clean[application.id]), "conflicted", "not of the panel, or in conflict")
            need(len(names) == min(each, len(clean[application.id])), "wrong_assignment", "too few or too many")
            for reviewer in names:
                loads[reviewer] += 1
        standard = dict(before)
        for id_ in sorted(clean, key=lambda i: (self.applications[i].effective, self.applications[i].number)):
            for reviewer in sorted(clean[id_], key=lambda n: (standard[n], n.encode()))[:each]:
                standard[reviewer] += 1

        def spread(of):
            return max(of[n] for n in panel) - min(of[n] for n in panel) if panel else 0

        need(spread(loads) <= max(1, spread(standard)), "uneven_loads")

        def effect():
            until = self.window_end(self.now, self.stage(call, "select")["window"])
            for assignment in s["assignments"]:
                application = self.applications[assignment["application"]]
                application.reviewers, application.review_until = assignment["reviewers"], until

        return [Signers(*self.registrar(s["type"]))], effect

    def rule_review_submitted(self, s):
        application = self.application(s)
        call = self.calls[application.call]
        need(application.reviewers and not call.shortlist and not application.withdrawn, "not_under_review")
        panel = self.holders(self.review_role(application))
        authors = [n for n in self.signers if n in panel]
        if len(authors) == 2 and "received_at" in s:
            authors = [n for n in authors if n not in self.holders("registrar")]
        need(len(authors) == 1, "not_a_reviewer")
        reviewer = authors[0]
        need(not self.conflicted(reviewer, application), "recused")
        need(reviewer not in application.reviews, "duplicate_review")
        scales = {c["id"]: int(c["scale"]) for c in self.selection(call)["rubric"]}
        need(set(s["scores"]) == set(scales) and all(0 <= v <= scales[c] for c, v in s["scores"].items()),
             "score_out_of_scale")
        need(self.effective < application.review_until, "after_window")
        need(reviewer in application.reviewers, "not_assigned")
        need(s["review"] not in self.reviews, "id_used")

        def effect():
            application.reviews[reviewer] = s["scores"]
            self.reviews.add(s["review"])

        return [Signers({reviewer}, *([self.holders("registrar")] if "received_at" in s else []))], effect

    def ranking(self, call_id, lot):
        """The ranked fill of the statutes: [{application, score, selected, reason}]."""
        call, rows = self.calls[call_id], []
        selection = self.selection(call)
        weights = sum(int(c["weight"]) for c in selection["rubric"])
        for application in self.applications.values():
            if application.call != call_id or not application.reviewers or application.withdrawn:
                continue
            means = {c["id"]: Fraction(sum(r[c["id"]] for r in application.reviews.values()),
                                       len(application.reviews)) for c in selection["rubric"]}
            score = sum(means[c["id"]] * int(c["weight"]) / int(c["scale"]) for c in selection["rubric"])
            under = any("min" in c and means[c["id"]] < int(c["min"]) for c in selection["rubric"])
            rows.append(Record(id=application.id, score=score, under=under, reason=None, taken=False,
                               subject=self.subject(application=application.id), application=application))
        rows.sort(key=lambda row: [-row.score] + [
            key for tie in selection.get("ties", []) for key in self.tie_key(tie, row, call, lot)])
        for a, b in zip(rows, rows[1:]):
            need("lot" not in selection.get("ties", []) or lot is not None or a.score != b.score or any(
                self.tie_key(t, a, call, "") != self.tie_key(t, b, call, "") for t in selection["ties"] if t != "lot"),
                "lot_missing", "a tie that only the lot settles")
        self.fill(selection, rows, Fraction(selection.get("min_score", "0")) * weights)
        return [dict({"application": row.id, "selected": row.taken,
                      "score": "%d/%d" % (row.score.numerator, row.score.denominator)},
                     **{"reason": row.reason} if row.reason else {}) for row in rows]

    def tie_key(self, tie, row, call, lot):
        """What a tie-breaker compares: the smaller goes first."""
        if tie == "earliest":
            return [row.application.effective]
        if tie == "lot":
            parts = (b"viche/lot/v1", call.closed, (lot or "").encode(), row.id.encode())
            return [sha256(b"\0".join(parts))]
        if tie.startswith(("least ", "most ")):
            word, name = tie.split(" ", 1)
            value = self.statutes.fact(name, row.subject)
            return [value is None, (value or 0) * (1 if word == "least" else -1)]
        return [self.statutes.holds(tie, row.subject) is not True]

    def fill(self, selection, rows, least):
        """Walks down the ranking; a second time without floors where the statutes release them."""
        places = self.statutes.number(selection["take"])
        floors = [(f["where"], self.statutes.number(f["at_least"])) for f in selection.get("floors", [])]
        caps = [(c["per"], self.statutes.number(c["at_most"])) for c in selection.get("caps", [])]
        for row in rows:
            if row.under:
                row.reason = "criterion_minimum"
            elif row.score < least:
                number = Fraction(selection["min_score"])
                top, _, bottom = selection["min_score"].partition("/")
                row.reason = "below_" + (top if bottom == "100" else str(number))
        for keep in (True, False) if selection.get("unmet") == "release" else (True,):
            for row in rows:
                if row.taken or row.reason in ("criterion_minimum",) or (row.reason or "").startswith("below_"):
                    continue
                taken = [r for r in rows if r.taken]
                capped = next((per for per, most in caps if self.count_same(per, row, taken) >= most), None)
                unmet = [(where, n - sum(self.statutes.holds(where, r.subject) is True for r in taken + [row]))
                         for where, n in floors] if keep else []
                short = sum(max(0, n) for _, n in unmet) > places - len(taken) - 1
                mine = [where for where, n in unmet if n > 0]
                row.reason = ("no_place_left" if len(taken) >= places else "cap_" + capped if capped
                              else "kept_for_" + mine[0] if short and mine else None)
                row.taken = row.reason is None

    def count_same(self, per, row, taken):
        if per in self.statutes.relations:
            return sum(self.tied([per], row.id, other.id) for other in taken)
        value = self.statutes.fact(per, row.subject)
        return sum(value is not None and self.statutes.fact(per, r.subject) == value for r in taken)

    def rule_shortlist_published(self, s):
        call = self.calls.get(s["call"])
        need(call, "unknown_call")
        need(call.closed and not call.shortlist, "already_published" if call.closed else "call_not_closed")
        reviews = self.selection(call)["reviews"]
        for application in self.applications.values():
            if application.call != s["call"] or application.withdrawn:
                continue
            need(application.repair_until is None or self.now >= application.repair_until, "repair_open")
            if application.reviewers and len(application.reviews) < len(application.reviewers):
                need(self.now >= application.review_until, "reviews_open")
                need(len(application.reviews) >= int(reviews["least"]), "too_few_reviews")
        ranking = self.ranking(s["call"], s.get("lot"))
        need(s["ranking"] == ranking, "wrong_shortlist", "not the ranking that the reviews give")

        def effect():
            stage = self.stage(call, "pull_at")
            call.shortlist = [row["application"] for row in ranking]
            call.objections_until = self.window_end(self.now, stage["window"]) if stage else self.now
            for row in ranking:
                application = self.applications[row["application"]]
                application.selected, application.shortlisted_at = row["selected"], self.now

        return [Signers(*self.registrar(s["type"]))], effect

    def member_key(self):
        """The party whose voting key signed, or None."""
        parties = [p for p in self.parties if self.voting_key(p) & set(self.signers)]
        return parties[0] if len(parties) == 1 else None

    def rule_objection_raised(self, s):
        application = self.application(s)
        need(s["objection"] not in self.objections, "id_used")
        need(application.selected is True, "not_on_shortlist")
        need(self.now < self.calls[application.call].objections_until, "after_window")
        party = self.member_key()
        record = Record(application=s["application"], party=party, answered=False, withdrawn=False)
        return [Signers({k for p in self.parties for k in self.voting_key(p)})], \
            lambda: self.objections.update({s["objection"]: record})

    def rule_objection_answered(self, s):
        objection = self.objections.get(s["objection"])
        need(objection, "unknown_objection")
        application = self.applications[objection.application]
        need(application.vote is None or self.effective < self.votes[application.vote].opens, "vote_open")
        return self.applicant_ways(application, s), lambda: setattr(objection, "answered", True)

    def rule_objection_withdrawn(self, s):
        objection = self.objections.get(s["objection"])
        need(objection and not objection.withdrawn, "unknown_objection")
        return [Signers(self.voting_key(objection.party))], lambda: setattr(objection, "withdrawn", True)

    # Votes.

    def electorate(self, rule):
        """The members entitled to vote, in the groups that have one vote each."""
        body = self.statutes.bodies.get(rule["electors"])
        need(body, "unsupported", "an electorate that this program does not know: " + rule["electors"])
        groups = []
        for party in sorted(set(self.body_parties(body))):
            kind = body.get("one_vote_per")
            joined = [g for g in groups if kind and any(self.tied([kind], party, other) for other in g)]
            groups = [g for g in groups if g not in joined] + [sorted(sum(joined, []) + [party])]
        return sorted(groups)

    def rule_vote_opened(self, s):
        call = self.calls.get(s["call"])
        need(s["vote"] not in self.votes, "id_used")
        need(call and call.shortlist is not None, "no_shortlist")
        decide = self.stage(call, "matter")
        need(decide and s["matter"] == decide["matter"], "unknown_matter")
        rule = self.statutes.rules[self.statutes.matters[s["matter"]]["rule"]]
        need(self.now >= call.objections_until, "objections_open")
        names, pull_at = s["applications"], int((self.stage(call, "pull_at") or {}).get("pull_at", 0))
        need(names and len(set(names)) == len(names), "no_applications")
        for name in names:
            application = self.application({"application": name})
            need(application.call == s["call"] and not application.withdrawn, "withdrawn")
            need(application.selected or application.remitted, "not_selected")
            need(application.vote is None or application.outcome == "inquorate" or (
                application.outcome == "lost" and application.remitted), "in_another_vote")
            open_ = [o for o in self.objections.values() if o.application == name and not o.withdrawn]
            if pull_at and len(open_) >= pull_at:
                need(len(names) == 1, "must_stand_alone")
                need(all(o.answered for o in open_), "objection_unanswered")
        window = self.statutes.windows[rule["window"]]
        opens, closes = decode_time(s["opens"]), decode_time(s["closes"])
        notice = self.calendar.day_start(self.calendar.day(self.now) + DAY * int(DURATION.match(
            window["notice"]).group(1))) if window.get("notice") else self.now
        need(opens >= notice, "notice_too_short")
        need(closes == self.window_end(opens, rule["window"]), "wrong_closing")
        electorate = self.electorate(rule)
        need(s["electorate"] == electorate, "wrong_electorate", "computed: %s" % electorate)

        def effect():
            self.votes[s["vote"]] = Record(
                digest=sha256(self.line).hex(), rule=rule, applications=names, opens=opens, closes=closes,
                grace=self.grace_end(closes, rule["window"]), electorate=electorate, ballots={}, results=None,
                certified=False)
            for name in names:
                application = self.applications[name]
                application.vote, application.outcome, application.remitted = s["vote"], None, False

        return [Signers(*self.registrar(s["type"]))], effect

    def recused(self, vote, group, application):
        return any(self.tied(vote.rule.get("recuse", []), party, application) for party in group)

    def rule_ballot_cast(self, s):
        vote = self.votes.get(s["vote"])
        need(vote, "unknown_vote")
        need(s["on"] == vote.digest, "other_text")
        need(self.now >= vote.opens, "not_open_yet")
        sealed = "sealed_at" in s and decode_time(s["sealed_at"]) < vote.closes
        need(self.now < vote.closes or (sealed and self.now < vote.grace), "voting_over")
        party = self.member_key()
        group = next((i for i, g in enumerate(vote.electorate) if party in g), None)
        need(group is not None, "not_an_elector")
        need(not self.parties[party].suspended or self.now >= self.parties[party].suspended, "suspended")
        need(not any(name in vote.applications and self.recused(vote, vote.electorate[group], name)
                     for name in s["choices"]), "recused")
        need(s["choices"] and all(name in vote.applications and choice in ("yes", "no", "abstain")
                                  for name, choice in s["choices"].items()), "unknown_choice")
        return [Signers(self.voting_key(party))], \
            lambda: vote.ballots.update({(group, name): choice for name, choice in s["choices"].items()})

    def results(self, vote):
        """One row for each application of a vote, computed from the ballots."""
        rows = []
        for name in vote.applications:
            groups = [i for i, g in enumerate(vote.electorate) if not self.recused(vote, g, name)]
            row = self.count(vote, name, groups)
            quorate = condition(vote.rule["quorum"], row) if "quorum" in vote.rule else True
            carried = condition(vote.rule["pass"], row)
            blocs = vote.rule.get("blocs", {})
            for bloc in blocs.get("by", []):
                inside = set(self.roll(bloc))
                part = self.count(vote, name, [i for i in groups if inside & set(vote.electorate[i])])
                quorate = quorate and condition(blocs.get("quorum", "take_part >= 0"), part)
                carried = carried and condition(blocs.get("each", "take_part >= 0"), part)
            rows.append({"application": name, "yes": row["yes"], "no": row["no"], "abstain": row["abstain"],
                         "electors": row["electors"],
                         "outcome": "inquorate" if not quorate else "carried" if carried else "lost"})
        return rows

    def count(self, vote, name, groups):
        choices = [vote.ballots.get((group, name)) for group in groups]
        counts = {word: choices.count(word) for word in ("yes", "no", "abstain")}
        counts["cast"] = counts["yes"] + counts["no"]
        counts["taking_part"] = counts["take_part"] = counts["cast"] + counts["abstain"]
        body = self.statutes.bodies[vote.rule["electors"]]
        counts["electors"] = counts["seats"] = len(groups)
        if "seats" in body:
            counts["seats"] = sum(int(self.statutes.seats[seat]["count"]) for seat in body["seats"])
        return counts

    def rule_tally_published(self, s):
        vote = self.votes.get(s["vote"])
        need(vote, "unknown_vote")
        need(vote.results is None, "already_published")
        need(self.now >= vote.grace, "too_early")
        results = self.results(vote)
        need(s["results"] == results, "wrong_tally", "not the tally that the ballots give")
        return [Signers(*self.registrar(s["type"]))], lambda: setattr(vote, "results", results)

    def rule_outcome_certified(self, s):
        vote = self.votes.get(s["vote"])
        need(vote, "unknown_vote")
        need(vote.results is not None, "no_tally")
        need(not vote.certified, "already_certified")
        need(s["outcomes"] == {row["application"]: row["outcome"] for row in vote.results}, "wrong_outcome")

        def effect():
            vote.certified = True
            for row in vote.results:
                application = self.applications[row["application"]]
                application.outcome, application.certified_at = row["outcome"], self.now

        tellers = [{name} for name in sorted(self.holders("teller"))]
        return [Signers(*self.registrar(s["type"]), *tellers)], effect

    # Appeals and joining.

    def adverse(self, application):
        """(what, when) was last decided against the application, or None."""
        if application.outcome == "lost":
            return "lost", application.certified_at
        if application.vote is None and application.selected is False:
            return "not_selected", application.shortlisted_at
        if application.disposition == "ineligible":
            return "ineligible", application.screened_at
        if application.disposition == "incomplete" and not application.may_screen \
                and application.repair_until is not None and self.effective >= application.repair_until:
            return "lapsed", application.repair_until
        return None

    def rule_appeal_filed(self, s):
        application = self.application(s)
        stage = self.stage(self.calls[application.call], "may")
        need(s["appeal"] not in self.appeals, "id_used")
        decision = self.adverse(application)
        need(stage and decision, "no_decision")
        need(self.effective < self.calendar.end(decision[1], stage["within"]), "too_late")
        need(decision not in application.appealed, "already_appealed")
        need(not any(a.application is application and a.verdict is None for a in self.appeals.values()), "pending")

        def effect():
            application.appealed.add(decision)
            self.appeals[s["appeal"]] = Record(application=application, what=decision[0], verdict=None)

        return self.applicant_ways(application, s), effect

    def rule_appeal_ruled(self, s):
        appeal = self.appeals.get(s["appeal"])
        need(appeal and appeal.verdict is None, "unknown_appeal")
        stage = self.stage(self.calls[appeal.application.call], "may")
        need(s["verdict"] in stage["may"], "unknown_verdict")

        def effect():
            appeal.verdict = s["verdict"]
            if s["verdict"] == "remit" and appeal.what in ("ineligible", "lapsed"):
                appeal.application.may_screen = True
                self.open_repair(appeal.application)
            elif s["verdict"] == "remit":
                appeal.application.remitted = True

        return [Signers(**self.body(stage["rule"], appeal.application.id))], effect

    def onboarding(self, s):
        """The application, the stage that it is in, and the moment until which it may be completed."""
        application = self.application(s)
        need(application.outcome == "carried" and application.member is None, "not_admitted")
        stage = self.stage(self.calls[application.call], "needs")
        return application, stage, self.calendar.end(application.certified_at, stage["within"])

    def own_act(self, s, what):
        application, _, until = self.onboarding(s)
        need(application.enrolled, "no_key")
        need(self.now < until, "after_window")
        return [Signers({application.enrolled})], lambda: application.done.update({what: self.now})

    def rule_representative_appointed(self, s):
        return self.own_act(s, s["type"])

    def rule_document_signed(self, s):
        return self.own_act(s, s["document"])

    def rule_member_admitted(self, s):
        application, stage, until = self.onboarding(s)
        need(all(what in application.done and application.done[what] < until for what in stage["needs"]),
             "needs_missing")
        need(application.enrolled and application.enrolled not in self.revoked_at, "no_key")
        taken = [a.id for a in self.applications.values() if a is not application]
        need(s["member"] not in self.parties and s["member"] not in taken, "id_used")
        subject = Subject(application.facts, {"status": "member", "member_days": 0,
                                              "today": self.calendar.day(self.now)})
        rolls = sorted(name for name, roll in self.statutes.rolls.items() if "of" in roll
                       and self.is_on(name, subject))
        need(s["rolls"] == rolls, "wrong_rolls", "computed: %s" % rolls)

        def effect():
            application.member = s["member"]
            self.alias[application.id] = s["member"]
            self.keys[application.enrolled].party = s["member"]
            self.parties[s["member"]] = Record(facts=application.facts, relations=application.relations,
                                               key=application.enrolled, since=self.now, suspended=None)

        return [Signers(*self.registrar(s["type"]), self.holders("teller"))], effect

    def is_on(self, name, subject):
        roll = self.statutes.rolls[name]
        return self.statutes.holds(roll["where"], subject) is True and (
            "of" not in roll or self.is_on(roll["of"], subject))

    # The refusals that the specification names; of other rules it says only that they refuse.
    NAMED = set("""other_ledger not_founded already_founded repeated_id time_runs_back outside_calendar unknown_key
        revoked_key wrong_signers unknown_application not_under_review not_a_reviewer recused duplicate_review
        score_out_of_scale after_window not_assigned unknown_vote other_text not_open_yet voting_over
        not_an_elector suspended unknown_choice""".split())
    REFUSABLE = set("""application.submitted application.repaired application.withdrawn review.submitted
        objection.raised objection.answered objection.withdrawn ballot.cast appeal.filed""".split())

    def rule_act_refused(self, s):
        inner = check_type(s["statement"], "statement")
        signatures = decode_author_lines([line.encode() for line in s["signatures"]])
        context = self.now, self.number, self.line, self.signers, self.effective
        reason = None
        try:
            check_statement(inner)
            need(inner["type"] in self.REFUSABLE, "not_refusable")
            self.judge(inner, encode_json(inner).encode() + b"\n", signatures, self.now, self.number)
        except Malformed:
            reason = "malformed"
        except Refused as refusal:
            reason = refusal.code
        finally:
            self.now, self.number, self.line, self.signers, self.effective = context
        need(reason not in ("unknown_type", "not_refusable", "malformed"), "not_refusable")
        need(reason != "bad_signature", "bad_signature", "the refused statement's signature does not hold")
        need(reason is not None, "wrong_refusal", "the statement is to be let in")
        exact = inner["type"] in ("ballot.cast", "review.submitted") and reason in self.NAMED
        need(reason == s["reason"] or not exact, "wrong_refusal", "refused for another reason: " + reason)
        return [Signers(*self.registrar(s["type"]))], lambda: None


# ---------------------------------------------------------------- report


def clean(text):
    """The text without anything that a terminal obeys."""
    return "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else
                   "\\u{%x}" % ord(c) for c in str(text))


def as_json(state, broken):
    votes = {} if state is None else {name: {row["application"]: {k: row[k] for k in row if k != "application"}
                                             for row in vote.results}
                                      for name, vote in state.votes.items() if vote.results is not None}
    return {
        "ok": broken is None, "entries": len(state.entry_digests) if state else 0,
        "signatures": state.signature_count if state else 0,
        "checkpoints": state.checkpoints if state else 0, "size": state.size if state else 0,
        "root": base64.b64encode(state.root).decode() if state else None,
        "rehearsal": bool(state and state.rehearsal), "members": sorted(state.parties) if state else [],
        "votes": votes, "uncommitted_bytes": state.uncommitted_bytes if state else 0,
        "error": broken and {"entry": broken.entry, "offset": broken.offset, "kind": broken.kind,
                             "reason": broken.reason, "message": clean(broken.message)}}


def as_text(state, broken):
    if broken:
        where = "".join([", entry %d" % broken.entry if broken.entry is not None else "",
                         ", byte %d" % broken.offset if broken.offset is not None else ""])
        return "DOES NOT HOLD%s: %s (%s, %s)" % (where, clean(broken.message), broken.kind, broken.reason)
    lines = ["REHEARSAL: entry 0 says that this is not the real thing"] if state.rehearsal else []
    tallied = {name: vote for name, vote in state.votes.items() if vote.results is not None}
    lines += ["%s: holds" % clean(state.origin),
              "%d entries, %d signatures, %d checkpoints, %d members, %d votes" % (
                  len(state.entry_digests), state.signature_count, state.checkpoints, len(state.parties), len(tallied))]
    for name, vote in tallied.items():
        lines.append("vote %s" % clean(name))
        for row in vote.results:
            member = state.applications[row["application"]].member
            lines.append("  %-16s yes %d, no %d, abstain %d of %d: %s%s" % (
                clean(row["application"]), row["yes"], row["no"], row["abstain"], row["electors"], row["outcome"],
                "" if member is None else ", member " + clean(member)))
    if state.uncommitted_bytes:
        lines.append("%d bytes after the last checkpoint are not committed and were not looked at"
                     % state.uncommitted_bytes)
    lines.append("head: size %d, root %s" % (state.size, base64.b64encode(state.root).decode()))
    return "\n".join(lines)


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

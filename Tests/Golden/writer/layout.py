# SPDX-License-Identifier: Apache-2.0
"""Faults of the bytes: the first line, frames, entries, canonical JSON, signature lines.

Each bad log but those that say otherwise is signed anew by the log's own key: the checkpoints are
right over the bad bytes, so that the one fault is the one that is told.
"""

import base64
import hashlib

from .cases import ROOT  # noqa: F401
from .tiny import Tiny, tiny
from make_log import Key, canonical, ed25519

SECOND = b'"from":"A"'  # only the second entry, number 1, has it


def frame(kind, body):
    return b"%s %d\n%s" % (kind, len(body), body)


class Bodies:
    """The bodies of a log, to be changed before the checkpoints are signed over them."""

    def __init__(self, log):
        self.log, self.bodies = log, list(log.bodies())

    def change(self, number, old, new):
        if old not in self.bodies[number]:
            raise ValueError("nothing to change: %r" % old)
        self.bodies[number] = self.bodies[number].replace(old, new, 1)
        return self

    def signed(self):
        return self.log.frames(self.bodies, {1, len(self.bodies)})

    def place(self, number):
        """Where the frame of an entry begins, in the file as it is signed."""
        return self.signed().index(frame(b"entry", self.bodies[number]))


def resaid(line, number=1, signers="A"):
    """The log with a statement whose line is given byte for byte, and rightly signed."""
    log = tiny()
    bodies = Bodies(log)
    head = bodies.bodies[number].split(b"\n")[0]
    keys = [log.member[m] for m in signers]
    bodies.bodies[number] = head + b"\n" + line + b"\n\n" + "".join(k.line(line + b"\n") for k in keys).encode()
    return bodies.signed()


def first_line(cases):
    data = tiny().bytes({1, 3})
    for name, about, changed in (
            ("header-other-file", "A zip archive's first bytes.", b"PK\x03\x04\x14\x00\x00\x00\x08\x00\n"),
            ("header-version", "The first line names version 2.", data.replace(b"viche-log/1", b"viche-log/2", 1)),
            ("header-no-origin", "The first line has no origin.", b"viche-log/1\n" + data.split(b"\n", 1)[1]),
            ("header-origin-space", "The origin has a space in it.", data.replace(b"tiny.example/log", b"tiny example/log", 1)),
            ("header-origin-long", "The origin has 256 characters.", data.replace(b"tiny.example/log", b"a" * 256, 1)),
            ("header-crlf", "The first line ends in CR LF.", data.replace(b"\n", b"\r\n", 1)),
            ("header-bom", "A byte order mark stands before the first line.", b"\xef\xbb\xbf" + data)):
        cases.bad(name, changed, about, "header", place=0)
    for name, about, changed in (
            ("cut-empty", "An empty file: it may be the beginning of any log.", b""),
            ("cut-in-first-line", "The file ends within the first line.", data[:17]),
            ("cut-after-first-line", "Nothing but the first line.", data[:data.index(b"\n") + 1]),
            ("cut-in-first-entry", "The file ends within the first entry.", data[:700]),
            ("cut-before-first-checkpoint", "The founding, without its checkpoint.", data[:data.index(b"checkpoint ")]),
            ("cut-in-first-checkpoint", "The file ends within the first checkpoint.",
             data[:data.index(b"checkpoint ") + 60])):
        cases.bad(name, changed, about, "no_checkpoint", place=len(changed))


def frames(cases):
    log = tiny()
    data, bodies = log.bytes({1, 3}), list(log.bodies())
    at = data.index(frame(b"entry", bodies[1]))
    header = b"entry %d\n" % len(bodies[1])
    size = len(bodies[1])
    for name, about, new in (
            ("leading-zero", "A frame's length has a leading zero.", b"entry 0%d\n" % size),
            ("plus", "A frame's length has a plus sign.", b"entry +%d\n" % size),
            ("kind", "A frame of a kind that does not exist.", b"record %d\n" % size),
            ("capital", "A frame's kind with a capital letter.", b"Entry %d\n" % size),
            ("two-spaces", "Two spaces in a frame's header.", b"entry  %d\n" % size),
            ("crlf", "A frame's header ends in CR LF.", b"entry %d\r\n" % size),
            ("blank-line", "An empty line between two frames.", b"\n" + header),
            ("no-length", "A frame's header without a length.", b"entry\n"),
            ("empty", "A frame of no bytes.", b"entry 0\n"),
            ("short", "A frame's length is one too small, so that its last byte is no LF.", b"entry %d\n" % (size - 1)),
            ("beyond-end", "A frame claims more bytes than the file has, before a checkpoint that the log signed.",
             b"entry 60000\n"),
            ("too-long", "A frame claims more than 65,535 bytes, before a checkpoint that the log signed.", b"entry 65536\n")):
        cases.bad("frame-" + name, data.replace(header, new, 1), about, "frame", place=at)
    # One byte too many: the body takes the next frame's first letter, which is no LF.
    cases.bad("frame-long", data.replace(header, b"entry %d\n" % (size + 1), 1),
              "A frame's length is one too large, so that its last byte is no LF.", "frame", place=at)
    last = data.rindex(b"checkpoint ")
    cases.bad("frame-checkpoint-short", data[:last] + b"checkpoint %d\n" % (len(data) - data.index(b"\n", last) - 2)
              + data[data.index(b"\n", last) + 1:],
              "The last checkpoint's length is one too small: a whole note stands there, without its LF.", "frame", place=last)
    cases.bad("frame-checkpoint-lf", data[:-1] + b"x", "The last checkpoint's last byte is no LF.", "frame", place=last)
    big = Bodies(tiny())
    text = b'"ledger"'
    big.change(1, text, b'"kind":"%s",%s' % (b"x" * 65300, text))
    cases.bad("frame-body-65536", big.signed(), "An entry of more than 65,535 bytes.", "frame", place=big.place(1))


def entry_lines(cases):
    for name, about, number, old, new in (
            ("index-zero", "The second entry says that it is number 01.", 1, b"1 2025", b"01 2025"),
            ("index-gap", "The second entry says that it is number 2.", 1, b"1 2025", b"2 2025"),
            ("index-none", "The second entry's first line has no index.", 1, b"1 2025", b"2025"),
            ("time-lower-z", "A time ends in a small z.", 1, b"08:00:00Z\n", b"08:00:00z\n"),
            ("time-offset", "A time has an offset where Z should be.", 1, b"08:00:00Z\n", b"08:00:00+00:00\n"),
            ("time-fraction", "A time has a fraction of a second.", 1, b"08:00:00Z\n", b"08:00:00.0Z\n"),
            ("time-leap", "A time has a leap second.", 1, b"08:00:00Z\n", b"08:00:60Z\n"),
            ("time-24", "A time of 24 o'clock.", 1, b"08:00:00Z\n", b"24:00:00Z\n"),
            ("time-february", "30 February.", 1, b"2025-01-07", b"2025-02-30"),
            ("time-space", "A space where T should be.", 1, b"07T08", b"07 08"),
            ("line-space", "A space at the end of an entry's first line.", 1, b"00Z\n", b"00Z \n"),
            ("line-crlf", "An entry's first line ends in CR LF.", 1, b"00Z\n", b"00Z\r\n"),
            ("no-blank-line", "No empty line between the statement and the signatures.", 1, b"\n\n", b"\n"),
            ("two-blank-lines", "Two empty lines between the statement and the signatures.", 1, b"\n\n", b"\n\n\n"),
            ("text-after", "A line after the signatures that is none.", 2, b"=\n", b"=\nNota bene\n")):
        bodies = Bodies(tiny()).change(number, old, new)
        cases.bad("entry-" + name, bodies.signed(), about, "malformed", number)
    bodies = Bodies(tiny())
    bodies.bodies[1] = bodies.bodies[1].split(b"\n\n")[0] + b"\n\n"
    cases.bad("entry-unsigned", bodies.signed(), "An entry without a signature.", "malformed", 1)
    two = b'{"a":1}\n' + list(tiny().bodies())[1].split(b"\n")[1]
    cases.bad("entry-two-lines", resaid(two), "A signed text of two lines.", "malformed", 1)


def json_lines(cases):
    log = tiny()
    statement = log.entries[1][1]
    line = canonical(statement).encode()

    def put(name, about, changed):
        cases.bad("json-" + name, resaid(changed), about, "malformed", 1)

    def also(field):
        return line.replace(b'"from"', field + b',"from"', 1)

    def named(text):
        """`to` with another spelling of the same or of no text."""
        return line.replace(b'"to":"B"', b'"to":' + text)

    number = line.replace(b'"to":"B"', b'"to":%s')
    put("not", "A statement that is no JSON.", b"ally A B")
    put("list", "A statement that is a list.", b"[" + line + b"]")
    put("string", "A statement that is a text.", b'"ally"')
    put("space", "A space after a colon.", line.replace(b'":"', b'": "', 1))
    put("space-at-end", "A space at the end of the statement.", line + b" ")
    put("order", "Two members in the wrong order.", line.replace(
        b'"to":"B","type":"relation.declared"', b'"type":"relation.declared","to":"B"'))
    put("repeated", "A member twice, with the same value.", also(b'"from":"A"'))
    put("repeated-other", "A member twice, with another value first.", also(b'"from":"B"'))
    put("null", "A null, which is not used.", number % b"null")
    put("fraction", "A number with a fraction.", number % b"1.0")
    put("exponent", "A number with an exponent.", number % b"1e0")
    put("minus-zero", "Minus zero.", number % b"-0")
    put("zeros", "A number with leading zeros.", number % b"01")
    put("large", "2^53, one more than the largest integer.", number % b"9007199254740992")
    put("small", "-2^53, one less than the smallest integer.", number % b"-9007199254740992")
    put("nan", "A number that is none.", number % b"NaN")
    put("escape", "A letter as an escape.", named(b'"\\u0042"'))
    put("escape-solidus", "A solidus with a backslash before it.", line.replace(b"tiny.example/log", b"tiny.example\\/log", 1))
    put("escape-capital", "A control character's escape with a capital letter.", named(b'"\\u001F"'))
    put("escape-short", "A tabulator as \\u0009, whose one spelling is \\t.", named(b'"\\u0009"'))
    put("surrogate", "An escaped lone surrogate.", named(b'"\\ud800"'))
    put("control", "A control character that is not escaped.", named(b'"\x01"'))
    put("tab", "A tabulator between two members.", line.replace(b",", b",\t", 1))
    put("nfd", "A text in NFD: e and a combining acute.", named('"e\u0301"'.encode()))
    put("hangul", "A text that is not NFC: two Hangul jamo that compose.", named('"\u1100\u1161"'.encode()))
    put("singleton", "A text that is not NFC: the Kelvin sign, which is a K.", named('"\u212a"'.encode()))
    put("utf8", "A byte that is no UTF-8.", named(b'"\xff"'))
    put("utf8-overlong", "An overlong UTF-8 spelling of A.", named(b'"\xc1\x81"'))
    put("utf8-surrogate", "A surrogate in UTF-8.", named(b'"\xed\xa0\x80"'))
    put("bom", "A byte order mark before the statement.", b"\xef\xbb\xbf" + line)
    put("utf16-order", "Members in the order of code points, not of UTF-16: U+FF21 before U+1F600.", also(
        '"\uff21":1,"\U0001f600":2'.encode()))
    put("depth", "33 levels: the object and 32 lists in it.", number % (b"[" * 32 + b"]" * 32))
    put("comma", "A comma after the last member.", line[:-1] + b",}")
    put("open", "An object that is not closed.", line[:-1])


def fields(cases):
    """Statements in canonical JSON whose fields are not those of their type."""
    statement = tiny().entries[1][1]

    def put(name, about, drop=(), **changes):
        changed = {k: v for k, v in dict(statement, **changes).items() if k not in drop}
        cases.bad("field-" + name, resaid(canonical(changed).encode()), about, "malformed", 1)

    put("missing", "A field is missing.", drop=["kind"])
    put("unknown", "A field that the type does not have.", note="x")
    put("type", "A type that does not exist.", type="relation.dissolved")
    put("type-number", "A type that is a number.", type=1)
    put("no-type", "A statement without a type.", drop=["type"])
    put("no-id", "A statement without an id.", drop=["id"])
    put("id-short", "An id of 31 digits.", id="0" * 31)
    put("id-capital", "An id with a capital digit.", id="A" * 32)
    put("no-ledger", "A statement that names no ledger.", drop=["ledger"])
    put("list", "A list where a name should be.", to=["B"])
    put("number", "A number where a name should be.", to=1)
    put("name-empty", "An empty name.", to="")
    put("name-65", "A name of 65 characters.", to="B" * 65)
    put("name-letter", "A name with a Cyrillic letter that looks like B.", to="\u0412")
    put("name-newline", "A name with a line feed at its end.", to="B\n")
    revoked = dict(type="key.revoked", key="tiny.example/a")
    put("word", "A word that is none of those that there may be.", drop=["kind", "from", "to"], reason="bored", **revoked)
    put("time", "A time in a field with a fraction of a second.", drop=["kind", "to"], **dict(
        revoked, reason="lost", **{"from": "2025-01-06T08:00:00.5Z"}))
    put("key-name", "A key name with a plus sign.", drop=["kind", "from", "to"], **dict(revoked, key="tiny+a", reason="lost"))


def founders(cases):
    """Keys that must not be registered."""
    log = Tiny()

    def put(name, about, vkey, reason="malformed"):
        founders = log.founding()["founders"]
        founders[0]["key"] = vkey
        cases.bad(name, Tiny().found(founders=founders).bytes(), about, reason, 0)

    good = log.member["A"]

    def vkey(public, name=good.name, type_=b"\x01"):
        id_ = hashlib.sha256(name.encode() + b"\n" + type_ + public).digest()[:4]
        return "%s+%s+%s" % (name, id_.hex(), base64.b64encode(type_ + public).decode())

    p = 2**255 - 19
    identity, order_two = (1).to_bytes(32, "little"), (p - 1).to_bytes(32, "little")
    order_four, order_eight = bytes(32), bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
    for name, about, public in (
            ("key-identity", "The neutral element as a public key: anybody can sign for it.", identity),
            ("key-order-2", "A public key of order 2.", order_two),
            ("key-order-4", "A public key of order 4.", order_four),
            ("key-order-8", "A public key of order 8.", order_eight),
            ("key-not-canonical", "A public key whose y is not below 2^255 - 19: the neutral element, spelt p + 1.",
             (p + 1).to_bytes(32, "little")),
            ("key-minus-zero", "A public key with x = 0 and the sign bit set.",
             (1 + (1 << 255)).to_bytes(32, "little"))):
        put(name, about, vkey(public))
    nowhere = Key(good.name)  # signs under the ID of 32 bytes that are no point: with y = 2, x has no root
    nowhere.public = (2).to_bytes(32, "little")
    nowhere.vkey = vkey(nowhere.public)
    nowhere.id = bytes.fromhex(nowhere.vkey.split("+")[1])
    founding = log.founding()["founders"]
    founding[0]["key"] = nowhere.vkey
    cases.bad("key-no-point", Tiny().found(founders=founding, signers=[nowhere, log.member["B"], log.registrar]).bytes(),
              "32 bytes that are no point of the curve as a public key: no signature holds under it.", "bad_signature", 0)
    put("key-id", "A verifier key with another key's ID.", "%s+00000000+%s" % (good.name, good.vkey.split("+", 2)[2]))
    put("key-type-4", "A founder's key of the type of witnesses' cosignatures.", vkey(good.public, type_=b"\x04"))
    put("key-short", "A verifier key of 31 bytes.", vkey(good.public[:31]))
    put("key-base64", "A verifier key in base64 without a needed digit.", good.vkey[:-1])
    put("key-capital-id", "A verifier key whose ID has capital digits.", good.vkey.replace(good.id.hex(), good.id.hex().upper()))


def signature_lines(cases):
    log = tiny()
    a, b = log.member["A"], log.member["B"]
    text = (canonical(log.entries[1][1]) + "\n").encode()

    def line(name, blob):
        return "— %s %s\n" % (name, base64.b64encode(blob).decode())

    def put(name, about, reason, *lines):
        bodies = Bodies(tiny())
        bodies.bodies[1] = bodies.bodies[1].split(b"\n\n")[0] + b"\n\n" + "".join(lines).encode()
        cases.bad("signature-" + name, bodies.signed(), about, reason, 1)

    right = a.line(text)
    signature = a.sign(text)
    put("order", "Two signature lines in the wrong order.", "malformed", b.line(text), right)
    put("twice", "One signature line twice.", "malformed", right, right)
    put("unpadded", "A signature in base64 without its padding.", "malformed", right.replace("=", ""))
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = right[:-3] + digits[digits.index(right[-3]) | 1] + "=\n"
    put("pad-bits", "A signature in base64 whose unused last bits are not zero.", "malformed", last)
    put("url-base64", "A signature in base64 with a digit of the alphabet for URLs.", "malformed", right[:-4] + "_" + right[-3:])
    put("hyphen", "A signature line that begins with a hyphen.", "malformed", right.replace("—", "-"))
    put("en-dash", "A signature line that begins with an en dash.", "malformed", right.replace("—", "–"))
    put("space", "A space at the end of a signature line.", "malformed", right[:-1] + " \n")
    put("63-bytes", "A signature of 63 bytes.", "malformed", line(a.name, a.id + signature[:-1]))
    put("65-bytes", "A signature of 65 bytes.", "malformed", line(a.name, a.id + signature + b"\0"))
    put("name", "A key name with a plus sign.", "malformed", right.replace("example/a", "example+a"))
    put("name-256", "A key name of 256 characters.", "malformed", line("a" * 256, a.id + signature))
    put("101", "101 signature lines.", "malformed", *sorted(
        [right] + [line("z%03d" % n, bytes(68)) for n in range(100)]))
    put("unknown-key", "A signature by a key that no entry registered.", "unknown_key", Key("tiny.example/z").line(text))
    put("unknown-id", "A registered key's name with another key's ID.", "unknown_key", Key(a.name, b"\7" * 32).line(text))
    put("of-other", "A's signature line has the name and ID of A and the signature of B.", "bad_signature",
        line(a.name, a.id + b.sign(text)))
    put("without-lf", "A signed the statement without its LF.", "bad_signature", line(a.name, a.id + a.sign(text[:-1])))
    put("body", "A signed the entry's first line too.", "bad_signature", line(a.name, a.id + a.sign(
        list(log.bodies())[1].split(b"\n")[0] + b"\n" + text)))
    s = int.from_bytes(signature[32:], "little") + ed25519.L
    put("s-plus-l", "A signature whose S is not below the order of the group (RFC 8032, 5.1.7).", "bad_signature",
        line(a.name, a.id + signature[:32] + s.to_bytes(32, "little")))
    put("zero", "A signature of zeros.", "bad_signature", line(a.name, a.id + bytes(64)))
    extra = tiny()
    extra.entries[1][2] = [a, extra.registrar]
    cases.bad("signature-extra", extra.bytes({1, 3}), "The registrar signs too, who need not.", "wrong_signers", 1)
    third = tiny()
    third.entries[1][2] = [third.registrar]
    cases.bad("signature-missing", third.bytes({1, 3}), "The registrar signs, and nobody of A or B.", "wrong_signers", 1)
    founding = tiny()
    founding.entries[0][2] = [a, b]
    cases.bad("signature-founding", founding.bytes({1, 3}), "The registrar did not sign the founding.", "wrong_signers", 0)


def write(cases):
    first_line(cases)
    frames(cases)
    entry_lines(cases)
    json_lines(cases)
    fields(cases)
    founders(cases)
    signature_lines(cases)

# SPDX-License-Identifier: Apache-2.0
"""Checkpoints, the tree under them, what was changed after the log had signed it, and what holds."""

import base64

from .cases import ROOT  # noqa: F401
from .layout import Bodies, frame
from .tiny import Tiny, tiny
from make_log import Key, root_of

WITNESS = "— witness.example/w " + base64.b64encode(bytes(range(1, 77))).decode() + "\n"


def checkpoint(log, bodies, origin=None, size=None, root=None, extension="", key=None, lines=None):
    """A checkpoint's body over these entries, of which something may be otherwise."""
    root = root if root is not None else base64.b64encode(root_of(bodies)).decode()
    text = "%s\n%s\n%s\n%s" % (origin or log.origin, len(bodies) if size is None else size, root, extension)
    own = (key or log.key).line(text.encode())
    return (text + "\n" + (own if lines is None else lines(own))).encode()


def strangers(count):
    """Lines of so many keys that the verifier does not know, under names that only signed-note allows."""
    return "".join("— свідок:%d %s\n" % (number, WITNESS.split(" ")[2].rstrip("\n")) for number in range(count))


def good(cases):
    log = tiny()
    bodies, data = list(log.bodies()), log.bytes({1, 3})
    found = dict(entries=3, checkpoints=2, members=["A", "B"])
    cases.good("tiny", data, "A founding and two declarations, with two checkpoints.", **found)
    cases.good("tiny-known-key", data, "The same; the log's key is given to the verifier.", log_key=log.key.vkey, **found)
    cases.good("one-checkpoint", log.bytes({3}), "The same with one checkpoint at the end.", **dict(found, checkpoints=1))
    cases.good("three-checkpoints", log.bytes({1, 2, 3}), "The same with a checkpoint after each entry.",
               **dict(found, checkpoints=3))
    again = data + frame(b"checkpoint", checkpoint(log, bodies, lines=lambda own: own + WITNESS))
    cases.good("cosigned", again, "A second checkpoint of the same size has a line of a key that the verifier does not "
               "know: it is carried and ignored.", **dict(found, checkpoints=3))
    before = data + frame(b"checkpoint", checkpoint(log, bodies, lines=lambda own: WITNESS + own))
    cases.good("cosigned-first", before, "The unknown key's line stands before the log's.", **dict(found, checkpoints=3))
    most = data + frame(b"checkpoint", checkpoint(log, bodies, lines=lambda own: strangers(99) + own))
    cases.good("cosigned-99", most, "99 lines of unknown keys stand before the log's: 100 lines are the most.",
               **dict(found, checkpoints=3))
    for name, about, tail in (
            ("entry", "A whole entry after the last checkpoint.", frame(b"entry", bodies[2].replace(b"2 2025", b"3 2025"))),
            ("cut", "The beginning of an entry after the last checkpoint.", frame(b"entry", bodies[2])[:100]),
            ("header", "The beginning of a frame's header after the last checkpoint.", b"checkpo"),
            ("zeros", "512 zeros after the last checkpoint, as a crash leaves them.", bytes(512)),
            ("words", "Bytes after the last checkpoint that are nothing.", b"\xff\xfe never\n\n")):
        cases.good("tail-" + name, data + tail, about + " It is reported and ignored.", uncommitted=len(tail), **found)
    cut = data[:data.rindex(b"checkpoint ")]
    cases.good("tail-of-two", cut, "The last checkpoint is cut off: of three entries one is committed.", entries=1, checkpoints=1,
               members=["A", "B"], uncommitted=len(cut) - len(log.frames(bodies[:1])))
    text = Tiny().found(name={"en": "\b\t\n\f\r\"\\/\u001f\u007f\u2028é\U0001f600"})
    cases.good("json-escapes", text.bytes(), "A name with every short escape, a control character, DEL, U+2028 and an emoji, "
               "each in its one spelling.", entries=1, checkpoints=1, members=["A", "B"])


def checkpoints(cases):
    log = tiny()
    bodies, data = list(log.bodies()), log.bytes({1, 3})
    stem = data[:data.rindex(b"checkpoint ")]
    for name, about, reason, changes in (
            ("extension", "A checkpoint with an extension line, rightly signed.", "checkpoint", {"extension": "note\n"}),
            ("origin", "A checkpoint of another origin, rightly signed.", "checkpoint", {"origin": "tiny.example/other"}),
            ("size-zero", "A checkpoint whose size is 03.", "checkpoint", {"size": "03"}),
            ("size-plus", "A checkpoint whose size is +3.", "checkpoint", {"size": "+3"}),
            ("root-31", "A checkpoint with a root of 31 bytes.", "checkpoint",
             {"root": base64.b64encode(bytes(31)).decode()}),
            ("root-unpadded", "A checkpoint whose root has no padding.", "checkpoint",
             {"root": base64.b64encode(root_of(bodies)).decode().rstrip("=")}),
            ("other-key", "A checkpoint signed by another key of the log's name.", "checkpoint",
             {"key": Key(log.origin, b"\7" * 32)}),
            ("member-key", "A checkpoint signed by a member, and not by the log.", "checkpoint", {"key": log.member["A"]}),
            ("twice", "A checkpoint with the log's signature twice.", "checkpoint", {"lines": lambda own: own * 2}),
            ("unsigned", "A checkpoint without any signature.", "checkpoint", {"lines": lambda own: ""}),
            ("witness-only", "A checkpoint that only a witness signed.", "checkpoint", {"lines": lambda own: WITNESS}),
            ("signature", "A checkpoint with the signature of an earlier one.", "checkpoint",
             {"lines": lambda own: log.checkpoint(bodies[:1]).decode().split("\n\n")[1]}),
            ("lines-101", "A checkpoint with 101 signature lines, the log's the first of them.", "checkpoint",
             {"lines": lambda own: own + strangers(100)}),
            ("line", "A checkpoint with a signature line that is none.", "checkpoint", {"lines": lambda own: own + "— w x\n"}),
            ("size-less", "A checkpoint of two entries after three, with the root of two.", "size",
             {"size": 2, "root": base64.b64encode(root_of(bodies[:2])).decode()}),
            ("size-more", "A checkpoint of four entries after three.", "size", {"size": 4}),
            ("size-large", "A checkpoint of 2^63 - 1 entries after three.", "size", {"size": 2**63 - 1}),
            ("root", "A checkpoint with the root of other entries, rightly signed.", "root",
             {"root": base64.b64encode(root_of(bodies[:2])).decode()})):
        cases.bad("checkpoint-" + name, stem + frame(b"checkpoint", checkpoint(log, bodies, **changes)), about, reason,
                  place=len(stem))
    last = checkpoint(log, bodies)
    back = data + frame(b"checkpoint", log.checkpoint(bodies[:1]))
    cases.bad("checkpoint-back", back, "A checkpoint of one entry follows one of three.", "size", place=len(data))
    first = frame(b"checkpoint", checkpoint(log, bodies, size=0, root=base64.b64encode(bytes(32)).decode()))
    header = data[:data.index(b"\n") + 1]
    cases.bad("checkpoint-first", header + first + data[len(header):], "A checkpoint of size 0 before the founding.", "size",
              place=len(header))
    cases.bad("checkpoint-blank", stem + frame(b"checkpoint", last.replace(b"\n\n", b"\n", 1)),
              "A checkpoint without its empty line.", "checkpoint", place=len(stem))


def tampered(cases):
    """What somebody without the log's key changed in the file."""
    log = tiny()
    bodies, data = list(log.bodies()), log.bytes({1, 3})
    last = data.rindex(b"checkpoint ")

    def put(name, about, changed, reason, entry=None, place=None):
        cases.bad("tampered-" + name, changed, about, reason, entry, place)

    put("statement", "A letter of a statement is another; no key was at hand.", data.replace(
        b'"from":"A","id":"6b', b'"from":"B","id":"6b', 1), "bad_signature", 1)
    one = log.entries[1][1]["id"]
    put("id", "A digit of an id is another.", data.replace(one.encode(), one[:-1].encode() + (
        b"0" if one[-1] != "0" else b"1"), 1), "bad_signature", 1)
    put("time", "An entry's time is an hour later: no author signs it, but the checkpoint does.", data.replace(
        b"2 2025-01-07T08", b"2 2025-01-07T09"), "root", place=last)
    put("left-out", "The second entry was taken out.", data.replace(frame(b"entry", bodies[1]), b""), "malformed", 1)
    put("doubled", "The second entry stands there twice.", data.replace(
        frame(b"entry", bodies[1]), frame(b"entry", bodies[1]) * 2), "malformed", 2)
    both = [frame(b"entry", body) for body in bodies[1:]]
    put("swapped", "The second and third entry stand in each other's place.", data.replace(
        b"".join(both), both[1] + both[0]), "malformed", 1)
    swapped = [bodies[2].replace(b"2 2025", b"1 2025"), bodies[1].replace(b"1 2025", b"2 2025")]
    put("renumbered", "The second and third entry stand in each other's place, with each other's numbers.", data.replace(
        b"".join(both), b"".join(frame(b"entry", body) for body in swapped)), "root", place=last)
    dropped = data.replace(both[0] + both[1], frame(b"entry", swapped[0]))
    put("last-renumbered", "The second entry was taken out and the third has its number; the checkpoint says three.", dropped,
        "size", place=dropped.rindex(b"checkpoint "))
    put("checkpoint-cut-out", "The first checkpoint was taken out: nothing is wrong with that, but one byte of the last is.",
        log.bytes({3})[:-3] + b"x=\n" if not log.bytes({3}).endswith(b"x=\n") else log.bytes({3})[:-3] + b"y=\n", "checkpoint",
        place=log.bytes({3}).rindex(b"checkpoint "))
    resigned = Bodies(log).change(1, b'"to":"B"', b'"to":"A"')
    put("by-operator", "The operator changed a statement and signed the tree anew: its author did not.", resigned.signed(),
        "bad_signature", 1)
    put("foreign", "A log that holds, and is not that of the key which is given to the verifier.", data, "log_key")
    cases.rows[-1]["log_key"] = Key(log.origin, b"\7" * 32).vkey


def write(cases):
    good(cases)
    checkpoints(cases)
    tampered(cases)

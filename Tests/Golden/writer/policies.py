# SPDX-License-Identifier: Apache-2.0
"""Witness policies (c2sp.org/tlog-policy) and what they say of logs with cosignatures."""

import base64
import hashlib

from .brought import TIME, handed_over, seven, with_checkpoints, witness
from .trees import WITNESS
from make_log import Key
from published import Witness, b64

W = {name: witness(name) for name in ("w1", "w2", "w3", "y1", "y2")}
NAMED = ["witness %s %s" % (name, key.vkey) for name, key in W.items()]


def seed_of(name):
    """The seed of the key of this name, for the same key under another."""
    return hashlib.sha256(name.encode()).digest()


def lines(*parts):
    return "".join(part + "\n" for part in parts).encode()


class Asker:
    """Logs of seven entries by who cosigned them, and the questions about them."""

    def __init__(self, brought):
        self.brought, self.log = brought, seven()
        bodies = list(self.log.bodies())
        self.one, self.four, self.seven = (self.log.checkpoint(bodies[:size]) for size in (1, 4, 7))
        self.own = "log " + self.log.key.vkey

    def file(self, name, *notes):
        """A log with these notes as its checkpoints, after one of its founding."""
        return self.brought.put("logs/%s.viche" % name, with_checkpoints(self.log, [self.one, *notes]))

    def ask(self, name, policy, about, log, word=None, newest=7, times=None):
        """`newest` is the size of the newest checkpoint that satisfies the policy, `times` whose cosignatures of the last count."""
        find = {} if word in ("foreign", "malformed") else dict(({"newest_size": newest} if newest else {}), cosigned=times or {})
        self.brought.ask(about, word, find, log=log, policy=self.brought.put("policies/%s.policy" % name, policy))


def cosigned(note, *names, time=TIME):
    for name in names:
        note = W[name].cosign(note, time)
    return note


def quorums(asker):
    """Who must have cosigned: w1, w2 and y1 did."""
    log = asker.file("cosigned", asker.four, cosigned(cosigned(asker.seven, "w1", "y1"), "w2", time=TIME + 60))
    times = {"w1": TIME, "w2": TIME + 60, "y1": TIME}
    x, y = "group X 2 w1 w2 w3", "group Y any y1 y2"
    for name, groups, about, met in (
            ("none", ["quorum none"], "No cosignature is asked for.", True),
            ("one", ["quorum w2"], "One witness, who cosigned.", True), ("one-not", ["quorum w3"], "One witness, who did not.", False),
            ("any", ["group G any w1 w3", "quorum G"], "Any of two, of whom one did.", True),
            ("any-not", ["group G any w3 y2", "quorum G"], "Any of two, of whom none did.", False),
            ("all", ["group G all w1 w2 y1", "quorum G"], "All of three, who did.", True),
            ("all-not", ["group G all w1 w2 w3", "quorum G"], "All of three, of whom two did.", False),
            ("number", ["group G 3 w1 w2 w3 y1 y2", "quorum G"], "Three of five, of whom three did.", True),
            ("number-not", ["group G 4 w1 w2 w3 y1 y2", "quorum G"], "Four of five, of whom three did.", False),
            ("nested", [x, y, "group B all X Y", "quorum B"], "Two of three and any of two: as in the example of tlog-policy.", True),
            ("nested-not", ["group X 3 w1 w2 w3", y, "group B all X Y", "quorum B"], "Three of three, which is not met, and any of two.",
             False),
            ("nested-any", ["group X 3 w1 w2 w3", y, "group B any X Y", "quorum B"], "One group of two is met, and one is enough.", True),
            ("nested-beside", ["group X 3 w2 w3 y2", "group B 2 w1 X", "quorum B"], "A witness who did, beside a group that is not "
             "met.", False),
            ("after", ["quorum w1", "group G all w2 w3"], "The quorum is met; a group that is defined after it is not.", True)):
        asker.ask("quorum-" + name, lines(asker.own, *NAMED, *groups), about, log, None if met else "not_witnessed",
                  newest=7 if met else None, times=times)
    asker.ask("no-log", lines(*NAMED, "quorum w1"), "The policy names no log.", log, times=times)
    none = lines("quorum none")
    asker.ask("nothing", none, "Only that no cosignature is asked for.", log)
    asker.ask("nothing", none, "The same of a log without cosignatures.", asker.file("seven-twice", asker.four, asker.seven))


def cosignatures(asker):
    """What counts as a cosignature of w1: the policy asks for w1 alone, or for one of w1 and w2."""
    one = lines(asker.own, *NAMED[:2], "quorum w1")
    both = lines(asker.own, *NAMED[:2], "group G all w1 w2", "quorum G")
    right = W["w1"].cosign(asker.seven, TIME)
    line = right[len(asker.seven):].decode()
    raw = base64.b64decode(line.split(" ")[2])

    def again(data):
        return asker.seven + ("— w1.example.org %s\n" % b64(data)).encode()

    def changed(at):
        return again(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1:])

    def ask(name, about, *notes, word=None, newest=7, policy=("w1", one), **times):
        asker.ask("asks-" + policy[0], policy[1], about, asker.file(name, *notes), word, newest, times)

    ask("w1", "The last checkpoint is cosigned.", asker.four, right, w1=TIME)
    ask("w1-first", "The witness's line stands before the log's.", asker.seven.replace(b"\n\n", b"\n\n" + line.encode(), 1), w1=TIME)
    ask("w1-later", "A second checkpoint of the same size adds the cosignature.", asker.seven, right, w1=TIME)
    ask("w1-twice", "The witness cosigned twice: the later time is told.", W["w1"].cosign(right, TIME + 60), w1=TIME + 60)
    ask("w1-twice-back", "The same, the later line first.", W["w1"].cosign(W["w1"].cosign(asker.seven, TIME + 60), TIME), w1=TIME + 60)
    ask("w1-broken-and-right", "A line of the witness that is wrong, and one that is right.", changed(75) + line.encode(), w1=TIME)
    ask("w1-unknown", "An unknown witness's line stands there too.", right + WITNESS.encode(), w1=TIME)
    ask("w1-time-0", "The time of the cosignature is 0.", W["w1"].cosign(asker.seven, 0), w1=0)
    ask("w1-time-63", "The time is 2^63 - 1, the largest that there is.", W["w1"].cosign(asker.seven, 2**63 - 1), w1=2**63 - 1)
    no = {"word": "not_witnessed", "newest": None}
    ask("w1-time-64", "The time is 2^63.", W["w1"].cosign(asker.seven, 2**63), **no)
    ask("seven-twice", "Nobody cosigned.", asker.four, asker.seven, **no)
    ask("w1-before", "The checkpoint of four entries was cosigned, the last was not.", cosigned(asker.four, "w1"), asker.seven,
        word="not_witnessed", newest=4)
    ask("w1-lost", "Of two checkpoints of seven entries the last one lacks the cosignature.", right, asker.seven, word="not_witnessed")
    for name, at, about in (("signature", 75, "The last byte of the signature is another."), ("time", 11, "The time is another than was "
                            "signed."), ("id", 0, "The key ID is not the witness's.")):
        ask("w1-changed-" + name, about, changed(at), **no)
    ask("w1-short", "The cosignature lacks its last byte.", again(raw[:-1]), **no)
    ask("w1-long", "The cosignature has a byte more.", again(raw + b"\0"), **no)
    ask("w1-name", "The line is right, but under another name.", asker.seven + line.replace("w1.", "w5.").encode(), **no)
    renamed = Witness("w5.example.org", seed_of("w1.example.org"))
    ask("w1-renamed", "The witness's key, with another name and that name's key ID.", renamed.cosign(asker.seven, TIME), **no)
    ask("w1-stranger", "An unknown witness cosigned.", witness("w9").cosign(asker.seven, TIME), **no)
    older = cosigned(asker.four, "w1")[len(asker.four):]
    ask("w1-other-checkpoint", "The witness's line is that over the checkpoint of four entries.", asker.seven + older, **no)
    text = asker.seven.split(b"\n\n")[0] + b"\n"
    author = Key("w1.example.org")
    ask("w1-author", "The witness's key signed the checkpoint as an author does, with a key ID of type 0x01.", asker.seven
        + author.line(text).encode(), **no)
    ask("w1-author-id", "The same with the witness's key ID, so that there is no time.", again(raw[:4] + author.sign(text)), **no)
    ask("w1-author-time", "The same, with a time before a signature that does not cover it.", again(raw[:12] + author.sign(text)), **no)
    pair = ("both", both)
    ask("w1-twice", "One witness twice is not two.", W["w1"].cosign(right, TIME + 60), policy=pair, w1=TIME + 60, **no)
    ask("w1-renamed-too", "One key under two names is not two.", renamed.cosign(right, TIME), policy=pair, w1=TIME, **no)
    either = ("either", lines(asker.own, *NAMED[:2], "group G any w1 w2", "quorum G"))
    ask("w1-broken-w2", "A wrong line of one witness undoes nothing that another signed.", cosigned(changed(75), "w2"), policy=either, w2=TIME)


def logs(asker):
    """Whose log a policy is of."""
    plain = asker.file("seven-twice", asker.four, asker.seven)
    other, seed = Key("other.example/log"), Key(asker.log.origin, b"\7" * 32)
    for name, keys, about, word in (
            ("other-log", [other], "The policy names another log.", "foreign"),
            ("other-key", [seed], "The policy names a log of the same origin, with another key.", "foreign"),
            ("two-logs", [other, asker.log.key], "The policy names another log and this one.", None),
            ("two-keys", [seed, asker.log.key], "The policy names two keys of this origin.", None)):
        asker.ask(name, lines(*("log " + key.vkey for key in keys), "quorum none"), about, plain, word)
    log = handed_over()
    both = asker.brought.put("logs/handed-over.viche", log.bytes({1, 2, 3}))
    old, new = "log " + log.key.vkey, "log " + log.later_keys[0][1].vkey
    for name, keys, about, word in (
            ("handed-over-old", [old], "The policy names the log's first key, which does not sign the last checkpoint.", "foreign"),
            ("handed-over-new", [new], "The policy names the key that signs the last checkpoint.", None),
            ("handed-over-both", [old, new], "The policy names both keys of the log.", None)):
        asker.ask(name, lines(*keys, "quorum none"), about, both, word, newest=3)


def write(brought):
    asker = Asker(brought)
    for part in (quorums, cosignatures, logs):
        part(asker)

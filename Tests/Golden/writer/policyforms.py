# SPDX-License-Identifier: Apache-2.0
"""Forms of witness policies (c2sp.org/tlog-policy): rare ones that are allowed, and those that are not."""

import hashlib

from .brought import TIME, witness
from .policies import NAMED, W, Asker, cosigned, lines, seed_of
from make_log import Key
from published import Witness, b64


def key_names(asker):
    """Names of witnesses' keys are those of signed-note; the first one is in use (github.com/transparency-dev/witness)."""
    garden = "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM"
    log = asker.file("w1", asker.four, cosigned(asker.seven, "w1"))
    asker.ask("allowed-key-colon", lines(NAMED[0], "witness garden " + garden, "group G any w1 garden", "quorum G"), "A witness's key "
              "with a colon in its name.", log, times={"w1": TIME})
    key = Witness("свідок.приклад")
    asker.ask("allowed-key-letters", lines("witness w " + key.vkey, "quorum w"), "A witness's key whose name is not ASCII.",
              asker.file("named-otherwise", key.cosign(asker.seven, TIME)), times={"w": TIME})


def allowed(asker):
    """Forms that are rare."""
    log = asker.file("w1", asker.four, cosigned(asker.seven, "w1"))
    w1, w2 = W["w1"].vkey, W["w2"].vkey
    groups = ["group g1 any w1"] + ["group g%d any g%d" % (n, n - 1) for n in range(2, 1025)]
    keys = [witness("m%d" % n) for n in range(32)]
    for name, policy, about in (
            ("comments", lines("# a policy", "  \t# é", "", " \t ", NAMED[0], "quorum w1"), "Comments, one after white space, and empty lines."),
            ("white", lines("\t witness  w1\t\t%s \t" % w1, " quorum\tw1 "), "Spaces and tabs around and between the items."),
            ("urls", lines(asker.own + " https://log.example.org/", NAMED[0] + " https://w1.example.org/é", "quorum w1"), "URLs."),
            ("keywords", lines("witness log %s" % w1, "group witness 1 log", "group all all witness", "quorum all"), "Names that are "
             "keywords."),
            ("names", lines("witness #a+b %s" % w1, "witness é %s" % w2, "quorum #a+b"), "Names of other characters than letters."),
            ("octets", b"witness \xff %s\nwitness \xfe %s\nquorum \xff\n" % (w1.encode(), w2.encode()), "Names that are no UTF-8, and "
             "differ."),
            ("kelvin", lines("witness K %s" % w1, "witness \u212a %s" % w2, "quorum K"), "The letter K and the sign for kelvin."),
            ("normal-forms", lines("witness \u00e9 %s" % w1, "witness e\u0301 %s" % w2, "quorum \u00e9"), "Names that are one only where "
             "Unicode is normalised."),
            ("capitals", lines("witness w %s" % w1, "witness W %s" % w2, "quorum w"), "Names that differ by a capital letter."),
            ("late-log", lines(NAMED[0], "quorum w1", asker.own), "The log is named in the last line."),
            ("one-key-two-lists", lines(asker.own, NAMED[0], "witness log %s" % Witness(asker.log.origin).vkey, "quorum w1"), "The log's key "
             "is a witness's too: the two lists are not one."),
            ("groups-1024", lines(NAMED[0], *groups, "quorum g1024"), "1,024 groups, each in the next."),
            ("many", lines(NAMED[0], *("log " + Key("l%d.example" % n).vkey for n in range(31)), asker.own,
                           *("witness m%d %s" % pair for pair in enumerate(key.vkey for key in keys)),
                           *("group n%d any m%d" % (n, n) for n in range(32)), "quorum w1"), "32 logs, 33 witnesses, 32 groups.")):
        found = {"octets": {"\ufffd": TIME}}.get(name)
        label = {"keywords": "log", "names": "#a+b", "kelvin": "K", "normal-forms": "\u00e9", "capitals": "w"}.get(name, "w1")
        asker.ask("allowed-" + name, policy, about, log, times=found or {label: TIME})


def vkey(name, typed, id_=None):
    """A verifier key of any type, the ID of which may be another's."""
    id_ = id_ or hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    return "%s+%s+%s" % (name, id_.hex(), b64(typed))


def malformed(asker):
    a, b = NAMED[0].replace(" w1 ", " a "), NAMED[1].replace(" w2 ", " b ")
    key, one = W["w1"], W["w1"].vkey
    renamed = Witness("w5.example.org", seed_of("w1.example.org"))
    groups = ["group g1 any a"] + ["group g%d any g%d" % (n, n - 1) for n in range(2, 1026)]
    again = Key("again.example", seed_of(asker.log.origin))
    end = "quorum none"
    for name, policy, about in (
            ("empty", b"", "An empty file."), ("comment", lines("# nothing"), "Only a comment."), ("no-quorum", lines(a), "No quorum."),
            ("two-quorums", lines(end, end), "Two quorums."), ("quorum-first", lines("quorum a", a), "The quorum stands before its witness."),
            ("quorum-unknown", lines(a, "quorum c"), "A quorum that nothing defines."), ("quorum-nobody", lines("quorum"), "A quorum of "
             "nobody."), ("quorum-two", lines(a, b, "quorum a b"), "A quorum of two names."),
            ("quorum-comment", lines(end + " # all"), "A comment after the quorum, on its line."),
            ("quorum-case", lines("quorum None"), "None is not none."),
            ("keyword", lines("key " + one, end), "An unknown keyword."), ("keyword-case", lines("Quorum none"), "A keyword with a capital."),
            ("log-nothing", lines("log", end), "A log without a key."), ("log-more", lines(asker.own + " https://a.org https://b.org", end),
             "A log with two URLs."), ("witness-nothing", lines("witness a", end), "A witness without a key."),
            ("witness-more", lines(a + " https://a.org b", end), "A witness with an item too many."),
            ("witness-twice", lines(a, b.replace(" b ", " a "), end), "A name for two witnesses."),
            ("witness-none", lines(a.replace(" a ", " none "), end), "A witness named none."),
            ("group-nobody", lines(a, "group g any", end), "A group without members."), ("group-nothing", lines(a, "group g", end),
             "A group with nothing but a name."), ("group-none", lines(a, "group none any a", end), "A group named none."),
            ("group-taken", lines(a, b, "group a any b", end), "A group with a witness's name."),
            ("group-twice", lines(a, b, "group g any a", "group g any b", end), "A name for two groups."),
            ("member-none", lines(a, "group g any none", end), "A member named none."),
            ("member-unknown", lines(a, "group g any a c", end), "A member that nothing defines."),
            ("member-later", lines(a, "group g any a b", b, end), "A member that a later line defines."),
            ("member-self", lines(a, "group g any a g", end), "A group that is its own member."),
            ("member-twice", lines(a, "group g any a a", end), "A member twice in one group."),
            ("member-shared", lines(a, "group g any a", "group h any a", end), "A member of two groups."),
            ("number-0", lines(a, "group g 0 a", end), "None of a group's members."), ("number-more", lines(a, b, "group g 3 a b", end),
             "Three of a group of two."), ("number-zero", lines(a, "group g 01 a", end), "A number with a leading zero."),
            ("number-sign", lines(a, "group g +1 a", end), "A number with a sign."), ("number-word", lines(a, "group g ALL a", end),
             "ALL is not all."), ("number-hex", lines(a, "group g 0x1 a", end), "A number that is not decimal."),
            ("log-key", lines("log " + one, end), "A log's key of type 0x04."), ("log-key-again", lines(asker.own, asker.own, end), "A log's "
             "key twice."), ("log-key-renamed", lines(asker.own, "log " + again.vkey, end), "A log's key twice, under two names."),
            ("witness-key", lines("witness a " + asker.log.key.vkey, end), "A witness's key of type 0x01."),
            ("witness-key-type", lines("witness a " + vkey(key.name, b"\x06" + key.public), end), "A witness's key of type 0x06, of 32 bytes."),
            ("witness-key-again", lines(a, a.replace(" a ", " b "), end), "A witness's key twice."),
            ("witness-key-renamed", lines(a, "witness b " + renamed.vkey, end), "A witness's key twice, under two names."),
            ("key-id", lines("witness a " + vkey(key.name, b"\x04" + key.public, b"\1\2\3\4"), end), "A key ID that is not the key's."),
            ("key-id-case", lines("witness a " + one.replace(key.id.hex(), key.id.hex().upper()), end), "A key ID in capitals."),
            ("key-31", lines("witness a " + vkey(key.name, b"\x04" + key.public[:31]), end), "A key of 31 bytes."),
            ("key-weak", lines("witness a " + vkey(key.name, b"\x04\x01" + bytes(31)), end), "A public key of small order."),
            ("key-name", lines("witness a " + one[one.index("+"):], end), "A verifier key without a name."),
            ("key-unpadded", lines("witness a " + one + "=", end), "A verifier key with a sign too many."),
            ("cr", lines(end).replace(b"\n", b"\r\n"), "Lines that end in CR LF."), ("cr-comment", b"# a\r\n" + lines(end), "A comment that "
             "ends in CR LF."), ("nul", b"# \0\n" + lines(end), "A zero byte in a comment."), ("delete", b"# \x7f\n" + lines(end),
             "A byte 0x7F in a comment."), ("tab", b"quorum\x0bnone\n", "A vertical tab between the items."),
            ("nbsp", "quorum\u00a0none\n".encode(), "A no-break space between the items."), ("nbsp-line", "\u00a0\n".encode() + lines(end),
             "A no-break space alone on a line."), ("bom", b"\xef\xbb\xbf" + lines(end), "A byte order mark."),
            ("unfinished", lines(end)[:-1], "The last line has no line feed."), ("unfinished-comment", lines(end) + b"# all", "The last line, "
             "a comment, has no line feed."), ("groups-1025", lines(a, *groups, "quorum g1025"), "1,025 groups.")):
        asker.ask("malformed-" + name, policy, about, asker.file("w1", asker.four, cosigned(asker.seven, "w1")), "malformed")


def write(brought):
    asker = Asker(brought)
    for part in (key_names, allowed, malformed):
        part(asker)

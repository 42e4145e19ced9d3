# SPDX-License-Identifier: Apache-2.0
"""Heads and receipts that somebody kept, against logs that go on from them and logs that do not."""

from .brought import TIME, forked, handed_over, seven, witness
from .trees import WITNESS, checkpoint, strangers
from make_log import Key, root_of
from published import b64, consistency_proof, fork_evidence, inclusion_proof, receipt


class Keeper:
    """What is kept of a log of seven entries, and the questions about it."""

    def __init__(self, brought):
        self.brought, self.log = brought, seven()
        self.bodies = list(self.log.bodies())
        self.file = brought.put("logs/seven.viche", self.log.bytes({1, 4, 7}))
        self.four = brought.put("logs/four.viche", self.log.frames(self.bodies[:4], {1, 4}))

    def head(self, size, bodies=None):
        return self.log.checkpoint((bodies or self.bodies)[:size])

    def receipt(self, index, size, bodies=None, **more):
        return receipt(index, (bodies or self.bodies)[:size], self.head(size, bodies), **more)

    def ask(self, name, data, about, word=None, file=None, size=None, now=7):
        """Asks of a log; `size` is what the head covers, where the log goes on from it."""
        kind = ".tlog-proof" if data.startswith(b"c2sp.org/tlog-proof@v1\n") else ".txt"
        find = {"size": size, "new_entries": now - size} if size is not None else None
        self.brought.ask(about, word, find, log=file or self.file, since=self.brought.put("kept/" + name + kind, data))


def heads(keeper):
    for size in range(1, 8):
        keeper.ask("head-%d" % size, keeper.head(size), "The head over the first %d of seven entries." % size if size < 7
                   else "The head that is the log's last.", size=size)
    cosigned = witness("w9").cosign(keeper.head(4), TIME)
    keeper.ask("head-cosigned", cosigned, "A head with a witness's line, whom the verifier does not know.", size=4)
    first = checkpoint(keeper.log, keeper.bodies[:4], lines=lambda own: WITNESS + own)
    keeper.ask("head-cosigned-first", first, "A head on which the unknown witness's line stands before the log's.", size=4)
    extended = checkpoint(keeper.log, keeper.bodies[:4], extension="note\n")
    keeper.ask("head-extension", extended, "A head with an extension line, which the log's key signed too.", size=4)
    for size in (5, 7):
        keeper.ask("head-%d" % size, keeper.head(size), "The log has four entries, the head covers %d." % size, "shorter",
                   file=keeper.four)
    keeper.ask("head-large", checkpoint(keeper.log, keeper.bodies, size=2**63 - 1), "A head over 2^63 - 1 entries.", "shorter")
    keeper.ask("head-4", keeper.head(4), "The log has four entries, as the head.", size=4, file=keeper.four, now=4)


def forks(keeper):
    for entry, size, about in (
            (6, 7, "of as many entries, of which the last is another"), (3, 7, "of as many entries, of which the fourth is another"),
            (3, 4, "of four entries, of which the last is another"), (1, 3, "of three entries, of which the second is another"),
            (0, 1, "of one entry, which is another founding")):
        data = keeper.head(size, list(forked(entry).bodies()))
        keeper.ask("fork-%d-of-%d" % (entry, size), data, "The log's key signed a head %s." % about, "forked")
    other = list(forked(3).bodies())
    keeper.ask("fork-3-of-3", keeper.head(3, other), "A head of a log that differs from the fourth entry on: of three it is "
               "the same.", size=3)
    keeper.ask("fork-3-of-7", keeper.head(7, other), "A head of seven entries, of which the fourth is another; the log has four, "
               "so that nobody can tell a fork from a cut.", "shorter", file=keeper.four)
    extended = checkpoint(keeper.log, other, extension="note\n")
    keeper.ask("fork-extension", extended, "A head of a forked log with an extension line: signed is signed.", "forked")
    keeper.ask("fork-receipt", keeper.receipt(3, 7, other), "A receipt for an entry that is another in the log.", "forked")
    keeper.ask("fork-receipt-bare", keeper.receipt(3, 7, other, extra=False), "The same without the entry in it.", "forked")
    keeper.ask("fork-receipt-unchanged", keeper.receipt(1, 7, other), "A receipt for an entry that is in the log, under a "
               "head of seven of which another is not.", "forked")
    keeper.ask("fork-receipt-unchanged-bare", keeper.receipt(1, 7, other, extra=False), "The same without the entry in it.", "forked")


def others(keeper):
    """Heads of other logs and of other keys."""
    log, bodies = keeper.log, keeper.bodies
    elsewhere = seven()
    elsewhere.origin, elsewhere.key = "tiny.example/other", Key("tiny.example/other")
    head = elsewhere.checkpoint(bodies)
    keeper.ask("other-origin", head, "A head of another log, signed by its key.", "foreign")
    keeper.ask("other-origin-receipt", receipt(2, bodies, head), "A receipt of another log.", "foreign")
    database = checkpoint(log, bodies, origin="go.sum database tree", key=Key("sum.golang.org"))
    keeper.ask("other-origin-spaces", database, "A head of another log, whose origin has spaces in it and is not its key's name.", "foreign")
    for name, origin, about in (("other-origin-own-key", "tiny.example/other", "another origin"),
                                ("other-origin-case", "tiny.example/Log", "an origin with one capital letter"),
                                ("other-origin-longer", "tiny.example/log/", "an origin with a slash more")):
        keeper.ask(name, checkpoint(log, bodies, origin=origin), "A head of %s, which this log's key signed." % about, "foreign")
    keeper.ask("other-key", checkpoint(log, bodies, key=Key(log.origin, b"\7" * 32)), "A head of the same origin and the same "
               "entries, signed by another key.", "other_key")
    keeper.ask("other-key-fork", checkpoint(log, list(forked(3).bodies()), key=Key(log.origin, b"\7" * 32)),
               "A head of the same origin and other entries, signed by another key: no fork of this log.", "other_key")
    keeper.ask("member-key", checkpoint(log, bodies, key=log.member["A"]), "A head that a member signed, and not the log.", "other_key")
    keeper.ask("witness-only", checkpoint(log, bodies, lines=lambda own: WITNESS), "A head that only a witness signed.", "other_key")
    renamed = checkpoint(log, bodies, lines=lambda own: own.replace("— tiny.example/log ", "— tiny.example/log2 "))
    keeper.ask("other-name", renamed, "The log's signature under a name that is not the key's.", "other_key")


def handovers(keeper):
    """The log's first key is named in its founding; of one of two copies it signed no checkpoint."""
    log = handed_over()
    both, later = keeper.brought.put("logs/handed-over.viche", log.bytes({1, 2, 3})), keeper.brought.put(
        "logs/handed-over-later.viche", log.bytes({2, 3}))
    head, fork = log.checkpoint(list(log.bodies())[:1]), log.checkpoint(list(forked(0, log).bodies())[:1])
    for file, about in ((both, "a log that another key signs since"), (later, "a copy without its checkpoints")):
        keeper.ask("handed-over-1", head, "A head that the first key signed, of %s." % about, file=file, size=1, now=3)
    keeper.ask("handed-over-receipt", receipt(0, list(log.bodies())[:1], head), "A receipt under the first key's head, of that copy.",
               file=later, size=1, now=3)
    keeper.ask("handed-over-2", log.checkpoint(list(log.bodies())[:2]), "A head that the second key signed.", file=both, size=2, now=3)
    keeper.ask("handed-over-fork", fork, "The first key signed another founding.", "forked", file=both)
    text, later_key = head.split(b"\n\n")[0] + b"\n", log.later_keys[0][1]
    keeper.ask("handed-over-both", head + later_key.line(text).encode(), "A head that both keys signed.", file=both, size=1, now=3)
    keeper.ask("handed-over-wrong", head + later_key.line(b"another\n").encode(), "A head that the first key signed, with a line of "
               "the second that is no signature of it.", "altered", file=both)
    keeper.ask("handed-over-fork", fork, "The first key signed another founding; of this copy it signed nothing, so that it may be "
               "anybody's.", "other_key", file=later)


def altered(keeper):
    log, bodies, head = keeper.log, keeper.bodies, keeper.head(4)
    root, three = b64(root_of(bodies[:4])).encode(), b64(root_of(bodies[:3])).encode()
    signature = head.split(b" ")[-1]
    for name, data, about in (
            ("root", head.replace(root, three), "A head whose root is that of three entries; the signature is that over four."),
            ("size", head.replace(b"\n4\n", b"\n3\n"), "A head whose size is another than was signed."),
            ("signature", head.replace(signature, keeper.head(3).split(b" ")[-1]), "A head with the signature of another one."),
            ("twice", checkpoint(log, bodies[:4], lines=lambda own: own * 2), "A head with the log's own line twice."),
            ("receipt", keeper.receipt(2, 4).replace(b"\n4\n" + root, b"\n4\n" + three), "A receipt whose head has another root "
             "than was signed.")):
        keeper.ask("altered-" + name, data, about, "altered")


def receipts(keeper):
    for index, size, about in (
            (0, 7, "the first of seven entries"), (3, 7, "the fourth of seven entries"), (6, 7, "the last of seven entries"),
            (0, 1, "the founding, alone in its tree: no hashes"), (2, 4, "the third of four entries"), (4, 5, "the last of five entries")):
        for extra, more in ((True, ""), (False, " The entry is not in it.")):
            keeper.ask("receipt-%d-of-%d%s" % (index, size, "" if extra else "-bare"), keeper.receipt(index, size, extra=extra),
                       "The receipt for %s.%s" % (about, more), size=size)
    cosigned = receipt(2, keeper.bodies[:4], witness("w9").cosign(keeper.head(4), TIME))
    keeper.ask("receipt-cosigned", cosigned, "A receipt under a head that a witness signed too.", size=4)
    keeper.ask("receipt-2-of-4", keeper.receipt(2, 4), "The log has four entries, as the receipt's head.", size=4, file=keeper.four, now=4)
    keeper.ask("receipt-3-of-7", keeper.receipt(3, 7), "The entry is there, but the receipt's head covers more than the log has.",
               "shorter", file=keeper.four)


def unsound(keeper):
    bodies, proof = keeper.bodies, inclusion_proof(3, keeper.bodies)

    def put(name, about, index=3, entry=3, hashes=proof, size=7):
        """With the entry in the receipt, and, where that is not what is wrong, without."""
        for extra in (True, False)[:1 if entry != index and index == 3 else 2]:
            lines = ["c2sp.org/tlog-proof@v1"] + ["extra " + b64(bodies[entry])] * extra + ["index %d" % index]
            data = ("\n".join(lines + list(map(b64, hashes))) + "\n\n").encode() + keeper.head(size)
            keeper.ask("unsound-%s%s" % (name, "" if extra else "-bare"), data, about + ("" if extra else " The entry is not in it."),
                       "unsound")

    put("index", "A receipt with the index of the entry before.", index=2)
    put("index-size", "A receipt whose index is the head's size.", index=7)
    put("index-large", "A receipt whose index is beyond the head's size.", index=99)
    put("hash-more", "A receipt with a hash too many.", hashes=proof + proof[:1])
    put("hash-less", "A receipt with a hash too few.", hashes=proof[:-1])
    put("hash-none", "A receipt without its hashes.", hashes=[])
    put("hash-changed", "A receipt one of whose hashes is another.", hashes=[root_of(bodies), *proof[1:]])
    put("hashes-swapped", "A receipt whose first two hashes stand in each other's place.", hashes=[proof[1], proof[0], proof[2]])
    put("extra", "A receipt with another entry in it than it leads from.", entry=4)
    put("alone", "A receipt of a tree of one entry, with a hash.", index=0, entry=0, hashes=proof[:1], size=1)
    beyond = keeper.receipt(3, 7, extra=False).replace(b"index 3\n", b"index 7\n")
    keeper.ask("unsound-index-size-bare", beyond, "The log has four entries; the receipt for the eighth is under a head of seven, so that "
               "it proves nothing of any log.", "unsound", file=keeper.four)
    right = keeper.receipt(3, 7)
    keeper.ask("unsound-extra-empty", right.replace(b64(bodies[3]).encode(), b""), "A receipt whose extra line is empty.", "unsound")
    changed = bodies[3].replace(b"Plan 3", b"Plan 8")
    keeper.ask("unsound-extra-changed", right.replace(b64(bodies[3]).encode(), b64(changed).encode()), "A receipt in whose entry a "
               "digit is another.", "unsound")


def malformed(keeper):
    log, bodies, head = keeper.log, keeper.bodies, keeper.head(4)
    right = keeper.receipt(3, 7)
    root = b64(root_of(bodies[:4])).encode()
    entry, hash_ = b64(bodies[3]).encode(), b64(inclusion_proof(3, bodies)[0]).encode()
    first = b"c2sp.org/tlog-proof@v1\n"
    fork = fork_evidence(head, keeper.head(7), (root_of(bodies[:4]), consistency_proof(4, bodies)))
    for name, data, about in (
            ("empty", b"", "An empty file."), ("words", b"my head\n", "A file of words."),
            ("log", log.bytes({7}), "A log."), ("evidence", fork, "Evidence of a fork."),
            ("head-unsigned", head.split(b"\xe2\x80\x94")[0], "A head without a signature line."),
            ("head-joined", head.replace(b"\n\n", b"\n"), "A head without its empty line."),
            ("head-cut", head[:-1], "A head without its last line feed."),
            ("head-longer", head + b"\n", "A head with an empty line at its end."),
            ("head-crlf", head.replace(b"\n", b"\r\n"), "A head whose lines end in CR LF."),
            ("head-size-zero", checkpoint(log, bodies[:4], size="04"), "A head whose size is 04, rightly signed."),
            ("head-size-sign", checkpoint(log, bodies[:4], size="+4"), "A head whose size is +4, rightly signed."),
            ("head-root-31", checkpoint(log, bodies[:4], root=b64(bytes(31))), "A head with a root of 31 bytes, rightly signed."),
            ("head-root-unpadded", head.replace(root, root.rstrip(b"=")), "A head whose root is not padded."),
            ("head-origin-empty", checkpoint(log, bodies[:4]).replace(log.origin.encode() + b"\n", b"\n", 1), "A head whose origin is empty."),
            ("head-lines-101", checkpoint(log, bodies[:4], lines=lambda own: own + strangers(100)), "A head with 101 signature lines."),
            ("receipt-version", right.replace(b"@v1", b"@v2"), "A receipt of another version."),
            ("receipt-index-zero", right.replace(b"index 3", b"index 03"), "A receipt whose index is 03."),
            ("receipt-index-sign", right.replace(b"index 3", b"index -3"), "A receipt whose index is -3."),
            ("receipt-no-index", right.replace(b"index 3\n", b""), "A receipt without an index."),
            ("receipt-extra-after", first + b"index 3\nextra " + entry + right[right.index(b"index 3") + 7:],
             "A receipt whose extra line follows the index."),
            ("receipt-extra-twice", right.replace(b"index 3", b"extra " + entry + b"\nindex 3"), "A receipt with two extra lines."),
            ("receipt-extra-text", right.replace(entry, b"entry"), "A receipt whose extra line is not base64."),
            ("receipt-hash-31", right.replace(hash_, b64(bytes(31)).encode()), "A receipt with a hash of 31 bytes."),
            ("receipt-hash-text", right.replace(hash_, b"hash"), "A receipt with a hash that is none."),
            ("receipt-joined", right.replace(b"\n\n" + log.origin.encode(), b"\n" + log.origin.encode()), "A receipt without the empty "
             "line before its head."),
            ("receipt-no-head", right[:right.index(b"\n\n") + 2], "A receipt without a head."),
            ("receipt-cut", right[:-1], "A receipt without its last line feed.")):
        keeper.ask("malformed-" + name, data, about, "malformed")


def write(brought):
    keeper = Keeper(brought)
    for part in (heads, forks, others, handovers, altered, receipts, unsound, malformed):
        part(keeper)

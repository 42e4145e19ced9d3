# SPDX-License-Identifier: Apache-2.0
"""Evidence of a fork: two checkpoints of one log's key, which prove two histories, or prove nothing."""

from .brought import TIME, forked, seven, witness
from .layout import frame
from .trees import WITNESS, checkpoint
from make_log import Key, root_of
from published import b64, consistency_proof, fork_evidence


class Accuser:
    """Two histories of one log: they part with the second entry."""

    def __init__(self, brought):
        self.brought, self.log = brought, seven()
        self.bodies, self.other = list(self.log.bodies()), list(forked(1).bodies())

    def head(self, size, bodies=None, **changes):
        return checkpoint(self.log, (bodies or self.bodies)[:size], **changes)

    def begins(self, size, bodies=None, of=7):
        """(root, proof): what a tree of so many entries had at this size."""
        bodies = (bodies or self.bodies)[:of]
        return root_of(bodies[:size]), consistency_proof(size, bodies)

    def ask(self, name, data, about, word=None):
        self.brought.ask(about, word, evidence=self.brought.put("forks/" + name + ".fork", data), log_key=self.log.key.vkey)


def proofs(accuser):
    head, other, begins = accuser.head, accuser.other, accuser.begins
    accuser.ask("same-size", fork_evidence(head(7), head(7, other)), "Two roots of seven entries, both signed.")
    accuser.ask("same-size-cosigned", fork_evidence(witness("w9").cosign(head(7), TIME), head(7, other)),
                "The same; an unknown witness signed one of them too.")
    accuser.ask("same-size-extension", fork_evidence(head(7), head(7, other, extension="note\n")),
                "The same; one of them has an extension line, which the log never writes.")
    for old, size in ((2, 3), (3, 7), (4, 7), (6, 7), (4, 5)):
        accuser.ask("sizes-%d-%d" % (old, size), fork_evidence(head(old, other), head(size), begins(old, of=size)),
                    "A head of %d entries, and one of %d that began with other %d." % (old, size, old))
    founding = list(forked(0).bodies())
    accuser.ask("sizes-1-7", fork_evidence(head(1, founding), head(7), begins(1)), "Another founding than that of a head of seven "
                "entries.")


def nothing(accuser):
    head, other, begins = accuser.head, accuser.other, accuser.begins
    root, proof = begins(3)
    for name, notes, beginning, about in (
            ("consistent", (head(4), head(7)), begins(4), "Heads of four and seven entries of one history, and the proof of that."),
            ("no-beginning", (head(4, other), head(7)), None, "Two histories of two sizes, and nothing that shows what the larger one "
             "began with."),
            ("larger-first", (head(7), head(4, other)), begins(4), "The head of the larger tree stands first."),
            ("root-changed", (head(3, other), head(7)), (root_of(accuser.bodies), proof), "The root at the smaller size is not that from "
             "which the proof leads."),
            ("hash-changed", (head(3, other), head(7)), (root, [root_of(accuser.bodies), *proof[1:]]), "A hash of the proof is another."),
            ("hash-more", (head(3, other), head(7)), (root, proof + proof[:1]), "The proof has a hash too many."),
            ("hash-less", (head(3, other), head(7)), (root, proof[:-1]), "The proof has a hash too few."),
            ("hash-none", (head(3, other), head(7)), (root, []), "The proof is empty."),
            ("other-size", (head(3, other), head(7)), begins(4), "The root and the proof are of another size.")):
        accuser.ask("nothing-" + name, fork_evidence(*notes, beginning), about, "proves_nothing")
    accuser.ask("same-tree", fork_evidence(head(7), head(7)), "One head twice.", "same_tree")
    accuser.ask("same-tree-cosigned", fork_evidence(head(7), witness("w9").cosign(head(7), TIME)), "One head twice, of which a witness "
                "signed one.", "same_tree")


def strangers(accuser):
    """Heads that are not of the log, or not signed by its key."""
    head, other, log = accuser.head, accuser.other, accuser.log
    elsewhere, mine = "tiny.example/other", head(7)
    theirs = {"origin": elsewhere, "key": Key(elsewhere)}
    for name, notes, about in (
            ("second", (mine, head(7, other, origin=elsewhere)), "The second head is of another origin; the key signed both."),
            ("both", (head(7, origin=elsewhere), head(7, other, origin=elsewhere)), "Both heads are of an origin that is not the key's; "
             "the key signed both."),
            ("another-log", (head(7, **theirs), head(7, other, **theirs)), "Two histories of another log, signed by its own key.")):
        accuser.ask("foreign-" + name, fork_evidence(*notes), about, "foreign")
    good = head(7, other)
    for name, second, about in (
            ("second", head(7, other, lines=lambda own: WITNESS), "Only a witness signed the second head."),
            ("member", head(7, other, key=log.member["A"]), "A member signed the second head, and not the log."),
            ("other-key", head(7, other, key=Key(log.origin, b"\7" * 32)), "Another key of the log's name signed the second head."),
            ("altered", good.replace(b64(root_of(other)).encode(), b64(root_of(other[:6])).encode()), "The root of the second head is "
             "another than was signed."),
            ("signature", head(7, other, lines=lambda own: mine.decode().split("\n\n")[1]), "The second head has the first one's "
             "signature."),
            ("twice", head(7, other, lines=lambda own: own * 2), "The second head has the log's line twice.")):
        accuser.ask("unsigned-" + name, fork_evidence(mine, second), about, "not_signed")
    accuser.ask("unsigned-first", fork_evidence(head(7, other, lines=lambda own: WITNESS), mine), "Only a witness signed the first head.",
                "not_signed")


def malformed(accuser):
    one, two = accuser.head(7), accuser.head(7, accuser.other)
    right = fork_evidence(one, two)
    first, frames = b"viche-fork/1\n", [frame(b"checkpoint", note) for note in (one, two)]
    hashes = b64(root_of(accuser.bodies)).encode() + b"\n"
    length = b"checkpoint %d\n" % len(one)
    for name, data, about in (
            ("empty", b"", "An empty file."), ("version", right.replace(b"fork/1", b"fork/2"), "Evidence of another version."),
            ("no-header", right[len(first):], "Evidence without its first line."),
            ("one", first + frames[0], "One head."), ("three", right + frames[0], "Three heads."),
            ("order", first + frame(b"consistency", hashes) + frames[0] + frames[1], "The proof stands before the heads."),
            ("kind", right.replace(b"checkpoint ", b"entry ", 1), "A frame of another kind."),
            ("length-more", right.replace(length, b"checkpoint %d\n" % (len(one) + 1), 1), "A length that is one too large."),
            ("length-less", right.replace(length, b"checkpoint %d\n" % (len(one) - 1), 1), "A length that is one too small."),
            ("length-zero", right.replace(length, b"checkpoint 0%d\n" % len(one), 1), "A length with a zero before it."),
            ("cut", right[:-1], "The last byte is missing."), ("longer", right + b"\n", "An empty line at the end."),
            ("unsigned", first + frames[0] + frame(b"checkpoint", two.split(b"\xe2\x80\x94")[0]), "A head without a signature line."),
            ("hash-31", right + frame(b"consistency", b64(bytes(31)).encode() + b"\n"), "A hash of 31 bytes."),
            ("hash-cut", right + frame(b"consistency", hashes[:-1]), "The last hash has no line feed."),
            ("hash-blank", right + frame(b"consistency", hashes + b"\n"), "An empty line after the hashes."),
            ("hash-only-blank", right + frame(b"consistency", b"\n"), "An empty line in place of the hashes.")):
        accuser.ask("malformed-" + name, data, about, "malformed")


def write(brought):
    accuser = Accuser(brought)
    for part in (proofs, nothing, strangers, malformed):
        part(accuser)

# SPDX-License-Identifier: Apache-2.0
"""Read a log and its tiles with Python clients that others wrote, and see that they refuse what is damaged.

    python3 clients.py CLIENT LOG TILES VERIFY [PROOF...]       CLIENT: aics-tlog or tlog-scales

LOG is cut into frames here, so that what the clients say can be compared with it. VERIFY is verify.py,
which is asked about a cosignature that a client made. Exits 0 and prints what was accepted, how many
damaged copies were refused; 1 and what was not.
"""

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata

FRAME = re.compile(rb"(entry|checkpoint) ([0-9]+)\n")
SPREAD = (0, 1, 254, 255, 256, 257, 65535, 65536, -2, -1)  # where tiles are joined, and the ends
TIME = 1735689600


class Disagree(Exception):
    """A client does not say what it should."""


def need(holds, *words):
    if not holds:
        raise Disagree(" ".join(map(str, words)))


def refused(action, *arguments):
    """Whether a client refuses, by an error or by saying so."""
    try:
        return action(*arguments) is False
    except Exception:  # whatever a client has for it
        return True


class Ledger:
    """The log's entries, and its checkpoints as (size, root, note)."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        self.entries, self.heads, at = [], [], data.index(b"\n") + 1
        while frame := FRAME.match(data, at):
            at = frame.end() + int(frame.group(2))
            body = data[frame.end():at]
            if frame.group(1) == b"entry":
                self.entries.append(body)
            else:
                _, size, root = body.split(b"\n")[:3]
                self.heads.append((int(size), base64.b64decode(root), body))
        self.origin = data[12:data.index(b"\n")].decode()
        self.keys = [key.decode() for key in re.findall(rb'"log_key":"([^"]+)"', data)]
        self.size, self.root, self.note = self.heads[-1]
        self.entries = self.entries[:self.size]

    def some(self):
        """Indexes of entries."""
        return sorted({index % self.size for index in SPREAD if -self.size <= index < self.size} | {self.size // 2})

    def some_heads(self):
        """Earlier checkpoints, at most twelve, evenly between the first and the last."""
        step = max(1, len(self.heads) // 11)
        return self.heads[::step][:11] + self.heads[-1:]


class Receipt:
    """A c2sp.org/tlog-proof@v1 file with the entry in it."""

    def __init__(self, path):
        with open(path, "rb") as file:
            head, self.note = file.read().split(b"\n\n", 1)
        first, extra, index, *hashes = head.split(b"\n")
        need(first == b"c2sp.org/tlog-proof@v1", path, "is no receipt")
        self.leaf, self.index = base64.b64decode(extra[6:]), int(index[6:])
        self.hashes = [base64.b64decode(line) for line in hashes]
        size, root = self.note.split(b"\n")[1:3]
        self.size, self.root = int(size), base64.b64decode(root)


def flipped(data, at):
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def damaged_notes(note):
    """A checkpoint with one bit changed: in its origin, its size, its root, its signature."""
    places = (0, note.index(b"\n") + 1, note.index(b"\n\n") - 5, len(note) - 10)
    return [flipped(note, at) for at in places]


def damaged(folder):
    """[(resource, changed bytes)]: a byte of each kind of resource; junk after a tile."""
    names = [os.path.relpath(os.path.join(place, name), folder) for place, _, files in os.walk(folder)
             for name in files if place != folder]
    wanted = [min(found) for pattern in (r"tile/0/\d+\Z", r"tile/0/.*\.p/", r"tile/1/", r"tile/entries/[\dx/]+\Z",
                                         r"tile/entries/.*\.p/") if (found := [n for n in names if re.match(pattern, n)])]
    cases = []
    for name in wanted:
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        cases += [(name, flipped(data, 5)), (name, flipped(data, -1)), (name, data[:-1])]
    return cases


class Copy:
    """A copy of the tiles in which one resource at a time is another."""

    def __init__(self, folder):
        self.work = tempfile.mkdtemp()
        self.folder = os.path.join(self.work, "tiles")
        shutil.copytree(folder, self.folder)

    def with_(self, name, data, action):
        path = os.path.join(self.folder, name)
        with open(path, "rb") as file:
            right = file.read()
        for content in (data, right):
            with open(path, "wb") as file:
                file.write(content)
            if content is data:
                result = refused(action, self.folder)
        return result

    def gone(self):
        shutil.rmtree(self.work)


class AicsTlog:
    """PyPI aics-tlog."""

    def __init__(self, ledger, tiles, verify):
        import aics_tlog
        self.lib, self.ledger, self.tiles, self.verify = aics_tlog, ledger, tiles, verify
        keys = [key for key in map(aics_tlog.parse_vkey, ledger.keys)
                if aics_tlog.verify_checkpoint(aics_tlog.parse_note(ledger.note), key).ok]
        need(len(keys) == 1, "no key of the log signed its last checkpoint")
        self.key = keys[0]

    def holds(self, note):
        return self.lib.verify_checkpoint(self.lib.parse_note(note), self.key, expected_origin=self.ledger.origin).ok

    def audit(self, folder):
        """Every tile and every bundle of a folder, from its own checkpoint."""
        with open(os.path.join(folder, "checkpoint"), "rb") as file:
            note = file.read()
        need(self.holds(note), "the checkpoint")
        text = self.lib.parse_checkpoint(self.lib.parse_note(note).text)
        return self.lib.audit_tiles(self.lib.FileSystemTileReader(folder), text.size, text.root)

    def accept(self, receipts):
        lib, ledger = self.lib, self.ledger
        report = self.audit(self.tiles)
        need(report.size == ledger.size, "a folder of", report.size, "entries")
        reader = lib.VerifiedTileReader(lib.FileSystemTileReader(self.tiles), ledger.size, ledger.root)
        proofs = 0
        for index in ledger.some():
            need(reader.entry(index) == ledger.entries[index], "entry", index)
            proof = lib.inclusion_proof_from_tiles(reader, index, ledger.size)
            need(lib.verify_leaf_inclusion(ledger.entries[index], index, ledger.size, proof, ledger.root), "inclusion", index)
            proofs += 1
        for size, root, note in ledger.some_heads():
            growth = lib.consistency_proof_from_tiles(reader, size, ledger.size)
            need(lib.verify_consistency(size, ledger.size, root, ledger.root, growth), "consistency from", size)
            proofs += 1
        for receipt in receipts:
            need(self.holds(receipt.note) and self.proves(receipt, receipt.index, receipt.hashes), "a receipt")
        self.cosign()
        return "%d tiles, %d bundles, %d proofs, %d receipts accepted by aics-tlog %s; its cosignature by verify.py" % (
            report.tiles, report.bundles, proofs, len(receipts), lib.__version__)

    def proves(self, receipt, index, hashes):
        return self.lib.verify_leaf_inclusion(receipt.leaf, index, receipt.size, hashes, receipt.root)

    def cosign(self):
        """The client cosigns our checkpoint; verify.py counts it for the witness that it is of."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        lib, ledger, key = self.lib, self.ledger, Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
        _, line = lib.sign_cosignature(key, "witness.example.org", TIME, ledger.origin, ledger.size, ledger.root)
        blob = base64.b64encode(line.key_id + line.signature).decode()
        vkey = lib.format_vkey(lib.cosignature_vkey("witness.example.org", key.public_key()))
        with tempfile.TemporaryDirectory() as work:
            copy, policy = os.path.join(work, "tiles"), os.path.join(work, "policy")
            shutil.copytree(self.tiles, copy)
            with open(policy, "w", encoding="utf-8") as file:
                file.write("witness w %s\nquorum w\n" % vkey)
            for blob, code in ((blob, 0), ("A" + blob[1:-12] + "AAAAAAAAAAA=", 1)):
                with open(os.path.join(copy, "checkpoint"), "wb") as file:
                    file.write(ledger.note + ("— witness.example.org %s\n" % blob).encode())
                done = subprocess.run([sys.executable, self.verify, copy, "--policy", policy], stdout=subprocess.PIPE)
                need(done.returncode == code, "verify.py on its cosignature:", done.stdout.decode())

    def refuse(self, receipts):
        """How many damaged copies the client refused, of all."""
        lib, copy, count = self.lib, Copy(self.tiles), 0
        for name, data in damaged(self.tiles):
            need(copy.with_(name, data, self.audit), "aics-tlog accepts a damaged", name)
            count += 1
        copy.gone()
        for note in damaged_notes(self.ledger.note):
            need(refused(self.holds, note), "aics-tlog accepts a damaged checkpoint")
            count += 1
        for receipt in receipts:
            wrong = [(receipt.index + 1, receipt.hashes), (receipt.index, receipt.hashes + [b"\0" * 32])]
            wrong += [(receipt.index, [flipped(receipt.hashes[0], 0), *receipt.hashes[1:]])] if receipt.hashes else []
            for index, hashes in wrong:
                need(refused(self.proves, receipt, index, hashes), "aics-tlog accepts a damaged receipt")
                count += 1
        for size, root, _ in self.ledger.some_heads()[:-1]:
            growth = lib.consistency_proof_from_tiles(lib.FileSystemTileReader(self.tiles), size, self.ledger.size)
            need(refused(lib.verify_consistency, size, self.ledger.size, flipped(root, 0), self.ledger.root, growth),
                 "aics-tlog accepts a fork of", size)
            count += 1
        return count


class TlogScales:
    """PyPI tlog-scales."""

    def __init__(self, ledger, tiles, verify):
        from tlog_scales import backend, reader, signing, tiles as layout, tlog
        self.backend, self.reader, self.layout, self.tlog = backend, reader, layout, tlog
        self.ledger, self.tiles = ledger, tiles
        checkpoint = tlog.Checkpoint.from_text(ledger.note.decode())
        keys = [key for key in map(signing.Vkey.from_string, ledger.keys) if not refused(checkpoint.verify, key)]
        need(len(keys) == 1, "no key of the log signed its last checkpoint")
        self.key = keys[0]

    def open(self, folder):
        """A reader, and the checkpoint that the log's key signed; the root must be that of the tiles."""
        reader = self.reader.TilesReader(self.backend.LocalBackend(self.backend.Path(folder)))
        checkpoint = reader.get_checkpoint()
        checkpoint.verify(self.key)
        need(reader.calculate_root_hash() == checkpoint.root_hash, "the root of the tiles")
        return reader, checkpoint

    def accept(self, receipts):
        ledger, proofs = self.ledger, 0
        reader, checkpoint = self.open(self.tiles)
        need((checkpoint.size, checkpoint.root_hash) == (ledger.size, ledger.root), "another checkpoint")
        for index in ledger.some():
            need(reader.get_entry(index) == ledger.entries[index], "entry", index)
            leaf = self.layout.leaf_hash(ledger.entries[index])
            reader.get_inclusion_proof(index, ledger.size).check(leaf, ledger.root)
            proofs += 1
        for size, root, _ in ledger.some_heads():
            reader.get_consistency_proof(size, ledger.size).check(root, ledger.root)
            proofs += 1
        for receipt in receipts:
            self.tlog.Checkpoint.from_text(receipt.note.decode()).verify(self.key)
            self.check(receipt, receipt.index, receipt.hashes)
            need(self.made(receipt.index) == receipt.hashes, "its own receipt for entry", receipt.index, "is another one")
        return "%d proofs, %d receipts accepted by tlog-scales %s, which makes the same" % (
            proofs, len(receipts), metadata.version("tlog-scales"))

    def check(self, receipt, index, hashes):
        self.tlog.InclusionProof(index, receipt.size, hashes).check(self.layout.leaf_hash(receipt.leaf), receipt.root)

    def made(self, index):
        """The hashes of the receipt that its command writes."""
        program = os.path.join(os.path.dirname(sys.executable), "tlog-tiles")
        done = subprocess.run([program, "gen-proof", os.path.abspath(self.tiles), str(index)], stdout=subprocess.PIPE, check=True)
        head, note = done.stdout.split(b"\n\n", 1)
        need(note == self.ledger.note, "its receipt has another checkpoint")
        return [base64.b64decode(line) for line in head.split(b"\n")[2:]]

    def whole(self, folder):
        """Every entry of a folder, led to the signed root by its level 0 tile."""
        reader, checkpoint = self.open(folder)
        for index in range(checkpoint.size):
            need(self.layout.leaf_hash(reader.get_entry(index)) == reader.mth(index, index + 1), "entry", index)
        for start in range(0, checkpoint.size - 255, 256):
            tile = [reader.mth(n, n + 1) for n in range(start, start + 256)]
            while len(tile) > 1:
                tile = [self.reader.sha256(b"\x01" + a + b) for a, b in zip(tile[::2], tile[1::2])]
            need(tile[0] == reader.mth(start, start + 256), "tile", start // 256)

    def refuse(self, receipts):
        copy, count = Copy(self.tiles), 0
        self.whole(self.tiles)
        for name, data in damaged(self.tiles):
            need(copy.with_(name, data, self.whole), "tlog-scales accepts a damaged", name)
            count += 1
        copy.gone()
        for note in damaged_notes(self.ledger.note):
            need(refused(lambda note: self.tlog.Checkpoint.from_text(note.decode()).verify(self.key), note),
                 "tlog-scales accepts a damaged checkpoint")
            count += 1
        for receipt in receipts:
            for index, hashes in ((receipt.index + 1, receipt.hashes), (receipt.index, receipt.hashes + [b"\0" * 32])):
                need(refused(self.check, receipt, index, hashes), "tlog-scales accepts a damaged receipt")
                count += 1
        return count


def main():
    name, log, tiles, verify, *proofs = sys.argv[1:]
    try:
        client = {"aics-tlog": AicsTlog, "tlog-scales": TlogScales}[name](Ledger(log), tiles, verify)
        receipts = [Receipt(path) for path in proofs]
        print("%s; %d damaged copies refused" % (client.accept(receipts), client.refuse(receipts)))
    except Disagree as error:
        print("interop: %s: %s" % (name, error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Folders of tiles (c2sp.org/tlog-tiles), good and lying."""

import hashlib

from .layout import Bodies
from .tiny import tiny


def resources(log, bodies, checkpoint=None):
    """{resource: bytes} of a log of at most 256 entries."""
    width = len(bodies)
    return {
        "checkpoint": checkpoint or log.checkpoint(bodies),
        "tile/0/000.p/%d" % width: b"".join(hashlib.sha256(b"\0" + body).digest() for body in bodies),
        "tile/entries/000.p/%d" % width: b"".join(len(body).to_bytes(2, "big") + body for body in bodies)}


def write(cases):
    log = tiny()
    bodies = list(log.bodies())
    hashes, entries = "tile/0/000.p/3", "tile/entries/000.p/3"

    def put(name, about, files, **row):
        for resource, data in files.items():
            if data is not None:
                cases.files["tiles/%s/%s" % (name, resource)] = data
        cases.rows.append(dict({"file": "tiles/" + name, "about": about}, **row))

    def bad(name, about, reason, entry=None, **changes):
        files = dict(resources(log, bodies), **{{"hashes": hashes, "entries": entries}.get(n, n): d for n, d in changes.items()})
        put(name, about, files, ok=False, reason=reason, entry=entry)

    right = resources(log, bodies)
    put("tiny", "The log of good/tiny.viche in tiles.", right, ok=True, find={"entries": 3, "members": ["A", "B"]})
    bad("no-checkpoint", "A folder without a checkpoint.", "no_checkpoint", checkpoint=None)
    bad("no-bundle", "A folder without its bundle of entries.", "tile", entries=None)
    bad("no-hashes", "A folder without its hash tile.", "tile", hashes=None)
    changed = Bodies(log).change(2, b'"to":"A"', b'"to":"B"').bodies
    bad("entry-changed", "An entry is another than its hash.", "tile", entries=resources(log, changed)[entries])
    bad("hash-changed", "A hash is another than its entry's.", "tile", hashes=resources(log, changed)[hashes])
    both = resources(log, changed)
    bad("both-changed", "An entry and its hash are others than those under the checkpoint.", "root", entries=both[entries],
        hashes=both[hashes])
    bad("bundle-longer", "A byte follows the last entry of a bundle.", "tile", entries=right[entries] + b"\0")
    bad("hashes-shorter", "A hash tile lacks its last byte.", "tile", hashes=right[hashes][:-1])
    bad("other-key", "The checkpoint is signed by a member, and not by the log.", "checkpoint", checkpoint=log.checkpoint(bodies).replace(
        log.key.line(log.checkpoint(bodies).split(b"\n\n")[0] + b"\n").encode(),
        log.member["A"].line(log.checkpoint(bodies).split(b"\n\n")[0] + b"\n").encode()))
    extra = tiny()
    extra.entries[1][2] = [log.member["A"], log.registrar]
    put("refused", "Good tiles of a log in which somebody signs who need not.", resources(extra, list(extra.bodies())), ok=False,
        reason="wrong_signers", entry=1)

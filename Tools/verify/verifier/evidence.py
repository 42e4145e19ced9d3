# SPDX-License-Identifier: Apache-2.0
"""Evidence that a log's key signed two histories: two checkpoints that cannot both be of one log.

The page Witnesses specifies the file."""

import re

from .checkpoints import Checkpoint
from .encoding import decode_base64
from .errors import Malformed
from .tree import proves_consistency

EVIDENCE_MAX = 1 << 18
HASHES_MAX = 64
PROBLEMS = {
    "foreign": "the checkpoints are not both of the log that the key names",
    "not_signed": "the key did not sign both checkpoints",
    "same_tree": "both checkpoints are of the same tree",
    "proves_nothing": "nothing shows that the smaller tree is no beginning of the larger one"}
EVIDENCE_FRAME = re.compile(rb"(checkpoint|consistency) ([1-9][0-9]{0,6})\n")


class ForkEvidence:
    """The file, taken apart: two checkpoints and, where the sizes differ, how the larger tree begins."""

    def __init__(self, data):
        if not data.startswith(b"viche-fork/1\n"):
            raise Malformed("not evidence of a fork")
        frames = self.frames(data, len(b"viche-fork/1\n"))
        kinds = [kind for kind, _ in frames]
        if kinds not in ([b"checkpoint"] * 2, [b"checkpoint"] * 2 + [b"consistency"]):
            raise Malformed("two checkpoints, and perhaps the beginning of the larger tree, are evidence")
        self.first, self.second = (Checkpoint(frame[1], may_extend=True) for frame in frames[:2])
        self.root, self.proof = self.beginning(frames[2][1]) if len(frames) == 3 else (None, None)

    @staticmethod
    def frames(data, at):
        found = []
        while at < len(data):
            frame = EVIDENCE_FRAME.match(data, at)
            end = frame.end() + int(frame.group(2)) if frame else 0
            if not frame or end > len(data):
                raise Malformed("a frame that is not whole")
            found.append((frame.group(1), data[frame.end():end]))
            at = end
        return found

    @staticmethod
    def beginning(body):
        """(the root that the larger tree had at the smaller size, the proof of it), a hash a line."""
        hashes = [decode_base64(line) for line in body[:-1].split(b"\n")]
        if not body.endswith(b"\n") or len(hashes) > HASHES_MAX or any(len(each) != 32 for each in hashes):
            raise Malformed("a consistency proof is hashes, one a line")
        return hashes[0], hashes[1:]

    def problem(self, log_keys):
        """Why it proves nothing against these keys of one log, a word of PROBLEMS; None where it does."""
        first, second = self.first, self.second
        if first.origin != second.origin or any(first.origin != name.encode() for name, _, _ in log_keys):
            return "foreign"
        if not all(any(head.is_signed_by(key) for key in log_keys) for head in (first, second)):
            return "not_signed"
        if (first.size, first.root) == (second.size, second.root):
            return "same_tree"
        if self.root is None:
            return None if first.size == second.size else "proves_nothing"
        if first.size >= second.size or self.root == first.root or not proves_consistency(
                first.size, second.size, self.proof, self.root, second.root):
            return "proves_nothing"
        return None

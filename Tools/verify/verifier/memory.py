# SPDX-License-Identifier: Apache-2.0
"""The head that `--remember FILE` keeps from one time to the next: the last signed checkpoint of a log that held."""

import os
import tempfile

from .errors import Malformed, Unreadable
from .kept import KEPT_MAX, Kept, new_since
from .source import read_file


class Memory:
    """A file of a head. What is something else is left alone."""

    def __init__(self, path):
        self.path, self.kept = path, None
        try:
            data = read_file(path, KEPT_MAX)
        except FileNotFoundError:
            return
        try:
            self.kept = Kept(data or b"", path)
            if self.kept.index is not None:
                raise Malformed("a receipt")
        except Malformed:
            raise Malformed("%s is not a head that was remembered; nothing is written over it. What the command `viche` "
                            "remembers is a file of another form" % path)

    def compared(self, state):
        """What is new since the head that is there, if one is; Broken where the log does not go on from it."""
        return {"file": self.path, **(new_since(state, self.kept) if self.kept else {})}

    def write(self, head):
        """Puts another head in the place of the one that is there: whole, or not at all."""
        try:
            self.replace(head.note)
        except OSError as error:
            raise Unreadable("%s could not be written: %s" % (self.path, error.strerror))

    def replace(self, data):
        # mkstemp: for its owner alone. A link stays one, and what it leads to is replaced.
        target = os.path.realpath(self.path)
        number, beside = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".head-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, target)
        except OSError:
            os.unlink(beside)
            raise

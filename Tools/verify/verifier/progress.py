# SPDX-License-Identifier: Apache-2.0
"""How far a long run is, on a terminal and nowhere else."""

import sys
import time

FIRST, EVERY = 2.0, 0.2  # seconds


class Progress:
    """One line on stderr that is written over, from the third second on, and taken away at the end."""

    def __init__(self, stream=None):
        self.stream = stream or sys.stderr
        self.shown, self.next = False, time.monotonic() + FIRST
        self.silent = not self.stream.isatty()

    def tell(self, word):
        """What to call each time with what is done, and of how much."""

        def step(done, total):
            now = time.monotonic()
            if not self.silent and now >= self.next:
                self.next, self.shown = now + EVERY, True
                self.stream.write("\r%s %3d %%" % (word, 100 * done // max(total, 1)))
                self.stream.flush()

        return step

    def end(self):
        if self.shown:
            self.stream.write("\r" + " " * 40 + "\r")
            self.stream.flush()
            self.shown = False

# SPDX-License-Identifier: Apache-2.0
"""One entry's bytes."""

import re

from . import encoding
from .errors import Malformed
from .notes import decode_author_lines
from .times import decode_time

BODY_MAX = 65535  # bytes
NUMBER = re.compile(rb"(?:0|[1-9][0-9]{0,15})\Z")


class Entry:
    """One entry's body, taken apart."""

    def __init__(self, number, offset, body):
        self.number, self.offset = number, offset
        lines = body.split(b"\n")
        if len(lines) < 5 or lines[2] or lines[-1]:
            raise Malformed("not an entry: four lines at least, the third empty")
        index, _, received = lines[0].partition(b" ")
        if not NUMBER.match(index) or int(index) != number:
            raise Malformed("the index is not %d" % number)
        self.received = decode_time(received.decode("latin-1"))
        self.text = lines[1] + b"\n"
        self.statement = encoding.decode_json(lines[1])
        if not isinstance(self.statement, dict):
            raise Malformed("a statement is an object")
        self.signatures = decode_author_lines(lines[3:-1])
        self.digest = encoding.sha256(self.text).hex()

# SPDX-License-Identifier: Apache-2.0
"""What may be wrong with a log."""

class Broken(Exception):
    """The log does not hold: where, of which kind, why."""

    def __init__(self, kind, reason, message, entry=None, offset=None):
        super().__init__(message)
        self.kind, self.reason, self.message = kind, reason, message
        self.entry, self.offset = entry, offset


class Malformed(Exception):
    """Bytes or fields that are not of the form that they should have."""


class Refused(Exception):
    """The rules say no. `code` is the name of the refusal."""

    def __init__(self, code, message=""):
        super().__init__(message or code)
        self.code, self.message = code, message or code.replace("_", " ")


def need(holds, code, message=""):
    if not holds:
        raise Refused(code, message)

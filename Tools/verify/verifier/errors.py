# SPDX-License-Identifier: Apache-2.0
"""What may be wrong with a log."""


class Broken(Exception):
    """The log does not hold: where, of which kind, why; what was expected there and what was found.

    `heads` are the two signed checkpoints that prove it, the one that was kept first. `receipt` is the file of
    the receipt that the log, which holds, does not bear out; `kept` what each kept file says of a log that does
    not hold."""

    def __init__(self, kind, reason, message, entry=None, offset=None, expected=None, found=None, resource=None,
                 heads=()):
        super().__init__(message)
        self.kind, self.reason, self.message = kind, reason, message
        self.entry, self.offset, self.resource = entry, offset, resource
        self.expected, self.found, self.heads = expected, found, heads
        self.receipt, self.kept = None, []


class Malformed(Exception):
    """Bytes or fields that are not of the form that they should have."""


class Misused(Exception):
    """Options that do not go together."""


class Unreadable(Exception):
    """What should be read cannot be: the system or the server says no. Nothing is known of the log."""


class Refused(Exception):
    """The rules say no. `code` is the name of the refusal."""

    def __init__(self, code, message="", expected=None, found=None):
        super().__init__(message or code)
        self.code, self.message = code, message or code.replace("_", " ")
        self.expected, self.found = expected, found


def need(holds, code, message=""):
    if not holds:
        raise Refused(code, message)

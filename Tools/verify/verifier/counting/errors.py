# SPDX-License-Identifier: Apache-2.0
"""Why a contest is not counted."""


class Uncountable(Exception):
    """`code` is the name of the reason, as on the page Elections."""

    def __init__(self, code, message=""):
        super().__init__("%s: %s" % (code, message) if message else code)
        self.code = code


def must(holds, code, message=""):
    if not holds:
        raise Uncountable(code, message)

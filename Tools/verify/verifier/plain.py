# SPDX-License-Identifier: Apache-2.0
"""Text for a terminal."""

import unicodedata


def clean(text):
    """The text without anything that a terminal obeys."""
    return "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else
                   "\\u{%x}" % ord(c) for c in str(text))


def counted(number, word):
    """`1 entry`, `2 entries`."""
    return "%d %s" % (number, word if number == 1 else (word + "s").replace("ys", "ies"))

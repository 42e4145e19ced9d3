# SPDX-License-Identifier: Apache-2.0
"""What members and applicants say of themselves, and how attributes type it."""

import re
import unicodedata

from .errors import Malformed
from .times import decode_date

NAME = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
# ISO 3166-2:UA
OBLASTS = {"UA-" + code for code in (
    "05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77").split()}


def is_edrpou(text):
    """Eight digits, the last of them the check digit of the Ukrainian register of organisations."""
    if not re.match(r"[0-9]{8}\Z", text):
        return False
    digits = list(map(int, text))
    weights = [7, 1, 2, 3, 4, 5, 6] if 30000000 < int(text) < 60000000 else [1, 2, 3, 4, 5, 6, 7]
    check = sum(w * d for w, d in zip(weights, digits)) % 11
    if check == 10:
        check = sum((w + 2) * d for w, d in zip(weights, digits)) % 11 % 10
    return check == digits[7]


def typed(attribute, text):
    """The value of a fact as its attribute types it; None where it is missing or invalid."""
    text, kind = unicodedata.normalize("NFC", text).strip(), attribute["type"]
    if kind in ("set", "parties"):
        elements = frozenset(filter(None, (element.strip() for element in text.split(";"))))
        named = kind == "set" or all(map(NAME.match, elements))
        return elements if named and elements <= set(attribute.get("values", elements)) else None
    if kind == "integer":
        text = re.sub(r"\s", "", text)
        return int(text) if re.match(r"[0-9]{1,18}\Z", text) else None
    if kind == "date":
        text = re.sub(r"\A([0-9]{2})\.([0-9]{2})\.([0-9]{4})\Z", r"\3-\2-\1", text)
        try:
            return decode_date(text)
        except Malformed:
            return None
    if kind == "boolean":
        return {"yes": True, "true": True, "no": False, "false": False}.get(text)
    valid = (is_edrpou(text) if kind == "edrpou" else text in OBLASTS if kind == "oblast"
             else text in attribute["values"] if kind == "enum" else text)
    return text if valid else None

# SPDX-License-Identifier: Apache-2.0
"""Expressions of the statutes, and the conditions on a tally."""

import re

from .errors import Refused, need
from .times import DATE, decode_date

TOKEN = re.compile(r"\s*(?:(\d{4}-\d\d-\d\d)|(\d+)|([A-Za-z][A-Za-z0-9_.-]*)|(==|!=|<=|>=|<|>|[()\[\],]))")
FUNCTIONS = {"known": 1, "years": 2, "days": 2, "has": 2, "has_all": 2, "count_in": 2}
COMPARE = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
           "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
           "in": lambda a, b: a in b}


class Parser:
    """Parses an expression into tuples: ("and", a, b), ("not", a), (">=", a, b), ("name", x) …"""

    def __init__(self, text):
        self.tokens, self.text, at = [], text, 0
        while text[at:].strip():
            match = TOKEN.match(text, at) or self.fail()
            self.tokens.append(match.group().strip())
            at = match.end()

    def parse(self):
        tree = self.either()
        return self.fail() if self.tokens else tree

    def fail(self):
        raise Refused("statutes_faulty", "an expression that does not parse: " + self.text)

    def take(self, *expected):
        if self.tokens and (not expected or self.tokens[0] in expected):
            return self.tokens.pop(0)
        return None if expected else self.fail()

    def either(self):
        return self.chain("or", lambda: self.chain("and", self.negated))

    def chain(self, word, part):
        tree = part()
        while self.take(word):
            tree = (word, tree, part())
        return tree

    def negated(self):
        if self.take("not"):
            return ("not", self.negated())
        if self.take("("):
            tree = self.either()
            return tree if self.take(")") else self.fail()
        left = self.operand()
        operator = self.take(*COMPARE)
        return (operator, left, self.operand()) if operator else left

    def items(self, item, close):
        found = [item()]
        while self.take(","):
            found.append(item())
        return found if self.take(close) else self.fail()

    def operand(self):
        token = self.take()
        if token == "[":
            return ("value", self.items(self.take, "]"))
        if DATE.match(token):
            return ("value", decode_date(token))
        if token.isdigit():
            return ("value", int(token))
        if not token[0].isalpha() or token in ("and", "or", "not", "in"):
            self.fail()
        if self.take("("):
            arguments = self.items(self.operand, ")")
            return ("call", token, arguments) if FUNCTIONS.get(token) == len(arguments) else self.fail()
        return ("name", token)


CLAUSE = re.compile(r"(yes|no|abstain|consent|stand_aside|block|object|take_part) (<|<=|>|>=) (\d+)(?:/([1-9]\d*))?"
                    r"(?: of (cast|taking_part|electors|seats))?\Z", re.ASCII)


def condition(text, counts):
    """Whether a tally condition such as `yes >= 2/3 of cast` holds; a share of nobody is never met."""
    for clause in text.split(" and ") if text else ():
        match = CLAUSE.match(clause.strip())
        need(match, "unsupported", "a tally condition that this program does not know: " + clause)
        tally, operator, top, bottom, base = match.groups()
        of = counts[base] if base else 1
        if of == 0 or not COMPARE[operator](counts[tally] * int(bottom or 1), int(top) * of):
            return False
    return True

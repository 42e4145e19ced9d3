# SPDX-License-Identifier: Apache-2.0
"""The adopted statutes: their sections, and the values of their expressions."""

import re

from .errors import need
from .expressions import COMPARE, Parser
from .facts import typed


class Subject:
    """What an expression is about: facts, and what follows from the log for their owner."""

    def __init__(self, facts, **derived):
        self.facts, self.derived = facts, derived


class Statutes:
    """The adopted rules: a tree in which every scalar is text."""

    SECTIONS = ("policy version title language timezone parameters attributes define relations roles rolls "
                "bodies seats windows rules selections procedures matters mandates disclosure amend").split()

    def __init__(self, tree, roll):
        for section in self.SECTIONS:
            need(section in tree, "statutes_faulty", "a section is missing: " + section)
        self.__dict__.update((section, tree[section]) for section in self.SECTIONS)
        need(re.match(r"[1-9][0-9]{0,8}\Z", self.version), "statutes_faulty", "a version that is no number")
        self.roll = roll
        self.trees = {name: Parser(text).parse() for name, text in self.define.items()}
        self.code_attribute = next((n for n, a in self.attributes.items() if a["type"] == "edrpou"), None)

    def number(self, text):
        """An integer, or the parameter that holds it."""
        return int(self.parameters[text[6:]] if text.startswith("param.") else text)

    def tree(self, test):
        if test not in self.trees:
            self.trees[test] = Parser(test).parse()
        return self.trees[test]

    def holds(self, test, subject):
        """True, False or None for unknown: of a predicate's name or of an expression."""
        return self.value(self.tree(test), subject)

    def fact(self, name, subject):
        return typed(self.attributes[name], subject.facts.get(name, ""))

    def value(self, tree, subject):
        kind = tree[0]
        if kind in ("and", "or"):
            sides = [self.value(side, subject) for side in tree[1:]]
            decisive = kind == "or"
            return decisive if decisive in sides else None if None in sides else not decisive
        if kind == "not":
            side = self.value(tree[1], subject)
            return None if side is None else not side
        if kind == "value":
            return tree[1]
        if kind == "name":
            return self.name(tree[1], subject)
        if kind == "call":
            return self.call(tree[1], tree[2], subject)
        left, right = self.value(tree[1], subject), self.value(tree[2], subject)
        return None if left is None or right is None else COMPARE[kind](left, right)

    def name(self, name, subject):
        if name in self.attributes:
            return self.fact(name, subject)
        if name in self.define:
            return self.value(self.trees[name], subject)
        if name.startswith("param."):
            text = self.parameters[name[6:]]
            return int(text) if text.isdigit() else text
        if name in ("status", "member_days", "today", "times_selected", "call.closes_on"):
            return subject.derived.get(name.rpartition(".")[2])
        return name  # a word, as in `status == member`

    def call(self, function, arguments, subject):
        first = self.value(arguments[0], subject)
        if function == "known":
            return first is not None
        if function in ("has", "count_in"):
            word = arguments[1][1]
            return None if first is None else word in first if function == "has" else len(first & set(self.roll(word)))
        second = self.value(arguments[1], subject)
        if first is None or second is None:
            return None
        if function == "years":
            return second.year - first.year - ((second.month, second.day) < (first.month, first.day))
        return (second - first).days if function == "days" else set(second) <= first

    # What is not certainly true, as codes.

    def shortcomings(self, tests, subject):
        """The codes of these tests, in the order of their text, each once."""
        return list(dict.fromkeys(code for test in tests for code in self.codes(self.tree(test), subject, test)))

    def codes(self, tree, subject, predicate):
        """The codes of a part of the text of `predicate`."""
        value, kind = self.value(tree, subject), tree[0]
        if value is True:
            return []
        if kind == "name" and tree[1] in self.define:
            return self.codes(self.trees[tree[1]], subject, tree[1])
        if kind == "and" or (kind == "or" and value is None):
            return [code for side in tree[1:] for code in self.codes(side, subject, predicate)
                    if kind == "and" or self.value(side, subject) is None]
        if kind == "call" and tree[1] == "known":
            return self.lacking(tree, subject)
        name = tree[1] if kind == "name" else predicate
        if value is None:
            return self.lacking(tree, subject) or ["unknown:" + name]
        if kind == "call" and tree[1] in ("has", "has_all"):
            what = tree[2][0][1]
            wanted = [tree[2][1][1]] if tree[1] == "has" else self.value(tree[2][1], subject)
            return ["%s:%s" % (what, e) for e in wanted if e not in self.fact(what, subject)]
        if kind in (">", ">=") and tree[1][:2] == ("call", "count_in"):
            wanted = self.value(tree[2], subject) + (kind == ">")
            return ["%s:%d_of_%d" % (tree[1][2][0][1], self.value(tree[1], subject), wanted)]
        if kind == "not" and tree[1][0] == "name":
            return ["is:" + tree[1][1]]
        return ["not:" + name]

    def lacking(self, tree, subject):
        """`missing:` or `invalid:` for each attribute in an expression that has no value."""
        return [("invalid:" if subject.facts.get(name, "").strip() else "missing:") + name
                for name in dict.fromkeys(self.names(tree))
                if name in self.attributes and self.fact(name, subject) is None]

    def names(self, tree):
        """The names in an expression, predicates expanded, in the order of the text."""
        if tree[0] == "name":
            return self.names(self.trees[tree[1]]) if tree[1] in self.define else [tree[1]]
        parts = tree[2] if tree[0] == "call" else () if tree[0] == "value" else tree[1:]
        return [name for part in parts for name in self.names(part)]

# SPDX-License-Identifier: Apache-2.0
"""The things that statements speak of."""

class Record:
    """A thing that statements speak of (a key, a party, an application …): its fields."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


class Course:
    """How far the decision on an item has come: the rule and the round of the next vote on it."""

    def __init__(self, rule):
        self.rule, self.round, self.retry = rule, 1, False
        self.last = self.time = self.entry = None  # the last outcome, when and where it was certified
        self.final = self.waits = False  # `waits`: until somebody asks for the fallback

    def advance(self, kind, outcome, time, entry, rules):
        """What follows from a certificate for this kind of item."""
        self.last, self.time, self.entry, rule = outcome, time, entry, rules[self.rule]
        if outcome == "void":
            return
        if kind == "application":  # again only when inquorate: without limit, but after a retry no more
            self.final = outcome != "inquorate" or self.retry
            self.round, self.retry = self.round + 1, "retry" in rule
        elif kind == "amendment" or outcome == "carried":
            self.final = True
        elif self.round < int(rule.get("rounds", 1)):
            self.round += 1
        elif outcome == "inquorate" and self.round == 1 and "retry" in rule:
            self.round, self.retry = 2, True
        elif "fallback" not in rule:
            self.final = True
        elif "fallback_by" in rule:
            self.waits = True
        else:
            self.fall_back(rule)

    def fall_back(self, rule):
        self.rule, self.round, self.retry, self.waits = rule["fallback"], 1, False, False

# SPDX-License-Identifier: Apache-2.0
"""Constraints on who is elected together, and whether an outcome that fits them is left."""

import itertools
from collections import Counter

from .errors import must

STATES_MAX = 1 << 20  # in one search; groups that overlap more are not decided


class Constraint:
    """At least `floor` and at most `cap` of these candidates are elected; no cap is None."""

    def __init__(self, name, members, floor=0, cap=None):
        self.name, self.members, self.floor, self.cap = name, frozenset(members), floor, cap


class Rule:
    """One bound: `floor` or `cap` of a constraint, or `sitting`: all who sit."""

    def __init__(self, kind, members, number, constraint=None):
        self.kind, self.members, self.number, self.constraint = kind, frozenset(members), number, constraint

    def allows(self, count):
        """Whether so many may be elected, if more may follow."""
        return self.kind != "cap" or count <= self.number

    def is_met(self, count):
        return self.allows(count) if self.kind == "cap" else count >= self.number

    def seen(self, count):
        """The count as far as it matters: beyond a floor all are alike."""
        return count if self.kind == "cap" else min(count, self.number)


def rules_of(constraints, sitting, withdrawn):
    """The list of rules of the page: of each constraint its floor, then its cap; last, those who sit."""
    rules = []
    for number, constraint in enumerate(constraints):
        members = constraint.members - withdrawn
        if constraint.floor > 0:
            rules.append(Rule("floor", members, constraint.floor, number))
        if constraint.cap is not None:
            rules.append(Rule("cap", members, max(constraint.cap, len(members & sitting)), number))
    return rules + ([Rule("sitting", sitting, len(sitting))] if sitting else [])


def reachable(rules, size, elected, left):
    """{(how many elected, their count in each rule)} of every outcome of at most `size` within all caps.

    Candidates in the same groups are interchangeable, so that only the number of each kind matters.
    """
    def kind(candidate):
        return tuple(int(candidate in rule.members) for rule in rules)

    def after(state, cell, more):
        counts = tuple(rule.seen(n + more * one) for rule, n, one in zip(rules, state[1], cell))
        return state[0] + more, counts

    states = {(0, (0,) * len(rules))}
    for cell, number in Counter(map(kind, elected)).items():
        states = {after(state, cell, number) for state in states}
    states = {state for state in states if fits(rules, size, state)}
    for cell, number in Counter(map(kind, left)).items():
        found = set()
        for state in states:
            more = itertools.takewhile(lambda state: fits(rules, size, state),
                                       (after(state, cell, n) for n in range(number + 1)))
            found.update(more)
            must(len(found) <= STATES_MAX, "tooEntangled")
        states = found
    return states


def fits(rules, size, state):
    return state[0] <= size and all(rule.allows(n) for rule, n in zip(rules, state[1]))


def is_feasible(rules, size, elected, left):
    """Whether some outcome of this size contains the elected, none but those left besides, and meets the rules."""
    return any(taken == size and all(rule.is_met(n) for rule, n in zip(rules, counts))
               for taken, counts in reachable(rules, size, elected, left))


def needed(rules, stands):
    """The rules that explain what `stands(rules)` says of them all.

    The first that explains it alone; else all that cannot be left out, tried in order.
    """
    for rule in rules:
        if stands([rule]):
            return [rule]
    kept = list(rules)
    for rule in rules:
        others = [other for other in kept if other is not rule]
        if stands(others):
            kept = others
    return kept

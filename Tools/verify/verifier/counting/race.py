# SPDX-License-Identifier: Apache-2.0
"""What every method shares: how many places there are, who is elected, left, guarded or doomed.

Guarded and doomed: I. D. Hill, Voting matters 9 (1998).
"""

from .constraints import Rule, is_feasible, needed, reachable, rules_of
from .errors import must


class Race:
    """The state of a count. `decisions` collects what was decided since the last stage."""

    def __init__(self, contest, order, constraints=(), sitting=(), unmet=None, barred=()):
        self.order = order  # of candidates, fixed beforehand
        self.left = [c for c in contest.standing if c not in barred]
        self.rules = rules_of(constraints, frozenset(sitting), contest.withdrawn | frozenset(barred))
        self.size = min(contest.seats, len(self.left))  # p of the page
        self.contested, self.lowered, self.empty = contest.seats, [], []
        self.elected, self.guarded, self.doomed = [], set(), set()
        self.decisions, self.ties = [], []
        if not is_feasible(self.rules, self.size, [], self.left):
            self.lower(unmet)
        self.leave_empty()
        self.mark()

    # Places.

    def lower(self, unmet):
        """Lowers floors by as little as makes an outcome feasible, if that is the rule for unmet floors."""
        must(unmet is not None, "infeasible", str(self.contradiction(self.size)))
        found = [self.lowering(state) for state in reachable(self.rules, self.size, [], self.left)]
        seats = self.contested
        found = [(total, -size, by) for total, size, by in found if by is not None and (
            unmet == "release" or size <= seats - total)]
        must(found, "infeasible", str(self.contradiction(self.size)))
        total, size, by = min(found)
        self.size = -size
        self.contested -= total if unmet == "leave_vacant" else 0
        floors = [rule for rule in self.rules if rule.kind == "floor"]
        self.lowered = [{"constraint": rule.constraint, "by": n} for rule, n in zip(floors, by) if n]
        if unmet == "leave_vacant":
            self.empty += [{"seats": each["by"], "why": "keptFor", "constraints": [each["constraint"]]}
                           for each in self.lowered]
        less = dict(zip(floors, by))
        self.rules = [Rule(rule.kind, rule.members, rule.number - less.get(rule, 0), rule.constraint)
                      for rule in self.rules]

    def lowering(self, state):
        """(sum, size, by how much each floor would be lowered) for this outcome; None where others fail."""
        size, counts = state
        if not all(rule.is_met(n) for rule, n in zip(self.rules, counts) if rule.kind != "floor"):
            return 0, size, None
        by = [rule.number - n for rule, n in zip(self.rules, counts) if rule.kind == "floor"]
        return sum(by), size, by

    def leave_empty(self):
        """The seats that stay empty by a contradiction, and for lack of candidates."""
        most = min(len(self.left), self.contested)
        if self.size < most:
            named = [name for name in self.contradiction(most) if name != "sitting"]
            self.empty.append({"seats": most - self.size, "why": "constraints", "constraints": named})
        if most < self.contested:
            self.empty.append({"seats": self.contested - most, "why": "noCandidates"})

    def contradiction(self, size):
        """The constraints that together allow no outcome of this size; `sitting` names the kept seats."""
        rules = needed(self.rules, lambda rules: not is_feasible(rules, size, [], self.left))
        names = ["sitting" if rule.kind == "sitting" else rule.constraint for rule in rules]
        return list(dict.fromkeys(names))

    @property
    def vacancies(self):
        return self.size - len(self.elected)

    @property
    def open(self):
        """Those left who are not doomed."""
        return [c for c in self.left if c not in self.doomed]

    # What is decided.

    def elect(self, candidate, why):
        self.elected.append(candidate)
        self.left.remove(candidate)
        self.decisions.append({"elected": candidate, "by": why})
        self.mark()

    def exclude(self, candidates):
        self.left = [c for c in self.left if c not in candidates]
        self.decisions += [{"excluded": c} for c in candidates]
        self.mark()

    def mark(self):
        """Guards and dooms, as long as there is a choice to be made."""
        if not 0 < self.vacancies < len(self.left) or not self.rules:
            return
        marks = {}
        for candidate in [c for c in self.left if c not in self.guarded | self.doomed]:
            kind = tuple(candidate in rule.members for rule in self.rules)
            if kind not in marks:
                marks[kind] = self.mark_of(candidate)
            mark, rules = marks[kind]
            if mark:
                getattr(self, mark).add(candidate)
                self.decisions.append({mark: candidate, "rules": list(map(self.told, rules))})

    def mark_of(self, candidate):
        """(doomed, guarded or None; the rules that make it so)."""
        for mark in ("doomed", "guarded"):
            if self.is_marked(mark, candidate, self.rules):
                return mark, needed(self.rules, lambda rules: self.is_marked(mark, candidate, rules))
        return None, ()

    def is_marked(self, mark, candidate, rules):
        """Whether no feasible outcome contains the candidate (doomed), or every one (guarded)."""
        others = [c for c in self.left if c != candidate]
        elected = self.elected + ([candidate] if mark == "doomed" else [])
        return not is_feasible(rules, self.size, elected, others)

    def told(self, rule):
        return {"rule": rule.kind, "constraint": rule.constraint, "number": rule.number,
                "elected": len(rule.members & set(self.elected)), "left": len(rule.members & set(self.left))}

    def settle(self, tied, what, stages=()):
        """One of the tied: by earlier stages, the latest first, else by the predetermined order.

        `stages` are the votes of each stage; an exclusion takes the fewest, and the last of the order.
        """
        left, extreme = sorted(tied), min if what == "exclusion" else max
        decided = "order"
        for number in range(len(stages) - 1, -1, -1):
            if len(left) > 1:
                best = extreme(stages[number][c] for c in left)
                left, decided = [c for c in left if stages[number][c] == best], number
        if len(left) > 1:
            decided = "order"
        chosen = extreme(left, key=lambda c: -self.order.index(c))
        if len(tied) > 1:
            self.ties.append({"for": what, "tied": sorted(tied), "chosen": chosen, "decidedBy": decided})
        return chosen

    def stage(self, event, candidates, **figures):
        """A row of the table: what happened, the figures, and what was decided since the row before."""
        row = {"event": event, "candidates": candidates, **figures, "ties": self.ties, "decisions": self.decisions}
        self.ties, self.decisions = [], []
        return row

# SPDX-License-Identifier: Apache-2.0
"""Counting by a rule, and its outcome."""

from ..expressions import condition


class Outcomes:
    """The row of a tally, and what it decides."""

    WORDS = {"yes_no": ["yes", "no", "abstain"], "consent": ["consent", "stand_aside", "block"], "silence": ["object"]}

    def words(self, rule, item=None):
        """What may stand on a ballot under this rule."""
        return self.WORDS.get(rule["ballot"]) or sorted(getattr(item, "options", None) or ())

    @staticmethod
    def row(groups, choices, words, weights):
        """What these groups, by number, chose; a choice is a word, or a list of options."""
        taking = [n for n in groups if n in choices]
        counts = {word: sum(weights[n] for n in taking if word == choices[n] or (
            isinstance(choices[n], list) and word in choices[n])) for word in words}
        electors, ballots = sum(weights[n] for n in groups), sum(weights[n] for n in taking)
        return {"electors": electors, "ballots": ballots, "counts": counts}

    def bases(self, rule, row):
        """Everything that a tally condition may speak of."""
        counts = dict.fromkeys("yes no abstain consent stand_aside block object".split(), 0)
        counts.update({word: row["counts"][word] for word in self.WORDS.get(rule["ballot"], ())})
        seats = self.body(rule["electors"]).get("seats")
        return dict(counts, electors=row["electors"], taking_part=row["ballots"], take_part=row["ballots"],
                    cast=sum(counts[word] for word in ("yes", "no", "consent", "stand_aside", "block")),
                    seats=sum(int(self.statutes.seats[seat]["count"]) for seat in seats) if seats else row["electors"])

    def outcome(self, rule, row, blocs, retry=False):
        """Of a rule's quorum and majority, and of what it asks of each bloc."""
        each, total, parts = rule.get("blocs", {}), self.bases(rule, row), [self.bases(rule, bloc) for bloc in blocs]
        quorum = (rule["retry"] if retry else rule).get("quorum", rule.get("quorum"))
        if not condition(quorum, total) or not all(condition(each.get("quorum"), part) for part in parts):
            return "inquorate"
        chosen = rule["ballot"] != "approval" or self.winner(row) is not None
        if chosen and condition(rule.get("pass"), total) and all(condition(each.get("each"), part) for part in parts):
            return "carried"
        return "blocked" if rule["ballot"] == "consent" and row["counts"]["block"] else "lost"

    @staticmethod
    def winner(row):
        """The option with more approvals than every other, or None."""
        top = [option for option, n in row["counts"].items() if n == max(row["counts"].values())]
        return top[0] if len(top) == 1 else None

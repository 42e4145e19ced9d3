# SPDX-License-Identifier: Apache-2.0
"""Debian's constitution (v1.9), appendix A.5, by its letter: another way to what Schulze's paths give.

Options that miss their quorum or majority are dropped; of the rest the Schwartz set is taken, and as
long as there are defeats within it, the weakest of them are dropped and the set is taken again.
"""


class DebianCount:
    """`by_quorum` and `by_majority` are the options dropped; `winners` one, or those among whom a casting
    vote decides.

    `wins[a][b]` voters prefer a to b; `ratios` is {option: the majority it needs over the default}, else 1.
    """

    def __init__(self, wins, default=None, quorum=0, ratios=None):
        self.wins, self.default, self.ratios = wins, default, ratios or {}
        others = [option for option in wins if option != default] if default is not None else []
        self.by_quorum = [option for option in others if wins[option][default] < quorum]
        self.by_majority = [option for option in others
                            if option not in self.by_quorum and not self.has_majority(option)]
        dropped = {*self.by_quorum, *self.by_majority}
        options = [option for option in wins if option not in dropped]
        defeats = {(a, b) for a in options for b in options if wins[a][b] > wins[b][a]}
        self.winners = self.decide(options, defeats)

    def has_majority(self, option):
        """By the ratio at least, and by more than the default."""
        ours, theirs = self.wins[option][self.default], self.wins[self.default][option]
        return ours >= self.ratios.get(option, 1) * theirs and ours > theirs

    def decide(self, options, defeats):
        """What is left of the Schwartz set when no defeat is within it."""
        while True:
            left = schwartz_set(options, defeats)
            within = [pair for pair in defeats if set(pair) <= set(left)]
            if not within:
                return left
            weakest = min(map(self.strength, within))
            defeats = defeats - {pair for pair in within if self.strength(pair) == weakest}

    def strength(self, defeat):
        """The smaller is the weaker: fewer voters for it, then more against."""
        a, b = defeat
        return self.wins[a][b], -self.wins[b][a]


def schwartz_set(options, defeats):
    """The options that transitively defeat every option which transitively defeats them."""
    reach = {a: {b for b in options if (a, b) in defeats} for a in options}
    for via in options:
        for a in options:
            if via in reach[a]:
                reach[a] |= reach[via]
    return [a for a in options if all(b in reach[a] for b in options if a in reach[b])]

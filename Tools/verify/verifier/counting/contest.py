# SPDX-License-Identifier: Apache-2.0
"""A contest: candidates, seats, and the ballots, read as sets or as rankings."""

from collections import Counter

from .errors import must

SIZE_MAX = 1000  # of seats and of candidates
PAPERS_MAX = 10**9


class Contest:
    """What every count is given.

    `ballots` is [(papers, groups)]; the groups are tuples of candidates, the best first.
    """

    def __init__(self, names, seats, ballots, withdrawn=()):
        self.names, self.seats, self.ballots, self.withdrawn = names, seats, ballots, frozenset(withdrawn)
        self.standing = [c for c in range(len(names)) if c not in self.withdrawn]

    def check(self):
        """The first checks of the page, before any ballot is read."""
        must(1 <= self.seats <= SIZE_MAX and len(self.names) <= SIZE_MAX, "badSize")
        must(all(0 <= c < len(self.names) for c in self.withdrawn), "unknownWithdrawn")
        must(all(papers >= 1 for papers, _ in self.ballots), "emptyPile")
        must(sum(papers for papers, _ in self.ballots) <= PAPERS_MAX, "tooManyPapers")

    def known(self, groups):
        must(all(0 <= c < len(self.names) for group in groups for c in group), "unknownCandidate")
        return groups

    def sets(self, most):
        """[(papers, those named who stand)], without papers that name more than `most`, or all where it is None."""
        found = []
        for papers, groups in self.ballots:
            named = {c for group in self.known(groups) for c in group}
            if most is None or (len(named) <= most and named - self.withdrawn):
                found.append((papers, named - self.withdrawn))
        return found

    def rankings(self):
        """[(papers, groups of those who stand)], without the blank; equal ones together.

        A ranking ends before the first group in which somebody comes a second time.
        """
        merged = Counter()
        for papers, groups in self.ballots:
            seen, kept = set(), []
            for group in self.known(groups):
                if seen & set(group) or len(set(group)) < len(group):
                    break
                seen.update(group)
                kept.append(tuple(sorted(set(group) - self.withdrawn)))
            if any(kept):
                merged[tuple(kept)] += papers
        return [(papers, groups) for groups, papers in merged.items()]

    def preferences(self):
        """The same for methods without equal ranks: [(papers, candidates in order)]."""
        rankings = self.rankings()
        must(all(len(group) < 2 for _, groups in rankings for group in groups), "equalRanks")
        return [(papers, tuple(c for group in groups for c in group)) for papers, groups in rankings]

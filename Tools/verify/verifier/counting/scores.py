# SPDX-License-Identifier: Apache-2.0
"""Methods that add up what each candidate is given."""

from fractions import Fraction


def named(sets, standing):
    """How many valid papers name each candidate."""
    scores = dict.fromkeys(standing, 0)
    for papers, candidates in sets:
        for candidate in candidates:
            scores[candidate] += papers
    return scores


def borda(rankings, standing, unranked="last"):
    """Points by rank; `unranked` is last, zero or modified: what they get, and what the first place is worth."""
    scores, n = dict.fromkeys(standing, Fraction(0)), len(standing)
    for papers, groups in rankings:
        ranked = [c for group in groups for c in group]
        best = len(ranked) if unranked == "modified" else n - 1  # the points of the first place
        place = 0
        for group in groups:
            for candidate in group:  # the mean of the places that the group fills
                scores[candidate] += papers * (best - place - Fraction(len(group) - 1, 2))
            place += len(group)
        if unranked == "last":
            for candidate in set(standing) - set(ranked):
                scores[candidate] += papers * Fraction(n - len(ranked) - 1, 2)
    return scores


def points(rankings, standing, scale, mean=False):
    """scale[g] to everyone in group g; with `mean`, divided by the papers that rank the candidate."""
    scores, papers_of = dict.fromkeys(standing, Fraction(0)), dict.fromkeys(standing, 0)
    for papers, groups in rankings:
        for worth, group in zip(list(scale) + [0] * len(groups), groups):
            for candidate in group:
                scores[candidate] += papers * worth
                papers_of[candidate] += papers
    return {c: n / (papers_of[c] or 1) for c, n in scores.items()} if mean else scores


def tiers_of_scores(scores):
    """The candidates, those with the most first, equal ones together."""
    return [[c for c in scores if scores[c] == score] for score in sorted(set(scores.values()), reverse=True)]

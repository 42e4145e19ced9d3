# SPDX-License-Identifier: Apache-2.0
"""The Schulze method (M. Schulze, "The Schulze Method of Voting", arXiv:1804.02973).

With a default option, the quorum and the majority ratios of Debian's constitution (v1.9), A.5.
"""

from fractions import Fraction

WEAKEST = (0, 0)  # less than every defeat


def matrix(rankings, standing, unranked="last"):
    """d[a][b]: how many valid papers rank a in an earlier group than b.

    With `last`, also those that rank a and not b; with `no_comparison` these are not compared.
    """
    wins = {a: dict.fromkeys(standing, 0) for a in standing}
    for papers, groups in rankings:
        below = [c for group in groups for c in group]
        rest = [c for c in standing if c not in below] if unranked == "last" else []
        for group in groups:
            below = below[len(group):]
            for a in group:
                for b in below + rest:
                    wins[a][b] += papers
    return wins


def dropped(wins, default, quorum=0, ratios=None):
    """The options that miss the quorum or their majority over the default option."""
    def stays(option):
        ours, theirs = wins[option][default], wins[default][option]
        return ours >= quorum and ours >= Fraction((ratios or {}).get(option, 1)) * theirs and ours > theirs

    return [option for option in wins if option != default and not stays(option)]


def strongest_paths(wins, fewest_against=False):
    """p[a][b]: the weakest defeat of the strongest path, as (voters for it, minus those against it or 0)."""
    def defeat(a, b):
        ours, theirs = wins[a][b], wins[b][a]
        return (ours, -theirs if fewest_against else 0) if ours > theirs else WEAKEST

    paths = {a: {b: defeat(a, b) for b in wins if b != a} for a in wins}
    for via in wins:
        for a in wins:
            for b in wins:
                if len({a, b, via}) == 3:
                    paths[a][b] = max(paths[a][b], min(paths[a][via], paths[via][b]))
    return paths


def tiers_of_paths(paths):
    """Those whom nobody beats, then those whom nobody of the rest beats, and so on; each tier sorted."""
    left, found = sorted(paths), []
    while left:
        unbeaten = [a for a in left if all(paths[a][b] >= paths[b][a] for b in left if b != a)]
        found.append(unbeaten)
        left = [a for a in left if a not in unbeaten]
    return found

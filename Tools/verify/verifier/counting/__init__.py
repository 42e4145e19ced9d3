# SPDX-License-Identifier: Apache-2.0
"""The counts of elections, a second time: from the page Elections and the rules that it cites.

Candidates, ballots, constraints and stages are numbered from 0, as there. Votes are whole numbers of
a fixed unit, scores whole numbers or fractions; nothing is floating point.
"""

# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

The counts of elections, on real votes with published results (Tests/Vectors/votes).
"""

import itertools
import os
import re
import unittest
from fractions import Fraction

from count_vectors import decimals, elect, load, order_of, text, wards
from debian import DebianCount
from verifier.counting import files, lots, schulze
from verifier.counting.constraints import Constraint, is_feasible
from verifier.counting.contest import Contest
from verifier.counting.race import Race

# The names of the page, where the expected counts have others.
EVENTS = {"exclude": "exclusion", "doomed": "exclusionOfDoomed"}


def rows(stages):
    """Stages as the expected counts have them: candidates from 1, votes as text."""
    return [(stage["event"], [c + 1 for c in stage["candidates"]],
             {str(c + 1): decimals(n) for c, n in stage["votes"].items()}, decimals(stage["nonTransferable"]))
            for stage in stages]


def expected_rows(stages):
    found = []
    for row in stages:
        candidates = row["candidates"] if "candidates" in row else [c for c in [row["candidate"]] if c]
        found.append((EVENTS.get(row["event"], row["event"]), candidates, row["votes"], row["nonTransferable"]))
    return found


class Scottish(unittest.TestCase):
    def test_every_figure_of_every_stage(self):
        for contest, expected, path in wards("scotland/glasgow-2007", "scotland/scot-elex"):
            with self.subTest(path=os.path.basename(path)):
                election = elect(contest, "stv", order_of(contest, path))
                self.assertEqual([c + 1 for c in election.elected], expected["electedInOrder"])
                self.assertEqual((election.valid, decimals(election.quota)),
                                 (expected["validBallots"], expected["quota"]))
                self.assertEqual(rows(election.stages), expected_rows(expected["stages"]))
                self.assertEqual([decimals(stage["lost"]) for stage in election.stages],
                                 [row["lostToTruncation"] for row in expected["stages"]])
                ties = [tie for stage in election.stages for tie in stage["ties"] if tie["for"] != "election"]
                self.assertEqual([[c + 1 for c in tie["tied"]] for tie in ties],
                                 [tie["tied"] for tie in expected["tieBreaks"]])
                self.assertEqual(["lot" if tie["decidedBy"] == "order" else "prior" for tie in ties],
                                 [tie["resolvedBy"] for tie in expected["tieBreaks"]])

    def test_constraints_on_real_wards(self):
        for contest, expected, path in wards("constraints"):
            with self.subTest(path=os.path.basename(path)):
                free = elect(contest, "stv")
                self.assertEqual([c + 1 for c in free.elected], expected["unconstrainedElected"])
                # 99 stands for no cap
                bounds = files.read_con(text(path + ".con"))
                election = elect(contest, "stv", constraints=bounds)
                self.assertEqual([c + 1 for c in election.elected], expected["electedInOrder"])
                self.assertEqual(rows(election.stages), expected_rows(expected["stages"]))

    def test_no_vote_is_made_or_lost(self):
        for contest, _, path in wards("scotland/scot-elex"):
            election = elect(contest, "stv")
            for stage in election.stages:
                whole = sum(stage["votes"].values()) + stage["nonTransferable"] + stage["lost"]
                self.assertEqual(whole, election.valid * 10**5, path)


class Meek(unittest.TestCase):
    def test_every_round(self):
        for row in load("meek-rounds.json"):
            with self.subTest(row["election"]):
                contest = files.read_blt(text(row["election"] + ".blt"))
                election = elect(contest, "meek", order_of(contest, row["election"]))
                self.assertEqual([c + 1 for c in sorted(election.elected)], row["winners"])
                self.assertEqual(len(election.stages), len(row["rounds"]))
                for stage, expected in zip(election.stages, row["rounds"]):
                    self.assertEqual((decimals(stage["quota"], 9), decimals(stage["nonTransferable"], 9)),
                                     (expected["quota"], expected["residual"]))
                    self.assertEqual({c: decimals(stage["votes"][int(c) - 1], 9) for c in expected["votes"]},
                                     expected["votes"])
                    self.assertEqual([c + 1 for c in stage["candidates"]], expected["defeated"])

    def test_winners_of_real_wards(self):
        for row in load("scotland", "meek-winners.json"):
            contest = files.read_blt(text("scotland", "scot-elex", row["election"] + ".blt"))
            for method, name in (("meek", "meek-prf(droop)"), ("stv", "scottish")):
                self.assertEqual([c + 1 for c in sorted(elect(contest, method).elected)], row[name], row["election"])

    def test_nix_steering_committee(self):
        official = load("nixos", "expected.json")["nixos-sc-2025-5seats.blt"]["officialWinners"]
        for seats, also in (("5seats", []), ("7seats-typo", ["pluiedev", "samueldr"])):
            contest = files.read_blt(text("nixos", "nixos-sc-2025-%s.blt" % seats))
            for method in ("meek", "stv"):
                election = elect(contest, method)
                self.assertEqual(election.papers, 443)
                self.assertEqual({contest.names[c] for c in election.elected}, {*official, *also})


class Condorcet(unittest.TestCase):
    def test_kubernetes(self):
        for year, expected in load("kubernetes", "expected.json").items():
            with self.subTest(year=year):
                contest = files.read_ranks(text("kubernetes", year + "-ballots.csv"), len(expected["officialWinners"]))
                self.assertEqual((len(contest.ballots), contest.names), (expected["ballots"], expected["candidates"]))
                # In 2017 the cap on a company passed over the fourth: Michael Rubin of Google.
                capped = [Constraint("Google", [12], 0, 0)] if year == "2017" else []
                election = elect(contest, "schulze", unranked="no_comparison", constraints=capped)
                self.assertEqual([[row.get(b, 0) for b in election.pairwise] for row in election.pairwise.values()],
                                 expected["pairwise"])
                self.assertEqual([[row.get(b, (0,))[0] for b in election.paths] for row in election.paths.values()],
                                 expected["strongestPaths(winning votes, no-opinion ignored)"])
                self.assertEqual(self.named(contest, election.tiers), expected["rankingTiers"]["ignore/winning"])
                self.assertEqual(self.named(contest, [election.elected]), [expected["officialWinners"]])
                last = elect(contest, "schulze", unranked="last")
                self.assertEqual(self.named(contest, last.tiers), expected["rankingTiers"]["last/winning"])

    def named(self, contest, tiers):
        return [[contest.names[c] for c in tier] for tier in tiers]

    def test_a_vacancy_passes_over_the_third_of_one_employer(self):
        case = load("kubernetes", "constraint-cases.json")["2022-vacancy"]
        contest = files.read_ranks(text("kubernetes", "2022-ballots.csv"), 4)
        number = contest.names.index
        google = [number(name) for name, employer in case["employers"].items() if employer == "Google"]
        election = elect(contest, "schulze", unranked="no_comparison", constraints=[Constraint("Google", google, 0, 2)],
                         sitting=[number(name) for name in case["order"][:3]])
        self.assertEqual([contest.names[c] for c in election.elected], [*case["order"][:3], case["filledBy"]])
        self.assertEqual(election.race.doomed, {number("cici37")})

    def debian_votes(self):
        for vote in load("debian-beat-matrices.json")["votes"]:
            if not vote.get("partial"):
                ratios = {int(option): Fraction(ratio) for option, ratio in vote.get("majority", {}).items()}
                yield vote, {a: dict(enumerate(row)) for a, row in enumerate(vote["V"])}, ratios

    def test_debian(self):
        for vote, wins, ratios in self.debian_votes():
            with self.subTest(vote["id"]):
                default, quorum = vote["default"], Fraction(vote.get("quorum", 0))
                dropped = schulze.dropped(wins, default, quorum, ratios)
                expected = vote["computed"]
                self.assertEqual(dropped, sorted(expected["quorumDropped"] + vote.get(
                    "officialDroppedByMajority", expected["majorityDropped"])))
                kept = {a: {b: n for b, n in row.items() if b not in dropped}
                        for a, row in wins.items() if a not in dropped}
                first = schulze.tiers_of_paths(schulze.strongest_paths(kept, fewest_against=True))[0]
                self.assertEqual([vote["options"][option] for option in first], expected["winners"])
                self.assertEqual(first, DebianCount(wins, default, quorum, ratios).winners)
                self.assertIn(vote.get("officialWinner", expected["winners"][0]), expected["winners"])
                self.assertEqual(first, vote.get("expectedSchwartz", first))

    def test_the_majority_ratio_decided_of_lenny(self):
        wins = next(wins for vote, wins, _ in self.debian_votes() if "Lenny" in vote["id"])
        self.assertEqual(schulze.dropped(wins, 6), [0])  # 117 to 226
        # "without supermajorities option 2 wins"
        kept = {a: {b: n for b, n in row.items() if b} for a, row in wins.items() if a}
        self.assertEqual(schulze.tiers_of_paths(schulze.strongest_paths(kept))[0], [1])


class Approval(unittest.TestCase):
    def test_python_steering_councils(self):
        for row in load("python-steering", "approval-results.json"):
            names, winners = sorted(row["approvals"]), row["officialWinners"]
            piles = [(row["approvals"][name], ((c,),)) for c, name in enumerate(names) if row["approvals"][name]]
            election = elect(Contest(names, len(winners), piles), "most_approved")
            self.assertEqual({names[c] for c in election.elected}, set(winners), row["pep"])
            self.assertEqual([tie for stage in election.stages for tie in stage["ties"]
                              if len(set(tie["tied"]) - set(election.elected))], [], row["pep"])


class Constraints(unittest.TestCase):
    def test_hill_and_otten(self):
        case = load("constraints", "hill-otten-feasibility.json")
        kinds, candidates = {}, itertools.count()
        for cell, size in case["cells"].items():
            kinds[cell] = [next(candidates) for _ in range(size)]
        names, letters = [cell for cell in kinds for _ in kinds[cell]], {
            "English": "E", "Scottish": "S", "Welsh": "W", "Men": "M", "Women": "W"}
        bounds = [Constraint(name, [c for c, cell in enumerate(names) if (
            cell[1] if name in ("Men", "Women") else cell[0]) == letters[name]], *both)
            for name, both in case["constraints"].items()]
        race = Race(Contest(names, case["seats"], []), range(len(names)), bounds)
        sizes = [range(n + 1) for n in case["cells"].values()]
        combinations = [list(numbers) for numbers in itertools.product(*sizes) if sum(numbers) == case["seats"]
                        and is_feasible(race.rules, case["seats"], [c for cell, n in zip(kinds, numbers)
                                                                    for c in kinds[cell][:n]], [])]
        self.assertEqual(combinations, case["feasibleCombinations"])
        race.exclude([kinds["SW"][0]])
        for candidate in kinds["EM"][:3]:
            race.elect(candidate, "quota")
        self.assertEqual(race.guarded, {*kinds["SW"][1:], *kinds["WW"]})
        self.assertEqual(race.doomed, {*kinds["EM"][3:], *kinds["WM"]})


class Lots(unittest.TestCase):
    def test_rfc_3797(self):
        for name in ("rfc3797-ref", "rfc3797-2022"):
            pool = [line for line in text("sortition", name + ".names").split("\n") if line.strip()]
            sources = [list(map(int, line.split())) for line in text("sortition", name + ".seeds").split("\n")
                       if line.strip() and not line.startswith("#")]
            results = text("sortition", name + ".results").split("\n")
            # A line: index, MD5, divisor, `-> 17 <- Lee`
            expected = [re.match(r"\s*\d+\s+(\w{32})\s+(\d+)\s+-> *(\d+) <- ?(.*)", line).groups()
                        for line in results if "->" in line]
            drawn = lots.draw(sources, len(pool), len(expected))
            self.assertEqual([(digest, str(left), str(number)) for digest, left, number in drawn],
                             [row[:3] for row in expected])
            for (_, _, number), (_, _, _, who) in zip(drawn, expected):
                self.assertIn(who.strip(), ("", pool[number - 1].strip()))  # some lines leave the name out
            self.assertGreaterEqual(len(drawn), 10)

    def test_the_example_of_the_rfc(self):
        # RFC 3797, section 6
        sources = [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]
        self.assertEqual(lots.key_string(sources), "9319./2.5.8.10.12./9.18.26.34.41.45./")
        self.assertEqual([number for _, _, number in lots.draw(sources, 25, 16)],
                         [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4])


if __name__ == "__main__":
    unittest.main()

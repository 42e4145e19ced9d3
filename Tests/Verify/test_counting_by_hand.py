# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

The counts of elections, on contests small enough to be counted by hand. Candidates are numbered from 1
on ballots, and from 0 in what comes out.
"""

import unittest
from fractions import Fraction

from count_vectors import by_hand, elect, text
from verifier.counting import files, schulze
from verifier.counting.constraints import Constraint
from verifier.counting.contest import Contest
from verifier.counting.errors import Uncountable


def votes(election):
    """{candidate: score} of the one stage of a method that makes an order."""
    return election.stages[0]["votes"]


def ties(election):
    return [(tie["for"], tie["tied"], tie["chosen"], tie["decidedBy"])
            for stage in election.stages for tie in stage["ties"]]


class Scottish(unittest.TestCase):
    def test_three_equal_are_parted_stage_by_stage(self):
        # First preferences 5, 4, 5, 1, 1, 12; the quota is 28 // 2 + 1 = 15. Of 4 and 5 the order excludes the later,
        # 5; then 4 goes, whose paper goes to 2. Now 1, 2 and 3 have 5 each. At stage 1 (after 5 went) 2 alone had
        # fewer, so it is excluded. 1 and 3 were equal always: the later goes.
        contest = by_hand(1, 6, "5 1", "4 2", "5 3", "1 4 2", "1 5", "12 6")
        election = elect(contest, "stv")
        self.assertEqual([stage["candidates"] for stage in election.stages], [[], [4], [3], [1], [2], [0]])
        self.assertEqual(ties(election), [("exclusion", [3, 4], 4, "order"), ("exclusion", [0, 1, 2], 1, 1),
                                          ("exclusion", [0, 2], 2, "order")])
        self.assertEqual(election.elected, [5])
        # Without earlier stages the order excludes the latest of the three.
        self.assertEqual(elect(contest, "stv", earlier_stages=False).stages[3]["candidates"], [2])

    def test_equal_votes_are_elected_in_the_order_fixed_beforehand(self):
        # 6 ballots, 2 seats: the quota is 6 // 3 + 1 = 3.
        election = elect(by_hand(2, 3, "3 1", "3 2"), "stv", [1, 0, 2])
        self.assertEqual((election.elected, ties(election)), ([1, 0], [("election", [0, 1], 1, "order")]))

    def test_a_surplus_by_hand(self):
        # 10 ballots, 2 seats, quota 4; 1 has 7, a surplus of 3. Each paper passes on with 3/7 = 0.42857: five to 2
        # make 2.14285, two that name nobody else 0.85714. Lost: 3 - 2.99999 = 0.00001.
        stage = elect(by_hand(2, 3, "5 1 2", "2 1", "1 2", "2 3"), "stv").stages[1]
        self.assertEqual((stage["event"], stage["candidates"], stage["votes"]),
                         ("surplus", [0], {0: 400000, 1: 314285, 2: 200000}))
        self.assertEqual((stage["nonTransferable"], stage["lost"]), (85714, 1))

    def test_the_highest_of_a_capped_pair(self):
        # 10 ballots, 2 seats, quota 4: 1 and 2 both have it, and only one of them may be elected. 1 has more.
        capped = [Constraint("network", [0, 1], 0, 1)]
        election = elect(by_hand(2, 3, "5 1 2", "4 2 3", "1 3"), "stv", constraints=capped)
        self.assertEqual((election.elected, election.race.doomed), ([0, 2], {1}))
        # That 3 is needed is plain from the beginning: 1 and 2 together would be one too many.
        cap = {"rule": "cap", "constraint": 0, "number": 1}
        self.assertEqual(election.stages[0]["decisions"], [
            {"guarded": 2, "rules": [{**cap, "elected": 0, "left": 2}]}, {"elected": 0, "by": "quota"},
            {"doomed": 1, "rules": [{**cap, "elected": 1, "left": 1}]}, {"elected": 2, "by": "remaining"}])

    def test_no_more_candidates_than_seats_and_no_ballots(self):
        election = elect(by_hand(4, 3, "1 2", "1 3 1"), "stv")
        self.assertEqual((election.elected, len(election.stages)), ([1, 2, 0], 1))
        self.assertEqual(election.empty, [{"seats": 1, "why": "noCandidates"}])
        void = elect(by_hand(1, 3), "stv")
        self.assertEqual((void.elected, void.empty), ([], [{"seats": 1, "why": "noBallots"}]))
        # Who prefers only those who stood down is not counted: 1 valid ballot.
        election = elect(by_hand(1, 3, "5 1", "1 1 2", withdrawn=[0]), "stv", [1, 2])
        self.assertEqual((election.papers, election.valid, election.elected), (6, 1, [1]))


class Meek(unittest.TestCase):
    def test_the_first_rounds(self):
        # 35 ballots and 4 seats: the quota is 35/5 + 10^-9. A (10) and B (8) have it. A then keeps 7.000000001/10,
        # rounded up to 0.700000001, so 7.00000001; B keeps 7.000000001/8 = 0.875000000125, rounded up to
        # 0.875000001: 7.000000008. C has 6 and the rest of A's, 2.99999999; of B's nothing is named next.
        contest = files.read_blt(text("scotland", "glasgow-2007", "weak-surplus.blt"))
        first, second = elect(contest, "meek").stages[:2]
        self.assertEqual((first["quota"], first["decisions"]), (
            7_000_000_001, [{"elected": 0, "by": "quota"}, {"elected": 1, "by": "quota"}]))
        self.assertEqual([second["votes"][c] for c in range(3)], [7_000_000_010, 7_000_000_008, 8_999_999_990])
        self.assertEqual((second["iterations"], second["nonTransferable"]), (2, 999_999_992))

    def test_who_is_lowest(self):
        # Two seats, quota 10/3 + 10^-9: 1 has 5. What it does not keep goes to nobody, so that the quota q falls
        # to (q + 5)/3, 2.5: nobody else has it, and 4 is lowest. Its paper makes 3 of 3, more than (q + 5)/3.
        election = elect(by_hand(2, 4, "5 1", "2 2", "2 3", "1 4 3"), "meek")
        self.assertEqual([stage["candidates"] for stage in election.stages], [[], [3], []])
        self.assertEqual(election.elected, [0, 2])

    def test_the_doomed_go_first(self):
        # The quota is 10/3 + 10^-9; 1 is elected, which dooms 2, whose 3 go to 3 before 4 is lowest.
        capped = [Constraint("network", [0, 1], 0, 1)]
        election = elect(by_hand(2, 4, "5 1", "3 2 3", "1 3", "1 4"), "meek", constraints=capped)
        self.assertEqual([stage["candidates"] for stage in election.stages], [[], [1], []])
        self.assertEqual(election.elected, [0, 2])


class Orders(unittest.TestCase):
    def test_approval_and_plurality(self):
        # Approval: 1 is on 4 ballots, 2 on 3, 3 on 2; the empty ballot was cast. Plurality with two seats: the ballot
        # that names three is invalid, and the empty one is blank.
        contest = by_hand(2, 3, "2 1 2", "1 1", "1 2 3 1", "1 3", "1")
        approval = elect(contest, "most_approved")
        self.assertEqual((votes(approval), approval.valid, approval.elected), ({0: 4, 1: 3, 2: 2}, 6, [0, 1]))
        plurality = elect(contest, "plurality")
        self.assertEqual((votes(plurality), plurality.valid, plurality.papers), ({0: 3, 1: 2, 2: 1}, 4, 6))

    def test_borda(self):
        # Two of "1 2" give 4, 2, 0; "1" gives 2, and the mean of 1 and 0 to the others; "2=3" the mean of 2 and 1
        # to both, and 0: 6, 4, 2. Zero: "1" gives the others nothing. Modified: "1 2" gives 2, 1; "1" gives 1;
        # "2=3", of two ranked, 3/2 each.
        contest = by_hand(1, 3, "2 1 2", "1 1", "1 2=3")
        self.assertEqual(votes(elect(contest, "borda")), {0: 6, 1: 4, 2: 2})
        self.assertEqual(votes(elect(contest, "borda", unranked="zero")), {0: 6, 1: Fraction(7, 2), 2: Fraction(3, 2)})
        self.assertEqual(votes(elect(contest, "borda", unranked="modified")),
                         {0: 5, 1: Fraction(7, 2), 2: Fraction(3, 2)})

    def test_points(self):
        # The scale 2, 1, 0: "1 - 2" gives 2 to 1 and 0 to 2; two of "- 2 1 3" give 1 to 2 and 0 to 1, and 3 is
        # beyond the scale. The means are of the papers that rank each: 2/3, 2/3, 0/2.
        contest = by_hand(1, 4, "1 1 - 2", "2 - 2 1 3")
        self.assertEqual(votes(elect(contest, "points", scale=[2, 1, 0])), {0: 2, 1: 2, 2: 0, 3: 0})
        self.assertEqual(votes(elect(contest, "points", scale=[2, 1, 0], mean=True)),
                         {0: Fraction(2, 3), 1: Fraction(2, 3), 2: 0, 3: 0})
        given = [Fraction(1, 3), Fraction(1, 2), Fraction(0), Fraction(0)]
        self.assertEqual(elect(contest, "points", given=given).elected, [1])

    def test_a_tie_at_the_last_seat(self):
        contest = by_hand(2, 3, "5 1", "3 2", "3 3")
        election = elect(contest, "most_approved", [0, 2, 1])
        self.assertEqual((election.elected, ties(election)), ([0, 2], [("election", [1, 2], 2, "order")]))

    def test_a_floor_guards_the_last_and_dooms_the_better(self):
        # Two seats, one of them for 3 or 4: once 1 is elected, 2 would take what only 3 or 4 may have.
        small = [Constraint("small", [2, 3], 1)]
        election = elect(by_hand(2, 4, "9 1", "8 2", "2 3", "1 4"), "most_approved", constraints=small)
        self.assertEqual((election.elected, election.race.doomed, election.race.guarded), ([0, 2], {1}, set()))

    def test_a_lot_and_the_seats_it_may_not_fill(self):
        capped = [Constraint("network", [2, 0], 0, 1)]
        self.assertEqual(elect(by_hand(2, 3), "lot", [2, 0, 1]).elected, [2, 0])
        self.assertEqual(elect(by_hand(2, 3), "lot", [2, 0, 1], constraints=capped).elected, [2, 1])


class Schulze(unittest.TestCase):
    def test_a_cycle(self):
        # 0 beats 1 by 6:3, 1 beats 2 by 7:2, 2 beats 0 by 5:4. The strongest path from 0 to 2 is 6, back 5.
        wins = {0: {0: 0, 1: 6, 2: 4}, 1: {0: 3, 1: 0, 2: 7}, 2: {0: 5, 1: 2, 2: 0}}
        self.assertEqual(schulze.tiers_of_paths(schulze.strongest_paths(wins)), [[0], [1], [2]])

    def test_unranked(self):
        # Three rank only 1; two prefer 2 to 1. 1 beats 2 by 3:2 where unranked is last, else 2 beats 1.
        contest = by_hand(1, 2, "3 1", "2 2 1")
        self.assertEqual(elect(contest, "schulze").elected, [0])
        self.assertEqual(elect(contest, "schulze", unranked="no_comparison").elected, [1])

    def test_a_default_option(self):
        # 4 of 5 prefer 1 to the default 2: enough for a quorum of 4 and a ratio of 4, not of 5.
        contest = by_hand(1, 2, "4 1 2", "1 2 1")
        for told, elected in (({"quorum": 4}, [0]), ({"quorum": 5}, []), ({"ratios": {0: Fraction(4)}}, [0]),
                              ({"ratios": {0: Fraction(5)}}, [])):
            self.assertEqual(elect(contest, "schulze", default=1, **told).elected, elected, told)
        # An equal vote is not a majority.
        self.assertEqual(elect(by_hand(1, 2, "3 1", "3 2"), "schulze", default=1).empty,
                         [{"seats": 1, "why": "noCandidates"}])


class Places(unittest.TestCase):
    def test_a_floor_that_cannot_be_met(self):
        # Three seats, two of them for a group in which one stands.
        contest, floor = by_hand(3, 4, "4 1", "3 2", "2 3", "1 4"), [Constraint("small", [3], 2)]
        with self.assertRaises(Uncountable) as refused:
            elect(contest, "most_approved", constraints=floor)
        self.assertEqual((refused.exception.code, str(refused.exception)), ("infeasible", "infeasible: [0]"))
        vacant = elect(contest, "most_approved", constraints=floor, unmet="leave_vacant")
        self.assertEqual((vacant.elected, vacant.race.lowered), ([0, 3], [{"constraint": 0, "by": 1}]))
        self.assertEqual(vacant.empty, [{"seats": 1, "why": "keptFor", "constraints": [0]}])
        release = elect(contest, "most_approved", constraints=floor, unmet="release")
        self.assertEqual((release.elected, release.empty), ([0, 1, 3], []))

    def test_caps_that_leave_seats_empty(self):
        caps = [Constraint("all", [0, 1, 2], 0, 1)]
        election = elect(by_hand(2, 3, "2 1", "1 2"), "most_approved", constraints=caps, unmet="release")
        self.assertEqual((election.elected, election.empty), (
            [0], [{"seats": 1, "why": "constraints", "constraints": [0]}]))

    def test_caps_and_kept_seats_that_leave_seats_empty(self):
        # 3 sits, and may sit with neither 1 nor 2: each cap alone would leave a pair, and so would both without
        # the kept seat, {1, 2}. So all three rules are needed; those that are constraints are named.
        caps = [Constraint("first", [0, 2], 0, 1), Constraint("second", [1, 2], 0, 1)]
        election = elect(by_hand(2, 3, "2 1", "1 2"), "most_approved", constraints=caps, sitting=[2], unmet="release")
        self.assertEqual((election.elected, election.empty), (
            [2], [{"seats": 1, "why": "constraints", "constraints": [0, 1]}]))

    def test_meek_has_a_first_round_without_a_place(self):
        # Nobody may be elected: the one round distributes 3 papers, the quota is 3/2 + 10^-9, and all is empty.
        caps = [Constraint("all", [0, 1], 0, 0)]
        election = elect(by_hand(1, 2, "2 1", "1 2"), "meek", constraints=caps, unmet="release")
        self.assertEqual([(stage["votes"], stage["quota"], stage["decisions"]) for stage in election.stages], [
            ({0: 2 * 10**9, 1: 10**9}, 1_500_000_001, [])])
        self.assertEqual((election.elected, election.empty), (
            [], [{"seats": 1, "why": "constraints", "constraints": [0]}]))

    def test_floors_of_a_void_election(self):
        # Nobody votes; one stands in the group of which two are wanted. Whether there is an outcome depends on no ballot.
        contest, floor = by_hand(2, 3), [Constraint("small", [2], 2)]
        for method in ("most_approved", "stv", "schulze"):
            with self.assertRaisesRegex(Uncountable, "infeasible"):
                elect(contest, method, constraints=floor)
            void = elect(contest, method, constraints=floor, unmet="release")
            self.assertEqual((void.elected, void.race.lowered, void.empty), (
                [], [{"constraint": 0, "by": 1}], [{"seats": 2, "why": "noBallots"}]))
        # Without a paper nobody beats the default option, so that nobody stands and both are missing.
        void = elect(contest, "schulze", constraints=floor, unmet="release", default=0)
        self.assertEqual(void.race.lowered, [{"constraint": 0, "by": 2}])

    def test_floors_named_first_lose_least(self):
        # Two seats and two floors of 2 on different groups: one has to lose two.
        floors = [Constraint("a", [0, 1], 2), Constraint("b", [2, 3], 2)]
        election = elect(by_hand(2, 4, "9 3", "8 4", "1 1"), "most_approved", constraints=floors, unmet="release")
        self.assertEqual((election.elected, election.race.lowered), ([0, 1], [{"constraint": 1, "by": 2}]))

    def test_countback(self):
        # 2 left; 3 sits, though nobody votes for it any more, and the cap yields to those who sit.
        contest = by_hand(2, 4, "9 2 1", "5 4", "1 3", withdrawn=[1])
        capped = [Constraint("network", [2, 3], 0, 0)]
        election = elect(contest, "stv", constraints=capped, sitting=[2])
        self.assertEqual((election.elected, election.race.guarded), ([0, 2], {0, 2}))
        self.assertEqual(election.race.doomed, {3})


class Refusals(unittest.TestCase):
    def test_codes(self):
        good = by_hand(1, 2, "1 1")
        for code, contest, method, told in (
                ("badSize", by_hand(0, 2), "stv", {}), ("unknownWithdrawn", by_hand(1, 2, withdrawn=[2]), "stv", {}),
                ("emptyPile", Contest(["A"], 1, [(0, ())]), "stv", {}),
                ("tooManyPapers", Contest(["A"], 1, [(10**9, ()), (1, ())]), "stv", {}),
                ("badLot", good, "stv", {"order": [0]}), ("badLot", good, "stv", {"order": [0, 1, 1]}),
                ("badConstraint", good, "stv", {"constraints": [Constraint("", [0], 2)]}),
                ("badConstraint", good, "stv", {"constraints": [Constraint("", [2], 0, 1)]}),
                ("badSitting", good, "stv", {"sitting": [0, 1]}), ("badMethod", good, "points", {"scale": []}),
                ("badMethod", good, "schulze", {"default": 2}), ("unknownCandidate", by_hand(1, 2, "1 1"), "stv", None),
                ("equalRanks", by_hand(1, 2, "1 1=2"), "meek", {}),
                ("infeasible", good, "stv", {"constraints": [Constraint("", [0, 1], 0, 0)]})):
            if told is None:
                contest, told = Contest(["A", "B"], 1, [(1, ((2,),))]), {}
            with self.assertRaises(Uncountable, msg=code) as refused:
                elect(contest, method, **told)
            self.assertEqual(refused.exception.code, code)

    def test_a_group_in_which_one_stood_down_is_no_tie(self):
        self.assertEqual(elect(by_hand(1, 3, "1 1=2 3", withdrawn=[0]), "stv").elected, [1])

    def test_a_ranking_ends_where_somebody_comes_again(self):
        contest = by_hand(1, 4, "2 1 3 2=1 4", "1 2 3=3", withdrawn=[2])
        self.assertEqual(contest.rankings(), [(2, ((0,), ())), (1, ((1,),))])


if __name__ == "__main__":
    unittest.main()

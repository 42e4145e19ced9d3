# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

Elections: nominations, votes on seats, their counts, terms, and vacancies. What holds and what does not
is written by hand after the page Elections.
"""

import hashlib

import elections
from elections import (ALL, CLOSES, FROM, HALF, OPEN, OPEN_ROW, SMALL, SMALL_ROW, STATED, YEAR, Electing, elective,
                       row, stage, term, thresholds)
from make_log import MEMBERS, Key, Sealer, position
from test_decisions import Case, at, drop, fresh, made, put, signers
from verifier.log import check
from verifier.report import as_text


OPEN_VOTES = {c: str(n) for c, n in OPEN.items() if c not in ("N-05", "N-12")}  # of those who stand
FEW = [[m] for m in MEMBERS[:6] + ["M16"]]  # the small members where M16 is one, too


def kept(report, seat):
    """[(party, from, until, ended)] of a class."""
    return [(t["party"], t["from"], t.get("until"), t.get("ended")) for t in report["terms"] if t["seat"] == seat]


def results(index, **changes):
    """Changes a row of a tally."""
    return lambda entry: entry[1]["results"][index].update(changes)


def staged(index, **changes):
    """Changes the first stage of a row of a tally."""
    return lambda entry: entry[1]["results"][index]["stages"][0].update(changes)


def named(index, **changes):
    """Changes a term of a certificate."""
    return lambda entry: entry[1]["terms"][index].update(changes)


class First(Case):
    def test_it_holds(self):
        report = self.holds(made(elections.first_election))
        founded = "2024-10-01T10:00:00Z"
        self.assertEqual(kept(report, "small_seat"), [
            ("M01", founded, FROM, None), ("M02", founded, FROM, None), ("M03", founded, FROM, None),
            ("M01", FROM, YEAR, None), ("M03", FROM, YEAR, None), ("M06", FROM, HALF, None)])
        self.assertEqual(kept(report, "open_seat")[4:], [
            ("M07", FROM, YEAR, None), ("M08", FROM, YEAR, None), ("M15", FROM, HALF, None), ("M09", FROM, HALF, None)])
        self.assertEqual(kept(report, "frontline_seat"), [("M04", founded, None, None), ("M05", founded, None, None)])
        self.assertEqual(report["elections"]["E-1"]["elected"], {
            "small_seat": ["M01", "M03", "M06"], "open_seat": ["M07", "M08", "M15", "M09"]})
        self.assertEqual(report["decisions"]["W-1"], {"small_seat": "carried", "open_seat": "carried"})
        self.assertEqual(report["votes"]["W-1"]["open_seat"]["counts"], OPEN)
        text = as_text(*check(made(elections.first_election).bytes()))
        for part in ("1 vote, 1 election", "M07, M08, M15, M09, of 16 electors, 13 ballots"):
            self.assertIn(part, text)

    def test_false_calls(self):
        log = made(elections.first_election)
        self.changes(
            elections.first_election,
            ("unknown_matter", "election.called", {}, put(matter="admission")),
            ("unknown_matter", "election.called", {}, put(matter="nothing")),
            ("unknown_seat", "election.called", {}, put(places={"small_seat": 3, "throne": 1})),
            ("unknown_seat", "election.called", {}, put(places={"small_seat": 3, "appeal_seat": 3})),
            ("wrong_places", "election.called", {}, put(places={"small_seat": 2, "open_seat": 4})),
            ("wrong_places", "election.called", {}, put(places={"small_seat": 0, "open_seat": 4})),
            ("wrong_places", "election.called", {}, put(places={})),
            ("wrong_window", "election.called", {}, put(nominations_close="2025-01-13T08:00:00Z")),
            ("wrong_window", "election.called", {}, put(terms_from="2025-01-31T21:59:59Z")),
            ("malformed", "election.called", {}, put(places={"small_seat": "3"})),
            ("wrong_signers", "election.called", {}, signers(log.member["M01"], drop=1)),
            ("wrong_signers", "election.called", {}, signers(log.member["M01"])))

    def test_false_nominations(self):
        log = made(elections.first_election)
        made_, n1, n6 = "nomination.made", {"nomination": "N-01"}, {"nomination": "N-06"}
        self.changes(
            elections.first_election,
            ("thing_exists", made_, {"nomination": "N-02"}, put(nomination="N-01")),
            ("unknown_thing", made_, n1, put(election="E-9")),
            ("nominations_over", made_, n1, at(CLOSES)),
            ("unknown_seat", made_, n1, put(seat="frontline_seat")),
            ("unknown_party", made_, n1, put(party="M99")),
            ("unknown_key", made_, n1, put(nominee=log.member["M02"].name)),
            ("unknown_key", made_, n6, put(nominee="alliance.example.org/nobody")),
            ("unknown_fact", made_, n1, put(facts={"oblast": "UA-30"})),
            # M07 has a big budget; M10 sits on the appeals; M04 holds a seat of the front line, which stays.
            ("not_a_holder", made_, n1, put(party="M07", nominee=log.member["M07"].name)),
            ("incompatible_office", made_, n6, put(party="M10", nominee=log.member["M10"].name)),
            ("too_many_holders", made_, n1, put(party="M04", nominee=log.member["M04"].name)),
            ("thing_exists", made_, {"nomination": "N-02"}, put(party="M01", nominee=log.member["M01"].name)),
            ("not_an_elector", made_, n1, signers(log.member["M07"], drop=1)),
            ("not_an_elector", made_, n1, signers(log.registrar, drop=1)),
            ("wrong_signers", made_, n1, signers(log.registrar)),
            ("malformed", made_, n1, put(label="é" * 101)),
            ("unknown_thing", "nomination.accepted", n1, put(nomination="N-99")),
            ("thing_exists", "nomination.accepted", {"nomination": "N-02"}, put(nomination="N-01")),
            ("nominations_over", "nomination.accepted", n1, at(CLOSES)),
            # M07's nominee has a key of their own: neither the party's nor theirs is enough.
            ("wrong_signers", "nomination.accepted", n6, signers(drop=1)),
            ("wrong_signers", "nomination.accepted", n6, lambda entry: entry[2].pop()),
            ("wrong_signers", "nomination.accepted", n1, signers(log.member["M02"])),
            ("voting_over", "nomination.withdrawn", {}, at("2025-02-08T22:00:00Z")),
            ("wrong_signers", "nomination.withdrawn", {}, signers(log.member["M01"], drop=1)))

    def test_false_votes(self):
        log, opened = made(elections.first_election), "vote.opened"
        small, open_ = sorted(SMALL), sorted(OPEN)
        self.changes(
            elections.first_election,
            ("unknown_thing", opened, {}, put(election="E-9")),
            ("wrong_candidates", opened, {}, drop("candidates")),
            ("wrong_candidates", opened, {}, drop("election")),
            ("not_to_be_voted", opened, {}, put(items=["open_seat", "small_seat"])),
            ("not_to_be_voted", opened, {}, put(items=["small_seat"])),
            ("unknown_matter", opened, {}, put(matter="admission")),
            ("wrong_round", opened, {}, put(rule="majority")),
            ("wrong_round", opened, {}, put(round=2)),
            ("notice_too_short", opened, {}, put(opens="2025-02-03T21:59:59Z")),
            ("wrong_window", opened, {}, put(closes="2025-02-08T21:59:59Z")),
            ("wrong_candidates", opened, {}, put(candidates={"small_seat": small[:3], "open_seat": open_})),
            ("wrong_candidates", opened, {}, put(candidates={"small_seat": small[::-1], "open_seat": open_})),
            ("wrong_candidates", opened, {}, put(candidates={"small_seat": small + ["N-99"], "open_seat": open_})),
            ("wrong_electorate", opened, {}, put(electorate=ALL[:15])),
            ("wrong_weights", opened, {}, put(weights=[1] * 16)),
            ("wrong_tellers", opened, {}, put(tellers=[])),
            ("wrong_signers", opened, {}, signers(log.member["M01"])))

    def test_false_ballots(self):
        big = made(elections.first_election).member["M07"]

        def of_big(names):
            return lambda entry: (put(choices={"small_seat": names})(entry), signers(big, drop=1)(entry))

        self.changes(
            elections.first_election,
            ("unknown_choice", "ballot.cast", {}, put(choices={"frontline_seat": ["N-01"]})),
            ("not_on_ballot", "ballot.cast", {}, put(choices={"small_seat": ["N-06"]})),
            ("not_on_ballot", "ballot.cast", {}, put(choices={"small_seat": ["N-02", "N-01"]})),
            ("malformed", "ballot.cast", {}, put(choices={"small_seat": ["N-01", "N-01"]})),
            ("not_on_ballot", "ballot.cast", {}, put(choices={"small_seat": "yes"})),
            ("malformed", "ballot.cast", {}, put(choices={"small_seat": "N-01"})),
            # M07 is not small; that comes before what is wrong with the list.
            ("not_an_elector", "ballot.cast", {}, of_big(["N-01"])),
            ("not_an_elector", "ballot.cast", {}, of_big(["N-99"])))

    def test_false_counts(self):
        tally = "tally.published"
        self.changes(
            elections.first_election,
            ("wrong_tally", tally, {}, results(0, elected=["N-01", "N-04", "N-03"])),
            ("wrong_tally", tally, {}, results(0, ballots=5)),
            ("wrong_tally", tally, {}, results(0, counts=dict(SMALL, **{"N-02": 3}))),
            ("wrong_tally", tally, {}, results(0, electors=16)),
            ("wrong_tally", tally, {}, results(0, outcome="lost")),
            ("wrong_tally", tally, {}, lambda e: e[1]["results"].reverse()),
            ("wrong_tally", tally, {}, lambda e: [e[1]["results"][0].pop(name) for name in ("elected", "stages")]),
            ("malformed", tally, {}, lambda e: e[1]["results"][0].pop("stages")),
            ("wrong_tally", tally, {}, results(0, winner="N-01")),
            ("wrong_tally", tally, {}, staged(0, action="round")),
            ("wrong_tally", tally, {}, staged(0, lost="0")),
            ("wrong_tally", tally, {}, staged(0, ties=[])),
            ("wrong_tally", tally, {}, staged(1, votes={c: str(n) for c, n in OPEN.items()})),
            ("wrong_tally", tally, {}, staged(1, votes=dict(OPEN_VOTES, **{"N-06": "12.0"}))),
            ("wrong_outcome", "outcome.certified", {}, put(outcomes={"small_seat": "carried", "open_seat": "lost"})),
            ("wrong_terms", "outcome.certified", {}, drop("terms")),
            ("wrong_terms", "outcome.certified", {}, lambda e: e[1]["terms"].pop()),
            ("wrong_terms", "outcome.certified", {}, lambda e: e[1]["terms"].reverse()),
            ("wrong_terms", "outcome.certified", {}, named(0, party="M02")),
            ("wrong_terms", "outcome.certified", {}, named(2, until=YEAR)),
            ("wrong_terms", "outcome.certified", {}, named(0, **{"from": "2025-02-10T10:00:00Z"})))

    def test_what_was_turned_away_is_on_record(self):
        log = fresh(elections.nominated)
        log.nominate("N-13", "small_seat", "M04", accept=False)
        log.refuse(None, "too_many_holders")
        log.nominate("N-13", "small_seat", "M04", accept=False)
        log.refuse(None, "resting")
        self.refused(log, "wrong_refusal")
        log.say("nomination.accepted", log.keys("M01"), nomination="N-01")
        log.refuse(None, "thing_exists")
        log.at(CLOSES).say("nomination.withdrawn", log.keys("M01"), nomination="N-01")
        log.say("nomination.withdrawn", log.keys("M01"), nomination="N-01")
        log.refuse(None, "unknown_thing")
        log.at("2025-02-01T08:00:00Z").nominate("N-13", "open_seat", "M04", accept=False)
        log.refuse(None, "nominations_over")
        candidates = self.holds(log)["elections"]["E-1"]["candidates"]
        self.assertEqual(candidates["small_seat"], ["N-02", "N-03", "N-04"])
        log.call_election("E-1", "2025-02-05T08:00:00Z", FROM, small_seat=3)
        self.refused(log, "thing_exists")
        log.call_election("E-2", "2025-02-05T08:00:00Z", FROM, small_seat=3)
        self.refused(log, "election_pending")

    def test_what_a_nominee_states_wrongly_is_unknown(self):
        log = fresh(elections.nominated)
        log.nominate("N-13", "open_seat", "M02", "perhaps", accept=False)
        self.holds(log)

    def test_an_election_without_a_candidate_is_in_nobody_s_way(self):
        log = Electing().found(policy=elective(), stated=STATED).at(elections.CALLED)
        log.call_election(small_seat=3)
        log.nominate("N-1", "small_seat", "M01", accept=False)
        again = dict(election="E-2", closes="2025-02-10T08:00:00Z", small_seat=3)
        log.at("2025-01-31T21:59:59Z").call_election(**again)
        self.refused(log, "election_pending")
        log.at(CLOSES).call_election(**again)
        self.holds(log)

    def test_no_vote_while_nominations_are_open(self):
        log = fresh(elections.nominated)
        candidates = {"small_seat": sorted(SMALL), "open_seat": sorted(OPEN)}
        log.at("2025-01-31T21:59:59Z").open_seats(candidates)
        self.refused(log, "not_to_be_voted")
        log.at(CLOSES).open_seats(candidates)
        self.holds(log)

    def test_who_withdrew_may_be_nominated_again(self):
        log = fresh(elections.nominated)
        log.say("nomination.withdrawn", [log.reviewer["R3"]], nomination="N-06")
        log.nominate("N-13", "open_seat", "M07", "yes")
        self.assertIn("N-13", self.holds(log)["elections"]["E-1"]["candidates"]["open_seat"])
        log.say("nomination.accepted", log.keys("M07"), nomination="N-06")
        self.refused(log, "unknown_thing")

    def test_a_nominee_takes_a_new_key(self):
        log = fresh(elections.nominated)
        new = Key("alliance.example.org/m08-new")
        log.say("key.rotated", [log.member["M08"], new], key=log.member["M08"].name, to=new.vkey)
        log.say("nomination.withdrawn", [new], nomination="N-07")
        self.assertNotIn("N-07", self.holds(log)["elections"]["E-1"]["candidates"]["open_seat"])


class Counts(Case):
    """Other counts of the same candidates: the small members' seats, or one class alone."""

    def small(self, ballots, policy=None):
        """Four candidates for three seats of the small members, M16 one of them; `ballots` {member: list}."""
        log = Electing().found(policy=policy or elective(bodies={"steering": {"floors": None}}),
                               stated=dict(STATED, M16={"oblast": "UA-35"}))
        log.at(elections.CALLED).call_election(small_seat=3)
        for number, party in ((1, "M01"), (2, "M02"), (3, "M03"), (4, "M16")):
            log.nominate("N-%d" % number, "small_seat", party)
        log.at("2025-02-01T08:00:00Z").open_seats(
            {"small_seat": ["N-1", "N-2", "N-3", "N-4"]}, electorate=FEW)
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "small_seat", **ballots)
        return log.at("2025-02-09T10:00:00Z")

    def by_lot(self, log, *names):
        """The order of the page Elections: SHA-256 of the digest of the vote's line, a zero byte and the name."""
        seed = hashlib.sha256(log.vote.encode()).digest()
        return sorted(names, key=lambda name: hashlib.sha256(seed + b"\0" + name.encode()).digest())

    def test_a_tie_by_lot(self):
        # 1 and 4 have three, 2 and 3 have two each: one seat is left for them.
        log = self.small(dict(M01=["N-1", "N-2", "N-4"], M02=["N-1", "N-3", "N-4"], M03=["N-1", "N-2", "N-3", "N-4"]))
        counts = {"N-1": 3, "N-2": 2, "N-3": 2, "N-4": 3}
        (first, second), (third, _) = self.by_lot(log, "N-1", "N-4"), self.by_lot(log, "N-2", "N-3")
        ties = [{"purpose": "election", "tied": ["N-1", "N-4"], "chosen": first, "by": "lot"},
                {"purpose": "election", "tied": ["N-2", "N-3"], "chosen": third, "by": "lot"}]
        good = stage("ranking", {c: str(n) for c, n in counts.items()}, "elected " + first, "elected " + second,
                     "elected " + third, ties=ties)
        log.count("W-1", row("small_seat", "carried", 7, 3, counts, [first, second, third], dict(
            good, ties=[dict(ties[0], by="stage 0"), ties[1]])))
        self.refused(log, "wrong_tally")
        other = {"N-2": "N-3", "N-3": "N-2"}[third]
        log.count("W-1", row("small_seat", "carried", 7, 3, counts, [first, second, other], good))
        self.refused(log, "wrong_tally")
        log.count("W-1", row("small_seat", "carried", 7, 3, counts, [first, second, third], good))
        self.holds(log)

    def test_stv(self):
        # Six papers, three seats: the quota is floor(6/4) + 1 = 2. N-1 has 3 and N-4 has 2: both are elected. Of N-1's
        # surplus of 1 each of three papers passes on 1/3, 0.33333, two to N-2 and one to N-3; 0.00001 is lost. N-2 has
        # 1.66666, less than 2; N-3 is excluded, its paper goes on to N-2: 1.99999, and it is the last one left.
        policy = elective(bodies={"steering": {"floors": None}}, ballot="ranked", method="stv")
        log = self.small(dict(M01=["N-1", "N-2"], M02=["N-1", "N-2"], M03=["N-1", "N-3", "N-2"], M04=["N-4"],
                              M05=["N-4"], M06=["N-2"]), policy)
        counts = {"N-1": 3, "N-2": 1, "N-3": 0, "N-4": 2}
        stages = [
            stage("first_preferences", {"N-1": "3.00000", "N-2": "1.00000", "N-3": "0.00000", "N-4": "2.00000"},
                  "elected N-1", "elected N-4"),
            stage("surplus", {"N-1": "2.00000", "N-2": "1.66666", "N-3": "0.33333", "N-4": "2.00000"},
                  candidates=["N-1"], lost="0.00001"),
            stage("exclusion", {"N-1": "2.00000", "N-2": "1.99999", "N-3": "0.00000", "N-4": "2.00000"},
                  "elected N-2", candidates=["N-3"], lost="0.00001")]
        elected = ["N-1", "N-4", "N-2"]
        log.count("W-1", row("small_seat", "carried", 7, 6, counts, elected, *stages[:2]))
        self.refused(log, "wrong_tally")
        log.count("W-1", row("small_seat", "carried", 7, 6, counts, elected, *stages))
        log.certify_seats("W-1", {"small_seat": "carried"}, *(term("small_seat", m, FROM, until) for m, until in (
            ("M01", YEAR), ("M16", YEAR), ("M02", HALF))))
        self.holds(log)

    def test_a_list_of_picks_and_no_order_in_approval(self):
        policy = elective(bodies={"steering": {"floors": None}}, ballot="ranked", method="stv", picks="2")
        log = self.small(dict(M01=["N-2", "N-1"]), policy)
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "small_seat", M02=["N-2", "N-1", "N-3"])
        self.refused(log, "not_on_ballot")
        log.ballots("W-1", "small_seat", M02=["N-2", "N-2"])
        self.refused(log, "malformed")
        self.holds(log)

    def test_nobody_voted(self):
        log = self.small({})
        void = row("small_seat", "lost", 7, 0, {"N-%d" % n: 0 for n in range(1, 5)}, [], stage(
            "ranking", {"N-%d" % n: "0" for n in range(1, 5)}))
        log.count("W-1", void)
        log.certify_seats("W-1", {"small_seat": "lost"}, term("small_seat", "M01", FROM, YEAR))
        self.refused(log, "wrong_terms")
        log.certify_seats("W-1", {"small_seat": "lost"})
        # The founders' terms are over all the same, and another election may be called.
        log.at("2025-03-01T08:00:00Z").call_election("E-2", "2025-03-05T08:00:00Z", "2025-03-31T21:00:00Z", small_seat=3)
        self.assertTrue(self.holds(log)["elections"]["E-1"]["certified"])

    def test_two_fifths_women_and_who_left(self):
        # 2/5 of nine seats are 3.6: at least four women. No woman sits (founders state no nominee), no other class is
        # counted: the floor is 4, all open seats. M16 leaves before the closing and does not stand; the one woman who
        # stands is all there is: the floor is lowered by three, and she is guarded.
        log = Electing().found(policy=elective(), stated=STATED).at(elections.CALLED)
        log.call_election(open_seat=4)
        for name, party, woman in (("A", "M06", "no"), ("B", "M07", "no"), ("C", "M08", "no"), ("D", "M09", "no"),
                                   ("E", "M15", "yes"), ("F", "M16", "yes")):
            log.nominate(name, "open_seat", party, woman)
        log.at("2025-02-01T08:00:00Z").open_seats({"open_seat": list("ABCDEF")})
        counts = {"A": 6, "B": 5, "C": 4, "D": 3, "E": 1, "F": 7}
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "open_seat", **thresholds(counts))
        log.say("member.resigned", log.keys("M16"), member="M16")
        # After A, B and C nobody but D and E is left for one seat, and E is needed.
        log.at("2025-02-09T10:00:00Z").count("W-1", row(
            "open_seat", "carried", 15, 7, counts, ["A", "B", "C", "E"], stage(
                "ranking", {c: str(n) for c, n in counts.items() if c != "F"}, "guarded E: at_least 1 nominee_woman",
                "elected A", "elected B", "elected C", "doomed D: at_least 1 nominee_woman", "elected E")))
        self.holds(log)

    def test_places_kept_for_floors_stay_empty_without_a_word(self):
        # Four women are needed, nobody who stands is one: without `unmet` all four places are left vacant.
        log = Electing().found(policy=elective(unmet=None), stated=STATED).at(elections.CALLED)
        log.call_election(open_seat=4)
        log.nominate("A", "open_seat", "M06", "no")
        log.at("2025-02-01T08:00:00Z").open_seats({"open_seat": ["A"]})
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "open_seat", M01=["A"])
        log.at("2025-02-09T10:00:00Z").count("W-1", row("open_seat", "carried", 16, 1, {"A": 1}, ["A"], stage(
            "ranking", {"A": "1"}, "elected A")))
        self.refused(log, "wrong_tally")
        log.count("W-1", row("open_seat", "lost", 16, 1, {"A": 1}, [], stage("ranking", {"A": "1"})))
        self.holds(log)

    def test_sealed(self):
        log = Electing().found(policy=elective(secrecy="sealed", bodies={"steering": {"floors": None}}), stated=STATED)
        log.at(elections.CALLED).call_election(small_seat=3)
        log.nominate("N-1", "small_seat", "M01")
        tellers = sorted(log.tellers, key=lambda key: key.name)
        log.sealers = [Sealer(key.name) for key in tellers]
        log.at("2025-02-01T08:00:00Z").open_seats({"small_seat": ["N-1"]}, electorate=ALL[:6], signers=tellers, tellers=[
            {"key": key.name, "recipient": sealer.recipient} for key, sealer in zip(tellers, log.sealers)])
        log.at("2025-02-05T08:00:00Z").sealed("M01", "W-1", {"small_seat": ["N-1"]})
        log.sealed("M02", "W-1", {"open_seat": ["N-1"]})
        bad = log.entries[-1][1]["id"]
        log.at("2025-02-09T10:00:00Z")
        for key, sealer in zip(tellers, log.sealers):
            log.say("seal.opened", [key], vote="W-1", identity=sealer.identity)
        log.count("W-1", row("small_seat", "carried", 6, 1, {"N-1": 1}, ["N-1"], stage(
            "ranking", {"N-1": "1"}, "elected N-1")), excluded=[{"ballot": bad, "reason": "unknown_choice"}])
        self.holds(log)


class Later(Case):
    def test_it_holds(self):
        report = self.holds(made(elections.later_election))
        self.assertEqual(kept(report, "small_seat")[3:], [
            ("M01", FROM, YEAR, None), ("M03", FROM, YEAR, "2025-04-01T08:00:00Z"), ("M06", FROM, HALF, None),
            ("M02", "2025-04-02T08:00:00Z", YEAR, None)])
        self.assertEqual(kept(report, "open_seat")[8:], [
            (m, "2025-09-02T10:00:00Z", "2026-09-01T21:00:00Z", None) for m in ("M16", "M15")])

    def test_what_is_refused(self):
        log = made(elections.later_election)
        e2, vacated, filled = {"election": "E-2"}, "seat.vacated", "seat.filled"
        self.changes(
            elections.later_election,
            ("not_a_holder", vacated, {}, put(seat="open_seat")),
            ("not_a_holder", vacated, {}, put(party="M02")),
            # Before its term begins nobody can leave the seat; M03 holds the founders' one until then.
            ("wrong_signers", vacated, {}, signers(log.member["M01"], drop=1)),
            ("no_vacancy", filled, {}, put(vote="W-9")),
            ("no_vacancy", filled, {}, put(seat="open_seat")),
            ("no_vacancy", filled, {}, put(seat="frontline_seat")),
            ("no_vacancy", filled, {}, put(seat="throne")),
            ("wrong_party", filled, {}, put(party="M04")),
            ("wrong_party", filled, {}, put(party="M03")),
            ("wrong_terms", filled, {}, put(until=HALF)),
            ("wrong_tally", filled, {}, lambda e: e[1]["stages"][0]["votes"].update({"N-02": "3"})),
            ("wrong_tally", filled, {}, put(stages=[])),
            ("wrong_signers", filled, {}, signers(drop=1)),
            ("wrong_signers", filled, {}, lambda e: e[2].pop()),
            ("wrong_places", "election.called", e2, put(places={"small_seat": 3, "open_seat": 4})),
            # A day before, nobody's term is over: there are no places.
            ("wrong_places", "election.called", e2, put(terms_from="2025-08-30T21:00:00Z")),
            # M07's open seat runs until February; M02 follows M03 until then.
            ("too_many_holders", "nomination.made", {"nomination": "K-1"}, put(
                party="M07", nominee=log.member["M07"].name)),
            ("too_many_holders", "nomination.made", {"nomination": "K-1"}, put(
                party="M02", nominee=log.member["M02"].name)),
            ("not_to_be_voted", "vote.opened", {"vote": "W-2"}, put(items=["small_seat", "open_seat"])),
            ("wrong_candidates", "vote.opened", {"vote": "W-2"}, put(candidates={"open_seat": ["K-1", "K-2", "K-3"]})),
            ("wrong_terms", "outcome.certified", {"vote": "W-2"}, named(0, **{"from": HALF})),
            ("wrong_terms", "outcome.certified", {"vote": "W-2"}, named(0, until="2026-08-31T21:00:00Z")))

    def test_holders_by_time(self):
        # M02 is of the committee by the founding until the elected terms begin, and not after that, until it follows
        # M03; M16 is of it only from September. A proposal of the committee shows it.
        log = fresh(elections.first_election)
        log.at("2025-02-28T21:59:59Z").propose("P-1", "plan", "M02")
        log.at(FROM).propose("P-2", "plan", "M02")
        log.refuse(None, "may_not_propose")
        log.propose("P-2", "plan", "M15")
        log.at("2025-08-31T20:59:59Z").propose("P-3", "plan", "M15")
        log.at(HALF).propose("P-4", "plan", "M15")
        log.refuse(None, "may_not_propose")
        log.propose("P-4", "plan", "M07")
        self.assertEqual(sorted(self.holds(log)["proposals"]), ["P-1", "P-2", "P-3", "P-4"])

    def test_who_is_left(self):
        log = fresh(elections.first_election)
        fill = dict(seat="small_seat", until=YEAR, vote="W-1")
        log.at("2025-04-01T08:00:00Z").say("seat.filled", [log.registrar, log.tellers[0]], party="M02", stages=[], **fill)
        self.refused(log, "no_vacancy")
        for m in ("M01", "M03"):
            log.say("seat.vacated", log.keys(m), seat="small_seat", party=m, ground="no time")
        log.say("seat.vacated", log.keys("M01"), seat="small_seat", party="M01", ground="no time")
        self.refused(log, "not_a_holder")
        # M06 (4) keeps its seat; M02 is the only other one left, for two places.
        stages = [stage("ranking", {"N-02": "2", "N-04": "3"}, "elected N-04", "elected N-02")]
        log.say("seat.filled", [log.registrar, log.tellers[0]], party="M02", stages=stages, **fill)
        report = self.holds(log)
        self.assertEqual(kept(report, "small_seat")[-1], ("M02", "2025-04-01T08:00:00Z", YEAR, None))
        # The second place stays empty: M02 sits by now, and nobody else stood.
        log.say("seat.filled", [log.registrar, log.tellers[0]], party="M01", stages=stages, **fill)
        self.refused(log, "nobody_left")
        # By an election it is filled for the rest of the term: the last place of two, after the whole term of M06's.
        log.at("2025-07-01T08:00:00Z").call_election("E-2", "2025-07-31T21:00:00Z", HALF, small_seat=2)
        for name, party in (("K-1", "M01"), ("K-2", "M03")):
            log.nominate(name, "small_seat", party, "yes", election="E-2")
        log.at("2025-08-01T08:00:00Z").open_seats(
            {"small_seat": ["K-1", "K-2"]}, "W-2", "E-2", opens="2025-08-05T08:00:00Z", closes="2025-08-09T21:00:00Z",
            electorate=ALL[:6])
        log.at("2025-08-05T08:00:00Z").ballots("W-2", "small_seat", M01=["K-2"], M02=["K-1", "K-2"])
        log.at("2025-08-10T10:00:00Z").count("W-2", row(
            "small_seat", "carried", 6, 2, {"K-1": 1, "K-2": 2}, ["K-2", "K-1"], stage(
                "ranking", {"K-1": "1", "K-2": "2"}, "elected K-2", "elected K-1")))
        log.certify_seats("W-2", {"small_seat": "carried"}, term("small_seat", "M03", HALF, "2026-08-31T21:00:00Z"),
                          term("small_seat", "M01", HALF, YEAR))
        self.holds(log)

    def test_who_follows_keeps_the_seat_and_may_leave_it(self):
        log = fresh(elections.later_election)
        log.entries, log.commits = log.entries[:46], log.commits[:46]
        self.assertEqual(log.entries[-1][1]["type"], "seat.filled")
        log.at("2025-04-03T08:00:00Z").say("seat.vacated", log.keys("M06"), seat="small_seat", party="M06", ground="x")
        # M01 keeps its seat, and so does M02, who followed M03 by this vote: of four candidates nobody is left.
        fill = dict(seat="small_seat", party="M02", vote="W-1", stages=[])
        log.say("seat.filled", [log.registrar, log.tellers[0]], until=HALF, **fill)
        self.refused(log, "nobody_left")
        log.at("2025-04-04T08:00:00Z").say("seat.vacated", log.keys("M02"), seat="small_seat", party="M02", ground="x")
        log.say("seat.filled", [log.registrar, log.tellers[0]], until=YEAR, **fill)
        self.refused(log, "nobody_left")
        self.holds(log)

    def test_a_place_of_an_earlier_vote(self):
        # By W-2 one seat of the small members is filled, M06's, whom M02 follows by 2 of 3; M04 and M05 lose. Then M01,
        # whom W-1 elected, leaves: M02 keeps its seat and one more is counted, for the rest of M01's term.
        log = fresh(elections.first_election)
        log.at("2025-07-01T08:00:00Z").call_election("E-2", "2025-07-31T21:00:00Z", HALF, small_seat=1)
        log.nominate("K-1", "small_seat", "M02", election="E-2")
        log.nominate("K-2", "small_seat", "M06", election="E-2")
        log.at("2025-08-01T08:00:00Z").open_seats(
            {"small_seat": ["K-1", "K-2"]}, "W-2", "E-2", opens="2025-08-05T08:00:00Z", closes="2025-08-09T21:00:00Z",
            electorate=ALL[:6])
        log.at("2025-08-05T08:00:00Z").ballots("W-2", "small_seat", M01=["K-1"], M02=["K-1", "K-2"])
        log.at("2025-08-10T10:00:00Z").count("W-2", row(
            "small_seat", "carried", 6, 2, {"K-1": 2, "K-2": 1}, ["K-1"], stage(
                "ranking", {"K-1": "2", "K-2": "1"}, "elected K-1")))
        log.certify_seats("W-2", {"small_seat": "carried"}, term("small_seat", "M02", HALF, "2026-08-31T21:00:00Z"))
        log.at("2025-09-02T08:00:00Z").say("seat.vacated", log.keys("M01"), seat="small_seat", party="M01", ground="x")
        log.say("seat.filled", [log.registrar, log.tellers[0]], seat="small_seat", party="M06", until=YEAR, vote="W-2",
                stages=[stage("ranking", {"K-1": "2", "K-2": "1"}, "elected K-1", "elected K-2")])
        self.assertEqual(kept(self.holds(log), "small_seat")[-1], ("M06", "2025-09-02T08:00:00Z", YEAR, None))

    def test_a_place_that_a_pending_election_was_called_for(self):
        # M01's place, until February, is among the two that E-2 was called for: it is E-2's to fill.
        log = fresh(elections.first_election)
        log.at("2025-06-01T08:00:00Z").say("seat.vacated", log.keys("M01"), seat="small_seat", party="M01", ground="x")
        log.at("2025-07-01T08:00:00Z").call_election("E-2", "2025-07-31T21:00:00Z", HALF, small_seat=2)
        fill = dict(seat="small_seat", party="M02", until=YEAR, vote="W-1", stages=[stage(
            "ranking", {"N-02": "2", "N-03": "4", "N-04": "3"}, "elected N-03", "elected N-04", "elected N-02")])
        log.say("seat.filled", [log.registrar, log.tellers[0]], **fill)
        self.refused(log, "no_vacancy")
        # M03 leaves, too: three places at E-2's start, one more than it was called for.
        log.say("seat.vacated", log.keys("M03"), seat="small_seat", party="M03", ground="x")
        fill["stages"] = [stage("ranking", {"N-02": "2", "N-04": "3"}, "elected N-04", "elected N-02")]
        log.say("seat.filled", [log.registrar, log.tellers[0]], **fill)
        self.holds(log)

    def test_who_left_before_the_certificate(self):
        # M03 is elected, resigns before the certificate, and has a term that is over at once: a vacancy.
        log = fresh(elections.first_election)
        certificate, _ = log.entries.pop(), log.commits.pop()
        log.at("2025-02-09T12:00:00Z").say("member.resigned", log.keys("M03"), member="M03")
        log.at("2025-02-10T10:00:00Z").certify_seats(
            "W-1", certificate[1]["outcomes"], *certificate[1]["terms"])
        self.assertIn(("M03", FROM, YEAR, "2025-02-09T12:00:00Z"), kept(self.holds(log), "small_seat"))
        log.at("2025-03-01T08:00:00Z").say(
            "seat.filled", [log.registrar, log.tellers[0]], seat="small_seat", party="M02", until=YEAR, vote="W-1",
            stages=[stage("ranking", {"N-01": "5", "N-02": "2", "N-04": "3"}, "elected N-01", "elected N-04",
                          "elected N-02")])
        self.holds(log)

    def test_who_leaves_ends_their_term(self):
        log = fresh(elections.first_election)
        log.at("2025-04-01T08:00:00Z").say("member.resigned", log.keys("M01"), member="M01")
        self.assertIn(("M01", FROM, YEAR, "2025-04-01T08:00:00Z"), kept(self.holds(log), "small_seat"))
        # 3 and 4 keep theirs, 2 is left: 3 seats for three.
        log.say("seat.filled", [log.registrar, log.tellers[0]], seat="small_seat", party="M02", until=YEAR, vote="W-1",
                stages=[stage("ranking", {"N-02": "2", "N-03": "4", "N-04": "3"}, "elected N-03", "elected N-04",
                              "elected N-02")])
        self.holds(log)


class Resting(Case):
    def again(self, **terms):
        """One after the other: M15 is elected for half a term until HALF, and nominated again for then."""
        log = elections.first_election(elective(seats={"open_seat": terms})).at("2025-07-01T08:00:00Z")
        log.call_election("E-2", "2025-07-31T21:00:00Z", HALF, open_seat=2)
        log.nominate("K-1", "open_seat", "M15", "yes", election="E-2", accept=False)
        return log

    def test_one_term_and_a_rest(self):
        # Six of twelve months are half a term and count.
        log = self.again(max_terms="1")
        self.refused(log, "resting")
        # A party that has not had an elected term in this class may.
        log.nominate("K-1", "open_seat", "M03", "yes", election="E-2", accept=False)
        self.refused(log, "too_many_holders")
        log.nominate("K-1", "open_seat", "M06", "yes", election="E-2")
        self.holds(log)

    def test_two_terms_are_allowed(self):
        self.holds(self.again())

    def test_without_a_rest_a_gap_is_enough(self):
        log = self.again(max_terms="1", rest=None)
        self.refused(log, "resting")
        log = elections.first_election(elective(seats={"open_seat": {"max_terms": "1", "rest": None}}))
        log.at("2025-07-01T08:00:00Z").call_election("E-2", "2025-07-31T21:00:00Z", "2025-08-31T21:00:01Z", open_seat=2)
        log.nominate("K-1", "open_seat", "M15", "yes", election="E-2")
        self.holds(log)

    def test_a_short_term_does_not_count(self):
        # M15 leaves on 1 June, after three months of at least six that count.
        log = elections.first_election(elective(seats={"open_seat": {"max_terms": "1"}}))
        log.at("2025-06-01T08:00:00Z").say("seat.vacated", log.keys("M15"), seat="open_seat", party="M15", ground="x")
        log.at("2025-07-01T08:00:00Z").call_election("E-2", "2025-07-31T21:00:00Z", HALF, open_seat=2)
        log.nominate("K-1", "open_seat", "M15", "yes", election="E-2")
        self.holds(log)

    def test_the_rest_ends(self):
        # Twelve months from 31 August 2025, 21:00 (1 September in Kyiv) are over on 1 September 2026 there.
        for start, code in (("2026-08-31T20:59:59Z", "resting"), ("2026-08-31T21:00:00Z", None)):
            log = elections.first_election(elective(seats={"open_seat": {"max_terms": "1"}}))
            log.at("2026-07-01T08:00:00Z").call_election("E-2", "2026-07-31T21:00:00Z", start, open_seat=4)
            log.nominate("K-1", "open_seat", "M15", "yes", election="E-2", accept=code is None)
            self.refused(log, code) if code else self.holds(log)


class Annulled(Case):
    def test_it_is_voted_on_again(self):
        log = fresh(elections.first_election)
        log.entries, log.commits = log.entries[:-1], log.commits[:-1]
        log.at("2025-02-09T12:00:00Z").say("vote.challenged", log.keys("M08"), challenge="X-1", vote="W-1", ground="x")
        log.certify_seats("W-1", {"small_seat": "carried", "open_seat": "carried"})
        self.refused(log, "challenge_open")
        log.open_seats({"small_seat": sorted(SMALL), "open_seat": sorted(set(OPEN) - {"N-12"})}, "W-2",
                       opens="2025-02-13T08:00:00Z", closes="2025-02-17T22:00:00Z")
        self.refused(log, "not_to_be_voted")
        log.say("challenge.ruled", log.keys("M10", "M12"), challenge="X-1", verdict="annulled", ground="x")
        log.open_seats({"small_seat": sorted(SMALL), "open_seat": sorted(set(OPEN) - {"N-12"})}, "W-2",
                       opens="2025-02-13T08:00:00Z", closes="2025-02-17T22:00:00Z")
        report = self.holds(log)
        self.assertFalse(report["elections"]["E-1"]["certified"])


class Other(Case):
    def test_no_other_vote_has_what_elections_have(self):
        self.changes(
            position,
            ("wrong_candidates", "vote.opened", {"vote": "W-2"}, put(candidates={})),
            ("unknown_thing", "vote.opened", {"vote": "W-2"}, put(candidates={}, election="E-1")),
            ("wrong_terms", "outcome.certified", {"vote": "W-2"}, put(terms=[])),
            ("wrong_tally", "tally.published", {"vote": "W-2"}, results(0, elected=[], stages=[])))

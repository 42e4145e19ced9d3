# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

Bodies: chairs, meetings, alternates, named places, members that change, seats in other bodies, lots. What
holds and what does not is written by hand after the page Bodies.
"""

import elections
from elections import ALL, FROM, STATED, YEAR, Electing, elective, row, stage, term
from make_log import MEMBERS, Sealer, digest_of, result
from test_decisions import Case
from test_elections import kept

# The committee by the founding: M01 to M03 small_seat, M04 and M05 frontline_seat, M06 to M09 open_seat.
NOW = "2025-01-13T08:00:00Z"


def changed(**sections):
    """The model statutes with other entries: section={name: terms}; a term that is None is left out."""
    policy = elective()
    for section, entries in sections.items():
        for name, terms in entries.items():
            policy[section].setdefault(name, {}).update(terms)
            policy[section][name] = {k: v for k, v in policy[section][name].items() if v is not None}
    return policy


class Bodies(Electing):
    """An alliance with what bodies take."""

    def meet(self, meeting, held, *present, body="steering", by=None):
        self.say("meeting.held", [self.registrar, self.member[by or present[0]]], meeting=meeting, body=body, held=held,
                 present=list(present))

    def vacate(self, party, meetings, seat="open_seat"):
        self.say("seat.vacated", [self.registrar, self.tellers[1]], seat=seat, party=party, ground="absent",
                 meetings=meetings)

    def rotate(self, start, *chairs, body="steering"):
        self.say("chair.rotated", [self.registrar, *self.keys(*chairs)], body=body, chairs=list(chairs),
                 **{"from": start})

    def name_alternate(self, seat, party, alternate):
        self.say("alternate.named", self.keys(party, alternate), seat=seat, party=party, alternate=alternate)


def founded(policy=None, stated=None):
    return Bodies().found(policy=policy or elective(), stated=stated or STATED).at(NOW)


class Members(Case):
    def test_new_facts(self):
        # M07 is not small by its budget; with a smaller one it votes on the small members' seats from then on.
        log = founded()
        log.say("party.updated", [log.registrar, log.member["M07"]], party="M07", facts={"budget_uah": "100"})
        log.at(elections.CALLED).call_election(small_seat=3)
        log.nominate("N-1", "small_seat", "M01", by="M07")
        log.at("2025-02-01T08:00:00Z").open_seats({"small_seat": ["N-1"]}, electorate=ALL[:6])
        self.refused(log, "wrong_electorate")
        log.open_seats({"small_seat": ["N-1"]}, electorate=ALL[:7])
        # It grows again: the open vote keeps its electorate.
        log.say("party.updated", [log.registrar, log.member["M07"]], party="M07", facts={"budget_uah": "9000000"})
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "small_seat", M07=["N-1"])
        log.at("2025-02-09T10:00:00Z").count("W-1", row("small_seat", "carried", 7, 1, {"N-1": 1}, ["N-1"], stage(
            "ranking", {"N-1": "1"}, "elected N-1")))
        self.holds(log)

    def test_a_count_looks_back_to_when_the_vote_opened(self):
        # UA-63 may have a third of nine seats, and M01, M04 and M05 sit for it. B is of it, too, and moves away after
        # the vote has opened: it is doomed all the same, and A guarded, the only one who can be elected.
        log = founded(elective(bodies={"steering": {"floors": None}}))
        log.at(elections.CALLED).call_election(open_seat=4)
        log.nominate("A", "open_seat", "M15")
        log.nominate("B", "open_seat", "M14")
        log.at("2025-02-01T08:00:00Z").open_seats({"open_seat": ["A", "B"]})
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "open_seat", M01=["B"], M02=["A", "B"])
        log.say("party.updated", [log.registrar, log.member["M14"]], party="M14", facts={"oblast": "UA-46"})
        log.at("2025-02-09T10:00:00Z").count("W-1", row("open_seat", "carried", 16, 2, {"A": 1, "B": 2}, ["A"], stage(
            "ranking", {"A": "1", "B": "2"}, "guarded A: at_most 0 oblast UA-63", "doomed B: at_most 0 oblast UA-63",
            "elected A")))
        self.holds(log)

    def test_false_facts(self):
        log = founded()
        for code, party, facts in (("unknown_party", "M99", {"oblast": "UA-30"}), ("unknown_fact", "M07", {}),
                                   ("unknown_fact", "M07", {"nominee_woman": "yes"}),
                                   ("unknown_fact", "M07", {"colour": "red"})):
            log.say("party.updated", [log.registrar, log.member["M07"]], party=party, facts=facts)
            self.refused(log, code)
        log.say("party.updated", [log.member["M07"]], party="M07", facts={"oblast": "UA-30"})
        self.refused(log, "wrong_signers")

    def test_a_merger(self):
        log = founded()
        paper = digest_of("merger")
        for code, party, into, signers in (
                ("unknown_party", "M99", "M07", ("M07",)), ("unknown_party", "M07", "M99", ("M07",)),
                ("may_not_propose", "M07", "M07", ("M07",)), ("wrong_signers", "M07", "M08", ("M07",))):
            log.say("party.merged", [log.registrar, *log.keys(*signers)], party=party, into=into, sha256=paper)
            self.refused(log, code)
        log.say("party.merged", [log.registrar, *log.keys("M07", "M08")], party="M07", into="M08", sha256=paper)
        report = self.holds(log)
        self.assertNotIn("M07", report["members"])
        self.assertIn(("M07", "2024-10-01T10:00:00Z", None, NOW), kept(report, "open_seat"))


class Meeting(Case):
    def test_three_meetings_missed(self):
        # M09 comes to none of the last three; M08 to the last one only.
        log = founded()
        for n, present in enumerate((["M01", "M09"], ["M01", "M02"], ["M01"], ["M01", "M08"])):
            log.at("2025-01-1%dT08:00:00Z" % (4 + n)).meet("S-%d" % n, "2025-01-1%dT07:00:00Z" % (4 + n), *present)
            if n == 2:
                log.vacate("M09", ["S-1", "S-2"])
                self.refused(log, "wrong_meetings")
        for party, meetings, code in (("M09", ["S-1", "S-2"], "wrong_meetings"), ("M09", [], "wrong_meetings"),
                                      ("M09", ["S-3", "S-2", "S-1"], "wrong_meetings"),
                                      ("M08", ["S-1", "S-2", "S-3"], "wrong_meetings"), ("M08", [], "wrong_meetings"),
                                      ("M10", ["S-1", "S-2", "S-3"], "not_a_holder")):
            log.vacate(party, meetings)
            self.refused(log, code)
        log.say("seat.vacated", log.keys("M09"), seat="open_seat", party="M09", ground="x",
                meetings=["S-1", "S-2", "S-3"])
        self.refused(log, "wrong_signers")
        log.vacate("M09", ["S-1", "S-2", "S-3"])
        report = self.holds(log)
        self.assertEqual(report["meetings"], {"steering": 4})
        self.assertIn(("M09", "2024-10-01T10:00:00Z", None, "2025-01-17T08:00:00Z"), kept(report, "open_seat"))

    def test_a_body_without_a_word_on_absence_takes_no_seat(self):
        log = founded()
        for n in range(3):
            log.meet("A-%d" % n, "2025-01-10T08:00:00Z", "M10", body="appeals")
        log.vacate("M12", ["A-0", "A-1", "A-2"], seat="appeal_seat")
        self.refused(log, "wrong_meetings")

    def test_false_meetings(self):
        log = founded()
        log.meet("S-1", "2025-01-10T08:00:00Z", "M01", "M02")
        for code, name, held, present, body in (
                ("thing_exists", "S-1", "2025-01-11T08:00:00Z", ["M01"], "steering"),
                ("unknown_thing", "S-2", "2025-01-11T08:00:00Z", ["M01"], "nobody"),
                ("received_in_future", "S-2", "2025-01-13T08:00:01Z", ["M01"], "steering"),
                ("wrong_window", "S-2", "2025-01-10T07:59:59Z", ["M01"], "steering"),
                ("not_a_holder", "S-2", "2025-01-11T08:00:00Z", ["M02", "M01"], "steering"),
                ("not_a_holder", "S-2", "2025-01-11T08:00:00Z", ["M01", "M10"], "steering"),
                # M10 is of the appeals, and everybody of the assembly.
                ("not_a_holder", "S-2", "2025-01-11T08:00:00Z", ["M01"], "appeals"),
                ("not_a_holder", "S-2", "2025-01-11T08:00:00Z", ["M01", "M99"], "assembly")):
            log.meet(name, held, *present, body=body, by="M01")
            self.refused(log, code)
        log.meet("S-2", "2025-01-11T08:00:00Z", by="M01")
        self.refused(log, "not_a_holder")
        log.meet("S-2", "2025-01-11T08:00:00Z", "M01", by="M02")
        self.refused(log, "wrong_signers")
        log.meet("S-2", "2025-01-10T08:00:00Z", "M01", "M02", by="M02")
        log.meet("A-1", "2025-01-09T08:00:00Z", "M10", body="assembly")
        self.assertEqual(self.holds(log)["meetings"], {"steering": 2, "assembly": 1})


class Chair(Case):
    def test_the_rota_of_the_committee(self):
        # The first turn: nobody was chair, so the order of seats, then names: M01. Half a year, P6M from 1 February
        # 00:00 in Kyiv, is over on 1 August there.
        log = founded()
        log.rotate("2025-01-13T07:59:59Z", "M01")
        self.refused(log, "wrong_window")
        log.rotate("2025-01-31T22:00:00Z", "M02")
        self.refused(log, "wrong_chair")
        log.rotate("2025-01-31T22:00:00Z", "M01", body="appeals")
        self.refused(log, "no_rota")
        log.say("chair.declined", log.keys("M10"), body="appeals")
        self.refused(log, "no_rota")
        log.rotate("2025-01-31T22:00:00Z", "M01")
        # Every second chair is of a small seat; M01 was the last one, so that M02 to M09 are next, M02 first. It and
        # M03 decline.
        log.at("2025-06-01T08:00:00Z")
        for m in ("M02", "M03"):
            log.say("chair.declined", log.keys(m), body="steering")
        log.say("chair.declined", log.keys("M10"), body="steering")
        self.refused(log, "not_a_holder")
        log.rotate("2025-07-31T20:59:59Z", "M04")
        self.refused(log, "too_early")
        log.say("chair.rotated", [log.registrar], body="steering", chairs=["M04"], **{"from": "2025-07-31T21:00:00Z"})
        self.refused(log, "wrong_signers")
        log.rotate("2025-07-31T21:00:00Z", "M04")
        log.at("2025-08-01T08:00:00Z").rotate("2025-07-31T21:00:00Z", "M02")
        self.refused(log, "wrong_window")
        # M04 has no small seat: the next must. M02 declines again and is passed over once more: M03.
        log.say("chair.declined", log.keys("M02"), body="steering")
        # M04 gives up its seat, so that its turn need not be over.
        log.rotate("2025-09-01T08:00:00Z", "M03")
        self.refused(log, "too_early")
        log.say("seat.vacated", log.keys("M04"), seat="frontline_seat", party="M04", ground="x")
        log.rotate("2025-09-01T08:00:00Z", "M03")
        report = self.holds(log)
        self.assertEqual(report["chairs"]["steering"], [
            {"from": "2025-01-31T22:00:00Z", "chairs": ["M01"]}, {"from": "2025-07-31T21:00:00Z", "chairs": ["M04"]},
            {"from": "2025-09-01T08:00:00Z", "chairs": ["M03"]}])
        # All who were not chairs yet come before M01.
        log.at("2026-03-01T08:00:00Z").rotate("2026-03-01T08:00:00Z", "M02")
        self.holds(log)

    def test_where_all_decline_they_are_let_in_again(self):
        # Of the small seats, which are due, M02 and M03 decline; the last chair, M04, is none of them: M01 was chair,
        # M02 was not.
        log = founded()
        log.rotate("2025-01-13T08:00:00Z", "M01")
        for m in ("M02", "M03"):
            log.say("chair.declined", log.keys(m), body="steering")
        log.at("2025-07-13T08:00:00Z").rotate("2025-07-13T08:00:00Z", "M04")
        for m in ("M01", "M02", "M03"):
            log.say("chair.declined", log.keys(m), body="steering")
        log.at("2026-01-13T08:00:00Z").rotate("2026-01-13T08:00:00Z", "M02")
        self.holds(log)

    def test_two_chairs(self):
        # One of the open seats, one of the front line's; both once, then the others.
        log = founded(changed(bodies={"steering": {
            "chair": {"rotates": "P1M", "co_chairs": ["open_seat", "frontline_seat"]}}}))
        log.rotate(NOW, "M04", "M06")
        self.refused(log, "wrong_chair")
        log.rotate(NOW, "M06", "M04")
        log.at("2025-02-13T08:00:00Z").rotate("2025-02-13T08:00:00Z", "M07", "M05")
        log.at("2025-03-13T08:00:00Z").rotate("2025-03-13T08:00:00Z", "M08", "M04")
        # M04 leaves the body: the turn is over, and M05, though last but one, is the only one left of its class.
        log.say("seat.vacated", log.keys("M04"), seat="frontline_seat", party="M04", ground="x")
        log.rotate("2025-03-13T08:00:00Z", "M09", "M05")
        self.holds(log)

    def test_the_rota_of_a_roll(self):
        log = founded(changed(bodies={"assembly": {"chair": {"rotates": "P1M"}}}))
        log.say("chair.declined", log.keys("M01"), body="assembly")
        log.rotate(NOW, "M02", body="assembly")
        log.at("2025-02-13T08:00:00Z").rotate("2025-02-13T08:00:00Z", "M01", body="assembly")
        self.holds(log)


class Alternate(Case):
    """M10 to M16 hold no seat of the committee."""

    POLICY = changed(seats={"open_seat": {"alternate": "true"}}, rules={"steering_majority": {
        "recused_seat": "alternate"}})

    def test_naming(self):
        log = founded(self.POLICY)
        for code, seat, party, alternate in (
                ("unknown_seat", "throne", "M06", "M16"), ("no_alternates", "small_seat", "M01", "M16"),
                ("not_a_holder", "open_seat", "M01", "M16"), ("unknown_party", "open_seat", "M06", "M99"),
                ("unknown_party", "open_seat", "M06", "M06"), ("too_many_holders", "open_seat", "M06", "M01")):
            log.say("alternate.named", {log.member[party], log.member.get(alternate, log.registrar)}, seat=seat,
                    party=party, alternate=alternate)
            self.refused(log, code)
        log.say("alternate.named", log.keys("M06"), seat="open_seat", party="M06", alternate="M16")
        self.refused(log, "wrong_signers")
        log.name_alternate("open_seat", "M06", "M16")
        log.name_alternate("open_seat", "M07", "M16")
        self.refused(log, "too_many_holders")
        log.name_alternate("open_seat", "M06", "M15")
        log.name_alternate("open_seat", "M07", "M16")
        self.assertEqual(self.holds(log)["alternates"], [
            {"seat": "open_seat", "party": "M06", "alternate": "M15"},
            {"seat": "open_seat", "party": "M07", "alternate": "M16"}])

    def test_one_that_may_not_hold_the_seat(self):
        policy = changed(seats={"open_seat": {"alternate": "true", "holder": "small"}})
        log = founded(policy)
        log.name_alternate("open_seat", "M06", "M16")
        self.refused(log, "not_a_holder")

    def test_an_alternate_is_present(self):
        log = founded(self.POLICY)
        log.name_alternate("open_seat", "M09", "M16")
        log.meet("S-0", NOW, "M01", "M16")
        log.meet("S-1", NOW, "M01", "M15")
        self.refused(log, "not_a_holder")
        for n in (1, 2):
            log.meet("S-%d" % n, NOW, "M01")
        log.vacate("M09", ["S-0", "S-1", "S-2"])
        self.refused(log, "wrong_meetings")
        log.meet("S-3", NOW, "M01")
        log.vacate("M09", ["S-1", "S-2", "S-3"])
        self.assertEqual(self.holds(log)["alternates"], [])

    # Rules of the committee's without notice: five days from 13 January are over on the 18th at midnight in Kyiv.
    TERMS = {"ballot": "yes_no", "electors": "steering", "pass": "yes > 1/2 of cast", "window": "consent_5d",
             "recuse": ["family"], "recused_seat": "alternate"}

    def under(self, **terms):
        """The same matter under a rule of its own, open for ballots."""
        policy = changed(seats={"open_seat": {"alternate": "true"}}, rules={"own": dict(self.TERMS, **terms)},
                         matters={"routine": {"rule": "own"}})
        log = self.related(policy)
        log.sealers = [Sealer(key.name) for key in sorted(log.tellers, key=lambda key: key.name)]
        tellers = [{"key": key.name, "recipient": sealer.recipient} for key, sealer in zip(
            sorted(log.tellers, key=lambda key: key.name), log.sealers)]
        sealed = "secrecy" in terms
        log.open("W-1", ["P-1"], "routine", "own", NOW, "2025-01-17T22:00:00Z", log.tellers if sealed else (),
                 electorate=ALL[:9], **({"tellers": tellers} if sealed else {}))
        return log.at("2025-01-14T08:00:00Z")

    def related(self, policy):
        """A routine matter of the committee about M10, with whom M06 and M07 are a family; each has an alternate."""
        log = founded(policy)
        log.name_alternate("open_seat", "M06", "M15")
        log.name_alternate("open_seat", "M07", "M16")
        log.name_alternate("open_seat", "M08", "M14")
        for m in ("M06", "M07", "M16"):
            log.say("relation.declared", log.keys(m), kind="family", **{"from": m, "to": "M10"})
        log.propose("P-1", "routine", "M01", about="M10")
        log.freeze("P-1")
        return log

    def proposed(self):
        log = self.related(self.POLICY)
        log.open("W-1", ["P-1"], "routine", "steering_majority", "2025-01-16T08:00:00Z", "2025-01-20T22:00:00Z",
                 electorate=ALL[:9])
        return log.at("2025-01-17T08:00:00Z")

    def test_it_stands_in(self):
        # M15 votes in M06's place; M16 is of the family itself; M14's holder is not recused.
        log = self.proposed()
        log.cast("W-1", "P-1", yes=["M06"])
        self.refused(log, "recused")
        for m in ("M14", "M16", "M13"):
            log.cast("W-1", "P-1", yes=[m])
            self.refused(log, "not_an_elector")
        log.ballot("M14", "W-1", log.vote, {"P-9": "yes"})
        self.refused(log, "unknown_choice")
        log.ballot("M15", "W-1", log.vote, {"P-1": "consent"})
        self.refused(log, "not_on_ballot")
        log.cast("W-1", "P-1", yes=["M01", "M02", "M15"], no=["M03", "M04"])
        # Nine seats less M07's, for whom nobody stands in; five of them took part, at least half of nine.
        log.at("2025-01-21T10:00:00Z").count("W-1", result("P-1", "carried", 8, yes=3, no=2, abstain=0))
        self.holds(log)

    def test_conflicts(self):
        # M08 declares a conflict, so that M14 stands in; M15 declares its own, and nobody stands in for M06.
        log = self.proposed()
        log.cast("W-1", "P-1", yes=["M01", "M08", "M15"], no=["M03", "M04"])
        log.say("conflict.declared", log.keys("M08"), vote="W-1", item="P-1")
        log.cast("W-1", "P-1", no=["M14"])
        log.say("conflict.declared", log.keys("M15"), vote="W-1", item="P-1")
        log.cast("W-1", "P-1", no=["M15"])
        self.refused(log, "not_an_elector")
        # Nine less M06 and M07. M08's own ballot does not count, M14's does: 1 yes, 3 no; 4 of 9 seats are too few.
        log.at("2025-01-21T10:00:00Z").count("W-1", result("P-1", "inquorate", 7, yes=1, no=3, abstain=0))
        self.holds(log)

    def test_sealed_ballots(self):
        log, left_out = self.under(secrecy="sealed"), []
        for m, reason in (("M01", None), ("M15", None), ("M06", "recused"), ("M14", "not_an_elector")):
            log.sealed(m, "W-1", {"P-1": "yes"})
            left_out += [{"ballot": log.entries[-1][1]["id"], "reason": reason}] if reason else []
        log.at("2025-01-18T10:00:00Z")
        for key, sealer in zip(sorted(log.tellers, key=lambda key: key.name), log.sealers):
            log.say("seal.opened", [key], vote="W-1", identity=sealer.identity)
        log.count("W-1", result("P-1", "carried", 8, yes=2, no=0, abstain=0), excluded=left_out)
        self.holds(log)

    def test_its_ballot_taken_back_and_its_block(self):
        # M12 and M13 of the appeals set M15's block aside.
        log = self.under(ballot="consent", block={"reason": "required", "tested_by": "appeals"}, **{"pass": "block <= 0"})
        reason = {"P-1": {"text": "проти"}}
        log.ballot("M15", "W-1", log.vote, {"P-1": "block"}, reasons=reason)
        log.say("ballot.revoked", log.keys("M15"), vote="W-1")
        ruling = dict(vote="W-1", item="P-1", party="M15", verdict="set_aside", ground="x")
        log.say("block.tested", log.keys("M12", "M13"), **ruling)
        self.refused(log, "no_such_block")
        log.ballot("M15", "W-1", log.vote, {"P-1": "block"}, reasons=reason)
        log.say("block.tested", log.keys("M12"), **ruling)
        self.refused(log, "wrong_signers")
        log.say("block.tested", log.keys("M12", "M13"), **ruling)
        log.cast("W-1", "P-1", consent=["M01", "M02"])
        log.at("2025-01-18T10:00:00Z").count("W-1", result("P-1", "carried", 8, consent=2, stand_aside=1, block=0))
        self.holds(log)

    def test_proxies_neither_reach_it_nor_come_from_it(self):
        # M01's proxy to M06, who is recused, says nothing, nor does M06's to M02.
        log = self.under(proxies={"at_most": "2"})
        for giver, to in (("M15", "M02"), ("M02", "M15")):
            log.say("proxy.given", log.keys(giver), vote="W-1", to=to)
            self.refused(log, "not_an_elector")
        log.say("proxy.given", log.keys("M01"), vote="W-1", to="M06")
        log.cast("W-1", "P-1", yes=["M02", "M15"], no=["M03"])
        log.at("2025-01-18T10:00:00Z").count("W-1", result("P-1", "carried", 8, yes=2, no=1, abstain=0))
        self.holds(log)
        log = self.under(proxies={"at_most": "2"})
        log.say("proxy.given", log.keys("M06"), vote="W-1", to="M02")
        log.cast("W-1", "P-1", yes=["M02"], no=["M15", "M03"])
        log.at("2025-01-18T10:00:00Z").count("W-1", result("P-1", "lost", 8, yes=1, no=2, abstain=0))
        self.holds(log)

    def test_it_is_one_for_the_whole_vote(self):
        # Neither another naming nor the end of the holder's term puts another alternate in M15's place; who leaves has
        # none: of the eight, M06 is gone and nobody stands in.
        log = self.under()
        log.cast("W-1", "P-1", yes=["M01", "M15"], no=["M03"])
        log.name_alternate("open_seat", "M06", "M13")
        log.cast("W-1", "P-1", yes=["M13"])
        self.refused(log, "not_an_elector")
        log.say("seat.vacated", log.keys("M06"), seat="open_seat", party="M06", ground="x")
        log.cast("W-1", "P-1", no=["M15"])
        log.at("2025-01-18T10:00:00Z").count("W-1", result("P-1", "lost", 8, yes=1, no=2, abstain=0))
        self.holds(log)
        log.entries, log.commits = log.entries[:-1], log.commits[:-1]
        left = log.entries[-1][1]["id"]
        log.at("2025-01-17T21:59:59Z").say("member.resigned", log.keys("M15"), member="M15")
        excluded = [{"ballot": e[1]["id"], "reason": "left"} for e in log.entries
                    if e[1]["type"] == "ballot.cast" and log.member["M15"] in e[2]]
        self.assertEqual((len(excluded), excluded[-1]["ballot"]), (2, left))
        log.at("2025-01-18T10:00:00Z").count(
            "W-1", result("P-1", "lost", 7, yes=1, no=1, abstain=0), excluded=excluded)
        self.holds(log)

    def test_a_suspended_one_is_none(self):
        log = self.related(changed(seats={"open_seat": {"alternate": "true"}}, rules={"own": self.TERMS}, matters={
            "routine": {"rule": "own"}, "suspension": {"rule": "own", "hearing": None, "ratify": None}}))
        log.propose("P-2", "suspension", "M01", about="M15")
        log.freeze("P-2")
        log.open("W-2", ["P-2"], "suspension", "own", NOW, "2025-01-17T22:00:00Z", electorate=ALL[:9])
        log.at("2025-01-14T08:00:00Z").cast("W-2", "P-2", yes=["M01"])
        log.at("2025-01-18T10:00:00Z").count("W-2", result("P-2", "carried", 9, yes=1, no=0, abstain=0))
        log.certify("W-2", P_2="carried")
        # Without M15 nobody stands in for M06 nor M07. Five days from the 18th are over on the 23rd at midnight.
        log.open("W-1", ["P-1"], "routine", "own", "2025-01-18T10:00:00Z", "2025-01-22T22:00:00Z", electorate=ALL[:9])
        log.cast("W-1", "P-1", yes=["M15"])
        self.refused(log, "not_an_elector")
        log.at("2025-01-23T10:00:00Z").count("W-1", result("P-1", "lost", 7, yes=0, no=0, abstain=0))
        self.holds(log)


class Named(Case):
    # One of the four open seats is free after M09 gave up its own; the electors are the sixteen members.
    POLICY = changed(seats={"open_seat": {"vacancy": "named"}})
    UNTIL = "2026-01-12T22:00:00Z"  # twelve months from 13 January, in Kyiv

    def free(self, policy=None, **stated):
        log = founded(policy or self.POLICY, dict(STATED, **stated))
        log.say("seat.vacated", log.keys("M09"), seat="open_seat", party="M09", ground="x")
        return log

    def name(self, log, party="M16", seat="open_seat", until=UNTIL, by=MEMBERS[:9]):
        log.say("seat.named", {log.registrar, log.member.get(party, log.registrar), *log.keys(*by)}, seat=seat,
                party=party, until=until)

    def test_it_holds(self):
        log = self.free()
        self.name(log, by=MEMBERS[:7])
        self.refused(log, "wrong_signers")
        self.name(log, by=MEMBERS[:8])
        self.assertIn(("M16", NOW, self.UNTIL, None), kept(self.holds(log), "open_seat"))
        self.name(log, "M15")
        self.refused(log, "no_vacancy")

    def test_what_is_refused(self):
        log = self.free()
        for code, changes in (
                ("unknown_seat", {"seat": "throne"}), ("no_vacancy", {"seat": "small_seat"}),
                ("unknown_party", {"party": "M99"}), ("too_many_holders", {"party": "M01"}),
                ("incompatible_office", {"party": "M10"}), ("wrong_terms", {"until": YEAR})):
            self.name(log, **changes)
            self.refused(log, code)
        # A cap: one of a family. M06 sits and is M16's family.
        log.say("relation.declared", log.keys("M06"), kind="family", **{"from": "M06", "to": "M16"})
        self.name(log)
        self.refused(log, "cap_broken")
        self.name(log, "M15")
        self.holds(log)

    def test_who_may_not_hold_it(self):
        log = self.free(changed(seats={"open_seat": {"vacancy": "named", "holder": "small"}}))
        self.name(log)
        self.refused(log, "not_a_holder")

    def test_who_rests(self):
        # M16 is named, gives the seat up after more than half of its term, and has to rest for a year.
        log = self.free(changed(seats={"open_seat": {"vacancy": "named", "max_terms": "1"}}))
        self.name(log)
        log.at("2025-08-01T08:00:00Z").say("seat.vacated", log.keys("M16"), seat="open_seat", party="M16", ground="x")
        self.name(log, until="2026-07-31T21:00:00Z")
        self.refused(log, "resting")


class Elsewhere(Case):
    POLICY = changed(rolls={"big_members": {"of": "members", "where": "not small"}}, mandates={
        "external_seat": {"pairs": ["small_members", "big_members"]},
        "other_seat": {"from": "election", "term": "P6M", "per": "oblast"},
        "third_seat": {"from": "election", "term": "P6M"}})

    def elected(self):
        """Two seats in another body: M07 and M08 have the most, M01 is the first of the small members."""
        log = founded(self.POLICY)
        for code, places in (("unknown_seat", {"external_seat": 2, "open_seat": 4}),
                             ("unknown_seat", {"other_seat": 2}), ("unknown_seat", {"spokesperson": 1}),
                             ("wrong_places", {"external_seat": 0}), ("wrong_places", {"external_seat": 10})):
            log.call_election(**places)
            self.refused(log, code)
        log.call_election(external_seat=2, third_seat=1)
        log.nominate("A", "external_seat", "M07", by="M01")
        log.nominate("B", "external_seat", "M08")
        log.nominate("C", "external_seat", "M01")
        log.nominate("D", "third_seat", "M07")
        log.nominate("E", "third_seat", "M09")
        candidates = {"external_seat": ["A", "B", "C"], "third_seat": ["D", "E"]}
        log.at("2025-02-01T08:00:00Z").open_seats(candidates)
        log.at("2025-02-05T08:00:00Z").ballots("W-1", "external_seat", M01=["A", "B"], M02=["A", "B", "C"], M03=["A"])
        log.ballots("W-1", "third_seat", M04=["D"], M05=["D", "E"])
        # One of two for the small members: C is the only one of them and guarded, and after A nobody else is possible.
        # M07, elected to the first, does not stand for the other seat any more.
        log.at("2025-02-09T10:00:00Z").count(
            "W-1", row("external_seat", "carried", 16, 3, {"A": 3, "B": 2, "C": 1}, ["A", "C"], stage(
                "ranking", {"A": "3", "B": "2", "C": "1"}, "guarded C: at_least 1 small_members", "elected A",
                "doomed B: at_least 1 small_members", "elected C")),
            row("third_seat", "carried", 16, 2, {"D": 2, "E": 1}, ["E"], stage("ranking", {"E": "1"}, "elected E")))
        return log.at("2025-02-10T10:00:00Z")

    def certified(self):
        log = self.elected()
        outcomes = {"external_seat": "carried", "third_seat": "carried"}
        log.certify_seats("W-1", outcomes, term("external_seat", "M07", FROM, YEAR))
        self.refused(log, "wrong_terms")
        log.certify_seats("W-1", outcomes)
        return log

    def grant(self, log, mandate="E-1", holder="M07", alternate=None, signers=None, **more):
        fields = dict(vote="W-1", kind="external_seat", scope="the humanitarian team", until="2026-02-09T22:00:00Z",
                      occasions=[{"occasion": "O-1", "on": "2025-03-01T08:00:00Z"},
                                 {"occasion": "O-2", "on": "2025-04-01T08:00:00Z"}])
        fields.update({"alternate": alternate} if alternate else {})
        also = signers or ([alternate] if alternate else [])
        log.say("mandate.granted", [log.registrar, log.tellers[1], *log.keys(*also)],
                mandate=mandate, holder=holder, **dict(fields, **more))

    def test_before_the_certificate_nobody_has_a_mandate(self):
        log = self.elected()
        self.grant(log)
        self.refused(log, "not_elected")

    def test_granting(self):
        log = self.certified()
        for code, changes in (
                ("unknown_vote", {"vote": "W-9"}), ("not_elected", {"holder": "M08"}),
                ("not_elected", {"kind": "throne"}),
                ("not_elected", {"kind": "third_seat", "holder": "M01"}),
                ("unknown_party", {"alternate": "M99", "signers": ["M16"]}), ("unknown_party", {"alternate": "M07"}),
                ("no_alternates", {"kind": "third_seat", "holder": "M09", "alternate": "M16"}),
                # Twelve months from 10 February are over on 10 February at midnight in Kyiv.
                ("mandate_too_long", {"until": "2026-02-09T22:00:01Z"}),
                ("too_early", {"until": "2025-02-10T10:00:00Z"}),
                ("wrong_signers", {"alternate": "M16", "signers": ["M15"]})):
            self.grant(log, **changes)
            self.refused(log, code)
        self.grant(log, alternate="M16")
        self.grant(log, mandate="E-2", alternate="M16")
        self.refused(log, "not_elected")
        self.grant(log)
        self.refused(log, "thing_exists")
        self.grant(log, mandate="E-2", holder="M01")
        self.grant(log, mandate="E-3", kind="third_seat", holder="M09", until="2025-08-09T21:00:00Z")
        self.holds(log)

    def test_stepping_aside(self):
        log = self.certified()
        self.grant(log, alternate="M16")

        def step(party, occasion, mandate="E-1"):
            log.say("mandate.recused", log.keys(party), mandate=mandate, occasion=occasion)

        def report(party, occasion):
            log.say("mandate.reported", log.keys(party), mandate="E-1", occasion=occasion, sha256=digest_of(occasion))

        step("M07", "O-9")
        self.refused(log, "not_an_occasion")
        step("M07", "O-1", "E-9")
        self.refused(log, "unknown_thing")
        step("M08", "O-1")
        self.refused(log, "wrong_signers")
        step("M07", "O-1")
        step("M07", "O-1")
        self.refused(log, "not_an_occasion")
        log.at("2025-04-02T08:00:00Z")
        report("M07", "O-1")
        self.refused(log, "wrong_signers")
        report("M16", "O-1")
        step("M16", "O-1")
        self.refused(log, "not_an_occasion")
        for party in ("M07", "M16"):
            step(party, "O-2")
        report("M16", "O-2")
        self.refused(log, "not_an_occasion")
        log.at("2026-02-09T22:00:00Z")
        step("M07", "O-2")
        self.refused(log, "no_mandate")
        self.holds(log)

    def test_instructions(self):
        log = self.certified()
        self.grant(log)
        log.propose("P-1", "routine", "M01")

        def instruct(mandate="E-1", proposal="P-1", signers=(log.registrar, log.tellers[1])):
            log.say("mandate.instructed", signers, mandate=mandate, proposal=proposal)

        instruct()
        self.refused(log, "not_adopted")
        log.freeze("P-1")
        log.open("W-2", ["P-1"], "routine", "steering_majority", "2025-02-13T08:00:00Z", "2025-02-17T22:00:00Z",
                 electorate=ALL[:9])
        log.at("2025-02-14T08:00:00Z").cast("W-2", "P-1", yes=MEMBERS[:5])
        log.at("2025-02-18T10:00:00Z").count("W-2", result("P-1", "carried", 9, yes=5, no=0, abstain=0))
        log.certify("W-2", P_1="carried")
        instruct(mandate="E-9")
        self.refused(log, "unknown_thing")
        instruct(signers=[log.registrar])
        self.refused(log, "wrong_signers")
        instruct()
        instruct()
        self.refused(log, "thing_exists")
        self.holds(log)


class Lot(Case):
    # RFC 3797, section 6: three sources, of 25 names these ten in this order.
    VALUES = [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]
    NAMES = ["John", "Mary", "Bashful", "Dopey", "Sleepy", "Grouchy", "Doc", "Sneazy", "Handsome", "Cassandra",
             "Pollyanna", "Pendragon", "Pandora", "Faith", "Hope", "Charity", "Lee", "Longsuffering", "Chastity",
             "Smith", "Pride", "Sloth", "Envy", "Anger", "Kasczynski"]
    DRAWN = ["Lee", "Doc", "Mary", "Charity", "Kasczynski", "Envy", "Sneazy", "Anger", "Chastity", "Pandora"]

    def announce(self, log, lot="L-1", **changes):
        fields = dict(title="Жереб", among=self.NAMES, places=10, sources=["a", "b", "c"],
                      draws="2025-01-14T08:00:00Z")
        log.say("lot.announced", [log.registrar, log.tellers[1]], lot=lot, **dict(fields, **changes))

    def draw(self, log, lot="L-1", signers=None, **changes):
        log.say("lot.drawn", signers or [log.registrar, log.tellers[1]], lot=lot,
                **dict(dict(values=self.VALUES, drawn=self.DRAWN), **changes))

    def test_the_example_of_the_rfc(self):
        log = founded()
        self.announce(log)
        self.draw(log)
        self.refused(log, "too_early")
        log.at("2025-01-14T08:00:00Z")
        for code, changes in (
                ("unknown_thing", {"lot": "L-2"}), ("wrong_draw", {"drawn": self.DRAWN[:9]}),
                ("wrong_draw", {"drawn": sorted(self.DRAWN)}), ("wrong_draw", {"values": self.VALUES[:2]}),
                ("wrong_draw", {"values": self.VALUES[::-1]}), ("malformed", {"values": [[], [], []]}),
                ("wrong_signers", {"signers": [log.registrar]})):
            self.draw(log, **changes)
            self.refused(log, code)
        self.draw(log)
        self.draw(log)
        self.refused(log, "thing_exists")
        self.assertEqual(self.holds(log)["lots"], {"L-1": {"places": 10, "drawn": self.DRAWN}})

    def test_false_announcements(self):
        log = founded()
        self.announce(log)
        for code, changes in (
                ("thing_exists", {}), ("wrong_places", {"lot": "L-2", "places": 25}),
                ("wrong_places", {"lot": "L-2", "places": 0}), ("wrong_window", {"lot": "L-2", "draws": NOW}),
                ("malformed", {"lot": "L-2", "among": ["John"]}),
                ("malformed", {"lot": "L-2", "among": ["John", "John"]}),
                ("malformed", {"lot": "L-2", "among": ["John", "é" * 33]}),
                ("malformed", {"lot": "L-2", "sources": []})):
            self.announce(log, **changes)
            self.refused(log, code)

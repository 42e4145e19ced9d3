# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

Decisions: proposals, votes of every rule, outcomes and what follows. What holds and what does not is
written by hand after the page Decisions.
"""

import base64
import copy
import functools
import os
import shutil
import subprocess
import tempfile
import unittest
from unittest import mock

import make_log
from make_log import FIRST, MEMBERS, THIRD, Alliance, Key, Sealer, amended, digest_of, result
from verifier import age, ed25519, notes
from verifier.errors import Malformed
from verifier.log import check
from verifier.report import as_json, as_text


@functools.lru_cache(None)
def made(maker):
    return maker()


def fresh(maker):
    """A copy of a story whose statements may be changed."""
    log = copy.copy(made(maker))
    log.entries = [[at, copy.deepcopy(statement), list(signers)] for at, statement, signers in log.entries]
    return log


def put(**fields):
    return lambda entry: entry[1].update(fields)


def drop(name):
    return lambda entry: entry[1].pop(name)


def signers(*more, drop=0):
    return lambda entry: entry.__setitem__(2, entry[2][drop:] + list(more))


def at(time):
    return lambda entry: entry.__setitem__(0, time)


def row(**changes):
    """Changes the first row of a tally."""
    return lambda entry: entry[1]["results"][0].update(changes)


class Case(unittest.TestCase):
    def setUp(self):
        patch = mock.patch.object(ed25519, "is_signed", functools.lru_cache(None)(ed25519.is_signed))
        patch.start()
        self.addCleanup(patch.stop)

    def holds(self, log):
        state, broken = check(log.bytes())
        self.assertIsNone(broken and (broken.entry, broken.reason, broken.message))
        self.assertTrue(as_text(state, None).endswith("\nOK"))
        return as_json(state, None)

    def refused(self, log, code):
        """The last statement is refused with this code; it is taken back."""
        _, broken = check(log.bytes())
        self.assertEqual((broken and broken.reason, broken and broken.entry), (code, len(log.entries) - 1),
                         broken and broken.message)
        log.entries.pop()
        log.commits.pop()

    def changes(self, maker, *rows):
        """Each row: the code with which a statement of the story is refused, and how it is changed."""
        for code, type_, fields, change in rows:
            with self.subTest(code=code, type=type_, **fields):
                log = fresh(maker)
                index = next(i for i, (_, s, _) in enumerate(log.entries) if s["type"] == type_ and all(
                    s.get(name) == value for name, value in fields.items()))
                change(log.entries[index])
                log.entries, log.commits = log.entries[:index + 1], log.commits[:index + 1]
                _, broken = check(log.bytes())
                self.assertIsNotNone(broken, "it holds")
                self.assertEqual((broken.reason, broken.entry), (code, index), broken.message)


class Age(unittest.TestCase):
    def test_keys(self):
        identity = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"  # 32 times 0x42
        self.assertEqual(age.decode_bech32(identity, "AGE-SECRET-KEY-"), b"\x42" * 32)
        sealer = Sealer("somebody")
        self.assertEqual(age.decode_bech32(sealer.identity, "AGE-SECRET-KEY-"), sealer.secret)
        self.assertEqual(age.decode_bech32(sealer.recipient, "age"), sealer.public)
        for text in (identity.lower(), identity[:-1] + "Q", identity[:-1], "age1", "", sealer.recipient.upper(),
                     identity.replace("GFPY", "gfpy", 1)):
            for prefix in ("AGE-SECRET-KEY-", "age"):
                with self.assertRaises(Malformed, msg=text):
                    age.decode_bech32(text, prefix)

    @unittest.skipUnless(shutil.which("age"), "age is not installed")
    def test_what_age_writes_and_reads(self):
        sealer = Sealer("somebody")
        for size in (0, 1, 128, 5000, 65536, 70000):
            plain = bytes(size)
            sealed = subprocess.run(["age", "-r", sealer.recipient], input=plain, stdout=subprocess.PIPE, check=True)
            self.assertEqual(age.open_age(sealed.stdout, sealer.secret), plain)
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(sealer.identity + "\n")
            file.flush()
            sealed = make_log.encrypt(b"what was said", sealer)
            opened = subprocess.run(["age", "-d", "-i", file.name], input=sealed, stdout=subprocess.PIPE, check=True)
        self.assertEqual(opened.stdout, b"what was said")


class Position(Case):
    def test_it_holds(self):
        report = self.holds(made(make_log.position))
        self.assertEqual(report["proposals"], {"P-1": "adopted"})
        self.assertEqual([vote["P-1"] for name, vote in report["decisions"].items() if name != "W-1"],
                         ["blocked", "blocked", "carried"])
        self.assertEqual(report["votes"]["W-4"]["P-1"], {
            "electors": 16, "ballots": 16, "counts": {"yes": 12, "no": 3, "abstain": 1}, "blocs": {}, "outcome": "carried"})
        self.assertEqual((report["statutes_version"], report["suspended"]), (1, []))
        text = as_text(*check(made(make_log.position).bytes()))
        for part in ("1 proposal, 4 votes", "vote W-4: 1 of 1 carried", "yes 12, no 3, abstain 1, of 16", "proposal P-1: adopted",
                     "consent 14, stand_aside 1, block 1"):
            self.assertIn(part, text)

    def test_one_no_more_and_three_no_more(self):
        for yes, no, outcome in ((11, 4, "carried"), (10, 5, "carried"), (9, 6, "lost")):
            log = fresh(make_log.position)
            for entry in [e for e in log.entries if e[1].get("vote") == "W-4" and e[1]["type"] == "ballot.cast"][yes:12]:
                entry[1]["choices"] = {"P-1": "no"}
            log.entries[-2][1]["results"] = [result("P-1", outcome, yes=yes, no=no, abstain=1)]
            log.entries[-1][1]["outcomes"] = {"P-1": outcome}
            self.assertEqual(self.holds(log)["proposals"], {"P-1": "adopted" if outcome == "carried" else "lost"})

    def test_what_is_refused(self):
        log = made(make_log.position)
        reasons = {"P-1": {"text": "because"}}
        self.changes(
            make_log.position,
            ("unknown_matter", "proposal.submitted", {}, put(matter="election")),
            ("may_not_propose", "proposal.submitted", {}, signers(log.registrar, drop=1)),
            ("may_not_propose", "proposal.submitted", {}, lambda e: (e[1].update(matter="plan"), signers(
                log.member["M10"], drop=1)(e))),
            ("wrong_language", "proposal.submitted", {}, put(texts={"en": FIRST})),
            ("wrong_language", "proposal.submitted", {}, put(title={"uk": "Н", "fr": "T"})),
            ("not_on_ballot", "proposal.submitted", {}, put(options={"a": {"uk": "А"}, "b": {"uk": "Б"}})),
            ("not_on_ballot", "proposal.submitted", {}, put(statutes=FIRST)),
            ("unknown_party", "proposal.submitted", {}, put(about="M99")),
            ("name_taken", "proposal.submitted", {}, put(proposal="M03")),
            ("may_not_propose", "proposal.seconded", {}, signers(log.member["M04"], drop=1)),
            ("unknown_thing", "proposal.seconded", {}, put(proposal="P-9")),
            ("name_taken", "amendment.proposed", {"amendment": "Z-2"}, put(amendment="Z-1")),
            ("wrong_signers", "amendment.accepted", {}, signers(log.member["M08"], drop=1)),
            ("unknown_thing", "amendment.accepted", {}, put(amendment="Z-3")),
            ("other_text", "text.frozen", {}, put(texts={"uk": FIRST})),
            ("not_to_be_voted", "vote.opened", {"vote": "W-2"}, put(items=["P-9"])),
            ("not_to_be_voted", "vote.opened", {"vote": "W-2"}, put(items=["Z-2"])),
            ("unknown_matter", "vote.opened", {"vote": "W-2"}, put(matter="plan")),
            ("wrong_round", "vote.opened", {"vote": "W-2"}, put(round=2)),
            ("wrong_round", "vote.opened", {"vote": "W-2"}, put(rule="two_thirds")),
            ("notice_too_short", "vote.opened", {"vote": "W-2"}, put(opens="2025-03-10T09:59:59Z")),
            ("wrong_window", "vote.opened", {"vote": "W-2"}, put(closes="2025-03-14T21:00:00Z")),
            ("wrong_electorate", "vote.opened", {"vote": "W-2"}, put(electorate=[[m] for m in MEMBERS + ["M17"]])),
            ("wrong_electorate", "vote.opened", {"vote": "W-2"}, put(electorate=[[m] for m in MEMBERS[1:]])),
            ("wrong_weights", "vote.opened", {"vote": "W-2"}, put(weights=[1] * 16)),
            ("vote_exists", "vote.opened", {"vote": "W-2"}, put(vote="W-1")),
            ("not_on_ballot", "ballot.cast", {"vote": "W-2"}, put(choices={"P-1": "yes"})),
            ("reason_missing", "ballot.cast", {"vote": "W-2"}, put(choices={"P-1": "block"})),
            ("ground_missing", "ballot.cast", {"vote": "W-2"}, put(choices={"P-1": "block"}, reasons=reasons)),
            ("ground_missing", "ballot.cast", {"vote": "W-2"}, put(
                choices={"P-1": "block"}, reasons={"P-1": {"text": "x", "ground": "taste"}})),
            ("wrong_secrecy", "ballot.cast", {"vote": "W-2"}, lambda e: (drop("choices")(e), put(sealed="AAAA")(e))),
            ("malformed", "ballot.cast", {"vote": "W-2"}, put(reasons={"P-1": {"text": ""}})),
            ("no_such_block", "block.tested", {}, put(party="M15")),
            ("wrong_signers", "block.tested", {}, signers(log.member["M01"], drop=1)),
            ("wrong_tally", "tally.published", {"vote": "W-2"}, row(outcome="carried")),
            ("wrong_tally", "tally.published", {"vote": "W-2"}, row(counts=dict(consent=15, stand_aside=1, block=0))),
            ("voting_open", "tally.published", {"vote": "W-2"}, at("2025-03-15T09:59:59Z")),
            ("wrong_outcome", "outcome.certified", {"vote": "W-2"}, put(outcomes={"P-1": "carried"})),
            ("other_text", "text.revised", {}, put(texts={"uk": make_log.SECOND})),
            ("wrong_signers", "text.revised", {}, signers(log.member["M01"], drop=1)),
            ("wrong_signers", "escalation.requested", {}, signers(drop=1)),
            ("notice_too_short", "vote.opened", {"vote": "W-4"}, put(opens="2025-03-22T21:59:59Z")),
            ("wrong_tally", "tally.published", {"vote": "W-4"}, row(counts=dict(yes=13, no=2, abstain=1))))

    def cut(self, type_, **fields):
        """The story up to a statement, without it."""
        log = fresh(make_log.position)
        index = next(i for i, (_, s, _) in enumerate(log.entries) if s["type"] == type_ and all(
            s.get(name) == value for name, value in fields.items()))
        log.entries, log.commits = log.entries[:index], log.commits[:index]
        log.now = log.entries[-1][0]
        return log

    def test_the_debate(self):
        log = self.cut("proposal.seconded")
        log.freeze("P-1", uk=FIRST, en=THIRD)
        self.refused(log, "seconds_missing")
        log.say("amendment.proposed", log.keys("M08"), amendment="Z-1", texts={"uk": THIRD}, proposal="P-1",
                title={"uk": "Поправка"})
        self.refused(log, "seconds_missing")
        log.say("proposal.seconded", log.keys("M05"), proposal="P-1")
        log.say("proposal.seconded", log.keys("M05"), proposal="P-1")
        self.refused(log, "may_not_propose")
        log.say("proposal.seconded", log.keys("M05"), proposal="P-1")
        log.refuse(None, "may_not_propose")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "debated"})
        log.say("proposal.seconded", log.keys("M06"), proposal="P-1")
        log.at("2025-03-09T21:59:59Z").freeze("P-1", uk=FIRST, en=THIRD)
        self.refused(log, "debate_open")
        log.at("2025-03-09T22:00:00Z").freeze("P-1", uk=FIRST, en=THIRD)
        log.say("proposal.withdrawn", log.keys("M04"), proposal="P-1")
        self.refused(log, "already_frozen")
        log.freeze("P-1", uk=FIRST, en=THIRD)
        self.refused(log, "already_frozen")
        log = self.cut("tally.published", vote="W-1")
        log.at("2025-03-10T10:00:00Z").freeze("P-1", uk=make_log.SECOND)
        self.refused(log, "amendment_pending")
        log.say("amendment.withdrawn", log.keys("M09"), amendment="Z-2")
        self.refused(log, "not_amendable")

    def test_a_text_that_was_blocked_is_revised(self):
        log = self.cut("text.revised")
        again = ("W-3", ["P-1"], "position", "consensus", "2025-03-15T12:00:00Z", "2025-03-19T22:00:00Z")
        log.open(*again, round=2)
        self.refused(log, "not_to_be_voted")
        log.say("escalation.requested", log.keys("M01", "M02", "M03", "M05", "M06"), proposal="P-1")
        self.refused(log, "rounds_left")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "frozen"})
        log.say("proposal.withdrawn", log.keys("M04"), proposal="P-1")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "withdrawn"})
        log.open(*again, round=2)
        self.refused(log, "not_to_be_voted")

    def test_a_block_set_aside(self):
        log = self.cut("tally.published", vote="W-2")
        log.entries[-1][1]["verdict"] = "set_aside"
        log.say("block.tested", log.keys("M10", "M13"), vote="W-2", item="P-1", party="M16", verdict="stands", ground="x")
        self.refused(log, "no_such_block")
        log.at("2025-03-15T10:00:00Z").count("W-2", result("P-1", "carried", consent=14, stand_aside=2, block=0))
        log.certify("W-2", P_1="carried")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "adopted"})

    def test_the_committee_escalates_too(self):
        log = self.cut("escalation.requested")
        log.say("escalation.requested", log.steering(4), proposal="P-1")
        self.refused(log, "wrong_signers")
        log.open("W-4", ["P-1"], "position", "two_thirds", "2025-03-23T08:00:00Z", "2025-03-27T22:00:00Z")
        self.refused(log, "not_to_be_voted")
        log.say("escalation.requested", log.steering(9), proposal="P-1")
        log.open("W-4", ["P-1"], "position", "two_thirds", "2025-03-23T08:00:00Z", "2025-03-27T22:00:00Z")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "frozen"})

    def test_a_challenge(self):
        log = fresh(make_log.position)
        log.entries.pop()
        log.commits.pop()
        challenge = dict(challenge="K-1", vote="W-4", ground="they counted twice")
        log.say("vote.challenged", log.keys("M13"), **challenge)
        log.say("vote.challenged", log.keys("M14"), **challenge)
        self.refused(log, "thing_exists")
        log.certify("W-4", P_1="carried")
        self.refused(log, "challenge_open")
        log.say("challenge.ruled", log.keys("M10", "M13"), challenge="K-1", verdict="annulled", ground="so")
        self.refused(log, "wrong_signers")
        log.say("challenge.ruled", log.keys("M10", "M12"), challenge="K-1", verdict="annulled", ground="so")
        log.certify("W-4", P_1="carried")
        self.refused(log, "unknown_vote")
        log.open("W-5", ["P-1"], "position", "two_thirds", "2025-03-31T08:00:00Z", "2025-04-04T21:00:00Z")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "frozen"})
        log = fresh(make_log.position)
        log.say("vote.challenged", log.keys("M13"), **challenge)
        self.refused(log, "already_certified")


class Silence(Case):
    def test_it_holds(self):
        report = self.holds(made(make_log.silence))
        self.assertEqual(report["proposals"], {"P-1": "adopted", "P-2": "adopted"})
        self.assertEqual(report["decisions"]["W-P-2"], {"P-2": "lost"})

    def test_what_is_refused(self):
        log = made(make_log.silence)
        self.changes(
            make_log.silence,
            ("not_on_ballot", "ballot.cast", {"vote": "W-P-1"}, put(choices={"P-1": "no"})),
            ("wrong_tally", "tally.published", {"vote": "W-P-2"}, row(counts={"object": 2}, ballots=2, outcome="carried")),
            ("wrong_round", "vote.opened", {"vote": "V-2"}, put(rule="silence")),
            ("wrong_round", "vote.opened", {"vote": "V-1"}, put(rule="silence")))

    def test_a_ratification_lost_or_late(self):
        log = fresh(make_log.silence)
        log.entries, log.commits = log.entries[:-4], log.commits[:-4]
        self.assertEqual(self.holds(log)["proposals"]["P-1"], "adopted")
        log.at("2025-03-18T22:00:00Z").say("relation.declared", log.keys("M01"), kind="family", **{"from": "M01", "to": "M02"})
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "lapsed", "P-2": "frozen"})
        log = fresh(make_log.silence)
        for entry in log.entries:
            if entry[1].get("vote") == "V-1" and entry[1]["type"] == "ballot.cast":
                entry[1]["choices"] = {"P-1": "no"}
        log.entries[-4][1]["results"] = [result("P-1", "lost", yes=0, no=8, abstain=0)]
        log.entries[-3][1]["outcomes"] = {"P-1": "lost"}
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "lapsed", "P-2": "adopted"})


class Expulsion(Case):
    def test_it_holds(self):
        report = self.holds(made(make_log.expulsion))
        self.assertEqual(report["members"], [m for m in MEMBERS if m != "M07"])
        self.assertEqual(report["proposals"], {"P-1": "adopted"})

    def test_what_is_refused(self):
        log, other = made(make_log.expulsion), Sealer("other")
        tellers = [e[1] for e in log.entries if e[1]["type"] == "vote.opened"][0]["tellers"]
        self.changes(
            make_log.expulsion,
            ("unknown_party", "proposal.submitted", {}, drop("about")),
            ("hearing_open", "hearing.held", {}, put(attended=False)),
            ("wrong_signers", "hearing.held", {}, signers(log.registrar, log.member["M08"], drop=2)),
            ("wrong_tellers", "vote.opened", {}, drop("tellers")),
            ("wrong_tellers", "vote.opened", {}, put(tellers=tellers[:1])),
            ("wrong_tellers", "vote.opened", {}, put(tellers=tellers[::-1])),
            ("wrong_tellers", "vote.opened", {}, put(tellers=[dict(t, recipient="age1") for t in tellers])),
            ("wrong_signers", "vote.opened", {}, signers(drop=1)),
            ("wrong_electorate", "vote.opened", {}, put(electorate=[[m] for m in MEMBERS])),
            ("wrong_secrecy", "ballot.cast", {}, lambda e: (drop("sealed")(e), put(choices={"P-1": "yes"})(e))),
            ("malformed", "ballot.cast", {}, put(sealed="A" * 8193)),
            ("malformed", "ballot.cast", {}, put(sealed="AAA")),
            ("malformed", "ballot.cast", {}, put(reasons={})),
            ("voting_open", "seal.opened", {}, at("2025-02-05T21:59:59Z")),
            ("wrong_identity", "seal.opened", {}, put(identity=log.sealers[1].identity)),
            ("wrong_identity", "seal.opened", {}, put(identity=other.identity.lower())),
            ("wrong_signers", "seal.opened", {}, signers(log.registrar, drop=1)),
            ("wrong_tally", "tally.published", {}, row(counts=dict(yes=10, no=3, abstain=0), ballots=13)),
            ("wrong_tally", "tally.published", {}, put(excluded=[])))

    def test_a_hearing_is_due_and_every_seal(self):
        log = fresh(make_log.expulsion)
        index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == "hearing.held")
        log.entries = log.entries[:index] + [log.entries[index + 1]]
        self.refused(log, "hearing_missing")
        log = fresh(make_log.expulsion)
        index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == "seal.opened")
        log.entries = log.entries[:index + 1] + [log.entries[index + 2]]
        self.refused(log, "seals_closed")

    def test_nobody_may_vote_before_or_count_what_does_not_open(self):
        """Ballots in another's order of layers, under another id, badly padded, or replaced."""
        log = fresh(make_log.expulsion)
        index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == "seal.opened")
        rest, log.entries, log.commits = log.entries[index:], log.entries[:index], log.commits[:index]
        log.at("2025-01-24T08:00:00Z").vote = made(make_log.expulsion).vote
        excluded = [{"ballot": log.last_ballot, "reason": "not_on_ballot"}]
        make_log.sealed_ballot(log, "M16", {"P-1": "yes"}, id="0" * 32)
        excluded.append({"ballot": log.last_ballot, "reason": "not_opened"})
        make_log.sealed_ballot(log, "M16", {"P-1": "yes"}, more="x")
        excluded.append({"ballot": log.last_ballot, "reason": "not_opened"})
        log.sealers = log.sealers[::-1]
        make_log.sealed_ballot(log, "M16", {"P-1": "yes"})
        excluded.append({"ballot": log.last_ballot, "reason": "not_opened"})
        log.sealers = log.sealers[::-1]
        make_log.sealed_ballot(log, "M11", {"P-1": "no"})
        excluded.append({"ballot": log.last_ballot, "reason": "recused"})
        make_log.sealed_ballot(log, "M16", {"P-9": "no"})
        excluded.append({"ballot": log.last_ballot, "reason": "unknown_choice"})
        make_log.sealed_ballot(log, "M01", {"P-1": "no"})
        log.entries[-1][1]["sealed"] = base64.b64encode(b"age-encryption.org/v1\n").decode()
        excluded.append({"ballot": log.last_ballot, "reason": "not_opened"})
        make_log.sealed_ballot(log, "M02", {"P-1": "no"})
        make_log.sealed_ballot(log, "M16", {"P-1": "abstain"})
        make_log.sealed_ballot(log, "M14", {"P-1": "abstain"})
        log.say("ballot.revoked", log.keys("M14"), vote="W-1")
        log.entries += rest
        log.commits = list(range(1, len(log.entries) + 1))
        for n, entry in enumerate(rest):
            entry[1]["id"] = "%032x" % n
        rest[2][1].update(excluded=excluded, results=[result("P-1", "lost", 14, yes=8, no=3, abstain=1)])
        rest[3][1]["outcomes"] = {"P-1": "lost"}
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "lost"})

    def test_a_teller_with_a_new_key(self):
        log = fresh(make_log.expulsion)
        index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == "seal.opened")
        rest, log.entries, log.commits = log.entries[index:], log.entries[:index], log.commits[:index]
        old, new = log.member["M15"], Key("alliance.example.org/m15-b")
        log.at("2025-02-05T22:00:00Z").say("key.rotated", [old, new], key=old.name, to=new.vkey)
        for _, statement, by in rest:
            log.say(statement.pop("type"), [new if key is old else key for key in by], **{
                name: value for name, value in statement.items() if name not in ("ledger", "id")})
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "adopted"})

    def test_an_appeal_is_remitted(self):
        log = fresh(make_log.expulsion)
        log.ballot("M07", "W-1", log.vote, {"P-1": "no"})
        self.refused(log, "voting_over")
        filed = dict(appeal="L-1", proposal="P-1", ground="we were not heard")
        log.say("appeal.filed", log.keys("M08"), **filed)
        self.refused(log, "wrong_signers")
        log.at("2025-03-07T22:00:00Z").say("appeal.filed", log.keys("M07"), **filed)
        self.refused(log, "appeal_window_over")
        log.at("2025-03-07T21:59:59Z").say("appeal.filed", log.keys("M07"), **filed)
        log.say("appeal.filed", log.keys("M07"), **dict(filed, appeal="L-2"))
        self.refused(log, "appeal_exists")
        log.say("appeal.ruled", log.keys("M10"), appeal="L-1", verdict="remit", ground="so")
        self.refused(log, "wrong_signers")
        log.say("appeal.ruled", log.keys("M10", "M12"), appeal="L-1", verdict="remit", ground="so")
        report = self.holds(log)
        self.assertEqual((report["members"], report["proposals"]), (MEMBERS, {"P-1": "frozen"}))


class NewStatutes(Case):
    def test_it_holds(self):
        report = self.holds(made(make_log.new_statutes))
        self.assertEqual(report["statutes_version"], 2)
        self.assertEqual(report["proposals"], {"P-1": "adopted", "P-2": "adopted", "P-3": "lost"})

    def test_what_is_refused(self):
        log = made(make_log.new_statutes)
        bloc = {"small_members": {"electors": 6, "ballots": 6, "counts": {"yes": 4, "no": 2, "abstain": 0}}}
        self.changes(
            make_log.new_statutes,
            ("not_on_ballot", "proposal.submitted", {"matter": "statutes"}, drop("statutes")),
            ("notice_too_short", "vote.opened", {"vote": "W-1"}, put(opens="2025-01-21T21:59:59Z")),
            ("wrong_tally", "tally.published", {"vote": "W-1"}, row(blocs={})),
            ("wrong_tally", "tally.published", {"vote": "W-1"}, row(blocs=dict(
                bloc, small_members=dict(bloc["small_members"], electors=5)))),
            ("not_adopted", "statutes.adopted", {}, put(proposal="P-2")),
            ("unknown_thing", "statutes.adopted", {}, put(proposal="P-9")),
            ("other_text", "statutes.adopted", {}, put(statutes=dict(log.new, version="3"))),
            ("too_early", "statutes.adopted", {}, put(effective="2025-02-12T21:59:59Z")),
            ("wrong_signers", "statutes.adopted", {}, signers(drop=1)),
            ("wrong_tally", "tally.published", {"vote": "W-3"}, row(outcome="carried")))

    def test_statutes_without_a_vote_or_before_the_certificate(self):
        log = fresh(make_log.new_statutes)
        adopted = next(e for e in log.entries if e[1]["type"] == "statutes.adopted")
        for type_ in ("vote.opened", "tally.published", "outcome.certified"):
            log = fresh(make_log.new_statutes)
            index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == type_)
            log.entries = log.entries[:index] + [adopted]
            self.refused(log, "not_adopted")

    def test_a_bloc_holds_it_up(self):
        log = fresh(make_log.new_statutes)
        index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == "tally.published")
        log.entries, log.commits = log.entries[:index], log.commits[:index]
        ballots = [e for e in log.entries if e[1]["type"] == "ballot.cast"]
        ballots[0][1]["choices"] = {"P-1": "no"}  # three of six small ones
        log.at("2025-02-05T22:00:00Z").count("W-1", result("P-1", "lost", yes=13, no=3, abstain=0, blocs={
            "small_members": {"electors": 6, "ballots": 6, "counts": {"yes": 3, "no": 3, "abstain": 0}}}))
        log.certify("W-1", P_1="lost")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "lost"})

    def test_a_version_is_followed_by_the_next(self):
        def version(number, **more):
            log = Alliance().found().at("2025-01-08T08:00:00Z")
            new = dict(make_log.statutes(), version=number, **more)
            log.propose("P-1", "statutes", "M12", statutes=digest_of(make_log.canonical(new)))
            log.freeze("P-1")
            log.open("W-1", ["P-1"], "statutes", "statutes", "2025-01-22T08:00:00Z", "2025-02-04T22:00:00Z")
            log.at("2025-01-23T08:00:00Z").cast("W-1", "P-1", yes=MEMBERS)
            row = {"electors": 16, "ballots": 16, "counts": {"yes": 16, "no": 0, "abstain": 0}}
            log.at("2025-02-05T22:00:00Z").count("W-1", result("P-1", "carried", yes=16, no=0, abstain=0,
                                                               blocs={"small_members": row}))
            log.certify("W-1", P_1="carried")
            log.say("statutes.adopted", [log.registrar] + log.tellers, proposal="P-1", statutes=new,
                    effective="2025-03-13T00:00:00Z")
            return log

        self.assertEqual(self.holds(version("2"))["statutes_version"], 1)  # not in force yet
        self.refused(version("3"), "wrong_version")
        log = version("2")
        for name in ("P-2", "P-3"):
            new = dict(make_log.statutes(), version="3")
            log.propose(name, "statutes", "M12", statutes=digest_of(make_log.canonical(new)))
        self.holds(log)
        self.refused(version("2", policy="another"), "wrong_version")
        self.refused(version("2", timezone="UTC"), "wrong_version")


class Ballots(Case):
    """An agreement before the members: what becomes of their ballots."""

    def decide(self, log, *results, excluded=(), outcome="carried"):
        log.at("2025-01-19T10:00:00Z").count("W-1", *results, excluded=excluded)
        log.certify("W-1", P_1=outcome)
        return self.holds(log)

    def test_a_key_revoked_from_a_moment(self):
        for reason, since, sealed_at, counts in (
                ("lost", "2025-01-15T08:00:00Z", None, False), ("lost", "2025-01-15T08:00:01Z", None, True),
                ("lost", "2025-01-15T08:00:00Z", "2025-01-15T07:59:59Z", True),
                ("compromised", "2025-01-15T08:00:00Z", "2025-01-15T07:59:59Z", False), ("lost", None, None, True)):
            log = make_log.agreement()
            log.cast("W-1", "P-1", yes=MEMBERS[:8], no=MEMBERS[8:12])
            log.at("2025-01-15T08:00:00Z").ballot("M16", "W-1", log.vote, {"P-1": "no"},
                                                  **{"sealed_at": sealed_at} if sealed_at else {})
            ballot = log.entries[-1][1]["id"]
            log.at("2025-01-16T08:00:00Z").say("key.revoked", log.keys("M16"), key=log.member["M16"].name, reason=reason,
                                               **{"from": since} if since else {})
            if counts:
                self.decide(log, result("P-1", "lost", yes=8, no=5, abstain=0), outcome="lost")
            else:
                self.decide(log, result("P-1", "carried", yes=8, no=4, abstain=0),
                            excluded=[{"ballot": ballot, "reason": "revoked_key"}])
        log = make_log.agreement()
        log.say("key.revoked", log.keys("M16"), key=log.member["M16"].name, reason="lost", **{"from": "2025-01-15T08:00:01Z"})
        self.refused(log, "received_in_future")

    def test_who_leaves_before_the_closing(self):
        log = make_log.agreement()
        log.cast("W-1", "P-1", yes=MEMBERS[:8], no=MEMBERS[8:13])
        ballot = log.entries[-1][1]["id"]
        log.say("member.resigned", log.keys("M13"), member="M13")
        log.ballot("M13", "W-1", log.vote, {"P-1": "yes"})
        self.refused(log, "suspended")
        log.propose("P-2", "position", "M13")
        self.refused(log, "may_not_propose")
        report = self.decide(log, result("P-1", "carried", 15, yes=8, no=4, abstain=0),
                             excluded=[{"ballot": ballot, "reason": "left"}])
        self.assertEqual(len(report["members"]), 15)

    def test_conflicts_and_revocations(self):
        log = make_log.agreement()
        log.cast("W-1", "P-1", yes=MEMBERS[:8], no=MEMBERS[8:13])
        log.say("conflict.declared", log.keys("M13"), vote="W-1", item="P-1")
        log.ballot("M13", "W-1", log.vote, {"P-1": "yes"})
        self.refused(log, "recused")
        log.say("ballot.revoked", log.keys("M12"), vote="W-1")
        self.decide(log, result("P-1", "carried", 15, yes=8, no=3, abstain=0))

    def test_an_extension(self):
        log = make_log.agreement()
        by = [log.registrar, log.witnesses[0]]
        log.say("vote.extended", by, vote="W-1", closes="2025-01-23T22:00:01Z", ground="power")
        self.refused(log, "extension_too_long")
        log.say("vote.extended", by, vote="W-1", closes="2025-01-18T22:00:00Z", ground="power")
        self.refused(log, "extension_too_late")
        log.say("vote.extended", by, vote="W-1", closes="2025-01-23T22:00:00Z", ground="power")
        log.at("2025-01-23T21:59:59Z").cast("W-1", "P-1", yes=MEMBERS)
        log.at("2025-01-24T09:59:59Z").count("W-1", result("P-1", "carried", yes=16, no=0, abstain=0))
        self.refused(log, "voting_open")
        self.holds(log)

    def test_proxies(self):
        policy = amended(two_thirds={"proxies": {"at_most": "1"}})
        log = make_log.agreement()
        log.say("proxy.given", log.keys("M01"), vote="W-1", to="M02")
        self.refused(log, "no_proxies")
        log = make_log.agreement(policy=policy)
        for giver, to, code in (("M01", "M02", None), ("M03", "M02", "too_many_proxies"), ("M03", "M01", "proxy_chain"),
                                ("M02", "M04", "proxy_chain"), ("M04", "M04", "not_an_elector"), ("M04", "M99", "not_an_elector"),
                                ("M05", "M06", None), ("M05", "M07", None), ("M06", "M08", None)):
            log.say("proxy.given", log.keys(giver), vote="W-1", to=to)
            if code:
                self.refused(log, code)
        log.cast("W-1", "P-1", yes=["M02", "M08", "M09"], no=["M07", "M10"])
        log.ballot("M05", "W-1", log.vote, {"P-1": "yes"})  # its own ballot counts, not M07's for it
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "inquorate", yes=4, no=2, abstain=0))
        self.refused(log, "wrong_tally")
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "carried", yes=6, no=2, abstain=0))
        log.certify("W-1", P_1="carried")
        self.holds(log)

    def test_weights(self):
        policy = amended(two_thirds={"weight": "paid_staff"})
        stated = {"M01": {"paid_staff": "30"}, "M02": {"paid_staff": None}, "M03": {"paid_staff": "0"}, "M04": {"paid_staff": "20000"}}
        weights = [30, 1, 1, 10000] + [4] * 12
        log = make_log.agreement(policy, stated, weights=weights)
        log.cast("W-1", "P-1", yes=["M01", "M04"], no=["M02", "M05"])
        self.decide(log, result("P-1", "carried", 10080, yes=10030, no=5, abstain=0))
        log = make_log.agreement(policy, stated, weights=[1] * 16)
        self.refused(log, "wrong_weights")

    def test_a_named_voter_and_an_alternate(self):
        log = Alliance().found().at("2025-01-02T08:00:00Z")
        log.say("relation.declared", log.keys("M11"), kind="family", **{"from": "M07", "to": "M11"})
        log.say("voter.named", log.keys("M07"), voter="M07", parties=["M07", "M11"])
        self.refused(log, "wrong_signers")
        log.say("voter.named", log.keys("M07", "M12"), voter="M07", parties=["M07", "M12"])
        self.refused(log, "not_an_elector")
        log.say("voter.named", log.keys("M07", "M11"), voter="M07", parties=["M07", "M11"])
        alternate = Key("alliance.example.org/m07-b")
        log.say("key.enrolled", [log.registrar, alternate], key=alternate.vkey, party="M07", alternate=True)
        self.refused(log, "wrong_signers")
        log.say("key.enrolled", [log.registrar, alternate, log.member["M07"]], key=alternate.vkey, party="M07", alternate=True)
        log.at("2025-01-03T08:00:00Z").propose("P-1", "agreement", "M01")
        log.at("2025-01-10T08:00:00Z").freeze("P-1")
        electorate = [["M07", "M11"] if m == "M07" else [m] for m in MEMBERS if m != "M11"]
        log.open("W-1", ["P-1"], "agreement", "two_thirds", "2025-01-14T08:00:00Z", "2025-01-18T22:00:00Z",
                 electorate=electorate)
        log.at("2025-01-15T08:00:00Z").ballot("M11", "W-1", log.vote, {"P-1": "no"})
        self.refused(log, "not_the_named_voter")
        log.member["M07"] = alternate
        log.cast("W-1", "P-1", yes=MEMBERS[:8])
        self.decide(log, result("P-1", "carried", 15, yes=8, no=0, abstain=0))

    def test_inquorate_and_a_retry(self):
        log = Alliance().found(policy=amended(two_thirds={"retry": {"once_after": "P7D", "quorum": "take_part >= 1/4 of electors"}}))
        log.at("2025-01-03T08:00:00Z").propose("P-1", "agreement", "M01")
        log.at("2025-01-10T08:00:00Z").freeze("P-1")
        log.open("W-1", ["P-1"], "agreement", "two_thirds", "2025-01-14T08:00:00Z", "2025-01-18T22:00:00Z")
        log.at("2025-01-15T08:00:00Z").cast("W-1", "P-1", yes=MEMBERS[:4])
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "inquorate", yes=4, no=0, abstain=0))
        log.certify("W-1", P_1="inquorate")
        log.say("text.revised", log.keys("M01"), proposal="P-1", texts={"uk": THIRD})
        self.refused(log, "already_frozen")
        log.open("W-2", ["P-1"], "agreement", "two_thirds", "2025-01-25T21:59:59Z", "2025-01-29T22:00:00Z", round=2)
        self.refused(log, "notice_too_short")
        log.open("W-2", ["P-1"], "agreement", "two_thirds", "2025-01-26T08:00:00Z", "2025-01-30T22:00:00Z", round=2)
        log.at("2025-01-27T08:00:00Z").cast("W-2", "P-1", yes=MEMBERS[:4])
        log.at("2025-01-31T10:00:00Z").count("W-2", result("P-1", "carried", yes=4, no=0, abstain=0))
        log.certify("W-2", P_1="carried")
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "adopted"})

    def test_a_time_for_challenges(self):
        log = make_log.agreement(policy=amended(two_thirds={"challenge": "P3D"}))
        log.cast("W-1", "P-1", yes=MEMBERS[:8])
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "carried", yes=8, no=0, abstain=0))
        log.at("2025-01-21T21:59:59Z").certify("W-1", P_1="carried")
        self.refused(log, "challenge_open")
        log.at("2025-01-21T22:00:00Z").certify("W-1", P_1="carried")
        self.holds(log)

    def test_one_elector_alone_decides_nothing(self):
        log = make_log.agreement(policy=amended(two_thirds={"electors": "appeals"}), electorate=[["M10"], ["M12"], ["M13"]])
        log.cast("W-1", "P-1", yes=["M10", "M12", "M13"])
        log.say("conflict.declared", log.keys("M10"), vote="W-1", item="P-1")
        log.say("conflict.declared", log.keys("M11"), vote="W-1", item="P-1")
        self.refused(log, "not_an_elector")
        log.say("conflict.declared", log.keys("M12"), vote="W-1", item="P-2")
        self.refused(log, "unknown_choice")
        now = log.now
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "void", 2, yes=2, no=0, abstain=0))
        self.refused(log, "wrong_tally")
        log.at(now)
        log.say("conflict.declared", log.keys("M12"), vote="W-1", item="P-1")
        log.at("2025-01-18T22:00:00Z").say("conflict.declared", log.keys("M13"), vote="W-1", item="P-1")
        self.refused(log, "voting_over")
        self.decide(log, result("P-1", "void", 1, yes=1, no=0, abstain=0), outcome="void")
        log.open("W-2", ["P-1"], "agreement", "two_thirds", "2025-01-22T08:00:00Z", "2025-01-26T22:00:00Z",
                 electorate=[["M10"], ["M12"], ["M13"]])
        self.assertEqual(self.holds(log)["proposals"], {"P-1": "frozen"})

    def test_a_body_without_a_rule_for_appeals_rules_by_more_than_half(self):
        policy = amended(consensus={"block": {"reason": "required", "tested_by": "steering"}})
        policy["matters"]["agreement"]["rule"] = "consensus"
        log = Alliance().found(policy=policy).at("2025-01-03T08:00:00Z")
        log.propose("P-1", "agreement", "M01")
        log.at("2025-01-10T08:00:00Z").freeze("P-1")
        log.open("W-1", ["P-1"], "agreement", "consensus", "2025-01-14T08:00:00Z", "2025-01-18T22:00:00Z")
        log.at("2025-01-15T08:00:00Z").cast("W-1", "P-1", {"text": "ні"}, consent=MEMBERS[3:], block=["M02"])
        tested = dict(vote="W-1", item="P-1", party="M02", verdict="set_aside", ground="taste")
        for by, code in ((MEMBERS[2:5], "wrong_signers"), (["M01"] + MEMBERS[2:5], "wrong_signers"),
                         (MEMBERS[2:6] + ["M10"], "wrong_signers"), (MEMBERS[2:6], None)):  # four of the seven others
            log.say("block.tested", log.keys(*by), **tested)
            if code:
                self.refused(log, code)
        self.decide(log, result("P-1", "carried", consent=13, stand_aside=1, block=0))

    def test_an_electorate_of_those_alike(self):
        policy, small = amended(two_thirds={"electors": "own_caucus"}), [[m] for m in MEMBERS[:6]]
        for about, electorate in (("M02", small), ("M08", []), (None, [])):
            log = Alliance().found(policy=policy, stated=make_log.BIG).at("2025-01-03T08:00:00Z")
            log.propose("P-1", "agreement", "M01", **{"about": about} if about else {})
            log.at("2025-01-10T08:00:00Z").freeze("P-1")
            opens = ("W-1", ["P-1"], "agreement", "two_thirds", "2025-01-14T08:00:00Z", "2025-01-18T22:00:00Z")
            log.open(*opens)
            self.refused(log, "wrong_electorate")
            log.open(*opens, electorate=electorate)
            log.at("2025-01-15T08:00:00Z").cast("W-1", "P-1", yes=["M01", "M03", "M04"] if electorate else [])
            # M02 has no vote on itself.
            row = result("P-1", "carried" if electorate else "void", 5 if electorate else 0,
                         yes=len(electorate) // 2, no=0, abstain=0)
            self.decide(log, row, outcome=row["outcome"])

    def test_approval(self):
        policy = amended(two_thirds={"ballot": "approval", "pass": "take_part >= 4"})
        log = Alliance().found(policy=policy).at("2025-01-03T08:00:00Z")
        options = {name: {"uk": name} for name in ("north", "south", "west")}
        log.propose("P-1", "agreement", "M01")
        self.refused(log, "not_on_ballot")
        log.propose("P-1", "agreement", "M01", options=options)
        log.at("2025-01-10T08:00:00Z").freeze("P-1")
        log.open("W-1", ["P-1"], "agreement", "two_thirds", "2025-01-14T08:00:00Z", "2025-01-18T22:00:00Z")
        log.at("2025-01-15T08:00:00Z")
        for choice, code in ((["south", "north"], "not_on_ballot"), (["north", "north"], "malformed"),
                             ("yes", "not_on_ballot"), (["east"], "not_on_ballot")):
            log.ballot("M01", "W-1", log.vote, {"P-1": choice})
            self.refused(log, code)
        for n, m in enumerate(MEMBERS[:9]):
            log.ballot(m, "W-1", log.vote, {"P-1": ["north", "south"] if n < 4 else ["south"] if n < 5 else []})
        self.decide(log, result("P-1", "carried", ballots=9, north=4, south=5, west=0, winner="south"))


class Members(Case):
    def suspend(self):
        log = Alliance().found().at("2025-01-08T08:00:00Z")
        log.propose("P-1", "suspension", "M01", about="M08")
        log.freeze("P-1")
        log.at("2025-01-15T22:00:00Z").say("hearing.held", [log.registrar, log.member["M12"]], proposal="P-1", attended=False)
        log.open("W-1", ["P-1"], "suspension", "steering_majority", "2025-01-19T08:00:00Z", "2025-01-23T22:00:00Z",
                 electorate=[[m] for m in MEMBERS[:9]])
        log.at("2025-01-20T08:00:00Z").cast("W-1", "P-1", yes=MEMBERS[:6])
        log.at("2025-01-24T10:00:00Z").count("W-1", result("P-1", "carried", 8, yes=6, no=0, abstain=0))
        log.certify("W-1", P_1="carried")
        return log

    def test_a_suspension_and_its_end(self):
        log = self.suspend()
        self.assertEqual(self.holds(log)["suspended"], ["M08"])
        log.propose("P-2", "agreement", "M08")
        self.refused(log, "may_not_propose")
        log.propose("P-2", "agreement", "M08")
        log.refuse(None, "may_not_propose")
        log.say("member.reinstated", [log.registrar] + log.steering(5), member="M07", ground="x")
        self.refused(log, "unknown_thing")
        log.say("member.reinstated", [log.registrar] + log.steering(4), member="M08", ground="x")
        self.refused(log, "wrong_signers")
        log.say("member.reinstated", [log.registrar] + log.steering(5), member="M08", ground="x")
        self.assertEqual(self.holds(log)["suspended"], [])
        log = self.suspend()
        log.at("2025-02-22T22:00:00Z").propose("P-2", "agreement", "M08")
        report = self.holds(log)
        self.assertEqual((report["suspended"], report["proposals"]["P-1"]), ([], "lapsed"))

    def test_a_suspension_is_ratified(self):
        log = self.suspend()
        log.open("W-2", ["P-1"], "suspension", "two_thirds", "2025-01-27T08:00:00Z", "2025-01-31T22:00:00Z",
                 electorate=[[m] for m in MEMBERS])
        self.refused(log, "wrong_electorate")
        log.open("W-2", ["P-1"], "suspension", "two_thirds", "2025-01-27T08:00:00Z", "2025-01-31T22:00:00Z",
                 electorate=[[m] for m in MEMBERS if m != "M08"])
        log.at("2025-01-28T08:00:00Z").cast("W-2", "P-1", yes=MEMBERS[:7], no=MEMBERS[8:9])
        log.at("2025-02-01T10:00:00Z").count("W-2", result("P-1", "carried", 15, yes=7, no=1, abstain=0))
        log.certify("W-2", P_1="carried")
        log.at("2025-02-22T21:59:59Z").say("relation.declared", log.keys("M01"), kind="funds", **{"from": "M01", "to": "M02"})
        self.assertEqual(self.holds(log)["suspended"], ["M08"])
        log.at("2025-02-22T22:00:00Z").say("relation.declared", log.keys("M01"), kind="funds", **{"from": "M01", "to": "M03"})
        report = self.holds(log)
        self.assertEqual((report["suspended"], report["proposals"]), ([], {"P-1": "adopted"}))

    def test_a_suspended_member_casts_no_more_but_what_it_cast_counts(self):
        log = self.suspend()
        log.entries, log.commits = log.entries[:-2], log.commits[:-2]
        log.at("2025-01-24T10:00:00Z")
        log.propose("P-2", "position", "M01")
        log.say("proposal.seconded", log.keys("M02"), proposal="P-2")
        log.say("proposal.seconded", log.keys("M03"), proposal="P-2")
        log.count("W-1", result("P-1", "carried", 8, yes=6, no=0, abstain=0))
        log.at("2025-01-31T22:00:00Z").freeze("P-2")
        log.open("W-2", ["P-2"], "position", "consensus", "2025-01-31T22:00:00Z", "2025-02-05T22:00:00Z")
        log.cast("W-2", "P-2", consent=["M08"])
        log.certify("W-1", P_1="carried")
        log.ballot("M08", "W-2", log.vote, {"P-2": "consent"})
        self.refused(log, "suspended")
        log.cast("W-2", "P-2", consent=MEMBERS[:7])
        log.at("2025-02-06T10:00:00Z").count("W-2", result("P-2", "carried", consent=8, stand_aside=0, block=0))
        self.holds(log)


class Keys(Case):
    def test_the_log_is_handed_over(self):
        log = Alliance().found().at("2025-01-08T08:00:00Z")
        new, log_key = Key("alliance.example.org/registrar-2"), Key(log.origin, b"\x05" * 32)
        fields = dict(key=new.vkey, log_key=log_key.vkey)
        log.later_keys = [(1, log_key)]
        log.say("secretariat.handed_over", [new, log.registrar] + log.steering(4), **fields)
        self.refused(log, "wrong_signers")
        log.say("secretariat.handed_over", [new] + log.steering(9), **fields)
        self.refused(log, "wrong_signers")
        log.say("secretariat.handed_over", [new] + [log.member[m] for m in MEMBERS[:12]], **fields)
        self.holds(log)
        log.later_keys = []
        _, broken = check(log.bytes())
        self.assertEqual((broken.kind, broken.reason), ("tampered", "checkpoint"))  # signed by the old key
        log.entries[-1][1]["log_key"] = Key("other").vkey
        self.refused(log, "other_ledger")
        log.later_keys = [(1, log_key)]
        log.say("secretariat.handed_over", [new, log.registrar] + log.steering(5), **fields)
        data = log.bytes({1, 2})
        state, broken = check(data)
        self.assertIsNone(broken and broken.message)
        self.assertEqual(state.log_key, log_key.vkey)
        for key, holds in ((log.key, True), (log_key, True), (Key(log.origin, b"\x06" * 32), False)):
            state, broken = check(data, notes.decode_vkey(key.vkey))
            self.assertEqual(broken is None, holds)
        self.assertEqual(check(log.bytes(), notes.decode_vkey(log.key.vkey))[1].kind, "foreign")
        log.propose("P-1", "agreement", "M01")
        log.at("2025-01-14T22:00:00Z").freeze("P-1")
        self.refused(log, "wrong_signers")
        log.registrar = new
        log.freeze("P-1")
        data = log.bytes({1, 3, 4})
        self.assertIsNone(check(data)[1])
        self.assertEqual(check(data[:-30] + b"x" + data[-29:])[1].kind, "tampered")

    def test_a_key_is_rotated(self):
        log = make_log.agreement()
        new = Key("alliance.example.org/m15-b")
        log.say("key.rotated", log.keys("M15"), key=log.member["M15"].name, to=new.vkey)
        self.refused(log, "wrong_signers")
        log.say("key.rotated", [log.member["M15"], new], key=log.member["M15"].name, to=log.member["M14"].vkey)
        self.refused(log, "unknown_key")
        log.cast("W-1", "P-1", yes=["M15"])
        log.say("key.rotated", [log.member["M15"], new], key=log.member["M15"].name, to=new.vkey)
        log.ballot("M15", "W-1", log.vote, {"P-1": "no"})
        self.refused(log, "revoked_key")
        log.member["M15"] = log.tellers[0] = new
        log.cast("W-1", "P-1", yes=["M15"] + MEMBERS[:8])
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "carried", yes=9, no=0, abstain=0))
        log.certify("W-1", P_1="carried")
        self.holds(log)


    def test_so_many_holders_for_each(self):
        policy = amended()
        policy["roles"]["teller"].update(count="1", per="party", named_by="each_party")
        log = Alliance().found(policy=policy).at("2025-01-08T08:00:00Z")
        for party, code in (("M15", "too_many_holders"), ("M14", None), ("M14", "too_many_holders"), ("M13", None)):
            new = Key("alliance.example.org/counter-%d" % len(log.entries))
            log.say("office.assigned", [log.registrar, new] + log.steering(5), role="teller", key=new.vkey, party=party)
            self.refused(log, code or "wrong_signers")
            log.say("office.assigned", [log.registrar, new] + log.keys(party), role="teller", key=new.vkey, party=party)
            if code:
                self.refused(log, code)
        self.holds(log)
        for per in (["small_members", "frontline_members"], "oblast"):
            policy["roles"]["teller"].update(count="2", per=per)
            for oblast, code in (("UA-30", "too_many_holders"), ("UA-63", "too_many_holders" if per != "oblast" else None)):
                log = Alliance().found(policy=policy, stated={"M14": {"oblast": oblast}}).at("2025-01-08T08:00:00Z")
                new = Key("alliance.example.org/teller-3")
                log.say("office.assigned", [log.registrar, new] + log.keys("M14"), role="teller", key=new.vkey, party="M14")
                if code:
                    self.refused(log, code)
                self.holds(log)


class Deeds(Case):
    """What was decided: mandates, statements, agreements, actions, and the rest of the register."""

    def adopted(self):
        log = make_log.agreement()
        log.cast("W-1", "P-1", yes=MEMBERS[:9])
        log.at("2025-01-19T10:00:00Z").count("W-1", result("P-1", "carried", yes=9, no=0, abstain=0))
        mandate = dict(mandate="D-1", proposal="P-1", holder="M03", scope="speak", until="2025-02-19T10:00:00Z",
                       occasions=[{"occasion": "E-1", "on": "2025-01-25T08:00:00Z"}])
        log.say("mandate.granted", [log.registrar, log.tellers[1]], **mandate)
        self.refused(log, "not_adopted")  # an effect before the certificate
        log.certify("W-1", P_1="carried")
        log.say("mandate.granted", [log.registrar, log.tellers[1]], **dict(mandate, kind="spokesperson"))
        self.refused(log, "unknown_mandate")
        log.say("mandate.granted", [log.registrar, log.tellers[1]], **dict(mandate, holder="M99"))
        self.refused(log, "unknown_party")
        log.say("mandate.granted", [log.registrar, log.tellers[1]], **mandate)
        return log

    def test_mandates(self):
        log = self.adopted()
        report = dict(mandate="D-1", occasion="E-1", sha256=FIRST)
        log.say("mandate.reported", log.keys("M03"), **report)
        self.refused(log, "not_an_occasion")
        log.at("2025-01-25T08:00:00Z").say("mandate.reported", log.keys("M04"), **report)
        self.refused(log, "wrong_signers")
        log.say("mandate.reported", log.keys("M03"), **report)
        log.say("mandate.reported", log.keys("M03"), **report)
        self.refused(log, "not_an_occasion")
        issued = dict(statement="S-1", texts={"uk": digest_of("P-1")}, proposal="P-1", channel="radio")
        log.say("statement.issued", log.keys("M03"), **issued)
        self.refused(log, "wrong_signers")
        log.office("statement.issued", **dict(issued, texts={"uk": THIRD}))
        self.refused(log, "other_text")
        log.office("statement.issued", **issued)
        log.say("statement.issued", log.keys("M03"), **dict(issued, statement="S-2", texts={"uk": THIRD}, mandate="D-1"))
        external = dict(decision="X-1", body="HCT", decided="2025-01-24T08:00:00Z", title={"uk": "Рішення"}, sha256=FIRST,
                        mandate="D-1")
        log.say("external.recorded", log.keys("M03"), **external)
        self.refused(log, "wrong_signers")
        log.say("external.recorded", log.keys("M03", "M04"), **external)
        for sha256 in (THIRD, digest_of("P-1")):
            log.say("statement.disavowed", [log.registrar, log.member["M05"]], sha256=sha256, ground="not ours")
            self.refused(log, "own_statement")
        log.say("statement.disavowed", [log.registrar, log.member["M05"]], sha256=FIRST, ground="not ours")
        log.say("mandate.ended", log.keys("M03"), mandate="D-1", ground="done")
        log.say("statement.issued", log.keys("M03"), **dict(issued, statement="S-3", mandate="D-1"))
        self.refused(log, "no_mandate")
        self.holds(log)

    def test_agreements_actions_documents_complaints(self):
        log = self.adopted()
        signed = dict(agreement="G-1", proposal="P-1", sha256=digest_of("P-1"), parties=["M01", "M02"], **{"with": ["OCHA"]})
        duty = dict(action="T-1", owner="M06", due="2025-03-01T08:00:00Z", text="report")
        by = [log.registrar] + log.keys("M01", "M02")
        log.say("agreement.signed", by, **dict(signed, sha256=THIRD), obligations=[])
        self.refused(log, "other_text")
        log.say("agreement.signed", [log.registrar], **dict(signed, parties=[]), obligations=[])
        self.refused(log, "no_mandate")
        log.say("agreement.signed", by, **signed, obligations=[duty, duty])
        self.refused(log, "thing_exists")
        log.say("agreement.signed", by[:2], **signed, obligations=[duty])
        self.refused(log, "wrong_signers")
        log.say("agreement.signed", by, **signed, obligations=[duty])
        log.office("action.assigned", proposal="P-1", **duty)
        self.refused(log, "thing_exists")
        log.office("action.updated", action="T-1", state="accepted", note="x")
        self.refused(log, "wrong_signers")
        log.say("action.updated", log.keys("M06"), action="T-1", state="done", note="x")
        log.office("action.updated", action="T-1", state="dropped", note="x")
        self.refused(log, "unknown_thing")
        log.say("agreement.ended", [log.registrar, log.member["M05"]], agreement="G-1", ground="over")
        document = dict(sha256=FIRST, kind="minutes", language="uk", title={"uk": "Протокол"})
        log.office("document.registered", **document)
        log.office("document.registered", **document)
        self.refused(log, "thing_exists")
        log.say("complaint.filed", log.keys("M05"), complaint="Q-1", receipt="c2sp.org/tlog-proof@v1\n" * 800, ground="lost")
        log.office("complaint.answered", complaint="Q-1", answer="found")
        log.office("complaint.answered", complaint="Q-1", answer="found")
        self.refused(log, "thing_exists")
        log.say("representative.appointed", log.keys("M05"), party="M05", representative="representative 3")
        self.holds(log)


if __name__ == "__main__":
    unittest.main()

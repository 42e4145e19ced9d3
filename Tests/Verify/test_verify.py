# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

Vectors of others and the data of the open call are those in Tests/Vectors and Tests/Samples.
"""

import copy
import functools
import json
import os
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import make_log
from make_log import MEMBERS, TRUE, Alliance, Key, Log, canonical, result
from verifier import ed25519, encoding, notes
from verifier.errors import Malformed, Refused
from verifier.expressions import Parser, condition
from verifier.log import check
from verifier.report import as_json
from verifier.statutes import Statutes, Subject
from verifier.times import Calendar, decode_date, decode_time
from verifier.tree import Tree

TESTS = os.path.join(make_log.ROOT, "Tests")
VERIFY = os.path.join(make_log.ROOT, "Tools", "verify", "verify.py")
BACK_ENDS = [None] + [ed25519.Ed25519PublicKey] * (ed25519.Ed25519PublicKey is not None)


def vectors(*path):
    return os.path.join(TESTS, "Vectors", *path)


SAMPLE = os.path.join(TESTS, "Samples", "open-call")


def load(*path):
    with open(vectors(*path), encoding="utf-8") as file:
        return json.load(file)


@functools.lru_cache(None)
def cached_is_signed(public, message, signature):
    return original_is_signed(public, message, signature)


original_is_signed = ed25519.is_signed


original_decode_json = encoding.decode_json


def setUpModule():
    """What was checked once is not checked again: the thousands of damaged copies repeat it all."""
    ed25519.is_signed = cached_is_signed
    encoding.decode_json = functools.lru_cache(512)(original_decode_json)


def tearDownModule():
    ed25519.is_signed, encoding.decode_json = original_is_signed, original_decode_json


@functools.lru_cache(None)
def story():
    return make_log.small_story()


def fresh():
    """A copy of the story whose statements may be changed."""
    log = copy.copy(story())
    log.entries = [[at, copy.deepcopy(statement), list(signers)] for at, statement, signers in log.entries]
    return log


def tiny_log():
    """Three entries over statutes with nothing in them: small enough to flip every bit."""
    log = Log("a.org/l")
    log.now = "2024-10-01T10:00:00Z"
    sections = dict.fromkeys(Statutes.SECTIONS, {})
    policy = dict(sections, policy="tiny", version="1", timezone="UTC", roles={"registrar": {}},
                  relations={"ally": {}})
    keys = [Key("m1"), Key("m2"), Key("r")]
    log.say("ledger.founded", keys, name={"en": "T"}, rehearsal=False, statutes=policy,
            calendar={"timezone": "UTC", "offsets": [{"from": "2024-01-01T00:00:00Z", "minutes": 0}],
                      "weekend": [6, 7], "holidays": [], "until": "2026-01-01T00:00:00Z"},
            log_key=log.key.vkey, offices=[{"role": "registrar", "key": keys[2].vkey}], seats=[],
            founders=[{"party": k.name.upper(), "name": {"en": k.name}, "facts": {}, "relations": {},
                       "key": k.vkey} for k in keys[:2]])
    log.say("relation.declared", [keys[0]], **{"kind": "ally", "from": "M1", "to": "M2"})
    log.say("key.revoked", [keys[1]], key="m2", reason="left")
    return log


class Ed25519(unittest.TestCase):
    def test_rfc_8032_signing(self):
        seed = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
        key = Key("x", seed)
        self.assertEqual(key.public.hex(), "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        self.assertEqual(key.sign(b"\xaf\x82").hex(),
                         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                         "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")

    def test_wycheproof(self):
        groups = load("wycheproof", "ed25519_test.json")["testGroups"]
        for back_end in BACK_ENDS:
            right = 0
            with mock.patch.object(ed25519, "Ed25519PublicKey", back_end):
                for group in groups:
                    public = bytes.fromhex(group["publicKey"]["pk"])
                    for test in group["tests"]:
                        holds = original_is_signed(public, bytes.fromhex(test["msg"]), bytes.fromhex(test["sig"]))
                        self.assertEqual(holds, test["result"] == "valid", test["tcId"])
                        right += 1
            self.assertEqual(right, 151)

    def test_cctv(self):
        expected = load("cctv", "ed25519", "accepted-after-weak-key-refusal.json")
        vectors = load("cctv", "ed25519", "ed25519vectors.json")
        for back_end in BACK_ENDS:
            with mock.patch.object(ed25519, "Ed25519PublicKey", back_end):
                accepted = [v["number"] for v in vectors if original_is_signed(
                    bytes.fromhex(v["key"]), v["msg"].encode(), bytes.fromhex(v["sig"]))]
            self.assertEqual(accepted, expected)
            self.assertEqual(len(accepted), 86)

    def test_cctv_without_the_weak_key_refusal_is_openssl(self):
        expected = load("cctv", "ed25519", "accepted-by-openssl-3.0.19.json")
        vectors = load("cctv", "ed25519", "ed25519vectors.json")
        self.assertEqual(expected, [v["number"] for v in vectors if ed25519.pure_ed25519(
            bytes.fromhex(v["key"]), v["msg"].encode(), bytes.fromhex(v["sig"]))])


class Bytes(unittest.TestCase):
    def test_one_spelling_of_json(self):
        for line in (b'{"a":1}', b'["\\u0001\\b\\t\\n\\f\\r\\"\\\\/",true,false,-9007199254740991]',
                     '{"\U0001f600":1,"\uff21":2}'.encode(), b"[" * 32 + b"]" * 32, '"\u2028\x7f"'.encode()):
            self.assertEqual(encoding.encode_json(encoding.decode_json(line)).encode(), line)

    def test_other_spellings_are_malformed(self):
        for line in (b'{"a": 1}', b'{"b":1,"a":1}', b'{"a":1,"a":1}', b"1.0", b"1e2", b"-0", b"01", b"null",
                     b"[null]", b"NaN", b"9007199254740992", b'"\\u0041"', b'"\\/"', b'"\\ud800"', b'"e\xcc\x81"',
                     b'{"e\xcc\x81":1}', b'"\xff"', b"[" * 33 + b"]" * 33, b"[" * 100000, b"1" * 5000, b"",
                     b'{"a":1}\n', b'\xef\xbb\xbf{}', '{"\uff21":2,"\U0001f600":1}'.encode(), b'"\\u001F"'):
            with self.assertRaises(Malformed, msg=line[:20]):
                encoding.decode_json(line)

    def test_base64(self):
        self.assertEqual(encoding.decode_base64("AAA="), b"\0\0")
        for text in ("AAB=", "AAA", "AAA=\n", "AA A=", "A-A=", "", "é"):
            if text:
                with self.assertRaises(Malformed, msg=text):
                    encoding.decode_base64(text)

    def test_verifier_keys(self):
        name, id_, public = notes.decode_vkey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
        self.assertEqual((name, id_.hex(), len(public)), ("example.com/foo", "530d903a", 32))
        weak = notes.key_id("a", bytes(32)).hex()
        for text in ("a+%s+%s" % (weak, "AQ" + "A" * 42), "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                     "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "a", "a+b", "++"):
            with self.assertRaises(Malformed, msg=text):
                notes.decode_vkey(text)

    def test_tree(self):
        leaves = [bytes([n]) * n for n in range(70)]
        tree = Tree()
        for n, leaf in enumerate(leaves, 1):
            tree.add(leaf)
            self.assertEqual(tree.root(), make_log.root_of(leaves[:n]))

    def test_the_example_log_of_another_hand(self):
        with open(vectors("log-example", "example.viche"), "rb") as file:
            _, broken = check(file.read())
        self.assertEqual((broken.kind, broken.entry), ("refused", 0))  # its statements are stand-ins


class Time(unittest.TestCase):
    calendar = Calendar(dict(make_log.kyiv(), holidays=["2024-12-25"]))

    def end(self, start, duration, days="calendar"):
        return self.calendar.end(decode_time(start), duration, days)

    def test_windows(self):
        for start, duration, days, closes in (
                ("2024-11-01T07:00:00Z", "P30D", "calendar", "2024-11-30T22:00:00Z"),
                ("2024-11-01T22:30:00Z", "P1D", "calendar", "2024-11-02T22:00:00Z"),  # 00:30 on the 2nd
                ("2024-12-02T08:00:00Z", "P10D", "working", "2024-12-13T22:00:00Z"),
                ("2024-12-21T08:00:00Z", "P3D", "working", "2024-12-26T22:00:00Z"),  # a Saturday, a holiday
                ("2025-03-29T08:00:00Z", "P2D", "calendar", "2025-03-30T21:00:00Z"),  # the clocks go forward
                ("2024-12-02T08:00:00Z", "PT48H", "calendar", "2024-12-04T08:00:00Z"),
                ("2024-12-02T08:00:00Z", "PT90M", "calendar", "2024-12-02T09:30:00Z"),
                ("2024-12-02T08:00:00Z", "P1W", "calendar", "2024-12-08T22:00:00Z"),
                ("2024-12-02T08:00:00Z", "P1Y", "calendar", "2025-12-01T22:00:00Z"),
                ("2024-12-31T08:00:00Z", "P2M", "calendar", "2025-02-27T22:00:00Z")):
            self.assertEqual(self.end(start, duration, days), decode_time(closes), (start, duration))

    def test_times(self):
        for text in ("2024-11-30T22:00:60Z", "2024-02-30T00:00:00Z", "2024-11-30 22:00:00Z", "2024-11-30T22:00:00",
                     "2024-11-30T22:00:00.0Z", "2024-11-30T22:00:00Z\n", "٢٠٢٤-11-30T22:00:00Z"):
            with self.assertRaises(Malformed, msg=text):
                decode_time(text)


class Expressions(unittest.TestCase):
    statutes = Statutes(make_log.statutes(), lambda roll: ["M01", "M02"])

    def holds(self, test, **facts):
        return self.statutes.holds(test, Subject(
            facts, status="applicant", closes_on=decode_date("2024-11-30")))

    def test_three_values(self):
        for test, expected in (
                ("small", None), ("not small", None), ("known(oblast)", False), ("not known(oblast)", True),
                ("small and paid_staff > 3", False), ("small or paid_staff < 3", True), ("status == member", False),
                ("(small or not small) and known(paid_staff)", None), ("oblast in [UA-30]", None)):
            self.assertIs(self.holds(test, paid_staff="2"), expected, test)

    def test_facts(self):
        for test, facts, expected in (
                ("small", dict(budget_uah="5\u00a0000 000", paid_staff="10"), True),
                ("small", dict(budget_uah="5000001", paid_staff="10"), False),
                ("seasoned", dict(registered_on="2022-11-30"), True), ("seasoned", dict(registered_on="01.12.2022"), False),
                ("seasoned", dict(registered_on="31.02.2020"), None), ("known(edrpou)", dict(edrpou="9900018"), False),
                ("known(edrpou)", dict(edrpou="99000146"), True), ("known(edrpou)", dict(edrpou="99000147"), False),
                ("count_in(sponsors, members) >= 2", dict(sponsors="M01;M01"), False),
                ("count_in(sponsors, members) >= 2", dict(sponsors="M01;M02"), True)):
            self.assertIs(self.holds(test, **facts), expected, (test, facts))

    def test_facts_of_the_wrong_form(self):
        for name, text in (("budget_uah", "-5"), ("budget_uah", "1.5"), ("registered_on", "1.5.2016"), ("oblast", "UA-99"),
                           ("party_affiliated", "Yes"), ("legal_form", "zz"), ("documents", "statute manifesto"),
                           ("sponsors", "M01,M02")):
            self.assertIs(self.holds("known(%s)" % name, **{name: text}), False, text)
        for name, text in (("budget_uah", " 1 000\u00a0000 "), ("documents", ""), ("documents", " statute ; ;statute"),
                           ("sponsors", ";"), ("legal_form", " go ")):
            self.assertIs(self.holds("known(%s)" % name, **{name: text}), True, text)
        self.assertIs(self.holds("known(documents)"), True)

    def test_shortcomings(self):
        subject = Subject({
            "legal_form": "llc", "budget_uah": "x", "party_affiliated": "yes", "documents": "statute", "sponsors": "M01"},
            status="applicant", closes_on=decode_date("2024-11-30"))
        for tests, codes in (
                (("eligible", "complete"), "not:national_cso missing:registered_on is:party_affiliated missing:edrpou "
                 "missing:oblast invalid:budget_uah missing:paid_staff documents:manifesto documents:code_of_conduct "
                 "documents:localisation_pledge sponsors:1_of_2"),
                (("count_in(sponsors, members) > 1", "small", "small"), "sponsors:1_of_2 invalid:budget_uah missing:paid_staff"),
                (("national_cso or not party_affiliated",), "not:national_cso or not party_affiliated"),
                (("national_cso or small or frontline",), "invalid:budget_uah missing:paid_staff missing:oblast"),
                (("not national_cso and party_affiliated",), ""), (("not small",), "invalid:budget_uah missing:paid_staff"),
                (("not party_affiliated and party_affiliated == no",), "is:party_affiliated not:not party_affiliated and "
                 "party_affiliated == no"),
                (("seat_ready",), "unknown:seat_ready invalid:budget_uah missing:paid_staff")):
            self.assertEqual(" ".join(self.statutes.shortcomings(tests, subject)), codes, tests)

    def test_what_does_not_parse(self):
        for text in ("", "a b", "a ==", "f(a)", "years(a)", "(a", "a == b == c", "[a]]", "a; b", "and", "1 +"):
            with self.assertRaises(Refused, msg=text):
                Parser(text).parse()

    def test_conditions_on_tallies(self):
        counts = dict(yes=8, no=4, abstain=2, take_part=14, cast=12, taking_part=14, electors=16, seats=16)
        for text, expected in (("yes >= 2/3 of cast", True), ("yes > 2/3 of cast", False), ("yes > 1/2 of electors", False),
                               ("take_part >= 1/2 of electors and no <= 4", True)):
            self.assertEqual(condition(text, counts), expected, text)
        self.assertFalse(condition("yes >= 2/3 of cast", dict(counts, yes=0, cast=0)))


class Whole(unittest.TestCase):
    def test_the_story_holds(self):
        for back_end in BACK_ENDS:
            with mock.patch.object(ed25519, "Ed25519PublicKey", back_end), \
                    mock.patch.object(ed25519, "is_signed", original_is_signed):
                state, broken = check(story().bytes({1, 2, 30}.union({len(story().entries)})))
            self.assertIsNone(broken and broken.message)
            report = as_json(state, broken)
            self.assertEqual((report["entries"], report["checkpoints"], report["rehearsal"]), (59, 4, True))
            self.assertEqual(report["members"], MEMBERS + ["M17"])
            self.assertEqual(report["votes"]["W-1"]["B-1"], {
                "counts": {"yes": 8, "no": 4, "abstain": 2}, "ballots": 14, "electors": 16, "blocs": {},
                "outcome": "carried"})
            self.assertEqual(report["votes"]["W-1"]["B-2"]["outcome"], "lost")

    def test_the_open_call_holds(self):
        log = make_log.open_call(SAMPLE)
        state, broken = check(log.bytes())
        self.assertIsNone(broken and broken.message)
        self.assertEqual(sum(a.disposition == "eligible" for a in state.applications.values()), 33)
        self.assertEqual([a.id for a in state.applications.values() if a.outcome == "carried"], sorted(log.chosen))

    def test_the_open_call_with_one_verdict_changed(self):
        log = make_log.open_call(SAMPLE)
        index = next(i for i, e in enumerate(log.entries) if e[1].get("related") == "A-053")
        log.entries[index][1].pop("related")
        _, broken = check(log.bytes())
        self.assertEqual((broken.entry, broken.reason), (index, "wrong_screening"))


class Damage(unittest.TestCase):
    def test_every_bit(self):
        log = tiny_log()
        data = log.bytes({1, 3})
        state, broken = check(data)
        self.assertIsNone(broken and broken.message)
        step = 1 if ed25519.Ed25519PublicKey else 17  # the slow arithmetic: every seventeenth bit
        for bit in range(0, len(data) * 8, step):
            flipped = bytearray(data)
            flipped[bit // 8] ^= 1 << bit % 8
            state, broken = check(bytes(flipped))
            self.assertIsNotNone(broken, "bit %d of byte %d" % (bit % 8, bit // 8))
            self.assertIn(broken.kind, ("tampered", "foreign"), (bit, broken.message))

    def test_every_cut(self):
        log = tiny_log()
        data, first = log.bytes({1, 3}), len(log.frames(list(log.bodies())[:1]))
        for length in range(len(data)):
            state, broken = check(data[:length])
            if length < first:
                self.assertEqual(broken.kind, "cut", length)
            else:
                self.assertEqual((state.size, state.uncommitted_bytes), (1, length - first))

    def test_a_flipped_statement_is_named(self):
        log = fresh()
        bodies = list(log.bodies())
        data = log.bytes()
        for index in (0, 1, 20, 58):
            at = data.index(bodies[index]) + bodies[index].index(b'"ledger":"') + 12
            _, broken = check(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
            self.assertEqual((broken.kind, broken.entry), ("tampered", index))

    def test_swapped_entries(self):
        log = fresh()
        bodies, data = list(log.bodies()), log.bytes()
        for a in range(len(bodies) - 1):
            swapped = bodies[:a] + [bodies[a + 1], bodies[a]] + bodies[a + 2:]
            self.assertIsNotNone(check(log.frames(swapped))[1])
            frame = [b"entry %d\n%s" % (len(body), body) for body in bodies[a:a + 2]]
            self.assertIsNotNone(check(data.replace(b"".join(frame), frame[1] + frame[0]))[1])

    def test_a_frame_left_out_or_doubled(self):
        log = fresh()
        bodies = list(log.bodies())
        for a in range(len(bodies) - 1):
            self.assertIsNotNone(check(log.frames(bodies[:a] + bodies[a + 1:]))[1])
            self.assertIsNotNone(check(log.frames(bodies[:a + 1] + bodies[a:]))[1])

    def test_what_a_crash_leaves_is_reported(self):
        log = tiny_log()
        data = log.bytes({1, 3})
        for tail in (b"\0" * 512, b"entry 10\n", b"entry 3\nab", b"checkp", b"\xff\xfe"):
            state, broken = check(data + tail)
            self.assertEqual((broken, state.uncommitted_bytes), (None, len(tail)))

    def test_checkpoints(self):
        log = tiny_log()
        bodies, data = list(log.bodies()), log.bytes()
        good = log.checkpoint(bodies)

        def frame(text):
            return b"checkpoint %d\n%s" % (len(text), text)

        def signed(text):
            return (text + "\n" + log.key.line(text.encode())).encode()

        witness = good + "— w.org/w 3q2+7wAAAAA=\n".encode()
        self.assertIsNone(check(data + frame(witness))[1])
        text = good.decode().split("\n\n")[0] + "\n"
        for bad in (signed(text + "extension\n"), signed(text.replace("a.org/l", "b.org/l")),
                    signed(text.replace("\n3\n", "\n03\n")), signed(text.replace("\n3\n", "\n2\n")),
                    good + log.key.line(text.encode()).encode(), good.split("—".encode())[0] + witness[len(good):],
                    good[:-1] + b" \n"):
            self.assertEqual(check(data + frame(bad))[1].kind, "tampered", bad)

    def test_a_log_of_somebody_else(self):
        log = tiny_log()
        expected = notes.decode_vkey(Key("a.org/l", b"\x07" * 32).vkey)
        self.assertEqual(check(log.bytes(), expected)[1].kind, "foreign")
        self.assertIsNone(check(log.bytes(), notes.decode_vkey(log.key.vkey))[1])
        self.assertEqual(check(b"PK\x03\x04 something else\n")[1].kind, "foreign")


class Dishonesty(unittest.TestCase):
    """What an operator who holds the log's key, and signs everything anew, still cannot record."""

    def index(self, log, type_, **fields):
        return next(i for i, (_, s, _) in enumerate(log.entries) if s["type"] == type_ and all(
            s.get(name) == value for name, value in fields.items()))

    def refuse(self, code, type_, change, entry=None, **fields):
        log = fresh()
        index = self.index(log, type_, **fields)
        change(log.entries[index])
        _, broken = check(log.bytes())
        self.assertIsNotNone(broken, (code, type_))
        self.assertEqual((broken.reason, broken.entry), (code, index if entry is None else entry), broken.message)

    def test_statements(self):
        other = Key("alliance.example.org/other")

        def put(**fields):
            return lambda entry: entry[1].update(fields)

        def drop(name):
            return lambda entry: entry[1].pop(name)

        def inside(name, place, **fields):
            return lambda entry: entry[1][name][place].update(fields)

        def signers(*more, drop=0):
            return lambda entry: entry.__setitem__(2, entry[2][drop:] + list(more))

        def swap(entry):
            rows = entry[1]["ranking"]
            rows[0], rows[1] = rows[1], rows[0]

        log = story()
        early = lambda entry: entry.__setitem__(0, "2024-09-30T10:00:00Z")  # noqa: E731
        shift = lambda entry: entry.__setitem__(0, "2024-11-30T21:59:59Z")  # noqa: E731
        for code, type_, fields, change in (
                ("wrong_counts", "call.closed", {}, put(counts=dict(early=1, late=1, superseded=0, withdrawn=0, standing=3))),
                ("wrong_screening", "application.screened", {"application": "B-3"}, put(disposition="eligible", reasons=[])),
                ("wrong_screening", "application.screened", {"application": "B-3"}, put(tests=dict(TRUE))),
                ("wrong_screening", "application.screened", {"application": "B-4"}, put(disposition="eligible", reasons=[])),
                ("wrong_screening", "application.screened", {"application": "B-1"}, drop("related")),
                ("wrong_screening", "application.screened", {"application": "B-5"}, put(reasons=[])),
                ("already_screened", "application.screened", {"application": "B-3"}, put(application="B-1", disposition="eligible", reasons=[], tests=dict(TRUE))),
                ("not_eligible", "diligence.found", {}, put(application="B-3")),
                ("unknown_tier", "diligence.found", {}, put(tier="none")),
                ("recused", "review.assigned", {}, inside("assignments", 2, reviewers=[log.reviewer[r].name for r in ("R1", "R2", "R3")])),
                ("wrong_assignment", "review.assigned", {}, inside("assignments", 0, reviewers=[log.reviewer["R2"].name])),
                ("score_out_of_scale", "review.submitted", {"review": "V-1R1"}, put(scores=dict(motivation=6, localisation=4, presence=4, capacity=4, network=4))),
                ("not_a_reviewer", "review.submitted", {"review": "V-1R1"}, signers(log.member["M01"], drop=1)),
                ("duplicate_review", "review.submitted", {"review": "V-1R2"}, signers(log.reviewer["R1"], drop=1)),
                ("not_assigned", "review.submitted", {"review": "V-1R1"}, signers(log.reviewer["R6"], drop=1)),
                ("wrong_refusal", "act.refused", {"reason": "recused"}, put(reason="not_assigned")),
                ("wrong_shortlist", "shortlist.published", {}, swap),
                ("wrong_shortlist", "shortlist.published", {}, inside("ranking", 1, score="81/1")),
                ("wrong_shortlist", "shortlist.published", {}, inside("ranking", 1, selected=False, reason="no_place_left")),
                ("wrong_electorate", "vote.opened", {}, put(electorate=[[m] for m in MEMBERS[1:]])),
                ("wrong_electorate", "vote.opened", {}, put(electorate=[["M01", "M02"]] + [[m] for m in MEMBERS[2:]])),
                ("not_to_be_voted", "vote.opened", {}, put(items=["B-1", "B-5"])),
                ("malformed", "vote.opened", {}, put(items=["B-1", "B-1"])),
                ("not_to_be_voted", "vote.opened", {}, put(items=["B-9"])),
                ("unknown_matter", "vote.opened", {}, put(matter="agreement")),
                ("unknown_matter", "vote.opened", {}, drop("call")),
                ("wrong_round", "vote.opened", {}, put(round=2)),
                ("wrong_round", "vote.opened", {}, put(rule="majority")),
                ("wrong_weights", "vote.opened", {}, put(weights=[1] * 16)),
                ("wrong_tellers", "vote.opened", {}, put(tellers=[])),
                ("wrong_window", "vote.opened", {}, put(closes="2025-01-07T23:00:00Z")),
                ("notice_too_short", "vote.opened", {}, put(opens="2025-01-02T21:59:59Z", closes="2025-01-06T22:00:00Z")),
                ("other_text", "ballot.cast", {}, put(on="00" * 32)),
                ("not_on_ballot", "ballot.cast", {}, put(choices={"B-1": "consent"})),
                ("malformed", "ballot.cast", {}, put(choices={"B-1": "maybe"})),
                ("not_on_ballot", "ballot.cast", {}, put(choices={"B-1": ["yes"]})),
                ("malformed", "ballot.cast", {}, put(choices={"B-1": 1})),
                ("malformed", "ballot.cast", {}, put(sealed="AAAA")),
                ("malformed", "ballot.cast", {}, drop("choices")),
                ("malformed", "ballot.cast", {}, put(choices={})),
                ("unknown_choice", "ballot.cast", {}, put(choices={"B-5": "yes"})),
                ("not_an_elector", "ballot.cast", {}, signers(log.reviewer["R1"], drop=1)),
                ("unknown_key", "ballot.cast", {}, signers(other, drop=1)),
                ("voting_over", "ballot.cast", {"choices": {"B-2": "no"}}, put(sealed_at="2025-01-07T22:00:00Z")),
                ("wrong_tally", "tally.published", {}, lambda entry: entry[1]["results"][0]["counts"].update(yes=9)),
                ("wrong_tally", "tally.published", {}, inside("results", 0, ballots=15)),
                ("wrong_tally", "tally.published", {}, put(excluded=[{"ballot": "a" * 32, "reason": "left"}])),
                ("wrong_tally", "tally.published", {}, inside("results", 1, outcome="carried")),
                ("wrong_outcome", "outcome.certified", {}, put(outcomes={"B-1": "carried", "B-2": "carried"})),
                ("wrong_signers", "outcome.certified", {}, signers(drop=1)),
                ("wrong_signers", "outcome.certified", {}, signers(log.member["M01"])),
                ("wrong_signers", "call.opened", {}, signers(drop=2)),
                ("wrong_window", "call.opened", {}, put(closes="2024-12-01T22:00:00Z")),
                ("wrong_signers", "key.enrolled", {}, lambda entry: entry[2].pop()),
                ("not_admitted", "member.admitted", {}, put(application="B-2", member="M18")),
                ("party_exists", "member.admitted", {}, put(member="M16")),
                ("wrong_rolls", "member.admitted", {}, put(rolls=["frontline_members", "small_members"])),
                ("time_runs_back", "tally.published", {}, early),
                ("time_runs_back", "application.submitted", {"application": "B-4"}, lambda e: e.__setitem__(0, "2024-11-06T09:59:59Z")),
                ("received_in_future", "application.submitted", {"application": "B-4"}, shift),
                ("other_ledger", "diligence.found", {}, put(ledger="other.example.org")),
                ("repeated_id", "diligence.found", {}, put(id=log.entries[3][1]["id"])),
                ("already_founded", "diligence.found", {}, lambda e: (e[1].clear(), e[1].update(log.entries[0][1], id="a" * 32), e.__setitem__(2, log.entries[0][2]))),
                ("malformed", "diligence.found", {}, put(type="diligence.invented")),
                ("malformed", "diligence.found", {}, put(extra="x")),
                ("malformed", "diligence.found", {}, drop("tier")),
                ("malformed", "call.closed", {}, put(counts={"early": "1"})),
                ("malformed", "ledger.founded", {}, drop("seats"))):
            with self.subTest(code=code, type=type_):
                self.refuse(code, type_, change, **fields)

    def test_a_member_without_a_vote(self):
        log = fresh()
        index = self.index(log, "vote.opened")
        enrol = self.index(log, "key.enrolled")
        log.entries[index:enrol] = []
        _, broken = check(log.bytes())
        self.assertEqual((broken.entry, broken.reason), (index, "not_admitted"))

    def test_a_ballot_turned_round(self):
        log = fresh()
        index = self.index(log, "ballot.cast")
        bodies = list(log.bodies())
        bodies[index] = bodies[index].replace(b'"B-1":"yes"', b'"B-1":"no"')
        _, broken = check(log.frames(bodies))
        self.assertEqual((broken.entry, broken.kind, broken.reason), (index, "tampered", "bad_signature"))

    def test_a_ballot_left_out_changes_the_tally(self):
        log = fresh()
        del log.entries[self.index(log, "ballot.cast")]
        _, broken = check(log.bytes())
        self.assertEqual(broken.reason, "wrong_tally")

    def test_a_revoked_key(self):
        log = fresh()
        index = self.index(log, "ballot.cast")
        now = log.entries[index][0]
        revoked = {"type": "key.revoked", "ledger": log.origin, "id": "b" * 32, "key": log.member["M03"].name, "reason": "lost"}
        log.entries.insert(index, [now, revoked, [log.member["M03"]]])
        _, broken = check(log.bytes())
        self.assertEqual((broken.entry, broken.reason), (index + 3, "revoked_key"))

    def test_a_refusal_of_what_is_to_be_let_in(self):
        log = fresh()
        index = self.index(log, "ballot.cast", choices={"B-2": "no"})
        _, statement, signers = log.entries[index]
        line = canonical(statement) + "\n"
        refused = {"type": "act.refused", "ledger": log.origin, "id": "c" * 32, "reason": "voting_over",
                   "statement": line[:-1], "signatures": [key.line(line.encode())[:-1] for key in signers]}
        log.entries[index] = [log.entries[index][0], refused, [log.registrar]]
        _, broken = check(log.bytes())
        self.assertEqual((broken.entry, broken.reason), (index, "wrong_refusal"))
        refused["statement"] = canonical(dict(statement, vote="W-9"))
        self.assertEqual(check(log.bytes())[1].reason, "bad_signature")

    def test_a_family_has_one_vote_and_three_objections_pull(self):
        log = fresh()
        objection = self.index(log, "objection.withdrawn")
        del log.entries[objection]
        _, broken = check(log.bytes())
        self.assertEqual((broken.entry, broken.reason), (self.index(log, "vote.opened"), "debated_separately"))
        log = fresh()
        opened = self.index(log, "vote.opened")
        tie = {"type": "relation.declared", "ledger": log.origin, "id": "d" * 32, "kind": "family", "from": "M01", "to": "M07"}
        log.entries.insert(opened, [log.entries[opened][0], tie, [log.member["M01"]]])
        _, broken = check(log.bytes())
        self.assertEqual((broken.entry, broken.reason), (opened + 1, "wrong_electorate"))


class OtherActs(unittest.TestCase):
    """Extensions, offices, suspensions, appeals, withdrawals: each admitted, each once refused."""

    def holds(self, log, members=MEMBERS):
        state, broken = check(log.bytes())
        self.assertIsNone(broken and (broken.entry, broken.reason, broken.message))
        return state

    def refused(self, log, code):
        _, broken = check(log.bytes())
        self.assertEqual((broken and broken.reason, broken and broken.entry), (code, len(log.entries) - 1))
        log.entries.pop()

    def test_an_outage_extends_the_call(self):
        log = Alliance().found().call()
        by = [log.registrar, log.witnesses[0]]  # the witness is the co-signature
        log.at("2024-12-01T08:00:00Z").say("call.extended", by, call="C-1", closes="2024-12-07T22:00:01Z", ground="power")
        self.refused(log, "extension_too_long")
        log.say("call.extended", by + [log.member["M03"]], call="C-1", closes="2024-12-07T22:00:00Z",
                ground="power")
        self.refused(log, "wrong_signers")
        log.say("call.extended", by, call="C-1", closes="2024-12-07T22:00:00Z", ground="power")
        log.submit("B-1", "2024-12-07T21:59:59Z")
        log.at("2024-12-09T21:59:59Z").office("call.closed", call="C-1", counts={
            "early": 0, "late": 0, "superseded": 0, "withdrawn": 0, "standing": 1})
        self.refused(log, "call_still_open")
        log.at("2024-12-09T22:00:00Z").office("call.closed", call="C-1", counts={
            "early": 0, "late": 0, "superseded": 0, "withdrawn": 0, "standing": 1})
        self.holds(log)

    def test_offices_and_keys(self):
        log = Alliance().found()
        new = Key("alliance.example.org/teller-3")
        log.at("2024-10-02T08:00:00Z")
        log.say("office.assigned", [log.registrar, new] + log.steering(), role="teller", key=new.vkey)
        self.refused(log, "too_many_holders")
        log.say("key.revoked", [log.registrar, log.member["M01"]], key=log.tellers[1].name, reason="lost")
        log.say("office.assigned", [log.registrar, new] + log.steering(4), role="teller", key=new.vkey)
        self.refused(log, "wrong_signers")
        log.say("office.assigned", [log.registrar, new] + log.steering(), role="teller", key=new.vkey)
        log.say("key.revoked", [log.member["M16"]], key=log.member["M16"].name, reason="compromised")
        again = Key("alliance.example.org/m16-b")
        log.say("key.enrolled", [log.registrar, again, log.member["M16"]], key=again.vkey, party="M16")
        self.refused(log, "revoked_key")
        log.say("key.enrolled", [log.registrar, again, log.member["M02"]], key=log.member["M16"].vkey, party="M16")
        self.refused(log, "unknown_key")
        log.say("key.enrolled", [log.registrar, again, log.member["M02"]], key=again.vkey, party="M16")
        self.holds(log)

    def test_an_appeal_is_remitted(self):
        log = Alliance().found().call()
        key = Key("applicant.example.org/eve")
        log.submit("B-1", "2024-11-05T08:00:00Z", key, facts={"legal_form": "llc"})
        log.submit("B-2", "2024-11-05T09:00:00Z", facts={"edrpou": make_log.edrpou("9900002")})
        log.at("2024-11-06T08:00:00Z").office("application.withdrawn", application="B-2",
                                              received_at="2024-11-05T10:00:00Z")
        log.office("application.withdrawn", application="B-2", received_at="2024-11-05T10:00:00Z")
        self.refused(log, "already_withdrawn")
        log.at("2024-12-03T08:00:00Z").office("call.closed", call="C-1", counts={
            "early": 0, "late": 0, "superseded": 0, "withdrawn": 1, "standing": 1})
        log.office("application.screened", application="B-2", disposition="withdrawn", reasons=["withdrawn"], tests=TRUE)
        log.office("application.screened", application="B-1", disposition="ineligible", reasons=["not:national_cso"],
                   tests={"eligible": "false", "complete": "true"})
        appeal = dict(appeal="P-1", application="B-1", ground="we are not")
        log.at("2025-01-01T22:00:00Z").say("appeal.filed", [key], **appeal)
        self.refused(log, "appeal_window_over")
        log.at("2025-01-01T21:59:59Z").say("appeal.filed", [key], **appeal)
        log.say("appeal.ruled", [log.member["M10"]], appeal="P-1", verdict="remit", ground="papers")
        self.refused(log, "wrong_signers")
        log.say("appeal.ruled", [log.member["M10"], log.member["M01"]], appeal="P-1", verdict="remit", ground="papers")
        self.refused(log, "wrong_signers")
        log.say("appeal.ruled", [log.member["M10"], log.member["M13"]], appeal="P-1", verdict="remit", ground="papers")
        log.say("application.repaired", [key], application="B-1", facts={"legal_form": "go"}, relations={})
        log.office("application.screened", application="B-1", disposition="eligible", reasons=[], tests=TRUE)
        self.holds(log)

    def test_an_inquorate_vote_may_be_repeated(self):
        log = fresh()
        index = next(i for i, e in enumerate(log.entries) if e[1]["type"] == "ballot.cast")
        log.entries = log.entries[:index]
        for m in MEMBERS[:7]:
            log.at("2025-01-04T08:00:00Z").ballot(m, "W-1", log.vote, {"B-1": "yes", "B-2": "abstain"})
        log.at("2025-01-08T10:00:00Z").office("tally.published", vote="W-1", excluded=[], results=[
            result("B-1", "inquorate", yes=7, no=0, abstain=0), result("B-2", "inquorate", yes=0, no=0, abstain=7)])
        log.say("outcome.certified", [log.registrar] + log.tellers, vote="W-1",
                outcomes={"B-1": "inquorate", "B-2": "inquorate"})
        again = dict(call="C-1", matter="admission", rule="two_thirds", round=2, items=["B-1"], electorate=[[m] for m in MEMBERS],
                     opens="2025-01-12T08:00:00Z", closes="2025-01-16T22:00:00Z")
        log.office("vote.opened", vote="W-1", **again)
        self.refused(log, "vote_exists")
        log.office("vote.opened", vote="W-2", **again)
        self.holds(log)


class Command(unittest.TestCase):
    def run_on(self, data, *options, interpreter=()):
        with tempfile.NamedTemporaryFile(suffix=".viche") as file:
            file.write(data)
            file.flush()
            return subprocess.run([sys.executable, *interpreter, VERIFY, file.name, *options],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_text(self):
        done = self.run_on(story().bytes(), "--log-key", story().key.vkey)
        text = done.stdout.decode()
        self.assertEqual(done.returncode, 0, text)
        for part in ("REHEARSAL", "59 entries", "17 members", "yes 8, no 4, abstain 2, of 16", "member M17", "head: 59 entries", "\nOK\n"):
            self.assertIn(part, text)

    def test_json_of_a_broken_log_also_without_asserts(self):
        log = fresh()
        log.entries[-1][1]["rolls"] = ["\u001b[31m\u202e"]
        for interpreter in ((), ("-O",)):
            done = self.run_on(log.bytes(), "--json", interpreter=interpreter)
            report = json.loads(done.stdout.decode())
            self.assertEqual((done.returncode, report["ok"], report["entry"]), (1, False, 58))
        self.assertNotIn(b"\x1b", self.run_on(log.bytes()).stdout)

    def test_usage(self):
        self.assertEqual(self.run_on(b"", "--nonsense").returncode, 64)
        self.assertEqual(self.run_on(b"", "--log-key", "x").returncode, 65)
        self.assertEqual(self.run_on(b"").returncode, 1)
        done = subprocess.run([sys.executable, VERIFY, "no/such/file"], stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 66)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Checks of every statement, the founding, offices and keys."""

import copy
import hashlib

from .cases import branch
from .club import FEW, Club, club
from .tiny import Tiny, tiny
from make_log import Key


def every_statement(cases):
    log = tiny()
    log.ally(by="A", to="B")
    log.entries[-1][1]["ledger"] = "other.example/log"
    cases.refused(log, "other_ledger", "A statement that was signed for another ledger.")
    founding = branch(log)
    founding.entries = founding.entries[1:]
    cases.bad("not_founded-1", founding.bytes(), "The first entry is no founding.", "not_founded", 0)
    log.found()
    log.entries[-1][1]["id"] = "a" * 32
    cases.refused(log, "already_founded", "The founding a second time, under another id.")
    log.ally()
    log.entries[-1][1]["id"] = log.entries[1][1]["id"]
    cases.refused(log, "repeated_id", "An id that the second entry has.")
    log.at("2025-01-07T07:59:59Z").ally()
    cases.refused(log, "time_runs_back", "A second before the last entry.")
    log.at("2026-01-01T00:00:00Z").ally()
    cases.refused(log, "outside_calendar", "The first moment for which the calendar does not speak.")
    log.at("2025-12-31T23:59:59Z").ally()
    cases.holds("calendar-last", log, "The last second for which the calendar speaks.", members=["A", "B"])
    log = tiny()
    log.say("relation.declared", [Key("tiny.example/z")], kind="ally", **{"from": "A", "to": "B"})
    cases.refused(log, "unknown_key", "A signer whose key no entry registered.")
    log.say("key.revoked", [log.member["A"]], key=log.member["A"].name, reason="lost")
    log.ally()
    cases.refused(log, "revoked_key", "A key that the entry before it revoked.")
    cases.holds("key-revoked", log, "A member takes back its own key, and stays a member.", members=["A", "B"])
    log = tiny()
    log.at("2025-01-08T08:00:00Z").say("key.revoked", [log.member["B"]], key=log.member["B"].name, reason="lost",
                                       **{"from": "2025-01-08T08:00:01Z"})
    cases.refused(log, "received_in_future", "A key is to be revoked from a moment that is to come.")


def founding(cases):
    """The first entry; the statutes in it."""

    def put(code, about, **changes):
        log = Club().found(**dict({"policy": FEW}, **changes))
        number = sum(row.get("reason") == code for row in cases.rows) + 1
        cases.bad("%s-%d" % (code, number), log.bytes(), about, code, 0)

    plain = Club().founding(policy=FEW)
    other = Club("other.example/log")
    put("other_ledger", "The log's key has another name than the ledger.", log_key=other.key.vkey)
    for about, change in (
            ("The statutes lack a section.", lambda s: s.pop("mandates")),
            ("The statutes have a key that their language does not have.", lambda s: s["rules"]["majority"].update(quorom="1/2")),
            ("The statutes have a number where every scalar is a text.", lambda s: s.update(version=1)),
            ("An expression of the statutes names an attribute that is not there.",
             lambda s: s["define"].update(small="buget <= 100")),
            ("Definitions of the statutes lead back to themselves.",
             lambda s: s["define"].update(small="poor", poor="small")),
            ("A condition counts what the ballot does not offer.",
             lambda s: s["rules"]["majority"].update({"pass": "consent > 1/2 of cast"})),
            ("A rule names a window that is not there.", lambda s: s["rules"]["majority"].update(window="someday")),
            ("A share is written as a decimal number.",
             lambda s: s["rules"]["majority"].update({"pass": "yes > 0.5 of cast"}))):
        policy = copy.deepcopy(FEW)
        change(policy)
        put("statutes_faulty", about, policy=policy)
        cases.rows[-1]["lint"] = True
    doubled = copy.deepcopy(plain["founders"])
    doubled[1]["key"] = doubled[0]["key"]
    put("key_used_before", "Two founders have one key.", founders=doubled,
        signers=[*Club().keys("ACDE"), Club().registrar, Club().witness])
    put("key_used_before", "The log's own key is a founder's too.",
        founders=[dict(plain["founders"][0], key=Club().key.vkey)] + plain["founders"][1:],
        signers=[Club().key, *Club().keys("BCDE"), Club().registrar, Club().witness])
    doubled = copy.deepcopy(plain["founders"])
    doubled[1]["party"] = "A"
    put("party_exists", "Two founders have one name.", founders=doubled)
    put("unknown_party", "An office is held for a party that is no founder.",
        offices=plain["offices"] + [{"role": "teller", "key": Key("club/x").vkey, "party": "X"}],
        signers=[*Club().member.values(), Club().registrar, Club().witness, Key("club/x")])
    put("unknown_role", "An office of a role that the statutes do not have.",
        offices=plain["offices"] + [{"role": "king", "key": Club().member["A"].vkey, "party": "A"}])
    put("unknown_role", "Nobody is the registrar.", offices=plain["offices"][1:],
        signers=[*Club().member.values(), Club().witness])
    put("unknown_seat", "A seat of a class that the statutes do not have.", seats=[{"seat": "throne", "party": "A"}])
    put("too_many_holders", "Three tellers, where the role has two.",
        offices=plain["offices"] + [{"role": "teller", "key": Club().member["C"].vkey, "party": "C"}])
    put("too_many_holders", "Three holders of the two seats of the board.",
        seats=plain["seats"] + [{"seat": "board_seat", "party": "E"}])
    put("incompatible_office", "Both tellers are of one family.",
        relations={m: {"family": ["F"]} for m in "DE"})
    put("incompatible_office", "A is on the board and hears appeals.",
        seats=plain["seats"][:2] + [{"seat": "judge_seat", "party": "A"}])
    put("unknown_fact", "A founder states a fact that the statutes do not ask.", stated={"A": {"colour": "red"}})
    put("unknown_fact", "A founder states a fact about a nominee.", stated={"A": {"woman": "yes"}})
    put("unknown_relation", "A founder has a tie of a kind that the statutes do not know.", relations={"A": {"enemy": ["B"]}})
    put("outside_calendar", "The calendar is for another time zone than the statutes'.",
        calendar=dict(plain["calendar"], timezone="Europe/Kyiv"))
    put("wrong_signers", "A founder did not sign.", signers=[*Club().keys("ABCD"), Club().registrar, Club().witness])
    cases.holds("club", club(), "The founding of the club: five members, seven offices, four seats.", checkpoints=1,
                members=list("ABCDE"), holders={"board_seat": ["A", "B"], "judge_seat": ["C", "D"]}, statutes_version=1)


def keys(cases):
    log = club(policy=FEW).at("2025-01-07T08:00:00Z")
    new, newer = Key("club/n"), Key("club/n2")
    log.say("office.assigned", [log.registrar, new, *log.keys("AB")], role="teller", key=new.vkey)
    cases.refused(log, "too_many_holders", "A third teller, where the role has two.")
    log.say("office.assigned", [log.registrar, new, *log.keys("AB")], role="king", key=new.vkey)
    cases.refused(log, "unknown_role", "An office of a role that the statutes do not have.")
    log.say("key.enrolled", [log.registrar, new, log.member["B"]], key=new.vkey, party="A")
    cases.refused(log, "key_in_force", "A has a voting key in force.")
    log.say("key.enrolled", [log.registrar, new, log.member["B"]], key=new.vkey, party="X")
    cases.refused(log, "unknown_party", "A key for a party that is no member.")
    log.say("key.revoked", [log.registrar, log.member["B"]], key=log.member["A"].name, reason="lost")
    log.say("key.enrolled", [log.registrar, log.member["A"], log.member["B"]], key=log.member["A"].vkey, party="A")
    cases.refused(log, "key_used_before", "The revoked key is enrolled again, and signs.")
    log.say("key.enrolled", [log.registrar, new], key=new.vkey, party="A")
    cases.refused(log, "wrong_signers", "The co-signature is missing that the statutes ask of the registrar here.")
    renamed = Key("club/x", hashlib.sha256(log.member["A"].name.encode()).digest())
    log.say("key.enrolled", [log.registrar, renamed, log.member["B"]], key=renamed.vkey, party="A")
    cases.refused(log, "key_used_before", "A's revoked public key under another name.")
    log.say("key.enrolled", [log.registrar, new, log.member["B"]], key=new.vkey, party="A")
    log.say("key.rotated", [new], key=new.name, to=newer.vkey)
    cases.refused(log, "wrong_signers", "A key is rotated without the new key's signature.")
    log.say("key.rotated", [new, newer], key=new.name, to=newer.vkey)
    log.say("relation.declared", [newer], kind="funds", **{"from": "A", "to": "X"})
    cases.refused(log, "unknown_party", "A tie to a party that is not there.")
    log.say("relation.declared", [newer], kind="enemy", **{"from": "A", "to": "B"})
    cases.refused(log, "unknown_relation", "A tie of a kind that the statutes do not know.")
    log.say("relation.declared", [newer], kind="funds", **{"from": "A", "to": "B"})
    cases.holds("keys", log, "A's key is lost and revoked, another enrolled, and that one rotated; the newest signs.",
                members=list("ABCDE"))
    # The secretariat is handed over, with another key of the log.
    log = club(policy=FEW).at("2025-01-07T08:00:00Z")
    registrar, log_key = Key("club/r2"), Key(log.origin, b"\5" * 32)
    log.say("secretariat.handed_over", [registrar, log.registrar, log.member["A"]], key=registrar.vkey, log_key=log_key.vkey)
    log.later_keys = [(1, log_key)]
    cases.refused(log, "wrong_signers", "One of two of the board signs the handover, which needs more than half of the seats.")
    log.say("secretariat.handed_over", [registrar, log.registrar, *log.keys("AB")], key=registrar.vkey, log_key=Key("x.example").vkey)
    log.later_keys = []
    cases.refused(log, "other_ledger", "The log's new key has another name than the ledger.")
    log.say("secretariat.handed_over", [registrar, log.registrar, *log.keys("AB")], key=registrar.vkey, log_key=log_key.vkey)
    old = log.bytes({1, 2})
    cases.bad("handover-old-key", old, "After the handover the old key signs the checkpoint that covers it.", "checkpoint",
              place=old.rindex(b"checkpoint "))
    log.later_keys = [(1, log_key)]
    log.at("2025-01-08T08:00:00Z").say("relation.declared", log.keys("A"), kind="funds", **{"from": "A", "to": "B"})
    cases.good("handover", log.bytes({1, 2, 3}), "The secretariat is handed over; the new key signs every checkpoint from then on.",
               entries=3, checkpoints=3, members=list("ABCDE"))
    cases.good("handover-known-key", log.bytes({1, 2, 3}), "The same; the first key of the log is the one expected.",
               log_key=log.key.vkey, entries=3)
    cases.good("handover-known-new-key", log.bytes({1, 2, 3}), "The same; the later key is the one expected.",
               log_key=log_key.vkey, entries=3)


def write(cases):
    every_statement(cases)
    founding(cases)
    keys(cases)

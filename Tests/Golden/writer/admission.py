# SPDX-License-Identifier: Apache-2.0
"""A call, from its opening to new members: screening, reviews, a shortlist, objections, votes, an appeal."""

import hashlib

from .cases import Passing, branch
from .club import ALL, club, code, only
from make_log import Key, result

POLICY = only(rules="board majority board_of_appeals", matters="plan admission", selections="intake",
              procedures="admission talks", windows="call fix review object vote")
TRUE = {"eligible": "true", "complete": "true"}
OPENED = dict(call="C-1", procedure="admission", opens="2025-01-08T00:00:00Z", closes="2025-01-18T00:00:00Z")


def submit(log, application, at, number, key=None, **more):
    """`number` makes the applicant's code; facts that are None are not stated."""
    facts = dict({"form": "ngo", "code": code(number), "budget": "500", "papers": "charter;pledge"}, **more.pop("facts", {}))
    fields = dict(call="C-1", application=application, channel="statement" if key else "paper", name={"en": application},
                  facts={k: v for k, v in facts.items() if v}, relations={}, commitments={})
    fields.update({"key": key.vkey} if key else {"received_at": at})
    fields.update(more)
    fields = {k: v for k, v in fields.items() if v is not None}
    log.at(at).say("application.submitted", [key or log.registrar], **fields)


def screened(log, application, disposition, *reasons, tests=TRUE, **more):
    log.office("application.screened", application=application, disposition=disposition, reasons=list(reasons), tests=tests, **more)


def review(log, by, application, merit, need, name=None):
    log.by(by, "review.submitted", review=name or "%s.%s" % (by, application), application=application,
           scores={"merit": merit, "need": need}, commitments={})


def calls(cases):
    log = club(policy=POLICY).at("2025-01-07T08:00:00Z")
    for name, about, also, changes in (
            ("unknown_procedure", "A call of a procedure that the statutes do not have.", "AB", {"procedure": "marriage"}),
            ("unknown_procedure", "A call of a procedure in which nothing is received.", "AB", {"procedure": "talks"}),
            ("opens_in_past", "A call opens a second before it is recorded.", "AB", {"opens": "2025-01-07T07:59:59Z"}),
            ("wrong_window", "A call of ten days closes an hour late.", "AB", {"closes": "2025-01-18T01:00:00Z"}),
            ("wrong_signers", "One of two of the board opens a call, which needs more than half of the seats.", "A", {})):
        log.office("call.opened", also, **dict(OPENED, **changes))
        cases.refused(log, name, about)
    log.office("call.opened", "AB", **OPENED)
    log.office("call.opened", "AB", **OPENED)
    cases.refused(log, "call_exists", "A call of a name that is taken.")
    # The first one's grace is over on the 19th at midnight.
    log.office("call.opened", "AB", call="C-2", procedure="admission", opens="2025-01-18T23:59:59Z", closes="2025-01-28T00:00:00Z")
    cases.refused(log, "overlapping_call", "A call opens in the last second of another's grace.")
    return log


def applications(cases, log):
    ada = log.ada = Key("ada.example/1")
    submit(log, "A-0", "2025-01-07T12:00:00Z", 10)
    for code_, about, more in (
            ("unknown_call", "An application to a call that is not there.", {"call": "C-9"}),
            ("application_exists", "An application of a name that is taken.", {"application": "A-0"}),
            ("application_exists", "An application of a member's name.", {"application": "A"}),
            ("unknown_fact", "An applicant states a fact that the statutes do not ask.", {"facts": {"colour": "red"}}),
            ("unknown_relation", "An applicant has a tie of a kind that the statutes do not know.", {"relations": {"foe": ["A"]}}),
            ("received_in_future", "The letter-box received it a second after the entry.", {"received_at": "2025-01-09T08:00:01Z"}),
            ("sealed_in_future", "It was sealed five minutes and a second after it was received.",
             {"sealed_at": "2025-01-09T08:05:01Z"}),
            ("receipt_not_attested", "Neither a key of the applicant's nor a time at which the letter-box received it.",
             {"received_at": None})):
        application = more.pop("application", "A-1")
        submit(log, application, "2025-01-09T08:00:00Z", 11, **more)
        cases.refused(log, code_, about)
    submit(log, "A-1", "2025-01-09T08:00:00Z", 11, ada, facts={"budget": "50"})
    submit(log, "A-6", "2025-01-09T09:00:00Z", 12)
    submit(log, "A-2", "2025-01-10T08:00:00Z", 12, facts={"sponsors": "A"})
    submit(log, "A-3", "2025-01-10T09:00:00Z", 13, facts={"form": "firm"})
    submit(log, "A-4", "2025-01-10T10:00:00Z", 14, facts={"papers": "charter"})
    submit(log, "A-5", "2025-01-10T11:00:00Z", 15)
    withdrawn = dict(application="A-5", received_at="2025-01-11T08:00:00Z")
    log.at("2025-01-11T08:00:00Z").office("application.withdrawn", **withdrawn)
    log.office("application.withdrawn", **withdrawn)
    cases.refused(log, "already_withdrawn", "An application is withdrawn twice.")
    log.office("application.withdrawn", **dict(withdrawn, application="A-9"))
    cases.refused(log, "unknown_application", "An application that is not there is withdrawn.")
    by = [log.registrar, log.witness]
    log.say("call.extended", by, call="C-1", closes="2025-01-23T00:00:01Z", ground="power")
    cases.refused(log, "extension_too_long", "Five days and a second from the first closing, where five days are the most.")
    log.say("call.extended", by, call="C-1", closes="2025-01-18T00:00:00Z", ground="power")
    cases.refused(log, "extension_too_late", "An extension to the closing that is in force.")
    log.say("call.extended", by[:1], call="C-1", closes="2025-01-19T00:00:00Z", ground="power")
    cases.refused(log, "wrong_signers", "The witness did not sign the extension.")
    submit(log, "A-7", "2025-01-18T00:00:00Z", 17)
    submit(log, "A-8", "2025-01-18T23:59:59Z", 18, channel="offline_bundle", sealed_at="2025-01-17T23:59:59Z",
           facts={"budget": "50"})
    counts = dict(early=1, late=1, superseded=1, withdrawn=1, standing=5)
    log.office("call.closed", call="C-1", counts=counts)
    cases.refused(log, "call_still_open", "A call is closed a second before its grace is over.")
    log.at("2025-01-19T00:00:00Z").say("call.extended", by, call="C-1", closes="2025-01-20T00:00:00Z", ground="power")
    cases.refused(log, "extension_too_late", "An extension after the grace.")
    log.office("call.closed", call="C-1", counts=dict(counts, late=0, standing=6))
    cases.refused(log, "wrong_counts", "Of nine applications one came late; it is counted among those that stand.")
    screened(log, "A-1", "eligible")
    cases.refused(log, "call_still_open", "A screening before the call is closed.")
    log.office("call.closed", call="C-1", counts=counts)
    submit(log, "A-9", "2025-01-19T00:00:00Z", 19)
    cases.refused(log, "call_closed", "An application after the call was closed.")


def screening(cases, log):
    log.at("2025-01-20T08:00:00Z")
    log.office("diligence.found", application="A-1", tier="basic")
    cases.refused(log, "not_eligible", "Diligence about an application that is not screened.")
    firm, lacking = {"eligible": "false", "complete": "true"}, {"eligible": "true", "complete": "false"}
    for about, application, disposition, reasons, tests, more in (
            ("A firm is found eligible.", "A-3", "eligible", [], firm, {}),
            ("The reason for which a firm is ineligible is left out.", "A-3", "ineligible", [], firm, {}),
            ("A paper is missing, and the application is found ineligible.", "A-4", "ineligible", ["papers:pledge"], lacking, {}),
            ("Sealed in time and received within the grace, and found late.", "A-8", "late", ["late_beyond_grace"], TRUE, {}),
            ("Superseded by another of the same code, which is not named.", "A-6", "superseded", ["superseded"], TRUE, {}),
            ("Received before the opening, and found eligible.", "A-0", "eligible", [], TRUE, {})):
        screened(log, application, disposition, *reasons, tests=tests, **more)
        cases.refused(log, "wrong_screening", about)
    screened(log, "A-0", "early", "before_open")
    screened(log, "A-1", "eligible")
    screened(log, "A-1", "eligible")
    cases.refused(log, "already_screened", "An application is screened twice.")
    screened(log, "A-2", "eligible")
    screened(log, "A-3", "ineligible", "not:eligible", tests=firm)
    screened(log, "A-4", "incomplete", "papers:pledge", tests=lacking)
    screened(log, "A-5", "withdrawn", "withdrawn")
    screened(log, "A-6", "superseded", "superseded", related="A-2")
    screened(log, "A-7", "late", "late")
    screened(log, "A-8", "eligible", "grace")
    log.office("diligence.found", application="A-1", tier="deep")
    cases.refused(log, "unknown_tier", "A tier that the stage does not have.")
    log.office("review.assigned", call="C-1", assignments=[{"application": "A-1", "reviewers": ["club/a", "club/b"]}])
    cases.refused(log, "no_tier", "Reviewers before the tier is found.")
    for application in ("A-1", "A-2", "A-8"):
        log.office("diligence.found", application=application, tier="basic")
    log.office("diligence.found", application="A-1", tier="basic")
    cases.refused(log, "tier_found", "A tier is found twice.")
    log.office("shortlist.published", call="C-1", ranking=[])
    cases.refused(log, "repair_window_open", "A shortlist while an application may still be repaired.")
    repaired = dict(application="A-4", facts={"papers": "charter;pledge"}, relations={})
    log.office("application.repaired", received_at=log.now, **dict(repaired, application="A-1"))
    cases.refused(log, "not_incomplete", "An eligible application is repaired.")
    # Three working days from the 20th, of which the 21st is a holiday, are over on the 24th at midnight.
    log.at("2025-01-24T00:00:00Z").office("application.repaired", received_at=log.now, **repaired)
    cases.refused(log, "repair_window_over", "A repair at the end of three working days, with a holiday between them.")
    log.at("2025-01-23T23:59:59Z").office("application.repaired", received_at=log.now, **repaired)
    screened(log, "A-4", "eligible")
    log.at("2025-01-24T08:00:00Z").office("diligence.found", application="A-4", tier="full")


def without(log, *applications):
    """The same without some applications, which shortens what follows."""
    few = branch(log)
    few.entries = [entry for entry in few.entries if entry[1].get("application") not in applications]
    few.commits = few.commits[:len(few.entries)]
    for number, (_, statement, _) in enumerate(few.entries):
        statement["id"] = hashlib.sha256(b"%d" % number).hexdigest()[:32]
        if statement["type"] == "call.closed":
            statement["counts"] = dict(early=0, late=0, superseded=0, withdrawn=0, standing=5)
    return few


def reviews(cases, log):
    # In the order of their times, each to those with the least load, by name: A-2 not to A, its sponsor.
    right = {"A-1": "ab", "A-2": "cb", "A-4": "ac", "A-8": "ab"}

    def assign(**changes):
        log.office("review.assigned", call="C-1", assignments=[
            {"application": name, "reviewers": ["club/" + r for r in by]}
            for name, by in dict(right, **{k.replace("_", "-"): v for k, v in changes.items()}).items()])

    for code_, about, changes in (
            ("recused", "A sponsor reviews.", {"A_2": "ab"}), ("wrong_assignment", "One reviewer where two are to be.", {"A_1": "a"}),
            ("unequal_load", "One reviewer has four applications, another has one.", {"A_4": "ba"})):
        assign(**changes)
        cases.refused(log, code_, about)
    assign()
    log.office("review.assigned", call="C-1", assignments=[{"application": "A-1", "reviewers": ["club/a", "club/b"]}])
    cases.refused(log, "already_assigned", "An application has its reviewers already.")
    log.at("2025-01-27T08:00:00Z")
    review(log, "A", "A-1", 4, 2)
    for code_, about, by, application, scores, name in (
            ("review_exists", "A review of a name that is taken.", "B", "A-1", (2, 3), "A.A-1"),
            ("not_under_review", "A review of an application that is ineligible.", "B", "A-3", (2, 3), None),
            ("not_a_reviewer", "A teller reviews.", "D", "A-1", (2, 3), None),
            ("recused", "A reviews A-2, whose sponsor it is.", "A", "A-2", (2, 3), None),
            ("duplicate_review", "A second review of one reviewer.", "A", "A-1", (4, 2), "A.again"),
            ("score_out_of_scale", "A score of 6, where the scale has 5.", "B", "A-1", (6, 3), None),
            ("not_assigned", "C reviews A-1, to which it is not assigned.", "C", "A-1", (2, 3), None)):
        review(log, by, application, *scores, name=name)
        cases.refused(log, code_, about)
    # Five days from the 24th are over on the 29th at midnight.
    log.at("2025-01-29T00:00:00Z")
    review(log, "B", "A-1", 2, 3)
    cases.refused(log, "after_window", "A review when the window for reviews is over.")
    log.at("2025-01-27T08:00:00Z").office("shortlist.published", call="C-1", ranking=[])
    cases.refused(log, "reviews_missing", "A shortlist before all reviews are there, and before their window is over.")
    review(log, "B", "A-1", 2, 3)
    for by, application, merit, need in (("B", "A-2", 3, 3), ("C", "A-2", 3, 2), ("A", "A-4", 0, 0), ("C", "A-4", 1, 0),
                                         ("A", "A-8", 1, 0), ("B", "A-8", 1, 0)):
        review(log, by, application, merit, need)
    review(log, "C", "A-8", 5, 4)
    log.refuse("not_assigned")


def shortlist(cases, log):
    # A-1: 60 * 3/5 + 40 * (5/2)/4 = 61; so has A-2, and A-1 is small. A-8: 12, A-4: 6 with 1/2 of at least 1 for merit.
    rows = [{"application": "A-1", "score": "61/1", "selected": True}, {"application": "A-2", "score": "61/1", "selected": True},
            {"application": "A-8", "score": "12/1", "selected": False, "reason": "below_25"},
            {"application": "A-4", "score": "6/1", "selected": False, "reason": "criterion_minimum"}]
    log.at("2025-01-29T08:00:00Z")
    for about, ranking in (
            ("A score is not in lowest terms.", [dict(rows[0], score="122/2")] + rows[1:]),
            ("One below the least score is selected.", rows[:2] + [{"application": "A-8", "score": "12/1", "selected": True}] + rows[3:]),
            ("The one below a criterion's minimum is said to be below the least score.", rows[:3] + [dict(rows[3], reason="below_25")])):
        log.office("shortlist.published", call="C-1", ranking=ranking)
        cases.refused(log, "wrong_shortlist", about)
    log.office("shortlist.published", call="C-1", ranking=rows, lot="4711")
    cases.refused(log, "lot_needed", "A lot's value, though the call announced no source.")
    log.office("shortlist.published", call="C-1", ranking=rows)
    log.office("shortlist.published", call="C-1", ranking=rows)
    cases.refused(log, "shortlist_exists", "The shortlist is published twice.")
    vote = dict(vote="V-1", matter="admission", rule="majority", round=1, items=["A-2"], call="C-1", opens="2025-01-31T00:00:00Z",
                closes="2025-02-03T00:00:00Z", electorate=[[m] for m in "ABCDE"])
    log.at("2025-01-30T08:00:00Z").office("vote.opened", **vote)
    cases.refused(log, "objections_open", "A vote while objections can still be raised.")
    objection = dict(objection="O-1", application="A-1", ground="methods")
    log.by("B", "objection.raised", **dict(objection, application="A-4"))
    cases.refused(log, "not_on_shortlist", "An objection to somebody who was not selected.")
    log.by("B", "objection.raised", **objection)
    log.by("C", "objection.raised", **objection)
    cases.refused(log, "objection_exists", "An objection of a name that is taken.")
    log.by("C", "objection.raised", **dict(objection, objection="O-2"))
    log.say("objection.answered", [log.ada], objection="O-9", answer="no")
    cases.refused(log, "unknown_objection", "An answer to an objection that is not there.")
    # Three days from the 29th are over on 1 February at midnight.
    log.at("2025-02-01T00:00:00Z").by("D", "objection.raised", **dict(objection, objection="O-3"))
    cases.refused(log, "objections_over", "An objection when their window is over.")
    vote.update(opens="2025-02-02T00:00:00Z", closes="2025-02-05T00:00:00Z")
    log.at("2025-02-01T08:00:00Z")
    log.office("vote.opened", **dict(vote, items=["A-1", "A-2"]))
    cases.refused(log, "debated_separately", "Two objected to A-1, which must be voted on alone.")
    log.office("vote.opened", **dict(vote, items=["A-1"]))
    cases.refused(log, "objection_unanswered", "A-1 is put to the vote before it answered the objections.")
    for name in ("O-1", "O-2"):
        log.say("objection.answered", [log.ada], objection=name, answer="they are good")
    log.office("vote.opened", **vote)
    log.office("vote.opened", **dict(vote, vote="V-2", items=["A-1"]))


def decisions(cases, log):
    log.at("2025-02-03T08:00:00Z")
    for m in "ABC":
        log.cast("V-1", m, {"A-2": "yes"})
        log.cast("V-2", m, {"A-1": "yes" if m == "A" else "no"})
    log.at("2025-02-05T08:00:00Z").count("V-1", result("A-2", "carried", 5, yes=3, no=0, abstain=0))
    ben = Key("ben.example/1")
    enrolled = dict(key=ben.vkey, application="A-2")
    by = [log.registrar, ben, log.member["A"]]
    log.say("key.enrolled", by, **enrolled)
    cases.refused(log, "not_admitted", "An applicant's key before the certificate.")
    log.certify("V-1", {"A-2": "carried"})
    log.count("V-2", result("A-1", "lost", 5, yes=1, no=2, abstain=0)).certify("V-2", {"A-1": "lost"})
    log.office("application.withdrawn", application="A-2", received_at=log.now)
    cases.refused(log, "already_decided", "An application that was carried is withdrawn.")
    appeal = dict(appeal="Q-1", application="A-1", ground="they did not read it")
    log.office("appeal.filed", received_at=log.now, **dict(appeal, application="A-2"))
    cases.refused(log, "nothing_to_appeal", "An appeal against being admitted.")
    # Ten days from 5 February are over on the 15th at midnight.
    log.at("2025-02-15T00:00:00Z").say("appeal.filed", [log.ada], **appeal)
    cases.refused(log, "appeal_window_over", "An appeal when ten days are over.")
    log.at("2025-02-14T23:59:59Z").say("appeal.filed", [log.ada], **appeal)
    log.say("appeal.filed", [log.ada], **dict(appeal, appeal="Q-2"))
    cases.refused(log, "appeal_exists", "A second appeal while one is pending.")
    log.by("CD", "appeal.ruled", appeal="Q-9", verdict="remit", ground="x")
    cases.refused(log, "unknown_appeal", "A ruling on an appeal that is not there.")
    log.by("C", "appeal.ruled", appeal="Q-1", verdict="remit", ground="x")
    cases.refused(log, "wrong_signers", "One of two who hear appeals rules, which needs more than half of the seats.")
    log.by("CD", "appeal.ruled", appeal="Q-1", verdict="uphold", ground="they did")
    pledge = dict(application="A-2", document="pledge", sha256="0" * 64)
    admitted = dict(application="A-2", member="F", rolls=[])
    # Twenty days from 5 February are over on the 25th at midnight.
    log.at("2025-02-25T00:00:00Z").say("key.enrolled", by, **enrolled)
    cases.refused(log, "onboarding_over", "An applicant's key when the time to join is over.")
    log.at("2025-02-20T08:00:00Z").say("key.enrolled", by, **enrolled)
    log.office("member.admitted", "D", **admitted)
    cases.refused(log, "needs_missing", "A new member, whose pledge is not signed.")
    log.say("document.signed", [ben], **pledge)
    log.office("member.admitted", "D", **dict(admitted, rolls=["small_members"]))
    cases.refused(log, "wrong_rolls", "A new member with a budget of 500 is said to be a small one.")
    log.office("member.admitted", "D", **dict(admitted, member="E"))
    cases.refused(log, "party_exists", "A new member takes a member's name.")
    log.office("member.admitted", **admitted)
    cases.refused(log, "wrong_signers", "No teller signs that a member is admitted.")
    log.office("member.admitted", "D", **admitted)
    log.office("member.admitted", "D", **dict(admitted, member="G"))
    cases.refused(log, "already_member", "An applicant joins twice.")
    return dict(members=list("ABCDEF"), outcomes={"V-1": {"A-2": "carried"}, "V-2": {"A-1": "lost"}}, counts={
        "V-1": {"A-2": {"yes": 3, "no": 0, "abstain": 0}}, "V-2": {"A-1": {"yes": 1, "no": 2, "abstain": 0}}})


def short(ada=Key("ada.example/1")):
    """The same two applications, and no others, as far as the votes on them."""
    log = club(policy=POLICY).at("2025-01-07T08:00:00Z")
    log.ada = ada
    log.office("call.opened", "AB", **OPENED)
    submit(log, "A-1", "2025-01-09T08:00:00Z", 11, ada, facts={"budget": "50"})
    submit(log, "A-2", "2025-01-10T08:00:00Z", 12, facts={"sponsors": "A"})
    log.at("2025-01-20T08:00:00Z").office("call.closed", call="C-1", counts=dict(
        early=0, late=0, superseded=0, withdrawn=0, standing=2))
    for application in ("A-1", "A-2"):
        screened(log, application, "eligible")
        log.office("diligence.found", application=application, tier="basic")
    log.office("review.assigned", call="C-1", assignments=[
        {"application": "A-1", "reviewers": ["club/a", "club/b"]},
        {"application": "A-2", "reviewers": ["club/c", "club/b"]}])
    for by, application in (("A", "A-1"), ("B", "A-1"), ("C", "A-2"), ("B", "A-2")):
        review(log, by, application, 3, 2)
    log.office("shortlist.published", call="C-1", ranking=[
        {"application": name, "score": "56/1", "selected": True} for name in ("A-1", "A-2")])
    vote = dict(matter="admission", rule="majority", round=1, call="C-1", opens="2025-02-02T00:00:00Z",
                closes="2025-02-05T00:00:00Z", electorate=ALL)
    log.at("2025-02-01T08:00:00Z")
    log.office("vote.opened", vote="V-1", items=["A-2"], **vote)
    log.office("vote.opened", vote="V-2", items=["A-1"], **vote)
    return log


def lots(cases):
    """Two of one score that nothing but the lot can part; the call announced its source."""
    log = club(policy=POLICY).at("2025-01-07T08:00:00Z")
    log.office("call.opened", "AB", **dict(OPENED, lot_source="the beacon of 30 January"))
    for n, application in enumerate(("A-1", "A-2", "A-3")):
        submit(log, application, "2025-01-09T08:00:0%dZ" % n, 20 + n)
    closed = log.at("2025-01-20T08:00:00Z").office("call.closed", call="C-1", counts=dict(
        early=0, late=0, superseded=0, withdrawn=0, standing=3))
    for application in ("A-1", "A-2", "A-3"):
        screened(log, application, "eligible")
        log.office("diligence.found", application=application, tier="basic")
    log.office("review.assigned", call="C-1", assignments=[
        {"application": name, "reviewers": ["club/" + r for r in by]} for name, by in (("A-1", "ab"), ("A-2", "ca"), ("A-3", "bc"))])
    for by, application in (("A", "A-1"), ("B", "A-1"), ("C", "A-2"), ("A", "A-2"), ("B", "A-3"), ("C", "A-3")):
        review(log, by, application, 3, 2)

    def drawn(value):
        """Ascending SHA-256 of the domain, the digest of the closing's line, the value, the application."""
        digest = hashlib.sha256(closed.encode()).digest()
        return sorted(("A-1", "A-2", "A-3"), key=lambda name: hashlib.sha256(
            b"\0".join([b"viche/lot/v1", digest, value.encode(), name.encode()])).digest())

    def publish(order, **more):
        rows = [{"application": name, "score": "56/1", "selected": n < 2} for n, name in enumerate(order)]
        rows[2]["reason"] = "no_place_left"
        log.office("shortlist.published", call="C-1", ranking=rows, **more)

    order = drawn("4711")
    publish(order)
    cases.refused(log, "lot_needed", "Three of one score, and no lot's value.")
    publish([order[0], order[2], order[1]], lot="4711")
    cases.refused(log, "wrong_shortlist", "The lot gives another order.")
    publish(order, lot="4711")
    cases.holds("lot", log, "Three of one score for two places: SHA-256 over the closing, the announced value and the name parts them.",
                members=list("ABCDE"))


def write(cases):
    log = calls(cases)
    applications(cases, log)
    screening(cases, log)
    few = without(log, "A-0", "A-5", "A-6", "A-7")
    reviews(cases, few)
    shortlist(cases, few)
    reviews(Passing(cases), log)
    shortlist(Passing(cases), log)
    found = decisions(Passing(cases), log)
    cases.holds("admission", log, "A call with nine applications: early, late, superseded, withdrawn, ineligible, repaired, by grace; "
                "two are selected, one is carried and joins, one is lost and its appeal is upheld.", **found)
    log = short()
    found = decisions(cases, log)
    cases.holds("admission-short", log, "A call with two applications, of which one joins.", **found)
    lots(cases)

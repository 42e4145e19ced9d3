# SPDX-License-Identifier: Apache-2.0
"""Each of the model statutes with members, on the clock of Kyiv."""

from .cases import ROOT  # noqa: F401
from make_log import Key, Log, digest_of, kyiv, result, statutes

CALENDAR = dict(kyiv(), holidays=["2025-03-26"])


class Model(Log):
    """Founded on 2025-03-03 by parties whose facts are given; an office is held with a party's key, or its own."""

    def __init__(self, policy, parties, offices=(), seats=()):
        super().__init__(policy + ".example/log")
        self.member = {m: Key("%s/%s" % (policy, m.lower())) for m in parties}
        self.registrar = Key(policy + "/registrar")
        self.record = statutes(policy)["language"]["authoritative"]
        held = [{"role": "registrar", "key": self.registrar.vkey}]
        held += [{"role": role, "key": self.member[m].vkey, "party": m} for role, m in offices]
        self.now = "2025-03-03T08:00:00Z"
        self.say("ledger.founded", [*self.member.values(), self.registrar], name={self.record: policy}, rehearsal=True,
                 statutes=statutes(policy), calendar=CALENDAR, log_key=self.key.vkey, offices=held,
                 seats=[{"seat": seat, "party": m} for seat, m in seats],
                 founders=[{"party": m, "name": {self.record: m}, "facts": facts, "relations": {}, "key": self.member[m].vkey}
                           for m, facts in parties.items()])
        self.tellers = [self.member[m] for role, m in offices if role == "teller"]

    def sizes(self):
        return {len(self.entries)}

    def propose(self, matter, by):
        self.say("proposal.submitted", [self.member[by]], proposal="P-1", matter=matter, title={self.record: "Назва"},
                 texts={self.record: digest_of("P-1")}, papers={})

    def vote(self, matter, rule, opens, closes, electorate):
        self.say("text.frozen", [self.registrar], proposal="P-1", texts={self.record: digest_of("P-1")})
        return self.say("vote.opened", [self.registrar], vote="V-1", matter=matter, rule=rule, round=1, items=["P-1"], opens=opens,
                        closes=closes, electorate=electorate)

    def cast(self, opened, **words):
        for m, word in words.items():
            self.say("ballot.cast", [self.member[m]], vote="V-1", on=digest_of(opened), choices={"P-1": word})

    def decide(self, row):
        self.say("tally.published", [self.registrar], vote="V-1", results=[row], excluded=[])
        self.say("outcome.certified", [self.registrar, *self.tellers], vote="V-1", outcomes={"P-1": row["outcome"]})


def association(cases):
    facts = {"all_ukrainian_status": "yes", "members_reported_on": "01.12.2024"}
    log = Model("association-dialogue", {m: facts for m in ("AMU", "UAROR", "VAOTG")}, [("teller", m) for m in ("AMU", "UAROR", "VAOTG")])
    log.at("2025-03-24T08:00:00Z").propose("agenda", "AMU")
    # Ten working days from Monday 24 March, the 26th a holiday, are over on Monday 7 April: the clocks go forward between.
    opened = log.vote("agenda", "procedural", "2025-03-24T08:00:00Z", "2025-04-07T21:00:00Z", [["AMU"], ["UAROR"], ["VAOTG"]])
    log.at("2025-03-25T08:00:00Z").cast(opened, AMU="yes", UAROR="yes")
    log.at("2025-04-07T21:00:00Z").decide(result("P-1", "carried", 3, yes=2, no=0, abstain=0))
    cases.holds("association-dialogue", log, "Three associations; two carry an agenda in ten working days over a holiday and the "
                "clocks' change in Kyiv.", members=["AMU", "UAROR", "VAOTG"], proposals={"P-1": "adopted"},
                outcomes={"V-1": {"P-1": "carried"}}, counts={"V-1": {"P-1": {"yes": 2, "no": 0, "abstain": 0}}})


def forum(cases):
    paid = {"fee_paid_until": "2026-01-01", "budget_usd": "9 000 000"}
    at_home = ("UA", "UA", "UA", "CH", "NO")
    parties = {m: dict(paid, seat_of_governance=home) for m, home in zip(("N1", "N2", "N3", "X1", "X2"), at_home)}
    log = Model("ngo-forum", parties, [("teller", "N1"), ("teller", "X1")], [("ombud_seat", "N3")])
    log.at("2025-03-10T08:00:00Z").propose("position", "N1")
    for m in ("N2", "X1"):
        log.say("proposal.seconded", [log.member[m]], proposal="P-1")
    # Seven days' notice from 10 March; seven days, of which the 17th is the first, are over on the 24th, in winter time.
    opened = log.vote("position", "double_majority", "2025-03-17T08:00:00Z", "2025-03-23T22:00:00Z", [[m] for m in parties])
    log.at("2025-03-18T08:00:00Z").cast(opened, N1="yes", N2="yes", N3="yes", X1="yes", X2="no")
    blocs = {"nationals": {"electors": 3, "ballots": 3, "counts": {"yes": 3, "no": 0, "abstain": 0}},
             "internationals": {"electors": 2, "ballots": 2, "counts": {"yes": 1, "no": 1, "abstain": 0}}}
    log.at("2025-03-25T08:00:00Z").decide(result("P-1", "lost", 5, blocs=blocs, yes=4, no=1, abstain=0))
    cases.holds("ngo-forum", log, "Four of five are for a position, but of the two international members one: lost.",
                members=sorted(parties), proposals={"P-1": "lost"}, holders={"ombud_seat": ["N3"]},
                counts={"V-1": {"P-1": {"yes": 4, "no": 1, "abstain": 0}}})


def others(cases):
    log = Model("pooled-fund-board", {
        "D1": {"constituency": "donor", "contributes": "yes"}, "U1": {"constituency": "un", "fund_eligible": "yes"},
        "X1": {"constituency": "ingo", "fund_eligible": "yes"}, "N1": {"constituency": "nngo", "fund_eligible": "yes"}},
        [("teller", "D1"), ("teller", "N1")], [("donor_seat", "D1"), ("un_seat", "U1"), ("ingo_seat", "X1"), ("nngo_seat", "N1")])
    log.at("2025-03-10T08:00:00Z").propose("terms", "N1")
    cases.holds("pooled-fund-board", log, "A board with one of each constituency; one of them proposes other terms.",
                members=["D1", "N1", "U1", "X1"], proposals={"P-1": "debated"},
                holders={"donor_seat": ["D1"], "un_seat": ["U1"], "ingo_seat": ["X1"], "nngo_seat": ["N1"], "small_nngo_seat": []})
    log = Model("alliance-cso", {m: {"edrpou": "14360570", "oblast": "UA-63", "budget_uah": "4\u00a0000\u00a0000", "paid_staff": "5",
                                     "registered_on": "14.05.2016"} for m in ("M01", "M02", "M03")},
                [("teller", "M01"), ("teller", "M02")], [("small_seat", "M03")])
    log.at("2025-03-10T08:00:00Z").propose("routine", "M03")
    cases.holds("alliance-cso", log, "Three members, one of them on the committee, which proposes a matter of routine.",
                members=["M01", "M02", "M03"], proposals={"P-1": "debated"}, holders={"small_seat": ["M03"]})
    for policy, about in (("cohort-programme", "A programme's organiser and one more, who are no participants yet."),
                          ("community-dialogue", "Two communities' groups, before anybody is enrolled.")):
        log = Model(policy, {"A": {}, "B": {}})
        cases.holds(policy, log, about, members=["A", "B"])


def write(cases):
    association(cases)
    forum(cases)
    others(cases)

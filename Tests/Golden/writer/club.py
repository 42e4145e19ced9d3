# SPDX-License-Identifier: Apache-2.0
"""A club of five with statutes that have nearly everything, in UTC, so that times are seen at once.

A and B are on the board, C and D hear appeals. A, B and C are small: a budget of at most 100.
A, B and C review. D and E are tellers. W watches. A working day is Monday to Friday, but 2025-01-21.
"""

import datetime
import hashlib

from .cases import ROOT  # noqa: F401  (finds make_log)
from make_log import Key, Log, Sealer, canonical, digest_of, edrpou, read_yaml, result, seal

STATUTES = read_yaml("""
policy: club
version: 1
title: {en: Club}
language: {authoritative: en, also: [uk]}
timezone: UTC
parameters: {places: 2}
attributes:
  form: {type: enum, values: [ngo, firm]}
  code: {type: edrpou}
  budget: {type: integer}
  since: {type: date}
  papers: {type: set, values: [charter, pledge]}
  sponsors: {type: parties}
  woman: {type: boolean, subject: nominee}
define:
  eligible: "form == ngo"
  complete: "known(code) and known(budget) and has_all(papers, [charter, pledge])"
  small: "budget <= 100"
relations: {family: {symmetric: true}, funds: {}, sponsor_of: {}}
roles:
  registrar: {held_by: office, named_by: board, cosign: {key.enrolled: 1}}
  teller: {held_by: office, count: 2, named_by: board, not_from: [family]}
  reviewer: {held_by: panel, count: 3, named_by: board, recuse: [funds, sponsor_of]}
  witness: {held_by: external, count: 1}
rolls:
  members: {where: "status == member"}
  small_members: {of: members, where: "small"}
bodies:
  assembly: {roll: members, one_vote_per: family}
  board:
    seats: [board_seat]
    chair: {rotates: P10D}
    caps: [{at_most: 1, per: family}]
    absent: {missed: 2, effect: vacate}
  appeals: {seats: [judge_seat], recuse: [family], never: [board], caps: [{at_most: 1, per: family}]}
seats:
  board_seat: {count: 2, holder: "known(budget)", electors: members, term: P40D, max_terms: 1, rest: P40D, stagger: 1, alternate: true, vacancy: runner_up}
  judge_seat: {count: 2, holder: "status == member", electors: members, term: P80D, max_terms: 9, stagger: 1, vacancy: named}
windows:
  call: {open: P10D, days: calendar, grace: PT24H, outage: {by: [registrar, witness], extend_max: P5D}}
  fix: {open: P3D, days: working}
  review: {open: P5D, days: calendar}
  object: {open: P3D, days: calendar}
  talk: {open: P2D, days: calendar}
  vote: {open: P3D, days: calendar, notice: P1D, grace: PT2H, outage: {by: [registrar, witness], extend_max: P2D}}
rules:
  board: {ballot: yes_no, electors: board, pass: "yes > 1/2 of seats", window: vote}
  majority: {ballot: yes_no, electors: assembly, quorum: "take_part >= 1/2 of electors", pass: "yes > 1/2 of cast", window: vote, proxies: {at_most: 1}, recuse: [funds]}
  unanimity: {ballot: consent, electors: assembly, pass: "block <= 0", window: vote, rounds: 2, block: {reason: required, grounds: [harm], tested_by: appeals}, fallback: majority, fallback_by: {or_members: 2}}
  secret: {ballot: yes_no, electors: assembly, pass: "yes > 1/2 of cast", window: vote, secrecy: sealed, recuse: [family]}
  options: {ballot: approval, electors: assembly, pass: "take_part >= 1", window: vote, challenge: P2D}
  shares: {ballot: yes_no, electors: members, pass: "yes >= 2/3 of cast", window: vote, weight: budget}
  quiet: {ballot: silence, electors: assembly, pass: "object < 2", window: vote}
  both: {ballot: yes_no, electors: members, pass: "yes > 1/2 of cast", window: vote, blocs: {by: [small_members], each: "yes > 1/2 of cast"}, retry: {once_after: P3D, quorum: "take_part >= 1"}, quorum: "take_part >= 3/5 of electors"}
selections:
  intake:
    rubric: [{id: merit, weight: 60, scale: 5, min: 1}, {id: need, weight: 40, scale: 4}]
    reviews: {each: 2, least: 1, combine: mean}
    take: param.places
    min_score: "1/4"
    ties: [small, lot]
  board_election: {ballot: approval, method: most_approved, electors: seat, window: vote, ties: [lot]}
procedures:
  admission:
    opened_by: {rule: board}
    stages:
      - {id: receive, by: applicant, window: call, same_applicant: last_in_time}
      - {id: screen, by: registrar, test: eligible, fail: rejected, unknown: fix}
      - {id: fix, by: applicant, window: fix, test: complete, timeout: lapsed}
      - {id: diligence, by: registrar, tiers: [basic, full]}
      - {id: review, by: reviewer, window: review, select: intake}
      - {id: objections, by: members, window: object, reasoned: true, answered_by: applicant, pull_at: 2}
      - {id: decide, matter: admission, each: true}
      - {id: appeal, by: applicant, within: P10D, body: appeals, rule: ruling, may: [uphold, remit]}
      - {id: onboard, by: applicant, within: P20D, needs: [key.enrolled, pledge], timeout: lapsed}
  talks:
    opened_by: {rule: board}
    stages:
      - {id: meet, by: members}
matters:
  routine: {rule: board, proposed_by: board}
  plan: {rule: majority, proposed_by: members}
  position: {rule: unanimity, proposed_by: members, seconds: 1, discuss: talk, amendments: until_frozen, papers: [budget_note]}
  choice: {rule: options, proposed_by: members, appeal: appeals}
  stakes: {rule: shares, proposed_by: members}
  notice: {rule: quiet, proposed_by: board, ratify: {rule: majority, within: P10D}}
  reform: {rule: both, proposed_by: members}
  admission: {rule: majority, proposed_by: registrar}
  suspension: {rule: majority, hearing: P2D, lasts: P10D}
  expulsion: {rule: secret, hearing: P2D, proposed_by: members, appeal: appeals}
  election: {select: board_election, proposed_by: registrar}
mandates:
  envoy: {from: plan, term: P10D, alternate: true, speak_on: adopted}
  delegate: {from: election, term: P10D}
disclosure: {}
amend: {matter_rule: majority, text_frozen: P3D, effective_after: P2D, running_procedures: keep_old}
""".replace("ruling", "board_of_appeals"))
STATUTES["rules"]["board_of_appeals"] = {
    "ballot": "yes_no", "electors": "appeals", "pass": "yes > 1/2 of seats", "window": "vote"}


def only(**names):
    """The club's statutes with no more in these sections than what is named, so that logs stay small.

    `mandates` are left out, and what applicants are asked and reviewers do, where there is no procedure.
    """
    if not names["procedures"]:
        names = dict(dict(attributes="budget woman", define="small", relations="family funds", roles="registrar teller witness"),
                     **names)
    kept = {section: {name: STATUTES[section][name] for name in text.split()} for section, text in names.items()}
    return dict(STATUTES, **dict({"mandates": {}}, **kept))


FEW = only(rules="board majority", matters="plan", selections="", procedures="", windows="vote")
CALENDAR = {"timezone": "UTC", "offsets": [{"from": "2025-01-01T00:00:00Z", "minutes": 0}], "weekend": [6, 7],
            "holidays": ["2025-01-21"], "until": "2026-01-01T00:00:00Z"}
MEMBERS = list("ABCDE")
ALL = [[m] for m in MEMBERS]


def code(number):
    """The n-th good code of the register of legal entities."""
    return edrpou("99%05d" % number)


class Club(Log):
    """Founded on Monday 2025-01-06, 08:00."""

    def __init__(self, origin="club.org/log"):
        super().__init__(origin)
        self.now = "2025-01-06T08:00:00Z"
        self.member = {m: Key("club/" + m.lower()) for m in MEMBERS}
        self.registrar, self.witness = Key("club/r"), Key("club/w")
        self.tellers = [self.member["D"], self.member["E"]]
        self.sealers = [Sealer("D"), Sealer("E")]

    def sizes(self):
        """One checkpoint, at the end."""
        return {len(self.entries)}

    @staticmethod
    def facts(m, asked):
        facts = {"form": "ngo", "code": code(MEMBERS.index(m) + 1), "budget": "50" if m in "ABC" else "500"}
        return {name: text for name, text in facts.items() if name in asked}

    def founding(self, policy=None, stated=None, relations=None, **changes):
        policy = policy or STATUTES
        offices = [{"role": "registrar", "key": self.registrar.vkey}, {"role": "witness", "key": self.witness.vkey}]
        offices += [{"role": role, "key": self.member[m].vkey, "party": m}
                    for role, parties in (("teller", "DE"), ("reviewer", "ABC")) if role in policy["roles"] for m in parties]
        founders = [{"party": m, "name": {"en": m}, "facts": dict(self.facts(m, policy["attributes"]), **(stated or {}).get(m, {})),
                     "relations": (relations or {}).get(m, {}), "key": self.member[m].vkey} for m in MEMBERS]
        seats = [{"seat": "board_seat", "party": m} for m in "AB"] + [{"seat": "judge_seat", "party": m} for m in "CD"]
        return dict(dict(name={"en": "Club"}, rehearsal=True, statutes=policy, calendar=CALENDAR,
                         log_key=self.key.vkey, founders=founders, offices=offices, seats=seats), **changes)

    def found(self, signers=None, **changes):
        signers = signers or [*self.member.values(), self.registrar, self.witness]
        self.say("ledger.founded", signers, **self.founding(**changes))
        return self

    def keys(self, parties):
        return [self.member[m] for m in parties]

    def office(self, type_, also="", **fields):
        return self.say(type_, [self.registrar, *self.keys(also)], **fields)

    def by(self, who, type_, **fields):
        return self.say(type_, self.keys(who), **fields)

    # Proposals and votes.

    def propose(self, proposal, matter="plan", by="A", **more):
        fields = dict(proposal=proposal, matter=matter, title={"en": proposal}, texts={"en": digest_of(proposal)}, papers={})
        self.by(by, "proposal.submitted", **dict(fields, **more))
        return self

    def freeze(self, proposal, **texts):
        self.office("text.frozen", proposal=proposal, texts=texts or {"en": digest_of(proposal)})
        return self

    def open(self, vote, items, matter="plan", rule="majority", opens=None, closes=None, also="", **more):
        """Opened at the earliest: a day's notice is the next midnight; three days are over at the third."""
        fields = dict(vote=vote, matter=matter, rule=rule, round=1, items=list(items), opens=opens, closes=closes, electorate=ALL)
        self.office("vote.opened", also, **dict(fields, **more))
        return self

    def digest(self, vote):
        """What the ballots of a vote name: the digest of the line that opened it."""
        opened = [s for _, s, _ in self.entries if s["type"] == "vote.opened" and s["vote"] == vote]
        return digest_of(canonical(opened[0]) + "\n")

    def cast(self, vote, by, choices, **more):
        """`choices` is {item: word}, or a word for the one item named like the vote's number."""
        self.by(by, "ballot.cast", vote=vote, on=self.digest(vote), choices=choices, **more)
        return self

    def sealed(self, vote, by, choices, **changes):
        self.cast(vote, by, choices)
        statement = self.entries[-1][1]
        inside = dict({"choices": statement.pop("choices"), "id": statement["id"]}, **changes)
        statement["sealed"] = seal(inside, self.sealers)
        return statement["id"]

    def count(self, vote, *results, excluded=()):
        self.office("tally.published", vote=vote, results=list(results), excluded=list(excluded))
        return self

    def certify(self, vote, outcomes, **more):
        self.say("outcome.certified", [self.registrar, *self.tellers], vote=vote, outcomes=outcomes, **more)
        return self

    def carry(self, proposal, matter="plan", rule="majority", by="A", **more):
        """Proposed, frozen, and carried by three of five within five days: the vote opens the next midnight."""
        days = [d for d in self.days(self.now[:10], 5)]
        self.propose(proposal, matter, by, **more).freeze(proposal)
        vote = "V-" + proposal
        self.open(vote, [proposal], matter, rule, days[1] + "T00:00:00Z", days[4] + "T00:00:00Z")
        self.at(days[2] + "T08:00:00Z")
        for m in "ABC":
            self.cast(vote, m, {proposal: "yes"})
        self.at(days[4] + "T08:00:00Z").count(vote, result(proposal, "carried", 5, yes=3, no=0, abstain=0))
        return self.certify(vote, {proposal: "carried"})

    @staticmethod
    def days(first, count):
        start = datetime.date.fromisoformat(first)
        return [(start + datetime.timedelta(n)).isoformat() for n in range(count)]

    def refuse(self, reason):
        """Turns the statement just said into the trace of one that was turned away."""
        _, statement, signers = self.entries.pop()
        self.commits.pop()
        line = canonical(statement) + "\n"
        lines = [key.line(line.encode())[:-1] for key in sorted(signers, key=lambda key: key.name.encode())]
        self.office("act.refused", statement=line[:-1], signatures=lines, reason=reason)
        self.entries[-1][1]["id"] = hashlib.sha256(b"refused" + line.encode()).hexdigest()[:32]
        return self


def club(**changes):
    return Club().found(**changes)

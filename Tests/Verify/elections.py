# SPDX-License-Identifier: Apache-2.0
"""Elections of the alliance's seats, said statement by statement for the tests.

As in make_log.py, what a log claims is written by hand after the page Elections.
"""

from make_log import BIG, MEMBERS, Alliance, seal, statutes

# M01 to M06 are small. Nine seats of the committee: at most 3 of an oblast, one of a family, 4 women.
OBLASTS = dict({m: "30" for m in MEMBERS}, M01="63", M04="63", M05="63", M14="63", M07="46", M08="46", M09="51",
               M11="51", M15="35", M16="35")
STATED = {m: dict(BIG.get(m, {}), oblast="UA-" + OBLASTS[m]) for m in MEMBERS}
SEAT_ELECTION = {"ballot": "approval", "method": "most_approved", "electors": "seat", "window": "vote_5d",
                 "ties": ["lot"], "unmet": "release"}
CALLED, CLOSES, FROM = "2025-01-13T08:00:00Z", "2025-01-31T22:00:00Z", "2025-02-28T22:00:00Z"
# Twelve months, and half of them, from 1 March 2025 in Kyiv.
YEAR, HALF = "2026-02-28T22:00:00Z", "2025-08-31T21:00:00Z"
ALL = [[m] for m in MEMBERS]


def elective(seats=None, bodies=None, **selection):
    """The model statutes with open ballots for seats, and other terms of some classes and bodies."""
    policy = statutes()
    policy["selections"]["seat_election"] = {k: v for k, v in dict(SEAT_ELECTION, **selection).items() if v}
    for section, changes in (("seats", seats), ("bodies", bodies)):
        for name, terms in (changes or {}).items():
            policy[section][name].update(terms)
            policy[section][name] = {k: v for k, v in policy[section][name].items() if v is not None}
    return policy


class Electing(Alliance):
    """An alliance with what an election takes."""

    def call_election(self, election="E-1", closes=CLOSES, start=FROM, **places):
        self.office("election.called", election=election, matter="election", places=places, nominations_close=closes,
                    terms_from=start)

    def nominate(self, nomination, seat, party, woman=None, by=None, nominee=None, accept=True, election="E-1", **more):
        """A nomination, and its acceptance by the nominee and the party."""
        nominee = nominee or self.member[party]
        fields = dict(nomination=nomination, election=election, seat=seat, party=party, nominee=nominee.name,
                      label="Nominee " + nomination, facts={"nominee_woman": woman} if woman else {})
        self.say("nomination.made", [self.member[by or party]], **dict(fields, **more))
        if accept:
            self.say("nomination.accepted", {nominee, self.member[party]}, nomination=nomination)

    def open_seats(self, candidates, vote="W-1", election="E-1", signers=(), opens="2025-02-04T08:00:00Z",
                   closes="2025-02-08T22:00:00Z", electorate=None, **more):
        """`candidates` is {class: [nominations]}, in the order of the body's seats."""
        self.open(vote, list(candidates), "election", "seat_election", opens, closes, signers, election=election,
                  candidates=candidates, electorate=electorate or ALL, **more)

    def ballots(self, vote, seat, **lists):
        """Each member's list of candidates."""
        for member, names in lists.items():
            self.ballot(member, vote, self.vote, {seat: names})

    def certify_seats(self, vote, outcomes, *terms):
        self.say("outcome.certified", [self.registrar] + self.tellers, vote=vote, outcomes=outcomes, terms=list(terms))

    def sealed(self, member, vote, choices):
        self.ballot(member, vote, self.vote, choices)
        statement = self.entries[-1][1]
        statement["sealed"] = seal({"choices": statement.pop("choices"), "id": statement["id"]}, self.sealers)


def term(seat, party, start, until):
    return {"seat": seat, "party": party, "from": start, "until": until}


def stage(action, votes, *decisions, **more):
    """`decisions` are texts: `elected N-01`, `guarded N-07: at_most 1 family M07; at_most 0 oblast UA-63`."""
    return dict({"action": action, "votes": votes, "decisions": list(map(decision, decisions))}, **more)


def decision(text):
    told, _, reasons = text.partition(": ")
    return told.split()[::-1] + (reasons.split("; ") if reasons else [])


def row(seat, outcome, electors, ballots, counts, elected, *stages):
    return {"item": seat, "electors": electors, "ballots": ballots, "counts": counts, "blocs": {}, "outcome": outcome,
            "elected": elected, "stages": list(stages)}


def thresholds(counts):
    """Ballots of M01, M02 …: the n-th approves of whom at least n approve."""
    return {m: sorted(c for c, n in counts.items() if n > i) for i, m in enumerate(MEMBERS[:max(counts.values())])}


SMALL = {"N-01": 5, "N-02": 2, "N-03": 4, "N-04": 3}
# 6 is elected by the small members, 12 withdraws: neither stands. Of the rest, 4 seats, 10 is the fourth of UA-63 with
# M01, M04 and M05: doomed. M07 (6) and M11 (9) are a family; M01 and M03 are two of four women, so that two of 6, 8
# and 11 are needed. Of 7, 8, 9, 11 and 6 only 6 or 9 can be missing, by the family: 7, 8 and 11 are guarded.
BY_FAMILY, BY_OBLAST = "at_most 1 family M07", "at_most 0 oblast UA-63"
BY_BOTH = "%s; %s" % (BY_FAMILY, BY_OBLAST)
OPEN = {"N-05": 9, "N-06": 12, "N-07": 10, "N-08": 5, "N-09": 11, "N-10": 13, "N-11": 6, "N-12": 7}
SMALL_ROW = row("small_seat", "carried", 6, 6, SMALL, ["N-01", "N-03", "N-04"], stage(
    "ranking", {c: str(n) for c, n in SMALL.items()}, "elected N-01", "elected N-03", "elected N-04"))
OPEN_ROW = row("open_seat", "carried", 16, 13, OPEN, ["N-06", "N-07", "N-11", "N-08"], stage(
    "ranking", {c: str(n) for c, n in OPEN.items() if c not in ("N-05", "N-12")},
    "guarded N-07: " + BY_BOTH, "guarded N-08: " + BY_BOTH, "doomed N-10: " + BY_OBLAST, "guarded N-11: " + BY_BOTH,
    "elected N-06", "doomed N-09: " + BY_FAMILY, "elected N-07", "elected N-11", "elected N-08"))


def nominated(policy=None):
    """Before the vote: twelve candidates, four for the small members' seats."""
    log = Electing().found(policy=policy or elective(), stated=STATED).at(CALLED)
    log.say("relation.declared", log.keys("M11"), kind="family", **{"from": "M07", "to": "M11"})
    log.call_election(small_seat=3, open_seat=4)
    log.at("2025-01-20T08:00:00Z")
    for number, party, woman in ((1, "M01", "yes"), (2, "M02", "no"), (3, "M03", "yes"), (4, "M06", "no")):
        log.nominate("N-%02d" % number, "small_seat", party, woman, by="M05")
    log.nominate("N-05", "open_seat", "M06", "no")
    log.nominate("N-06", "open_seat", "M07", "yes", nominee=log.reviewer["R3"])
    for number, party, woman in ((7, "M08", "no"), (8, "M09", "yes"), (9, "M11", "no"), (10, "M14", None),
                                 (11, "M15", "yes"), (12, "M16", "yes")):
        log.nominate("N-%02d" % number, "open_seat", party, woman)
    return log


def first_election(policy=None):
    """Script: seats of small members and open ones, from ballots to terms of two cohorts."""
    log = nominated(policy).at("2025-02-01T08:00:00Z")
    log.open_seats({"small_seat": sorted(SMALL), "open_seat": sorted(OPEN)})
    log.at("2025-02-05T08:00:00Z")
    small = dict(M01=["N-01", "N-03", "N-04"], M02=["N-01", "N-02", "N-03"], M03=["N-01", "N-03", "N-04"],
                 M04=["N-01", "N-03", "N-04"], M05=["N-01", "N-02"], M06=[])
    for member, names in thresholds(OPEN).items():
        choices = {"open_seat": names}
        choices.update({"small_seat": small[member]} if member in small else {})
        log.ballot(member, "W-1", log.vote, choices)
    log.say("nomination.withdrawn", log.keys("M16"), nomination="N-12")
    log.at("2025-02-09T10:00:00Z").count("W-1", SMALL_ROW, OPEN_ROW)
    # Two places of three, and two of four, run for the whole term; the elected take them in order.
    log.at("2025-02-10T10:00:00Z").certify_seats(
        "W-1", {"small_seat": "carried", "open_seat": "carried"},
        *(term("small_seat", m, FROM, until) for m, until in (("M01", YEAR), ("M03", YEAR), ("M06", HALF))),
        *(term("open_seat", m, FROM, until) for m, until in (
            ("M07", YEAR), ("M08", YEAR), ("M15", HALF), ("M09", HALF))))
    return log


def later_election():
    """M03 leaves and the runner-up follows; half of the seats are elected again after half of the term."""
    log = first_election().at("2025-04-01T08:00:00Z")
    log.say("seat.vacated", log.keys("M03"), seat="small_seat", party="M03", ground="no time")
    # M01 and M06 keep their seats; of the candidates of then only M02 is left.
    log.at("2025-04-02T08:00:00Z").say(
        "seat.filled", [log.registrar, log.tellers[0]], seat="small_seat", party="M02", until=YEAR, vote="W-1", stages=[
            stage("ranking", {"N-01": "5", "N-02": "2", "N-04": "3"}, "elected N-01", "elected N-04", "elected N-02")])
    log.at("2025-07-01T08:00:00Z").call_election("E-2", "2025-07-31T21:00:00Z", HALF, small_seat=1, open_seat=2)
    log.nominate("K-1", "open_seat", "M15", "yes", election="E-2")
    log.nominate("K-2", "open_seat", "M16", "yes", election="E-2")
    log.nominate("K-3", "open_seat", "M11", "yes", election="E-2", accept=False)
    log.at("2025-08-01T08:00:00Z").open_seats(
        {"open_seat": ["K-1", "K-2"]}, "W-2", "E-2", opens="2025-08-05T08:00:00Z", closes="2025-08-09T21:00:00Z")
    log.at("2025-08-05T08:00:00Z").ballots("W-2", "open_seat", M01=["K-2"], M02=["K-1", "K-2"])
    log.at("2025-08-10T10:00:00Z").count("W-2", row(
        "open_seat", "carried", 16, 2, {"K-1": 1, "K-2": 2}, ["K-2", "K-1"],
        stage("ranking", {"K-1": "1", "K-2": "2"}, "elected K-2", "elected K-1")))
    # Certified after the terms should have begun: they begin now, and end 12 months from this day.
    log.at("2025-09-02T10:00:00Z").certify_seats("W-2", {"open_seat": "carried"}, *(
        term("open_seat", m, "2025-09-02T10:00:00Z", "2026-09-01T21:00:00Z") for m in ("M16", "M15")))
    return log

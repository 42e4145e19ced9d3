# SPDX-License-Identifier: Apache-2.0
"""Elections by every method, vacancies, alternates, meetings, chairs, seats elsewhere, lots."""

import hashlib

from .cases import branch
from .club import MEMBERS, club, only
from elections import row, stage, term

VOTE = dict(matter="election", rule="board_election", opens="2025-01-10T00:00:00Z", closes="2025-01-13T00:00:00Z")
FROM, UNTIL = "2025-01-20T00:00:00Z", "2025-03-01T00:00:00Z"  # 40 days, the 20th of January the first


def statutes(**selection):
    policy = only(rules="board majority", matters="plan election", selections="board_election", procedures="", windows="vote",
                  mandates="delegate")
    if selection:
        policy["selections"] = {"board_election": dict(policy["selections"]["board_election"], **selection)}
    return policy


def called(policy=None):
    """An election of the two seats of the board; what D states of its budget is no number."""
    log = club(policy=policy or statutes(), stated={"D": {"budget": "much"}}).at("2025-01-07T08:00:00Z")
    log.office("election.called", election="E-1", matter="election", places={"board_seat": 2}, nominations_close="2025-01-09T00:00:00Z",
               terms_from=FROM)
    return log


def nominate(log, name, party, accept=True, by=None, **more):
    fields = dict(nomination=name, election="E-1", seat="board_seat", party=party, nominee=log.member[party].name, label=name, facts={})
    log.by(by or party, "nomination.made", **dict(fields, **more))
    if accept:
        log.by(party, "nomination.accepted", nomination=name)


def candidates(log):
    for number, party in enumerate("ABE", 1):
        nominate(log, "N-%d" % number, party)
    return log


def polls(log):
    """The vote, and the clock in it."""
    log.at("2025-01-09T08:00:00Z").open("V-1", ["board_seat"], election="E-1", candidates={"board_seat": ["N-1", "N-2", "N-3"]}, **VOTE)
    return log.at("2025-01-10T08:00:00Z")


def cast(log, **lists):
    for m, names in lists.items():
        log.cast("V-1", m, {"board_seat": ["N-%d" % n for n in names]})
    return log.at("2025-01-13T08:00:00Z")


def calling(cases):
    log = club(policy=statutes(), stated={"D": {"budget": "much"}}).at("2025-01-07T08:00:00Z")
    right = dict(election="E-1", matter="election", places={"board_seat": 2}, nominations_close="2025-01-09T00:00:00Z", terms_from=FROM)
    for code, about, changes in (
            ("unknown_matter", "An election as a matter that is decided by a rule.", {"matter": "plan"}),
            ("unknown_seat", "An election to seats that the statutes do not have.", {"places": {"throne": 1}}),
            ("wrong_places", "One place of a class that has two free.", {"places": {"board_seat": 1}}),
            ("wrong_window", "Terms that begin before nominations close.", {"terms_from": "2025-01-08T23:59:59Z"})):
        log.office("election.called", **dict(right, **changes))
        cases.refused(log, code, about)
    log.office("election.called", **right)
    log.office("election.called", **right)
    cases.refused(log, "thing_exists", "An election of a name that is taken.")
    log.office("election.called", **dict(right, election="E-2"))
    cases.refused(log, "election_pending", "Another election to the same seats, while this one is open.")
    log = called()
    for code, about, party, more in (
            ("unknown_thing", "A nomination for an election that is not there.", "A", {"election": "E-9"}),
            ("unknown_seat", "A nomination for a class that is not elected here.", "A", {"seat": "judge_seat"}),
            ("unknown_key", "The nominee's key is another party's.", "A", {"nominee": "club/b"}),
            ("unknown_fact", "A fact about the party among the nominee's.", "A", {"facts": {"budget": "1"}}),
            ("not_a_holder", "Of D the budget is not known, which the seat asks for.", "D", {}),
            ("incompatible_office", "C hears appeals, and nobody on the board may.", "C", {})):
        nominate(log, "N-1", party, accept=False, **more)
        cases.refused(log, code, about)
    log.office("nomination.made", nomination="N-1", election="E-1", seat="board_seat", party="A", nominee="club/a", label="N-1",
               facts={})
    cases.refused(log, "not_an_elector", "The registrar nominates.")
    candidates(log)
    late = branch(log).at("2025-01-09T00:00:00Z")
    nominate(late, "N-4", "A", accept=False)
    cases.refused(late, "nominations_over", "A nomination at the moment when nominations close.")
    early = branch(log).at("2025-01-08T08:00:00Z")
    early.open("V-1", ["board_seat"], election="E-1", candidates={"board_seat": ["N-1", "N-2", "N-3"]}, **VOTE)
    cases.refused(early, "not_to_be_voted", "A vote while nominations are open.")
    log.at("2025-01-09T08:00:00Z")
    for about, names in (("A candidate is left out.", ["N-1", "N-2"]), ("Candidates that are not sorted.", ["N-3", "N-2", "N-1"])):
        log.open("V-1", ["board_seat"], election="E-1", candidates={"board_seat": names}, **VOTE)
        cases.refused(log, "wrong_candidates", about)


def board(cases):
    """By approval; then a seat is given up and filled by a countback."""
    log = polls(candidates(called()))
    log.cast("V-1", "A", {"board_seat": ["N-2", "N-1"]})
    cases.refused(log, "not_on_ballot", "An approval whose list is not sorted.")
    cast(log, A=[1, 3], B=[2, 3], D=[3], E=[1, 3])
    counts = {"N-1": 2, "N-2": 1, "N-3": 4}
    votes = {c: str(n) for c, n in counts.items()}
    told = stage("ranking", votes, "elected N-3", "elected N-1")
    for about, wrong in (
            ("The elected stand in the wrong order.", row("board_seat", "carried", 5, 4, counts, ["N-1", "N-3"], told)),
            ("Another is elected than has the most votes.", row("board_seat", "carried", 5, 4, counts, ["N-3", "N-2"], told)),
            ("The working of the count is left out.", row("board_seat", "carried", 5, 4, counts, ["N-3", "N-1"]))):
        log.count("V-1", wrong)
        cases.refused(log, "wrong_tally", about)
    log.count("V-1", row("board_seat", "carried", 5, 4, counts, ["N-3", "N-1"], told))
    terms = [term("board_seat", m, FROM, UNTIL) for m in "EA"]
    for about, wrong in (
            ("A term ends a second too late.", [terms[0], dict(terms[1], until="2025-03-01T00:00:01Z")]),
            ("Somebody has a term who was not elected.", [terms[0], dict(terms[1], party="B")]), ("A term is left out.", terms[:1])):
        log.certify("V-1", {"board_seat": "carried"}, terms=wrong)
        cases.refused(log, "wrong_terms", about)
    log.certify("V-1", {"board_seat": "carried"}, terms=terms)
    found = dict(members=MEMBERS, outcomes={"V-1": {"board_seat": "carried"}}, counts={"V-1": {"board_seat": counts}})
    cases.holds("election", log, "Two of three are elected to the board; until their terms begin, the founders' go on.",
                holders={"board_seat": ["A", "B"], "judge_seat": ["C", "D"]}, **found)
    filled = dict(seat="board_seat", party="B", until=UNTIL, vote="V-1",
                  stages=[stage("ranking", {"N-2": "1", "N-3": "4"}, "elected N-3", "elected N-2")])
    log.at("2025-01-21T08:00:00Z").office("seat.filled", "D", **filled)
    cases.refused(log, "no_vacancy", "A seat is filled that nobody gave up.")
    log.by("C", "seat.vacated", seat="board_seat", party="C", ground="x")
    cases.refused(log, "not_a_holder", "C gives up a seat that it does not hold.")
    log.by("A", "seat.vacated", seat="board_seat", party="A", ground="no time")
    for code, about, changes in (
            ("wrong_party", "Another fills the seat than is next by the countback.", {"party": "C"}),
            ("wrong_terms", "The seat is filled for longer than the rest of the term.", {"until": "2025-03-02T00:00:00Z"}),
            ("wrong_tally", "The countback's working has one vote too many.", {"stages": [stage(
                "ranking", {"N-2": "2", "N-3": "4"}, "elected N-3", "elected N-2")]})):
        log.office("seat.filled", "D", **dict(filled, **changes))
        cases.refused(log, code, about)
    log.office("seat.filled", "D", **filled)
    cases.holds("countback", log, "A gives up its seat, and B follows by a countback of the same ballots.",
                holders={"board_seat": ["B", "E"]}, **found)
    log.at("2025-01-22T08:00:00Z").by("B", "seat.vacated", seat="board_seat", party="B", ground="no time")
    log.office("seat.filled", "D", **dict(filled, party="A", stages=[]))
    cases.refused(log, "nobody_left", "A seat is filled, and of the candidates nobody is left.")
    again = dict(matter="election", nominations_close="2025-01-24T00:00:00Z")
    log.office("election.called", election="E-2", places={"board_seat": 1}, terms_from="2025-01-30T00:00:00Z", **again)
    nominate(log, "K-1", "E", accept=False, election="E-2")
    cases.refused(log, "too_many_holders", "E is nominated, whose term on the board still runs then.")
    nominate(log, "K-1", "A", election="E-2")
    cases.holds("nominated-again", log, "A may be nominated again: it held its seat for less than half of a term.", members=MEMBERS,
                holders={"board_seat": ["E"]})
    log.entries, log.commits = log.entries[:-3], log.commits[:-3]
    log.office("election.called", election="E-2", places={"board_seat": 2}, terms_from=UNTIL, **again)
    nominate(log, "K-1", "E", accept=False, election="E-2")
    cases.refused(log, "resting", "E is nominated for the term after its own, and must rest as long as that was.")


def methods(cases):
    # Five papers, two seats: the quota is floor(5/3) + 1 = 2. N-3 has three: of its surplus of 1 each paper passes on 1/3,
    # 0.33333; 0.00001 is lost. Nobody else has 2; N-1 has 1.33333, the fewest, and its papers name nobody more.
    log = polls(candidates(called(statutes(ballot="ranked", method="stv"))))
    cast(log, A=[3, 2], B=[3, 2], C=[1], D=[3, 1], E=[2])
    stages = [stage("first_preferences", {"N-1": "1.00000", "N-2": "1.00000", "N-3": "3.00000"}, "elected N-3"),
              stage("surplus", {"N-1": "1.33333", "N-2": "1.66666", "N-3": "2.00000"}, candidates=["N-3"], lost="0.00001"),
              stage("exclusion", {"N-1": "0.00000", "N-2": "1.66666", "N-3": "2.00000"}, "elected N-2", candidates=["N-1"],
                    lost="0.00001", non_transferable="1.33333")]
    counts = {"N-1": 1, "N-2": 1, "N-3": 3}
    log.count("V-1", row("board_seat", "carried", 5, 5, counts, ["N-3", "N-2"], *stages[:1]))
    cases.refused(log, "wrong_tally", "Of the count by single transferable vote the first stage alone.")
    wrong = dict(stages[1], votes={"N-1": "1.33334", "N-2": "1.66666", "N-3": "2.00000"})
    log.count("V-1", row("board_seat", "carried", 5, 5, counts, ["N-3", "N-2"], stages[0], wrong, stages[2]))
    cases.refused(log, "wrong_tally", "A transfer value is rounded up at the fifth decimal.")
    finish(cases, log, "stv", "Single transferable vote: a surplus, an exclusion, the last one left.", counts, ["N-3", "N-2"], *stages,
           parties="EB")
    # Of three: 2, 1, 0 for the places; the unranked have the mean of the places left. N-1: 2 + 1/2 + 0 + 2, N-2: 1 + 2 + 1 + 0,
    # N-3: 0 + 1/2 + 2 + 1.
    log = polls(candidates(called(statutes(ballot="ranked", method="borda"))))
    cast(log, A=[1, 2, 3], B=[2], C=[3, 2], D=[1, 3])
    finish(cases, log, "borda", "Borda: the unranked share the points of the places left.", {"N-1": 2, "N-2": 1, "N-3": 1},
           ["N-1", "N-2"], stage("ranking", {"N-1": "9/2", "N-2": "4", "N-3": "7/2"}, "elected N-1", "elected N-2"), parties="AB")
    # The last of m ranked has 1, the first m. N-1: 3 + 0 + 0 + 2, N-2: 2 + 1 + 1 + 0, N-3: 1 + 0 + 2 + 1: a tie for the second seat.
    log = polls(candidates(called(statutes(ballot="ranked", method="points"))))
    cast(log, A=[1, 2, 3], B=[2], C=[3, 2], D=[1, 3])
    seed = bytes.fromhex(log.digest("V-1"))
    second, third = sorted(("N-2", "N-3"), key=lambda name: hashlib.sha256(seed + b"\0" + name.encode()).digest())
    told = stage("ranking", {"N-1": "5", "N-2": "4", "N-3": "4"}, "elected N-1", "elected " + second,
                 ties=[{"purpose": "election", "tied": ["N-2", "N-3"], "chosen": second, "by": "lot"}])
    other = dict(told, decisions=[["N-1", "elected"], [third, "elected"]])
    counts = {"N-1": 2, "N-2": 1, "N-3": 1}
    log.count("V-1", row("board_seat", "carried", 5, 4, counts, ["N-1", third], other))
    cases.refused(log, "wrong_tally", "Of two of one score the other one is elected than the lot says.")
    finish(cases, log, "points-lot", "Points by rank; two of one score are parted by lot, from the digest of the vote's opening.",
           counts, ["N-1", second], told, parties=["A", {"N-2": "B", "N-3": "E"}[second]])
    # One of a family at most: after N-3 of E, N-1 of A cannot be elected any more, and N-2 is all that is left.
    log = called()
    log.by("A", "relation.declared", kind="family", **{"from": "A", "to": "E"})
    polls(candidates(log))
    cast(log, B=[1, 3], C=[3], D=[1, 3])
    finish(cases, log, "cap", "At most one of a family: the one with fewer votes is doomed, and somebody with none is elected.",
           {"N-1": 2, "N-2": 0, "N-3": 3}, ["N-3", "N-2"], stage(
               "ranking", {"N-1": "2", "N-2": "0", "N-3": "3"}, "guarded N-2: at_most 1 family A", "elected N-3",
               "doomed N-1: at_most 1 family A", "elected N-2"), parties="EB")
    # Nobody votes.
    log = polls(candidates(called())).at("2025-01-13T08:00:00Z")
    zero = {"N-1": 0, "N-2": 0, "N-3": 0}
    log.count("V-1", row("board_seat", "lost", 5, 0, zero, [], stage("ranking", {c: "0" for c in zero})))
    log.certify("V-1", {"board_seat": "lost"})
    cases.refused(log, "wrong_terms", "The certificate of an election without `terms`, though nobody's begins.")
    log.certify("V-1", {"board_seat": "lost"}, terms=[])
    cases.holds("nobody-votes", log, "Nobody votes, and nobody is elected.", members=MEMBERS, outcomes={"V-1": {"board_seat": "lost"}},
                counts={"V-1": {"board_seat": zero}})


def finish(cases, log, name, about, counts, elected, *stages, parties):
    ballots = sum(s["type"] == "ballot.cast" for _, s, _ in log.entries)
    log.count("V-1", row("board_seat", "carried", 5, ballots, counts, elected, *stages))
    log.certify("V-1", {"board_seat": "carried"}, terms=[term("board_seat", m, FROM, UNTIL) for m in parties])
    log.at("2025-01-20T00:00:00Z").by("B", "relation.declared", kind="funds", **{"from": "B", "to": "C"})
    cases.holds(name, log, about, members=MEMBERS, outcomes={"V-1": {"board_seat": "carried"}}, counts={"V-1": {"board_seat": counts}},
                holders={"board_seat": sorted(parties)})


def places(cases):
    """A seat for which somebody is named; alternates; meetings; chairs."""
    until = "2025-03-28T00:00:00Z"  # 80 days, 7 January the first
    log = club(policy=statutes()).at("2025-01-07T08:00:00Z")
    log.by("D", "seat.vacated", seat="judge_seat", party="D", ground="no time")

    def name(party="E", by="ABCE", **changes):
        log.office("seat.named", "".join(sorted(set(by))), **dict(dict(seat="judge_seat", party=party, until=until), **changes))

    for code, about, changes in (
            ("unknown_seat", "Somebody is named for a seat that the statutes do not have.", {"seat": "throne"}),
            ("no_vacancy", "Somebody is named for a seat whose vacancies are not filled so.", {"seat": "board_seat"}),
            ("unknown_party", "Somebody is named who is no member.", {"party": "X"}),
            ("incompatible_office", "Somebody of the board is named to hear appeals.", {"party": "A"}),
            ("wrong_terms", "The one who is named has a term that is a second too long.", {"until": "2025-03-28T00:00:01Z"}),
            ("wrong_signers", "Two of five sign the naming, where it takes more than half.", {"by": "AE"})):
        name(**changes)
        cases.refused(log, code, about)
    tied = branch(log)
    tied.by("E", "relation.declared", kind="family", **{"from": "E", "to": "C"})
    tied.office("seat.named", "ABCE", seat="judge_seat", party="E", until=until)
    cases.refused(tied, "cap_broken", "The one who is named is of the family of another who sits there.")
    name()
    alternate = dict(seat="board_seat", party="A", alternate="D")
    for code, about, by, changes in (
            ("no_alternates", "An alternate of a seat that has none.", "CD", {"seat": "judge_seat", "party": "C"}),
            ("not_a_holder", "An alternate of somebody who does not sit there.", "CD", {"party": "C"}),
            ("unknown_party", "A party is its own alternate.", "A", {"alternate": "A"}),
            ("too_many_holders", "An alternate who sits there itself.", "AB", {"alternate": "B"})):
        log.by(by, "alternate.named", **dict(alternate, **changes))
        cases.refused(log, code, about)
    log.by("AD", "alternate.named", **alternate)

    def meet(number, held, present, body="board"):
        log.office("meeting.held", present[0] if present else "A", meeting="S-%d" % number, body=body, held=held, present=list(present))

    meet(1, "2025-01-07T08:00:00Z", "AB")
    for code, about, number, held, present, body in (
            ("thing_exists", "A meeting of a name that is taken.", 1, "2025-01-07T08:00:00Z", "A", "board"),
            ("unknown_thing", "A meeting of a body that the statutes do not have.", 2, "2025-01-07T08:00:00Z", "A", "court"),
            ("received_in_future", "A meeting that is still to be held.", 2, "2025-01-07T08:00:01Z", "A", "board"),
            ("wrong_window", "A meeting that was held before the last one.", 2, "2025-01-07T07:59:59Z", "A", "board"),
            ("not_a_holder", "Somebody was present who is not on the board.", 2, "2025-01-07T08:00:00Z", "AE", "board")):
        meet(number, held, present, body)
        cases.refused(log, code, about)
    meet(2, "2025-01-07T08:00:00Z", "D")
    vacated = dict(seat="board_seat", party="B", ground="absent")
    log.office("seat.vacated", "D", meetings=["S-1", "S-2"], **vacated)
    cases.refused(log, "wrong_meetings", "B is said to have missed a meeting at which it was.")
    meet(3, "2025-01-07T08:00:00Z", "A")
    log.office("seat.vacated", "D", **dict(vacated, party="A", meetings=["S-2", "S-3"]))
    cases.refused(log, "wrong_meetings", "A is said to have missed a meeting at which its alternate was.")
    log.office("seat.vacated", "D", meetings=["S-2", "S-3"], **vacated)
    cases.holds("places", log, "A judge is named, an alternate is present, and B loses its seat after two meetings that it missed.",
                members=MEMBERS, holders={"board_seat": ["A"], "judge_seat": ["C", "E"]})
    log = club(policy=statutes()).at("2025-01-07T08:00:00Z")

    def rotate(chair, start, body="board"):
        log.office("chair.rotated", chair, body=body, chairs=list(chair), **{"from": start})

    rotate("C", "2025-01-07T08:00:00Z", "appeals")
    cases.refused(log, "no_rota", "The chair of a body moves on which has no rota.")
    rotate("B", "2025-01-07T08:00:00Z")
    cases.refused(log, "wrong_chair", "B presides first, where A is first by name.")
    rotate("A", "2025-01-07T07:59:59Z")
    cases.refused(log, "wrong_window", "A turn that began before it is recorded.")
    rotate("A", "2025-01-07T08:00:00Z")
    # Ten days from the 7th are over on the 17th at midnight.
    log.at("2025-01-16T08:00:00Z")
    rotate("B", "2025-01-16T23:59:59Z")
    cases.refused(log, "too_early", "The chair moves on a second before the turn of ten days is over.")
    rotate("B", "2025-01-17T00:00:00Z")
    cases.holds("chairs", log, "A presides, and B after it.", members=MEMBERS)


def elsewhere(cases):
    """A seat in another body, held by a mandate."""
    log = club(policy=statutes()).at("2025-01-07T08:00:00Z")
    log.office("election.called", election="E-1", matter="election", places={"delegate": 1}, nominations_close="2025-01-09T00:00:00Z",
               terms_from=FROM)
    for number, party in enumerate("CE", 1):
        nominate(log, "N-%d" % number, party, seat="delegate")
    log.at("2025-01-09T08:00:00Z").open("V-1", ["delegate"], election="E-1", candidates={"delegate": ["N-1", "N-2"]}, **VOTE)
    log.at("2025-01-10T08:00:00Z")
    for m, names in (("A", ["N-1"]), ("B", ["N-1", "N-2"])):
        log.cast("V-1", m, {"delegate": names})
    log.at("2025-01-13T08:00:00Z").count("V-1", row("delegate", "carried", 5, 2, {"N-1": 2, "N-2": 1}, ["N-1"], stage(
        "ranking", {"N-1": "2", "N-2": "1"}, "elected N-1")))
    granted = dict(mandate="D-1", vote="V-1", holder="C", kind="delegate", scope="the forum", until="2025-01-23T00:00:00Z", occasions=[])
    log.office("mandate.granted", "D", **granted)
    cases.refused(log, "not_elected", "A mandate before the election is certified.")
    log.certify("V-1", {"delegate": "carried"}, terms=[])
    for code, about, changes in (
            ("unknown_vote", "A mandate by a vote that is not there.", {"vote": "V-9"}),
            ("not_elected", "A mandate for somebody who was not elected.", {"holder": "E"})):
        log.office("mandate.granted", "D", **dict(granted, **changes))
        cases.refused(log, code, about)
    log.office("mandate.granted", "D", **granted)
    cases.holds("delegate", log, "A delegate is elected to another body and has its mandate.", members=MEMBERS,
                outcomes={"V-1": {"delegate": "carried"}}, counts={"V-1": {"delegate": {"N-1": 2, "N-2": 1}}})


# RFC 3797, section 6: three sources, and of 25 names these ten in this order.
VALUES = [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]]
NAMES = ["John", "Mary", "Bashful", "Dopey", "Sleepy", "Grouchy", "Doc", "Sneazy", "Handsome", "Cassandra", "Pollyanna", "Pendragon",
         "Pandora", "Faith", "Hope", "Charity", "Lee", "Longsuffering", "Chastity", "Smith", "Pride", "Sloth", "Envy", "Anger", "Kasczynski"]
DRAWN = ["Lee", "Doc", "Mary", "Charity", "Kasczynski", "Envy", "Sneazy", "Anger", "Chastity", "Pandora"]


def lots(cases):
    log = club(policy=statutes()).at("2025-01-07T08:00:00Z")
    announced = dict(lot="L-1", title="Lot", among=NAMES, places=10, sources=["a", "b", "c"], draws="2025-01-08T08:00:00Z")
    log.office("lot.announced", "D", **dict(announced, places=25))
    cases.refused(log, "wrong_places", "A lot that draws all.")
    log.office("lot.announced", "D", **dict(announced, draws="2025-01-07T08:00:00Z"))
    cases.refused(log, "wrong_window", "A lot that is drawn at the moment when it is announced.")
    log.office("lot.announced", "D", **announced)
    drawn = dict(lot="L-1", values=VALUES, drawn=DRAWN)
    log.at("2025-01-08T07:59:59Z").office("lot.drawn", "D", **drawn)
    cases.refused(log, "too_early", "A lot is drawn before its time.")
    log.at("2025-01-08T08:00:00Z")
    for code, about, changes in (
            ("wrong_draw", "Two of the ten change places.", {"drawn": DRAWN[1::-1] + DRAWN[2:]}),
            ("wrong_draw", "The numbers of one of three sources are left out.", {"values": VALUES[:2]}),
            ("malformed", "A source without numbers.", {"values": [[], [1], [1]]})):
        log.office("lot.drawn", "D", **dict(drawn, **changes))
        cases.refused(log, code, about, "lot-no-numbers" if code == "malformed" else None)
    log.office("lot.drawn", "D", **drawn)
    cases.holds("rfc3797", log, "The lot of RFC 3797, section 6: ten of 25 names from three sources.", members=MEMBERS)


def write(cases):
    calling(cases)
    board(cases)
    methods(cases)
    places(cases)
    elsewhere(cases)
    lots(cases)

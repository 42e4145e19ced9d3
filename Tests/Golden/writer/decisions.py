# SPDX-License-Identifier: Apache-2.0
"""Proposals, votes of every kind of ballot, what is decided by them and what follows."""

from .cases import branch
from .club import ALL, MEMBERS, canonical, club, digest_of, only, result
from make_log import Key

SECOND, THIRD = digest_of("second"), digest_of("third")


def debate(cases):
    """A position: one second, two days of debate, consensus in two rounds, then a majority."""
    policy = only(rules="board majority unanimity", matters="routine plan position suspension", selections="", procedures="",
                  windows="vote talk")
    log = club(policy=policy).at("2025-01-07T08:00:00Z")
    position = dict(matter="position", papers={"budget_note": digest_of("note")})
    for code, about, more in (
            ("unknown_matter", "A matter that the statutes do not have.", {"matter": "war"}),
            ("name_taken", "A proposal with a member's name.", {"proposal": "A"}),
            ("may_not_propose", "C proposes what only the board may.", {"matter": "routine", "by": "C"}),
            ("papers_missing", "A position without its budget note.", {"papers": {}}),
            ("wrong_language", "A text in the second language only.", {"texts": {"uk": digest_of("P-1")}}),
            ("wrong_language", "A title in a language that the statutes do not have.", {"title": {"en": "x", "fr": "x"}}),
            ("unknown_party", "A suspension that is about nobody.", {"matter": "suspension"}),
            ("not_on_ballot", "A plan that brings new statutes.", {"matter": "plan", "statutes": SECOND})):
        fields = dict(dict(position, proposal="P-1"), **more)
        log.propose(**fields)
        cases.refused(log, code, about)
    log.propose("P-1", **position)
    log.by("A", "proposal.seconded", proposal="P-1")
    cases.refused(log, "may_not_propose", "A seconds its own proposal.")
    log.by("B", "proposal.seconded", proposal="P-9")
    cases.refused(log, "unknown_thing", "A proposal that is not there is seconded.")
    log.freeze("P-1")
    cases.refused(log, "seconds_missing", "A text is frozen before anybody seconded it.")
    log.by("B", "proposal.seconded", proposal="P-1")
    log.propose("P-2")
    amendment = dict(amendment="Z-1", proposal="P-1", title={"en": "Z-1"}, texts={"en": SECOND})
    log.by("C", "amendment.proposed", **dict(amendment, proposal="P-2"))
    cases.refused(log, "not_amendable", "An amendment of a plan, which takes none.")
    log.by("C", "amendment.proposed", **amendment)
    # The debate opened on the 7th; two days of it are over on the 9th at midnight.
    log.at("2025-01-08T23:59:59Z").freeze("P-1")
    cases.refused(log, "debate_open", "A text is frozen in the last second of its debate.")
    log.at("2025-01-09T00:00:00Z").freeze("P-1")
    cases.refused(log, "amendment_pending", "A text is frozen while an amendment waits.")
    other = branch(log)
    other.by("A", "proposal.withdrawn", proposal="P-1")
    other.by("A", "amendment.accepted", amendment="Z-1")
    cases.refused(other, "already_withdrawn", "An amendment of a withdrawn proposal is accepted.", "amendment-of-withdrawn")
    log.by("A", "amendment.accepted", amendment="Z-1")
    log.freeze("P-1")
    cases.refused(log, "other_text", "The text is frozen as it was before the amendment.")
    log.freeze("P-1", en=SECOND)
    log.freeze("P-1", en=SECOND)
    cases.refused(log, "already_frozen", "A text is frozen twice.")
    log.by("A", "proposal.withdrawn", proposal="P-1")
    cases.refused(log, "already_frozen", "A frozen proposal is withdrawn.")
    return log


def opening(cases, log):
    log.at("2025-01-09T08:00:00Z")
    vote = dict(vote="V-1", items=["P-1"], matter="position", rule="unanimity", opens="2025-01-10T00:00:00Z",
                closes="2025-01-13T00:00:00Z")
    for code, about, changes in (
            ("not_to_be_voted", "Nothing is put to the vote.", {"items": []}),
            ("not_to_be_voted", "A proposal that is not frozen is put to the vote.", {"items": ["P-2"]}),
            ("unknown_matter", "The matter is another than the proposal's.", {"matter": "plan"}),
            ("wrong_round", "A first vote that is said to be the second round.", {"round": 2}),
            ("wrong_round", "The rule that would follow only after this one failed.", {"rule": "majority"}),
            ("notice_too_short", "A vote opens a second before its day of notice is over.", {"opens": "2025-01-09T23:59:59Z"}),
            ("wrong_window", "A vote of three days closes after two.", {"closes": "2025-01-12T00:00:00Z"}),
            ("wrong_electorate", "The electorate lacks one.", {"electorate": ALL[:4]}),
            ("wrong_electorate", "The electorate is not sorted.", {"electorate": ALL[::-1]}),
            ("wrong_weights", "Weights under a rule that weighs nothing.", {"weights": [1] * 5}),
            ("wrong_tellers", "Tellers of an open vote.", {"tellers": []}),
            ("wrong_candidates", "Candidates in a vote on no election.", {"candidates": {}})):
        log.open(**dict(vote, **changes))
        cases.refused(log, code, about)
    log.open(**vote)
    log.open(**vote)
    cases.refused(log, "vote_exists", "A vote of a name that is taken.")
    log.cast("V-1", "A", {"P-1": "consent"})
    cases.refused(log, "not_open_yet", "A ballot before the vote opens.")


def balloting(cases, log):
    log.at("2025-01-10T08:00:00Z")
    reason = {"P-1": {"text": "it harms"}}
    for code, about, more in (
            ("unknown_vote", "A ballot in a vote that is not there.", {"vote": "V-9"}),
            ("other_text", "A ballot on another text.", {"on": SECOND}),
            ("sealed_in_future", "A ballot that says it was sealed six minutes after it came.", {"sealed_at": "2025-01-10T08:06:00Z"}),
            ("unknown_choice", "A ballot names an item that is not in the vote.", {"choices": {"P-2": "consent"}}),
            ("not_on_ballot", "A yes where one consents or blocks.", {"choices": {"P-1": "yes"}}),
            ("reason_missing", "A block without a reason.", {"choices": {"P-1": "block"}}),
            ("ground_missing", "A block on no ground that the rule has.", {"choices": {"P-1": "block"}, "reasons": {
                "P-1": {"text": "no", "ground": "taste"}}})):
        fields = dict({"vote": "V-1", "on": log.digest("V-1"), "choices": {"P-1": "consent"}}, **more)
        log.by("A", "ballot.cast", **fields)
        cases.refused(log, code, about)
    log.office("ballot.cast", vote="V-1", on=log.digest("V-1"), choices={"P-1": "consent"})
    cases.refused(log, "not_an_elector", "The registrar casts a ballot.")
    log.by("A", "ballot.cast", vote="V-1", on=log.digest("V-1"), sealed="YWdl")
    cases.refused(log, "wrong_secrecy", "A sealed ballot in an open vote.")
    log.by("A", "ballot.cast", vote="V-1", on=log.digest("V-1"), choices={"P-1": "maybe"})
    cases.refused(log, "malformed", "A word that is on no ballot.", "field-ballot-word")
    log.by("B", "proxy.given", vote="V-1", to="A")
    cases.refused(log, "no_proxies", "A proxy under a rule that has none.")
    log.by("A", "conflict.declared", vote="V-1", item="P-2")
    cases.refused(log, "unknown_choice", "A conflict over an item that is not in the vote.")
    for m in "ABC":
        log.cast("V-1", m, {"P-1": "consent"})
    log.cast("V-1", "E", {"P-1": "block"}, reasons={"P-1": dict(reason["P-1"], ground="harm")})
    tested = dict(vote="V-1", item="P-1", party="E", verdict="stands", ground="it does")
    log.by("CD", "block.tested", **dict(tested, party="B"))
    cases.refused(log, "no_such_block", "A block is tested of somebody who consents.")
    log.by("C", "block.tested", **tested)
    cases.refused(log, "wrong_signers", "One of two who test blocks rules, which needs more than half.")
    log.by("CD", "block.tested", **tested)
    log.at("2025-01-13T00:00:00Z").cast("V-1", "D", {"P-1": "consent"})
    cases.refused(log, "voting_over", "A ballot at the closing, not sealed before it.")
    log.at("2025-01-13T02:00:00Z").cast("V-1", "D", {"P-1": "consent"}, sealed_at="2025-01-12T23:59:59Z")
    cases.refused(log, "voting_over", "A ballot that was sealed in time and came when the grace was over.")
    log.at("2025-01-13T01:59:59Z").cast("V-1", "D", {"P-1": "stand_aside"}, sealed_at="2025-01-12T23:59:59Z")
    log.count("V-1", result("P-1", "blocked", 5, consent=3, stand_aside=1, block=1))
    cases.refused(log, "voting_open", "A tally in the last second of the grace.")
    log.at("2025-01-13T08:00:00Z").certify("V-1", {"P-1": "blocked"})
    cases.refused(log, "no_tally", "A certificate before the tally.")
    for about, row in (
            ("A ballot is counted twice.", result("P-1", "blocked", 5, consent=4, stand_aside=1, block=1)),
            ("Blocked, and said to be carried.", result("P-1", "carried", 5, consent=3, stand_aside=1, block=1)),
            ("The one who stood aside is counted among those who consent.",
             result("P-1", "blocked", 5, consent=4, stand_aside=0, block=1)),
            ("A word of the ballot is left out of the counts.", result("P-1", "blocked", 5, ballots=5, consent=3, block=1))):
        log.count("V-1", row)
        cases.refused(log, "wrong_tally", about)
    log.count("V-1", result("P-1", "blocked", 5, consent=3, stand_aside=1, block=1), excluded=[{"ballot": "0" * 32, "reason": "left"}])
    cases.refused(log, "wrong_tally", "A ballot is said to be excluded that is not there.")
    log.count("V-1", result("P-1", "blocked", 5, consent=3, stand_aside=1, block=1))
    log.count("V-1", result("P-1", "blocked", 5, consent=3, stand_aside=1, block=1))
    cases.refused(log, "tally_exists", "A tally is published twice.")
    log.certify("V-1", {"P-1": "carried"})
    cases.refused(log, "wrong_outcome", "The certificate says otherwise than the tally.")
    log.certify("V-1", {"P-1": "blocked"}, terms=[])
    cases.refused(log, "wrong_terms", "A certificate with terms, where nobody was elected.")
    log.say("outcome.certified", [log.registrar, log.tellers[0]], vote="V-1", outcomes={"P-1": "blocked"})
    cases.refused(log, "wrong_signers", "One of two tellers certifies.")
    log.certify("V-1", {"P-1": "blocked"})
    log.certify("V-1", {"P-1": "blocked"})
    cases.refused(log, "already_certified", "An outcome is certified twice.")


def second_round(cases, log):
    again = dict(vote="V-2", items=["P-1"], matter="position", rule="unanimity", round=2, opens="2025-01-14T00:00:00Z",
                 closes="2025-01-17T00:00:00Z")
    log.open(**again)
    cases.refused(log, "not_to_be_voted", "After a block a second round without a revision of the text.")
    log.by("BC", "escalation.requested", proposal="P-1")
    cases.refused(log, "rounds_left", "The fallback is called for while a round is left.")
    log.by("A", "text.revised", proposal="P-1", texts={"en": SECOND})
    cases.refused(log, "other_text", "A revision that changes nothing.")
    log.by("A", "text.revised", proposal="P-1", texts={"en": THIRD})
    log.open(**again)
    log.at("2025-01-15T08:00:00Z")
    for m in "ABCD":
        log.cast("V-2", m, {"P-1": "consent"})
    log.cast("V-2", "E", {"P-1": "block"}, reasons={"P-1": {"text": "still", "ground": "harm"}})
    log.at("2025-01-17T08:00:00Z").count("V-2", result("P-1", "blocked", 5, consent=4, stand_aside=0, block=1))
    log.certify("V-2", {"P-1": "blocked"})
    log.by("B", "escalation.requested", proposal="P-1")
    cases.refused(log, "wrong_signers", "One member calls for the fallback, where it takes two.")
    log.by("BC", "escalation.requested", proposal="P-1")
    log.open("V-3", ["P-1"], "position", opens="2025-01-18T00:00:00Z", closes="2025-01-21T00:00:00Z")
    log.at("2025-01-18T08:00:00Z")
    for m, word in zip("ABCDE", ("yes", "yes", "yes", "abstain", "no")):
        log.cast("V-3", m, {"P-1": word})
    log.at("2025-01-21T08:00:00Z").count("V-3", result("P-1", "carried", 5, yes=3, no=1, abstain=1)).certify("V-3", {"P-1": "carried"})
    cases.holds("consensus", log, "A position is amended, blocked in two rounds of consensus, and carried by a majority.",
                members=MEMBERS, proposals={"P-1": "adopted", "P-2": "debated"},
                outcomes={"V-1": {"P-1": "blocked"}, "V-2": {"P-1": "blocked"}, "V-3": {"P-1": "carried"}},
                counts={"V-1": {"P-1": {"consent": 3, "stand_aside": 1, "block": 1}},
                        "V-3": {"P-1": {"yes": 3, "no": 1, "abstain": 1}}})


def simple(rules="board majority", matters="plan", **more):
    return only(**dict(dict(rules=rules, matters=matters, selections="", procedures="", windows="vote"), **more))


def at_the_polls(policy, matter="plan", rule="majority", relations=None, electorate=None, stated=None, **more):
    """P-1 before the members: open from 8 to 11 January, the clock on the 8th."""
    log = club(policy=policy, relations=relations, stated=stated).at("2025-01-07T08:00:00Z").propose("P-1", matter, **more.pop("proposal", {}))
    log.freeze("P-1").open("V-1", ["P-1"], matter, rule, "2025-01-08T00:00:00Z", "2025-01-11T00:00:00Z",
                           electorate=electorate or ALL, **more)
    return log.at("2025-01-08T08:00:00Z")


def groups(cases):
    """Proxies, a family with one vote, conflicts, a withdrawn ballot."""
    family = {m: {"family": ["F"]} for m in "CD"}
    electorate = [["A"], ["B"], ["C", "D"], ["E"]]
    policy = simple()
    log = at_the_polls(policy, relations=family, electorate=electorate)
    log.by("A", "proxy.given", vote="V-1", to="B")
    for code, about, giver, to in (
            ("too_many_proxies", "A second proxy to one that may carry one.", "E", "B"),
            ("proxy_chain", "A proxy to somebody who gave one.", "E", "A"),
            ("proxy_chain", "A proxy from somebody who carries one.", "B", "E"),
            ("not_an_elector", "A proxy within a family, which has one vote.", "C", "D")):
        log.by(giver, "proxy.given", vote="V-1", to=to)
        cases.refused(log, code, about)
    log.by("DE", "voter.named", voter="D", parties=["D", "E"])
    cases.refused(log, "not_an_elector", "A voter is named for two that are no group.")
    log.by("CD", "voter.named", voter="D", parties=["C", "D"])
    log.cast("V-1", "C", {"P-1": "yes"})
    cases.refused(log, "not_the_named_voter", "C votes, whose family named D.")
    log.cast("V-1", "D", {"P-1": "no"})
    log.cast("V-1", "B", {"P-1": "yes"})
    log.cast("V-1", "E", {"P-1": "no"})
    log.by("E", "ballot.revoked", vote="V-1")
    log.by("E", "conflict.declared", vote="V-1", item="P-1")
    log.cast("V-1", "E", {"P-1": "yes"})
    cases.refused(log, "recused", "E votes, which declared a conflict.")
    log.at("2025-01-11T08:00:00Z").count("V-1", result("P-1", "lost", 4, ballots=3, yes=1, no=2, abstain=0))
    cases.refused(log, "wrong_tally", "A proxy's vote is not counted, and a revoked one is.")
    log.count("V-1", result("P-1", "carried", 3, yes=2, no=1, abstain=0))
    challenge = dict(challenge="K-1", vote="V-1", ground="miscounted")
    log.by("C", "vote.challenged", **challenge)
    cases.refused(log, "nobody_rules", "A challenge that no body could rule on.")
    log.certify("V-1", {"P-1": "carried"})
    log.by("C", "vote.challenged", **challenge)
    cases.refused(log, "already_certified", "A challenge after the certificate.")
    cases.holds("groups", log, "A proxy, a family of two with one vote and a named voter, a conflict, a ballot taken back.",
                members=MEMBERS, proposals={"P-1": "adopted"}, outcomes={"V-1": {"P-1": "carried"}},
                counts={"V-1": {"P-1": {"yes": 2, "no": 1, "abstain": 0}}})


def kinds(cases):
    """Approval, weights, silence, blocs and a retry."""
    options = {name: {"en": name} for name in ("north", "south", "west")}
    policy = simple("board majority options", "plan choice")
    log = at_the_polls(policy, "choice", "options", proposal={"options": options})
    log.cast("V-1", "A", {"P-1": ["east"]})
    cases.refused(log, "not_on_ballot", "An option that is not there.")
    log.cast("V-1", "A", {"P-1": ["south", "north"]})
    cases.refused(log, "not_on_ballot", "Options that are not sorted.")
    log.cast("V-1", "A", {"P-1": ["north", "north"]})
    cases.refused(log, "malformed", "An option twice.", "field-option-twice")
    for m, chosen in (("A", ["north", "south"]), ("B", ["south"]), ("C", ["north", "south", "west"]), ("D", [])):
        log.cast("V-1", m, {"P-1": chosen})
    log.at("2025-01-11T08:00:00Z").count("V-1", result("P-1", "carried", 5, ballots=4, winner="south", north=2, south=3, west=1))
    # Two days for challenges from the 11th are over on the 13th at midnight.
    log.at("2025-01-12T23:59:59Z").certify("V-1", {"P-1": "carried"})
    cases.refused(log, "challenge_open", "A certificate in the last second in which the tally may be challenged.")
    challenge = dict(challenge="K-1", vote="V-1", ground="miscounted")
    log.by("A", "vote.challenged", **challenge)
    log.by("B", "vote.challenged", **challenge)
    cases.refused(log, "thing_exists", "A challenge of a name that is taken.")
    log.at("2025-01-13T08:00:00Z").certify("V-1", {"P-1": "carried"})
    cases.refused(log, "challenge_open", "A certificate while a challenge waits for its ruling.")
    log.by("CD", "challenge.ruled", challenge="K-1", verdict="dismissed", ground="it was not")
    log.certify("V-1", {"P-1": "carried"})
    cases.holds("approval", log, "Approval of one of three; the count is challenged and stands.", members=MEMBERS,
                outcomes={"V-1": {"P-1": "carried"}}, counts={"V-1": {"P-1": {"north": 2, "south": 3, "west": 1}}})
    # Each counts as its budget: 50, 1 for nothing known, 50, 10,000 at most, 500. Two thirds of 50 + 500 and of 10,050.
    stated, weights = {"B": {"budget": "much"}, "D": {"budget": "90 000"}}, [50, 1, 50, 10000, 500]
    log = at_the_polls(simple("board majority shares", "plan stakes"), "stakes", "shares", stated=stated, weights=weights)
    other = branch(log)
    other.entries = other.entries[:-1]
    other.commits.pop()
    other.now = "2025-01-07T08:00:00Z"
    other.open("V-1", ["P-1"], "stakes", "shares", "2025-01-08T00:00:00Z", "2025-01-11T00:00:00Z", weights=[50, 1, 50, 9999, 500])
    cases.refused(other, "wrong_weights", "A weight of 9,999, where the budget gives 10,000 at most.")
    for m, word in zip("ABCDE", ("yes", "no", "no", "abstain", "yes")):
        log.cast("V-1", m, {"P-1": word})
    log.at("2025-01-11T08:00:00Z").count("V-1", result("P-1", "carried", 10601, yes=550, no=51, abstain=10000))
    log.certify("V-1", {"P-1": "carried"})
    cases.holds("weights", log, "Ballots that count as the budget does, 1 where it is unknown and 10,000 at most.", members=MEMBERS,
                outcomes={"V-1": {"P-1": "carried"}}, counts={"V-1": {"P-1": {"yes": 550, "no": 51, "abstain": 10000}}})
    # Silence, and a ratification that comes too late: ten days from 11 January are over on the 21st at midnight.
    log = at_the_polls(simple("board majority quiet", "plan notice"), "notice", "quiet")
    log.cast("V-1", "A", {"P-1": "object"})
    log.at("2025-01-11T08:00:00Z").count("V-1", result("P-1", "carried", 5, object=1)).certify("V-1", {"P-1": "carried"})
    cases.holds("silence", log, "One objects to a notice, which takes two; the members have not ratified it yet.", members=MEMBERS,
                proposals={"P-1": "adopted"}, outcomes={"V-1": {"P-1": "carried"}}, counts={"V-1": {"P-1": {"object": 1}}})
    log.at("2025-01-21T00:00:00Z").by("A", "relation.declared", kind="funds", **{"from": "A", "to": "B"})
    cases.holds("silence-lapsed", log, "The same notice at the moment when its ratification is overdue.", members=MEMBERS,
                proposals={"P-1": "lapsed"})
    # Three fifths must take part; then three days' wait, a quorum of one, and a majority of the small members too.
    log = at_the_polls(simple("board majority both", "plan reform"), "reform", "both")
    for m in "DE":
        log.cast("V-1", m, {"P-1": "yes"})
    small = {"small_members": {"electors": 3, "ballots": 0, "counts": {"yes": 0, "no": 0, "abstain": 0}}}
    log.at("2025-01-11T08:00:00Z").count("V-1", result("P-1", "inquorate", 5, yes=2, no=0, abstain=0, blocs=small))
    log.certify("V-1", {"P-1": "inquorate"})
    again = dict(vote="V-2", items=["P-1"], matter="reform", rule="both", round=2)
    log.open(opens="2025-01-13T23:59:59Z", closes="2025-01-16T00:00:00Z", **again)
    cases.refused(log, "notice_too_short", "A second try a second before three days from the first are over.")
    log.open(opens="2025-01-14T00:00:00Z", closes="2025-01-17T00:00:00Z", **again)
    log.at("2025-01-15T08:00:00Z")
    for m, word in zip("ADE", ("no", "yes", "yes")):
        log.cast("V-2", m, {"P-1": word})
    small = {"small_members": {"electors": 3, "ballots": 1, "counts": {"yes": 0, "no": 1, "abstain": 0}}}
    log.at("2025-01-17T08:00:00Z").count("V-2", result("P-1", "carried", 5, yes=2, no=1, abstain=0, blocs=small))
    cases.refused(log, "wrong_tally", "Carried by all, lost among the small members, and said to be carried.")
    log.count("V-2", result("P-1", "lost", 5, yes=2, no=1, abstain=0, blocs=small)).certify("V-2", {"P-1": "lost"})
    cases.holds("blocs", log, "Too few take part; at the second try all carry it, but not the small members.", members=MEMBERS,
                proposals={"P-1": "lost"}, outcomes={"V-1": {"P-1": "inquorate"}, "V-2": {"P-1": "lost"}})


def members(cases):
    """A suspension, and an expulsion by sealed ballots."""
    policy = simple("board majority secret", "plan suspension expulsion")
    log = club(policy=policy).at("2025-01-07T08:00:00Z").propose("P-1", "suspension", about="E").freeze("P-1")
    vote = dict(vote="V-1", items=["P-1"], matter="suspension")
    log.open(opens="2025-01-08T00:00:00Z", closes="2025-01-11T00:00:00Z", **vote)
    cases.refused(log, "hearing_missing", "A suspension is put to the vote before the party was heard.")
    log.office("hearing.held", "A", proposal="P-1", attended=False)
    cases.refused(log, "hearing_open", "The party did not come, and has two days to be heard.")
    log.office("hearing.held", "E", proposal="P-1", attended=True)
    log.open(opens="2025-01-08T00:00:00Z", closes="2025-01-11T00:00:00Z", **vote)
    log.at("2025-01-08T08:00:00Z").cast("V-1", "E", {"P-1": "no"})
    cases.refused(log, "recused", "E votes on its own suspension.")
    for m in "ABC":
        log.cast("V-1", m, {"P-1": "yes"})
    row = result("P-1", "carried", 4, yes=3, no=0, abstain=0)
    during = branch(log).at("2025-01-10T08:00:00Z").propose("P-2").freeze("P-2")
    during.open("V-2", ["P-2"], opens="2025-01-11T00:00:00Z", closes="2025-01-14T00:00:00Z")
    during.at("2025-01-11T08:00:00Z").count("V-1", row).certify("V-1", {"P-1": "carried"}).cast("V-2", "E", {"P-2": "no"})
    cases.refused(during, "suspended", "A ballot of a member that was suspended after the vote was opened.")
    log.at("2025-01-11T08:00:00Z").count("V-1", row).certify("V-1", {"P-1": "carried"})
    log.propose("P-2").freeze("P-2")
    log.open("V-2", ["P-2"], opens="2025-01-12T00:00:00Z", closes="2025-01-15T00:00:00Z")
    cases.refused(log, "wrong_electorate", "A suspended member is in the electorate.")
    log.propose("P-3", by="E")
    cases.refused(log, "may_not_propose", "A suspended member proposes.")
    cases.holds("suspension", log, "E is suspended after it was heard.", members=MEMBERS, suspended=["E"],
                proposals={"P-1": "adopted", "P-2": "frozen"})
    ended = branch(log)
    ended.at("2025-01-21T00:00:00Z").propose("P-3", by="E")
    cases.holds("suspension-over", ended, "Ten days later, at midnight, it proposes again.", members=MEMBERS, suspended=[],
                proposals={"P-1": "adopted", "P-2": "frozen", "P-3": "debated"})
    expulsion(cases, policy)


def expulsion(cases, policy):
    log = club(policy=policy).at("2025-01-07T08:00:00Z").propose("P-1", "expulsion", about="E").freeze("P-1")
    log.office("hearing.held", "E", proposal="P-1", attended=True)
    tellers = [{"key": key.name, "recipient": sealer.recipient} for key, sealer in zip(log.tellers, log.sealers)]
    vote = dict(vote="V-1", items=["P-1"], matter="expulsion", rule="secret", opens="2025-01-08T00:00:00Z",
                closes="2025-01-11T00:00:00Z", also="DE")
    log.open(tellers=tellers[:1], **vote)
    cases.refused(log, "wrong_tellers", "A sealed vote names one of two tellers.")
    log.open(tellers=tellers[::-1], **vote)
    cases.refused(log, "wrong_tellers", "The tellers are not sorted by key name.")
    log.open(tellers=tellers, **vote)
    log.at("2025-01-08T08:00:00Z").cast("V-1", "A", {"P-1": "yes"})
    cases.refused(log, "wrong_secrecy", "An open ballot in a sealed vote.")
    log.sealed("V-1", "A", {"P-1": "yes"})
    log.sealed("V-1", "B", {"P-1": "yes"})
    log.sealed("V-1", "C", {"P-1": "no"})
    left_out = [(log.sealed("V-1", "D", {"P-1": "consent"}), "not_on_ballot"), (log.sealed("V-1", "E", {"P-1": "no"}), "recused"),
                (log.sealed("V-1", "D", {"P-1": "no"}, id="0" * 32), "not_opened")]
    excluded = [{"ballot": ballot, "reason": reason} for ballot, reason in left_out]
    opened = [dict(vote="V-1", identity=sealer.identity) for sealer in log.sealers]
    log.at("2025-01-11T01:59:59Z").by("D", "seal.opened", **opened[0])
    cases.refused(log, "voting_open", "A teller opens the seals in the last second of the grace.")
    log.at("2025-01-11T08:00:00Z").by("D", "seal.opened", **opened[1])
    cases.refused(log, "wrong_identity", "A teller gives another teller's identity.")
    log.by("D", "seal.opened", **opened[0])
    log.by("D", "seal.opened", **opened[0])
    cases.refused(log, "thing_exists", "A teller opens the seals twice.")
    row = result("P-1", "carried", 4, yes=2, no=1, abstain=0)
    log.count("V-1", row, excluded=excluded)
    cases.refused(log, "seals_closed", "A tally before every teller opened the seals.")
    log.by("E", "seal.opened", **opened[1])
    log.count("V-1", row, excluded=excluded[:2])
    cases.refused(log, "wrong_tally", "A ballot that does not open is not named among the excluded.")
    log.count("V-1", row, excluded=excluded[::-1])
    cases.refused(log, "wrong_tally", "The excluded ballots are not in the order of their entries.")
    log.count("V-1", row, excluded=excluded).certify("V-1", {"P-1": "carried"})
    log.by("D", "appeal.filed", appeal="Q-1", proposal="P-1", ground="unheard")
    cases.refused(log, "wrong_signers", "Another party appeals for the one that was expelled.")
    log.by("E", "appeal.filed", appeal="Q-1", proposal="P-2", ground="unheard")
    cases.refused(log, "unknown_thing", "An appeal against a proposal that is not there.")
    cases.holds("expulsion", log, "E is expelled by sealed ballots; of six, one says what is not on the ballot, one is E's own and "
                "one has another's id inside.", members=list("ABCD"), proposals={"P-1": "adopted"},
                outcomes={"V-1": {"P-1": "carried"}}, counts={"V-1": {"P-1": {"yes": 2, "no": 1, "abstain": 0}}})
    # 30 times 24 hours from the certificate.
    late = branch(log)
    late.at("2025-02-10T08:00:00Z").by("E", "appeal.filed", appeal="Q-1", proposal="P-1", ground="unheard")
    cases.refused(late, "appeal_window_over", "An appeal 30 times 24 hours after the certificate.")
    log.at("2025-02-10T07:59:59Z").by("E", "appeal.filed", appeal="Q-1", proposal="P-1", ground="unheard")
    log.by("CD", "appeal.ruled", appeal="Q-1", verdict="remit", ground="unheard")
    cases.holds("expulsion-undone", log, "An appeal in the last second is remitted: E is a member again.", members=MEMBERS,
                proposals={"P-1": "frozen"})


def refusals(cases):
    """What was turned away, and whether it was turned away rightly."""
    log = at_the_polls(simple())
    log.cast("V-1", "A", {"P-1": "consent"}).refuse("voting_over")
    cases.refused(log, "wrong_refusal", "A ballot with a word that is not on it is said to have come late.")
    log.cast("V-1", "A", {"P-1": "yes"}).refuse("voting_over")
    cases.refused(log, "wrong_refusal", "A good ballot is said to have come late.")
    log.office("text.frozen", proposal="P-1", texts={"en": digest_of("P-1")})
    log.refuse("already_frozen")
    cases.refused(log, "not_refusable", "A trace of a registrar's act, of which none is kept.")
    log.cast("V-1", "A", {"P-1": "consent"}).refuse("not_on_ballot")
    statement = log.entries[-1][1]
    right = statement["statement"]
    statement["statement"] = right.replace("consent", "object")
    cases.refused(log, "bad_signature", "The statement in a trace is not what its author signed.")
    log.cast("V-1", "A", {"P-1": "consent"}).refuse("not_on_ballot")
    log.entries[-1][1]["statement"] = right.replace('","', '", "', 1)
    cases.refused(log, "malformed", "The statement in a trace is not canonical JSON.", "json-refused-space")
    log.cast("V-1", "A", {"P-1": "consent"}).refuse("not_on_ballot")
    log.cast("V-1", "A", {"P-1": "no"})
    log.say("ballot.cast", [Key("club/z")], vote="V-1", on=log.digest("V-1"), choices={"P-1": "yes"})
    log.refuse("unknown_key")
    log.at("2025-01-11T00:00:00Z").cast("V-1", "B", {"P-1": "yes"}).refuse("voting_over")
    log.at("2025-01-11T08:00:00Z").count("V-1", result("P-1", "inquorate", 5, yes=0, no=1, abstain=0)).certify("V-1", {"P-1": "inquorate"})
    cases.holds("refused", log, "Three ballots are turned away with a trace: a wrong word, a key that nobody knows, and one that came late.",
                members=MEMBERS, outcomes={"V-1": {"P-1": "inquorate"}})


def revisions(cases):
    """New statutes, and what binds the vote that was open before them."""
    policy = simple()
    new = dict(policy, version="2", rules=dict(policy["rules"], majority=dict(policy["rules"]["majority"], **{
        "pass": "yes >= 3/4 of cast"})))
    log = club(policy=policy).at("2025-01-07T08:00:00Z").propose("P-1", "statutes")
    cases.refused(log, "not_on_ballot", "A change of the statutes without their digest.")
    log.propose("P-1", "statutes", statutes=digest_of(canonical(new))).freeze("P-1")
    vote = dict(vote="V-1", items=["P-1"], matter="statutes")
    log.open(opens="2025-01-09T23:59:59Z", closes="2025-01-12T00:00:00Z", **vote)
    cases.refused(log, "notice_too_short", "The text of new statutes has not stood for three days.")
    log.open(opens="2025-01-10T00:00:00Z", closes="2025-01-13T00:00:00Z", **vote)
    log.at("2025-01-10T08:00:00Z")
    for m in "ABC":
        log.cast("V-1", m, {"P-1": "yes"})
    log.at("2025-01-13T08:00:00Z").count("V-1", result("P-1", "carried", 5, yes=3, no=0, abstain=0))
    by = [log.registrar, *log.tellers]
    adopted = dict(proposal="P-1", statutes=new, effective="2025-01-15T00:00:00Z")
    log.say("statutes.adopted", by, **adopted)
    cases.refused(log, "not_adopted", "New statutes before the certificate.")
    log.certify("V-1", {"P-1": "carried"})
    log.propose("P-2").freeze("P-2").open("V-2", ["P-2"], opens="2025-01-14T00:00:00Z", closes="2025-01-17T00:00:00Z")
    for code, about, changes in (
            ("unknown_thing", "New statutes by a proposal that is not there.", {"proposal": "P-9"}),
            ("other_text", "Other statutes than those that were voted on.", {"statutes": dict(new, title={"en": "Other"})}),
            ("too_early", "New statutes a second before two days from the certificate are over.",
             {"effective": "2025-01-14T23:59:59Z"})):
        log.say("statutes.adopted", by, **dict(adopted, **changes))
        cases.refused(log, code, about)
    log.say("statutes.adopted", by[:2], **adopted)
    cases.refused(log, "wrong_signers", "One of two tellers signs the new statutes.")
    log.say("statutes.adopted", by, **adopted)
    log.say("statutes.adopted", by, **adopted)
    cases.refused(log, "thing_exists", "The statutes are adopted twice.")
    log.at("2025-01-15T00:00:00Z").propose("P-3").freeze("P-3")
    log.open("V-3", ["P-3"], opens="2025-01-16T00:00:00Z", closes="2025-01-19T00:00:00Z")
    log.at("2025-01-16T08:00:00Z")
    for n, m in enumerate(MEMBERS):
        log.cast("V-2", m, {"P-2": "yes" if n < 3 else "no"})
        log.cast("V-3", m, {"P-3": "yes" if n < 3 else "no"})
    log.at("2025-01-19T08:00:00Z").count("V-2", result("P-2", "carried", 5, yes=3, no=2, abstain=0)).certify("V-2", {"P-2": "carried"})
    log.count("V-3", result("P-3", "carried", 5, yes=3, no=2, abstain=0))
    cases.refused(log, "wrong_tally", "Three of five under the new statutes, which ask for three quarters, and said to be carried.")
    log.count("V-3", result("P-3", "lost", 5, yes=3, no=2, abstain=0)).certify("V-3", {"P-3": "lost"})
    cases.holds("statutes", log, "New statutes ask for three quarters: a vote opened before goes by the old ones, one after by the new.",
                members=MEMBERS, statutes_version=2, proposals={"P-1": "adopted", "P-2": "adopted", "P-3": "lost"},
                outcomes={"V-1": {"P-1": "carried"}, "V-2": {"P-2": "carried"}, "V-3": {"P-3": "lost"}})
    # A version that is not the next one.
    third = dict(new, version="3")
    log = club(policy=policy).at("2025-01-07T08:00:00Z").propose("P-1", "statutes", statutes=digest_of(canonical(third))).freeze("P-1")
    log.open(opens="2025-01-10T00:00:00Z", closes="2025-01-13T00:00:00Z", **vote)
    log.at("2025-01-10T08:00:00Z")
    for m in "ABC":
        log.cast("V-1", m, {"P-1": "yes"})
    log.at("2025-01-13T08:00:00Z").count("V-1", result("P-1", "carried", 5, yes=3, no=0, abstain=0)).certify("V-1", {"P-1": "carried"})
    log.say("statutes.adopted", by, **dict(adopted, statutes=third))
    cases.refused(log, "wrong_version", "Version 3 after version 1.")


def deeds(cases):
    """What an adopted plan gives rise to."""
    log = club(policy=only(rules="board majority", matters="plan", selections="", procedures="", windows="vote", mandates="envoy"))
    log.at("2025-01-07T08:00:00Z").carry("P-1")
    log.at("2025-01-12T08:00:00Z").propose("P-2")
    granted = dict(mandate="D-1", proposal="P-1", holder="C", kind="envoy", scope="speak", until="2025-01-22T00:00:00Z",
                   occasions=[{"occasion": "E-1", "on": "2025-01-15T08:00:00Z"}])
    for code, about, changes in (
            ("unknown_thing", "A mandate by a proposal that is not there.", {"proposal": "P-9"}),
            ("not_adopted", "A mandate by a proposal that was not decided.", {"proposal": "P-2"}),
            ("unknown_party", "A mandate for nobody.", {"holder": "X"}),
            ("too_early", "A mandate that ends as it begins.", {"until": "2025-01-12T08:00:00Z"}),
            ("unknown_mandate", "A mandate of a kind that the statutes do not have.", {"kind": "king"}),
            ("mandate_too_long", "A mandate a second longer than ten days.", {"until": "2025-01-22T00:00:01Z"})):
        log.office("mandate.granted", "D", **dict(granted, **changes))
        cases.refused(log, code, about)
    log.office("mandate.granted", "D", **granted)
    log.office("mandate.granted", "D", **granted)
    cases.refused(log, "thing_exists", "A mandate of a name that is taken.")
    report = dict(mandate="D-1", occasion="E-1", sha256=SECOND)
    log.at("2025-01-15T07:59:59Z").by("C", "mandate.reported", **report)
    cases.refused(log, "not_an_occasion", "A report of an occasion that is not over.")
    log.at("2025-01-15T08:00:00Z").by("C", "mandate.reported", **report)
    log.by("C", "mandate.reported", **report)
    cases.refused(log, "not_an_occasion", "A second report of one occasion.")
    issued = dict(statement="S-1", texts={"en": digest_of("P-1")}, proposal="P-1", channel="radio")
    log.office("statement.issued", **dict(issued, texts={"en": SECOND}))
    cases.refused(log, "other_text", "The registrar issues another text than the adopted one.")
    log.office("statement.issued", **issued)
    log.say("statement.disavowed", [log.registrar, log.member["B"]], sha256=digest_of("P-1"), ground="not ours")
    cases.refused(log, "own_statement", "A text is disavowed that was adopted here.")
    log.by("C", "mandate.ended", mandate="D-1", ground="done")
    log.by("C", "statement.issued", **dict(issued, statement="S-2", mandate="D-1"))
    cases.refused(log, "no_mandate", "A statement by a mandate that has ended.")
    log.office("agreement.signed", agreement="G-1", proposal="P-1", sha256=digest_of("P-1"), parties=[], obligations=[],
               **{"with": ["UN"]})
    cases.refused(log, "no_mandate", "An agreement that nobody signs for the members.")
    log.office("action.assigned", action="T-1", proposal="P-1", owner="C", due="2025-02-01T00:00:00Z", text="report")
    log.by("C", "action.updated", action="T-1", state="done", note="sent")
    log.by("C", "action.updated", action="T-1", state="done", note="sent")
    cases.refused(log, "unknown_thing", "An action that is done is done again.")
    cases.holds("deeds", log, "A plan is carried; by it a mandate, a report, a statement and an action.", members=MEMBERS,
                proposals={"P-1": "adopted", "P-2": "debated"})


def write(cases):
    log = debate(cases)
    opening(cases, log)
    balloting(cases, log)
    second_round(cases, log)
    groups(cases)
    kinds(cases)
    members(cases)
    refusals(cases)
    revisions(cases)
    deeds(cases)

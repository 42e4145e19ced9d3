# SPDX-License-Identifier: Apache-2.0
"""Votes: what may be put to the vote, when, and among whom."""

from ..age import decode_bech32
from ..differences import need_same
from ..encoding import sha256
from ..errors import Malformed, Refused, need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Votes:
    """The rules of opening a vote."""

    def vote(self, s):
        return self.under(self.find(self.votes, s["vote"], "unknown_vote"))

    def standing_vote(self, s):
        vote = self.vote(s)
        need(not vote.annulled, "unknown_vote", "a ruling annulled the vote")
        return vote

    def grace_over(self, vote):
        return self.now >= self.grace_end(vote.closes, vote.window)

    def item(self, name):
        return self.applications.get(name) or self.proposals.get(name) or self.amendments.get(name)

    @staticmethod
    def course(item):
        """That of its ratification, once a proposal is adopted."""
        return item.ratification if item.kind == "proposal" and item.adopted is not None else item.course

    def rule_vote_opened(self, s):
        need(s["vote"] not in self.votes, "vote_exists")
        if "election" in s:
            return self.seat_vote_opened(s)
        need("candidates" not in s, "wrong_candidates", "no election")
        items = [self.item(name) for name in s["items"]]
        need("call" not in s or s["call"] in self.calls, "unknown_call")
        need(items and None not in items and len(set(s["items"])) == len(items), "not_to_be_voted", "unknown, or twice")
        for item in items:
            self.need_votable(self.under(item), s)
        for item in items:
            self.need_matter(self.under(item), s)
        self.need_one_round(items, s)
        rule = self.statutes.rules[s["rule"]]
        opens, closes = decode_time(s["opens"]), decode_time(s["closes"])
        need(opens >= max(self.earliest(rule, item) for item in items), "notice_too_short")
        need(closes == self.window_end(opens, rule["window"]), "wrong_window")
        electorate = self.electorate(rule, items[0])
        for item in items:
            need_same(s["electorate"], self.electorate(rule, item), "wrong_electorate")
        weights = [self.weight(rule, group) for group in electorate]
        need_same(s.get("weights"), weights if "weight" in rule else None, "wrong_weights")
        self.check_tellers(rule, s.get("tellers"))
        vote = self.new_vote(s, rule, items, [self.course(item) for item in items], electorate, weights)

        def effect():
            self.votes[s["vote"]] = vote
            for item in items:
                if item.kind == "application":
                    item.vote, item.outcome, item.may_vote = s["vote"], None, False

        return [Signers(*self.by(s, "registrar"), every={t["key"] for t in s.get("tellers", [])})], effect

    def new_vote(self, s, rule, items, courses, electorate, weights):
        """As it is opened; `before` is what its items go back to if a ruling annuls it."""
        closes = decode_time(s["closes"])
        return Record(
            digest=sha256(self.line).hex(), law=self.statutes, matter=s["matter"], rule=rule,
            retry=any(course.retry for course in courses), election=None,
            window=rule["window"], items=items, courses=courses, opens=decode_time(s["opens"]), closes=closes,
            first_closes=closes, electorate=electorate, weights=weights, blocs=self.blocs(rule, electorate),
            tellers=[Record(key=t["key"], recipient=decode_bech32(t["recipient"], "age"), identity=None)
                     for t in s.get("tellers", [])],
            before=[(getattr(item, "vote", None), getattr(item, "outcome", None)) for item in items],
            alternates=self.alternates_in(rule, electorate), ballots=[], proxies={}, conflicts=set(), results=None, tallied=None, certified=None, annulled=False)

    def need_one_round(self, items, s):
        """Whether this is the next vote on each of the items, under one law."""
        courses = [self.course(item) for item in items]
        need(all(item.law is self.statutes and (course.rule, course.round, course.retry) == (
            s["rule"], s["round"], courses[0].retry) for item, course in zip(items, courses)), "wrong_round")

    def need_votable(self, item, s):
        """Whether the item may be put to the vote now."""
        course, stage = self.course(item), {}
        if item.kind == "application":
            call, stage = item.call, self.stage(item.call, "objections")
            need(s.get("call", call.id) == call.id, "not_to_be_voted", "of another call: " + item.id)
            until = self.objections_until(item)
            need(until is not None and self.now >= until, "objections_open")
            need(item.may_vote and not item.withdrawn, "not_to_be_voted", item.id)
        elif item.kind == "amendment":
            proposal = item.proposal
            need(item.pending and proposal.frozen is None and not proposal.withdrawn, "not_to_be_voted", item.id)
        elif item.adopted is None:
            need(item.frozen is not None and not item.withdrawn, "not_to_be_voted", item.id)
            need(item.heard or "hearing" not in self.matter(item.matter), "hearing_missing")
            need(course.last != "blocked" or course.round == 1 or (item.revised or 0) > course.entry, "not_to_be_voted",
                 "the text that was blocked was not revised: " + item.id)
        else:
            need(item.ratify_by is not None and not item.ratified and self.is_adopted(item), "not_to_be_voted", item.id)
        need(not course.final and not course.waits and not self.is_in_vote(item), "not_to_be_voted", item.id)
        against = [o for o in self.objections.values() if o.application is item and not o.withdrawn]
        if stage and len({o.party for o in against}) >= int(stage["pull_at"]):
            need(len(s["items"]) == 1, "debated_separately", item.id)
            need(all(objection.answered for objection in against), "objection_unanswered", item.id)

    def need_matter(self, item, s):
        applies = item.kind == "application"
        named = self.stage(item.call, "decide").get("matter") if applies else self.of_proposal(item).matter
        need(s["matter"] == named and ("call" in s) == applies, "unknown_matter")
        self.matter(named)

    def earliest(self, rule, item):
        """The first moment at which a vote on the item may open."""
        notice = self.statutes.windows[rule["window"]].get("notice", "PT0H")
        ends, course = [self.now, self.calendar.notice_end(self.now, notice)], self.course(item)
        if item.kind == "proposal":
            ends.append(self.calendar.notice_end(item.frozen, self.matter(item.matter).get("notice", "PT0H")))
            if item.matter == "statutes":
                since = item.frozen if item.revised is None else item.revised_at
                ends.append(self.calendar.notice_end(since, self.statutes.amend.get("text_frozen", "PT0H")))
        if course.retry:
            ends.append(self.calendar.notice_end(course.time, rule["retry"].get("once_after", "PT0H")))
        return max(ends)

    def check_tellers(self, rule, tellers):
        if rule.get("secrecy") != "sealed":
            need(tellers is None, "wrong_tellers", "the ballots are not sealed")
            return
        need(tellers and [t["key"] for t in tellers] == sorted(self.holders("teller")), "wrong_tellers")
        try:
            for teller in tellers:
                decode_bech32(teller["recipient"], "age")
        except Malformed as error:
            raise Refused("wrong_tellers", str(error))

    def rule_vote_extended(self, s):
        return self.extension(self.standing_vote(s), s)

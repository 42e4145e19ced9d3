# SPDX-License-Identifier: Apache-2.0
"""Challenges to a vote, its certificate, and what follows from it."""

from ..differences import need_same
from ..errors import need
from ..records import Course, Record
from .signers import Signers


class Certificates:
    """The rules of challenges and certificates."""

    def challenge_body(self, vote):
        """The body that hears challenges, or None."""
        matter = self.statutes.matters[vote.matter] if vote.election else self.matter(vote.matter)
        return matter.get("appeal") or vote.rule.get("block", {}).get("tested_by") or next(
            (stage["body"] for stage in self.appeal_stages() if "body" in stage), None)

    def rule_vote_challenged(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        self.need_new(self.challenges, s, "challenge")
        need(self.grace_over(vote), "voting_open")
        need(vote.certified is None, "already_certified")
        body, left_out = self.challenge_body(vote), self.group_in(vote, party)
        need(body and self.without(body, left_out), "nobody_rules")
        challenge = Record(law=vote.law, vote=vote, body=body, left_out=left_out, open=True)
        return [self.by_party(party)], lambda: self.challenges.update({s["challenge"]: challenge})

    def rule_challenge_ruled(self, s):
        challenge = self.under(self.known(self.challenges, s, "challenge"))
        need(challenge.open, "thing_exists", "the challenge was ruled on")

        def effect():
            challenge.open = False
            if s["verdict"] == "annulled":
                challenge.vote.annulled = True
                for item, (vote, outcome) in zip(challenge.vote.items, challenge.vote.before):
                    if item.kind == "application":
                        item.vote, item.outcome, item.may_vote = vote, outcome, True

        return [Signers(resolution=self.ruling(challenge.body, challenge.left_out))], effect

    def rule_outcome_certified(self, s):
        vote = self.standing_vote(s)
        need(vote.results is not None, "no_tally")
        need(vote.certified is None, "already_certified")
        need(not any(c.open and c.vote is vote for c in self.challenges.values()), "challenge_open")
        need("challenge" not in vote.rule or self.now >= self.calendar.end(vote.tallied, vote.rule["challenge"]),
             "challenge_open")
        need_same(s["outcomes"], {row["item"]: row["outcome"] for row in vote.results}, "wrong_outcome")

        begun = self.need_terms(vote, s)

        def effect():
            vote.certified, vote.certified_by = self.now, self.number
            if vote.election:
                self.begin_terms(vote, begun)
            for item, course in zip(vote.items, vote.courses):
                self.certify(item, course, s["outcomes"][item.id])

        need(self.holders("teller"), "wrong_signers", "there is no teller")
        return [Signers(*self.by(s, "registrar"), every=self.holders("teller"))], effect

    def certify(self, item, course, outcome):
        """What follows from a certificate."""
        course.advance(item.kind, outcome, self.now, self.number, item.law.rules)
        carried = outcome == "carried"
        if item.kind == "application":
            item.outcome, item.certified, item.may_vote = outcome, (self.number, self.now), not course.final
        elif item.kind == "amendment":
            item.pending = not course.final
            if carried:
                item.proposal.texts, item.proposal.statutes = item.texts, item.statutes
        elif course is item.ratification:
            item.ratified = item.ratified or (carried and self.now < item.ratify_by)
        elif carried and course is item.course:
            self.adopt(item)

    def adopt(self, proposal):
        proposal.adopted, matter = self.now, self.matter(proposal.matter)
        if "ratify" in matter and matter["ratify"]["rule"] != proposal.course.rule:
            proposal.ratify_by = self.calendar.end(self.now, matter["ratify"]["within"])
            proposal.ratification = Course(matter["ratify"]["rule"])
        if proposal.matter == "suspension":
            lasts = matter.get("lasts")
            proposal.suspended_until = self.calendar.end(self.now, lasts) if lasts else float("inf")
            self.parties[proposal.about].suspensions.append(proposal)
        if proposal.matter == "expulsion" and self.is_member(proposal.about):
            self.end_terms(proposal.about)
            proposal.expelled, self.parties[proposal.about].left = True, self.now
            for key in self.keys.values():
                key.offices = {role: party for role, party in key.offices.items() if party != proposal.about}

    def rule_escalation_requested(self, s):
        proposal = self.proposal(s)
        course = self.course(proposal)
        need(course and course.waits and not proposal.withdrawn, "rounds_left")
        rule = self.statutes.rules[course.rule]
        by, groups, ways = rule["fallback_by"], self.electorate(rule, proposal), []
        if "rule" in by:
            ways.append(Signers(resolution=self.resolution(by["rule"], proposal.about)))
        if "or_members" in by:
            count = int(by["or_members"])
            ways.append(Signers(resolution=self.by_groups(
                groups, lambda signing: len(signing) == len(self.signers) >= count)))
        return ways, lambda: course.fall_back(rule)

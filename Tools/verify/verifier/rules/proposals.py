# SPDX-License-Identifier: Apache-2.0
"""Proposals: from submission to the frozen text."""

from ..errors import need
from ..records import Course, Record
from ..times import decode_time
from .signers import Signers


class Proposals:
    """The rules of proposals."""

    def matter(self, name):
        """The terms of a matter that a rule decides; the statutes themselves are always one."""
        matter = self.statutes.matters.get(name, {})
        matter = {"rule": self.statutes.amend["matter_rule"]} if name == "statutes" else matter
        need(matter.get("rule") in self.statutes.rules, "unknown_matter")
        return matter

    def need_new_name(self, name):
        taken = (self.applications, self.parties, self.proposals, self.amendments)
        need(not any(name in table for table in taken), "name_taken", "the name is taken: " + name)

    def proposal(self, s):
        return self.under(self.known(self.proposals, s, "proposal"))

    @staticmethod
    def of_proposal(item):
        return item.proposal if item.kind == "amendment" else item

    def subject(self, item):
        """The applicant, or the party that a proposal is about."""
        return item.id if item.kind == "application" else self.of_proposal(item).about

    def is_standing(self, proposal):
        """Whether it was carried, has not lapsed, and was not undone."""
        in_time = proposal.ratify_by is None or proposal.ratified or (
            self.now < proposal.ratify_by and not proposal.ratification.final)
        return proposal.adopted is not None and in_time

    def is_adopted(self, proposal):
        return self.is_standing(proposal) and (proposal.valid_until is None or self.now < proposal.valid_until)

    def adopted(self, s):
        proposal = self.proposal(s)
        need(self.is_adopted(proposal), "not_adopted")
        return proposal

    def status(self, proposal):
        """In one word, how far it has come."""
        if proposal.withdrawn:
            return "withdrawn"
        if proposal.adopted is not None:
            return "lapsed" if not self.is_standing(proposal) else "adopted" if self.is_adopted(proposal) else "expired"
        if proposal.course.final:
            return proposal.course.last
        return "debated" if proposal.frozen is None else "frozen"

    def may_propose(self, party, proposal):
        by, role = self.matter(proposal.matter).get("proposed_by"), proposal.role
        if not self.is_active(party):
            return False
        if role:
            return any(self.offices(key)[role] == party for key in self.holders(role))
        if by is None:
            return self.could_vote(party, proposal)
        body = self.body(by)
        return party in (self.acting(body["seats"]) if "seats" in body else self.roll(body["roll"]))

    def could_vote(self, party, proposal):
        return any(party in group for group in self.electorate(self.rule_of(proposal), proposal))

    def rule_of(self, proposal):
        """The rule that decides the proposal's matter."""
        return self.statutes.rules[self.matter(proposal.matter)["rule"]]

    def rule_proposal_submitted(self, s):
        matter = self.matter(s["matter"])
        self.need_new_name(s["proposal"])
        by = matter.get("proposed_by")
        role = by if by in self.statutes.roles and by not in {**self.statutes.bodies, **self.statutes.rolls} else None
        proposal = self.new_proposal(s, role, Course(matter["rule"]))
        self.find_proposer(proposal)
        need(set(matter.get("papers", [])) <= set(s["papers"]), "papers_missing")
        concerns = s["matter"] in ("suspension", "expulsion")
        need(self.is_member(s["about"]) if "about" in s else not concerns, "unknown_party")
        self.need_statutes_for_their_matter(s, s["matter"])
        approval = self.statutes.rules[matter["rule"]]["ballot"] == "approval"
        need(("options" in s) == approval and (not approval or 2 <= len(s["options"]) <= 64), "not_on_ballot",
             "2 to 64 options, and only for approval")
        self.need_language(s["title"], s["texts"], *s.get("options", {}).values())

        def effect():
            proposal.opened = None if int(matter.get("seconds", 0)) else self.now
            self.proposals[s["proposal"]] = proposal

        return [self.by_proposer(proposal)], effect

    def new_proposal(self, s, role, course):
        """As it is submitted; `role` is the office that alone may propose in its matter, or None."""
        return Record(
            id=s["proposal"], kind="proposal", law=self.statutes, matter=s["matter"], role=role, key=None, party=None,
            texts=s["texts"], about=s.get("about"), statutes=s.get("statutes"), options=s.get("options"),
            valid_until=decode_time(s["valid_until"]) if "valid_until" in s else None, submitted=self.now, seconders=[],
            opened=None, frozen=None, revised=None, withdrawn=False, heard=False, course=course,
            adopted=None, ratify_by=None, ratified=False, ratification=None, suspended_until=None, expelled=False,
            appealed=False, enacted=False)

    def find_proposer(self, proposal):
        """Whose proposal it is: of the key that holds the role, or of the member who signed."""
        role = proposal.role
        if role:
            proposal.key = next((key for key in self.signers if key in self.holders(role)), None)
            proposal.party = proposal.key and self.offices(proposal.key)[role]
            need(proposal.key and (proposal.party is None or not self.is_suspended(proposal.party)), "may_not_propose")
        else:
            proposal.party = self.signing_party()
            need(proposal.party and self.may_propose(proposal.party, proposal), "may_not_propose")

    @staticmethod
    def need_statutes_for_their_matter(s, matter):
        need(("statutes" in s) == (matter == "statutes"), "not_on_ballot", "new statutes, only for their matter")

    def by_proposer(self, proposal):
        return Signers({proposal.key}) if proposal.role else self.by_party(proposal.party)

    def need_debate(self, proposal):
        need(not proposal.withdrawn, "already_withdrawn")
        need(proposal.frozen is None, "already_frozen")

    def need_opened(self, proposal):
        need(proposal.opened is not None, "seconds_missing", "the debate is not open yet")

    def rule_proposal_seconded(self, s):
        proposal, party = self.proposal(s), self.signing_party()
        self.need_debate(proposal)
        groups, before = self.electorate(self.rule_of(proposal), proposal), [proposal.party, *proposal.seconders]
        own = next((group for group in groups if party in group), [party])
        need(party and self.may_propose(party, proposal) and not set(own) & set(before), "may_not_propose")

        def effect():
            proposal.seconders.append(party)
            if proposal.opened is None and len(proposal.seconders) >= int(self.matter(proposal.matter)["seconds"]):
                proposal.opened = self.now

        return [self.by_party(party)], effect

    def is_between_rounds(self, proposal):
        return proposal.course.last is not None and not proposal.course.final and not self.is_in_vote(proposal)

    def is_in_vote(self, item):
        """Whether a vote on it is open or awaits its certificate."""
        return any(item in vote.items and vote.certified is None and not vote.annulled for vote in self.votes.values())

    def rule_proposal_withdrawn(self, s):
        proposal = self.proposal(s)
        need(not proposal.withdrawn, "already_withdrawn")
        need(proposal.frozen is None or self.is_between_rounds(proposal), "already_frozen")
        return [self.by_proposer(proposal)], lambda: setattr(proposal, "withdrawn", True)

    def rule_text_frozen(self, s):
        proposal = self.proposal(s)
        self.need_debate(proposal)
        self.need_opened(proposal)
        discuss = self.matter(proposal.matter).get("discuss")
        need(discuss is None or self.now >= self.window_end(proposal.opened, discuss), "debate_open")
        need(not any(a.proposal is proposal and a.pending for a in self.amendments.values()), "amendment_pending")
        need(s["texts"] == proposal.texts, "other_text")
        return self.by_registrar(s), lambda: setattr(proposal, "frozen", self.now)

    def rule_text_revised(self, s):
        proposal = self.proposal(s)
        need(not proposal.withdrawn, "already_withdrawn")
        course = proposal.course
        need(self.is_between_rounds(proposal) and course.round > 1 and not course.retry and not course.waits,
             "already_frozen", "not between two rounds of one rule")
        need(s["texts"] != proposal.texts, "other_text")
        self.need_language(s["texts"])

        def effect():
            proposal.texts, proposal.revised, proposal.revised_at = s["texts"], self.number, self.now

        return [self.by_proposer(proposal)], effect

    def rule_hearing_held(self, s):
        proposal = self.proposal(s)
        hearing = self.matter(proposal.matter).get("hearing")
        need(hearing, "unknown_thing", "the matter has no hearing")
        need(not proposal.heard, "thing_exists", "the hearing was held")
        need(s["attended"] or self.now >= self.calendar.end(proposal.submitted, hearing), "hearing_open")
        other = self.any_key() if not s["attended"] else self.keys_of(proposal.about) if proposal.about else ()
        return [Signers(*self.by(s, "registrar"), other)], lambda: setattr(proposal, "heard", True)

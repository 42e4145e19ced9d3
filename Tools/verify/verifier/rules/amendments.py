# SPDX-License-Identifier: Apache-2.0
"""Amendments to a proposal."""

from ..errors import need
from ..records import Course, Record


class Amendments:
    """The rules of amendments."""

    def rule_amendment_proposed(self, s):
        proposal, party = self.proposal(s), self.signing_party()
        self.need_new_name(s["amendment"])
        need(proposal.matter == "statutes" or "amendments" in self.matter(proposal.matter), "not_amendable")
        self.need_debate(proposal)
        self.need_opened(proposal)
        need(party and self.could_vote(party, proposal), "may_not_propose")
        self.need_statutes_for_their_matter(s, proposal.matter)
        self.need_language(s["title"], s["texts"])
        amendment = Record(
            id=s["amendment"], kind="amendment", law=proposal.law, proposal=proposal, party=party, texts=s["texts"],
            statutes=s.get("statutes"), pending=True, course=Course(self.matter(proposal.matter)["rule"]))
        return [self.by_party(party)], lambda: self.amendments.update({s["amendment"]: amendment})

    def pending_amendment(self, s):
        amendment = self.under(self.known(self.amendments, s, "amendment"))
        need(amendment.pending, "unknown_thing", "the amendment is not pending")
        need(not self.is_in_vote(amendment), "not_amendable", "the members are voting on it")
        return amendment

    def rule_amendment_accepted(self, s):
        amendment = self.pending_amendment(s)
        self.need_debate(amendment.proposal)

        def effect():
            amendment.pending = False
            amendment.proposal.texts, amendment.proposal.statutes = amendment.texts, amendment.statutes

        return [self.by_proposer(amendment.proposal)], effect

    def rule_amendment_withdrawn(self, s):
        amendment = self.pending_amendment(s)
        return [self.by_party(amendment.party)], lambda: setattr(amendment, "pending", False)

# SPDX-License-Identifier: Apache-2.0
"""Appeals against what was decided on an application or a proposal."""

from ..errors import need
from ..records import Course, Record
from .signers import Signers


class Appeals:
    """The rules of appeals."""

    def adverse(self, application):
        """(what, entry, time) of the last decision against the application, or None."""
        a, call = application, application.call
        if a.outcome == "lost":
            return ("lost", *a.certified)
        if a.disposition == "eligible" and call.shortlisted and a.reviewers and not a.selected and a.vote is None:
            return ("not_selected", *call.shortlisted)
        if a.disposition == "ineligible":
            return ("ineligible", *a.screened)
        if a.disposition == "incomplete" and not a.may_screen and self.effective >= a.repair_until:
            return "lapsed", a.repair_opened, a.repair_until
        return None

    def rule_appeal_filed(self, s):
        if "proposal" in s:
            return self.proposal_appealed(s)
        application = self.application(s)
        stage, decision = self.stage(application.call, "appeal"), self.adverse(application)
        need(stage and decision and not application.withdrawn, "nothing_to_appeal")
        need(self.effective < self.calendar.end(decision[2], stage["within"]), "appeal_window_over")
        need(s["appeal"] not in self.appeals and decision not in application.appealed and not any(
            a.application is application and a.pending for a in self.appeals.values()), "appeal_exists")

        def effect():
            application.appealed.add(decision)
            self.appeals[s["appeal"]] = Record(application=application, proposal=None, what=decision[0], pending=True)

        return self.by_applicant(application, s), effect

    def rule_appeal_ruled(self, s):
        appeal = self.find(self.appeals, s["appeal"], "unknown_appeal")
        need(appeal.pending, "unknown_appeal")
        if appeal.proposal:
            return self.proposal_appeal_ruled(appeal.proposal, appeal, s["verdict"])
        application = self.under(appeal.application)
        stage = self.stage(application.call, "appeal")

        def effect():
            appeal.pending = False
            if s["verdict"] == "remit" and appeal.what in ("ineligible", "lapsed"):
                application.may_screen = True
                self.open_repair(application)
            elif s["verdict"] == "remit":
                application.may_vote, application.course = True, Course(application.course.rule)

        return [Signers(resolution=self.resolution(stage["rule"], application.id))], effect

    def proposal_appealed(self, s):
        proposal = self.proposal(s)
        may = "appeal" in self.matter(proposal.matter) and proposal.about
        need(may and self.is_adopted(proposal), "nothing_to_appeal")
        need(s["appeal"] not in self.appeals and not proposal.appealed, "appeal_exists")
        need(self.now < proposal.adopted + 30 * 86400, "appeal_window_over")

        def effect():
            proposal.appealed = True
            self.appeals[s["appeal"]] = Record(application=None, proposal=proposal, pending=True)

        return [Signers(self.keys_of(proposal.about))], effect

    def proposal_appeal_ruled(self, proposal, appeal, verdict):
        matter = self.matter(self.under(proposal).matter)

        def effect():
            appeal.pending = False
            if verdict == "remit":
                proposal.adopted = proposal.ratify_by = proposal.ratification = None
                proposal.ratified, proposal.course = False, Course(matter["rule"])
                if proposal.expelled:
                    self.parties[proposal.about].left, proposal.expelled = None, False

        return [Signers(resolution=self.ruling(matter["appeal"], {proposal.about, proposal.party} - {None}))], effect

# SPDX-License-Identifier: Apache-2.0
"""How an admitted applicant becomes a member."""

from ..differences import need_same
from ..errors import need
from ..statutes import Subject
from .signers import Signers


class Joining:
    """The rules of joining."""

    def onboarding(self, s):
        """The application, if it is admitted and there is still time to complete it."""
        application = self.application(s)
        need(application.outcome == "carried", "not_admitted")
        until = self.calendar.end(application.certified[1], self.stage(application.call, "onboard")["within"])
        need(self.now < until, "onboarding_over")
        need(application.member is None, "already_member")
        return application

    def rule_representative_appointed(self, s):
        if "party" in s:
            return [Signers({self.need_member(s["party"]).key})], lambda: None
        application, what = self.onboarding(s), s.get("document", s["type"])
        return [Signers({application.enrolled} - {None})], \
            lambda: setattr(application, "done", application.done | {what})

    rule_document_signed = rule_representative_appointed

    def rule_member_admitted(self, s):
        need(s["member"] not in self.parties and s["member"] not in self.applications, "party_exists")
        self.need_new_name(s["member"])
        application = self.onboarding(s)
        needs = self.stage(application.call, "onboard")["needs"]
        need(set(needs) <= application.done and application.enrolled not in {None, *self.revoked}, "needs_missing")
        subject = Subject(application.facts, status="member", member_days=0, today=self.calendar.day(self.now))
        classes = [name for name, roll in self.statutes.rolls.items() if "of" in roll]
        rolls = sorted(name for name in classes if self.on_roll(name, subject))
        need_same(s["rolls"], rolls, "wrong_rolls")

        def effect():
            application.member = self.alias[application.id] = s["member"]
            self.parties[s["member"]] = self.new_party(
                application.facts, application.relations, self.now, application.enrolled)

        return [Signers(*self.by(s, "registrar", "teller"))], effect

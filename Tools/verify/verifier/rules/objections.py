# SPDX-License-Identifier: Apache-2.0
"""Objections to applications."""

from ..errors import need
from ..records import Record


class Objections:
    """The rules of objections."""

    def rule_objection_raised(self, s):
        application, party = self.application(s), self.signing_party()
        need(application.selected, "not_on_shortlist")
        need(self.now < self.objections_until(application), "objections_over")
        need(s["objection"] not in self.objections, "objection_exists")
        need(party is None or self.is_active(party), "suspended")
        record = Record(application=application, party=party, answered=False, withdrawn=False)
        return [self.by_party(party)], \
            lambda: self.objections.update({s["objection"]: record})

    def rule_objection_answered(self, s):
        objection = self.find(self.objections, s["objection"], "unknown_objection")
        self.under(objection.application)
        need(objection.application.vote is None, "objections_over")
        return self.by_applicant(objection.application, s), lambda: setattr(objection, "answered", True)

    def rule_objection_withdrawn(self, s):
        objection = self.find(self.objections, s["objection"], "unknown_objection")
        return [self.by_party(objection.party)], lambda: setattr(objection, "withdrawn", True)

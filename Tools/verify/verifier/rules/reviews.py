# SPDX-License-Identifier: Apache-2.0
"""Reviews: who reviews what, and how it is scored."""

from ..errors import need
from .signers import Signers


class Reviews:
    """The rules of reviews."""

    def is_conflicted(self, reviewer, application):
        """Whether the reviewer's party stands in a relation that recuses to the applicant."""
        role = "reviewer"
        party = self.keys[reviewer].offices[role]
        return party is not None and self.tied(self.statutes.roles[role].get("recuse", []), party, application.id)

    def selection(self, call):
        return self.statutes.selections[self.stage(call, "review")["select"]]

    def rule_review_assigned(self, s):
        call = self.call(s)
        panel = sorted(self.holders("reviewer"))
        each, clean = int(self.selection(call)["reviews"]["each"]), {}
        for assignment in s["assignments"]:
            application, names = self.application(assignment), assignment["reviewers"]
            need(application.call is call and self.is_eligible(application), "not_eligible")
            need(application.tier is not None or not self.stage(call, "diligence"), "no_tier")
            need(application.reviewers is None and application not in clean, "already_assigned")
            clean[application] = [n for n in panel if not self.is_conflicted(n, application)]
            need(set(names) <= set(panel), "not_a_reviewer")
            need(set(names) <= set(clean[application]), "recused")
            need(len(set(names)) == len(names) == min(each, len(clean[application])), "wrong_assignment")
        loads = self.loads(call, panel)
        least = self.least_spread(dict(loads), clean, each)
        for name in [name for assignment in s["assignments"] for name in assignment["reviewers"]]:
            loads[name] += 1
        need(self.spread(loads) <= max(1, least), "unequal_load")

        def effect():
            until = self.window_end(self.now, self.stage(call, "review")["window"])
            for assignment in s["assignments"]:
                application = self.applications[assignment["application"]]
                application.reviewers, application.review_until = assignment["reviewers"], until

        return self.by_registrar(s), effect

    def loads(self, call, panel):
        """{reviewer: how many applications of the call they have}"""
        loads = dict.fromkeys(panel, 0)
        for name in [n for a in self.applications_of(call) for n in a.reviewers or [] if n in loads]:
            loads[name] += 1
        return loads

    @staticmethod
    def spread(loads):
        return max(loads.values(), default=0) - min(loads.values(), default=0)

    def least_spread(self, loads, clean, each):
        """The spread of the standard assignment: in the order of arrival, to those with the least load."""
        for application in sorted(clean, key=lambda a: (a.effective, a.number)):
            for name in sorted(clean[application], key=lambda n: (loads[n], n))[:each]:
                loads[name] += 1
        return self.spread(loads)

    def rule_review_submitted(self, s):
        need(s["review"] not in self.reviews, "review_exists")
        application = self.application(s)
        need(self.is_eligible(application) and application.reviewers and not application.call.shortlisted,
             "not_under_review")
        role = "reviewer"
        desk = self.by(s, "registrar") if "received_at" in s else []
        authors = [name for name in self.signers if not desk or name not in desk[0]]
        need(len(authors) == 1, "wrong_signers", "one reviewer signs a review")
        reviewer = authors[0]
        need(reviewer in self.holders(role), "not_a_reviewer")
        need(not self.is_conflicted(reviewer, application), "recused")
        need(reviewer not in application.reviews, "duplicate_review")
        scales = {c["id"]: int(c["scale"]) for c in self.selection(application.call)["rubric"]}
        need(set(s["scores"]) == set(scales) and all(0 <= v <= scales[c] for c, v in s["scores"].items()),
             "score_out_of_scale")
        need(self.effective < application.review_until, "after_window")
        need(reviewer in application.reviewers, "not_assigned")

        def effect():
            application.reviews[reviewer] = s["scores"]
            self.reviews.add(s["review"])

        return [Signers({reviewer}, *desk)], effect

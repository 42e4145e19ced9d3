# SPDX-License-Identifier: Apache-2.0
"""Applications: submission, screening, repair, diligence."""

from ..differences import need_same
from ..errors import need
from ..records import Course, Record
from ..times import decode_time
from .signers import Signers


class Applications:
    """The rules of applications."""

    def rule_application_submitted(self, s):
        call, name = self.call(s), None
        need(not call.digest, "call_closed")
        need(s["application"] not in self.applications and s["application"] not in self.parties, "application_exists")
        self.need_new_name(s["application"])
        if "key" in s:
            earlier = {a.key for a in self.applications.values()} - self.enrolled_keys() - {None}
            name = self.need_new_key(s["key"], *earlier)
        self.check_facts(s, self.statutes)
        need(name or "received_at" in s, "receipt_not_attested")
        application = self.new_application(s, call, name)

        def effect():
            if name:
                self.register(s["key"])
            self.applications[s["application"]] = application

        desk = self.by(s, "registrar") if "received_at" in s else []
        return [Signers(*desk, *([{name}] if name else []))], effect

    def new_application(self, s, call, key):
        """As it is submitted; `key` is the name of the applicant's own key, or None."""
        matter = self.statutes.matters.get(self.stage(call, "decide").get("matter"), {})
        return Record(
            id=s["application"], kind="application", law=call.law, call=call, number=self.number,
            effective=self.effective, key=key, channel=s["channel"],
            sealed=decode_time(s["sealed_at"]) if "sealed_at" in s else None,
            facts=s["facts"], relations=s["relations"], withdrawn=False, door=None, disposition=None,
            screened=None, may_screen=True, may_repair=False, repair_opened=None, repair_until=None, tier=None,
            reviewers=None, review_until=None, reviews={}, selected=False, may_vote=False, vote=None,
            objections_until=None, outcome=None, certified=None, enrolled=None, done=frozenset(), member=None,
            appealed=set(), course=Course(matter.get("rule")))

    def application(self, s):
        return self.under(self.find(self.applications, s["application"], "unknown_application"))

    def rule_application_withdrawn(self, s):
        application = self.application(s)
        need(not application.withdrawn, "already_withdrawn")
        need(application.outcome not in ("carried", "lost"), "already_decided")
        return self.by_applicant(application, s), lambda: setattr(application, "withdrawn", True)

    def screening(self, application):
        """(disposition, tests, reasons, related), computed."""
        screen, fix = self.stage(application.call, "screen"), self.stage(application.call, "fix")
        subject, (place, disposition, related) = self.applicant_subject(application), application.door
        values = {test: self.statutes.holds(test, subject) for test in (screen["test"], fix["test"])}
        tests = {test: {True: "true", False: "false", None: "unknown"}[value] for test, value in values.items()}
        if disposition == "early":
            reasons = ["before_open"]
        elif disposition == "late":
            reasons = [place]
        elif disposition or application.withdrawn:
            disposition = disposition or "withdrawn"
            reasons = [disposition]
        elif set(values.values()) == {True}:
            disposition, reasons = "eligible", ["grace"] if place == "grace" else []
        else:
            disposition = "ineligible" if values[screen["test"]] is False else "incomplete"
            reasons = self.statutes.shortcomings(values, subject)
        return disposition, tests, reasons, related

    def rule_application_screened(self, s):
        application = self.application(s)
        need(application.call.digest, "call_still_open")
        need(application.may_screen, "already_screened")
        computed = dict(zip(("disposition", "tests", "reasons", "related"), self.screening(application)))
        need_same({name: s.get(name) for name in computed}, computed, "wrong_screening", application.id)

        def effect():
            application.disposition, application.screened = s["disposition"], (self.number, self.now)
            application.may_screen, application.may_repair = False, s["disposition"] == "incomplete"
            if application.may_repair and application.repair_until is None:
                self.open_repair(application)
            if not self.selects(application.call):
                application.selected = application.may_vote = s["disposition"] == "eligible"
                stage = self.stage(application.call, "objections")
                application.objections_until = self.window_end(self.now, stage["window"]) if stage else self.now

        return self.by_registrar(s), effect

    def objections_until(self, application):
        """When objections to an application are over; None before they begin."""
        return (application.call if self.selects(application.call) else application).objections_until

    def open_repair(self, application):
        window = self.stage(application.call, "fix")["window"]
        application.may_repair, application.repair_opened = True, self.number
        application.repair_until = self.window_end(self.now, window)

    def rule_application_repaired(self, s):
        application = self.application(s)
        need(application.may_repair and not application.withdrawn, "not_incomplete")
        need(self.effective < application.repair_until, "repair_window_over")
        self.check_facts(s, self.statutes)

        def effect():
            application.facts = dict(application.facts, **s["facts"])
            application.relations = dict(application.relations, **s["relations"])
            application.may_screen = True

        return self.by_applicant(application, s), effect

    def is_eligible(self, application):
        return application.disposition == "eligible" and not application.may_screen and not application.withdrawn

    def rule_diligence_found(self, s):
        application = self.application(s)
        need(self.is_eligible(application), "not_eligible")
        need(s["tier"] in self.stage(application.call, "diligence").get("tiers", []), "unknown_tier")
        need(application.tier is None, "tier_found")
        return self.by_registrar(s), lambda: setattr(application, "tier", s["tier"])

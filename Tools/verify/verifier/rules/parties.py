# SPDX-License-Identifier: Apache-2.0
"""Members and applicants: rolls, relations, suspension, resignation."""

from ..errors import need
from ..records import Record
from ..statutes import Subject
from .signers import Signers


class Parties:
    """Who is a member, on which rolls, and tied to whom."""

    def is_member(self, party):
        return party in self.parties and self.was_member(party, self.now)

    def was_member(self, party, time):
        record = self.parties[party]
        return record.since <= time and (record.left is None or time < record.left)

    def members(self):
        return [party for party in self.parties if self.is_member(party)]

    def need_member(self, party):
        need(self.is_member(party), "unknown_party", "no member: " + party)
        return self.parties[party]

    def is_suspended(self, party, time=None):
        time = self.now if time is None else time
        return any(self.is_standing(proposal) and proposal.adopted <= time < proposal.suspended_until
                   for proposal in self.parties[party].suspensions)

    def is_active(self, party):
        return self.is_member(party) and not self.is_suspended(party)

    @staticmethod
    def new_party(facts, relations, since, key):
        """`updates` are [(time, facts)] that replace those of the same name."""
        return Record(facts=facts, updates=[], relations=relations, since=since, left=None, suspensions=[], key=key,
                      alternates=set())

    def facts_of(self, party):
        """What a member states now; a count looks back to an earlier moment."""
        found = dict(self.parties[party].facts)
        for time, facts in self.parties[party].updates:
            found.update(facts if time <= self.now else {})
        return found

    def party_subject(self, party, facts=None):
        """What the statutes' expressions see of a member, with these facts of its nominee."""
        record, today = self.parties[party], self.calendar.day(self.now)
        return Subject({**self.facts_of(party), **(facts or {})}, today=today,
                       status="suspended" if self.is_suspended(party) else "member",
                       member_days=(today - self.calendar.day(record.since)).days)

    def applicant_subject(self, application):
        """What the statutes' expressions see of an applicant."""
        return Subject(application.facts, status="applicant", today=self.calendar.day(self.now),
                       closes_on=self.calendar.day(application.call.closes - 1))

    def on_roll(self, name, subject):
        roll = self.find(self.statutes.rolls, name, "unsupported")
        return ("of" not in roll or self.on_roll(roll["of"], subject)) \
            and self.statutes.holds(roll["where"], subject) is True

    def roll(self, name):
        return [party for party in self.members() if self.on_roll(name, self.party_subject(party))]

    def owner(self, id_):
        """The member or application that an id means; an admitted application is its member."""
        id_ = self.alias.get(id_, id_)
        return self.parties.get(id_) or self.applications.get(id_)

    def stated(self, id_):
        """The facts of the member or application that an id means."""
        id_ = self.alias.get(id_, id_)
        return self.facts_of(id_) if id_ in self.parties else self.applications[id_].facts

    def tied(self, kinds, a, b):
        """Whether a and b stand in one of these relations, in either direction."""
        a, b = self.alias.get(a, a), self.alias.get(b, b)
        return a != b and any(self.stands(kind, a, b) or self.stands(kind, b, a) for kind in kinds)

    def stands(self, kind, a, b):
        """Whether a stands in the relation to b: as b stated it, or as it was declared."""
        if any(kind == k and (a, b) == (self.alias.get(x, x), self.alias.get(y, y)) for k, x, y in self.ties):
            return True
        stated = set(self.owner(b).relations.get(kind, []))
        if self.statutes.relations[kind].get("symmetric") == "true":
            return bool(stated & set(self.owner(a).relations.get(kind, [])))
        for name, attribute in self.statutes.attributes.items():
            if attribute["type"] == "parties" and name[:-1] + "_of" == kind:
                stated.update(self.statutes.fact(name, Subject(self.stated(b))) or ())
        return a in {self.alias.get(party, party) for party in stated}

    @staticmethod
    def check_facts(s, statutes):
        for name in s["facts"]:
            need("subject" not in statutes.attributes.get(name, {"subject": ""}), "unknown_fact", name)
        for kind in s["relations"]:
            need(kind in statutes.relations, "unknown_relation", kind)

    def rule_relation_declared(self, s):
        kind = self.find(self.statutes.relations, s["kind"], "unknown_relation")
        need(self.owner(s["from"]) and self.owner(s["to"]), "unknown_party")
        ties = [(s["kind"], s["from"], s["to"])]
        ties += [(s["kind"], s["to"], s["from"])] if kind.get("symmetric") == "true" else []
        return [Signers(self.keys_of(s["from"]) | self.keys_of(s["to"]))], lambda: self.ties.update(ties)

    def rule_member_reinstated(self, s):
        party = self.parties.get(s["member"])
        need(party and self.is_member(s["member"]), "unknown_thing", "not suspended")
        suspensions = [p for p in party.suspensions if self.now < p.suspended_until and self.is_standing(p)]
        need(suspensions, "unknown_thing", "not suspended")
        need(not any(a.proposal in suspensions and a.pending for a in self.appeals.values()), "appeal_exists")
        rule = self.matter(self.under(suspensions[-1]).matter)["rule"]

        def effect():
            for proposal in suspensions:
                proposal.suspended_until = self.now

        return [Signers(*self.by(s, "registrar"), resolution=self.resolution(rule, s["member"]))], effect

    def rule_member_resigned(self, s):
        party = self.need_member(s["member"])
        notice = next((matter.get("notice", "PT0H") for _, matter in sorted(self.statutes.matters.items())
                       if matter.get("rule") == "none" and matter.get("by") == "party"), "PT0H")
        left = max(self.now, self.calendar.notice_end(self.now, notice))
        return [self.by_party(s["member"])], \
            lambda: setattr(party, "left", left if party.left is None else min(left, party.left))

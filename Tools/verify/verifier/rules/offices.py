# SPDX-License-Identifier: Apache-2.0
"""Offices, and the hand-over of the secretariat."""

from ..errors import need
from ..notes import decode_vkey
from ..statutes import Subject
from .signers import Signers


class Offices:
    """Who may hold a role, and the rules of taking it."""

    def check_office(self, role_name, party, key, replaced=frozenset()):
        """Whether the key may hold the role besides those who hold it."""
        role, others = self.statutes.roles[role_name], self.holders(role_name) - replaced
        parties = [self.keys[name].offices[role_name] for name in others]
        need(key not in others, "too_many_holders", "the key holds the role already")
        for place in self.places(role, party):
            need(sum(place in self.places(role, other) for other in parties) < int(role["count"]), "too_many_holders")
        for other in parties:
            need("not_from" not in role or None in (party, other) or not (
                party == other or self.tied(role["not_from"], party, other)), "incompatible_office")

    def places(self, role, party):
        """What a holder of this party counts for where a role has a `count`: the role, or each that it is `per`."""
        per = role.get("per")
        if "count" not in role or per is None:
            return ["role"] * ("count" in role)
        if party is None or per == "party":
            return [party] * (party is not None)
        if isinstance(per, list):
            return [roll for roll in per if party in self.roll(roll)]
        value = self.statutes.fact(per, Subject(self.facts_of(party)))
        return [value] * (value is not None)

    def check_new_office(self, s, role_name, replaced=frozenset()):
        """(the key's name, the slots and the resolution of who names to the role) of a key that takes an office."""
        party = s.get("party")
        need(party is None or self.is_member(party), "unknown_party")
        name = self.need_new_key(s["key"], *(self.keys_of(party) if party else ()))
        role = self.find(self.statutes.roles, role_name, "unknown_role")
        self.check_office(role_name, party, name, replaced)
        named_by = role.get("named_by")
        if named_by == "each_party":
            return name, [self.voting_keys(party) if party else set()], None
        return name, [], self.resolution(named_by, party) if named_by else None

    def rule_office_assigned(self, s):
        name, slots, resolution = self.check_new_office(s, s["role"])
        return [Signers(*self.by(s, "registrar"), {name}, *slots, resolution=resolution)], \
            lambda: self.register(s["key"], **{s["role"]: s.get("party")})

    def rule_secretariat_handed_over(self, s):
        name, slots, resolution = self.check_new_office(s, "registrar", self.holders("registrar"))
        log_name, _, log_public = decode_vkey(s.get("log_key", s["key"]))
        need("log_key" not in s or log_name == self.origin, "other_ledger", "the log's key does not bear its name")
        need("log_key" not in s or log_public not in {*self.publics, decode_vkey(s["key"])[2]}, "key_used_before")

        def effect():
            for key in self.keys.values():
                key.offices.pop("registrar", None)
            self.register(s["key"], registrar=s.get("party"))
            self.publics.update({log_public: log_name} if "log_key" in s else {})

        return [Signers(*self.by(s, "registrar"), {name}, *slots, resolution=resolution),
                Signers({name}, resolution=self.resolution(self.statutes.amend["matter_rule"], s.get("party")))], effect

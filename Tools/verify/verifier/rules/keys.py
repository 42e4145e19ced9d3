# SPDX-License-Identifier: Apache-2.0
"""Keys: who holds them, and their enrolment, rotation and revocation."""

from ..errors import need
from ..notes import decode_vkey
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Keys:
    """The keys in force, and the rules of keys."""

    def register(self, vkey, **fields):
        name, id_, public = decode_vkey(vkey)
        record = self.keys.setdefault(name, Record(id=id_, public=public, offices={}))
        self.publics[public] = name
        record.offices.update(fields)
        return name

    def need_new_key(self, vkey, *same):
        """The key's name; never a key or a name that was used before, unless by one of `same`."""
        name, _, public = decode_vkey(vkey)
        need(name in same and self.keys[name].public == public
             or name not in self.keys and public not in self.publics, "key_used_before")
        return name

    def offices(self, key):
        """{role: party or None} of a key, without the offices of who is a member no more."""
        return {role: p for role, p in self.keys[key].offices.items() if p is None or self.is_member(p)}

    def holders(self, role):
        return {n for n in self.keys if role in self.offices(n)} - self.revoked.keys()

    def voting_keys(self, party):
        """The keys in force that cast a member's vote: its own and its alternates'."""
        return self.cast_keys(party) if self.is_member(party) else set()

    def cast_keys(self, party):
        return {self.parties[party].key, *self.parties[party].alternates} - self.revoked.keys()

    def keys_of(self, id_):
        """Every key in force of a member, its offices' among them, or of an applicant."""
        owner, id_ = self.owner(id_), self.alias.get(id_, id_)
        held = {n for n, k in self.keys.items() if id_ in self.parties and id_ in k.offices.values()}
        own = {owner.key, getattr(owner, "enrolled", None), *getattr(owner, "alternates", ())}
        return (held | own) - {None} - self.revoked.keys()

    def any_key(self):
        """Every key in force of a member or an office."""
        voting = {key for party in self.members() for key in self.voting_keys(party)}
        return {n for n in self.keys if self.offices(n) or n in voting} - self.revoked.keys()

    def rule_key_enrolled(self, s):
        if "party" in s:
            owner, alternate = self.need_member(s["party"]), "alternate" in s
            need(alternate or owner.key in self.revoked, "key_in_force")
            name = self.need_new_key(s["key"])
        else:
            owner, alternate = self.onboarding(s), False
            need(owner.enrolled is None or owner.enrolled in self.revoked, "key_in_force")
            name = self.need_new_key(s["key"], *{owner.key} - self.enrolled_keys())

        def effect():
            self.register(s["key"])
            if alternate:
                owner.alternates.add(name)
            elif "party" in s:
                owner.key = name
            else:
                owner.enrolled, owner.done = name, owner.done | {s["type"]}

        if alternate:
            return [Signers(self.holders("registrar"), {name}, {owner.key})], effect
        return [Signers(*self.by(s, "registrar"), {name})], effect

    def enrolled_keys(self):
        """The keys that are, or were, somebody's voting key."""
        return {a.enrolled for a in self.applications.values()}.union(
            *({p.key, *p.alternates} for p in self.parties.values()))

    def need_key_in_force(self, name):
        need(name in self.keys and name != self.origin, "unknown_key")
        need(name not in self.revoked, "revoked_key")

    def rule_key_rotated(self, s):
        old = s["key"]
        self.need_key_in_force(old)
        new = self.need_new_key(s["to"])

        def effect():
            self.register(s["to"], **self.keys[old].offices)
            self.revoked[old] = Record(since=None, reason="rotated")
            things = [*self.parties.values(), *self.applications.values(), *self.proposals.values()]
            things += self.nominations.values()
            for thing in things + [teller for vote in self.votes.values() for teller in vote.tellers]:
                for field in ("key", "enrolled", "nominee"):
                    if getattr(thing, field, None) == old:
                        setattr(thing, field, new)
                for field in ("alternates", "reviewers", "reviews"):
                    self.replace(getattr(thing, field, None) or (), old, new)

        return [Signers({old}, {new})], effect

    @staticmethod
    def replace(names, old, new):
        """Puts one name in another's place in a set, a list or a dictionary."""
        if old not in names:
            return
        if isinstance(names, list):
            names[names.index(old)] = new
        elif isinstance(names, dict):
            names[new] = names.pop(old)
        else:
            names.symmetric_difference_update({old, new})

    def rule_key_revoked(self, s):
        self.need_key_in_force(s["key"])
        since = decode_time(s["from"]) if "from" in s else None
        need(since is None or since <= self.now, "received_in_future")
        return [Signers({s["key"]}), Signers(*self.by(s, "registrar"), self.any_key())], \
            lambda: self.revoked.update({s["key"]: Record(since=since, reason=s["reason"])})

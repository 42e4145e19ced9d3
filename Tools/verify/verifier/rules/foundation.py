# SPDX-License-Identifier: Apache-2.0
"""The founding of the ledger, and new statutes after it."""

from ..encoding import encode_json, sha256
from ..errors import need
from ..notes import decode_vkey
from ..records import Record
from ..statutes import Statutes
from ..times import Calendar, decode_time
from .signers import Signers


class Foundation:
    """The rules of founding, and of adopting statutes."""

    def rule_ledger_founded(self, s):
        log_name, _, log_public = decode_vkey(s["log_key"])
        need(log_name == self.origin, "other_ledger", "the log's key does not bear the log's name")
        statutes = Statutes(s["statutes"], self.roll)
        need(s["calendar"]["timezone"] == statutes.timezone, "outside_calendar", "for another time zone")
        founders = {f["party"]: f for f in s["founders"]}
        need(founders and len(founders) == len(s["founders"]), "party_exists", "founders that are not different")
        vkeys = [f["key"] for f in s["founders"]] + [o["key"] for o in s["offices"] if (
            founders.get(o.get("party"), {}).get("key") != o["key"])]
        for part in (0, 2):
            values = [decode_vkey(vkey)[part] for vkey in vkeys + [s["log_key"]]]
            need(len(set(values)) == len(values), "key_used_before", "one key or name twice")
        for founder in s["founders"]:
            self.check_facts(founder, statutes)
        self.check_first_offices(s["offices"], founders, statutes)
        self.check_seats(s["seats"], founders, statutes)

        # Relations can be looked up only when the founders are there; a refusal ends the log anyway.
        self.name, self.statutes, self.calendar = s["name"], statutes, Calendar(s["calendar"])
        self.versions = [(self.now, statutes)]
        self.keys[log_name] = Record(id=None, public=log_public, offices={})
        self.publics[log_public] = log_name
        for party, f in founders.items():
            self.parties[party] = self.new_party(f["facts"], f["relations"], self.now, self.register(f["key"]))
        for office in s["offices"]:
            self.check_office(office["role"], office.get("party"), decode_vkey(office["key"])[0])
            self.register(office["key"], **{office["role"]: office.get("party")})
        self.terms = [self.new_term(each["seat"], each["party"], self.now, elected=False) for each in s["seats"]]
        every = [decode_vkey(vkey)[0] for vkey in vkeys]
        return [Signers(every=every)], lambda: setattr(self, "rehearsal", s["rehearsal"])

    @staticmethod
    def check_first_offices(offices, founders, statutes):
        for office in offices:
            need("party" not in office or office["party"] in founders, "unknown_party")
            need(office["role"] in statutes.roles, "unknown_role")
        need(any(office["role"] == "registrar" for office in offices), "unknown_role", "no registrar")
        for role, terms in statutes.roles.items():
            held = sum(office["role"] == role for office in offices)
            need("count" not in terms or "per" in terms or held <= int(terms["count"]), "too_many_holders", role)

    @staticmethod
    def check_seats(seats, founders, statutes):
        for seat in seats:
            need(seat["party"] in founders, "unknown_party")
            need(seat["seat"] in statutes.seats, "unknown_seat")
        for name, terms in statutes.seats.items():
            need(sum(seat["seat"] == name for seat in seats) <= int(terms["count"]), "too_many_holders", name)
        on = {name: [seat["party"] for seat in seats if seat["seat"] in body.get("seats", ())]
              for name, body in statutes.bodies.items()}
        for name, parties in on.items():
            need(len(set(parties)) == len(parties), "too_many_holders", "twice on the body " + name)
            for other in statutes.bodies[name].get("never", []):
                need(not set(parties) & set(on[other]), "incompatible_office", "on two bodies")

    def rule_statutes_adopted(self, s):
        proposal = self.adopted(s)
        self.statutes = self.in_force()
        need(proposal.matter == "statutes", "not_adopted")
        need(not proposal.enacted, "thing_exists")
        need(sha256(encode_json(s["statutes"]).encode()).hex() == proposal.statutes, "other_text")
        law, (since, last), amend = Statutes(s["statutes"], self.roll), self.versions[-1], self.statutes.amend
        need((law.policy, law.timezone, int(law.version)) == (last.policy, last.timezone, int(last.version) + 1),
             "wrong_version")
        earliest = self.calendar.notice_end(proposal.adopted, amend.get("effective_after", "PT0H"))
        effective = decode_time(s["effective"])
        need(effective >= max(earliest, self.now, since), "too_early")

        def effect():
            proposal.enacted = True
            self.versions.append((effective, law))

        slots = self.by(s, "registrar") + ([self.holders(amend["by_also"])] if "by_also" in amend else [])
        return [Signers(*slots, every=self.holders("teller"))], effect

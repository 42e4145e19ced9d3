# SPDX-License-Identifier: Apache-2.0
"""Mandates, and what is said and decided under them."""

from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Mandates:
    """The rules of mandates and statements."""

    def mandate(self, s):
        """The mandate, which is in force."""
        mandate = self.known(self.mandates, s, "mandate")
        need(not mandate.ended and self.now < mandate.until, "no_mandate")
        return mandate

    def rule_mandate_granted(self, s):
        self.need_new(self.mandates, s, "mandate")
        proposal, until = self.adopted(s), decode_time(s["until"])
        self.need_member(s["holder"])
        kind = self.statutes.mandates.get(s.get("kind"), {})
        need("kind" not in s or kind.get("from") == proposal.matter, "unknown_mandate")
        need("term" not in kind or until <= self.calendar.end(self.now, kind["term"]), "mandate_too_long")
        need(until > self.now, "too_early")
        occasions = {each["occasion"]: decode_time(each["on"]) for each in s["occasions"]}
        need(len(occasions) == len(s["occasions"]), "thing_exists", "an occasion twice")
        mandate = Record(law=proposal.law, proposal=proposal, holder=s["holder"], until=until, ended=False,
                         occasions=occasions)
        return [Signers(*self.by(s, "registrar", "teller"))], lambda: self.mandates.update({s["mandate"]: mandate})

    def rule_mandate_reported(self, s):
        mandate = self.known(self.mandates, s, "mandate")
        need(s["occasion"] in mandate.occasions and self.now >= mandate.occasions[s["occasion"]], "not_an_occasion")
        return [Signers(self.keys_of(mandate.holder))], lambda: mandate.occasions.pop(s["occasion"])

    def rule_mandate_ended(self, s):
        mandate = self.under(self.mandate(s))
        return [Signers(self.keys_of(mandate.holder)), Signers(*self.by(s, "registrar", "teller"))], \
            lambda: setattr(mandate, "ended", True)

    def rule_statement_issued(self, s):
        need(s["statement"] not in self.statements, "thing_exists")
        proposal = self.adopted(s)
        holder = self.mandate(s).holder if "mandate" in s else None
        need(holder or s["texts"] == proposal.texts, "other_text")
        self.need_language(s["texts"])

        def effect():
            self.statements.add(s["statement"])
            self.issued.update(s["texts"].values())

        return [Signers(self.keys_of(holder))] if holder else self.by_registrar(s), effect

    def rule_statement_disavowed(self, s):
        texts = {text for p in self.proposals.values() if self.is_adopted(p) for text in p.texts.values()}
        need(s["sha256"] not in texts | self.issued, "own_statement")
        return self.by_two(s), lambda: None

    def rule_external_recorded(self, s):
        need(s["decision"] not in self.decisions, "thing_exists")
        mandate = self.mandate(s)
        need(decode_time(s["decided"]) <= self.now, "received_in_future")
        self.need_language(s["title"])
        others = {key for party in self.members() if party != mandate.holder for key in self.voting_keys(party)}
        return [Signers(self.keys_of(mandate.holder), others)], lambda: self.decisions.add(s["decision"])

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
        if "vote" in s:
            return self.mandate_won(s)
        return self.mandate_granted(s, proposal=self.adopted(s))

    def mandate_granted(self, s, proposal=None, vote=None):
        """The mandate that a decision or an election gives."""
        holder, alternate, kind = s["holder"], s.get("alternate"), s.get("kind")
        self.need_member(holder)
        terms, until = self.statutes.mandates.get(kind, {}), decode_time(s["until"])
        if alternate is not None:
            need(self.is_member(alternate) and alternate != holder, "unknown_party", "the alternate")
            need(terms.get("alternate") == "true", "no_alternates")
        need(until > self.now, "too_early")
        need(vote or kind is None or terms.get("from") == proposal.matter, "unknown_mandate")
        need("term" not in terms or until <= self.calendar.end(self.now, terms["term"]), "mandate_too_long")
        occasions = {each["occasion"]: decode_time(each["on"]) for each in s["occasions"]}
        need(len(occasions) == len(s["occasions"]), "thing_exists", "an occasion twice")
        mandate = Record(law=self.statutes, proposal=proposal, vote=vote, kind=kind, holder=holder, alternate=alternate,
                         until=until, ended=False, occasions=occasions, recused=set(), instructions=set())
        slots = self.by(s, "registrar", "teller") + ([self.voting_keys(alternate)] if alternate else [])
        return [Signers(*slots)], lambda: self.mandates.update({s["mandate"]: mandate})

    # Occasions.

    @staticmethod
    def parties_of(mandate):
        """Who acts under a mandate: its holder, and its alternate if it has one."""
        return [party for party in (mandate.holder, mandate.alternate) if party]

    def by_its_parties(self, parties):
        """One key of one of them."""
        return [Signers(self.keys_of(party)) for party in parties]

    def rule_mandate_reported(self, s):
        mandate, occasion = self.known(self.mandates, s, "mandate"), s["occasion"]
        left = [party for party in self.parties_of(mandate) if (occasion, party) not in mandate.recused]
        need(occasion in mandate.occasions and self.now >= mandate.occasions[occasion] and left, "not_an_occasion")
        return self.by_its_parties(left), lambda: mandate.occasions.pop(occasion)

    def rule_mandate_recused(self, s):
        mandate, occasion = self.mandate(s), s["occasion"]
        signing = [party for party in self.parties_of(mandate) if self.keys_of(party) & set(self.signers)]
        stepping = {(occasion, party) for party in signing}
        need(occasion in mandate.occasions and not stepping & mandate.recused, "not_an_occasion")
        return self.by_its_parties(signing), lambda: mandate.recused.update(stepping)

    def rule_mandate_instructed(self, s):
        mandate, _ = self.mandate(s), self.adopted(s)
        need(s["proposal"] not in mandate.instructions, "thing_exists", "the instruction was given")
        return [Signers(*self.by(s, "registrar", "teller"))], lambda: mandate.instructions.add(s["proposal"])

    def rule_mandate_ended(self, s):
        mandate = self.under(self.mandate(s))
        return [Signers(self.keys_of(mandate.holder)), Signers(*self.by(s, "registrar", "teller"))], \
            lambda: setattr(mandate, "ended", True)

    def rule_statement_issued(self, s):
        need(s["statement"] not in self.statements, "thing_exists")
        proposal = self.adopted(s)
        mandate = self.mandate(s) if "mandate" in s else None
        need(mandate or s["texts"] == proposal.texts, "other_text")
        self.need_language(s["texts"])

        def effect():
            self.statements.add(s["statement"])
            self.issued.update(s["texts"].values())

        return self.by_its_parties(self.parties_of(mandate)) if mandate else self.by_registrar(s), effect

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

# SPDX-License-Identifier: Apache-2.0
"""Agreements and actions."""

from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Agreements:
    """The rules of agreements and actions."""

    def rule_agreement_signed(self, s):
        self.need_new(self.agreements, s, "agreement")
        proposal, parties = self.adopted(s), s["parties"]
        need(s["sha256"] in proposal.texts.values(), "other_text")
        need(parties or "mandate" in s, "no_mandate")
        mandate = self.mandate(s) if "mandate" in s else None
        need(mandate is None or mandate.proposal is proposal, "no_mandate")
        for party in parties:
            self.need_member(party)
        wanted = self.statutes.roles["registrar"].get("cosign", {}).get(s["type"], 0)
        need(len(set(parties)) == len(parties) >= int(wanted), "wrong_signers", "too few parties, or one twice")
        actions = {each["action"]: self.new_action(each) for each in s["obligations"]}
        need(len(actions) == len(s["obligations"]), "thing_exists", "an action twice")

        def effect():
            until = decode_time(s["until"]) if "until" in s else float("inf")
            self.agreements[s["agreement"]] = Record(law=proposal.law, until=until, ended=False)
            self.actions.update(actions)

        holder = [self.keys_of(mandate.holder)] if mandate else []
        return [Signers(self.holders("registrar"), *map(self.voting_keys, parties), *holder)], effect

    def rule_agreement_ended(self, s):
        agreement = self.under(self.known(self.agreements, s, "agreement"))
        need(not agreement.ended and self.now < agreement.until, "unknown_thing", "not in force")
        return self.by_two(s), lambda: setattr(agreement, "ended", True)

    def new_action(self, s):
        self.need_new(self.actions, s, "action")
        self.need_member(s["owner"])
        return Record(law=self.statutes, owner=s["owner"], state="assigned")

    def rule_action_assigned(self, s):
        self.adopted(s)
        action = self.new_action(s)
        return self.by_registrar(s), lambda: self.actions.update({s["action"]: action})

    def rule_action_updated(self, s):
        action = self.under(self.known(self.actions, s, "action"))
        need(action.state not in ("done", "dropped"), "unknown_thing", "the action is over")
        ways = self.by_registrar(s) if s["state"] == "dropped" else [Signers(self.keys_of(action.owner))]
        return ways, lambda: setattr(action, "state", s["state"])

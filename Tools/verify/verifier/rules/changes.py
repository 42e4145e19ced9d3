# SPDX-License-Identifier: Apache-2.0
"""Members that change: new facts, and mergers."""

from ..errors import need
from .signers import Signers


class Changes:
    """The rules of members that change."""

    def rule_party_updated(self, s):
        party, attributes = self.need_member(s["party"]), self.statutes.attributes
        need(s["facts"], "unknown_fact", "no fact")
        for name in s["facts"]:
            need("subject" not in attributes.get(name, {"subject": ""}), "unknown_fact", name)
        return [Signers(*self.by(s, "registrar"), self.voting_keys(s["party"]))], \
            lambda: party.updates.append((self.now, s["facts"]))

    def rule_party_merged(self, s):
        party, _ = self.need_member(s["party"]), self.need_member(s["into"])
        need(s["party"] != s["into"], "may_not_propose", "into itself")
        ways = [Signers(*self.by(s, "registrar"), self.voting_keys(s["party"]), self.voting_keys(s["into"]))]
        return ways, lambda: setattr(party, "left", self.now)

# SPDX-License-Identifier: Apache-2.0
"""The smallest coalition: two members, a registrar, and statutes in which nearly nothing stands."""

from .cases import ROOT  # noqa: F401  (finds make_log)
from make_log import Key, Log, read_yaml

STATUTES = read_yaml("""
policy: tiny
version: 1
title: {en: Tiny}
language: {authoritative: en}
timezone: UTC
parameters: {}
attributes: {}
define: {}
relations: {ally: {}}
roles:
  registrar: {held_by: office}
rolls:
  members: {where: "status == member"}
bodies:
  assembly: {roll: members}
seats: {}
windows:
  vote: {open: P3D, days: calendar}
rules:
  majority: {ballot: yes_no, electors: assembly, pass: "yes > 1/2 of cast", window: vote}
selections: {}
procedures: {}
matters:
  plan: {rule: majority, proposed_by: members}
mandates: {}
disclosure: {}
amend: {matter_rule: majority, text_frozen: P1D, effective_after: P1D, running_procedures: keep_old}
""")
UTC = {"timezone": "UTC", "offsets": [{"from": "2025-01-01T00:00:00Z", "minutes": 0}], "weekend": [6, 7],
       "holidays": [], "until": "2026-01-01T00:00:00Z"}


class Tiny(Log):
    """Founded on a Monday by A and B; then each declares the other an ally."""

    def __init__(self, origin="tiny.example/log"):
        super().__init__(origin)
        self.now = "2025-01-06T08:00:00Z"
        self.member = {m: Key("tiny.example/" + m.lower()) for m in "AB"}
        self.registrar = Key("tiny.example/r")

    def sizes(self):
        """A checkpoint after the founding, and one at the end."""
        return {1, len(self.entries)}

    def founding(self, **changes):
        fields = dict(
            name={"en": "Tiny"}, rehearsal=False, statutes=STATUTES, calendar=UTC, log_key=self.key.vkey, seats=[],
            founders=[{"party": m, "name": {"en": m}, "facts": {}, "relations": {}, "key": key.vkey}
                      for m, key in self.member.items()],
            offices=[{"role": "registrar", "key": self.registrar.vkey}])
        return dict(fields, **changes)

    def found(self, signers=None, **changes):
        signers = signers or [*self.member.values(), self.registrar]
        self.say("ledger.founded", signers, **self.founding(**changes))
        return self

    def ally(self, by="A", to="B", **more):
        self.say("relation.declared", [self.member[by]], kind="ally", **{"from": by, "to": to, **more})
        return self


def tiny():
    log = Tiny().found()
    log.now = "2025-01-07T08:00:00Z"
    return log.ally().ally("B", "A")

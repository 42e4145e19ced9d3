# SPDX-License-Identifier: Apache-2.0
"""Calls for applications: their stages, their windows, and who came in time."""

import unicodedata

from ..differences import need_same
from ..encoding import sha256
from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Calls:
    """The rules of calls."""

    def stages(self, call):
        return self.statutes.procedures[call.procedure]["stages"]

    def stage(self, call, id_):
        """The stage of a call's procedure with this id; an empty one where there is none."""
        return next((stage for stage in self.stages(call) if stage["id"] == id_), {})

    def selects(self, call):
        """Whether some stage selects, so that an eligible application is not yet one to be voted on."""
        return any("select" in stage for stage in self.stages(call))

    def window_end(self, start, name, duration=None):
        window = self.statutes.windows[name]
        return self.calendar.end(start, duration or window["open"], window.get("days", "calendar"))

    def grace_end(self, closes, name):
        grace = self.statutes.windows[name].get("grace")
        return self.calendar.end(closes, grace) if grace else closes

    def rule_call_opened(self, s):
        procedure = self.find(self.statutes.procedures, s["procedure"], "unknown_procedure")
        window, opens, closes = procedure["stages"][0].get("window"), decode_time(s["opens"]), decode_time(s["closes"])
        call = Record(id=s["call"], law=self.statutes, procedure=s["procedure"], window=window, opens=opens,
                      closes=closes, first_closes=closes, has_lot="lot_source" in s, digest=None, shortlisted=None,
                      objections_until=None)
        need(window, "unknown_procedure", "no window for receiving")
        need(s["call"] not in self.calls, "call_exists")
        need(opens >= self.now, "opens_in_past")
        always = self.statutes.windows[window]["open"] == "always"
        need(closes > opens if always else closes == self.window_end(opens, window), "wrong_window")
        need(not any(c.procedure == s["procedure"] and c.opens < closes and opens < self.grace_end(c.closes, window)
                     for c in self.calls.values()), "overlapping_call")
        rule = procedure.get("opened_by", {}).get("rule")
        return [Signers(*self.by(s, "registrar"), resolution=self.resolution(rule) if rule else None)], \
            lambda: self.calls.update({s["call"]: call})

    def call(self, s):
        return self.under(self.find(self.calls, s["call"], "unknown_call"))

    def rule_call_extended(self, s):
        call = self.call(s)
        return self.extension(call, s, bool(call.digest))

    def extension(self, thing, s, over=False):
        """A call or a vote closes later, because of an outage."""
        closes, outage = decode_time(s["closes"]), self.statutes.windows[thing.window].get("outage")
        need(outage and closes <= self.window_end(thing.first_closes, thing.window, outage["extend_max"]),
             "extension_too_long")
        need(self.now < self.grace_end(thing.closes, thing.window) and closes > thing.closes and not over,
             "extension_too_late")
        return [Signers(*map(self.holders, outage["by"]))], lambda: setattr(thing, "closes", closes)

    def applications_of(self, call):
        return [a for a in self.applications.values() if a.call is call]

    def place(self, application):
        """early, late, late_beyond_grace, grace or in_time."""
        call = application.call
        if application.effective < call.opens:
            return "early"
        if application.effective < call.closes:
            return "in_time"
        if application.channel == "offline_bundle" and application.sealed is not None \
                and application.sealed < call.closes:
            inside = application.effective < self.grace_end(call.closes, call.window)
            return "grace" if inside else "late_beyond_grace"
        return "late"

    def doors(self, call):
        """What becomes of each application at the door: {id: (place, disposition or None, related)}."""
        places, last, code_attribute = {}, {}, self.statutes.code_attribute

        def code(application):
            return unicodedata.normalize("NFC", application.facts.get(code_attribute, "")).strip() or application

        for application in sorted(self.applications_of(call), key=lambda a: (a.effective, a.number)):
            place = places[application] = self.place(application)
            side = "early" if place == "early" else "inside" if place in ("in_time", "grace") else "late"
            last[side, code(application)] = application
        doors = {}
        for application, place in places.items():
            stands, early = last.get(("inside", code(application))), last.get(("early", code(application)))
            if place == "early":
                disposition, related = "early", None
            elif place.startswith("late"):
                disposition, related = "late", stands
            else:
                disposition = None if stands is application else "superseded"
                related = early if stands is application else stands
            doors[application.id] = place, disposition, related and related.id
        return doors

    def rule_call_closed(self, s):
        call = self.call(s)
        need(not call.digest, "call_closed")
        need(self.now >= self.grace_end(call.closes, call.window), "call_still_open")
        doors, counts = self.doors(call), dict.fromkeys(("early", "late", "superseded", "withdrawn", "standing"), 0)
        for id_, (_, disposition, _) in doors.items():
            counts[disposition or ("withdrawn" if self.applications[id_].withdrawn else "standing")] += 1
        need_same(s["counts"], counts, "wrong_counts")

        def effect():
            call.digest = sha256(self.line)
            for id_, door in doors.items():
                self.applications[id_].door = door

        return self.by_registrar(s), effect

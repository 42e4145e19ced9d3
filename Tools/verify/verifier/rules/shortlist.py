# SPDX-License-Identifier: Apache-2.0
"""The ranked fill of a shortlist."""

from fractions import Fraction

from ..differences import need_same
from ..encoding import sha256
from ..errors import need
from ..records import Record


class Shortlist:
    """The rule of the shortlist."""

    def ranking(self, call, lot):
        """The ranked fill of the statutes: [{application, score, selected, reason}]."""
        selection, rows = self.selection(call), []
        for application in self.applications_of(call):
            if not self.is_eligible(application) or not application.reviews:
                continue
            means = {c["id"]: Fraction(sum(r[c["id"]] for r in application.reviews.values()),
                                       len(application.reviews)) for c in selection["rubric"]}
            row = Record(application=application, subject=self.applicant_subject(application), taken=False,
                         score=sum(means[c["id"]] * int(c["weight"]) / int(c["scale"]) for c in selection["rubric"]),
                         reason="criterion_minimum" if any(
                             means[c["id"]] < int(c.get("min", 0)) for c in selection["rubric"]) else None)
            row.place = [-row.score] + [
                self.tie_key(tie, row, lot) for tie in selection.get("ties", []) if tie != "lot" or lot is not None]
            rows.append(row)
        rows.sort(key=lambda row: row.place)
        need(lot is not None or all(a.place != b.place for a, b in zip(rows, rows[1:])), "lot_needed",
             "two are equal without the lot")
        self.fill(selection, rows)
        return [dict({"application": row.application.id, "selected": row.taken,
                      "score": "%d/%d" % (row.score.numerator, row.score.denominator)},
                     **{"reason": row.reason} if row.reason else {}) for row in rows]

    def tie_key(self, tie, row, lot):
        """What a tie-breaker compares: the smaller goes first."""
        if tie == "earliest":
            return row.application.effective
        if tie == "lot":
            return sha256(b"\0".join((b"viche/lot/v1", row.application.call.digest, lot.encode(),
                                      row.application.id.encode())))
        word, _, name = tie.partition(" ")
        if word in ("least", "most"):
            value = self.statutes.fact(name, row.subject)
            return value is None, (value or 0) * (1 if word == "least" else -1)
        return self.statutes.holds(tie, row.subject) is not True

    def fill(self, selection, rows):
        """Walks down the ranking; a second time without floors where the statutes release them."""
        number, least = self.statutes.number, selection.get("min_score", "0")
        places, weights = number(selection["take"]), sum(int(c["weight"]) for c in selection["rubric"])
        caps = [(cap["per"], number(cap["at_most"])) for cap in selection.get("caps", [])]
        helped = {floor["where"]: [row for row in rows if self.statutes.holds(floor["where"], row.subject) is True]
                  for floor in selection.get("floors", [])}
        for row in rows:
            points = Fraction(least) * weights
            if row.reason is None and row.score < points:
                row.reason = "below_%s" % points
        walk = [row for row in rows if row.reason is None]
        for floors in [selection.get("floors", [])] + [[]] * (selection.get("unmet") == "release"):
            for row in [row for row in walk if not row.taken]:
                taken = [other for other in walk if other.taken]
                unmet = {f["where"]: number(f["at_least"]) - sum(r in helped[f["where"]] for r in taken + [row])
                         for f in floors}
                short = sum(max(0, n) for n in unmet.values()) > places - len(taken) - 1
                row.reason = "no_place_left" if len(taken) >= places else next(
                    ("cap_" + per for per, most in caps if self.count_same(per, row, taken) >= most), None) or next(
                    ("kept_for_" + where for where, n in unmet.items()
                     if short and n > 0 and row not in helped[where]), None)
                row.taken = row.reason is None

    def count_same(self, per, row, taken):
        if per in self.statutes.relations:
            return sum(self.tied([per], row.application.id, other.application.id) for other in taken)
        value = self.statutes.fact(per, row.subject)
        return sum(value is not None and self.statutes.fact(per, other.subject) == value for other in taken)

    def rule_shortlist_published(self, s):
        call = self.call(s)
        need(call.digest, "call_still_open")
        least = int(self.selection(call)["reviews"]["least"])
        pool = [a for a in self.applications_of(call) if not a.withdrawn]
        for a in pool:
            waits = a.may_screen and a.screened is not None
            need(not waits and not (a.may_repair and self.now < a.repair_until), "repair_window_open", a.id)
        for a in pool:
            need(a.screened is not None or a.door[1], "reviews_missing", "not screened yet: " + a.id)
            need(a.disposition != "eligible" or a.reviewers and (len(a.reviews) == len(a.reviewers) or (
                len(a.reviews) >= least and self.now >= a.review_until)), "reviews_missing", a.id)
        need("lot" not in s or call.has_lot, "lot_needed", "a lot of which no source was announced")
        ranking = self.ranking(call, s.get("lot"))
        need(not call.shortlisted, "shortlist_exists")
        need_same(s["ranking"], ranking, "wrong_shortlist", "ranking")

        def effect():
            stage = self.stage(call, "objections")
            call.shortlisted = self.number, self.now
            call.objections_until = self.window_end(self.now, stage["window"]) if stage else self.now
            for row in ranking:
                application = self.applications[row["application"]]
                application.selected = application.may_vote = row["selected"]

        return self.by_registrar(s), effect

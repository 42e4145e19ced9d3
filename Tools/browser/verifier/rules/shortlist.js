// SPDX-License-Identifier: Apache-2.0
// The ranked fill of a shortlist.

import { concat, utf8 } from "../bytes.js";
import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { equals } from "../expressions.js";
import { Fraction } from "../fractions.js";
import { sha256 } from "../hashes.js";
import { at, int, object, sum } from "../values.js";

const ZERO = Uint8Array.of(0);

/** Less than, equal or greater than zero: numbers, truths and bytes, and lists of them. */
function comparePlaces(a, b) {
  for (let n = 0; n < a.length; n += 1) {
    const [x, y] = [a[n], b[n]];
    const order = x instanceof Fraction ? x.compare(y) : typeof x === "object" ? comparePlaces(x, y)
      : x < y ? -1 : x > y ? 1 : 0;
    if (order) return order;
  }
  return 0;
}

export const shortlist = {
  /** The ranked fill of the statutes: [{application, score, selected, reason}]. */
  ranking(call, lot) {
    const selection = this.selection(call);
    const rows = this.applicationsOf(call)
      .filter((application) => this.isEligible(application) && application.reviews.size)
      .map((application) => this.rankingRow(application, selection, lot));
    rows.sort((a, b) => comparePlaces(a.place, b.place));
    need(lot !== null || rows.every((row, n) => !n || comparePlaces(row.place, rows[n - 1].place)), "lot_needed",
      "two are equal without the lot");
    this.fill(selection, rows);
    return rows.map((row) => object([
      ["application", row.application.id], ["selected", row.taken],
      ["score", `${row.score.numerator}/${row.score.denominator}`], ...(row.reason ? [["reason", row.reason]] : [])]));
  },

  /** An application with its score, and its place before ties are broken by the walk. */
  rankingRow(application, selection, lot) {
    const [rubric, reviews] = [at(selection, "rubric"), [...application.reviews.values()]];
    const means = rubric.map((c) => new Fraction(sum(reviews.map((scores) => scores[c.id])), reviews.length));
    const score = rubric.map((c, n) => means[n].times(int(at(c, "weight"))).times(1, int(at(c, "scale"))))
      .reduce((total, each) => total.plus(each), new Fraction(0));
    const short = rubric.some((c, n) => means[n].compare(new Fraction(int(c.min ?? "0"))) < 0);
    const row = {
      application, subject: this.applicantSubject(application), taken: false, score,
      reason: short ? "criterion_minimum" : null };
    const ties = (selection.ties ?? []).filter((tie) => tie !== "lot" || lot !== null);
    row.place = [score.times(-1), ...ties.map((tie) => this.tieKey(tie, row, lot))];
    return row;
  },

  /** What a tie-breaker compares: the smaller goes first. */
  tieKey(tie, row, lot) {
    const { application, subject } = row;
    if (tie === "earliest") return application.effective;
    if (tie === "lot") {
      return [...sha256(concat(
        utf8("viche/lot/v1"), ZERO, application.call.digest, ZERO, utf8(lot), ZERO, utf8(application.id)))];
    }
    const [word, ...rest] = tie.split(" ");
    if (word === "least" || word === "most") {
      const value = this.statutes.fact(rest.join(" "), subject);
      return [value === null, BigInt(value ?? 0n) * (word === "least" ? 1n : -1n)];
    }
    return this.statutes.holds(tie, subject) !== true;
  },

  /** Walks down the ranking; a second time without floors where the statutes release them. */
  fill(selection, rows) {
    const number = (text) => this.statutes.number(text);
    const places = number(at(selection, "take"));
    const caps = (selection.caps ?? []).map((cap) => [at(cap, "per"), number(at(cap, "at_most"))]);
    const floors = (selection.floors ?? []).map((floor) => ({
      where: at(floor, "where"), least: number(at(floor, "at_least")),
      helped: rows.filter((row) => this.statutes.holds(floor.where, row.subject) === true) }));
    this.markBelow(selection, rows);
    const walk = rows.filter((row) => row.reason === null);
    for (const kept of [floors, ...(selection.unmet === "release" ? [[]] : [])]) {
      for (const row of walk.filter((each) => !each.taken)) {
        const taken = walk.filter((other) => other.taken);
        row.reason = taken.length >= places ? "no_place_left"
          : this.capReason(caps, row, taken) ?? this.floorReason(kept, row, taken, places);
        row.taken = row.reason === null;
      }
    }
  },

  markBelow(selection, rows) {
    const least = selection.min_score ?? "0";
    const wanted = Fraction.parse(least).times(sum(at(selection, "rubric").map((c) => int(at(c, "weight")))));
    for (const row of rows) {
      if (row.reason === null && row.score.compare(wanted) < 0) row.reason = "below_" + wanted;
    }
  },

  capReason(caps, row, taken) {
    const full = caps.find(([per, most]) => this.countSame(per, row, taken) >= most);
    return full ? "cap_" + full[0] : null;
  },

  floorReason(floors, row, taken, places) {
    const unmet = floors.map(({ least, helped }) => least - [...taken, row].filter((r) => helped.includes(r)).length);
    if (sum(unmet.map((n) => Math.max(0, n))) <= places - taken.length - 1) return null;
    const kept = floors.find(({ helped }, n) => unmet[n] > 0 && !helped.includes(row));
    return kept ? "kept_for_" + kept.where : null;
  },

  countSame(per, row, taken) {
    if (per in this.statutes.relations) {
      return taken.filter((other) => this.tied([per], row.application.id, other.application.id)).length;
    }
    const value = this.statutes.fact(per, row.subject);
    return taken.filter((other) => value !== null && equals(this.statutes.fact(per, other.subject), value)).length;
  },

  "shortlist.published"(s) {
    const call = this.call(s);
    need(call.digest, "call_still_open");
    const least = int(at(this.selection(call), "reviews", "least"));
    const pool = this.applicationsOf(call).filter((application) => !application.withdrawn);
    for (const a of pool) {
      const waits = a.mayScreen && a.screened !== null;
      need(!waits && !(a.mayRepair && this.now < a.repairUntil), "repair_window_open", a.id);
    }
    for (const a of pool) {
      need(a.screened !== null || a.door.disposition, "reviews_missing", "not screened yet: " + a.id);
      need(a.disposition !== "eligible" || this.isReviewed(a, least), "reviews_missing", a.id);
    }
    need(!("lot" in s) || call.hasLot, "lot_needed", "a lot of which no source was announced");
    const ranking = this.ranking(call, s.lot ?? null);
    need(!call.shortlisted, "shortlist_exists");
    needSame(s.ranking, ranking, "wrong_shortlist");
    return [this.byRegistrar(s), () => {
      call.shortlisted = { entry: this.number, time: this.now };
      call.objectionsUntil = this.objectionsEnd(call);
      for (const row of ranking) {
        const application = this.applications.get(row.application);
        application.selected = application.mayVote = row.selected;
      }
    }];
  },

  isReviewed({ reviewers, reviews, reviewUntil }, least) {
    return reviewers?.length
      && (reviews.size === reviewers.length || (reviews.size >= least && this.now >= reviewUntil));
  },
};

// SPDX-License-Identifier: Apache-2.0
// Calls for applications: their stages, their windows, and who came in time.

import { strip } from "../encoding.js";
import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { sha256 } from "../hashes.js";
import { decodeTime } from "../times.js";
import { at, object } from "../values.js";
import { Signers } from "./signers.js";

export const calls = {
  stages(call) {
    return at(this.statutes.procedures, call.procedure, "stages");
  },

  /** The stage of a call's procedure with this id; an empty one where there is none. */
  stage(call, id) {
    return this.stages(call).find((stage) => at(stage, "id") === id) ?? {};
  },

  /** Whether some stage selects, so that an eligible application is not yet one to be voted on. */
  selects(call) {
    return this.stages(call).some((stage) => "select" in stage);
  },

  windowEnd(start, name, duration = null) {
    const window = at(this.statutes.windows, name);
    return this.calendar.end(start, duration ?? at(window, "open"), window.days ?? "calendar");
  },

  graceEnd(closes, name) {
    const { grace } = at(this.statutes.windows, name);
    return grace ? this.calendar.end(closes, grace) : closes;
  },

  "call.opened"(s) {
    const procedure = this.findIn(this.statutes.procedures, s.procedure, "unknown_procedure");
    const [{ window }, opens, closes] = [at(procedure, "stages")[0], decodeTime(s.opens), decodeTime(s.closes)];
    const call = {
      id: s.call, law: this.statutes, procedure: s.procedure, window, opens, closes, firstCloses: closes,
      hasLot: "lot_source" in s, digest: null, shortlisted: null, objectionsUntil: null };
    need(window, "unknown_procedure", "no window for receiving");
    need(!this.calls.has(s.call), "call_exists");
    need(opens >= this.now, "opens_in_past");
    const always = at(this.statutes.windows, window, "open") === "always";
    need(always ? closes > opens : closes === this.windowEnd(opens, window), "wrong_window");
    need(![...this.calls.values()].some((c) => c.procedure === s.procedure && c.opens < closes
      && opens < this.graceEnd(c.closes, window)), "overlapping_call");
    const rule = procedure.opened_by?.rule;
    const resolution = rule ? this.resolution(rule) : null;
    return [[new Signers(this.by(s, "registrar"), { resolution })], () => this.calls.set(s.call, call)];
  },

  call(s) {
    return this.under(this.find(this.calls, s.call, "unknown_call"));
  },

  "call.extended"(s) {
    const call = this.call(s);
    return this.extension(call, s, call.digest !== null);
  },

  /** A call or a vote closes later, because of an outage. */
  extension(thing, s, over = false) {
    const [closes, { outage }] = [decodeTime(s.closes), at(this.statutes.windows, thing.window)];
    need(outage && closes <= this.windowEnd(thing.firstCloses, thing.window, at(outage, "extend_max")),
      "extension_too_long");
    need(this.now < this.graceEnd(thing.closes, thing.window) && closes > thing.closes && !over, "extension_too_late");
    return [[new Signers(at(outage, "by").map((role) => this.holders(role)))], () => (thing.closes = closes)];
  },

  applicationsOf(call) {
    return [...this.applications.values()].filter((application) => application.call === call);
  },

  /** early, late, late_beyond_grace, grace or in_time. */
  place({ call, effective, channel, sealed }) {
    if (effective < call.opens) return "early";
    if (effective < call.closes) return "in_time";
    if (channel === "offline_bundle" && sealed !== null && sealed < call.closes) {
      return effective < this.graceEnd(call.closes, call.window) ? "grace" : "late_beyond_grace";
    }
    return "late";
  },

  /** What becomes of each application at the door: {id: {place, disposition or null, related}}. */
  doors(call) {
    const [places, last, attribute] = [new Map(), new Map(), this.statutes.codeAttribute];
    const code = ({ id, facts }) => {
      const found = strip((facts[attribute ?? ""] ?? "").normalize("NFC"));
      return found ? "code " + found : "id " + id;
    };
    const inOrder = this.applicationsOf(call).sort((a, b) => a.effective - b.effective || a.number - b.number);
    for (const application of inOrder) {
      const place = this.place(application);
      const side = place === "early" ? "early" : place === "in_time" || place === "grace" ? "inside" : "late";
      places.set(application, place);
      last.set(`${side} ${code(application)}`, application);
    }
    const doors = new Map();
    for (const [application, place] of places) {
      const stands = last.get("inside " + code(application)) ?? null;
      const early = last.get("early " + code(application)) ?? null;
      let [disposition, related] = stands === application ? [null, early] : ["superseded", stands];
      if (place === "early") [disposition, related] = ["early", null];
      else if (place.startsWith("late")) [disposition, related] = ["late", stands];
      doors.set(application.id, { place, disposition, related: related && related.id });
    }
    return doors;
  },

  "call.closed"(s) {
    const call = this.call(s);
    need(!call.digest, "call_closed");
    need(this.now >= this.graceEnd(call.closes, call.window), "call_still_open");
    const doors = this.doors(call);
    const counts = object(["early", "late", "superseded", "withdrawn", "standing"].map((word) => [word, 0]));
    for (const [id, { disposition }] of doors) {
      counts[disposition ?? (this.applications.get(id).withdrawn ? "withdrawn" : "standing")] += 1;
    }
    needSame(s.counts, counts, "wrong_counts");
    return [this.byRegistrar(s), () => {
      call.digest = sha256(this.line);
      doors.forEach((door, id) => (this.applications.get(id).door = door));
    }];
  },
};

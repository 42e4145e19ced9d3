// SPDX-License-Identifier: Apache-2.0
// The state of the log, and the checks of every statement.

import { Malformed, need } from "./errors.js";
import { checkStatement } from "./forms.js";
import { decodeVkey } from "./notes.js";
import { rules } from "./rules/rules.js";
import { Calendar, decodeTime } from "./times.js";
import { names, within } from "./values.js";

/** What the entries so far say, and the checks of the next one before its rule judges it. */
export class State {
  constructor(origin, signatures) {
    Object.assign(this, { origin, signatures, name: {}, calendar: null, rehearsal: false });
    this.versions = []; // [effective, statutes]
    this.statutes = null; // those that govern the statement at hand
    this.checkpoints = this.signatureCount = 0;
    this.cosigners = [];
    this.ids = new Set();
    this.lastTime = null;
    this.now = this.number = this.line = this.signers = this.effective = null; // of the statement at hand
    for (const table of ["keys", "publics", "revoked", "parties", "alias", "elections", "nominations", "calls",
      "applications", "objections", "proposals", "amendments", "votes", "challenges", "appeals", "mandates",
      "meetings", "turns", "declined", "lots",
      "agreements", "actions", "complaints"]) {
      this[table] = new Map();
    }
    for (const set of ["reviews", "statements", "issued", "decisions", "documents"]) this[set] = new Set();
    this.ties = []; // [kind, from, to]
    this.terms = [];
    this.voters = [];
  }

  admit(entry) {
    checkStatement(entry.statement);
    const effect = this.judge(entry.statement, entry.text, entry.signatures, entry.received, entry.number);
    effect();
    this.ids.add(entry.statement.id);
    this.lastTime = entry.received;
    this.signatureCount += entry.signatures.length;
  }

  /** What recording this statement does, if it may be recorded. */
  judge(s, text, signatures, received, number) {
    const founding = s.type === "ledger.founded";
    const brought = this.keysBrought(s);
    const keys = signatures.map(({ name, id }) => this.keyBefore(brought, name, id));
    signatures.forEach(({ name, signature }, n) => need(
      keys[n] === null || this.signatures.isSigned(keys[n], text, signature),
      "bad_signature", "a signature that does not hold: " + name));
    need(s.ledger === this.origin, "other_ledger");
    need(founding || this.versions.length, "not_founded");
    need(!founding || (!this.versions.length && number === 0), "already_founded");
    need(!this.ids.has(s.id), "repeated_id");
    need(this.lastTime === null || received >= this.lastTime, "time_runs_back");
    need((founding ? new Calendar(s.calendar) : this.calendar).covers(received), "outside_calendar");
    signatures.forEach(({ name }, n) => need(
      keys[n] !== null, "unknown_key", "signed with a key that no entry registered: " + name));
    for (const { name } of signatures) {
      const isBrought = brought.some((key) => key.name === name); // then its own rule says that it was used before
      need(isBrought || !this.revoked.has(name), "revoked_key", "signed with a revoked key: " + name);
    }
    Object.assign(this, { now: received, number, line: text, signers: signatures.map(({ name }) => name) });
    this.statutes = this.inForce();
    this.effective = "received_at" in s ? decodeTime(s.received_at) : received;
    need(this.effective <= received, "received_in_future");
    need(s.type.startsWith("ballot.") || this.isSealedBeforeNow(s), "sealed_in_future");
    const [ways, effect] = this[s.type](s);
    need(ways.some((way) => way.fit(this.signers)), "wrong_signers", "not signed by exactly those whom it needs");
    return effect;
  }

  isSealedBeforeNow(s) {
    return !("sealed_at" in s) || decodeTime(s.sealed_at) <= this.effective + 300;
  }

  /** The statutes in force now; who is about a call or a proposal takes those that it keeps instead. */
  inForce() {
    return this.versions.findLast(([time]) => time <= this.now)?.[1] ?? null;
  }

  /** The keys that a statement brings. */
  keysBrought(s) {
    const texts = [s.key ?? "", s.to ?? ""].filter((text) => text.includes("+"));
    return [...texts, ...[...(s.founders ?? []), ...(s.offices ?? [])].map((each) => each.key)].map(decodeVkey);
  }

  /** The public key of a name and an ID: a registered one, or one that the statement brings; or null. */
  keyBefore(brought, name, id) {
    const own = this.keys.get(name);
    if (own && own.id === id) return own.publicKey;
    return brought.findLast((key) => key.name === name && key.id === id)?.publicKey ?? null;
  }

  /** [the first of these entries that is not as its authors signed it, why], or [null, "root"]. */
  firstChanged(entries) {
    const brought = [];
    for (const entry of entries) {
      try {
        brought.push(...this.keysBrought(checkStatement(entry.statement)));
      } catch (error) {
        if (error instanceof Malformed) return [entry, "malformed"];
        throw error;
      }
      for (const { name, id, signature } of entry.signatures) {
        const key = this.keyBefore(brought, name, id);
        if (key === null) return [entry, "unknown_key"];
        if (!this.signatures.isSigned(key, entry.text, signature)) return [entry, "bad_signature"];
      }
    }
    return [null, "root"];
  }

  find(table, name, code) {
    need(table.has(name), code, `${code.replaceAll("_", " ")}: ${name}`);
    return table.get(name);
  }

  /** Of a section of the statutes. */
  findIn(section, name, code) {
    need(name in section, code, `${code.replaceAll("_", " ")}: ${name}`);
    return section[name];
  }

  /** The thing that a field names. */
  known(table, s, field) {
    need(table.has(s[field]), "unknown_thing", `unknown ${field}: ${s[field]}`);
    return table.get(s[field]);
  }

  needNew(table, s, field) {
    need(!table.has(s[field]), "thing_exists", `the ${field} is there already: ${s[field]}`);
  }

  /** The thing; the statutes that it keeps govern the statement. */
  under(thing) {
    this.statutes = thing.law;
    return thing;
  }

  /** The language of record is there, and none that the statutes do not have. */
  needLanguage(...texts) {
    const { authoritative, also = [] } = this.statutes.language;
    for (const each of texts) {
      need(authoritative in each && within(names(each), [authoritative, ...also]), "wrong_language",
        "languages: " + names(each).join(", "));
    }
  }
}

Object.assign(State.prototype, rules);

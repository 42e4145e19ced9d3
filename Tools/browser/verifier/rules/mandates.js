// SPDX-License-Identifier: Apache-2.0
// Mandates, and what is said and decided under them.

import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { same } from "../values.js";
import { Signers } from "./signers.js";

export const mandates = {
  /** The mandate, which is in force. */
  mandate(s) {
    const mandate = this.known(this.mandates, s, "mandate");
    need(!mandate.ended && this.now < mandate.until, "no_mandate");
    return mandate;
  },

  "mandate.granted"(s) {
    this.needNew(this.mandates, s, "mandate");
    const [proposal, until] = [this.adopted(s), decodeTime(s.until)];
    this.needMember(s.holder);
    const kind = this.statutes.mandates[s.kind ?? ""] ?? {};
    need(!("kind" in s) || kind.from === proposal.matter, "unknown_mandate");
    need(!("term" in kind) || until <= this.calendar.end(this.now, kind.term), "mandate_too_long");
    need(until > this.now, "too_early");
    const occasions = new Map(s.occasions.map((each) => [each.occasion, decodeTime(each.on)]));
    need(occasions.size === s.occasions.length, "thing_exists", "an occasion twice");
    const mandate = { law: proposal.law, proposal, holder: s.holder, until, ended: false, occasions };
    return [[new Signers(this.by(s, "registrar", "teller"))], () => this.mandates.set(s.mandate, mandate)];
  },

  "mandate.reported"(s) {
    const mandate = this.known(this.mandates, s, "mandate");
    need(this.now >= mandate.occasions.get(s.occasion), "not_an_occasion");
    return [[new Signers([this.keysOf(mandate.holder)])], () => mandate.occasions.delete(s.occasion)];
  },

  "mandate.ended"(s) {
    const mandate = this.under(this.mandate(s));
    return [[new Signers([this.keysOf(mandate.holder)]), new Signers(this.by(s, "registrar", "teller"))],
      () => (mandate.ended = true)];
  },

  "statement.issued"(s) {
    need(!this.statements.has(s.statement), "thing_exists");
    const proposal = this.adopted(s);
    const holder = "mandate" in s ? this.mandate(s).holder : null;
    need(holder !== null || same(s.texts, proposal.texts), "other_text");
    this.needLanguage(s.texts);
    return [holder === null ? this.byRegistrar(s) : [new Signers([this.keysOf(holder)])], () => {
      this.statements.add(s.statement);
      for (const text of Object.values(s.texts)) this.issued.add(text);
    }];
  },

  "statement.disavowed"(s) {
    const adopted = [...this.proposals.values()].filter((proposal) => this.isAdopted(proposal));
    const own = adopted.some((proposal) => Object.values(proposal.texts).includes(s.sha256));
    need(!own && !this.issued.has(s.sha256), "own_statement");
    return [this.byTwo(s), () => {}];
  },

  "external.recorded"(s) {
    need(!this.decisions.has(s.decision), "thing_exists");
    const mandate = this.mandate(s);
    need(decodeTime(s.decided) <= this.now, "received_in_future");
    this.needLanguage(s.title);
    const others = this.members().filter((party) => party !== mandate.holder).flatMap((party) => this.votingKeys(party));
    return [[new Signers([this.keysOf(mandate.holder), others])], () => this.decisions.add(s.decision)];
  },
};

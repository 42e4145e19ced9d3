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
    return "vote" in s ? this.mandateWon(s) : this.mandateGranted(s, { proposal: this.adopted(s) });
  },

  /** The mandate that a decision or an election gives. */
  mandateGranted(s, { proposal = null, vote = null }) {
    const { holder, alternate = null, kind = null } = s;
    this.needMember(holder);
    const [terms, until] = [this.statutes.mandates[kind ?? ""] ?? {}, decodeTime(s.until)];
    if (alternate !== null) {
      need(this.isMember(alternate) && alternate !== holder, "unknown_party", "the alternate");
      need(terms.alternate === "true", "no_alternates");
    }
    need(until > this.now, "too_early");
    need(vote || kind === null || terms.from === proposal.matter, "unknown_mandate");
    need(!("term" in terms) || until <= this.calendar.end(this.now, terms.term), "mandate_too_long");
    const occasions = new Map(s.occasions.map((each) => [each.occasion, decodeTime(each.on)]));
    need(occasions.size === s.occasions.length, "thing_exists", "an occasion twice");
    const mandate = {
      law: this.statutes, proposal, vote, kind, holder, alternate, scope: s.scope, until, ended: false, occasions,
      recused: new Set(), instructions: new Set() };
    const slots = [...this.by(s, "registrar", "teller"), ...(alternate === null ? [] : [this.votingKeys(alternate)])];
    return [[new Signers(slots)], () => this.mandates.set(s.mandate, mandate)];
  },

  // Occasions.

  /** Who acts under a mandate: its holder, and its alternate if it has one. */
  partiesOf(mandate) {
    return [mandate.holder, mandate.alternate].filter((party) => party !== null);
  },

  /** One key of one of them. */
  byItsParties(parties) {
    return parties.map((party) => new Signers([this.keysOf(party)]));
  },

  "mandate.reported"(s) {
    const [mandate, { occasion }] = [this.known(this.mandates, s, "mandate"), s];
    const left = this.partiesOf(mandate).filter((party) => !mandate.recused.has(`${occasion} ${party}`));
    need(this.now >= mandate.occasions.get(occasion) && left.length, "not_an_occasion");
    return [this.byItsParties(left), () => mandate.occasions.delete(occasion)];
  },

  "mandate.recused"(s) {
    const [mandate, { occasion }] = [this.mandate(s), s];
    const signing = this.partiesOf(mandate)
      .filter((party) => this.keysOf(party).some((key) => this.signers.includes(key)));
    const stepping = signing.map((party) => `${occasion} ${party}`);
    need(mandate.occasions.has(occasion) && !stepping.some((each) => mandate.recused.has(each)), "not_an_occasion");
    return [this.byItsParties(signing), () => stepping.forEach((each) => mandate.recused.add(each))];
  },

  "mandate.instructed"(s) {
    const mandate = this.mandate(s);
    this.adopted(s);
    need(!mandate.instructions.has(s.proposal), "thing_exists", "the instruction was given");
    return [[new Signers(this.by(s, "registrar", "teller"))], () => mandate.instructions.add(s.proposal)];
  },

  "mandate.ended"(s) {
    const mandate = this.under(this.mandate(s));
    return [[new Signers([this.keysOf(mandate.holder)]), new Signers(this.by(s, "registrar", "teller"))],
      () => (mandate.ended = true)];
  },

  "statement.issued"(s) {
    need(!this.statements.has(s.statement), "thing_exists");
    const proposal = this.adopted(s);
    const mandate = "mandate" in s ? this.mandate(s) : null;
    need(mandate !== null || same(s.texts, proposal.texts), "other_text");
    this.needLanguage(s.texts);
    return [mandate === null ? this.byRegistrar(s) : this.byItsParties(this.partiesOf(mandate)), () => {
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
    const others = this.members().filter((party) => party !== mandate.holder)
      .flatMap((party) => this.votingKeys(party));
    return [[new Signers([this.keysOf(mandate.holder), others])], () => this.decisions.add(s.decision)];
  },
};

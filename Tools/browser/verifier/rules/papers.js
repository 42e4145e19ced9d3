// SPDX-License-Identifier: Apache-2.0
// Documents, complaints, and acts that were turned away.

import { concat, utf8 } from "../bytes.js";
import { decodeJSON } from "../encoding.js";
import { Refused, need } from "../errors.js";
import { checkStatement } from "../forms.js";
import { decodeAuthorLines } from "../notes.js";
import { Signers } from "./signers.js";

const REFUSABLE = new Set(`application.submitted application.repaired application.withdrawn review.submitted
  objection.raised objection.answered proposal.submitted proposal.seconded amendment.proposed ballot.cast
  ballot.revoked proxy.given conflict.declared vote.challenged appeal.filed
  nomination.made nomination.accepted nomination.withdrawn`.split(/\s+/));

export const papers = {
  "document.registered"(s) {
    this.needNew(this.documents, s, "sha256");
    this.needLanguage(s.title);
    return [this.byRegistrar(s), () => this.documents.add(s.sha256)];
  },

  "complaint.filed"(s) {
    this.needNew(this.complaints, s, "complaint");
    return [[new Signers([this.anyKey()])], () => this.complaints.set(s.complaint, false)];
  },

  "complaint.answered"(s) {
    need(!this.known(this.complaints, s, "complaint"), "thing_exists", "the complaint was answered");
    return [this.byRegistrar(s), () => this.complaints.set(s.complaint, true)];
  },

  "act.refused"(s) {
    const line = utf8(s.statement);
    const inner = checkStatement(decodeJSON(line));
    const signatures = decodeAuthorLines(s.signatures);
    need(REFUSABLE.has(inner.type), "not_refusable");
    const reason = this.refusal(inner, concat(line, Uint8Array.of(10)), signatures);
    need(reason !== "bad_signature", "bad_signature", "the refused statement's signature does not hold");
    need(reason === s.reason, "wrong_refusal", "the reason that stands: " + reason);
    return [this.byRegistrar(s), () => (this.signatureCount += signatures.length)];
  },

  /** Why a statement would be refused now, or null; what is at hand stays as it is. */
  refusal(statement, text, signatures) {
    const outer = { ...this };
    try {
      this.judge(statement, text, signatures, this.now, this.number);
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    } finally {
      Object.assign(this, outer);
    }
  },
};

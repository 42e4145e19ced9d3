// SPDX-License-Identifier: Apache-2.0
// Members that change: new facts, and mergers.

import { need } from "../errors.js";
import { names } from "../values.js";
import { Signers } from "./signers.js";

export const changes = {
  "party.updated"(s) {
    const [party, { attributes }] = [this.needMember(s.party), this.statutes];
    need(names(s.facts).length, "unknown_fact", "no fact");
    for (const name of names(s.facts)) {
      need(name in attributes && !("subject" in attributes[name]), "unknown_fact", name);
    }
    return [[new Signers([...this.by(s, "registrar"), this.votingKeys(s.party)])],
      () => party.updates.push([this.now, s.facts])];
  },

  "party.merged"(s) {
    const party = this.needMember(s.party);
    this.needMember(s.into);
    need(s.party !== s.into, "may_not_propose", "into itself");
    return [[new Signers([...this.by(s, "registrar"), this.votingKeys(s.party), this.votingKeys(s.into)])],
      () => (party.left = this.now)];
  },
};

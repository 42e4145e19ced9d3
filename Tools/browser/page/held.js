// SPDX-License-Identifier: Apache-2.0
// What the visitor holds besides the ledger: receipts and checkpoints, keys, a policy. Files tell by their
// first bytes what they are.

import { KEPT_MAX, seemsKept } from "../verifier/kept.js";
import { seemsExpected } from "../verifier/policy.js";
import { el, said } from "./dom.js";

const KEPT_COUNT_MAX = 50;
const HEAD = 4096; // bytes that tell what a file is

export class Held {
  constructor() {
    this.kept = []; // [{name, bytes}]
    this.expected = ""; // keys or a policy
  }

  /** Takes what of these files is no ledger; gives the ledger among them, or null. */
  async take(files) {
    let ledger = null;
    for (const file of files) {
      const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
      const isSmall = file.size <= KEPT_MAX;
      if (isSmall && seemsKept(head)) this.keep(file.name, await file.arrayBuffer());
      else if (isSmall && !isLedger(head) && seemsExpected(head)) this.expected = await file.text();
      else ledger = file;
    }
    return ledger;
  }

  keep(name, bytes) {
    const others = this.kept.filter((each) => each.name !== name);
    this.kept = [...others, { name, bytes }].slice(-KEPT_COUNT_MAX);
  }

  /** The list of what is kept, each with a button that forgets it; null where there is nothing. */
  part(words, changed) {
    if (!this.kept.length) return null;
    const row = (each) => el("li", {}, said(each.name), " ", el("button", {
      type: "button", class: "inline", click: () => {
        this.kept = this.kept.filter((other) => other !== each);
        changed();
      } }, words.say("kept.remove")));
    return el("div", { class: "card", id: "kept" },
      el("strong", {}, words.say("kept.here")), el("ul", {}, this.kept.map(row)));
  }
}

function isLedger(head) {
  return new TextDecoder().decode(head.subarray(0, 10)) === "viche-log/";
}

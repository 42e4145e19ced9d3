// SPDX-License-Identifier: Apache-2.0
// One entry's bytes.

import { decodeUTF8, latin1, lines } from "./bytes.js";
import { decodeJSON } from "./encoding.js";
import { Malformed } from "./errors.js";
import { decodeAuthorLines } from "./notes.js";
import { decodeTime } from "./times.js";

export const NUMBER = /^(?:0|[1-9][0-9]{0,15})$/;

/** One entry's body, taken apart. */
export class Entry {
  constructor(number, offset, body) {
    Object.assign(this, { number, offset, end: offset + body.length });
    const rows = lines(body);
    if (rows.length < 5 || rows[2].length || rows.at(-1).length) {
      throw new Malformed("not an entry: four lines at least, the third empty");
    }
    const head = latin1(rows[0]);
    const space = head.indexOf(" ");
    const index = space < 0 ? head : head.slice(0, space);
    if (!NUMBER.test(index) || Number(index) !== number) throw new Malformed(`the index is not ${number}`);
    this.received = decodeTime(space < 0 ? "" : head.slice(space + 1));
    this.text = body.subarray(rows[0].length + 1, rows[0].length + 1 + rows[1].length + 1);
    this.statement = decodeJSON(rows[1]);
    if (typeof this.statement !== "object" || Array.isArray(this.statement)) {
      throw new Malformed("a statement is an object");
    }
    this.signatures = decodeAuthorLines(rows.slice(3, -1).map(decodeUTF8));
  }
}

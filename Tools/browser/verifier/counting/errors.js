// SPDX-License-Identifier: Apache-2.0
// Why a contest is not counted.

/** `code` is the name of the reason, as on the page Elections. */
export class Uncountable extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export function must(holds, code) {
  if (!holds) throw new Uncountable(code);
}

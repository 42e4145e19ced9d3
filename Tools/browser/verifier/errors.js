// SPDX-License-Identifier: Apache-2.0
// What may be wrong with a log.

/** The log does not hold: where, of which kind, why. */
export class Broken extends Error {
  constructor(kind, reason, message, entry = null, offset = null, difference = null) {
    super(message);
    Object.assign(this, { kind, reason, entry, offset, difference });
  }
}

/** Bytes or fields that are not of the form that they should have. */
export class Malformed extends Error {}

/** Statutes or calendars, which are trees of any form, that a rule stumbles over. */
export class Fault extends Error {}

/** The rules say no. `code` is the name of the refusal; `difference`, if any, what was found and expected. */
export class Refused extends Error {
  constructor(code, message, difference = null) {
    super(message || code.replaceAll("_", " "));
    Object.assign(this, { code, difference });
  }
}

/** Refuses unless it holds. */
export function need(holds, code, message = "") {
  if (!holds) throw new Refused(code, message);
}

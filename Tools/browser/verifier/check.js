// SPDX-License-Identifier: Apache-2.0
// A whole check of a log: first all signatures, then the entries in order.

import { Broken } from "./errors.js";
import { FILE_MAX, Reading, frames } from "./log.js";
import { Signatures } from "./signatures.js";

/**
 * {state, broken, fast}: the state of a log that holds, or why it does not; and whether the browser
 * checked signatures, or all were calculated here.
 *
 * `told(step, done, of)` hears how far it is; `rest()` is awaited between entries, so that a page may breathe.
 */
export async function check(data, expectedKey, told, rest) {
  if (data.length > FILE_MAX) {
    return { state: null, broken: new Broken("foreign", "too_large", "more than 1 GiB"), fast: true };
  }
  const signatures = new Signatures();
  const all = frames(data);
  const fast = await signatures.confirm(all, (done) => told("signatures", done, all.length));
  try {
    const steps = new Reading(data, expectedKey, signatures).stateAtEnd();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return { state: step.value, broken: null, fast };
      told("entries", step.value, data.length);
      await rest();
    }
  } catch (error) {
    if (error instanceof Broken) return { state: null, broken: error, fast };
    throw error;
  }
}

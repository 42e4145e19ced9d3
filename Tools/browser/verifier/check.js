// SPDX-License-Identifier: Apache-2.0
// A whole check of a log: first all signatures, then the entries in order, then what is known besides.

import { isSameKey, seemingLogKeys } from "./checkpoints.js";
import { Broken } from "./errors.js";
import { compareKept } from "./kept.js";
import { FILE_MAX, Reading, frames } from "./log.js";
import { evaluate } from "./policy.js";
import { Signatures } from "./signatures.js";

/** What is expected of a log of which nothing is known. */
export const NOTHING = { logs: [], witnesses: [], groups: [], quorum: null, isPolicy: false };

/**
 * {state, broken, fast, witnessed, kept}: the state of a log that holds, or why it does not; whether the
 * browser checked signatures, or all were calculated here; what its witnesses said; and of each thing that
 * was kept of it, whether it is among its past.
 *
 * `expected` is a policy as `readExpected` gives it, `kept` are as `readKept` gives them. `told(done, of)`
 * hears how far it is; `rest()` is awaited between entries, so that a page may breathe.
 */
export async function check(data, { expected = NOTHING, kept = [] }, told, rest) {
  if (data.length > FILE_MAX) {
    return { state: null, broken: new Broken("foreign", "too_large", "more than 1 GiB"), fast: true };
  }
  const signatures = new Signatures();
  const fast = await signatures.prepare(frames(data));
  try {
    const reading = new Reading(data, null, signatures);
    reading.expectedKey = expectedKey(expected.logs, data, reading.origin);
    const steps = reading.stateAtEnd();
    for (let step = steps.next(); !step.done; step = steps.next()) {
      if (step.value instanceof Promise) await step.value;
      else if (step.value !== null) told(step.value, data.length);
      await rest();
    }
    const { state, cosigned, logKey } = reading;
    if (expected.isPolicy && expected.logs.length && !expected.logs.some((key) => isSameKey(key, logKey))) {
      throw new Broken("foreign", "log_key", "no log that the policy names signed the last checkpoint");
    }
    return {
      state, broken: null, fast, witnessed: await evaluate(expected, cosigned, state.checkpoints, signatures),
      kept: kept.map((each) => compareKept(each, reading)) };
  } catch (error) {
    if (error instanceof Broken) return { state: null, broken: error, fast };
    throw error;
  }
}

/** The key that is asked for: of several for one log, that which the log seems to have. */
function expectedKey(keys, data, origin) {
  const own = keys.filter(({ name }) => name === origin);
  const seeming = own.length > 1 ? seemingLogKeys(data, origin) : [];
  return own.find((key) => seeming.some((other) => isSameKey(key, other))) ?? own[0] ?? keys[0] ?? null;
}

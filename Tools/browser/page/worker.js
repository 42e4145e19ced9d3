// SPDX-License-Identifier: Apache-2.0
// The verifier as the page calls it: in a worker, or in slices where no worker starts.

import { check } from "../verifier/check.js";
import { Entry } from "../verifier/entries.js";
import { Malformed } from "../verifier/errors.js";
import { frames } from "../verifier/log.js";
import { decodeVkey } from "../verifier/notes.js";
import { asJSON } from "../verifier/report.js";
import { encodeTime } from "../verifier/times.js";
import { viewOf } from "./view.js";

const TELL_EVERY = 100; // milliseconds

/**
 * Checks a log. `request` is {data: ArrayBuffer, key: text or empty}; `tell` hears {step, done, of} now and
 * then and at the end {report, view, fast, milliseconds}, or {badKey} or {failed}.
 */
async function verify({ data, key }, tell, rest) {
  const start = performance.now();
  let next = start;
  const progress = (step, done, of) => {
    if (performance.now() < next) return;
    next = performance.now() + TELL_EVERY;
    tell({ step, done, of });
  };
  try {
    const { state, broken, fast } = await check(new Uint8Array(data), key ? decodeVkey(key) : null, progress, rest);
    const report = asJSON(state, broken);
    const entry = broken && entryTold(new Uint8Array(data), broken.entry);
    const view = state && viewOf(state);
    tell({ report, entry, view, fast, milliseconds: performance.now() - start });
  } catch (error) {
    tell(error instanceof Malformed ? { badKey: error.message } : { failed: String(error?.stack ?? error) });
  }
}

/** {type, received, signers} of an entry, or null where it cannot be read. */
function entryTold(data, number) {
  const frame = frames(data).filter(({ kind }) => kind === "entry")[number ?? -1];
  try {
    const { statement, received, signatures } = new Entry(number, 0, frame.body);
    const signers = signatures.map(({ name }) => name);
    return { type: String(statement.type), received: encodeTime(received), signers };
  } catch {
    return null;
  }
}

if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", (event) => verify(event.data, (message) => postMessage(message), async () => {}));
  postMessage({ ready: true });
} else {
  globalThis.vicheVerify = verify;
}

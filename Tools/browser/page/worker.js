// SPDX-License-Identifier: Apache-2.0
// The verifier as the page calls it: in a worker, or in slices where no worker starts.

import { utf8 } from "../verifier/bytes.js";
import { NOTHING, check } from "../verifier/check.js";
import { Entry } from "../verifier/entries.js";
import { Malformed } from "../verifier/errors.js";
import { readKept } from "../verifier/kept.js";
import { frames } from "../verifier/log.js";
import { readExpected } from "../verifier/policy.js";
import { asJSON } from "../verifier/report.js";
import { encodeTime } from "../verifier/times.js";
import { viewOf } from "./view.js";

const TELL_EVERY = 100; // milliseconds

/**
 * Checks a log. `request` is {data: ArrayBuffer, expected: a policy or keys as text, kept: [{name, bytes}]};
 * `tell` hears {done, of} now and then and at the end {report, difference, entry, view, expected, witnessed,
 * kept, fast, milliseconds}, or {badExpected}, {badKept} or {failed}.
 */
async function verify({ data, expected: text, kept: files }, tell, rest) {
  const start = performance.now();
  let next = start;
  const told = (done, of) => {
    if (performance.now() < next) return;
    next = performance.now() + TELL_EVERY;
    tell({ done, of });
  };
  try {
    const [bad, held] = readHeld(text, files);
    if (bad) return tell(bad);
    const found = await check(new Uint8Array(data), held, told, rest);
    const { state, broken, fast, witnessed } = found;
    return tell({
      report: asJSON(state, broken), difference: broken?.difference ?? null, entry: broken && entryTold(new Uint8Array(data), broken.entry),
      view: state && viewOf(state), expected: { logs: held.expected.logs.length, quorum: held.expected.quorum },
      witnessed, kept: (found.kept ?? []).map((word, n) => keptTold(files[n].name, held.kept[n], word, data)),
      fast, milliseconds: performance.now() - start });
  } catch (error) {
    return tell({ failed: String(error?.stack ?? error) });
  }
}

/** [what is malformed or null, {expected, kept}] of what was given besides the log. */
function readHeld(text, files) {
  const held = { expected: NOTHING, kept: [] };
  try {
    if (text.trim()) held.expected = readExpected(utf8(text));
  } catch (error) {
    if (error instanceof Malformed) return [{ badExpected: error.message }, held];
    throw error;
  }
  for (const { name, bytes } of files) {
    try {
      held.kept.push(readKept(new Uint8Array(bytes)));
    } catch (error) {
      if (error instanceof Malformed) return [{ badKept: name, message: error.message }, held];
      throw error;
    }
  }
  return [null, held];
}

/** {name, word, index, size, entry} of what was kept; `entry` is that of a receipt which the log has. */
function keptTold(name, { index, checkpoint }, word, data) {
  const entry = index !== null && word === "holds" ? entryTold(new Uint8Array(data), index) : null;
  return { name, word, index, size: checkpoint.size, origin: checkpoint.origin, entry };
}

/** {type, received, signers, facts} of an entry, or null where it cannot be read. */
function entryTold(data, number) {
  const frame = frames(data).filter(({ kind }) => kind === "entry")[number ?? -1];
  try {
    const { statement, received, signatures } = new Entry(number, 0, frame.body);
    const facts = Object.entries(statement).filter(([, value]) => typeof value === "string" || typeof value === "number");
    return {
      type: String(statement.type), received: encodeTime(received), signers: signatures.map(({ name }) => name),
      facts };
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

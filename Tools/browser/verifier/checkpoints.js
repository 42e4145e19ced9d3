// SPDX-License-Identifier: Apache-2.0
// Checkpoints, and the key with which the log signs them.

import { decodeUTF8, find, hex, latin1, utf8 } from "./bytes.js";
import { decodeBase64 } from "./encoding.js";
import { Entry } from "./entries.js";
import { Broken, Malformed } from "./errors.js";
import { checkType } from "./forms.js";
import { decodeSignatureLines, decodeVkey } from "./notes.js";

/** Whether a text is a decimal number below 2^63 in its one spelling. */
export function isSize(text) {
  return /^(?:0|[1-9][0-9]{0,18})$/.test(text) && BigInt(text) < 2n ** 63n;
}

/** {size, root, text, others: [[name, blob]] of who else signed} of a checkpoint that the log's key signed. */
export function readCheckpoint(body, origin, logKey, signatures) {
  const whole = decodeUTF8(body);
  const end = whole.lastIndexOf("\n\n");
  const [text, signed] = [whole.slice(0, Math.max(end, 0)), whole.slice(end + 2)];
  const lines = text.split("\n");
  if (end < 0 || !signed.endsWith("\n") || lines.length !== 3) {
    throw new Malformed("a checkpoint has an origin, a size, a root and signatures, no more");
  }
  if (lines[0] !== origin) throw new Malformed("a checkpoint of another log");
  if (!isSize(lines[1])) throw new Malformed("the size of a checkpoint");
  const root = decodeBase64(lines[2]);
  if (root.length !== 32) throw new Malformed("the root of a checkpoint");
  const notes = decodeSignatureLines(signed);
  const own = notes.filter(([name, blob]) => name === logKey.name && hex(blob.subarray(0, 4)) === logKey.id);
  if (own.length !== 1) throw new Malformed("a checkpoint bears the log's signature once");
  if (!signatures.isSigned(logKey.publicKey, utf8(text + "\n"), own[0][1].subarray(4))) {
    throw new Malformed("the log's signature of a checkpoint does not hold");
  }
  return { size: Number(lines[1]), root, text: text + "\n", others: notes.filter((note) => note !== own[0]) };
}

/** Where a note that begins at `start` ends: three lines, an empty one, signature lines; or -1. */
function noteEnd(data, start) {
  let at = start;
  for (let n = 0; n < 3; n += 1) {
    at = data.indexOf(10, at) + 1;
    if (!at) return -1;
  }
  if (data[at] !== 10) return -1;
  const dash = utf8("— ");
  let end = -1;
  for (at += 1; dash.every((byte, n) => data[at + n] === byte); at = end) {
    const line = data.indexOf(10, at) + 1;
    if (!line) break;
    end = line;
  }
  return end;
}

/**
 * Whether the log signed a checkpoint of more entries than it has so far in these bytes: then they were
 * committed. One of as many only adds cosignatures; where its frame is torn, nothing committed is lost.
 */
export function holdsCheckpoint(tail, { origin, tree, signatures }, logKey) {
  const first = utf8(origin + "\n");
  for (let start = find(tail, first); start >= 0; start = find(tail, first, start + 1)) {
    const end = noteEnd(tail, start);
    if (end < 0) continue;
    try {
      if (readCheckpoint(tail.subarray(start, end), origin, logKey, signatures).size > tree.size) return true;
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  return false;
}

/** The log's own key stands in entry 0; `expected` is the one that was given, and those to come. */
export function readLogKey(pending, origin, expected, at) {
  if (!pending.length) throw new Broken("tampered", "size", "a checkpoint before the first entry", null, at);
  const [offset, body] = pending[0];
  let key;
  try {
    const { statement } = new Entry(0, offset, body);
    if (statement.type !== "ledger.founded") {
      throw new Broken("tampered", "not_founded", "the first entry is no founding", 0, offset);
    }
    key = decodeVkey(checkType(statement.log_key, "text"));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new Broken("tampered", "malformed", error.message, 0, offset);
  }
  if (key.name !== origin) {
    throw new Broken("tampered", "other_ledger", "the log's key does not bear the log's name", 0, offset);
  }
  if (expected && ![key, ...expected.slice(1)].some((each) => isSameKey(each, expected[0]))) {
    throw new Broken("foreign", "log_key", "the log's key is not the one expected", 0, offset);
  }
  return key;
}

export function isSameKey(a, b) {
  return a.name === b.name && a.id === b.id && a.publicKey === b.publicKey;
}

/** What seem to be keys of the log, in a file that may be damaged. */
export function seemingLogKeys(data, origin) {
  const [keys, field] = [[], utf8('"log_key":"')];
  for (let at = find(data, field); at >= 0; at = find(data, field, at + 1)) {
    const text = latin1(data.subarray(at + field.length, at + field.length + 401));
    const end = text.indexOf('"');
    try {
      if (end > 0) keys.push(decodeVkey(text.slice(0, end)));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  return keys.filter((key) => key.name === origin);
}

/** The keys that these entries hand the log over to; the last of them signs the checkpoint over the entries. */
export function newLogKeys(entries, origin) {
  const keys = [];
  for (const { statement } of entries) {
    if (statement.type !== "secretariat.handed_over" || !("log_key" in statement)) continue;
    try {
      const key = decodeVkey(checkType(statement.log_key, "text"));
      if (key.name === origin) keys.push(key);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error; // else the rules refuse it
    }
  }
  return keys;
}

// SPDX-License-Identifier: Apache-2.0
// The log file: its frames, the entries in them, and what each checkpoint covers.

import { latin1, sameBytes } from "./bytes.js";
import {
  holdsCheckpoint, isSameKey, newLogKeys, readCheckpoint, readLogKey, seemingLogKeys,
} from "./checkpoints.js";
import { encodeBase64 } from "./encoding.js";
import { Entry } from "./entries.js";
import { Broken, Fault, Malformed, Refused } from "./errors.js";
import { State } from "./state.js";
import { Tree } from "./tree.js";

export const FILE_MAX = 2 ** 30;
const BODY_MAX = 65535;
const HEADER_MAX = 12 + 255 + 1; // bytes of the first line
const FRAME_MAX = "checkpoint ".length + 10 + 1; // bytes of a frame's first line
const HEADER = /^viche-log\/1 ([A-Za-z0-9._/-]{1,255})\n/;
const FRAME = /^(entry|checkpoint) ([1-9][0-9]{0,9})\n/;

/**
 * The whole frames of a log: [{kind, body}], as far as they are whole.
 *
 * For those who wish to look at all of them beforehand; what is not a log has none.
 */
export function frames(data) {
  const header = HEADER.exec(latin1(data.subarray(0, HEADER_MAX)));
  const found = [];
  let at = header ? header[0].length : data.length;
  for (let frame = frameAt(data, at); frame; frame = frameAt(data, frame.end)) found.push(frame);
  return found;
}

/** A log that is read from its first byte to its last checkpoint. */
export class Reading {
  constructor(data, expectedKey, signatures) {
    Object.assign(this, { data, expectedKey, signatures });
    [this.origin, this.committed] = readHeader(data); // the log's name; where the last checkpoint ends
    this.state = new State(this.origin, signatures);
    this.tree = new Tree();
    this.pending = []; // [offset, body] of the entries that no checkpoint covers yet
    this.logKeys = []; // the log's own keys, of which the last signs now
    this.signing = []; // all that signed, one for each checkpoint
    this.cosigned = []; // checkpoints that others signed too: {number, size, text, lines: [[name, blob]]}
  }

  /** The key that signs now; null before the first entry is known. */
  get logKey() {
    return this.logKeys.at(-1) ?? null;
  }

  /**
   * What the committed entries say, or Broken. Yields where it is, in bytes, after each entry; before it a
   * promise, where one has to be awaited for the browser to have checked signatures.
   */
  * stateAtEnd() {
    const at = yield* this.readFrames();
    if (at < this.data.length) this.refuseDamage(at);
    const { state, data } = this;
    if (!state.checkpoints) {
      const torn = looksTorn(data.subarray(at));
      throw new Broken(torn ? "cut" : "tampered", "no_checkpoint", "no checkpoint covers anything",
        this.pending.length, torn ? data.length : at);
    }
    if (this.expectedKey && !this.signing.some((key) => isSameKey(key, this.expectedKey))) {
      throw new Broken("foreign", "log_key", "the key expected signed none of the log's checkpoints");
    }
    state.size = this.tree.size;
    state.root = this.tree.root();
    state.logKey = vkey(this.logKey);
    state.uncommittedBytes = data.length - this.committed;
    return state;
  }

  /** Takes every whole frame; gives where the first that is not whole begins, or the file's end. */
  * readFrames() {
    let at = this.committed;
    while (at < this.data.length) {
      const frame = frameAt(this.data, at);
      if (!frame) return at;
      if (frame.kind === "entry") {
        this.pending.push([at, frame.body]);
      } else {
        yield* this.commit(at, frame.body);
        this.pending = [];
        this.committed = frame.end;
      }
      at = frame.end;
    }
    return at;
  }

  /**
   * Refuses a frame that is not whole, if the log signed a checkpoint after it: it was committed. So was a
   * checkpoint of which all is there, and its last byte is no line feed.
   */
  refuseDamage(at) {
    const frame = FRAME.exec(latin1(this.data.subarray(at, at + FRAME_MAX)));
    const isWhole = frame?.[1] === "checkpoint" && at + frame[0].length + Number(frame[2]) <= this.data.length;
    const rest = this.data.subarray(this.committed);
    const keys = [
      ...(this.logKey ? [this.logKey] : []), ...seemingLogKeys(this.logKey ? rest : this.data, this.origin)];
    const different = keys.filter((key, n) => keys.findIndex((other) => isSameKey(key, other)) === n);
    if (isWhole || different.some((key) => holdsCheckpoint(rest, this, key))) {
      throw new Broken("tampered", "frame", "damaged before the last checkpoint",
        this.tree.size + this.pending.length, at);
    }
  }

  /** Checks one checkpoint, then, in order, the entries that it covers. */
  * commit(offset, body) {
    if (!this.logKeys.length) {
      this.logKeys.push(readLogKey(this.pending, this.origin, this.expectedKey && [
        this.expectedKey, ...seemingLogKeys(this.data, this.origin)], offset));
    }
    const entries = yield* this.pendingEntries();
    this.logKeys.push(...newLogKeys(entries, this.origin));
    yield this.signatures.askCheckpoint(body, this.logKey);
    yield* this.checkCovers(entries, offset, body);
    for (const entry of entries) {
      yield this.signatures.upTo(entry.end);
      admit(this.state, entry);
      yield entry.offset;
    }
    this.state.checkpoints += 1;
    this.signing.push(this.logKey);
  }

  /** The entries that no checkpoint covers yet, taken apart and added to the tree. */
  * pendingEntries() {
    const entries = [];
    for (const [start, leaf] of this.pending) {
      const number = this.tree.size;
      try {
        entries.push(new Entry(number, start, leaf));
        this.tree.add(leaf);
      } catch (error) {
        if (!(error instanceof Malformed)) throw error;
        throw new Broken("tampered", "malformed", error.message, number, start);
      }
      yield null;
    }
    return entries;
  }

  /** Whether the checkpoint is signed, and of the tree as it is with these entries. */
  * checkCovers(entries, offset, body) {
    let read;
    try {
      read = readCheckpoint(body, this.origin, this.logKey, this.signatures);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      throw new Broken("tampered", "checkpoint", error.message, null, offset);
    }
    if (read.size !== this.tree.size) {
      throw new Broken("tampered", "size",
        `a checkpoint of ${read.size} entries after ${this.tree.size}`, null, offset,
        { path: [], found: String(this.tree.size), expected: String(read.size) });
    }
    if (!sameBytes(read.root, this.tree.root())) {
      yield this.signatures.upTo(offset);
      const [culprit, reason] = this.state.firstChanged(entries);
      throw new Broken("tampered", reason, "the entries are not those that the checkpoint covers",
        culprit ? culprit.number : null, culprit?.offset ?? offset, {
          path: ["root"], found: encodeBase64(this.tree.root()), expected: encodeBase64(read.root) });
    }
    this.state.cosigners = read.others.map(([name]) => name);
    if (read.others.length) {
      this.cosigned.push({ number: this.state.checkpoints, size: read.size, text: read.text, lines: read.others });
    }
  }
}

function vkey({ name, id, publicKey }) {
  const bytes = Uint8Array.from(("01" + publicKey).match(/../g), (pair) => parseInt(pair, 16));
  return `${name}+${id}+${encodeBase64(bytes)}`;
}

/** [the log's name, where its first frame begins], or Broken. */
function readHeader(data) {
  const head = latin1(data.subarray(0, HEADER_MAX));
  const header = HEADER.exec(head);
  if (header) return [header[1], header[0].length];
  if ("viche-log/1 ".startsWith(head.slice(0, 12)) && (data.length <= 12 || HEADER.test(head + "\n"))) {
    throw new Broken("cut", "no_checkpoint", "the file ends within its first line", null, data.length);
  }
  throw new Broken("foreign", "header", "not a viche-log/1 file", null, 0);
}

/** {kind, body, end} of the frame that begins there, or null where there is no whole one. */
function frameAt(data, at) {
  const frame = FRAME.exec(latin1(data.subarray(at, at + FRAME_MAX)));
  if (!frame) return null;
  const start = at + frame[0].length;
  const end = start + Number(frame[2]);
  if (end > data.length) return null;
  const [kind, body] = [frame[1], data.subarray(start, end)];
  return body.at(-1) === 10 && body.length <= BODY_MAX ? { kind, body, end } : null;
}

/** Whether these bytes, or none, may be the beginning of a frame whose end was never written. */
function looksTorn(rest) {
  const head = latin1(rest.subarray(0, FRAME_MAX));
  const frame = FRAME.exec(head);
  if (frame) return frame[0].length + Number(frame[2]) > rest.length;
  return rest.length < FRAME_MAX && !head.includes("\n") && (
    /^(?:entry|checkpoint) [0-9]{0,10}$/.test(head) || "entry ".startsWith(head) || "checkpoint ".startsWith(head));
}

/** Asks the rules about an entry; Broken is what they refuse. */
function admit(state, entry) {
  try {
    state.admit(entry);
  } catch (error) {
    const broken = (kind, reason, message) => new Broken(
      kind, reason, message, entry.number, entry.offset, error.difference ?? null);
    if (error instanceof Malformed) throw broken("refused", "malformed", error.message);
    if (error instanceof Refused) {
      throw broken(error.code === "bad_signature" ? "tampered" : "refused", error.code, error.message);
    }
    // Statutes and calendars are trees of any form: what a rule stumbles over does not hold.
    if ([Fault, TypeError, RangeError, SyntaxError].some((kind) => error instanceof kind)) {
      throw broken("refused", "statutes_faulty", "the rules cannot be applied: " + error.message);
    }
    throw error;
  }
}

// SPDX-License-Identifier: Apache-2.0
// Which signatures hold. The browser's own check is a promise and fast, ours can be asked in order and
// is slow: so the browser is asked ahead of the rules, and the rules find signatures confirmed.

import { decodeUTF8, find, fromHex, hex, latin1, lines, sameBytes, utf8 } from "./bytes.js";
import { verify } from "./ed25519.js";
import { decodeJSON } from "./encoding.js";
import { Malformed } from "./errors.js";
import { decodeAuthorLines, decodeSignatureLine, decodeVkey } from "./notes.js";

const BATCH = 64; // frames whose signatures the browser is asked about together
const AHEAD = 4; // batches that are with the browser while the rules are asked about another
const VKEY = /[A-Za-z0-9._/-]{1,255}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}/g;
const PLUS = 43;
const EMPTY_LINE = utf8("\n\n");
const REFUSED = utf8('"type":"act.refused"');

/** The signatures that the browser confirmed, and how many it was not asked about or did not confirm. */
export class Signatures {
  constructor() {
    this.confirmed = new Map(); // signature as text: [[public key, message]]
    this.keys = new Map(); // "name+id": the verifier keys of that name and ID
    this.imported = new Map(); // public key: what the browser made of it
    this.calculated = 0;
    this.batches = []; // [{end, frames}]
    this.asked = 0; // batches
    this.last = Promise.resolve(); // of the batches that were asked about
    this.known = 0; // up to where, in bytes, all is known
  }

  /** Whether the signature holds; asked of our own arithmetic where the browser did not say yes. */
  isSigned(publicKey, message, signature) {
    const found = this.confirmed.get(latin1(signature));
    if (found?.some(([key, text]) => key === publicKey && sameBytes(text, message))) return true;
    this.calculated += 1;
    return verify(publicKey, message, signature);
  }

  /** Makes ready to ask about these frames, if the browser can check signatures; tells whether it can. */
  async prepare(frames) {
    if (!(await canVerify())) return false;
    for (let start = 0; start < frames.length; start += BATCH) {
      const part = frames.slice(start, start + BATCH);
      this.batches.push({ end: part.at(-1).end, frames: part });
    }
    return true;
  }

  /** A promise of what the browser says of the frames up to this byte; null where that is known. */
  upTo(end) {
    if (end <= this.known) return null;
    let number = this.batches.findIndex((batch) => batch.end >= end);
    if (number < 0) number = this.batches.length - 1;
    while (this.asked < this.batches.length && this.asked <= number + AHEAD) this.askNext();
    return number < 0 ? null : this.batches[number].promise;
  }

  askNext() {
    const batch = this.batches[this.asked];
    const answers = batch.frames.flatMap((frame) => claims(frame)).flatMap((claim) => this.ask(claim));
    batch.frames = null;
    batch.promise = Promise.all([this.last, ...answers]).then(() => (this.known = batch.end));
    this.last = batch.promise;
    this.asked += 1;
  }

  /** Asks about a checkpoint before its turn: a promise. */
  askCheckpoint(body, key) {
    this.know(key);
    return Promise.all(claims({ kind: "checkpoint", body }).flatMap((claim) => this.ask(claim)));
  }

  know({ name, id, publicKey }) {
    const place = `${name}+${id}`;
    const keys = this.keys.get(place) ?? [];
    if (!keys.includes(publicKey)) this.keys.set(place, [...keys, publicKey]);
  }

  /** The questions of one claim: a key is known from here on, a signature is asked about. */
  ask({ vkeys, name, id, message, signature }) {
    for (const key of vkeys ?? []) this.know(key);
    if (!signature) return [];
    return (this.keys.get(`${name}+${id}`) ?? []).map((key) => this.askOne(key, message, signature));
  }

  async askOne(publicKey, message, signature) {
    try {
      if (!this.imported.has(publicKey)) {
        this.imported.set(publicKey, crypto.subtle.importKey("raw", fromHex(publicKey), "Ed25519", false, ["verify"]));
      }
      const key = await this.imported.get(publicKey);
      if (!(await crypto.subtle.verify("Ed25519", key, signature, message))) return;
    } catch {
      return; // a key or signature that this browser does not take: our own arithmetic decides
    }
    const place = latin1(signature);
    const others = this.confirmed.get(place);
    if (others) others.push([publicKey, message]);
    else this.confirmed.set(place, [[publicKey, message]]);
  }
}

/** Whether the browser checks Ed25519: RFC 8032, section 7.1, the first test. */
export async function canVerify() {
  const key = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const signature = fromHex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  try {
    const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, signature, new Uint8Array());
  } catch {
    return false;
  }
}

/** What a frame claims: the keys that it names, and who signed which bytes. Nothing here is judged. */
function claims({ kind, body }) {
  try {
    return kind === "entry" ? entryClaims(body) : checkpointClaims(body);
  } catch (error) {
    if (error instanceof Malformed) return [];
    throw error;
  }
}

function entryClaims(body) {
  const [first, line, , ...rest] = lines(body);
  const message = body.subarray(first.length + 1, first.length + 1 + line.length + 1);
  const own = decodeAuthorLines(rest.slice(0, -1).map(decodeUTF8)).map((each) => ({ ...each, message }));
  return [{ vkeys: vkeysIn(line) }, ...refusedClaims(line), ...own];
}

function vkeysIn(line) {
  if (!line.includes(PLUS)) return [];
  const keys = [];
  for (const [text] of decodeUTF8(line).matchAll(VKEY)) {
    try {
      keys.push(decodeVkey(text));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }
  return keys;
}

/** The signatures of an act that was refused stand in the statement that says so. */
function refusedClaims(line) {
  if (find(line, REFUSED) < 0) return [];
  const { statement, signatures } = decodeJSON(line);
  const message = utf8(statement + "\n");
  return decodeAuthorLines([...signatures]).map((each) => ({ ...each, message }));
}

function checkpointClaims(body) {
  const end = find(body, EMPTY_LINE);
  if (end < 0) return [];
  const message = body.subarray(0, end + 1);
  return lines(body.subarray(end + 2)).slice(0, -1).map((line) => {
    const [name, blob] = decodeSignatureLine(decodeUTF8(line));
    return { name, id: hex(blob.subarray(0, 4)), message, signature: blob.subarray(4) };
  });
}

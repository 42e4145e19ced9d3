// SPDX-License-Identifier: Apache-2.0
// Whose cosignatures a checkpoint must have (c2sp.org/tlog-policy, c2sp.org/tlog-cosignature).

import { concat, hex, utf8 } from "./bytes.js";
import { isWeak } from "./ed25519.js";
import { WHITE, decodeBase64 } from "./encoding.js";
import { Malformed } from "./errors.js";
import { sha256 } from "./hashes.js";
import { decodeVkey } from "./notes.js";

const POLICY_MAX = 2 ** 20; // bytes
const LINES_MAX = 1024; // of each keyword
const COSIGNER = 4; // the type of a witness's key
const TIME_MAX = 2n ** 63n - 1n; // c2sp.org/tlog-cosignature
const THRESHOLD = /^[1-9][0-9]{0,5}$/;
const NOT_PRINTED = /[\x00-\x08\x0b-\x1f\x7f]/;
const BLANK = /[\t ]+/;
const EDGES = /^[\t\r ]+|[\t\r ]+$/g;

/** {name, id, publicKey} of a witness's verifier key; ID and key as hexadecimal digits. */
export function decodeCosignerKey(text) {
  const [name, id, ...rest] = text.split("+");
  if (!rest.length || !name || new RegExp(`[\\x00-\\x1f${WHITE}]`).test(name)) throw new Malformed("not a verifier key");
  const data = decodeBase64(rest.join("+"));
  if (data.length !== 33 || data[0] !== COSIGNER) throw new Malformed("not the key of a witness");
  if (hex(sha256(concat(utf8(name + "\n"), data)).subarray(0, 4)) !== id) {
    throw new Malformed("a verifier key whose ID is not its own");
  }
  const publicKey = hex(data.subarray(1));
  if (isWeak(publicKey)) throw new Malformed("a weak public key");
  return { name, id, publicKey };
}

/**
 * {logs: [key], witnesses: [{name, label, key}], groups: [{name, threshold, members}], quorum: name or null,
 * isPolicy}. Names have a character for each of their bytes; `label` is what is to be shown.
 *
 * Two forms of text: a policy; or verifier keys, one a line, of the log and of witnesses, who all must have
 * cosigned.
 */
export function readExpected(bytes) {
  if (bytes.length > POLICY_MAX) throw new Malformed("more than 1 MiB");
  const text = octets(bytes);
  const lines = text.split("\n").map((line) => line.replace(EDGES, "")).filter((line) => line && !line.startsWith("#"));
  return lines.length && lines.every((line) => !BLANK.test(line)) ? readKeys(lines) : readPolicy(text);
}

/** A character for each byte: names are compared as bytes, and need not be UTF-8. */
function octets(bytes) {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** The text that such characters are in UTF-8. */
function shown(text) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(text, (c) => c.charCodeAt(0)));
}

function readKeys(lines) {
  const isCosigner = (line) => {
    const text = line.split("+").slice(2).join("+");
    return decodeBase64(text)[0] === COSIGNER;
  };
  const reader = new PolicyReader();
  for (const line of lines) {
    if (isCosigner(line)) reader.read(["witness", `w${reader.witnesses.length + 1}`, line]);
    else reader.read(["log", line]);
  }
  const names = reader.witnesses.map(({ name }) => name);
  if (names.length) reader.read(["group", "all", "all", ...names]);
  reader.read(["quorum", names.length ? "all" : "none"]);
  return { ...reader.policy, isPolicy: false };
}

function readPolicy(text) {
  const reader = new PolicyReader();
  if (!text.endsWith("\n")) throw new Malformed("the last line does not end in a line feed");
  text.slice(0, -1).split("\n").forEach((line, n) => {
    try {
      if (NOT_PRINTED.test(line)) throw new Malformed("a character that is not printed");
      const items = line.split(BLANK).filter(Boolean);
      if (items.length && !items[0].startsWith("#")) reader.read(items);
    } catch (error) {
      if (error instanceof Malformed) throw new Malformed(`line ${n + 1}: ${error.message}`);
      throw error;
    }
  });
  if (reader.quorum === undefined) throw new Malformed("a policy without a quorum");
  return { ...reader.policy, isPolicy: true };
}

class PolicyReader {
  constructor() {
    Object.assign(this, { logs: [], witnesses: [], groups: [], quorum: undefined });
    this.defined = new Set();
    this.grouped = new Set();
  }

  get policy() {
    const { logs, witnesses, groups, quorum } = this;
    return { logs, witnesses, groups, quorum };
  }

  read([keyword, ...words]) {
    if (keyword === "log" && (words.length === 1 || words.length === 2)) this.readLog(words[0]);
    else if (keyword === "witness" && (words.length === 2 || words.length === 3)) this.readWitness(words[0], words[1]);
    else if (keyword === "group" && words.length >= 3) this.readGroup(...words);
    else if (keyword === "quorum" && words.length === 1) this.readQuorum(words[0]);
    else throw new Malformed("not a line of a policy");
  }

  readLog(text) {
    const key = decodeVkey(shown(text));
    this.needNewKey(this.logs, key);
    push(this.logs, key);
  }

  readWitness(name, text) {
    this.define(name);
    const key = decodeCosignerKey(shown(text));
    this.needNewKey(this.witnesses.map((each) => each.key), key);
    push(this.witnesses, { name, label: shown(name), key });
  }

  readGroup(name, number, ...members) {
    const threshold = number === "any" ? 1 : number === "all" ? members.length : Number(number);
    if (number !== "any" && number !== "all" && !THRESHOLD.test(number)) throw new Malformed("not a number of members");
    if (threshold > members.length) throw new Malformed("a group that asks for more members than it has");
    for (const member of members) {
      if (!this.defined.has(member)) throw new Malformed("a member that no line before defines: " + shown(member));
      if (this.grouped.has(member)) throw new Malformed("a member of two groups: " + shown(member));
      this.grouped.add(member);
    }
    this.define(name);
    push(this.groups, { name, threshold, members });
  }

  readQuorum(name) {
    if (this.quorum !== undefined) throw new Malformed("a second quorum");
    if (name !== "none" && !this.defined.has(name)) throw new Malformed("a quorum that no line before defines: " + shown(name));
    this.quorum = name === "none" ? null : name;
  }

  define(name) {
    if (name === "none" || this.defined.has(name)) throw new Malformed("a name that is taken: " + shown(name));
    this.defined.add(name);
  }

  needNewKey(keys, key) {
    if (keys.some((other) => other.publicKey === key.publicKey)) throw new Malformed("a key twice: " + key.name);
  }
}

function push(list, item) {
  if (list.length === LINES_MAX) throw new Malformed(`more than ${LINES_MAX} lines of one keyword`);
  list.push(item);
}

/**
 * {satisfied: whether the last checkpoint has the quorum, newest: {size} of the newest that has it or null,
 * witnesses: [{name, key, size, time}]}.
 *
 * `size` and `time` are of the newest checkpoint that the witness cosigned, null where there is none. `notes`
 * are those of `count` checkpoints that others signed, the oldest first: {number, size, text, lines: [[name,
 * blob]]}; a line that is wrong counts as none.
 */
export async function evaluate(policy, notes, count, signatures) {
  const last = new Map(policy.witnesses.map(({ name }) => [name, null]));
  let newest = null;
  for (const note of [...notes].reverse()) {
    const times = new Map();
    for (const { name, key } of policy.witnesses) {
      const time = await cosigned(note, key, signatures);
      if (time === null) continue;
      times.set(name, time);
      last.set(name, last.get(name) ?? { size: note.size, time });
    }
    if (!newest && policy.quorum !== null && meets(policy, times)) newest = note;
  }
  return {
    satisfied: policy.quorum === null || newest?.number === count - 1, newest: newest && { size: newest.size },
    witnesses: policy.witnesses.map(({ name, label, key }) => ({
      name: label, key: key.name, size: last.get(name)?.size ?? null, time: last.get(name)?.time ?? null })) };
}

function meets({ groups, quorum }, times) {
  const met = new Set(times.keys());
  for (const { name, threshold, members } of groups) {
    if (members.filter((member) => met.has(member)).length >= threshold) met.add(name);
  }
  return met.has(quorum);
}

/** When the witness cosigned the checkpoint, in seconds since 1970; null if it did not. */
async function cosigned({ text, lines }, key, signatures) {
  const times = [];
  for (const [name, blob] of lines) {
    if (name !== key.name || hex(blob.subarray(0, 4)) !== key.id || blob.length !== 4 + 8 + 64) continue;
    const time = new DataView(blob.buffer, blob.byteOffset).getBigUint64(4);
    const message = utf8(`cosignature/v1\ntime ${time}\n${text}`);
    const signature = blob.subarray(12);
    await signatures.askOne(key.publicKey, message, signature);
    if (time <= TIME_MAX && signatures.isSigned(key.publicKey, message, signature)) times.push(Number(time));
  }
  return times.length ? Math.max(...times) : null;
}

/** Whether a text may be a policy or keys; a log's file and a receipt begin otherwise. */
export function seemsExpected(bytes) {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^(log|witness|group|quorum|#)[\t ]/m.test(text) || /^[^\s+]{1,255}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}\s/.test(text + "\n");
}

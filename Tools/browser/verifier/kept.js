// SPDX-License-Identifier: Apache-2.0
// What somebody kept of a log: a receipt (c2sp.org/tlog-proof) or a checkpoint; and whether a log that
// holds has it among its past.

import { decodeUTF8, hex, sameBytes, utf8 } from "./bytes.js";
import { isSize } from "./checkpoints.js";
import { decodeBase64 } from "./encoding.js";
import { NUMBER } from "./entries.js";
import { Malformed } from "./errors.js";
import { decodeSignatureLines } from "./notes.js";
import { leadsTo, leafHash } from "./tree.js";

export const KEPT_MAX = 2 ** 18; // bytes of a file
const FIRST = "c2sp.org/tlog-proof@v1\n";
const HASHES_MAX = 63;
const HASH = 32; // bytes

/** Whether bytes begin as a receipt or as a checkpoint does; a log's file begins otherwise. */
export function seemsKept(bytes) {
  const text = new TextDecoder().decode(bytes.subarray(0, 400));
  return text.startsWith(FIRST) || /^[A-Za-z0-9._/-]{1,255}\n[0-9]+\n[A-Za-z0-9+/=]{44}\n/.test(text);
}

/** {index, extra, hashes, checkpoint} of a receipt, or {checkpoint} of a checkpoint alone; else Malformed. */
export function readKept(bytes) {
  if (bytes.length > KEPT_MAX) throw new Malformed("too long for a receipt");
  const text = decodeUTF8(bytes);
  if (!text.startsWith(FIRST)) return { index: null, extra: null, hashes: [], checkpoint: readNote(text) };
  const end = text.indexOf("\n\n");
  if (end < 0) throw new Malformed("a receipt without a checkpoint");
  const lines = text.slice(FIRST.length, end).split("\n");
  const extra = lines[0].startsWith("extra ") ? decodeBase64(lines.shift().slice(6)) : null;
  const index = (lines.shift() ?? "").replace(/^index /, "index:");
  if (!index.startsWith("index:") || !NUMBER.test(index.slice(6)) || lines.length > HASHES_MAX) {
    throw new Malformed("a receipt without its index");
  }
  const hashes = lines.map(decodeBase64);
  if (hashes.some((hash) => hash.length !== HASH)) throw new Malformed("a hash of a receipt");
  return { index: Number(index.slice(6)), extra, hashes, checkpoint: readNote(text.slice(end + 2)) };
}

/** {text, origin, size, root, signatures: [[name, blob]]} of a checkpoint, whoever signed it. */
function readNote(whole) {
  const end = whole.lastIndexOf("\n\n");
  const [text, signed] = [whole.slice(0, end + 1), whole.slice(end + 2)];
  const [origin, size, root, ...rest] = text.split("\n");
  if (end < 0 || !signed.endsWith("\n") || rest.length < 1 || !origin || !isSize(size)) {
    throw new Malformed("not a checkpoint");
  }
  const hash = decodeBase64(root);
  if (hash.length !== HASH) throw new Malformed("the root of a checkpoint");
  const signatures = decodeSignatureLines(signed);
  return { text, origin, size: Number(size), root: hash, signatures };
}

/**
 * What a log says of what was kept, in one word: holds, foreign, not_signed, proves_nothing, older,
 * dropped or forked. `reading` is of a log that holds.
 *
 * Any of the log's own keys may have signed it. But of a key that is only named in the log, and signed no
 * checkpoint of it, another history says nothing: it may be anybody's.
 */
export function compareKept({ index, extra, hashes, checkpoint }, { origin, tree, logKeys, signing, signatures }) {
  const { size, root } = checkpoint;
  const proves = (leaf) => leadsTo(root, size, index, leaf, hashes);
  if (checkpoint.origin !== origin) return "foreign";
  if (!isSigned(checkpoint, logKeys, signatures)) return "not_signed";
  if (index !== null && (index >= size || (extra && !proves(leafHash(extra))))) return "proves_nothing";
  if (size > tree.size) return "older";
  const isHere = index === null || proves(tree.leaves[index]);
  if (sameBytes(tree.rootAt(size), root)) return isHere ? "holds" : "proves_nothing";
  if (!isSigned(checkpoint, signing, signatures)) return "not_signed";
  // Whose entry is not in the receipt cannot tell whether the entry or the receipt is another.
  return isHere || !extra ? "forked" : "dropped";
}

/** Whether one of these keys signed the checkpoint, each of them once, and no line of theirs is wrong. */
function isSigned({ text, signatures: lines }, keys, signatures) {
  const linesOf = (key) => lines.filter(([name, blob]) => key.name === name && key.id === hex(blob.subarray(0, 4)));
  const claimed = keys.map((key) => [key, linesOf(key)]).filter(([, own]) => own.length);
  return claimed.length > 0 && claimed.every(([key, own]) => own.length === 1
    && signatures.isSigned(key.publicKey, utf8(text), own[0][1].subarray(4)));
}

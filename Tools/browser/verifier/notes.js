// SPDX-License-Identifier: Apache-2.0
// Verifier keys and signature lines of signed notes (c2sp.org/signed-note).

import { concat, hex, utf8 } from "./bytes.js";
import { isWeak } from "./ed25519.js";
import { WHITE, decodeBase64 } from "./encoding.js";
import { Malformed } from "./errors.js";
import { sha256 } from "./hashes.js";

export const KEY_NAME = /^[A-Za-z0-9._/-]{1,255}$/;
const SIGNATURES_MAX = 100;
const SPACE_OR_CONTROL = new RegExp(`[\\x00-\\x1f${WHITE}]`);

/** The eight hexadecimal digits of a key's ID. */
function keyID(name, publicKey) {
  return hex(sha256(concat(utf8(name + "\n\x01"), publicKey)).subarray(0, 4));
}

const known = new Map(); // texts that were verifier keys; a log has few, and names them often

/** {name, id, publicKey} of a C2SP verifier key of type 0x01; ID and key as hexadecimal digits. */
export function decodeVkey(text) {
  if (known.has(text)) return known.get(text);
  const [name, id, ...rest] = text.split("+");
  if (!rest.length || !KEY_NAME.test(name)) throw new Malformed("not a verifier key");
  const data = decodeBase64(rest.join("+"));
  if (data.length !== 33 || data[0] !== 1) throw new Malformed("not an Ed25519 verifier key");
  const publicKey = data.subarray(1);
  if (keyID(name, publicKey) !== id) throw new Malformed("a verifier key whose ID is not its own");
  if (isWeak(hex(publicKey))) throw new Malformed("a weak public key");
  const key = { name, id, publicKey: hex(publicKey) };
  known.set(text, key);
  return key;
}

/** [key name, blob] of `— name base64`, without its newline. */
export function decodeSignatureLine(line) {
  const parts = line.split(" ");
  if (parts.length !== 3 || parts[0] !== "—") throw new Malformed("not a signature line");
  const [, name, text] = parts;
  const blob = decodeBase64(text);
  if (!name || name.includes("+") || SPACE_OR_CONTROL.test(name) || blob.length < 5) {
    throw new Malformed("not a signature line");
  }
  return [name, blob];
}

/** [[key name, blob]] of the signature lines of a note, each of which ends in a line feed. */
export function decodeSignatureLines(signed) {
  const lines = signed.slice(0, -1).split("\n");
  if (lines.length > SIGNATURES_MAX) throw new Malformed(`more than ${SIGNATURES_MAX} signature lines`);
  return lines.map(decodeSignatureLine);
}

/** [{name, id, signature}], sorted by name and each name once. */
export function decodeAuthorLines(lines) {
  if (lines.length > SIGNATURES_MAX) throw new Malformed(`more than ${SIGNATURES_MAX} signature lines`);
  const signatures = lines.map((line) => {
    const [name, blob] = decodeSignatureLine(line);
    if (!KEY_NAME.test(name) || blob.length !== 68) throw new Malformed("not an Ed25519 signature line");
    return { name, id: hex(blob.subarray(0, 4)), signature: blob.subarray(4) };
  });
  if (!lines.length || signatures.some(({ name }, n) => n && signatures[n - 1].name >= name)) {
    throw new Malformed("signature lines absent, repeated or out of order");
  }
  return signatures;
}

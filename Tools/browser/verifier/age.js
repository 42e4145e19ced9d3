// SPDX-License-Identifier: Apache-2.0
// Sealed ballots: files of age version 1 for X25519 keys (age-encryption.org/v1), with X25519 (RFC 7748)
// and ChaCha20-Poly1305 (RFC 8439), which browsers do not all have.

import { concat, latin1, lines, littleEndian, sameBytes, toLittleEndian, utf8 } from "./bytes.js";
import { P, mod, power } from "./ed25519.js";
import { decodeBase64 } from "./encoding.js";
import { Malformed } from "./errors.js";
import { hkdf, hmac } from "./hashes.js";

const AGE_LINE = 64; // digits of a full line in a stanza
const CHUNK = 65536 + 16; // bytes of a full chunk, with its tag
const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const NO_SALT = new Uint8Array(32);

/** The 32 bytes of an age recipient or identity. */
export function decodeBech32(text, prefix) {
  if (!text.startsWith(prefix + "1") || (text !== text.toLowerCase() && text !== text.toUpperCase())) {
    throw new Malformed("not a key of age: another prefix");
  }
  const lower = Array.from(prefix.toLowerCase(), (c) => c.charCodeAt(0));
  const digits = Array.from(text.slice(prefix.length + 1).toLowerCase(), (c) => BECH32.indexOf(c));
  let check = 1;
  for (const value of [...lower.map((c) => c >> 5), 0, ...lower.map((c) => c & 31), ...digits]) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    GENERATORS.forEach((generator, bit) => (check ^= (top >> bit) & 1 ? generator : 0));
  }
  const number = digits.slice(0, -6).reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  if (digits.includes(-1) || digits.length !== 58 || check !== 1 || number & 15n) {
    throw new Malformed("not a key of age: its check digits are wrong");
  }
  return toLittleEndian(number >> 4n, 32).reverse();
}

const BASE = Uint8Array.of(9, ...new Uint8Array(31));

/** RFC 7748: the secret number times the point. */
export function x25519(secret, point = BASE) {
  const scalar = (littleEndian(secret) & (2n ** 254n - 8n)) | (1n << 254n);
  const x = littleEndian(point) & (2n ** 255n - 1n);
  let [x2, z2, x3, z3, swapped] = [1n, 0n, x, 1n, 0n];
  for (let shift = 254n; shift >= 0n; shift -= 1n) {
    const bit = (scalar >> shift) & 1n;
    if (bit !== swapped) [x2, x3, z2, z3] = [x3, x2, z3, z2];
    swapped = bit;
    const [a, b, c, d] = [x2 + z2, x2 - z2, x3 + z3, x3 - z3];
    const [aa, bb, da, cb] = [(a * a) % P, (b * b) % P, (d * a) % P, (c * b) % P];
    x3 = (da + cb) ** 2n % P;
    z3 = (x * ((da - cb) ** 2n % P)) % P;
    x2 = (aa * bb) % P;
    z2 = ((aa - bb) * (aa + 121665n * (aa - bb))) % P;
  }
  if (swapped) [x2, z2] = [x3, z3];
  return toLittleEndian(mod(x2 * power(mod(z2), P - 2n)), 32);
}

/** One block of RFC 8439. */
export function chacha20(key, counter, nonce) {
  const start = new DataView(concat(utf8("expand 32-byte k"), key, toLittleEndian(BigInt(counter), 4), nonce).buffer);
  const s = Uint32Array.from({ length: 16 }, (_, n) => start.getUint32(4 * n, true));
  const mix = (x, y, z, left) => {
    s[x] += s[y];
    s[z] ^= s[x];
    s[z] = (s[z] << left) | (s[z] >>> (32 - left));
  };
  const turn = (a, b, c, d) => {
    mix(a, b, d, 16);
    mix(c, d, b, 12);
    mix(a, b, d, 8);
    mix(c, d, b, 7);
  };
  for (let round = 0; round < 10; round += 1) {
    for (let c = 0; c < 4; c += 1) turn(c, c + 4, c + 8, c + 12);
    for (let c = 0; c < 4; c += 1) turn(c, ((c + 1) % 4) + 4, ((c + 2) % 4) + 8, ((c + 3) % 4) + 12);
  }
  const block = new DataView(new ArrayBuffer(64));
  s.forEach((word, n) => block.setUint32(4 * n, word + start.getUint32(4 * n, true), true));
  return new Uint8Array(block.buffer);
}

export function poly1305(key, message) {
  const r = littleEndian(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let total = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16);
    total = ((total + littleEndian(block) + (1n << BigInt(8 * block.length))) * r) % (2n ** 130n - 5n);
  }
  return toLittleEndian(total + littleEndian(key.subarray(16, 32)), 16);
}

/** The plain text of ChaCha20-Poly1305 (RFC 8439) without associated data, or Malformed. */
export function openBox(key, nonce, box) {
  if (box.length < 16) throw new Malformed("age: what was encrypted is not whole");
  const [sealed, tag] = [box.subarray(0, -16), box.subarray(-16)];
  const padding = new Uint8Array((16 - (sealed.length % 16)) % 16);
  const padded = concat(sealed, padding, new Uint8Array(8), toLittleEndian(BigInt(sealed.length), 8));
  if (!sameBytes(poly1305(chacha20(key, 0, nonce), padded), tag)) {
    throw new Malformed("age: what was encrypted is not whole");
  }
  const plain = Uint8Array.from(sealed);
  for (let at = 0; at < plain.length; at += 64) {
    chacha20(key, 1 + at / 64, nonce).subarray(0, plain.length - at).forEach((byte, n) => (plain[at + n] ^= byte));
  }
  return plain;
}

function decodeUnpadded(text) {
  if (text.includes("=")) throw new Malformed("age: base64 with padding");
  return decodeBase64(text + "=".repeat((4 - (text.length % 4)) % 4));
}

/** {stanzas: [{words, body}], head: the bytes under the MAC, mac, rest: what follows} of an age file. */
function readHeader(data) {
  const rows = lines(data).map(latin1);
  const stanzas = [];
  let at = 1;
  if (rows[0] !== "age-encryption.org/v1") throw new Malformed("age: not a file of version 1");
  while (at < rows.length - 1 && rows[at].startsWith("-> ")) {
    const words = rows[at].slice(3).split(" ");
    const body = [];
    for (let line = null; line === null || line.length === AGE_LINE;) {
      at += 1;
      line = at < rows.length - 1 ? rows[at] : "?";
      if (line.length > AGE_LINE || !words.every((word) => /^[!-~]+$/.test(word))) {
        throw new Malformed("age: a stanza that is not of its form");
      }
      body.push(decodeUnpadded(line));
    }
    at += 1;
    stanzas.push({ words, body: concat(...body) });
  }
  const isWhole = stanzas.length && at < rows.length - 1 && rows[at].startsWith("--- ");
  if (!isWhole) throw new Malformed("age: not a header");
  const headLength = rows.slice(0, at).reduce((sum, row) => sum + row.length + 1, 0) + 3;
  return {
    stanzas, head: data.subarray(0, headLength), mac: decodeUnpadded(rows[at].slice(4)),
    rest: data.subarray(headLength + rows[at].length - 2) };
}

const publicKeys = new Map(); // of the identities that were used, which are few

function publicOf(identity) {
  const name = identity.join();
  if (!publicKeys.has(name)) publicKeys.set(name, x25519(identity));
  return publicKeys.get(name);
}

/** The file key of an X25519 stanza, or null where it is for somebody else. */
function unwrap(body, share, identity) {
  const secret = x25519(identity, share);
  if (secret.every((byte) => byte === 0)) throw new Malformed("age: a share of small order");
  const wrap = hkdf(secret, concat(share, publicOf(identity)), utf8("age-encryption.org/v1/X25519"));
  try {
    return openBox(wrap, new Uint8Array(12), body);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** The file key from the first stanza that is for this identity, or Malformed. */
function readFileKey(stanzas, identity) {
  let fileKey = null;
  for (const { words, body } of stanzas) {
    if (words[0] !== "X25519") continue;
    const share = words.length === 2 ? decodeUnpadded(words[1]) : new Uint8Array();
    if (share.length !== 32 || body.length !== 32) throw new Malformed("age: an X25519 stanza that is not of its form");
    const found = unwrap(body, share, identity);
    fileKey = fileKey ?? found;
  }
  if (fileKey === null) throw new Malformed("age: for another recipient");
  return fileKey;
}

/** The plain text of a payload: chunks of 64 KiB, each in a box, the last one marked. */
function openPayload(key, chunks) {
  const count = Math.max(1, Math.ceil(chunks.length / CHUNK));
  const plain = [];
  for (let n = 0; n < count; n += 1) {
    const last = n === count - 1;
    const nonce = concat(toLittleEndian(BigInt(n), 11).reverse(), Uint8Array.of(Number(last)));
    const piece = openBox(key, nonce, chunks.subarray(n * CHUNK, (n + 1) * CHUNK));
    if (last && n && !piece.length) throw new Malformed("age: an empty last chunk");
    plain.push(piece);
  }
  return concat(...plain);
}

/** What an age file for this identity (32 secret bytes) holds, or Malformed. */
export function openAge(data, identity) {
  const { stanzas, head, mac, rest } = readHeader(data);
  const fileKey = readFileKey(stanzas, identity);
  if (!sameBytes(hmac(hkdf(fileKey, NO_SALT, utf8("header")), head), mac)) {
    throw new Malformed("age: a header that was changed");
  }
  return openPayload(hkdf(fileKey, rest.subarray(0, 16), utf8("payload")), rest.subarray(16));
}

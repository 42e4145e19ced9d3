// SPDX-License-Identifier: Apache-2.0
// Signatures by Ed25519 (RFC 8032). `signatures.js` asks the browser first; what it did not confirm is
// calculated here.

import { concat, fromHex, hex, littleEndian, sameBytes, toLittleEndian } from "./bytes.js";
import { sha512 } from "./hashes.js";

export const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The remainder, never negative. */
export function mod(number) {
  const rest = number % P;
  return rest < 0n ? rest + P : rest;
}

export function power(base, exponent) {
  let result = 1n;
  for (let square = mod(base); exponent; exponent >>= 1n) {
    if (exponent & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

const D = mod(-121665n * power(121666n, P - 2n));
const SQRT_M1 = power(2n, (P - 1n) / 4n);
const IDENTITY = [0n, 1n, 1n, 0n];
// y, sign bit cleared, of every point of small order: for such a key anyone can sign.
const SMALL_ORDER = new Set([
  "00".repeat(32), "01" + "00".repeat(31), "ec" + "ff".repeat(30) + "7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"]);

/** Of a public key in hexadecimal digits. */
export function isWeak(publicKey) {
  const y = fromHex(publicKey);
  y[31] &= 0x7f;
  return SMALL_ORDER.has(hex(y)) || littleEndian(y) >= P;
}

function add(p, q) {
  const [a, b] = [(p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])];
  const [c, d] = [((2n * p[3] * q[3]) % P) * D, 2n * p[2] * q[2]];
  const [e, f, g, h] = [mod(b - a), mod(d - c), mod(d + c), mod(b + a)];
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

function double(p) {
  const [a, b, c] = [p[0] * p[0], p[1] * p[1], 2n * p[2] * p[2]];
  const [h, g] = [mod(a + b), mod(a - b)];
  const [e, f] = [mod(h - (p[0] + p[1]) ** 2n), mod(c + g)];
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

/** The point, or null where the curve has none with that y. */
function decodePoint(data) {
  const number = littleEndian(data);
  const y = number & (2n ** 255n - 1n);
  const [u, v] = [mod(y * y - 1n), mod(D * y * y + 1n)];
  let x = mod(u * v ** 3n * power(u * v ** 7n, (P - 5n) / 8n));
  if (mod(v * x * x - u)) x = (x * SQRT_M1) % P;
  if (mod(v * x * x - u)) return null;
  if ((x & 1n) !== number >> 255n) x = mod(-x);
  return [x, y % P, 1n, (x * y) % P];
}

function encodePoint(p) {
  const inverse = power(p[2], P - 2n);
  const [x, y] = [mod(p[0] * inverse), mod(p[1] * inverse)];
  return toLittleEndian(y | ((x & 1n) << 255n), 32);
}

/** 0 to 15 times the point. */
function multiples(p) {
  const table = [IDENTITY];
  for (let n = 1; n < 16; n += 1) table.push(add(table[n - 1], p));
  return table;
}

const BASE = multiples(decodePoint(toLittleEndian(mod(4n * power(5n, P - 2n)), 32)));

/** Without cofactor, R compared as bytes: what OpenSSL does. The public key is in hexadecimal digits. */
export function verify(publicKey, message, signature) {
  if (publicKey.length !== 64 || signature.length !== 64 || isWeak(publicKey)) return false;
  const [r, s, key] = [signature.subarray(0, 32), littleEndian(signature.subarray(32)), fromHex(publicKey)];
  const a = decodePoint(key);
  if (a === null || s >= L) return false;
  const k = littleEndian(sha512(concat(r, key, message))) % L;
  const minusA = multiples([mod(-a[0]), a[1], 1n, mod(-a[3])]);
  let sum = IDENTITY;
  for (let shift = 252n; shift >= 0n; shift -= 4n) {
    sum = double(double(double(double(sum))));
    sum = add(sum, BASE[Number((s >> shift) & 15n)]);
    sum = add(sum, minusA[Number((k >> shift) & 15n)]);
  }
  return sameBytes(encodePoint(sum), r);
}

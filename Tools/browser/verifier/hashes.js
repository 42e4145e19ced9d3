// SPDX-License-Identifier: Apache-2.0
// SHA-256 and SHA-512 (FIPS 180-4), MD5, HMAC and HKDF. WebCrypto has them only as promises, and the
// rules are asked in order.

import { concat } from "./bytes.js";

const PRIMES = [];
for (let n = 2; PRIMES.length < 80; n += 1) {
  if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);
}

/** The first 64 bits of the fraction of the root of a number, by Newton's method on whole numbers. */
function fraction(number, root) {
  const wanted = BigInt(number) << (64n * root);
  let found = 1n << 70n;
  for (;;) {
    const next = ((root - 1n) * found + wanted / found ** (root - 1n)) / root;
    if (next >= found) return BigInt.asUintN(64, found);
    found = next;
  }
}

const START = PRIMES.slice(0, 8).map((prime) => fraction(prime, 2n));
const ROUNDS = PRIMES.map((prime) => fraction(prime, 3n));
const START32 = Int32Array.from(START, (word) => Number(word >> 32n));
const ROUNDS32 = Int32Array.from(ROUNDS, (word) => Number(word >> 32n));

/** The message, a bit, zeros, and its length, in whole blocks. */
function pad(data, block) {
  const length = Math.ceil((data.length + 1 + block / 8) / block) * block;
  const padded = new Uint8Array(length); // zeros
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(data.length / 2 ** 29));
  view.setUint32(length - 4, data.length * 8);
  return view;
}

const w = new Int32Array(64);
const sum = new Int32Array(8);
const LENGTH = 8; // bytes of the length at the end

export function sha256(data) {
  sum.set(START32);
  const whole = data.length - (data.length % 64);
  for (let at = 0; at < whole; at += 64) compress(data, at);
  const rest = data.length - whole;
  const last = new Uint8Array(rest + 1 + LENGTH > 64 ? 128 : 64);
  last.set(data.subarray(whole));
  last[rest] = 0x80;
  const view = new DataView(last.buffer);
  view.setUint32(last.length - LENGTH, Math.floor(data.length / 2 ** 29));
  view.setUint32(last.length - 4, data.length * 8);
  for (let at = 0; at < last.length; at += 64) compress(last, at);
  const digest = new Uint8Array(32);
  for (let n = 0; n < 32; n += 1) digest[n] = sum[n >> 2] >>> (24 - 8 * (n & 3));
  return digest;
}

/** Takes one block into the sum; for speed every step is written out on numbers. */
function compress(data, at) {
  for (let n = 0, k = at; n < 16; n += 1, k += 4) {
    w[n] = (data[k] << 24) | (data[k + 1] << 16) | (data[k + 2] << 8) | data[k + 3];
  }
  for (let n = 16; n < 64; n += 1) {
    const x = w[n - 15];
    const y = w[n - 2];
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[n] = w[n - 16] + low + w[n - 7] + high;
  }
  let [a, b, c, d] = [sum[0], sum[1], sum[2], sum[3]];
  let [e, f, g, h] = [sum[4], sum[5], sum[6], sum[7]];
  for (let n = 0; n < 64; n += 1) {
    const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + high + ((e & f) ^ (~e & g)) + ROUNDS32[n] + w[n]) | 0;
    const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  sum[0] += a;
  sum[1] += b;
  sum[2] += c;
  sum[3] += d;
  sum[4] += e;
  sum[5] += f;
  sum[6] += g;
  sum[7] += h;
}

const word = (number) => BigInt.asUintN(64, number);
const rotate = (x, n) => (x >> n) | word(x << (64n - n));

/** Only for the arithmetic of Ed25519, where no time matters. */
export function sha512(data) {
  const view = pad(data, 128);
  const state = [...START];
  for (let at = 0; at < view.byteLength; at += 128) {
    const x = [];
    for (let n = 0; n < 16; n += 1) x.push(view.getBigUint64(at + 8 * n));
    for (let n = 16; n < 80; n += 1) {
      const low = rotate(x[n - 15], 1n) ^ rotate(x[n - 15], 8n) ^ (x[n - 15] >> 7n);
      const high = rotate(x[n - 2], 19n) ^ rotate(x[n - 2], 61n) ^ (x[n - 2] >> 6n);
      x.push(word(x[n - 16] + low + x[n - 7] + high));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let n = 0; n < 80; n += 1) {
      const high = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
      const one = h + high + ((e & f) ^ (~e & g)) + ROUNDS[n] + x[n];
      const low = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
      const two = low + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, word(d + one), c, b, a, word(one + two)];
    }
    [a, b, c, d, e, f, g, h].forEach((each, n) => (state[n] = word(state[n] + each)));
  }
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((each, n) => digest.setBigUint64(8 * n, each));
  return new Uint8Array(digest.buffer);
}

const SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
const PICK = [(n) => n, (n) => 5 * n + 1, (n) => 3 * n + 5, (n) => 7 * n];
// RFC 1321: the first 32 bits of |sin|, radians.
const SINES = Int32Array.from({ length: 64 }, (_, n) => Math.floor(Math.abs(Math.sin(n + 1)) * 2 ** 32));

/** MD5 (RFC 1321), which RFC 3797 draws lots with; for nothing else. */
export function md5(data) {
  const view = pad(data, 64);
  view.setUint32(view.byteLength - 8, data.length * 8, true);
  view.setUint32(view.byteLength - 4, Math.floor(data.length / 2 ** 29), true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < view.byteLength; at += 64) {
    let [a, b, c, d] = state;
    for (let n = 0; n < 64; n += 1) {
      const round = n >> 4;
      const mixed = [(b & c) | (~b & d), (b & d) | (c & ~d), b ^ c ^ d, c ^ (b | ~d)][round];
      const sum = (a + mixed + SINES[n] + view.getInt32(at + 4 * (PICK[round](n) % 16), true)) | 0;
      const left = SHIFTS[round][n % 4];
      [a, d, c, b] = [d, c, b, (b + ((sum << left) | (sum >>> (32 - left)))) | 0];
    }
    [a, b, c, d].forEach((each, n) => (state[n] += each));
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((each, n) => digest.setInt32(4 * n, each, true));
  return new Uint8Array(digest.buffer);
}

/** HMAC with SHA-256 (RFC 2104), for keys of at most one block. */
export function hmac(key, message) {
  const block = (byte) => Uint8Array.from({ length: 64 }, (_, n) => (key[n] ?? 0) ^ byte);
  return sha256(concat(block(0x5c), sha256(concat(block(0x36), message))));
}

/** 32 bytes by RFC 5869 with SHA-256. */
export function hkdf(key, salt, info) {
  return hmac(hmac(salt, key), concat(info, Uint8Array.of(1)));
}

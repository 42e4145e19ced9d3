// SPDX-License-Identifier: Apache-2.0
// Bytes, and texts as bytes.

import { Malformed } from "./errors.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The bytes of a text in UTF-8. */
export function utf8(text) {
  return encoder.encode(text);
}

/** The text of bytes in UTF-8, or Malformed. */
export function decodeUTF8(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Malformed("not UTF-8");
  }
}

/** One character for each byte, of not very many: for the patterns of what is ASCII anyway. */
export function latin1(bytes) {
  return String.fromCharCode.apply(null, bytes);
}

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function hex(bytes) {
  let text = "";
  for (let n = 0; n < bytes.length; n += 1) text += DIGITS[bytes[n]];
  return text;
}

export function fromHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function sameBytes(a, b) {
  let n = a.length === b.length ? 0 : -1;
  while (n >= 0 && n < a.length && a[n] === b[n]) n += 1;
  return n === a.length;
}

/** Where a pattern of bytes is found next, or -1. */
export function find(data, pattern, from = 0) {
  for (let at = data.indexOf(pattern[0], from); at >= 0; at = data.indexOf(pattern[0], at + 1)) {
    let n = 1;
    while (n < pattern.length && data[at + n] === pattern[n]) n += 1;
    if (n === pattern.length) return at;
  }
  return -1;
}

/** The pieces between line feeds; as many as there are line feeds, and one. */
export function lines(data) {
  const found = [];
  let start = 0;
  for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, start)) {
    found.push(data.subarray(start, at));
    start = at + 1;
  }
  return [...found, data.subarray(start)];
}

/** The number that bytes are, the lowest first. */
export function littleEndian(bytes) {
  let number = 0n;
  for (let n = bytes.length - 1; n >= 0; n -= 1) number = (number << 8n) | BigInt(bytes[n]);
  return number;
}

/** A number as so many bytes, the lowest first. */
export function toLittleEndian(number, length) {
  const bytes = new Uint8Array(length);
  for (let n = 0; n < length; n += 1) {
    bytes[n] = Number(number & 255n);
    number >>= 8n;
  }
  return bytes;
}

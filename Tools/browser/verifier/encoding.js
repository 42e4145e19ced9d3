// SPDX-License-Identifier: Apache-2.0
// Base64 and JSON, each in its one spelling.

import { decodeUTF8 } from "./bytes.js";
import { Malformed } from "./errors.js";
import { names } from "./values.js";

const DEPTH_MAX = 32;
// White space of Unicode, as texts of facts and names of keys know it.
export const WHITE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const EDGES = new RegExp(`^[${WHITE}]+|[${WHITE}]+$`, "g");

/** The text without white space at its ends. */
export function strip(text) {
  return text.replace(EDGES, "");
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SIX_BITS = new Int8Array(128).fill(-1);
[...ALPHABET].forEach((c, n) => (SIX_BITS[c.charCodeAt(0)] = n));

/** Standard alphabet, padded, and no second spelling of the same bytes. */
export function decodeBase64(text) {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const letters = text.length - padding;
  const bytes = new Uint8Array(Math.floor((letters * 3) / 4));
  let [bits, left, at] = [0, 0, 0]; // `left` bits that are not written yet
  for (let n = 0; n < letters; n += 1) {
    const six = SIX_BITS[text.charCodeAt(n)] ?? -1;
    if (six < 0) throw new Malformed("not base64");
    bits = ((bits << 6) | six) & 0xfff;
    left += 6;
    if (left < 8) continue;
    left -= 8;
    bytes[at] = bits >> left;
    at += 1;
  }
  if (text.length % 4 || bits & ((1 << left) - 1)) throw new Malformed("not canonical base64");
  return bytes;
}

export function encodeBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The value of one line of canonical JSON; whatever encodes to other bytes is malformed. */
export function decodeJSON(line) {
  const text = decodeUTF8(line);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed("not JSON");
  }
  const plain = withoutPrototypes(value, 0);
  if (!isPlainly(text, value) && encodeJSON(plain) !== text) throw new Malformed("JSON, but not in its one spelling");
  return plain;
}

/**
 * Whether a text is surely the one spelling of its value, which most are, by means of the browser's own
 * that are fast; of all others encodeJSON decides.
 */
function isPlainly(text, value) {
  return !text.includes("\\u") && JSON.stringify(value) === text && (ASCII.test(text) || text.normalize("NFC") === text)
    && isSorted(value);
}

const ASCII = /^[\x00-\x7f]*$/;

/** Whether the names of all objects are in order, and no value is null or another number than is used. */
function isSorted(value) {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value !== "object") return true;
  if (value === null) return false;
  if (Array.isArray(value)) return value.every(isSorted);
  let last = null;
  for (const name in value) {
    if ((last !== null && last >= name) || !isSorted(value[name])) return false;
    last = name;
  }
  return true;
}

/** The same value with objects on which no name is special. */
function withoutPrototypes(value, depth) {
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEPTH_MAX) throw new Malformed("nested too deep");
  if (Array.isArray(value)) return value.map((each) => withoutPrototypes(each, depth + 1));
  const made = Object.create(null);
  for (const name of Object.keys(value)) made[name] = withoutPrototypes(value[name], depth + 1);
  return made;
}

const SHORT = new Map([[8, "\\b"], [9, "\\t"], [10, "\\n"], [12, "\\f"], [13, "\\r"], [34, '\\"'], [92, "\\\\"]]);

function escape(c) {
  const code = c.charCodeAt(0);
  return SHORT.get(code) ?? "\\u" + code.toString(16).padStart(4, "0");
}

/** RFC 8785, restricted to objects, arrays, strings, integers and booleans. */
export function encodeJSON(value) {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Malformed("a number that is not an integer below 2^53");
    return String(value);
  }
  if (typeof value === "string") {
    if (value.normalize("NFC") !== value) throw new Malformed("text that is not NFC");
    return '"' + value.replace(/[\x00-\x1f"\\]/g, escape) + '"';
  }
  if (Array.isArray(value)) return "[" + value.map(encodeJSON).join(",") + "]";
  if (value === null) throw new Malformed("null is not used");
  return "{" + names(value).map((n) => encodeJSON(n) + ":" + encodeJSON(value[n])).join(",") + "}";
}

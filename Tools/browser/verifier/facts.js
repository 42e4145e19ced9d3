// SPDX-License-Identifier: Apache-2.0
// What members and applicants say of themselves, and how attributes type it.

import { WHITE, strip } from "./encoding.js";
import { Malformed } from "./errors.js";
import { Day, decodeDay } from "./times.js";
import { at, range, sum } from "./values.js";

export const NAME = /^[A-Za-z0-9._-]{1,64}$/;
// ISO 3166-2:UA
const OBLASTS = new Set(("05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77")
  .split(" ").map((code) => "UA-" + code));
const SPACES = new RegExp(`[${WHITE}]`, "g");
const BOOLEANS = new Map([["yes", true], ["true", true], ["no", false], ["false", false]]);

/** Eight digits, the last of them the check digit of the Ukrainian register of organisations. */
export function isEDRPOU(text) {
  if (!/^[0-9]{8}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const weights = Number(text) > 30000000 && Number(text) < 60000000 ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const check = (more) => sum(range(7).map((n) => (weights[n] + more) * digits[n])) % 11;
  return (check(0) === 10 ? check(2) % 10 : check(0)) === digits[7];
}

/**
 * The value of a fact as its attribute types it; null where it is missing or invalid.
 *
 * Sets are a Set, integers a BigInt, dates a Day, booleans a boolean; all else is text.
 */
export function typed(attribute, fact) {
  const text = strip(fact.normalize("NFC"));
  const kind = at(attribute, "type");
  if (kind === "set" || kind === "parties") return typedSet(attribute, kind, text);
  if (kind === "integer") {
    const digits = text.replace(SPACES, "");
    return /^[0-9]{1,18}$/.test(digits) ? BigInt(digits) : null;
  }
  if (kind === "date") return typedDate(text.replace(/^([0-9]{2})\.([0-9]{2})\.([0-9]{4})$/, "$3-$2-$1"));
  if (kind === "boolean") return BOOLEANS.get(text) ?? null;
  const valid = kind === "edrpou" ? isEDRPOU(text)
    : kind === "oblast" ? OBLASTS.has(text)
      : kind === "enum" ? at(attribute, "values").includes(text) : text;
  return valid ? text : null;
}

function typedSet(attribute, kind, text) {
  const elements = new Set(text.split(";").map(strip).filter(Boolean));
  const named = kind === "set" || [...elements].every((element) => NAME.test(element));
  const values = attribute.values ?? [...elements];
  return named && [...elements].every((element) => values.includes(element)) ? elements : null;
}

function typedDate(text) {
  try {
    return new Day(decodeDay(text));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

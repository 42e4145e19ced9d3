// SPDX-License-Identifier: Apache-2.0
// What a statement says against what was computed.

import { Refused } from "./errors.js";
import { names, range, same } from "./values.js";

/**
 * Where two values of JSON differ first, or null: {path, found, expected}, these as JSON, null where there is
 * nothing. Elements of lists are counted from 1.
 */
export function firstDifference(found, expected, path = []) {
  if (same(found, expected)) return null;
  const isTree = (value) => typeof value === "object" && value !== null;
  const [both, lists] = [isTree(found) && isTree(expected), Array.isArray(found)];
  if (!both || lists !== Array.isArray(expected)) {
    return { path, found: json(found), expected: json(expected) };
  }
  const fields = lists ? range(Math.max(found.length, expected.length)) : names({ ...expected, ...found });
  const name = fields.find((each) => !same(found[each] ?? null, expected[each] ?? null));
  if (name === undefined) return { path, found: json(found), expected: json(expected) };
  return firstDifference(found[name], expected[name], [...path, lists ? name + 1 : name]);
}

const JSON_MAX = 300; // UTF-16 units that are told of one value

function json(value) {
  const text = JSON.stringify(value) ?? null;
  return text?.length > JSON_MAX ? text.slice(0, JSON_MAX) + "…" : text;
}

/** Refuses unless what a statement says is what was computed. */
export function needSame(found, expected, code) {
  const difference = firstDifference(found, expected, []);
  if (difference) throw new Refused(code, toldOf(difference), difference);
}

function toldOf({ path, found, expected }) {
  return `${path.length ? path.join(" ") + ": " : ""}found ${found ?? "nothing"}, computed: ${expected ?? "nothing"}`;
}

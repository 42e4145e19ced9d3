// SPDX-License-Identifier: Apache-2.0
// What the language has no word for: strict look-ups in trees of any form, whole numbers, and
// comparisons by value. Objects that come from JSON have no prototype, so that no name is special.

import { Fault } from "./errors.js";

/** The value at a path in a tree, or a Fault where there is none. */
export function at(tree, ...path) {
  let value = tree;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !(name in value)) {
      throw new Fault("the statutes have no " + path.join(" "));
    }
    value = value[name];
  }
  return value;
}

/** The whole number that a text is, or a Fault. */
export function int(text) {
  const number = /^\s*[+-]?[0-9]+\s*$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(number)) throw new Fault("not a whole number: " + text);
  return number;
}

/** An object by name without a prototype, from [name, value] pairs. */
export function object(pairs = []) {
  const made = Object.create(null);
  for (const [name, value] of pairs) made[name] = value;
  return made;
}

/** The names of an object of JSON, in their canonical order: by UTF-16 code units (RFC 8785). */
export function names(tree) {
  return Object.keys(tree).sort();
}

/** Whether two values of JSON are the same. */
export function same(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length
    && fields.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
}

/** Less than, equal or greater than zero, by code points, which is the order of bytes in UTF-8. */
export function compareText(a, b) {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let n = 0; n < Math.min(x.length, y.length); n += 1) {
    if (x[n] !== y[n]) return x[n].codePointAt(0) - y[n].codePointAt(0);
  }
  return x.length - y.length;
}

/** The order of lists of ASCII names or numbers: the first that differ, then the shorter. */
export function compareLists(a, b) {
  for (let n = 0; n < Math.min(a.length, b.length); n += 1) {
    if (a[n] !== b[n]) return a[n] < b[n] ? -1 : 1;
  }
  return a.length - b.length;
}

/** The values, each once, in the order of their first. */
export function unique(values) {
  return [...new Set(values)];
}

/** Whether every one of these is among those. */
export function within(these, those) {
  const all = new Set(those);
  return [...these].every((each) => all.has(each));
}

export function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The numbers from 0 to n - 1. */
export function range(n) {
  return Array.from({ length: n }, (_, each) => each);
}

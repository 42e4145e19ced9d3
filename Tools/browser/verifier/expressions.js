// SPDX-License-Identifier: Apache-2.0
// Expressions of the statutes, and the conditions on a tally.

import { Fault, Refused, need } from "./errors.js";
import { DATE, Day, decodeDay } from "./times.js";
import { compareText } from "./values.js";

const TOKEN = /\s*(?:(\d{4}-\d\d-\d\d)|(\d+)|([A-Za-z][A-Za-z0-9_.-]*)|(==|!=|<=|>=|<|>|[()[\],]))/y;
const FUNCTIONS = new Map([["known", 1], ["years", 2], ["days", 2], ["has", 2], ["has_all", 2], ["count_in", 2]]);

function isNumber(value) {
  return typeof value === "bigint" || typeof value === "boolean";
}

function isOrdered(a, b) {
  return (isNumber(a) && isNumber(b)) || (typeof a === "string" && typeof b === "string")
    || (a instanceof Day && b instanceof Day);
}

/** Less than, equal or greater than zero, of values that have an order. */
function order(a, b) {
  if (!isOrdered(a, b)) throw new Fault("values that have no order");
  if (typeof a === "string") return compareText(a, b);
  const [x, y] = a instanceof Day ? [a.number, b.number] : [BigInt(a), BigInt(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether two values are one. */
export function equals(a, b) {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((each) => b.has(each));
  return isOrdered(a, b) ? order(a, b) === 0 : a === b;
}

function contains(all, one) {
  if (all instanceof Set || Array.isArray(all)) return [...all].some((each) => equals(each, one));
  throw new Fault("neither a list nor a set");
}

export const COMPARE = new Map([
  ["==", equals], ["!=", (a, b) => !equals(a, b)],
  ["<", (a, b) => order(a, b) < 0], ["<=", (a, b) => order(a, b) <= 0],
  [">", (a, b) => order(a, b) > 0], [">=", (a, b) => order(a, b) >= 0],
  ["in", (a, b) => contains(b, a)],
]);

/** Parses an expression into lists: ["and", a, b], ["not", a], [">=", a, b], ["name", x] … */
export class Parser {
  constructor(text) {
    if (typeof text !== "string") throw new Fault("an expression that is no text");
    this.text = text;
    this.tokens = [];
    for (let at = 0; text.slice(at).trim(); at = TOKEN.lastIndex) {
      TOKEN.lastIndex = at;
      this.tokens.push((TOKEN.exec(text) ?? this.fail())[0].trim());
    }
  }

  parse() {
    const tree = this.either();
    return this.tokens.length ? this.fail() : tree;
  }

  fail() {
    throw new Refused("statutes_faulty", "an expression that does not parse: " + this.text);
  }

  /** The next token: any, or null where it is none of those expected. */
  take(...expected) {
    if (this.tokens.length && (!expected.length || expected.includes(this.tokens[0]))) return this.tokens.shift();
    return expected.length ? null : this.fail();
  }

  either() {
    return this.chain("or", () => this.chain("and", () => this.negated()));
  }

  chain(word, part) {
    let tree = part();
    while (this.take(word)) tree = [word, tree, part()];
    return tree;
  }

  negated() {
    if (this.take("not")) return ["not", this.negated()];
    if (this.take("(")) {
      const tree = this.either();
      return this.take(")") ? tree : this.fail();
    }
    const left = this.operand();
    const operator = this.take(...COMPARE.keys());
    return operator ? [operator, left, this.operand()] : left;
  }

  items(item, close) {
    const found = [item()];
    while (this.take(",")) found.push(item());
    return this.take(close) ? found : this.fail();
  }

  operand() {
    const token = this.take();
    if (token === "[") return ["value", this.items(() => this.take(), "]")];
    if (DATE.test(token)) return ["value", new Day(decodeDay(token))];
    if (/^[0-9]+$/.test(token)) return ["value", BigInt(token)];
    if (!/^[A-Za-z]/.test(token) || ["and", "or", "not", "in"].includes(token)) this.fail();
    if (!this.take("(")) return ["name", token];
    const operands = this.items(() => this.operand(), ")");
    return FUNCTIONS.get(token) === operands.length ? ["call", token, operands] : this.fail();
  }
}

const CLAUSE = new RegExp("^(yes|no|abstain|consent|stand_aside|block|object|take_part)"
  + " (<|<=|>|>=) (\\d+)(?:/([1-9]\\d*))?(?: of (cast|taking_part|electors|seats))?$");

/** {tally, operator, top, bottom, base} of a clause such as `yes >= 2/3 of cast`; base is null for a number. */
export function parseClause(text) {
  const match = CLAUSE.exec(text.trim());
  need(match, "unsupported", "a tally condition that this program does not know: " + text);
  const [, tally, operator, top, bottom = "1", base = null] = match;
  return { tally, operator, top: BigInt(top), bottom: BigInt(bottom), base };
}

/** Whether a clause is met; a share of nobody never is. */
export function isMet({ tally, operator, top, bottom, base }, counts) {
  const of = base === null ? 1n : BigInt(counts[base]);
  return of !== 0n && COMPARE.get(operator)(BigInt(counts[tally]) * bottom, top * of);
}

/** The clauses of a tally condition, all of which must be met. */
export function clauses(text) {
  return text ? text.split(" and ") : [];
}

/** Whether a tally condition holds. */
export function condition(text, counts) {
  return clauses(text).every((clause) => isMet(parseClause(clause), counts));
}

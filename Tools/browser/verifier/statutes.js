// SPDX-License-Identifier: Apache-2.0
// The adopted statutes: their sections, and the values of their expressions.

import { strip } from "./encoding.js";
import { Fault, need } from "./errors.js";
import { COMPARE, Parser, equals } from "./expressions.js";
import { typed } from "./facts.js";
import { Day } from "./times.js";
import { at, int, names, unique } from "./values.js";

/** What an expression is about: facts, and what follows from the log for their owner. */
export class Subject {
  constructor(facts, derived = {}) {
    Object.assign(this, { facts, derived });
  }
}

const SECTIONS = ("policy version title language timezone parameters attributes define relations roles rolls "
  + "bodies seats windows rules selections procedures matters mandates disclosure amend").split(" ");
const DERIVED = ["status", "member_days", "today", "times_selected", "call.closes_on"];

/** The adopted rules: a tree in which every scalar is text. */
export class Statutes {
  /** `roll(name)` gives the parties on a roll now. */
  constructor(tree, roll) {
    for (const section of SECTIONS) {
      need(section in tree, "statutes_faulty", "a section is missing: " + section);
      this[section] = tree[section];
    }
    need(/^[1-9][0-9]{0,8}$/.test(this.version), "statutes_faulty", "a version that is no number");
    this.roll = roll;
    this.trees = new Map(names(this.define).map((name) => [name, new Parser(this.define[name]).parse()]));
    this.codeAttribute = names(this.attributes).find((name) => at(this.attributes, name, "type") === "edrpou") ?? null;
  }

  /** An integer, or the parameter that holds it. */
  number(text) {
    return int(text.startsWith("param.") ? at(this.parameters, text.slice(6)) : text);
  }

  tree(test) {
    if (!this.trees.has(test)) this.trees.set(test, new Parser(test).parse());
    return this.trees.get(test);
  }

  /** True, false or null for unknown: of a predicate's name or of an expression. */
  holds(test, subject) {
    return this.value(this.tree(test), subject);
  }

  fact(name, subject) {
    return typed(at(this.attributes, name), subject.facts[name] ?? "");
  }

  value(tree, subject) {
    const [kind, ...parts] = tree;
    if (kind === "and" || kind === "or") {
      return this.joined(kind === "or", parts.map((side) => this.value(side, subject)));
    }
    if (kind === "not") {
      const side = this.value(parts[0], subject);
      return side === null ? null : !isTrue(side);
    }
    if (kind === "value") return parts[0];
    if (kind === "name") return this.name(parts[0], subject);
    if (kind === "call") return this.call(parts[0], parts[1], subject);
    const [left, right] = parts.map((side) => this.value(side, subject));
    return left === null || right === null ? null : COMPARE.get(kind)(left, right);
  }

  joined(decisive, sides) {
    if (sides.some((side) => equals(side, decisive))) return decisive;
    return sides.includes(null) ? null : !decisive;
  }

  name(name, subject) {
    if (name in this.attributes) return this.fact(name, subject);
    if (name in this.define) return this.value(this.trees.get(name), subject);
    if (name.startsWith("param.")) {
      const text = at(this.parameters, name.slice(6));
      return /^[0-9]+$/.test(text) ? BigInt(text) : text;
    }
    if (DERIVED.includes(name)) return subject.derived[name.split(".").at(-1)] ?? null;
    return name; // a word, as in `status == member`
  }

  call(name, operands, subject) {
    const first = this.value(operands[0], subject);
    if (name === "known") return first !== null;
    if (name === "has" || name === "count_in") {
      if (first === null) return null;
      const word = operands[1][1];
      if (!(first instanceof Set)) throw new Fault("not a set");
      return name === "has" ? first.has(word) : BigInt(this.roll(word).filter((party) => first.has(party)).length);
    }
    const second = this.value(operands[1], subject);
    if (first === null || second === null) return null;
    if (name === "has_all") return [...second].every((each) => first.has(each));
    if (!(first instanceof Day && second instanceof Day)) throw new Fault("not a date");
    if (name === "days") return BigInt(second.number - first.number);
    const [[y1, m1, d1], [y2, m2, d2]] = [first.parts, second.parts];
    return BigInt(y2 - y1 - (m2 < m1 || (m2 === m1 && d2 < d1) ? 1 : 0));
  }

  // What is not certainly true, as codes.

  /** The codes of these tests, in the order of their text, each once. */
  shortcomings(tests, subject) {
    return unique(tests.flatMap((test) => this.codes(this.tree(test), subject, test)));
  }

  /** The codes of a part of the text of `predicate`. */
  codes(tree, subject, predicate) {
    const [value, [kind, ...parts]] = [this.value(tree, subject), tree];
    if (value === true) return [];
    if (kind === "name" && parts[0] in this.define) return this.codes(this.trees.get(parts[0]), subject, parts[0]);
    if (kind === "and" || (kind === "or" && value === null)) {
      return parts.filter((side) => kind === "and" || this.value(side, subject) === null)
        .flatMap((side) => this.codes(side, subject, predicate));
    }
    if (kind === "call" && parts[0] === "known") return this.lacking(tree, subject);
    const name = kind === "name" ? parts[0] : predicate;
    if (value === null) {
      const lacking = this.lacking(tree, subject);
      return lacking.length ? lacking : ["unknown:" + name];
    }
    return this.codesOfFalse(kind, parts, subject, name);
  }

  codesOfFalse(kind, parts, subject, name) {
    if (kind === "call" && (parts[0] === "has" || parts[0] === "has_all")) {
      const [[, what], wanted] = parts[1];
      const elements = parts[0] === "has" ? [wanted[1]] : [...this.value(wanted, subject)];
      const found = this.fact(what, subject);
      return elements.filter((element) => !found.has(element)).map((element) => `${what}:${element}`);
    }
    if ((kind === ">" || kind === ">=") && parts[0][0] === "call" && parts[0][1] === "count_in") {
      const wanted = this.value(parts[1], subject) + (kind === ">" ? 1n : 0n);
      return [`${parts[0][2][0][1]}:${this.value(parts[0], subject)}_of_${wanted}`];
    }
    if (kind === "not" && parts[0][0] === "name") return ["is:" + parts[0][1]];
    return ["not:" + name];
  }

  /** `missing:` or `invalid:` for each attribute in an expression that has no value. */
  lacking(tree, subject) {
    return unique(this.names(tree))
      .filter((name) => name in this.attributes && this.fact(name, subject) === null)
      .map((name) => (strip(subject.facts[name] ?? "") ? "invalid:" : "missing:") + name);
  }

  /** The names in an expression, predicates expanded, in the order of the text. */
  names([kind, ...parts]) {
    if (kind === "name") return parts[0] in this.define ? this.names(this.trees.get(parts[0])) : [parts[0]];
    const inside = kind === "call" ? parts[1] : kind === "value" ? [] : parts;
    return inside.flatMap((part) => this.names(part));
  }
}

/** Whether a value counts as true: nothing, zero and what is empty do not. */
function isTrue(value) {
  return value instanceof Set ? value.size > 0 : Array.isArray(value) ? value.length > 0 : Boolean(value);
}

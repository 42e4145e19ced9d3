// SPDX-License-Identifier: Apache-2.0
// Exact fractions.

import { Fault } from "./errors.js";

function gcd(a, b) {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

export class Fraction {
  /** In lowest terms; the denominator is positive. */
  constructor(numerator, denominator = 1n) {
    const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
    if (!bottom) throw new Fault("a fraction of nothing");
    const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
    this.numerator = top / divisor;
    this.denominator = bottom / divisor;
  }

  /** Of a text such as `2/3` or `2`. */
  static parse(text) {
    const match = /^\s*([+-]?[0-9]+)(?:\/([0-9]+))?\s*$/.exec(text);
    if (!match) throw new Fault("not a fraction: " + text);
    return new Fraction(match[1], match[2] ?? 1n);
  }

  plus(other) {
    return new Fraction(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator);
  }

  times(top, bottom = 1n) {
    return new Fraction(this.numerator * BigInt(top), this.denominator * BigInt(bottom));
  }

  /** Less than, equal or greater than zero. */
  compare(other) {
    const [a, b] = [this.numerator * other.denominator, other.numerator * this.denominator];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** As a score is told: a whole number without its denominator. */
  toString() {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }
}

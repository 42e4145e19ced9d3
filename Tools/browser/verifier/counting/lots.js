// SPDX-License-Identifier: Apache-2.0
// Lots that anybody can draw again: RFC 3797, and an order from a seed.

import { concat, utf8 } from "../bytes.js";
import { md5, sha256 } from "../hashes.js";
import { compareLists, range } from "../values.js";

/** RFC 3797: `count` numbers out of 1 … `pool` in the order drawn; `sources` are lists of numbers. */
export function draw(sources, pool, count) {
  const ordered = sources.map((source) => [...source].sort((a, b) => a - b));
  const key = utf8(ordered.map((source) => source.map((n) => n + ".").join("") + "/").join(""));
  const left = range(pool).map((n) => n + 1);
  return range(count).map((n) => {
    const around = Uint8Array.of(n >> 8, n & 255);
    const digest = md5(concat(around, key, around)).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    return left.splice(Number(digest % BigInt(left.length)), 1)[0];
  });
}

/** The candidates in the order of SHA-256 over the seed's bytes, a zero byte and the name. */
export function seeded(seed, names) {
  const digests = names.map((name) => sha256(concat(seed, Uint8Array.of(0), utf8(name))));
  return range(names.length).sort((a, b) => compareLists(digests[a], digests[b]) || a - b);
}

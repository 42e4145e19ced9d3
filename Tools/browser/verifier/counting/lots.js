// SPDX-License-Identifier: Apache-2.0
// A lot that anybody can draw again: an order from a seed.

import { concat, utf8 } from "../bytes.js";
import { sha256 } from "../hashes.js";
import { compareLists, range } from "../values.js";

/** The candidates in the order of SHA-256 over the seed's bytes, a zero byte and the name. */
export function seeded(seed, names) {
  const digests = names.map((name) => sha256(concat(seed, Uint8Array.of(0), utf8(name))));
  return range(names.length).sort((a, b) => compareLists(digests[a], digests[b]) || a - b);
}

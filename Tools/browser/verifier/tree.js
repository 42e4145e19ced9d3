// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of the log (RFC 6962).

import { concat } from "./bytes.js";
import { sha256 } from "./hashes.js";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The Merkle tree of the leaves added so far, kept as its perfect subtrees. */
export class Tree {
  constructor() {
    this.size = 0;
    this.subtrees = [];
  }

  add(leaf) {
    let node = sha256(concat(LEAF, leaf));
    for (let size = this.size; size % 2; size = (size - 1) / 2) {
      node = sha256(concat(NODE, this.subtrees.pop(), node));
    }
    this.subtrees.push(node);
    this.size += 1;
  }

  root() {
    if (!this.subtrees.length) return sha256(new Uint8Array());
    return this.subtrees.reduceRight((node, left) => sha256(concat(NODE, left, node)));
  }
}

// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of the log (RFC 6962).

import { sameBytes } from "./bytes.js";
import { sha256 } from "./hashes.js";

/** The hash of a leaf, which are the bytes of an entry. */
export function leafHash(bytes) {
  const leaf = new Uint8Array(1 + bytes.length);
  leaf.set(bytes, 1);
  return sha256(leaf);
}

/** The hash above two others. */
export function nodeHash(left, right) {
  const node = new Uint8Array(65);
  node[0] = 1;
  node.set(left, 1);
  node.set(right, 33);
  return sha256(node);
}

/** The Merkle tree of the leaves added so far, kept as its leaves' hashes and its perfect subtrees. */
export class Tree {
  constructor() {
    this.leaves = [];
    this.subtrees = [];
  }

  get size() {
    return this.leaves.length;
  }

  add(leaf) {
    const hash = leafHash(leaf);
    this.addHash(hash);
  }

  addHash(hash) {
    let node = hash;
    for (let { size } = this; size % 2; size = (size - 1) / 2) node = nodeHash(this.subtrees.pop(), node);
    this.subtrees.push(node);
    this.leaves.push(hash);
  }

  root() {
    if (!this.subtrees.length) return sha256(new Uint8Array());
    return this.subtrees.reduceRight((node, left) => nodeHash(left, node));
  }

  /** The root when the tree had so many leaves. */
  rootAt(size) {
    if (size === this.size) return this.root();
    const earlier = new Tree();
    for (const hash of this.leaves.slice(0, size)) earlier.addHash(hash);
    return earlier.root();
  }
}

/** Whether the hashes lead from a leaf to the root of a tree of this size (RFC 9162, section 2.1.3.2). */
export function leadsTo(root, size, index, leaf, hashes) {
  if (index >= size) return false;
  let [node, at, last] = [leaf, index, size - 1];
  for (const hash of hashes) {
    if (last === 0) return false;
    if (at % 2 || at === last) {
      node = nodeHash(hash, node);
      while (at % 2 === 0 && at) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      node = nodeHash(node, hash);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameBytes(node, root);
}

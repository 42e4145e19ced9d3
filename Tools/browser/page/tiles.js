// SPDX-License-Identifier: Apache-2.0
// A log in tiles (c2sp.org/tlog-tiles): where each resource lies, and what must be in it.

import { concat } from "../verifier/bytes.js";
import { Broken } from "../verifier/errors.js";
import { Tree } from "../verifier/tree.js";

/** Of a bundle, entries; of a tile, hashes. */
export const WIDTH = 256;

/** `tile/0/x001/x234/067` of tile 1234067 in row 0, and the width of one that is not full. */
export function pathOf(row, index, width) {
  const groups = [];
  for (let left = index; left > 0 || !groups.length; left = Math.floor(left / 1000)) {
    groups.unshift((groups.length ? "x" : "") + String(left % 1000).padStart(3, "0"));
  }
  return `tile/${row}/${groups.join("/")}${width < WIDTH ? `.p/${width}` : ""}`;
}

/** [index, width] of each resource of a row that has so many of what is in it. */
export function inRow(count) {
  return Array.from({ length: Math.ceil(count / WIDTH) }, (_, index) => [index, Math.min(WIDTH, count - index * WIDTH)]);
}

/** The first entries of a bundle: each is two bytes of length, the highest first, and its bytes. */
export function entriesOf(bundle, width, isWhole, path) {
  const [entries, view] = [[], new DataView(bundle.buffer, bundle.byteOffset, bundle.length)];
  let at = 0;
  while (entries.length < width) {
    const end = at + 2 <= bundle.length ? at + 2 + view.getUint16(at) : Infinity;
    if (end > bundle.length) throw lie(path, "ends too early");
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  if (isWhole && at !== bundle.length) throw lie(path, "is more than its entries");
  return entries;
}

/** {row, index, width, bytes} of every tile over leaves with these hashes. */
export function tilesOver(leaves) {
  const tiles = [];
  for (let [row, hashes] = [0, leaves]; hashes.length; row += 1) {
    const above = [];
    for (const [index, width] of inRow(hashes.length)) {
      const part = hashes.slice(index * WIDTH, index * WIDTH + width);
      tiles.push({ row, index, width, bytes: concat(...part) });
      if (width === WIDTH) above.push(rootOf(part));
    }
    hashes = above;
  }
  return tiles;
}

/** The root of the tree over leaves with these hashes, one at least. */
export function rootOf(hashes) {
  const tree = new Tree();
  for (const hash of hashes) tree.addHash(hash);
  return tree.root();
}

/** What is said of a resource that is not what the others require. */
export function lie(path, what) {
  return new Broken("tampered", "tile", `${path} ${what}`);
}

// SPDX-License-Identifier: Apache-2.0
// A ledger that a web server publishes beside this page, as static tiles (c2sp.org/tlog-tiles): its
// checkpoint and its entries, put into the form of a ledger file. Nothing here is believed: the tiles of
// hashes must be those of the entries, and the verifier computes the root from these.

import { sameBytes, utf8 } from "../verifier/bytes.js";
import { encodeBase64 } from "../verifier/encoding.js";
import { Broken } from "../verifier/errors.js";
import { leafHash } from "../verifier/tree.js";
import { WIDTH, entriesOf, inRow, lie, pathOf, rootOf, tilesOver } from "./tiles.js";

const ENTRY_MAX = 2 + 65535; // bytes, in a bundle
const HASH = 32;
const CHECKPOINT_MAX = 2 ** 16; // bytes
const FILE_MAX = 2 ** 30;
const AT_ONCE = 4; // requests

/** The bytes at an address beside the page, at most so many; null where there is nothing. */
async function bytesAt(path, most) {
  const options = { cache: "no-store", credentials: "omit", redirect: "error" };
  const response = await fetch(new URL(path, location.href), options);
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const [parts, reader] = [[], response.body.getReader()];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      throw lie(path, `is longer than ${most} bytes`);
    }
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** {path, bytes, isWhole}: where a partial resource has gone, its beginning is in the full one. */
async function resource(row, index, width, each) {
  for (const wanted of new Set([width, WIDTH])) {
    const path = pathOf(row, index, wanted);
    const bytes = await bytesAt(path, wanted * each);
    if (bytes) return { path, bytes, isWhole: wanted === width };
  }
  throw new Broken("missing", "tile", `${pathOf(row, index, width)} is not there, and the checkpoint requires it`);
}

/** Whether a checkpoint lies beside this page. */
export async function isServed() {
  if (!location.protocol.startsWith("http")) return false;
  return bytesAt("checkpoint", CHECKPOINT_MAX).then((bytes) => headOf(bytes) !== null, () => false);
}

/** [origin, size, root as base64] of a checkpoint, or null. */
function headOf(bytes) {
  const form = /^([A-Za-z0-9._/-]{1,255})\n([1-9][0-9]{0,8})\n([A-Za-z0-9+/]{43}=)\n/;
  const match = bytes && form.exec(new TextDecoder().decode(bytes));
  return match && [match[1], Number(match[2]), match[3]];
}

/** Does it to all, a few at a time; what came of each, in their order. */
async function together(all, act) {
  const results = new Array(all.length);
  let next = 0;
  const some = async () => {
    while (next < all.length) {
      const at = next;
      next += 1;
      results[at] = await act(all[at]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  return results;
}

/** The entries of every bundle. */
async function fetchEntries(size, step) {
  let length = 0;
  return together(inRow(size), async ([index, width]) => {
    const { path, bytes, isWhole } = await resource("entries", index, width, ENTRY_MAX);
    length += bytes.length;
    if (length > FILE_MAX) throw new Error("more than 1 GiB");
    step();
    return entriesOf(bytes, width, isWhole, path);
  });
}

/** Throws unless the tiles of hashes are those of the leaves, and lead to the root. */
async function compareTiles(leaves, root, step) {
  await together(tilesOver(leaves), async ({ row, index, width, bytes: expected }) => {
    const { path, bytes, isWhole } = await resource(row, index, width, HASH);
    if (bytes.length % HASH || !sameBytes(isWhole ? bytes : bytes.subarray(0, expected.length), expected)) {
      throw lie(path, "is not the hashes of what lies below it");
    }
    step();
  });
  const found = encodeBase64(rootOf(leaves));
  if (found !== root) {
    throw new Broken("tampered", "root", `the tiles have the root ${found}, and the checkpoint ${root}`);
  }
}

/** The ledger file that the server's tiles amount to; `told(done, of)` hears how many resources are here. */
export async function readServed(told) {
  const checkpoint = await bytesAt("checkpoint", CHECKPOINT_MAX);
  const head = headOf(checkpoint);
  if (!head) throw new Error("not a checkpoint");
  const [origin, size, root] = head;
  let done = 0;
  const step = () => told((done += 1), 2 * Math.ceil(size / WIDTH)); // the few tiles of the upper rows apart
  const entries = (await fetchEntries(size, step)).flat();
  await compareTiles(entries.map(leafHash), root, step);
  const frames = entries.flatMap((entry) => [utf8(`entry ${entry.length}\n`), entry]);
  const [first, last] = [utf8(`viche-log/1 ${origin}\n`), utf8(`checkpoint ${checkpoint.length}\n`)];
  return new Blob([first, ...frames, last, checkpoint]);
}

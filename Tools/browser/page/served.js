// SPDX-License-Identifier: Apache-2.0
// A ledger that a web server publishes beside this page, as static tiles (c2sp.org/tlog-tiles): its
// checkpoint and its entries, put into the form of a ledger file. Nothing here is believed; the verifier
// computes the tree from the entries.

const BUNDLE = 256; // entries
const BUNDLE_MAX = BUNDLE * (2 + 65535); // bytes
const CHECKPOINT_MAX = 2 ** 16; // bytes
const FILE_MAX = 2 ** 30;
const AT_ONCE = 4; // requests

const utf8 = (text) => new TextEncoder().encode(text);

/** The bytes at an address beside the page, at most so many. */
async function bytesOf(path, most) {
  const options = { cache: "no-store", credentials: "omit", redirect: "error" };
  const response = await fetch(new URL(path, location.href), options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const [parts, reader] = [[], response.body.getReader()];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(`${path}: too long`);
    }
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Whether a checkpoint lies beside this page. */
export async function isServed() {
  if (!location.protocol.startsWith("http")) return false;
  return bytesOf("checkpoint", CHECKPOINT_MAX).then((bytes) => headOf(bytes) !== null, () => false);
}

/** [origin, size] of a checkpoint, or null. */
function headOf(bytes) {
  const match = /^([A-Za-z0-9._/-]{1,255})\n([1-9][0-9]{0,8})\n/.exec(new TextDecoder().decode(bytes));
  return match && [match[1], Number(match[2])];
}

/** `x001/x234/067` of 1234067, and the width of a bundle that is not full. */
function bundlePath(index, width) {
  const groups = [];
  for (let left = index; left > 0 || !groups.length; left = Math.floor(left / 1000)) {
    groups.unshift((groups.length ? "x" : "") + String(left % 1000).padStart(3, "0"));
  }
  return `tile/entries/${groups.join("/")}${width < BUNDLE ? `.p/${width}` : ""}`;
}

/** The frames of the entries of a bundle: each is two bytes of length, the highest first, and its bytes. */
function framesOf(bundle, width, isWhole) {
  const [frames, view] = [[], new DataView(bundle.buffer)];
  let at = 0;
  for (let n = 0; n < width; n += 1) {
    const length = view.getUint16(at);
    const body = bundle.subarray(at + 2, at + 2 + length);
    if (body.length < length) throw new Error("a bundle that ends too early");
    frames.push(utf8(`entry ${length}\n`), body);
    at += 2 + length;
  }
  if (isWhole && at !== bundle.length) throw new Error("a bundle with more than its entries");
  return frames;
}

/** [bytes, whether they are of this width]: where a partial bundle has gone, its beginning is in the full one. */
async function bundleAt(index, width) {
  try {
    return [await bytesOf(bundlePath(index, width), BUNDLE_MAX), true];
  } catch (error) {
    if (width === BUNDLE) throw error;
    return [await bytesOf(bundlePath(index, BUNDLE), BUNDLE_MAX), false];
  }
}

/** The ledger file that the server's tiles amount to; `told(done, of)` hears how many bundles are here. */
export async function readServed(told) {
  const checkpoint = await bytesOf("checkpoint", CHECKPOINT_MAX);
  const head = headOf(checkpoint);
  if (!head) throw new Error("not a checkpoint");
  const [origin, size] = head;
  const count = Math.ceil(size / BUNDLE);
  const bundles = new Array(count);
  let [next, here, length] = [0, 0, 0];
  const fetchSome = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const width = Math.min(BUNDLE, size - index * BUNDLE);
      const [bundle, isWhole] = await bundleAt(index, width);
      length += bundle.length;
      if (length > FILE_MAX) throw new Error("more than 1 GiB");
      bundles[index] = framesOf(bundle, width, isWhole);
      here += 1;
      told(here, count);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  const [first, last] = [utf8(`viche-log/1 ${origin}\n`), utf8(`checkpoint ${checkpoint.length}\n`)];
  return new Blob([first, ...bundles.flat(), last, checkpoint]);
}

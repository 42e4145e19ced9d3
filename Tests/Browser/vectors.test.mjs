// SPDX-License-Identifier: Apache-2.0
//
// node --test Tests/Browser      the verifier's own arithmetic against what others published

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chacha20, decodeBech32, openBox, poly1305, x25519 } from "../../Tools/browser/verifier/age.js";
import { concat, fromHex, hex, utf8 } from "../../Tools/browser/verifier/bytes.js";
import { verify } from "../../Tools/browser/verifier/ed25519.js";
import { decodeJSON, encodeBase64, encodeJSON } from "../../Tools/browser/verifier/encoding.js";
import { Malformed } from "../../Tools/browser/verifier/errors.js";
import { condition } from "../../Tools/browser/verifier/expressions.js";
import { isEDRPOU } from "../../Tools/browser/verifier/facts.js";
import { hmac, sha256, sha512 } from "../../Tools/browser/verifier/hashes.js";
import { readExpected } from "../../Tools/browser/verifier/policy.js";
import { clean } from "../../Tools/browser/verifier/report.js";
import { Calendar, decodeTime, encodeTime } from "../../Tools/browser/verifier/times.js";
import { Tree, leadsTo, leafHash, nodeHash } from "../../Tools/browser/verifier/tree.js";
import { compareText } from "../../Tools/browser/verifier/values.js";
import { entriesOf, inRow, pathOf, rootOf, tilesOver } from "../../Tools/browser/page/tiles.js";
import { incomplete } from "../../Tools/browser/page/words.js";

const vectors = (...path) => readFileSync(fileURLToPath(new URL(["../Vectors", ...path].join("/"), import.meta.url)));

test("SHA-2 of FIPS 180-4's examples, and of a million letters", () => {
  assert.equal(hex(sha256(utf8("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(hex(sha256(new Uint8Array(1e6).fill(97))), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  assert.equal(hex(sha512(utf8("abc"))), "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
});

test("HMAC of RFC 4231, test case 2", () => {
  assert.equal(hex(hmac(utf8("Jefe"), utf8("what do ya want for nothing?"))),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});

test("Ed25519 of RFC 8032, section 7.1, test 2; and not of another message, nor under a weak key", () => {
  const key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
  const signature = fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  assert.ok(verify(key, Uint8Array.of(0x72), signature));
  assert.ok(!verify(key, Uint8Array.of(0x73), signature));
  // The identity as key and R, with s = 0, is a signature of every message where nobody minds.
  const one = "01" + "00".repeat(31);
  assert.ok(!verify(one, utf8("anything"), concat(fromHex(one), new Uint8Array(32))));
});

test("X25519 of RFC 7748, section 5.2", () => {
  assert.equal(hex(x25519(
    fromHex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
    fromHex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"))),
  "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
  assert.equal(hex(x25519(
    fromHex("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d"),
    fromHex("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493"))),
  "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957");
});

test("ChaCha20 and Poly1305 of RFC 8439, sections 2.3.2 and 2.5.2", () => {
  const key = Uint8Array.from({ length: 32 }, (_, n) => n);
  assert.equal(hex(chacha20(key, 1, fromHex("000000090000004a00000000"))),
    "10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e"
    + "d2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e");
  assert.equal(hex(poly1305(fromHex("85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b"),
    utf8("Cryptographic Forum Research Group"))), "a8061dc1305136c6c22b8baf0c0127a9");
  assert.throws(() => openBox(key, new Uint8Array(12), new Uint8Array(40)), /not whole/);
});

test("Bech32 keys of age: its specification's example, and a wrong check digit", () => {
  const text = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
  assert.equal(decodeBech32(text, "age").length, 32);
  assert.throws(() => decodeBech32(text.slice(0, -1) + "q", "age"), /check digits/);
});

test("the root of RFC 6962's tree of eight leaves, from its test vectors", () => {
  const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const tree = new Tree();
  for (const leaf of leaves) tree.add(fromHex(leaf));
  assert.equal(hex(tree.root()), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
});

test("canonical JSON: one spelling, and no name is special", () => {
  const line = '{"10":1,"9":true,"__proto__":["\\u0001"],"constructor":"é"}';
  const value = decodeJSON(utf8(line));
  assert.equal(encodeJSON(value), line);
  assert.equal(value.toString, undefined);
  for (const other of ['{"a":1.0}', '{"b":1,"a":1}', '{"a":1,"a":1}', '{"a":"\\u00e9"}', '{"a":9007199254740992}',
    '{"a":"e\u0301"}', '{"a":null}', '{"a":"\\ud800"}', "[".repeat(33) + "]".repeat(33), '\ufeff{}']) {
    assert.throws(() => decodeJSON(utf8(other)), undefined, other);
  }
});

test("texts in the order of their bytes, where UTF-16 has another", () => {
  assert.ok(compareText("\uffee", "\u{10000}") < 0 && !("\uffee" < "\u{10000}"));
});

test("shares of more than 2^53 are exact", () => {
  const counts = { yes: 2, cast: 3 };
  assert.ok(condition("yes >= 20000000000000000/30000000000000000 of cast", counts));
  assert.ok(!condition("yes >= 20000000000000001/30000000000000000 of cast", counts));
  assert.ok(!condition("yes >= 1/2 of cast", { yes: 0, cast: 0 }));
});

test("days, months and hours over a change of the clocks", () => {
  const calendar = new Calendar({
    offsets: [{ from: "2000-01-01T00:00:00Z", minutes: 120 }, { from: "2025-03-30T01:00:00Z", minutes: 180 }],
    weekend: [6, 7], holidays: ["2025-03-31"], until: "2030-01-01T00:00:00Z" });
  const end = (start, duration, days) => encodeTime(calendar.end(decodeTime(start), duration, days));
  assert.equal(end("2025-03-29T10:00:00Z", "P2D"), "2025-03-30T21:00:00Z"); // 31 March begins at 00:00 of UTC+3
  assert.equal(end("2025-01-31T10:00:00Z", "P1M"), "2025-02-27T22:00:00Z"); // February has no 31st
  assert.equal(end("2025-03-28T10:00:00Z", "P2D", "working"), "2025-04-01T21:00:00Z"); // Friday and Tuesday
  assert.equal(end("2025-03-30T00:30:00Z", "PT1H"), "2025-03-30T01:30:00Z");
  assert.throws(() => decodeTime("2025-02-29T00:00:00Z"));
});

test("codes of Ukrainian organisations", () => {
  assert.ok(isEDRPOU("00032129") && !isEDRPOU("00032128")); // Oschadbank, and a slip
});

test("what a terminal or a browser obeys is shown", () => {
  assert.equal(clean("a\u202eb\u001b[1m c"), "a\\u{202e}b\\u{1b}[1m c");
});

test("both languages have every word", () => {
  assert.deepEqual(incomplete(), []);
});

// The keys are those of c2sp.org/tlog-cosignature's and signed-note's forms, of RFC 8032's second test key.
const PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

function vkey(name, type, publicKey = PUBLIC) {
  const data = concat(Uint8Array.of(type), fromHex(publicKey));
  return `${name}+${hex(sha256(concat(utf8(name + "\n"), data)).subarray(0, 4))}+${Buffer.from(data).toString("base64")}`;
}

test("a policy by c2sp.org/tlog-policy, and what it says is none", () => {
  const [log, one] = [vkey("log.example", 1), vkey("w.example", 4)];
  const two = vkey("v.example", 4, "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const good = `# a comment\nlog ${log} https://log.example\nwitness a ${one}\nwitness b\t${two}\ngroup g any a b\nquorum g\n`;
  const policy = readExpected(utf8(good));
  assert.deepEqual([policy.logs.length, policy.witnesses.length, policy.quorum], [1, 2, "g"]);
  assert.deepEqual(policy.groups, [{ name: "g", threshold: 1, members: ["a", "b"] }]);
  assert.equal(readExpected(utf8(`${log}\n${one}\n`)).quorum, "all");
  for (const [bad, why] of [
    [good.replace("quorum g\n", ""), "no quorum"], [good + "quorum g\n", "a second quorum"],
    [good.replace("any", "3"), "more than its members"], [good.replace("any", "0"), "no threshold"],
    [good.replace("a b\n", "a c\n"), "a member that is not there"], [good.replace("a b\n", "a a\n"), "a member twice"],
    [good.replace("witness b", "witness a"), "a name twice"], [good.replace("group g", "group none"), "a reserved name"],
    [good.replace(two, one), "a key twice"], [good.replace(one, log), "a log's key as a witness's"],
    [good.replace(log, one), "a witness's key as a log's"], [good + "witnes c d\n", "another word"],
    [good.replace(one, one.replace("+", "+0")), "a wrong ID"], [good + "quorum\u0000 g\n", "a control character"]]) {
    assert.throws(() => readExpected(utf8(bad)), Malformed, why);
  }
});

test("inclusion by RFC 9162, in trees of 1 to 40 leaves; and not at another place", () => {
  const leaves = Array.from({ length: 40 }, (_, n) => leafHash(Uint8Array.of(n)));
  const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
  const root = (part) => (part.length === 1 ? part[0]
    : nodeHash(root(part.slice(0, split(part.length))), root(part.slice(split(part.length)))));
  const path = (at, part) => {
    if (part.length === 1) return [];
    const [left, right] = [part.slice(0, split(part.length)), part.slice(split(part.length))];
    return at < left.length ? [...path(at, left), root(right)] : [...path(at - left.length, right), root(left)];
  };
  for (let size = 1; size <= 40; size += 1) {
    const part = leaves.slice(0, size);
    for (let at = 0; at < size; at += 1) {
      assert.ok(leadsTo(root(part), size, at, part[at], path(at, part)));
      if (size > 1) assert.ok(!leadsTo(root(part), size, (at + 1) % size, part[at], path(at, part)));
    }
    const tree = new Tree();
    for (const leaf of leaves) tree.addHash(leaf);
    assert.deepEqual(tree.rootAt(size), root(part));
  }
});

test("the paths of Tessera's tests", () => {
  for (const { level, index, partial, path } of JSON.parse(vectors("tiles/paths.json")).encode) {
    assert.equal(pathOf(level, index, partial || 256), path);
  }
});

test("the tiles that another's tool made, and the root under its checkpoint", () => {
  for (const size of [1, 2, 3, 8, 255, 256, 300]) {
    const leaves = inRow(size).flatMap(([index, width]) => {
      const path = pathOf("entries", index, width);
      return entriesOf(vectors(`logs/n${size}`, path), width, true, path).map(leafHash);
    });
    const tiles = tilesOver(leaves);
    assert.equal(tiles.length, { 256: 2, 300: 3 }[size] ?? 1);
    for (const { row, index, width, bytes } of tiles) {
      assert.deepEqual(hex(bytes), hex(vectors(`logs/n${size}`, pathOf(row, index, width))));
    }
    const root = vectors(`logs/n${size}/checkpoint`).toString().split("\n")[2];
    assert.equal(encodeBase64(rootOf(leaves)), root);
  }
});

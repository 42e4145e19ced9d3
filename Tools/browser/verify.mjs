#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// The verifier of the page, for a terminal with node 18 or later: for its tests.
//
//   node verify.mjs [--policy FILE] [--kept FILE] LEDGER.viche …      one line of JSON for each
//
// FILE of --policy is a tlog-policy, or verifier keys, one a line; of --kept a receipt or a checkpoint.
// Exit codes: 0 all hold, 1 one does not hold, 64 usage, 65 malformed, 66 no such file.

import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { NOTHING, check } from "./verifier/check.js";
import { Malformed } from "./verifier/errors.js";
import { readKept } from "./verifier/kept.js";
import { readExpected } from "./verifier/policy.js";
import { asJSON, isWell } from "./verifier/report.js";

globalThis.crypto ??= webcrypto; // node 18 has it under another name

function read(path) {
  return new Uint8Array(readFileSync(path));
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true, options: { policy: { type: "string" }, kept: { type: "string", multiple: true } } });
  if (!positionals.length) throw new Error("which ledger?");
  const policy = values.policy && read(values.policy);
  const held = { expected: policy ? readExpected(policy) : NOTHING, kept: (values.kept ?? []).map(read).map(readKept) };
  let code = 0;
  for (const path of positionals) {
    const found = await check(read(path), held, () => {}, async () => {});
    const { witnessed, kept } = found;
    console.log(JSON.stringify({ ...asJSON(found.state, found.broken), witnessed, kept }));
    if (!isWell(found)) code = 1;
  }
  return code;
}

const CODES = new Map([["ENOENT", 66], ["EACCES", 66], ["EISDIR", 66]]);

main().then((code) => (process.exitCode = code), (error) => {
  console.error("verify: " + (error instanceof Malformed ? error.message : error.stack ?? error));
  process.exitCode = error instanceof Malformed ? 65 : CODES.get(error.code) ?? 64;
});

#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// The verifier of the page, for a terminal with node 20 or later: for its tests.
//
//   node verify.mjs [--log-key VKEY] LEDGER.viche …      one line of JSON for each
//
// Exit codes: 0 all hold, 1 one does not hold, 64 usage, 66 no such file.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { check } from "./verifier/check.js";
import { decodeVkey } from "./verifier/notes.js";
import { asJSON } from "./verifier/report.js";

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true, options: { json: { type: "boolean" }, "log-key": { type: "string" } } });
  const key = values["log-key"] ? decodeVkey(values["log-key"]) : null;
  if (!positionals.length) throw new Error("which log?");
  let code = 0;
  for (const path of positionals) {
    let data;
    try {
      data = new Uint8Array(readFileSync(path));
    } catch (error) {
      console.error("verify: " + error.message);
      return 66;
    }
    const { state, broken } = await check(data, key, () => {}, async () => {});
    console.log(JSON.stringify(asJSON(state, broken)));
    if (broken) code = 1;
  }
  return code;
}

main().then((code) => (process.exitCode = code), (error) => {
  console.error("verify: " + (error.stack ?? error));
  process.exitCode = 64;
});

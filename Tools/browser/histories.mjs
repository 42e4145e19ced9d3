#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// The browser's verifier asked about every log in a folder, and compared with what its teller says of it:
// as Tools/verify/histories.py does, of the same folder.
//
//   node histories.mjs FOLDER
//
// Exit codes: 0 they agree on all, 1 they do not, 64 usage.

import { webcrypto } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { hex, utf8 } from "./verifier/bytes.js";
import { decodeJSON } from "./verifier/encoding.js";
import { Broken, Malformed, Refused } from "./verifier/errors.js";
import { checkStatement } from "./verifier/forms.js";
import { Reading, frames } from "./verifier/log.js";
import { decodeAuthorLines } from "./verifier/notes.js";
import { asJSON } from "./verifier/report.js";
import { Signatures } from "./verifier/signatures.js";
import { decodeTime } from "./verifier/times.js";

globalThis.crypto ??= webcrypto; // node 18 has it under another name

const SHOWN = 300; // characters of an act

/** Makes a state judge, on its way, acts which are not in the log; gives what it says otherwise. */
function listen(state, acts) {
  const otherwise = new Map(); // the first of each kind
  const hear = (entries) => {
    for (const act of acts.filter((each) => each.entries === entries)) {
      const [found, expected] = [reasonAgainst(state, act), act.reason];
      const kind = `${expected} expected, ${found} found`;
      if (found !== expected && !otherwise.has(kind)) {
        otherwise.set(kind, `after ${entries} entries: ${kind}: ${act.statement.slice(0, SHOWN)}`);
      }
    }
  };
  const { admit } = state;
  state.admit = (entry) => {
    hear(entry.number);
    admit.call(state, entry);
  };
  return { hear, otherwise };
}

function reasonAgainst(state, { statement, signatures, received, entries }) {
  const before = { ...state };
  try {
    state.judge(checkStatement(decodeJSON(utf8(statement))), utf8(statement + "\n"), decodeAuthorLines(signatures),
      decodeTime(received), entries);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    if (error instanceof Malformed) return "malformed: " + error.message;
    throw error;
  } finally {
    Object.assign(state, before);
  }
}

/** What the verifier says otherwise of one history; an empty list where it agrees. */
async function differences(folder, { seed, turned_away: acts, ...told }) {
  const data = new Uint8Array(readFileSync(join(folder, `history-${seed}.viche`)));
  const bodies = acts.map(({ statement, signatures }) => utf8(`\n${statement}\n\n${signatures.join("\n")}\n`));
  const signed = new Signatures();
  const all = [...frames(data), ...bodies.map((body) => ({ kind: "entry", body }))];
  await signed.prepare(all.map((frame, end) => ({ ...frame, end })));
  await signed.upTo(all.length);
  const reading = new Reading(data, null, signed);
  const { hear, otherwise } = listen(reading.state, acts);
  try {
    for (const steps = reading.stateAtEnd(); !steps.next().done;);
    hear(reading.state.size);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return [`entry ${error.entry}: ${error.message} (${error.reason})`, ...otherwise.values()];
  }
  const found = { ...JSON.parse(JSON.stringify(asJSON(reading.state, null))), root: hex(reading.state.root) };
  for (const row of Object.values(told.votes).flatMap(Object.values)) delete row.item;
  const other = Object.keys(told).filter((name) => !isDeepStrictEqual(told[name], found[name]));
  const text = (name) => `${name}: expected ${JSON.stringify(told[name])}, found ${JSON.stringify(found[name])}`;
  return [...otherwise.values(), ...other.map(text)];
}

async function main([folder, ...more]) {
  if (!folder || more.length) {
    console.error("histories: which folder?");
    return 64;
  }
  const lines = readdirSync(folder).filter((name) => /^expected-.*\.jsonl$/.test(name)).sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean));
  let wrong = 0;
  for (const line of lines) {
    const told = JSON.parse(line);
    const found = await differences(folder, told);
    wrong += found.length > 0;
    for (const each of found) console.log(`seed ${told.seed}: ${each}`);
  }
  console.log(`${lines.length} histories, ${wrong} told otherwise by the browser's verifier`);
  return wrong || !lines.length ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));

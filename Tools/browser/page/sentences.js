// SPDX-License-Identifier: Apache-2.0
// What the command says too, from its own tables, which the build puts into the page (Sources/Register/Messages):
// why an entry is refused, and the names of outcomes and dispositions.

const PLACE = /\{([a-z0-9_]+)((?:\|[^}|]*)*)\}/g;
const MISSING = "…"; // what only the command knows
let tables = null;

/** The command's words by name; of refusals also by what they are about: `refusal.too_many_holders.seat`. */
export function commandWords(language) {
  tables ??= JSON.parse(document.getElementById("sentences").textContent);
  return tables[language];
}

/** The sentence of a reason; `about` is the entry that is refused, with what it says, or null. */
export function sentence(reason, about, words) {
  if (words.has("reason." + reason)) return words.say("reason." + reason);
  const all = commandWords(words.language);
  const facts = new Map([...(about?.facts ?? []).map(([name, value]) => [name, String(value)]),
    ...(about?.signers.length ? [["key", about.signers.join(", ")]] : [])]);
  const code = "refusal." + reason;
  const keys = [code, ...[...facts.keys()].sort().map((name) => `${code}.${name}`)].filter((key) => key in all);
  const filled = keys.map((key) => fill(all[key], facts, words));
  return filled.find((text) => !text.includes(MISSING)) ?? filled[0] ?? "";
}

function fill(template, facts, words) {
  const text = template.replace(PLACE, (_, name) => (facts.has(name) ? words.visible(facts.get(name)) : MISSING));
  return text.slice(0, 1).toLocaleUpperCase(words.language) + text.slice(1) + ".";
}

// SPDX-License-Identifier: Apache-2.0
// The page: files are chosen, a ledger is checked, and shown.

import { Broken } from "../verifier/errors.js";
import { decisionsPart } from "./decisions.js";
import { callsPart, lotsPart, mandatesPart, meetingsPart } from "./desk.js";
import { el } from "./dom.js";
import { electionsPart } from "./elections.js";
import { Held } from "./held.js";
import { membersPart, proposalsPart, seatsPart } from "./register.js";
import { run } from "./run.js";
import { isServed, readServed } from "./served.js";
import { brokenPart, holdsPart } from "./verdict.js";
import { LANGUAGES, Words, preferred } from "./words.js";

const FILE_MAX = 2 ** 30;
const PARTS = [ // [its name, what makes it, whether it is shown where a ledger has none]
  ["members", membersPart, true], ["seats", seatsPart, true], ["decisions", decisionsPart, true],
  ["elections", electionsPart, true], ["proposals", proposalsPart], ["calls", callsPart],
  ["mandates", mandatesPart], ["lots", lotsPart], ["meetings", meetingsPart]];
const [start, status, found] = ["start", "status", "found"].map((id) => document.getElementById(id));
const held = new Held();
let words = new Words(preferred());
let answer = null; // what was found of the last ledger: {report, view, …}
let source = null; // where that came from: a file, or "served"
let served = false; // whether the server publishes a ledger beside this page
let stop = () => {};

/** The same in another language; what was open stays open. */
function speak(language) {
  const parts = () => [...found.querySelectorAll("details")].filter((each) => !each.parentElement.closest("details"));
  const open = parts().map((each) => each.open);
  words = new Words(language);
  draw();
  parts().forEach((each, n) => (each.open = open[n] ?? false));
}

/** Everything again, in the language of now. */
function draw() {
  document.documentElement.lang = words.language;
  document.title = `Viche: ${words.say("page.title")}`;
  document.getElementById("foot").textContent = words.say("page.foot");
  document.getElementById("languages").replaceChildren(...LANGUAGES.map(([lang, name]) => el("button", {
    type: "button", lang, "aria-pressed": String(lang === words.language), click: () => speak(lang) }, name)));
  drawStart();
  if (answer) drawAnswer();
}

function drawStart() {
  const wasOpen = document.getElementById("given")?.open ?? false;
  held.expected = document.getElementById("key")?.value ?? held.expected;
  const publish = el("button", { type: "button", id: "served", click: () => check("served") }, words.say("served"));
  const field = el("textarea", {
    class: "field", id: "key", rows: "4", autocomplete: "off", spellcheck: "false", "aria-describedby": "keyhelp" });
  field.value = held.expected;
  const parts = [
    el("h1", {}, words.say("page.title")), el("p", { id: "lead" }, words.say("page.lead")), dropPart(),
    served ? el("p", {}, publish) : null, held.part(words, drawStart),
    el("details", { id: "given", open: wasOpen || held.expected !== "" },
      el("summary", {}, words.say("key.summary")),
      el("div", { class: "inside" },
        el("label", { for: "key" }, words.say("key.label")), field,
        el("p", { class: "small soft", id: "keyhelp" }, words.say("key.help"))))];
  start.replaceChildren(...parts.filter(Boolean));
}

function dropPart() {
  const chosen = () => input.files.length && take([...input.files]);
  const input = el("input", { type: "file", id: "file", multiple: true, "aria-describedby": "lead", change: chosen });
  const drop = el("label", { class: "drop", for: "file" },
    el("strong", {}, words.say("choose")), words.say("choose.drop"), input);
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragenter" || name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) take([...event.dataTransfer.files]);
    });
  }
  return drop;
}

/** Files that were chosen: a ledger is checked, and again when something else is to be looked for in it. */
async function take(files) {
  held.expected = document.getElementById("key").value;
  const before = held.expected;
  const ledger = await held.take(files).catch((error) => fail(words.say("failed") + error));
  if (ledger === undefined) return;
  if (held.expected !== before) document.getElementById("key").value = held.expected;
  drawStart();
  if (ledger ?? source) check(ledger ?? source);
  else status.replaceChildren(el("p", {}, words.say("kept.first")));
}

/** Checks a file, or what the server publishes. */
async function check(from) {
  stop();
  [answer, source] = [null, from];
  found.replaceChildren();
  const bar = el("progress", { max: "1", value: "0", "aria-label": words.say("progress.read") });
  status.replaceChildren(el("div", { class: "card" }, el("p", {}, words.say("progress.read")), bar));
  try {
    const file = from === "served" ? await readServed((done, of) => (bar.value = done / of)) : from;
    if (file.size > FILE_MAX) return fail(words.say("large"));
    const data = await file.arrayBuffer();
    return source === from ? checkLedger(data) : undefined;
  } catch (error) {
    if (error instanceof Broken) return hear(lied(error));
    return fail(words.say(from === "served" ? "served.none" : "failed") + error.message);
  }
}

function checkLedger(data) {
  const bar = el("progress", { max: "1", value: "0", "aria-label": words.say("progress.check") });
  const button = el("button", { type: "button", click: () => {
    stop();
    status.replaceChildren(el("p", {}, words.say("stopped")));
  } }, words.say("stop"));
  status.replaceChildren(el("div", { class: "card" }, el("p", {}, words.say("progress.check")), bar, el("p", {}, button)));
  const tell = (message) => ("done" in message ? (bar.value = message.of ? message.done / message.of : 0) : hear(message));
  stop = run({ data, expected: document.getElementById("key").value, kept: held.kept }, tell);
}

/** What a check would say of tiles that do not agree with each other. */
function lied({ kind, reason, message }) {
  const report = { ok: false, kind: kind === "missing" ? kind : "published", reason, message };
  return { report, difference: null, entry: null, fast: true, milliseconds: null };
}

/** The end of a check. */
function hear(message) {
  if ("badExpected" in message) return fail(words.say("expected.bad") + message.badExpected);
  if ("badKept" in message) return fail(`${words.say("kept.bad")}${message.badKept} (${message.message})`);
  if ("failed" in message) return fail(words.say("failed") + message.failed);
  answer = { ...message, served: source === "served" };
  drawAnswer();
  found.focus({ preventScroll: true });
  return found.scrollIntoView({ block: "start" });
}

function fail(text) {
  status.replaceChildren(el("p", { class: "card bad" }, text));
}

function drawAnswer() {
  const { report, view } = answer;
  status.replaceChildren(answer.milliseconds === null ? "" : el("p", { class: "soft" },
    `${words.say("took")} ${words.number(Math.round(answer.milliseconds / 100) / 10)} ${words.say("seconds")}`));
  if (!report.ok) {
    found.replaceChildren(...brokenPart(answer, words));
    return;
  }
  const parts = PARTS.filter(([name, , always]) => always || view[name].length);
  found.replaceChildren(
    ...holdsPart(answer, words),
    el("nav", { class: "parts", "aria-label": words.say("page.title") },
      parts.map(([name]) => el("a", { href: `#${name}` }, words.say(name)))),
    ...parts.map(([name, part]) => el("section", { "aria-labelledby": name },
      el("h2", { id: name }, words.say(name)), part(view, words))));
}

// A file that is dropped beside its place must not take the page away.
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
draw();
isServed().then((is) => {
  served = is;
  if (is) drawStart();
});

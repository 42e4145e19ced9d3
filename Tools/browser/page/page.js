// SPDX-License-Identifier: Apache-2.0
// The page: a file is chosen, checked, and shown.

import { decisionsPart } from "./decisions.js";
import { el } from "./dom.js";
import { electionsPart } from "./elections.js";
import { membersPart, proposalsPart, seatsPart } from "./register.js";
import { run } from "./run.js";
import { isServed, readServed } from "./served.js";
import { LANGUAGES, Words, preferred } from "./words.js";
import { brokenPart, holdsPart } from "./verdict.js";

const FILE_MAX = 2 ** 30;
const [start, status, found] = ["start", "status", "found"].map((id) => document.getElementById(id));
let words = new Words(preferred());
let answer = null; // what was found of the last ledger: {report, view, …}
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
  const key = document.getElementById("key")?.value ?? "";
  const wasOpen = document.getElementById("given")?.open ?? false;
  const chosen = () => input.files[0] && read(input.files[0]);
  const input = el("input", { type: "file", id: "file", "aria-describedby": "lead", change: chosen });
  const drop = el("label", { class: "drop", for: "file" },
    el("strong", {}, words.say("choose")), words.say("choose.drop"), input);
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragenter" || name === "dragover");
      if (name === "drop" && event.dataTransfer.files[0]) read(event.dataTransfer.files[0]);
    });
  }
  const publish = el("button", { type: "button", id: "served", click: readPublished }, words.say("served"));
  const field = el("input", {
    class: "field", id: "key", type: "text", autocomplete: "off", spellcheck: "false", maxlength: "400",
    "aria-describedby": "keyhelp" });
  start.replaceChildren(
    el("h1", {}, words.say("page.title")), el("p", { id: "lead" }, words.say("page.lead")), drop,
    ...(served ? [el("p", {}, publish)] : []),
    el("details", { id: "given", open: wasOpen },
      el("summary", {}, words.say("key.summary")),
      el("div", { class: "inside" },
      el("label", { for: "key" }, words.say("key.label")),
      field,
      el("p", { class: "small soft", id: "keyhelp" }, words.say("key.help")))));
  document.getElementById("key").value = key;
}

/** Nothing is shown of the ledger before. */
function clear() {
  stop();
  answer = null;
  found.replaceChildren();
}

/** Checks what the server publishes. */
async function readPublished() {
  clear();
  const bar = el("progress", { max: "1", value: "0", "aria-label": words.say("progress.read") });
  status.replaceChildren(el("div", { class: "card" }, el("p", {}, words.say("progress.read")), bar));
  try {
    const file = await readServed((done, of) => (bar.value = done / of));
    checkLedger(await file.arrayBuffer());
  } catch (error) {
    status.replaceChildren(el("p", { class: "card bad" }, words.say("served.none") + error.message));
  }
}

async function read(file) {
  clear();
  if (file.size > FILE_MAX) {
    status.replaceChildren(el("p", { class: "card bad" }, words.say("large")));
    return;
  }
  status.replaceChildren(el("p", {}, words.say("progress.read")));
  try {
    checkLedger(await file.arrayBuffer());
  } catch (error) {
    hear({ failed: String(error) });
  }
}

function checkLedger(data) {
  const key = document.getElementById("key").value.trim();
  const text = el("span");
  const bar = el("progress", { max: "1", value: "0", "aria-label": words.say("progress.entries") });
  const button = el("button", { type: "button", click: () => {
    stop();
    status.replaceChildren(el("p", {}, words.say("stopped")));
  } }, words.say("stop"));
  // Readers of the screen hear the step when it changes, not each of its hundredths.
  status.replaceChildren(el("div", { class: "card" }, el("p", {}, text), bar, el("p", {}, button)));
  const progress = ({ step, done, of }) => {
    const said = words.say("progress." + step);
    if (text.textContent !== said) text.textContent = said;
    bar.value = of ? done / of : 0;
  };
  progress({ step: "signatures", done: 0, of: 1 });
  stop = run({ data, key }, (message) => ("step" in message ? progress(message) : hear(message)));
}

/** The end of a check. */
function hear(message) {
  if ("report" in message) {
    answer = { ...message, keyGiven: document.getElementById("key").value.trim() !== "" };
    drawAnswer();
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: "start" });
    return;
  }
  const said = "badKey" in message ? words.say("key.bad") + message.badKey : words.say("failed") + message.failed;
  status.replaceChildren(el("p", { class: "card bad" }, said));
}

function drawAnswer() {
  const { report, view } = answer;
  status.replaceChildren(el("p", { class: "soft" },
    `${words.say("took")} ${words.number(Math.round(answer.milliseconds / 100) / 10)} ${words.say("seconds")}`));
  if (!report.ok) {
    found.replaceChildren(...brokenPart(report.error, answer, words));
    return;
  }
  const parts = [
    ["members", membersPart], ["seats", seatsPart], ["decisions", decisionsPart],
    ["elections", electionsPart], ...(view.proposals.length ? [["proposals", proposalsPart]] : [])];
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

// SPDX-License-Identifier: Apache-2.0
// Whether the ledger holds, what was and was not checked, and what is wrong with one that does not.

import { fact } from "./decisions.js";
import { code, el, list, said, small } from "./dom.js";
import { sentence } from "./sentences.js";

const SUBJECTS = ["call", "application", "election", "nomination", "seat", "vote", "proposal", "amendment", "mandate", "lot",
  "meeting", "party", "member"];
const CONTRADICTS = ["dropped", "forked"]; // what only a second history explains

function verdict(kind, title, text, words, ...more) {
  const sign = el("div", { class: "mark", "aria-hidden": "true" }, kind === "good" ? "✓" : "✗");
  return el("div", { class: `card verdict ${kind}` }, sign, el("div", {},
    el("h2", {}, words.say(title)), el("p", {}, words.say(text)), more));
}

/** What an entry is about, by its names. */
function subjectOf({ facts }) {
  const named = new Map(facts);
  return SUBJECTS.filter((name) => named.has(name)).map((name) => named.get(name));
}

export function brokenPart({ report, difference, fast, entry: about }, words) {
  const { entry = null, offset = null, kind, reason, message } = report;
  const value = (text) => (text === null ? words.say("nothing") : code(text));
  return [
    verdict("bad", "broken", "kind." + kind, words, el("dl", { class: "plain" },
      entry === null ? null : fact(words.say("broken.entry"), words.number(entry)),
      about ? fact(words.say("broken.about"), [
        code([about.type, ...subjectOf(about)].join(" ")), ", ", code(about.received)]) : null,
      about ? fact(words.say("broken.signers"), list(about.signers.slice(0, 20), code)) : null,
      offset === null ? null : fact(words.say("broken.offset"), words.number(offset)),
      fact(words.say("broken.reason"), [el("span", {}, sentence(reason, about, words)), " ", code(reason)]),
      difference ? [
        difference.path.length ? fact(words.say("broken.where"), code(difference.path.join(" › "))) : null,
        fact(words.say("broken.found"), value(difference.found)),
        fact(words.say("broken.expected"), value(difference.expected))]
        : fact(words.say("broken.message"), said(message, { lang: "en" })))),
    fast ? null : el("p", { class: "card notice" }, words.say("fast.not"))].filter(Boolean);
}

export function holdsPart(answer, words) {
  const { view } = answer;
  const facts = [
    ["entries", view.size], ["signatures", view.signatures], ["checkpoints", view.checkpoints],
    ["members", view.members.filter((member) => member.status !== "left").length], ["votes", view.votes.length],
    ["elections", view.elections.length]];
  return [
    headOf(answer, words),
    view.rehearsal ? el("p", { class: "card notice" }, words.say("rehearsal")) : null,
    el("h2", {}, said(words.of(view.name) || view.origin)),
    el("dl", { class: "facts" }, facts.map(([name, number]) => el("div", {},
      fact(words.say("fact." + name), words.number(number))))),
    el("section", { class: "card", id: "checks" },
      el("h3", {}, words.say("checks")), el("ul", { class: "workings" }, checks(answer, words))),
    el("dl", { class: "plain" },
      fact(words.say("origin"), code(view.origin)),
      fact(words.say("span"), `${words.moment(view.first)} – ${words.moment(view.last)}`),
      fact(words.say("statutes"), [
        said(words.of(view.title) || view.policy), `, ${words.say("version")} `, said(view.version)]),
      fact(words.say("zone"), said(view.zone)),
      fact(words.say("root"), code(view.root)),
      fact(words.say("logkey"), code(view.logKey)))].filter(Boolean);
}

function headOf({ kept, witnessed }, words) {
  if (kept.some(({ word }) => CONTRADICTS.includes(word))) return verdict("bad", "contradicted", "contradicted.text", words);
  if (kept.some(({ word }) => word !== "holds")) return verdict("bad", "kept.unfit", "kept.unfit.text", words);
  if (!witnessed.satisfied) return verdict("bad", "quorum.unmet", "quorum.unmet.text", words);
  return verdict("good", "holds", "holds.text", words);
}

/** A line of what was checked: `found` is true, false, or null for what could not be. */
function line(found, ...text) {
  const [kind, mark] = found === null ? ["unknown", "?"] : found ? ["met", "✓"] : ["unmet", "✗"];
  return el("li", {}, el("span", { class: kind, "aria-hidden": "true" }, mark), el("span", {}, text));
}

function checks(answer, words) {
  const { view, expected, kept, fast, served } = answer;
  const counted = (name, number) => line(true, el("strong", {}, words.count(name, number)), ": ", words.say("check." + (
    name === "entries" ? "tree" : name)));
  return [
    counted("entries", view.size), counted("signatures", view.signatures), counted("checkpoints", view.checkpoints),
    line(true, words.say("check.rules")),
    line(expected.logs ? true : null, words.say(expected.logs ? "check.key" : "check.key.not")),
    ...witnessLines(answer, words),
    served ? line(null, words.say("check.served")) : null,
    ...kept.map((each) => keptLine(each, words)),
    view.uncommitted ? line(null, words.say("uncommitted"), words.number(view.uncommitted)) : null,
    fast ? null : line(null, words.say("fast.not"))];
}

function witnessLines({ view, witnessed, expected }, words) {
  if (!witnessed.witnesses.length) {
    return [view.cosigners.length
      ? line(null, words.say("check.witness.not"), " ", list(view.cosigners.slice(0, 50), code))
      : line(null, words.say("check.witness.none"))];
  }
  const { satisfied, newest } = witnessed;
  const quorum = expected.quorum === null ? null
    : satisfied ? line(true, words.say("check.quorum"))
      : line(false, words.say("check.quorum.unmet"), newest ? [" ", words.say("check.quorum.newest"), " ",
        words.count("entries", newest.size), ". ", words.say("check.quorum.since"), " ",
        words.number(view.size - newest.size)] : null);
  const one = ({ name, key, size, time }) => line(size === null ? null : true, code(key), key === name ? null : [" ", code(name)],
    " ", size === null ? words.say("witness.nothing")
      : [words.say("witness.saw"), " ", words.count("entries", size), ", ", words.instant(time)]);
  return [quorum, ...witnessed.witnesses.map(one)];
}

function keptLine({ name, word, index, size, entry }, words) {
  const what = word === "holds" && index !== null ? "kept.holds.entry" : "kept." + word;
  return line(word === "holds", said(name), " (", words.count("entries", size), "): ", words.say(what),
    entry ? small(words.say("broken.entry"), " ", words.number(index), ": ", code(entry.type), ", ", code(entry.received),
      ", ", list(entry.signers.slice(0, 20), code)) : null);
}

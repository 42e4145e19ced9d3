// SPDX-License-Identifier: Apache-2.0
// Whether the ledger holds, and what was and was not checked.

import { fact } from "./decisions.js";
import { code, el, list, said } from "./dom.js";

function verdict(kind, mark, ...text) {
  const sign = el("div", { class: "mark", "aria-hidden": "true" }, mark);
  return el("div", { class: `card verdict ${kind}` }, sign, el("div", {}, text));
}

export function brokenPart({ entry, offset, kind, reason, message }, { fast, entry: about }, words) {
  return [
    verdict("bad", "✗", el("h2", {}, words.say("broken")), el("p", {}, words.say("kind." + kind)),
      el("dl", { class: "plain" },
        entry === null ? null : fact(words.say("broken.entry"), words.number(entry)),
        about ? fact(words.say("broken.about"), [code(about.type), ", ", code(about.received)]) : null,
        about ? fact(words.say("broken.signers"), list(about.signers.slice(0, 20), code)) : null,
        offset === null ? null : fact(words.say("broken.offset"), words.number(offset)),
        fact(words.say("broken.reason"), code(reason)),
        fact(words.say("broken.message"), said(message, { lang: "en" })))),
    fast ? null : el("p", { class: "card notice" }, words.say("fast.not"))].filter(Boolean);
}

export function holdsPart({ view, fast, keyGiven }, words) {
  const facts = [
    ["entries", view.size], ["signatures", view.signatures], ["checkpoints", view.checkpoints],
    ["members", view.members.filter((member) => member.status !== "left").length], ["votes", view.votes.length],
    ["elections", view.elections.length]];
  return [
    verdict("good", "✓", el("h2", {}, words.say("holds")), el("p", {}, words.say("holds.text"))),
    view.rehearsal ? el("p", { class: "card notice" }, words.say("rehearsal")) : null,
    el("h2", {}, said(words.of(view.name) || view.origin)),
    el("dl", { class: "facts" }, facts.map(([name, number]) => el("div", {},
      fact(words.say("fact." + name), words.number(number))))),
    el("div", { class: "card" }, el("dl", { class: "plain" },
      fact(words.say("origin"), code(view.origin)),
      fact(words.say("span"), `${words.moment(view.first)} – ${words.moment(view.last)}`),
      fact(words.say("statutes"), [
        said(words.of(view.title) || view.policy), `, ${words.say("version")} `, said(view.version)]),
      fact(words.say("zone"), said(view.zone)),
      fact(words.say("root"), code(view.root)),
      fact(words.say("logkey"), code(view.logKey))),
    el("ul", {}, ...limits(view, fast, keyGiven, words).map((each) => el("li", {}, each))))].filter(Boolean);
}

/** What this check cannot say, plainly. */
function limits(view, fast, keyGiven, words) {
  return [
    keyGiven ? null : words.say("key.not"),
    view.cosigners.length ? [words.say("witness.not"), " ", list(view.cosigners.slice(0, 50), code)]
      : words.say("witness.none"),
    view.uncommitted ? words.say("uncommitted") + words.number(view.uncommitted) : null,
    fast ? null : words.say("fast.not")].filter(Boolean);
}

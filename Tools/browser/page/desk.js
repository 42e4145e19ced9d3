// SPDX-License-Identifier: Apache-2.0
// Calls with their applications, mandates, lots and meetings.

import { fact } from "./decisions.js";
import { code, el, list, opened, paged, pagedList, said, small, table } from "./dom.js";
import { party, tag } from "./register.js";

const ROWS = { first: 50 };

function heads(words, ...names) {
  return names.map((name) => ({ text: words.say(name) }));
}

/** A table of all these rows, of which so many are shown at first. */
function rows(words, caption, columns, all, row) {
  const made = table(caption, heads(words, ...columns), [], { stack: true });
  return [made, paged(all, row, { ...ROWS, more: words.more, add: made.add })];
}

export function callsPart(view, words) {
  const one = (call) => opened(
    [el("strong", {}, code(call.id)), tag(words, "call", call.closed ? "closed" : "open"),
      el("span", { class: "soft small" }, words.count("applications", call.applications.length))],
    () => [
      el("dl", { class: "plain" },
        fact(words.say("vote.opens"), words.span(call)), fact(words.say("procedure"), code(call.procedure)),
        fact(words.say("status"), list(call.counts, ([word, count]) => [
          words.say("disposition." + word), " ", el("strong", {}, words.number(count))]))),
      rows(words, `${words.say("calls")}: ${call.id}`, ["application", "status", "reviews", "result"],
        call.applications, (each) => applicationRow(view, words, each))]);
  return pagedList(view.calls, one, { ...ROWS, more: words.more });
}

function applicationRow(view, words, each) {
  const reviews = each.reviewers === null ? "" : `${words.number(each.reviews)} ${words.say("reviews.of")} ${words.number(each.reviewers)}`;
  return el("tr", {},
    el("th", { scope: "row" }, party(view, words, each.id)),
    el("td", {}, tag(words, "disposition", each.disposition),
      each.tier ? small(words.say("tier"), " ", said(each.tier)) : null),
    el("td", {}, reviews, each.selected && reviews ? small(words.say("selected")) : null),
    el("td", {}, each.outcome ? tag(words, "outcome", each.outcome) : null,
      each.member ? small(words.say("joined"), " ", code(each.member)) : null));
}

export function mandatesPart(view, words) {
  return rows(words, words.say("mandates"), ["mandate", "holder", "seat.until", "status"], view.mandates, (each) => el("tr", {},
    el("th", { scope: "row" }, said(each.scope), " ", code(each.id), each.kind ? small(code(each.kind)) : null),
    el("td", {}, party(view, words, each.holder),
      each.alternate ? small(words.say("alternate"), ": ", party(view, words, each.alternate)) : null),
    el("td", { class: "date" }, words.moment(each.until)),
    el("td", {}, tag(words, "mandate", each.running ? "running" : "over"))));
}

export function lotsPart(view, words) {
  return rows(words, words.say("lots"), ["lot", "lot.drawn"], view.lots, (each) => el("tr", {},
    el("th", { scope: "row" }, said(each.title), " ", code(each.id),
      small(words.count("places", each.places), " ", words.say("lot.among"), " ", words.number(each.among), ", ",
        words.moment(each.draws))),
    el("td", {}, each.drawn ? list(each.drawn.slice(0, 100), said) : el("span", { class: "soft" }, words.say("lot.waits")))));
}

export function meetingsPart(view, words) {
  return view.meetings.map(({ body, meetings }) => opened(
    [el("strong", {}, code(body)), el("span", { class: "soft small" }, words.number(meetings.length))],
    () => rows(words, `${words.say("meetings")}: ${body}`, ["meeting", "held", "present"], meetings, (each) => el("tr", {},
      el("th", { scope: "row" }, code(each.name)), el("td", { class: "date" }, words.moment(each.held)),
      el("td", {}, list(each.present, code))))));
}

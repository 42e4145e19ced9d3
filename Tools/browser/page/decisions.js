// SPDX-License-Identifier: Apache-2.0
// Votes with their working out.

import { code, el, list, opened, pagedList, said, table } from "./dom.js";
import { party, tag } from "./register.js";

const SVG = "http://www.w3.org/2000/svg";
const BALLOT_WORDS = ["yes", "no", "abstain", "consent", "stand_aside", "block", "object"];
const BALLOTS_MAX = 2000; // rows of one table

export function decisionsPart(view, words) {
  if (!view.votes.length) return el("p", {}, words.say("none.decisions"));
  return pagedList(view.votes, (vote) => opened(voteHead(vote, words), () => voteInside(view, vote, words)),
    { first: 50, more: words.more });
}

function voteHead(vote, words) {
  const [item] = vote.items;
  const title = item && words.of(item.title);
  const rest = vote.items.length - 1;
  return [
    el("strong", {}, title ? said(title) : code(item?.id ?? vote.id)), rest > 0 ? ` + ${words.number(rest)}` : null,
    vote.items.length === 1 && item.row ? tag(words, "outcome", item.outcome) : null,
    vote.standing === "certified" && item?.row ? null : tag(words, "standing", vote.standing), " ",
    el("span", { class: "soft small" }, code(vote.id), " ", words.moment(vote.closes))];
}

function voteInside(view, vote, words) {
  const round = vote.retry ? `, ${words.say("vote.retry")}`
    : vote.round > 1 ? `, ${words.say("vote.round")} ${vote.round}` : null;
  const sealed = vote.sealed ? `, ${words.say("vote.sealed")}` : null;
  return [
    el("dl", { class: "plain" },
      fact(words.say("vote.opens"), words.span(vote)),
      fact(words.say("vote.matter"), code(vote.matter)),
      fact(words.say("vote.rule"), [code(vote.rule), round, sealed]),
      vote.certified ? fact(words.say("vote.certified"), words.moment(vote.certified)) : null),
    vote.weighted ? el("p", { class: "soft" }, words.say("weighted")) : null,
    ...vote.items.map((item) => itemPart(view, vote, item, words)),
    excludedPart(view, vote.excluded, words)];
}

export function fact(term, value) {
  return [el("dt", {}, term), el("dd", {}, value)];
}

function itemPart(view, vote, item, words) {
  const title = words.of(item.title);
  const head = el("h3", {}, title ? [said(title), " "] : null, code(item.id), " ",
    item.row ? tag(words, "outcome", item.outcome) : null);
  if (!item.row) return [head, el("p", { class: "soft" }, words.say("not.counted"))];
  return [
    head, meter(item.row), countsLine(item.row, words),
    item.outcome === "void" ? el("p", {}, words.say("void.text")) : null,
    item.winner !== null ? el("p", {}, `${words.say("winner")}: `, code(item.winner)) : null,
    item.blocs.map((bloc) => el("p", { class: "small" },
      words.say("among"), " ", code(bloc.name), ": ", countsLine(bloc, words))),
    item.workings.length ? el("ul", { class: "workings" },
      item.workings.map((each) => workingLine(each, words))) : null,
    opened(words.say("ballots"), () => ballotsTable(view, vote, item, words))];
}

/** The counts as lengths. */
function meter({ counts, electors }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "meter");
  svg.setAttribute("viewBox", "0 0 100 1");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  let at = 0;
  for (const [word, count] of counts) {
    const width = electors ? (100 * count) / electors : 0;
    const rect = document.createElementNS(SVG, "rect");
    const kind = BALLOT_WORDS.includes(word) ? word : "option";
    Object.entries({ class: kind, x: at, y: 0, width: Math.min(width, 100 - at), height: 1 })
      .forEach(([name, value]) => rect.setAttribute(name, value));
    svg.append(rect);
    at = Math.min(100, at + width);
  }
  return svg;
}

function countsLine({ counts, electors, ballots }, words) {
  const took = ` · ${words.count("electors", electors)}, ${words.number(ballots)} ${words.say("took_part")}`;
  const one = ([word, count]) => [wordOf(word, words), " ", el("strong", {}, words.number(count))];
  return el("span", {}, list(counts, one), el("span", { class: "soft" }, took));
}

/** A word of a ballot, or the option of a proposal. */
function wordOf(word, words) {
  return BALLOT_WORDS.includes(word) ? words.say("word." + word) : code(word);
}

function workingLine({ label, bloc, tally, operator, share, base, found, of, bound, met }, words) {
  const ofWhom = base === null ? [] : [" ", words.say("base." + base)];
  return el("li", {},
    el("span", { class: met ? "met" : "unmet", "aria-hidden": "true" }, met ? "✓" : "✗"),
    el("span", {}, el("strong", {}, words.say("label." + label)),
      bloc === null ? null : [" ", words.say("among"), " ", code(bloc)],
      `: ${words.say("word." + tally)} ${words.number(found)}`, of === null ? null : ` / ${words.number(of)}`, "; ",
      `${words.say("needs")} ${words.say("at." + operator)} ${share}`, ofWhom,
      bound === null ? null : `, ${words.say("that.is")} ${words.number(bound)}`,
      ` – ${words.say(met ? "met" : "unmet")}`));
}

function ballotsTable(view, vote, item, words) {
  const weighted = vote.weighted;
  const heads = [
    { text: words.say("party") }, { text: words.say("choice") },
    ...(weighted ? [{ text: words.say("weight"), number: true }] : [])];
  const row = ({ parties, choice, by, recused, weight }) => el("tr", {},
    el("th", { scope: "row" }, list(parties, (each) => party(view, words, each))),
    el("td", {}, recused ? words.say("recused") : choiceOf(choice, words),
      by ? [` (${words.say("by.proxy")} `, list(by, code), ")"] : null),
    weighted ? el("td", { class: "number" }, words.number(weight)) : null);
  return table(words.say("ballots"), heads, item.ballots.slice(0, BALLOTS_MAX).map(row), { stack: true });
}

function choiceOf(choice, words) {
  if (choice === null) return words.say("no.ballot");
  if (!Array.isArray(choice)) return wordOf(choice, words);
  return choice.length ? list(choice, code) : words.say("blank");
}

export function excludedPart(view, excluded, words) {
  if (!excluded.length) return null;
  const row = ({ ballot, reason, party: by }) => el("li", {},
    code(ballot.slice(0, 8)), " ", party(view, words, by), ": ", code(reason));
  return opened(`${words.say("excluded")} (${words.number(excluded.length)})`,
    () => el("ul", {}, excluded.slice(0, BALLOTS_MAX).map(row)));
}

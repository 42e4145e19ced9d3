// SPDX-License-Identifier: Apache-2.0
// Elections: candidates, results, and the count stage by stage.

import { code, el, list, opened, pagedList, said, small, table } from "./dom.js";
import { excludedPart, fact } from "./decisions.js";
import { party, tag } from "./register.js";

export function electionsPart(view, words) {
  if (!view.elections.length) return el("p", {}, words.say("none.elections"));
  const part = (election) => opened(electionHead(election, words), () => electionInside(view, election, words));
  return pagedList(view.elections, part, { first: 50, more: words.more });
}

function electionHead(election, words) {
  return [
    el("strong", {}, code(election.id)), el("span", {}, list(election.classes, ({ seat }) => code(seat))),
    tag(words, "standing", election.standing),
    el("span", { class: "soft small" }, `${words.say("terms.from")} ${words.moment(election.from)}`)];
}

function electionInside(view, election, words) {
  const { vote } = election;
  const method = election.method ? words.say("method." + election.method) : null;
  return [
    el("dl", { class: "plain" },
      fact(words.say("vote.matter"), code(election.matter)),
      method ? fact(words.say("method"), method) : null,
      fact(words.say("nominations.until"), words.moment(election.closes)),
      vote ? fact(words.say("vote.opens"), words.span(vote)) : null,
      fact(words.say("terms.from"), words.moment(election.from)),
      election.certified ? fact(words.say("vote.certified"), words.moment(election.certified)) : null),
    ...election.classes.map((each) => classPart(view, election, each, words)),
    vote ? excludedPart(view, vote.excluded, words) : null];
}

function classPart(view, election, each, words) {
  const counts = new Map(each.row?.counts ?? []);
  const votes = ({ id }) => counts.get(id) ?? 0;
  const order = [...each.candidates].sort((a, b) => rank(each, a) - rank(each, b) || votes(b) - votes(a));
  const rows = order.map((candidate) => candidateRow(view, each, candidate, counts, words));
  const heads = [
    { text: words.say("candidate") }, { text: words.say("result") },
    ...(each.row ? [{ text: words.say(election.ballot === "ranked" ? "first" : "named"), number: true }] : [])];
  return el("section", {},
    el("h3", {}, code(each.seat), ` · ${words.count("places", each.places)}`),
    each.row ? el("p", { class: "soft" }, words.count("electors", each.row.electors),
      `, ${words.number(each.row.ballots)} ${words.say("took_part")}`) : null,
    rows.length ? table(`${words.say("candidate")}: ${each.seat}`, heads, rows, { stack: true }) : null,
    each.row && !each.elected.length ? el("p", {}, words.say("elected.nobody")) : null,
    each.stages.length ? opened(words.say("stages"), () => stagesPart(view, each, words)) : null);
}

/** The elected in their order, then all others. */
function rank({ elected }, { id }) {
  return elected.includes(id) ? elected.indexOf(id) : elected.length;
}

function candidateRow(view, each, candidate, counts, words) {
  const elected = each.elected.includes(candidate.id);
  const result = elected ? `${words.say("elected")} ${each.elected.indexOf(candidate.id) + 1}`
    : candidate.withdrawn ? words.say("withdrawn") : "";
  return el("tr", { class: elected ? "elected" : null },
    el("th", { scope: "row" }, said(candidate.label),
      small(party(view, words, candidate.party), " ", code(candidate.id))),
    el("td", {}, result), each.row ? el("td", { class: "number" }, words.number(counts.get(candidate.id) ?? 0)) : null);
}

/** A table with a column for each stage, and below it what was decided at each. */
function stagesPart(view, each, words) {
  const labels = new Map(each.candidates.map(({ id, label }) => [id, label]));
  const name = (id) => [said(labels.get(id) ?? ""), " ", code(id)];
  const rows = each.candidates.filter(({ id }) => each.stages.some((stage) => stage.votes.some(([c]) => c === id)));
  const columns = each.stages.map((_, n) => ({ text: `${words.say("stage")} ${n}`, number: true }));
  const heads = [{ text: words.say("candidate") }, ...columns];
  const figures = (row) => each.stages.map((stage) => el("td", { class: "number" }, row(stage) ?? ""));
  const extra = ["non_transferable", "lost"].filter((field) => each.stages.some((stage) => stage[field]));
  const hasVotes = rows.length > 0;
  return [
    hasVotes ? table(words.say("stages"), heads, [
      ...rows.map(({ id }) => el("tr", { class: each.elected.includes(id) ? "elected" : null },
        el("th", { scope: "row" }, name(id)),
        figures((stage) => shorter(stage.votes.find(([c]) => c === id)?.[1])))),
      ...extra.map((field) => el("tr", {}, el("th", { scope: "row" }, words.say(field)),
        figures((stage) => shorter(stage[field]))))]) : null,
    el("ol", { start: "0" }, each.stages.map((stage) => el("li", {}, stageText(stage, name, words))))];
}

/** A figure without the zeros after its point. */
function shorter(figure) {
  return figure?.includes(".") ? figure.replace(/\.?0+$/, "") : figure;
}

/** `at_most 2 region Lviv`: a cap or floor, its number, and the group or test that it is of. */
function reasonOf(reason, words) {
  const [word, number, ...of] = reason.split(" ");
  return [words.say("why." + word), number === undefined ? null : [` ${number}: `, code(of.join(" "))]];
}

function stageText(stage, name, words) {
  const of = (stage.candidates ?? []).map((id, n) => [n ? ", " : ": ", name(id)]);
  const decisions = stage.decisions.map(([id, word, ...reasons]) => el("div", { class: "small" },
    words.say("word." + word), ": ", name(id), reasons.length ? [" (", list(reasons, (each) => reasonOf(each, words)), ")"] : null));
  const ties = (stage.ties ?? []).map(({ tied, chosen, by }) => el("div", { class: "small" },
    words.say("tie"), ": ", list(tied, name), `; ${words.say("tie.by")} `,
    by === "lot" ? words.say("by.lot") : `${words.say("by.stage")} ${by.replace("stage ", "")}`, ": ", name(chosen)));
  return [words.say("action." + stage.action), of, ties, decisions];
}

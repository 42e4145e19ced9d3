// SPDX-License-Identifier: Apache-2.0
// Members, seats and proposals.

import { code, el, list, opened, paged, said, small, table } from "./dom.js";

/** A party by its name, with its id. */
export function party(view, words, id) {
  if (id === null) return "—";
  const name = words.of(view.names.get(id));
  return [name ? said(name) : null, name ? " " : null, code(id)];
}

export function tag(words, group, word) {
  return el("span", { class: `tag ${/^[a-z_]+$/.test(word) ? word : ""}` }, words.say(`${group}.${word}`));
}

export function membersPart(view, words) {
  if (!view.members.length) return el("p", {}, words.say("none.members"));
  const row = (member) => el("tr", { class: member.status === "left" ? "out" : null },
    el("th", { scope: "row" }, party(view, words, member.id)),
    el("td", { class: "date" }, words.moment(member.since)),
    el("td", {}, tag(words, "status", member.status), " ",
      leaving(member, words)),
    el("td", {}, list(member.seats, code)));
  const heads = ["party", "since", "status", "seats"].map((word) => ({ text: words.say(word) }));
  const made = table(words.say("members"), heads, [], { stack: true });
  return [made, paged(view.members, row, { first: 100, more: words.more, add: made.add })];
}

function leaving({ status, left }, words) {
  return left && [words.say(status === "left" ? "status.left" : "leaves"), " ", words.moment(left)];
}

export function seatsPart(view, words) {
  if (!view.seats.length) return el("p", {}, words.say("none.seats"));
  const chairs = view.chairs.map(({ body, chairs: all, since }) => el("p", {},
    code(body), ` – ${words.say("chairs")} ${words.moment(since)}: `,
    list(all, (each) => party(view, words, each))));
  return [chairs, view.seats.map((each) => seatClass(view, words, each))];
}

function seatClass(view, words, { seat, bodies, count, terms }) {
  const [current, past] = [terms.filter((term) => term.when !== "past"), terms.filter((term) => term.when === "past")];
  const held = current.filter((term) => term.when === "now").length;
  const free = Math.max(0, count - held);
  return el("section", { class: "card" },
    el("h3", {}, code(seat)),
    el("p", { class: "soft" }, `${words.number(held)} / ${words.number(count)}`,
      free ? ` · ${words.say("seat.free")}: ${words.number(free)}` : null,
      bodies.length ? [` · ${words.say("seat.of")} `, list(bodies, code)] : null),
    current.length ? termsTable(view, words, seat, current) : null,
    past.length ? opened(`${words.say("seat.past")} (${words.number(past.length)})`,
      () => termsTable(view, words, seat, past.slice(0, 500))) : null);
}

function termsTable(view, words, seat, terms) {
  const heads = ["party", "seat.from", "seat.until", "seat.when"].map((word) => ({ text: words.say(word) }));
  const row = (term) => el("tr", { class: term.when === "past" ? "out" : null },
    el("th", { scope: "row" }, party(view, words, term.party),
      term.person ? small(said(term.person)) : null,
      term.alternate ? small(`${words.say("alternate")}: `, party(view, words, term.alternate)) : null),
    el("td", { class: "date" }, words.moment(term.from)),
    el("td", { class: "date" }, term.until ? words.moment(term.until) : words.say("seat.open"),
      term.ended ? small(`${words.say("seat.ended")}: ${words.moment(term.ended)}`) : null),
    el("td", {}, tag(words, "when", term.when),
      small(words.say(term.elected ? "seat.elected" : "seat.founding"))));
  return table(`${words.say("seat.term")}: ${seat}`, heads, terms.map(row), { stack: true });
}

export function proposalsPart(view, words) {
  const heads = ["proposals", "matter", "proposer", "status"].map((word) => ({ text: words.say(word) }));
  const row = (proposal) => el("tr", {},
    el("th", { scope: "row" }, said(words.of(proposal.title)), " ", code(proposal.id)),
    el("td", {}, code(proposal.matter)), el("td", {}, party(view, words, proposal.party)),
    el("td", {}, tag(words, "proposal", proposal.status),
      proposal.adopted ? small(words.moment(proposal.adopted)) : null));
  const made = table(words.say("proposals"), heads, [], { stack: true });
  return [made, paged(view.proposals, row, { first: 50, more: words.more, add: made.add })];
}

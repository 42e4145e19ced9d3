// SPDX-License-Identifier: Apache-2.0
// The vote of an election: what is on it, who votes on which class, and what a ballot may say.

import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { at, compareLists, names, range, same, unique, within } from "../values.js";
import { Signers } from "./signers.js";

/** The groups, of which those that share a party are one; all sorted. */
function joined(groups) {
  let found = [];
  for (const group of groups) {
    const near = found.filter((other) => other.some((party) => group.includes(party)));
    found = [...found.filter((other) => !near.includes(other)), unique([...group, ...near.flat()]).sort()];
  }
  return found.sort(compareLists);
}

export const seatVotes = {
  seatVoteOpened(s) {
    const election = this.election(s);
    need(this.now >= election.nominationsClose, "not_to_be_voted", "nominations are open");
    const candidates = this.candidatesOf(election);
    const order = election.body === null ? names(candidates) : at(this.statutes.bodies, election.body, "seats");
    need(s.items.length && same(s.items, order.filter((seat) => seat in candidates)) && this.voteOf(election) === null,
      "not_to_be_voted");
    need(s.matter === election.matter && !("call" in s), "unknown_matter");
    need(s.rule === election.selection && s.round === 1, "wrong_round");
    const selection = at(this.statutes.selections, election.selection);
    this.needSeatVoteTimes(s, selection);
    needSame(s.candidates ?? null, candidates, "wrong_candidates");
    const electors = new Map(s.items.map((seat) => [seat, this.itemElectors(election, seat)]));
    const electorate = joined([...electors.values()].flat());
    needSame(s.electorate, electorate, "wrong_electorate");
    need(!("weights" in s), "wrong_weights", "an election weighs nothing");
    this.checkTellers(selection, s.tellers ?? null);
    const items = s.items.map((id) => ({ id, kind: "seat" }));
    const vote = this.newVote(s, selection, items, [], electorate, electorate.map(() => 1));
    Object.assign(vote, { election, candidates, voters: this.votersOf(electorate, electors) });
    const every = (s.tellers ?? []).map((teller) => teller.key);
    return [[new Signers(this.by(s, "registrar"), { every })], () => this.votes.set(s.vote, vote)];
  },

  /** {class: the groups of the electorate, by number, that vote on it}. */
  votersOf(electorate, electors) {
    return new Map([...electors].map(([seat, groups]) => {
      const parties = new Set(groups.flat());
      return [seat, range(electorate.length).filter((n) => electorate[n].some((party) => parties.has(party)))];
    }));
  },

  needSeatVoteTimes(s, selection) {
    const [opens, window] = [decodeTime(s.opens), at(selection, "window")];
    const notice = at(this.statutes.windows, window).notice ?? "PT0H";
    need(opens >= Math.max(this.now, this.calendar.noticeEnd(this.now, notice)), "notice_too_short");
    need(decodeTime(s.closes) === this.windowEnd(opens, window), "wrong_window");
  },

  /** The refusals of what a ballot says of a class: a list of its candidates. */
  checkList(vote, group, seat, choice) {
    need(vote.voters.get(seat).includes(group), "not_an_elector", seat);
    need(Array.isArray(choice) && within(choice, vote.candidates[seat]), "not_on_ballot", seat);
    const most = "picks" in vote.rule ? this.statutes.number(vote.rule.picks) : choice.length;
    const inOrder = vote.rule.ballot !== "approval" || same(choice, [...choice].sort());
    need(inOrder && choice.length <= most, "not_on_ballot", seat);
  },
};

// SPDX-License-Identifier: Apache-2.0
// Votes: what may be put to the vote, when, and among whom.

import { decodeBech32 } from "../age.js";
import { hex } from "../bytes.js";
import { needSame } from "../differences.js";
import { Malformed, Refused, need } from "../errors.js";
import { sha256 } from "../hashes.js";
import { decodeTime } from "../times.js";
import { at, int, same } from "../values.js";
import { Signers } from "./signers.js";

export const votes = {
  vote(s) {
    return this.under(this.find(this.votes, s.vote, "unknown_vote"));
  },

  standingVote(s) {
    const vote = this.vote(s);
    need(!vote.annulled, "unknown_vote", "a ruling annulled the vote");
    return vote;
  },

  graceOver(vote) {
    return this.now >= this.graceEnd(vote.closes, vote.window);
  },

  item(name) {
    return this.applications.get(name) ?? this.proposals.get(name) ?? this.amendments.get(name) ?? null;
  },

  /** That of its ratification, once a proposal is adopted. */
  course(item) {
    return item.kind === "proposal" && item.adopted !== null ? item.ratification : item.course;
  },

  "vote.opened"(s) {
    need(!this.votes.has(s.vote), "vote_exists");
    if ("election" in s) return this.seatVoteOpened(s);
    need(!("candidates" in s), "wrong_candidates", "no election");
    const items = s.items.map((name) => this.item(name));
    need(!("call" in s) || this.calls.has(s.call), "unknown_call");
    need(items.length && !items.includes(null) && new Set(s.items).size === items.length, "not_to_be_voted",
      "unknown, or twice");
    for (const item of items) this.needVotable(this.under(item), s);
    for (const item of items) this.needMatter(this.under(item), s);
    this.needOneRound(items, s);
    const rule = at(this.statutes.rules, s.rule);
    const [opens, closes] = [decodeTime(s.opens), decodeTime(s.closes)];
    need(items.every((item) => opens >= this.earliest(rule, item)), "notice_too_short");
    need(closes === this.windowEnd(opens, at(rule, "window")), "wrong_window");
    const electorate = this.electorate(rule, items[0]);
    for (const item of items) needSame(s.electorate, this.electorate(rule, item), "wrong_electorate");
    const weights = electorate.map((group) => this.weight(rule, group));
    needSame(s.weights ?? null, "weight" in rule ? weights : null, "wrong_weights");
    this.checkTellers(rule, s.tellers ?? null);
    const vote = this.newVote(s, rule, items, items.map((item) => this.course(item)), electorate, weights);
    const every = (s.tellers ?? []).map((teller) => teller.key);
    return [[new Signers(this.by(s, "registrar"), { every })], () => {
      this.votes.set(s.vote, vote);
      for (const item of items) {
        if (item.kind === "application") Object.assign(item, { vote: s.vote, outcome: null, mayVote: false });
      }
    }];
  },

  /** As it is opened; `before` is what its items go back to if a ruling annuls it. */
  newVote(s, rule, items, courses, electorate, weights) {
    const closes = decodeTime(s.closes);
    return {
      digest: hex(sha256(this.line)), law: this.statutes, matter: s.matter, rule, ruleName: s.rule, round: s.round,
      retry: courses.some((course) => course.retry), election: null, window: rule.window, items, courses,
      opens: decodeTime(s.opens), closes, firstCloses: closes, electorate, weights,
      blocs: this.blocs(rule, electorate),
      tellers: (s.tellers ?? []).map((teller) => ({
        key: teller.key, recipient: decodeBech32(teller.recipient, "age"), identity: null })),
      before: items.map((item) => ({ vote: item.vote ?? null, outcome: item.outcome ?? null })),
      alternates: this.alternatesIn(rule, electorate), ballots: [], proxies: new Map(), conflicts: [],
      results: null, excluded: [], own: null, tallied: null,
      certified: null, certifiedBy: null, annulled: false };
  },

  /** Whether this is the next vote on each of the items, under one law. */
  needOneRound(items, s) {
    const courses = items.map((item) => this.course(item));
    need(courses.every((course, n) => items[n].law === this.statutes && course.rule === s.rule
      && course.round === s.round && course.retry === courses[0].retry), "wrong_round");
  },

  /** Whether the item may be put to the vote now. */
  needVotable(item, s) {
    const [course, votable] = [this.course(item), (holds) => need(holds, "not_to_be_voted", item.id)];
    const stage = item.kind === "application" ? this.stage(item.call, "objections") : {};
    if (item.kind === "application") {
      votable(!("call" in s) || s.call === item.call.id);
      const until = this.objectionsUntil(item);
      need(until !== null && this.now >= until, "objections_open");
      votable(item.mayVote && !item.withdrawn);
    } else if (item.kind === "amendment") {
      votable(item.pending && item.proposal.frozen === null && !item.proposal.withdrawn);
    } else if (item.adopted === null) {
      votable(item.frozen !== null && !item.withdrawn);
      need(item.heard || !("hearing" in this.matter(item.matter)), "hearing_missing");
      votable(course.last !== "blocked" || course.round === 1 || (item.revised ?? 0) > course.entry);
    } else {
      votable(item.ratifyBy !== null && !item.ratified && this.isAdopted(item));
    }
    votable(!course.final && !course.waits && !this.isInVote(item));
    if ("pull_at" in stage) this.needDebated(item, stage, s);
  },

  /** Whether an application that enough members object to is voted on alone, and after its answers. */
  needDebated(item, stage, s) {
    const against = [...this.objections.values()].filter((o) => o.application === item && !o.withdrawn);
    if (new Set(against.map((objection) => objection.party)).size < int(stage.pull_at)) return;
    need(s.items.length === 1, "debated_separately", item.id);
    need(against.every((objection) => objection.answered), "objection_unanswered", item.id);
  },

  needMatter(item, s) {
    const applies = item.kind === "application";
    const named = applies ? this.stage(item.call, "decide").matter : this.ofProposal(item).matter;
    need(s.matter === named && "call" in s === applies, "unknown_matter");
    this.matter(named);
  },

  /** The first moment at which a vote on the item may open. */
  earliest(rule, item) {
    const noticeEnd = (start, notice) => this.calendar.noticeEnd(start, notice ?? "PT0H");
    const course = this.course(item);
    const ends = [this.now, noticeEnd(this.now, at(this.statutes.windows, at(rule, "window")).notice)];
    if (item.kind === "proposal") {
      ends.push(noticeEnd(item.frozen, this.matter(item.matter).notice));
      if (item.matter === "statutes") {
        ends.push(noticeEnd(item.revised === null ? item.frozen : item.revisedAt, this.statutes.amend.text_frozen));
      }
    }
    if (course.retry) ends.push(noticeEnd(course.time, at(rule, "retry").once_after));
    return Math.max(...ends);
  },

  checkTellers(rule, tellers) {
    if (rule.secrecy !== "sealed") {
      need(tellers === null, "wrong_tellers", "the ballots are not sealed");
      return;
    }
    need(tellers?.length && same(tellers.map((teller) => teller.key), this.holders("teller").sort()), "wrong_tellers");
    try {
      for (const teller of tellers) decodeBech32(teller.recipient, "age");
    } catch (error) {
      if (error instanceof Malformed) throw new Refused("wrong_tellers", error.message);
      throw error;
    }
  },

  "vote.extended"(s) {
    return this.extension(this.standingVote(s), s);
  },
};

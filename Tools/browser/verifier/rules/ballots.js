// SPDX-License-Identifier: Apache-2.0
// Ballots, proxies, conflicts of interest, and tested blocks.

import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { at, int, names, object, same, unique, within } from "../values.js";
import { Signers } from "./signers.js";

export const ballots = {
  needInTime(vote, s) {
    need(this.isSealedBeforeNow(s), "sealed_in_future");
    need(this.now >= vote.opens, "not_open_yet");
    const sealed = "sealed_at" in s && decodeTime(s.sealed_at) < vote.closes;
    need(this.now < vote.closes || (sealed && !this.graceOver(vote)), "voting_over");
  },

  /** The number of the party's group in a vote. */
  elector(vote, party) {
    const number = this.groupOf(vote.electorate, party);
    need(number >= 0, "not_an_elector");
    return number;
  },

  isRecused(vote, group, item) {
    return vote.election === null && (this.hasConflict(vote, group, item.id)
      || this.recused(vote.rule, vote.electorate[group], this.subject(item)));
  },

  /** Whether a voter, a group's number or an alternate, declared a conflict of interest. */
  hasConflict(vote, voter, name) {
    return vote.conflicts.some((each) => each.voter === voter && each.item === name);
  },

  /** Whether the party casts for its group: always, unless the group named another voter. */
  isNamed(party, group) {
    const named = this.voters.filter((voter) => group.includes(voter) && this.isMember(voter));
    return !named.length || named.at(-1) === party;
  },

  /** The refusals of what stands on a ballot of a group or an alternate, open or opened. */
  checkChoices(vote, voter, choices, reasons, recused) {
    for (const name of names(choices)) {
      const item = vote.items.findLast((each) => each.id === name);
      need(item, "unknown_choice", name);
      if (vote.election) {
        this.checkList(vote, voter, name, choices[name]);
        continue;
      }
      need(!vote.alternates.has(voter) || this.standsIn(vote, voter, item), "not_an_elector", name);
      this.checkChoice(vote.rule, item, choices[name]);
      need(!recused.has(name), "recused", name);
      if (choices[name] === "block" && "block" in vote.rule) this.checkBlock(vote.rule.block, name, reasons);
    }
  },

  checkChoice(rule, item, choice) {
    const words = this.words(rule, item);
    if (at(rule, "ballot") !== "approval") {
      need(words.includes(choice), "not_on_ballot", item.id);
      return;
    }
    const isSorted = Array.isArray(choice) && same(choice, unique(choice).sort());
    need(isSorted && within(choice, words), "not_on_ballot", item.id);
  },

  checkBlock(block, name, reasons) {
    need(name in reasons, "reason_missing", name);
    need(!("grounds" in block) || block.grounds.includes(reasons[name].ground), "ground_missing", name);
  },

  "ballot.cast"(s) {
    const vote = this.standingVote(s);
    need(s.on === vote.digest, "other_text");
    this.needInTime(vote, s);
    const party = this.signingParty();
    const voter = this.voter(vote, party);
    const isGroup = !vote.alternates.has(voter);
    need(!isGroup || this.isNamed(party, vote.electorate[voter]), "not_the_named_voter");
    need(this.isActive(party), "suspended");
    need("sealed" in s === vote.tellers.length > 0, "wrong_secrecy");
    const recusing = vote.items.filter((item) => isGroup && this.isRecused(vote, voter, item));
    const recused = new Set(recusing.map((item) => item.id));
    this.checkChoices(vote, voter, s.choices ?? object(), s.reasons ?? object(), recused);
    const ballot = {
      ...this.signed(s), id: s.id, voter, party, choices: s.choices ?? null, sealed: s.sealed ?? null, recused,
      reasons: s.reasons ?? object(), revocations: [], setAside: new Set() };
    return [[this.byParty(party)], () => vote.ballots.push(ballot)];
  },

  "ballot.revoked"(s) {
    const [vote, party] = [this.standingVote(s), this.signingParty()];
    this.needInTime(vote, s);
    const voter = this.voter(vote, party);
    need(this.isActive(party), "suspended");
    const revocation = this.signed(s);
    return [[this.byParty(party)], () => {
      for (const ballot of vote.ballots) {
        if (ballot.voter === voter) ballot.revocations.push(revocation);
      }
    }];
  },

  /** By which key, and when, a ballot or its revocation was made. */
  signed(s) {
    return { key: this.signers[0], received: this.now, time: "sealed_at" in s ? decodeTime(s.sealed_at) : this.now };
  },

  "voter.named"(s) {
    for (const party of s.parties) need(this.parties.has(party), "unknown_party", party);
    need(s.parties.includes(s.voter) && new Set(s.parties).size === s.parties.length, "not_an_elector");
    const bodies = Object.values(this.statutes.bodies).filter((body) => "one_vote_per" in body);
    const kinds = unique(bodies.map((body) => body.one_vote_per));
    const groups = kinds.flatMap((kind) => this.groups(this.members(), kind));
    need(groups.some((group) => within(s.parties, group)), "not_an_elector", "not one group");
    return [[new Signers(s.parties.map((party) => this.votingKeys(party)))], () => this.voters.push(s.voter)];
  },

  "proxy.given"(s) {
    const [vote, party] = [this.standingVote(s), this.signingParty()];
    need("proxies" in vote.rule, "no_proxies");
    this.needInTime(vote, s);
    const [giver, to] = [this.elector(vote, party), this.elector(vote, s.to)];
    need(giver !== to, "not_an_elector", "one group");
    need(this.isActive(party), "suspended");
    const others = [...vote.proxies].filter(([from]) => from !== giver);
    const most = int(at(vote.rule, "proxies", "at_most"));
    need(others.filter(([, holder]) => holder === to).length < most, "too_many_proxies");
    need(!others.some(([from, holder]) => from === to || holder === giver), "proxy_chain");
    return [[this.byParty(party)], () => vote.proxies.set(giver, to)];
  },

  "conflict.declared"(s) {
    const [vote, party] = [this.standingVote(s), this.signingParty()];
    need(vote.items.some((item) => item.id === s.item), "unknown_choice");
    need(this.now < vote.closes, "voting_over");
    const voter = this.voter(vote, party);
    return [[this.byParty(party)], () => vote.conflicts.push({ voter, item: s.item })];
  },

  "block.tested"(s) {
    const vote = this.standingVote(s);
    need(!vote.tellers.length, "wrong_secrecy");
    need(vote.results === null, "tally_exists");
    const body = vote.rule.block?.tested_by;
    need(body, "nobody_rules");
    const item = vote.items.find((each) => each.id === s.item);
    const standsIn = item && vote.alternates.has(s.party) && this.standsIn(vote, s.party, item);
    const voter = standsIn ? s.party : this.groupOf(vote.electorate, s.party);
    const ballot = vote.ballots.findLast((b) => b.voter === voter && !this.isRevoked(b)
      && this.exclusion(vote, b) === null && s.item in b.choices);
    need(item && ballot?.choices[s.item] === "block" && !ballot.setAside.has(s.item), "no_such_block");
    const proposer = this.ofProposal(item).party ?? null;
    const leftOut = [...this.groupIn(vote, s.party), ...this.groupIn(vote, proposer)];
    return [[new Signers([], { resolution: this.ruling(body, leftOut) })], () => {
      if (s.verdict === "set_aside") ballot.setAside.add(s.item);
    }];
  },

  /** The parties that are one group with this one, in a vote. */
  groupIn(vote, party) {
    if (party === null) return [];
    return unique([party, ...(vote.electorate.find((group) => group.includes(party)) ?? [])]);
  },
};

// SPDX-License-Identifier: Apache-2.0
// Proposals: from submission to the frozen text.

import { need } from "../errors.js";
import { Course } from "../records.js";
import { decodeTime } from "../times.js";
import { at, int, names, same, within } from "../values.js";
import { Signers } from "./signers.js";

const OPTIONS_MAX = 64;

export const proposals = {
  /** The terms of a matter that a rule decides; the statutes themselves are always one. */
  matter(name) {
    const { matters, amend, rules } = this.statutes;
    const matter = name === "statutes" ? { rule: at(amend, "matter_rule") } : matters[name] ?? {};
    need((matter.rule ?? "") in rules, "unknown_matter");
    return matter;
  },

  needNewName(name) {
    const taken = [this.applications, this.parties, this.proposals, this.amendments];
    need(!taken.some((table) => table.has(name)), "name_taken", "the name is taken: " + name);
  },

  proposal(s) {
    return this.under(this.known(this.proposals, s, "proposal"));
  },

  ofProposal(item) {
    return item.kind === "amendment" ? item.proposal : item;
  },

  /** The applicant, or the party that a proposal is about. */
  subject(item) {
    return item.kind === "application" ? item.id : this.ofProposal(item).about;
  },

  /** Whether it was carried, has not lapsed, and was not undone. */
  isStanding(proposal) {
    const { adopted, ratifyBy, ratified, ratification } = proposal;
    return adopted !== null && (ratifyBy === null || ratified || (this.now < ratifyBy && !ratification.final));
  },

  isAdopted(proposal) {
    return this.isStanding(proposal) && (proposal.validUntil === null || this.now < proposal.validUntil);
  },

  adopted(s) {
    const proposal = this.proposal(s);
    need(this.isAdopted(proposal), "not_adopted");
    return proposal;
  },

  /** In one word, how far it has come. */
  status(proposal) {
    if (proposal.withdrawn) return "withdrawn";
    if (proposal.adopted !== null) {
      return !this.isStanding(proposal) ? "lapsed" : this.isAdopted(proposal) ? "adopted" : "expired";
    }
    if (proposal.course.final) return proposal.course.last;
    return proposal.frozen === null ? "debated" : "frozen";
  },

  mayPropose(party, proposal) {
    const [by, { role }] = [this.matter(proposal.matter).proposed_by ?? null, proposal];
    if (!this.isActive(party)) return false;
    if (role) return this.holders(role).some((key) => this.offices(key).get(role) === party);
    if (by === null) return this.couldVote(party, proposal);
    const body = this.body(by);
    return ("seats" in body ? this.acting(body.seats) : this.roll(at(body, "roll"))).includes(party);
  },

  couldVote(party, proposal) {
    return this.electorate(this.ruleOf(proposal), proposal).some((group) => group.includes(party));
  },

  /** The rule that decides the proposal's matter. */
  ruleOf(proposal) {
    return this.statutes.rules[this.matter(proposal.matter).rule];
  },

  "proposal.submitted"(s) {
    const matter = this.matter(s.matter);
    this.needNewName(s.proposal);
    const { roles, bodies, rolls } = this.statutes;
    const by = matter.proposed_by ?? "";
    const role = by in roles && !(by in bodies) && !(by in rolls) ? by : null;
    const proposal = this.newProposal(s, role, new Course(matter.rule));
    this.findProposer(proposal);
    need(within(matter.papers ?? [], names(s.papers)), "papers_missing");
    const concerns = s.matter === "suspension" || s.matter === "expulsion";
    need("about" in s ? this.isMember(s.about) : !concerns, "unknown_party");
    this.needStatutesForTheirMatter(s, s.matter);
    const options = names(s.options ?? {}).length;
    const approval = at(this.statutes.rules[matter.rule], "ballot") === "approval";
    need("options" in s === approval && (!approval || (options >= 2 && options <= OPTIONS_MAX)), "not_on_ballot",
      "2 to 64 options, and only for approval");
    this.needLanguage(s.title, s.texts, ...Object.values(s.options ?? {}));
    return [[this.byProposer(proposal)], () => {
      proposal.opened = int(matter.seconds ?? "0") ? null : this.now;
      this.proposals.set(s.proposal, proposal);
    }];
  },

  /** As it is submitted; `role` is the office that alone may propose in its matter, or null. */
  newProposal(s, role, course) {
    return {
      id: s.proposal, kind: "proposal", law: this.statutes, matter: s.matter, role, key: null, party: null,
      title: s.title, texts: s.texts, about: s.about ?? null, statutes: s.statutes ?? null, options: s.options ?? null,
      validUntil: "valid_until" in s ? decodeTime(s.valid_until) : null, submitted: this.now, seconders: [],
      opened: null, frozen: null, revised: null, revisedAt: null, withdrawn: false, heard: false, course,
      adopted: null, ratifyBy: null, ratified: false, ratification: null, suspendedUntil: null, expelled: false,
      appealed: false, enacted: false };
  },

  /** Whose proposal it is: of the key that holds the role, or of the member who signed. */
  findProposer(proposal) {
    const { role } = proposal;
    if (role) {
      const holders = this.holders(role);
      proposal.key = this.signers.find((key) => holders.includes(key)) ?? null;
      proposal.party = proposal.key && this.offices(proposal.key).get(role);
      need(proposal.key && (proposal.party === null || !this.isSuspended(proposal.party)), "may_not_propose");
    } else {
      proposal.party = this.signingParty();
      need(proposal.party && this.mayPropose(proposal.party, proposal), "may_not_propose");
    }
  },

  needStatutesForTheirMatter(s, matter) {
    need("statutes" in s === (matter === "statutes"), "not_on_ballot", "new statutes, only for their matter");
  },

  byProposer(proposal) {
    return proposal.role ? new Signers([[proposal.key]]) : this.byParty(proposal.party);
  },

  needDebate(proposal) {
    need(!proposal.withdrawn, "already_withdrawn");
    need(proposal.frozen === null, "already_frozen");
  },

  needOpened(proposal) {
    need(proposal.opened !== null, "seconds_missing", "the debate is not open yet");
  },

  "proposal.seconded"(s) {
    const [proposal, party] = [this.proposal(s), this.signingParty()];
    this.needDebate(proposal);
    const groups = this.electorate(this.ruleOf(proposal), proposal);
    const before = [proposal.party, ...proposal.seconders];
    const own = groups.find((group) => group.includes(party)) ?? [party];
    need(party && this.mayPropose(party, proposal) && !own.some((each) => before.includes(each)), "may_not_propose");
    return [[this.byParty(party)], () => {
      proposal.seconders.push(party);
      const { seconds } = this.matter(proposal.matter);
      if (proposal.opened === null && proposal.seconders.length >= int(seconds)) proposal.opened = this.now;
    }];
  },

  isBetweenRounds(proposal) {
    return proposal.course.last !== null && !proposal.course.final && !this.isInVote(proposal);
  },

  /** Whether a vote on it is open or awaits its certificate. */
  isInVote(item) {
    return [...this.votes.values()]
      .some((vote) => vote.certified === null && !vote.annulled && vote.items.includes(item));
  },

  "proposal.withdrawn"(s) {
    const proposal = this.proposal(s);
    need(!proposal.withdrawn, "already_withdrawn");
    need(proposal.frozen === null || this.isBetweenRounds(proposal), "already_frozen");
    return [[this.byProposer(proposal)], () => (proposal.withdrawn = true)];
  },

  "text.frozen"(s) {
    const proposal = this.proposal(s);
    this.needDebate(proposal);
    this.needOpened(proposal);
    const { discuss } = this.matter(proposal.matter);
    need(discuss === undefined || this.now >= this.windowEnd(proposal.opened, discuss), "debate_open");
    need(![...this.amendments.values()].some((a) => a.proposal === proposal && a.pending), "amendment_pending");
    need(same(s.texts, proposal.texts), "other_text");
    return [this.byRegistrar(s), () => (proposal.frozen = this.now)];
  },

  "text.revised"(s) {
    const proposal = this.proposal(s);
    need(!proposal.withdrawn, "already_withdrawn");
    const { course } = proposal;
    need(this.isBetweenRounds(proposal) && course.round > 1 && !course.retry && !course.waits,
      "already_frozen", "not between two rounds of one rule");
    need(!same(s.texts, proposal.texts), "other_text");
    this.needLanguage(s.texts);
    return [[this.byProposer(proposal)], () => Object.assign(proposal, {
      texts: s.texts, revised: this.number, revisedAt: this.now })];
  },

  "hearing.held"(s) {
    const proposal = this.proposal(s);
    const { hearing } = this.matter(proposal.matter);
    need(hearing, "unknown_thing", "the matter has no hearing");
    need(!proposal.heard, "thing_exists", "the hearing was held");
    need(s.attended || this.now >= this.calendar.end(proposal.submitted, hearing), "hearing_open");
    const other = !s.attended ? this.anyKey() : proposal.about ? this.keysOf(proposal.about) : [];
    return [[new Signers([...this.by(s, "registrar"), other])], () => (proposal.heard = true)];
  },
};

// SPDX-License-Identifier: Apache-2.0
// Elections: their call, nominations, and who is a candidate.

import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { at, names, object, unique } from "../values.js";
import { Signers } from "./signers.js";

export const elections = {
  /** The bodies that a class of seats belongs to, in the order of their names. */
  bodiesOf(seat) {
    const { bodies } = this.statutes;
    return names(bodies).filter((name) => (bodies[name].seats ?? []).includes(seat));
  },

  election(s) {
    return this.under(this.known(this.elections, s, "election"));
  },

  "election.called"(s) {
    this.needNew(this.elections, s, "election");
    const name = this.statutes.matters[s.matter]?.select;
    const selection = this.statutes.selections[name ?? ""] ?? {};
    need(["approval", "ranked"].includes(selection.ballot), "unknown_matter", "no matter that ballots elect in");
    const [termsFrom, seats] = [decodeTime(s.terms_from), names(s.places)];
    const ofMandates = seats.length > 0 && !(seats[0] in this.statutes.seats);
    for (const seat of seats) {
      if (ofMandates) {
        this.needElsewhere(seat, s.matter, s.places[seat]);
      } else {
        this.needElectable(seat, seats[0]);
        this.needPlaces(seat, s.places[seat], termsFrom);
      }
      need(!this.pendingElections(seat).length, "election_pending", seat);
    }
    need(seats.length, "wrong_places", "no class");
    const closes = decodeTime(s.nominations_close);
    need(this.now < closes && closes <= termsFrom, "wrong_window");
    const body = ofMandates ? null : this.bodiesOf(seats[0])[0];
    need(body === null || this.waitingTerms(body).every((term) => term.start <= termsFrom), "wrong_window",
      "terms that would begin before others that wait to begin");
    const election = {
      id: s.election, law: this.statutes, matter: s.matter, selection: name, places: s.places,
      body, nominationsClose: closes, termsFrom, certified: null };
    return [this.byRegistrar(s), () => this.elections.set(s.election, election)];
  },

  needElectable(seat, first) {
    const bodies = this.bodiesOf(seat);
    need(seat in this.statutes.seats && bodies.length && !("per" in this.statutes.seats[seat])
      && bodies[0] === this.bodiesOf(first)[0], "unknown_seat", seat);
  },

  needPlaces(seat, found, time) {
    const expected = this.seatPlaces(seat, time).length;
    need(found === expected && expected !== 0, "wrong_places", `${seat}: ${found}, computed: ${expected}`);
  },

  /**
   * The elections of a class that wait for their vote or its certificate.
   *
   * One whose nominations have closed and that has nobody to vote on waits for nothing.
   */
  pendingElections(seat) {
    return [...this.elections.values()].filter((e) => seat in e.places && e.certified === null && (
      this.now < e.nominationsClose || this.voteOf(e) || names(this.candidatesOf(e)).length));
  },

  // Nominations.

  "nomination.made"(s) {
    this.needNew(this.nominations, s, "nomination");
    const [election, { seat, party }] = [this.election(s), s];
    need(this.now < election.nominationsClose, "nominations_over");
    need(seat in election.places, "unknown_seat");
    this.needMember(party);
    need(this.keysOf(party).includes(s.nominee), "unknown_key", "the nominee has no key in force of the party");
    this.needNomineeFacts(s.facts);
    if (election.body) this.needSeatFor(party, seat, s.facts, election.termsFrom, election.places);
    need(![...this.nominations.values()].some((other) => other.election === election && other.seat === seat
      && other.party === party && !other.withdrawn), "thing_exists", "the party is nominated");
    const elector = this.signingParty();
    need(this.itemElectors(election, seat).some((group) => group.includes(elector)), "not_an_elector");
    const nomination = {
      id: s.nomination, law: election.law, election, seat, party, nominee: s.nominee, label: s.label, facts: s.facts,
      accepted: false, withdrawn: false };
    return [[this.byParty(elector)], () => this.nominations.set(s.nomination, nomination)];
  },

  needNomineeFacts(facts) {
    for (const name of names(facts)) {
      need(this.statutes.attributes[name]?.subject === "nominee", "unknown_fact", name);
    }
  },

  /** Whether the party may hold the seat from a moment on, when the founding terms of some classes end. */
  needSeatFor(party, seat, facts, time, ending = object()) {
    need(this.mayHold(party, seat, facts), "not_a_holder");
    const [own, { bodies }] = [this.bodiesOf(seat), this.statutes];
    for (const name of names(bodies)) {
      const apart = own.some((each) => (bodies[each].never ?? []).includes(name)
        || (bodies[name].never ?? []).includes(each));
      if (!own.includes(name) && !apart) continue;
      need(!this.staying(bodies[name], time, ending).has(party),
        own.includes(name) ? "too_many_holders" : "incompatible_office", name);
    }
    need(!this.isResting(party, seat, time), "resting");
  },

  mayHold(party, seat, facts) {
    return this.statutes.holds(at(this.statutes.seats, seat, "holder"), this.partySubject(party, facts)) === true;
  },

  /**
   * {party: the facts of its nominee} of who holds a seat of the body at a moment, but for the founding
   * terms of some classes, which end then.
   */
  staying(body, time, ending = object()) {
    const terms = this.termsOf(body.seats ?? [], time);
    const kept = terms.filter((term) => term.elected || !(term.seat in ending));
    return new Map(kept.map((term) => [term.party, term.facts]));
  },

  /** The groups that vote on a class, or on a mandate, now. */
  itemElectors(election, name) {
    if (election.body === null) {
      return this.members().filter((party) => !this.isSuspended(party)).sort().map((party) => [party]);
    }
    return this.electorate({ electors: at(this.statutes.seats, name, "electors") });
  },

  /** The nomination, which is not withdrawn. */
  nomination(s) {
    const nomination = this.under(this.known(this.nominations, s, "nomination"));
    need(!nomination.withdrawn, "unknown_thing", "the nomination was withdrawn");
    return nomination;
  },

  "nomination.accepted"(s) {
    const nomination = this.nomination(s);
    need(!nomination.accepted, "thing_exists", "the nomination was accepted");
    need(this.now < nomination.election.nominationsClose, "nominations_over");
    const [voting, { nominee }] = [this.votingKeys(nomination.party), nomination];
    const way = voting.includes(nominee) ? new Signers([[nominee]]) : new Signers([[nominee], voting]);
    return [[way], () => (nomination.accepted = true)];
  },

  "nomination.withdrawn"(s) {
    const nomination = this.nomination(s);
    const vote = this.voteOf(nomination.election);
    need(vote === null || this.now < vote.closes, "voting_over");
    return [[new Signers([[nomination.nominee]]), this.byParty(nomination.party)], () => (nomination.withdrawn = true)];
  },

  /** {class: those who accepted, sorted}, of the classes that have any. */
  candidatesOf(election) {
    const standing = [...this.nominations.values()]
      .filter((n) => n.election === election && n.accepted && !n.withdrawn);
    return object(unique(standing.map((n) => n.seat)).map((seat) => [
      seat, standing.filter((n) => n.seat === seat).map((n) => n.id).sort()]));
  },

  /** The election's vote, opened and not annulled, or null. */
  voteOf(election) {
    return [...this.votes.values()].find((vote) => vote.election === election && !vote.annulled) ?? null;
  },
};

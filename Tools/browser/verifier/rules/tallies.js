// SPDX-License-Identifier: Apache-2.0
// The opening of sealed ballots, and the tally.

import { decodeBech32, openAge, x25519 } from "../age.js";
import { sameBytes } from "../bytes.js";
import { decodeBase64, decodeJSON } from "../encoding.js";
import { needSame } from "../differences.js";
import { Malformed, Refused, need } from "../errors.js";
import { checkSealed } from "../forms.js";
import { at, names, object } from "../values.js";
import { Signers } from "./signers.js";

const PADDED_TO = 96; // bytes, of which a sealed ballot is a multiple
const SPACE = 32;

export const tallies = {
  "seal.opened"(s) {
    const vote = this.standingVote(s);
    need(vote.tellers.length, "wrong_secrecy");
    need(this.graceOver(vote), "voting_open");
    const teller = vote.tellers.find((each) => this.signers.includes(each.key));
    need(teller && this.signers.length === 1, "wrong_signers", "not one of the vote's tellers alone");
    need(teller.identity === null, "thing_exists", "the seal is open");
    const identity = this.identity(s.identity);
    need(sameBytes(x25519(identity), teller.recipient), "wrong_identity");
    return [[new Signers([[teller.key]])], () => (teller.identity = identity)];
  },

  identity(text) {
    try {
      return decodeBech32(text, "AGE-SECRET-KEY-");
    } catch (error) {
      if (error instanceof Malformed) throw new Refused("wrong_identity", error.message);
      throw error;
    }
  },

  /** [choices, reasons] of a sealed ballot: layer by layer, then what stands inside. */
  openSealed(ballot, tellers) {
    const data = tellers.reduce((sealed, teller) => openAge(sealed, teller.identity), decodeBase64(ballot.sealed));
    let end = data.length;
    while (end && data[end - 1] === SPACE) end -= 1;
    const inside = checkSealed(decodeJSON(data.subarray(0, end)));
    if (data.length % PADDED_TO || inside.id !== ballot.id || !names(inside.choices).length) {
      throw new Malformed("not what a sealed ballot holds");
    }
    return [inside.choices, inside.reasons ?? object()];
  },

  /** Whether the key of a ballot or of a revocation was revoked with effect from before it. */
  isDistrusted(signed) {
    const revoked = this.revoked.get(signed.key);
    if (!revoked || revoked.since === null) return false;
    return revoked.since <= (revoked.reason === "compromised" ? signed.received : signed.time);
  },

  /** Whether its group has taken it back, with a key that counts. */
  isRevoked(ballot) {
    return ballot.revocations.some((revocation) => !this.isDistrusted(revocation));
  },

  hadLeft(party, closes) {
    const { left } = this.parties.get(party);
    return left !== null && left < closes;
  },

  /** Why a ballot does not count, or null; what it chooses, if it was sealed, is known from here on. */
  exclusion(vote, ballot) {
    if (this.isDistrusted(ballot)) return "revoked_key";
    if (this.hadLeft(ballot.party, vote.closes)) return "left";
    if (ballot.sealed === null) return null;
    try {
      const [choices, reasons] = this.openSealed(ballot, vote.tellers);
      Object.assign(ballot, { choices, reasons });
      this.checkChoices(vote, ballot.voter, choices, reasons, ballot.recused);
    } catch (error) {
      if (error instanceof Malformed) return "not_opened";
      if (error instanceof Refused) return error.code;
      throw error;
    }
    return null;
  },

  /** {own: {item: {voter: choice}} of the ballots that count, excluded: the others and why}. */
  counted(vote) {
    const [excluded, own] = [[], new Map(vote.items.map((item) => [item.id, new Map()]))];
    for (const ballot of vote.ballots) {
      if (this.isRevoked(ballot)) continue;
      const reason = this.exclusion(vote, ballot);
      if (reason) {
        excluded.push({ ballot: ballot.id, reason });
        continue;
      }
      for (const name of names(ballot.choices)) {
        own.get(name).set(ballot.voter, ballot.setAside.has(name) ? "stand_aside" : ballot.choices[name]);
      }
    }
    return { own, excluded };
  },

  /** The rows of the tally of these groups, by number. */
  results(vote, own, groups) {
    return vote.items.map((item) => {
      const [voters, mine] = [this.electorsOf(vote, item, groups), own.get(item.id)];
      const [electors, free] = [[...voters.keys()], [...voters.keys()].filter((n) => voters.get(n) === n)];
      const carried = [...vote.proxies]
        .filter(([giver, to]) => free.includes(giver) && free.includes(to) && mine.has(to));
      const cast = [...voters].filter(([, voter]) => mine.has(voter));
      const choices = new Map([
        ...carried.map(([giver, to]) => [giver, mine.get(to)]), ...cast.map(([n, voter]) => [n, mine.get(voter)])]);
      const words = this.words(vote.rule, item);
      const row = this.row(electors, choices, words, vote.weights);
      const blocs = [...vote.blocs].map(([name, bloc]) => [
        name, this.row(electors.filter((n) => bloc.includes(n)), choices, words, vote.weights)]);
      const isVoid = !electors.length || (electors.length === 1 && groups.length > free.length);
      const outcome = isVoid ? "void" : this.outcome(vote.rule, row, blocs.map(([, bloc]) => bloc), vote.retry);
      const result = { ...row, item: item.id, blocs: object(blocs), outcome };
      return outcome === "carried" && at(vote.rule, "ballot") === "approval"
        ? { ...result, winner: this.winner(row) } : result;
    });
  },

  /** {results, excluded, own, papers}, computed from the ballots; papers of each class of an election. */
  tally(vote) {
    const { own, excluded } = this.counted(vote);
    const groups = [...vote.electorate.keys()]
      .filter((n) => !vote.electorate[n].every((party) => this.hadLeft(party, vote.closes)));
    if (vote.election) return { ...this.seatResults(vote, own, groups), own, excluded };
    return { results: this.results(vote, own, groups), papers: null, own, excluded };
  },

  "tally.published"(s) {
    const vote = this.standingVote(s);
    need(this.graceOver(vote), "voting_open");
    need(vote.results === null, "tally_exists");
    need(vote.tellers.every((teller) => teller.identity), "seals_closed");
    const { results, excluded, own, papers } = this.tally(vote);
    needSame({ excluded: s.excluded, results: s.results }, { excluded, results }, "wrong_tally");
    return [this.byRegistrar(s), () => Object.assign(vote, { results, excluded, own, tallied: this.now, papers })];
  },
};

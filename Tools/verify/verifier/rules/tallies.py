# SPDX-License-Identifier: Apache-2.0
"""The opening of sealed ballots, and the tally."""

from .. import encoding
from ..age import decode_bech32, open_age, x25519
from ..differences import need_same
from ..errors import Malformed, Refused, need
from ..forms import check_fields
from .signers import Signers

INSIDE = ["choices:{choice}", "id:id", "reasons?:{reason}"]  # the fields of a ballot that was sealed


class Tallies:
    """The rules of the tally."""

    def rule_seal_opened(self, s):
        vote = self.standing_vote(s)
        need(vote.tellers, "wrong_secrecy")
        need(self.grace_over(vote), "voting_open")
        teller = next((t for t in vote.tellers if t.key in self.signers), None)
        need(teller and len(self.signers) == 1, "wrong_signers", "not one of the vote's tellers alone")
        need(teller.identity is None, "thing_exists", "the seal is open")
        try:
            identity = decode_bech32(s["identity"], "AGE-SECRET-KEY-")
        except Malformed as error:
            raise Refused("wrong_identity", str(error))
        need(x25519(identity) == teller.recipient, "wrong_identity")
        return [Signers({teller.key})], lambda: setattr(teller, "identity", identity)

    def open_sealed(self, ballot, tellers):
        """(choices, reasons) of a sealed ballot: layer by layer, then what stands inside."""
        data = encoding.decode_base64(ballot.sealed)
        for teller in tellers:
            data = open_age(data, teller.identity)
        inside = check_fields(encoding.decode_json(data.rstrip(b" ")), INSIDE)
        if len(data) % 96 or inside["id"] != ballot.id or not inside["choices"]:
            raise Malformed("not what a sealed ballot holds")
        return inside["choices"], inside.get("reasons", {})

    def is_distrusted(self, signed):
        """Whether the key of a ballot or of a revocation was revoked with effect from before it."""
        revoked = self.revoked.get(signed.key)
        if not revoked or revoked.since is None:
            return False
        return revoked.since <= (signed.received if revoked.reason == "compromised" else signed.time)

    def is_revoked(self, ballot):
        """Whether its group has taken it back, with a key that counts."""
        return any(not self.is_distrusted(revocation) for revocation in ballot.revocations)

    def has_gone(self, vote, party):
        """Whether a party left before the vote closes."""
        left = self.parties[party].left
        return left is not None and left < vote.closes

    def exclusion(self, vote, ballot):
        """Why a ballot does not count, or None; what it chooses, if it was sealed, is known from here on."""
        if self.is_distrusted(ballot):
            return "revoked_key"
        if self.has_gone(vote, ballot.party):
            return "left"
        if ballot.sealed is not None:
            try:
                ballot.choices, reasons = self.open_sealed(ballot, vote.tellers)
                self.check_choices(vote, ballot.voter, ballot.choices, reasons, ballot.recused)
            except Malformed:
                return "not_opened"
            except Refused as refusal:
                return refusal.code
        return None

    def counted(self, vote):
        """({item: {voter: choice}} of the ballots that count, those that are excluded and why)."""
        excluded, own = [], {item.id: {} for item in vote.items}
        for ballot in vote.ballots:
            if self.is_revoked(ballot):
                continue
            reason = self.exclusion(vote, ballot)
            if reason:
                excluded.append({"ballot": ballot.id, "reason": reason})
            else:
                for name, choice in ballot.choices.items():
                    own[name][ballot.voter] = "stand_aside" if name in ballot.set_aside else choice
        return own, excluded

    def results(self, vote, own, groups):
        """The rows of the tally of these groups, by number."""
        results = []
        for item in vote.items:
            voters, mine = self.electors_of(vote, item, groups), own[item.id]
            electors, free = list(voters), [n for n in voters if voters[n] == n]
            choices = {giver: mine[to] for giver, to in vote.proxies.items()
                       if giver in free and to in free and to in mine}
            choices.update({n: mine[voter] for n, voter in voters.items() if voter in mine})
            words = self.words(vote.rule, item)
            row = self.row(electors, choices, words, vote.weights)
            blocs = {name: self.row([n for n in electors if n in bloc], choices, words, vote.weights)
                     for name, bloc in vote.blocs.items()}
            void = not electors or (len(electors) == 1 and len(groups) > len(free))
            outcome = "void" if void else self.outcome(vote.rule, row, blocs.values(), vote.retry)
            results.append(dict(row, item=item.id, blocs=blocs, outcome=outcome))
            if outcome == "carried" and vote.rule["ballot"] == "approval":
                results[-1]["winner"] = self.winner(row)
        return results

    def tally(self, vote):
        """(results, excluded, the papers of each class of an election), computed from the ballots."""
        own, excluded = self.counted(vote)
        groups = [n for n, group in enumerate(vote.electorate) if not all(self.has_gone(vote, p) for p in group)]
        if vote.election:
            results, papers = self.seat_results(vote, own, groups)
            return results, excluded, papers
        return self.results(vote, own, groups), excluded, None

    def rule_tally_published(self, s):
        vote = self.standing_vote(s)
        need(self.grace_over(vote), "voting_open")
        need(vote.results is None, "tally_exists")
        need(all(teller.identity for teller in vote.tellers), "seals_closed")
        results, excluded, papers = self.tally(vote)
        need_same({"results": s["results"], "excluded": s["excluded"]}, {"results": results, "excluded": excluded},
                  "wrong_tally")

        def effect():
            vote.results, vote.tallied, vote.papers = results, self.now, papers

        return self.by_registrar(s), effect

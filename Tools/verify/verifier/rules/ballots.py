# SPDX-License-Identifier: Apache-2.0
"""Ballots, proxies, conflicts of interest, and tested blocks."""

from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Ballots:
    """The rules of ballots."""

    def need_in_time(self, vote, s):
        need(self.is_sealed_before_now(s), "sealed_in_future")
        need(self.now >= vote.opens, "not_open_yet")
        sealed = "sealed_at" in s and decode_time(s["sealed_at"]) < vote.closes
        need(self.now < vote.closes or (sealed and not self.grace_over(vote)), "voting_over")

    @staticmethod
    def elector(vote, party):
        """The number of the party's group in a vote."""
        number = next((n for n, group in enumerate(vote.electorate) if party in group), None)
        need(number is not None, "not_an_elector")
        return number

    def is_recused(self, vote, group, item):
        return vote.election is None and ((group, item.id) in vote.conflicts or self.recused(
            vote.rule, vote.electorate[group], self.subject(item)))

    def is_named(self, party, group):
        """Whether the party casts for its group: always, unless the group named another voter."""
        named = [voter for voter in self.voters if voter in group and self.is_member(voter)]
        return not named or named[-1] == party

    def check_choices(self, vote, voter, choices, reasons, recused):
        """The refusals of what stands on a ballot of a group or an alternate, open or opened."""
        items, block = {item.id: item for item in vote.items}, vote.rule.get("block")
        for name, choice in sorted(choices.items()):
            need(name in items, "unknown_choice", name)
            if vote.election:
                self.check_list(vote, voter, name, choice)
                continue
            need(voter not in vote.alternates or self.stands_in(vote, voter, items[name]), "not_an_elector", name)
            words = self.words(vote.rule, items[name])
            if vote.rule["ballot"] == "approval":
                options = choice if isinstance(choice, list) else [None]
                need(set(options) <= set(words) and options == sorted(set(options)), "not_on_ballot", name)
            else:
                need(choice in words, "not_on_ballot", name)
            need(name not in recused, "recused", name)
            if choice == "block" and block is not None:
                need(name in reasons, "reason_missing", name)
                need("grounds" not in block or reasons[name].get("ground") in block["grounds"], "ground_missing", name)

    def rule_ballot_cast(self, s):
        vote = self.standing_vote(s)
        need(s["on"] == vote.digest, "other_text")
        self.need_in_time(vote, s)
        party = self.signing_party()
        voter = self.voter(vote, party)
        is_group = voter not in vote.alternates
        need(not is_group or self.is_named(party, vote.electorate[voter]), "not_the_named_voter")
        need(self.is_active(party), "suspended")
        need(("sealed" in s) == bool(vote.tellers), "wrong_secrecy")
        recused = {item.id for item in vote.items if is_group and self.is_recused(vote, voter, item)}
        self.check_choices(vote, voter, s.get("choices", {}), s.get("reasons", {}), recused)
        ballot = Record(**self.signed(s), id=s["id"], voter=voter, party=party, choices=s.get("choices"),
                        sealed=s.get("sealed"), recused=recused, revocations=[], set_aside=set())
        return [self.by_party(party)], lambda: vote.ballots.append(ballot)

    def rule_ballot_revoked(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        self.need_in_time(vote, s)
        voter = self.voter(vote, party)
        need(self.is_active(party), "suspended")

        revocation = Record(**self.signed(s))

        def effect():
            for ballot in vote.ballots:
                if ballot.voter == voter:
                    ballot.revocations.append(revocation)

        return [self.by_party(party)], effect

    def signed(self, s):
        """By which key, and when, a ballot or its revocation was made."""
        made = decode_time(s["sealed_at"]) if "sealed_at" in s else self.now
        return {"key": self.signers[0], "received": self.now, "time": made}

    def rule_voter_named(self, s):
        parties = set(s["parties"])
        for party in s["parties"]:
            need(party in self.parties, "unknown_party", party)
        need(s["voter"] in parties and len(parties) == len(s["parties"]), "not_an_elector")
        kinds = {body["one_vote_per"] for body in self.statutes.bodies.values() if "one_vote_per" in body}
        groups = [set(group) for kind in kinds for group in self.groups(self.members(), kind)]
        need(any(parties <= group for group in groups), "not_an_elector", "not one group")
        return [Signers(*map(self.voting_keys, s["parties"]))], lambda: self.voters.append(s["voter"])

    def rule_proxy_given(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        need("proxies" in vote.rule, "no_proxies")
        self.need_in_time(vote, s)
        giver, to = self.elector(vote, party), self.elector(vote, s["to"])
        need(giver != to, "not_an_elector", "one group")
        need(self.is_active(party), "suspended")
        others = {a: b for a, b in vote.proxies.items() if a != giver}
        need(list(others.values()).count(to) < int(vote.rule["proxies"]["at_most"]), "too_many_proxies")
        need(to not in others and giver not in others.values(), "proxy_chain")
        return [self.by_party(party)], lambda: vote.proxies.update({giver: to})

    def rule_conflict_declared(self, s):
        vote, party = self.standing_vote(s), self.signing_party()
        need(s["item"] in [item.id for item in vote.items], "unknown_choice")
        need(self.now < vote.closes, "voting_over")
        voter = self.voter(vote, party)
        return [self.by_party(party)], lambda: vote.conflicts.add((voter, s["item"]))

    def rule_block_tested(self, s):
        vote = self.standing_vote(s)
        need(not vote.tellers, "wrong_secrecy")
        need(vote.results is None, "tally_exists")
        body = vote.rule.get("block", {}).get("tested_by")
        need(body, "nobody_rules")
        item = next((item for item in vote.items if item.id == s["item"]), None)
        voters = {n for n, group in enumerate(vote.electorate) if s["party"] in group}
        if item and s["party"] in vote.alternates and self.stands_in(vote, s["party"], item):
            voters = {s["party"]}
        ballots = [b for b in vote.ballots if b.voter in voters and not self.is_revoked(b)
                   and self.exclusion(vote, b) is None and s["item"] in b.choices]
        need(item and ballots and ballots[-1].choices[s["item"]] == "block" and s["item"] not in ballots[-1].set_aside,
             "no_such_block")
        proposer = getattr(self.of_proposal(item), "party", None)
        left_out = self.group_in(vote, s["party"]) | self.group_in(vote, proposer)
        return [Signers(resolution=self.ruling(body, left_out))], \
            lambda: ballots[-1].set_aside.update({s["item"]} if s["verdict"] == "set_aside" else ())

    @staticmethod
    def group_in(vote, party):
        """The parties that are one group with this one, in a vote."""
        return {party, *next((group for group in vote.electorate if party in group), ())} - {None}

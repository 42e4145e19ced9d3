# SPDX-License-Identifier: Apache-2.0
"""The vote of an election: what is on it, who votes on which class, and what a ballot may say."""

from ..differences import need_same
from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class SeatVotes:
    """The rules of opening the vote of an election, and of its ballots."""

    def seat_vote_opened(self, s):
        election = self.election(s)
        candidates, body = self.candidates_of(election), self.statutes.bodies.get(election.body)
        order = body["seats"] if body else sorted(candidates)
        need(self.now >= election.nominations_close, "not_to_be_voted", "nominations are open")
        need(s["items"] and s["items"] == [seat for seat in order if seat in candidates]
             and self.vote_of(election) is None, "not_to_be_voted")
        need(s["matter"] == election.matter and "call" not in s, "unknown_matter")
        need((s["rule"], s["round"]) == (election.selection, 1), "wrong_round")
        selection = self.statutes.selections[election.selection]
        self.need_seat_vote_times(s, selection)
        need_same(s.get("candidates"), candidates, "wrong_candidates")
        electors = {seat: self.item_electors(election, seat) for seat in s["items"]}
        electorate = self.joined({tuple(group) for groups in electors.values() for group in groups})
        need_same(s["electorate"], electorate, "wrong_electorate")
        need("weights" not in s, "wrong_weights", "an election weighs nothing")
        self.check_tellers(selection, s.get("tellers"))
        vote = self.new_vote(s, selection, [Record(id=seat, kind="seat") for seat in s["items"]], [], electorate,
                             [1] * len(electorate))
        vote.election, vote.candidates = election, candidates
        vote.voters = {seat: {n for n, group in enumerate(electorate) if any(set(group) & set(g) for g in groups)}
                       for seat, groups in electors.items()}
        return [Signers(*self.by(s, "registrar"), every={t["key"] for t in s.get("tellers", [])})], \
            lambda: self.votes.update({s["vote"]: vote})

    @staticmethod
    def joined(groups):
        """The groups, of which those that share a party are one; all sorted."""
        found = []
        for group in groups:
            near = [other for other in found if other & set(group)]
            found = [other for other in found if other not in near] + [set(group).union(*near)]
        return sorted(map(sorted, found))

    def need_seat_vote_times(self, s, selection):
        opens, notice = decode_time(s["opens"]), self.statutes.windows[selection["window"]].get("notice", "PT0H")
        need(opens >= max(self.now, self.calendar.notice_end(self.now, notice)), "notice_too_short")
        need(decode_time(s["closes"]) == self.window_end(opens, selection["window"]), "wrong_window")

    def check_list(self, vote, group, seat, choice):
        """The refusals of what a ballot says of a class: a list of its candidates."""
        need(group in vote.voters[seat], "not_an_elector", seat)
        need(isinstance(choice, list) and set(choice) <= set(vote.candidates[seat]), "not_on_ballot", seat)
        most = self.statutes.number(vote.rule["picks"]) if "picks" in vote.rule else len(choice)
        in_order = vote.rule["ballot"] != "approval" or choice == sorted(choice)
        need(in_order and len(choice) <= most, "not_on_ballot", seat)

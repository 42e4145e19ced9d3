# SPDX-License-Identifier: Apache-2.0
"""What was asked beside whether the log holds, as text; and what nobody asked."""

from .plain import clean, counted

UNCHECKED = {
    "log_key": "whose log it is (--log-key)",
    "earlier_copy": "whether anything was taken out since an earlier time (--since)",
    "witnesses": "whether others were shown the same log (--policy)",
    "older_checkpoints": "the checkpoints before the last, which tiles do not carry",
    "uncommitted": "%d bytes after the last checkpoint, which are not committed",
    "sealed_ballots": "what sealed ballots say whose tellers have not opened them",
    "commitments": "personal data, of which the log has only commitments",
    "documents": "documents, of which the log has only the SHA-256"}


class Answers:
    """What was asked beside whether the log holds, and the answers; by default nothing was."""

    def __init__(self, receipts=0, since=None, remembered=None, witnessed=None, in_tiles=False, key_known=False):
        self.receipts = receipts  # how many agree
        self.since, self.remembered, self.witnessed = since, remembered, witnessed  # findings
        self.in_tiles, self.key_known = in_tiles, key_known

    @property
    def satisfied(self):
        return self.witnessed is None or self.witnessed["policy"]["satisfied"]

    @property
    def has_earlier_copy(self):
        return bool(self.since or self.remembered and "size" in self.remembered)

    def not_checked(self, state):
        """The names of what was not."""
        sealed = any(ballot.sealed is not None and not all(teller.identity for teller in vote.tellers)
                     for vote in state.votes.values() for ballot in vote.ballots)
        unchecked = {
            "log_key": not self.key_known, "earlier_copy": not self.has_earlier_copy, "witnesses": self.witnessed is None,
            "older_checkpoints": self.in_tiles, "uncommitted": state.uncommitted_bytes > 0, "sealed_ballots": sealed,
            "commitments": bool({"application.submitted", "review.submitted"} & set(state.types)),
            "documents": "document.registered" in state.types}
        return [name for name in UNCHECKED if unchecked[name]]


def unchecked_lines(state, answers):
    unchecked = [UNCHECKED[name].replace("%d", str(state.uncommitted_bytes)) for name in answers.not_checked(state)]
    return ["not checked:"] * bool(unchecked) + ["  " + each for each in unchecked]


def receipt_lines(count):
    return ["receipts: %s with this log: their entries are here, and nothing before them was changed or taken out" % (
        "1 agrees" if count == 1 else "%d agree" % count)] if count else []


def since_lines(since):
    if since is None:
        return []
    kinds = ", ".join("%d %s" % (n, name) for name, n in sorted(since["new"].items()))
    return ["since: the head of %s that was kept, root %s, is a beginning of this log: nothing was changed or taken out" % (
        counted(since["size"], "entry"), since["root"]),
        "  %s since%s" % (counted(since["new_entries"], "entry"), ": " + kinds if kinds else "")]


def memory_lines(state, remembered):
    """What is new since the head that was remembered, and what is remembered now."""
    if remembered is None:
        return []
    lines = since_lines(remembered) if "size" in remembered else []
    return lines + ["remembered: the head of %s (%s)" % (counted(state.size, "entry"), clean(remembered["file"]))]


def witness_lines(witnessed):
    if witnessed is None:
        return []
    policy, witnesses = witnessed["policy"], witnessed["witnesses"]
    words = {"cosigned": "cosigned at %s", "missing": "no cosignature", "invalid": "a cosignature that is not its own"}
    lines = ["witnesses: %d of %d cosigned the last checkpoint" % (
        sum(each["finding"] == "cosigned" for each in witnesses), len(witnesses))]
    lines += ["  %-12s %s" % (clean(each["name"]), words[each["finding"]].replace("%s", each.get("time", "")))
              for each in witnesses]
    lines += ["  group %-6s %d of %d, %d needed: %s" % (
        clean(each["name"]), each["cosigned"], each["members"], each["needed"], "met" if each["met"] else "not met")
        for each in policy["groups"]]
    return lines + (["  the policy is satisfied"] if policy["satisfied"] else [])


def unsatisfied(state, policy):
    """Why the last checkpoint is not to be believed yet."""
    newest = "none before it does" if "newest" not in policy else (
        "the newest that does covers %d entries, %d came since" % (policy["newest"]["size"], policy["entries_since"]))
    return "the checkpoint of %s does not satisfy the policy; %s" % (counted(state.size, "entry"), newest)

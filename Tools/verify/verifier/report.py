# SPDX-License-Identifier: Apache-2.0
"""What was found, as text and as JSON. The names in JSON are those of `viche verify --json`."""

import unicodedata

from .encoding import encode_base64
from .evidence import PROBLEMS
from .notes import encode_vkey
from .rules.terms import NEVER
from .times import encode_time


def clean(text):
    """The text without anything that a terminal obeys."""
    return "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else
                   "\\u{%x}" % ord(c) for c in str(text))


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

    def __init__(self, since=None, witnessed=None, in_tiles=False, key_known=False):
        self.since, self.witnessed = since, witnessed
        self.in_tiles, self.key_known = in_tiles, key_known

    @property
    def satisfied(self):
        return self.witnessed is None or self.witnessed["policy"]["satisfied"]

    def not_checked(self, state):
        """The names of what was not."""
        sealed = any(ballot.sealed is not None and not all(teller.identity for teller in vote.tellers)
                     for vote in state.votes.values() for ballot in vote.ballots)
        unchecked = {
            "log_key": not self.key_known, "earlier_copy": self.since is None, "witnesses": self.witnessed is None,
            "older_checkpoints": self.in_tiles, "uncommitted": state.uncommitted_bytes > 0, "sealed_ballots": sealed,
            "commitments": bool({"application.submitted", "review.submitted"} & set(state.types)),
            "documents": "document.registered" in state.types}
        return [name for name in UNCHECKED if unchecked[name]]


def as_json(state, broken, answers=None):
    if broken:
        told = {"ok": False, "kind": broken.kind, "reason": broken.reason, "message": clean(broken.message)}
        told.update((name, clean(value) if isinstance(value, str) else value) for name, value in (
            ("entry", broken.entry), ("offset", broken.offset), ("resource", broken.resource),
            ("expected", broken.expected), ("found", broken.found)) if value is not None)
        told.update(zip(("kept_head", "log_head"), (head.note.decode("utf-8", "replace") for head in broken.heads)))
        return told
    answers, members = answers or Answers(), state.members()
    told = {
        "ok": answers.satisfied, "origin": state.origin, "log_key": state.log_key, "rehearsal": state.rehearsal,
        "log_keys": list(map(encode_vkey, state.log_keys)),
        "entries": state.size, "signatures": state.signature_count, "checkpoints": state.checkpoints,
        "size": state.size, "root": state.root, "uncommitted_bytes": state.uncommitted_bytes,
        "checked": checked(state, answers), "not_checked": answers.not_checked(state),
        "members": sorted(members), "suspended": sorted(filter(state.is_suspended, members)),
        "statutes_version": int(state.in_force().version),
        "proposals": {name: state.status(proposal) for name, proposal in state.proposals.items()},
        "decisions": {name: {row["item"]: row["outcome"] for row in vote.results}
                      for name, vote in state.votes.items() if vote.certified is not None},
        "terms": [term_as_json(state, term) for term in state.terms],
        "alternates": [alternate for term in state.terms if state.runs(term, state.now) for alternate in alternate_as_json(state, term)],
        "chairs": {body: [{"from": encode_time(turn.start), "chairs": turn.chairs} for turn in turns]
                   for body, turns in state.turns.items()},
        "meetings": {body: len(state.meetings_of(body)) for body in sorted({m.body for m in state.meetings.values()})},
        "lots": {name: {"places": lot.places, "drawn": lot.drawn} for name, lot in state.lots.items()},
        "elections": {name: election_as_json(state, election) for name, election in state.elections.items()},
        "votes": {name: {row["item"]: {k: row[k] for k in row if k != "item"} for row in vote.results}
                  for name, vote in state.votes.items() if vote.results is not None}}
    if answers.since:
        told["since"] = answers.since
    told.update(answers.witnessed or {})
    if not answers.satisfied:
        told.update(kind="not_witnessed", message=unsatisfied(state, answers.witnessed["policy"]))
    return told


def checked(state, answers):
    """What was checked, in numbers."""
    witnesses = answers.witnessed["witnesses"] if answers.witnessed else []
    return {"state_changes": state.size, "statutes_versions": len(state.versions), "members": len(state.members()),
            "ballots": state.types.count("ballot.cast"), "counts": state.types.count("tally.published"),
            "cosignatures": sum(each["finding"] == "cosigned" for each in witnesses)}


def term_as_json(state, term):
    """`until` is left out while nobody can know it, `ended` where the term was not cut short."""
    told, end = {"seat": term.seat, "party": term.party, "from": encode_time(term.start)}, state.end_of(term)
    if term.until < NEVER:
        told["until"] = encode_time(term.until)
    if end < term.until and end <= state.last_time:
        told["ended"] = encode_time(end)
    return told


def alternate_as_json(state, term):
    alternate = state.alternate_of(term, state.now)
    return [{"seat": term.seat, "party": term.party, "alternate": alternate}] if alternate else []


def election_as_json(state, election):
    vote = state.vote_of(election)
    told = {"places": election.places, "candidates": vote.candidates if vote else state.candidates_of(election),
            "nominations_close": encode_time(election.nominations_close),
            "terms_from": encode_time(election.terms_from), "certified": election.certified is not None}
    if vote and vote.results is not None:
        told["elected"] = {row["item"]: [state.nominations[c].party for c in row["elected"]] for row in vote.results}
    return told


def vote_lines(state, name, vote):
    """What a vote came to, and each item of it."""
    rows = vote.results or []
    stage = ", annulled" if vote.annulled else ", not certified yet" if rows and vote.certified is None else ""
    carried = sum(row["outcome"] == "carried" for row in rows)
    count = "%d of %d carried" % (carried, len(rows)) if rows else "not counted yet"
    return ["vote %s: %s%s" % (clean(name), count, stage)] + [item_line(state, vote, row) for row in rows]


def item_line(state, vote, row):
    if vote.election:
        elected = ", ".join(clean(state.nominations[c].party) for c in row["elected"]) or "nobody"
        return "  %-12s %-9s  %s, of %d electors, %d ballots" % (
            clean(row["item"]), row["outcome"], elected, row["electors"], row["ballots"])
    item = state.item(row["item"])
    member = getattr(item, "member", None)
    counts = ", ".join("%s %d" % (clean(word), row["counts"][word]) for word in state.words(vote.rule, item))
    return "  %-12s %-9s  %s, of %d electors%s" % (
        clean(row["item"]), row["outcome"], counts, row["electors"],
        "" if member is None else "; member " + clean(member))


KINDS = {
    "tampered": "tampered with", "cut": "cut short", "foreign": "foreign", "refused": "against the statutes",
    "missing": "incomplete", "shorter": "cut since it was kept", "forked": "forked", "other_key": "foreign key", "altered": "altered",
    "unsound": "what was kept proves nothing"}
HINTS = {
    "tampered": "compare with another copy; a witness can say which is right",
    "cut": "fetch the whole file again",
    "foreign": "find out which log and which key you mean",
    "refused": "whoever keeps this log let in what the statutes do not allow: show it to the members and witnesses",
    "missing": "ask again; if it stays so, compare with another copy",
    "shorter": "fetch it again; if it stays so, show both signed heads to the members and witnesses",
    "forked": "keep both files; together the two signed heads prove it to anybody: show them to the members and witnesses",
    "other_key": "find out which log and which key you mean",
    "altered": "take the file as you were given it, or another head",
    "unsound": "keep another: any checkpoint of the log, or a receipt"}


def as_text(state, broken, answers=None):
    return "\n".join(broken_lines(broken) if broken else lines_of(state, answers or Answers()))


def broken_lines(broken):
    """The kind of fault, its first place, what was expected and found there, what to do."""
    place = ["entry %d" % broken.entry] if broken.entry is not None else []
    place += ["byte %d" % broken.offset] if broken.offset is not None else []
    place += [broken.resource] if broken.resource is not None else []
    lines = ["DOES NOT HOLD%s: %s: %s (%s, %s)" % (
        "".join(", " + clean(each) for each in place), KINDS[broken.kind], clean(broken.message), broken.kind,
        broken.reason)]
    lines += ["  %-9s %s" % (word, clean(value)) for word, value in (
        ("expected", broken.expected), ("found", broken.found)) if value is not None]
    for word, head in zip(("kept", "found"), broken.heads):
        lines += ["", "the signed head that was %s:" % word, ""]
        lines += ["    " + clean(line) for line in head.note.decode("utf-8", "replace").splitlines()]
    return lines + [""] * bool(broken.heads) + ["what to do: " + HINTS[broken.kind]]


def counted(number, word):
    """`1 entry`, `2 entries`."""
    return "%d %s" % (number, word if number == 1 else (word + "s").replace("ys", "ies"))


def lines_of(state, answers):
    lines = ["REHEARSAL: nothing in this ledger is binding; it says so in its first entry"] if state.rehearsal else []
    title = state.name.get("en") or next(iter(state.name.values()), "")
    counts = (("entry", state.size), ("signature", state.signature_count), ("checkpoint", state.checkpoints),
              ("member", len(state.members())), ("application", len(state.applications)),
              ("proposal", len(state.proposals)), ("vote", len(state.votes)))
    counts += (("election", len(state.elections)),) if state.elections else ()
    lines += [clean("%s  %s" % (state.origin, title)).rstrip(), ", ".join(counted(n, word) for word, n in counts)]
    for name, vote in state.votes.items():
        lines += vote_lines(state, name, vote)
    lines += ["proposal %s: %s" % (clean(name), state.status(p)) for name, p in state.proposals.items()]
    lines += checked_lines(state) + ["head: %d entries, root %s" % (state.size, state.root)]
    lines += since_lines(answers.since) + witness_lines(answers.witnessed)
    unchecked = [UNCHECKED[name].replace("%d", str(state.uncommitted_bytes)) for name in answers.not_checked(state)]
    lines += ["not checked:"] * bool(unchecked) + ["  " + each for each in unchecked]
    return lines + (["OK"] if answers.satisfied else [
        "NOT WITNESSED: " + unsatisfied(state, answers.witnessed["policy"])])


def checked_lines(state):
    """What holds, in numbers."""
    types = state.types.count
    again = (("disposition", types("application.screened")), ("electorate", types("vote.opened")),
             ("tally", types("tally.published")), ("certificate", types("outcome.certified")))
    again = ", ".join(counted(n, word) for word, n in again if n)
    return ["checked: the bytes of %s, %s by their authors, %s by the log's key" % (
        counted(state.size, "entry"), counted(state.signature_count, "signature"),
        counted(state.checkpoints, "checkpoint")),
        "  every entry judged by the statutes (%s)%s" % (
            counted(len(state.versions), "version"), again and "; computed again: " + again)]


def since_lines(since):
    if since is None:
        return []
    kinds = ", ".join("%d %s" % (n, name) for name, n in sorted(since["new"].items()))
    return ["since: the head of %s that was kept, root %s, is a beginning of this log: nothing was changed or taken out" % (
        counted(since["size"], "entry"), since["root"]),
        "  %s since%s" % (counted(since["new_entries"], "entry"), ": " + kinds if kinds else "")]


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
    newest = "none before it does" if "newest_size" not in policy else (
        "the newest that does covers %d entries, %d came since" % (policy["newest_size"], policy["entries_since"]))
    return "the checkpoint of %s does not satisfy the policy; %s" % (counted(state.size, "entry"), newest)


def evidence_as_json(evidence, problem):
    told = {"ok": problem is None, "origin": clean(evidence.first.origin.decode("utf-8", "replace")),
            "heads": [{"size": head.size, "root": encode_base64(head.root)} for head in (evidence.first, evidence.second)]}
    if problem:
        told.update(kind=problem, message=PROBLEMS[problem])
    return told


def evidence_as_text(evidence, problem):
    heads = ["  %d entries, root %s" % (head.size, encode_base64(head.root)) for head in (evidence.first, evidence.second)]
    if problem:
        return "\n".join(["PROVES NOTHING: " + PROBLEMS[problem]] + heads)
    return "\n".join(["PROVES A FORK: the key of %s signed two histories" % clean(
        evidence.first.origin.decode("utf-8", "replace"))] + heads)

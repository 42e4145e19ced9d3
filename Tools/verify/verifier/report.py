# SPDX-License-Identifier: Apache-2.0
"""What was found, as text and as JSON. The names in JSON are those of `viche verify --json`."""

from .answers import Answers, memory_lines, receipt_lines, since_lines, unchecked_lines, unsatisfied, witness_lines
from .encoding import encode_base64
from .evidence import PROBLEMS
from .faults import fault_as_json, fault_lines
from .notes import encode_vkey
from .plain import clean, counted
from .rules.terms import NEVER
from .times import encode_time


def as_json(state, broken, answers=None):
    if broken:
        return fault_as_json(broken)
    answers, members = answers or Answers(), state.members()
    told = {
        "ok": answers.satisfied, "origin": state.origin, "log_key": state.log_key, "rehearsal": state.rehearsal,
        "log_keys": list(map(encode_vkey, state.log_keys)),
        "entries": state.size, "signatures": state.signature_count, "checkpoints": state.checkpoints,
        "size": state.size, "root": state.root, "uncommitted_bytes": state.uncommitted_bytes,
        "checked": checked(state, answers), "not_checked": answers.not_checked(state), "receipts": answers.receipts,
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
    if answers.remembered:
        told["remembered"] = answers.remembered
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


def as_text(state, broken, answers=None):
    return "\n".join(fault_lines(broken) if broken else lines_of(state, answers or Answers()))


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
    lines += receipt_lines(answers.receipts) + since_lines(answers.since) + witness_lines(answers.witnessed)
    lines += memory_lines(state, answers.remembered if answers.satisfied else None) + unchecked_lines(state, answers)
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

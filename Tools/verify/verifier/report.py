# SPDX-License-Identifier: Apache-2.0
"""What was found, as text and as JSON."""

import base64
import unicodedata

from .rules.terms import NEVER
from .times import encode_time


def clean(text):
    """The text without anything that a terminal obeys."""
    return "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else
                   "\\u{%x}" % ord(c) for c in str(text))


def as_json(state, broken):
    if broken:
        return {"ok": False, "error": {"entry": broken.entry, "offset": broken.offset, "kind": broken.kind,
                                       "reason": broken.reason, "message": clean(broken.message)}}
    members = state.members()
    return {
        "ok": True, "origin": state.origin, "log_key": state.log_key, "rehearsal": state.rehearsal,
        "entries": state.size, "signatures": state.signature_count, "checkpoints": state.checkpoints,
        "size": state.size, "root": base64.b64decode(state.root).hex(), "uncommitted_bytes": state.uncommitted_bytes,
        "members": sorted(members), "suspended": sorted(filter(state.is_suspended, members)),
        "statutes_version": int(state.in_force().version),
        "proposals": {name: state.status(proposal) for name, proposal in state.proposals.items()},
        "decisions": {name: {row["item"]: row["outcome"] for row in vote.results}
                      for name, vote in state.votes.items() if vote.certified is not None},
        "terms": [term_as_json(state, term) for term in state.terms],
        "alternates": [alternate for term in state.terms if state.runs(term, state.now) for alternate in alternate_as_json(state, term)],
        "chairs": {body: [{"from": encode_time(turn.start), "chairs": turn.chairs} for turn in turns]
                   for body, turns in state.turns.items()},
        "meetings": {body: len(state.meetings_of(body)) for body in {m.body for m in state.meetings.values()}},
        "lots": {name: {"places": lot.places, "drawn": lot.drawn} for name, lot in state.lots.items()},
        "elections": {name: election_as_json(state, election) for name, election in state.elections.items()},
        "votes": {name: {row["item"]: {k: row[k] for k in row if k != "item"} for row in vote.results}
                  for name, vote in state.votes.items() if vote.results is not None}}


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


def as_text(state, broken):
    if broken:
        where = "".join([", entry %d" % broken.entry if broken.entry is not None else "",
                         ", byte %d" % broken.offset if broken.offset is not None else ""])
        return "DOES NOT HOLD%s: %s (%s, %s)" % (where, clean(broken.message), broken.kind, broken.reason)
    lines = ["REHEARSAL: nothing in this ledger is binding; it says so in its first entry"] if state.rehearsal else []
    title = state.name.get("en") or next(iter(state.name.values()), "")
    counts = (("entry", state.size), ("signature", state.signature_count), ("checkpoint", state.checkpoints),
              ("member", len(state.members())), ("application", len(state.applications)),
              ("proposal", len(state.proposals)), ("vote", len(state.votes)))
    counts += (("election", len(state.elections)),) if state.elections else ()
    lines += [clean("%s  %s" % (state.origin, title)).rstrip(), ", ".join(
        "%d %s" % (n, word if n == 1 else (word + "s").replace("ys", "ies")) for word, n in counts)]
    for name, vote in state.votes.items():
        lines += vote_lines(state, name, vote)
    lines += ["proposal %s: %s" % (clean(name), state.status(p)) for name, p in state.proposals.items()]
    if state.uncommitted_bytes:
        lines.append("%d bytes after the last checkpoint are not committed and were not looked at"
                     % state.uncommitted_bytes)
    lines.append("head: %d entries, root %s" % (state.size, state.root))
    return "\n".join(lines + ["OK"])

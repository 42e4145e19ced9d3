# SPDX-License-Identifier: Apache-2.0
"""A log that does not hold, or is not what was asked for: as text and as JSON."""

from .plain import clean

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


def kind_and_reason(broken):
    """Of a receipt that the log does not bear out, the reason is how the two differ."""
    return ("receipt", broken.kind) if broken.receipt else (broken.kind, broken.reason)


def fault_as_json(broken):
    kind, reason = kind_and_reason(broken)
    told = {"ok": False, "kind": kind, "reason": reason, "message": clean(broken.message)}
    told.update((name, clean(value) if isinstance(value, str) else value) for name, value in (
        ("entry", broken.entry), ("offset", broken.offset), ("resource", broken.resource),
        ("expected", broken.expected), ("found", broken.found)) if value is not None)
    told.update(zip(("kept_head", "log_head"), (head.note.decode("utf-8", "replace") for head in broken.heads)))
    if broken.receipt:
        told["receipt"] = broken.receipt
    if broken.kept:
        told["kept"] = broken.kept
    return told


def fault_lines(broken):
    """The kind of fault, its first place, what was expected and found there, what was kept says, what to do."""
    place = ["entry %d" % broken.entry] if broken.entry is not None else []
    place += ["byte %d" % broken.offset] if broken.offset is not None else []
    place += [broken.resource] if broken.resource is not None else []
    lines = ["DOES NOT HOLD%s: %s: %s (%s, %s)" % (
        "".join(", " + clean(each) for each in place), KINDS[broken.kind], clean(broken.message), *kind_and_reason(broken))]
    lines += ["  %-9s %s" % (word, clean(value)) for word, value in (
        ("expected", broken.expected), ("found", broken.found)) if value is not None]
    lines += ["  " + each["message"] for each in broken.kept]
    for word, head in zip(("kept", "found"), broken.heads):
        lines += ["", "the signed head that was %s:" % word, ""]
        lines += ["    " + clean(line) for line in head.note.decode("utf-8", "replace").splitlines()]
    return lines + [""] * bool(broken.heads) + ["what to do: " + HINTS[broken.kind]]

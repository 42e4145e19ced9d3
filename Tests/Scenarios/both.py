# SPDX-License-Identifier: Apache-2.0
"""Ask two verifiers that share no code about a log, and print what both of them say.

    python3 both.py LOG...       $VICHE names the command, $ROOT the repository

A log that holds: its size, members, statutes, proposals, and every vote with what was certified.
One that does not: the entry and the reason. Where they say different things, so does this; exit
code 1 then, and also where a log does not hold.
"""

import json
import os
import subprocess
import sys

SAME = ("ok", "entries", "signatures", "checkpoints", "size", "root", "members", "suspended",
        "statutes_version", "proposals", "decisions", "votes")


def ask(command):
    answer = subprocess.run(command, capture_output=True, text=True)
    try:
        return json.loads(answer.stdout)
    except ValueError:
        sys.exit("%s says no JSON: %s%s" % (command[0], answer.stdout, answer.stderr))


def brief(log):
    """Both answers in one form."""
    first = ask([os.environ.get("VICHE", "viche"), "verify", "--json", log])
    second = ask([sys.executable, os.path.join(os.environ["ROOT"], "Tools/verify/verify.py"), "--json", log])
    return [each if each["ok"] else {"ok": False, **{k: each.get(k) for k in ("kind", "entry", "reason")}}
            for each in (first, second)]


def told(log):
    """Whether both say that the log holds, or why not."""
    first, second = brief(log)
    if not first["ok"] and not second["ok"]:
        # The words for damage are each verifier's own; those for a refusal are the statutes'.
        same = ("kind", "entry", "reason") if first["kind"] == "refused" else ("entry",)
    else:
        same = SAME
    differing = [k for k in same if first.get(k) != second.get(k)]
    for k in differing:
        print("they differ in %s: viche says %s, verify.py says %s" % (k, first.get(k), second.get(k)))
    if differing:
        return False
    if not first["ok"]:
        print("both refuse entry %s: %s" % (first["entry"], first["reason"] or first["kind"]))
        return False
    print("both: %d entries, %d members, statutes %d" % (
        first["entries"], len(first["members"]), first["statutes_version"]))
    for name in first["suspended"]:
        print("  %s suspended" % name)
    for vote in sorted(first["votes"]):
        for item in sorted(first["votes"][vote]):
            row = first["votes"][vote][item]
            counts = ", ".join("%s %d" % pair for pair in sorted(row["counts"].items()))
            certified = first["decisions"].get(vote, {}).get(item)
            print("  %s %s: %s, of %d: %s" % (vote, item, counts, row["electors"], certified or "not certified"))
    for name in sorted(first["proposals"]):
        print("  %s %s" % (name, first["proposals"][name]))
    return True


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(0 if all([told(log) for log in sys.argv[1:]]) else 1)

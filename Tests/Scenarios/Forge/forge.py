# SPDX-License-Identifier: Apache-2.0
"""Make a log that breaks one rule and is right in everything else, as a dishonest secretariat could.

    python3 forge.py CHANGE LOG KEYS OUT

Takes a good log and the private keys of whoever takes part (KEYS/*.pem with KEYS/*.vkey, without
passphrases), makes the change, signs what was changed anew, and rewrites every entry after it: indices,
tree, and checkpoints signed with the log's own key. Signatures whose bytes did not change stay as they
are. Prints the entry at which the change was made. Needs Python and openssl, nothing else.

The first eight are for a log with a call and its vote on applications (stage joined), the nine after
them for one with proposals, sealed ballots and an agreement (stage voted), the six of elections.py for
one with an election (stage ranked). The last four of the list are no forgeries but damage: nothing is
signed anew.
"""

import base64
import datetime
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import elections


def frames(data):
    """The first line, and the frames as [kind, body]."""
    head, at = data.index(b"\n") + 1, data.index(b"\n") + 1
    found = []
    while at < len(data):
        end = data.index(b"\n", at)
        kind, length = data[at:end].decode().split(" ")
        found.append([kind, data[end + 1:end + 1 + int(length)]])
        at = end + 1 + int(length)
    return data[:head], found


class Entry:
    """An entry's time, its statement's line, and its signature lines by key name."""

    def __init__(self, body):
        first, self.line, rest = body.split(b"\n", 2)
        self.received = first.decode().split(" ")[1]
        self.signatures = {s.split(" ")[1]: s for s in rest.decode().strip("\n").split("\n")}
        self.statement = json.loads(self.line)

    def body(self, index):
        lines = "".join(self.signatures[name] + "\n" for name in sorted(self.signatures))
        return b"%d %s\n%s\n\n" % (index, self.received.encode(), self.line) + lines.encode()


class Keys:
    """Private keys by name; signatures by openssl."""

    def __init__(self, folder):
        self.files, self.ids = {}, {}
        for path in glob.glob(os.path.join(folder, "*.vkey")):
            name, key_id, _ = open(path).read().strip().split("+", 2)
            self.files[name], self.ids[name] = path[:-5] + ".pem", bytes.fromhex(key_id)

    def sign(self, name, text):
        with tempfile.NamedTemporaryFile() as file:
            file.write(text)
            file.flush()
            signature = subprocess.run(
                ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", self.files[name], "-in", file.name],
                check=True, capture_output=True).stdout
        return "\u2014 %s %s" % (name, base64.b64encode(self.ids[name] + signature).decode())


def root(leaves):
    """RFC 6962, section 2.1, from leaf hashes."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + root(leaves[:split]) + root(leaves[split:])).digest()


class Log:
    """A log taken apart; commits are lists of entries."""

    def __init__(self, data, keys):
        self.head, found = frames(data)
        self.origin = self.head.decode().strip().split(" ")[1]
        self.keys, self.commits, self.original, commit = keys, [], [], []
        for kind, body in found:
            if kind == "entry":
                commit.append(Entry(body))
            elif commit:
                self.commits.append(commit)
                self.original.append(body)
                commit = []

    @property
    def entries(self):
        return [entry for commit in self.commits for entry in commit]

    def find(self, kind, **fields):
        for index, entry in enumerate(self.entries):
            statement = entry.statement
            if statement["type"] == kind and all(statement.get(k) == v for k, v in fields.items()):
                return index, entry
        sys.exit("forge.py: there is no %s %s" % (kind, fields))

    def sign(self, entry, signers=None):
        """Writes the statement's line anew, and signs it."""
        entry.line = json.dumps(
            entry.statement, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        signers = signers or list(entry.signatures)
        entry.signatures = {name: self.keys.sign(name, entry.line + b"\n") for name in signers}

    def remove(self, entry):
        """Takes an entry out, and its commit where it stood alone."""
        self.commits = [[e for e in commit if e is not entry] for commit in self.commits]
        for number in reversed([n for n, commit in enumerate(self.commits) if not commit]):
            del self.commits[number], self.original[number]

    def move(self, entry, before):
        """Puts an entry before another, at that one's time."""
        later = self.entries[before]
        self.remove(entry)
        entry.received = later.received
        number = next(n for n, commit in enumerate(self.commits) if later in commit)
        self.commits.insert(number, [entry])
        self.original.insert(number, b"")
        return self.entries.index(entry)

    def data(self):
        out, leaves = [self.head], []
        for number, commit in enumerate(self.commits):
            for entry in commit:
                body = entry.body(len(leaves))
                leaves.append(hashlib.sha256(b"\x00" + body).digest())
                out.append(b"entry %d\n" % len(body) + body)
            text = b"%s\n%d\n%s\n" % (
                self.origin.encode(), len(leaves), base64.b64encode(root(leaves)))
            body = self.original[number] if number < len(self.original) else b""
            if not body.startswith(text + b"\n"):
                body = text + b"\n" + self.keys.sign(self.origin, text).encode() + b"\n"
            out.append(b"checkpoint %d\n" % len(body) + body)
        return b"".join(out)


def screening(log):
    """A company that the statutes shut out is found eligible."""
    index, entry = log.find("application.screened", application="A-003")
    entry.statement.update(disposition="eligible", reasons=[])
    entry.statement["tests"]["eligible"] = "true"
    log.sign(entry)
    return index


def shortlist(log):
    """One more place, for an applicant that the limit for its region leaves out."""
    index, entry = log.find("shortlist.published")
    place = next(p for p in entry.statement["ranking"] if p.get("reason") == "cap_oblast")
    place["selected"] = True
    del place["reason"]
    log.sign(entry)
    return index


def tally(log):
    """One vote more."""
    index, entry = log.find("tally.published")
    entry.statement["results"][0]["counts"]["yes"] += 1
    log.sign(entry)
    return index


def outcome(log):
    """What was lost is certified as carried, tellers and all."""
    index, entry = log.find("outcome.certified")
    outcomes = entry.statement["outcomes"]
    outcomes[next(a for a, o in outcomes.items() if o == "lost")] = "carried"
    log.sign(entry)
    return index


def admission(log):
    """A member that nobody voted on; a teller helps."""
    entry = Entry(log.entries[-1].body(0))
    entry.statement.update(application="A-020", member="M99", id="0123456789abcdef" * 2, rolls=[])
    log.sign(entry)
    log.commits.append([entry])
    return len(log.entries) - 1


def time(log):
    """An entry dated a day before its predecessor."""
    index, entry = log.find("objection.answered")
    then = datetime.datetime.strptime(log.entries[index - 1].received, "%Y-%m-%dT%H:%M:%SZ")
    entry.received = (then - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return index


def ballot(log, author="alliance.example.org/m05"):
    """A ballot is left out, and the tally made to fit: no rule is broken, only a receipt tells."""
    index, entry = next(
        (i, e) for i, e in enumerate(log.entries)
        if e.statement["type"] == "ballot.cast" and author in e.signatures)
    log.remove(entry)
    _, count = log.find("tally.published")
    for result in count.statement["results"]:
        choice = entry.statement["choices"].get(result["item"])
        if choice:
            result["counts"][choice] -= 1
            result["ballots"] -= 1
    log.sign(count)
    return index


def words(log, author="alliance.example.org/m05"):
    """A ballot's choice is turned round; its author's signature cannot be made."""
    index, entry = next(
        (i, e) for i, e in enumerate(log.entries)
        if e.statement["type"] == "ballot.cast" and author in e.signatures)
    entry.line = entry.line.replace(b'"A-014":"no"', b'"A-014":"yes"')
    return index


def electorate(log):
    """One elector too many: a party that nobody admitted."""
    index, entry = log.find("vote.opened")
    entry.statement["electorate"].append(["M99"])
    log.sign(entry)
    return index


def quorum(log):
    """One ballot that nobody cast makes the quorum."""
    index, entry = log.find("tally.published", vote="V1")
    row = next(r for r in entry.statement["results"] if r["outcome"] == "inquorate")
    row["ballots"] += 1
    row["counts"]["yes"] += 1
    row["outcome"] = "carried"
    log.sign(entry)
    return index


def bloc(log):
    """The small members carried what they turned down."""
    index, entry = log.find("tally.published", vote="V2")
    row = entry.statement["results"][0]
    row["blocs"]["small_members"]["counts"].update(yes=4, no=2)
    row["outcome"] = "carried"
    log.sign(entry)
    return index


def changed_mind(log, author):
    """Both ballots of a member that changed its mind: (index, entry) each, the earlier first."""
    return [(i, e) for i, e in enumerate(log.entries)
            if e.statement["type"] == "ballot.cast" and e.statement["vote"] == "V1" and author in e.signatures]


def turn_round(log):
    """A-2 is carried by the vote that was taken back; tally and certificate say so."""
    _, count = log.find("tally.published", vote="V1")
    row = next(r for r in count.statement["results"] if r["item"] == "A-2")
    row["counts"]["yes"] += 1
    row["counts"]["no"] -= 1
    row["outcome"] = "carried"
    log.sign(count)
    _, certificate = log.find("outcome.certified", vote="V1")
    certificate.statement["outcomes"]["A-2"] = "carried"
    log.sign(certificate)


def older(log, author="alliance.example.org/m08"):
    """The later ballot of a member is dropped: the older one counts, and no rule is broken."""
    _, (index, entry) = changed_mind(log, author)
    log.remove(entry)
    turn_round(log)
    return index


def order(log, author="alliance.example.org/m08"):
    """A member's two ballots change places, so that the one it had replaced is its last."""
    (index, first), (_, last) = changed_mind(log, author)
    first.line, last.line = last.line, first.line
    first.statement, last.statement = last.statement, first.statement
    first.signatures, last.signatures = last.signatures, first.signatures
    turn_round(log)
    return index


def seals(log):
    """A teller opens its share while others still vote."""
    _, entry = log.find("seal.opened", vote="V3")
    index = max(i for i, e in enumerate(log.entries)
                if e.statement["type"] == "ballot.cast" and e.statement["vote"] == "V3")
    return log.move(entry, before=index)


def unvoted(log):
    """Statutes that nobody voted on; both tellers go along."""
    _, last = log.find("outcome.certified", vote="V3")
    statutes = json.loads(json.dumps(log.entries[0].statement["statutes"]))
    statutes["version"] = "2"
    entry = Entry(last.body(0))
    entry.statement = {"id": "0123456789abcdef" * 2, "ledger": log.origin, "type": "statutes.adopted",
                       "proposal": "ST-2", "statutes": statutes, "effective": "2025-05-01T00:00:00Z"}
    log.sign(entry)
    log.commits.append([entry])
    return len(log.entries) - 1


def mandate(log):
    """A mandate is granted before the vote behind it is certified."""
    _, entry = log.find("mandate.granted")
    return log.move(entry, before=log.find("outcome.certified", vote="V1")[0])


def agreement(log):
    """An agreement is signed before the vote behind it is certified."""
    _, granted = log.find("mandate.granted")
    log.remove(granted)
    _, entry = log.find("agreement.signed")
    del entry.statement["mandate"]
    entry.statement["parties"] = ["M01"]
    log.sign(entry)
    return log.move(entry, before=log.find("outcome.certified", vote="V1")[0])


def swap(data):
    """Two entries of one commit change places."""
    head, found = frames(data)
    entries = [i for i, (kind, _) in enumerate(found) if kind == "entry"]
    one, other = entries[10], entries[11]
    found[one], found[other] = found[other], found[one]
    return 10, head + b"".join(b"%s %d\n" % (k.encode(), len(b)) + b for k, b in found)


def flip(data):
    """One bit of one letter in the fifth entry's statement."""
    head, found = frames(data)
    at = len(head) + sum(len(k) + len(str(len(b))) + 2 + len(b) for k, b in found[:5])
    at = data.index(b'"type"', at) + 2
    return 5, data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def hole(data):
    """The frame of one entry is gone."""
    head, found = frames(data)
    entries = [i for i, (kind, _) in enumerate(found) if kind == "entry"]
    del found[entries[10]]
    return 10, head + b"".join(b"%s %d\n" % (k.encode(), len(b)) + b for k, b in found)


def shorten(data):
    """A whole copy from before the votes: it holds, and is not the newest."""
    head, found = frames(data)
    end = next(i for i, (kind, body) in enumerate(found) if b'"type":"vote.opened"' in body) + 2
    return 0, head + b"".join(b"%s %d\n" % (k.encode(), len(b)) + b for k, b in found[:end])


FORGERIES = [screening, shortlist, tally, outcome, admission, time, ballot, words,
             electorate, quorum, bloc, older, order, seals, unvoted, mandate, agreement] + elections.FORGERIES
DAMAGES = [swap, flip, hole, shorten]


def main():
    changes = {change.__name__: change for change in FORGERIES + DAMAGES}
    if len(sys.argv) != 5 or sys.argv[1] not in changes:
        sys.exit(__doc__ + "\nCHANGE is one of " + ", ".join(changes))
    change, path, folder, out = sys.argv[1:]
    with open(path, "rb") as file:
        data = file.read()
    if changes[change] in DAMAGES:
        index, forged = changes[change](data)
    else:
        log = Log(data, Keys(folder))
        index = changes[change](log)
        forged = log.data()
    with open(out, "wb") as file:
        file.write(forged)
    print(index)


if __name__ == "__main__":
    main()

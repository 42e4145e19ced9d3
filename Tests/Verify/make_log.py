# SPDX-License-Identifier: Apache-2.0
"""Makes signed Viche logs for the tests of verify.py: keys, statements, frames, checkpoints.

Whatever a log claims (counts, dispositions, rankings, tallies) is written by hand or taken from
the data of the open call, never asked of verify.py: a mistake there must not be repeated here.
From verify.py come only the curve's points, and RFC 8032's own vectors test the signing.
"""

import base64
import calendar as months
import csv
import datetime
import functools
import hashlib
import hmac
import json
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "Tools", "verify"))
from verifier import age, ed25519  # noqa: E402

ORIGIN = "alliance.example.org/ledger"

# ---------------------------------------------------------------- signing


def times_base(scalar):
    sum_ = ed25519.IDENTITY
    for shift in range(252, -1, -4):
        for _ in range(4):
            sum_ = ed25519.double(sum_)
        sum_ = ed25519.add(sum_, ed25519.BASE_TABLE[scalar >> shift & 15])
    return ed25519.encode_point(sum_)


class Key:
    """An Ed25519 signing key with a name; its seed is the hash of the name."""

    def __init__(self, name, seed=None):
        self.name = name
        digest = hashlib.sha512(seed or hashlib.sha256(name.encode()).digest()).digest()
        clamped = bytes([digest[0] & 248]) + digest[1:31] + bytes([digest[31] & 63 | 64])
        self.scalar, self.prefix = int.from_bytes(clamped, "little"), digest[32:]
        self.public = times_base(self.scalar % ed25519.L)
        self.id = hashlib.sha256(name.encode() + b"\n\x01" + self.public).digest()[:4]
        self.vkey = "%s+%s+%s" % (name, self.id.hex(), base64.b64encode(b"\x01" + self.public).decode())

    @functools.lru_cache(None)
    def sign(self, message):
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % ed25519.L
        point = times_base(r)
        k = int.from_bytes(hashlib.sha512(point + self.public + message).digest(), "little")
        return point + ((r + k * self.scalar) % ed25519.L).to_bytes(32, "little")

    def line(self, message):
        blob = base64.b64encode(self.id + self.sign(message)).decode()
        return "— %s %s\n" % (self.name, blob)


def canonical(statement):
    """RFC 8785, near enough for statements whose names are ASCII."""
    return json.dumps(statement, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


# ---------------------------------------------------------------- sealing (age v1)


def unpadded(data):
    return base64.b64encode(data).rstrip(b"=")


def bech32(prefix, data):
    """BIP 173 of 32 bytes."""
    bits = "".join("{:08b}".format(byte) for byte in data) + "0" * (-len(data) * 8 % 5)
    digits = [int(bits[i:i + 5], 2) for i in range(0, len(bits), 5)]

    def polymod(values):
        check = 1
        for value in values:
            top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
            for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
                check ^= generator if top >> i & 1 else 0
        return check

    head = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    mod = polymod(head + digits + [0] * 6) ^ 1
    digits += [mod >> 5 * (5 - i) & 31 for i in range(6)]
    return prefix + "1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[d] for d in digits)


class Sealer:
    """A teller's age key; its secret is the hash of the name."""

    def __init__(self, name):
        self.secret = hashlib.sha256(b"age " + name.encode()).digest()
        self.public = age.x25519(self.secret)
        self.identity = bech32("age-secret-key-", self.secret).upper()
        self.recipient = bech32("age", self.public)


def box(key, nonce, plain):
    """ChaCha20-Poly1305 of RFC 8439, without associated data."""
    stream = b"".join(age.chacha20(key, 1 + n, nonce) for n in range(len(plain) // 64 + 1))
    sealed = bytes(a ^ b for a, b in zip(plain, stream))
    lengths = bytes(8) + len(sealed).to_bytes(8, "little")
    return sealed + age.poly1305(age.chacha20(key, 0, nonce), sealed + bytes(-len(sealed) % 16) + lengths)


def encrypt(plain, sealer):
    """An age v1 file of one chunk for one recipient; what should be random is a hash of the text."""
    file_key, secret, nonce = (hashlib.sha256(b"%d" % n + plain).digest() for n in range(3))
    file_key, nonce, share = file_key[:16], nonce[:16], age.x25519(secret)
    wrap = age.hkdf(age.x25519(secret, sealer.public), share + sealer.public, b"age-encryption.org/v1/X25519")
    head = b"age-encryption.org/v1\n-> X25519 %s\n%s\n---" % (unpadded(share), unpadded(box(wrap, bytes(12), file_key)))
    mac = hmac.new(age.hkdf(file_key, b"", b"header"), head, hashlib.sha256).digest()
    payload = box(age.hkdf(file_key, nonce, b"payload"), bytes(11) + b"\1", plain)
    return head + b" " + unpadded(mac) + b"\n" + nonce + payload


def seal(inside, sealers):
    """Canonical JSON padded to 96 bytes, for the last teller first, outermost for the first."""
    data = canonical(inside).encode()
    data += b" " * (-len(data) % 96)
    for sealer in reversed(sealers):
        data = encrypt(data, sealer)
    return base64.b64encode(data).decode()


# ---------------------------------------------------------------- a log


def root_of(leaves):
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root_of(leaves[:k]) + root_of(leaves[k:])).digest()


class Log:
    """Entries as (received, line, signature lines) and the places of the checkpoints between them."""

    def __init__(self, origin=ORIGIN):
        self.origin, self.key = origin, Key(origin)
        self.entries, self.commits, self.now = [], [], None
        self.later_keys = []  # (the entry that hands over, the log's key from then on)

    def at(self, time):
        self.now = time
        return self

    def say(self, type_, signers, **fields):
        """Adds one signed statement; returns its line with LF."""
        number = hashlib.sha256(b"%d" % len(self.entries)).hexdigest()[:32]
        statement = dict(fields, type=type_, ledger=self.origin, id=number)
        text = canonical(statement) + "\n"
        self.entries.append([self.now, statement, list(signers)])
        self.commits.append(len(self.entries))
        return text

    def bodies(self):
        for index, (received, statement, signers) in enumerate(self.entries):
            text = canonical(statement) + "\n"
            lines = [key.line(text.encode()) for key in sorted(signers, key=lambda k: k.name.encode())]
            yield ("%d %s\n%s\n%s" % (index, received, text, "".join(lines))).encode()

    def checkpoint(self, leaves):
        root = base64.b64encode(root_of(leaves)).decode()
        text = "%s\n%d\n%s\n" % (self.origin, len(leaves), root)
        key = [self.key] + [key for entry, key in self.later_keys if entry < len(leaves)]
        return (text + "\n" + key[-1].line(text.encode())).encode()

    def bytes(self, commits=None):
        """The file; a checkpoint after each of the numbers of entries in `commits`."""
        return self.frames(list(self.bodies()), commits)

    def frames(self, bodies, commits=None):
        commits = {len(bodies)} if commits is None else set(commits)
        out = [("viche-log/1 %s\n" % self.origin).encode()]
        for size, body in enumerate(bodies, 1):
            out.append(b"entry %d\n%s" % (len(body), body))
            if size in commits:
                checkpoint = self.checkpoint(bodies[:size])
                out.append(b"checkpoint %d\n%s" % (len(checkpoint), checkpoint))
        return b"".join(out)


# ---------------------------------------------------------------- the statutes


def read_yaml(text):
    """The strict subset in which statutes are written; every scalar is text."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]

    def indent(line):
        return len(line) - len(line.lstrip())

    def block(depth):
        if lines[0].lstrip().startswith("- "):
            items = []
            while lines and indent(lines[0]) == depth and lines[0].lstrip().startswith("- "):
                items.append(flow(lines.pop(0).lstrip()[2:]))
            return items
        tree = {}
        while lines and indent(lines[0]) == depth:
            name, _, rest = lines.pop(0).strip().partition(":")
            tree[name] = flow(rest.strip()) if rest.strip() else block(indent(lines[0]))
        return tree

    def flow(text):
        tokens = re.findall(r'"[^"]*"|[{}\[\],]|:(?=\s)|[^\s{}\[\],:"](?:[^{}\[\],:]|:(?=\S))*', text)

        def value():
            token = tokens.pop(0)
            if token == "[":
                items = []
                while tokens[0] != "]":
                    items.append(value())
                    if tokens[0] == ",":
                        tokens.pop(0)
                tokens.pop(0)
                return items
            if token == "{":
                tree = {}
                while tokens[0] != "}":
                    name = tokens.pop(0).strip()
                    tokens.pop(0)
                    tree[name] = value()
                    if tokens[0] == ",":
                        tokens.pop(0)
                tokens.pop(0)
                return tree
            return token[1:-1] if token.startswith('"') else token.strip()

        return value()

    return block(0)


def statutes(name="alliance-cso"):
    with open(os.path.join(ROOT, "Policies", name + ".yaml"), encoding="utf-8") as file:
        return read_yaml(file.read())


def last_sunday(year, month):
    days = [d for d in months.Calendar().itermonthdates(year, month) if d.month == month and d.weekday() == 6]
    return days[-1]


def kyiv():
    """Kyiv's clock of 2024 to 2026; no holidays in wartime."""
    offsets = [{"from": "2023-10-29T01:00:00Z", "minutes": 120}]
    for year in (2024, 2025, 2026):
        offsets.append({"from": "%sT01:00:00Z" % last_sunday(year, 3), "minutes": 180})
        offsets.append({"from": "%sT01:00:00Z" % last_sunday(year, 10), "minutes": 120})
    return {"timezone": "Europe/Kyiv", "offsets": offsets, "weekend": [6, 7], "holidays": [],
            "until": "2027-01-01T00:00:00Z"}


# ---------------------------------------------------------------- stories

MEMBERS = ["M%02d" % n for n in range(1, 17)]
REVIEWERS = {"R1": "M02", "R2": "M05", "R3": "M07", "R4": "M09", "R5": "M11", "R6": "M14"}
STEERING = MEMBERS[:9]


def facts(**changes):
    base = dict(legal_form="go", edrpou=edrpou("9900010"), registered_on="2015-03-01", oblast="UA-30",
                budget_uah="1000000", paid_staff="4", party_affiliated="no",
                documents="statute;manifesto;code_of_conduct;localisation_pledge", sponsors="M01;M03")
    base.update(changes)
    return {name: text for name, text in base.items() if text is not None}


def edrpou(stem):
    """Seven digits beginning with 99, and their check digit."""
    digits = list(map(int, stem))
    check = sum(w * d for w, d in zip(range(1, 8), digits)) % 11
    if check == 10:
        check = sum(w * d for w, d in zip(range(3, 10), digits)) % 11 % 10
    return stem + str(check)


class Alliance(Log):
    """A log of the alliance: sixteen founders, a registrar, two tellers, six reviewers, two witnesses."""

    def found(self, at="2024-10-01T10:00:00Z", rehearsal=True, policy=None, stated=None):
        self.member = {m: Key("alliance.example.org/" + m.lower()) for m in MEMBERS}
        self.reviewer = {r: Key("alliance.example.org/" + r.lower()) for r in REVIEWERS}
        self.registrar = Key("alliance.example.org/registrar")
        self.tellers = [self.member["M15"], Key("alliance.example.org/teller-2")]
        self.witnesses = [Key("witness.example.org/w1"), Key("witness.example.org/w2")]
        offices = [{"role": "registrar", "key": self.registrar.vkey},
                   {"role": "teller", "key": self.tellers[0].vkey, "party": "M15"},
                   {"role": "teller", "key": self.tellers[1].vkey, "party": "M16"}]
        offices += [{"role": "reviewer", "key": self.reviewer[r].vkey, "party": p} for r, p in REVIEWERS.items()]
        offices += [{"role": "witness", "key": key.vkey} for key in self.witnesses]
        seats = [("small_seat", 3), ("frontline_seat", 2), ("open_seat", 4)]
        names = [seat for seat, count in seats for _ in range(count)]
        seats = [{"seat": seat, "party": party} for seat, party in zip(names, STEERING)]
        seats += [{"seat": "appeal_seat", "party": party} for party in ("M10", "M12", "M13")]
        founders = [{"party": m, "name": {"uk": "Засновник %s" % m, "en": "Founder %s" % m},
                     "facts": facts(edrpou=edrpou("98%05d" % n), sponsors=None, **(stated or {}).get(m, {})),
                     "relations": {"family": ["F-TD"]} if m == "M07" else {}, "key": self.member[m].vkey}
                    for n, m in enumerate(MEMBERS)]
        signers = {key.name: key for key in list(self.member.values()) + list(self.reviewer.values())
                   + [self.registrar] + self.tellers + self.witnesses}
        self.at(at).say("ledger.founded", signers.values(), name={"uk": "Альянс", "en": "Alliance"},
                        rehearsal=rehearsal, statutes=policy or statutes(), calendar=kyiv(),
                        log_key=self.key.vkey, founders=founders, offices=offices, seats=seats)
        return self

    def office(self, type_, **fields):
        return self.say(type_, [self.registrar], **fields)

    def steering(self, count=5):
        return [self.member[m] for m in STEERING[:count]]

    def call(self):
        self.at("2024-10-15T10:00:00Z").say(
            "call.opened", [self.registrar] + self.steering(), call="C-1", procedure="admission",
            opens="2024-11-01T07:00:00Z", closes="2024-11-30T22:00:00Z")
        return self

    def submit(self, application, at, key=None, **changes):
        fields = dict(call="C-1", application=application, channel="statement" if key else "web",
                      name={"en": "Applicant " + application}, facts=facts(**changes.pop("facts", {})),
                      relations={}, commitments={})
        if key:
            fields["key"] = key.vkey
        else:
            fields["received_at"] = at
        fields.update(changes)
        self.at(at).say("application.submitted", [key or self.registrar], **fields)

    def review(self, number, reviewer, application, scores, at=None):
        names = ("motivation", "localisation", "presence", "capacity", "network")
        if at:
            self.at(at)
        return self.say("review.submitted", [self.reviewer[reviewer]], review=number, application=application,
                        scores=dict(zip(names, scores)), commitments={})

    def ballot(self, member, vote, text, choices, **more):
        return self.say("ballot.cast", [self.member[member]], vote=vote, choices=choices,
                        on=hashlib.sha256(text.encode()).hexdigest(), **more)

    # What decisions take.

    def keys(self, *members):
        return [self.member[m] for m in members]

    def propose(self, proposal, matter, by, **more):
        fields = dict(proposal=proposal, matter=matter, title={"uk": "Назва", "en": "Title"},
                      texts={"uk": digest_of(proposal)}, papers={})
        self.say("proposal.submitted", self.keys(by), **dict(fields, **more))

    def freeze(self, proposal, **texts):
        self.office("text.frozen", proposal=proposal, texts=texts or {"uk": digest_of(proposal)})

    def open(self, vote, items, matter, rule, opens, closes, signers=(), **more):
        """Opens a vote at once or later; `self.vote` is what ballots name."""
        fields = dict(vote=vote, matter=matter, rule=rule, round=1, items=items, opens=opens, closes=closes,
                      electorate=[[m] for m in MEMBERS])
        self.vote = self.say("vote.opened", [self.registrar, *signers], **dict(fields, **more))

    def cast(self, vote, item, reasons=None, **members):
        """Open ballots: word=[members]."""
        for word, names in members.items():
            for m in names:
                more = {"reasons": {item: reasons}} if reasons and word == "block" else {}
                self.ballot(m, vote, self.vote, {item: word}, **more)

    def count(self, vote, *results, excluded=()):
        self.office("tally.published", vote=vote, results=list(results), excluded=list(excluded))

    def certify(self, vote, **outcomes):
        outcomes = {item.replace("_", "-"): outcome for item, outcome in outcomes.items()}
        self.say("outcome.certified", [self.registrar] + self.tellers, vote=vote, outcomes=outcomes)

    def refuse(self, text_signers, reason):
        """Turns the statement just said into one that was refused."""
        _, statement, signers = self.entries.pop()
        self.commits.pop()
        line = canonical(statement) + "\n"
        lines = [key.line(line.encode())[:-1] for key in sorted(signers, key=lambda k: k.name.encode())]
        statement = dict(statement, id=hashlib.sha256(b"refused" + line.encode()).hexdigest()[:32])
        return self.office("act.refused", statement=line[:-1], signatures=lines, reason=reason)


def digest_of(text):
    return hashlib.sha256(text.encode()).hexdigest()


def result(item, outcome, electors=16, ballots=None, blocs=None, winner=None, **counts):
    """One row of a tally."""
    row = {"item": item, "electors": electors, "ballots": sum(counts.values()) if ballots is None else ballots,
           "counts": counts, "blocs": blocs or {}, "outcome": outcome}
    return dict(row, winner=winner) if winner else row


TRUE = {"eligible": "true", "complete": "true"}
MET = ["key.enrolled", "representative.appointed", "manifesto"]


def small_story():
    """Five applications, two of them voted on, one new member."""
    log = Alliance().found().call()
    log.ada, log.ben = Key("applicant.example.org/ada"), Key("applicant.example.org/ben")
    first, second = edrpou("9900001"), edrpou("9900002")
    log.submit("B-0", "2024-10-31T16:20:00Z", log.ada, facts={"edrpou": first})
    log.submit("B-1", "2024-11-04T10:00:00Z", log.ada, facts={"edrpou": first})
    log.submit("B-2", "2024-11-05T10:00:00Z", facts={"edrpou": second, "budget_uah": "багато", "oblast": "UA-63"})
    log.submit("B-3", "2024-11-06T10:00:00Z", facts={"edrpou": edrpou("9900003"), "legal_form": "llc"})
    log.submit("B-4", "2024-11-30T22:00:00Z", facts={"edrpou": edrpou("9900004")})
    log.submit("B-5", "2024-12-02T21:59:59Z", facts={"edrpou": edrpou("9900005")}, channel="offline_bundle",
               sealed_at="2024-11-30T21:59:59Z", relations={"family": ["F-TD"]})
    log.at("2024-12-03T08:00:00Z").office("call.closed", call="C-1", counts={
        "early": 1, "late": 1, "superseded": 0, "withdrawn": 0, "standing": 4})

    def screened(application, disposition, reasons=(), tests=TRUE, **more):
        log.office("application.screened", application=application, disposition=disposition,
                   reasons=list(reasons), tests=dict(tests), **more)

    screened("B-0", "early", ["before_open"])
    screened("B-1", "eligible", related="B-0")
    screened("B-2", "incomplete", ["invalid:budget_uah"], {"eligible": "true", "complete": "false"})
    screened("B-3", "ineligible", ["not:national_cso"], {"eligible": "false", "complete": "true"})
    screened("B-4", "late", ["late"])
    screened("B-5", "eligible", ["grace"])
    log.at("2024-12-05T08:00:00Z").office(
        "application.repaired", application="B-2", facts={"budget_uah": "9 000 000"}, relations={},
        received_at="2024-12-04T16:00:00Z")
    log.at("2024-12-06T08:00:00Z")
    screened("B-2", "eligible")
    for application in ("B-1", "B-2", "B-5"):
        log.office("diligence.found", application=application, tier="basic")
    key = {r: log.reviewer[r].name for r in REVIEWERS}
    log.office("review.assigned", call="C-1", assignments=[
        {"application": "B-1", "reviewers": [key[r] for r in ("R1", "R2", "R3")]},
        {"application": "B-2", "reviewers": [key[r] for r in ("R4", "R5", "R6")]},
        {"application": "B-5", "reviewers": [key[r] for r in ("R1", "R2", "R4")]}])
    log.at("2024-12-10T08:00:00Z")
    for reviewer in ("R1", "R2", "R3"):
        log.review("V-1" + reviewer, reviewer, "B-1", (4, 4, 4, 4, 4))
    for reviewer, motivation in (("R4", 5), ("R5", 4), ("R6", 4)):
        log.review("V-2" + reviewer, reviewer, "B-2", (motivation, 4, 4, 4, 4))
    for reviewer in ("R1", "R2", "R4"):
        log.review("V-5" + reviewer, reviewer, "B-5", (5, 1, 5, 5, 5))
    log.review("V-9", "R3", "B-5", (5, 5, 5, 5, 5))
    log.refuse(None, "recused")
    log.at("2024-12-20T08:00:00Z").office("shortlist.published", call="C-1", ranking=[
        {"application": "B-2", "score": "82/1", "selected": True},
        {"application": "B-1", "score": "80/1", "selected": True},
        {"application": "B-5", "score": "80/1", "selected": False, "reason": "criterion_minimum"}])
    for n in (1, 2, 3):
        log.at("2024-12-21T08:00:00Z").say("objection.raised", [log.member["M0%d" % n]], objection="O-%d" % n,
                                           application="B-2", ground="methods")
    log.at("2024-12-22T08:00:00Z").say("objection.withdrawn", [log.member["M01"]], objection="O-1")
    electorate = [[m] for m in MEMBERS]
    log.vote = log.at("2024-12-31T08:00:00Z").office(
        "vote.opened", vote="W-1", call="C-1", matter="admission", rule="two_thirds", round=1, items=["B-1", "B-2"],
        opens="2025-01-03T08:00:00Z", closes="2025-01-07T22:00:00Z", electorate=electorate)
    log.at("2025-01-02T08:00:00Z").ballot("M01", "W-1", log.vote, {"B-1": "yes"})
    log.refuse(None, "not_open_yet")
    for n, m in enumerate(MEMBERS[:14]):
        log.at("2025-01-04T%02d:00:00Z" % n).ballot(m, "W-1", log.vote, {
            "B-1": "yes" if n < 8 else "no" if n < 12 else "abstain", "B-2": "yes" if n < 7 else "no"})
    log.at("2025-01-08T07:00:00Z").ballot("M09", "W-1", log.vote, {"B-2": "no"}, sealed_at="2025-01-07T20:00:00Z")
    log.at("2025-01-08T10:00:00Z").office("tally.published", vote="W-1", excluded=[], results=[
        result("B-1", "carried", yes=8, no=4, abstain=2), result("B-2", "lost", yes=7, no=7, abstain=0)])
    log.at("2025-01-09T10:00:00Z").say("outcome.certified", [log.registrar] + log.tellers, vote="W-1",
                                       outcomes={"B-1": "carried", "B-2": "lost"})
    log.say("key.enrolled", [log.registrar, log.ada, log.member["M02"]], key=log.ada.vkey, application="B-1")
    log.say("representative.appointed", [log.ada], application="B-1", representative="representative 2")
    log.say("document.signed", [log.ada], application="B-1", document="manifesto", sha256="ab" * 32)
    log.at("2025-01-10T10:00:00Z").say("member.admitted", [log.registrar, log.tellers[1]], application="B-1",
                                       member="M17", rolls=["small_members"])
    return log


# ---------------------------------------------------------------- decisions

FIRST, SECOND, THIRD = (digest_of(text) for text in ("first", "second", "third"))


def position():
    """Script S5: an amendment taken, one voted down, two rounds blocked, two thirds in the end."""
    log = Alliance().found()
    log.at("2025-03-03T08:00:00Z").propose("P-1", "position", "M04", texts={"uk": FIRST, "en": THIRD})
    log.say("proposal.seconded", log.keys("M05"), proposal="P-1")
    log.at("2025-03-03T09:00:00Z").say("proposal.seconded", log.keys("M06"), proposal="P-1")
    amendment = dict(proposal="P-1", title={"uk": "Поправка"})
    log.say("amendment.proposed", log.keys("M08"), amendment="Z-1", texts={"uk": SECOND}, **amendment)
    log.say("amendment.proposed", log.keys("M09"), amendment="Z-2", texts={"uk": THIRD}, **amendment)
    log.at("2025-03-05T07:00:00Z").say("amendment.accepted", log.keys("M04"), amendment="Z-1")
    log.open("W-1", ["Z-2"], "position", "consensus", "2025-03-05T08:00:00Z", "2025-03-09T22:00:00Z")
    log.at("2025-03-06T08:00:00Z").cast("W-1", "Z-2", {"text": "ні", "ground": "harm"},
                                        consent=MEMBERS[:6], block=MEMBERS[6:9])
    log.at("2025-03-10T10:00:00Z").count("W-1", result("Z-2", "blocked", consent=6, stand_aside=0, block=3))
    log.certify("W-1", Z_2="blocked")
    log.freeze("P-1", uk=SECOND)
    log.open("W-2", ["P-1"], "position", "consensus", "2025-03-10T11:00:00Z", "2025-03-14T22:00:00Z")
    log.at("2025-03-11T11:00:00Z").cast("W-2", "P-1", {"text": "суперечить меті", "ground": "purpose"},
                                        consent=MEMBERS[:14], stand_aside=["M15"], block=["M16"])
    log.say("block.tested", log.keys("M10", "M13"), vote="W-2", item="P-1", party="M16", verdict="stands",
            ground="it is one")
    log.at("2025-03-15T10:00:00Z").count("W-2", result("P-1", "blocked", consent=14, stand_aside=1, block=1))
    log.certify("W-2", P_1="blocked")
    log.at("2025-03-15T11:00:00Z").say("text.revised", log.keys("M04"), proposal="P-1", texts={"uk": THIRD})
    log.at("2025-03-15T12:00:00Z").open("W-3", ["P-1"], "position", "consensus", "2025-03-15T12:00:00Z",
                                        "2025-03-19T22:00:00Z", round=2)
    log.cast("W-3", "P-1", {"text": "так само", "ground": "purpose"}, consent=MEMBERS[:15], block=["M16"])
    log.at("2025-03-20T10:00:00Z").count("W-3", result("P-1", "blocked", consent=15, stand_aside=0, block=1))
    log.certify("W-3", P_1="blocked")
    log.at("2025-03-20T11:00:00Z").say("escalation.requested", log.keys("M01", "M02", "M03", "M05", "M06"), proposal="P-1")
    log.open("W-4", ["P-1"], "position", "two_thirds", "2025-03-23T08:00:00Z", "2025-03-27T22:00:00Z")
    log.at("2025-03-24T08:00:00Z").cast("W-4", "P-1", yes=MEMBERS[:12], no=MEMBERS[12:15], abstain=["M16"])
    log.at("2025-03-28T10:00:00Z").count("W-4", result("P-1", "carried", yes=12, no=3, abstain=1))
    log.certify("W-4", P_1="carried")
    return log


def silence():
    """Two object, carried and ratified; three object to another, lost, and a majority carries it."""
    log = Alliance().found().at("2025-03-03T08:00:00Z")
    for name, objecting in (("P-1", MEMBERS[:2]), ("P-2", MEMBERS[:3])):
        log.propose(name, "urgent_statement", "M01")
        log.freeze(name)
        log.open("W-" + name, [name], "urgent_statement", "silence", "2025-03-03T08:00:00Z", "2025-03-05T08:00:00Z")
        log.cast("W-" + name, name, object=objecting)
    log.at("2025-03-05T08:00:00Z").count("W-P-1", result("P-1", "carried", object=2))
    log.count("W-P-2", result("P-2", "lost", object=3))
    log.certify("W-P-1", P_1="carried")
    log.certify("W-P-2", P_2="lost")
    for vote, name in (("V-1", "P-1"), ("V-2", "P-2")):
        log.open(vote, [name], "urgent_statement", "majority", "2025-03-08T08:00:00Z", "2025-03-12T22:00:00Z")
        log.votes = dict(getattr(log, "votes", {}), **{vote: log.vote})
    for vote, name in (("V-1", "P-1"), ("V-2", "P-2")):
        log.vote = log.votes[vote]
        log.at("2025-03-10T08:00:00Z").cast(vote, name, yes=MEMBERS[:6], no=MEMBERS[6:8])
    log.at("2025-03-13T10:00:00Z")
    for vote, name in (("V-1", "P-1"), ("V-2", "P-2")):
        log.count(vote, result(name, "carried", yes=6, no=2, abstain=0))
        log.certify(vote, **{name.replace("-", "_"): "carried"})
    return log


def expulsion():
    """M07 leaves by a sealed vote of the others; M11 is of its family and stands aside by the statutes."""
    log = Alliance().found().at("2025-01-08T08:00:00Z")
    log.say("relation.declared", log.keys("M11"), kind="family", **{"from": "M07", "to": "M11"})
    log.propose("P-1", "expulsion", "M01", about="M07")
    log.freeze("P-1")
    log.say("hearing.held", [log.registrar, log.member["M07"]], proposal="P-1", attended=True)
    log.sealers = [Sealer(key.name) for key in sorted(log.tellers, key=lambda key: key.name)]
    tellers = [{"key": key.name, "recipient": sealer.recipient}
               for key, sealer in zip(sorted(log.tellers, key=lambda key: key.name), log.sealers)]
    electorate = [["M07", "M11"] if m == "M07" else [m] for m in MEMBERS if m != "M11"]
    log.open("W-1", ["P-1"], "expulsion", "expel", "2025-01-22T08:00:00Z", "2025-02-04T22:00:00Z", log.tellers,
             tellers=tellers, electorate=electorate)
    log.at("2025-01-23T08:00:00Z")
    for n, m in enumerate(["M01", "M02", "M03", "M04", "M05", "M06", "M08", "M09", "M10", "M12", "M13", "M14"]):
        sealed_ballot(log, m, {"P-1": "yes" if n < 9 else "no"})
    sealed_ballot(log, "M15", {"P-1": "consent"})
    log.at("2025-02-05T22:00:00Z")
    for key, sealer in zip(sorted(log.tellers, key=lambda key: key.name), log.sealers):
        log.say("seal.opened", [key], vote="W-1", identity=sealer.identity)
    log.count("W-1", result("P-1", "carried", 14, yes=9, no=3, abstain=0), excluded=[
        {"ballot": log.last_ballot, "reason": "not_on_ballot"}])
    log.certify("W-1", P_1="carried")
    return log


def sealed_ballot(log, member, choices, **changes):
    log.ballot(member, "W-1", log.vote, choices)
    statement = log.entries[-1][1]
    inside = dict({"choices": statement.pop("choices"), "id": statement["id"]}, **changes)
    statement["sealed"], log.last_ballot = seal(inside, log.sealers), statement["id"]


def amended(policy=None, **rules):
    """The model statutes with other terms of some rules."""
    policy = json.loads(json.dumps(policy or statutes()))
    for rule, terms in rules.items():
        policy["rules"][rule].update(terms)
    return policy


BIG = {m: {"budget_uah": "9000000"} for m in MEMBERS[6:]}


def new_statutes():
    """Version 2 asks for three quarters; a vote that was open keeps the two thirds, the next one does not."""
    log = Alliance().found(stated=BIG).at("2025-01-08T08:00:00Z")
    log.new = dict(amended(two_thirds={"pass": "yes >= 3/4 of cast"}), version="2")
    log.propose("P-1", "statutes", "M12", statutes=digest_of(canonical(log.new)))
    log.freeze("P-1")
    log.open("W-1", ["P-1"], "statutes", "statutes", "2025-01-22T08:00:00Z", "2025-02-04T22:00:00Z")
    log.at("2025-01-23T08:00:00Z").cast("W-1", "P-1", yes=MEMBERS[:4] + MEMBERS[6:], no=MEMBERS[4:6])
    log.at("2025-02-05T22:00:00Z").count("W-1", result("P-1", "carried", yes=14, no=2, abstain=0, blocs={
        "small_members": {"electors": 6, "ballots": 6, "counts": {"yes": 4, "no": 2, "abstain": 0}}}))
    log.certify("W-1", P_1="carried")
    log.propose("P-2", "agreement", "M01")
    log.at("2025-02-12T22:00:00Z").freeze("P-2")
    log.say("statutes.adopted", [log.registrar] + log.tellers, proposal="P-1", statutes=log.new,
            effective="2025-02-13T00:00:00Z")
    log.open("W-2", ["P-2"], "agreement", "two_thirds", "2025-02-16T08:00:00Z", "2025-02-20T22:00:00Z")
    log.at("2025-02-13T08:00:00Z").propose("P-3", "agreement", "M01")
    log.at("2025-02-20T08:00:00Z").cast("W-2", "P-2", yes=MEMBERS[:11], no=MEMBERS[11:])
    log.freeze("P-3")
    log.open("W-3", ["P-3"], "agreement", "two_thirds", "2025-02-23T08:00:00Z", "2025-02-27T22:00:00Z")
    log.at("2025-02-24T08:00:00Z").cast("W-3", "P-3", yes=MEMBERS[:11], no=MEMBERS[11:])
    log.at("2025-02-28T10:00:00Z").count("W-2", result("P-2", "carried", yes=11, no=5, abstain=0))
    log.count("W-3", result("P-3", "lost", yes=11, no=5, abstain=0))
    log.certify("W-2", P_2="carried")
    log.certify("W-3", P_3="lost")
    return log


def agreement(policy=None, stated=None, about=None, **more):
    """An agreement before the members, ready for ballots: two thirds, 14 to 18 January 2025."""
    log = Alliance().found(policy=policy, stated=stated).at("2025-01-03T08:00:00Z")
    log.propose("P-1", "agreement", "M01")
    log.at("2025-01-10T08:00:00Z").freeze("P-1")
    log.open("W-1", ["P-1"], "agreement", "two_thirds", "2025-01-14T08:00:00Z", "2025-01-18T22:00:00Z", **more)
    return log.at("2025-01-15T08:00:00Z")


# ---------------------------------------------------------------- the open call of the shared data


def utc(text):
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DOCUMENTS = ("statute", "manifesto", "code_of_conduct", "localisation_pledge", "psea_policy")


def application_facts(row):
    found = {name: row[name] for name in ("legal_form", "edrpou", "registered_on", "oblast", "paid_staff",
                                          "party_affiliated")}
    found.update(budget_uah=row["budget_uah_2023"], documents=";".join(d for d in DOCUMENTS if row[d] == "yes"),
                 sponsors=";".join(filter(None, (row["sponsor_1"], row["sponsor_2"]))))
    return {name: unicodedata.normalize("NFC", text.strip()) for name, text in found.items() if text.strip()}


def open_call(folder):
    """The open call of 58 rows, with what its data say must come out of it."""
    log = Alliance().found().call()
    withdrawals = []
    for row in sorted(rows(folder, "applications.csv"), key=lambda r: (utc(r["received_at"]), r["application_id"])):
        for application, at in list(withdrawals):
            if at <= utc(row["received_at"]):
                log.at(at).office("application.withdrawn", application=application, received_at=at)
                withdrawals.remove((application, at))
        log.submit(row["application_id"], utc(row["received_at"]), channel=row["channel"],
                   name={"uk": unicodedata.normalize("NFC", row["name_uk"])}, facts={},
                   relations={"family": [row["family"]]} if row["family"] else {},
                   sealed_at=utc(row["sealed_at"]))
        log.entries[-1][1]["facts"] = application_facts(row)
        if row["withdrawn_at"]:
            withdrawals.append((row["application_id"], utc(row["withdrawn_at"])))
    log.at("2024-12-03T12:00:00Z")
    for application, at in withdrawals:
        log.office("application.withdrawn", application=application, received_at=at)
    expected = rows(folder, "expected.csv")
    kinds = [row["disposition"] for row in expected]
    counts = {kind: kinds.count(kind) for kind in ("early", "late", "superseded", "withdrawn")}
    log.office("call.closed", call="C-1", counts=dict(counts, standing=len(kinds) - sum(counts.values())))
    stated = {row["application_id"]: application_facts(row) for row in rows(folder, "applications.csv")}
    for row in expected:
        reasons = codes_of(row["reasons"], stated[row["application_id"]])
        more = {"related": row["related_application"]} if row["related_application"] else {}
        log.office("application.screened", application=row["application_id"], disposition=row["disposition"],
                   reasons=reasons, tests=tests_of(row), **more)
    eligible = [row["application_id"] for row in expected if row["disposition"] == "eligible"]
    for application in eligible:
        log.office("diligence.found", application=application, tier="basic")
    reviews, accepted = rows(folder, "reviews.csv"), {
        row["review_id"]: row for row in rows(folder, "expected-reviews.csv")}
    given = {}
    for row in reviews:
        if accepted[row["review_id"]]["accepted"] == "yes":
            given.setdefault(row["application_id"], []).append(log.reviewer[row["reviewer"]].name)
    log.office("review.assigned", call="C-1", assignments=[
        {"application": application, "reviewers": given[application]} for application in eligible])
    criteria = ("motivation", "localisation", "presence", "capacity", "network")
    for row in sorted(reviews, key=lambda r: (utc(r["submitted_at"]), r["review_id"])):
        log.review(row["review_id"], row["reviewer"], row["application_id"], [int(row[c]) for c in criteria],
                   utc(row["submitted_at"]))
        if accepted[row["review_id"]]["accepted"] == "no":
            log.refuse(None, accepted[row["review_id"]]["reason"].partition(":")[0])
    ranking = []
    for row in rows(folder, "expected-shortlist.csv"):
        ranking.append({"application": row["application_id"], "score": row["score_exact"],
                        "selected": row["selected"] == "yes"})
        if row["reason"]:
            ranking[-1]["reason"] = row["reason"]
    log.at("2025-02-20T08:00:00Z").office("shortlist.published", call="C-1", ranking=ranking)
    log.chosen = [row["application"] for row in ranking if row["selected"]]
    log.vote = log.at("2025-03-03T08:00:00Z").office(
        "vote.opened", vote="W-1", call="C-1", matter="admission", rule="two_thirds", round=1, items=log.chosen,
        opens="2025-03-06T08:00:00Z", closes="2025-03-10T22:00:00Z", electorate=[[m] for m in MEMBERS])
    for n, m in enumerate(MEMBERS):
        log.at("2025-03-07T%02d:00:00Z" % n).ballot(m, "W-1", log.vote, {
            application: "yes" if n < 12 else "no" for application in log.chosen})
    log.at("2025-03-12T08:00:00Z").office("tally.published", vote="W-1", excluded=[], results=[
        result(application, "carried", yes=12, no=4, abstain=0) for application in log.chosen])
    log.say("outcome.certified", [log.registrar] + log.tellers, vote="W-1",
            outcomes={application: "carried" for application in log.chosen})
    return log


# The data's words for what is wrong, and the statements', in the order of the statutes' text.
CODES = {"grace_outage": "grace", "legal_form": "not:national_cso", "age_under_2y": "not:seasoned",
         "missing:registered_on": "missing:registered_on", "party_affiliated": "is:party_affiliated",
         "missing:edrpou": "missing:edrpou", "missing:budget_uah": "missing:budget_uah",
         "document:statute": "documents:statute", "document:manifesto": "documents:manifesto"}


def codes_of(reasons, stated):
    """The reasons of a row as codes; what is stated but cannot be read is invalid, not missing."""
    words = sorted(filter(None, reasons.split(";")), key=list(CODES).index if len(reasons.split(";")) > 1 else None)
    codes = [CODES.get(word, word) for word in words]
    return [code.replace("missing:", "invalid:") if stated.get(code.partition(":")[2]) else code for code in codes]


def tests_of(row):
    """Both tests' values as the expected reasons imply them; a superseded row lacks what its size class lacks."""
    reasons = row["reasons"].split(";")
    barred = {"legal_form", "age_under_2y", "party_affiliated"} & set(reasons)
    lacking = row["size_class"] == "unknown" or any(":" in reason for reason in reasons)
    return {"eligible": "false" if barred else "true", "complete": "false" if lacking else "true"}

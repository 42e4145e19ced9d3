# SPDX-License-Identifier: Apache-2.0
"""The state of the log, and the checks of every statement."""

from . import ed25519
from .errors import Malformed, need
from .forms import check_statement
from .notes import decode_vkey
from .rules import Rules
from .times import Calendar, decode_time


class State(Rules):
    """What the entries so far say, and the checks of the next one before its rule judges it."""

    def __init__(self, origin):
        self.origin, self.name, self.calendar, self.rehearsal = origin, {}, None, False
        self.versions, self.statutes = [], None  # (effective, statutes); those that govern the statement at hand
        self.checkpoints = self.signature_count = 0
        self.types = []  # of the statements, in order
        self.entry_digests, self.ids, self.last_time = [], set(), None
        self.keys, self.publics, self.revoked = {}, {}, {}
        self.parties, self.ties, self.alias = {}, set(), {}
        self.terms, self.elections, self.nominations = [], {}, {}
        self.meetings, self.turns, self.declined, self.lots = {}, {}, {}, {}
        self.calls, self.applications, self.objections = {}, {}, {}
        self.proposals, self.amendments, self.votes, self.challenges = {}, {}, {}, {}
        self.appeals, self.reviews, self.voters = {}, set(), []
        self.mandates, self.agreements, self.actions, self.complaints = {}, {}, {}, {}
        self.statements, self.issued, self.decisions, self.documents = set(), set(), set(), set()

    def admit(self, entry):
        check_statement(entry.statement)
        effect = self.judge(entry.statement, entry.text, entry.signatures, entry.received, entry.number)
        effect()
        self.ids.add(entry.statement["id"])
        self.last_time = entry.received
        self.entry_digests.append(entry.digest)
        self.types.append(entry.statement["type"])
        self.signature_count += len(entry.signatures)

    def judge(self, s, text, signatures, received, number):
        """What recording this statement does, if it may be recorded."""
        founding, known = s["type"] == "ledger.founded", self.keys_before(s)
        for name, id_, signature in signatures:
            need((name, id_) not in known or ed25519.is_signed(known[name, id_], text, signature),
                 "bad_signature", "a signature that does not hold: " + name)
        need(s["ledger"] == self.origin, "other_ledger")
        need(founding or self.versions, "not_founded")
        need(not founding or (not self.versions and number == 0), "already_founded")
        need(s["id"] not in self.ids, "repeated_id")
        need(self.last_time is None or received >= self.last_time, "time_runs_back")
        need((Calendar(s["calendar"]) if founding else self.calendar).covers(received), "outside_calendar")
        for name, id_, _ in signatures:
            need((name, id_) in known, "unknown_key", "signed with a key that no entry registered: " + name)
        brought = {text.partition("+")[0] for text in self.brought(s)}
        for name, _, _ in signatures:
            need(name in brought or name not in self.revoked, "revoked_key", "signed with a revoked key: " + name)
        self.now, self.number, self.line, self.signers = received, number, text, [n for n, _, _ in signatures]
        self.statutes = self.in_force()
        self.effective = decode_time(s["received_at"]) if "received_at" in s else received
        need(self.effective <= received, "received_in_future")
        need(s["type"].startswith("ballot.") or self.is_sealed_before_now(s), "sealed_in_future")
        ways, effect = getattr(self, "rule_" + s["type"].replace(".", "_"))(s)
        need(any(way.fit(self.signers) for way in ways), "wrong_signers", "not signed by exactly those whom it needs")
        return effect

    def is_sealed_before_now(self, s):
        return "sealed_at" not in s or decode_time(s["sealed_at"]) <= self.effective + 300

    def in_force(self):
        """The statutes in force now; who is about a call or a proposal takes those that it keeps instead."""
        return next((law for time, law in reversed(self.versions) if time <= self.now), None)

    def keys_before(self, s):
        """{(name, key ID): public key} of all that may sign a statement, those that it brings among them."""
        keys = {(name, id_): public for name, id_, public in map(decode_vkey, self.brought(s))}
        keys.update(((name, key.id), key.public) for name, key in self.keys.items())
        return keys

    @staticmethod
    def brought(s):
        """The verifier keys of authors that a statement brings."""
        vkeys = [text for text in (s.get("key", ""), s.get("to", "")) if "+" in text]
        return vkeys + [each["key"] for each in s.get("founders", []) + s.get("offices", [])]

    def first_changed(self, entries):
        """(the first of these entries that is not as its authors signed it, why), or (None, "root")."""
        keys = {}
        for entry in entries:
            try:
                keys.update(self.keys_before(check_statement(entry.statement)))
            except Malformed:
                return entry, "malformed"
            for name, id_, signature in entry.signatures:
                if (name, id_) not in keys:
                    return entry, "unknown_key"
                if not ed25519.is_signed(keys[name, id_], entry.text, signature):
                    return entry, "bad_signature"
        return None, "root"

    @staticmethod
    def find(table, name, code):
        need(name in table, code, "%s: %s" % (code.replace("_", " "), name))
        return table[name]

    def known(self, table, s, field):
        """The thing that a field names."""
        need(s[field] in table, "unknown_thing", "unknown %s: %s" % (field, s[field]))
        return table[s[field]]

    @staticmethod
    def need_new(table, s, field):
        need(s[field] not in table, "thing_exists", "the %s is there already: %s" % (field, s[field]))

    def under(self, thing):
        """The thing; the statutes that it keeps govern the statement."""
        self.statutes = thing.law
        return thing

    def need_language(self, *texts):
        """The language of record is there, and none that the statutes do not have."""
        record, also = self.statutes.language["authoritative"], self.statutes.language.get("also", [])
        for each in texts:
            need(record in each and set(each) <= {record, *also}, "wrong_language", "languages: %s" % ", ".join(each))

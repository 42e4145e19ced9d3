# SPDX-License-Identifier: Apache-2.0
"""Whose cosignatures a checkpoint must bear (c2sp.org/tlog-policy, c2sp.org/tlog-cosignature).

    log <vkey> [<url>]                  whose checkpoints are meant; any, where there is no such line
    witness <name> <vkey> [<url>]
    group <name> any|all|<k> <name>...  witnesses what so many of its members witness
    quorum <name>|none

Names are bytes. A key stands once, be it under another name; a name is a member of one group at most.
"""

import re

from . import ed25519
from .errors import Broken, Malformed, Misused
from .notes import AUTHOR, WITNESS, decode_vkey, encode_vkey
from .times import encode_time

POLICY_MAX = 1 << 20
LINES_MAX = 1024  # of each keyword
TIME_MAX = 2**63 - 1
ITEMS = {b"log": (1, 2), b"witness": (2, 3), b"group": (3, 1 << 20), b"quorum": (1, 1)}


class Policy:
    """A policy, as it was read."""

    def __init__(self, data):
        self.logs, self.quorum = [], None
        self.witnesses, self.groups = {}, {}  # name: key; name: (threshold, members), in the order of the file
        self.grouped = set()
        if not data.endswith(b"\n"):
            raise Malformed("a policy whose last line does not end")
        for number, line in enumerate(data[:-1].split(b"\n"), 1):
            try:
                self.read(line)
            except Malformed as error:
                raise Malformed("line %d: %s" % (number, error))
        if self.quorum is None:
            raise Malformed("there is no quorum line")

    def read(self, line):
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            raise Malformed("a control character")
        keyword, *items = re.split(rb"[ \t]+", line.strip(b" \t"))
        if not keyword or keyword.startswith(b"#"):
            return
        least, most = ITEMS.get(keyword, (0, 0))
        if not most:
            raise Malformed("none of log, witness, group, quorum")
        if not least <= len(items) <= most:
            raise Malformed("too few or too many words after %s" % keyword.decode())
        getattr(self, "read_" + keyword.decode())(*items)

    def read_log(self, vkey, url=None):
        self.logs.append(self.new_key(vkey, AUTHOR, self.logs))

    def read_witness(self, name, vkey, url=None):
        key = self.new_key(vkey, WITNESS, self.witnesses.values())
        self.define(self.witnesses, name, key)

    def read_group(self, name, threshold, *members):
        for member in members:
            self.need_defined(member)
            if member in self.grouped:
                raise Malformed("a member of two groups, or twice")
            self.grouped.add(member)
        wanted = {b"any": b"1", b"all": b"%d" % len(members)}.get(threshold, threshold)
        if not re.match(rb"[1-9][0-9]{0,8}\Z", wanted) or int(wanted) > len(members):
            raise Malformed("a threshold is any, all, or 1 to the number of members")
        self.define(self.groups, name, (int(wanted), members))

    def read_quorum(self, name):
        if self.quorum is not None:
            raise Malformed("a second quorum")
        if name != b"none":
            self.need_defined(name)
        self.quorum = name

    @staticmethod
    def new_key(vkey, type_, others):
        key = decode_vkey(key_text(vkey), type_)
        if any(key[2] == public for _, _, public in others):
            raise Malformed("a key that stands there already")
        if len(others) == LINES_MAX:
            raise Malformed("more than %d keys" % LINES_MAX)
        return key

    def define(self, table, name, value):
        if name == b"none" or name in self.witnesses or name in self.groups:
            raise Malformed("a name that is taken")
        if len(table) == LINES_MAX:
            raise Malformed("more than %d names" % LINES_MAX)
        table[name] = value

    def need_defined(self, name):
        if name not in self.witnesses and name not in self.groups:
            raise Malformed("a name that no line before defines")

    def label(self, name):
        """What a witness or a group is called in the report."""
        return name.decode("utf-8", "replace")

    def is_for(self, checkpoint):
        """Whether a log of the policy signed it; any may, where the policy names none."""
        return not self.logs or any(checkpoint.origin == key[0].encode() and checkpoint.is_signed_by(key)
                                    for key in self.logs)

    def times(self, checkpoint):
        """{name: when, or None where its line is not its own} of the witnesses with a line on it."""
        found = {name: times_of(key, checkpoint) for name, key in self.witnesses.items()
                 if checkpoint.blobs_of(key)}
        return {name: max(times, default=None) for name, times in found.items()}

    def standings(self, times):
        """(the names that have witnessed it, {group: how many of its members have}), by these times of cosignatures."""
        met, counts = {name for name, time in times.items() if time is not None}, {}
        for name, (needed, members) in self.groups.items():  # each after its members
            counts[name] = sum(member in met for member in members)
            met |= {name} if counts[name] >= needed else set()
        return met, counts

    def is_met(self, name, times):
        """Whether a witness or a group has witnessed it."""
        return name == b"none" or name in self.standings(times)[0]


def key_text(vkey):
    """The names of keys are UTF-8, as all of a signed note."""
    try:
        return vkey.decode("utf-8")
    except UnicodeError:
        raise Malformed("a verifier key that is not UTF-8")


class AllOf(Policy):
    """Asks for the cosignatures of all of these witnesses, of whatever log. Two may bear one name."""

    def __init__(self, keys):
        self.logs, self.witnesses = [], {public: (name, id_, public) for name, id_, public in keys}
        self.groups, self.quorum = {b"all": (len(keys), tuple(self.witnesses))}, b"all"
        if len(self.witnesses) < len(keys):
            raise Misused("--witness: the same witness is named twice")

    def label(self, name):
        return self.witnesses[name][0] if name in self.witnesses else super().label(name)


def times_of(key, checkpoint):
    """When the witness says that it saw this checkpoint, in its lines that are its own."""
    times = []
    for blob in checkpoint.blobs_of(key):
        time, signature = int.from_bytes(blob[:8], "big"), blob[8:]
        message = b"cosignature/v1\ntime %d\n" % time + checkpoint.text
        if len(signature) == 64 and time <= TIME_MAX and ed25519.is_signed(key[2], message, signature):
            times.append(time)
    return times


def check_policy(state, policy):
    """What the policy says of the log's checkpoints, and its witnesses of the last, as the report says it."""
    last = state.heads[-1]
    if not policy.is_for(last):
        raise Broken("foreign", "policy", "no log that the policy names signed the last checkpoint",
                     expected=", ".join(encode_vkey(key) for key in policy.logs), found=state.log_key)
    times = policy.times(last)
    met, counts = policy.standings(times)
    told = {"satisfied": policy.is_met(policy.quorum, times), "groups": [
        {"name": policy.label(name), "cosigned": counts[name], "members": len(members), "needed": needed,
         "met": name in met} for name, (needed, members) in policy.groups.items()]}
    newest = next((head for head in reversed(state.heads) if policy.is_for(head)
                   and policy.is_met(policy.quorum, policy.times(head))), None)
    if newest:
        told.update(newest={"size": newest.size, "witnesses": findings(policy, policy.times(newest))},
                    entries_since=state.size - newest.size)
    return {"policy": told, "witnesses": findings(policy, times)}


def findings(policy, times):
    """What each witness has said of a checkpoint."""
    return [finding(policy.label(name), key, name in times, times.get(name)) for name, key in policy.witnesses.items()]


def finding(label, key, has_line, time):
    """What a witness has said of a checkpoint."""
    told = {"name": label, "key": encode_vkey(key, WITNESS),
            "finding": "missing" if not has_line else "invalid" if time is None else "cosigned"}
    if told["finding"] == "cosigned":
        told["time"] = moment(time)
    return told


def moment(seconds):
    """A time that a witness states, which may be any number."""
    try:
        return encode_time(seconds)
    except (OverflowError, ValueError):
        return "%d" % seconds

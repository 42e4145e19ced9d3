# SPDX-License-Identifier: Apache-2.0
"""Who may sign a statement."""

from ..errors import need
from ..records import Record


class Signers:
    """One way in which a statement may be signed, by exactly these keys.

    Each slot needs a key of its own; all of `every` sign, who may fill a slot besides; and where
    there is a written resolution, the keys of its electors, so many that they carry it.
    """

    def __init__(self, *slots, every=(), resolution=None):
        self.slots, self.every, self.resolution = slots, set(every), resolution

    def fit(self, names):
        return (self.every <= set(names) and self.place(set(names), self.slots)
                and (self.resolution is None or self.resolution.carries(names)))

    def place(self, names, slots):
        if not slots:
            return names <= self.every | set(self.resolution.keys if self.resolution else ())
        return any(self.place(names - {name}, slots[1:]) for name in names & set(slots[0]))


class Signing:
    """The ways in which the statement at hand may be signed."""

    def by(self, s, *roles):
        """The slots that these roles fill when they sign: their own, and those who must sign with them."""
        slots = []
        for role in roles:
            cosign = self.statutes.roles[role].get("cosign", {}).get(s["type"], 0)
            slots += [self.holders(role)] + [self.any_key()] * int(cosign)
        return slots

    def by_registrar(self, s):
        return [Signers(*self.by(s, "registrar"))]

    def by_applicant(self, application, s):
        """The applicant's key (and the registrar for a letter-box), or the registrar for a letter-box."""
        key = {application.enrolled or application.key} - {None}
        if "received_at" not in s:
            need(key & set(self.signers), "receipt_not_attested")
            return [Signers(key)]
        return [Signers(key, *self.by(s, "registrar")), Signers(*self.by(s, "registrar"))]

    def signing_party(self):
        """The one party whose voting key signed, also one that left, or None."""
        parties = [p for p in self.parties if self.cast_keys(p) & set(self.signers)]
        return parties[0] if len(parties) == 1 else None

    def by_party(self, party):
        """One voting key of the party; nobody's where there is none."""
        return Signers(self.voting_keys(party) if party else ())

    def by_two(self, s):
        """The registrar, and one more holder of a key of a member or an office."""
        return [Signers(*self.by(s, "registrar"), self.any_key())]

    def resolution(self, rule_name, subject=None, left_out=None):
        """A written resolution: whose keys count, and whether so many of them carry the rule.

        With `left_out` it is the ruling of a body without these parties.
        """
        rule = self.find(self.statutes.rules, rule_name, "unsupported")
        if left_out is None:
            groups = [g for g in self.electorate(rule) if not self.recused(rule, g, subject)]
        else:
            groups = self.without(rule["electors"], left_out)
        words = self.words(rule) or ["yes"]
        weights = dict(enumerate(self.weight(rule, group) for group in groups))
        among = [set(weights), *self.blocs(rule, groups).values()]

        def carries(signing):
            rows = [self.row(each, dict.fromkeys(signing, words[0]), words, weights) for each in among]
            return self.outcome(rule, rows[0], rows[1:]) == "carried"

        return self.by_groups(groups, carries)

    def by_groups(self, groups, carries):
        """What `Signers` asks of a resolution; `carries` is given the numbers of the groups that signed."""
        keys = {key: n for n, group in enumerate(groups) for party in group for key in self.voting_keys(party)}
        return Record(keys=keys, carries=lambda names: carries({keys[name] for name in names if name in keys}))

    def ruling(self, body, left_out):
        """The ruling of a body without some parties and those tied to them."""
        for stage in self.appeal_stages():
            if stage.get("body") == body and self.statutes.rules.get(stage.get("rule"), {}).get("electors") == body:
                return self.resolution(stage["rule"], left_out=left_out)
        groups = self.without(body, left_out)
        return self.by_groups(groups, lambda signing: 2 * len(signing) > len(groups))

    def appeal_stages(self):
        """The stages in which a body hears appeals, procedures in the order of their names."""
        return [stage for _, procedure in sorted(self.statutes.procedures.items())
                for stage in procedure["stages"] if "body" in stage]

    def without(self, body, left_out):
        """The groups of a body without these parties and those tied to them by what recuses there."""
        kinds = self.body(body).get("recuse", [])
        return [group for group in self.electorate({"electors": body}) if not any(
            party in left_out or any(self.tied(kinds, party, other) for other in left_out) for party in group)]

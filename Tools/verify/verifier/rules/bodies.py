# SPDX-License-Identifier: Apache-2.0
"""Bodies, and who is entitled to vote."""

from ..errors import need
from ..statutes import Subject


class Bodies:
    """Who is on a body, in which groups, with which weight."""

    def body(self, name):
        """A body; a roll and an `own_…` electorate are bodies, too."""
        bodies = self.statutes.bodies
        need(name in bodies or name in self.statutes.rolls or name.startswith("own_"), "unsupported", name)
        return bodies.get(name) or ({"roll": name} if name in self.statutes.rolls else {"own": name})

    def electorate(self, rule, item=None):
        """The parties entitled to vote now, in the groups that have one vote each."""
        body = self.body(rule["electors"])
        if "seats" in body:
            parties = self.acting(body["seats"])
        else:
            rolls = [body["roll"]] if "roll" in body else self.own_rolls(item)
            parties = {party for roll in rolls for party in self.roll(roll)}
        return self.groups({p for p in parties if not self.is_suspended(p)}, body.get("one_vote_per"))

    def acting(self, seats):
        return {p for p in self.seat_holders(seats, self.now) if self.is_active(p)}

    def groups(self, parties, kind):
        """Those of the parties that a kind of tie joins stand together; all sorted."""
        groups = []
        for party in parties:
            joined = [g for g in groups if kind and any(self.tied([kind], party, other) for other in g)]
            groups = [g for g in groups if g not in joined] + [sorted(sum(joined, [party]))]
        return sorted(groups)

    def own_rolls(self, item):
        """The rolls that an item is in, of those that part the members: `of` another, and blocs of some rule."""
        about = item and self.subject(item)
        parting = {roll for rule in self.statutes.rules.values() for roll in rule.get("blocs", {}).get("by", [])}
        if not about or self.owner(about) is None:
            return []
        subject = self.as_member(about)
        return [roll for roll in sorted(parting) if "of" in self.statutes.rolls[roll] and self.on_roll(roll, subject)]

    def as_member(self, id_):
        """What the statutes' expressions would see of an applicant that is a member."""
        today = self.calendar.day(self.now)
        since = getattr(self.owner(id_), "since", self.now)
        return Subject(self.stated(id_), status="member", today=today, member_days=(today - self.calendar.day(since)).days)

    def recused(self, rule, group, subject):
        kinds = rule.get("recuse", []) + self.body(rule["electors"]).get("recuse", [])
        return subject is not None and (subject in group or any(self.tied(kinds, party, subject) for party in group))

    def weight(self, rule, group):
        if "weight" not in rule:
            return 1
        values = [self.statutes.fact(rule["weight"], Subject(self.facts_of(party))) for party in group]
        return max(min(max(value or 1, 1), 10000) for value in values)

    def blocs(self, rule, groups):
        """{roll: the groups, by number, that are in it} for each roll that has a say of its own."""
        rolls = {roll: set(self.roll(roll)) for roll in rule.get("blocs", {}).get("by", [])}
        return {roll: {n for n, group in enumerate(groups) if parties & set(group)} for roll, parties in rolls.items()}

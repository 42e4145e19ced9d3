# SPDX-License-Identifier: Apache-2.0
"""Times, dates, and the founders' calendar."""

import calendar
import datetime
import re

from .errors import Malformed, Refused, need

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z", re.ASCII)
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
DURATION = re.compile(r"P(?:(\d{1,5})D|T(\d{1,6})H|(\d{1,4})M)\Z", re.ASCII)
DAY = datetime.timedelta(days=1)


def decode_time(text):
    """Seconds since 1970 of `2024-11-30T22:00:00Z`."""
    try:
        if TIME.match(text):
            return calendar.timegm(datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").timetuple())
    except ValueError:
        pass
    raise Malformed("not a time: " + text)


def encode_time(seconds):
    return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def decode_date(text):
    try:
        return datetime.date(*map(int, DATE.match(text).groups()))
    except (AttributeError, ValueError):
        raise Malformed("not a date: " + text)


class Calendar:
    """The founders' calendar: offsets from UTC, weekends, holidays, and how far it reaches."""

    def __init__(self, tree):
        self.offsets = [(decode_time(o["from"]), o["minutes"] * 60) for o in tree["offsets"]]
        times = [start for start, _ in self.offsets]
        if not times or times != sorted(set(times)):
            raise Refused("outside_calendar", "offsets that are not in order of time")
        self.weekend = set(tree["weekend"])
        self.holidays = {decode_date(day) for day in tree["holidays"]}
        self.until = decode_time(tree["until"])

    def covers(self, time):
        return time < self.until

    def offset(self, time):
        return [seconds for start, seconds in self.offsets if start <= time or start == self.offsets[0][0]][-1]

    def day(self, time):
        """The local date."""
        return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=time + self.offset(time))).date()

    def day_start(self, day):
        """The first moment whose local date is this day."""
        local = calendar.timegm(day.timetuple())
        found = [local - seconds for _, seconds in self.offsets if self.offset(local - seconds) == seconds]
        found += [start for start, _ in self.offsets[1:] if self.day(start) == day > self.day(start - 1)]
        return min(found)

    @staticmethod
    def parts(duration):
        match = DURATION.match(duration)
        need(match, "unsupported", "a duration that this program does not know: " + duration)
        return match.groups()

    def notice_end(self, start, duration):
        """The start of the local day that lies so many days after that of `start`."""
        n_days = self.parts(duration)[0]
        return self.day_start(self.day(start) + int(n_days) * DAY) if n_days else self.end(start, duration)

    def end(self, start, duration, days="calendar"):
        """Where a window that opens at `start` closes; the closing moment is outside."""
        n_days, hours, months = self.parts(duration)
        if hours:
            return start + int(hours) * 3600
        day = self.day(start)
        if months:
            month = day.year * 12 + day.month - 1 + int(months)
            year, month = month // 12, month % 12 + 1
            last = calendar.monthrange(year, month)[1]
            return self.day_start(datetime.date(year, month, min(day.day, last)))
        left = int(n_days)
        while left:
            if days != "working" or (day.isoweekday() not in self.weekend and day not in self.holidays):
                left -= 1
            day += DAY
        return self.day_start(day)

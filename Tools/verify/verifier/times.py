# SPDX-License-Identifier: Apache-2.0
"""Times, dates, and the founders' calendar."""

import calendar
import datetime
import re

from .errors import Malformed, Refused, need

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z", re.ASCII)
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
DURATION = re.compile(r"P(T?)(0|[1-9][0-9]{0,3})([DWMYH])\Z", re.ASCII)
UNITS = {"D": (1, 0, 0), "W": (7, 0, 0), "TH": (0, 3600, 0), "TM": (0, 60, 0), "M": (0, 0, 1), "Y": (0, 0, 12)}
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
        """(days, seconds, months), of which one is meant; the others are None."""
        match = DURATION.match(duration)
        unit = match and UNITS.get(match.group(1) + match.group(3))
        need(unit, "statutes_faulty", "not a duration: " + duration)
        return tuple(int(match.group(2)) * each if each else None for each in unit)

    def notice_end(self, start, duration):
        """The start of the local day that lies so many days after that of `start`."""
        n_days = self.parts(duration)[0]
        return self.end(start, duration) if n_days is None else self.day_start(self.day(start) + n_days * DAY)

    def end(self, start, duration, days="calendar"):
        """Where a window that opens at `start` closes; the closing moment is outside."""
        left, seconds, months = self.parts(duration)
        if seconds is not None:
            return start + seconds
        day = self.day(start)
        if months is not None:
            month = day.year * 12 + day.month - 1 + months
            year, month = month // 12, month % 12 + 1
            last = calendar.monthrange(year, month)[1]
            return self.day_start(datetime.date(year, month, min(day.day, last)))
        while left:
            if days != "working" or (day.isoweekday() not in self.weekend and day not in self.holidays):
                left -= 1
            day += DAY
        return self.day_start(day)

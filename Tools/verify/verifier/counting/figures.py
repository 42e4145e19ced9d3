# SPDX-License-Identifier: Apache-2.0
"""The numbers of a count, as text."""

PLACES = {"stv": 5, "meek": 9}  # decimals of the methods that have a unit


def decimal(number, places):
    return "%d.%0*d" % (number // 10**places, places, number % 10**places)


def figure(value, places):
    """Votes as a decimal fraction where the method has a unit, else a score as it is."""
    return str(value) if places is None else decimal(value, places)

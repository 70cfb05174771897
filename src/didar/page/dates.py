"""Turn the date that a page, feed or JSON line prints into ISO 8601, in whichever calendar it is printed."""

from __future__ import annotations

import re
from datetime import datetime

from didar.persian.calendar import calendar_of_year, parse_published

# What machines print: `2019-05-20T18:23:00.0000000Z`. The same shape with a Jalali year is a date line like any other.
_MACHINE = re.compile(r"(\d{4})-\d\d-\d\dT")


def iso_date(words: str) -> str | None:
    """Return the ISO 8601 date, with its time where one is given, that the words print; None where they print none.

    >>> iso_date("۱۳۹۸/۰۲/۳۰ - ۱۸:۲۳"), iso_date("2019-05-20T18:23:00.0000000Z"), iso_date("1400/13/40")
    ('2019-05-20T18:23', '2019-05-20T18:23+00:00', None)
    """
    machine = _MACHINE.match(words.strip())
    if machine and calendar_of_year(int(machine[1])) == "gregorian":
        return _to_the_minute(words.strip())
    return parse_published(words)


def _to_the_minute(words: str) -> str | None:
    try:
        return datetime.fromisoformat(words).isoformat(timespec="minutes")
    except ValueError:
        return None

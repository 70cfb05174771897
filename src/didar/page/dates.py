"""Turn the date that a page, feed or JSON line prints into ISO 8601, in whichever calendar it is printed."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from didar.persian.calendar import calendar_of_year, parse_published
from didar.persian.lexicon.loader import load_table

# What machines print: `2019-05-20T18:23:00.0000000Z`. The same shape with a Jalali year is a date line like any other.
_MACHINE = re.compile(r"(\d{4})-\d\d-\d\dT")
# «25 Tir 1405», «September 4th 2019»
_DAY_FIRST = re.compile(r"(?<!\d)(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,12})\s+(?P<year>\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"\b(?P<month>[A-Za-z]{3,12})\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)")


def iso_date(words: str) -> str | None:
    """Return the ISO 8601 date, with its time where one is given, that the words print; None where they print none.

    >>> iso_date("۱۳۹۸/۰۲/۳۰ - ۱۸:۲۳"), iso_date("2019-05-20T18:23:00.0000000Z"), iso_date("1400/13/40")
    ('2019-05-20T18:23', '2019-05-20T18:23+00:00', None)
    """
    machine = _MACHINE.match(words.strip())
    if machine and calendar_of_year(int(machine[1])) == "gregorian":
        return _to_the_minute(words.strip())
    return parse_published(_in_numbers(words))


def _in_numbers(words: str) -> str:
    """Write a date whose month is told in Latin letters in numbers."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for found in pattern.finditer(words):
            if month := _months().get(found["month"].lower()):
                return f"{words[: found.start()]}{found['year']}/{month}/{found['day']}{words[found.end() :]}"
    return words


@cache
def _months() -> dict[str, str]:
    return {row["word"].lower(): row["month"] for row in load_table("months_latin.tsv")}


def _to_the_minute(words: str) -> str | None:
    try:
        return datetime.fromisoformat(words).isoformat(timespec="minutes")
    except ValueError:
        return None

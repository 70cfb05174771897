"""Turn the date that a page, feed or JSON line prints into ISO 8601, in the Jalali or the Gregorian calendar."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_NUMERIC = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})\s+([^\W\d]+)\s+(?:[^\W\d]+\s+)?(\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?!\d)")
# A year below this is Jalali: Persian news of the Gregorian year 1600 there is none.
_FIRST_GREGORIAN = 1600
_LAST_GREGORIAN = 2200


def iso_date(words: str) -> str | None:
    """Return the ISO 8601 date, with its time where one is given, that the words print; None where they print none.

    >>> iso_date("۱۳۹۸/۰۲/۳۰ - ۱۸:۲۳"), iso_date("2019-05-20T18:23:00Z"), iso_date("1400/13/40")
    ('2019-05-20T18:23', '2019-05-20T18:23+00:00', None)
    """
    words = words.strip().translate(_DIGITS)
    for rule in (iso_8601, numeric_date, written_date):
        if found := rule(words):
            return found
    return None


def iso_8601(words: str) -> str | None:
    """Read a machine's date: `2019-05-20T18:23:00.0000000Z`."""
    if not _FIRST_GREGORIAN <= _year(words) <= _LAST_GREGORIAN:
        return None
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment.date().isoformat() if len(words) == len("2019-05-20") else moment.isoformat(timespec="minutes")


def numeric_date(words: str) -> str | None:
    """Read year, month and day parted by strokes, with a time of day anywhere beside them."""
    found = _NUMERIC.search(words)
    if not found:
        return None
    day = gregorian(*(int(part) for part in found.groups()))
    return _with_clock(day, words) if day else None


def written_date(words: str) -> str | None:
    """Read a day, the name of a month and a year, in whichever calendar the month belongs to."""
    for day, name, year in _WRITTEN.findall(words):
        if month := _months().get(fold(name)):
            found = gregorian(int(year), month, int(day))
            return _with_clock(found, words) if found else None
    return None


@cache
def _months() -> dict[str, int]:
    # A lunar date cannot be turned into a day without sighting the moon.
    return {fold(row["word"]): int(row["month"]) for row in load_table("months.tsv") if row["calendar"] != "hijri"}


def gregorian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a Jalali or Gregorian one; None where there is no such day."""
    import jdatetime

    try:
        if year < _FIRST_GREGORIAN:
            return jdatetime.date(year, month, day).togregorian()  # type: ignore[no-any-return]
        return date(year, month, day) if year <= _LAST_GREGORIAN else None
    except ValueError:
        return None


def _with_clock(day: date, words: str) -> str:
    clock = _CLOCK.search(words)
    return f"{day.isoformat()}T{int(clock[1]):02d}:{clock[2]}" if clock else day.isoformat()


def _year(words: str) -> int:
    return int(words[:4]) if words[:4].isdigit() else 0

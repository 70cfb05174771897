"""Read when something was published: a date as pages, feeds and people write it in, ISO 8601 out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from didar.persian.calendar import DIGITS, calendar_of_year, months, to_date
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table

# What machines print: `2019-05-20T18:23:00.0000000Z`. The same shape with a Jalali year is a date line like any other.
_MACHINE = re.compile(r"(\d{4})-\d\d-\d\dT")
_NUMERIC = re.compile(r"(?<!\d)(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?!\d)")
# «۹۸/۰۵/۱۹»: no month has so many days, so the first number is a year of the 1300s, or 1400.
_SHORT = re.compile(r"(?<![\d/])(3[2-9]|[4-9]\d|00)/(\d{1,2})/(\d{1,2})(?![\d/])")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})\s*([^\W\d]+(?:[\s\u200c]+[^\W\d]+)?)\s*(?:[^\W\d]+\s*)?(\d{4})(?!\d)")
# «25 Tir 1405», «3rd September 2019»; «September 4th 2019», «Aug. 4, 2019»
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,12})\.?,?\s+(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"\b(?P<month>[A-Za-z]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)"
)
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?!\d)")


def parse_published(text: str | None) -> str | None:
    """Return the ISO 8601 date that a line prints, with the time where one is given; None where it prints none.

    Reads numbers, Persian and Latin months; the year tells the calendar.

    >>> parse_published("۱۳۹۸/۰۲/۳۰ - ۱۸:۲۳"), parse_published("2019-05-20T18:23:00.0Z"), parse_published("1400/13/40")
    ('2019-05-20T18:23', '2019-05-20T18:23+00:00', None)
    """
    line = (text or "").strip().translate(DIGITS)
    machine = _MACHINE.match(line)
    if machine and calendar_of_year(int(machine[1])) == "gregorian" and (moment := _to_the_minute(line)):
        return moment
    day = next(_days(line), None)
    if day is None:
        return None
    clock = _CLOCK.search(line)
    return f"{day}T{int(clock[1]):02}:{clock[2]}" if clock else day.isoformat()


def published_day(text: str | None) -> date | None:
    """Return the day of a publication date; see `parse_published`."""
    found = parse_published(text)
    try:
        return date.fromisoformat(found[:10]) if found else None
    except ValueError:
        return None


def _to_the_minute(line: str) -> str | None:
    try:
        return datetime.fromisoformat(line).isoformat(timespec="minutes")
    except ValueError:
        return None


def _days(line: str) -> Iterator[date]:
    """Yield the days that a line prints: in numbers, with a Persian month, with a Latin month, with a short year."""
    for match in _NUMERIC.finditer(line):
        year, month, day = (int(number) for number in (match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)))
        yield from _day(year, month, day)
    for match in _WORDED.finditer(line):
        names = fold(match[2]).split()
        known = next((months()[name] for name in (" ".join(names), *names) if name in months()), None)
        if known and (found := to_date(known[0], int(match[3]), known[1], int(match[1]))):
            yield found
    for match in (*_DAY_FIRST.finditer(line), *_MONTH_FIRST.finditer(line)):
        if number := _latin_months().get(match["month"].lower()):
            yield from _day(int(match["year"]), number, int(match["day"]))
    for match in _SHORT.finditer(line):
        yield from _day(1300 + (int(match[1]) or 100), int(match[2]), int(match[3]))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    calendar = calendar_of_year(year)
    if calendar and (found := to_date(calendar, year, month, day)):
        yield found


@cache
def _latin_months() -> dict[str, int]:
    return {row["word"].lower(): int(row["month"]) for row in load_table("months_latin.tsv")}

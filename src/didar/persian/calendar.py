"""Reckon in the three calendars: year, month and day of one in, Gregorian dates out; publication dates of pages too."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Literal

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table

Calendar = Literal["jalali", "gregorian", "hijri"]
Bounds = tuple[date, date]

DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")

# Years that a bare number of four digits may mean, and where one calendar's years end and the next begin.
_JALALI_YEARS = range(1200, 1500)
_GREGORIAN_YEARS = range(1700, 2200)

_NUMERIC = re.compile(
    r"(?<!\d)(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?!\d)"
)
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?!\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})\s*([^\W\d]+(?:[\s\u200c]+[^\W\d]+)?)\s*(?:[^\W\d]+\s*)?(\d{4})(?!\d)")


def to_date(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a day in a calendar, None where that calendar has no such day.

    >>> to_date("jalali", 1403, 12, 30), to_date("jalali", 1402, 12, 30)
    (datetime.date(2025, 3, 20), None)
    """
    try:
        if calendar == "jalali":
            import jdatetime

            return jdatetime.date(year, month, day).togregorian()  # type: ignore[no-any-return]
        if calendar == "hijri":
            from hijridate import Hijri

            return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def parts_of(calendar: Calendar, day: date) -> tuple[int, int, int]:
    """Return year, month and day of a Gregorian date in a calendar."""
    if calendar == "jalali":
        import jdatetime

        found = jdatetime.date.fromgregorian(date=day)
        return found.year, found.month, found.day
    if calendar == "hijri":
        from hijridate import Gregorian

        year, month, number = Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
        return year, month, number
    return day.year, day.month, day.day


def month_bounds(calendar: Calendar, year: int, month: int, months: int = 1) -> Bounds | None:
    """Return the first and last day of `months` months from a month on."""
    behind = year * 12 + month - 1 + months
    first, after = to_date(calendar, year, month, 1), to_date(calendar, behind // 12, behind % 12 + 1, 1)
    return (first, after - timedelta(days=1)) if first and after else None


def year_bounds(calendar: Calendar, year: int) -> Bounds | None:
    """Return the first and last day of a year."""
    return month_bounds(calendar, year, 1, 12)


def week_bounds(day: date) -> Bounds:
    """Return Saturday and Friday of the week that a day lies in."""
    first = day - timedelta(days=weekday_of(day))
    return first, first + timedelta(days=6)


def weekday_of(day: date) -> int:
    """Return the day of the week, Saturday is 0."""
    return (day.weekday() + 2) % 7


def calendar_of_year(year: int) -> Calendar | None:
    """Return the calendar that a bare year of four digits belongs to, None where it is no year."""
    if year in _JALALI_YEARS:
        return "jalali"
    return "gregorian" if year in _GREGORIAN_YEARS else None


@cache
def months() -> dict[str, tuple[Calendar, int, int]]:
    """Return folded month names, alone and glued to «ماه» (strength 4), with calendar, number, strength."""
    known: dict[str, tuple[Calendar, int, int]] = {}
    glued = next(fold(row["word"]) for row in load_table("date_words.tsv") if row["class"] == "unit_month")
    for row in load_table("months.tsv"):
        name, number, strength = fold(row["word"]), int(row["month"]), int(row["strength"])
        known[name] = (row["calendar"], number, strength)  # type: ignore[assignment]
        known.setdefault(name + glued, (row["calendar"], number, 4))  # type: ignore[arg-type]
    return known


def parse_published(text: str | None) -> str | None:
    """Return the ISO 8601 date (with the time where given) of a page's date line; None where there is none.

    Reads ISO, «1382-09-04 (jalali)», «۱۴۰۰/۰۵/۱۲ - ۱۰:۳۰», «شنبه ۳ مهر ۱۴۰۰», «5 اوت 2019». The year
    tells the calendar.
    """
    line = (text or "").strip().translate(DIGITS)
    if re.match(r"\d{4}-\d\d-\d\dT", line) and calendar_of_year(int(line[:4])) == "gregorian":
        return line
    day = _numeric_day(line) or _worded_day(line)
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


def _numeric_day(line: str) -> date | None:
    for match in _NUMERIC.finditer(line):
        year, month, day = (int(p) for p in (match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)))
        calendar = calendar_of_year(year)
        if calendar and (found := to_date(calendar, year, month, day)):
            return found
    return None


def _worded_day(line: str) -> date | None:
    for match in _WORDED.finditer(line):
        names = fold(match[2]).split()
        known = next((months()[n] for n in (" ".join(names), *names) if n in months()), None)
        if known and (found := to_date(known[0], int(match[3]), known[1], int(match[1]))):
            return found
    return None

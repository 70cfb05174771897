"""Reckon in the three calendars: year, month and day of one in, Gregorian dates out."""

from __future__ import annotations

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

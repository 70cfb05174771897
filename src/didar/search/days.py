"""Read a day, month or year that a user writes, in either calendar, as the first and last day that it means."""

from __future__ import annotations

import re
from datetime import date

from didar.persian.calendar import DIGITS, calendar_of_year, month_bounds, year_bounds
from didar.persian.published import parse_published
from didar.search.query import QueryError

Bounds = tuple[date, date]

_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_YEAR = re.compile(r"\d{4}")


def parse_days(written: str) -> Bounds:
    """Return the first and last day of what is written; raise QueryError where it is no date.

    >>> parse_days("1398/03")[0].isoformat(), parse_days("۲۰۱۹")[1].isoformat()
    ('2019-05-22', '2019-12-31')
    """
    plain = written.strip().translate(DIGITS)
    found = _year(plain) or _month(plain) or _day(plain)
    if not found:
        raise QueryError(f"{written!r} is no date (2019-05-20, 1398/02/30, 1398/02 or 1398)")
    return found


def _year(plain: str) -> Bounds | None:
    calendar = calendar_of_year(int(plain)) if _YEAR.fullmatch(plain) else None
    return year_bounds(calendar, int(plain)) if calendar else None


def _month(plain: str) -> Bounds | None:
    match = _MONTH.fullmatch(plain)
    if not match:
        return None
    year, month = int(match[1]), int(match[2])
    calendar = calendar_of_year(year)
    return month_bounds(calendar, year, month) if calendar and 1 <= month <= 12 else None


def _day(plain: str) -> Bounds | None:
    iso = parse_published(plain)
    if not iso:
        return None
    day = date.fromisoformat(iso[:10])
    return day, day

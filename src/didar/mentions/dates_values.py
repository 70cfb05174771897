"""Reckon what a date expression means: its pieces and the publication day in, first and last day out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from didar.mentions.dates_pieces import Piece
from didar.persian.calendar import (
    Bounds,
    Calendar,
    calendar_of_year,
    month_bounds,
    parts_of,
    to_date,
    week_bounds,
    weekday_of,
    year_bounds,
)
from didar.records import CalendarName, Granularity, Status

_DAY = timedelta(days=1)
# «۱۵ اردیبهشت» in July, before a verb in the present, is still the May behind: a plain nearest day is right more often.
_LEANING = 120


class Moment(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What an expression means; `bounds` null where text and publication date do not tell, `impossible` where no
    calendar has such a day."""

    bounds: Bounds | None
    granularity: Granularity
    calendar: CalendarName
    status: Status
    rule: str
    clock: tuple[int, int] | None = None
    impossible: bool = False


class Context(msgspec.Struct, frozen=True, gc=False):
    """What a piece is reckoned against: the publication day, a weekday beside it, and on which side of it to look."""

    published: date | None
    weekday: int | None = None
    side: int = 0


def _moment(
    piece: Piece, bounds: Bounds | None, granularity: Granularity, calendar: CalendarName, status: Status
) -> Moment:
    return Moment(
        bounds=bounds, granularity=granularity, calendar=calendar, rule=piece.rule,
        status=status if bounds else "unknown",
    )  # fmt: skip


# How many years ahead plans reach.
_AHEAD = 30
# Where a year of two digits lies when no publication date tells.
_USUAL_YEAR = {"jalali": 1395, "hijri": 1435, "gregorian": 2015}

# --- years ---------------------------------------------------------------------------------------------------------


def full_year(year: int, calendar: Calendar, published: date | None) -> int:
    """Return a year of two digits in full: of the centuries the one nearest to publication (else to 1400, 2000)."""
    if year >= 100 or calendar == "hijri":
        return year
    base = parts_of(calendar, published)[0] if published else _USUAL_YEAR[calendar]
    century = base // 100 * 100
    return min((start + year for start in (century - 100, century, century + 100)), key=lambda y: abs(y - base))


def calendar_of(piece: Piece) -> Calendar:
    """Return the calendar of a piece: as told, else by its year; a lone hijri-looking year is left to Jalali."""
    if piece.calendar:
        return piece.calendar
    return calendar_of_year(piece.year or 0) or "jalali"


def _year_of(piece: Piece, context: Context) -> int | None:
    """Return the year of a piece in its calendar where text and publication date tell it."""
    calendar = calendar_of(piece)
    if piece.year is not None:
        return full_year(piece.year, calendar, context.published)
    if piece.year_shift is not None and context.published:
        if calendar == "hijri" and piece.month:
            return _hijri_year_in(piece, context.published)
        return parts_of(calendar, context.published)[0] + piece.year_shift
    return None


def _hijri_year_in(piece: Piece, published: date) -> int | None:
    """Return the hijri year of «محرم امسال»: the Muharram that begins in this Jalali year."""
    bounds = year_bounds("jalali", parts_of("jalali", published)[0] + (piece.year_shift or 0))
    near = parts_of("hijri", published)[0] + (piece.year_shift or 0)
    starts = {year: to_date("hijri", year, piece.month or 1, piece.day or 1) for year in (near - 1, near, near + 1)}
    return next((year for year, day in starts.items() if day and bounds and bounds[0] <= day <= bounds[1]), None)


def _candidates(piece: Piece, context: Context, bounds_of: Callable[[int], Bounds | None]) -> list[Bounds]:
    """Return what a day or month without a year may be, likeliest first: of the years around publication.

    Words («گذشته») decide; the verb only leans: the side that it does not point to is _LEANING days farther off.
    """
    if context.published is None:
        return []
    year = parts_of(calendar_of(piece), context.published)[0]
    found = [bounds for y in (year - 1, year, year + 1) if (bounds := bounds_of(y))]
    today = context.published
    if context.weekday is not None:
        agreeing = [b for b in found if weekday_of(b[0]) == context.weekday]
        found = agreeing or found
    if piece.side:
        found = [b for b in found if (b[1] < today if piece.side < 0 else b[0] > today)] or found

    def distance(bounds: Bounds) -> int:
        days = (bounds[0] - today).days
        return abs(days) + (_LEANING if days * context.side < 0 else 0)

    return sorted(found, key=distance)


# --- the kinds of pieces -------------------------------------------------------------------------------------------


def _day(piece: Piece, context: Context) -> Moment:
    """A day of a month («۱۶ مرداد ۱۳۹۸») or some days of it («۱۰ تا ۱۵ مرداد»)."""
    calendar = calendar_of(piece)

    def bounds_of(year: int) -> Bounds | None:
        first = to_date(calendar, year, piece.month or 0, piece.day or 0)
        last_year = full_year(piece.last_year, calendar, context.published) if piece.last_year else year
        last_month, last_day = piece.last_month or piece.month or 0, piece.last_day or piece.day or 0
        if last_month < (piece.month or 0) and last_year == year:
            last_year += 1
        last = to_date(calendar, last_year, last_month, last_day)
        if piece.last_day == 0:
            last = (month_bounds(calendar, year, last_month) or (None, None))[1]
        return (first, last) if first and last and first <= last else None

    ranged: Granularity = "day" if piece.last_day is None else "range"
    year = _year_of(piece, context)
    if year is not None:
        bounds = bounds_of(year)
        status: Status = "stated" if piece.year is not None else "derived"
        impossible = bounds is None and (calendar != "hijri" or year in _HIJRI_YEARS)
        return msgspec.structs.replace(_moment(piece, bounds, ranged, calendar, status), impossible=impossible)
    possible = any(bounds_of(y) for y in range(*_SAMPLE_YEARS[calendar]))
    found = _candidates(piece, context, bounds_of)
    moment = _moment(piece, found[0] if found else None, ranged, calendar, "derived")
    return msgspec.structs.replace(moment, impossible=not possible)


# The years of the Umm al-Qura calendar that hijridate knows; earlier ones are left open.
_HIJRI_YEARS = range(1343, 1501)
# Years in which every day that a calendar knows comes at least once: «۳۰ اسفند», «۲۹ فوریه», «۳۰ صفر».
_SAMPLE_YEARS = {"jalali": (1395, 1405), "gregorian": (2015, 2025), "hijri": (1435, 1450)}


def _day_of_this_month(piece: Piece, context: Context) -> Moment:
    """«پانزدهم ماه گذشته»."""
    calendar = piece.calendar or "jalali"
    day = None
    if context.published:
        year, month, _ = parts_of(calendar, context.published)
        behind = year * 12 + month - 1 + (piece.shift or 0)
        day = to_date(calendar, behind // 12, behind % 12 + 1, piece.day or 0)
    return _moment(piece, (day, day) if day else None, "day", "relative", "derived")


def _month(piece: Piece, context: Context) -> Moment:
    """A month, some months («فروردین تا خرداد»), a season or a part of a year."""
    calendar = calendar_of(piece)
    length = piece.months or 1
    if piece.last_month:
        length = (piece.last_month - (piece.month or 0)) % 12 + 1
    last_year = full_year(piece.last_year, calendar, context.published) if piece.last_year else None

    def bounds_of(year: int) -> Bounds | None:
        months = length
        if last_year is not None:
            months = 12 * (last_year - year) + (piece.last_month or 0) - (piece.month or 0) + 1
        return month_bounds(calendar, year, piece.month or 0, months)

    granularity: Granularity = {"season": "season", "month": "month"}.get(piece.rule, "range")  # type: ignore[assignment]
    year = _year_of(piece, context)
    if year is not None:
        return _moment(piece, bounds_of(year), granularity, calendar, "stated" if piece.year is not None else "derived")
    found = _candidates(piece, Context(context.published, None, context.side), bounds_of)
    return _moment(piece, found[0] if found else None, granularity, calendar, "derived")


def _year(piece: Piece, context: Context) -> Moment:
    """A year, some years, a decade, a century."""
    calendar = calendar_of(piece)
    first = full_year(piece.year or 0, calendar, context.published)
    last = full_year(piece.last_year, calendar, context.published) if piece.last_year else first
    start, end = year_bounds(calendar, first), year_bounds(calendar, last)
    granularity: Granularity = "range" if piece.last_year else "year"
    told = piece.calendar is not None or calendar != "jalali" or first <= _last_year(context.published)
    return _moment(piece, (start[0], end[1]) if start and end and told else None, granularity, calendar, "stated")


def _last_year(published: date | None) -> int:
    """Return the last Jalali year that a bare number may mean: «سال ۱۴۵۰» is of another calendar, nobody says which."""
    return (parts_of("jalali", published)[0] if published else _USUAL_YEAR["jalali"]) + _AHEAD


def _shifted(piece: Piece, context: Context) -> Moment:
    """What counts from the publication day: «دیروز», «هفته آینده», «سه ماه پیش», «در دو روز گذشته»."""
    unit, today = piece.unit or "day", context.published
    granularity: Granularity = unit if unit in ("day", "week", "month", "year") else "range"  # type: ignore[assignment]
    if unit in ("hour", "minute"):
        granularity = "time"
    if piece.span:
        granularity = "range"
    if today is None or piece.open or unit in ("decade", "century", "minute"):
        return _moment(piece, None, granularity, "relative", "unknown")
    shift, calendar = piece.shift or 0, piece.calendar or "jalali"
    if unit == "hour":
        shift, unit = (round(shift / 24) if abs(shift) >= 24 else 0), "day"
    bounds = _moved(unit, shift, calendar, today)
    if piece.span and bounds:
        edge = bounds[0] if shift < 0 else bounds[1]
        if unit in ("month", "year"):
            edge = _same_day(unit, shift, calendar, today)
        elif unit == "week":
            edge = today + shift * 7 * _DAY
        return _moment(piece, (min(edge, today), max(edge, today)), "range", "relative", "derived")
    return _moment(piece, bounds, granularity, "relative", "derived")


def _moved(unit: str, shift: int, calendar: Calendar, today: date) -> Bounds | None:
    if unit == "day":
        return today + shift * _DAY, today + shift * _DAY
    if unit == "week":
        return week_bounds(today + shift * 7 * _DAY)
    year, month, _ = parts_of(calendar, today)
    if unit == "year":
        return year_bounds(calendar, year + shift)
    behind = year * 12 + month - 1 + shift
    return month_bounds(calendar, behind // 12, behind % 12 + 1)


def _same_day(unit: str, shift: int, calendar: Calendar, today: date) -> date:
    """Return the day so many months or years away, the last of its month where that is shorter."""
    year, month, day = parts_of(calendar, today)
    behind = year * 12 + month - 1 + (shift * 12 if unit == "year" else shift)
    days = (to_date(calendar, behind // 12, behind % 12 + 1, d) for d in range(day, day - 4, -1))
    return next((d for d in days if d), today)


def _weekday(piece: Piece, context: Context) -> Moment:
    """A weekday: of a told week, else the nearest on the side that the words or the verb point to, else the last."""
    today, wanted = context.published, piece.weekday or 0
    granularity: Granularity = "day" if piece.last_day is None else "range"
    if today is None or piece.open:
        return _moment(piece, None, granularity, "relative", "unknown")
    status: Status = "derived"
    if piece.unit == "week":
        first = week_bounds(today + (piece.shift or 0) * 7 * _DAY)[0] + wanted * _DAY
    elif piece.side:
        ahead = (wanted - weekday_of(today)) % 7 or 7
        first = today + (ahead if piece.side > 0 else (ahead - 7) or -7) * _DAY
    elif context.side > 0:
        first = today + (wanted - weekday_of(today)) % 7 * _DAY
    else:
        first = today - (weekday_of(today) - wanted) % 7 * _DAY
        status = "derived" if context.side else "defaulted"
    last = first if piece.last_day is None else first + (piece.last_day - wanted) % 7 * _DAY
    return _moment(piece, (first, last), granularity, "relative", status)


def moment_of(piece: Piece, context: Context) -> Moment:
    """Return what one piece means."""
    if piece.rule == "day_of_this_month":
        return _day_of_this_month(piece, context)
    if piece.weekday is not None:
        return _weekday(piece, context)
    if piece.month is not None:
        return _day(piece, context) if piece.day is not None else _month(piece, context)
    if piece.year is not None:
        return _year(piece, context)
    return _shifted(piece, context)

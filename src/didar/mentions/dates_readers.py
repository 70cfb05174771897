"""Read the matches of the date grammar: a match over the letters of dates_words in, the fields of a piece out.

A reader answers nothing where the words that matched are no date after all.
"""

from __future__ import annotations

import re
from typing import Any

from didar.mentions.dates_words import Units
from didar.persian.calendar import Calendar, calendar_of_year

Fields = dict[str, Any]
Match = re.Match[str]

# What says which year, month or week: last, next, this.
_SHIFTS = {"p": -1, "P": -1, "b": -1, "F": 1, "z": 1, "f": 1, "t": 0, "I": 0}
_UNITS = {"d": "day", "w": "week", "m": "month", "a": "year", "h": "hour", "i": "minute", "e": "decade", "C": "century"}

# A year behind a month or season: «۱۳۹۸», «سال ۹۸», «امسال», «سال گذشته», «گذشته».
YEAR = (
    r"(?:,?a?(?P<year>y)(?!j)|,?a(?P<short>u|[nc](?=q))|(?P<tail>u)(?!j)|(?P<yearword>Y)|a(?P<yearshift>[PFtpzb])"
    r"|(?P<bare>[PFt]))(?P<era>q?)"
)

_FIRST_TOLD = 1_280


def _letters(match: Match, group: str) -> str:
    """Return what a named group matched, empty where the pattern has no such group."""
    return (match.group(group) or "") if group in match.re.groupindex else ""


def _value(match: Match, units: Units, group: str) -> Any:
    return units.values[match.start(group)] if _letters(match, group) else None


def _year_fields(match: Match, units: Units, calendar: Calendar | None) -> Fields:
    """Read the groups of YEAR: a year, or how far it lies from this one, or only on which side of today."""
    era = _value(match, units, "era")
    if _letters(match, "year"):
        return {"year": _value(match, units, "year"), "calendar": era or calendar}
    if _letters(match, "short") or _letters(match, "tail"):
        value = _value(match, units, "short") or _value(match, units, "tail") or 0
        return {"year": value, "calendar": era or calendar}
    if _letters(match, "yearword"):
        return {"year_shift": int(_value(match, units, "yearword")), "calendar": era or calendar}
    if shift := _letters(match, "yearshift"):
        return {"year_shift": _SHIFTS[shift], "calendar": era or calendar}
    if side := _letters(match, "bare"):
        return {"side": _SHIFTS[side], "year_shift": 0 if side == "t" else None, "calendar": calendar}
    return {"calendar": calendar}


def _apart(match: Match, first: int, last: int | None) -> bool:
    """Tell whether «و» joins two that do not follow each other: two dates, no range."""
    return last is not None and _letters(match, "joint") in ("&", ",") and last - first > 2


def read_numeric(match: Match, units: Units) -> Fields | None:
    year, month, day = units.values[match.start()]
    return {"calendar": _value(match, units, "era") or calendar_of_year(year), "year": year, "month": month, "day": day}


def read_spaced(match: Match, units: Units) -> Fields | None:
    """Read «۲۴ / ۴ / ۱۳۹۸»: one of the outer numbers is the year."""
    first, month, final = (_value(match, units, name) for name in ("first", "middle", "final"))
    year, day = (first, final) if _letters(match, "first") == "y" else (final, first)
    if year < 1000 or day > 31:
        return None
    return {"calendar": _value(match, units, "era") or calendar_of_year(year), "year": year, "month": month, "day": day}


def read_day_month(match: Match, units: Units) -> Fields | None:
    calendar, month, strength = _value(match, units, "month")
    day, last = _value(match, units, "day"), _value(match, units, "lastday")
    if last is not None and last < day and _letters(match, "joint") in ("&", "-"):
        # «۲۸-۲۷ مارس»: written from right to left.
        day, last = last, day
    if _apart(match, day, last):
        return None
    told = any(_letters(match, name) for name in ("year", "short", "tail", "yearshift", "yearword", "m"))
    letter = _letters(match, "day")
    dated = units.classes[match.start() - 1 : match.start()] in ("N", "d", "l", "W", "R")
    if strength == 1 and not (told or letter == "o" or dated):
        return None
    if letter == "c" and not (told or (day >= 10 and strength > 1)):
        return None
    return {"month": month, "day": day, "last_day": last} | _year_fields(match, units, calendar)


# The days of a week, ten days, half a month: «هفته دوم آبان», «دهه اول محرم», «نیمه دوم مرداد».
_DAYS_OF_PART = {"w": 7, "e": 10, "H": 15}


def read_part_of_month(match: Match, units: Units) -> Fields | None:
    calendar, month, _ = _value(match, units, "month")
    length, order = _DAYS_OF_PART[_letters(match, "unit")], _value(match, units, "order")
    if length * order > 30:
        return None
    last = 0 if length * order == 30 else length * order
    return {"month": month, "day": length * (order - 1) + 1, "last_day": last} | _year_fields(match, units, calendar)


def read_two_months(match: Match, units: Units) -> Fields | None:
    (calendar, month, _), (other, last, _) = _value(match, units, "month"), _value(match, units, "lastmonth")
    day = _value(match, units, "day")
    if calendar != other or (day and _letters(match, "joint") == "&") or _apart(match, month, last):
        return None
    days = {"day": day, "last_day": _value(match, units, "lastday")}
    first_year = {"year": _value(match, units, "firstyear")} if _letters(match, "firstyear") else {}
    tail = _year_fields(match, units, calendar)
    if first_year and "year" in tail:
        tail |= {"last_year": tail["year"]}
    return {"month": month, "last_month": last} | days | tail | first_year


def read_month(match: Match, units: Units) -> Fields | None:
    """Read a month without a day: the weaker its name, the more must stand beside it."""
    calendar, month, strength = _value(match, units, "month")
    full = bool(_letters(match, "year")) and _is_late(units.norms[match.start("year")])
    named = bool(_letters(match, "lead") == "m" or _letters(match, "m"))
    told = named or any(_letters(match, name) for name in ("year", "short", "tail", "yearword", "yearshift", "bare"))
    before = units.classes[match.start() - 1 : match.start()]
    at_edge, led = before in ("E", "H"), before in ("N", "r", "R")
    enough = {1: full or named, 2: told or at_edge, 3: told or at_edge or led, 4: True}
    return {"month": month} | _year_fields(match, units, calendar) if enough[strength] else None


def _is_late(year: str) -> bool:
    """Tell whether digits are a year that news tells months of; «میزان ۱۲۵۳ مگاوات» is none."""
    return year.isdigit() and int(year) >= _FIRST_TOLD


def read_day_of_month(match: Match, units: Units) -> Fields | None:
    era, shift = _value(match, units, "era"), _SHIFTS[_letters(match, "shift")]
    return {"unit": "month", "shift": shift, "day": _value(match, units, "day"), "calendar": era}


def read_weekday(match: Match, units: Units) -> Fields | None:
    week, side = _letters(match, "week") or _letters(match, "thisweek"), _letters(match, "side")
    fields: Fields = {"weekday": _value(match, units, "weekday")}
    if week:
        return fields | {"unit": "week", "shift": _SHIFTS[week]}
    return fields | {"side": _SHIFTS[side] if side else 0}


def read_two_weekdays(match: Match, units: Units) -> Fields | None:
    week, first, last = _letters(match, "week"), _value(match, units, "weekday"), _value(match, units, "lastday")
    if _apart(match, first, last):
        return None
    days = {"weekday": first, "last_day": last}
    return days | ({"unit": "week", "shift": _SHIFTS[week]} if week else {})


def read_day_word(match: Match, units: Units) -> Fields | None:
    shift, _, part = units.values[match.start("word")].partition(" ")
    return {"unit": "day", "shift": int(shift), "part": part or None}


def read_last_day(match: Match, units: Units) -> Fields | None:
    shift = _letters(match, "shift")
    if shift in "pz":
        # «روز بعد» counts from a day that the text tells elsewhere.
        return {"open": True, "unit": "day"}
    part = _value(match, units, "unit") if _letters(match, "unit") == "T" else None
    return {"unit": "day", "shift": _SHIFTS[shift], "part": part}


def read_counted(match: Match, units: Units) -> Fields | None:
    """Read «سه روز پیش», «دو هفته آینده», «چند ماه قبل»."""
    unit, shift = _UNITS[_letters(match, "unit")], _letters(match, "shift")
    number = _value(match, units, "number")
    if not isinstance(number, int) or _letters(match, "upto") or shift == "z":
        return {"unit": unit, "open": True}
    sign = _SHIFTS[shift]
    if _letters(match, "half") and unit == "year":
        return {"unit": "month", "shift": sign * (number * 12 + 6), "span": shift in "PF"}
    return {"unit": unit, "shift": sign * number, "span": shift in "PF"}


def read_some(match: Match, units: Units) -> Fields | None:
    return {"unit": _value(match, units, "units"), "open": True}


def read_period(match: Match, units: Units) -> Fields | None:
    """Read «هفته گذشته», «این ماه», «سال جاری میلادی»."""
    unit = _UNITS[_letters(match, "unit")]
    if unit in ("decade", "century", "hour", "minute"):
        return {"unit": unit, "open": True}
    era = _value(match, units, "era") or _value(match, units, "innerera")
    return {"unit": unit, "shift": _SHIFTS[_letters(match, "shift")], "calendar": era}


def read_edge_of_period(match: Match, units: Units) -> Fields | None:
    return {"unit": _UNITS[_letters(match, "unit")], "shift": 0}


def read_year(match: Match, units: Units) -> Fields | None:
    if _letters(match, "yearword"):
        return {"unit": "year", "shift": int(_value(match, units, "yearword")), "calendar": _value(match, units, "era")}
    return {"year": _value(match, units, "year"), "calendar": _value(match, units, "era")}


def read_year_range(match: Match, units: Units) -> Fields | None:
    if _letters(match, "pair"):
        first, last = _value(match, units, "pair")
    else:
        first, last = _value(match, units, "year"), _value(match, units, "lastyear")
        if last < 100 <= first:
            last += first // 100 * 100
    if first >= last or (_letters(match, "joint") == "&" and last - first > 2):
        return None
    return {"year": first, "last_year": last, "calendar": _value(match, units, "era")}


def read_decade(match: Match, units: Units) -> Fields | None:
    value = _value(match, units, "decade")
    if value is None or value % 10 or not (20 <= value <= 90 or calendar_of_year(value)):
        return None
    era = _value(match, units, "era")
    if value < 100:
        value += 1900 if era == "gregorian" else 1300
    return {"year": value, "last_year": value + 9, "calendar": era}


def read_century(match: Match, units: Units) -> Fields | None:
    value, era = _value(match, units, "century"), _value(match, units, "era") or "gregorian"
    if _letters(match, "century") == "c" and value < 10:
        return None
    return {"year": value * 100 - 99, "last_year": value * 100, "calendar": era} if value <= 21 else None


def read_season(match: Match, units: Units) -> Fields | None:
    month = 3 * int(_value(match, units, "season")) - 2
    years = _year_fields(match, units, None)
    if (years.get("year") or 0) >= 1700:
        # The northern seasons of a Gregorian year: spring begins in its third month.
        return years | {"month": month + 2, "months": 3, "calendar": "gregorian"}
    return years | {"month": month, "months": 3, "calendar": "jalali"}


def read_part_of_year(match: Match, units: Units) -> Fields | None:
    """Read «سه‌ماهه دوم سال ۹۸», «هشت ماه نخست امسال», «شش‌ماهه پایانی سال گذشته»."""
    length = int(_value(match, units, "length") or _value(match, units, "count"))
    if not 0 < length <= 12 or (_letters(match, "bare") and not _letters(match, "order")):
        return None
    order = {"": 1, "o": _value(match, units, "order"), "Z": 12 // length}[_letters(match, "order")]
    if length * order > 12:
        return None
    years = _year_fields(match, units, None)
    calendar = years.get("calendar") or calendar_of_year(years.get("year") or 0) or "jalali"
    return years | {"month": length * (order - 1) + 1, "months": length, "calendar": calendar}


def read_weekend(match: Match, units: Units) -> Fields | None:
    shift = _letters(match, "shift")
    if not shift and not _value(match, units, "weekend"):
        return {"unit": "week", "open": True}
    return {"unit": "week", "shift": _SHIFTS[shift] if shift else 0, "weekday": 5, "last_day": 6}


def read_feast(match: Match, units: Units) -> Fields | None:
    calendar, month, day = _value(match, units, "feast").split()
    return {"month": int(month), "day": int(day)} | _year_fields(match, units, calendar)


def read_clock(match: Match, units: Units) -> Fields | None:
    value = _value(match, units, "clock")
    hour, minute = value if isinstance(value, tuple) else (value, _value(match, units, "minute") or 0)
    if _letters(match, "quarter"):
        minute = int(units.values[match.start("quarter")])
    return {"clock": (hour, minute), "part": _value(match, units, "part")} if hour <= 24 and minute < 60 else None


def read_bare_clock(match: Match, units: Units) -> Fields | None:
    return {"clock": units.values[match.start("clock")], "part": None}


def read_part(match: Match, units: Units) -> Fields | None:
    return {"part": units.values[match.start("part")]}

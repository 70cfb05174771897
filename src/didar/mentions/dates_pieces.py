"""Find the pieces of date expressions: units in, pieces («۱۶ مرداد ۱۳۹۸», «عصر», «ساعت ۱۰», «سه‌شنبه») out.

Every rule is a pattern over the letters of dates_words and a function that reads a match. The first rule that
matches at a unit wins. Pieces that stand side by side are one expression (dates_values).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import msgspec

from didar.mentions.dates_readers import (
    YEAR,
    Fields,
    Match,
    read_bare_clock,
    read_century,
    read_clock,
    read_counted,
    read_day_month,
    read_day_of_month,
    read_day_word,
    read_decade,
    read_edge_of_period,
    read_feast,
    read_last_day,
    read_month,
    read_numeric,
    read_part,
    read_part_of_month,
    read_part_of_year,
    read_period,
    read_season,
    read_some,
    read_spaced,
    read_two_months,
    read_two_weekdays,
    read_weekday,
    read_weekend,
    read_year,
    read_year_range,
)
from didar.mentions.dates_words import Units
from didar.persian.calendar import Calendar

Slot = Literal["day", "relative", "weekday", "period", "clock", "part"]


class Piece(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What units [first, last) say.

    `unit` and `shift` count from the publication date: month, -1 is last month. `span` says that all the units up to
    it are meant («سه روز گذشته»). `months` is the length of a part of a year; `open` that the number is not told.
    """

    rule: str
    slot: Slot
    first: int
    last: int
    calendar: Calendar | None = None
    year: int | None = None
    year_shift: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    unit: str | None = None
    shift: int | None = None
    span: bool = False
    weekday: int | None = None
    side: int = 0
    months: int | None = None
    open: bool = False
    clock: tuple[int, int] | None = None
    part: str | None = None


Reader = Callable[[Match, Units], Fields | None]

_TO = r"(?P<joint>[r&,-])"
_DAY = r"(?P<day>[noc])"
_SPACED = r"(?P<first>[ny])/(?P<middle>n)/(?P<final>[nyu])"
_LAST_DAY = r"(?P<lastday>[noc])"
_MONTH = r"(?P<month>M)(?P<m>m?)"
_TWO_MONTHS = r"(?P<month>M)m?(?:,?a?(?P<firstyear>[yu]))?(?P<joint>[r&])"
# «۲ هزار سال پیش» is no «سال پیش».
_NO_NUMBER = r"E?(?<![ncu#j])(?<!y(?=a))"
_RULES: tuple[tuple[str, Slot, str, Reader], ...] = (
    ("numeric", "day", r"S(?P<era>q?)", read_numeric),
    ("numeric", "day", rf"{_SPACED}(?P<era>q?)", read_spaced),
    (
        "days_of_two_months", "day",
        rf"[RB]?d?{_DAY}{_TWO_MONTHS}[dl]?{_LAST_DAY}(?P<lastmonth>M)m?(?:{YEAR})?", read_two_months,
    ),
    ("days_of_month", "day", rf"[RB]?d?{_DAY}(?:,[noc]){{0,6}}{_TO}d?W?{_LAST_DAY}{_MONTH}(?:{YEAR})?", read_day_month),
    ("part_of_month", "day", rf"(?P<unit>[weH])(?P<order>o)m?{_MONTH}(?:{YEAR})?", read_part_of_month),
    ("day_of_month", "day", rf"{_DAY}(?:m|(?<=o)d)?{_MONTH}(?:{YEAR})?", read_day_month),
    ("months", "period", rf"[RB]?[mQ]?{_TWO_MONTHS}m?(?P<lastmonth>M)m?(?:{YEAR})?", read_two_months),
    ("month", "period", rf"(?P<lead>m?){_MONTH}(?:{YEAR})?", read_month),
    ("day_of_this_month", "day", r"(?P<day>o|[nc](?=m[tb]))m(?P<shift>[PFtbzp])(?P<era>q?)", read_day_of_month),
    ("day_of_this_month", "day", r"(?P<day>[no])(?P<shift>I)m(?P<era>q?)", read_day_of_month),
    (
        "weekdays", "weekday",
        r"[RB]?d?(?P<weekday>W)(?P<joint>[r&])d?(?P<lastday>W)(?:w(?P<week>[PFtpzb]))?", read_two_weekdays,
    ),
    (
        "weekday", "weekday",
        r"(?P<weekday>W)(?:T?w(?P<week>[PFtpzb])|(?P<thisweek>I)w|T?(?P<side>[PFb]))?", read_weekday,
    ),
    ("day_word", "relative", r"(?P<word>D)", read_day_word),
    (
        "counted", "relative",
        r"(?P<number>[ncvu#o])(?P<upto>[r&]?[nc])?(?P<unit>[dwmahie])(?P<half>(?:&g)?)(?P<shift>[pPfFz])", read_counted,
    ),
    ("last_day", "relative", r"(?P<unit>[dT])(?P<shift>[PFtpz])", read_last_day),
    ("some", "relative", r"v?(?P<units>Q)[PFpzft]", read_some),
    ("some", "relative", r"(?<=[j#y])(?P<units>a)[PFpz]", read_some),
    ("weekend", "relative", r"(?P<weekend>k)(?P<shift>[PFt]?)", read_weekend),
    ("part_of_year", "period", rf"(?P<length>H)(?P<order>[oZ]?){YEAR}", read_part_of_year),
    ("part_of_year", "period", rf"(?P<count>[nc])(?:m(?=[oZ])|L)(?P<order>[oZ]?){YEAR}", read_part_of_year),
    ("period", "period", rf"{_NO_NUMBER}(?P<unit>[wmaeC])(?P<innerera>q?)(?P<shift>[PFtpzb])(?P<era>q?)", read_period),
    ("period", "period", r"E?(?P<shift>I)(?P<unit>[wm])(?P<era>q?)", read_period),
    ("year_range", "period", r"[RB]?[aQ](?P<pair>G)(?P<era>q?)", read_year_range),
    (
        "year_range", "period",
        r"[RB]?[aQ](?P<year>[yu])a?(?P<joint>[r&-])a?(?P<lastyear>[yu])(?P<era>q?)", read_year_range,
    ),
    ("year_range", "period", r"[RB](?P<year>y)r(?P<lastyear>y)(?P<era>q?)(?!j)", read_year_range),
    ("season", "period", rf"(?P<season>s){YEAR}", read_season),
    ("feast", "day", rf"(?P<feast>X){YEAR}", read_feast),
    ("feast", "day", r"(?<=d)(?P<feast>X)", read_feast),
    ("decade", "period", r"E?e(?P<decade>[nucy#])(?!x)(?P<era>q?)", read_decade),
    ("century", "period", r"(?<!I)C(?P<century>[nco])(?P<era>q?)", read_century),
    ("year", "period", r"E?a(?P<year>[yu])(?P<era>q?)", read_year),
    ("year", "period", r"a(?P<year>[nc#])(?P<era>q)", read_year),
    ("year", "period", r"(?P<year>y)(?P<era>q)", read_year),
    ("year", "period", r"(?<=O)(?P<year>y)(?P<era>q?)", read_year),
    ("year", "period", r"E?(?P<yearword>Y)(?P<era>q?)", read_year),
    ("edge_of_period", "period", r"(?<=[rRNE])E(?P<unit>[am])(?![_xynM])", read_edge_of_period),
    (
        "clock", "clock",
        r"h(?P<clock>[ncK])(?:(?<=K)i|&(?P<minute>[ncu])i|&(?P<quarter>g))?(?P<part>(?:T(?![PFtpz]))?)", read_clock,
    ),
    ("clock", "clock", r"(?P<clock>[nc])(?P<part>T)(?=d?[DW])", read_clock),
    ("bare_clock", "clock", r"(?P<clock>K)", read_bare_clock),
    ("part_of_day", "part", r"(?P<part>T)", read_part),
)  # fmt: skip
_COMPILED = tuple((name, slot, re.compile(pattern), read) for name, slot, pattern, read in _RULES)
# One look finds where any rule may begin: its pattern without the names of its groups.
_ANY = re.compile("|".join(f"(?:{re.sub(r'[?]P<[a-z]+>', '?:', pattern)})" for _, _, pattern, _ in _RULES))


def find_pieces(units: Units) -> tuple[Piece, ...]:
    """Return the pieces of date expressions in order, none over another."""
    pieces, at, classes = [], 0, units.classes
    while match := _ANY.search(classes, at):
        at = match.start()
        piece = _piece_at(units, at)
        if piece:
            pieces.append(piece)
        at = piece.last if piece else at + 1
    return tuple(pieces)


def _piece_at(units: Units, at: int) -> Piece | None:
    for name, slot, pattern, read in _COMPILED:
        match = pattern.match(units.classes, at)
        if match and match.end() > at and (fields := read(match, units)) is not None:
            return Piece(rule=name, slot=slot, first=at, last=match.end(), **fields)
    return None

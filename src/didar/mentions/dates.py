"""Find dates: a text and its publication date in, date mentions with their values out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

import msgspec

from didar.mentions.dates_pieces import Piece, find_pieces
from didar.mentions.dates_values import Context, Moment, moment_of
from didar.mentions.dates_words import Units, cut_units, may_hold_date, units_of
from didar.persian.calendar import Bounds, weekday_of
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.published import published_day
from didar.persian.verbs import analyse
from didar.records import DateMention, Note, Span, Text

# Between two pieces of one expression: «امروز (پنج‌شنبه)», «صبح روز شنبه», «۱۰ شهریور/۱ سپتامبر», «برابر با».
_GAP = re.compile(r"[,()]?d?l?[,(]?")
_TIGHT = re.compile(r"d?")
_DOUBLE = re.compile(r"[(/=,-]?[=l]?d?l?")
_RANGE = re.compile(r"d?l?r(?:d|l)?")
# «روزهای شنبه، یکشنبه و چهارشنبه» come every week.
_RECURRING = re.compile(r"Q(?:[W&,]*[,&])?\Z")
_WORDS_BEFORE = 3
_NUMERIC = re.compile(r"[/.](?<=\d.)(?=\d)")  # the mark first: so it is found at once
# How many units a date looks for its verb, so that time stays linear.
_REACH = 80
_IMPOSSIBLE = "impossible_date"


def find_dates(text: Text) -> tuple[DateMention, ...]:
    """Return the dates and times that a text tells, in order, reckoned against its publication date."""
    published = published_day(text.article.source.published)
    found: list[DateMention] = []
    for sentence in text.sentences:
        # Cutting a sentence into units costs far more than looking at its tokens, and most have no word of a date.
        numeric = _NUMERIC.search(text.text, sentence.start, sentence.end)
        if numeric or may_hold_date(sentence.norms):
            found.extend(_dates_of(units_of(sentence.tokens), published))
    return tuple(found)


def parse_date(text: str, published: str | None = None) -> DateMention | None:
    """Return what one date expression means, None where it is none.

    >>> parse_date("۱۶ مرداد ۱۳۹۸").value
    '2019-08-07'
    """
    return max(dates_in(text, published_day(published)), key=lambda d: d.span.end - d.span.start, default=None)


def date_notes(dates: tuple[DateMention, ...]) -> tuple[Note, ...]:
    """Return a note for every date that no calendar has."""
    message = "No calendar has this date."
    return tuple(Note(stage="mentions", message=message, span=d.span) for d in dates if d.rule == _IMPOSSIBLE)


def dates_in(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates of a string."""
    return _dates_of(cut_units(text), published)


def _dates_of(units: Units, published: date | None) -> tuple[DateMention, ...]:
    groups = _grouped([p for p in find_pieces(units) if not _lookalike(units, p)], units)
    found = (_mention(units, group, published) for group in _ranged(groups, units))
    return tuple(mention for mention in found if mention)


# --- look-alikes ---------------------------------------------------------------------------------------------------


@cache
def _lookalikes(side: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in load_table("date_lookalikes.tsv", 2) if row["side"] == side)


def _lookalike(units: Units, piece: Piece) -> bool:
    """Tell whether the words beside a piece make it a name: «امام جمعه», «خبرگزاری مهر», «میدان هفتم تیر»."""
    if piece.weekday is not None:
        after = units.norms[piece.last] if piece.last < len(units.norms) else ""
        if after in _lookalikes("after_weekday"):
            return True
        names = _lookalikes("before_weekday")
    elif piece.rule == "counted" and units.norms[piece.last - 1] in _lookalikes("more"):
        # «به مدت نه ماه دیگر» is how long, not when.
        names = _lookalikes("before_more")
    elif piece.slot == "clock":
        names = _lookalikes("before_clock")
    elif piece.month is not None and piece.year is None and piece.year_shift is None:
        names = _lookalikes("before_day") if piece.day else _lookalikes("before_month")
    else:
        return False
    before = [units.norms[at] for at in range(max(0, piece.first - _WORDS_BEFORE), piece.first)]
    return any(" ".join(before[at:]) in names for at in range(len(before)))


# --- pieces that are one expression ----------------------------------------------------------------------------------

Group = tuple[Piece, ...]


def _fits(group: Group, piece: Piece, units: Units) -> bool:
    """Tell whether a piece goes on the expression before it."""
    gap = units.classes[group[-1].last : piece.first]
    slots = {p.slot for p in group}
    if piece.slot == "day" and "day" in slots:
        calendars = {p.calendar for p in group if p.slot == "day"}
        return piece.calendar not in calendars and bool(gap) and bool(_DOUBLE.fullmatch(gap))
    if piece.slot in slots or "period" in slots or piece.slot == "period":
        return False
    if any(p.slot == "relative" and (p.unit != "day" or p.span or p.open) for p in (*group, piece)):
        return False
    loose = piece.slot != "part" and group[-1].slot != "part"
    return bool((_GAP if loose else _TIGHT).fullmatch(gap))


def _grouped(pieces: list[Piece], units: Units) -> list[Group]:
    groups: list[Group] = []
    for piece in pieces:
        if groups and _fits(groups[-1], piece, units):
            groups[-1] = (*groups[-1], piece)
        else:
            groups.append((piece,))
    return [group for group in groups if not _only_parts(group)]


def _only_parts(group: Group) -> bool:
    return all(p.slot == "part" or p.rule == "bare_clock" for p in group)


def _ranged(groups: list[Group], units: Units) -> list[tuple[Group, ...]]:
    """Tie «از A تا B» into one."""
    tied: list[tuple[Group, ...]] = []
    for group in groups:
        before = tied[-1] if tied else ()
        if len(before) == 1:
            opened = "R" in units.classes[max(0, before[0][0].first - 2) : before[0][0].first]
            if opened and _RANGE.fullmatch(units.classes[before[0][-1].last : group[0].first]):
                tied[-1] = (before[0], group)
                continue
        tied.append((group,))
    return tied


# --- from pieces to a mention ----------------------------------------------------------------------------------------


def _mention(units: Units, groups: tuple[Group, ...], published: date | None) -> DateMention | None:
    moment = _moment(units, groups[0], published)
    if len(groups) == 2:
        moment = _between(moment, _last_moment(units, groups[1], published, moment))
    value, end = _iso(moment)
    return DateMention(
        span=_span(units, groups), value=value, end=end, granularity=moment.granularity, calendar=moment.calendar,
        status=moment.status, rule=_IMPOSSIBLE if moment.impossible else moment.rule,
    )  # fmt: skip


def _moment(units: Units, group: Group, published: date | None) -> Moment:
    """Reckon one expression: the piece that tells most decides, the others help it."""
    first = group[0].first
    alone = len(group) == 1 and group[0].slot == "weekday"
    if alone and _RECURRING.search(units.classes, max(first - _REACH, 0), first):
        group = (msgspec.structs.replace(group[0], open=True),)
    weekday = next((p.weekday for p in group if p.slot == "weekday"), None)
    side = 0
    if any(p.slot in ("weekday", "day") for p in group):
        side = _side_of_verb(units, group[0].first, group[-1].last) if published else 0
    context = Context(published, weekday, side)
    told = [moment_of(p, context) for p in sorted(group, key=_weight) if p.slot not in ("clock", "part")]
    clock, part = _clock_of(group)
    if not told:
        return Moment(bounds=None, granularity="time", calendar="relative", status="unknown", rule="clock", clock=clock)
    best = _on_weekday(next((m for m in told if m.bounds), told[0]), weekday)
    if clock and best.granularity == "day":
        best = msgspec.structs.replace(best, clock=_clock_in(clock, part), granularity="time")
    return best


def _last_moment(units: Units, group: Group, published: date | None, first: Moment) -> Moment:
    """Reckon the end of a range; a weekday is the next one after the range's first day («از امروز تا جمعه»)."""
    weekday = group[0].weekday
    if len(group) == 1 and weekday is not None and group[0].unit is None and first.bounds:
        return moment_of(group[0], Context(first.bounds[0], None, 1))
    return _moment(units, group, published)


def _on_weekday(moment: Moment, weekday: int | None) -> Moment:
    """Move «امروز (پنج‌شنبه)» to the Thursday beside it: the report is a day or two older than its publication."""
    if moment.rule not in ("day_word", "last_day") or weekday is None or moment.bounds is None:
        return moment
    back = (weekday_of(moment.bounds[0]) - weekday) % 7
    day = moment.bounds[0] - timedelta(days=back if back <= 3 else back - 7)
    return msgspec.structs.replace(moment, bounds=(day, day))


def _weight(piece: Piece) -> int:
    """Order pieces by how much they tell: a date with its year, one without, a day word, a weekday."""
    if piece.slot == "day":
        return 0 if piece.year is not None else 1
    return {"relative": 2, "weekday": 3}.get(piece.slot, 4)


def _side_of_verb(units: Units, first: int, last: int) -> int:
    """Return 1 where the verb of the sentence lies in the future («قرار است» before it too), -1 where in the past."""
    start = units.classes.rfind("|", max(first - _REACH, 0), first) + 1
    if "A" in units.classes[start:first]:
        return 1
    behind = units.classes[last : last + _REACH].partition("|")[0]
    for index in range(last, last + len(behind)):
        if units.classes[index] == "A":
            return 1
        form = analyse(units.norms[index]) if units.classes[index] == "_" else None
        if form and form.tense in ("past", "perfect", "pluperfect", "imperfect"):
            return -1
        if form and (form.tense == "future" or (form.tense == "present" and units.norms[index].startswith(_lasting()))):
            return 1
    return 0


@cache
def _lasting() -> str:
    """Return the prefix of the present that tells of what goes on; «است» and «دارد» say nothing of a day."""
    return fold(load_patterns("verb_endings.toml")["prefixes"]["lasting"])


def _clock_of(group: Group) -> tuple[tuple[int, int] | None, str | None]:
    clock = next((p.clock for p in group if p.clock), None)
    return clock, next((p.part for p in group if p.part), None)


def _clock_in(clock: tuple[int, int], part: str | None) -> tuple[int, int]:
    """Return a clock time of 24 hours: «۸ شب» is 20:00, «۱ ظهر» 13:00."""
    hour, minute = clock
    late = {"afternoon": hour < 12, "night": 6 <= hour < 12, "noon": hour < 5}.get(part or "", False)
    return (hour + 12 if late else hour % 24), minute


def _between(first: Moment, last: Moment) -> Moment:
    bounds: Bounds | None = None
    if first.bounds and last.bounds and first.bounds[0] <= last.bounds[1]:
        bounds = (first.bounds[0], last.bounds[1])
    return Moment(
        bounds=bounds, granularity="range", calendar=last.calendar, rule="from_to",
        status=last.status if bounds else "unknown", impossible=first.impossible or last.impossible,
    )  # fmt: skip


def _iso(moment: Moment) -> tuple[str | None, str | None]:
    """Return value and end: ISO says a Gregorian month or year by itself, all else is a first and a last day."""
    if moment.bounds is None or moment.impossible:
        return None, None
    first, last = moment.bounds
    if moment.clock and moment.granularity == "time":
        return f"{first}T{moment.clock[0]:02}:{moment.clock[1]:02}", None
    if moment.calendar == "gregorian" and moment.granularity in ("month", "year"):
        return first.isoformat()[: 7 if moment.granularity == "month" else 4], None
    return first.isoformat(), None if first == last else last.isoformat()


def _span(units: Units, groups: tuple[Group, ...]) -> Span:
    """Return the span of an expression with «روز» before it and the bracket that it opened."""
    first, last = groups[0][0].first, groups[-1][-1].last
    if first and units.classes[first - 1] == "d" and groups[0][0].slot in ("weekday", "day"):
        first -= 1
    inside = units.classes[first:last]
    if inside.count("(") > inside.count(")") and units.classes[last : last + 1] == ")":
        last += 1
    return Span(units.starts[first], units.ends[last - 1])

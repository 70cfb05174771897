"""Cut a text into the units of date expressions: a text in, classes (one letter a unit) and values out.

«۱۶ مرداد ۱۳۹۸» becomes the classes «nMy». The grammar (dates_pieces) is written over these letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from didar.persian.calendar import DIGITS, calendar_of_year, months
from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.numbers import number_words, read_number
from didar.persian.remembered import Remembered
from didar.records import Token

# The class of a lexicon word, and its letter in the string of classes.
LETTERS = {
    "day": "D", "year_word": "Y", "day_part": "T", "unit_day": "d", "unit_week": "w", "unit_month": "m",
    "unit_year": "a", "unit_hour": "h", "unit_minute": "i", "unit_decade": "e", "unit_century": "C", "units": "Q",
    "past_point": "p", "past_span": "P", "past_last": "b", "future_point": "f", "future_span": "F", "future_after": "z",
    "this": "t", "this_before": "I", "some": "v", "until": "r", "from": "R", "between": "B", "and": "&", "in": "N",
    "edge": "E", "era": "q", "same_as": "=", "label": "l", "season": "s", "part_of_year": "H", "weekend": "k",
    "feast": "X", "counted": "j", "quarter": "g", "ahead": "A", "not_calendar": "x",
    "ordinal_ending": "_", "months_long": "L", "last_part": "Z", "born": "O",
}  # fmt: skip
# Numbers: n day in digits, o ordinal, c cardinal in words (1 to 31), u two digits beyond, y year, # any other;
# S a numeric date, K a clock time, G two years with a dash. M month, W weekday, | end of sentence, _ any other word.

_UNIT = re.compile(rf"\d+(?:[/.:\-–]\d+)*|[^\W\d_]+(?:{ZWNJ}+[^\W\d_]+)*|[^\w\s{ZWNJ}]|\n")
_MARKS = {"\n": "|", ".": "|", "؟": "|", "!": "|", "؛": "|", "،": ",", ",": ",", "(": "(", ")": ")", "/": "/", "-": "-",
          "–": "-", ":": ":", "[": "(", "]": ")"}  # fmt: skip
# Letters of the same look and all that is dropped in matching, length kept: half-spaces stand for what is dropped.
_ARABIC = map(chr, (*range(0x600, 0x700), *range(0x200B, 0x2010)))
_LEVEL: dict[int, int | str] = {ord(c): fold(c) or ZWNJ for c in _ARABIC if fold(c) != c}
_LEVEL.update(DIGITS)
_LEVEL.update({0x6D5: "ه", 0xA0: " "})


_INSIDE = frozenset("-–:")
_ASKED = ""
_REMEMBERED = 20_000


class Units(msgspec.Struct, frozen=True, gc=False):
    """The units of a text in parallel tuples; `classes` has one letter a unit."""

    classes: str
    norms: tuple[str, ...]
    values: tuple[Any, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    """Index all words of dates by their first word: the words, the letter of their class and their value."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}

    def add(word: str, letter: str, value: Any) -> None:
        words = tuple(match.group() for match in _UNIT.finditer(fold(word)))
        found.setdefault(words[0], []).append((words, letter, value))

    for name, month in months().items():
        add(name, "M", month)
    nights = [row["word"] for row in load_table("date_words.tsv") if row["value"] in ("night", "morning", "noon")]
    ezafe = load_patterns("dates.toml")["ezafe"]
    for row in load_table("weekdays.tsv"):
        for part in ("", *ezafe, *nights):
            add(row["word"] + part, "W", int(row["day"]))
    for row in load_table("date_words.tsv"):
        add(row["word"], LETTERS[row["class"]], row["value"])
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


_SIGNS = frozenset("MWDYTaehwmdsHkXQCS")


@cache
def _date_signs() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return the words without which there is no date in words, and the words that need a second one with it."""
    alone, pairs = set(), dict[str, set[str]]()
    for first, entries in _phrases().items():
        for words, letter, _ in entries:
            if letter in _SIGNS and len(words) == 1:
                alone.add(first)
            elif letter in _SIGNS:
                pairs.setdefault(first, set()).add(words[1])
    return frozenset(alone), {first: frozenset(seconds) for first, seconds in pairs.items() if first not in alone}


def may_hold_date(norms: Sequence[str]) -> bool:
    """Tell whether a sentence has a word of dates: «سال», «شنبه», «بعد از ظهر»; numeric dates are no words."""
    alone, pairs = _date_signs()
    if not alone.isdisjoint(norms):
        return True
    if pairs.keys().isdisjoint(norms):
        return False
    return any(not pairs[first].isdisjoint(norms) for first in pairs.keys() & norms)


def cut_units(text: str) -> Units:
    """Cut a string into units; see the module's first lines."""
    matches = [*_UNIT.finditer(text.translate(_LEVEL))]
    words = [match.group().replace(ZWNJ, "") for match in matches]
    return _classified(words, [match.start() for match in matches], [match.end() for match in matches])


def units_of(tokens: tuple[Token, ...]) -> Units:
    """Cut a sentence into units by its tokens: a third of the time that cutting its string takes."""
    words = [token.norm or token.text for token in tokens]
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    for at in reversed([at for at, word in enumerate(words) if word in _INSIDE]):
        _join_digits(words, starts, ends, at)
    return _classified([word.translate(DIGITS) if word[0].isdigit() else word for word in words], starts, ends)


def _join_digits(words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """Join what the tokens part: «۱۰:۳۰», «۱۳۹۸-۰۵-۱۶»."""
    inner = 0 < at < len(words) - 1 and words[at - 1][0].isdigit() and words[at + 1][0].isdigit()
    if inner and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]:
        words[at - 1 : at + 2] = ["".join(words[at - 1 : at + 2])]
        del starts[at : at + 2], ends[at - 1 : at + 1]


def _classified(words: list[str], starts: list[int], ends: list[int]) -> Units:
    """Give every word its class and join those that are one unit («بعد از ظهر»); the lists are used up."""
    sure = list(map(_SURE.__getitem__, words))
    letters, values = [letter for letter, _ in sure], [value for _, value in sure]
    joined: list[tuple[int, int]] = []
    end = 0
    for at in [at for at, letter in enumerate(letters) if letter == _ASKED]:
        if at >= end:
            letters[at], values[at], length = _unit_at(words, at)
            end = at + length
            joined.extend([(at, end)] if length > 1 else [])
    for first, last in reversed(joined):
        words[first:last] = [" ".join(words[first:last])]
        ends[first:last] = [ends[last - 1]]
        del letters[first + 1 : last], values[first + 1 : last], starts[first + 1 : last]
    return Units("".join(letters), tuple(words), tuple(values), tuple(starts), tuple(ends))


def _sure(word: str) -> tuple[str, Any]:
    """Return letter and value of a word or mark that is the same unit everywhere, `_ASKED` for any other."""
    phrases = _phrases().get(word, ())
    if word[0].isdigit() or word in number_words() or any(len(words) > 1 for words, _, _ in phrases):
        return _ASKED, None
    if phrases:
        return phrases[0][1:]
    return "_" if word[0].isalpha() else _MARKS.get(word, "!"), None


_SURE = Remembered(_sure, _REMEMBERED)


def _unit_at(words: list[str], at: int) -> tuple[str, Any, int]:
    """Return letter, value and number of words of a unit that holds a number or a word of the lexicon."""
    word, length = words[at], 1
    if word in _known():
        letter, value, length = _worded(words, at)
    else:
        letter, value = _digits(word)
    if letter in "nc" and at + length < len(words) and words[at + length] in _ordinal_endings():
        return "o", value, length + 1
    return letter, value, length


@cache
def _known() -> frozenset[str]:
    return frozenset(_phrases()) | frozenset(number_words())


@cache
def _ordinal_endings() -> frozenset[str]:
    """Return what may follow a number to make an ordinal: «۱۶ام», «سی ام»."""
    rows = load_table("date_words.tsv")
    return frozenset(fold(row["word"]) for row in rows if row["class"] == "ordinal_ending")


def _worded(words: list[str], at: int) -> tuple[str, Any, int]:
    """Classify words of the lexicon: the longest phrase, or a number in words where that is longer."""
    number = read_number(words, at) if words[at] in number_words() else None
    for phrase, letter, value in _phrases().get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            if number and number.length > len(phrase):
                break
            return letter, value, len(phrase)
    if number is None:
        return "_", None, 1
    if 1 <= number.value <= 31:
        return ("o" if number.ordinal else "c"), number.value, number.length
    return _sized(number.value), number.value, number.length


def _sized(value: int) -> str:
    if calendar_of_year(value):
        return "y"
    return "u" if 32 <= value <= 99 else "#"


def _digits(word: str) -> tuple[str, Any]:
    """Classify digits: a day, a year, a numeric date, a clock time."""
    if word.isdigit():
        value = int(word) if len(word) < 9 else 0
        if len(word) == 2 and word[0] == "0":
            return "n" if value else "u", value
        return ("n" if 1 <= value <= 31 and len(word) <= 2 else _sized(value)), value
    if match := re.fullmatch(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?", word):
        return "K", (int(match[1]), int(match[2]))
    if (match := re.fullmatch(r"(\d\d)[-–](\d\d)", word)) and int(match[2]) == int(match[1]) + 1 > 50:
        return "G", (int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{4})[-–/](\d{4}|\d\d)", word):
        return _year_pair(int(match[1]), match[2])
    return _numeric(word)


def _year_pair(first: int, second: str) -> tuple[str, Any]:
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    both = calendar_of_year(first) and calendar_of_year(first) == calendar_of_year(last)
    return ("G", (first, last)) if both and first < last else ("#", None)


def _numeric(word: str) -> tuple[str, Any]:
    """Classify three numbers with marks between them: year, month, day in the order that the year tells."""
    match = re.fullmatch(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})", word)
    if not match:
        return "#", None
    first, month, last = int(match[1]), int(match[3]), int(match[4])
    if calendar_of_year(first) and last <= 99:
        return "S", (first, month, last)
    if calendar_of_year(last) and first <= 99:
        return "S", (last, month, first)
    short = match[2] == "/" and len(match[1]) <= 2 and len(match[4]) <= 2 and month <= 12
    if short and first >= 50 and last <= 31:
        return "S", (1300 + first, month, last)
    if short and last >= 50 and first <= 31:
        return "S", (1300 + last, month, first)
    if short and len(word) == 8 and first < 10 and 1 <= last <= 31:
        return "S", (1400 + first, month, last)
    return "#", None

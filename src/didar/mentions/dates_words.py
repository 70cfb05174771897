"""Cut a text into the units of date expressions: a text in, classes (one letter a unit) and values out.

«۱۶ مرداد ۱۳۹۸» becomes the classes «nMy». The grammar (dates_pieces) is written over these letters.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from didar.persian.calendar import DIGITS, calendar_of_year, months
from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.numbers import number_words, read_number
from didar.records import Token

# The class of a lexicon word, and its letter in the string of classes.
LETTERS = {
    "day": "D", "year_word": "Y", "day_part": "T", "unit_day": "d", "unit_week": "w", "unit_month": "m",
    "unit_year": "a", "unit_hour": "h", "unit_minute": "i", "unit_decade": "e", "unit_century": "C", "units": "Q",
    "past_point": "p", "past_span": "P", "past_last": "b", "future_point": "f", "future_span": "F", "future_after": "z",
    "this": "t", "this_before": "I", "some": "v", "until": "r", "from": "R", "between": "B", "and": "&", "in": "N",
    "edge": "E", "era": "q", "same_as": "=", "label": "l", "season": "s", "part_of_year": "H", "weekend": "k",
    "feast": "X", "counted": "j", "quarter": "g", "ahead": "A", "not_calendar": "x",
    "ordinal_ending": "_", "months_long": "L", "last_part": "Z",
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
_Word = tuple[str, int, int]


class Units(msgspec.Struct, frozen=True):
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


@cache
def date_signs() -> frozenset[str]:
    """Return the folded first words without which a sentence has no date, numeric dates aside."""
    signs = set("MWDYTaehwmdsHkXQCS")
    return frozenset(first for first, entries in _phrases().items() if any(letter in signs for _, letter, _ in entries))


def cut_units(text: str) -> Units:
    """Cut a string into units; see the module's first lines."""
    matches = [(m.group().replace(ZWNJ, ""), m.start(), m.end()) for m in _UNIT.finditer(text.translate(_LEVEL))]
    return _classified(matches)


def units_of(tokens: tuple[Token, ...]) -> Units:
    """Cut a sentence into units by its tokens: a third of the time that cutting its string takes."""
    words: list[_Word] = []
    for token in tokens:
        word = token.norm or token.text
        if word[0].isdigit() or (words and words[-1][0][-1] in _INSIDE):
            _add_digits(words, word.translate(DIGITS), token)
        else:
            words.append((word, token.start, token.end))
    return _classified(words)


def _add_digits(words: list[_Word], word: str, token: Token) -> None:
    """Join what the tokens part: «۱۰:۳۰», «۱۳۹۸-۰۵-۱۶»."""
    if len(words) > 1 and word[0].isdigit() and words[-1][0] in _INSIDE and words[-2][0][0].isdigit():
        (mark, mark_start, mark_end), (number, start, end) = words[-1], words[-2]
        if end == mark_start and mark_end == token.start:
            words[-2:] = [(number + mark + word, start, token.end)]
            return
    words.append((word, token.start, token.end))


def _classified(matches: list[_Word]) -> Units:
    words = [word for word, _, _ in matches]
    known = _known()
    found: list[tuple[str, Any, int, int]] = []
    at, size = 0, len(words)
    while at < size:
        word = words[at]
        letter, value, length = "_", None, 1
        if word in known:
            letter, value, length = _worded(words, at)
        elif not word[0].isalpha():
            letter, value = _digits(word) if word[0].isdigit() else (_MARKS.get(word, "!"), None)
        if letter in "nc" and at + length < size and words[at + length] in _ordinal_endings():
            letter, length = "o", length + 1
        found.append((letter, value, at, at + length))
        at += length
    return Units(
        classes="".join([letter for letter, _, _, _ in found]),
        norms=tuple([" ".join(words[first:last]) for _, _, first, last in found]),
        values=tuple([value for _, value, _, _ in found]),
        starts=tuple([matches[first][1] for _, _, first, _ in found]),
        ends=tuple([matches[last - 1][2] for _, _, _, last in found]),
    )


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

"""The pieces of an office and their English: the words of a title in, a row of units out."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from didar.persian.latin import romanize
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_counts, load_patterns, load_table
from didar.persian.numbers import number_words, read_number
from didar.persian.variants import ezafe_form, spellings

_WORD = re.compile(r"\d+|[\w\u200c\u064b-\u0655\u0670]+|،")
_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]|[^«»\"“”]+")
_LONGEST = 8
_NAME = 4  # words of a name in quotation marks
# English of heads that a proper name follows.
_NAMED = frozenset(
    ("Company", "Companies", "Club", "Institute", "Foundation", "Newspaper", "Magazine", "Weekly", "Festival",
     "Website", "Channel", "Network", "Group", "Factory", "Hospital", "Movement", "Party", "Store", "Gallery",
     "Theatre", "Holding", "Hotel", "School", "Cinema Complex", "Cooperative", "Brokerage", "Exchange", "Prison",
     "Mosque", "Village", "Team", "Football Team", "Film", "Series", "Play")
)  # fmt: skip
_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "ch", "sh")
_TEENS = range(11, 14)
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}
_DIGITS = {ord(digit): str(value) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩") for value, digit in enumerate(digits)}
_TABLES = (
    ("organization", "organizations.names.tsv"), ("head", "organization_heads.tsv"),
    ("place", "places.names.tsv"), ("noun", "domains.names.tsv"), ("group", "groups.tsv"),
    ("document", "documents.tsv"), ("linker", "linkers.tsv"), ("rank", "ranks.tsv"),
)  # fmt: skip


class Unit(NamedTuple):
    """A piece of an office: what it is, and its English."""

    kind: str
    english: str


def units_of(title: str) -> list[Unit] | None:
    """Return the pieces of a title, None where the lexicon lacks one of its common words.

    What stands in quotation marks, and a word that no table has behind the head of a house («شرکت نادین»), is a name.
    """
    units: list[Unit] = []
    before = ""
    for found in _QUOTED.finditer(title):
        words = [fold(word) for word in _WORD.findall(found.group())]
        if found.group(1) and units and 0 < len(words) <= _NAME:
            _add_quoted(units, before, words)
        elif not _read(units, words):
            return None
        before = words[-1] if words else before
    return units


def _add_quoted(units: list[Unit], before: str, words: list[str]) -> None:
    """Add a name in quotation marks, with the head before it where both are known together: «دانشگاه «امام صادق»»."""
    joined = "".join(words)
    if (whole := _known().get(before + joined)) is not None:
        units[-1] = whole
    else:
        _add(units, _known().get(joined) or _guess(" ".join(words)))


def _read(units: list[Unit], words: list[str]) -> bool:
    """Add the pieces of words that stand outside quotation marks; tell whether all are known."""
    at = 0
    while at < len(words):
        found, end = _longest(words, at)
        if found is None and units and (units[-1].english in _NAMED or _is_guess(units[-1])):
            found = _guess(words[at])
        if found is None:
            return False
        if units and found.kind in ("role", "group") and end > 0 and words[end - 1] in _adjectives():
            found = Unit("adjective", _adjectives()[words[end - 1]])  # «کارشناس نظامی»
        _add(units, found)
        at = end
    return True


def _add(units: list[Unit], unit: Unit) -> None:
    """Add a piece; words of one name that no list has are one piece."""
    if units and unit.kind == "noun" and _is_guess(unit) and _is_guess(units[-1]):
        units[-1] = Unit("noun", f"{units[-1].english[:-1]} {unit.english[1:]}")
    else:
        units.append(unit)


def _guess(words: str) -> Unit:
    return Unit("noun", f"“{romanize(words)[0]}”")


def _is_guess(unit: Unit) -> bool:
    return unit.kind == "noun" and unit.english.startswith("“")


def _longest(words: list[str], at: int) -> tuple[Unit | None, int]:
    for end in range(min(len(words), at + _LONGEST), at, -1):
        if (unit := _known().get("".join(words[at:end]))) is not None:
            return unit, end
    if words[at].isdigit():
        return Unit("number", words[at].translate(_DIGITS)), at + 1
    if words[at].isascii():
        return Unit("noun", words[at]), at + 1
    if (counted := _counted(words, at)) is not None:
        return counted
    if (unit := _plural(words[at])) is not None:
        return unit, at + 1
    latin, sure = romanize(words[at])
    if sure:
        return Unit("noun", latin), at + 1
    # A word that the whole corpus has seldom is a name: its letters, in quotation marks to say that they are a guess.
    kind = "place" if words[at].endswith(_land_tails()) else "noun"
    return (None if words[at] in _common() else Unit(kind, f"“{latin}”")), at + 1


def _counted(words: list[str], at: int) -> tuple[Unit, int] | None:
    """Return an ordinal: before its noun in both languages («یازدهمین», «سی و هشتمین»), or behind it («چهارم»)."""
    (tail,) = _small("ordinal_tails")
    known = number_words()
    plain = [
        word[: 1 - len(tail)] if word.endswith(tail) and word not in known else word for word in words[at : at + 3]
    ]
    number = read_number(plain, 0)
    if number is None or not number.ordinal:
        return None
    end = at + number.length
    return Unit("before" if words[end - 1].endswith(tail) else "adjective", ordinal_of(number.value)), end


def ordinal_of(value: int) -> str:
    """Return an ordinal in figures: 1st, 2nd, 11th."""
    return f"{value}{'th' if value % 100 in _TEENS else _ORDINAL_ENDS.get(value % 10, 'th')}"


def _plural(word: str) -> Unit | None:
    """Return the plural of a word whose singular is known: «سندیکاهای»."""
    ends = sorted(_small("plural_ends"), key=len, reverse=True)
    end = next((end for end in ends if word.endswith(end) and len(word) > len(end) + 2), None)
    unit = _known().get(word.removesuffix(end)) if end else None
    many = unit is not None and unit.kind in ("noun", "head", "role") and not unit.english.endswith(("s", "ing"))
    return Unit("noun" if unit.kind == "head" else unit.kind, _many(unit.english)) if unit and many else None


def _small(name: str) -> tuple[str, ...]:
    """Return a list of small words, folded."""
    return tuple(fold(word) for word in load_patterns("mentions.toml")["words"][name])


@cache
def _known() -> dict[str, Unit]:
    """Return every piece by its letters without spaces; tables later in the list give way to earlier ones."""
    known: dict[str, Unit] = {}
    for kind, word, english in _pieces():
        for spelling in spellings(word):
            for form in (spelling, ezafe_form(spelling) or spelling):
                known.setdefault(_squeeze(form), Unit(kind, english))
    return known


@cache
def _adjectives() -> dict[str, str]:
    rows = load_table("domains.names.tsv")
    return {_squeeze(row["word"]): row["english"] for row in rows if row["kind"] == "adjective"}


def _pieces() -> list[tuple[str, str, str]]:
    small = load_patterns("mentions.toml")["words"]
    wholes = [(row["kind"], row["word"], row["english"]) for row in load_table("english_wholes.names.tsv")]
    pieces = [*wholes, ("and", small["and"], ""), ("comma", "،", ""), *(("in", word, "") for word in small["in"])]
    for row in load_table("roles.tsv"):
        kind = "deputy" if "deputy" in row["flags"] and row["english"].endswith("Deputy") else "role"
        pieces.append((kind, row["word"], row["english"]))
        pieces += [(kind, plural, _many(row["english"])) for plural in row["plural"].split("،") if plural != "-"]
    for kind, name in _TABLES:
        pieces += [
            (row.get("kind", kind) if kind == "noun" else kind, row["word"], row["english"]) for row in _rows(name)
        ]
    for row in load_table("countries.names.tsv", 2):
        kind = {"name": "country", "demonym": "demonym"}.get(row["kind"].split()[0], "place")
        pieces.append((kind, row["word"], row["english"]))
    pieces += [("media", row["word"], row["english"]) for row in load_table("media.names.tsv")]
    pieces += [("modifier", row["word"], row["english"].replace("-", "")) for row in load_table("office_modifiers.tsv")]
    for name in ("determiners.tsv", "quantifiers.tsv"):
        pieces += [("skip", row["word"], "") for row in load_table(name)]
    return pieces


def _rows(name: str) -> tuple[dict[str, str], ...]:
    return load_table(name)


def _many(english: str) -> str:
    """Put the head of an English office into the plural: Ministers, Members of the Faculty."""
    head, gap, rest = english.partition(" of ") if " of " in english else english.partition(" for")
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return head[:-1] + "ies" + gap + rest
    return head + ("es" if head.endswith(_HISSING) else "s") + gap + rest


def _squeeze(word: str) -> str:
    return fold(word).replace(" ", "")


@cache
def _land_tails() -> tuple[str, ...]:
    return tuple(load_patterns("mentions.toml")["words"]["land_tails"])


@cache
def _common() -> dict[str, int]:
    return load_counts("common_words.counts.tsv")

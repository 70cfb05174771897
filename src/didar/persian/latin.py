"""Write a Persian name in Latin letters: from a lexicon of name parts, letter by letter only as a marked fallback."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from didar.persian.latin_guess import guess_latin
from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_table

_PIECE = re.compile(rf"[\w{ZWNJ}\u064b-\u0655\u0670]+")
_BESIDE = re.compile(r"[»”\"]?\s?\(\s?([A-Z][a-zA-Z.'’-]*[a-z][a-zA-Z.'’-]*(?: [A-Za-z][a-zA-Z.'’-]*){0,4})\s?\)")
_VOWELS = frozenset("aeiou")
_SHORTEST = 2
_DEEPEST = 3
_ARTICLE = "\u0627\u0644"  # alef, lam


@lru_cache(maxsize=2_000)
def romanize(name: str, iranian: bool = True) -> tuple[str, bool]:
    """Return a name in its usual Latin spelling, and whether every part of it was known.

    `iranian` false prefers the spelling used outside Iran: «حسین» is Hossein there, Hussein elsewhere. Where the second
    value is false the letters were written out one by one and the vowels are guesses.

    >>> romanize("محمد باقری"), romanize("الکساندر نواک")
    (('Mohammad Bagheri', True), ('Alexander Novak', True))
    """
    words = [fold(word.replace(ZWNJ, " ")).split(" ") for word in _PIECE.findall(name)]
    parts = [part for word in words for part in _joined(word)]
    iranian = iranian and not any(_abroad(part) for part in parts[1:])
    latin: list[str] = []
    known = True
    at = 0
    while at < len(parts):
        spelled, taken, sure = _next(parts, at, iranian)
        known = known and sure
        if (latin and parts[at] in _endings() and spelled[:1].islower()) or (latin and latin[-1].endswith("-")):
            latin[-1] += spelled
        else:
            latin.append(spelled)
        at += taken
    return " ".join(latin), known and bool(latin)


def latin_beside(text: str, end: int) -> str | None:
    """Return the Latin spelling that the text itself gives in brackets right behind a name: «یین لانگ (Yin Long)»."""
    found = _BESIDE.match(text, end)
    return found.group(1) if found else None


def _abroad(part: str) -> bool:
    """Tell whether a name is used outside Iran only: «ترامپ», «دنیزلی»."""
    return part in _names() and _names()[part][0] == _names()[part][1]


def _joined(pieces: list[str]) -> list[str]:
    """Join the parts of one word with half-spaces where the lexicon knows it whole."""
    whole = "".join(pieces)
    return [whole] if len(pieces) == 1 or whole in _names() or _compose(whole, True) else pieces


def _next(parts: list[str], at: int, iranian: bool) -> tuple[str, int, bool]:
    pair = "".join(parts[at : at + 2])
    if at + 1 < len(parts) and pair in _names():
        return _spelled(pair, iranian), 2, True
    part = parts[at]
    if 0 < at < len(parts) - 1 and part in _inside():
        return _inside()[part], 1, True  # «علی بن فضل», «اورسولا فون در لاین»
    if at > 0 and part in _endings() and part not in _names():
        return _endings()[part], 1, True
    if part in _names():
        return _spelled(part, iranian), 1, True
    if found := _compose(part, iranian):
        return found, 1, True
    return _by_letters(part, iranian), 1, False


def _spelled(part: str, iranian: bool) -> str:
    here, elsewhere = _names()[part]
    return here if iranian or elsewhere == "-" else elsewhere


def _compose(part: str, iranian: bool, depth: int = 0) -> str | None:
    """Spell a name of known parts: «رستمی‌نژاد», «الهاشمی», «پورکاظم»."""
    if part in _names() and not (iranian and depth and _abroad(part)):
        return _spelled(part, iranian)
    if depth >= _DEEPEST:
        return None
    return _titled(part, iranian) or _by_ending(part, iranian, depth) or _by_beginning(part, iranian, depth)


def _titled(part: str, iranian: bool) -> str | None:
    """Spell a whole name behind a known beginning: «سیدمناف», «حسینقلی‌زاده»."""
    for size in range(len(part) - _SHORTEST, 0, -1):
        beginning = _beginnings().get(part[:size])
        if beginning is not None and part[size:] in _names() and not (iranian and _abroad(part[size:])):
            return _glue(beginning, _spelled(part[size:], iranian))
    return None


def _by_ending(part: str, iranian: bool, depth: int) -> str | None:
    for size in range(len(part) - _SHORTEST, 0, -1):
        ending = _endings().get(part[-size:])
        if ending is not None and (stem := _compose(part[:-size], iranian, depth + 1)):
            return stem + (ending[1:] if stem[-1] == ending[0] and ending[0] in _VOWELS else ending)
    return None


def _by_beginning(part: str, iranian: bool, depth: int) -> str | None:
    for size in range(len(part) - _SHORTEST, 0, -1):
        beginning = _beginnings().get(part[:size])
        if beginning is not None and (rest := _compose(part[size:], iranian, depth + 1)):
            return _glue(beginning, rest)
    return None


def _glue(beginning: str, rest: str) -> str:
    if beginning[0].islower():
        return beginning + rest
    return beginning[:-1] + " " + rest if beginning.endswith("-") else beginning + rest[0].lower() + rest[1:]


def _by_letters(part: str, iranian: bool) -> str:
    """Write an unknown name letter by letter, its article apart."""
    if part.startswith(_ARTICLE) and len(part) > len(_ARTICLE) + _SHORTEST:
        return _beginnings()[_ARTICLE] + _by_letters(part[len(_ARTICLE) :], iranian=False)
    for size in range(len(part) - _SHORTEST, _SHORTEST, -1):
        if (ending := _endings().get(part[-size:])) is not None:
            return _by_letters(part[:-size], iranian) + ending
    word = guess_latin(part, iranian)
    return word[:1].upper() + word[1:]


@cache
def _names() -> dict[str, tuple[str, str]]:
    rows = load_table("latin.names.tsv")
    return {fold(row["word"]).replace(" ", ""): (row["latin"], row["elsewhere"]) for row in rows}


@cache
def _inside() -> dict[str, str]:
    rows = load_table("name_particles.tsv")
    return {fold(row["word"]): row["latin"] for row in rows if row["place"] == "inside"}


@cache
def _endings() -> dict[str, str]:
    return {fold(row["word"]): row["latin"] for row in load_table("latin_endings.names.tsv")}


@cache
def _beginnings() -> dict[str, str]:
    return {fold(row["word"]): row["latin"] for row in load_table("latin_beginnings.names.tsv")}

"""Read numbers: words or digits in, value and form out («بیست و دوم» is 22, ordinal)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table

THOUSAND = 1000
HUNDRED = 100


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number read from `length` words; `ordinal` where the last word is («سوم»)."""

    value: int
    ordinal: bool
    length: int


@cache
def _and() -> str:
    return fold(next(row["word"] for row in load_table("date_words.tsv") if row["class"] == "and"))


@cache
def number_words() -> dict[str, tuple[int, bool]]:
    """Return the folded number words, those glued together too («بیست‌ودوم»), with value and whether ordinal."""
    single = {fold(r["word"]): (int(r["value"]), r["form"] == "ordinal") for r in load_table("numbers.tsv")}
    joint = _and()
    glued: dict[str, tuple[int, bool]] = {}
    for ten, (tens, ordinal) in single.items():
        if 20 <= tens < HUNDRED and not ordinal:
            glued |= {ten + joint + one: (tens + v, o) for one, (v, o) in single.items() if 0 < v < 10}
    return glued | single


def read_number(words: Sequence[str], at: int) -> Number | None:
    """Read the number phrase that begins at a folded word: «هزار و سیصد و نود و هشت», «بیست و دوم», «سه».

    Parts go down in size and an ordinal ends the phrase; «دو و سه» is two numbers.
    """
    known, joint = number_words(), _and()
    first = known.get(words[at])
    if first is None:
        return None
    total, ordinal = first
    end, smallest = at + 1, _size(total)
    while not ordinal and end < len(words):
        step = 2 if words[end] == joint and end + 1 < len(words) else 1
        part = known.get(words[end + step - 1])
        if part is None:
            break
        value, is_ordinal = part
        if step == 1 and value == THOUSAND and total < THOUSAND:
            total, smallest = total * THOUSAND, THOUSAND
        elif step == 2 and 0 < value < smallest and smallest > 1:
            total, smallest = total + value, _size(value)
        else:
            break
        ordinal, end = is_ordinal, end + step
    return Number(total, ordinal, end - at)


def _size(value: int) -> int:
    """Return what the next, smaller part must stay under: 1000 after a thousand, 10 after twenty, 1 after seven."""
    if value >= THOUSAND:
        return THOUSAND
    if value >= HUNDRED:
        return HUNDRED
    return 10 if value >= 20 else 1

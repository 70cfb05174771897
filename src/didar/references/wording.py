"""How strongly something is said: the hedges, the verbs with their negation and the numbers of a row of words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded, longest_at, phrases
from didar.persian.lexicon.loader import load_table
from didar.persian.numbers import read_number
from didar.persian.verbs import VerbForm, analyse_at

# Words are compared by their first letters, as in `statements.repeats`.
STEM = 5
_HEDGES = ("hedges_possible", "hedges_necessary", "hedges_conditional")


class Wording(msgspec.Struct, frozen=True, gc=False):
    """What a row of words says: kind of hedge -> its words, (word before, verb) -> negated, unit -> numbers.

    `denied` where other words than the verb may negate («غیرقابل»، «بدون»); `wished` where a verb says what shall be.
    """

    hedges: dict[str, tuple[str, ...]]
    verbs: dict[tuple[str, str], bool]
    numbers: dict[str, frozenset[str]]
    denied: bool
    wished: bool


def read_wording(norms: Sequence[str]) -> Wording:
    """Return the wording of folded words."""
    hedges = {kind: words for kind in _HEDGES if (words := tuple(_hedges(norms, kind)))}
    numbers: dict[str, set[str]] = {}
    for value, unit in _numbers(norms):
        numbers.setdefault(unit, set()).add(value)
    forms = tuple(_verbs(norms))
    return Wording(
        hedges=hedges,
        verbs={(before, form.lemma): form.negated for before, form in forms if before[:STEM] not in particles()},
        numbers={unit: frozenset(values) for unit, values in numbers.items()},
        denied=any(norm.startswith(tuple(folded("references.toml", "denying"))) for norm in norms),
        wished=any(form.tense in ("subjunctive", "imperative") for _, form in forms),
    )


def clauses(norms: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut a row of words behind each finite verb that is no hedge («باز می‌شود»), and before words like «که»."""
    begin = at = 0
    while at < len(norms):
        step = _hedge_at(norms, at)
        found = None if step else analyse_at(norms, at)
        step = step or (found[1] if found else 1)
        joint = norms[at] in folded("references.toml", "clause_joints")
        if joint or (found and found[0].person):
            end = at if joint else at + step
            yield norms[begin:end]
            begin = end
        at += step
    yield norms[begin:]


def _hedge_at(norms: Sequence[str], at: int) -> int:
    return max(longest_at(tuple(norms), at, phrases("references.toml", kind)) for kind in _HEDGES)


def _hedges(norms: Sequence[str], kind: str) -> Iterator[str]:
    """Return the hedges of a kind; a list holds phrases of folded words."""
    listed = phrases("references.toml", kind)
    row = tuple(norms)
    for at in range(len(row)):
        if length := longest_at(row, at, listed):
            yield " ".join(row[at : at + length])


def _verbs(norms: Sequence[str]) -> Iterator[tuple[str, VerbForm]]:
    """Return each verb with the word before it: «باز», «شود»."""
    at = 1
    while at < len(norms):
        found = analyse_at(norms, at)
        if found and found[0].person:
            yield norms[at - 1], found[0]
        at += found[1] if found else 1


def _numbers(norms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return each number, in digits, with the word after it: («25», «درصد»)."""
    at = 0
    while at < len(norms):
        number, length = _number_at(norms, at)
        unit = norms[at + length] if at + length < len(norms) else ""
        if number and unit.isalpha() and unit[:STEM] not in particles():
            yield number, unit
        at += length


def _number_at(norms: Sequence[str], at: int) -> tuple[str, int]:
    if norms[at][:1].isdigit():
        return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in norms[at]), 1
    number = read_number(norms, at)
    return (str(number.value), number.length) if number and not number.ordinal else ("", 1)


@cache
def particles() -> frozenset[str]:
    """Return the stems of the words that tell nothing by themselves."""
    return frozenset(fold(row["form"])[:STEM] for row in load_table("closed_class.tsv", key=2))

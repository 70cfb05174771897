"""Grow a noun phrase from its head word: «سخنگوی» to «سخنگوی وزارت امور خارجه کشورمان», with what its parts tell."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from didar.mentions.complements import (
    abroad,
    city,
    collective,
    counted,
    domain,
    holder,
    kurdish,
    land,
    linked,
    modifier,
    namesake,
    nested_office,
    number,
    organization,
    people,
    quoted,
    ranked,
    short_name,
    state,
    this_state,
)  # fmt: skip
from didar.mentions.line import Line
from didar.mentions.lists import and_more, listed, run_to_speech, word
from didar.mentions.noun_phrase import Phrase
from didar.mentions.vocabulary import Entry

_LONGEST = 16
_SIGNS = 1_000  # sets of signs that are remembered

Step = Callable[[Line, Phrase], int | None]

# Each step with the signs of a word that it may go over.
STEPS: tuple[tuple[frozenset[str], Step], ...] = (
    (frozenset({"linker"}), linked),
    (frozenset({"modifier"}), modifier),
    (frozenset({"domain"}), domain),
    (frozenset({"digit"}), number),
    (frozenset({"name"}), state),
    (frozenset({"determiner"}), this_state),
    (frozenset({"prep"}), abroad),
    (frozenset({"role"}), nested_office),
    (frozenset({"organization", "head", "media"}), organization),
    (frozenset({"land"}), land),
    (frozenset({"demonym"}), people),
    (frozenset({"verb"}), kurdish),
    (frozenset({"place", "capital"}), city),
    (frozenset({"word", "quantifier"}), counted),
    (frozenset({"group", "document"}), collective),
    (frozenset({"rank"}), ranked),
    (frozenset({"name"}), namesake),
    (frozenset({"mark"}), quoted),
    (frozenset({"mark"}), short_name),
    (frozenset({"mark"}), listed),
    (frozenset({"conj"}), and_more),
    (frozenset({"word"}), holder),
    (frozenset({"word"}), word),
    (frozenset({"word", "conj"}), run_to_speech),
)


@lru_cache(maxsize=_SIGNS)
def steps_for(signs: frozenset[str]) -> tuple[Step, ...]:
    """Return the steps that may go over a word with such signs."""
    return tuple(step for wanted, step in STEPS if not wanted.isdisjoint(signs))


def grow(line: Line, start: int, found: tuple[Entry, int]) -> Phrase:
    """Return the longest phrase that begins with the head `found` at `start`."""
    phrase = Phrase(start, found[1], found[0])
    if "closed" in phrase.head.flags:
        return phrase
    while phrase.end - start < _LONGEST:
        end = _step(line, phrase)
        if end is None or end <= phrase.end:
            break
        phrase.end = end
    while phrase.parts[-1][0].kind == "linker" and phrase.parts[-1][2] == phrase.end:
        phrase.end = phrase.parts.pop()[1]
    return phrase


def _step(line: Line, phrase: Phrase) -> int | None:
    if phrase.end >= line.size:
        return None
    for step in steps_for(line.signs[phrase.end]):
        if (end := step(line, phrase)) is not None:
            return end
    return None

"""The lexicon of reporting predicates, indexed by the verb that ends them."""

from __future__ import annotations

from functools import cache
from typing import cast

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Act, Stance


class Predicate(msgspec.Struct, frozen=True, gc=False):
    """One line of cues.tsv: a nominal part (perhaps empty) before one of several light verbs."""

    lemma: str
    nominal: tuple[str, ...]
    verbs: frozenset[str]
    frames: tuple[str, ...]
    act: Act
    stance: Stance


def predicates_of(verb: str, before: str) -> tuple[Predicate, ...]:
    """Return the predicates that end in this verb (an infinitive) and may follow the word `before`, longest first."""
    by_word, others = _by_verb().get(verb, _NOTHING)
    return by_word.get(before, ()) + others


_NOTHING: tuple[dict[str, tuple[Predicate, ...]], tuple[Predicate, ...]] = ({}, ())


@cache
def all_predicates() -> tuple[Predicate, ...]:
    """Return every predicate of the lexicon, one for each variant of its nominal part."""
    return tuple(
        Predicate(
            lemma=row["lemma"],
            nominal=tuple(fold(variant).split()) if variant != "-" else (),
            verbs=frozenset(row["verbs"].split()),
            frames=tuple(row["frames"].split()),
            act=cast(Act, row["act"]),
            stance=cast(Stance, row["stance"]),
        )
        for row in load_table("cues.tsv")
        for variant in row["nominal"].split(" / ")
    )


@cache
def _by_verb() -> dict[str, tuple[dict[str, tuple[Predicate, ...]], tuple[Predicate, ...]]]:
    """Map a verb to its predicates by the last word of their nominal part, and to those that need no word before it."""
    found: dict[str, tuple[dict[str, tuple[Predicate, ...]], tuple[Predicate, ...]]] = {}
    for predicate in sorted(all_predicates(), key=lambda p: -len(p.nominal)):
        for verb in predicate.verbs:
            by_word, others = found.get(verb, ({}, ()))
            if predicate.nominal and "distant" not in predicate.frames:
                by_word[predicate.nominal[-1]] = (*by_word.get(predicate.nominal[-1], ()), predicate)
            else:
                others = (*others, predicate)
            found[verb] = by_word, others
    return found


@cache
def gapped_predicates() -> dict[str, tuple[Predicate, ...]]:
    """Map a word to the predicates whose nominal part ends with it and may stand apart from its verb."""
    found: dict[str, list[Predicate]] = {}
    for predicate in all_predicates():
        if predicate.nominal and any(frame.startswith("gap") for frame in predicate.frames):
            found.setdefault(predicate.nominal[-1], []).append(predicate)
    return {word: tuple(listed) for word, listed in found.items()}

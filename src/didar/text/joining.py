"""Join what a space parts: verb prefixes, endings, and words that clean text writes with a half-space."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import contains, or_

from didar.text.compounds import begins_compounds, ends_compounds
from didar.text.joining_rules import KEPT, join_two, listed
from didar.text.joining_words import MOST, followers, triples
from didar.text.spelling import Spelling


def find_joins(words: Sequence[str], gaps: Sequence[str], trust: float) -> dict[int, tuple[int, Spelling]]:
    """Return the joins of a line: where each begins, how many words it takes, and how they are spelled together.

    `gaps[i]` stands before word i; only words with one space between them are joined. `trust` is as in `spell`.
    """
    joins: dict[int, tuple[int, Spelling]] = {}
    until = 0
    for index in _candidates(words, trust):
        if index >= until and gaps[index + 1] == " " and (found := _join_at(words, gaps, index, trust)):
            joins[index] = found
            until = index + found[0]
    return joins


def _candidates(words: Sequence[str], trust: float) -> list[int]:
    """Return where two words may be one: nearly all words are passed over here, which makes the rest fast enough."""
    after = words[1:]
    likely = map(contains, map(followers().__getitem__, words), after)
    if trust < KEPT:
        parts = map(or_, map(begins_compounds().__contains__, words), map(ends_compounds().__getitem__, after))
        likely = map(or_, likely, parts)
    return list(compress(range(len(after)), likely))


def _join_at(words: Sequence[str], gaps: Sequence[str], index: int, trust: float) -> tuple[int, Spelling] | None:
    """Join as many words as belong together from `index` on."""
    spelled, taken = _three(words, gaps, index, trust)
    while taken <= MOST and index + taken < len(words) and gaps[index + taken] == " ":
        found = join_two(spelled.text if spelled else words[index], words[index + taken], trust)
        if not found:
            break
        spelled, taken = found, taken + 1
    return (taken, spelled) if spelled else None


def _three(words: Sequence[str], gaps: Sequence[str], index: int, trust: float) -> tuple[Spelling | None, int]:
    """Join three words that are listed as one, «گفت و گو»; tells how many words that takes, one where it is none."""
    begun = words[index + 1] in triples().get(words[index], ()) and index + 2 < len(words)
    found = listed(" ".join(words[index : index + 3]), trust) if begun and gaps[index + 2] == " " else None
    return found, 3 if found else 1

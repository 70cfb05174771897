"""Move over tokens: past adverbials, back over marks, to the bounds of a noun phrase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from didar.persian.lexicon.lists import Phrase, by_first_word, folded, longest_at, opening_at, openings_in, phrase_of
from didar.persian.lexicon.loader import load_table
from didar.statements.clauses import ADVERBIAL, CONJUNCTION, MARK, OBJECT, PREPOSITION, SUBORDINATOR, Clauses

# The narrator's person: «مردم» and «نورزی» before a cue are no verbs.
THIRD = 3
_LONGEST_ADDRESSEE = 5
_BOUNDS = frozenset({ADVERBIAL, MARK, OBJECT, PREPOSITION, SUBORDINATOR})


@cache
def words(name: str) -> frozenset[str]:
    """Return the single words of a list in statements.toml, folded."""
    return folded("statements.toml", name)


def phrase_at(clauses: Clauses, at: int, name: str) -> int:
    """Return how many tokens at `at` are one of the phrases of a list; 0 where none is."""
    return opening_at(clauses.norms, at, "statements.toml", name)


def phrases_in(clauses: Clauses, bounds: range, name: str) -> Iterator[tuple[int, int]]:
    """Yield where phrases of a list begin among the tokens of `bounds`, each with its length."""
    return openings_in(clauses.norms, bounds, "statements.toml", name)


def skip_adverbials(clauses: Clauses, at: int, end: int) -> int:
    """Return the first token at or after `at` that is no adverbial, mark or conjunction."""
    while at < end and clauses.classes[at] in (ADVERBIAL, MARK, CONJUNCTION):
        if clauses.norms[at] in words("opening_quotes"):
            break
        at += 1
    return at


def back_over(clauses: Clauses, end: int, start: int, *classes: str) -> int:
    """Return `end` moved back over tokens of the given classes, not before `start`."""
    while end > start and clauses.classes[end - 1] in classes and clauses.norms[end - 1] not in words("closing_quotes"):
        end -= 1
    return end


def contrast_before(clauses: Clauses, end: int) -> int | None:
    """Return where «اما» stands behind a clause and before `end`, with no more between than whom it is said to.

    «بدبین نیست اما در پایان به مردم هشدار داد», «باز است ولی از مردم خواست».
    """
    at = first = back_over(clauses, end, 0, ADVERBIAL)
    while at > max(0, first - _LONGEST_ADDRESSEE) and clauses.classes[at - 1] == "":
        at -= 1
    if not 0 < at < first or clauses.norms[at - 1] not in words("spoken_to"):
        return None
    adverbs = range(back_over(clauses, at - 1, 0, ADVERBIAL), at - 1)
    contrasts = (i for i in adverbs if clauses.norms[i] in words("contrasts"))
    return next((i for i in contrasts if any(verb.last == i for verb in clauses.verbs)), None)


def phrase_end(clauses: Clauses, at: int, end: int) -> int:
    """Return where the noun phrase that begins at `at` ends: at a preposition, mark, adverbial, «را» or verb."""
    verbs = {v.first for v in clauses.verbs if v.form.tense != "participle" and v.form.person in (0, THIRD)}
    while at < end and clauses.classes[at] not in _BOUNDS and at not in verbs:
        at += 1
    return at


def has_verb(clauses: Clauses, first: int, last: int) -> bool:
    """Tell whether a finite verb stands among the tokens [first, last)."""
    return any(first <= v.first < last and v.form.tense not in ("participle", "infinitive") for v in clauses.verbs)


def opener_length(clauses: Clauses) -> int:
    """Return how many words of the sentence's start only the narrator uses («گفتنی است»، «به گزارش»); 0 where none."""
    return longest_at(clauses.norms, 0, _openers())


@cache
def _openers() -> dict[str, tuple[Phrase, ...]]:
    return by_first_word((phrase_of(row["opening"]) for row in load_table("openers.tsv")), tuple)

"""Lists of the lexicon as rules ask for them: a list's folded words, and entries by the first of their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns

Phrase = tuple[str, ...]
Entry = TypeVar("Entry")


@cache
def folded(file: str, name: str) -> frozenset[str]:
    """Return a list of a TOML file, folded."""
    return frozenset(fold(word) for word in load_patterns(file)[name])


def by_first_word(entries: Iterable[Entry], words_of: Callable[[Entry], Phrase]) -> dict[str, tuple[Entry, ...]]:
    """Map a first word to the entries whose words begin with it, the longest first, those of one length in order."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(words_of(entry)[0], []).append(entry)
    return {first: tuple(sorted(listed, key=lambda entry: -len(words_of(entry)))) for first, listed in found.items()}


def phrase_of(written: str) -> Phrase:
    """Return the folded words of a phrase."""
    return tuple(fold(written).split())


@cache
def phrases(file: str, name: str) -> dict[str, tuple[Phrase, ...]]:
    """Map a first word to the phrases of a list in a TOML file that begin with it, folded, the longest first."""
    return by_first_word(map(phrase_of, load_patterns(file)[name]), tuple)


def opening_at(norms: Sequence[str], at: int, file: str, name: str) -> int:
    """Return how many tokens at `at` are one of the phrases of a list in a TOML file; 0 where none is, or no token."""
    return longest_at(norms, at, phrases(file, name))


def openings_in(norms: Sequence[str], bounds: range, file: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where phrases of a list in a TOML file begin among the tokens of `bounds`, each with its length."""
    listed = phrases(file, name)
    for at in bounds:
        if norms[at] in listed and (taken := longest_at(norms, at, listed)):
            yield at, taken


def longest_at(norms: Sequence[str], at: int, listed: dict[str, tuple[Phrase, ...]]) -> int:
    """Return how many tokens at `at` are one of the phrases of `by_first_word`; 0 where none is, or no token."""
    begun = listed.get(norms[at], ()) if at < len(norms) else ()
    return next((len(phrase) for phrase in begun if norms[at : at + len(phrase)] == phrase), 0)

"""Find triggers: a sentence in, the words that tell a contact («در دیدار با», «تماس تلفنی») out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import attrgetter

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import by_first_word, phrase_of
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import MeetingType, Sentence, Span


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens [first, last] of one sentence that tell a contact; `frame` says how its parties are named."""

    type: MeetingType
    frame: str
    first: int
    last: int
    span: Span
    ending: str = ""


class _Entry(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    ending: str
    type: MeetingType
    frame: str


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Index the trigger nouns, with every ending, by their first word; longest first."""
    endings = [fold(ending) for ending in load_patterns("meetings.toml")["endings"]]
    entries = (
        _Entry(words, ending, row["type"], row["frame"])  # type: ignore[arg-type]
        for row in load_table("meeting_nouns.tsv")
        for words, ending in _inflected(phrase_of(row["word"]), endings)
    )
    return by_first_word(entries, attrgetter("words"))


@cache
def first_words() -> frozenset[str]:
    """Return the words that alone are a trigger of people who meet or sit together."""
    listed = (entry for entries in _entries().values() for entry in entries)
    return frozenset(e.words[0] for e in listed if len(e.words) == 1 and e.frame in ("contact", "sitting"))


def _inflected(words: tuple[str, ...], endings: list[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give a trigger every ending: of its last word («تماس تلفنی‌اش»), and of its first («تماسی تلفنی»)."""
    for ending in endings:
        yield (*words[:-1], words[-1] + ending), ending
        if len(words) == 2 and ending:
            yield (words[0] + ending, words[1]), ending


def find_triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in order; of two that overlap the longer."""
    entries, tokens = _entries(), sentence.tokens
    norms = tuple([token.norm for token in tokens])
    found: list[Trigger] = []
    at = 0
    for first, norm in enumerate(norms):
        if norm not in entries or first < at:
            continue
        entry = next((e for e in entries[norm] if norms[first : first + len(e.words)] == e.words), None)
        if entry:
            at = first + len(entry.words)
            span = Span(tokens[first].start, tokens[at - 1].end)
            found.append(
                Trigger(type=entry.type, frame=entry.frame, first=first, last=at - 1, span=span, ending=entry.ending)
            )
    return tuple(found)

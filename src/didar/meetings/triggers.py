"""Find triggers: a sentence in, the words that tell a contact («در دیدار با», «تماس تلفنی») out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import phrase_of
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import MeetingType, Sentence, Span


class Trigger(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The tokens [first, last] of one sentence that tell a contact; `frame` says how its parties are named."""

    type: MeetingType
    frame: str
    first: int
    last: int
    span: Span
    ending: str = ""
    plural: bool = False


class _Entry(msgspec.Struct, frozen=True, gc=False):
    words: tuple[str, ...]
    ending: str
    type: MeetingType
    frame: str


@cache
def _entries() -> dict[tuple[str, ...], _Entry]:
    """Map the words of a trigger, with every ending, to what they tell; of two readings the first listed."""
    endings = [fold(ending) for ending in load_patterns("meetings.toml")["endings"]]
    found: dict[tuple[str, ...], _Entry] = {}
    for row in load_table("meeting_nouns.tsv"):
        for words, ending in _inflected(phrase_of(row["word"]), endings):
            found.setdefault(words, _Entry(words, ending, row["type"], row["frame"]))  # type: ignore[arg-type]
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Map the first word of a trigger to how many words triggers that begin so have, the most first."""
    found: dict[str, set[int]] = {}
    for words in _entries():
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _telling() -> frozenset[str]:
    """Return of each trigger its longest word: a sentence with none of them has no trigger."""
    return frozenset(max(words, key=len) for words in _entries())


@cache
def first_words() -> frozenset[str]:
    """Return the words that alone are a trigger of people who meet or sit together."""
    alone = (entry for words, entry in _entries().items() if len(words) == 1)
    return frozenset(entry.words[0] for entry in alone if entry.frame in ("contact", "sitting"))


def _inflected(words: tuple[str, ...], endings: list[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give a trigger every ending: of its last word («تماس تلفنی‌اش»), and of its first («تماسی تلفنی»)."""
    for ending in endings:
        if ending in ("ای", "یی") and not words[-1].endswith(("ه", "و", "ا", "ی")):
            # «سفرای» are ambassadors.
            continue
        yield (*words[:-1], words[-1] + ending), ending
        if len(words) == 2 and ending:
            yield (words[0] + ending, words[1]), ending


def find_triggers(sentence: Sentence, norms: tuple[str, ...]) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence, whose words are `norms`, in order; of two that overlap the longer."""
    if _telling().isdisjoint(norms):
        return ()
    lengths = _lengths()
    found: list[Trigger] = []
    at = 0
    for first, norm in enumerate(norms):
        if first >= at and norm in lengths and (entry := _entry_at(norms, first, lengths[norm])):
            at = first + len(entry.words)
            found.append(_trigger(sentence, entry, first, at))
    return tuple(found)


def _entry_at(norms: tuple[str, ...], first: int, lengths: tuple[int, ...]) -> _Entry | None:
    entries = _entries()
    return next((entries[words] for n in lengths if (words := norms[first : first + n]) in entries), None)


def _trigger(sentence: Sentence, entry: _Entry, first: int, end: int) -> Trigger:
    span = Span(sentence.tokens[first].start, sentence.tokens[end - 1].end)
    plural = entry.words[-1].endswith(_plurals())
    return Trigger(
        type=entry.type, frame=entry.frame, first=first, last=end - 1, span=span, ending=entry.ending, plural=plural,
    )  # fmt: skip


@cache
def _plurals() -> tuple[str, ...]:
    return tuple(fold(ending) for ending in load_patterns("meetings.toml")["plurals"])

"""Find triggers: a sentence in, the words that tell a contact («در دیدار با», «تماس تلفنی») out."""

from __future__ import annotations

from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import MeetingType, Sentence, Span


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens [first, last] of one sentence that tell a contact; `frame` says how its parties are named."""

    type: MeetingType
    frame: str
    first: int
    last: int
    span: Span
    sentence: int


@cache
def _entries() -> dict[str, tuple[tuple[tuple[str, ...], MeetingType, str], ...]]:
    """Index the trigger nouns, with every ending, by their first word; longest first."""
    endings = load_patterns("meetings.toml")["endings"]
    index: dict[str, list[tuple[tuple[str, ...], MeetingType, str]]] = {}
    for row in load_table("meeting_nouns.tsv"):
        *head, last = (fold(word) for word in row["word"].split())
        for ending in endings:
            words = (*head, last + ending)
            index.setdefault(words[0], []).append((words, row["type"], row["frame"]))  # type: ignore[arg-type]
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in index.items()}


def find_triggers(sentence: Sentence, index: int) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in order; of two that overlap the longer."""
    entries, tokens, found, at = _entries(), sentence.tokens, [], 0
    norms = tuple(token.norm for token in tokens)
    while at < len(tokens):
        for words, kind, frame in entries.get(norms[at], ()):
            if norms[at : at + len(words)] == words:
                last = at + len(words) - 1
                span = Span(tokens[at].start, tokens[last].end)
                found.append(Trigger(type=kind, frame=frame, first=at, last=last, span=span, sentence=index))
                at = last
                break
        at += 1
    return tuple(found)

"""Find the part of a paragraph that tells an earlier one, the title or the lead, again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from didar.text.boilerplate import squeeze
from didar.text.sentences import find_sentences

_SHARE = 0.9  # of the words of each, in the other: what an editor changes when the lead is set a second time
_SHORTEST = 25  # letters: shorter paragraphs are alike by chance («وی افزود:»)
_GLANCE = 50  # letters of a paragraph's beginning by which most paragraphs are seen to tell something else


class Told(msgspec.Struct, frozen=True, gc=False):
    """A paragraph for comparing: its length, its letters alone, how often it has each word."""

    length: int
    letters: str
    words: Counter[str]


def told(paragraph: str) -> Told:
    """Return what a paragraph tells, for `repeated_until`."""
    return Told(len(paragraph), squeeze(paragraph), Counter(paragraph.split()))


def repeated_until(text: str, start: int, end: int, earlier: Sequence[Told]) -> tuple[int, int] | None:
    """Return the index of the earlier paragraph that `text[start:end]` tells again, and where the telling ends.

    The telling ends at `end`, or at the end of one of the first sentences where the paragraph goes on after it.
    """
    opening, words = squeeze(text[start : min(end, start + _GLANCE)]), text[start:end].split()
    for index, other in enumerate(earlier):
        if len(other.letters) < _SHORTEST:
            continue
        begins_alike = opening.startswith(other.letters[: len(opening)])
        if _alike(words, other.words) or (begins_alike and _within(text[start:end], other.letters)):
            return index, end
        if begins_alike and squeeze(text[start : start + 2 * other.length]).startswith(other.letters):
            until = _sentence_end(text, start, end, len(other.letters))
            return (index, until) if until else None
    return None


def _alike(words: Sequence[str], others: Counter[str]) -> bool:
    fewer, more = sorted((len(words), others.total()))
    return fewer >= _SHARE * more and (Counter(words) & others).total() >= _SHARE * more


def _within(paragraph: str, letters: str) -> bool:
    """Tell whether a paragraph is an earlier one or its beginning."""
    ours = squeeze(paragraph)
    return len(ours) >= _SHORTEST and letters.startswith(ours)


def _sentence_end(text: str, start: int, end: int, letters: int) -> int | None:
    """Return the end of the sentence with which the first `letters` letters of the paragraph are told."""
    told = 0
    for first, last in find_sentences(text, start, end):
        told += len(squeeze(text[first:last]))
        if told >= letters:
            return last if told == letters else None
    return None

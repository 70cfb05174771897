"""Find the part of a paragraph that tells an earlier one, the title or the lead, again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from didar.text.boilerplate import squeeze
from didar.text.sentences import find_sentences

_SHARE = 0.9  # of the words of each, in the other: what an editor changes when the lead is set a second time
_SHORTEST = 25  # letters: shorter paragraphs are alike by chance («وی افزود:»)


def repeated_until(text: str, start: int, end: int, earlier: Sequence[str]) -> tuple[int, int] | None:
    """Return the index of the earlier paragraph that `text[start:end]` tells again, and where the telling ends.

    The telling ends at `end`, or at the end of one of the first sentences where the paragraph goes on after it.
    """
    for index, other in enumerate(earlier):
        letters = squeeze(other)
        if len(letters) < _SHORTEST:
            continue
        if _alike(text[start:end], other) or _within(text[start:end], letters):
            return index, end
        if squeeze(text[start : start + 2 * len(other)]).startswith(letters):
            until = _sentence_end(text, start, end, len(letters))
            return (index, until) if until else None
    return None


def _alike(paragraph: str, other: str) -> bool:
    ours, theirs = Counter(paragraph.split()), Counter(other.split())
    shared = (ours & theirs).total()
    longer = max(ours.total(), theirs.total())
    return squeeze(paragraph) == squeeze(other) or shared >= _SHARE * longer


def _within(paragraph: str, letters: str) -> bool:
    """Tell whether a paragraph is the beginning of an earlier one."""
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

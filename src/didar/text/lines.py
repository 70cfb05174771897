"""Repair the words of one line whose letters are right: half-spaces, missing spaces, parted words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from didar.persian.letters import ZWNJ
from didar.records import Edit, Span
from didar.text.joining import find_joins
from didar.text.spacing import space_after, split_number
from didar.text.spelling import Spelling, cached_spell

_WORD = re.compile("([\u0620-\u063a\u0641-\u0652\u0654\u0670-\u06d3\u06d5\u06fa-\u06fc\u200c]+)")
_DIACRITICS = re.compile("[\u064b-\u0652\u0654\u0670]")
_HANDLE = re.compile(r"[#@_]$")

# The share of clean text that must write a word with its half-space before a line's word is changed: a line that
# keeps its half-spaces is trusted; one that shows that it lost them, glued or spaced, is not. Tuned on held-out lines.
_TRUST = {"clean": 0.93, "plain": 0.75, "damaged": 0.5}
_SURE = 0.93

Change = tuple[int, int, Spelling]  # first word, number of words, how they stand together


def repair_words(line: str) -> Iterator[Edit]:
    """Yield the edits of one line, in order."""
    parts = _WORD.split(line)
    if len(parts) < 3:
        return
    changes = _changes(parts[1::2], parts[0::2], line)
    yield from _edits(parts, changes)


def _changes(words: Sequence[str], gaps: Sequence[str], line: str) -> list[Change]:
    """Change what is sure; where that shows what the line lost, change what is then likely too."""
    near = [gap == " " for gap in gaps[1:]]
    if ZWNJ in line:
        glued, spaced = _TRUST["clean"], _TRUST["clean"]
    else:
        sure = _find(words, gaps, near, _SURE, _SURE)
        glued, spaced = _trusts([change[2].rule for change in sure])
    return _find(words, gaps, near, glued, spaced)


def _trusts(rules: Sequence[str]) -> tuple[float, float]:
    spaced = sum(rule.startswith("halfspace.spaced") for rule in rules)
    glued = sum(rule.startswith("halfspace") for rule in rules) - spaced
    return (
        _TRUST["damaged" if glued > spaced else "clean" if spaced else "plain"],
        _TRUST["damaged" if spaced > glued else "clean" if glued else "plain"],
    )


def _find(words: Sequence[str], gaps: Sequence[str], near: Sequence[bool], glued: float, spaced: float) -> list[Change]:
    joins = find_joins(words, near, spaced)
    changes: list[Change] = []
    until = 0
    for index, word in enumerate(words):
        if index < until:
            continue
        if index in joins:
            taken, spelling = joins[index]
            changes.append((index, taken, spelling))
            until = index + taken
        elif spelling_ := _spell(word, gaps, index, glued):
            changes.append((index, 1, spelling_))
    return changes


def _spell(word: str, gaps: Sequence[str], index: int, trust: float) -> Spelling | None:
    """Spell a word; hashtags, handles and words with diacritics stay as they are."""
    found = cached_spell(word, trust)
    if not found or _HANDLE.search(gaps[index]) or gaps[index + 1].startswith("_") or _DIACRITICS.search(word):
        return None
    return found


# --- from changed words to edits -----------------------------------------------------------------------------


def _edits(parts: Sequence[str], changes: Sequence[Change]) -> Iterator[Edit]:
    """Walk the line once; changed words and gaps become edits of single half-spaces and spaces."""
    changed = {first: (taken, spelling) for first, taken, spelling in changes}
    at = 0
    index = 0
    count = len(parts) // 2
    while index <= count:
        gap = parts[2 * index]
        yield from _gap_edits(parts, index, at)
        at += len(gap)
        if index == count:
            return
        taken, spelling = changed.get(index, (1, None))
        old = "".join(parts[2 * index + 1 : 2 * (index + taken)])
        if spelling:
            yield from _word_edits(old, spelling, at)
        at += len(old)
        index += taken


def _gap_edits(parts: Sequence[str], index: int, at: int) -> Iterator[Edit]:
    gap = parts[2 * index]
    if gap == " " or not gap:
        return
    before = parts[2 * index - 1] if index else ""
    after = parts[2 * index + 1] if 2 * index + 1 < len(parts) else ""
    for place, rule, confidence in (*space_after(before, gap, after), *split_number(before, gap, after)):
        yield Edit(span=Span(at + place, at + place), to=" ", rule=rule, confidence=confidence)


def _word_edits(old: str, spelling: Spelling, at: int) -> Iterator[Edit]:
    """Compare two spellings of the same letters; what stands between two letters is one edit."""
    new = spelling.text
    i = j = 0
    while i < len(old) or j < len(new):
        start, first = i, j
        while i < len(old) and old[i] in _PARTING:
            i += 1
        while j < len(new) and new[j] in _PARTING:
            j += 1
        if old[start:i] != new[first:j]:
            span = Span(at + start, at + i)
            yield Edit(span=span, to=new[first:j], rule=spelling.rule, confidence=spelling.confidence)
        i += 1
        j += 1


_PARTING = (ZWNJ, " ")

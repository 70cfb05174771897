"""Repair the words of one line whose letters are right: half-spaces, missing spaces, parted words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from didar.persian.letters import ZWNJ
from didar.records import Edit, Span
from didar.text.edits import apply_edits, compose
from didar.text.joining import find_joins
from didar.text.losses import CLEAN, Signs, signs_of_edits, trusts
from didar.text.readings import BREAK, read_ending
from didar.text.spacing import space_after, split_number
from didar.text.spelling import Spelling, speller

_WORD = re.compile("([\u0620-\u063a\u0641-\u0652\u0654\u0670-\u06d3\u06d5\u06fa-\u06fc\u200c]+)")
_DIACRITICS = re.compile("[\u064b-\u0652\u0654\u0670]")
_HANDLE = re.compile(r"[#@_]$")

_MOST_ROUNDS = 3
_KEPT = Signs(kept=1)
_MARKS = ("space.mark", "space.number")  # spaces beside marks and numbers make no new words

Change = tuple[int, int, Spelling]  # first word, number of words, how they stand together


class Looked:
    """A line cut into words and gaps, by turns, and what was found in it: each is found once at each trust."""

    __slots__ = ("_changes", "_spelled", "gaps", "parts", "words")

    def __init__(self, line: str) -> None:
        self.parts = _WORD.split(line)
        self.words, self.gaps = self.parts[1::2], self.parts[0::2]
        self._spelled: dict[float, dict[int, Spelling]] = {}
        self._changes: dict[tuple[float, float], list[Change]] = {}

    def changes(self, glued: float, spaced: float) -> list[Change]:
        """Spell each word, then join words that belong together; a word that was parted joins no other."""
        found = self._changes.get((glued, spaced))
        if found is None:
            spelled = self._spelled.get(glued)
            if spelled is None:
                spelled = self._spelled[glued] = _spell_words(self.words, self.gaps, glued)
            found = self._changes[glued, spaced] = _find(self.words, self.gaps, spelled, spaced)
        return found


class Judged(msgspec.Struct, frozen=True):
    """What a line shows of its half-spaces, and what was found on the way: its edits where they are known."""

    signs: Signs = Signs()
    looked: Looked | None = None
    edits: list[Edit] | None = None


def judge(line: str) -> Judged:
    """Return what a line shows of its half-spaces: those that stay, or else those that it surely lost.

    Only what the repaired line shows too is a sign, so that a second repair judges it alike. A line that keeps
    half-spaces needs no other line's: its edits are known.
    """
    looked = Looked(line)
    if ZWNJ not in line:
        return Judged(_lost(looked), looked)
    edits = repair_words(line, looked, _KEPT, _KEPT)
    kept = (apply_edits(line, edits) if edits else line).count(ZWNJ)
    return Judged(Signs(kept=kept), looked, edits if kept else None)


def _lost(looked: Looked) -> Signs:
    changes = looked.changes(CLEAN, CLEAN)
    return signs_of_edits([spelling.rule for _, _, spelling in changes if ZWNJ in spelling.text])


def repair_judged(line: str, judged: Judged, around: Signs) -> list[Edit]:
    """Return the edits of one line; `around` are the signs of the text that it stands in."""
    if judged.edits is not None:
        return judged.edits
    return repair_words(line, judged.looked or Looked(line), judged.signs, around)


def repair_words(line: str, looked: Looked, own: Signs, around: Signs) -> list[Edit]:
    """Return the edits of one line, in order; what a parted word makes possible is done in another round.

    `own` are the signs of the line, `around` those of the text that it stands in.
    """
    edits = _round(looked, own, around)
    for _ in range(_MOST_ROUNDS):
        if not any(map(_opens_more, edits)):
            break
        middle = apply_edits(line, edits)
        look = Looked(middle)
        following = _round(look, _KEPT if ZWNJ in middle else _lost(look), around)
        if not following:
            break
        edits = compose(edits, following, middle)
    return edits


def _opens_more(edit: Edit) -> bool:
    """Tell whether an edit makes new words, which may join others."""
    return (edit.to == " " and not edit.rule.startswith(_MARKS)) or edit.rule.startswith("halfspace.spaced")


def _round(looked: Looked, own: Signs, around: Signs) -> list[Edit]:
    if not looked.words:
        return []
    changes = looked.changes(*trusts(own, around))
    tight = [index for index, gap in enumerate(looked.gaps[:-1]) if gap != " " and _is_tight(gap)]
    return list(_edits(looked.parts, changes, tight)) if changes or tight else []


def _find(words: Sequence[str], gaps: Sequence[str], spelled: dict[int, Spelling], spaced: float) -> list[Change]:
    whole = [_joinable(word, spelled.get(index)) for index, word in enumerate(words)] if spelled else words
    joins = find_joins(whole, gaps, spaced)
    changes: list[Change] = []
    until = 0
    for index in sorted(spelled.keys() | joins.keys()):
        if index in joins:
            changes.append((index, *joins[index]))
            until = index + joins[index][0]
        elif index >= until:
            changes.append((index, 1, spelled[index]))
    return changes


def _spell_words(words: Sequence[str], gaps: Sequence[str], trust: float) -> dict[int, Spelling]:
    """Return the words that stand wrong, by their index; nearly all cost one look-up."""
    found = list(map(speller(trust).__getitem__, words))
    if not any(found):
        return {}
    kept = ((i, spelling) for i, spelling in enumerate(found) if spelling and _may_change(words, gaps, i))
    return {i: read_ending(spelling, *neighbours(words, gaps, i)) for i, spelling in kept}


def neighbours(words: Sequence[str], gaps: Sequence[str], index: int) -> tuple[str, str]:
    """Return the words before and after one; `BREAK` where a mark or the line's end stands there."""
    before = words[index - 1] if index and gaps[index] == " " else BREAK
    return before, words[index + 1] if index + 1 < len(words) and gaps[index + 1] == " " else BREAK


def _joinable(word: str, spelling: Spelling | None) -> str:
    return spelling.text if spelling and " " not in spelling.text else word


def _may_change(words: Sequence[str], gaps: Sequence[str], index: int) -> bool:
    """Hashtags, handles and words with diacritics stay as they are."""
    marked = _HANDLE.search(gaps[index]) or gaps[index + 1].startswith("_")
    return not marked and not _DIACRITICS.search(words[index])


# --- from changed words to edits -----------------------------------------------------------------------------


def _edits(parts: Sequence[str], changes: Sequence[Change], tight: Sequence[int]) -> Iterator[Edit]:
    """Turn changed words and tight gaps into edits of single half-spaces and spaces, in order."""
    starts = [0, *accumulate(map(len, parts))]
    spelled = {first: spelling.text for first, _, spelling in changes}
    last = {first + taken - 1: first for first, taken, _ in changes}
    inside = {index for first, taken, _ in changes for index in range(first + 1, first + taken)}
    work: list[tuple[int, Change | None]] = [(2 * change[0] + 1, change) for change in changes]
    work += [(2 * index, None) for index in tight if index not in inside]
    for place, change in sorted(work, key=lambda item: item[0]):
        if change:
            first, taken, spelling = change
            old = "".join(parts[place : 2 * (first + taken)])
            yield from _word_edits(old, spelling, starts[place])
        elif index := place // 2:
            before = spelled.get(last.get(index - 1, -1), parts[place - 1])
            after = spelled.get(index, parts[place + 1])
            yield from _gap_edits(before, parts[place], after, starts[place])
        else:
            yield from _gap_edits("", parts[0], spelled.get(0, parts[1]), 0)


def _is_tight(gap: str) -> bool:
    """Tell whether a space may be missing in a gap: it does not end in one, or begins with a number."""
    return bool(gap) and (gap[-1] != " " or gap[0].isdigit())


def _gap_edits(before: str, gap: str, after: str, at: int) -> Iterator[Edit]:
    left, right = before.rpartition(" ")[2], after.partition(" ")[0]
    for place, rule, confidence in (*space_after(left, gap, right), *split_number(left, gap, right)):
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

"""Apply edits to a text, and put two rounds of edits together into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from didar.records import Edit, Span


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with its edits made; they are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.span.start], edit.to)
        at = edit.span.end
    return "".join(pieces) + text[at:]


def compose(first: Sequence[Edit], second: Sequence[Edit], middle: str) -> list[Edit]:
    """Put two rounds of edits together: `first` leads from the source to `middle`, `second` on from there.

    Edits that touch the same characters become one, with the rule of the later round.
    """
    composed: list[Edit] = []
    ours = _in_middle(first)
    index = grown = 0
    for edit in second:
        while index < len(ours) and ours[index][1] <= edit.span.start and not _meets(ours[index], edit):
            composed.append(ours[index][2])
            grown += ours[index][3]
            index += 1
        met = index
        start, end, shrunk = edit.span.start, edit.span.end, 0
        while met < len(ours) and _meets(ours[met], edit):
            start, end = min(start, ours[met][0]), max(end, ours[met][1])
            shrunk += ours[met][3]
            met += 1
        to = middle[start : edit.span.start] + edit.to + middle[edit.span.end : end]
        span = Span(start - grown, end - grown - shrunk)
        index, grown = met, grown + shrunk
        composed.append(Edit(span=span, to=to, rule=edit.rule, confidence=edit.confidence))
    return composed + [edit for *_, edit, _ in ours[index:]]


def _in_middle(edits: Sequence[Edit]) -> list[tuple[int, int, Edit, int]]:
    """Return where the replacements stand, each with its edit and by how much the text grew there."""
    placed = []
    grown = 0
    for edit in edits:
        start = edit.span.start + grown
        growth = len(edit.to) - (edit.span.end - edit.span.start)
        placed.append((start, start + len(edit.to), edit, growth))
        grown += growth
    return placed


def _meets(placed: tuple[int, int, Edit, int], edit: Edit) -> bool:
    """Tell whether two edits touch the same characters; where one puts in nothing, its place counts."""
    start, end = placed[0], placed[1]
    if start == end or edit.span.start == edit.span.end:
        return start <= edit.span.end and edit.span.start <= end and (start == end or start < edit.span.end < end)
    return start < edit.span.end and edit.span.start < end

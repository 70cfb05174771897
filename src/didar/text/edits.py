"""Apply edits to a text, and put two rounds of edits together into one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

import msgspec

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

    Edits that meet at the same characters become one, with the rule of the later round.
    """
    composed: list[Edit] = []
    grown = 0
    for group in _groups(_in_middle(first), second):
        growth = sum(piece.growth for piece in group.ours)
        span = Span(group.start - grown, group.end - grown - growth)
        if group.theirs:
            to = apply_edits(middle[group.start : group.end], [_moved(edit, -group.start) for edit in group.theirs])
            last = group.theirs[-1]
            composed.append(Edit(span=span, to=to, rule=last.rule, confidence=last.confidence))
        else:
            composed += [piece.edit for piece in group.ours]
        grown += growth
    return composed


class _Placed(msgspec.Struct, frozen=True, gc=False):
    """An edit of the first round, where its replacement stands, and by how much the text grew there."""

    start: int
    end: int
    edit: Edit
    growth: int


class _Group(msgspec.Struct):
    """Edits of both rounds that meet, and the stretch of the middle text that they cover."""

    start: int
    end: int
    ours: list[_Placed]
    theirs: list[Edit]


_Keyed = tuple[int, int, _Placed | Edit]
_BORDERS = itemgetter(0, 1)


def _in_middle(edits: Sequence[Edit]) -> Iterator[_Placed]:
    grown = 0
    for edit in edits:
        start = edit.span.start + grown
        growth = len(edit.to) - (edit.span.end - edit.span.start)
        yield _Placed(start, start + len(edit.to), edit, growth)
        grown += growth


def _groups(ours: Iterable[_Placed], theirs: Iterable[Edit]) -> Iterator[_Group]:
    """Yield the groups in order; an edit joins the group before it where both rounds meet."""
    group: _Group | None = None
    placed: list[_Keyed] = [(piece.start, piece.end, piece) for piece in ours]
    placed += [(edit.span.start, edit.span.end, edit) for edit in theirs]
    for start, end, item in sorted(placed, key=_BORDERS):
        if group is None or not _meets(group, start, end, item):
            if group:
                yield group
            group = _Group(start, end, [], [])
        group.end = max(group.end, end)
        if isinstance(item, _Placed):
            group.ours.append(item)
        else:
            group.theirs.append(item)
    if group:
        yield group


def _meets(group: _Group, start: int, end: int, item: _Placed | Edit) -> bool:
    """Tell whether an edit shares characters with a group, or its place with what the other round put nothing in."""
    if start < group.end:
        return True
    others = group.theirs if isinstance(item, _Placed) else group.ours
    return bool(others) and start == group.end and _is_gone(item, group)


def _is_gone(item: _Placed | Edit, group: _Group) -> bool:
    """Tell whether an edit of the first round took something out just here."""
    placed = [item] if isinstance(item, _Placed) else group.ours[-1:]
    return any(piece.start == piece.end for piece in placed)


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(span=Span(edit.span.start + by, edit.span.end + by), to=edit.to, rule=edit.rule)

"""Repair a text: letters, half-spaces and spaces as a careful editor would have typed them, with every edit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

import msgspec

from didar.records import Edit, Note, Repaired, Span
from didar.spans import shift
from didar.text.characters import has_directions, hidden_text, repair_characters
from didar.text.edits import apply_edits, compose
from didar.text.languages import foreign_language, may_be_foreign
from didar.text.lines import Judged, judge, repair_judged
from didar.text.losses import Signs
from didar.text.quotes import pair_straight, quote_notes

Kind = Literal["letters", "halfspace", "space", "digits", "quotes"]
KINDS: tuple[Kind, ...] = ("letters", "halfspace", "space", "digits", "quotes")
USUAL: tuple[Kind, ...] = ("letters", "halfspace", "space")  # digits and quotation marks are changed only when asked


def repair(text: str, only: Collection[Kind] = USUAL) -> Repaired:
    """Return the text as a careful editor would have typed it, and the edits that led there, in order.

    The edits' spans point into `text`; no line is added or lost. `only` names the kinds of edits that are made;
    digits and straight quotation marks are changed only when it names them.

    >>> repair("وي ميگويد").text
    'وی می‌گوید'
    """
    edits = tuple(_edits(text, only))
    return Repaired(text=apply_edits(text, edits), edits=edits)


class Begun(msgspec.Struct, frozen=True, gc=False):
    """A line whose characters are repaired, and what it shows of its half-spaces; `text` is None for one to leave."""

    edits: list[Edit]
    text: str | None = None
    judged: Judged = Judged()

    @property
    def signs(self) -> Signs:
        """What the line shows of its half-spaces."""
        return self.judged.signs


def begin_line(line: str, only: Collection[Kind] = USUAL) -> Begun:
    """Repair the characters of one line; a line of another language is left as it is."""
    if line.isascii() or foreign_language(line):
        return Begun([])
    edits = _characters(line, only)
    if "quotes" in only:
        edits = sorted([*edits, *pair_straight(line)], key=lambda edit: edit.span)
    text = apply_edits(line, edits) if edits else line
    return Begun(edits, text, judge(text))


def _characters(line: str, only: Collection[Kind]) -> list[Edit]:
    """Return the edits of the characters; a mark that goes can uncover another, which is seen in another round."""
    edits = _look(line, only)
    for _ in range(_MOST_ROUNDS):
        if not any(edit.rule in _UNCOVERING for edit in edits):
            break
        middle = apply_edits(line, edits)
        following = _look(middle, only)
        if not following:
            break
        edits = compose(edits, following, middle)
    return edits


def _look(line: str, only: Collection[Kind]) -> list[Edit]:
    return _only(repair_characters(line, "digits" in only), only)


def _only(edits: Iterable[Edit], only: Collection[Kind]) -> list[Edit]:
    """Return the edits of the kinds asked for; digits and quotation marks are looked for only when asked."""
    return list(edits) if only is USUAL else [edit for edit in edits if _kind(edit) in only]


_MOST_ROUNDS = 3  # a line made to uncover one mark a round would take quadratic time
_UNCOVERING = ("letters.junk", "letters.presentation", "letters.tatweel")


def end_line(begun: Begun, around: Signs, only: Collection[Kind] = USUAL) -> list[Edit]:
    """Return all edits of one line; `around` is what the text around it shows of its half-spaces."""
    if begun.text is None:
        return []
    first = begun.edits
    second = _only(repair_judged(begun.text, begun.judged, around), only)
    return compose(first, second, begun.text) if first and second else first or second


def notes_on(text: str) -> Iterator[Note]:
    """Yield what a reader of the text should know: lines of other languages, marks that can hide text."""
    for start, line in _lines(text) if may_be_foreign(text) or has_directions(text) else ():
        if language := foreign_language(line):
            yield Note(stage="text", message=f"{language}: left as it is", span=Span(start, start + len(line)))
        for span in hidden_text(line):
            yield Note(stage="text", message="a mark of direction, which can hide text", span=shift(span, start))
    yield from quote_notes(text)


def _edits(text: str, only: Collection[Kind]) -> Iterator[Edit]:
    begun = [(start, begin_line(line, only)) for start, line in _lines(text)]
    around = Signs()
    for _, line in begun:
        around += line.signs
    for start, line in begun:
        for edit in end_line(line, around, only):
            yield Edit(span=shift(edit.span, start), to=edit.to, rule=edit.rule, confidence=edit.confidence)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _kind(edit: Edit) -> str:
    kind = edit.rule.partition(".")[0]
    return "digits" if edit.rule == "letters.digit" else kind

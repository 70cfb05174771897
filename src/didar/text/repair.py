"""Repair a text: letters, half-spaces and spaces as a careful editor would have typed them, with every edit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from didar.records import Edit, Note, Repaired, Span
from didar.spans import shift
from didar.text.characters import hidden_text, repair_characters
from didar.text.edits import apply_edits, compose
from didar.text.languages import foreign_language
from didar.text.lines import repair_words
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


def repair_line(line: str, only: Collection[Kind]) -> list[Edit]:
    """Return the edits of one line; a line of another language has none."""
    if line.isascii() or foreign_language(line):
        return []
    first = [edit for edit in repair_characters(line, "digits" in only) if _kind(edit) in only]
    if "quotes" in only:
        first = sorted([*first, *pair_straight(line)], key=lambda edit: edit.span)
    middle = apply_edits(line, first) if first else line
    second = [edit for edit in repair_words(middle) if _kind(edit) in only]
    return compose(first, second, middle) if first and second else first or second


def notes_on(text: str) -> Iterator[Note]:
    """Yield what a reader of the text should know: lines of other languages, marks that can hide text."""
    for start, line in _lines(text):
        if language := foreign_language(line):
            yield Note(stage="text", message=f"{language}: left as it is", span=Span(start, start + len(line)))
        for span in hidden_text(line):
            yield Note(stage="text", message="a mark of direction, which can hide text", span=shift(span, start))
    yield from quote_notes(text)


def _edits(text: str, only: Collection[Kind]) -> Iterator[Edit]:
    for start, line in _lines(text):
        for edit in repair_line(line, only):
            yield Edit(span=shift(edit.span, start), to=edit.to, rule=edit.rule, confidence=edit.confidence)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _kind(edit: Edit) -> str:
    kind = edit.rule.partition(".")[0]
    return "digits" if edit.rule == "letters.digit" else kind

"""Find what stands inside quotation marks, paragraph by paragraph; marks that never close are passed over."""

from __future__ import annotations

import re

from didar.records import Span, Text

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_STRAIGHT = '"'
_MARK = re.compile('[«»“”„"]')
# A mark right after a colon opens a speech: where it never closes, the speech runs to the end of the paragraph.
_OPENS_SPEECH = re.compile(r":\s*$")


def find_quotations(text: Text) -> tuple[Span, ...]:
    """Return the spans between quotation marks, the marks left out, in order of their opening; outermost only."""
    return tuple(q for section in text.sections for q in _within(text.text, section.span))


def _within(text: str, paragraph: Span) -> list[Span]:
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    depth = 0
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        if opened is None:
            closing = _STRAIGHT if mark == _STRAIGHT else _PAIRS.get(mark)
            opened, depth = ((at, closing), 1) if closing else (None, 0)
        elif mark == opened[1]:
            depth -= 1
            if depth == 0:
                found.append(Span(opened[0] + 1, at))
                opened = None
        elif _PAIRS.get(mark) == opened[1]:
            depth += 1
    if opened and _OPENS_SPEECH.search(text, paragraph.start, opened[0]):
        found.append(Span(opened[0] + 1, paragraph.end))
    return found

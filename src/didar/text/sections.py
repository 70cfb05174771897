"""Cut a text into sections, its paragraphs: title, lead, body, a paragraph that repeats, boilerplate."""

from __future__ import annotations

import re

from didar.records import Section, SectionType, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def find_sections(text: str) -> tuple[Section, ...]:
    """Return one section a line: the first is the title, the second of three or more the lead."""
    spans = [Span(match.start(), match.end()) for match in _LINE.finditer(text)]
    return tuple(Section(type=_type(index, len(spans)), span=span) for index, span in enumerate(spans))


def _type(index: int, count: int) -> SectionType:
    if index == 0 and count > 1:
        return "title"
    return "lead" if index == 1 and count > 2 else "body"

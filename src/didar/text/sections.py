"""Cut a text into sections, its paragraphs: title, lead, body, a paragraph that repeats, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Section, SectionType, Span
from didar.spans import trim
from didar.text.boilerplate import count_closing, ends_report, find_tail, is_form, opens_list
from didar.text.lost_breaks import part
from didar.text.repeats import repeated_until, told

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!؟?…»]\s*$")
_LONGEST_HEADLINE = 110  # letters; of 15,000 headlines of the corpus 99 % are shorter
_LONGEST_LEAD = 600


def find_sections(text: str, told: Sequence[Section] = (), breaks: Sequence[int] = ()) -> tuple[Section, ...]:
    """Return the sections of a repaired text in order; `told` are those that the page itself tells.

    Without them the first line is the title (a kicker above it too) and the next of several the lead. Where a line
    break was lost, `breaks` tells where the next line begins (code points, sorted).
    """
    if told:
        lines = [Section(type=line.type, span=span) for line in told for span in part(text, line.span, breaks)]
    else:
        found = (Span(*match.span()) for match in _LINE.finditer(text))
        lines = _typed([span for line in found for span in part(text, line, breaks)], text)
    return tuple(_repeats(text, list(_without_boilerplate(text, lines))))


# --- which line is what ----------------------------------------------------------------------------------------


def _typed(lines: list[Span], text: str) -> list[Section]:
    headings = 1 + _has_kicker(lines, text)
    if len(lines) == 1:
        headings = 0
    lead = headings if len(lines) > headings + 1 and headings and _is_lead(lines[headings], text) else -1
    return [Section(type=_type(index, headings, lead), span=span) for index, span in enumerate(lines)]


def _type(index: int, headings: int, lead: int) -> SectionType:
    if index < headings:
        return "title"
    return "lead" if index == lead else "body"


def _has_kicker(lines: list[Span], text: str) -> bool:
    """Tell whether the first line only names the speaker or the column of the headline in the second."""
    if len(lines) < 3:
        return False
    first, second = (text[span.start : span.end] for span in lines[:2])
    plain = not _SENTENCE_END.search(second) and len(second) <= _LONGEST_HEADLINE
    return plain and (first.rstrip().endswith(":") or len(first) <= 12)


def _is_lead(line: Span, text: str) -> bool:
    opening = fold(text[line.start : line.start + 40])
    return line.end - line.start <= _LONGEST_LEAD and not opening.startswith(_report_openings())


@cache
def _report_openings() -> tuple[str, ...]:
    return tuple(fold(row["phrase"]) for row in load_table("boilerplate_openings.tsv"))


# --- what belongs to the page ------------------------------------------------------------------------------------


def _without_boilerplate(text: str, lines: list[Section]) -> Iterator[Section]:
    """Yield the sections with what belongs to the page marked, cut off where it is the tail of a line."""
    closing = len(lines) - count_closing([text[line.span.start : line.span.end] for line in lines])
    after_form = listing = False
    for index, line in enumerate(lines):
        words = text[line.span.start : line.span.end]
        at = find_tail(text, line.span) if line.type != "title" else None
        listed = listing and not _SENTENCE_END.search(words) and len(words) <= _LONGEST_HEADLINE
        if line.type == "boilerplate" or listed or after_form or (index >= closing and index > 0):
            yield Section(type="boilerplate", span=line.span)
        else:
            yield from _cut(text, line, at)
        listing = listed or opens_list(words) or (at is not None and ends_report(text[at : line.span.end]))
        after_form = after_form or (at is not None and is_form(text[at : line.span.end]))


def _cut(text: str, line: Section, at: int | None) -> Iterator[Section]:
    if at is None:
        yield line
        return
    before = trim(text, Span(line.span.start, at))
    if before.end > before.start:
        yield Section(type=line.type, span=before, repeats=line.repeats)
    yield Section(type="boilerplate", span=trim(text, Span(at, line.span.end)))


# --- what is told again ------------------------------------------------------------------------------------------


def _repeats(text: str, sections: list[Section]) -> Iterator[Section]:
    """Yield the sections with paragraphs of the body that tell title or lead again marked."""
    heads = [section for section in sections if section.type in ("title", "lead")]
    earlier = [told(text[head.span.start : head.span.end]) for head in heads]
    for section in sections:
        found = repeated_until(text, section.span.start, section.span.end, earlier) if section.type == "body" else None
        if not found:
            yield section
            continue
        index, until = found
        yield Section(type="repeat", span=Span(section.span.start, until), repeats=heads[index].span)
        rest = trim(text, Span(until, section.span.end))
        if rest.end > rest.start:
            yield Section(type="body", span=rest)

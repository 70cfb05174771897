"""Turn plain text, or the fields of a JSON line, into an Article whose text is exactly what was handed in."""

from __future__ import annotations

import re

from didar.page.failures import Unreadable
from didar.records import Article, Note, Section, SectionType, Source, Span

_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000
# A report about a foreign company may hold many Latin names; below one letter in four no report was Persian.
_FOREIGN_SHARE = 0.25

# The longest of 15,478 reports that were counted has 83,335 letters; what is longer than this is no single report.
LONGEST = 200_000

Part = tuple[SectionType, str]


def article_from_text(
    text: str, *, id: str = "text", source: Source | None = None, notes: tuple[Note, ...] = ()
) -> Article:
    """Return the article of a plain text: the first line is the title. Raise Unreadable if blank or endless."""
    _check(text)
    return Article(id=id, text=text, source=source or Source(), notes=notes + foreign_notes(text))


def article_from_parts(
    parts: list[Part], *, id: str, source: Source | None = None, notes: tuple[Note, ...] = ()
) -> Article:
    """Return the article whose title, lead and paragraphs are known: joined by a single newline, each a section."""
    kept = [(kind, part) for kind, part in parts if part.strip()]
    text = "\n".join(part for _, part in kept)
    _check(text)
    sections = _sections(kept)
    return Article(id=id, text=text, source=source or Source(), sections=sections, notes=notes + foreign_notes(text))


def _check(text: str) -> None:
    if not text.strip():
        raise Unreadable("no text: empty or blank")
    if len(text) > LONGEST:
        raise Unreadable(f"too long for one report: {len(text):,} letters, the limit is {LONGEST:,}")
    if lone := _SURROGATE.search(text):
        raise Unreadable(f"no Unicode text: a lone surrogate at {lone.start()}")


def _sections(parts: list[Part]) -> tuple[Section, ...]:
    sections, start = [], 0
    for kind, part in parts:
        sections.append(Section(type=kind, span=Span(start, start + len(part))))
        start += len(part) + 1
    return tuple(sections)


def foreign_notes(text: str) -> tuple[Note, ...]:
    """Say so where a text has hardly a letter in the script of Persian."""
    sample = text[:_SAMPLE]
    ours = sum(map(len, _ARABIC_SCRIPT.findall(sample)))
    # Whoever has enough of all characters has enough of the letters.
    if ours and (ours >= len(sample) * _FOREIGN_SHARE or ours >= len(_LETTER.findall(sample)) * _FOREIGN_SHARE):
        return ()
    return (Note(stage="page", message="not Persian: hardly a letter of the Persian script in it"),)

"""Prepare an article: its text repaired, cut into sections, sentences and tokens."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from didar.alignment import Alignment
from didar.persian.tokens import sentence_of
from didar.records import Article, Note, Section, Sentence, Span, Text
from didar.text.lost_breaks import find_breaks
from didar.text.repair import notes_on, repair
from didar.text.sections import find_sections
from didar.text.sentences import find_sentences
from didar.text.tokens import find_tokens


def prepare_text(article: Article) -> Text:
    """Return the article's text as a careful editor would have typed it, segmented."""
    repaired = repair(article.text)
    alignment = Alignment.from_edits(repaired.edits)
    breaks = [alignment.to_repaired(run).end for run in find_breaks(article.text)]
    sections = find_sections(repaired.text, _led(article.sections, alignment), breaks)
    sentences = tuple(_sentences(repaired.text, sections))
    return Text(
        article=article,
        text=repaired.text,
        edits=repaired.edits,
        sections=sections,
        sentences=sentences,
        notes=tuple(_notes(article.text, alignment)),
    )


def segment(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text as it stands, every line a paragraph, with their tokens.

    >>> [text[s.start : s.end] for s in segment(text := "پل باز شد\nاو ۱۳۰۰ ه.ش. آمد. رفت.")]
    ['پل باز شد', 'او ۱۳۰۰ ه.ش. آمد.', 'رفت.']
    """
    start, lines = 0, []
    for line in text.split("\n"):
        lines.append(Section(type="body", span=Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(_sentences(text, tuple(lines)))


def _notes(source: str, alignment: Alignment) -> Iterator[Note]:
    """Yield the notes on the text as handed in, for the repair takes out what some of them are about."""
    for note in notes_on(source):
        yield replace(note, span=alignment.to_repaired(note.span) if note.span else None)


def _led(sections: tuple[Section, ...], alignment: Alignment) -> tuple[Section, ...]:
    return tuple(Section(type=section.type, span=alignment.to_repaired(section.span)) for section in sections)


def _sentences(text: str, sections: tuple[Section, ...]) -> Iterator[Sentence]:
    for index, section in enumerate(sections):
        for start, end in find_sentences(text, section.span.start, section.span.end):
            yield sentence_of(start, end, index, find_tokens(text, start, end))

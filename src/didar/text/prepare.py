"""Prepare an article: its text repaired, cut into sections, sentences and tokens."""

from __future__ import annotations

from collections.abc import Iterator

from didar.alignment import Alignment
from didar.records import Article, Section, Sentence, Text
from didar.text.repair import repair
from didar.text.sections import find_sections
from didar.text.sentences import find_sentences
from didar.text.tokens import find_tokens


def prepare_text(article: Article) -> Text:
    """Return the article's text as a careful editor would have typed it, segmented."""
    repaired = repair(article.text)
    alignment = Alignment.from_edits(repaired.edits)
    sections = find_sections(repaired.text, _led(article.sections, alignment))
    sentences = tuple(_sentences(repaired.text, sections))
    return Text(article=article, text=repaired.text, edits=repaired.edits, sections=sections, sentences=sentences)


def _led(sections: tuple[Section, ...], alignment: Alignment) -> tuple[Section, ...]:
    return tuple(Section(type=section.type, span=alignment.to_repaired(section.span)) for section in sections)


def _sentences(text: str, sections: tuple[Section, ...]) -> Iterator[Sentence]:
    for index, section in enumerate(sections):
        for start, end in find_sentences(text, section.span.start, section.span.end):
            yield Sentence(start, end, index, find_tokens(text, start, end))

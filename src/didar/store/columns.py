"""Make of the words of a report what goes into the full-text indexes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from didar.records import Record, Span
from didar.store.packing import pack_words
from didar.store.rows import Columns, IndexedWords, Words


def index_words(words: Words, text: str, record: Record) -> IndexedWords:
    """Return the words of a report packed beside its text, and as the columns of the indexes."""
    statements = tuple(columns_within(words, statement.content) for statement in record.statements)
    article = columns_of(words.norms, words.stems)
    return IndexedWords(packed=pack_words(words, text), article=article, statements=statements)


def columns_of(norms: Iterable[str], stems: Iterable[str]) -> Columns:
    """Return the folded words, and the stems of those that are none themselves: each is found in one of the two."""
    norms = tuple(norms)
    return " ".join(norms), " ".join([stem for norm, stem in zip(norms, stems, strict=True) if stem != norm])


def columns_within(words: Words, spans: Iterable[Span]) -> Columns:
    """Return the columns of the words inside `spans`."""
    norms: list[str] = []
    stems: list[str] = []
    for span in spans:
        first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        norms += words.norms[first:last]
        stems += words.stems[first:last]
    return columns_of(norms, stems)

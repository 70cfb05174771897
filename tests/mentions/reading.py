"""Read a sentence or a phrase in the tests of mentions."""

from __future__ import annotations

from didar.mentions.find import find_mentions
from didar.records import Article, Mention, Span, Text
from didar.text.prepare import prepare_text


def read(words: str) -> tuple[Text, tuple[Mention, ...]]:
    """Return prepared text and its mentions."""
    text = prepare_text(Article(id="invented", text=words))
    return text, find_mentions(text).actors


def cut(text: Text, span: Span | None) -> str | None:
    """Return the words of a span."""
    return None if span is None else text.text[span.start : span.end]


def phrases(words: str, *, kinds: tuple[str, ...] = ("person", "organization", "group", "document")) -> list[str]:
    """Return the words of every mention but places, in order."""
    text, mentions = read(words)
    return [text.text[m.span.start : m.span.end] for m in mentions if m.type in kinds]

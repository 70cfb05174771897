"""What the statement tests share: a sentence in, its sayings as plain strings out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from didar.mentions.find import find_mentions
from didar.records import Article, Saying, Text
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

Told = dict[str, object]


def tell(text: Text, saying: Saying) -> Told:
    """Return a saying as the strings that its spans cover."""

    def words(span: object) -> str | None:
        return text.text[span.start : span.end] if span else None  # type: ignore[attr-defined]

    return {
        "cue": words(saying.cue),
        "lemma": saying.cue_lemma,
        "source": words(saying.source),
        "content": [words(span) for span in saying.content],
        "kind": saying.kind,
        "nested": saying.nested_in is not None,
        "rule": saying.rule,
    }


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[Told]]:
    """Read the sayings of a text below a headline that says nothing."""

    def reader(body: str, title: str = "یک خبر کوتاه") -> list[Told]:
        text = prepare_text(Article(id="t", text=f"{title}\n{body}"))
        return [tell(text, saying) for saying in find_statements(text, find_mentions(text))]

    return reader

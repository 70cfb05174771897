"""Whatever comes in, the page stage gives an article or says why not, and the text is the one that was handed in."""

from __future__ import annotations

import contextlib
import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didar.page.decode import decode_text
from didar.page.failures import Unreadable
from didar.page.html import article_from_html
from didar.page.jsonl import article_from_line
from didar.page.plain import article_from_text

# A machine with other work to do must not fail a test.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<a href='x'>",
    "</a>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<h1>",
    "<",
]
WORDS = ["وزیر گفت: ", "می‌شود", "&zwnj;", "&#8204;", "&amp;", "\u202e", "\x00", "\ud800", "😀", "\n", ";", ">", '"']
markup = st.lists(
    st.sampled_from(TAGS + WORDS + ['<div itemprop="articleBody">', '<meta property="og:title" content="'])
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=8) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
fields = st.dictionaries(
    st.sampled_from(["id", "text", "title", "lead", "paragraphs", "url", "date", "published"]), values
)


@unhurried
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        text, _ = decode_text(data)
        assert isinstance(text, str)


@unhurried
@given(markup.map("".join))
def test_any_markup(page: str) -> None:
    with contextlib.suppress(Unreadable):
        article = article_from_html(page)
        assert [article.text[s.span.start : s.span.end] for s in article.sections] == article.text.split("\n")
        assert "\ua66e" not in article.text


@unhurried
@given(fields.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60))
def test_any_line(line: bytes) -> None:
    with contextlib.suppress(Unreadable):
        article = article_from_line(line, "x.jsonl")
        told = msgspec.json.decode(line)
        assert article.id == str(told["id"])
        if isinstance(told.get("text"), str):
            assert article.text == told["text"]


def test_a_lone_surrogate_is_no_text() -> None:
    with pytest.raises(Unreadable, match="a lone surrogate at 1"):
        article_from_text("گ\ud800")


@unhurried
@given(st.text())
def test_any_text_is_kept(text: str) -> None:
    with contextlib.suppress(Unreadable):
        assert article_from_text(text).text == text

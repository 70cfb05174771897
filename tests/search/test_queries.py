"""Queries: what each finds among five small reports, what each highlights, and how a wrong one is explained."""

from __future__ import annotations

import msgspec
import pytest

from didar.records import Article
from didar.search.articles import find_articles
from didar.search.highlights import find_highlights
from didar.search.query import QueryError, parse_query
from didar.search.words import words_of_text
from didar.store.columns import index_words
from didar.store.files import open_store
from didar.store.transactions import Batch
from didar.text.prepare import prepare_text
from tests.invented import small_reading

REPORTS = {
    1: "الوندی: پل ساوان باز شد\nنریمان الوندی می‌گوید: پل ساوان باز شد.",
    2: "الوندي: كتاب‌هاي ساوان\nنریمان الوندی ميگويد: كتابهای بندر را چاپ کردند.",
    3: "گفت‌وگوی دو وزیر\nنریمان الوندی گفت: گفت و گو سودمند بود.",
    4: "نخست‌وزیر مازیار آمد\nنریمان الوندی افزود: نخست وزیر مازیار به ساوان آمد.",
    5: "Savan Port در ۱۴۰۲\nنریمان الوندی نوشت: Savan Port سال ۱۴۰۲ باز می شود.",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    archive = open_store(tmp_path_factory.mktemp("search") / "a.db", write=True)
    with Batch(archive) as batch:
        for number, text in REPORTS.items():
            reading = small_reading(number, text=text, published=f"2024-01-{number:02d}")
            words = words_of_text(prepare_text(Article(id="x", text=text)))
            reading = msgspec.structs.replace(reading, words=index_words(words, text, reading.record))
            batch.add(reading, reader="test", now="2026-01-01")
    return archive


def found(archive, query, **options):
    return {int(hit.article.removeprefix("small-")) for hit in find_articles(archive, query, **options)}


@pytest.mark.parametrize(
    ("query", "reports"),
    [
        ("ساوان", {1, 2, 4}),
        ("الوندي", {1, 2, 3, 4, 5}),
        ("می‌گوید", {1, 2, 3}),
        ("ميگويد", {1, 2, 3}),
        ('"می‌گوید"', {1, 2}),
        ("«میگوید»", {1, 2}),
        ("كتاب", {2}),
        ("کتاب‌ها", {2}),
        ("کتا*", {2}),
        ('"پل ساوان"', {1}),
        ('"ساوان پل"', set()),
        ("پل ساوان", {1}),
        ("پل OR کتاب", {1, 2}),
        ("پل | کتاب", {1, 2}),
        ("ساوان NOT پل", {2, 4}),
        ("ساوان -پل -کتاب", {4}),
        ("(پل OR کتاب) بندر", {2}),
        ("پل AND باز", {1}),
        ("NEAR(الوندی باز, 4)", {1}),
        ("NEAR(الوندی باز, 1)", set()),
        ("NEAR(الوندی باز)", {1, 5}),
        ("گفت‌وگو", {3}),
        ("گفتوگو", {3}),
        ("نخست وزیر", {4}),
        ("نخست‌وزیر", {4}),
        ('"نخست وزیر مازیار"', {4}),
        ("savan", {5}),
        ("1402", {5}),
        ("۱۴۰۲", {5}),
        ("قایق", set()),
        ("articles.id", set()),
        ("'; DROP TABLE articles; --", set()),
        ("norm:ساوان stem", set()),
    ],
)
def test_a_query_finds(archive, query, reports):
    assert found(archive, query) == reports


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("", "nothing to look for"),
        ("  ", "nothing to look for"),
        ('"پل', "without its other half"),
        ("«پل", "without its other half"),
        ('""', "no word in the quotation marks"),
        ("(پل", "opening bracket without"),
        ("پل)", "closing bracket without"),
        ("()", "a word on each side"),
        ("پل OR", "a word on each side"),
        ("OR پل", "a word on each side"),
        ("پل NOT", "NOT needs a word"),
        ("پل AND", "AND needs a word"),
        ("-پل", "only words to leave out"),
        ("!!!", "no word in"),
        ("NEAR()", "no word in NEAR"),
        ("(" * 99 + "پل", "too many brackets"),
        ("پل " * 2000, "longer than"),
    ],
)
def test_a_query_that_cannot_be_read_is_explained(archive, query, complaint):
    with pytest.raises(QueryError, match=complaint):
        find_articles(archive, query)


def test_filters_by_day_in_either_calendar_and_orders_by_day(archive):
    assert found(archive, "ساوان", since="2024-01-02") == {2, 4}
    assert found(archive, "ساوان", until="2024-01-02") == {1, 2}
    assert found(archive, "ساوان", since="1402/10/14", until="1402/10") == {4}
    assert found(archive, "ساوان", since="1403") == set()
    newest = find_articles(archive, "ساوان", order="new", limit=2)
    assert [hit.article for hit in newest] == ["small-4", "small-2"]
    with pytest.raises(QueryError, match="is no date"):
        find_articles(archive, "ساوان", since="yesterday")


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("کتاب", "چاپ كتابهای ساوان، كتاب تازه", ["كتابهای", "كتاب"]),
        ("می‌گوید", "او مي گويد پل باز است", ["مي گويد"]),
        ('"پل ساوان"', "پل ساوان و پل مازیار", ["پل ساوان"]),
        ("نخست وزیر", "نخست‌وزیر آمد", ["نخست‌وزیر"]),
        ('"نخست وزیر"', "نخست‌وزیر آمد", ["نخست‌وزیر"]),
        ("گفت‌وگو", "گفت و گو شد", ["گفت و گو"]),
        ("ساو*", "ساوان و ساوانی", ["ساوان", "ساوانی"]),
        ("پل NOT بندر", "پل و بندر", ["پل"]),
        ("قایق", "پل و بندر", []),
    ],
)
def test_highlights_are_characters_of_the_text_as_published(query, text, marked):
    words = words_of_text(prepare_text(Article(id="x", text=text)))
    spans = find_highlights(parse_query(query), words)
    assert [text[span.start : span.end] for span in spans] == marked


def test_a_snippet_shows_the_first_highlight_and_marks_it(archive):
    hit = find_articles(archive, "سودمند")[0]
    (mark,) = hit.marks
    assert hit.snippet[mark.start : mark.end] == "سودمند"

"""Headline and lead statements aligned with the body: invented reports."""

import pytest

from didar.mentions.find import find_mentions
from didar.page.plain import article_from_text
from didar.records import Saying
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

BODY = "مهرداد الوندی گفت: هوا خوب است. وی افزود: پل تازه ساوان تا پایان تابستان باز خواهد شد."


def read(report: str) -> tuple[Saying, ...]:
    text = prepare_text(article_from_text(report, id="invented"))
    return find_statements(text, find_mentions(text))


@pytest.mark.parametrize(
    ("headline", "again"),
    [
        ("مهرداد الوندی: پل ساوان تا پایان تابستان باز می‌شود", 2),
        ("مهرداد الوندی: بندرها فردا بسته‌اند", None),
    ],
)
def test_a_headline_is_the_body_statement_with_its_words(headline: str, again: int | None) -> None:
    head, weather, bridge = read(f"{headline}\n{BODY}")
    assert (weather.same_as, bridge.same_as) == (None, None)
    assert head.same_as == again


def test_another_speaker_says_another_thing() -> None:
    report = (
        "مهرداد الوندی: پل ساوان تا پایان تابستان باز می‌شود\nسعید کریمان گفت: پل ساوان تا پایان تابستان باز نمی‌شود."
    )
    assert [saying.same_as for saying in read(report)] == [None, None]


def test_without_headline_statements_nothing_is_linked() -> None:
    assert all(saying.same_as is None for saying in read("پل ساوان\n" + BODY))

"""Whom a statement is addressed to, and what it is about: invented reports."""

import pytest

from didar.mentions.find import find_mentions
from didar.page.plain import article_from_text
from didar.persian.lexicon.lists import opening_at
from didar.persian.lexicon.loader import load_patterns
from didar.records import Saying, Text
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

TOLD = [
    ("مهرداد الوندی در دیدار با سعید کریمان گفت: پل باز است.", ["سعید کریمان"]),
    ("مهرداد الوندی خطاب به سعید کریمان اظهار کرد: پل را باز کنید.", ["سعید کریمان"]),
    ("مهرداد الوندی به خبرنگاران گفت: پل باز است.", ["خبرنگاران"]),
    ("مهرداد الوندی در پاسخ به سوال خبرنگاران درباره پل گفت: پل باز است.", ["خبرنگاران"]),
    ("مهرداد الوندی در گفت‌وگوی تلفنی با سعید کریمان بر باز شدن پل تاکید کرد.", ["سعید کریمان"]),
    ("مهرداد الوندی از سعید کریمان خواست پل را باز کند.", ["سعید کریمان"]),
    ("مهرداد الوندی از شهردار و فرماندار خواست پل را باز کنند.", ["شهردار و فرماندار"]),
    ("مهرداد الوندی از سعید کریمان پیشنهادی دارد و به همین خاطر خواستار رفتن از شهر است.", []),
    ("مهرداد الوندی با اشاره به سعید کریمان گفت: پل باز است.", []),
    ("مهرداد الوندی گفت: در دیدار با سعید کریمان پل را باز کردیم.", []),
    ("مهرداد الوندی، منبع نزدیک به سعید کریمان گفت: پل باز است.", []),
]

ABOUT = [
    ("مهرداد الوندی با اشاره به پل تازه ساوان گفت: پل باز است.", "پل تازه ساوان"),
    ("مهرداد الوندی درباره ساخت پل نیز افزود: پل باز است.", "ساخت پل"),
    ("مهرداد الوندی در خصوص ساخت پل، اظهار کرد: پل باز است.", "ساخت پل"),
    ("مهرداد الوندی با اشاره به ساخت پل به خبرنگاران گفت: پل باز است.", "ساخت پل"),
    ("مهرداد الوندی با اشاره به اینکه پل بسته است، گفت: راه دیگری هست.", None),
    ("مهرداد الوندی در این باره گفت: پل باز است.", None),
    ("مهرداد الوندی در همین زمینه گفت: پل باز است.", None),
]


def read(report: str) -> tuple[Text, tuple[Saying, ...]]:
    text = prepare_text(article_from_text(report, id="invented"))
    return text, find_statements(text, find_mentions(text))


@pytest.mark.parametrize(("report", "told"), TOLD)
def test_the_addressee_is_whom_the_clause_of_the_cue_names(report: str, told: list[str]) -> None:
    text, sayings = read(report)
    assert [text.text[s.start : s.end] for s in sayings[-1].addressees] == told


@pytest.mark.parametrize(("report", "about"), ABOUT)
def test_the_topic_is_a_noun_phrase_before_the_cue(report: str, about: str | None) -> None:
    text, sayings = read(report)
    topic = sayings[-1].topic
    assert (topic and text.text[topic.start : topic.end]) == about


def test_both_statements_of_a_sentence_have_its_addressee() -> None:
    text, sayings = read("مهرداد الوندی در دیدار با سعید کریمان با بیان اینکه پل بسته است، گفت: راه دیگری هست.")
    assert len(sayings) == 2
    assert {tuple(text.text[s.start : s.end] for s in saying.addressees) for saying in sayings} == {("سعید کریمان",)}


def test_this_meeting_points_back_to_the_other_party() -> None:
    report = "مهرداد الوندی امروز با سعید کریمان دیدار کرد.\nالوندی در این دیدار گفت: پل باز است."
    text, sayings = read(report)
    assert [text.text[s.start : s.end] for s in sayings[-1].addressees] == ["سعید کریمان"]


@pytest.mark.parametrize("file", ["addressing.toml", "topics.toml"])
def test_no_phrase_of_a_list_stands_twice(file: str) -> None:
    for listed in load_patterns(file).values():
        assert len(listed) == len(set(listed))


def test_the_longest_opening_counts() -> None:
    norms = ("در", "گفتگوی", "تلفنی", "با", "شهردار")
    assert opening_at(norms, 0, "addressing.toml", "address") == 4

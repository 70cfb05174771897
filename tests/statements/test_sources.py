"""Who speaks, where sentences are glued, nouns look like verbs, or a clause names nobody: invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from didar.persian.letters import fold
from didar.statements.somebody import may_speak

Read = Callable[[str], list[dict[str, object]]]

# body, then the source of its last statement
SOURCES = [
    ("پل دیروز باز شد وی افزود: راه هم باز است.", "وی"),
    ("به درخواست مردم پل باز شد آرش کوهیار، وزیر راه دریابار گفت: کار تمام است.", "آرش کوهیار، وزیر راه دریابار"),
    ("آرش کوهیار در پاسخ به درخواست مهرداد الوندی نوشت: پل باز است.", "آرش کوهیار"),
    ("مدیر شرکت ساخت پل‌های دریابار گفت: کار تمام است.", "مدیر شرکت ساخت پل‌های دریابار"),
    ("همه رانندگان آسوده‌اند.در این حال، وزیر راه دریابار اعلام کرد که راه بسته است.", "وزیر راه دریابار"),
    ("در مرز دریابار شرایطی پیش آمد که کسی چشم‌به‌راهش نبود. وی افزود: راه باز است.", "وی"),
    (
        '"آرتور برنی" (Arthur Berny)، از پژوهشگران این مطالعه گفت: پل سست است.',
        '"آرتور برنی" (Arthur Berny)، از پژوهشگران این مطالعه',
    ),
    ("یکی دیگر از بافندگان کهنه‌کار در بازار گفت: بازار خوب است.", "یکی دیگر از بافندگان کهنه‌کار"),
    ("یکی از این بافندگان کهنه‌کار در بازار گفت: بازار خوب است.", "یکی از این بافندگان کهنه‌کار"),
    ("محققان بر این باورند که پل سست است.", "محققان"),
    ("شهردار دریاکنار از مردم خواسته پل را پاک کنند.", "شهردار دریاکنار"),
    ("شهردار دریاکنار از مردم خواست؛ پل را پاک نگه دارند.", "شهردار دریاکنار"),
    ("وزیر راه دریابار در پاسخ به اینکه «پل بسته است؟» جوابی نداد اما تاکید کرد: راه باز است.", "وزیر راه دریابار"),
    ("رانندگان گفتند مردم «خسته‌اند و به دنبال عملند».در این حال شهردار دریاکنار گفت راه باز است.", "شهردار دریاکنار"),
    ("درحالی که وزیر راه دریابار هزینه پل را زیاد برآورد کرده، راه باز است.", "وزیر راه دریابار"),
]

# What tells of no speech.
SILENT = [
    "آنچه مردم دریابار انتظار دارند، پل است و راه به جایی می‌برد.",
    "دانشجویان دریابار سه درس را خواندند.",
    "در این جلسه مطرح شد که پل باز است.",
    "در این شهر شرایطی پیش آمد که کسی ندیده بود.",
]


@pytest.mark.parametrize(("body", "source"), SOURCES)
def test_the_source_is_who_stands_before_the_cue(read: Read, body: str, source: str) -> None:
    assert read(body)[-1]["source"] == source


@pytest.mark.parametrize("body", SILENT)
def test_what_happens_is_no_speech(read: Read, body: str) -> None:
    assert read(body) == []


# What stands before a cue, and whether it may be somebody.
PHRASES = [
    ("آزمایش بعدی", False),
    ("تظاهرات اعتراضی", False),
    ("روی توسعه پل", False),
    ("صحبتی", False),
    ("مغایر و خارج", False),
    ("همیشه", False),
    ("بی", False),
    ("برنده مدال طلا", True),
    ("مفسران", True),
    ("این مشتریان", True),
    ("چهار درصد دیگر", True),
    ("پلوراکی", True),
    ("هوشمند قره باغ", True),
    ("دبیرکل انجمن", True),
]


@pytest.mark.parametrize(("phrase", "speaks"), PHRASES)
def test_who_has_a_name_or_is_a_noun_for_people_may_speak(phrase: str, speaks: bool) -> None:
    assert may_speak(tuple(fold(phrase).split())) is speaks


def test_a_surname_that_is_an_everyday_word_speaks_where_its_bearer_is_named(read: Read) -> None:
    told = read("آرش جدیدی، وزیر راه دریابار گفت: پل باز است. جدیدی افزود: راه هم باز است.")
    assert told[-1]["source"] == "جدیدی"


def test_what_was_done_says_nothing(read: Read) -> None:
    told = read("آرش کوهیار گفت: پل باز است. بررسی‌های انجام شده در دریابار تأکید کرد: راه هم باز است.")
    assert told[-1]["source"] is None


def test_in_terms_of_something_is_no_relay(read: Read) -> None:
    assert not read("پل نیلی از نظر تاریخی، بی‌همتا است.")
    assert read("پل نیلی بسته است. از نظر کارشناسان دریابار، پل بی‌همتا است.")

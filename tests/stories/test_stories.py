"""Copies, light edits and rewritten reports are one story, look-alikes are not; what was told before counts once."""

from __future__ import annotations

import json

import pytest

from didar.archive import Archive
from didar.records import Article
from didar.stories.groups import Told, resemblance, same_story
from didar.stories.marks import is_sentence, marks_of
from didar.text.prepare import prepare_text

LEAD = "به گزارش خبرگزاری ساوان، نریمان الوندی وزیر راه مازیار روز شنبه در بندر ساوان با ماهیگیران این شهر دیدار کرد."
SAID = [
    "الوندی گفت: بندر ساوان تا پایان تابستان برای همه کشتی‌های بزرگ کشورهای همسایه باز خواهد شد.",
    "وی افزود: ساختن پل تازه میان دو سوی رود از ماه آینده با پول مردم همین شهر آغاز می‌شود.",
    "وزیر راه مازیار تأکید کرد: هیچ قایق کوچکی به سبب باز شدن بندر از کار خود باز نخواهد ماند.",
]
REST = "در این دیدار شهردار ساوان و نمایندگان صنف ماهیگیران نیز از کمبود یخ و سوخت در فصل گرما سخن گفتند."
TITLE = "الوندی: بندر ساوان باز می‌شود"
ORIGINAL = "\n".join([TITLE, LEAD, *SAID, REST])
EDITED = ORIGINAL.replace("خبرگزاری ساوان", "روزنامه بندر").replace("ماهیگیران این شهر", "صیادان شهر").replace("‌", "")
REWRITTEN = "\n".join(
    [
        "وعده وزیر به صیادان ساوان",
        "وزیر راه در سفر آخر هفته خود به جنوب کشور سرانجام به پرسش صیادانی که ماه‌ها نگران بودند پاسخ داد.",
        SAID[0],
        "او در پاسخ به نگرانی صیادان از کشتی‌های بزرگ حرف دیگری هم زد که با کف زدن آنان روبرو شد.",
        SAID[2],
        SAID[1],
    ]
)
OTHER = "\n".join(
    [
        "الوندی: راه مازیار باز می‌شود",
        "به گزارش خبرگزاری ساوان، نریمان الوندی وزیر راه مازیار روز یکشنبه در مجلس این کشور سخن گفت.",
        "الوندی گفت: راه کوهستانی مازیار پیش از آمدن برف زمستان برای خودروهای سبک آماده خواهد بود.",
        "وی افزود: پول این کار را مجلس سه ماه پیش داده بود و پیمانکار دیر دست به کار شد.",
    ]
)
NEWS = [f"در شهر شماره {n} نیز انجمن {n} ماهیگیران هفته گذشته نشست سالانه خود را برپا کرد." for n in range(20)]
DIGEST = "\n".join(["خبرهای هفته", *SAID, *NEWS])
PRICES = "بهای ماهی در بندر\nبهای ماهی {} امروز در بازار بندر ساوان {} سکه و بهای میگو {} سکه و بهای خرچنگ {} سکه بود."


def told(text, sha256="", day=None):
    marks = marks_of(prepare_text(Article(id="x", text=text)))
    sentences = frozenset(mark for mark in marks if is_sentence(mark))
    return Told(sha256 or text, frozenset(marks) - sentences, sentences, day)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (ORIGINAL, ORIGINAL, "same_text"),
        (ORIGINAL, EDITED, "light_edit"),
        (ORIGINAL, REWRITTEN, "shared_sentences"),
        (ORIGINAL, OTHER, None),
        (REWRITTEN, OTHER, None),
        (ORIGINAL, DIGEST, None),
        (PRICES.format("شور", 12, 30, 41), PRICES.format("سفید", 15, 28, 44), None),
        ("کوتاه", "کوتاه دیگر", None),
    ],
)
def test_what_is_one_story(one, other, rule):
    assert same_story(told(one), told(other)) == rule
    assert same_story(told(other), told(one)) == rule


def test_weeks_apart_only_the_very_same_text_is_one_story():
    from datetime import date

    june, july = date(2024, 6, 1), date(2024, 7, 1)
    assert same_story(told(ORIGINAL, day=june), told(REWRITTEN, day=july)) is None
    assert same_story(told(ORIGINAL, day=june), told(ORIGINAL, day=july)) == "same_text"


def test_where_a_report_comes_from_is_no_part_of_its_words():
    other = LEAD.replace("به گزارش خبرگزاری ساوان،", "به نقل از روزنامه شهر دریا،")
    assert marks_of(prepare_text(Article(id="x", text="تیتر\n" + LEAD))) == marks_of(
        prepare_text(Article(id="x", text="تیتر دیگر\n" + other))
    )


def test_resemblance_is_between_none_and_all():
    assert resemblance(frozenset(range(16)), frozenset(range(16))) == 1
    assert resemblance(frozenset(range(16)), frozenset(range(100, 116))) == 0
    assert resemblance(frozenset(), frozenset()) == 0


@pytest.fixture
def archive(tmp_path):
    texts = {"whole": ORIGINAL, "other": OTHER, "edited": EDITED, "rewritten": REWRITTEN, "copy": ORIGINAL}
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))
    archive = Archive(tmp_path / "a.db")
    assert archive.add(path).new == len(texts)
    return archive


def test_reports_of_one_story_are_grouped(archive):
    connection = archive._open(False)
    rows = dict(connection.execute("SELECT key, story FROM articles").fetchall())
    assert rows["other"] is None
    assert {rows[key] for key in ("whole", "edited", "rewritten", "copy")} == {1}
    assert archive.counts()["stories"] == 1


def test_what_was_told_before_counts_once(archive):
    words = "بندر ساوان تا پایان تابستان"
    assert archive.count_statements(words) == 1
    assert archive.count_statements(words, repeats=True) >= 4
    (hit,) = archive.statements(words)
    assert hit.article == "whole"
    (person,) = [hit for hit in archive.people("نریمان الوندی") if hit.articles > 1]
    assert person.statements == archive.count_statements(speaker=f"#{person.person}")


def test_adding_one_by_one_gives_the_same_stories(tmp_path):
    archive = Archive(tmp_path / "a.db")
    for number, text in enumerate((REWRITTEN, ORIGINAL, OTHER, EDITED)):
        path = tmp_path / f"{number}.txt"
        path.write_text(text)
        archive.add(path)
    connection = archive._open(False)
    assert [story for (story,) in connection.execute("SELECT story FROM articles ORDER BY id")] == [1, 1, None, 1]

"""The large archive that is measured holds honest copies, and the table says what was measured."""

from __future__ import annotations

import random

import pytest

from didar.archive import Archive
from didar.batch.reader import reading_of
from didar.records import Article
from didar.store.files import open_store
from didar.store.load import load_record
from didar.stories.marks import is_sentence
from evaluation import archive
from evaluation.archive import Adding, Asking, Scale, queries, table
from evaluation.archive_scale import varied
from evaluation.archive_stories import StoryFigures, edit_lightly, rewrite

TEXT = """دیدار در بندر ساوان
سرلشکر مهران هاشمی رئیس ستاد ارتش ساوان با نریمان رضایی وزیر دفاع مازیار دیدار کرد.
سرلشکر هاشمی گفت: بندر ساوان تا پایان تابستان باز می‌شود. رضایی افزود: ما نیز می‌آییم و همه با هم کار می‌کنیم."""


@pytest.fixture(scope="module")
def reading():
    return reading_of(Article(id="x", text=TEXT))


def test_copies_have_other_names_and_days_and_the_same_spans(reading):
    copies = list(varied([reading], 20))
    assert len({copy.article.source.published for copy in copies}) > 15
    assert len({copy.record.entities[0].name for copy in copies}) > 10
    for copy in copies:
        assert len(copy.article.text) == len(TEXT)
        assert copy.record.statements == reading.record.statements
        for entity, original in zip(copy.record.entities, reading.record.entities, strict=True):
            assert entity.name in copy.article.text
            assert [m.span for m in entity.mentions] == [m.span for m in original.mentions]
        assert [is_sentence(mark) for mark in copy.marks] == [is_sentence(mark) for mark in reading.marks]
        assert not set(copy.marks) & set(reading.marks)


def test_copies_are_stored_and_found(reading, tmp_path):
    connection = open_store(tmp_path / "a.db", write=True)
    archive._store(connection, varied([reading], 30))
    archive._settle(connection)
    assert load_record(connection, 7).statements == reading.record.statements
    connection.close()
    found = Archive(tmp_path / "a.db").search("بندر ساوان", limit=None)
    assert len(found) == 30
    asked = queries(open_store(tmp_path / "a.db"), 10, random.Random(1))
    assert len(asked) == 10
    assert all(Archive(tmp_path / "a.db").search(query) for query in asked)


def test_versions_are_what_they_are_called():
    chance = random.Random(1)
    long = "\n".join([TEXT] * 9)
    light = edit_lightly(long, chance)
    assert 0.8 * len(long.split()) < len(light.split()) < len(long.split())
    rewritten = rewrite(long, ["واژه"], chance)
    assert rewritten.split("\n")[0] == " ".join(["واژه"] * 8)
    assert "واژه" in rewritten.split("\n")[1]


def test_the_table_says_what_was_measured():
    asking = Asking(half=4.5, most=20)
    text = table(
        Adding(reading=9, storing=1, startup=1.2, per_second=100, two_processes=1.9, together=1.1),
        Scale(articles=200_000, text=800, file=3.6, search=asking, speaker=asking, memory=(150, 151)),
        StoryFigures(originals=100, light=1, rewritten=0.9, merged_originals=1, with_strangers=0.01),
    )
    figures = ("100 articles/s", "10%", "1.90 × one", "200,000 articles", "4.5 / 20.0 ms", "3.60", "150 and 151 MB")
    for figure in figures:
        assert figure in text

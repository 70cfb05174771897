"""The class `didar.Archive`: the verbs of the command line, with typed results."""

from __future__ import annotations

import json
import sqlite3

import pytest

import didar
from didar.batch.units import Limits
from didar.records import Record
from didar.search.hits import ArticleHit, MeetingHit, PersonHit, StatementHit
from didar.store.rows import StoreError

TEXT = """دیدار در بندر ساوان
سرلشکر مهران کریمان رئیس ستاد ارتش ساوان با نریمان الوندی وزیر دفاع مازیار دیدار کرد.
سرلشکر کریمان گفت: بندر ساوان تا پایان تابستان باز می‌شود."""


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "report.txt").write_text(TEXT)
    with didar.Archive(tmp_path / "a.db") as archive:
        assert archive.add(tmp_path / "report.txt").new == 1
        yield archive


def test_every_question_has_its_kind_of_answer(archive):
    (article,) = archive.search("بندر")
    (meeting,) = archive.meetings("Kariman", "Alvandi")
    (statement,) = archive.statements("تابستان", speaker="مهران کریمان")
    (person,) = archive.people("Kariman")
    assert isinstance(article, ArticleHit)
    assert isinstance(meeting, MeetingHit)
    assert isinstance(statement, StatementHit)
    assert isinstance(person, PersonHit)
    assert statement.content == "بندر ساوان تا پایان تابستان باز می‌شود"
    assert statement.person == person.person
    record = archive.record(article.number)
    assert isinstance(record, Record)
    assert record.text == TEXT
    assert record.statements == didar.read(TEXT, id=record.id).statements


def test_without_a_file_questions_find_nothing_and_make_none(tmp_path):
    archive = didar.Archive(tmp_path / "none.db")
    assert archive.search("بندر") == []
    assert archive.counts()["articles"] == 0
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(StoreError, match="no archive there"):
        didar.Archive(tmp_path / "none.db", make=False).people()


def test_a_closed_archive_is_one_file_and_opens_again(archive, tmp_path):
    archive.close()
    assert [path.name for path in tmp_path.glob("a.db*")] == ["a.db"]
    assert len(archive.search("بندر")) == 1


def test_an_article_that_is_not_there(archive):
    with pytest.raises(StoreError, match="no article has the number 99"):
        archive.record(99)


def test_a_read_only_medium_is_asked_all_the_same(archive, tmp_path, monkeypatch):
    """Where no log can be laid beside the file, as on a read-only medium, SQLite refuses the usual way of reading."""
    archive.close()
    connect = sqlite3.connect

    def refusing(database, **options):
        if "mode=ro" in str(database) and "immutable" not in str(database):
            return connect("file:/nowhere/a.db?mode=ro", **options)
        return connect(database, **options)

    monkeypatch.setattr(sqlite3, "connect", refusing)
    assert len(didar.Archive(tmp_path / "a.db").search("بندر")) == 1


def test_a_page_that_takes_too_long_is_left_and_the_rest_goes_on(tmp_path):
    lines = [{"id": "long", "text": "پل ساوان\n" + "الوندی گفت: پل باز است. " * 7_600}, {"id": "short", "text": TEXT}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    failures = []
    archive = didar.Archive(tmp_path / "b.db")
    didar.read(TEXT)  # the first reading loads the lexicons
    counts = archive.add(
        tmp_path / "in.jsonl",
        limits=Limits(page_seconds=0.4),
        report=lambda counts, failure: failures.append(str(failure)) if failure else None,
    )
    assert (counts.new, counts.failed) == (1, 1)
    assert failures == [f"{tmp_path / 'in.jsonl'}:1: took longer than 0.4 s: left out"]

"""What goes into an archive comes out again, once, whole, and with every reference kept."""

from __future__ import annotations

import pickle

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.store.files import open_store
from didar.store.load import load_article, load_record
from didar.store.packing import pack_words, unpack_words
from didar.store.pages import knows_page, load_page
from didar.store.rows import Page, StoreError, Words
from didar.store.transactions import Batch
from tests.invented import TEXT, indexed, rich_reading, small_reading


@pytest.fixture
def archive(tmp_path):
    return open_store(tmp_path / "a.db", write=True)


def add(archive, reading, **options):
    with Batch(archive) as batch:
        return batch.add(reading, reader="test", now="2026-01-01T00:00:00Z", **options)


def test_a_record_comes_out_as_it_went_in(archive):
    reading = rich_reading(url="https://savan.example/1", outlet="savan.example", published="2019-06-08")
    assert add(archive, small_reading(1)) == "new"
    assert add(archive, reading) == "new"
    assert load_article(archive, 2) == reading.article
    assert load_record(archive, 2) == reading.record


def test_a_reading_travels_between_processes_whole():
    reading = rich_reading(page=Page(data=b"<p>report</p>", kind="html"), url="https://savan.example/1")
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_the_same_article_is_added_once(archive):
    assert add(archive, rich_reading()) == "new"
    assert add(archive, rich_reading()) == "known"
    assert archive.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_another_text_under_one_key_is_a_new_version_beside_the_old_one(archive):
    first, second = small_reading(1), small_reading(1, text="الوندی: پل\nنریمان الوندی گفت: پل دوم ساخته شد.")
    assert (add(archive, first), add(archive, second)) == ("new", "new")
    assert archive.execute("SELECT count(DISTINCT key), count(*) FROM articles").fetchone() == (1, 2)


def test_nothing_of_a_reading_stays_that_cannot_be_written(archive):
    good = rich_reading()
    twice = msgspec.structs.replace(good.record, entities=good.record.entities[:1])  # statements point to a missing e2
    with pytest.raises(KeyError):
        add(archive, msgspec.structs.replace(good, record=twice))
    for table in ("articles", "entities", "sections", "words", "mentions"):
        assert archive.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_a_second_reading_takes_the_place_of_the_first_in_tables_and_indexes(archive):
    add(archive, rich_reading())
    add(archive, small_reading(1))
    changed = msgspec.structs.replace(rich_reading().record, statements=rich_reading().record.statements[1:2])
    better = msgspec.structs.replace(rich_reading(), record=changed, words=indexed(TEXT, changed))
    with Batch(archive) as batch:
        batch.replace(1, better, reader="better")
    assert load_record(archive, 1) == changed
    assert archive.execute("SELECT rowid FROM statement_search WHERE statement_search MATCH 'همکاری'").fetchall() == []
    assert archive.execute("SELECT rowid FROM article_search WHERE article_search MATCH 'همکاری'").fetchall() == [(1,)]
    archive.execute("INSERT INTO article_search (article_search) VALUES ('integrity-check')")
    assert archive.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_page_is_kept_once_and_comes_back(archive):
    page = Page(data=b"<p>report</p>" * 99, kind="html", path="/nowhere/page.html")
    add(archive, rich_reading(page=page))
    add(archive, msgspec.structs.replace(small_reading(1), page=page))
    assert archive.execute("SELECT count(*) FROM pages").fetchone() == (1,)
    assert load_page(archive, 1) == page
    assert knows_page(archive, page.data)
    assert not knows_page(archive, b"<p>another</p>")


def test_a_page_that_is_only_pointed_to_is_read_where_it_lies(archive, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>report</p>")
    page = Page(data=path.read_bytes(), kind="html", path=str(path))
    add(archive, rich_reading(page=page), keep_page=False)
    assert archive.execute("SELECT body FROM pages").fetchone() == (None,)
    assert load_page(archive, 1) == page
    path.write_bytes(b"<p>changed</p>")
    with pytest.raises(StoreError, match="changed since"):
        load_page(archive, 1)
    path.unlink()
    with pytest.raises(StoreError, match="No such file"):
        load_page(archive, 1)


TEXTS = st.text("ابيكۀة‌ ـپ۱7-A", min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_packed_words_come_out_as_they_went_in(text, data):
    """Whatever search takes for a word's form and stem, the text and the packed bytes give exactly that back."""
    borders = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(borders[::2], borders[1::2], strict=False))
    letters = st.text("ابیکهپ17-a", min_size=1, max_size=9)
    plain = [text[start:end].replace("ي", "ی") for start, end in spans]
    norms = [data.draw(st.sampled_from([word.strip() or "ا", data.draw(letters)])) for word in plain]
    norms = [norm.replace(" ", "") or "ا" for norm in norms]
    stems = [data.draw(st.sampled_from([norm, norm[:2], data.draw(letters)])) for norm in norms]
    words = Words(tuple(s for s, _ in spans), tuple(e for _, e in spans), tuple(norms), tuple(stems))
    assert unpack_words(pack_words(words, text), text) == words

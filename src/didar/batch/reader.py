"""Read one unit: cut the article out, read it, and make the words and marks that the archive wants beside it."""

from __future__ import annotations

import hashlib

import msgspec

from didar.batch.time_limit import OutOfTime, time_limit
from didar.batch.units import ArticleUnit, PageUnit, Unit
from didar.page.failures import InputFailure, Unreadable
from didar.page.html import article_from_html
from didar.reading import read_text
from didar.records import Article
from didar.search.words import words_of_text
from didar.store.columns import index_words
from didar.store.rows import Page, Reading
from didar.stories.marks import marks_of
from didar.text.prepare import prepare_text

Outcome = Reading | InputFailure


def read_unit(unit: Unit, seconds: float) -> Outcome:
    """Return the reading of a unit, or a failure that says why there is none; no page takes the others with it."""
    try:
        with time_limit(seconds):
            return reading_of(article_of(unit), page_of(unit))
    except Unreadable as error:
        return InputFailure(place=unit.place, reason=str(error))
    except OutOfTime:
        return InputFailure(place=unit.place, reason=f"took longer than {seconds:g} s: left out")
    except (Exception, RecursionError, MemoryError) as error:
        return InputFailure(place=unit.place, reason=f"fault in Didar: {type(error).__name__}: {error}")


def article_of(unit: Unit) -> Article:
    """Return the article of a unit; raise Unreadable where its page holds none."""
    if isinstance(unit, ArticleUnit):
        return unit.article
    return article_from_html(unit.data, id=unit.id, source=unit.source)


def page_of(unit: Unit) -> Page | None:
    """Return the page to be kept: markup, from which a better Didar might cut another article. Text is kept anyway."""
    return Page(data=unit.data, kind="html", path=unit.source.path) if isinstance(unit, PageUnit) else None


def reading_of(article: Article, page: Page | None = None) -> Reading:
    """Return an article read, with its words and marks, ready to be stored."""
    text = prepare_text(article)
    record = msgspec.structs.replace(read_text(text), repaired=msgspec.UNSET)
    words = index_words(words_of_text(text), article.text, record)
    return Reading(article=article, record=record, words=words, marks=marks_of(text), page=page)


def digest(article: Article) -> str:
    """Return what the text of an article is recognised by, as its record has it."""
    return hashlib.sha256(article.text.encode(errors="surrogatepass")).hexdigest()

"""Didar reads Persian news and keeps the record of who met whom and who said what to whom.

>>> import didar
>>> record = didar.read("وزیر راه دریابار: پل باز است")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from didar.version import VERSION

if TYPE_CHECKING:
    from didar.archive import Archive
    from didar.records import Record, Repaired, Sentence

__version__ = VERSION
__all__ = ["Archive", "__version__", "lemma", "read", "read_html", "repair", "sentences", "stems"]


def read(text: str, *, id: str = "text", published: str | None = None) -> Record:
    """Read one article, its first line the title, and return its record; offsets are code points into `text`."""
    from didar.page.plain import article_from_text
    from didar.reading import read_article
    from didar.records import Source

    return read_article(article_from_text(text, id=id, source=Source(published=published)))


def read_html(html: str | bytes, *, id: str = "page", url: str | None = None) -> Record:
    """Read one HTML page and return its record; offsets are code points into the record's `text`."""
    from didar.page.html import article_from_html
    from didar.reading import read_article
    from didar.records import Source

    return read_article(article_from_html(html, id=id, source=Source(url=url)))


def repair(text: str) -> Repaired:
    """Return the text as a careful editor would have typed it, and every edit that led there."""
    from didar.text.repair import repair as repair_text

    return repair_text(text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text as it stands, with their tokens; every line is a paragraph."""
    from didar.text.prepare import segment

    return segment(text)


def lemma(word: str) -> str:
    """Return the dictionary form of one word: verbs' infinitive, nouns without endings, adjectives' positive degree."""
    from didar.persian.words import lemma as lemma_of

    return lemma_of(word)


def stems(word: str) -> str | None:
    """Return the stems of a verb form as treebanks write its lemma, «گفت#گو»; None for a word that is no verb form."""
    from didar.persian.words import stems as stems_of

    return stems_of(word)


def __getattr__(name: str) -> object:
    """Load `Archive` when it is first asked for: whoever only reads needs no database."""
    if name == "Archive":
        from didar.archive import Archive

        return Archive
    raise AttributeError(f"module 'didar' has no attribute {name!r}")

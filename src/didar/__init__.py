"""Didar reads Persian news and keeps the record of who met whom and who said what to whom.

>>> import didar
>>> record = didar.read("وزیر راه دریابار: پل باز است")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from didar.version import VERSION

if TYPE_CHECKING:
    from didar.archive import Archive
    from didar.records import Record, Repaired

__version__ = VERSION
__all__ = ["Archive", "__version__", "read", "read_html", "repair"]


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


def __getattr__(name: str) -> object:
    """Load `Archive` when it is first asked for: whoever only reads needs no database."""
    if name == "Archive":
        from didar.archive import Archive

        return Archive
    raise AttributeError(f"module 'didar' has no attribute {name!r}")

"""Turn the HTML of a news page into an Article."""

from __future__ import annotations

from didar.page.decode import decode_text
from didar.page.failures import Unreadable
from didar.page.plain import Part, article_from_parts
from didar.records import Article, Source


def article_from_html(html: str | bytes, *, id: str = "page", source: Source | None = None) -> Article:
    """Return the article of a page, its title, lead and paragraphs each a section; raise Unreadable without one."""
    page, notes = decode_text(html) if isinstance(html, bytes) else (html, ())
    parts = _parts(page)
    return article_from_parts(parts, id=id, source=source, notes=notes)


def _parts(page: str) -> list[Part]:
    import trafilatura

    text = trafilatura.extract(page, include_comments=False)
    if not text:
        raise Unreadable("no report found in the page")
    return [("body", line) for line in text.split("\n")]

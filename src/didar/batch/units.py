"""What travels from the sources to the readers: an article or a page that is still to be cut out of its markup."""

from __future__ import annotations

import msgspec

from didar.page.failures import InputFailure
from didar.records import Article, Source


class Limits(msgspec.Struct, frozen=True):
    """How much of an input is read at most, in bytes, and how long a page may take, in seconds."""

    line: int = 16 * 1024 * 1024
    file: int = 64 * 1024 * 1024
    page_seconds: float = 20.0


class ArticleUnit(msgspec.Struct, frozen=True):
    """An article that came as text or in fields; `place` is where, for messages."""

    place: str
    article: Article


class PageUnit(msgspec.Struct, frozen=True):
    """The HTML of a page, as it came."""

    place: str
    data: bytes
    id: str
    source: Source


Unit = ArticleUnit | PageUnit
Found = Unit | InputFailure

"""Read the entries of an RSS or Atom feed: whole reports as they stand in it, others by their address."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from didar.batch.time_limit import OutOfTime, time_limit
from didar.batch.units import ArticleUnit, Found
from didar.page.failures import InputFailure, Unreadable
from didar.page.markup import lines_without_tags
from didar.page.plain import Part, article_from_parts
from didar.records import Source

FetchPage = Callable[[str, Source], Found]

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_LOOK = 4096
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|small|sup|sub|q|cite|img)\b[^<>]*>", re.IGNORECASE)
_LARGEST = 8 * 1024 * 1024
_SECONDS = 10.0
# Below this many letters an entry's text is a summary, and the page itself is asked for.
_WHOLE_REPORT = 600


def is_feed(data: bytes) -> bool:
    """Tell whether a file is an RSS or Atom feed."""
    return _FEED.search(data, 0, _LOOK) is not None


def feed_units(data: bytes, place: str, fetch: FetchPage | None) -> Iterator[Found]:
    """Yield an article or page for each entry; `fetch` is null where nothing is to be fetched."""
    parsed = parse_feed(data)
    if not parsed.entries:
        raise Unreadable("no entries in this feed")
    outlet = parsed.feed.get("title") or None
    for number, entry in enumerate(parsed.entries, 1):
        yield entry_unit(entry, f"{place}: entry {number}", Source(outlet=outlet), fetch)


def parse_feed(data: bytes) -> Any:
    """Return what feedparser makes of a feed; it reads broken ones as far as it can.

    Raise Unreadable for what is no honest feed: one of many megabytes, or one that takes it forever (nested tags do).
    """
    if len(data) > _LARGEST:
        raise Unreadable(f"a feed larger than {_LARGEST // 1024 // 1024} MB")
    try:
        import feedparser
    except ImportError as error:
        raise Unreadable("to read feeds: pip install 'didar[feeds]'") from error
    try:
        with time_limit(_SECONDS):
            return feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except OutOfTime as error:
        raise Unreadable(f"a feed that takes longer than {_SECONDS:g} s: left out") from error


def entry_unit(entry: Any, place: str, feed: Source, fetch: FetchPage | None) -> Found:
    """Return the report of an entry: the page at its address, or what stands in the feed where that is all."""
    link = entry.get("link") or None
    source = Source(url=link, outlet=feed.outlet, published=published_of(entry))
    body = _body(entry)
    if link and fetch and sum(map(len, body)) < _WHOLE_REPORT:
        return fetch(link, source)
    if not body:
        return InputFailure(place=place, reason="an entry without text")
    parts: list[Part] = [("title", _plain(entry.get("title", "")))]
    parts += [("body", line) for line in body]
    return ArticleUnit(place, article_from_parts(parts, id=link or entry.get("id") or place, source=source))


def published_of(entry: Any) -> str | None:
    """Return when an entry was published, in ISO 8601, at the place's own time where the feed tells it."""
    try:
        return parsedate_to_datetime(entry.get("published", "")).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError):
        return _universal(entry)


def _universal(entry: Any) -> str | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    if not moment:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).isoformat(timespec="minutes")
    except (OverflowError, ValueError, OSError):
        return None


def _body(entry: Any) -> list[str]:
    contents = [content.get("value", "") for content in entry.get("content", ())] or [entry.get("summary", "")]
    return [line for content in contents for line in _lines(content)]


def _lines(markup: str) -> list[str]:
    return lines_without_tags(_INLINE.sub("", markup))


def _plain(title: str) -> str:
    return " ".join(_lines(title))

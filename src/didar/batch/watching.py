"""Poll feeds: ask only for what is new since the last time, and rest longer where a server fails."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import msgspec

from didar.batch.feeds import FetchPage, entry_unit, parse_feed
from didar.batch.units import Found, PageUnit
from didar.fetching.door import Response
from didar.page.failures import InputFailure, Unreadable
from didar.records import Source
from didar.store import feeds as store
from didar.store.files import Connection

DEFAULT_MINUTES = 15
_LONGEST_REST = timedelta(days=1)


class Feed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A feed to be watched: its address, who publishes it, and how often to look."""

    url: str
    outlet: str | None = None
    minutes: float = DEFAULT_MINUTES


class FeedsError(ValueError):
    """The list of feeds cannot be read; the message says why."""


class Asker(Protocol):
    """Somebody who fetches."""

    def ask(self, url: str, headers: dict[str, str] | None = None) -> Response: ...


def read_feeds(path: Path) -> tuple[Feed, ...]:
    """Read FEEDS.toml: a table [[feed]] with `url`, and `outlet` and `minutes` where wanted, for each feed."""
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8"))
        feeds = msgspec.convert(listed.get("feed", []), tuple[Feed, ...])
    except OSError as error:
        raise FeedsError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise FeedsError(f"{path}: {error}") from error
    if not feeds:
        raise FeedsError(f"{path}: no [[feed]] in it")
    return feeds


def is_due(connection: Connection, feed: Feed, now: datetime) -> bool:
    """Tell whether it is time to ask for a feed again."""
    due = store.load(connection, feed.url).next_check
    return due is None or datetime.fromisoformat(due) <= now


def seconds_until_due(connection: Connection, feeds: tuple[Feed, ...], now: datetime) -> float:
    """Return how long nothing is to be done."""
    due = [store.load(connection, feed.url).next_check for feed in feeds]
    moments = [datetime.fromisoformat(moment) if moment else now for moment in due]
    return max(0.0, (min(moments) - now).total_seconds())


def check_feed(connection: Connection, feed: Feed, asker: Asker, now: datetime) -> tuple[list[Found], store.FeedState]:
    """Return the reports of a feed that the archive does not know, and what to remember once they are added."""
    state = store.load(connection, feed.url)
    try:
        response = asker.ask(feed.url, _conditions(state))
        entries = _entries(response)
    except Unreadable as error:
        return [InputFailure(place=feed.url, reason=str(error))], _after_failure(feed, state, now)
    found = [
        entry_unit(entry, f"{feed.url}: entry {number}", Source(outlet=feed.outlet), _fetch_with(asker))
        for number, entry in enumerate(entries, 1)
        if not entry.get("link") or not store.knows_url(connection, entry["link"])
    ]
    return found, _after_success(feed, response, now)


def _conditions(state: store.FeedState) -> dict[str, str]:
    """Return the headers that let a server answer «not modified»."""
    asked = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in asked.items() if value}


def _entries(response: Response) -> list[Any]:
    if response.status == 304:
        return []
    if response.status != 200:
        raise Unreadable(f"the server answered {response.status}")
    entries: list[Any] = parse_feed(response.data).entries
    if not entries:
        raise Unreadable("no feed: no entries in it")
    return entries


def _fetch_with(asker: Asker) -> FetchPage:
    def page(url: str, source: Source) -> Found:
        try:
            response = asker.ask(url)
        except Unreadable as error:
            return InputFailure(place=url, reason=str(error))
        if response.status != 200:
            return InputFailure(place=url, reason=f"the server answered {response.status}")
        return PageUnit(url, response.data, url, source)

    return page


def _after_success(feed: Feed, response: Response, now: datetime) -> store.FeedState:
    return store.FeedState(
        url=feed.url,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
        checked=now.isoformat(),
        next_check=(now + timedelta(minutes=feed.minutes)).isoformat(),
    )


def _after_failure(feed: Feed, state: store.FeedState, now: datetime) -> store.FeedState:
    """Return the state in which a feed is asked again after twice the time of the last failure, a day at most."""
    failures = state.failures + 1
    rest = min(timedelta(minutes=feed.minutes) * 2 ** min(failures, 20), _LONGEST_REST)
    return msgspec.structs.replace(
        state, failures=failures, checked=now.isoformat(), next_check=(now + rest).isoformat()
    )


def now() -> datetime:
    """Return the moment, in universal time."""
    return datetime.now(UTC)

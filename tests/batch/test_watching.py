"""Feeds watched against a real server on loopback: only what is new is asked for, failures rest, nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from didar.archive import Archive
from didar.batch import watching
from didar.batch.watching import Feed, FeedsError, read_feeds
from didar.fetching.door import Door
from didar.fetching.manners import Guest
from tests.loopback import serving

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>نریمان الوندی وزیر راه مازیار گفت: {title} تا پایان تابستان باز می‌شود و همه از آن می‌گذرند.</p>
<p>الوندی افزود: کار ساختن آن را مردم ساوان با دست خود به پایان بردند و ما از آنان سپاسگزاریم.</p></article></body>
</html>"""


def feed_of(server, *titles: str) -> bytes:
    item = "<item><title>{}</title><link>{}</link></item>"
    items = "".join(item.format(title, server.url(f"/{number}")) for number, title in enumerate(titles))
    return f"<rss version='2.0'><channel><title>ساوان</title>{items}</channel></rss>".encode()


@pytest.fixture
def server():
    with serving() as server:
        for number, title in enumerate(("پل ساوان", "بندر ساوان", "راه مازیار")):
            server.routes[f"/{number}"] = (200, {"Content-Type": "text/html"}, PAGE.format(title=title).encode())
        yield server


class Clock:
    """The moment that the code takes for now."""

    def __init__(self, monkeypatch):
        self.moment = NOON
        monkeypatch.setattr(watching, "now", lambda: self.moment)

    def pass_minutes(self, minutes):
        self.moment += timedelta(minutes=minutes)


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def guest():
    return Guest(Door(allow_private=True), seconds_between=0, sleep=lambda seconds: None)


def paths(server):
    asked = [path for path, *_ in server.asked if path != "/robots.txt"]
    server.asked.clear()
    return asked


def test_only_what_is_new_is_asked_for(tmp_path, server, guest, clock):
    archive, feeds = Archive(tmp_path / "a.db"), (Feed(url=server.url("/feed"), outlet="savan"),)
    modified = format_datetime(NOON, usegmt=True)
    server.routes["/feed"] = (200, {"ETag": '"one"', "Last-Modified": modified}, feed_of(server, "پل", "بندر"))
    assert archive.check_feeds(feeds, guest).new == 2
    assert paths(server) == ["/feed", "/0", "/1"]

    clock.pass_minutes(10)
    assert archive.check_feeds(feeds, guest).seen == 0
    assert paths(server) == []
    assert archive.seconds_until_due(feeds) == 300

    clock.pass_minutes(10)
    server.routes["/feed"] = (304, {}, b"")
    assert archive.check_feeds(feeds, guest).seen == 0
    headers = server.asked[0][2]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"one"', modified)
    assert paths(server) == ["/feed"]

    clock.pass_minutes(20)
    server.routes["/feed"] = (200, {}, feed_of(server, "پل", "بندر", "راه"))
    assert archive.check_feeds(feeds, guest).new == 1
    assert paths(server) == ["/feed", "/2"]
    (hit,) = archive.search("راه مازیار", limit=1)
    assert (hit.outlet, hit.url) == ("savan", server.url("/2"))


def test_a_failing_feed_is_left_alone_for_longer_each_time(tmp_path, server, guest, clock):
    archive, feeds = Archive(tmp_path / "a.db"), (Feed(url=server.url("/feed"), minutes=10),)
    waits = []
    failures = []
    for _ in range(3):
        archive.check_feeds(feeds, guest, report=lambda counts, failure: failures.append(str(failure)))
        waits.append(archive.seconds_until_due(feeds) / 60)
        clock.pass_minutes(waits[-1])
    assert waits == [20, 40, 80]
    assert failures == [f"{server.url('/feed')}: the server answered 404"] * 3
    server.routes["/feed"] = (200, {}, feed_of(server, "پل"))
    assert archive.check_feeds(feeds, guest).new == 1
    assert archive.seconds_until_due(feeds) == 600


def test_one_failing_page_or_feed_does_not_stop_the_others(tmp_path, server, guest, clock):
    archive = Archive(tmp_path / "a.db")
    feeds = (Feed(url=server.url("/gone")), Feed(url=server.url("/garbage")), Feed(url=server.url("/feed")))
    server.routes["/garbage"] = (200, {}, bytes(range(256)) * 9)
    server.routes["/1"] = (500, {}, b"")
    server.routes["/feed"] = (200, {}, feed_of(server, "پل", "بندر", "راه"))
    counts = archive.check_feeds(feeds, guest)
    assert (counts.new, counts.failed) == (2, 3)
    server.routes["/1"] = (200, {}, PAGE.format(title="بندر").encode())
    clock.pass_minutes(60)
    counts = archive.check_feeds(feeds[2:], guest)
    assert (counts.new, counts.failed) == (1, 0)


def test_a_feed_that_was_not_added_is_asked_for_again(tmp_path, server, guest, clock, monkeypatch):
    """Killed between fetching and storing, the next look gets the same entries: its ETag was not yet remembered."""
    archive, feeds = Archive(tmp_path / "a.db"), (Feed(url=server.url("/feed")),)
    server.routes["/feed"] = (200, {"ETag": '"one"'}, feed_of(server, "پل"))
    with monkeypatch.context() as patch:
        patch.setattr(Archive, "add_found", lambda *values, **named: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            archive.check_feeds(feeds, guest)
    assert archive.check_feeds(feeds, guest).new == 1
    assert "If-None-Match" not in server.asked[-2][2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"no \[\[feed\]\]"),
        ("[[feed]]\noutlet = 'a'", "missing required field `url`"),
        ("[[feed]]\nurl = 'a'\nurll = 'b'", "unknown field `urll`"),
        ("[[feed", "toml|Expected"),
    ],
)
def test_a_list_of_feeds_that_is_wrong_says_where(tmp_path, text, message):
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    with pytest.raises(FeedsError, match=message):
        read_feeds(path)


def test_a_list_of_feeds_is_read(tmp_path):
    path = tmp_path / "feeds.toml"
    path.write_text('[[feed]]\nurl = "https://savan.example/rss"\nminutes = 5\n')
    assert read_feeds(path) == (Feed(url="https://savan.example/rss", minutes=5),)
    with pytest.raises(FeedsError, match="No such file"):
        read_feeds(tmp_path / "none.toml")

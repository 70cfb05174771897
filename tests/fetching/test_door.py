"""The door to the web against a real server on loopback: hosts refused, limits kept, manners shown."""

from __future__ import annotations

import gzip
import itertools
import time

import pytest

from didar.fetching.door import Door, FetchFailure, Limits
from didar.fetching.hosts import Refused, check_url, is_public, public_addresses
from didar.fetching.manners import Guest
from tests.loopback import LOOPBACK, serving


@pytest.fixture
def server():
    with serving() as server:
        yield server


def door(**options):
    return Door(allow_private=True, **options)


def test_a_page_comes(server):
    server.routes["/a"] = (200, {"Content-Type": "text/html"}, "پل".encode())
    response = door().get(server.url("/a"))
    assert (response.url, response.data.decode()) == (server.url("/a"), "پل")
    assert "didar" in server.asked[0][2]["User-Agent"]


def test_a_packed_page_is_unfolded(server):
    server.routes["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"page" * 99))
    assert door().get(server.url("/a")).data == b"page" * 99


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "localhost", "127.1", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_hosts_of_the_own_network_are_refused_before_anything_is_asked(server, address):
    with pytest.raises(FetchFailure, match=r"private address|not known"):
        Door().get(f"http://{address}:{server.server_port}/a")
    assert server.asked == []


def test_a_name_that_leads_to_the_own_network_is_refused(server):
    with pytest.raises(FetchFailure, match=r"savan\.example leads to 127\.0\.0\.1, a private address"):
        Door(names=lambda host, port: [LOOPBACK]).get(server.url("/a", "savan.example"))
    assert server.asked == []


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind(server, monkeypatch):
    """A name that is public when it is checked and private when looked up again is connected to as it was checked."""
    answers = iter([["8.8.8.8"], [LOOPBACK]])
    connected = []

    def connect(address, *rest, **options):
        connected.append(address)
        raise OSError("this test connects to nobody")

    monkeypatch.setattr("didar.fetching.door.create_connection", connect)
    with pytest.raises(FetchFailure, match="connects to nobody"):
        Door(names=lambda host, port: next(answers)).get(server.url("/a", "savan.example"))
    assert connected == [("8.8.8.8", server.server_port)]


def test_a_redirect_into_the_own_network_is_refused(server):
    """The first host is let in by the test's own names; where it sends us to is checked like any other."""
    server.routes["/a"] = (302, {"Location": f"http://inner.example:{server.server_port}/secret"}, b"")

    class Names:
        def __call__(self, host, port):
            return [LOOPBACK]

    real = public_addresses

    def only_first(host, port, allow_private, names):
        return real(host, port, host == "outer.example", names)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("didar.fetching.door.public_addresses", only_first)
        with pytest.raises(FetchFailure, match=r"inner\.example leads to 127\.0\.0\.1"):
            Door(names=Names()).get(server.url("/a", "outer.example"))
    assert [path for path, *_ in server.asked] == ["/a"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://savan.example/", "gopher://savan.example/", "http://u:p@h/"])
def test_a_redirect_to_another_scheme_is_refused(server, target):
    server.routes["/a"] = (301, {"Location": target}, b"")
    with pytest.raises(FetchFailure, match=r"only http and https|user name"):
        door().get(server.url("/a"))


def test_redirects_are_followed_and_end(server):
    server.routes["/a"] = (302, {"Location": "/b"}, b"")
    server.routes["/b"] = (200, {}, b"there")
    server.routes["/loop"] = (302, {"Location": "/loop"}, b"")
    assert door().get(server.url("/a")).url == server.url("/b")
    with pytest.raises(FetchFailure, match="more than 5 redirects"):
        door().get(server.url("/loop"))


def test_a_large_page_and_a_bomb_are_left(server):
    server.routes["/large"] = (200, {}, b"x" * 300_000)
    server.routes["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 30_000_000))
    limits = Limits(bytes=200_000)
    for path in ("/large", "/bomb"):
        with pytest.raises(FetchFailure, match="larger than"):
            door(limits=limits).get(server.url(path))


def test_a_trickle_and_a_silence_are_left(server):
    def trickle(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x" * 70_000)
            handler.wfile.flush()
            time.sleep(0.05)

    server.routes["/trickle"] = trickle
    server.routes["/silence"] = lambda handler: time.sleep(2)
    limits = Limits(step_seconds=0.3, whole_seconds=0.5)
    start = time.monotonic()
    with pytest.raises(FetchFailure, match=r"longer than 0\.5 s"):
        door(limits=limits).get(server.url("/trickle"))
    with pytest.raises(FetchFailure, match="timed out"):
        door(limits=limits).get(server.url("/silence"))
    assert time.monotonic() - start < 4


@pytest.mark.parametrize(
    ("path", "message"), [("/none", "answered 404"), ("/cut", "IncompleteRead|Connection broken|closed")]
)
def test_what_fails_is_told_in_one_line(server, path, message):
    def cut(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    server.routes["/cut"] = cut
    with pytest.raises(FetchFailure, match=message) as error:
        door().get(server.url(path))
    assert "\n" not in str(error.value)
    assert "object at 0x" not in str(error.value)


def test_nobody_there():
    with pytest.raises(FetchFailure, match="refused"):
        door().get("http://127.0.0.1:9/")


@pytest.mark.parametrize("url", ["ftp://a/", "file:///a", "javascript:alert(1)", "http://", "//a/b", "http://a:99999/", "http://[x"])
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(Refused):
        check_url(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("::ffff:169.254.169.254", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("ff02::1", False),
    ],
)  # fmt: skip
def test_public_addresses_are_told_from_others(address, public):
    assert is_public(address) is public


def test_robots_are_heeded_and_asked_once(server):
    server.routes["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /closed\n")
    server.routes["/open"] = server.routes["/closed/a"] = (200, {}, b"page")
    guest = Guest(door(), seconds_between=0)
    assert guest.get(server.url("/open")).data == b"page"
    with pytest.raises(FetchFailure, match=r"robots\.txt"):
        guest.get(server.url("/closed/a"))
    assert [path for path, *_ in server.asked] == ["/robots.txt", "/open"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, False), (503, False)])
def test_a_server_whose_robots_cannot_be_had(server, status, allowed):
    server.routes["/robots.txt"] = (status, {}, b"")
    server.routes["/open"] = (200, {}, b"page")
    guest = Guest(door(), seconds_between=0)
    if allowed:
        assert guest.get(server.url("/open")).data == b"page"
    else:
        with pytest.raises(FetchFailure, match=r"robots\.txt"):
            guest.get(server.url("/open"))


@pytest.mark.parametrize("url", ["http://[zz]/", "http://a:99999/", "ftp://a/", "http://"])
def test_a_guest_refuses_what_is_no_web_address_in_a_line(url):
    with pytest.raises(FetchFailure) as error:
        Guest(door()).get(url)
    assert "\n" not in str(error.value)


def test_a_host_is_asked_at_its_own_pace(server):
    server.routes["/a"] = (200, {}, b"page")
    guest = Guest(door(), seconds_between=0.2)
    for _ in range(3):
        guest.get(server.url("/a"))
    moments = [moment for _, moment, _ in server.asked]
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert len(gaps) == 3
    assert all(gap >= 0.19 for gap in gaps)


def test_an_unwell_server_is_given_rest(server):
    answers = iter([(503, {}, b""), (429, {"Retry-After": "7"}, b""), (200, {}, b"page")])

    server.routes["/a"] = lambda handler: handler.answer(*next(answers))
    rests = []
    guest = Guest(door(), seconds_between=0, sleep=rests.append)
    assert guest.get(server.url("/a")).data == b"page"
    assert rests == [2.0, 7.0]


def test_a_server_that_stays_unwell_is_left(server):
    server.routes["/a"] = (500, {}, b"")
    guest = Guest(door(), seconds_between=0, sleep=lambda seconds: None)
    with pytest.raises(FetchFailure, match="answered 500"):
        guest.get(server.url("/a"))
    assert len(server.asked) == 1 + 3

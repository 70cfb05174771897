"""Every kind of source gives its articles, and every broken one a line, the others being read all the same."""

from __future__ import annotations

import gzip
import io
import json
import time
import zlib
from pathlib import Path

import pytest

from didar.batch.sources import Sources
from didar.batch.units import ArticleUnit, Limits, PageUnit
from didar.page.failures import InputFailure

REPORT = "پل ساوان باز شد\nالوندی گفت: پل ساوان باز شد."
PAGE = f"<html><body><h1>پل ساوان</h1><p>{REPORT}</p></body></html>"


def jsonl(*numbers: int) -> bytes:
    return b"".join(json.dumps({"id": f"a{n}", "text": f"{REPORT} {n}"}).encode() + b"\n" for n in numbers)


def read(*names, limits=None, fetch=None):
    found = list(Sources(fetch, limits).read([str(name) for name in names]))
    return [unit for unit in found if not isinstance(unit, InputFailure)], [
        str(failure) for failure in found if isinstance(failure, InputFailure)
    ]


def ids(units):
    return [unit.article.id if isinstance(unit, ArticleUnit) else unit.id for unit in units]


def test_files_folders_and_globs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text(REPORT)
    (tmp_path / "in" / "a.html").write_text(PAGE)
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "c.jsonl").write_bytes(jsonl(1, 2))
    units, failures = read("in", "*.jsonl", "in/b.txt")
    page, text = str(tmp_path / "in" / "a.html"), str(tmp_path / "in" / "b.txt")
    assert ids(units) == [page, text, "a1", "a2", text]
    assert failures == []


def test_standard_input_of_each_kind(monkeypatch):
    for data, kind in ((jsonl(1), ArticleUnit), (REPORT.encode(), ArticleUnit), (PAGE.encode(), PageUnit)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        units, failures = read("-")
        assert [type(unit) for unit in units] == [kind]
        assert failures == []


def test_packed_lines(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(1, 2, 3)))
    assert ids(read(path)[0]) == ["a1", "a2", "a3"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("many", [True, False])
def test_a_json_document_holds_one_report_or_a_list(tmp_path, indent, many):
    report = {"id": "a", "text": REPORT}
    (tmp_path / "in.json").write_text(json.dumps([report, {**report, "id": "b"}] if many else report, indent=indent))
    units, failures = read(tmp_path / "in.json")
    assert (ids(units), failures) == (["a", "b"] if many else ["a"], [])


def test_packed_lines_cut_off(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(*range(2000)))[:-500])
    units, failures = read(path)
    assert ids(units)[:2] == ["a0", "a1"]
    assert len(failures) == 1
    assert "end-of-stream" in failures[0]


def test_bad_lines_are_named_and_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl(1) + b"{broken\n[1]\n\n" + b'{"id": "x"}\n' + jsonl(2))
    units, failures = read(path)
    assert ids(units) == ["a1", "a2"]
    assert [failure.split(": ")[0] for failure in failures] == [f"{path}:{n}" for n in (2, 3, 5)]


def test_one_line_of_a_gigabyte_is_passed_over_in_bounded_memory(tmp_path):
    import resource

    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.write(jsonl(1))
        file.seek(1 << 30, io.SEEK_CUR)
        file.write(b"\n" + jsonl(2))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    units, failures = read(path)
    assert ids(units) == ["a1", "a2"]
    assert failures == [f"{path}:2: a line longer than 16 MB"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


def test_a_gzip_bomb_is_left_unread(tmp_path):
    path = tmp_path / "bomb.jsonl.gz"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    with path.open("wb") as file:
        for _ in range(300):
            file.write(packer.compress(b"\0" * (1 << 20)))
        file.write(packer.flush())
    units, failures = read(path)
    assert units == []
    assert "bomb" in failures[-1]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, "No such file"),
        ("empty.jsonl", b"", "empty or blank"),
        ("blank.txt", b" \n", "empty or blank"),
        ("binary.txt", bytes(range(256)) * 9, "binary data"),
        ("no.parquet", b"PAR1 not at all", "no Parquet"),
        ("no.warc", b"nothing of the kind", "WARC"),
        ("broken.json", b'[{"id": "a"', "no valid JSON"),
        ("deep.json", b"[" * 100_000, "no valid JSON"),
        ("numbers.json", b"[1]", "no JSON object"),
        ("no.pages.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nabc", "no HTML page"),
        ("no.xml", b"<html>no feed</html>", "no feed"),
        ("no.rss", b"<rss><channel></channel></rss>", "no entries"),
        ("garbage.rss", b"<rss>" + bytes(range(256)) * 50, "no entries"),
        ("not.jsonl.gz", b"not packed at all", "gzip"),
        ("big.html", b"<html>" + b"x" * 2_000_000, "larger than 1 MB"),
    ],
)
def test_what_cannot_be_read_gives_one_line_and_the_rest_goes_on(tmp_path, name, data, message):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    good = tmp_path / "good.txt"
    good.write_text(REPORT)
    units, failures = read(path, good, limits=Limits(file=1 << 20))
    assert ids(units) == [str(good)]
    assert len(failures) == 1
    assert message in failures[0]
    assert "\n" not in failures[0]


def test_rows_of_parquet(tmp_path):
    import pyarrow
    from pyarrow.parquet import write_table

    path = tmp_path / "a.parquet"
    table = {"text": [REPORT, None], "url": ["https://savan.example/1", None], "published": ["2019-01-02", None]}
    write_table(pyarrow.table({**table, "other": [1, 2]}), path)
    units, failures = read(path)
    assert ids(units) == ["https://savan.example/1"]
    assert units[0].article.source.published == "2019-01-02"
    assert failures == [f"{path}:2: no `text`, and no `title`, `lead` or `paragraphs`"]


def warc(pages: dict[str, str], packed: bool) -> bytes:
    """Return a WARC file with a response for each page, each packed on its own as crawlers do."""
    records = [warc_record(url, page.encode()) for url, page in pages.items()]
    return b"".join(map(gzip.compress, records) if packed else records)


def warc_record(url: str, body: bytes, headers: str = "Server: savan") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:{hash(url)}>"
    head += "\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response"
    return f"{head}\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_warc(tmp_path, packed):
    pages = {f"https://savan.example/{n}": PAGE + "x" * 3000 for n in range(5)}
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(warc(pages, packed))
    units, failures = read(path)
    assert ids(units) == list(pages)
    assert failures == []
    assert units[0].data.startswith(b"<html>")


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_cut_in_half_gives_its_whole_pages_and_one_line(tmp_path, packed):
    pages = {f"https://savan.example/{n}": PAGE + "".join(chr(65 + i * n % 50) for i in range(3000)) for n in range(6)}
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    data = warc(pages, packed)
    path.write_bytes(data[: len(data) // 2 - 60])
    units, failures = read(path)
    assert ids(units) == list(pages)[: len(units)]
    assert 2 <= len(units) <= 3
    assert len(failures) == 1
    assert "the page is cut off" in failures[0]


REST = PAGE.encode()[16:]
CHUNKED = b"10\r\n" + PAGE.encode()[:16] + b"\r\n%x;x=y\r\n" % len(REST) + REST + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(PAGE.encode())),
        ("Content-Encoding: deflate", zlib.compress(PAGE.encode())),
        ("Transfer-Encoding: chunked", CHUNKED),
        ("Transfer-Encoding: chunked", PAGE.encode()),
    ],
    ids=["gzip", "deflate", "chunked", "joined"],
)
def test_a_page_of_a_warc_is_unfolded(tmp_path, headers, body):
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record("https://savan.example/", body, headers))
    units, failures = read(path)
    assert (units[0].data.decode(), failures) == (PAGE, [])


FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>ساوان نیوز</title>
<item><title>پل ساوان</title><link>https://savan.example/1</link><pubDate>Sat, 08 Jun 2019 23:30:00 +0430</pubDate>
<content:encoded><![CDATA[<p>الوندی گفت: <b>پل</b> باز شد.</p><p>BODY</p><script>bad()</script>]]></content:encoded>
</item>
<item><title>خبر کوتاه</title><link>https://savan.example/2</link><description>الوندی آمد.</description></item>
<item><title></title></item>
</channel></rss>"""


def test_a_feed_of_whole_reports_and_summaries(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(FEED.replace("BODY", "پل ساوان دراز است. " * 50))
    asked = []

    class Fetched:
        data, url = PAGE.encode(), "https://savan.example/2"

    units, failures = read(path, fetch=lambda url: asked.append(url) or Fetched())
    whole, fetched = units
    assert whole.article.source.outlet == "ساوان نیوز"
    assert whole.article.source.published == "2019-06-08T23:30+04:30"
    assert whole.article.text.startswith("پل ساوان\nالوندی گفت: پل باز شد.\nپل ساوان دراز است.")
    assert "bad()" not in whole.article.text
    assert asked == ["https://savan.example/2"]
    assert fetched.source.url == "https://savan.example/2"
    assert failures == [f"{path.absolute()}: entry 3: an entry without text"]


def test_a_feed_without_the_network_gives_what_stands_in_it(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(FEED)
    units, _ = read(path)
    assert ids(units) == ["https://savan.example/1", "https://savan.example/2"]


def test_a_feed_that_takes_forever_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr("didar.batch.feeds._SECONDS", 0.5)
    path = tmp_path / "feed.xml"
    path.write_bytes(b"<rss><channel>" + b"<item><title>a</title><description>" * 100_000)
    start = time.monotonic()
    assert read(path) == ([], [f"{path}: a feed that takes longer than 0.5 s: left out"])
    assert time.monotonic() - start < 10


def test_a_list_of_addresses(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# pages\nhttps://savan.example/1\n\nhttps://savan.example/2\n")
    units, failures = read(path)
    assert units == []
    assert [failure.split(": ")[0] for failure in failures] == ["https://savan.example/1", "https://savan.example/2"]


def test_tells_which_part_is_done(tmp_path):
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path in paths:
        path.write_bytes(jsonl(*range(500)))
    sources = Sources()
    shares = [sources.share_done() for _ in sources.read(list(map(str, paths)))]
    assert shares == sorted(shares)
    assert 0.4 < shares[500] <= 0.7
    assert sources.share_done() == 1.0


def test_paths_are_told_as_they_were_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, failures = read("none.txt")
    assert failures == ["none.txt: No such file or directory"]
    assert Path("none.txt").exists() is False

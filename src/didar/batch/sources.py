"""Turn what a user names - files, folders, globs, addresses, `-` - into the articles and pages to be read."""

from __future__ import annotations

import glob
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from didar.batch.documents import objects_of, starts_with_whole_object
from didar.batch.feeds import feed_units, is_feed
from didar.batch.lines import GuardedGzip, bounded_lines, read_bounded
from didar.batch.parquet import parquet_units
from didar.batch.units import ArticleUnit, Found, Limits, PageUnit
from didar.batch.warc import warc_units
from didar.page.decode import decode_text
from didar.page.failures import InputFailure, Unreadable
from didar.page.jsonl import article_from_line
from didar.page.plain import article_from_text
from didar.records import Source

STDIN = "-"
_KINDS = {
    ".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json", ".parquet": "parquet", ".warc": "warc", ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip


class Fetched(Protocol):
    """A page that came over the network."""

    @property
    def data(self) -> bytes: ...
    @property
    def url(self) -> str: ...


Fetch = Callable[[str], Fetched]


class Sources:
    """The sources of one run: opens them one after the other and keeps no more than one article in memory."""

    def __init__(self, fetch: Fetch | None = None, limits: Limits | None = None) -> None:
        """Take the door to the network, None where nothing is to be fetched."""
        self._fetch = fetch
        self._limits = limits or Limits()
        self._bytes = 0
        self._bytes_behind = 0
        self._open_file: BinaryIO | None = None

    def read(self, names: Iterable[str]) -> Iterator[Found]:
        """Yield what the sources hold, in their order, and a failure for each input that cannot be read."""
        places = [place for name in names for place in _expand(name)]
        self._bytes = sum(_size(place) for place in places)
        for place in places:
            yield from (place,) if isinstance(place, InputFailure) else self._guarded(place)
            self._bytes_behind += _size(place)

    def share_done(self) -> float | None:
        """Return which part of all bytes has been opened, None where that is not known (addresses, standard input)."""
        if not self._bytes:
            return None
        here = self._open_file.tell() if self._open_file and not self._open_file.closed else 0
        return min(1.0, (self._bytes_behind + here) / self._bytes)

    def _guarded(self, place: str) -> Iterator[Found]:
        try:
            yield from self._units(place)
        except Unreadable as error:
            yield InputFailure(place=place, reason=str(error))
        except (OSError, EOFError, zlib.error) as error:
            yield InputFailure(place=place, reason=getattr(error, "strerror", None) or str(error))

    def _units(self, place: str) -> Iterator[Found]:
        if is_address(place):
            yield from self._fetched_units(place)
        elif place == STDIN:
            yield from self._stream_units(sys.stdin.buffer, "stdin", None)
        else:
            with Path(place).open("rb") as stream:
                self._open_file = stream
                yield from self._file_units(stream, Path(place))

    def _file_units(self, stream: BinaryIO, path: Path) -> Iterator[Found]:
        suffixes = [suffix.lower() for suffix in path.suffixes]
        packed = suffixes[-1:] == [".gz"]
        kind = _KINDS.get((suffixes[:-1] if packed else suffixes)[-1] if len(suffixes) > packed else "")
        if kind == "parquet":
            yield from parquet_units(path)
        elif kind == "warc":
            yield from warc_units(stream, str(path), self._limits)
        else:
            plain = cast(BinaryIO, GuardedGzip(stream)) if packed else stream
            yield from self._stream_units(plain, str(path.absolute()), kind)

    def _stream_units(self, stream: BinaryIO, place: str, kind: str | None) -> Iterator[Found]:
        if kind == "jsonl":
            yield from _jsonl_units(stream, b"", place, self._limits)
            return
        if kind == "json":
            yield from _json_units(stream, place, self._limits)
            return
        first = stream.readline(self._limits.line) if kind is None else b""
        if kind is None and first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from _jsonl_units(stream, first, place, self._limits)
            return
        data = first + read_bounded(stream, self._limits.file)
        yield from self._whole_units(data, place, kind, Source(path=place))

    def _whole_units(self, data: bytes, place: str, kind: str | None, source: Source) -> Iterator[Found]:
        if kind in (None, "feed") and is_feed(data):
            yield from feed_units(data, place, self._fetched_page if self._fetch else None)
        elif kind == "feed":
            raise Unreadable("no feed: neither RSS nor Atom in it")
        elif kind == "html" or (kind is None and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")):
            yield PageUnit(place, data, source.url or place, source)
        else:
            yield from self._text_units(data, place, source)

    def _text_units(self, data: bytes, place: str, source: Source) -> Iterator[Found]:
        text, notes = decode_text(data)
        addresses = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
        if addresses and all(map(is_address, addresses)):
            for address in addresses:
                yield from self._guarded(address)
        else:
            yield ArticleUnit(place, article_from_text(text, id=source.url or place, source=source, notes=notes))

    def _fetched_units(self, address: str) -> Iterator[Found]:
        fetched = self._open(address)
        yield from self._whole_units(fetched.data, address, None, Source(url=fetched.url))

    def _fetched_page(self, address: str, source: Source) -> Found:
        try:
            return PageUnit(address, self._open(address).data, address, source)
        except Unreadable as error:
            return InputFailure(place=address, reason=str(error))

    def _open(self, address: str) -> Fetched:
        if self._fetch is None:
            raise Unreadable("an address, and nothing is to be fetched")
        return self._fetch(address)


def is_address(name: str) -> bool:
    """Tell whether a source is an address of the web."""
    return name.lower().startswith(("http://", "https://")) and not any(c.isspace() for c in name)


def _size(place: str | InputFailure) -> int:
    path = Path(place) if isinstance(place, str) and not is_address(place) else None
    return path.stat().st_size if path and path.is_file() else 0


def _expand(name: str) -> Iterator[str | InputFailure]:
    """Yield the files of a folder or glob, in their order; everything else is itself."""
    path = Path(name)
    if name == STDIN or is_address(name) or path.is_file():
        yield name
    elif path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.is_file() and _is_report(file)]
        yield from map(str, files)
        if not files:
            yield InputFailure(place=name, reason="no reports in this folder")
    elif glob.has_magic(name) and (matched := sorted(glob.glob(name, recursive=True))):
        yield from (file for file in matched if Path(file).is_file())
    else:
        yield name


def _is_report(file: Path) -> bool:
    suffix = file.with_suffix("").suffix if file.suffix.lower() == ".gz" else file.suffix
    return suffix.lower() in _KINDS


def _json_units(stream: BinaryIO, place: str, limits: Limits) -> Iterator[Found]:
    first = stream.readline(limits.line)
    if starts_with_whole_object(first):
        yield from _jsonl_units(stream, first, place, limits)
        return
    for number, report in enumerate(objects_of(stream, first, limits), 1):
        yield _line_unit(report, f"{place}:{number}", place, limits)


def _jsonl_units(stream: BinaryIO, first: bytes, place: str, limits: Limits) -> Iterator[Found]:
    found = False
    numbered = bounded_lines(stream, limits.line)
    if first:
        found = True
        yield _line_unit(first, f"{place}:1", place, limits)
    for number, line in numbered:
        found = True
        if line is None or line.strip():
            yield _line_unit(line, f"{place}:{number + bool(first)}", place, limits)
    if not found:
        raise Unreadable("no text: empty or blank")


def _line_unit(line: bytes | None, place: str, path: str, limits: Limits) -> Found:
    if line is None:
        return InputFailure(place=place, reason=f"a line longer than {limits.line // 1024 // 1024} MB")
    try:
        return ArticleUnit(place, article_from_line(line, path))
    except Unreadable as error:
        return InputFailure(place=place, reason=str(error))

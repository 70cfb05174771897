"""Open the inputs of a command, files or standard input, and yield an Article or an InputFailure for each report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from didar.page.decode import decode_text
from didar.page.failures import InputFailure, Unreadable
from didar.page.jsonl import article_from_line
from didar.page.plain import article_from_text
from didar.records import Article, Source

Kind = Literal["auto", "text", "html", "jsonl"]
Outcome = Article | InputFailure

STDIN = "-"
_SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def read_articles(paths: Iterable[str], kind: Kind = "auto", published: str | None = None) -> Iterator[Outcome]:
    """Yield the articles of files, in their order, and a failure for each one that cannot be read.

    `-` is standard input. `published` (ISO 8601) is the date of articles that tell none. JSON Lines are read as they
    come, line by line. An id that comes a second time is a failure: two records of one name could not be told apart.
    """
    seen: set[str] = set()
    for path in paths:
        for place, outcome in _read_path(path, kind):
            yield outcome if isinstance(outcome, InputFailure) else _once(_dated(outcome, published), place, seen)


def _once(article: Article, place: str, seen: set[str]) -> Outcome:
    if article.id in seen:
        return InputFailure(place=place, reason=f"the id {article.id!r} has come before; this one is left out")
    seen.add(article.id)
    return article


def _dated(article: Article, published: str | None) -> Article:
    if published is None or article.source.published:
        return article
    return msgspec.structs.replace(article, source=msgspec.structs.replace(article.source, published=published))


def _read_path(path: str, kind: Kind) -> Iterator[tuple[str, Outcome]]:
    try:
        if path == STDIN:
            yield from _read_stream(sys.stdin.buffer, "stdin", kind)
            return
        with Path(path).open("rb") as stream:
            yield from _read_stream(stream, path, kind if kind != "auto" else _SUFFIXES.get(_suffix(path), "auto"))
    except OSError as error:
        yield path, InputFailure(place=path, reason=error.strerror or str(error))


def _suffix(path: str) -> str:
    return Path(path).suffix.lower()


def _read_stream(stream: BinaryIO, place: str, kind: Kind) -> Iterator[tuple[str, Outcome]]:
    if kind == "auto":
        first = stream.readline()
        kind = sniff(first)
    else:
        first = b""
    if kind == "jsonl":
        yield from _read_lines(first, stream, place)
        return
    yield _attempt(place, partial(_ARTICLE_OF[kind], first + stream.read(), place))


def sniff(first: bytes) -> Kind:
    """Guess the kind of an input from its first line."""
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return "jsonl"
    return "html" if start.startswith(b"<") else "text"


def _read_lines(first: bytes, stream: BinaryIO, path: str) -> Iterator[tuple[str, Outcome]]:
    blank = True
    for number, line in enumerate(_lines(first, stream), 1):
        if line.strip():
            blank = False
            yield _attempt(f"{path}:{number}", partial(article_from_line, line, path))
    if blank:
        yield path, InputFailure(place=path, reason="no text: empty or blank")


def _lines(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    if first:
        yield first
    yield from stream


def _attempt(place: str, make: Callable[[], Article]) -> tuple[str, Outcome]:
    try:
        return place, make()
    except Unreadable as reason:
        return place, InputFailure(place=place, reason=str(reason))


def _article_from_plain(data: bytes, path: str) -> Article:
    text, notes = decode_text(data)
    return article_from_text(text, id=path, source=Source(path=path), notes=notes)


def _article_from_page(data: bytes, path: str) -> Article:
    from didar.page.html import article_from_html

    return article_from_html(data, id=path, source=Source(path=path))


_ARTICLE_OF: dict[Kind, Callable[[bytes, str], Article]] = {"text": _article_from_plain, "html": _article_from_page}

"""What goes into an archive together: a page, the article read from it, its words, marks and record."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from didar.records import Article, Record

Columns = tuple[str, str]  # the words of a text, folded, and the stems of those that are not their own stem


class StoreError(Exception):
    """An archive cannot be opened, read or written; the message is one sentence for its user."""


class Words(msgspec.Struct, frozen=True):
    """The words of a text in order: where each stands (code points of the text as published), folded, and its stem."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    norms: tuple[str, ...]
    stems: tuple[str, ...]


class IndexedWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a report as an archive keeps them: packed, and as columns of the full-text indexes.

    `statements` has the columns of what each statement says, in the order of the record.
    """

    packed: bytes
    article: Columns
    statements: tuple[Columns, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came; `path` is where it lies where the bytes themselves are not to be kept."""

    data: bytes
    kind: Literal["html", "text"]
    path: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One report, read: all that one transaction stores. Copies of a report share some of their `marks`."""

    article: Article
    record: Record
    words: IndexedWords
    marks: tuple[int, ...] = ()
    page: Page | None = None

    def __reduce__(self) -> tuple[Callable[[bytes], Reading], tuple[bytes]]:
        """Travel between processes as one string of bytes: a sixth of the time that pickling each part takes."""
        return _unpack_reading, (msgspec.msgpack.encode(self),)


def _unpack_reading(packed: bytes) -> Reading:
    return msgspec.msgpack.decode(packed, type=Reading)


def pack_marks(marks: Iterable[int]) -> bytes:
    """Return marks, signed 64-bit numbers, as eight bytes each."""
    numbers = array("q", marks)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unpack_marks(packed: bytes) -> tuple[int, ...]:
    """Return what `pack_marks` packed."""
    numbers = array("q", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return tuple(numbers)

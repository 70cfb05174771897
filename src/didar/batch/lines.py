"""Read lines and compressed streams of any size in bounded memory."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO

from didar.page.failures import Unreadable

_CHUNK = 1024 * 1024
# Text packs to a fifth or a tenth; gzip's utmost is a thousandth, which only a bomb comes near.
_BOMB_RATIO = 200
_BOMB_FROM = 64 * 1024 * 1024


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number; None in place of a line longer than `limit`, which is passed over unread."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            _pass_over(stream)
            yield number, None
        else:
            yield number, line


def _pass_over(stream: BinaryIO) -> None:
    while piece := stream.readline(_CHUNK):
        if piece.endswith(b"\n"):
            return


def read_bounded(stream: BinaryIO, limit: int) -> bytes:
    """Return all of a stream; raise Unreadable where it is longer than `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(f"larger than {limit // 1024 // 1024} MB")
    return data


class GuardedGzip:
    """A gzip stream that refuses to unfold a bomb: much text out of hardly any bytes."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._plain = gzip.GzipFile(fileobj=packed)

    def readline(self, size: int = -1) -> bytes:
        """Return the next line, at most `size` bytes of it."""
        return self._checked(self._plain.readline(size))

    def read(self, size: int = -1) -> bytes:
        """Return the next `size` bytes, in pieces so that a bomb is seen early."""
        pieces, wanted = [], size
        while wanted and (piece := self._checked(self._plain.read(min(wanted, _CHUNK) if wanted > 0 else _CHUNK))):
            pieces.append(piece)
            wanted -= len(piece) if wanted > 0 else 0
        return b"".join(pieces)

    def _checked(self, data: bytes) -> bytes:
        plain = self._plain.tell()
        if plain > _BOMB_FROM and plain > _BOMB_RATIO * max(1, self._packed.tell()):
            raise Unreadable(f"unfolds to more than {_BOMB_RATIO} times its size: left unread as a likely bomb")
        return data

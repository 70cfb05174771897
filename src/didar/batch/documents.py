"""Cut a JSON file into reports: a list of them, a single one, or JSON Lines under another name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from didar.batch.lines import read_bounded
from didar.batch.units import Limits
from didar.page.failures import Unreadable


def starts_with_whole_object(first: bytes) -> bool:
    """Tell whether the first line of a file is a JSON object by itself, as in JSON Lines."""
    try:
        return first.strip().startswith(b"{") and bool(msgspec.json.decode(first, type=msgspec.Raw))
    except (msgspec.DecodeError, RecursionError):
        return False


def objects_of(stream: BinaryIO, first: bytes, limits: Limits) -> Iterator[bytes]:
    """Yield what a JSON document holds, as it stands there; raise Unreadable where it is none."""
    data = first + read_bounded(stream, limits.file)
    try:
        whole = msgspec.json.decode(data, type=msgspec.Raw)
        parts = msgspec.json.decode(whole, type=list[msgspec.Raw]) if bytes(whole).startswith(b"[") else [whole]
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unreadable(f"no valid JSON: {error}") from error
    yield from map(bytes, parts)

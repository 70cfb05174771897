"""Read the pages of a WARC file, packed or not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from didar.batch.units import Found, Limits, PageUnit
from didar.page.failures import InputFailure, Unreadable
from didar.records import Source

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


def warc_units(stream: BinaryIO, place: str, limits: Limits) -> Iterator[Found]:
    """Yield the HTML pages that a WARC holds as responses; a failure where it breaks off."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise Unreadable("to read WARC: pip install 'didar[warc]'") from error
    records = iter(ArchiveIterator(stream, record_types=WarcRecordType.any_type, verify_digests=False))
    found, pages = 0, 0
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            found += 1
            if record.record_type == WarcRecordType.response and _is_page(record):
                pages += 1
                yield _page(record, place, limits)
        except Exception as error:  # FastWARC's errors share no type
            yield InputFailure(place=place, reason=f"the WARC breaks off after record {found}: {error}")
            return
    if not pages:
        raise Unreadable("no HTML page among its records" if found else "no WARC: not a record in it")


def _is_page(record: Any) -> bool:
    content_type = (record.http_content_type or "").lower()
    return record.is_http and "html" in content_type


def _page(record: Any, place: str, limits: Limits) -> Found:
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    where = f"{place}: {url}"
    promised = record.content_length
    if promised > limits.file:
        return InputFailure(place=where, reason=f"larger than {limits.file // 1024 // 1024} MB")
    data = record.reader.read(promised)
    if len(data) < promised:
        return InputFailure(place=where, reason="the page is cut off")
    headers = record.http_headers
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    if (headers.get("Content-Encoding") or "").lower() in ("gzip", "deflate"):
        data = _unpacked(data, limits.file)
    if len(data) > limits.file:
        return InputFailure(place=where, reason=f"larger than {limits.file // 1024 // 1024} MB")
    return PageUnit(where, data, url, Source(url=url, path=place))


def _unchunked(data: bytes) -> bytes:
    """Return a body without the sizes between its chunks; as it is where there are none (some crawlers join them)."""
    pieces, at = [], 0
    while (end := data.find(b"\r\n", at)) >= 0:
        size = data[at:end].partition(b";")[0].strip()
        if not size or any(letter not in b"0123456789abcdefABCDEF" for letter in size):
            return data
        start = end + 2
        pieces.append(data[start : start + int(size, 16)])
        at = start + int(size, 16) + 2
        if not pieces[-1]:
            break
    return b"".join(pieces) or data


def _unpacked(data: bytes, limit: int) -> bytes:
    """Return the page unfolded, one byte more than `limit` at most."""
    try:
        return zlib.decompressobj(_GZIP_OR_ZLIB).decompress(data, limit + 1)
    except zlib.error:
        return data

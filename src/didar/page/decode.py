"""Turn the bytes of a text or page into characters: UTF-8, UTF-16 with its mark, or Windows-1256."""

from __future__ import annotations

import codecs
import re

from didar.page.failures import Unreadable
from didar.records import Note

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_ARABIC_BLOCK = re.compile(r"[\u0600-\u06ff]")
_REPLACED = "\ufffd"
# Pages say iso-8859-1 and mean nothing by it; these two are the code pages in which Persian was really written.
_PERSIAN_CODE_PAGES = {"windows-1256", "cp1256", "x-cp1256", "iso-8859-6"}
# Of the bytes above 127 in Windows-1256 text almost none form valid UTF-8; a file that is UTF-8 but for a few torn
# letters has under one in twenty that do not.
_TORN_SHARE = 0.05
_BINARY_SAMPLE = 65536
_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32)))


def is_binary(data: bytes) -> bool:
    """Tell whether the first bytes are no text in any encoding that is read here."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = data[:_BINARY_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\0" in sample or control > len(sample) // 50


def decode_text(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return the characters of `data` and a note where they had to be guessed or replaced; raise Unreadable."""
    if is_binary(data):
        raise Unreadable("binary data, no text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _decode_damaged(data: bytes) -> tuple[str, tuple[Note, ...]]:
    text, notes = _replacing(data, "utf-8")
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if text.count(_REPLACED) <= high * _TORN_SHARE and _declared(data) not in _PERSIAN_CODE_PAGES:
        return text, notes
    guess = data.decode("windows-1256")
    if len(_ARABIC_BLOCK.findall(guess)) >= high * 0.8:
        return guess, ()
    return text, notes


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096)
    return found.group(1).decode("ascii", "replace").lower() if found else None


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[Note, ...]]:
    before = data.count(_REPLACED.encode(encoding))
    text = data.decode(encoding, "replace")
    torn = text.count(_REPLACED) - before
    if torn <= 0:
        return text, ()
    line = text.count("\n", 0, text.index(_REPLACED)) + 1
    return text, (Note(stage="page", message=f"invalid {encoding.upper()} from line {line}: {torn} places replaced"),)

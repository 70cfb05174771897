"""Cut a paragraph into sentences: where a full stop, a question or exclamation mark, or dots end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!؟?…]+[»”\"')\]]*(?=\s|$)")


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the borders of the sentences of one paragraph; a closing » belongs to its sentence."""
    at = start
    for match in _END.finditer(text, start, end):
        if match.start() > at:
            yield _trim(text, at, match.end())
            at = match.end()
    if text[at:end].strip():
        yield _trim(text, at, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())

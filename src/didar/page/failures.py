"""What could not be read: an input that failed, with its place and the reason in one line."""

from __future__ import annotations

import msgspec


class InputFailure(msgspec.Struct, frozen=True, kw_only=True):
    """One input that gave no article; `place` is the file, with the line where there is one («news.jsonl:12»)."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class Unreadable(ValueError):
    """Raised inside the page stage where bytes or markup hold no article; the message is the reason."""

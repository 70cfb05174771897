"""Make the words of a report safe to print: no control characters, and each direction kept to itself."""

from __future__ import annotations

import re

_RIGHT_TO_LEFT = "\u2067"
_LEFT_TO_RIGHT = "\u2066"
_POP = "\u2069"
_PERSIAN = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Escapes that drive a terminal (C0, C1) and marks that turn the direction of what follows. Half-spaces stay.
_DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return the text on one line, without characters that drive a terminal or turn the direction of writing."""
    return _SPACE.sub(" ", _DANGEROUS.sub("", text)).strip()


def harmless(text: str) -> str:
    """Return the text with its lines and its length, each dangerous character in it made a space."""
    return _DANGEROUS.sub(" ", text)


def isolate(text: str) -> str:
    """Return the text made plain and shut in its own direction, so that it leaves its surroundings in order."""
    safe = plain(text)
    if not safe:
        return ""
    return (_RIGHT_TO_LEFT if _PERSIAN.search(safe) else _LEFT_TO_RIGHT) + safe + _POP


def right_to_left(line: str) -> str:
    """Return a finished line, isolates in it and all, that is to be read from the right."""
    return _RIGHT_TO_LEFT + line + _POP


def shorten(text: str, letters: int) -> str:
    """Return the first line of a text, cut at a word where it is longer than a number of letters."""
    line = plain(text.strip().split("\n", 1)[0])
    if len(line) <= letters:
        return line
    return line[:letters].rpartition(" ")[0].rstrip("،؛ ") + "…" if " " in line[:letters] else line[:letters] + "…"

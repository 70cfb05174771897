"""What the drawings of a record call its acts, kinds and meetings, in Persian or English."""

from __future__ import annotations

from functools import cache
from typing import Literal

from didar.persian.lexicon.loader import load_table

Language = Literal["persian", "english"]

COMMA: dict[Language, str] = {"persian": "، ", "english": ", "}


@cache
def _labels() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["field"], row["key"]): row for row in load_table("labels.tsv", key=2)}


def label(field: str, key: str, language: Language = "persian") -> str:
    """Return what a value of the record is called: `label("act", "propose", "english")` is "proposal"."""
    row = _labels().get((field, key))
    return row[language] if row else key


def word(key: str, language: Language = "persian") -> str:
    """Return a word of the drawing itself, such as the heading over the meetings."""
    return label("word", key, language)

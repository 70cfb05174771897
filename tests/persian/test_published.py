"""The dates that pages, feeds and people print, in both calendars."""

from __future__ import annotations

from datetime import date

import pytest

from didar.persian.calendar import parts_of
from didar.persian.lexicon.loader import Row, load_table
from didar.persian.published import parse_published


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2019-05-20", "2019-05-20"),
        ("2019-05-20T18:23:00.0000000Z", "2019-05-20T18:23+00:00"),
        ("2019-05-20T18:23:00+04:30", "2019-05-20T18:23+04:30"),
        ("1398/02/30", "2019-05-20"),
        ("۱۳۹۸/۰۲/۳۰ - ۲۲:۵۳", "2019-05-20T22:53"),
        ("1402-09-14T17:20:00", "2023-12-05T17:20"),
        ("۳۰ ارديبهشت ۱۳۹۸ - ۲۲:۵۳", "2019-05-20T22:53"),
        ("تاریخ انتشار: ۱۹ تیر ۱۴۰۲", "2023-07-10"),
        ("دوشنبه ۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("۱ فروردین ۱۴۰۴", "2025-03-21"),
        ("۱۴ دسامبر ۲۰۲۳", "2023-12-14"),
        ("20:48 · 25 Tir 1402 (jalali)", "2023-07-16T20:48"),
        ("September 4th 2019, 01:44:00.000", "2019-09-04T01:44"),
        ("Tue, 10 Dec 2019 01:44:00 +0330", "2019-12-10T01:44"),
        ("1382-09-04 (jalali)", "2003-11-25"),
        ("شنبه ۱۹ مرداد ۱۳۹۸ ساعت ۹:۳۰", "2019-08-10T09:30"),
        ("۱۹ مردادماه ۱۳۹۸", "2019-08-10"),
        ("10 اوت 2019", "2019-08-10"),
        ("۹ ذیحجه ۱۴۴۰ هجری", "2019-08-10"),
        (None, None),
        ("September 3rd 2019", "2019-09-03"),
        ("3rd September 2019", "2019-09-03"),
        ("Saturday, Aug. 10, 2019 - 14:05", "2019-08-10T14:05"),
        ("19 Mordad 1398", "2019-08-10"),
        ("Mordad 19, 1398 14:05", "2019-08-10T14:05"),
        ("۹۸/۰۵/۱۹ - ۱۴:۰۵", "2019-08-10T14:05"),
        ("00/5/19", "2021-08-10"),
        ("01/05/12", None),
        ("31 Mehr 1402", None),
        ("Mary 4 2019", None),
        ("۳۰ اسفند ۱۴۰۲", None),
        ("۳۱ مهر ۱۴۰۲", None),
        ("1400/13/40", None),
        ("دیروز", None),
        ("", None),
    ],
)
def test_dates_of_pages(words: str | None, iso: str | None) -> None:
    assert parse_published(words) == iso


@pytest.mark.parametrize("row", load_table("months_latin.tsv"), ids=lambda row: row["word"])
def test_every_month_in_latin_letters_is_read_in_its_example(row: Row) -> None:
    day = date.fromisoformat((parse_published(row["example"]) or "")[:10])
    assert parts_of(row["calendar"], day)[1] == int(row["month"])  # type: ignore[arg-type]

"""Date expressions, invented: what they mean on Saturday 19 Mordad 1398 (10 August 2019), and what is no date."""

from __future__ import annotations

import pytest

from didar.mentions.dates import date_notes, find_dates, parse_date
from didar.mentions.dates_words import LETTERS, cut_units
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Article, Source
from didar.text.prepare import prepare_text

SATURDAY = "2019-08-10"

DAYS = [
    ("۵ خرداد ۱۳۹۷", "2018-05-26", "jalali", "stated"),
    ("پنجم خردادماه سال ۹۷", "2018-05-26", "jalali", "stated"),
    ("۱۳۹۷/۰۳/۰۵", "2018-05-26", "jalali", "stated"),
    ("۵/۳/۹۷", "2018-05-26", "jalali", "stated"),
    ("۵ / ۳ / ۱۳۹۷", "2018-05-26", "jalali", "stated"),
    ("26.05.2018", "2018-05-26", "gregorian", "stated"),
    ("۲۶ می ۲۰۱۸", "2018-05-26", "gregorian", "stated"),
    ("بیست و ششم مه سال ۲۰۱۸ میلادی", "2018-05-26", "gregorian", "stated"),
    ("۲۶ می ۲۰۱۸ (۵ خرداد ۱۳۹۷)", "2018-05-26", "gregorian", "stated"),
    ("دهم رمضان ۱۴۳۹", "2018-05-25", "hijri", "stated"),
    ("۵ جوزا ۱۳۹۷", "2018-05-26", "jalali", "stated"),
    ("یکم سرطان سال ۱۳۹۷", "2018-06-22", "jalali", "stated"),
    ("هزار و سیصد و نود و هفت شمسی", "2018-03-21", "jalali", "stated"),
    ("۲۵ مرداد", "2019-08-16", "jalali", "derived"),
    ("دوشنبه ۱۴ مرداد", "2019-08-05", "jalali", "derived"),
    ("۳۰ مرداد گذشته", "2018-08-21", "jalali", "derived"),
    ("دیروز", "2019-08-09", "relative", "derived"),
    ("پس‌فردا", "2019-08-12", "relative", "derived"),
    ("شامگاه گذشته", "2019-08-09", "relative", "derived"),
    ("عصر روز گذشته", "2019-08-09", "relative", "derived"),
    ("امروز (شنبه)", "2019-08-10", "relative", "derived"),
    ("امروز (پنج‌شنبه)", "2019-08-08", "relative", "derived"),
    ("یکشنبه هفته گذشته", "2019-08-04", "relative", "derived"),
    ("سه‌شنبه آینده", "2019-08-13", "relative", "derived"),
    ("سه‌شنبه", "2019-08-06", "relative", "defaulted"),
    ("چهار روز پیش", "2019-08-06", "relative", "derived"),
    ("هشتم ماه جاری", "2019-07-30", "relative", "derived"),
    ("دهم محرم امسال", "2019-09-09", "hijri", "derived"),
    ("۲۹ فرودین ۱۳۹۷", "2018-04-18", "jalali", "stated"),
    ("کریسمس ۲۰۱۷", "2017-12-25", "gregorian", "stated"),
]

EVERY_WEEK = "موزه روزهای شنبه، یکشنبه و سه‌شنبه باز است."

LASTING = [
    ("خرداد ۹۷", "2018-05-22", "2018-06-21", "month"),
    ("ماه اکتبر ۲۰۱۸", "2018-10", None, "month"),
    ("ماه محرم ۱۴۴۰", "2018-09-11", "2018-10-09", "month"),
    ("ماه گذشته", "2019-06-22", "2019-07-22", "month"),
    ("هفته آینده", "2019-08-17", "2019-08-23", "week"),
    ("سال جاری", "2019-03-21", "2020-03-19", "year"),
    ("سال جاری میلادی", "2019-01-01", "2019-12-31", "year"),
    ("سال ۲۰۰۸", "2008", None, "year"),
    ("سال ۱۵۸۵ میلادی", "1585", None, "year"),
    ("بهمن‌ماه سال‌جاری", "2020-01-21", "2020-02-19", "month"),
    ("سال ۱۳۸۸", "2009-03-21", "2010-03-20", "year"),
    ("بهار سال گذشته", "2018-03-21", "2018-06-21", "season"),
    ("تابستان گذشته", "2018-06-22", "2018-09-22", "season"),
    ("دهه شصت", "1981-03-21", "1991-03-20", "range"),
    ("سه‌ماهه دوم سال ۹۷", "2018-06-22", "2018-09-22", "range"),
    ("نیمه دوم سال ۲۰۱۸", "2018-07-01", "2018-12-31", "range"),
    ("هفته دوم آبان ۹۷", "2018-10-30", "2018-11-05", "range"),
    ("از ۳ تا ۷ تیر ۹۷", "2018-06-24", "2018-06-28", "range"),
    ("۷ و ۶ تیر ۹۷", "2018-06-27", "2018-06-28", "range"),
    ("دهه نخست ماه محرم ۱۴۴۱", "2019-08-31", "2019-09-09", "range"),
    ("مهرماه ۹۶ تا مهرماه ۹۷", "2017-09-23", "2018-10-22", "range"),
    ("از ۲۹ تیر تا ۳ مرداد", "2019-07-20", "2019-07-25", "range"),
    ("از خرداد تا مرداد ۱۳۹۷", "2018-05-22", "2018-08-22", "range"),
    ("از اسفند سال ۹۶ تا خرداد سال ۹۷", "2018-02-20", "2018-06-21", "range"),
    ("سال‌های ۱۳۹۰ تا ۱۳۹۲", "2011-03-21", "2014-03-20", "range"),
    ("از دیروز تا فردا", "2019-08-09", "2019-08-11", "range"),
    ("از امروز تا سه‌شنبه", "2019-08-10", "2019-08-13", "range"),
    ("سه روز گذشته", "2019-08-07", "2019-08-10", "range"),
    ("۴۸ ساعت آینده", "2019-08-10", "2019-08-12", "range"),
]

OPEN = ["چند روز پیش", "سال‌های اخیر", "روز بعد", "سه هفته بعد", "ساعت ۱۷", "سال ۶۱ هجری", "سال ۱۴۵۰"]

LOOKALIKES = [
    "خبرگزاری مهر", "مسکن مهر", "مهر و محبت", "سی دی", "هفته‌نامه بامداد", "سالنامه آماری", "امام جمعه ماهان",
    "نماز جمعه", "جمعه بازار", "چهارشنبه سوری", "میدان هفتم تیر", "خیابان ۱۵ خرداد", "مرداد دلاور", "بهمن رستگار",
    "میزان مصرف", "حمل و نقل", "آسیب جدی", "صفر درصد", "۳/۵ درصد", "چینش ۴-۳-۳", "۲۰۱۹ نفر", "سال تحصیلی", "امروزه",
    "به مدت نه ماه دیگر",
]  # fmt: skip


@pytest.mark.parametrize(("expression", "value", "calendar", "status"), DAYS)
def test_day(expression: str, value: str, calendar: str, status: str) -> None:
    found = parse_date(expression, SATURDAY)
    assert found is not None
    assert (found.value, found.calendar, found.status) == (value, calendar, status)


@pytest.mark.parametrize(("expression", "value", "end", "granularity"), LASTING)
def test_what_lasts_has_an_end(expression: str, value: str, end: str | None, granularity: str) -> None:
    found = parse_date(expression, SATURDAY)
    assert found is not None
    assert (found.value, found.end, found.granularity) == (value, end, granularity)


@pytest.mark.parametrize("expression", OPEN)
def test_what_the_text_leaves_open_has_no_value(expression: str) -> None:
    found = parse_date(expression, SATURDAY)
    assert found is not None
    assert (found.value, found.end, found.status) == (None, None, "unknown")


def test_days_of_every_week_have_no_value() -> None:
    text = prepare_text(Article(id="a", text=EVERY_WEEK, source=Source(published=SATURDAY)))
    assert {date.value for date in find_dates(text)} == {None}


@pytest.mark.parametrize("words", LOOKALIKES)
def test_lookalike_is_no_date(words: str) -> None:
    assert parse_date(words, SATURDAY) is None


@pytest.mark.parametrize("expression", ["دیروز", "هفته آینده", "سه‌شنبه", "۲۵ مرداد", "سال جاری", "امروز ساعت ۱۰"])
def test_without_publication_date_a_relative_date_stays_open(expression: str) -> None:
    found = parse_date(expression)
    assert found is not None
    assert found.value is None


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("ساعت ۱۰ صبح فردا", "2019-08-11T10:00"),
        ("امروز ساعت ۸ شب", "2019-08-10T20:00"),
        ("ساعت ۱۰ شب گذشته", "2019-08-09T22:00"),
        ("۸ صبح فردا", "2019-08-11T08:00"),
        ("ساعت ۱ ظهر دوشنبه ۲۱ مرداد", "2019-08-12T13:00"),
        ("ساعت ۹ و ۳۰ دقیقه صبح دیروز", "2019-08-09T09:30"),
    ],
)
def test_clock(expression: str, value: str) -> None:
    found = parse_date(expression, SATURDAY)
    assert found is not None
    assert (found.value, found.granularity) == (value, "time")


@pytest.mark.parametrize(
    ("expression", "value"),
    [("۳۰ اسفند ۱۴۰۳", "2025-03-20"), ("اول فروردین ۱۴۰۴", "2025-03-21"), ("۲۹ فوریه ۲۰۲۰", "2020-02-29")],
)
def test_leap_years(expression: str, value: str) -> None:
    found = parse_date(expression)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("expression", ["۳۱ مهر", "۳۰ اسفند ۱۴۰۲", "۳۱ آوریل ۲۰۱۸", "۱۳۹۸/۱۳/۱"])
def test_impossible_date_gives_a_note_and_no_value(expression: str) -> None:
    found = parse_date(expression, SATURDAY)
    assert found is not None
    assert found.value is None
    (note,) = date_notes((found,))
    assert note.span == found.span


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("پل ماهان سه‌شنبه گشوده شد.", "2019-08-06"),
        ("پل ماهان سه‌شنبه گشوده خواهد شد.", "2019-08-13"),
        ("قرار است سه‌شنبه پل ماهان گشوده شود.", "2019-08-13"),
    ],
)
def test_verb_tells_on_which_side_a_weekday_lies(sentence: str, value: str) -> None:
    text = prepare_text(Article(id="a", text=sentence, source=Source(published=SATURDAY)))
    assert [date.value for date in find_dates(text)] == [value]


def test_spans_are_the_words_in_the_text() -> None:
    text = prepare_text(Article(id="a", text="پل ماهان روز سه‌شنبه (۱۵ مرداد) باز شد.\nبازار دیروز بسته بود."))
    assert [text.text[d.span.start : d.span.end] for d in find_dates(text)] == ["روز سه‌شنبه (۱۵ مرداد)", "دیروز"]


@pytest.mark.parametrize("row", load_table("months.tsv"), ids=lambda row: row["word"])
def test_month_is_found_in_its_example(row: Row) -> None:
    found = parse_date(row["example"])
    assert found is not None
    assert (found.calendar, found.status) == (row["calendar"], "stated")


@pytest.mark.parametrize("row", load_table("weekdays.tsv"), ids=lambda row: row["word"])
def test_weekday_is_found_in_its_example(row: Row) -> None:
    assert cut_units(row["example"]).classes.count("W") == 1


@pytest.mark.parametrize("row", load_table("date_words.tsv"), ids=lambda row: f"{row['class']} {row['word']}")
def test_date_word_is_found_in_its_example(row: Row) -> None:
    units = cut_units(row["example"])
    if row["class"] == "ordinal_ending":
        assert "o" in units.classes
    else:
        assert LETTERS[row["class"]] in units.classes


@pytest.mark.parametrize("row", load_table("date_lookalikes.tsv", 2), ids=lambda row: f"{row['word']} {row['side']}")
def test_lookalike_refuses_the_date_of_its_example(row: Row) -> None:
    assert parse_date(row["example"]) is None

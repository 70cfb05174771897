"""Offices without a name find their holders: who speaks before and after, by what is told again, in one's report."""

from __future__ import annotations

import pytest

from tests.references.test_speakers import speakers

KOUHYAR = "آرش کوهیار"
SAYS = f"{KOUHYAR} گفت: پل باز است."

# body, title, then the speakers of its statements in order
TABLE = [
    # Two statements of an office between two of the name's bearer.
    (
        f"{SAYS}\nرئیس سازمان راه دریابار افزود: راه باز است و ادامه داد: بندر هم باز است.\nکوهیار گفت: سپاسگزاریم.",
        "خبری از پل",
        [KOUHYAR] * 4,
    ),
    # He alone speaks by name, and the sentence begins with the office.
    (f"{SAYS}\nعضو شورای شهر ساوان در پایان افزود: راه هم باز است.", "خبری از پل", [KOUHYAR] * 2),
    # Two offices that have nothing in common are two people's.
    (
        f"{KOUHYAR} وزیر راه دریابار گفت: پل باز است.\nسخنگوی اتحادیه سازندگان ساوان گفت: راه هم باز است.",
        "خبری از پل",
        [KOUHYAR, "سخنگوی اتحادیه سازندگان ساوان"],
    ),
    # Who is led into the report is somebody else, and so is who takes the word.
    (
        f"{KOUHYAR} وزیر راه دریابار گفت: پل باز است.\nدر ادامه نشست استاندار ساوان افزود: راه هم باز است.",
        "خبری از پل",
        [KOUHYAR, "استاندار ساوان"],
    ),
    # Where several speak by name, the one who spoke right before goes on.
    (
        "بهرام سپیدکوه وزیر دفاع دریابار گفت: مرز آرام است.\n"
        f"{KOUHYAR} گفت: پل باز است.\nنماینده مردم ساوان خاطرنشان کرد: راه هم باز است.",
        "خبری از پل",
        ["بهرام سپیدکوه", KOUHYAR, KOUHYAR],
    ),
    # A phrase that is no known office.
    (
        f"{SAYS}\nدارنده سه نشان زرین پل‌سازی افزود: راه هم باز است.\nکوهیار گفت: سپاسگزاریم.",
        "خبری از پل",
        [KOUHYAR] * 3,
    ),
    # More than one.
    (
        f"سی نماینده مجلس دریابار گفتند: پل بسته است.\n{KOUHYAR} نماینده مردم ساوان گفت: پل باز است.",
        "خبری از پل",
        ["نماینده مجلس دریابار", KOUHYAR],
    ),
    (
        f"{KOUHYAR} وزیر راه دریابار گفت: پل باز است.\nاستاندار ساوان نیز افزود: راه هم باز است.",
        "خبری از پل",
        [KOUHYAR, "استاندار ساوان"],
    ),
]


@pytest.mark.parametrize(("body", "title", "expected"), TABLE, ids=[body[-40:] for body, _, _ in TABLE])
def test_offices_find_their_holders(body: str, title: str, expected: list[str]) -> None:
    assert speakers(body, title) == expected


def test_who_tells_again_what_the_headline_told_is_its_speaker() -> None:
    body = (
        "آرش کوهیار رئیس شورای راه دریابار گفت: کشتی‌ها رفتند.\nبهرام سپیدکوه وزیر دفاع گفت: مرز آرام است.\n"
        "در پایان فرماندار ساوان گفت: بندر آرام است.\nوی افزود: ساختن پل بزرگ بندر سال آینده به پایان می‌رسد."
    )
    title = "کوهیار: ساختن پل بزرگ بندر سال آینده به پایان می‌رسد"
    assert speakers(body, title)[-1] == KOUHYAR


# A name in the headline or first sentence, and how it is spelled later.
SPELLINGS = [("نادر کوه پور", "کوهپور"), ("نادر کوه‌پور", "کوه پور"), ("نادر کوه پور", "کوه‌پور")]


@pytest.mark.parametrize(("full", "short"), SPELLINGS)
def test_a_name_spelled_in_more_words_or_fewer_is_one(full: str, short: str) -> None:
    body = f"{full} وزیر راه دریابار گفت: پل باز است.\n{short} افزود: راه هم باز است."
    assert len(set(speakers(body))) == 1


def test_marks_in_an_office_make_no_other_office() -> None:
    body = "آرش کوهیار دبیر کل جنبش «ساوان» آلوانیا گفت: پل باز است.\nدبیر کل جنبش ساوان افزود: راه هم باز است."
    assert len(set(speakers(body))) == 1

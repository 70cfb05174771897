"""Offices in English, composed of the lexicon's words."""

from __future__ import annotations

import pytest

from didar.persian.english import english_of


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("رئیس ستاد کل نیروهای مسلح", "Chief of the General Staff of the Armed Forces"),
        ("رئیس‌جمهور فرانسه", "President of France"),
        ("رئیس سازمان انرژی اتمی", "Head of the Atomic Energy Organization"),
        ("رئیس دانشگاه تهران", "President of the University of Tehran"),
        ("معاون اول رئیس جمهور", "First Vice President"),
        ("معاون بهداشت وزارت بهداشت", "Deputy for Health of the Ministry of Health"),
        ("سخنگوی وزارت خارجه آمریکا", "Spokesperson of the Ministry of Foreign Affairs of the United States"),
        ("دادستان کل کشور", "Prosecutor General"),
        ("وزیر کشور پاکستان", "Minister of the Interior of Pakistan"),
        ("وزرای خارجه", "Foreign Ministers"),
        ("نماینده ویژه آمریکا در امور ایران", "Special Representative of the United States for Iran Affairs"),
        ("عضو هیأت رئیسه مجلس", "Member of the Presiding Board of the Parliament"),
        ("رئیس‌جمهوری پیشین ایران", "Former President of Iran"),
        ("شهردار منطقه ۲۰ تهران", "Mayor of Region 20 of Tehran"),
        ("رئیس دانشگاه شهید بهشتی", "President of Shahid Beheshti University"),
        ("استاندار کرمان", "Governor General of Kerman"),
        ("خبرگزاری رویترز", "Reuters"),
        ("معاونان وزارت نفت", "Deputies of the Ministry of Petroleum"),
    ],
)
def test_an_office_is_composed(title: str, english: str) -> None:
    assert english_of(title) == english


def test_an_unknown_common_word_leaves_the_office_without_english() -> None:
    assert english_of("رئیس سنجاقک‌های کرانستان") is None or "“" in (english_of("رئیس سنجاقک‌های کرانستان") or "")
    assert english_of("وزیر گفتن") is None


def test_an_unknown_name_is_transcribed_in_quotation_marks() -> None:
    assert english_of("رئیس شرکت اسپرلوس") == "President of the “Esparlous” Company"


def test_nothing_has_no_english() -> None:
    assert english_of("") is None

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
        ("دبیر سی و هشتمین جشنواره تئاتر کرمان", "Secretary of the 38th Theatre Festival of Kerman"),
        ("رئیس یازدهمین نمایشگاه کتاب", "Head of the 11th Exhibition of Books"),
        ("معاون آموزشی و امور دانشجویی", "Deputy for Educational and Student Affairs"),
        ("معاون فرهنگی و ورزش همگانی", "Deputy for Cultural Affairs and Public Sports"),
        ("نایب رئیس کمیسیون انرژی مجلس", "Vice Chairman of the Energy Commission of the Parliament"),
        ("نایب رئیس دوم مجلس", "Second Deputy Speaker of the Parliament"),
        ("نایب رئیس فدراسیون فوتبال", "Vice President of the Football Federation"),
        ("سرپرست تیم ملی فوتبال", "Supervisor of the National Football Team"),
        ("سرپرست این پروژه", "Leader of the Project"),
        ("سرپرست سازمان بنادر", "Acting Head of the Ports Organization"),
        ("نماینده مجلس", "Member of Parliament"),
        ("معاون امنیتی و رئیس ستاد انتخابات", "Deputy for Security Affairs and Head of the Election Headquarters"),
        ("رئیس جمهوری اسلامی ایران", "President of the Islamic Republic of Iran"),
        ("نماینده عالی دولت در استان", "High Representative of the Government in the Province"),
        ("شاهدان", "Witnesses"),
        ("استاد دانشگاه «امام صادق»", "Professor of Imam Sadiq University"),
        ("سخنگوی خبرگزاری «رویترز»", "Spokesperson of Reuters"),
        ("مدیرعامل شرکت اسپرلوس زربانو", "CEO of the “Esparlous Zarbanou” Company"),
        ("رئیس فدراسیون سندیکاهای نفت عراق", "President of the Petroleum Syndicates Federation of Iraq"),
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

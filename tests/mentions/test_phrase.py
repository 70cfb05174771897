"""One phrase into its parts: name, rank, role, organization, country, English, Latin."""

from __future__ import annotations

import pytest

from didar.mentions.phrase import parse_phrase

# phrase, name, rank, role, organization, country, english, latin
PHRASES = [
    ("سرلشکر مهران کریمی رئیس ستاد کل نیروهای مسلح", "مهران کریمی", "سرلشکر", "رئیس ستاد کل نیروهای مسلح",
     "ستاد کل نیروهای مسلح", "IR", "Chief of the General Staff of the Armed Forces", "Mehran Karimi"),
    ("وزیر دفاع عراق", None, None, "وزیر دفاع عراق", None, "IQ", "Minister of Defence of Iraq", None),
    ("معاون سیاسی وزیر امور خارجه", None, None, "معاون سیاسی وزیر امور خارجه", None, "IR",
     "Deputy Minister of Foreign Affairs for Political Affairs", None),
    ("حجت‌الاسلام والمسلمین سید حسن موسوی، امام جمعه موقت اردبیل", "سید حسن موسوی", "حجت‌الاسلام والمسلمین",
     "امام جمعه موقت اردبیل", None, "IR", "Interim Friday Prayer Leader of Ardabil", "Seyed Hassan Mousavi"),
    ("سفیر سابق آمریکا در سازمان ملل", None, None, "سفیر سابق آمریکا در سازمان ملل", "سازمان ملل", "US",
     "Former Ambassador of the United States to the United Nations", None),
    ("رئيس كميسيون انرژي مجلس", None, None, "رئيس كميسيون انرژي مجلس", "كميسيون انرژي مجلس", "IR",
     "Chairman of the Energy Commission of the Parliament", None),
    ("مدیرعامل شرکت مخابرات استان زنجان", None, None, "مدیرعامل شرکت مخابرات استان زنجان", "شرکت مخابرات استان زنجان",
     "IR", "CEO of the Telecommunications Company of Zanjan Province", None),
    ("معاون حقوقی رئیسجمهور", None, None, "معاون حقوقی رئیسجمهور", None, "IR",
     "Vice President for Legal Affairs", None),
    ("الکساندر نواک، وزیر انرژی روسیه", "الکساندر نواک", None, "وزیر انرژی روسیه", None, "RU",
     "Minister of Energy of Russia", "Alexander Novak"),
    ("نماینده مردم یزد در مجلس", None, None, "نماینده مردم یزد در مجلس", "مجلس", "IR",
     "Member of Parliament for Yazd", None),
    ("«مینا سمیعی‌فر» مدیرعامل و رئیس شرکت برق اردبیل", "مینا سمیعی‌فر", None, "مدیرعامل و رئیس شرکت برق اردبیل",
     "شرکت برق اردبیل", "IR", "CEO and President of the Electricity Company of Ardabil", "Mina Samieifar"),
    ("دبیرکل اتاق بازرگانی ایران و عراق", None, None, "دبیرکل اتاق بازرگانی ایران و عراق", "اتاق بازرگانی ایران و عراق",
     "IR", "Secretary General of the Iran-Iraq Chamber of Commerce", None),
    ("حجت الاسلام روحانی رئیس دانشگاه قم", "روحانی", "حجت الاسلام", "رئیس دانشگاه قم", "دانشگاه قم", "IR",
     "President of the University of Qom", "Rouhani"),
    ("وزیر انرژی جدید عراق", None, None, "وزیر انرژی جدید عراق", None, "IQ", "New Minister of Energy of Iraq", None),
    ("معاون برنامه‌ریزی و اداری استانداری کرمان", None, None, "معاون برنامه‌ریزی و اداری استانداری کرمان",
     "استانداری کرمان", "IR",
     "Deputy for Planning and Administrative Affairs of the Governor General's Office of Kerman", None),
]  # fmt: skip


@pytest.mark.parametrize("row", PHRASES, ids=[row[0] for row in PHRASES])
def test_a_phrase_is_read_into_its_parts(row: tuple[str | None, ...]) -> None:
    phrase, *wanted = row
    parts = parse_phrase(phrase or "")
    found = [parts.name, parts.rank, parts.role, parts.organization, parts.country, parts.english, parts.latin]
    assert found == wanted


@pytest.mark.parametrize("words", ["", " ", "؟", "راه باز است", "1234"])
def test_what_names_nobody_has_no_parts(words: str) -> None:
    assert parse_phrase(words).role is None
    assert parse_phrase(words).name is None

"""Meetings told in invented reports: who met whom, how, when and where; and what is no meeting."""

from __future__ import annotations

import pytest

import didar
from didar.meetings.triggers import find_triggers
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Article, Meeting, Record
from didar.text.prepare import prepare_text

TITLE = "خبرهای روز\n"
BOTH = sorted(["کامران دلاور", "مهرداد سرمدی"])


def read(text: str) -> tuple[Record, list[Meeting]]:
    record = didar.read(TITLE + text, published="2019-08-10")
    return record, list(record.meetings)


def told(text: str) -> list[tuple[str, list[str]]]:
    record, meetings = read(text)
    names = {entity.id: entity.name for entity in record.entities}
    return [(m.type, sorted(names[p.entity] for p in m.participants)) for m in meetings]


MEETINGS = [
    ("مهرداد سرمدی وزیر راه سرنویل دیروز با کامران دلاور وزیر راه نوردلند دیدار کرد.", "in_person", BOTH),
    ("مهرداد سرمدی در دیدار با کامران دلاور گفت: راه تازه باز است.", "in_person", BOTH),
    ("مهرداد سرمدی و کامران دلاور در تهران دیدار و گفت‌وگو کردند.", "in_person", BOTH),
    ("در دیدار مهرداد سرمدی با کامران دلاور راه تازه بررسی شد.", "in_person", BOTH),
    ("مهرداد سرمدی در تماس تلفنی با کامران دلاور گفت: راه باز است.", "phone", BOTH),
    ("مهرداد سرمدی تلفنی با کامران دلاور رایزنی کرد.", "phone", BOTH),
    ("مهرداد سرمدی با کامران دلاور تماس گرفت.", "phone", BOTH),
    ("مهرداد سرمدی با کامران دلاور گفت‌وگو کرد.", "talks", BOTH),
    ("مهرداد سرمدی در نامه‌ای به کامران دلاور نوشت: راه باز است.", "letter", BOTH),
    ("مهرداد سرمدی در گفت‌وگو با خبرنگار ایسنا گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی در نشست خبری گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی به خبرنگاران گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی در همایش راه گفت: راه باز است.", "session", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی به سرنویل سفر کرد.", "visit", ["مهرداد سرمدی"]),
    ("آرش الوندی به سخنان مهرداد سرمدی در دیدار با کامران دلاور اشاره کرد.", "in_person", BOTH),
    ("مهرداد سرمدی با کامران دلاور دیدار و درباره پل با وی به رایزنی پرداخت.", "in_person", BOTH),
    ("مهرداد سرمدی وزیر راه سرنویل که با کامران دلاور دیدار کرده بود به خانه رفت.", "in_person", BOTH),
    ("مهرداد سرمدی با کامران دلاور نشست مشترکی داشت.", "session", BOTH),
    ("نشست شورای آب سرنویل دیروز برگزار شد.", "session", ["شورای آب سرنویل"]),
    ("مهرداد سرمدی در نشست شورای آب سرنویل گزارش داد.", "session", ["شورای آب سرنویل", "مهرداد سرمدی"]),
    ("مهرداد سرمدی امروز در شورای آب سرنویل گفت: راه تازه باز است.", "session", ["شورای آب سرنویل", "مهرداد سرمدی"]),
    (
        "نشست شورای آب سرنویل به ریاست مهرداد سرمدی و با حضور سی نفر از کارگران برگزار شد.",
        "session",
        ["شورای آب سرنویل", "مهرداد سرمدی", "کارگران"],
    ),
    ("پس از سفر کامران دلاور به سرنویل، مهرداد سرمدی گفت: راه تازه باز است.", "visit", ["کامران دلاور"]),
    (
        "مهرداد سرمدی در جلسه علنی صبح امروز (سه شنبه) شورای آب سرنویل گفت: راه تازه باز است.",
        "session",
        ["شورای آب سرنویل", "مهرداد سرمدی"],
    ),
    ("مهرداد سرمدی با کامران دلاور عضو شورای آب و سخنگوی شرکت نخ دیدار کرد.", "in_person", BOTH),
    ("مهرداد سرمدی و کامران دلاور در دیدار با یکدیگر از راه تازه گفتند.", "in_person", BOTH),
    ("مهرداد سرمدی نامه‌ای از کامران دلاور دریافت کرد.", "letter", BOTH),
    ("مهرداد سرمدی نامه‌ای برای کامران دلاور ارسال کرد.", "letter", BOTH),
    ("مهرداد سرمدی با ارسال نامه‌ای به کامران دلاور خواستار راه تازه شد.", "letter", BOTH),
    ("مهرداد سرمدی در نشستی با خبرنگاران ماهان گفت: راه تازه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی گفت: در نشست کارگران ماهان حضور داشتم.", "session", ["کارگران", "مهرداد سرمدی"]),
    ("گفت‌وگوی خبرنگار روزنامه بامداد با مهرداد سرمدی منتشر شد.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی در گفت‌وگوی تلویزیونی گفت: راه تازه باز است.", "press", ["مهرداد سرمدی"]),
    ("در این نشست مهرداد سرمدی کارشناس راه گفت: پل باز است.", "session", ["مهرداد سرمدی"]),
    (
        "نشست آسیب‌شناسی راه برگزار شد. در ادامه نشست مهرداد سرمدی مدیرعامل شرکت نخ گفت: راه باز است.",
        "session",
        ["مهرداد سرمدی"],
    ),
    ("در این مراسم که با حضور کامران دلاور و مهرداد سرمدی برگزار شد پل ستوده شد.", "session", BOTH),
    ("مهرداد سرمدی و کامران دلاور در دیدار خود تقویت روابط میان آلمان و فرانسه را بررسی کردند.", "in_person", BOTH),
    ("مهرداد سرمدی با کامران دلاور دیدار و درباره روابط بین آلمان و فرانسه گفت‌وگو کرد.", "in_person", BOTH),
    ("مهرداد سرمدی به جلسه روز گذشته خود با کامران دلاور اشاره کرد و گفت: راه باز است.", "session", BOTH),
    ("مهرداد سرمدی گفت: فردا جلسه‌ای با حضور کارگران خواهیم داشت.", "session", ["کارگران", "مهرداد سرمدی"]),
    ("مهرداد سرمدی در کنفرانس خبری مشترک با کامران دلاور گفت: راه باز است.", "press", BOTH),
    ("مهرداد سرمدی در برنامه «با ماهان» شبکه خبر گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی کارشناس راه به ایسنا گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی در نشست رسانه‌ای گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی در دیدار اعضای شورای آب گفت: راه باز است.", "in_person", ["اعضای شورای آب", "مهرداد سرمدی"]),
    ("در این جلسه، مهرداد سرمدی گزارشی از کار ارائه کرد.", "session", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی و کامران دلاور در دیدار روز چهارشنبه خود درباره راه گفت‌وگو کردند.", "in_person", BOTH),
    ("در این همایش که دو روز برگزار می‌شود، مهرداد سرمدی و کامران دلاور حضور خواهند داشت.", "session", BOTH),
    ("آرش الوندی، کامران دلاور و مهرداد سرمدی در این نشست حاضر بودند.", "session", [*BOTH, "آرش الوندی"]),
    ("مهرداد سرمدی در این جلسه گزارشی از کار داد.", "session", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی، عضو شورای کارگران ماهان (پایا) در نشست خبری گفت: راه باز است.", "press", ["مهرداد سرمدی"]),
    ("مهرداد سرمدی گفت‌وگوهای خود با کامران دلاور را سازنده توصیف کرد.", "talks", BOTH),
    ("مهرداد سرمدی نوشت: دیدارهای بسیار سازنده و پر ثمری با کامران دلاور داشتم.", "in_person", BOTH),
    ("مهرداد سرمدی و کامران دلاور جمعه در گفتگوی تلفنی درباره راه به توافق رسیدند.", "phone", BOTH),
    (
        "مهرداد سرمدی با همراهی آرش الوندی با کامران دلاور دیدار کرد.",
        "in_person",
        [*BOTH, "آرش الوندی"],
    ),
    (
        "مهرداد سرمدی پس از دیدار با کامران دلاور، آرش الوندی، نریمان سپیدکوه، در ماهان گفت: راه باز است.",
        "in_person",
        [*BOTH, "آرش الوندی", "نریمان سپیدکوه"],
    ),
    ("گفت‌وگوهای ما با مهرداد سرمدی و کامران دلاور انجام شد.", "talks", BOTH),
    ("پیش‌بینی می‌شود مهرداد سرمدی با کامران دلاور دیدار کند.", "in_person", BOTH),
    ("قرار است نشست شورای آب سرنویل روز چهارشنبه برگزار شود.", "session", ["شورای آب سرنویل"]),
    (
        "نشست راه با حضور سفرای ایران در کشورهای آلمان و فرانسه و کامران دلاور برگزار شد.",
        "session",
        ["سفرای ایران", "کامران دلاور"],
    ),
    (
        "کامران دلاور در سفری به ماهان آمد و در نشست شورای آب سرنویل حضور یافت که مهرداد سرمدی آن را مهم اعلام کرد.",
        "session",
        ["شورای آب سرنویل", "کامران دلاور"],
    ),
]

NO_MEETINGS = [
    "دیدار نهایی جام دریا میان دو تیم بندر و دره برگزار شد.",
    "مهرداد سرمدی گفت: باید با کامران دلاور گفت‌وگو کنند.",
    "مهرداد سرمدی خواستار دیدار با همه شد.",
    "مصاحبه شوندگان از باران گفتند.",
    "مهرداد سرمدی از جمع بندی کار گفت.",
    "وی در این دیدار از راه تازه گفت.",
    "سفرای سرنویل در بندر ماهان پل ساختند.",
    "سخنگوی سازمان کنفرانس دریا گفت: راه تازه باز است.",
    "مهرداد سرمدی گفت: دیدار با کامران دلاور راهی است که ما با آن مخالف هستیم.",
    "دو طرف درباره راه تازه گفت‌وگو کردند.",
    "بانک ماهان در جمع پنج بانک بزرگ سرنویل جای گرفت.",
    "مهرداد سرمدی گفت: ما مشکلی با مذاکره نداریم.",
    "مهرداد سرمدی گفت: پیش از سفر به سرنویل ویزا لازم است.",
    "دیدار آلمان و فرانسه برگزار شد.",
    "نمایش ملاقات با کامران دلاور در ماهان دیده شد.",
    "مهرداد سرمدی پس از جلسه به خانه رفت.",
    "مهرداد سرمدی با اشاره به تداوم مذاکرات با کامران دلاور گفت: راه تازه باز است.",
    "باران در نشست کارگران ماهان تمام شد و مهرداد سرمدی گفت: راه تازه باز است.",
    "جلسه محاکمه کارگران ماهان به ریاست مهرداد سرمدی برگزار شد.",
    "دیدار دو تیم ماهان و دره در جام دریا برگزار شد.",
    "مهرداد سرمدی و کامران دلاور پشت میز مذاکره خواهند نشست.",
    "مهرداد سرمدی در نشست شورای آب سرنویل حاضر نشد.",
    "کارگران آمدند تا مهرداد سرمدی با کامران دلاور دیدار کند.",
    "مهرداد سرمدی با اشاره به این نشست گفت: راه باز است.",
    "مهرداد سرمدی از اعضای حاضر در جلسه خواست تا کار کنند.",
    "شورای آب برای حضور مردم در مراسم وداع، یکشنبه را تعطیل اعلام کرد.",
    "اعلام شد کامران دلاور در نشست شورای آب سرنویل شرکت نخواهد کرد.",
    "پس از مذاکرات کارگران ماهان، مهرداد سرمدی اعلام کرد: راه باز است.",
    "در این جلسه کامران دلاور را برکنار کردند.",
    "مهرداد سرمدی بر شانه‌های کامران دلاور نشست و با خنده رفت.",
    "مهرداد سرمدی درباره محتوای مذاکرات با کامران دلاور گفت: راه باز است.",
    "مشروح گفت‌وگوهای مهرداد سرمدی، آرش الوندی و کامران دلاور منتشر شد.",
    "مهرداد سرمدی از همه خواست برای شرکت در نشستی با حضور کامران دلاور دعوت کنند.",
    "مراسم روز راه در سالن اجلاس سران آغاز شد.",
    "مهرداد سرمدی آمد. موضوع پس از تماس تلفنی کارگران به پلیس رسید.",
    "یک منبع آگاه به رویترز گفت: راه باز است.",
    "در نشست گروه کارگران ماهان کار تازه‌ای آغاز شد.",
    "نشست آسیب‌شناسی جشنواره ماهان برگزار شد.",
]


@pytest.mark.parametrize(("text", "kind", "names"), MEETINGS)
def test_meeting(text: str, kind: str, names: list[str]) -> None:
    assert told(text) == [(kind, sorted(names))]


@pytest.mark.parametrize("text", NO_MEETINGS)
def test_no_meeting(text: str) -> None:
    assert told(text) == []


def test_told_several_times_it_is_one_meeting() -> None:
    text = (
        "مهرداد سرمدی وزیر راه سرنویل با کامران دلاور وزیر راه نوردلند دیدار کرد.\n"
        "سرمدی در دیدار با دلاور گفت: راه باز است.\n"
        "دلاور هم در این دیدار گفت: پل ساخته می‌شود."
    )
    record, meetings = read(text)
    assert [m.type for m in meetings] == ["in_person"]
    assert {statement.meeting for statement in record.statements} == {meetings[0].id}


def test_who_is_told_to_have_been_there_took_part() -> None:
    text = "مهرداد سرمدی با کامران دلاور دیدار کرد. در این دیدار آرش الوندی و وزیر راه نیز حضور داشتند."
    assert told(text) == [("in_person", sorted([*BOTH, "آرش الوندی", "وزیر راه"]))]


def test_who_attended_is_told_later() -> None:
    text = (
        "مهرداد سرمدی در همایش راه گفت: راه باز است.\n"
        "در این همایش که با حضور کامران دلاور و وزیر راه برگزار شد پل ستوده شد."
    )
    assert told(text) == [("session", sorted([*BOTH, "وزیر راه"]))]


def test_sides_met_apart_are_two_meetings() -> None:
    text = "مهرداد سرمدی در این سفر با کامران دلاور و سپس با آرش الوندی دیدار کرد."
    assert sorted(names for _, names in told(text)) == sorted([BOTH, ["آرش الوندی", "مهرداد سرمدی"]])


def test_sides_met_separately_are_two_meetings() -> None:
    text = "مهرداد سرمدی در دیدارهای جداگانه با کامران دلاور و آرش الوندی گفت: راه باز است."
    assert sorted(names for _, names in told(text)) == sorted([BOTH, ["آرش الوندی", "مهرداد سرمدی"]])


def test_a_headline_by_offices_and_states_is_the_body_s_meeting() -> None:
    text = (
        "وزیر دفاع آلمان با همتای فرانسوی خود دیدار کرد\n"
        "مهرداد سرمدی نماینده آلمان با کامران دلاور نماینده فرانسه در بندر دیدار کرد."
    )
    record = didar.read(text)
    names = {entity.id: entity.name for entity in record.entities}
    assert [sorted(names[p.entity] for p in meeting.participants) for meeting in record.meetings] == [BOTH]


def test_a_sitting_without_its_name_has_been_told() -> None:
    text = "جلسه شورای آب سرنویل دیروز برگزار شد.\nجلسه با حضور مهرداد سرمدی به پایان رسید."
    assert told(text) == [("session", ["شورای آب سرنویل", "مهرداد سرمدی"])]


def test_sittings_of_one_name_are_one() -> None:
    text = (
        "گردهمایی بزرگ «روز جهانی آب» با حضور کامران دلاور برگزار شد.\n"
        "گردهمایی روز جهانی آب دیروز با حضور مهرداد سرمدی برگزار شد."
    )
    assert told(text) == [("session", BOTH)]


STANDINGS = [
    ("مهرداد سرمدی در گفت‌وگو با ایسنا گفت: این جشن فردا برگزار خواهد شد.", "held"),
    ("مهرداد سرمدی طی ملاقاتی با کامران دلاور اعلام کرد که این کار در ماهان انجام خواهد شد.", "held"),
    ("کاهش کار در جلسه‌ای با حضور مهرداد سرمدی و کامران دلاور منتفی اعلام شد.", "held"),
    ("دیدار مهرداد سرمدی با کامران دلاور لغو شد.", "cancelled"),
    ("مهرداد سرمدی فردا با کامران دلاور دیدار خواهد کرد.", "announced"),
]


@pytest.mark.parametrize(("text", "standing"), STANDINGS)
def test_a_meeting_stands_as_its_own_clause_tells(text: str, standing: str) -> None:
    assert [meeting.standing for meeting in read(text)[1]] == [standing]


def test_a_headline_that_names_another_is_another_meeting() -> None:
    text = "دیدار مهرداد سرمدی با آرش الوندی\nمهرداد سرمدی با کامران دلاور دیدار کرد."
    record = didar.read(text)
    assert [len(meeting.participants) for meeting in record.meetings] == [2, 2]


def test_officials_are_those_whom_another_telling_names() -> None:
    text = (
        "مهرداد سرمدی با مقامات نوردلند دیدار کرد.\n"
        "سرمدی در دیدار با کامران دلاور وزیر راه نوردلند گفت: راه باز است."
    )
    assert told(text) == [("in_person", BOTH)]


def test_who_was_met_beside_a_sitting_did_not_sit_there() -> None:
    text = "مهرداد سرمدی در نشست سران در بندر ماهان با کامران دلاور دیدار کرد."
    assert sorted(told(text)) == [("in_person", BOTH), ("session", ["سران", "مهرداد سرمدی"])]


@pytest.mark.parametrize(
    "text",
    [
        "مهرداد سرمدی در گفت‌وگو با ایسنا درباره باران در تهران گفت: راه باز است.",
        "مهرداد سرمدی در نامه‌ای به کامران دلاور در لندن نوشت: راه باز است.",
        "مهرداد سرمدی به خبرنگاران در محل گفت: راه باز است.",
    ],
)
def test_a_topic_or_an_address_is_no_place(text: str) -> None:
    assert [meeting.place for meeting in read(text)[1]] == [None]


def test_different_days_are_different_meetings() -> None:
    text = "مهرداد سرمدی دیروز با کامران دلاور دیدار کرد.\nمهرداد سرمدی هفته گذشته با کامران دلاور دیدار کرد."
    assert len(read(text)[1]) == 2


def test_time_and_place_are_the_words_that_say_so() -> None:
    record, (meeting,) = read("مهرداد سرمدی عصر دیروز در تهران با کامران دلاور دیدار کرد.")
    assert meeting.time is not None
    assert meeting.place is not None
    text = str(record.text)
    time, place = meeting.time.span, meeting.place.span
    assert time is not None
    assert place is not None
    assert (text[time.start : time.end], meeting.time.value) == ("عصر دیروز", "2019-08-09")
    assert text[place.start : place.end] == "تهران"


@pytest.mark.parametrize(
    "text",
    [
        "مهرداد سرمدی در آستانه نوروز ۱۴۰۰ با کامران دلاور دیدار کرد.",
        "مهرداد سرمدی در دیدار با کامران دلاور درباره اردوی تیرماه سخن گفت.",
    ],
)
def test_an_occasion_is_no_time(text: str) -> None:
    _, (meeting,) = read(text)
    assert meeting.time is None


def test_a_place_may_be_the_last_word_of_its_sentence() -> None:
    record, (meeting,) = read("دیدار مهرداد سرمدی با کامران دلاور در مشهد")
    place = meeting.place and meeting.place.span
    assert place is not None
    assert str(record.text)[place.start : place.end] == "مشهد"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("مهرداد سرمدی با کامران دلاور دیدار کرد.", "held"),
        ("مهرداد سرمدی فردا با کامران دلاور دیدار خواهد کرد.", "announced"),
        ("قرار است مهرداد سرمدی هفته آینده با کامران دلاور دیدار کند.", "announced"),
        ("مهرداد سرمدی با کامران دلاور دیدار نکرد.", "denied"),
        ("دیدار مهرداد سرمدی با کامران دلاور لغو شد.", "cancelled"),
        ("مهرداد سرمدی در نامه‌ای به کامران دلاور خواستار لغو سفر شد.", "held"),
    ],
)
def test_standing(text: str, standing: str) -> None:
    assert [meeting.standing for meeting in read(text)[1]] == [standing]


def test_a_visitor_visits() -> None:
    _, (meeting,) = read("مهرداد سرمدی به سرنویل سفر کرد.")
    assert [participant.part for participant in meeting.participants] == ["visitor"]


def test_who_travels_visits_whom_he_meets() -> None:
    record, meetings = read("مهرداد سرمدی به سرنویل سفر کرد. سرمدی در بندر ماهان با کامران دلاور دیدار کرد.")
    names = {entity.id: entity.name for entity in record.entities}
    parts = {names[p.entity]: p.part for m in meetings if m.type == "in_person" for p in m.participants}
    assert parts == {"مهرداد سرمدی": "visitor", "کامران دلاور": "host"}


@pytest.mark.parametrize("row", load_table("meeting_nouns.tsv"), ids=lambda row: row["word"])
def test_trigger_is_found_in_its_example(row: Row) -> None:
    text = prepare_text(Article(id="a", text=row["example"]))
    found = [trigger for sentence in text.sentences for trigger in find_triggers(sentence, sentence.norms)]
    assert (row["type"], row["frame"]) in [(trigger.type, trigger.frame) for trigger in found]

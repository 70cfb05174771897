"""Who speaks: names, surnames, offices, pronouns, «این X», documents, nobody at all, in invented reports."""

from __future__ import annotations

import pytest

import didar

MINISTER = "آرش کوهیار وزیر راه دریابار گفت: پل باز است."

# body, then the speakers of its statements in order
TABLE = [
    (f"{MINISTER}\nکوهیار افزود: راه هم باز است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nوی افزود: راه هم باز است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nوزیر راه ادامه داد: کار تمام است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nوزیر راه دریابار ادامه داد: کار تمام است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nاین مقام دریابار ادامه داد: کار تمام است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nهمچنین افزود: کار تمام است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nبه گفته وی، کار تمام است.", ["آرش کوهیار"] * 2),
    (
        f"{MINISTER}\nبهرام سپیدکوه وزیر دفاع کوهستان نیز گفت: مرز آرام است.\nسپیدکوه افزود: تنگه هم آرام است.\n"
        "کوهیار گفت: سپاسگزاریم.",
        ["آرش کوهیار", "بهرام سپیدکوه", "بهرام سپیدکوه", "آرش کوهیار"],
    ),
    (
        "خبرگزاری ساحل نوشت: پل باز شد.\nاین خبرگزاری افزود: راه هم باز شد.",
        ["خبرگزاری ساحل", "خبرگزاری ساحل"],
    ),
    (
        "شورای راه در بیانیه‌ای بستن پل را محکوم کرد.\nدر این بیانیه آمده است: پل از آن مردم است.",
        ["شورای راه", "شورای راه"],
    ),
]


# What stands before a cue and is no speaker, or points back though no list has it.
ASIDE = [
    (f"{MINISTER}\nلازم به ذکر است وی افزود: راه هم باز است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nوی طی سال گذشته افزود: راه هم باز است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nاین استاد سازه عمران افزود: راه هم باز است.", ["آرش کوهیار"] * 2),
    (f"{MINISTER}\nبرخی گفتند: راه بسته است.\nوی افزود: راه هم باز است.", ["آرش کوهیار", "برخی", "آرش کوهیار"]),
    (
        f"{MINISTER}\nسارا سپیدکوه در پاسخ به این پرسش که پل کی بسته می‌شود؟ گفت: فردا.",
        ["آرش کوهیار", "سارا سپیدکوه"],
    ),
    (f"{MINISTER}\nسارا سپیدکوه به بندر رفت. وی گفت: بندر آرام است.", ["آرش کوهیار", "سارا سپیدکوه"]),
    # A line begins with the pronoun; in speech it points at whom the speaker tells of; behind a group it is the group.
    (f"{MINISTER}\nسارا سپیدکوه به بندر رفت.\nوی گفت: بندر آرام است.", ["آرش کوهیار", "سارا سپیدکوه"]),
    (f"{MINISTER}\nسارا سپیدکوه به بندر رفت.\nوی افزود: بندر آرام است.", ["آرش کوهیار", "آرش کوهیار"]),
    (
        f"{MINISTER}\nکوهیار گفت: «با بهرام سپیدکوه سخن گفتم. او گفت که مرز آرام است.»",
        ["آرش کوهیار", "آرش کوهیار", "بهرام سپیدکوه"],
    ),
    (
        f"{MINISTER}\nسازندگان پل گفتند: راه بسته است.\nرانندگان دریابار به بندر رفتند. آنها گفتند: بندر باز است.",
        ["آرش کوهیار", "سازندگان پل", "رانندگان دریابار"],
    ),
    (f"{MINISTER}\nبسیاری معتقدند راه بسته است.", ["آرش کوهیار", "بسیاری"]),
]


def speakers(body: str, title: str = "خبری از پل") -> list[str | None]:
    record = didar.read(f"{title}\n{body}")
    names = {entity.id: entity.name for entity in record.entities}
    return [names.get(statement.speaker or "") for statement in record.statements]


@pytest.mark.parametrize(("body", "expected"), TABLE + ASIDE, ids=[body[-40:] for body, _ in TABLE + ASIDE])
def test_speakers(body: str, expected: list[str]) -> None:
    assert speakers(body) == expected


def test_an_office_in_the_headline_gets_its_name_from_the_body() -> None:
    body = "آرش کوهیار گفت: پل باز است.\nوی افزود: راه هم باز است."
    assert speakers(body, "وزیر راه: پل باز است") == ["آرش کوهیار"] * 3


# An office of two bodies, a name that stands in brackets behind another, the first word of a name alone.
OTHER_NAMES = [
    ("آرش کوهیار سفیر آلمان در فرانسه و سازمان ملل گفت: پل باز است.\nکوهیار افزود: راه هم باز است."),
    ("سازمان دفاع از راه‌های دریابار (سادرد) اعلام کرد: پل باز است.\nسادرد افزود: راه هم باز است."),
    ("خوان د ریو وزیر راه کوهستان گفت: پل باز است.\nخوان افزود: راه هم باز است."),
]


@pytest.mark.parametrize("body", OTHER_NAMES)
def test_an_alias_in_brackets_a_first_name_alone_and_an_office_of_two_bodies(body: str) -> None:
    assert len(set(speakers(body))) == 1


def test_two_people_of_one_surname_stay_two() -> None:
    body = (
        "آرش کوهیار وزیر راه دریابار گفت: پل باز است.\n"
        "سارا کوهیار وزیر نیروی دریابار گفت: برق هست.\nسارا کوهیار افزود: آب هم هست."
    )
    assert speakers(body) == ["آرش کوهیار", "سارا کوهیار", "سارا کوهیار"]


def test_every_speaker_says_by_which_rule_it_was_found() -> None:
    record = didar.read(f"خبر\n{MINISTER}\nوی افزود: راه هم باز است.\nهمچنین گفت: کار تمام است.")
    rules = [(s.speaker_rule, s.speaker_status) for s in record.statements]
    assert rules == [("source_named", "stated"), ("source_points_back", "derived"), ("last_speaker", "defaulted")]


def test_a_name_has_its_latin_spelling_and_its_office_in_english() -> None:
    (entity,) = didar.read(f"خبر\n{MINISTER}").entities
    assert entity.latin == "Arash Kouhyar"
    (role,) = entity.roles
    assert role.title == "وزیر راه دریابار"
    assert role.english
    assert "Minister" in role.english

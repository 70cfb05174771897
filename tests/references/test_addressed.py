"""Who is spoken to: by name, by a pronoun, by «این X», and never the speaker, in invented reports."""

from __future__ import annotations

import pytest

import didar

# body, then the addressees of its last statement
TABLE = [
    ("آرش کوهیار وزیر راه به بهرام سپیدکوه گفت: پل باز است.", ["بهرام سپیدکوه"]),
    (
        "بهرام سپیدکوه وزیر دفاع به بندر رفت.\nآرش کوهیار وزیر راه به وی گفت: پل باز است.",
        ["بهرام سپیدکوه"],
    ),
    (
        "رانندگان دریابار به بندر رفتند.\nآرش کوهیار وزیر راه به آنها گفت: پل باز است.",
        ["رانندگان دریابار"],
    ),
    (
        "شبکه ساحل از بندر خبر داد.\nآرش کوهیار وزیر راه در گفت‌وگو با این شبکه گفت: پل باز است.",
        ["شبکه ساحل"],
    ),
    ("آرش کوهیار وزیر راه به بندر رفت.\nکوهیار به وی گفت: پل باز است.", []),
]


@pytest.mark.parametrize(("body", "expected"), TABLE, ids=[body[-40:] for body, _ in TABLE])
def test_addressees(body: str, expected: list[str]) -> None:
    record = didar.read(f"خبری از پل\n{body}")
    names = {entity.id: entity.name for entity in record.entities}
    assert [names[addressee] for addressee in record.statements[-1].addressees] == expected

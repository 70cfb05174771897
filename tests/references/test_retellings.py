"""Where a headline tells a statement otherwise than the body, the record has a note: invented reports."""

from __future__ import annotations

import pytest

import didar
from didar.records import Note
from didar.views.explain import explain


def notes(headline: str, body: str) -> list[Note]:
    return [note for note in didar.read(f"{headline}\n{body}").notes if note.stage == "references"]


SAID = "مهرداد الوندی گفت: هوا خوب است. وی افزود: "


@pytest.mark.parametrize(
    ("told", "said", "what"),
    [
        ("پل ساوان تا پایان تابستان باز می‌شود", "پل ساوان ممکن است تا پایان تابستان باز شود.", "without «ممکن است»"),
        ("پل ساوان تا پایان تابستان باز می‌شود", "پل ساوان باید تا پایان تابستان باز شود.", "without «باید»"),
        ("شاید پل ساوان تا تابستان باز شود", "پل ساوان تا پایان تابستان باز می‌شود.", "with «شاید»"),
        ("پل ساوان تا تابستان باز می‌شود", "پل ساوان تا پایان تابستان باز نمی‌شود.", "«باز شدن» is negated there only"),
        ("۲۵ درصد پل ساوان ساخته شد", "۱۵ درصد پل ساوان ساخته شده است.", "«25 درصد», there «15 درصد»"),
        ("بیست درصد پل ساوان ساخته شد", "۱۵ درصد پل ساوان ساخته شده است.", "«20 درصد», there «15 درصد»"),
    ],
)
def test_a_headline_that_says_it_otherwise(told: str, said: str, what: str) -> None:
    (note,) = notes(f"مهرداد الوندی: {told}", SAID + said)
    assert note.message == f"s1 retells s3: {what}"
    assert note.span is not None


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("پل ساوان تا پایان تابستان باز می‌شود", "پل ساوان تا پایان تابستان باز خواهد شد."),
        ("پل ساوان تا پایان تابستان باز شود", "پل ساوان باید تا پایان تابستان باز شود."),
        ("پل ساوان تا تابستان باز می‌شود", "پل ساوان تا تابستان باز می‌شود ولی شاید راه بسته بماند."),
        ("۲۵ درصد پل ساوان ساخته شد", "بیست و پنج درصد پل ساوان ساخته شده است."),
        ("پل ساوان غیرقابل ساختن است", "پل ساوان قابل ساختن نیست."),
    ],
)
def test_a_headline_that_says_the_same(told: str, said: str) -> None:
    assert notes(f"مهرداد الوندی: {told}", SAID + said) == []


def test_another_role() -> None:
    body = "مهرداد الوندی معاون وزیر راه گفت: پل ساوان تا پایان تابستان باز می‌شود."
    told = [note.message for note in notes("رئیس اداره راه: پل ساوان تا تابستان باز می‌شود", body)]
    assert told == ["s1 retells s2: the role is «رئیس اداره راه», there «معاون وزیر راه»"]


def test_another_speaker() -> None:
    body = "الوندی گفت: پل ساوان تا پایان تابستان باز می‌شود."
    told = [note.message for note in notes("شورای راه: پل ساوان تا تابستان باز می‌شود", body)]
    assert told == ["s1 retells s2: the speaker is «شورای راه», there «الوندی»"]


def test_explain_tells_it() -> None:
    record = didar.read(f"مهرداد الوندی: پل ساوان تا تابستان باز می‌شود\n{SAID}پل ساوان شاید تا تابستان باز شود.")
    assert any("without «شاید»" in line for line in explain(record, ("s1",)))

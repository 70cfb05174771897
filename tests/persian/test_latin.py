"""Names in Latin letters: known parts, parts composed, and letters as a marked fallback."""

from __future__ import annotations

import pytest

from didar.persian.latin import latin_beside, romanize


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد باقری", "Mohammad Bagheri"),
        ("محمدجواد رستمی", "Mohammad Javad Rostami"),
        ("محمد جواد رستمی", "Mohammad Javad Rostami"),
        ("سیدعباس کریمی", "Seyed Abbas Karimi"),
        ("علی‌اصغر یوسف‌نژاد", "Ali Asghar Yousefnejad"),
        ("علی اصغر یوسف نژاد", "Ali Asghar Yousefnejad"),
        ("روح الله رضایی", "Rouhollah Rezaei"),
        ("الکساندر نواک", "Alexander Novak"),
        ("محمد بن زاید", "Mohammed bin Zayed"),
        ("مسعود رستمی‌راد", "Masoud Rostamirad"),
        ("علی بن فضل", "Ali bin Fadl"),
        ("بن اسمیت", "Ben Smith"),
        ("اورسولا فون در لاین", "Ursula von der Leyen"),
    ],
)
def test_known_parts_have_their_usual_spelling(name: str, latin: str) -> None:
    assert romanize(name) == (latin, True)


def test_arab_names_have_another_spelling_outside_iran() -> None:
    assert romanize("حسین هاشمی") == ("Hossein Hashemi", True)
    assert romanize("حسین الهاشمی", iranian=False) == ("Hussein al-Hashimi", True)


def test_a_name_used_abroad_only_decides_for_its_given_name() -> None:
    assert romanize("مصطفی دنیزلی") == ("Mustafa Denizli", True)


@pytest.mark.parametrize("name", ["اسپرلوس", "زربانو", "گلمخشک"])
def test_letters_are_a_marked_fallback(name: str) -> None:
    latin, known = romanize(name)
    assert not known
    assert latin.isascii()
    assert latin[0].isupper()


def test_nothing_is_no_name() -> None:
    assert romanize("") == ("", False)


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("زربانو (Zarbanu Sperlos) گفت", "Zarbanu Sperlos"),
        ('زربانو"(Zarbanu), رئیس', "Zarbanu"),
        ("زربانو (NASA) گفت", None),
        ("زربانو (رئیس) گفت", None),
        ("زربانو گفت (Zarbanu)", None),
    ],
)
def test_the_texts_own_spelling_stands_right_behind_the_name(text: str, latin: str | None) -> None:
    assert latin_beside(text, len("زربانو")) == latin
